//! `calendar/<city>.ics`: a town's own calendar (RFC 5545).
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
use self::moment::Moment;
use self::zones::Zones;
use super::calendar::Days;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::calendar::{BadEvent, CalendarSyntax, EventFault};
use crate::domain::calendar::{Period, PeriodKind};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::time::{DateRange, TimeZone};
use crate::source::{FileId, Located, Origin};

mod components;
mod described;
mod event;
pub(in crate::input) mod lines;
pub(in crate::input) mod moment;
mod recurrence;
mod series;
mod windows;
mod zones;

/// The name of the town whose calendar the file at `path` is.
pub(super) fn town(path: &str) -> Option<&str> {
    path.strip_prefix("calendar/")?.strip_suffix(".ics")
}

/// A calendar that is being read.
pub(super) struct TownCalendar<'a> {
    /// The file.
    pub(super) file: FileId,
    /// Its path, the title of events that have none.
    pub(super) path: &'a str,
    /// Its text.
    pub(super) text: &'a str,
    /// The town.
    pub(super) city: CityId,
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
    /// By `UID` and `RECURRENCE-ID` the newest version that can be read.
    newest: HashMap<(String, String), u64>,
    /// How many days may still be looked at for what takes place a number of times.
    work: u64,
}

impl<'a> TownCalendar<'a> {
    /// How many days of one calendar are looked at in order to count.
    const WORK: u64 = 2_000_000;

    /// Reads the events. The first fault in the structure is the end: what follows it could mean
    /// anything.
    pub(super) fn read(&self, findings: &mut Vec<Diagnostic>) -> Days {
        let mut components = Components::default();
        let fault = components.read(self.file, self.text).err();
        findings
            .extend(fault.map(|(origin, fault)| Diagnostic::at(origin, CalendarSyntax { fault })));
        let zones = described::zones(*self.zone, &components.zones);
        let mut events = self.events(&components.events, &zones);
        let mut days = Days::default();
        for event in events.all {
            self.event(event, &mut events, &mut days, findings);
        }
        days
    }

    fn events<'e>(&self, events: &'e [EventLines<'a>], zones: &'e Zones) -> Events<'e, 'a> {
        let mut newest: HashMap<(String, String), u64> = HashMap::new();
        let is_readable = |event: &&EventLines<'_>| {
            let when = When::of(event, zones);
            self.is_sound(event) && (event.is_cancelled() || when.days.is_some())
        };
        for event in events.iter().filter(|event| sequence(event) > 0).filter(is_readable) {
            if let Some(name) = name(event) {
                let version = newest.entry(name).or_default();
                *version = sequence(event).max(*version);
            }
        }
        let mut all =
            Events { all: events, zones, changes: HashMap::new(), newest, work: Self::WORK };
        let changes = events.iter().filter(|event| event.find("RECURRENCE-ID").is_some());
        for event in changes.filter(is_readable) {
            if let Some((uid, _)) = name(event).filter(|_| !all.is_outdated(event)) {
                all.changes.entry(uid).or_default().push(event);
            }
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
        if event.is_cancelled() || events.is_outdated(event) {
            return;
        }
        let find = |name: &str| event.find(name);
        let When { start, written_end, days, .. } = When::of(event, events.zones);
        let summary = find("SUMMARY").unwrap_or(head);
        let words = event.summary();
        let origin = self.origin(summary);
        let (Some(days), true, Some(title)) =
            (days, self.is_sound(event), words.clone().or_else(|| one_line(self.path)))
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
            let last = written_end.and_then(Moment::last_day_before);
            let bounds = match days {
                Some(days) => [Some(days.first()), Some(days.last())],
                None => [start.map(Moment::day), last],
            };
            known.add_doubt(origin, words, vec![self.city], bounds);
            return;
        };
        let period = self.period(event, title, days);
        if event.lines.iter().any(|line| line.is("RRULE") || line.is("RDATE")) {
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
        Period {
            origin: origin(event.find("SUMMARY").or(head)),
            title,
            kind: PeriodKind::Other,
            days,
            cities: vec![Located::new(self.city, origin(head))],
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
        let newest = name(event).and_then(|name| self.newest.get(&name));
        newest.is_some_and(|newest| sequence(event) < *newest)
    }
}

/// What an event is known by: its `UID`, and which single time of it is meant.
fn name(event: &EventLines<'_>) -> Option<(String, String)> {
    let uid = event.value("UID").filter(|uid| !uid.is_empty())?;
    Some((uid, event.value("RECURRENCE-ID").unwrap_or_default()))
}

fn sequence(event: &EventLines<'_>) -> u64 {
    event.value("SEQUENCE").and_then(|number| number.parse().ok()).unwrap_or_default()
}
