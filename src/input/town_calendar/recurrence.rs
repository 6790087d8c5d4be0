//! Rules of recurrence as they are written (RFC 5545, 3.3.10).
//!
//! A rule is understood in full or not at all: of half a rule nobody could tell the days that it
//! leaves free.

use std::collections::BTreeSet;
use std::str::FromStr;

use chrono::{Datelike as _, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _, Weekday};

use super::zones::{Zones, written};
use crate::domain::calendar::rule::{Frequency, Rule};
use crate::domain::calendar::series::Zone;
use crate::text::Vocabulary as _;

/// The clocks by which a rule is meant, and when what recurs is first.
pub(super) struct Clocks<'a> {
    /// When it begins first.
    pub(super) start: NaiveDateTime,
    /// Whether it is a matter of whole days.
    pub(super) is_day: bool,
    /// By how many seconds the clocks are ahead of UTC, where that is known beforehand.
    pub(super) ahead: Option<i32>,
    /// The clocks.
    pub(super) zone: Option<&'a Zone>,
    /// All zones that there are.
    pub(super) zones: &'a Zones,
}

/// The part of a rule that is not understood.
pub(super) type Fault = String;

impl Clocks<'_> {
    /// Reads the value of `RRULE`: the rule, and how often it applies if that is said.
    pub(super) fn rule(&self, value: &str) -> Result<(Rule, Option<u64>), Fault> {
        let mut rule = Rule {
            frequency: Frequency::Daily,
            interval: 1,
            until: None,
            months: Vec::new(),
            weeks: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            times: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut count = None;
        let mut parts = BTreeSet::new();
        let [mut hours, mut minutes, mut seconds] =
            [self.start.hour(), self.start.minute(), self.start.second()].map(|it| vec![it]);
        let value = value.trim().to_ascii_uppercase();
        for part in value.split(';').filter(|part| !part.trim().is_empty()) {
            let fault = || part.trim().to_owned();
            let (name, words) = part.split_once('=').ok_or_else(fault)?;
            let (name, words) = (name.trim(), words.trim());
            let read = match name {
                "FREQ" => Frequency::read(words).map(|it| rule.frequency = it),
                "INTERVAL" => number(words, 1, u32::MAX).map(|it| rule.interval = it),
                "COUNT" => number(words, 1, u64::MAX).map(|it| count = Some(it)),
                "UNTIL" => self.until(words).map(|it| rule.until = Some(it)),
                "WKST" => weekday(words).map(|it| rule.week_start = it),
                "BYMONTH" => numbers(words, 1, 12).map(|it| rule.months = it),
                "BYWEEKNO" => signed(words, 53).map(|it| rule.weeks = it),
                "BYYEARDAY" => signed(words, 366).map(|it| rule.year_days = it),
                "BYMONTHDAY" => signed(words, 31).map(|it| rule.month_days = it),
                "BYSETPOS" => signed(words, 366).map(|it| rule.positions = it),
                "BYDAY" => weekdays(words).map(|it| rule.weekdays = it),
                "BYHOUR" => numbers(words, 0, 23).map(|it| hours = it),
                "BYMINUTE" => numbers(words, 0, 59).map(|it| minutes = it),
                "BYSECOND" => numbers(words, 0, 59).map(|it| seconds = it),
                "RSCALE" => (words == "GREGORIAN").then_some(()),
                "SKIP" => (words == "OMIT").then_some(()),
                _ => None,
            };
            read.filter(|()| parts.insert(name.to_owned())).ok_or_else(fault)?;
        }
        if let Some(part) = contradiction(&rule, &parts) {
            let written = value.split(';').find(|it| it.trim_start().starts_with(part));
            return Err(written.map_or_else(|| value.clone(), |it| it.trim().to_owned()));
        }
        if self.is_day {
            rule.times.push(NaiveTime::MIN);
        } else {
            let mut times = BTreeSet::new();
            for hour in hours {
                for &minute in &minutes {
                    let of = |second: &u32| NaiveTime::from_hms_opt(hour, minute, *second);
                    times.extend(seconds.iter().filter_map(of));
                }
            }
            // More beginnings on one day than anybody holds are none of a town hall.
            if times.len() > 24 {
                return Err(value);
            }
            rule.times.extend(times);
        }
        self.complete(&mut rule);
        Ok((rule, count))
    }

    /// What a rule leaves open is as it is the first time.
    fn complete(&self, rule: &mut Rule) {
        let first = self.start;
        if !(rule.weekdays.is_empty() && rule.month_days.is_empty() && rule.year_days.is_empty()) {
            return;
        }
        let weekday = (0, first.weekday());
        if !rule.weeks.is_empty() {
            rule.weekdays.push(weekday);
            return;
        }
        let day = i32::try_from(first.day()).unwrap_or(1);
        match rule.frequency {
            Frequency::Daily => {}
            Frequency::Weekly => rule.weekdays.push(weekday),
            Frequency::Monthly => rule.month_days.push(day),
            Frequency::Yearly => {
                rule.month_days.push(day);
                if rule.months.is_empty() {
                    rule.months.push(first.month());
                }
            }
        }
    }

    /// The last moment of `UNTIL`: of a day its end.
    fn until(&self, words: &str) -> Option<NaiveDateTime> {
        let written = written(words, None)?;
        if written.is_day {
            return written.time.checked_add_signed(TimeDelta::try_seconds(24 * 3600 - 1)?);
        }
        match (self.ahead, &written.zone) {
            (Some(ahead), Some(_)) => {
                written.time.checked_add_signed(TimeDelta::seconds(ahead.into()))
            }
            _ => Some(self.zones.shown(&written, self.zone)),
        }
    }
}

