//! `venues.toml`

use super::city::coordinates;
use super::directory::Directory;
use super::directory::Names;
use super::fields::Fields;
use super::value;
use crate::diagnostic::reference::Kind;
use crate::domain::venue::{Room, Venue};

/// The most people any place holds.
pub(super) const MOST_SEATS: u32 = 100_000;

/// Reads `[[venue]]` with the rooms.
pub(super) fn read(file: &Fields<'_>, directory: &mut Directory) -> Vec<Venue> {
    file.tables("venue").into_iter().filter_map(|fields| venue(fields, directory)).collect()
}

fn venue(fields: Fields<'_>, directory: &mut Directory) -> Option<Venue> {
    let id = directory.venues.register(&fields);
    let name = fields.require("name", value::line);
    let mut room_names = Names::new(Kind::Room);
    let rooms = fields
        .tables("room")
        .into_iter()
        .filter_map(|fields| room(fields, &mut room_names))
        .collect();
    directory.rooms.push(room_names);
    Some(Venue {
        origin: fields.origin(),
        city: fields.read("city", |value| directory.city(value)),
        street: fields.get("street", value::line),
        postcode: fields.get("postcode", value::digits(5)),
        town: fields.get("town", value::line),
        coordinates: coordinates(&fields),
        seats: fields.get("seats", value::whole(1, MOST_SEATS)),
        access: fields.get("access", value::text),
        arrival: fields.get("arrival", value::text),
        link: fields.get("link", value::line),
        rooms,
        note: fields.get("note", value::text),
        id: id?,
        name: name?.value,
    })
}

fn room(fields: Fields<'_>, names: &mut Names) -> Option<Room> {
    let id = names.register(&fields);
    let name = fields.require("name", value::line);
    Some(Room {
        origin: fields.origin(),
        seats: fields.get("seats", value::whole(1, MOST_SEATS)),
        equipment: fields.get("equipment", value::line),
        id: id?,
        name: name?.value,
    })
}
