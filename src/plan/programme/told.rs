//! What people wrote to be told to readers: names, and everything else in words.
//!
//! Values are taken apart key by key, so that nobody adds a key without saying here whether it holds
//! words. The coordinator's own are none: notes, sources, and why something is as it is.

use crate::domain::contact::{Contact, Mail};
use crate::domain::line::{Line, Text};
use crate::domain::meeting::{ContactPoint, Meeting, Organiser, Place, Registration, When};
use crate::domain::session::{Item, Person, Session, Timing, Who};
use crate::domain::venue::{Room, Venue};
use crate::domain::workspace::Workspace;
use crate::source::{Located, Origin};

/// Words of a file.
#[derive(Clone, Copy, Debug)]
pub struct Told<'w> {
    /// The words.
    pub words: &'w str,
    /// Where they stand, else where their entry begins.
    pub origin: Origin,
    /// Whether they name somebody.
    pub is_name: bool,
    /// Whether they tell of somebody with a part.
    pub is_of_person: bool,
    /// Whether pages for everybody leave them out, or what they say of how to reach somebody.
    pub is_inner: bool,
    /// The session that says them.
    pub session: Option<&'w Session>,
}

impl Told<'_> {
    /// Where `part` of the words stands, as near as the file has it.
    pub fn place_of(&self, part: &str) -> Origin {
        let is_literal = self.origin.range().len() == self.words.len();
        let Some(at) = self.words.find(part).filter(|_| is_literal) else { return self.origin };
        let start = self.origin.range().start + at;
        Origin::new(self.origin.file, start..start + part.len())
    }
}

/// Words that may know where they stand.
trait Written {
    fn words(&self) -> (&str, Option<Origin>);
}

impl Written for Line {
    fn words(&self) -> (&str, Option<Origin>) {
        (self.as_str(), self.origin())
    }
}

impl Written for Text {
    fn words(&self) -> (&str, Option<Origin>) {
        (self.as_str(), self.origin())
    }
}

/// Gathers the words of an entry.
struct Teller<'w> {
    origin: Origin,
    is_of_person: bool,
    is_inner: bool,
    session: Option<&'w Session>,
    told: Vec<Told<'w>>,
}

impl<'w> Teller<'w> {
    fn new(origin: Origin) -> Self {
        Self { origin, is_of_person: false, is_inner: false, session: None, told: Vec::new() }
    }

    fn add(&mut self, words: impl IntoIterator<Item = &'w (impl Written + 'w)>, is_name: bool) {
        let Self { origin: entry, is_of_person, is_inner, session, .. } = *self;
        self.told.extend(words.into_iter().map(Written::words).map(|(words, own)| {
            let origin = own.unwrap_or(entry);
            Told { words, origin, is_name, is_of_person, is_inner, session }
        }));
    }

    fn texts(&mut self, words: impl IntoIterator<Item = &'w (impl Written + 'w)>) {
        self.add(words, false);
    }

    fn names(&mut self, words: impl IntoIterator<Item = &'w (impl Written + 'w)>) {
        self.add(words, true);
    }

    /// What stands in a place of its own.
    fn at(&mut self, origin: Origin, tell: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.origin, origin);
        tell(self);
        self.origin = outer;
    }

    /// What is not for everybody.
    fn inside(&mut self, tell: impl FnOnce(&mut Self)) {
        self.is_inner = true;
        tell(self);
        self.is_inner = false;
    }

    fn place(&mut self, place: Option<&'w Located<Place>>) {
        if let Some(Located { value: Place::Free(words), origin }) = place {
            self.at(*origin, |inner| inner.texts([words]));
        }
    }

    fn people(&mut self, people: &'w [Person]) {
        for person in people {
            let Person {
                origin,
                who,
                function,
                organisation,
                city: _,
                role: _,
                status: _,
                is_status_said: _,
                absence: _,
            } = person;
            self.at(*origin, |inner| {
                inner.is_of_person = true;
                match who {
                    Who::Named(name) => inner.names([name]),
                    Who::Several(names) | Who::AnyOf(names) => inner.names(names),
                    Who::Contact(_) | Who::Unnamed => {}
                }
                inner.texts(function.iter().chain(organisation));
                inner.is_of_person = false;
            });
        }
    }

    fn session(&mut self, session: &'w Session) {
        let Session {
            id: _,
            origin,
            kind: _,
            title,
            number,
            date: _,
            timing,
            within: _,
            track,
            place,
            meet_at,
            transport,
            seats: _,
            cost,
            people,
            items,
            description,
            note: _,
            topics: _,
            audience: _,
            status: _,
            target_group,
            responsible,
            equipment,
            buffer: _,
            walk: _,
            link,
            online,
            language,
            acknowledged: _,
            repeat_of: _,
        } = session;
        let Timing { start: _, end: _, duration: _, part_of_day: _, connector, zone: _ } = timing;
        self.origin = *origin;
        self.session = Some(session);
        if let Some(title) = title {
            self.at(title.origin, |inner| inner.texts([&title.value]));
        }
        self.place(place.as_ref());
        self.texts(number.iter().chain(track).chain(connector).chain(meet_at).chain(transport));
        self.texts(cost.iter().chain(target_group).chain(link).chain(online).chain(language));
        self.texts(description);
        self.inside(|inner| {
            inner.texts(equipment);
            inner.names(responsible);
        });
        self.people(people);
        for Item { origin, title, number, people, description, duration: _, place } in items {
            self.at(*origin, |inner| {
                inner.texts(title.iter().chain(number));
                inner.texts(description);
                inner.place(place.as_ref());
                inner.people(people);
            });
        }
    }
}

