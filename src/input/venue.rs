//! `venues.toml`

use super::city::coordinates;
use super::directory::{Index, Names};
use super::fields::Fields;
use super::value;
use crate::diagnostic::reference::ReferenceKind;
use crate::domain::venue::{Room, Venue};

/// The most people any place holds.
pub(super) const MOST_SEATS: u32 = 100_000;

/// Reads `[[venue]]` with the rooms.
pub(super) fn read(file: &Fields<'_>, index: &mut Index) -> Vec<Venue> {
    file.tables("venue")
        .into_iter()
        .filter_map(|fields| {
            let (venue, rooms) = venue(fields, index);
            let venue = index.venues.keep(venue)?;
            index.rooms.push(rooms);
            Some(venue)
        })
        .collect()
}

/// An entry with the names of its rooms.
fn venue(fields: Fields<'_>, index: &mut Index) -> (Option<Venue>, Names) {
    let id = index.venues.register(&fields);
    let name = fields.require_line("name");
    let mut room_names = Names::new(ReferenceKind::Room);
    let rooms = fields
        .tables("room")
        .into_iter()
        .filter_map(|fields| {
            let room = room(fields, &mut room_names);
            room_names.keep(room)
        })
        .collect();
    let city = fields.read("city", |value| index.city(value));
    let street = fields.line("street");
    let postcode = fields.get("postcode", value::digits(5));
    let town = fields.line("town");
    let coordinates = coordinates(&fields);
    let seats = fields.get("seats", value::whole(1, MOST_SEATS));
    let access = fields.text("access");
    let arrival = fields.text("arrival");
    let link = fields.line("link");
    let note = fields.text("note");
    let venue = id.zip(name).map(|(id, name)| Venue {
        origin: fields.origin(),
        city,
        street,
        postcode,
        town,
        coordinates,
        seats,
        access,
        arrival,
        link,
        rooms,
        note,
        id,
        name: name.value,
    });
    (venue, room_names)
}

fn room(fields: Fields<'_>, names: &mut Names) -> Option<Room> {
    let id = names.register(&fields);
    let name = fields.require_line("name");
    Some(Room {
        origin: fields.origin(),
        seats: fields.get("seats", value::whole(1, MOST_SEATS)),
        equipment: fields.line("equipment"),
        id: id?,
        name: name?.value,
    })
}
