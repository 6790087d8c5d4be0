//! Which rooms and places a meeting uses, and what is held in each.

use std::collections::HashSet;
use std::iter;

use crate::domain::meeting::{Meeting, Place};
use crate::domain::session::{Audience, Certainty, Kind, Part, Session, is_mere_end};
use crate::domain::workspace::Workspace;
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

/// The rooms and places of what `reader` is told of, in the order in which they are needed.
pub fn rooms(meeting: &Meeting, reader: Audience) -> Vec<RoomUse<'_>> {
    let sessions = &meeting.sessions;
    let mut rooms: Vec<RoomUse<'_>> = Vec::new();
    let mut add = |place, held| match rooms.iter_mut().find(|room| room.place == place) {
        Some(room) => room.held.push(held),
        None => rooms.push(RoomUse { place, held: vec![held] }),
    };
    for session in held(meeting, reader) {
        let place = place(meeting, &sessions[session]);
        if let Some(place) = place.filter(|place| !is_online(place)) {
            add(place, Held { session, part: None });
        }
        for (part, item) in parts(sessions, &sessions[session]).enumerate() {
            let is_elsewhere = |own: &&Place| Some(*own) != place && !is_online(own);
            if let Some(own) = item.map(|own| &own.value).filter(is_elsewhere) {
                add(own, Held { session, part: Some(part) });
            }
        }
    }
    rooms
}

/// What `reader` is told of, day by day, by its number: nothing that was dropped, no block beside what stands
/// in it, and no mere end.
pub fn held(meeting: &Meeting, reader: Audience) -> Vec<usize> {
    let sessions = &meeting.sessions;
    let mut numbers: Vec<usize> = (0..sessions.len()).collect();
    numbers.retain(|number| is_held(sessions, &sessions[*number], reader));
    let blocks: HashSet<usize> = numbers
        .iter()
        .filter_map(|number| Some(sessions[*number].within.as_ref()?.value))
        .collect();
    numbers.retain(|number| !is_end(&sessions[*number]) && !blocks.contains(number));
    numbers.sort_by_key(|number| sessions[*number].date);
    numbers
}

/// Where a session is: its own place, else that of the block that it stands in, else the meeting's. Meals and
/// evenings, what leads through the town, and what begins elsewhere, are in no place that they do not name. What
/// runs beside others is not all in the room of the meeting, though in its house; of what goes with the programme
/// nobody said even that.
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
    let blocks =
        || with_blocks(sessions, session).skip(1).map(|it| it.actual_kind(sessions).part());
    let usual = meeting.place.as_ref().map(|place| &place.value);
    let usual = usual.filter(|place| match place {
        Place::Venue(_) => !blocks().any(|part| part == Part::Umbrella),
        Place::Room(..) | Place::Free(_) => blocks().next().is_none(),
    });
    with_blocks(sessions, session).find_map(own).or(usual)
}

/// Whether a session and all that it stands in take place, and `reader` is told of them.
fn is_held(sessions: &[Session], session: &Session, reader: Audience) -> bool {
    with_blocks(sessions, session).all(|one| one.status != Certainty::Dropped)
        && audience(sessions, session) <= reader
}

/// Who may read of a session: it is hidden with what it stands in, and with what it repeats.
pub fn audience(sessions: &[Session], session: &Session) -> Audience {
    let own = |one: &Session| one.audience.max(one.original(sessions).audience);
    with_blocks(sessions, session).map(own).max().unwrap_or_default()
}

/// What stands before a session on its day, for somebody who is told what `reader` is: the one before it in its
/// block, and in its track where several run side by side; else the item, or the whole block, before that.
pub fn before(meeting: &Meeting, session: usize, reader: Audience) -> Option<usize> {
    let sessions = &meeting.sessions;
    let own = &sessions[session];
    let block = |one: &Session| one.within.as_ref().map(|block| block.value);
    let is_beside = block(own)
        .is_some_and(|block| sessions[block].actual_kind(sessions).part() == Part::SideBySide);
    let comes_before = |number: &usize| {
        let one = &sessions[*number];
        one.date == own.date
            && block(one) == block(own)
            && (!is_beside || one.track == own.track)
            && !is_end(one)
            && is_held(sessions, one, reader)
    };
    (0..session).rev().find(comes_before)
}

/// Whether a place is none: what is there is held online.
fn is_online(place: &Place) -> bool {
    matches!(place, Place::Free(words) if says_online(words.as_str()))
}

/// Whether the first word says that something is held online.
fn says_online(line: &str) -> bool {
    const ONLINE: [&str; 5] = ["online", "digital", "virtuell", "virtual", "videokonferenz"];
    let line = line.to_lowercase();
    let first = line.split(|letter: char| !letter.is_alphanumeric()).next();
    first.is_some_and(|first| ONLINE.contains(&first))
}

/// Whether a meeting is held online alone: its place says so, or it has no place, is to be joined from
/// afar, and nothing of it is on site.
pub fn is_only_online(workspace: &Workspace, meeting: &Meeting) -> bool {
    if let Some(place) = &meeting.place {
        let line = match &place.value {
            Place::Free(words) => words.as_str(),
            Place::Venue(venue) | Place::Room(venue, _) => workspace.venue(*venue).name.as_str(),
        };
        return says_online(line);
    }
    let is_on_site = meeting.sessions.iter().any(|session| session.place.is_some());
    meeting.can_be_joined() && !is_on_site
}

/// For how many a room must have seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// For everybody who comes.
    Everybody,
    /// For no more than so many.
    AtMost(u32),
    /// Nobody knows: people choose, or come and go.
    Unknown,
}

/// For how many a room must have seats: what is for everybody counts most.
pub fn demand(meeting: &Meeting, room: &RoomUse<'_>) -> Demand {
    let sessions = &meeting.sessions;
    let of = |held: &Held| {
        let session = &sessions[held.session];
        let seats = session.seats.or(session.original(sessions).seats);
        let part = session.actual_kind(sessions).part();
        let is_for_all = matches!(part, Part::Opening | Part::Content | Part::Closing)
            && session.within.is_none();
        match seats {
            Some(seats) => Demand::AtMost(seats),
            None if is_for_all => Demand::Everybody,
            None => Demand::Unknown,
        }
    };
    let demands: Vec<Demand> = room.held.iter().map(of).collect();
    let limits = demands.iter().filter_map(|demand| match demand {
        Demand::AtMost(seats) => Some(*seats),
        Demand::Everybody | Demand::Unknown => None,
    });
    if demands.contains(&Demand::Everybody) {
        Demand::Everybody
    } else {
        limits.max().map_or(Demand::Unknown, Demand::AtMost)
    }
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
