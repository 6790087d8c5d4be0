//! How something recurs (RFC 5545, 3.3.10), as the clocks show it at the place where it is.
//!
//! A rule is followed from one period (year, month, week, day) to the next: of the days of a period
//! those are taken that every part allows. Periods that nobody asks for are passed over at once, so
//! the work depends on how many days are asked for, not on how long the rule has been running.

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use crate::text::vocabulary;

vocabulary! {
    /// What a rule counts in.
    pub enum Frequency {
        /// Days.
        Daily = "DAILY",
        /// Weeks.
        Weekly = "WEEKLY",
        /// Months.
        Monthly = "MONTHLY",
        /// Years.
        Yearly = "YEARLY",
    }
}

/// A rule. A part that is empty allows everything; negative numbers count from the end.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What it counts in.
    pub frequency: Frequency,
    /// Every how many periods, from 1.
    pub interval: u32,
    /// When it may begin for the last time.
    pub until: Option<NaiveDateTime>,
    /// Months, from 1.
    pub months: Vec<u32>,
    /// Weeks of the year, from 1 or −1.
    pub weeks: Vec<i32>,
    /// Days of the year, from 1 or −1.
    pub year_days: Vec<i32>,
    /// Days of the month, from 1 or −1.
    pub month_days: Vec<i32>,
    /// Weekdays; with a number the so-manieth of the month or year, with 0 each.
    pub weekdays: Vec<(i32, Weekday)>,
    /// Times of the day, in order; at least one.
    pub times: Vec<NaiveTime>,
    /// Which ones of a period, from 1 or −1.
    pub positions: Vec<i32>,
    /// The day on which weeks begin.
    pub week_start: Weekday,
}

/// Where counting came to: at the end, or as far as the work allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// The last time.
    Last(NaiveDateTime),
    /// Everything before this is known, nothing from it on.
    KnownBefore(NaiveDateTime),
}

/// The last day that is followed.
const LAST_YEAR: i32 = 9999;

impl Rule {
    /// When something begins that began first at `start`, in order, from `from` to `to`.
    pub fn between(
        &self,
        start: NaiveDateTime,
        from: NaiveDateTime,
        to: NaiveDateTime,
    ) -> Vec<NaiveDateTime> {
        let from = from.max(start);
        let to = self.until.map_or(to, |until| until.min(to));
        let mut found = Vec::new();
        for number in self.period_of(start, from).. {
            let Some(days) = self.period(start, number) else { break };
            if days.first().is_none_or(|first| first.and_time(NaiveTime::MIN) > to) {
                break;
            }
            let times = self.times_in(&days).into_iter();
            found.extend(times.filter(|time| (from..=to).contains(time)));
        }
        found
    }

    /// When it begins for the `count`-th time. `work` is how many days may be looked at; what was
    /// used is taken off.
    pub fn counted(&self, start: NaiveDateTime, count: u64, work: &mut u64) -> Counted {
        let mut left = count;
        let mut last = start;
        for number in 0.. {
            let Some(days) = self.period(start, number) else { break };
            let Some(rest) = work.checked_sub(days.len() as u64) else {
                let first = days.first().map_or(start, |first| first.and_time(NaiveTime::MIN));
                return Counted::KnownBefore(first.max(start));
            };
            *work = rest;
            for time in self.times_in(&days).into_iter().filter(|time| *time >= start) {
                last = time;
                left = left.saturating_sub(1);
                if left == 0 {
                    return Counted::Last(last);
                }
            }
        }
        Counted::Last(last)
    }

    /// The number of the period in which `time` is, or of the next one that counts, or one before.
    fn period_of(&self, start: NaiveDateTime, time: NaiveDateTime) -> i64 {
        let (first, day) = (start.date(), time.date());
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        let passed = match self.frequency {
            Frequency::Daily => (day - first).num_days(),
            Frequency::Weekly => (day - self.week_of(first)).num_days() / 7,
            Frequency::Monthly => months(day) - months(first),
            Frequency::Yearly => i64::from(day.year()) - i64::from(first.year()),
        };
        (passed / i64::from(self.interval)).max(0)
    }

