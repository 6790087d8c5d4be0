//! Times of day, durations and ranges of days, with the precision that people gave them.

use std::fmt;

use chrono::NaiveDate;

use crate::text::{Vocabulary, vocabulary};

mod zone;

pub(in crate::domain) use zone::at;
pub use zone::{Oddity, TimeZone};

/// A clock time in minutes from midnight, 0 to 1440 (`24:00`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(u16);

impl Clock {
    /// The minutes of a day.
    pub const DAY: u32 = 24 * 60;

    /// A clock time; `24:00` is the only one with hour 24.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        let valid = minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
        valid.then(|| Self(hour * 60 + minute))
    }

    /// Minutes from midnight.
    pub fn minutes(self) -> u32 {
        u32::from(self.0)
    }
}

vocabulary! {
    /// How exactly a time is meant: the word before it.
    pub enum Precision {
        /// `09:30`
        Exact => ("", ""),
        /// `ca. 09:30`
        About = "ca." | "circa" | "etwa" | "about" => ("ca.", "about"),
        /// `ab 09:30`
        From = "ab" | "from" => ("ab", "from"),
        /// `gegen 09:30`
        Towards = "gegen" | "towards" => ("gegen", "around"),
        /// `bis 09:30`
        Until = "bis" | "until" => ("bis", "until"),
    }
}

/// A clock time as precise as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// The time.
    pub clock: Clock,
    /// How exactly it is meant.
    pub precision: Precision,
}

/// As files write it: `ca. 09:30`.
impl fmt::Display for Time {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        before(formatter, self.precision)?;
        let minutes = self.clock.minutes();
        write!(formatter, "{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// Writes the word of precision before a time or duration, if it has one.
fn before(formatter: &mut fmt::Formatter<'_>, word: impl Vocabulary) -> fmt::Result {
    match word.word() {
        "" => Ok(()),
        word => write!(formatter, "{word} "),
    }
}

/// When something ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At a time.
    At(Time),
    /// Nobody says when.
    Open,
}

/// A time has no word.
impl Vocabulary for End {
    const ALL: &'static [Self] = &[Self::Open];

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::At(_) => &[],
            Self::Open => &["open", "offen"],
        }
    }
}

/// As files write it: a time, or `open`.
impl fmt::Display for End {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(time) => time.fmt(formatter),
            Self::Open => formatter.write_str(self.word()),
        }
    }
}

vocabulary! {
    /// How exactly a duration is meant: the word before it.
    pub enum Extent {
        /// `45 min`
        Exact => ("", ""),
        /// `ca. 45 min`
        About = "ca." | "etwa" | "about" => ("ca.", "about"),
        /// `max. 45 min`
        AtMost = "max." | "höchstens" | "at most" => ("max.", "at most"),
    }
}

/// A duration as precise as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// Its length in minutes, at least 1 and at most a week.
    pub minutes: u32,
    /// How exactly it is meant.
    pub extent: Extent,
}

/// As files write it: `max. 90 min`.
impl fmt::Display for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        before(formatter, self.extent)?;
        write!(formatter, "{} min", self.minutes)
    }
}

vocabulary! {
    /// A part of the day instead of a clock time.
    pub enum PartOfDay {
        /// Before noon.
        Morning = "morning" => ("vormittags", "in the morning"),
        /// Around noon.
        Noon = "noon" => ("mittags", "at noon"),
        /// After noon.
        Afternoon = "afternoon" => ("nachmittags", "in the afternoon"),
        /// In the evening.
        Evening = "evening" => ("abends", "in the evening"),
        /// At night.
        Night = "night" => ("nachts", "at night"),
    }
}

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    first: NaiveDate,
    last: NaiveDate,
}

impl DateRange {
    /// All days that there are.
    pub const ALL: Self = Self { first: NaiveDate::MIN, last: NaiveDate::MAX };

    /// The days from `first` to `last`, if they are in order.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day.
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// Whether `date` is one of them.
    pub fn contains(self, date: NaiveDate) -> bool {
        (self.first..=self.last).contains(&date)
    }
}
