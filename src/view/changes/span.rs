//! When a meeting begins and ends: of several days each is told with its day, for between the two lie nights.

use chrono::{NaiveDateTime, Timelike as _};

use super::sentences::Sentences;
use crate::domain::release::{Facts, Span};
use crate::domain::time::End;

/// What begin and end of several days are called, in German and in English.
const OF_DAYS: [(&str, &str); 2] = [
    ("Beginn am ersten Tag", "Start on the first day"),
    ("Ende am letzten Tag", "End on the last day"),
];

/// What a time is called, in German and in English, and the time before and now.
type Times = (&'static str, &'static str, Option<String>, Option<String>);

/// Whether it goes on for several days.
fn lasts(facts: &Facts) -> bool {
    facts.end_date.is_some_and(|end| Some(end) > facts.date)
}

impl Sentences<'_> {
    /// The times of day that a meeting says itself, before and now.
    pub(super) fn times_of_day(&self, old: &Facts, new: &Facts) -> Vec<Times> {
        if !lasts(old) && !lasts(new) {
            let [before, now] = [old, new].map(|facts| self.hours(facts.hours));
            return vec![("Uhrzeit", "Time", before, now)];
        }
        let begins = |facts: &Facts| facts.hours.start.map(|time| self.words.time(time));
        let ends = |facts: &Facts| match facts.hours.end? {
            End::At(time) => Some(self.words.time(time)),
            End::Open => None,
        };
        let [first, last] = OF_DAYS;
        let length = |facts: &Facts| facts.hours.duration.map(|it| self.words.length(it));
        vec![
            (first.0, first.1, begins(old), begins(new)),
            (last.0, last.1, ends(old), ends(new)),
            ("Dauer", "Length", length(old), length(new)),
        ]
    }

    /// Another beginning or end of the day that follows from the programme alone.
    pub(super) fn bounds(&self, old: &Facts, new: &Facts) -> Vec<String> {
        if old.hours != new.hours || old.date != new.date || old.end_date != new.end_date {
            return Vec::new();
        }
        let bounds = |facts: &Facts| match facts.span() {
            Some(Span::Hours(begin, end)) => [Some(begin), end],
            Some(Span::Days(..)) | None => [None, None],
        };
        let time = |at: Option<NaiveDateTime>| {
            at.map(|at| self.words.clock.with_unit(at.hour() * 60 + at.minute()))
        };
        let ([begins, ends], [began, ended]) = (bounds(new), bounds(old));
        let [first, last] =
            if lasts(new) { OF_DAYS } else { [("Beginn", "Start"), ("Ende", "End")] };
        let labels = [(first.0, first.1, begins, began), (last.0, last.1, ends, ended)];
        let other = labels.into_iter().filter(|(.., now, before)| now != before);
        other
            .map(|(german, english, now, before)| {
                self.exchange(german, english, time(now), time(before))
            })
            .collect()
    }
}
