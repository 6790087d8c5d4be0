//! Mails in words, before any is made.

use std::mem;

use anyhow::Result;

use super::Opened;
use crate::cli::change::Manner;
use crate::cli::context::Context;
use crate::cli::dialogue::{Reply, ask_yes_or_no};
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::reads::Area;
use crate::cli::write::readers::{concerned, former_members, warn_of_premises};
use crate::cli::write::{check, named, refuse_unmailed};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::posting::AddressCameBack;
use crate::diagnostic::request::{NoRecipient, NoSender};
use crate::domain::meeting::Meeting;
use crate::plan::post::came_back::came_back;
use crate::plan::post::document_kind::{Document, DocumentKind};
use crate::plan::post::exchange::Sent;
use crate::plan::post::knowledge::Now;
use crate::plan::post::mailing::{LeftOut, Mail, Mailing, Making, mailing, unsent, update};
use crate::plan::post::recipient::{Addressee, Choice, choose};
use crate::plan::post::reply::answers::Answers;
use crate::text::{Language, list};
use crate::view::mailing::{News, kept, later, left_out as left_out_words, news, why};
use crate::view::recipient::{Recipient, no_mail_address, read_by, recipient};

/// A mail to be made.
pub(super) struct Draft {
    pub(super) recipient: Recipient,
    pub(super) document: Document,
    /// What has changed for the recipient, in an update.
    pub(super) news: Option<News>,
    /// Why the recipient gets it, in the network's language.
    pub(super) why: String,
    /// The same in the user's.
    pub(super) why_shown: String,
    /// What their calendar got last; none if it never got anything.
    pub(super) calendar: Option<Sent>,
}

/// All mails of a run, in words that stay when the files are read again.
pub(super) struct Drafts {
    pub(super) mails: Vec<Draft>,
    /// Who gets none, in the network's language.
    pub(super) left_out: Vec<String>,
    /// Why a new version is given out, if the user says nothing.
    pub(super) reason: String,
    /// How many were told otherwise than it is now, but of nothing that they must know at once.
    pub(super) later: usize,
}

/// The mails of the document with this name to those who are chosen.
pub(super) fn of_document(
    name: &str,
    choice: Choice<'_>,
    again: bool,
    opened: &Opened,
    loaded: &Loaded,
    context: &Context,
) -> Result<Drafts> {
    let document = named(name, loaded)?;
    refuse_unmailed(&document)?;
    if choice.names.is_empty() {
        let members = loaded.workspace.network.members.clone();
        return Err(Findings::one(NoRecipient { members }).into());
    }
    let (workspace, meeting) = (&loaded.workspace, choice.meeting);
    check(&document, meeting, loaded, context)?;
    if document.kind() == Some(DocumentKind::Minutes) {
        loaded.rely_on(Area::Minutes)?;
    }
    choice.names.iter().try_for_each(|name| loaded.rely_on_contact(name))?;
    let chosen = choose(workspace, &choice);
    let mut chosen = chosen.map_err(|findings| loaded.fail(findings))?;
    former_members(&document, meeting, &mut chosen, loaded, context)?;
    concerned(&document, meeting, &opened.outbox, &mut chosen.recipients, loaded, context)?;
    warn_of_premises(&document, meeting, &chosen.recipients, &opened.outbox, loaded, context);
    let now = Now::of(workspace, meeting);
    let making = Making { today: choice.today, again };
    let mailing = mailing(workspace, &opened.outbox, &now, meeting, &document, chosen, making);
    // To whom it goes, behind the comma, is nothing that a version is about.
    let summary = document.summary(workspace.network.language);
    let reason = summary.split(", ").next().unwrap_or(summary).to_owned();
    let asked = |mail: &Mail<'_>, language| list::and(&mail.to.chosen_by, language);
    Ok(drafts(mailing, reason, asked, meeting, opened, loaded, context))
}

/// The mails that tell of what has changed since everybody was last written to.
pub(super) fn of_update(
    choice: Choice<'_>,
    opened: &Opened,
    loaded: &Loaded,
    context: &Context,
) -> Result<Drafts> {
    // Whoever could not be read would be told that they are no longer meant.
    loaded.rely_on(Area::Contacts)?;
    let (workspace, meeting) = (&loaded.workspace, choice.meeting);
    let now = Now::of(workspace, meeting);
    let mailing = update(workspace, &opened.outbox, &now, choice);
    let mailing = mailing.map_err(|findings| opened.fail(findings))?;
    if let Some(words) = later(mailing.later, !mailing.mails.is_empty(), context.language) {
        context.note(&words);
    }
    let waiting = unsent(workspace, &opened.outbox, &meeting.id, &mailing);
    context.warn(&waiting, &opened.sources);
    let language = workspace.network.language;
    let reason = language.pick("Änderung mitgeteilt", "change told").to_owned();
    let unasked = |mail: &Mail<'_>, language| {
        let update = mail.update.as_ref();
        update.map(|update| why(workspace, meeting, update, language)).unwrap_or_default()
    };
    Ok(drafts(mailing, reason, unasked, meeting, opened, loaded, context))
}

