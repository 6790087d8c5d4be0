//! The zones that a calendar names: those of the database, those of Windows, and its own.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::lines::ContentLine;
use super::recurrence::Clocks;
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
    /// Reads the zones that are described, each as the lines of its observances.
    pub(super) fn new(home: TimeZone, described: &[(String, Vec<Vec<ContentLine<'_>>>)]) -> Self {
        let described = described.iter().filter_map(|(name, observances)| {
            let observances: Option<Vec<Observance>> =
                observances.iter().map(|lines| observance(lines, home)).collect();
            Some((key(name), observances.filter(|list| !list.is_empty())?))
        });
        Self { home, described: described.collect() }
    }

    /// The zone of this name, if anybody knows it.
    pub(super) fn find(&self, name: &str) -> Option<Zone> {
        let name = name.trim().trim_matches('"');
        // Some programs write a path before the name: `/example.org/2027a/Europe/Berlin`.
        let ends = name.match_indices('/').map(|(at, _)| &name[at + 1..]);
        let known = std::iter::once(name).chain(ends).find_map(TimeZone::new);
        let known = known.or_else(|| TimeZone::new(database_name(name)?));
        let described = || self.described.get(&key(name)).cloned().map(Zone::Described);
        known.map(Zone::Known).or_else(described)
    }

    /// Reads the days and times of a line such as `EXDATE`; of `begin/end` the beginning.
    pub(super) fn list(&self, line: &ContentLine<'_>) -> Option<Vec<Written>> {
        let zone = line.parameter("TZID").and_then(|name| self.find(&name));
        let (_, value) = line.name_and_value()?;
        let one = |words: &str| self.written(words.split('/').next().unwrap_or(words), &zone);
        value.split(',').map(one).collect()
    }

    /// Reads `20270610`, `20270610T170000` or `20270610T170000Z`.
    pub(super) fn written(&self, words: &str, zone: &Option<Zone>) -> Option<Written> {
        let words = words.trim();
        if let Ok(day) = NaiveDate::parse_from_str(words, "%Y%m%d")
            && words.len() == 8
        {
            return Some(Written { time: day.and_time(NaiveTime::MIN), is_day: true, zone: None });
        }
        let local = words.strip_suffix(['Z', 'z']);
        let time = NaiveDateTime::parse_from_str(local.unwrap_or(words), "%Y%m%dT%H%M%S").ok()?;
        let zone = if local.is_some() { Some(utc()) } else { zone.clone() };
        Some(Written { time, is_day: false, zone })
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

/// The clocks that are the same everywhere.
pub(super) fn utc() -> Zone {
    Zone::Known(TimeZone::new("UTC").unwrap_or_default())
}

fn key(name: &str) -> String {
    name.trim().trim_matches('"').to_lowercase()
}

fn observance(lines: &[ContentLine<'_>], home: TimeZone) -> Option<Observance> {
    let zones = Zones { home, described: HashMap::new() };
    let value = |name: &str| Some(lines.iter().find(|line| line.is(name))?.name_and_value()?.1);
    let start = zones.written(&value("DTSTART")?, &None)?.time;
    let before = offset(&value("TZOFFSETFROM")?)?;
    let clocks = Clocks { start, is_day: false, ahead: Some(before), zone: None, zones: &zones };
    let rules = lines.iter().filter(|line| line.is("RRULE"));
    let rules = rules.map(|line| {
        // So few changes are cheaper to follow without counting them.
        let (rule, count) = clocks.rule(&line.name_and_value()?.1).ok()?;
        count.is_none().then_some(rule)
    });
    let more = lines.iter().filter(|line| line.is("RDATE")).map(|line| zones.list(line));
    let more: Option<Vec<Vec<Written>>> = more.collect();
    Some(Observance {
        start,
        rules: rules.collect::<Option<_>>()?,
        more: more?.into_iter().flatten().map(|written| written.time).collect(),
        before,
        offset: offset(&value("TZOFFSETTO")?)?,
    })
}

/// Reads `+0100` as seconds.
fn offset(words: &str) -> Option<i32> {
    let words = words.trim();
    let (sign, digits) = match words.as_bytes().first()? {
        b'-' => (-1, &words[1..]),
        b'+' => (1, &words[1..]),
        _ => (1, words),
    };
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain || !(digits.len() == 4 || digits.len() == 6) {
        return None;
    }
    let part = |at: usize| digits.get(at..at + 2).map_or(Some(0), |part| part.parse::<i32>().ok());
    let (hours, minutes, seconds) = (part(0)?, part(2)?, part(4)?);
    let is_possible = hours < 24 && minutes < 60 && seconds < 60;
    is_possible.then_some(sign * (hours * 3600 + minutes * 60 + seconds))
}
