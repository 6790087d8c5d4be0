//! `meetings/*.toml`

use super::directory::Directory;
use super::fields::Fields;
use super::person;
use super::release;
use super::session::{self, Context};
use super::value;
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
    let title = fields.require_line("title");
    let when = when(fields);
    let venue = fields.get("venue", |value| directory.venue(value)).flatten();
    Some(Meeting {
        origin: fields.origin(),
        key: fields.place_of("id"),
        subtitle: fields.line("subtitle"),
        theme: fields.line("theme"),
        number: fields.line("number"),
        status: fields
            .read("status", value::choice)
            .unwrap_or_else(|| Located::new(Status::Planned, fields.origin())),
        reason: fields.line("reason"),
        sessions: session::read(fields, &Context { directory, venue, when: &when }),
        when,
        hosts: directory.cities(fields, "hosts"),
        host_open: !fields.has("hosts"),
        place: place(fields, venue, directory),
        venue: fields.has("venue").then(|| fields.place_of("venue")),
        admission: fields.read("admission", value::time),
        counts: fields.get("counts", value::flag).unwrap_or(true),
        created: fields.get("created", value::date),
        previous: fields.read("previous", value::id),
        description: fields.text("description"),
        target_group: fields.line("for"),
        language: fields.line("language"),
        online: fields.line("online"),
        online_access: fields.text("online-access"),
        link: fields.line("link"),
        as_of: fields.get("as-of", value::date),
        notices: fields.lines("notices"),
        note: fields.text("note"),
        organisers: fields.tables("organisers").iter().filter_map(organiser).collect(),
        people: person::read(fields, directory),
        contact: contact_point(fields, directory),
        attended: directory.cities(fields, "attended"),
        excused: directory.cities(fields, "excused"),
        done: fields.list("done", value::id),
        source: fields.line("source"),
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
        date_text: fields.line("date-text"),
        weekday: fields.read("weekday", value::choice),
        start: fields.read("start", value::time),
        end: fields.read("end", value::end),
        duration: fields.read("duration", value::duration),
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
fn contact_point(fields: &Fields<'_>, directory: &Directory<'_>) -> Option<ContactPoint> {
    let is_id = |line: &Line| Id::new(line.as_str()).is_some();
    if fields.peek("contact", value::line).is_some_and(|line| is_id(&line.value)) {
        let contact = fields.get("contact", |value| directory.contact(value)).flatten();
        return contact.map(ContactPoint::Contact);
    }
    fields.line("contact").map(ContactPoint::Free)
}

fn organiser(fields: &Fields<'_>) -> Option<Organiser> {
    let name = fields.require_line("name");
    Some(Organiser { role: fields.line("role"), name: name?.value })
}

fn registration(fields: &Fields<'_>) -> Registration {
    Registration {
        until: fields.read("until", value::date),
        how: fields.line("how"),
        link: fields.line("link"),
        mail: fields.line_by("mail", value::mail),
        cost: fields.line("cost"),
        seats: fields.get("seats", value::whole(1, MOST_SEATS)),
    }
}

fn change(fields: &Fields<'_>) -> Option<HistoryEntry> {
    let changed = fields.require("changed", value::date);
    let reason = fields.require_line("reason");
    Some(HistoryEntry {
        origin: fields.origin(),
        date: fields.get("date", value::date),
        end_date: fields.get("end-date", value::date),
        date_text: fields.line("date-text"),
        weekday: fields.get("weekday", value::choice),
        start: fields.get("start", value::time),
        place: fields.line("place"),
        status: fields.get("status", value::choice),
        changed: changed?.value,
        reason: reason?.value,
    })
}
