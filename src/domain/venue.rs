//! The places where meetings are held.

use super::city::Coordinates;
use super::id::{CityId, Id};
use super::line::{Line, Text};
use crate::source::{Located, Origin};

/// A building or place with its rooms.
#[derive(Clone, Debug)]
pub struct Venue {
    /// The name that keys go by.
    pub id: Id,
    /// Where its entry begins.
    pub origin: Origin,
    /// Its name.
    pub name: Line,
    /// The town of the network it lies in.
    pub city: Option<Located<CityId>>,
    /// Street and number.
    pub street: Option<Line>,
    /// Postcode, five digits.
    pub postcode: Option<Line>,
    /// Town, where it is none of the network.
    pub town: Option<Line>,
    /// Where it lies.
    pub coordinates: Option<Coordinates>,
    /// How many people find a seat.
    pub seats: Option<u32>,
    /// What there is for people with impairments.
    pub access: Option<Text>,
    /// How to get there.
    pub arrival: Option<Text>,
    /// A page about it.
    pub link: Option<Line>,
    /// Its rooms.
    pub rooms: Vec<Room>,
    /// A note of the coordinator's own.
    pub note: Option<Text>,
}

/// A room of a venue.
#[derive(Clone, Debug)]
pub struct Room {
    /// The name that keys go by, within the venue.
    pub id: Id,
    /// Where its entry begins.
    pub origin: Origin,
    /// Its name.
    pub name: Line,
    /// How many people find a seat.
    pub seats: Option<u32>,
    /// What is there.
    pub equipment: Option<Line>,
}
