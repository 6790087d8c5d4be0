//! Events that recur: rules, single times more or fewer, and times that were changed.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::components::EventLines;
use super::event::{When, one_line};
use super::lines::ContentLine;
use super::moment::{Moment, length};
use super::recurrence::Clocks;
use super::zones::{Written, Zones, written as written_as};
use super::{Events, TownCalendar};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::calendar::{RecurrenceFault, RecurringEvent};
use crate::domain::calendar::rule::{Counted, Rule};
use crate::domain::calendar::series::Series;
use crate::domain::calendar::{Doubt, DoubtCause, Period};
use crate::domain::time::DateRange;
use crate::input::calendar::Days;
use crate::source::Origin;

/// What is not understood, and where it stands.
struct Unclear {
    origin: Origin,
    what: What,
}

/// What of it is not understood.
enum What {
    /// These words.
    Part(String),
    /// That it lasts longer than something lasts that recurs.
    Length,
}

/// Where it is said that something takes place so often, and from when on that is not counted.
type End = (Origin, NaiveDate);

/// A change of all times from one on.
struct Turn<'e, 'a> {
    from: NaiveDateTime,
    event: &'e EventLines<'a>,
}

impl<'a> TownCalendar<'a> {
    /// Adds an event that recurs, of which `period` is the first time.
    pub(super) fn recurring(
        &self,
        event: &EventLines<'a>,
        period: Period,
        events: &mut Events<'_, 'a>,
        known: &mut Days,
        findings: &mut Vec<Diagnostic>,
    ) {
        let doubt = |origin: Origin, from: NaiveDate| Doubt {
            origin: Some(origin),
            title: Some(period.title.clone()),
            kind: period.kind,
            cities: self.cities.to_vec(),
            days: DateRange::new(from, NaiveDate::MAX).unwrap_or(period.days),
            cause: DoubtCause::Recurring,
            length: 1,
        };
        let first = period.days.first();
        match self.series(event, &period, events) {
            Ok((series, ends)) => {
                known.series.extend(series);
                if let Some(change) = self.lost_change(event, events) {
                    known.doubts.push(doubt(change, first));
                }
                for (origin, from) in ends {
                    known.doubts.push(doubt(origin, from));
                    let fault = RecurrenceFault::TooMany { from };
                    findings.push(Diagnostic::at(origin, RecurringEvent { fault }));
                }
            }
            Err(Unclear { origin, what }) => {
                known.doubts.push(doubt(origin, first));
                let fault = match what {
                    What::Part(part) => RecurrenceFault::NotUnderstood { part, first },
                    What::Length => RecurrenceFault::TooLong { first },
                };
                findings.push(Diagnostic::at(origin, RecurringEvent { fault }));
                known.periods.push(period);
            }
        }
    }

