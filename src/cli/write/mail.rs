//! Documents as drafts of mails.

use anyhow::Result;

use super::rendered::Rendered;
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::{NoRecipient, NoSender, SeveralMails};
use crate::domain::meeting::Meeting;
use crate::render::eml::{Correspondent, Mail};
use crate::view::recipient::no_mail_address;

/// Whether every document can be a mail: whatever is missing for any of them is said at once.
/// `together` they share one output.
pub(super) fn check(all: &[Rendered], together: bool, loaded: &Loaded) -> Result<()> {
    let mut findings = Vec::new();
    if together && all.len() > 1 {
        findings.push(Diagnostic::new(SeveralMails { number: all.len() }));
    }
    if loaded.workspace.network.sender.mail.is_none() {
        findings.push(Diagnostic::new(NoSender {}));
    }
    for rendered in all {
        match &rendered.recipient {
            None => {
                let members = loaded.workspace.network.members.clone();
                findings.push(Diagnostic::new(NoRecipient { members }));
            }
            Some(recipient) if recipient.mail.is_none() => {
                findings.push(Diagnostic::new(no_mail_address(recipient, &loaded.workspace)));
            }
            Some(_) => {}
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(loaded.fail(findings)) }
}

/// The mails of those that can be one.
pub(super) fn mails(
    all: &[Rendered],
    meeting: &Meeting,
    loaded: &Loaded,
    context: &Context,
) -> Vec<Mail> {
    let network = &loaded.workspace.network;
    let Some(address) = &network.sender.mail else { return Vec::new() };
    let date = context.clock.now(network.time_zone.name());
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
    all.iter().filter_map(mail).collect()
}
