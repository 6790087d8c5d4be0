//! `calendar/<city>.ics`: a town's own calendar (RFC 5545).
//!
//! Lines and nesting are read here, so that every finding has its place; what stands in a line is
//! read by the `icalendar` crate. Only events count, each as days of the town.

use chrono::{Datelike as _, NaiveDate};
use icalendar::{DatePerhapsTime, Property};

use self::lines::{ContentLine, lines};
use self::moment::{Moment, length, moment};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::calendar::{
    BadEvent, CalendarSyntax, EventFault, RecurringEvent, SyntaxFault,
};
use crate::domain::calendar::{Period, PeriodKind};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::time::{DateRange, TimeZone};
use crate::source::{FileId, Located, Origin};

pub(in crate::input) mod lines;
pub(in crate::input) mod moment;

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
}

/// The lines of one event, its head first, without those of what is nested in it.
type EventLines<'a> = Vec<ContentLine<'a>>;

impl<'a> TownCalendar<'a> {
    /// Reads the events. The first fault in the structure is the end: what follows it could mean
    /// anything.
    pub(super) fn read(&self, findings: &mut Vec<Diagnostic>) -> Vec<Period> {
        match self.events() {
            Ok(events) => events.iter().filter_map(|event| self.period(event, findings)).collect(),
            Err((origin, fault)) => {
                findings.push(Diagnostic::at(origin, CalendarSyntax { fault }));
                Vec::new()
            }
        }
    }

    fn events(&self) -> Result<Vec<EventLines<'a>>, (Origin, SyntaxFault)> {
        let mut open: Vec<(String, Origin)> = Vec::new();
        let mut events: Vec<EventLines<'a>> = Vec::new();
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
                        events.push(vec![line]);
                    }
                    open.push((component, origin));
                }
                "END" => {
                    if let Some((opened, _)) = open.pop_if(|(opened, _)| *opened != component) {
                        return Err((origin, SyntaxFault::WrongEnd { component: opened }));
                    }
                    open.pop();
                }
                _ => {
                    if let ([_, (component, _)], Some(event)) = (&open[..], events.last_mut())
                        && component == "VEVENT"
                    {
                        event.push(line);
                    }
                }
            }
        }
        match open.pop() {
            Some((component, origin)) => Err((origin, SyntaxFault::NotClosed { component })),
            None if !seen => Err((Origin::new(self.file, 0..0), SyntaxFault::NoCalendar)),
            None => Ok(events),
        }
    }

    /// The days of one event; none if it is cancelled.
    fn period(&self, event: &EventLines<'_>, findings: &mut Vec<Diagnostic>) -> Option<Period> {
        let head = event.first()?;
        let find = |name: &str| event.iter().find(|line| line.is(name));
        let value = |name: &str| find(name).and_then(property);
        if value("STATUS").is_some_and(|it| it.value().eq_ignore_ascii_case("CANCELLED")) {
            return None;
        }
        let mut report = |line: &ContentLine<'_>, fault| {
            findings.push(Diagnostic::at(self.origin(line), BadEvent { fault }));
        };
        let moment = |property: Property| {
            Some(moment(DatePerhapsTime::from_property(&property)?, self.zone))
        };
        let Some(start) = value("DTSTART").and_then(moment) else {
            report(find("DTSTART").unwrap_or(head), EventFault::NoStart);
            return None;
        };
        let end = match (find("DTEND"), find("DURATION")) {
            (Some(line), _) => property(line).and_then(moment),
            (None, Some(line)) => property(line).and_then(|it| start.after(length(it.value())?)),
            (None, None) => start.usual_end(),
        };
        let Some(days) = end.and_then(|end| days(start, end)) else {
            let line = find("DTEND").or_else(|| find("DURATION"));
            report(line.unwrap_or(head), EventFault::BadEnd);
            return None;
        };
        if let Some(rule) = find("RRULE").or_else(|| find("RDATE")) {
            let problem = RecurringEvent { first: days.first() };
            findings.push(Diagnostic::at(self.origin(rule), problem));
        }
        let words = value("SUMMARY").and_then(|summary| one_line(summary.value()));
        Some(Period {
            origin: self.origin(find("SUMMARY").unwrap_or(head)),
            title: words.or_else(|| one_line(self.path))?,
            kind: PeriodKind::Other,
            days,
            cities: vec![Located::new(self.city, self.origin(head))],
            source: None,
            checked: None,
            note: None,
        })
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
