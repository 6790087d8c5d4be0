//! Documents as drafts of mails.

use anyhow::Result;

use super::rendered::Rendered;
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::{NoMailAddress, NoRecipient, NoSender, SeveralMails};
use crate::domain::meeting::Meeting;
use crate::render::eml::{Correspondent, Mail, eml};

/// The mails; whatever is missing for any of them is said at once, and none is made.
pub(super) fn mails(
    all: &[Rendered],
    meeting: &Meeting,
    alone: bool,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Vec<u8>>> {
    let mut findings = Vec::new();
    if alone && all.len() > 1 {
        findings.push(Diagnostic::new(SeveralMails { number: all.len() }));
    }
    let address = loaded.workspace.network.sender.mail.as_ref();
    if address.is_none() {
        findings.push(Diagnostic::new(NoSender {}));
    }
    for rendered in all {
        match &rendered.recipient {
            None => findings.push(Diagnostic::new(NoRecipient {})),
            Some(recipient) if recipient.mail.is_none() => {
                findings.push(Diagnostic::new(NoMailAddress { name: recipient.name.clone() }));
            }
            Some(_) => {}
        }
    }
    let Some(address) = address.filter(|_| findings.is_empty()) else {
        return Err(loaded.fail(findings));
    };
    let date = context.clock.now(loaded.workspace.network.time_zone.name());
    let domain = address.as_str().rsplit('@').next().unwrap_or_default();
    let mail = |rendered: &Rendered| {
        let recipient = rendered.recipient.as_ref()?;
        let sender = &rendered.sender;
        let name = sender.name.as_ref().unwrap_or(&sender.organisation);
        Some(Mail {
            from: Correspondent { name: Some(name.clone()), address: address.to_string() },
            to: Correspondent {
                name: Some(recipient.name.clone()),
                address: recipient.mail.clone()?,
            },
            subject: rendered.subject.clone(),
            date,
            message_id: format!("{}@{domain}", rendered.message_id(meeting)),
            language: rendered.language,
            body: rendered.body(),
        })
    };
    let mails = all.iter().filter_map(mail);
    mails.map(|mail| eml(&mail).map_err(anyhow::Error::from)).collect()
}
