//! One event of a calendar: when it is, and what is wrong with it.

use chrono::{Datelike as _, NaiveDate};
use icalendar::{DatePerhapsTime, Property};

use super::components::EventLines;
use super::lines::ContentLine;
use super::moment::{Moment, length, moment};
use super::zones::Zones;
use crate::domain::line::Line;
use crate::domain::time::DateRange;

/// When an event is, as far as that can be read.
pub(super) struct When {
    /// When it begins.
    pub(super) start: Option<Moment>,
    /// When it ends, if it says so.
    pub(super) written_end: Option<Moment>,
    /// When it ends, said or not.
    pub(super) end: Option<Moment>,
    /// The days on which it is.
    pub(super) days: Option<DateRange>,
}

impl When {
    /// Reads `DTSTART`, `DTEND` and `DURATION`.
    pub(super) fn of(event: &EventLines<'_>, zones: &Zones) -> Self {
        let moment = |name: &str| {
            let property = event.find(name).and_then(property)?;
            Some(moment(DatePerhapsTime::from_property(&property)?, zones))
        };
        let (start, written_end) = (moment("DTSTART"), moment("DTEND"));
        let end = match (event.find("DTEND"), event.find("DURATION")) {
            (Some(_), _) => written_end,
            (None, Some(line)) => property(line).and_then(|it| start?.after(length(it.value())?)),
            (None, None) => start.and_then(Moment::usual_end),
        };
        let days = start.zip(end).and_then(|(start, end)| days(start, end));
        Self { start, written_end, end, days }
    }
}

impl EventLines<'_> {
    /// Whether it does not take place.
    pub(super) fn is_cancelled(&self) -> bool {
        self.value("STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED"))
    }

    /// What it is called.
    pub(super) fn summary(&self) -> Option<Line> {
        one_line(property(self.find("SUMMARY")?)?.value())
    }
}

/// Name, parameters and value of a line.
fn property(line: &ContentLine<'_>) -> Option<Property> {
    format!("{}\n", line.content()).parse().ok()
}

/// The days of an event; its end is not part of it any more (RFC 5545, 3.6.1).
fn days(start: Moment, end: Moment) -> Option<DateRange> {
    let first = start.day();
    let last = if end > start { end.last_day_before()? } else { end.day() };
    let possible = |day: NaiveDate| (0..=9999).contains(&day.year());
    DateRange::new(first, last).filter(|_| possible(first) && possible(last))
}

/// Words in one line, whatever they were before.
pub(super) fn one_line(words: &str) -> Option<Line> {
    let words: Vec<&str> = words.split(|c: char| c.is_control() || c.is_whitespace()).collect();
    Line::new(&words.join(" ")).ok()
}
