//! Who gets a letter that takes for granted what they do not know: that they are invited, have heard of the
//! meeting, or which day it has.

use super::document_kind::{CountsOn, DocumentKind};
use super::knowledge::{had_invited, version};
use super::notification::name;
use super::recipient::{Addressee, Recipient};
use super::reply::answers::{AnsweredBy, Answers};
use super::told::{Mailboxes, Told, reached};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::writing::{DayNotTold, NotInvited};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::Outbox;
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;
use crate::source::Origin;
use crate::text::Vocabulary as _;

/// What speaks against sending a document of `kind` about `meeting` to some of `chosen`, by what reached them
/// so far: they were not invited, or know another day.
pub fn premises(
    workspace: &Workspace,
    outbox: &Outbox,
    meeting: &Meeting,
    kind: DocumentKind,
    chosen: &[Recipient<'_>],
) -> Vec<Diagnostic> {
    let Some(counts_on) = kind.row().counts_on else { return Vec::new() };
    let told = reached(outbox, &meeting.id);
    let mailboxes = Mailboxes::new(&told);
    let chosen: Vec<_> = chosen
        .iter()
        .map(|one| {
            let (id, address) = (one.who.id(workspace), one.who.mail(workspace).map(Line::as_str));
            Reached { who: one.who, told: mailboxes.of(id, address) }
        })
        .collect();
    let any = told.values().any(|told| counts_on.is_met_by(told));
    let uninvited = uninvited(workspace, outbox, meeting, counts_on, any, &chosen);
    let knows_some = !told.is_empty();
    let asks = counts_on == CountsOn::Invitation && kind.looks_ahead();
    let unaware = asks.then(|| unaware(meeting, &chosen)).flatten();
    let document = kind.word();
    let names = |them: Vec<Addressee<'_>>| -> Vec<String> {
        them.into_iter().map(|one| called(workspace, one)).collect()
    };
    let uninvited = (!uninvited.is_empty()).then(|| {
        let names = names(uninvited);
        let is_known = counts_on == CountsOn::Invitation && knows_some;
        Diagnostic::at(meeting.status.origin, NotInvited { document, names, is_known })
    });
    let unaware = unaware.filter(|(them, _)| !them.is_empty()).map(|(them, day)| {
        let names = names(them);
        Diagnostic::at(day, DayNotTold { document, names })
    });
    uninvited.into_iter().chain(unaware).collect()
}

/// Somebody who is written to, with the mails that reached them.
struct Reached<'r> {
    who: Addressee<'r>,
    told: Option<&'r Told<'r>>,
}

impl CountsOn {
    /// Whether somebody who was told this knows what is counted on.
    fn is_met_by(self, told: &Told<'_>) -> bool {
        told.since_withdrawal().any(|message| {
            DocumentKind::of(message).is_some_and(|kind| match self {
                Self::Invitation => {
                    matches!(kind, DocumentKind::Invitation | DocumentKind::SpeakerInvitation)
                }
                Self::Tidings => kind.tells_of_meeting(),
            })
        })
    }
}

/// Those whom nobody invited, or who never heard of the meeting, as far as the files tell: where no
/// invitation went out by mail to `any`, the status says whether any did. A mail that waits has told nobody
/// anything.
fn uninvited<'r>(
    workspace: &Workspace,
    outbox: &Outbox,
    meeting: &Meeting,
    counts_on: CountsOn,
    any: bool,
    chosen: &[Reached<'r>],
) -> Vec<Addressee<'r>> {
    let is_said = had_invited(meeting)
        || matches!(meeting.status.value, Status::Invited | Status::Held | Status::Cancelled);
    // Letters on paper are on no ledger.
    if !any && is_said {
        return Vec::new();
    }
    let answers = Answers::new(workspace, outbox, meeting);
    let is_invited = |one: &&Reached<'_>| {
        let answered = match one.who {
            Addressee::Known(who) => answers.of(workspace, who),
            Addressee::Gone(_) => None,
        };
        // Whoever answers was asked.
        one.told.is_some_and(|told| counts_on.is_met_by(told))
            || answered.is_some_and(|answered| answered.by == AnsweredBy::Themselves)
    };
    chosen.iter().filter(|one| !is_invited(one)).map(|one| one.who).collect()
}

/// Those whom the mails that reached them told another day than `meeting` has now, and where that stands.
fn unaware<'r>(meeting: &Meeting, chosen: &[Reached<'r>]) -> Option<(Vec<Addressee<'r>>, Origin)> {
    let date = meeting.when.date?;
    let is_unaware = |one: &&Reached<'_>| {
        let version = one.told.and_then(|told| version(meeting, told.day().version.value));
        version.is_some_and(|version| version.facts.date != Some(date.value))
    };
    let unaware = chosen.iter().filter(is_unaware).map(|one| one.who);
    Some((unaware.collect(), date.origin))
}

fn called(workspace: &Workspace, who: Addressee<'_>) -> String {
    match who {
        Addressee::Known(Who::Contact(id)) => name(workspace.contact(id)),
        Addressee::Known(Who::City(id)) => workspace.city(id).name.to_string(),
        Addressee::Gone(message) => message.name.to_string(),
    }
}
