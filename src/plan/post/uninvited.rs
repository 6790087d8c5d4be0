//! Who gets a letter that counts on an earlier one, though nobody wrote to them before.

use super::document_kind::DocumentKind;
use super::knowledge::had_invited;
use super::notification::name;
use super::recipient::{Addressee, Recipient};
use super::reply::answers::{AnsweredBy, Answers};
use super::told::{Mailboxes, reached};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::writing::NotInvited;
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
    let relies = relies(kind)?;
    let told = reached(outbox, &meeting.id);
    let mailboxes = Mailboxes::new(&told);
    let is_invitation = |message| {
        DocumentKind::of(message).is_some_and(|kind| match relies {
            Relies::OnInvitation => kind == DocumentKind::Invitation,
            Relies::OnTidings => kind.tells_of_meeting(),
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
    let called = |one: &Recipient<'_>| match one.who {
        Addressee::Known(Who::Contact(id)) => name(workspace.contact(id)),
        Addressee::Known(Who::City(id)) => workspace.city(id).name.to_string(),
        Addressee::Gone(message) => message.name.to_string(),
    };
    let names: Vec<String> = chosen.iter().filter(|one| !is_invited(one)).map(called).collect();
    let (document, origin) = (kind.word(), meeting.status.origin);
    (!names.is_empty()).then(|| Diagnostic::at(origin, NotInvited { document, names }))
}

/// What a letter takes for granted.
#[derive(Clone, Copy)]
enum Relies {
    /// That its reader is invited.
    OnInvitation,
    /// That its reader has heard of the meeting.
    OnTidings,
}

/// What a letter of a `kind` takes for granted, if anything.
fn relies(kind: DocumentKind) -> Option<Relies> {
    match kind {
        DocumentKind::Reminder | DocumentKind::Withdrawal => Some(Relies::OnInvitation),
        DocumentKind::Cancellation | DocumentKind::Postponement | DocumentKind::Change => {
            Some(Relies::OnTidings)
        }
        DocumentKind::Programme
        | DocumentKind::RunSheet
        | DocumentKind::Item
        | DocumentKind::SaveTheDate
        | DocumentKind::Invitation
        | DocumentKind::SpeakerInvitation
        | DocumentKind::HostRequest
        | DocumentKind::Confirmation
        | DocumentKind::Thanks
        | DocumentKind::Press
        | DocumentKind::Minutes
        | DocumentKind::DoorSigns
        | DocumentKind::NameBadges
        | DocumentKind::LogisticsSheet
        | DocumentKind::NeedsList
        | DocumentKind::SignInList
        | DocumentKind::FeedbackSheet
        | DocumentKind::ActionReminder
        | DocumentKind::SpeakerSheet
        | DocumentKind::AttendanceCertificate
        | DocumentKind::TopicSurvey
        | DocumentKind::Report
        | DocumentKind::Handover => None,
    }
}
