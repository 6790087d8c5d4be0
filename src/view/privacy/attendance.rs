//! At which meetings somebody was, as far as it was recorded.

use serde::Serialize;

use super::sought::Sought;
use crate::domain::attendance::{Attendance, Attendee, Presence};
use crate::plan::post::data_subject::Subject;
use crate::view::finding::{FilePlace, place};
use crate::view::spelling::word;

/// That somebody was at a meeting, or was not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AttendanceEntry {
    /// The key of the meeting.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// `there`, `excused` or `absent`.
    #[serde(serialize_with = "word")]
    pub presence: Presence,
    /// Where it stands.
    pub place: FilePlace,
}

/// What is recorded of `subject`.
pub(super) fn entries(subject: &Subject, sought: Sought<'_>) -> Vec<AttendanceEntry> {
    let Sought { workspace, sources, .. } = sought;
    let is_own = |entry: &&Attendance| match &entry.who {
        Attendee::Contact(id) => Some(*id) == subject.contact,
        Attendee::Guest(guest) => subject.is_named_in(guest.name.as_str()),
    };
    let own = workspace.attendance.iter().filter(is_own);
    own.map(|entry| {
        let meeting = workspace.meeting(entry.meeting.as_str());
        AttendanceEntry {
            meeting: entry.meeting.to_string(),
            title: meeting.map_or(entry.meeting.to_string(), |it| it.title.value.to_string()),
            presence: entry.presence,
            place: place(entry.origin, sources),
        }
    })
    .collect()
}
