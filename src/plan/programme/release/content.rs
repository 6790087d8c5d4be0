//! Checksums of what readers are told beside title, time, place and names.
//!
//! Values are taken apart key by key, so that nobody adds a key without saying here whether readers
//! are told of it.

use super::kept::{full_place, place, town, who, words};
use crate::domain::contact::{Contact, Mail};
use crate::domain::id::VenueId;
use crate::domain::meeting::{ContactPoint, Meeting, Organiser, Place, Registration};
use crate::domain::release::Checksum;
use crate::domain::release::Coverage::{self, Second, Third};
use crate::domain::session::{Certainty, Item, Person, Session, Who};
use crate::domain::venue::Venue;
use crate::domain::workspace::Workspace;
use crate::plan::post::notification::name;
use crate::text::Vocabulary;

/// Named words; what is not there is left out.
struct Parts<'w> {
    covers: Coverage,
    workspace: &'w Workspace,
    /// The venue of the meeting.
    home: Option<VenueId>,
    named: Vec<(&'static str, String)>,
}

impl<'w> Parts<'w> {
    fn new(covers: Coverage, workspace: &'w Workspace, meeting: &Meeting) -> Self {
        let home = meeting.place.as_ref().and_then(|place| place.value.venue());
        Self { covers, workspace, home, named: Vec::new() }
    }

    fn add(&mut self, name: &'static str, part: Option<impl ToString>) {
        self.named.extend(part.map(|part| (name, words(&part))));
    }

    /// Adds what versions tell from `first` on: a key that was forgotten until then. A key that is
    /// new in files is simply added, for no earlier version can have had it.
    fn since(&mut self, first: Coverage, name: &'static str, part: Option<impl ToString>) {
        self.add(name, part.filter(|_| self.covers >= first));
    }

    /// Names that are no facts of their own.
    fn names(&mut self, people: &[Person]) {
        let names = people.iter().flat_map(|person| who(self.workspace, &person.who));
        self.named.extend(names.map(|name| ("name", name)));
    }

    /// What people are beside their names, and how certain they come.
    fn people(&mut self, people: &[Person]) {
        for person in people {
            let Person { origin: _, who, function, organisation, city, role, status } = person;
            let city = city.map(|city| city.value);
            self.add("function", function.as_ref());
            self.add("organisation", organisation.as_ref());
            self.add("city", city.map(|city| &self.workspace.city(city).id));
            // The words of files never change, or old checksums would not hold.
            self.add("role", role.map(Vocabulary::word));
            self.add("status", (*status != Certainty::Fixed).then(|| status.word()));
            let known = match who {
                Who::Contact(id) => Described::of(self.workspace, self.workspace.contact(*id)),
                Who::Named(_) | Who::Several(_) | Who::AnyOf(_) | Who::Unnamed => {
                    Described::default()
                }
            };
            // What the programme says itself stands instead of what the contact says.
            self.since(Second, "office", known.office.filter(|_| function.is_none()));
            self.since(Second, "body", known.body.filter(|_| organisation.is_none()));
            self.since(Second, "town", city.map(|city| town(self.workspace, city)).or(known.town));
        }
    }

    fn item(&mut self, item: &Item) {
        let Item { origin: _, title, number, people, description, duration, place: at } = item;
        self.add("item", Some(""));
        self.add("title", title.as_ref());
        self.add("number", number.as_ref());
        self.names(people);
        self.people(people);
        self.add("description", description.as_ref());
        self.add("duration", duration.as_ref());
        let at = at.as_ref().map(|at| &at.value);
        self.add("place", at.map(|at| place(self.workspace, at)));
        self.address(at);
    }

    /// Where a place lies that is not the meeting's own.
    fn address(&mut self, place: Option<&Place>) {
        let other = place.filter(|place| place.venue().is_some_and(|id| Some(id) != self.home));
        let Some(place) = other else { return };
        self.since(Second, "address", Some(full_place(self.workspace, place)));
        self.coordinates(place);
    }

    fn coordinates(&mut self, place: &Place) {
        let venue = place.venue().map(|id| self.workspace.venue(id));
        let coordinates = venue.and_then(|venue| venue.coordinates);
        let words = coordinates.map(|at| format!("{} {}", at.latitude, at.longitude));
        self.since(Second, "coordinates", words);
    }

    /// What the meeting's own place says beside its address, which is a fact of its own.
    fn home(&mut self, home: &Place) {
        let Some(id) = home.venue() else { return };
        let Venue {
            id: _,
            origin: _,
            name: _,
            city: _,
            street: _,
            postcode: _,
            town: _,
            coordinates: _,
            seats: _,
            access,
            arrival,
            link,
            rooms: _,
            note: _,
        } = self.workspace.venue(id);
        self.since(Second, "access", access.as_ref());
        self.since(Second, "arrival", arrival.as_ref());
        self.since(Second, "venue-link", link.as_ref());
        self.coordinates(home);
    }

    fn contact_point(&mut self, point: &ContactPoint) {
        let id = match point {
            ContactPoint::Free(line) => return self.add("contact", Some(line)),
            ContactPoint::Contact(id) => *id,
        };
        let contact = self.workspace.contact(id);
        self.add("contact", Some(&contact.id));
        let Described { office, body, town, mail, phone } = Described::of(self.workspace, contact);
        self.since(Second, "contact-name", Some(name(contact)));
        self.since(Second, "contact-office", office);
        self.since(Second, "contact-body", body);
        self.since(Second, "contact-town", town);
        self.since(Second, "contact-phone", phone);
        self.since(Second, "contact-mail", mail);
    }
}

