//! Time zones as calendars carry them (`VTIMEZONE`, RFC 5545, 3.6.5).
//!
//! Where clocks are changed by one rule every year, two observances with a rule say it for ever;
//! where they are not, every change that the events can meet is listed.

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use jiff::tz::{Dst, TimeZone};
use jiff::{Timestamp, civil};

use super::lines::Lines;

/// A rule is believed if it holds for so many years beyond the last event.
const YEARS_OF_RULE: i32 = 10;

/// Where the search for the first year of a rule ends.
const EARLIEST: i32 = 1970;

/// A change of the clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ClockChange {
    /// What the clocks showed when they were changed.
    local: NaiveDateTime,
    /// Seconds east of Greenwich before.
    from: i32,
    /// Seconds east of Greenwich after.
    to: i32,
    /// What the time is called after.
    name: String,
    is_summer: bool,
}

/// On which day of a year the clocks are changed, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rule {
    month: u32,
    /// The weekday and its number in the month, −1 for the last one.
    day: (Weekday, i32),
    time: NaiveTime,
}

/// Writes the zone of that name as far as events in `years` need it.
pub(super) fn add_zone(lines: &mut Lines, name: &str, years: &RangeInclusive<i32>) {
    let zone = TimeZone::get(name).unwrap_or(TimeZone::UTC);
    lines.add("BEGIN", "VTIMEZONE");
    lines.add("TZID", name);
    let (first, last) = (*years.start() - 1, *years.end() + YEARS_OF_RULE);
    match yearly(&zone, first, last) {
        Some(changes) => {
            for (change, rule) in changes {
                add_observance(lines, &change, &[], Some(rule));
            }
        }
        None => add_list(lines, &zone, first, *years.end() + 1),
    }
    lines.add("END", "VTIMEZONE");
}

/// The two changes of every year with their rules, each as it was first made; none if there is no
/// such pair of rules from `first` to `last`.
fn yearly(zone: &TimeZone, first: i32, last: i32) -> Option<[(ClockChange, Rule); 2]> {
    let pair = |year: i32| <[ClockChange; 2]>::try_from(changes(zone, year..=year)).ok();
    let sample = pair(last)?;
    let order = |count: i32| {
        let rules = sample.each_ref().map(|change| rule(change, count));
        let fits = |year: &i32| {
            pair(*year).is_some_and(|pair| {
                pair.iter().zip(&sample).zip(&rules).all(|((change, like), rule)| {
                    alike(change, like) && on(*rule, *year) == Some(change.local)
                })
            })
        };
        (first..=last).all(|year| fits(&year)).then_some(rules)
    };
    // A last Sunday in March is, in most years, a fourth one too; the last is tried first.
    let rules = order(-1).or_else(|| order(0))?;
    let [one, other] = sample;
    Some([one, other].map(|like| {
        let rule = rules[usize::from(rule(&like, -1).month != rules[0].month)];
        let back = (EARLIEST..first).rev();
        let begin =
            back.map(|year| (year, changes(zone, year..=year))).map_while(|(year, found)| {
                let same = |change: &ClockChange| {
                    alike(change, &like) && on(rule, year) == Some(change.local)
                };
                found.into_iter().find(same)
            });
        let earliest = begin.last().or_else(|| {
            changes(zone, first..=first).into_iter().find(|change| alike(change, &like))
        });
        (earliest.unwrap_or(like), rule)
    }))
}

fn alike(one: &ClockChange, other: &ClockChange) -> bool {
    let key = |change: &ClockChange| (change.from, change.to, change.is_summer);
    key(one) == key(other) && one.name == other.name
}

/// The rule that `change` follows, counting its weekday from the end of the month for −1, else from
/// its beginning.
fn rule(change: &ClockChange, count: i32) -> Rule {
    let date = change.local.date();
    let number = if count < 0 { -1 } else { date.day0().cast_signed() / 7 + 1 };
    Rule { month: date.month(), day: (date.weekday(), number), time: change.local.time() }
}

/// The moment of a rule in a year.
fn on(rule: Rule, year: i32) -> Option<NaiveDateTime> {
    let (weekday, number) = rule.day;
    let date = if let Ok(number) = u8::try_from(number) {
        NaiveDate::from_weekday_of_month_opt(year, rule.month, weekday, number)?
    } else {
        let fifth = NaiveDate::from_weekday_of_month_opt(year, rule.month, weekday, 5);
        fifth.or_else(|| NaiveDate::from_weekday_of_month_opt(year, rule.month, weekday, 4))?
    };
    Some(date.and_time(rule.time))
}

/// The changes of the clocks in `years`.
fn changes(zone: &TimeZone, years: RangeInclusive<i32>) -> Vec<ClockChange> {
    let Some(start) = new_year(*years.start()) else { return Vec::new() };
    let mut before = zone.to_offset(start).seconds();
    let mut changes = Vec::new();
    for transition in zone.following(start) {
        let to = transition.offset().seconds();
        let from = std::mem::replace(&mut before, to);
        let moment = DateTime::from_timestamp(transition.timestamp().as_second(), 0);
        let Some(moment) = moment.filter(|moment| moment.year() <= years.end() + 1) else { break };
        let local = moment.naive_utc() + TimeDelta::seconds(i64::from(from));
        if local.year() > *years.end() {
            break;
        }
        let name = transition.abbreviation().to_owned();
        let is_summer = transition.dst() == Dst::Yes;
        changes.push(ClockChange { local, from, to, name, is_summer });
    }
    changes
}

