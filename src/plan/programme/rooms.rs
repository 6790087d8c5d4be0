//! Which rooms and places a meeting uses, and what is held in each.

use std::iter;

use crate::domain::meeting::{Meeting, Place};
use crate::domain::session::{Audience, Certainty, Kind, Part, Session, is_mere_end};
use crate::source::Located;

/// A room or another place, and what is held there.
#[derive(Clone, Debug)]
pub struct RoomUse<'m> {
    /// Where it is.
    pub place: &'m Place,
    /// What is held there, day by day, in the order of the file.
    pub held: Vec<Held>,
}

/// What is held in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The session, by its number in the programme.
    pub session: usize,
    /// The part of it alone, by its number there; none stands for the session.
    pub part: Option<usize>,
}

/// The rooms and places of what `reader` is told of, in the order in which they are needed: nothing that was
/// dropped, no block beside what stands in it, and nobody's way.
pub fn rooms(meeting: &Meeting, reader: Audience) -> Vec<RoomUse<'_>> {
    let sessions = &meeting.sessions;
    let is_held = |index: &usize| is_held(sessions, &sessions[*index], reader);
    let holds_others = |index: usize| {
        let within = |other: &usize| {
            sessions[*other].within.as_ref().is_some_and(|block| block.value == index)
        };
        (0..sessions.len()).filter(is_held).any(|other| within(&other))
    };
    let mut numbers: Vec<usize> = (0..sessions.len()).filter(is_held).collect();
    numbers.retain(|index| !is_end(&sessions[*index]) && !holds_others(*index));
    numbers.sort_by_key(|index| sessions[*index].date);
    let mut rooms: Vec<RoomUse<'_>> = Vec::new();
    let mut add = |place, held| match rooms.iter_mut().find(|room| room.place == place) {
        Some(room) => room.held.push(held),
        None => rooms.push(RoomUse { place, held: vec![held] }),
    };
    for session in numbers {
        let place = place(meeting, &sessions[session]);
        if let Some(place) = place {
            add(place, Held { session, part: None });
        }
        for (part, item) in parts(sessions, &sessions[session]).enumerate() {
            if let Some(own) = item.map(|own| &own.value).filter(|own| Some(*own) != place) {
                add(own, Held { session, part: Some(part) });
            }
        }
    }
    rooms
}

/// Where a session is: its own place, else that of the block that it stands in, else the meeting's. Meals and
/// evenings, what leads through the town, and what begins elsewhere, are in no place that they do not name.
pub fn place<'m>(meeting: &'m Meeting, session: &'m Session) -> Option<&'m Place> {
    let sessions = &meeting.sessions;
    let original = session.original(sessions);
    let own = |one: &'m Session| {
        one.place.as_ref().or(one.original(sessions).place.as_ref()).map(|place| &place.value)
    };
    let kind = session.actual_kind(sessions);
    let moves = matches!(kind, Kind::Tour | Kind::Visit | Kind::Transfer)
        || session.meet_at.as_ref().or(original.meet_at.as_ref()).is_some();
    if moves {
        return own(session).filter(|place| place.venue().is_some());
    }
    if matches!(kind.part(), Part::Meal | Part::Evening) {
        return own(session);
    }
    let usual = meeting.place.as_ref().map(|place| &place.value);
    with_blocks(sessions, session).find_map(own).or(usual)
}

/// Whether a session and all that it stands in take place, and `reader` is told of them.
fn is_held(sessions: &[Session], session: &Session, reader: Audience) -> bool {
    with_blocks(sessions, session).all(|one| {
        let audience = one.audience.max(one.original(sessions).audience);
        one.status != Certainty::Dropped && audience <= reader
    })
}

/// A session and the blocks that it stands in, from the closest.
fn with_blocks<'m>(
    sessions: &'m [Session],
    session: &'m Session,
) -> impl Iterator<Item = &'m Session> {
    let block = |one: &&'m Session| one.within.as_ref().map(|block| &sessions[block.value]);
    iter::successors(Some(session), block).take(sessions.len())
}

/// The places of the parts of a session, as far as they have any.
fn parts<'m>(
    sessions: &'m [Session],
    session: &'m Session,
) -> impl Iterator<Item = Option<&'m Located<Place>>> {
    let original = &session.original(sessions).items;
    let items = if session.items.is_empty() { original } else { &session.items };
    items.iter().map(|item| item.place.as_ref())
}

/// Whether it says nothing but that all is over.
fn is_end(session: &Session) -> bool {
    let title = session.title.as_ref().map(|title| title.value.as_str());
    title.is_some_and(is_mere_end) && session.people.is_empty() && session.items.is_empty()
}

#[cfg(test)]
mod tests;