/// Puts what was decided into words, and says who gets no mail.
fn drafts(
    mailing: Mailing<'_>,
    reason: String,
    why: impl Fn(&Mail<'_>, Language) -> String,
    meeting: &Meeting,
    opened: &Opened,
    loaded: &Loaded,
    context: &Context,
) -> Drafts {
    let workspace = &loaded.workspace;
    let asked = context.chosen_language();
    let language = workspace.network.language;
    let left_out = |language| {
        let left_out = mailing.left_out.iter();
        left_out.map(move |one| left_out_words(workspace, one, asked, language))
    };
    for words in left_out(context.language) {
        context.note(&words);
    }
    let left_out = left_out(language).collect();
    for who in &mailing.kept {
        context.note(&kept(workspace, *who, asked, context.language));
    }
    let later = mailing.later;
    let answers = Answers::new(workspace, &opened.outbox, meeting);
    // Who else reads a mail finds what they need in it as well.
    let readers = |of: Addressee<'_>| {
        let readers = mailing.left_out.iter().filter_map(move |one| match one {
            LeftOut::Shared { who, other, .. } => {
                (other.id(workspace) == of.id(workspace)).then(|| who.id(workspace).to_string())
            }
            _ => None,
        });
        readers.collect::<Vec<String>>()
    };
    let readers: Vec<Vec<String>> = mailing.mails.iter().map(|mail| readers(mail.to.who)).collect();
    let draft = |(mail, readers): (Mail<'_>, Vec<String>)| {
        let recipient = recipient(workspace, meeting, &answers, &mail.to, asked);
        let recipient = read_by(workspace, recipient, readers, mail.document.kind());
        let update = mail.update.as_ref();
        Draft {
            news: update.and_then(|update| news(workspace, meeting, update, recipient.language)),
            why: why(&mail, language),
            why_shown: why(&mail, context.language),
            calendar: mail.calendar,
            document: mail.document,
            recipient,
        }
    };
    let mails: Vec<Draft> = mailing.mails.into_iter().zip(readers).map(draft).collect();
    let addresses = mails.iter().filter_map(|draft| draft.recipient.mail.clone());
    let addresses: Vec<String> = addresses.filter(|mail| came_back(&opened.outbox, mail)).collect();
    if !addresses.is_empty() {
        context.warn(&[Diagnostic::new(AddressCameBack { addresses })], &loaded.sources);
    }
    Drafts { mails, left_out, reason, later }
}

impl Drafts {
    /// What the mails are, if all of them are the same.
    pub(super) fn document(&self) -> Option<&Document> {
        self.mails.first().map(|draft| &draft.document)
    }

    /// The invitation, if any of the mails is one.
    pub(super) fn invitation(&self) -> Option<&Document> {
        let invitation = Document::BuiltIn(DocumentKind::Invitation);
        self.mails.iter().map(|draft| &draft.document).find(|document| **document == invitation)
    }

    /// The same without those whom no mail reaches, if somebody who is asked wants to go on without them.
    ///
    /// # Errors
    /// If nobody answers.
    pub(super) fn without_unreachable(
        mut self,
        manner: Manner,
        loaded: &Loaded,
        context: &Context,
    ) -> Result<Self> {
        let (reached, unreachable): (Vec<Draft>, Vec<Draft>) =
            mem::take(&mut self.mails).into_iter().partition(|it| it.recipient.mail.is_some());
        if unreachable.is_empty() || reached.is_empty() || !manner.asks() {
            self.mails = reached.into_iter().chain(unreachable).collect();
            return Ok(self);
        }
        let name = |draft: &Draft| draft.recipient.name.clone();
        let names = list::and(unreachable.iter().map(name), context.language);
        let question = match context.language {
            Language::German => {
                format!("Keine Mailadresse ist bekannt für {names}. Ohne sie weitermachen?")
            }
            Language::English => {
                format!("No mail address is known for {names}. Go on without them?")
            }
        };
        if ask_yes_or_no(&question, Reply::No, false, context)? == Reply::Yes {
            self.left_out.extend(unreachable.iter().map(|draft| {
                let name = name(draft);
                match loaded.workspace.network.language {
                    Language::German => format!("Ohne Mail bleibt {name}: keine Adresse bekannt"),
                    Language::English => format!("No mail for {name}: no address is known"),
                }
            }));
            self.mails = reached;
        } else {
            self.mails = reached.into_iter().chain(unreachable).collect();
        }
        Ok(self)
    }

    /// Finds everything that is missing for any of the mails.
    pub(super) fn check(&self, meeting: &Meeting, loaded: &Loaded) -> Result<()> {
        let mut findings = Vec::new();
        if loaded.workspace.network.sender.mail.is_none() {
            findings.push(Diagnostic::new(NoSender {}));
        }
        for Draft { recipient, .. } in self.mails.iter().filter(|one| one.recipient.mail.is_none())
        {
            findings.push(Diagnostic::new(no_mail_address(recipient, &loaded.workspace)));
        }
        let mut seen: Vec<(&Document, Language)> = Vec::new();
        for Draft { document, recipient, .. } in &self.mails {
            let language = recipient.language;
            if seen.contains(&(document, language)) {
                continue;
            }
            seen.push((document, language));
            let name = document.name();
            match loaded.template(name, language, meeting) {
                Ok(template) => findings.extend(template.errors()),
                Err(faults) => findings.extend(faults),
            }
        }
        if findings.is_empty() { Ok(()) } else { Err(loaded.fail(findings)) }
    }
}
