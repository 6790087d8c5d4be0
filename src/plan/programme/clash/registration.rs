//! The last day of registration, where it fits neither the meeting nor the invitation to it.

use chrono::NaiveDate;

use crate::diagnostic::day::{RegistrationLate, RegistrationOver};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::{Meeting, Status};

/// What is wrong with the last day of registration of a meeting that is still to be.
pub(super) fn check(meeting: &Meeting, today: NaiveDate) -> Option<Diagnostic> {
    let until = meeting.registration.until?;
    let when = &meeting.when;
    let is_out = match meeting.status.value {
        Status::Held | Status::Cancelled => return None,
        Status::Idea | Status::Planned | Status::Postponed => false,
        Status::Invited => true,
    };
    if let Some(date) = when.date.filter(|date| date.value < until.value) {
        let problem = RegistrationLate { until: until.value, date: date.value };
        return Some(Diagnostic::at(until.origin, problem).with(date.origin, Label::ComparedWith));
    }
    let is_ahead = when.date.is_none() || when.last_day() >= Some(today);
    // Nobody was invited to this day before it was chosen.
    let chosen = meeting.history.iter().filter(|change| change.date.is_some());
    let chosen = chosen.map(|change| change.changed).chain(meeting.created).max();
    let is_over = until.value < today && !is_out || Some(until.value) < chosen;
    (is_ahead && is_over)
        .then(|| Diagnostic::at(until.origin, RegistrationOver { until: until.value }))
}
