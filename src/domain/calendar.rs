//! Days that matter to towns: school holidays, council days, markets.

use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};

use super::id::CityId;
use super::line::{Line, Text};
use super::time::DateRange;
use crate::source::{Located, Origin};
use crate::text::vocabulary;

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

/// Days of which nobody can tell whether something is on them.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// Where its entry begins.
    pub origin: Origin,
    /// What it is called, as far as is known.
    pub title: Option<Line>,
    /// The towns it concerns; none means all.
    pub cities: Vec<CityId>,
    /// The days on which it may begin.
    pub days: DateRange,
    /// On which of them it does, if it recurs.
    pub rhythm: Option<Rhythm>,
    /// For how many days it lasts.
    pub length: i64,
}

/// How something recurs: never more seldom than this says. What is empty says nothing.
#[derive(Clone, Debug, Default)]
pub struct Rhythm {
    /// On these days alone.
    pub dates: Vec<NaiveDate>,
    /// On these weekdays.
    pub weekdays: Vec<Weekday>,
    /// On these days of a month, from 1.
    pub days: Vec<u32>,
    /// In these months, from 1.
    pub months: Vec<u32>,
}

impl Doubt {
    /// The longest that it is followed day by day.
    const LONGEST: i64 = 366;

    /// Whether it may be on `date`.
    pub fn covers(&self, date: NaiveDate) -> bool {
        let begins = |date| {
            let rhythm = self.rhythm.as_ref();
            self.days.contains(date) && rhythm.is_none_or(|rhythm| rhythm.has(date))
        };
        let before = |days| date.checked_sub_signed(TimeDelta::try_days(days)?);
        (0..self.length.clamp(1, Self::LONGEST)).filter_map(before).any(begins)
    }
}

impl Rhythm {
    fn has(&self, date: NaiveDate) -> bool {
        fn fits<T: PartialEq>(list: &[T], value: &T) -> bool {
            list.is_empty() || list.contains(value)
        }
        fits(&self.dates, &date)
            && fits(&self.weekdays, &date.weekday())
            && fits(&self.days, &date.day())
            && fits(&self.months, &date.month())
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
