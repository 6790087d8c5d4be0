//! The zones that a calendar names: those of the database, those of Windows, and its own.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::lines::ContentLine;
use super::windows::database_name;
use crate::domain::calendar::series::{Observance, Zone};
use crate::domain::time::TimeZone;

/// The zones of a calendar.
pub(super) struct Zones {
    /// The zone in which the days of the town begin.
    pub(super) home: TimeZone,
    described: HashMap<String, Vec<Observance>>,
}

/// A day or a time as it is written.
#[derive(Clone, Debug)]
pub(super) struct Written {
    /// What the clocks show; of a day its beginning.
    pub(super) time: NaiveDateTime,
    /// Whether it is a whole day.
    pub(super) is_day: bool,
    /// The clocks, if any are named.
    pub(super) zone: Option<Zone>,
}

impl Zones {
    /// The zones of a calendar that describes these.
    pub(super) fn new(
        home: TimeZone,
        described: impl Iterator<Item = (String, Vec<Observance>)>,
    ) -> Self {
        Self { home, described: described.map(|(name, list)| (key(&name), list)).collect() }
    }

    /// The zone of this name, if anybody knows it.
    pub(super) fn find(&self, name: &str) -> Option<Zone> {
        let described = || self.described.get(&key(name)).cloned().map(Zone::Described);
        known(name).map(Zone::Known).or_else(described)
    }

    /// The zone that a line names for its times and that nobody knows.
    pub(super) fn unknown(&self, line: &ContentLine<'_>) -> Option<String> {
        let name = line.parameter("TZID").filter(|name| self.find(name).is_none())?;
        let (_, value) = line.name_and_value()?;
        let on_its_clocks =
            |words: &str| written(words, None).is_some_and(|it| !it.is_day && it.zone.is_none());
        value.split([',', '/']).any(on_its_clocks).then_some(name)
    }

    /// Reads the days and times of a line such as `EXDATE`; of `begin/end` the beginning. None if
    /// anything of it is not understood, its zone too.
    pub(super) fn list(&self, line: &ContentLine<'_>) -> Option<Vec<Written>> {
        if self.unknown(line).is_some() {
            return None;
        }
        let zone = line.parameter("TZID").and_then(|name| self.find(&name));
        let (_, value) = line.name_and_value()?;
        let one = |words: &str| written(words.split('/').next().unwrap_or(words), zone.as_ref());
        value.split(',').map(one).collect()
    }

    /// What the clocks of `zone` show then, those of the town if none are named.
    pub(super) fn shown(&self, written: &Written, zone: Option<&Zone>) -> NaiveDateTime {
        let home = Zone::Known(self.home);
        let second = written.zone.as_ref().and_then(|zone| zone.second(written.time));
        second.and_then(|second| zone.unwrap_or(&home).shown_at(second)).unwrap_or(written.time)
    }

    /// The clocks as a series has them: none if they are those of the town.
    pub(super) fn foreign(&self, zone: Option<Zone>) -> Option<Zone> {
        zone.filter(|zone| !matches!(zone, Zone::Known(known) if *known == self.home))
    }
}

/// The zone of the database or of Windows that has this name.
pub(super) fn known(name: &str) -> Option<TimeZone> {
    let name = name.trim().trim_matches('"');
    // Some programs write a path before the name: `/example.org/2027a/Europe/Berlin`.
    let ends = name.match_indices('/').map(|(at, _)| &name[at + 1..]);
    let known = std::iter::once(name).chain(ends).find_map(TimeZone::new);
    known.or_else(|| TimeZone::new(database_name(name)?))
}

/// Reads `20270610`, `20270610T170000` or `20270610T170000Z`.
pub(super) fn written(words: &str, zone: Option<&Zone>) -> Option<Written> {
    let words = words.trim();
    if let Ok(day) = NaiveDate::parse_from_str(words, "%Y%m%d")
        && words.len() == 8
    {
        return Some(Written { time: day.and_time(NaiveTime::MIN), is_day: true, zone: None });
    }
    let local = words.strip_suffix(['Z', 'z']);
    let time = NaiveDateTime::parse_from_str(local.unwrap_or(words), "%Y%m%dT%H%M%S").ok()?;
    let zone = if local.is_some() { Some(utc()) } else { zone.cloned() };
    Some(Written { time, is_day: false, zone })
}

/// The clocks that are the same everywhere.
pub(super) fn utc() -> Zone {
    Zone::Known(TimeZone::new("UTC").unwrap_or_default())
}

fn key(name: &str) -> String {
    name.trim().trim_matches('"').to_lowercase()
}
