//! On which days an event may recur (RFC 5545, 3.3.10): never fewer than it does.
//!
//! A rule is not understood in full; each part that is narrows the days, and what is not leaves them.

use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};

use super::lines::ContentLine;
use crate::domain::calendar::Rhythm;
use crate::domain::time::DateRange;

/// The days on which an event that is first on `first` may begin again.
pub(super) fn recurrence(rule: &ContentLine<'_>, first: NaiveDate) -> Option<(DateRange, Rhythm)> {
    let (name, value) = rule.name_and_value()?;
    if name == "RDATE" {
        let dates: Vec<NaiveDate> = value.split(',').filter_map(day).collect();
        let days = DateRange::new(*dates.iter().min()?, *dates.iter().max()?)?;
        return Some((days, Rhythm { dates, ..Rhythm::default() }));
    }
    let rule = value.to_ascii_uppercase();
    let part = |name: &str| {
        let mut parts = rule.split(';').filter_map(|part| part.split_once('='));
        parts.find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    let until = part("UNTIL").and_then(day).or_else(|| counted(&part, first));
    let days = DateRange::new(first, until.unwrap_or(NaiveDate::MAX))?;
    Some((days, rhythm(&part, first)))
}

fn rhythm<'r>(part: &impl Fn(&str) -> Option<&'r str>, first: NaiveDate) -> Rhythm {
    let numbers = |name| part(name).map(|list| list.split(',').map(str::parse).collect());
    let months: Option<Result<Vec<u32>, _>> = numbers("BYMONTH");
    let in_month: Option<Result<Vec<u32>, _>> = numbers("BYMONTHDAY");
    let named = |list: &str| list.split(',').map(weekday).collect::<Option<Vec<Weekday>>>();
    // In another zone the weekdays may be others.
    let is_sure = |days: &Vec<Weekday>| days.contains(&first.weekday());
    let weekdays = part("BYDAY").map(|list| named(list).filter(is_sure).unwrap_or_default());
    let is_plain = weekdays.is_none()
        && in_month.is_none()
        && ["BYWEEKNO", "BYYEARDAY"].iter().all(|name| part(name).is_none());
    let frequency = part("FREQ").unwrap_or_default();
    let is = |frequencies: &[&str]| is_plain && frequencies.contains(&frequency);
    let or = |list: Option<Result<Vec<u32>, _>>, usual: Option<u32>| match list {
        Some(list) => list.unwrap_or_default(),
        None => usual.into_iter().collect(),
    };
    Rhythm {
        dates: Vec::new(),
        weekdays: match weekdays {
            Some(weekdays) => weekdays,
            None => is(&["WEEKLY"]).then(|| first.weekday()).into_iter().collect(),
        },
        days: or(in_month, is(&["MONTHLY", "YEARLY"]).then(|| first.day())),
        months: or(months, is(&["YEARLY"]).then(|| first.month())),
    }
}

/// The last day on which an event begins that takes place a number of times.
fn counted<'r>(part: &impl Fn(&str) -> Option<&'r str>, first: NaiveDate) -> Option<NaiveDate> {
    let number = |name| part(name).map_or(Some(1), |number| number.parse::<i64>().ok());
    let days = match part("FREQ")? {
        "DAILY" if part("BYDAY").is_none() => 1,
        "WEEKLY" => 7,
        _ => return None,
    };
    let is_thinned = ["BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"];
    part("COUNT").filter(|_| is_thinned.iter().all(|name| part(name).is_none()))?;
    let days = number("COUNT")?.checked_mul(number("INTERVAL")?)?.checked_mul(days)?;
    first.checked_add_signed(TimeDelta::try_days(days)?)
}

/// The day of `20270610` or `20270610T170000Z`; in another zone it may be the next.
fn day(words: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(words.get(..8)?, "%Y%m%d").ok()?;
    if words.ends_with('Z') { day.succ_opt() } else { Some(day) }
}

/// The weekday of `TU` or `-1TU`.
fn weekday(words: &str) -> Option<Weekday> {
    let at = words.len().checked_sub(2)?;
    Some(match words.get(at..)? {
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
