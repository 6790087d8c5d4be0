//! Whether a meeting can be cancelled or postponed, and which one is meant where none is named.

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::change::{
    CannotBeCancelled, CannotBePostponed, NothingToUndo, WhichMeeting,
};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::plan::usual_meeting::{Purpose, usual};

/// How many years from now a new day may be.
const FARTHEST: u32 = 100;

/// What speaks against cancelling a meeting.
pub fn objection_to_cancelling(meeting: &Meeting) -> Option<Diagnostic> {
    let (german, english) = match meeting.status.value {
        Status::Held => ("es hat stattgefunden", "it took place"),
        Status::Cancelled => ("es ist schon abgesagt", "it is cancelled already"),
        Status::Idea | Status::Planned | Status::Invited | Status::Postponed => return None,
    };
    let problem = CannotBeCancelled { meeting: meeting.id.to_string(), german, english };
    Some(Diagnostic::at(meeting.status.origin, problem))
}

/// What speaks against postponing a meeting, to a day or until one is found.
pub fn objection_to_postponing(
    meeting: &Meeting,
    to: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Diagnostic> {
    let when = &meeting.when;
    let is_open = when.date.is_none() && when.date_text.is_none();
    let (place, german, english) = match (meeting.status.value, when.date, to) {
        (Status::Held, ..) => (meeting.status.origin, "es hat stattgefunden", "it took place"),
        (Status::Cancelled, ..) => (
            meeting.status.origin,
            "es ist abgesagt; `erfa cancel --undo` nimmt das zurück",
            "it is cancelled; `erfa cancel --undo` takes that back",
        ),
        (_, Some(date), Some(to)) if date.value == to => {
            (date.origin, "es ist schon an diesem Tag", "it is on that day already")
        }
        (_, _, Some(to)) if to < today => {
            (meeting.title.origin, "der neue Tag ist vorbei", "the new day is over")
        }
        (_, _, Some(to)) if to.years_since(today) > Some(FARTHEST) => (
            meeting.title.origin,
            "der neue Tag liegt über hundert Jahre in der Zukunft",
            "the new day is more than a hundred years away",
        ),
        (_, _, None) if is_open => (
            meeting.title.origin,
            "es hat noch keinen Termin; mit `--on` bekommt es einen",
            "it has no date yet; `--on` gives it one",
        ),
        _ => return None,
    };
    let problem = CannotBePostponed { meeting: meeting.id.to_string(), german, english };
    Some(Diagnostic::at(place, problem))
}

/// What speaks against undoing a cancellation or a postponement, whichever `status` says.
///
/// A cancellation is on record if the last change has its reason and keeps the date.
pub fn objection_to_undoing(meeting: &Meeting, status: Status) -> Option<Diagnostic> {
    let recorded = meeting.history.last().is_some_and(|last| {
        let is_cancellation = last.date.is_none() && Some(&last.reason) == meeting.reason.as_ref();
        status == Status::Postponed || is_cancellation
    });
    let id = &meeting.id;
    let (german, english) = match (meeting.status.value == status, recorded, status) {
        (true, true, _) => return None,
        (true, false, _) => (
            format!("wie `{id}` vorher geplant war, steht nicht in `[[history]]`"),
            format!("`[[history]]` does not say how `{id}` was planned before"),
        ),
        (false, _, Status::Cancelled) => {
            (format!("`{id}` ist nicht abgesagt"), format!("`{id}` is not cancelled"))
        }
        (false, ..) => (format!("`{id}` ist nicht verschoben"), format!("`{id}` is not postponed")),
    };
    Some(Diagnostic::at(meeting.status.origin, NothingToUndo { german, english }))
}

/// The next meeting to come that can still be cancelled or postponed.
///
/// # Errors
/// If there is none.
pub fn next_meeting(workspace: &Workspace, today: NaiveDate) -> Result<&Meeting, Diagnostic> {
    let next = usual(workspace, today, Purpose::Changing);
    next.ok_or_else(|| Diagnostic::new(WhichMeeting { meetings: Vec::new() }))
}

/// The one meeting whose cancellation or postponement can be undone.
///
/// # Errors
/// If there is none, or several.
pub fn undoable_meeting(workspace: &Workspace, status: Status) -> Result<&Meeting, Diagnostic> {
    let can = |meeting: &&Meeting| objection_to_undoing(meeting, status).is_none();
    let meetings: Vec<&Meeting> = workspace.meetings.iter().filter(can).collect();
    if let [meeting] = meetings[..] {
        return Ok(meeting);
    }
    let names = meetings.iter().map(|meeting| format!("`{}`", meeting.id)).collect();
    Err(Diagnostic::new(WhichMeeting { meetings: names }))
}