/// The part that does not go with the others, if there is one.
fn contradiction(rule: &Rule, parts: &BTreeSet<String>) -> Option<&'static str> {
    let has = |part: &str| parts.contains(part);
    let is = |frequencies: &[Frequency]| frequencies.contains(&rule.frequency);
    let is_numbered = rule.weekdays.iter().any(|(number, _)| *number != 0);
    let chooses = parts.iter().any(|part| part.starts_with("BY") && part != "BYSETPOS");
    [
        ("RRULE", !has("FREQ")),
        ("UNTIL", has("UNTIL") && has("COUNT")),
        ("BYWEEKNO", has("BYWEEKNO") && !is(&[Frequency::Yearly])),
        ("BYYEARDAY", has("BYYEARDAY") && !is(&[Frequency::Yearly])),
        ("BYMONTHDAY", has("BYMONTHDAY") && is(&[Frequency::Weekly])),
        ("BYDAY", is_numbered && (is(&[Frequency::Daily, Frequency::Weekly]) || has("BYWEEKNO"))),
        ("BYSETPOS", has("BYSETPOS") && !chooses),
    ]
    .into_iter()
    .find_map(|(part, is_wrong)| is_wrong.then_some(part))
}

fn number<N: FromStr + PartialOrd>(words: &str, least: N, most: N) -> Option<N> {
    words.trim().parse().ok().filter(|number| (least..=most).contains(number))
}

fn numbers(words: &str, least: u32, most: u32) -> Option<Vec<u32>> {
    words.split(',').map(|words| number(words, least, most)).collect()
}

/// Numbers that may count from the end.
fn signed(words: &str, most: i32) -> Option<Vec<i32>> {
    words.split(',').map(|words| number(words, -most, most).filter(|it| *it != 0)).collect()
}

/// `TU`, `2TU` or `-1TU`, several of them.
fn weekdays(words: &str) -> Option<Vec<(i32, Weekday)>> {
    let one = |words: &str| {
        let words = words.trim();
        let (front, name) = words.split_at_checked(words.len().checked_sub(2)?)?;
        let nth = if front.is_empty() { 0 } else { *signed(front, 53)?.first()? };
        Some((nth, weekday(name)?))
    };
    words.split(',').map(one).collect()
}

fn weekday(words: &str) -> Option<Weekday> {
    Some(match words {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}