/// The beginning of a year in Greenwich.
fn new_year(year: i32) -> Option<Timestamp> {
    let date = civil::Date::new(i16::try_from(year).ok()?, 1, 1).ok()?;
    date.to_zoned(TimeZone::UTC).ok().map(|moment| moment.timestamp())
}

/// Lists what was observed at the beginning of the year `first` and every change up to `last`.
fn add_list(lines: &mut Lines, zone: &TimeZone, first: i32, last: i32) {
    let start = new_year(first).unwrap_or(Timestamp::UNIX_EPOCH);
    let info = zone.to_offset_info(start);
    let offset = info.offset().seconds();
    let begin = NaiveDate::from_ymd_opt(first, 1, 1).unwrap_or_default().and_time(NaiveTime::MIN);
    let initial = ClockChange {
        local: begin,
        from: offset,
        to: offset,
        name: info.abbreviation().to_owned(),
        is_summer: info.dst() == Dst::Yes,
    };
    let mut observances: Vec<(ClockChange, Vec<NaiveDateTime>)> = vec![(initial, Vec::new())];
    for change in changes(zone, first..=last) {
        match observances.iter_mut().find(|(known, _)| alike(known, &change)) {
            Some((_, further)) => further.push(change.local),
            None => observances.push((change, Vec::new())),
        }
    }
    for (change, further) in observances {
        add_observance(lines, &change, &further, None);
    }
}

fn add_observance(
    lines: &mut Lines,
    change: &ClockChange,
    further: &[NaiveDateTime],
    rule: Option<Rule>,
) {
    let kind = if change.is_summer { "DAYLIGHT" } else { "STANDARD" };
    lines.add("BEGIN", kind);
    lines.add("DTSTART", &local(change.local));
    lines.add("TZOFFSETFROM", &offset(change.from));
    lines.add("TZOFFSETTO", &offset(change.to));
    if !change.name.is_empty() {
        lines.add_text("TZNAME", &change.name);
    }
    if let Some(Rule { month, day: (weekday, number), .. }) = rule {
        let weekday =
            ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday.num_days_from_monday() as usize];
        lines.add("RRULE", &format!("FREQ=YEARLY;BYMONTH={month};BYDAY={number}{weekday}"));
    }
    if !further.is_empty() {
        let further: Vec<_> = further.iter().map(|moment| local(*moment)).collect();
        lines.add("RDATE", &further.join(","));
    }
    lines.add("END", kind);
}

/// A moment on the clocks of a place (RFC 5545, 3.3.5, form 1).
pub(super) fn local(moment: NaiveDateTime) -> String {
    moment.format("%Y%m%dT%H%M%S").to_string()
}

/// An offset (RFC 5545, 3.3.14): "+0100".
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::Lines;
    use super::add_zone;

    fn written(name: &str, first: i32, last: i32) -> Vec<String> {
        let mut lines = Lines::default();
        add_zone(&mut lines, name, &(first..=last));
        lines.into_text().lines().map(str::to_owned).collect()
    }

    #[test]
    fn berlin_has_two_rules() {
        let expected = [
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Berlin",
            "BEGIN:DAYLIGHT",
            "DTSTART:19810329T020000",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:19961027T030000",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "TZNAME:CET",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "END:STANDARD",
            "END:VTIMEZONE",
        ];
        assert_eq!(written("Europe/Berlin", 2024, 2027), expected);
        assert_eq!(written("Europe/Berlin", 1999, 2060), expected);
    }

    #[test]
    fn weekdays_are_counted_from_the_beginning_where_they_are() {
        let york = written("America/New_York", 2024, 2027);
        assert!(york.contains(&"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU".to_owned()), "{york:?}");
        assert!(york.contains(&"RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU".to_owned()), "{york:?}");
        assert!(york.contains(&"DTSTART:20070311T020000".to_owned()), "{york:?}");
    }

    #[test]
    fn a_zone_without_summer_time_has_one_observance() {
        let expected = [
            "BEGIN:VTIMEZONE",
            "TZID:Asia/Tokyo",
            "BEGIN:STANDARD",
            "DTSTART:20230101T000000",
            "TZOFFSETFROM:+0900",
            "TZOFFSETTO:+0900",
            "TZNAME:JST",
            "END:STANDARD",
            "END:VTIMEZONE",
        ];
        assert_eq!(written("Asia/Tokyo", 2024, 2027), expected);
    }

    #[test]
    fn changes_without_a_rule_are_listed() {
        // Germany in the war and after it; Morocco, where the fasting month decides.
        for (zone, first, last) in
            [("Europe/Berlin", 1945, 1949), ("Africa/Casablanca", 2024, 2026)]
        {
            let lines = written(zone, first, last);
            assert!(lines.iter().any(|line| line.starts_with("RDATE:")), "{lines:?}");
            assert!(!lines.iter().any(|line| line.starts_with("RRULE")), "{lines:?}");
        }
    }
}
