//! The rooms of a meeting: what stands at their doors.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::domain::id::VenueId;
use crate::domain::meeting::{Meeting, Place};
use crate::domain::reply::Who;
use crate::domain::session::Audience;
use crate::domain::workspace::Workspace;
use crate::plan::post::guests::declined;
use crate::plan::post::reply::day::counting;
use crate::plan::programme::rooms::{Held, RoomUse, before, rooms};
use crate::view::programme::{Day, Entry, Person, Programme, contact_name, is_gone};
use crate::view::words::{Words, place, shown};

/// A room or another place with what everybody is told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignedRoom {
    /// What it is called.
    pub name: String,
    /// The days on which something is held there.
    pub days: Vec<SignedDay>,
}

/// A day in a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignedDay {
    /// The day in words; only if the programme has several.
    pub heading: Option<String>,
    /// Whether anybody said when anything of it is.
    pub has_times: bool,
    /// What is held, in order.
    pub entries: Vec<SignedEntry>,
}

/// Something that is held in a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignedEntry {
    /// When it is, else when the block is that it stands in.
    pub time: Option<String>,
    /// What it is called.
    pub title: String,
    /// "angefragt", where it is not certain.
    pub status: Option<String>,
    /// Whether it was held before.
    pub is_repetition: bool,
    /// Who has a part in it, one line each.
    pub people: Vec<String>,
}

/// What stands at the doors of the rooms of `meeting`, by its `programme` for everybody.
pub fn signed_rooms(
    workspace: &Workspace,
    meeting: &Meeting,
    programme: &Programme,
) -> Vec<SignedRoom> {
    let entries = entries(programme);
    let words = Words::new(&workspace.network, programme.language);
    let home = meeting.place.as_ref().and_then(|place| place.value.venue());
    // Whoever said that they do not come is not looked for behind a door.
    let absent: HashSet<String> = declined(counting(workspace, meeting))
        .into_iter()
        .filter_map(|who| match who {
            Who::Contact(id) => Some(contact_name(workspace.contact(id))),
            Who::City(_) => None,
        })
        .collect();
    let room = |used: &RoomUse<'_>| {
        let held = |day: usize| {
            let held = used.held.iter().filter_map(|held| {
                let id = meeting.sessions[held.session].id.as_str();
                let (on, entry, time) = entries.get(id)?;
                let part = held.part.map(|part| told_part(meeting, *held, part));
                let is_there = *on == day && part != Some(None);
                let stands_here = |number: usize| used.held.iter().any(|it| it.session == number);
                let title = |number: usize| {
                    let id = meeting.sessions[number].id.as_str();
                    entries.get(id).map(|(_, entry, _)| entry.title.clone())
                };
                let leans = Leaning { meeting, reader: Audience::Public, words };
                let time = leans.time(held.session, *time, stands_here, title);
                let is_repetition = meeting.sessions[held.session].is_repetition(&meeting.sessions);
                is_there.then(|| SignedEntry {
                    is_repetition,
                    ..signed(part.flatten(), entry, time, &absent)
                })
            });
            held.collect::<Vec<_>>()
        };
        let day = |(number, day): (usize, &Day)| SignedDay {
            heading: day.heading.clone(),
            has_times: held(number).iter().any(|entry| entry.time.is_some()),
            entries: held(number),
        };
        let days = programme.days.iter().enumerate().map(day);
        SignedRoom {
            name: room_name(workspace, used.place, home),
            days: days.filter(|day| !day.entries.is_empty()).collect(),
        }
    };
    let rooms = rooms(meeting, Audience::Public);
    rooms.iter().map(room).filter(|room| !room.days.is_empty()).collect()
}

/// What a room is called in its own house, and another place in full.
pub fn room_name(workspace: &Workspace, place: &Place, home: Option<VenueId>) -> String {
    match place {
        Place::Room(venue, room) if home == Some(*venue) => {
            shown(&workspace.venue(*venue).rooms[*room].name)
        }
        Place::Room(..) | Place::Venue(_) | Place::Free(_) => place::name(workspace, place),
    }
}

/// The entries by their keys, each with the number of its day and when it is, else when its block is.
pub(super) fn entries(programme: &Programme) -> HashMap<&str, (usize, &Entry, Option<&str>)> {
    let mut found = HashMap::new();
    for (number, day) in programme.days.iter().enumerate() {
        let mut times: Vec<Option<&str>> = Vec::new();
        for entry in &day.entries {
            times.truncate(entry.level);
            let time = entry.time.as_deref().or(times.last().copied().flatten());
            times.push(time);
            found.insert(entry.id.as_str(), (number, entry, time));
        }
    }
    found
}

/// What tells of some items of a programme and not of all that stands between them.
#[derive(Clone, Copy)]
pub(super) struct Leaning<'m> {
    pub(super) meeting: &'m Meeting,
    pub(super) reader: Audience,
    pub(super) words: Words,
}

impl Leaning<'_> {
    /// The time of a session where only those items are told that are `here`: "danach" leans on the item before
    /// it, which is named by its `title` where it is not told itself.
    pub(super) fn time(
        &self,
        session: usize,
        time: Option<&str>,
        is_here: impl Fn(usize) -> bool,
        title: impl Fn(usize) -> Option<String>,
    ) -> Option<String> {
        let Self { meeting, reader, words } = *self;
        let time = time?;
        let leans = || {
            let connector = meeting.sessions[session].timing.connector.as_ref()?;
            let connector = words.connector(connector);
            let rest = time.strip_prefix(connector.as_str())?;
            leans_back(&connector).then_some(rest)
        };
        let before = || before(meeting, session, reader).filter(|number| !is_here(*number));
        let named = leans().and_then(|rest| {
            let title = words.quoted(title(before()?)?);
            Some(format!("{} {title}{rest}", words.pick("nach", "after")))
        });
        Some(named.unwrap_or_else(|| time.to_owned()))
    }
}

/// Whether a connector says no more than that something comes after what was told before it.
fn leans_back(connector: &str) -> bool {
    const LEANING: [&str; 12] = [
        "danach",
        "direkt danach",
        "gleich danach",
        "anschließend",
        "direkt anschließend",
        "im anschluss",
        "sodann",
        "dann",
        "then",
        "afterwards",
        "after that",
        "subsequently",
    ];
    LEANING.contains(&connector.to_lowercase().trim_end_matches([',', ':']))
}

/// The number among those that are told of the part of a session, if it is one of them.
fn told_part(meeting: &Meeting, held: Held, part: usize) -> Option<usize> {
    let session = &meeting.sessions[held.session];
    let original = &session.original(&meeting.sessions).items;
    let items = if session.items.is_empty() { original } else { &session.items };
    (!is_gone(&items[part])).then(|| items[..part].iter().filter(|it| !is_gone(it)).count())
}

fn signed(
    part: Option<usize>,
    entry: &Entry,
    time: Option<String>,
    absent: &HashSet<String>,
) -> SignedEntry {
    let entry = entry.with_present();
    let part = part.and_then(|part| entry.items.get(part));
    let people = part.map_or(&entry.people, |part| &part.people);
    let is_present =
        |person: &&Person| person.name.as_ref().is_none_or(|name| !absent.contains(name));
    let role = |person: &Person| match &person.role {
        Some(role) => format!("{role}: {}", person.line),
        None => person.line.clone(),
    };
    let title = part.and_then(|part| part.title.as_ref()).unwrap_or(&entry.title);
    SignedEntry {
        time,
        title: title.clone(),
        status: entry.status.map(String::from),
        is_repetition: false,
        people: people.iter().filter(is_present).map(role).collect(),
    }
}
