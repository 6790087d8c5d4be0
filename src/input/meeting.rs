//! `meetings/*.toml`

use toml::de::DeValue;

use super::directory::Directory;
use super::fields::Fields;
use super::person;
use super::release;
use super::session::{self, Context};
use super::value::{self, Outcome};
use super::venue::MOST_SEATS;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::value::{BadId, ConflictingKeys, DeviceName, KeyAlone};
use crate::domain::id::{Id, VenueId, is_device};
use crate::domain::line::Line;
use crate::domain::meeting::{
    ContactPoint, HistoryEntry, Meeting, Organiser, Place, Registration, Status, When,
};
use crate::source::Located;
use crate::text::slug;

/// What others need to know of a meeting: when, where and by whom it is held, and whether it counts.
const FACTS: [&str; 11] = [
    "id",
    "title",
    "status",
    "date",
    "end-date",
    "date-text",
    "hosts",
    "counts",
    "place",
    "venue",
    "room",
];

/// What a file gave.
pub(super) struct MeetingFile {
    /// Its key.
    pub(super) id: Option<Id>,
    /// The meeting; none if its key or title is not known.
    pub(super) meeting: Option<Meeting>,
    /// Whether all is known of it that others need.
    pub(super) is_clear: bool,
}

/// Reads the file whose name without `.toml` is `stem`.
pub(super) fn read(fields: &Fields<'_>, stem: &str, directory: &Directory<'_>) -> MeetingFile {
    let id = id(fields, stem).map(|id| id.value);
    let meeting = meeting(fields, id.clone(), directory);
    MeetingFile { id, is_clear: meeting.is_some() && fields.is_clear(&FACTS), meeting }
}

fn meeting(fields: &Fields<'_>, id: Option<Id>, directory: &Directory<'_>) -> Option<Meeting> {
    let title = fields.require("title", value::line);
    let when = when(fields);
    let venue = fields.get("venue", |value| directory.venue(value)).flatten();
    let lines = |key| -> Vec<Line> {
        fields.list(key, value::line).into_iter().map(|line| line.value).collect()
    };
    Some(Meeting {
        origin: fields.origin(),
        key: fields.place_of("id"),
        subtitle: fields.get("subtitle", value::line),
        theme: fields.get("theme", value::line),
        number: fields.get("number", value::line),
        status: fields
            .read("status", value::choice)
            .unwrap_or_else(|| Located::new(Status::Planned, fields.origin())),
        reason: fields.get("reason", value::line),
        sessions: session::read(fields, &Context { directory, venue, when: &when }),
        when,
        hosts: directory.cities(fields, "hosts"),
        host_open: !fields.has("hosts"),
        place: place(fields, venue, directory),
        admission: fields.get("admission", value::time),
        counts: fields.get("counts", value::flag).unwrap_or(true),
        created: fields.get("created", value::date),
        previous: fields.read("previous", value::id),
        description: fields.get("description", value::text),
        target_group: fields.get("for", value::line),
        language: fields.get("language", value::line),
        online: fields.get("online", value::line),
        link: fields.get("link", value::line),
        as_of: fields.get("as-of", value::date),
        notices: lines("notices"),
        note: fields.get("note", value::text),
        organisers: fields.tables("organisers").iter().filter_map(organiser).collect(),
        people: person::read(fields, directory),
        contact: fields.get("contact", |value| contact_point(value, directory)).flatten(),
        attended: directory.cities(fields, "attended"),
        excused: directory.cities(fields, "excused"),
        done: fields.list("done", value::id),
        source: fields.get("source", value::line),
        registration: fields.table("registration").as_ref().map(registration).unwrap_or_default(),
        history: fields.tables("history").iter().filter_map(change).collect(),
        releases: release::read(fields, directory.zone()),
        acknowledged: session::acknowledged(fields),
        id: id?,
        title: title?,
    })
}

/// The written id, else the name of the file.
fn id(fields: &Fields<'_>, stem: &str) -> Option<Located<Id>> {
    if fields.has("id") {
        return fields.read("id", value::id);
    }
    let id = Id::new(stem);
    if is_device(stem) {
        fields.report(Diagnostic::at(fields.origin(), DeviceName { found: stem.to_owned() }));
    } else if id.is_none() {
        let problem = BadId { found: stem.to_owned(), slug: slug(stem) };
        fields.report(Diagnostic::at(fields.origin(), problem));
    }
    id.map(|id| Located::new(id, fields.origin()))
}

fn when(fields: &Fields<'_>) -> When {
    When {
        date: fields.read("date", value::date_or_words),
        end_date: fields.read("end-date", value::date),
        date_text: fields.get("date-text", value::line),
        weekday: fields.read("weekday", value::choice),
        start: fields.read("start", value::time),
        end: fields.read("end", value::end),
        duration: fields.get("duration", value::duration),
    }
}

/// The room of the venue, the venue, or words.
fn place(
    fields: &Fields<'_>,
    venue: Option<VenueId>,
    directory: &Directory<'_>,
) -> Option<Located<Place>> {
    if fields.has("place") && fields.has("venue") {
        let problem = ConflictingKeys { key: "place", other: "venue" };
        fields.report(Diagnostic::at(fields.place_of("place"), problem));
    }
    if fields.has("room") && !fields.has("venue") {
        let problem = KeyAlone { key: "room", needs: "venue" };
        fields.report(Diagnostic::at(fields.place_of("room"), problem));
    }
    let room =
        fields.get("room", |value| venue.map_or(Ok(None), |venue| directory.room(venue, value)));
    let words = fields.read("place", |value| directory.place(venue, value));
    let known = match (venue, room.flatten()) {
        (Some(venue), Some(room)) => Some(Place::Room(venue, room)),
        (Some(venue), None) => Some(Place::Venue(venue)),
        (None, _) => None,
    };
    let key = if matches!(known, Some(Place::Room(..))) { "room" } else { "venue" };
    known.map(|place| Located::new(place, fields.place_of(key))).or(words)
}

/// A contact of the network's, or words.
fn contact_point(value: &DeValue<'_>, directory: &Directory<'_>) -> Outcome<Option<ContactPoint>> {
    let line = value::line(value)?;
    match Id::new(line.as_str()) {
        Some(_) => Ok(directory.contact(value)?.map(ContactPoint::Contact)),
        None => Ok(Some(ContactPoint::Free(line))),
    }
}

fn organiser(fields: &Fields<'_>) -> Option<Organiser> {
    let name = fields.require("name", value::line);
    Some(Organiser { role: fields.get("role", value::line), name: name?.value })
}

fn registration(fields: &Fields<'_>) -> Registration {
    Registration {
        until: fields.read("until", value::date),
        how: fields.get("how", value::line),
        link: fields.get("link", value::line),
        mail: fields.get("mail", value::mail),
        cost: fields.get("cost", value::line),
        seats: fields.get("seats", value::whole(1, MOST_SEATS)),
    }
}

fn change(fields: &Fields<'_>) -> Option<HistoryEntry> {
    let changed = fields.require("changed", value::date);
    let reason = fields.require("reason", value::line);
    Some(HistoryEntry {
        origin: fields.origin(),
        date: fields.get("date", value::date),
        end_date: fields.get("end-date", value::date),
        date_text: fields.get("date-text", value::line),
        weekday: fields.get("weekday", value::choice),
        start: fields.get("start", value::time),
        place: fields.get("place", value::line),
        status: fields.get("status", value::choice),
        changed: changed?.value,
        reason: reason?.value,
    })
}