/// What readers may be told of a contact beside the name.
#[derive(Default)]
struct Described {
    office: Option<String>,
    body: Option<String>,
    town: Option<String>,
    mail: Option<String>,
    phone: Option<String>,
}

impl Described {
    fn of(workspace: &Workspace, contact: &Contact) -> Self {
        // How somebody is written to stands in letters alone.
        let Contact {
            id: _,
            origin: _,
            given_name: _,
            family_name: _,
            form_of_address: _,
            titles: _,
            office,
            organisation,
            department,
            city,
            street: _,
            postcode: _,
            town: _,
            country: _,
            mail,
            phone,
            language: _,
            familiar: _,
            rank: _,
            groups: _,
            salutation: _,
            note: _,
        } = contact;
        Self {
            office: office.as_ref().map(words),
            body: organisation.as_ref().or(department.as_ref()).map(words),
            town: city.map(|city| town(workspace, city.value)),
            mail: match mail {
                Mail::At(address) => Some(address.to_string()),
                Mail::Unknown | Mail::Never => None,
            },
            phone: phone.as_ref().map(words),
        }
    }
}

pub(super) fn of_session(
    covers: Coverage,
    workspace: &Workspace,
    meeting: &Meeting,
    session: &Session,
) -> Option<Checksum> {
    let sessions = &meeting.sessions;
    let original = session.original(sessions);
    // What is left out is a fact of its own, or only the chair's to know.
    let Session {
        id: _,
        origin: _,
        kind: _,
        title: _,
        number,
        date: _,
        timing: _,
        within,
        track,
        place,
        meet_at,
        transport,
        seats,
        cost,
        people,
        items,
        description,
        note: _,
        audience: _,
        status: _,
        target_group,
        responsible: _,
        equipment: _,
        buffer: _,
        walk: _,
        link,
        online,
        language,
        acknowledged: _,
        repeat_of,
    } = session;
    let mut parts = Parts::new(covers, workspace, meeting);
    parts.add("number", number.as_ref().or(original.number.as_ref()));
    parts.add("track", track.as_ref());
    parts.add("meet-at", meet_at.as_ref().or(original.meet_at.as_ref()));
    parts.add("transport", transport.as_ref().or(original.transport.as_ref()));
    parts.add("cost", cost.as_ref().or(original.cost.as_ref()));
    parts.add("for", target_group.as_ref().or(original.target_group.as_ref()));
    parts.add("link", link.as_ref().or(original.link.as_ref()));
    parts.add("online", online.as_ref().or(original.online.as_ref()));
    parts.add("language", language.as_ref().or(original.language.as_ref()));
    parts.add("seats", seats.or(original.seats));
    parts.add("description", description.as_ref().or(original.description.as_ref()));
    parts.add("in", within.map(|block| &sessions[block.value].id));
    parts.add("repeat-of", repeat_of.map(|repeated| &sessions[repeated.value].id));
    parts.people(if people.is_empty() { &original.people } else { people });
    for item in if items.is_empty() { &original.items } else { items } {
        parts.item(item);
    }
    parts.address(place.as_ref().or(original.place.as_ref()).map(|place| &place.value));
    Checksum::of(parts.named)
}

pub(super) fn of_meeting(
    covers: Coverage,
    workspace: &Workspace,
    meeting: &Meeting,
) -> Option<Checksum> {
    // What is left out is a fact of its own, the coordinator's own, or came after the meeting; the day
    // it is of a version says itself, and what was planned before the versions before.
    let Meeting {
        id: _,
        origin: _,
        key: _,
        title: _,
        subtitle,
        theme,
        number,
        status: _,
        reason: _,
        when: _,
        hosts: _,
        host_open: _,
        place,
        admission,
        counts: _,
        created: _,
        previous: _,
        description,
        target_group,
        language,
        online,
        link,
        as_of: _,
        notices,
        note: _,
        organisers,
        people,
        contact,
        attended: _,
        done: _,
        excused: _,
        source: _,
        registration,
        history: _,
        acknowledged: _,
        sessions: _,
        releases: _,
    } = meeting;
    let mut parts = Parts::new(covers, workspace, meeting);
    parts.add("subtitle", subtitle.as_ref());
    parts.add("theme", theme.as_ref());
    parts.add("number", number.as_ref());
    parts.add("admission", admission.as_ref());
    parts.add("description", description.as_ref());
    parts.add("for", target_group.as_ref());
    parts.add("language", language.as_ref());
    parts.add("online", online.as_ref());
    parts.add("link", link.as_ref());
    for notice in notices {
        parts.add("notice", Some(notice));
    }
    for Organiser { name, role } in organisers {
        parts.add("organiser", Some(name));
        parts.add("part", role.as_ref());
    }
    parts.names(people);
    parts.people(people);
    if let Some(point) = contact {
        parts.contact_point(point);
    }
    let Registration { until, how, link, mail, cost, seats } = registration;
    // Later versions say it themselves.
    let within = until.filter(|_| parts.covers < Third);
    parts.add("registration-until", within.map(|until| until.value));
    parts.add("registration-how", how.as_ref());
    parts.add("registration-link", link.as_ref());
    parts.add("registration-mail", mail.as_ref());
    parts.add("registration-cost", cost.as_ref());
    parts.add("registration-seats", *seats);
    if let Some(place) = place {
        parts.home(&place.value);
    }
    Checksum::of(parts.named)
}
