//! `calendar/<city>.ics`: a town's own calendar (RFC 5545).
//!
//! Lines and nesting are read here, so that every finding has its place; what stands in a line is
//! read by the `icalendar` crate. Only events count, each as days of the town.

use chrono::{Datelike as _, NaiveDate};
use icalendar::{DatePerhapsTime, Property};

use self::lines::{ContentLine, lines};
use self::moment::{Moment, length, moment};
use self::recurrence::recurrence;
use super::calendar::Days;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::calendar::{
    BadEvent, CalendarSyntax, EventFault, RecurringEvent, SyntaxFault,
};
use crate::domain::calendar::{Doubt, Period, PeriodKind};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::time::{DateRange, TimeZone};
use crate::source::{FileId, Located, Origin};

pub(in crate::input) mod lines;
pub(in crate::input) mod moment;
mod recurrence;

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

/// The lines of one event, its head first, without those of what is nested in it, and whether it ends.
#[derive(Default)]
struct EventLines<'a> {
    lines: Vec<ContentLine<'a>>,
    is_whole: bool,
}

impl EventLines<'_> {
    fn find(&self, name: &str) -> Option<&ContentLine<'_>> {
        self.lines.iter().find(|line| line.is(name))
    }
}

impl<'a> TownCalendar<'a> {
    /// Reads the events. The first fault in the structure is the end: what follows it could mean
    /// anything.
    pub(super) fn read(&self, findings: &mut Vec<Diagnostic>) -> Days {
        let mut events = Vec::new();
        let fault = self.events(&mut events).err();
        findings
            .extend(fault.map(|(origin, fault)| Diagnostic::at(origin, CalendarSyntax { fault })));
        let mut days = Days::default();
        for event in &events {
            self.event(event, &mut days, findings);
        }
        days
    }

    fn events(&self, events: &mut Vec<EventLines<'a>>) -> Result<(), (Origin, SyntaxFault)> {
        let mut open: Vec<(String, Origin)> = Vec::new();
        let mut seen = false;
        for line in lines(self.text) {
            let origin = self.origin(&line);
            let Some((name, value)) = line.name_and_value() else {
                return Err((origin, SyntaxFault::NotALine));
            };
            let component = value.trim().to_ascii_uppercase();
            if open.is_empty() && (name != "BEGIN" || component != "VCALENDAR") {
                return Err((origin, SyntaxFault::NoCalendar));
            }
            match name.as_str() {
                "BEGIN" => {
                    seen = true;
                    if open.len() == 1 && component == "VEVENT" {
                        events.push(EventLines { lines: vec![line], is_whole: false });
                    }
                    open.push((component, origin));
                }
                "END" => {
                    if let Some((opened, _)) = open.pop_if(|(opened, _)| *opened != component) {
                        return Err((origin, SyntaxFault::WrongEnd { component: opened }));
                    }
                    open.pop();
                    if let ([_], "VEVENT", Some(event)) =
                        (&open[..], component.as_str(), events.last_mut())
                    {
                        event.is_whole = true;
                    }
                }
                _ => {
                    if let ([_, (component, _)], Some(event)) = (&open[..], events.last_mut())
                        && component == "VEVENT"
                    {
                        event.lines.push(line);
                    }
                }
            }
        }
        match open.pop() {
            Some((component, origin)) => Err((origin, SyntaxFault::NotClosed { component })),
            None if !seen => Err((Origin::new(self.file, 0..0), SyntaxFault::NoCalendar)),
            None => Ok(()),
        }
    }

    /// Adds the days of one event, or what is known of them; none if it is cancelled.
    fn event(&self, event: &EventLines<'_>, known: &mut Days, findings: &mut Vec<Diagnostic>) {
        let Some(head) = event.lines.first() else { return };
        let find = |name: &str| event.find(name);
        let value = |name: &str| find(name).and_then(property);
        if value("STATUS").is_some_and(|it| it.value().eq_ignore_ascii_case("CANCELLED")) {
            return;
        }
        let moment = |property: Property| {
            Some(moment(DatePerhapsTime::from_property(&property)?, self.zone))
        };
        let start = value("DTSTART").and_then(moment);
        let written_end = value("DTEND").and_then(moment);
        let end = match (find("DTEND"), find("DURATION")) {
            (Some(_), _) => written_end,
            (None, Some(line)) => property(line).and_then(|it| start?.after(length(it.value())?)),
            (None, None) => start.and_then(Moment::usual_end),
        };
        let days = start.zip(end).and_then(|(start, end)| days(start, end));
        let summary = find("SUMMARY").unwrap_or(head);
        let words = value("SUMMARY").and_then(|summary| one_line(summary.value()));
        let is_legible = |line: &ContentLine<'_>| {
            !self.lossy || !line.content().contains(char::REPLACEMENT_CHARACTER)
        };
        let is_sound = event.is_whole && event.lines.iter().all(is_legible);
        let origin = self.origin(summary);
        let (Some(days), true, Some(title)) =
            (days, is_sound, words.clone().or_else(|| one_line(self.path)))
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
        for rule in event.lines.iter().filter(|line| line.is("RRULE") || line.is("RDATE")) {
            if let Some((begins, rhythm)) = recurrence(rule, days.first()) {
                known.doubts.push(Doubt {
                    origin: self.origin(rule),
                    title: Some(title.clone()),
                    cities: vec![self.city],
                    days: begins,
                    rhythm: Some(rhythm),
                    length: (days.last() - days.first()).num_days() + 1,
                });
            }
        }
        if let Some(rule) = find("RRULE").or_else(|| find("RDATE")) {
            let problem = RecurringEvent { first: days.first() };
            findings.push(Diagnostic::at(self.origin(rule), problem));
        }
        known.periods.push(Period {
            origin,
            title,
            kind: PeriodKind::Other,
            days,
            cities: vec![Located::new(self.city, self.origin(head))],
            source: None,
            checked: None,
            note: None,
        });
    }

    fn origin(&self, line: &ContentLine<'_>) -> Origin {
        Origin::new(self.file, line.range.clone())
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
fn one_line(words: &str) -> Option<Line> {
    let words: Vec<&str> = words.split(|c: char| c.is_control() || c.is_whitespace()).collect();
    Line::new(&words.join(" ")).ok()
}
