//! Checksums of what readers are told beside title, time, place and names.
//!
//! Values are taken apart key by key, so that nobody adds a key without saying here whether readers
//! are told of it.

use super::commitments::role_and_status;
use super::described::Described;
use super::kept::{full_place, is_told, place, town, who, words};
use crate::domain::id::VenueId;
use crate::domain::meeting::{ContactPoint, Meeting, Organiser, Place, Registration};
use crate::domain::release::Coverage::{self, Fifth, Fourth, Second, Third};
use crate::domain::release::{Checksum, Content, Detail, DetailContent, PartFacts};
use crate::domain::session::{Item, Person, Session, Who};
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
    /// What is being told.
    detail: Detail,
    named: Vec<(Detail, &'static str, String)>,
    /// People with what they are, in words.
    cast: Vec<String>,
    /// Who organises it, and as what.
    organisers: Vec<String>,
    /// What an item consists of.
    items: Vec<PartFacts>,
}

impl<'w> Parts<'w> {
    fn new(covers: Coverage, workspace: &'w Workspace, meeting: &Meeting) -> Self {
        let home = meeting.place.as_ref().and_then(|place| place.value.venue());
        let detail = Detail::Description;
        Self {
            covers,
            workspace,
            home,
            detail,
            named: Vec::new(),
            cast: Vec::new(),
            organisers: Vec::new(),
            items: Vec::new(),
        }
    }

    /// What is added from now on tells of this.
    fn of(&mut self, detail: Detail) -> &mut Self {
        self.detail = detail;
        self
    }

    fn add(&mut self, name: &'static str, part: Option<impl ToString>) {
        let detail = self.detail;
        self.named.extend(part.map(|part| (detail, name, words(&part))));
    }

    /// Everything that was added.
    fn content(self) -> Content {
        if self.covers < Fourth {
            let whole = Checksum::of(self.named.into_iter().map(|(_, name, part)| (name, part)));
            return Content { whole, details: Vec::new() };
        }
        let detail = |detail: &Detail| {
            let own = || self.named.iter().filter(|(of, ..)| of == detail);
            let sum = Checksum::of(own().map(|(_, name, part)| (*name, part.clone())))?;
            let mut parts = own().map(|(.., part)| part.clone());
            let words = match detail {
                Detail::People => Some(self.cast.join("; ")),
                Detail::Organisers => Some(self.organisers.join("; ")),
                detail => parts.next().filter(|_| detail.is_in_words() && parts.next().is_none()),
            };
            Some(DetailContent::new(*detail, sum, words))
        };
        Content { whole: None, details: Detail::all().filter_map(|it| detail(&it)).collect() }
    }

    /// Adds what versions tell from `first` on: a key that was forgotten until then. A key that is
    /// new in files is simply added, for no earlier version can have had it.
    fn since(&mut self, first: Coverage, name: &'static str, part: Option<impl ToString>) {
        self.add(name, part.filter(|_| self.covers >= first));
    }

    /// Names that are no facts of their own.
    fn names(&mut self, people: &[Person]) {
        let told = people.iter().filter(|person| is_told(person));
        let names = told.flat_map(|person| who(self.workspace, &person.who));
        let detail = self.detail;
        self.named.extend(names.map(|name| (detail, "name", name)));
    }

    /// What people are beside their names, and how certain they come.
    fn people(&mut self, people: &[Person]) {
        for person in people.iter().filter(|person| is_told(person)) {
            let Person {
                origin: _,
                who,
                function,
                organisation,
                city,
                role,
                status,
                is_status_said: _,
                // Whoever does not take part is not told of.
                absence: _,
            } = person;
            let city = city.map(|city| city.value);
            self.add("function", function.as_ref());
            self.add("organisation", organisation.as_ref());
            self.add("city", city.map(|city| &self.workspace.city(city).id));
            let detail = self.detail;
            if detail == Detail::People {
                self.detail = Detail::Roles;
            }
            for (name, word) in role_and_status(*role, *status) {
                self.add(name, Some(word));
            }
            self.detail = detail;
            let known = match who {
                Who::Contact(id) => Described::of(self.workspace, self.workspace.contact(*id)),
                Who::Named(_) | Who::Several(_) | Who::AnyOf(_) | Who::Unnamed => {
                    Described::default()
                }
            };
            let town_of = city.map(|city| town(self.workspace, city)).or(known.town.clone());
            let said = [
                function.as_ref().map(words).or(known.office.clone()),
                organisation.as_ref().map(words).or(known.body.clone()),
                town_of.clone(),
            ];
            let said: Vec<String> = said.into_iter().flatten().collect();
            let names = self::who(self.workspace, who).join(", ");
            let names =
                if said.is_empty() { names } else { format!("{names} ({})", said.join(", ")) };
            self.cast.push(names);
            // What the programme says itself stands instead of what the contact says.
            self.since(Second, "office", known.office.filter(|_| function.is_none()));
            self.since(Second, "body", known.body.filter(|_| organisation.is_none()));
            self.since(Second, "town", town_of);
        }
    }

