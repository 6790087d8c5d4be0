//! Meetings and the items of their programmes as calendar entries.
//!
//! The file is published, not sent (RFC 5546, 3.2.1): it names no attendees, and an organiser who
//! has a name but no address.

use std::ops::RangeInclusive;
use std::slice;

use chrono::{DateTime, Utc};

use super::lines::{Lines, date, moment, parameter};
use super::zone::{add_zone, local};
use crate::document::calendar::notes;
use crate::source::threads;
use crate::text::Vocabulary as _;
use crate::view::calendar::{Calendar, Event, Feed};
use crate::view::{EntryStatus, EntryTime};

/// How often a subscriber should look again (RFC 7986, 5.7).
const REFRESH: &str = "P1D";

/// Replies to a published entry go nowhere (RFC 2606, 2).
const NO_ADDRESS: &str = "mailto:noreply@erfa.invalid";

/// Writes `calendar`.
pub fn calendar(calendar: &Calendar) -> String {
    let each = |event: &Event| Entries::of(slice::from_ref(event), calendar);
    joined(calendar, &threads::each(&calendar.events, each))
}

/// Writes a calendar whose entries are made while it is written, so that few are there at once.
pub fn feed(feed: &Feed<'_>) -> String {
    let head = feed.head();
    joined(&head, &feed.each(|events| Entries::of(&events, &head)))
}

/// Entries as they stand in the file.
struct Entries {
    lines: Lines,
    /// The years that their clock times lie in.
    years: Option<RangeInclusive<i32>>,
}

impl Entries {
    fn of(events: &[Event], calendar: &Calendar) -> Self {
        let mut lines = Lines::default();
        let organiser = format!("ORGANIZER;CN={}", parameter(&calendar.organiser));
        for event in events {
            let terms = Terms {
                stamp: event.decided.stamp,
                sequence: Some(event.decided.sequence),
                status: event.decided.status,
                organiser: [&organiser, NO_ADDRESS],
            };
            add_event(&mut lines, event, calendar, &terms);
            lines.add("END", "VEVENT");
        }
        Self { lines, years: spanned(events.iter().filter_map(Event::years)) }
    }
}

/// The calendar with the head of `calendar` and these entries.
fn joined(calendar: &Calendar, entries: &[Entries]) -> String {
    let mut lines = Lines::default();
    begin(&mut lines, calendar, "PUBLISH");
    if calendar.is_feed {
        lines.add_text("NAME", &calendar.name);
        lines.add_text("X-WR-CALNAME", &calendar.name);
        lines.add("X-WR-TIMEZONE", calendar.zone);
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
        lines.add("X-PUBLISHED-TTL", REFRESH);
    }
    let years = spanned(entries.iter().filter_map(|entries| entries.years.clone()));
    add_zone_of(&mut lines, calendar, years);
    for entries in entries {
        lines.append(&entries.lines);
    }
    lines.add("END", "VCALENDAR");
    lines.into_text()
}

/// The head of every calendar.
pub(super) fn begin(lines: &mut Lines, calendar: &Calendar, method: &str) {
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", &format!("-//erfa//erfa//{}", calendar.language.code().to_uppercase()));
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", method);
}

/// The zone of all clock times of `calendar`, if there are any.
pub(super) fn add_zones(lines: &mut Lines, calendar: &Calendar) {
    add_zone_of(lines, calendar, spanned(calendar.events.iter().filter_map(Event::years)));
}

/// The zone of clock times in `years`, if there are any.
fn add_zone_of(lines: &mut Lines, calendar: &Calendar, years: Option<RangeInclusive<i32>>) {
    if let Some(years) = years {
        add_zone(lines, calendar.zone, &years);
    }
}

/// The years from the first to the last of all of these.
fn spanned(years: impl Iterator<Item = RangeInclusive<i32>>) -> Option<RangeInclusive<i32>> {
    years.reduce(|one, other| *one.start().min(other.start())..=*one.end().max(other.end()))
}

/// What of an entry depends on how it is given to people.
pub(super) struct Terms<'a> {
    /// DTSTAMP.
    pub(super) stamp: DateTime<Utc>,
    /// SEQUENCE, if it is the same for all.
    pub(super) sequence: Option<u32>,
    /// STATUS.
    pub(super) status: EntryStatus,
    /// ORGANIZER with its parameters, and its value.
    pub(super) organiser: [&'a str; 2],
}

/// Begins an entry; its end is for the caller to write.
pub(super) fn add_event(lines: &mut Lines, event: &Event, calendar: &Calendar, terms: &Terms<'_>) {
    let language = calendar.language;
    lines.add("BEGIN", "VEVENT");
    lines.add_text("UID", &event.uid);
    if let Some(sequence) = terms.sequence {
        lines.add("SEQUENCE", &sequence.to_string());
    }
    lines.add("DTSTAMP", &moment(terms.stamp));
    lines.add("LAST-MODIFIED", &moment(event.decided.stamp));
    add_when(lines, event.decided.time, event.decided.length, calendar.zone);
    let text = |name: &str| format!("{name};LANGUAGE={language}");
    lines.add_text(&text("SUMMARY"), &event.summary);
    if let Some(place) = &event.place {
        lines.add_text("LOCATION", place);
    }
    if let Some([north, east]) = event.coordinates {
        lines.add("GEO", &format!("{north:.6};{east:.6}"));
    }
    let notes = notes(&event.about);
    if !notes.is_empty() {
        lines.add_text(&text("DESCRIPTION"), &notes);
    }
    let link = event.link.as_ref().filter(|link| is_uri(link));
    if let Some(link) = link {
        lines.add("URL", link);
    }
    lines.add("STATUS", terms.status.word());
    lines.add("TRANSP", if event.decided.is_busy { "OPAQUE" } else { "TRANSPARENT" });
    lines.add("CLASS", "PUBLIC");
    lines.add(terms.organiser[0], terms.organiser[1]);
}

/// Beginning and end. An end that nobody knows is not made up: the entry then stands at its
/// beginning and takes no time (RFC 5545, 3.6.1). One that clocks show twice means the first time
/// (3.3.5); where it is the second, the `length` says so.
fn add_when(lines: &mut Lines, time: EntryTime, length: Option<u32>, zone: &str) {
    match time {
        EntryTime::Days(first, last) => {
            lines.add("DTSTART;VALUE=DATE", &date(first));
            // The end is the day after; nothing can end in the year 10000.
            if let Some(end) = last.succ_opt().map(date).filter(|end| end.len() == 8) {
                lines.add("DTEND;VALUE=DATE", &end);
            }
        }
        EntryTime::Hours(start, end) => {
            lines.add(&format!("DTSTART;TZID={zone}"), &local(start));
            if let Some(minutes) = length {
                lines.add("DURATION", &format!("PT{minutes}M"));
            } else if let Some(end) = end {
                lines.add(&format!("DTEND;TZID={zone}"), &local(end));
            }
        }
    }
}

/// Whether people wrote an address of the web and not "www.example.org" or words (RFC 3986, 3.1).
fn is_uri(link: &str) -> bool {
    let scheme = ["https://", "http://"].iter().any(|scheme| link.starts_with(scheme));
    scheme
        && !link.contains(|character: char| character.is_whitespace() || "<>\"".contains(character))
}
