//! What is recorded of who was at a meeting.

use crate::domain::attendance::{Attendance, Attendee, Presence};
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;

/// The entries about `meeting`.
pub fn entries<'w>(
    workspace: &'w Workspace,
    meeting: &'w Meeting,
) -> impl Iterator<Item = &'w Attendance> {
    workspace.attendance.iter().filter(|entry| entry.meeting == meeting.id)
}

/// The town that somebody came for.
pub fn city(workspace: &Workspace, who: &Attendee) -> Option<CityId> {
    match who {
        Attendee::Contact(id) => workspace.contact(*id).city.map(|city| city.value),
        Attendee::Guest(guest) => guest.city,
    }
}

/// Whether `who` was at `meeting`, as far as their own entry says so.
pub fn presence(workspace: &Workspace, meeting: &Meeting, who: Who) -> Option<Presence> {
    let is_own = |entry: &&Attendance| match (&entry.who, who) {
        (Attendee::Contact(one), Who::Contact(other)) => *one == other,
        (Attendee::Contact(_) | Attendee::Guest(_), _) => false,
    };
    entries(workspace, meeting).find(is_own).map(|entry| entry.presence)
}

/// Whether it is recorded by name who came for `city`.
pub fn is_named(workspace: &Workspace, meeting: &Meeting, city: CityId) -> bool {
    let came = |entry: &&Attendance| entry.presence == Presence::There;
    let mut there = entries(workspace, meeting).filter(came);
    there.any(|entry| self::city(workspace, &entry.who) == Some(city))
}
