//! How many of those with a part in a programme are certain.

use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Session, Who};
use crate::plan::programme::clash::placeholder;

/// How many people of an item are certain, how many were only asked for or have no name yet, and whether the
/// item itself waits though none of them does.
pub(super) fn people_of(item: &Session) -> (usize, usize, bool) {
    if item.status == Certainty::Dropped {
        return (0, 0, false);
    }
    let people = item.people.iter().filter(|person| person.status != Certainty::Dropped);
    let is_open = |status: Certainty, who: &Who| {
        let is_named = match who {
            Who::Named(name) => placeholder(name.as_str()).is_none(),
            Who::Contact(_) | Who::Several(_) => true,
            Who::AnyOf(_) | Who::Unnamed => false,
        };
        status == Certainty::Requested || !is_named
    };
    let (waiting, certain): (Vec<_>, Vec<_>) =
        people.partition(|person| is_open(person.status, &person.who));
    let is_asked = item.status == Certainty::Requested && waiting.is_empty();
    (certain.len(), waiting.len(), is_asked)
}

/// The first item of which somebody was only asked for or has no name yet.
pub fn item_to_settle(meeting: &Meeting) -> Option<&Session> {
    let is_open = |item: &&Session| {
        let (_, waiting, is_asked) = people_of(item);
        waiting > 0 || is_asked
    };
    meeting.sessions.iter().find(is_open)
}