    /// A single time of it that was moved nobody can tell to which day.
    fn lost_change(&self, event: &EventLines<'a>, events: &Events<'_, 'a>) -> Option<Origin> {
        let changes = event.value("UID").and_then(|uid| events.changes.get(&uid));
        let is_lost = |change: &&&EventLines<'_>| {
            !change.is_cancelled() && When::of(change, events.zones).start.is_none()
        };
        let change = changes.into_iter().flatten().find(is_lost)?;
        Some(self.origin(change.find("DTSTART").or(change.lines.first())?))
    }

    /// The event in parts that are each alike, and from when on nothing is known of it.
    fn series(
        &self,
        event: &EventLines<'a>,
        period: &Period,
        events: &mut Events<'_, 'a>,
    ) -> Result<(Vec<Series>, Vec<End>), Unclear> {
        let zones = events.zones;
        let unclear = |line: &ContentLine<'_>, part: String| Unclear {
            origin: self.origin(line),
            what: What::Part(part),
        };
        let words = |line: &ContentLine<'_>| {
            if let Some(zone) = zones.unknown(line) {
                return format!("TZID={zone}");
            }
            let value = line.name_and_value().map(|(name, value)| format!("{name}:{value}"));
            one_line(&value.unwrap_or_default()).map_or_else(String::new, |line| line.to_string())
        };
        for name in ["RECURRENCE-ID", "EXRULE"] {
            // A rule of fewer times has long been out of use; a changed time is a single one.
            if let Some(line) = event.find(name) {
                return Err(unclear(line, name.to_owned()));
            }
        }
        let all = |name: &'static str| event.lines.iter().filter(move |line| line.is(name));
        let list =
            |line: &ContentLine<'_>| zones.list(line).ok_or_else(|| unclear(line, words(line)));
        let rule = all("RRULE").chain(all("RDATE")).next().or(event.lines.first());
        let origin = rule.map_or(period.origin, |line| self.origin(line));
        let start = event.find("DTSTART").and_then(|line| zones.list(line)?.into_iter().next());
        let Some(start) = start else {
            return Err(Unclear { origin, what: What::Part("DTSTART".to_owned()) });
        };
        let Some(length) = lasts(&When::of(event, zones)) else {
            return Err(Unclear { origin, what: What::Length });
        };
        let zone = zones.foreign(start.zone.clone());
        let clocks = Clocks {
            start: start.time,
            is_day: start.is_day,
            ahead: None,
            zone: zone.as_ref(),
            zones,
        };
        let mut ends = Vec::new();
        let mut rules: Vec<Rule> = Vec::new();
        for line in all("RRULE") {
            let value = line.name_and_value().map(|(_, value)| value).unwrap_or_default();
            let (mut rule, count) = clocks.rule(&value).map_err(|part| unclear(line, part))?;
            let from = count.and_then(|count| events.end_after(&mut rule, start.time, count));
            ends.extend(from.map(|from| (self.origin(line), from)));
            rules.push(rule);
        }
        let mut series = Series {
            period: period.clone(),
            start: start.time,
            length,
            zone,
            home: zones.home,
            rules,
            more: vec![(start.time, length)],
            gone: BTreeSet::new(),
            gone_days: BTreeSet::new(),
            part: [None, None],
            later: TimeDelta::zero(),
        };
        for line in all("RDATE") {
            let written = list(line)?;
            let lengths = lengths(line, &written, length);
            for (written, length) in written.iter().zip(lengths) {
                let length = length.ok_or_else(|| unclear(line, words(line)))?;
                series.more.push((own_time(&series, written, zones), length));
            }
        }
        for line in all("EXDATE") {
            for written in list(line)? {
                take_out(&mut series, &written, start.is_day, zones);
            }
        }
        let changes = event.value("UID").and_then(|uid| events.changes.get(&uid));
        let mut turns = Vec::new();
        for change in changes.into_iter().flatten() {
            let Some(line) = change.find("RECURRENCE-ID") else { continue };
            let written = list(line)?;
            let [written] = &written[..] else { return Err(unclear(line, words(line))) };
            take_out(&mut series, written, start.is_day, zones);
            if let Some(range) = line.parameter("RANGE") {
                let is_known = range.eq_ignore_ascii_case("THISANDFUTURE");
                if !is_known || !(self.is_sound(change) || change.is_cancelled()) {
                    return Err(unclear(line, format!("RANGE={range}")));
                }
                turns.push(Turn { from: own_time(&series, written, zones), event: change });
            }
        }
        turns.sort_by_key(|turn| turn.from);
        let parts = self.parts(series, &turns, zones);
        let parts = parts.map_err(|turn| {
            let line = turn.event.find("RECURRENCE-ID").or(turn.event.lines.first());
            let origin = line.map_or(period.origin, |line| self.origin(line));
            Unclear { origin, what: What::Part("RANGE=THISANDFUTURE".to_owned()) }
        })?;
        Ok((parts, ends))
    }

    /// The parts between changes of all times from one on; what was cancelled from one on is none.
    fn parts<'t, 'e>(
        &self,
        mut whole: Series,
        turns: &'t [Turn<'e, 'a>],
        zones: &Zones,
    ) -> Result<Vec<Series>, &'t Turn<'e, 'a>> {
        let mut parts = Vec::new();
        for (index, turn) in turns.iter().enumerate() {
            let next = turns.get(index + 1).map(|turn| turn.from);
            whole.part[1] = whole.part[1].or(Some(turn.from));
            if turn.event.is_cancelled() {
                continue;
            }
            let when = When::of(turn.event, zones);
            let start = turn.event.find("DTSTART").and_then(|line| zones.list(line));
            let start = start.and_then(|list| list.into_iter().next()).ok_or(turn)?;
            let length = lasts(&when).ok_or(turn)?;
            let later = own_time(&whole, &start, zones) - turn.from;
            let days = when.days.filter(|_| later.abs() <= TimeDelta::days(Series::LONGEST));
            let title = turn.event.summary().unwrap_or_else(|| whole.period.title.clone());
            let period = self.period(turn.event, title, days.ok_or(turn)?);
            let more = whole.more.iter().map(|(time, _)| (*time, length)).collect();
            let part = [Some(turn.from), next];
            parts.push(Series { period, length, more, part, later, ..whole.clone() });
        }
        parts.insert(0, whole);
        Ok(parts)
    }
}

impl Events<'_, '_> {
    /// Ends `rule` after so many times from `start` on; if that cannot be counted, where counting came
    /// to, and from when on nothing is known.
    fn end_after(
        &mut self,
        rule: &mut Rule,
        start: NaiveDateTime,
        count: u64,
    ) -> Option<NaiveDate> {
        let mut work = TownCalendar::WORK.min(self.work);
        self.work -= work;
        let counted = rule.counted(start, count, &mut work);
        self.work += work;
        match counted {
            Counted::Last(end) => {
                rule.until = Some(end);
                None
            }
            Counted::KnownBefore(end) => {
                rule.until = end.checked_sub_signed(TimeDelta::seconds(1));
                Some(end.date())
            }
        }
    }
}

/// How long an event lasts; none if that is longer than something lasts that recurs.
fn lasts(when: &When) -> Option<TimeDelta> {
    let length = when.start?.until(when.end?);
    Some(length).filter(|length| *length <= TimeDelta::days(Series::LONGEST))
}

/// How long each time of `RDATE` lasts; of `begin/end` and `begin/length` what that says.
fn lengths(
    line: &ContentLine<'_>,
    written: &[Written],
    usual: TimeDelta,
) -> Vec<Option<TimeDelta>> {
    let value = line.name_and_value().map(|(_, value)| value).unwrap_or_default();
    let one = |(words, begin): (&str, &Written)| {
        let Some((_, end)) = words.split_once('/') else { return Some(usual) };
        let lasts = match written_as(end, begin.zone.as_ref()) {
            Some(end) => Moment::Time(begin.time).until(Moment::Time(end.time)),
            None => length(end)?,
        };
        Some(lasts).filter(|it| (TimeDelta::zero()..=TimeDelta::days(Series::LONGEST)).contains(it))
    };
    value.split(',').zip(written).map(one).collect()
}

/// What the clocks of the series show then. What names no clocks means just these.
fn own_time(series: &Series, written: &Written, zones: &Zones) -> NaiveDateTime {
    zones.shown(written, series.zone.as_ref())
}

/// Takes a single time out: a day takes all of it, also where it is written as a time.
fn take_out(series: &mut Series, written: &Written, is_day: bool, zones: &Zones) {
    let time = own_time(series, written, zones);
    if written.is_day || is_day {
        series.gone_days.insert(time.date());
    } else {
        series.gone.insert(time);
    }
}
