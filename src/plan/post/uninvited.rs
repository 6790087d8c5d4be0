//! Who gets a letter that counts on an earlier one, though nobody wrote to them before.

use super::document_kind::{CountsOn, DocumentKind};
use super::knowledge::{had_invited, version};
use super::notification::name;
use super::recipient::{Addressee, Recipient};
use super::reply::answers::{AnsweredBy, Answers};
use super::told::{Mailboxes, reached};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::writing::{DayNotTold, NotInvited};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::Outbox;
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;
use crate::text::Vocabulary as _;

/// That a document of `kind` goes to some of `chosen` whom nobody invited to `meeting`, or who never heard
/// of it, as far as the files tell: where no invitation went out by mail, the status says whether any did.
/// A mail that waits has told nobody anything.
pub fn uninvited(
    workspace: &Workspace,
    outbox: &Outbox,
    meeting: &Meeting,
    kind: DocumentKind,
    chosen: &[Recipient<'_>],
) -> Option<Diagnostic> {
    let counts_on = kind.row().counts_on?;
    let told = reached(outbox, &meeting.id);
    let mailboxes = Mailboxes::new(&told);
    let is_invitation = |message| {
        DocumentKind::of(message).is_some_and(|kind| match counts_on {
            CountsOn::Invitation => kind == DocumentKind::Invitation,
            CountsOn::Tidings => kind.tells_of_meeting(),
        })
    };
    let any = told.values().flat_map(|told| &told.mails).any(|(_, mail)| is_invitation(mail));
    let is_said = had_invited(meeting)
        || matches!(meeting.status.value, Status::Invited | Status::Held | Status::Cancelled);
    // Letters on paper are on no ledger.
    if !any && is_said {
        return None;
    }
    let answers = Answers::new(workspace, meeting);
    let is_invited = |one: &Recipient<'_>| {
        let (id, address) = (one.who.id(workspace), one.who.mail(workspace).map(Line::as_str));
        let by_mail = mailboxes
            .of(id, address)
            .is_some_and(|told| told.mails.iter().any(|(_, message)| is_invitation(message)));
        let answered = match one.who {
            Addressee::Known(who) => answers.of(workspace, who),
            Addressee::Gone(_) => None,
        };
        // Whoever answers was asked.
        by_mail || answered.is_some_and(|answered| answered.by == AnsweredBy::Themselves)
    };
    let uninvited = chosen.iter().filter(|one| !is_invited(one));
    let names: Vec<String> = uninvited.map(|one| called(workspace, one)).collect();
    let (document, origin) = (kind.word(), meeting.status.origin);
    (!names.is_empty()).then(|| Diagnostic::at(origin, NotInvited { document, names }))
}

/// That a letter of `kind`, which asks for an answer to the invitation, goes to some of `chosen` whom the
/// mails that reached them told another day than `meeting` has now.
pub fn unaware(
    workspace: &Workspace,
    outbox: &Outbox,
    meeting: &Meeting,
    kind: DocumentKind,
    chosen: &[Recipient<'_>],
) -> Option<Diagnostic> {
    if kind.row().counts_on != Some(CountsOn::Invitation) || !kind.looks_ahead() {
        return None;
    }
    let date = meeting.when.date?;
    let told = reached(outbox, &meeting.id);
    let mailboxes = Mailboxes::new(&told);
    let is_unaware = |one: &&Recipient<'_>| {
        let (id, address) = (one.who.id(workspace), one.who.mail(workspace).map(Line::as_str));
        let told = mailboxes.of(id, address);
        let version = told.and_then(|told| version(meeting, told.day().version.value));
        version.is_some_and(|version| version.facts.date != Some(date.value))
    };
    let unaware = chosen.iter().filter(is_unaware);
    let names: Vec<String> = unaware.map(|one| called(workspace, one)).collect();
    let document = kind.word();
    (!names.is_empty()).then(|| Diagnostic::at(date.origin, DayNotTold { document, names }))
}

fn called(workspace: &Workspace, one: &Recipient<'_>) -> String {
    match one.who {
        Addressee::Known(Who::Contact(id)) => name(workspace.contact(id)),
        Addressee::Known(Who::City(id)) => workspace.city(id).name.to_string(),
        Addressee::Gone(message) => message.name.to_string(),
    }
}
