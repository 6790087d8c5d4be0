//! `calendar/<city>.ics`: a town's own calendar (RFC 5545), and `calendar/<region>.ics`: the holidays of
//! a region, as authorities publish them.
//!
//! Lines and nesting are read here, so that every finding has its place; what stands in a line is
//! read by the `icalendar` crate. Only events count, each as days of the town.
//!
//! What recurs is read and followed by this program itself: the crates for it bring the whole time
//! zone table of `chrono-tz` along, although another one is there already, and know nothing of places.

use std::collections::HashMap;

use self::components::{Components, EventLines};
use self::event::{When, one_line};
use self::lines::ContentLine;
use self::zones::Zones;
use super::calendar::Days;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::calendar::{BadEvent, CalendarSyntax, EventFault};
use crate::domain::calendar::{Doubt, Period, PeriodKind};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::time::{DateRange, TimeZone};
use crate::source::{FileId, Located, Origin};

mod components;
mod described;
mod doubt;
mod event;
pub(in crate::input) mod lines;
pub(in crate::input) mod moment;
mod recurrence;
mod series;
mod windows;
mod zones;

/// The name of the town or region whose calendar the file at `path` is.
pub(super) fn owner(path: &str) -> Option<&str> {
    let (name, ending) = path.strip_prefix("calendar/")?.rsplit_once('.')?;
    ending.eq_ignore_ascii_case("ics").then_some(name)
}

/// Whose calendar it is, and so what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// A town's: whatever goes on there.
    Town,
    /// A region's whose public holidays are known otherwise: school holidays, and whatever else.
    KnownRegion,
    /// Another region's: school holidays and public ones.
    OtherRegion,
}

impl Owner {
    /// So many days are no public holiday in a row.
    const SCHOOL: i64 = 4;

    /// What an entry is.
    fn kind(self, title: &Line, days: DateRange, is_whole: bool) -> PeriodKind {
        let title = title.as_str().to_lowercase();
        let is_school = ["ferien", "schul", "school", "vacances", "ferie"]
            .iter()
            .any(|word| title.contains(word));
        let is_long = (days.last() - days.first()).num_days() + 1 >= Self::SCHOOL;
        match self {
            Self::KnownRegion | Self::OtherRegion if is_school || is_long => {
                PeriodKind::SchoolHoliday
            }
            Self::Town | Self::KnownRegion => PeriodKind::Other,
            // An appointment with a clock time is no holiday.
            Self::OtherRegion if !is_whole => PeriodKind::Other,
            Self::OtherRegion => PeriodKind::Holiday,
        }
    }
}

/// A calendar that is being read.
pub(super) struct TownCalendar<'a> {
    /// The file.
    pub(super) file: FileId,
    /// Its path, the title of events that have none.
    pub(super) path: &'a str,
    /// Its text.
    pub(super) text: &'a str,
    /// The towns that it concerns.
    pub(super) cities: &'a [CityId],
    /// Whose calendar it is.
    pub(super) owner: Owner,
    /// The zone in which its days begin.
    pub(super) zone: &'a TimeZone,
    /// Whether some characters could not be read.
    pub(super) lossy: bool,
}

/// All events of a calendar, so that each can ask for the others of its name.
struct Events<'e, 'a> {
    all: &'e [EventLines<'a>],
    zones: &'e Zones,
    /// By `UID` the single times of something recurring that were changed or cancelled.
    changes: HashMap<String, Vec<&'e EventLines<'a>>>,
    /// By name the newest version, also where it cannot be read: what it replaces is not certain.
    newest: HashMap<Name, u64>,
    /// By `UID` the version in which all of something recurring was cancelled, if that is the newest.
    cancelled: HashMap<String, u64>,
    /// How many days may still be looked at for what takes place a number of times.
    work: u64,
}

impl<'a> TownCalendar<'a> {
    /// How many days are looked at in order to count, for one event.
    const WORK: u64 = 200_000;

    /// The same for all events of one calendar together.
    const WORK_FOR_ALL: u64 = 20 * Self::WORK;

    /// Reads the events. The first fault in the structure is the end: what follows it could mean
    /// anything.
    pub(super) fn read(&self, findings: &mut Vec<Diagnostic>) -> Days {
        let mut components = Components::default();
        let mut days = Days::default();
        if let Err((origin, fault)) = components.read(self.file, self.text) {
            // What does not stand there any more may be on every day.
            days.doubts.push(Doubt::always(
                Some(origin),
                one_line(self.path),
                self.cities.to_vec(),
            ));
            findings.push(Diagnostic::at(origin, CalendarSyntax { fault }));
        }
        let zones = described::zones(*self.zone, &components.zones);
        let mut events = Self::events(&components.events, &zones);
        for event in events.all {
            self.event(event, &mut events, &mut days, findings);
        }
        days
    }

