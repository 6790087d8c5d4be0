//! What is left of the replies to a meeting once they were purged: numbers, and nobody's name.

use chrono::NaiveDate;

use super::id::{CityId, Id};
use crate::source::{Located, Origin};

/// How many answered what.
#[derive(Clone, Debug)]
pub struct Tally {
    /// The meeting.
    pub meeting: Id,
    /// The day the replies were purged on.
    pub purged: Located<NaiveDate>,
    /// The numbers, each town once.
    pub totals: Vec<Total>,
}

/// How many of a town answered what.
#[derive(Clone, Copy, Debug)]
pub struct Total {
    /// Where its entry begins.
    pub origin: Origin,
    /// The town; none for those of no town.
    pub city: Option<CityId>,
    /// The numbers.
    pub counts: Counts,
}

/// How many answered what; each respondent counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many come.
    pub yes: u32,
    /// How many do not come.
    pub no: u32,
    /// How many perhaps come.
    pub maybe: u32,
    /// How many come along with them, or in their place.
    pub companions: u32,
    /// How many were there, as far as it was recorded.
    pub there: u32,
}

impl Counts {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            yes: self.yes.saturating_add(other.yes),
            no: self.no.saturating_add(other.no),
            maybe: self.maybe.saturating_add(other.maybe),
            companions: self.companions.saturating_add(other.companions),
            there: self.there.saturating_add(other.there),
        }
    }
}