    /// The days of a period; none if it is too far away.
    fn period(&self, start: NaiveDateTime, number: i64) -> Option<Vec<NaiveDate>> {
        let steps = number.checked_mul(i64::from(self.interval))?;
        let first = start.date();
        let later = |days: i64, day: NaiveDate| day.checked_add_signed(TimeDelta::try_days(days)?);
        let (first, end) = match self.frequency {
            Frequency::Daily => {
                let day = later(steps, first)?;
                (day, day.succ_opt()?)
            }
            Frequency::Weekly => {
                let day = later(steps.checked_mul(7)?, self.week_of(first))?;
                (day, later(7, day)?)
            }
            Frequency::Monthly => {
                let months = i64::from(first.year()) * 12 + i64::from(first.month0());
                let month = |number: i64| {
                    let year = i32::try_from(number.div_euclid(12)).ok()?;
                    NaiveDate::from_ymd_opt(year, u32::try_from(number.rem_euclid(12)).ok()? + 1, 1)
                };
                let number = months.checked_add(steps)?;
                (month(number)?, month(number + 1)?)
            }
            Frequency::Yearly => {
                let year = i32::try_from(i64::from(first.year()).checked_add(steps)?).ok()?;
                let january = |year| NaiveDate::from_ymd_opt(year, 1, 1);
                (january(year)?, january(year.checked_add(1)?)?)
            }
        };
        let is_followed = first.year() <= LAST_YEAR;
        is_followed.then(|| first.iter_days().take_while(|day| *day < end).collect())
    }

    fn week_of(&self, day: NaiveDate) -> NaiveDate {
        let past = u64::from(day.weekday().days_since(self.week_start));
        day.checked_sub_days(Days::new(past)).unwrap_or(day)
    }

    /// The times in a period, in order.
    fn times_in(&self, days: &[NaiveDate]) -> Vec<NaiveDateTime> {
        let allowed = days.iter().filter(|day| self.allows(**day));
        let all: Vec<NaiveDateTime> =
            allowed.flat_map(|day| self.times.iter().map(|time| day.and_time(*time))).collect();
        if self.positions.is_empty() {
            return all;
        }
        let count = all.len();
        let is_asked = |index: usize| is_listed(&self.positions, index, count);
        all.into_iter().enumerate().filter(|(index, _)| is_asked(*index)).map(|it| it.1).collect()
    }

    fn allows(&self, day: NaiveDate) -> bool {
        let month = (day.day0() as usize, days_of_month(day));
        let year = (day.ordinal0() as usize, days_of_year(day.year()));
        let scope = match self.frequency {
            Frequency::Yearly if self.months.is_empty() => year,
            Frequency::Daily | Frequency::Weekly | Frequency::Monthly | Frequency::Yearly => month,
        };
        let is_day = |(number, weekday): &(i32, Weekday)| {
            *weekday == day.weekday() && (*number == 0 || is_nth(*number, scope))
        };
        (self.months.is_empty() || self.months.contains(&day.month()))
            && (self.month_days.is_empty() || is_listed(&self.month_days, month.0, month.1))
            && (self.weekdays.is_empty() || self.weekdays.iter().any(is_day))
            && (self.year_days.is_empty() || is_listed(&self.year_days, year.0, year.1))
            && (self.weeks.is_empty() || self.is_in_weeks(day))
    }

    /// A week belongs to the year in which most of its days are.
    fn is_in_weeks(&self, day: NaiveDate) -> bool {
        let Some(middle) = self.week_of(day).checked_add_days(Days::new(3)) else { return false };
        let (index, length) = (middle.ordinal0() as usize, days_of_year(middle.year()));
        let weeks = index / 7 + 1 + (length - 1 - index) / 7;
        is_listed(&self.weeks, index / 7, weeks)
    }
}

/// Whether the one with this index is listed, by its number from the front or from the back.
fn is_listed(numbers: &[i32], index: usize, count: usize) -> bool {
    let (front, back) = (index + 1, count - index);
    numbers.iter().any(|number| {
        let wanted = number.unsigned_abs() as usize;
        if *number < 0 { wanted == back } else { wanted == front }
    })
}

/// Whether a day is the so-manieth of its weekday among `count` days in a row.
fn is_nth(number: i32, (index, count): (usize, usize)) -> bool {
    let place = if number < 0 { (count - 1 - index) / 7 } else { index / 7 };
    number.unsigned_abs() as usize == place + 1
}

fn days_of_month(day: NaiveDate) -> usize {
    let next = day.with_day(1).and_then(|first| first.checked_add_months(chrono::Months::new(1)));
    next.and_then(|next| next.pred_opt()).map_or(31, |last| last.day() as usize)
}

fn days_of_year(year: i32) -> usize {
    NaiveDate::from_ymd_opt(year, 12, 31).map_or(365, |last| last.ordinal() as usize)
}

#[cfg(test)]
mod tests;
