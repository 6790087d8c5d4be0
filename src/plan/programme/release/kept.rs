//! Places and people as a version keeps them.

use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::meeting::Place;
use crate::domain::release::Commitment;
use crate::domain::session::{Certainty, Person, Who};
use crate::domain::venue::{Room, Venue};
use crate::domain::workspace::Workspace;
use crate::plan::post::notification::name;
use crate::text::plain;

/// Room and name of a place: "Saal, Stadt-Werkstatt".
pub(super) fn place(workspace: &Workspace, place: &Place) -> String {
    match place {
        Place::Venue(venue) => words(&workspace.venue(*venue).name),
        Place::Room(venue, room) => {
            let venue = workspace.venue(*venue);
            // How many find a seat there, and what stands there, the chair must know.
            let Room { id: _, origin: _, name, seats: _, equipment: _ } = &venue.rooms[*room];
            format!("{}, {}", words(name), words(&venue.name))
        }
        // A key is no name: in another venue, or in none, the room keeps the name that it has in its own.
        Place::Free(free) => match workspace.room_named(free.as_str()) {
            Some((_, room)) => words(&room.name),
            None => words(free),
        },
    }
}

/// The same with street, postcode and town.
pub(super) fn full_place(workspace: &Workspace, place: &Place) -> String {
    let name = self::place(workspace, place);
    let address = |venue: &Venue| {
        let town = venue.town.as_ref().map(words);
        let town = town.or_else(|| Some(self::town(workspace, venue.city?.value)));
        let town = [venue.postcode.as_ref().map(words), town];
        let town: Vec<_> = town.into_iter().flatten().collect();
        let street = venue.street.as_ref().map(words);
        street.into_iter().chain(Some(town.join(" ")).filter(|town| !town.is_empty()))
    };
    match place {
        Place::Venue(venue) | Place::Room(venue, _) => {
            let address = address(workspace.venue(*venue));
            std::iter::once(name).chain(address).collect::<Vec<_>>().join(", ")
        }
        Place::Free(_) => name,
    }
}

/// The name of a town: what else is known of it no programme tells.
pub(super) fn town(workspace: &Workspace, id: CityId) -> String {
    let City {
        id: _,
        origin: _,
        name,
        official_name: _,
        municipality_key: _,
        district: _,
        postcode: _,
        country: _,
        region: _,
        coordinates: _,
        street: _,
        mail: _,
        station: _,
        adjective: _,
        membership: _,
        share: _,
        extra_holidays: _,
        island: _,
        unavailable: _,
        wishes: _,
        logo: _,
        note: _,
    } = workspace.city(id);
    words(name)
}

/// The names of a person, or what stands for them.
pub fn who(workspace: &Workspace, who: &Who) -> Vec<String> {
    match who {
        Who::Named(name) => vec![words(name)],
        Who::Contact(id) => vec![name(workspace.contact(*id))],
        Who::Several(names) => names.iter().map(words).collect(),
        Who::AnyOf(names) => vec![names.iter().map(words).collect::<Vec<_>>().join(" / ")],
        // Function, organisation and town are part of the content.
        Who::Unnamed => Vec::new(),
    }
}

/// The names of those of `people` who are announced.
pub(super) fn announced(workspace: &Workspace, people: &[Person]) -> Vec<String> {
    let told = people.iter().filter(|person| is_told(person));
    told.flat_map(|person| who(workspace, &person.who)).collect()
}

/// What each of these names has to do.
pub(super) fn announced_as(workspace: &Workspace, people: &[Person]) -> Vec<Commitment> {
    let told = people.iter().filter(|person| is_told(person));
    let each = told.flat_map(|person| {
        let Person { role, status, .. } = person;
        let one = Commitment { role: *role, status: *status };
        vec![one; who(workspace, &person.who).len()]
    });
    each.collect()
}

/// Words as files keep them: with plain spaces.
pub(super) fn words(line: &impl ToString) -> String {
    plain(&line.to_string())
}

/// Whoever has declined is announced to nobody.
pub(super) fn is_told(person: &Person) -> bool {
    person.status != Certainty::Dropped
}