    fn events<'e>(events: &'e [EventLines<'a>], zones: &'e Zones) -> Events<'e, 'a> {
        let mut newest: HashMap<Name, u64> = HashMap::new();
        for event in events.iter().filter(|event| sequence(event) > 0) {
            if let Some(name) = name(event, zones) {
                let version = newest.entry(name).or_default();
                *version = sequence(event).max(*version);
            }
        }
        let (changes, cancelled) = (HashMap::new(), HashMap::new());
        let work = Self::WORK_FOR_ALL;
        let mut all = Events { all: events, zones, changes, newest, cancelled, work };
        let current = |all: &Events<'_, '_>, event: &&EventLines<'_>| !all.is_outdated(event);
        let named = |event| Some((name(event, zones)?.uid, event));
        let (parts, whole): (Vec<_>, Vec<_>) = events
            .iter()
            .filter(|event| current(&all, event))
            .filter_map(named)
            .partition(|(_, event)| event.find("RECURRENCE-ID").is_some());
        for (uid, event) in &whole {
            if event.is_cancelled() {
                all.cancelled.insert(uid.clone(), sequence(event));
            }
        }
        for (uid, event) in &whole {
            if !event.is_cancelled() {
                all.cancelled.remove(uid);
            }
        }
        for (uid, event) in parts {
            all.changes.entry(uid).or_default().push(event);
        }
        all
    }

    /// Adds the days of one event, or what is known of them; none if it is cancelled or if there is
    /// a newer version of it.
    fn event(
        &self,
        event: &EventLines<'a>,
        events: &mut Events<'_, 'a>,
        known: &mut Days,
        findings: &mut Vec<Diagnostic>,
    ) {
        let Some(head) = event.lines.first() else { return };
        if event.is_cancelled() || events.is_outdated(event) || events.is_part_of_cancelled(event) {
            return;
        }
        let find = |name: &str| event.find(name);
        let When { start, days, .. } = When::of(event, events.zones);
        if let Some(zone) = self.unknown_zone(event, events.zones) {
            findings.push(zone);
            self.in_doubt(event, events.zones, known);
            return;
        }
        let (Some(days), true, Some(title)) =
            (days, self.is_sound(event), event.summary().or_else(|| one_line(self.path)))
        else {
            let fault = match start {
                None => Some((find("DTSTART"), EventFault::NoStart)),
                Some(_) if days.is_none() => {
                    Some((find("DTEND").or_else(|| find("DURATION")), EventFault::BadEnd))
                }
                Some(_) => None,
            };
            if let Some((line, fault)) = fault.filter(|_| event.is_whole) {
                let place = self.origin(line.unwrap_or(head));
                findings.push(Diagnostic::at(place, BadEvent { fault }));
            }
            self.in_doubt(event, events.zones, known);
            return;
        };
        let period = self.period(event, title, days);
        if event.recurs() {
            self.recurring(event, period, events, known, findings);
        } else {
            known.periods.push(period);
        }
    }

    fn period(&self, event: &EventLines<'_>, title: Line, days: DateRange) -> Period {
        let origin = |line: Option<&ContentLine<'_>>| {
            line.map_or(Origin::new(self.file, 0..0), |line| self.origin(line))
        };
        let head = event.lines.first();
        let place = origin(head);
        let is_whole = event.value("DTSTART").is_some_and(|day| !day.contains('T'));
        Period {
            origin: origin(event.find("SUMMARY").or(head)),
            kind: self.owner.kind(&title, days, is_whole),
            title,
            days,
            cities: self.cities.iter().map(|&city| Located::new(city, place)).collect(),
            source: None,
            checked: None,
            note: None,
        }
    }

    /// Whether all of it is there, as it was written.
    fn is_sound(&self, event: &EventLines<'_>) -> bool {
        let is_legible = |line: &ContentLine<'_>| {
            !self.lossy || !line.content().contains(char::REPLACEMENT_CHARACTER)
        };
        event.is_whole && event.lines.iter().all(is_legible)
    }

    fn origin(&self, line: &ContentLine<'_>) -> Origin {
        Origin::new(self.file, line.range.clone())
    }
}

impl Events<'_, '_> {
    /// Whether there is a newer version of it. Of two with the same number nobody knows which one
    /// counts, so both do.
    fn is_outdated(&self, event: &EventLines<'_>) -> bool {
        let newest = name(event, self.zones).and_then(|name| self.newest.get(&name));
        newest.is_some_and(|newest| sequence(event) < *newest)
    }

    /// Whether it is a single time of something that was cancelled altogether, and not since then.
    fn is_part_of_cancelled(&self, event: &EventLines<'_>) -> bool {
        let uid = event.find("RECURRENCE-ID").and_then(|_| event.value("UID"));
        let cancelled = uid.and_then(|uid| self.cancelled.get(&uid));
        cancelled.is_some_and(|version| sequence(event) <= *version)
    }
}

/// What an event is known by.
#[derive(PartialEq, Eq, Hash)]
struct Name {
    uid: String,
    /// Which single time of it is meant, on the clocks of the town if that can be read.
    time: String,
}

fn name(event: &EventLines<'_>, zones: &Zones) -> Option<Name> {
    let uid = event.value("UID").filter(|uid| !uid.is_empty())?;
    let time = event.find("RECURRENCE-ID").map(|line| {
        let written = zones.list(line).and_then(|list| list.into_iter().next());
        let shown = written.map(|written| {
            if written.is_day {
                written.time.date().to_string()
            } else {
                zones.shown(&written, None).to_string()
            }
        });
        shown.or_else(|| event.value("RECURRENCE-ID")).unwrap_or_default()
    });
    Some(Name { uid, time: time.unwrap_or_default() })
}

fn sequence(event: &EventLines<'_>) -> u64 {
    event.value("SEQUENCE").and_then(|number| number.parse().ok()).unwrap_or_default()
}
