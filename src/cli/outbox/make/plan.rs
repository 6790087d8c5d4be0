//! Who gets which mail, found out before anything is made.

use std::collections::HashMap;

use anyhow::Result;

use super::{MakeArgs, Opened};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::write::piece::{News, concerned};
use crate::cli::write::{Document, check};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::{NoMailAddress, NoRecipient, NoSender};
use crate::diagnostic::writing::NoTemplate;
use crate::document::outbox::chosen_by;
use crate::document::template::{Template, path};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::plan::post::notification::{had, told};
use crate::plan::post::recipient::{Choice, choose};
use crate::plan::programme::release::next;
use crate::text::{Language, address_key, slug};
use crate::view::recipient::{Recipient, recipient};
use crate::view::salutation::full_name;

/// A mail to be made.
pub(super) struct Planned {
    pub(super) recipient: Recipient,
    pub(super) document: Document,
    /// What has changed for the recipient, in an update.
    pub(super) news: Option<News>,
    /// Why the recipient gets it.
    pub(super) why: String,
    /// The highest sequence of any calendar part that they got.
    pub(super) sequence: Option<u32>,
}

/// Who gets no mail, and why.
pub(super) enum LeftOut {
    /// They want none.
    Never { name: String },
    /// Somebody else has the same address.
    Shared { name: String, mail: String, other: String },
    /// They have the same mail already, of this run.
    Had { name: String, run: String },
}

impl LeftOut {
    /// Whether it is said of somebody of this name.
    pub(super) fn is_about(&self, other: &str) -> bool {
        match self {
            Self::Never { name } | Self::Shared { name, .. } | Self::Had { name, .. } => {
                name == other
            }
        }
    }

    /// It in words.
    pub(super) fn words(&self, language: Language) -> String {
        match (self, language) {
            (Self::Never { name }, Language::German) => {
                format!("Ohne Mail bleibt {name}: `mail = false`")
            }
            (Self::Never { name }, Language::English) => {
                format!("No mail for {name}: `mail = false`")
            }
            (Self::Shared { name, mail, other }, Language::German) => {
                format!("Keine eigene Mail für {name}: `{mail}` ist auch die Adresse von {other}")
            }
            (Self::Shared { name, mail, other }, Language::English) => {
                format!("No mail of their own for {name}: `{mail}` is the address of {other} too")
            }
            (Self::Had { name, run }, Language::German) => {
                format!("{name} hat diese Mail schon: `{run}`")
            }
            (Self::Had { name, run }, Language::English) => {
                format!("{name} has this mail already: `{run}`")
            }
        }
    }
}

/// All mails of a run.
pub(super) struct Plan {
    pub(super) mails: Vec<Planned>,
    /// Who gets none.
    pub(super) left_out: Vec<LeftOut>,
    /// Why a new version is given out, if the user says nothing.
    pub(super) reason: String,
}

/// The mails of one document to those whom `--to` chooses.
pub(super) fn plan(
    args: &MakeArgs,
    meeting: &Meeting,
    opened: &Opened,
    loaded: &Loaded,
    context: &Context,
) -> Result<Plan> {
    let document = Document::named(&args.kind, loaded)?;
    if args.to.is_empty() {
        return Err(Findings::one(NoRecipient {}).into());
    }
    check(&document, meeting, loaded, context)?;
    let mut left_out = Vec::new();
    let chosen = chosen(&args.to, meeting, &mut left_out, loaded, context)?;
    let chosen = concerned(&document, chosen, context)?.into_iter().flatten().collect();
    let mut chosen = one_each(chosen, &mut left_out);
    if !args.again {
        // What holds now is told by the last version, if nothing has changed since.
        let last = meeting.releases.last().map(|release| release.number);
        let version = last.filter(|_| next(&loaded.workspace, meeting).is_none());
        let had = had(&opened.outbox, meeting, &slug(document.name()), version);
        chosen.retain(|recipient| match had.run(&recipient.id, recipient.mail.as_deref()) {
            Some(run) => {
                let (name, run) = (recipient.name.clone(), run.to_string());
                left_out.push(LeftOut::Had { name, run });
                false
            }
            None => true,
        });
    }
    let told = told(&opened.outbox, &meeting.id);
    let sequence = |recipient: &Recipient| {
        Id::new(&recipient.id).and_then(|id| told.get(&id)).and_then(|told| told.sequence)
    };
    let language = loaded.workspace.network.language;
    let reason = match document.kind() {
        Some(kind) => kind.summary(language).to_owned(),
        None => document.name().to_owned(),
    };
    let mails = chosen.into_iter().map(|recipient| Planned {
        document: document.clone(),
        news: None,
        why: chosen_by(&recipient.chosen_by, language),
        sequence: sequence(&recipient),
        recipient,
    });
    Ok(Plan { mails: mails.collect(), left_out, reason })
}

/// Those whom `names` choose and who may get mail; who may not is named.
pub(super) fn chosen(
    names: &[String],
    meeting: &Meeting,
    left_out: &mut Vec<LeftOut>,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Recipient>> {
    let choice = Choice { names, meeting, today: context.clock.today(), by_mail: true };
    let workspace = &loaded.workspace;
    let chosen = choose(workspace, &choice).map_err(|findings| loaded.fail(findings))?;
    let refusing = chosen.refusing.into_iter().map(|id| full_name(workspace.contact(id)));
    left_out.extend(refusing.map(|name| LeftOut::Never { name }));
    let language = context.chosen_language();
    let recipients = chosen.recipients.iter();
    Ok(recipients.map(|one| recipient(workspace, meeting, one, language)).collect())
}

/// One recipient for each address: the first of those who share one.
pub(super) fn one_each(chosen: Vec<Recipient>, left_out: &mut Vec<LeftOut>) -> Vec<Recipient> {
    let mut known: HashMap<String, String> = HashMap::new();
    let mut first = Vec::new();
    for recipient in chosen {
        let key = recipient.mail.as_deref().and_then(address_key);
        if let (Some(key), Some(mail)) = (key, &recipient.mail) {
            let name = &recipient.name;
            if let Some(other) = known.get(&key) {
                let (mail, other) = (mail.clone(), other.clone());
                left_out.push(LeftOut::Shared { name: name.clone(), mail, other });
                continue;
            }
            known.insert(key, name.clone());
        }
        first.push(recipient);
    }
    first
}

impl Plan {
    /// Finds everything that is missing for any of the mails.
    pub(super) fn check(&self, loaded: &Loaded) -> Result<()> {
        let mut findings = Vec::new();
        if loaded.workspace.network.sender.mail.is_none() {
            findings.push(Diagnostic::new(NoSender {}));
        }
        for Planned { recipient, .. } in
            self.mails.iter().filter(|one| one.recipient.mail.is_none())
        {
            findings.push(Diagnostic::new(NoMailAddress { name: recipient.name.clone() }));
        }
        let mut seen: Vec<(&Document, Language)> = Vec::new();
        for Planned { document, recipient, .. } in &self.mails {
            let language = recipient.language();
            if seen.contains(&(document, language)) {
                continue;
            }
            seen.push((document, language));
            let name = document.name();
            if let Some(template) = Template::named(name, language, &loaded.sources) {
                findings.extend(template.errors());
            } else {
                let path = path(name, language);
                findings.push(Diagnostic::new(NoTemplate { name: name.to_owned(), path }));
            }
        }
        if findings.is_empty() { Ok(()) } else { Err(loaded.fail(findings)) }
    }
}
