//! Who was at a meeting.

use super::id::{CityId, ContactId, Id};
use super::line::Line;
use crate::source::Origin;
use crate::text::vocabulary;

/// That somebody was at a meeting, or was not.
#[derive(Clone, Debug)]
pub struct Attendance {
    /// Where its entry begins.
    pub origin: Origin,
    /// The meeting.
    pub meeting: Id,
    /// Who it is about.
    pub who: Attendee,
    /// Whether they were there.
    pub presence: Presence,
}

/// Who was at a meeting, or was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attendee {
    /// A person.
    Contact(ContactId),
    /// Somebody who is no contact.
    Guest(Guest),
}

/// Somebody who is no contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// The name.
    pub name: Line,
    /// The town of the network that they came for.
    pub city: Option<CityId>,
    /// What else they came from: a body, or a town that is none of the network's.
    pub organisation: Option<Line>,
}

vocabulary! {
    /// Whether somebody was there.
    #[derive(Default, PartialOrd, Ord)]
    pub enum Presence {
        /// They were.
        #[default]
        There = "there" | "da" => ("da", "there"),
        /// They sent their apologies.
        Excused = "excused" | "entschuldigt" => ("entschuldigt", "excused"),
        /// They were not.
        Absent = "absent" | "nicht-da" => ("nicht da", "absent"),
    }
}