/// What a meeting and its programme tell.
pub fn by_meeting(meeting: &Meeting) -> Vec<Told<'_>> {
    let Meeting {
        id: _,
        origin,
        key: _,
        title,
        subtitle,
        theme,
        number,
        status: _,
        reason,
        when,
        hosts: _,
        host_open: _,
        place,
        venue: _,
        admission: _,
        counts: _,
        created: _,
        previous: _,
        description,
        target_group,
        language,
        online,
        online_access,
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
        sessions,
        releases: _,
    } = meeting;
    let When { date: _, end_date: _, date_text, weekday: _, start: _, end: _, duration: _ } = when;
    let Registration { until: _, how, link: page, mail, cost, seats: _ } = registration;
    let mut teller = Teller::new(*origin);
    teller.at(title.origin, |inner| inner.texts([&title.value]));
    teller.place(place.as_ref());
    teller.texts(subtitle.iter().chain(theme).chain(number).chain(reason).chain(date_text));
    teller.texts(target_group.iter().chain(language).chain(online).chain(link).chain(notices));
    teller.texts(how.iter().chain(page).chain(mail).chain(cost));
    teller.texts(description);
    for Organiser { name, role } in organisers {
        teller.names([name]);
        teller.texts(role);
    }
    if let Some(ContactPoint::Free(line)) = contact {
        teller.inside(|inner| inner.names([line]));
    }
    teller.inside(|inner| inner.texts(online_access));
    teller.people(people);
    for session in sessions {
        teller.session(session);
    }
    teller.told
}

/// What pages and papers tell of the network itself.
pub fn by_network(workspace: &Workspace) -> Vec<Told<'_>> {
    let network = &workspace.network;
    let Some(origin) = network.name.origin() else { return Vec::new() };
    let mut teller = Teller::new(origin);
    teller.texts([&network.name].into_iter().chain(&network.kind).chain(&network.meeting_name));
    teller.texts(network.goals.iter().chain(&network.partners));
    teller.texts(&network.about);
    teller.texts(network.style.logos.iter().map(|logo| &logo.alt));
    teller.told
}

/// What programmes tell of venues, whichever meeting they belong to.
pub fn by_places(workspace: &Workspace) -> Vec<Told<'_>> {
    let mut told = Vec::new();
    for venue in &workspace.venues {
        let Venue {
            id: _,
            origin,
            name,
            city: _,
            street,
            postcode,
            town,
            coordinates: _,
            seats: _,
            access,
            arrival,
            link,
            rooms,
            note: _,
        } = venue;
        let mut teller = Teller::new(*origin);
        teller.texts([name].into_iter().chain(street).chain(postcode).chain(town).chain(link));
        teller.texts(access.iter().chain(arrival));
        for Room { id: _, origin, name, seats: _, equipment } in rooms {
            teller.at(*origin, |inner| inner.texts([name]));
            teller.inside(|inner| inner.at(*origin, |inner| inner.texts(equipment)));
        }
        told.extend(teller.told);
    }
    told
}

/// What letters tell of those who are written to.
pub fn by_people(workspace: &Workspace) -> Vec<Told<'_>> {
    let mut told = Vec::new();
    for contact in &workspace.contacts {
        let Contact {
            id: _,
            origin,
            given_name,
            family_name,
            form_of_address: _,
            titles,
            office,
            organisation,
            department,
            city: _,
            street,
            postcode,
            town,
            country,
            mail,
            phone,
            language: _,
            familiar: _,
            rank: _,
            groups: _,
            salutation,
            note: _,
        } = contact;
        let mut teller = Teller::new(*origin);
        teller.texts([family_name].into_iter().chain(titles).chain(given_name).chain(salutation));
        teller.texts(office.iter().chain(organisation).chain(department).chain(phone));
        teller.texts(street.iter().chain(postcode).chain(town).chain(country));
        if let Mail::At(address) = mail {
            teller.texts([address]);
        }
        told.extend(teller.told);
    }
    told
}
