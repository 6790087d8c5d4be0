//! What speaks against a day, and how much.

use super::region::Region;
use crate::text::Vocabulary;

/// How much something speaks against a day; the lighter is the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// So many minus points, 0 to 100; 0 is nothing.
    Minus(u32),
    /// The day is out of the question.
    Block,
}

/// A number of points has no word.
impl Vocabulary for Weight {
    const ALL: &'static [Self] = &[Self::Block];

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Block => &["block"],
            Self::Minus(_) => &[],
        }
    }
}

impl Weight {
    /// The most minus points there are.
    pub const MOST: u32 = 100;

    /// Its minus points where it holds in part only: what blocks a day for all counts as the most.
    pub fn points(self) -> u32 {
        match self {
            Self::Block => Self::MOST,
            Self::Minus(points) => points,
        }
    }
}

/// What speaks against a day, each with its weight, and whose holidays count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateRules {
    /// Whose public and school holidays are kept by the towns that say nothing else.
    pub region: Option<Region>,
    /// A Saturday or Sunday that the cadence does not name.
    pub weekend: Weight,
    /// A public holiday.
    pub holiday: Weight,
    /// School holidays.
    pub school_holiday: Weight,
    /// A working day between two free ones.
    pub bridge_day: Weight,
    /// A day that is no holiday, but on which offices are half empty.
    pub half_holiday: Weight,
    /// A day on which the council meets.
    pub council: Weight,
    /// A market.
    pub market: Weight,
    /// A festival.
    pub festival: Weight,
    /// A building site.
    pub building_site: Weight,
    /// Another entry of the calendar.
    pub other: Weight,
    /// The host is away.
    pub host_unavailable: Weight,
    /// A weekday that the cadence does not name.
    pub other_weekday: Weight,
    /// A month that the cadence does not name.
    pub other_month: Weight,
    /// The day of another meeting; less with every day between them.
    pub too_close: Weight,
    /// A whole interval later than due; less if it is sooner.
    pub too_far: Weight,
    /// Today; less with every day that is left to prepare.
    pub short_notice: Weight,
}

impl Default for DateRules {
    fn default() -> Self {
        Self {
            region: None,
            weekend: Weight::Block,
            holiday: Weight::Block,
            school_holiday: Weight::Minus(40),
            bridge_day: Weight::Minus(30),
            half_holiday: Weight::Minus(60),
            council: Weight::Minus(30),
            market: Weight::Minus(30),
            festival: Weight::Minus(50),
            building_site: Weight::Minus(20),
            other: Weight::Minus(30),
            host_unavailable: Weight::Block,
            other_weekday: Weight::Minus(15),
            other_month: Weight::Minus(15),
            too_close: Weight::Minus(60),
            too_far: Weight::Minus(30),
            short_notice: Weight::Minus(60),
        }
    }
}