    fn item(&mut self, item: &Item) {
        let Item { origin: _, title, number, people, description, duration, place: at } = item;
        let (cast, begin) = (self.cast.len(), self.named.len());
        self.add("item", Some(""));
        self.add("title", title.as_ref());
        self.add("number", number.as_ref());
        self.names(people);
        self.people(people);
        self.add("description", description.as_ref());
        self.add("duration", duration.as_ref());
        let at = at.as_ref().map(|at| &at.value);
        let place = at.map(|at| place(self.workspace, at));
        self.add("place", place.as_ref());
        self.address(at);
        let told = people.iter().filter(|person| is_told(person));
        // What a version says of it in words is none of the rest.
        let rest = self.named[begin..].iter().filter(|(detail, name, _)| {
            let is_said = ["item", "title", "number", "name", "duration", "place"].contains(name);
            *detail == Detail::Items && !is_said
        });
        self.items.push(PartFacts {
            number: number.as_ref().map(words),
            title: title.as_ref().map(words),
            duration: *duration,
            place,
            people: told.flat_map(|person| who(self.workspace, &person.who)).collect(),
            rest: Checksum::of(rest.map(|(_, name, part)| (*name, part.clone()))),
        });
        // People of its parts are told with these.
        self.cast.truncate(cast);
    }

    /// Where a place lies that is not the meeting's own.
    fn address(&mut self, place: Option<&Place>) {
        let other = place.filter(|place| place.venue().is_some_and(|id| Some(id) != self.home));
        let Some(place) = other else { return };
        let full = full_place(self.workspace, place);
        self.of(Detail::Address).since(Second, "address", Some(full));
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
        self.of(Detail::Access).since(Second, "access", access.as_ref());
        self.of(Detail::Arrival).since(Second, "arrival", arrival.as_ref());
        self.of(Detail::Link).since(Second, "venue-link", link.as_ref());
        self.of(Detail::Address).coordinates(home);
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

pub(super) fn of_session(
    covers: Coverage,
    workspace: &Workspace,
    meeting: &Meeting,
    session: &Session,
) -> (Content, Option<Vec<PartFacts>>) {
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
        topics: _,
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
    parts.of(Detail::Number).add("number", number.as_ref().or(original.number.as_ref()));
    parts.of(Detail::Track).add("track", track.as_ref());
    parts.of(Detail::MeetAt).add("meet-at", meet_at.as_ref().or(original.meet_at.as_ref()));
    parts
        .of(Detail::Transport)
        .add("transport", transport.as_ref().or(original.transport.as_ref()));
    parts.of(Detail::Cost).add("cost", cost.as_ref().or(original.cost.as_ref()));
    parts
        .of(Detail::TargetGroup)
        .add("for", target_group.as_ref().or(original.target_group.as_ref()));
    parts.of(Detail::Link).add("link", link.as_ref().or(original.link.as_ref()));
    parts.of(Detail::Online).add("online", online.as_ref().or(original.online.as_ref()));
    parts.of(Detail::Language).add("language", language.as_ref().or(original.language.as_ref()));
    parts.of(Detail::Seats).add("seats", seats.or(original.seats));
    parts
        .of(Detail::Description)
        .add("description", description.as_ref().or(original.description.as_ref()));
    parts.of(Detail::Block).add("in", within.map(|block| &sessions[block.value].id));
    parts
        .of(Detail::Repetition)
        .add("repeat-of", repeat_of.map(|repeated| &sessions[repeated.value].id));
    parts.of(Detail::People).people(if people.is_empty() { &original.people } else { people });
    for item in if items.is_empty() { &original.items } else { items } {
        parts.of(Detail::Items).item(item);
    }
    parts
        .of(Detail::Address)
        .address(place.as_ref().or(original.place.as_ref()).map(|place| &place.value));
    let items = (covers >= Fifth).then(|| std::mem::take(&mut parts.items));
    (parts.content(), items)
}

pub(super) fn of_meeting(covers: Coverage, workspace: &Workspace, meeting: &Meeting) -> Content {
    // What is left out is a fact of its own, the coordinator's own, or came after the meeting; the day
    // it is of a version says itself, and what was planned before the versions before.
    let Meeting {
        id: _,
        venue: _,
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
        // Those who say yes are told; a version is for everybody.
        online_access: _,
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
    parts.of(Detail::Subtitle).add("subtitle", subtitle.as_ref());
    parts.of(Detail::Theme).add("theme", theme.as_ref());
    parts.of(Detail::Number).add("number", number.as_ref());
    parts.of(Detail::Admission).add("admission", admission.as_ref().map(|time| time.value));
    parts.of(Detail::Description).add("description", description.as_ref());
    parts.of(Detail::TargetGroup).add("for", target_group.as_ref());
    parts.of(Detail::Language).add("language", language.as_ref());
    parts.of(Detail::Online).add("online", online.as_ref());
    parts.of(Detail::Link).add("link", link.as_ref());
    for notice in notices {
        parts.of(Detail::Notices).add("notice", Some(notice));
    }
    for Organiser { name, role } in organisers {
        parts.of(Detail::Organisers).add("organiser", Some(name));
        parts.of(Detail::Organisers).add("part", role.as_ref());
        let role = role.as_ref().map(|role| format!(" ({})", words(role)));
        parts.organisers.push(words(name) + role.as_deref().unwrap_or_default());
    }
    parts.of(Detail::People).names(people);
    parts.people(people);
    parts.of(Detail::Contact);
    if let Some(point) = contact {
        parts.contact_point(point);
    }
    let Registration { until, how, link, mail, cost, seats } = registration;
    // Later versions say it themselves.
    let within = until.filter(|_| parts.covers < Third);
    parts.of(Detail::Registration).add("registration-until", within.map(|until| until.value));
    parts.of(Detail::Registration).add("registration-how", how.as_ref());
    parts.of(Detail::Registration).add("registration-link", link.as_ref());
    parts.of(Detail::Registration).add("registration-mail", mail.as_ref());
    parts.of(Detail::Cost).add("registration-cost", cost.as_ref());
    parts.of(Detail::Seats).add("registration-seats", *seats);
    if let Some(place) = place {
        parts.home(&place.value);
    }
    parts.content()
}
