//! Whether a meeting can be recorded as held.

use anyhow::Result;

use super::context::Context;
use super::failure::Findings;
use crate::diagnostic::request::CannotBeHeld;
use crate::domain::meeting::{Meeting, Status};

/// Refuses a meeting that cannot have taken place.
pub(super) fn may_be_held(meeting: &Meeting, context: &Context) -> Result<()> {
    let Some((german, english)) = objection(meeting, context) else { return Ok(()) };
    let meeting = meeting.id.to_string();
    Err(Findings::one(CannotBeHeld { meeting, german, english }).into())
}

/// Why a meeting cannot have been held.
fn objection(meeting: &Meeting, context: &Context) -> Option<(String, String)> {
    let words = |german: &str, english: &str| Some((german.to_owned(), english.to_owned()));
    match (meeting.status.value, meeting.when.date) {
        (Status::Cancelled, _) => words("es ist abgesagt", "it is cancelled"),
        (
            Status::Idea | Status::Planned | Status::Invited | Status::Held | Status::Postponed,
            date,
        ) => match date {
            None => words("es hat kein Datum", "it has no date"),
            Some(date) if date.value > context.clock.today() => {
                words("es liegt in der Zukunft", "it lies in the future")
            }
            Some(_) if meeting.host_open => words("es hat keinen Gastgeber", "it has no host"),
            Some(_) => None,
        },
    }
}
