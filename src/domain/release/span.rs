//! When something is, to calendars.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// What a calendar knows of when something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Whole days, both included.
    Days(NaiveDate, NaiveDate),
    /// From a time on the clocks of the place to another; without an end nobody knows it.
    Hours(NaiveDateTime, Option<NaiveDateTime>),
}

impl Span {
    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Days(first, _) => first,
            Self::Hours(start, _) => start.date(),
        }
    }

    /// Its last day; something that ends at midnight does not touch the next one.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Days(_, last) => last,
            Self::Hours(start, None) => start.date(),
            Self::Hours(start, Some(end)) => {
                let is_midnight = end.time() == NaiveTime::MIN && end > start;
                if is_midnight { end.date().pred_opt().unwrap_or(end.date()) } else { end.date() }
            }
        }
    }
}
