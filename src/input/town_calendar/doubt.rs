//! Events of which not everything can be read, and the days on which they may be.

use chrono::{NaiveDate, TimeDelta};

use super::TownCalendar;
use super::components::EventLines;
use super::event::When;
use super::lines::ContentLine;
use super::moment::Moment;
use super::zones::Zones;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::calendar::UnknownZone;
use crate::domain::calendar::{Doubt, DoubtCause};
use crate::domain::time::DateRange;
use crate::input::calendar::Days;

impl<'a> TownCalendar<'a> {
    /// Adds the days on which an event may be: those that it names, and all where it names none.
    pub(super) fn in_doubt(&self, event: &EventLines<'a>, zones: &Zones, known: &mut Days) {
        let When { start, written_end, days, .. } = When::of(event, zones);
        let Some(head) = event.lines.first() else { return };
        let origin = self.origin(event.find("SUMMARY").unwrap_or(head));
        let (title, cities) = (event.summary(), self.cities.to_vec());
        let changed = event.find("RECURRENCE-ID").and_then(|line| zones.list(line));
        let changed = changed.and_then(|list| Some(list.first()?.time.date()));
        let last = written_end.and_then(Moment::last_day_before);
        // In a zone that nobody knows it is a day earlier or later than it says.
        let margin = i64::from(event.names_unknown_zone(zones).is_some());
        let earlier = |day: NaiveDate| day - TimeDelta::days(margin);
        let later = |day: NaiveDate| day + TimeDelta::days(margin);
        let mut always = Doubt::always(Some(origin), title.clone(), cities.clone());
        if event.recurs() {
            always.cause = DoubtCause::Recurring;
        }
        let within = |first: NaiveDate, last: NaiveDate| {
            DateRange::new(first, last)
                .map_or(always.clone(), |days| Doubt { days, ..always.clone() })
        };
        match (start.map(Moment::day), days) {
            (Some(first), _) if event.recurs() => {
                known.doubts.push(within(earlier(first), NaiveDate::MAX));
            }
            (Some(_), Some(days)) => {
                known.doubts.push(within(earlier(days.first()), later(days.last())));
            }
            (Some(first), None) => {
                let bounds = [Some(first), last];
                known.add_doubt(origin, title.clone(), cities.clone(), bounds);
            }
            (None, _) => {
                let until = last.filter(|_| !event.recurs()).unwrap_or(NaiveDate::MAX);
                known.doubts.push(within(changed.unwrap_or(NaiveDate::MIN), until));
            }
        }
        // Whether it is still where it was before it was changed, nobody can tell either.
        if let Some(day) = changed {
            known.add_doubt(origin, title, cities, [Some(day), None]);
        }
    }

    /// That an event names a zone for its beginning or end that nobody knows.
    pub(super) fn unknown_zone(&self, event: &EventLines<'a>, zones: &Zones) -> Option<Diagnostic> {
        let (line, zone) = event.names_unknown_zone(zones)?;
        Some(Diagnostic::at(self.origin(line), UnknownZone { zone }))
    }
}

impl<'a> EventLines<'a> {
    /// The line of its beginning or end that names a zone which nobody knows, and the name.
    fn names_unknown_zone(&self, zones: &Zones) -> Option<(&ContentLine<'a>, String)> {
        let mut lines = ["DTSTART", "DTEND"].into_iter().filter_map(|name| self.find(name));
        lines.find_map(|line| Some((line, zones.unknown(line)?)))
    }

    /// Whether it takes place more than once.
    pub(super) fn recurs(&self) -> bool {
        self.lines.iter().any(|line| line.is("RRULE") || line.is("RDATE"))
    }
}
