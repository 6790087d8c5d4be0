//! Venues as data.

use serde::Serialize;

use super::finding::{FilePlace, place};
use crate::domain::line::Line;
use crate::domain::venue::Venue as Site;
use crate::domain::workspace::Workspace;
use crate::source::Sources;

/// A venue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Venue {
    /// The key.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The name of its town.
    pub town: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Postcode, else that of its town.
    pub postcode: Option<String>,
    /// Degrees north and east.
    pub coordinates: Option<[f64; 2]>,
    /// How many people find a seat.
    pub seats: Option<u32>,
    /// What there is for people with impairments.
    pub access: Option<String>,
    /// How to get there.
    pub arrival: Option<String>,
    /// A page about it.
    pub link: Option<String>,
    /// Its rooms.
    pub rooms: Vec<Room>,
    /// Where its entry stands.
    pub place: FilePlace,
}

/// A room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Room {
    /// The key within the venue.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many people find a seat.
    pub seats: Option<u32>,
    /// What is there.
    pub equipment: Option<String>,
}

/// All venues in the order of the file.
pub fn venues(workspace: &Workspace, sources: &Sources) -> Vec<Venue> {
    workspace.venues.iter().map(|site| venue(site, workspace, sources)).collect()
}

fn venue(site: &Site, workspace: &Workspace, sources: &Sources) -> Venue {
    let town = site.city.map(|city| workspace.city(city.value));
    let words = |line: Option<&Line>| line.map(ToString::to_string);
    Venue {
        id: site.id.to_string(),
        name: site.name.to_string(),
        town: words(site.town.as_ref().or(town.map(|town| &town.name))),
        street: words(site.street.as_ref()),
        postcode: words(site.postcode.as_ref().or(town.and_then(|town| town.postcode.as_ref()))),
        coordinates: site.coordinates.map(|point| [point.latitude, point.longitude]),
        seats: site.seats,
        access: site.access.as_ref().map(ToString::to_string),
        arrival: site.arrival.as_ref().map(ToString::to_string),
        link: words(site.link.as_ref()),
        rooms: site
            .rooms
            .iter()
            .map(|room| Room {
                id: room.id.to_string(),
                name: room.name.to_string(),
                seats: room.seats,
                equipment: words(room.equipment.as_ref()),
            })
            .collect(),
        place: place(site.origin, sources),
    }
}
