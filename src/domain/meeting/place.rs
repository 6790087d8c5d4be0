//! Where something is.

use crate::domain::id::VenueId;
use crate::domain::line::Line;

/// A place: known, or in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A venue of the network's.
    Venue(VenueId),
    /// One of its rooms, by its number there.
    Room(VenueId, usize),
    /// Words.
    Free(Line),
}

impl Place {
    /// The venue, if it is one of the network's.
    pub fn venue(&self) -> Option<VenueId> {
        match self {
            Self::Venue(venue) | Self::Room(venue, _) => Some(*venue),
            Self::Free(_) => None,
        }
    }
}
