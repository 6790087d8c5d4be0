//! `calendar/*.toml`

use chrono::NaiveDate;

use super::city::days;
use super::directory::Directory;
use super::fields::Fields;
use super::value;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::calendar::series::Series;
use crate::domain::calendar::{Doubt, Period};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::time::DateRange;
use crate::source::Origin;

/// What a calendar says, and what nobody can tell from it.
#[derive(Default)]
pub(super) struct Days {
    /// The days that matter.
    pub(super) periods: Vec<Period>,
    /// What recurs.
    pub(super) series: Vec<Series>,
    /// The days that may matter.
    pub(super) doubts: Vec<Doubt>,
}

/// An entry as far as it can be read.
pub(super) struct Entry {
    origin: Origin,
    period: Option<Period>,
    title: Option<Line>,
    cities: Vec<CityId>,
    days: [Option<NaiveDate>; 2],
}

impl Days {
    /// Adds what another calendar says.
    pub(super) fn add(&mut self, other: Self) {
        self.periods.extend(other.periods);
        self.series.extend(other.series);
        self.doubts.extend(other.doubts);
    }

    /// Adds something of which one or both ends are known, and nothing else for certain.
    pub(super) fn add_doubt(
        &mut self,
        origin: Origin,
        title: Option<Line>,
        cities: Vec<CityId>,
        [first, last]: [Option<NaiveDate>; 2],
    ) {
        let single = |day: Option<NaiveDate>| day.and_then(|day| DateRange::new(day, day));
        let whole = first.zip(last).and_then(|(first, last)| DateRange::new(first, last));
        // Which end of what ends before it begins is wrong, nobody can tell.
        let ranges = whole.map_or([single(first), single(last)], |days| [Some(days), None]);
        let doubt =
            |days| Doubt { days, ..Doubt::always(Some(origin), title.clone(), cities.clone()) };
        self.doubts.extend(ranges.into_iter().flatten().map(doubt));
    }

    /// The entries of a file in which `findings` were found: one that has an error anywhere is not
    /// relied on. In a `lossy` text some characters could not be read.
    pub(super) fn of(
        mut entries: Vec<Entry>,
        findings: &[Diagnostic],
        text: &str,
        lossy: bool,
    ) -> Self {
        entries.sort_by_key(|entry| entry.origin.start);
        let ends: Vec<u32> =
            entries.iter().skip(1).map(|entry| entry.origin.start).chain([u32::MAX]).collect();
        let mut days = Self::default();
        for (entry, end) in entries.into_iter().zip(ends) {
            let Entry { origin, period, title, cities, days: bounds } = entry;
            let is_within = |place: Origin| {
                place.file == origin.file && (origin.start..end).contains(&place.start)
            };
            let mut errors = findings.iter().filter(|it| it.severity() == Severity::Error);
            let words = || text.get(origin.start as usize..text.len().min(end as usize));
            let is_broken = errors.any(|error| error.place.is_some_and(is_within))
                || lossy && words().is_none_or(|it| it.contains(char::REPLACEMENT_CHARACTER));
            match period.filter(|_| !is_broken) {
                Some(period) => days.periods.push(period),
                None => days.add_doubt(origin, title, cities, bounds),
            }
        }
        days
    }
}

/// Reads `[[period]]`.
pub(super) fn read(file: &Fields<'_>, directory: &Directory<'_>) -> Vec<Entry> {
    file.tables("period").into_iter().map(|fields| entry(&fields, directory)).collect()
}

fn entry(fields: &Fields<'_>, directory: &Directory<'_>) -> Entry {
    let title = fields.require("title", value::line).map(|title| title.value);
    let kind = fields.require("kind", value::choice).map(|kind| kind.value);
    let from = fields.require("from", value::date);
    let to = fields.read("to", value::date);
    let listed = directory.cities(fields, "cities");
    let (source, checked) = (fields.get("source", value::line), fields.get("checked", value::date));
    let note = fields.get("note", value::text);
    let range = from.and_then(|from| days(fields, from.value, to.unwrap_or(from)));
    // Who cannot tell which town it is, has to reckon with all.
    let is_whole = fields.length("cities").is_none_or(|length| length.value == listed.len());
    let cities = listed.iter().filter(|_| is_whole).map(|city| city.value).collect();
    let period = title.clone().zip(kind).zip(range).map(|((title, kind), days)| Period {
        origin: fields.origin(),
        title,
        kind,
        days,
        cities: listed,
        source,
        checked,
        note,
    });
    let bounds = [from, to].map(|day| day.map(|day| day.value));
    Entry { origin: fields.origin(), period, title, cities, days: bounds }
}
