//! Days that matter to towns: school holidays, council days, markets.

use chrono::{NaiveDate, TimeDelta};

use super::id::CityId;
use super::line::{Line, Text};
use super::time::DateRange;
use crate::source::{Located, Origin};
use crate::text::vocabulary;

pub mod rule;
pub mod series;

/// Some days and what they are.
#[derive(Clone, Debug)]
pub struct Period {
    /// Where its entry begins.
    pub origin: Origin,
    /// What it is called.
    pub title: Line,
    /// What it is.
    pub kind: PeriodKind,
    /// The days.
    pub days: DateRange,
    /// The towns it concerns; none means all.
    pub cities: Vec<Located<CityId>>,
    /// Where it is known from.
    pub source: Option<Line>,
    /// When that was last looked at.
    pub checked: Option<NaiveDate>,
    /// A note of the coordinator's own.
    pub note: Option<Text>,
}

/// Days that are published for the regions in which the network's towns lie.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// The days.
    pub periods: Vec<Period>,
    /// Days that hold in a part of a region, and nobody has said in which.
    pub doubts: Vec<Doubt>,
    /// For which towns no days of this kind are missing in this time.
    pub complete: Vec<(PeriodKind, DateRange, Vec<CityId>)>,
}

/// Why nobody can tell whether something is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoubtCause {
    /// Its entry cannot be read.
    Unreadable,
    /// It may recur on it.
    Recurring,
    /// It holds in a part of the region only.
    Local,
}

/// Days of which nobody can tell whether something is on them.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// Where its entry begins; none if its file could not be read at all.
    pub origin: Option<Origin>,
    /// What it is called, as far as is known.
    pub title: Option<Line>,
    /// What it is, as far as is known.
    pub kind: PeriodKind,
    /// The towns it concerns; none means all.
    pub cities: Vec<CityId>,
    /// The days on which it may begin.
    pub days: DateRange,
    /// Why nobody can tell.
    pub cause: DoubtCause,
    /// For how many days it lasts.
    pub length: i64,
}

impl Doubt {
    /// That something may be on any day.
    pub fn always(origin: Option<Origin>, title: Option<Line>, cities: Vec<CityId>) -> Self {
        let days = DateRange::ALL;
        let (kind, cause) = (PeriodKind::Other, DoubtCause::Unreadable);
        Self { origin, title, kind, cities, days, cause, length: 1 }
    }

    /// Whether it may be on `date`.
    pub fn covers(&self, date: NaiveDate) -> bool {
        let more = TimeDelta::try_days(self.length - 1).unwrap_or_default();
        let last = self.days.last().checked_add_signed(more).unwrap_or(NaiveDate::MAX);
        (self.days.first()..=last).contains(&date)
    }
}

vocabulary! {
    /// What a period is.
    pub enum PeriodKind {
        /// School holidays, school-free days too.
        SchoolHoliday = "school-holiday",
        /// A public holiday beside those of the law.
        Holiday = "holiday",
        /// The council meets.
        Council = "council",
        /// A market.
        Market = "market",
        /// A festival.
        Festival = "festival",
        /// A building site.
        BuildingSite = "building-site",
        /// Something else.
        Other = "other",
    }
}
