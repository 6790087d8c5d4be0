//! Something that recurs, and the days of the network on which it is.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::Period;
use super::rule::Rule;
use crate::domain::time::{DateRange, TimeZone};

/// Something that recurs.
#[derive(Clone, Debug)]
pub struct Series {
    /// What it is, with the days on which it is first.
    pub period: Period,
    /// When it begins first, on its own clocks.
    pub start: NaiveDateTime,
    /// How long it lasts; at most [`Series::LONGEST`] days.
    pub length: TimeDelta,
    /// Its clocks; none if they are those of the network, or if it is a matter of whole days.
    pub zone: Option<Zone>,
    /// The zone of the network.
    pub home: TimeZone,
    /// When it begins again.
    pub rules: Vec<Rule>,
    /// Single times at which it begins beside, the first one too, each with its length.
    pub more: Vec<(NaiveDateTime, TimeDelta)>,
    /// When it does not begin.
    pub gone: BTreeSet<NaiveDateTime>,
    /// The days on which it does not begin.
    pub gone_days: BTreeSet<NaiveDate>,
    /// What of it is meant, as other parts of it were changed: from the first to before the second.
    pub part: [Option<NaiveDateTime>; 2],
    /// How much later that part is than the rule says.
    pub later: TimeDelta,
}

/// Clocks that are not those of the network.
#[derive(Clone, Debug)]
pub enum Zone {
    /// Those of a zone of the database.
    Known(TimeZone),
    /// Those that a calendar describes by itself.
    Described(Vec<Observance>),
}

/// From when on clocks show which time.
#[derive(Clone, Debug)]
pub struct Observance {
    /// When that begins for the first time, as the clocks showed it before.
    pub start: NaiveDateTime,
    /// When it begins again.
    pub rules: Vec<Rule>,
    /// Further times at which it begins.
    pub more: Vec<NaiveDateTime>,
    /// By how many seconds the clocks were ahead of UTC before.
    pub before: i32,
    /// By how many seconds they are ahead from then on.
    pub offset: i32,
}

impl Series {
    /// The most days that something lasts which recurs.
    pub const LONGEST: i64 = 366;

    /// On which of `days` it is, in order.
    pub fn days_within(&self, days: DateRange) -> BTreeSet<NaiveDate> {
        let mut found = BTreeSet::new();
        // Two days are more than two places of the earth are apart.
        let margin = TimeDelta::days(2) + self.later.abs();
        let at = |day: NaiveDate| day.and_time(NaiveTime::MIN);
        let from = at(days.first()).checked_sub_signed(margin + self.length);
        let to = at(days.last()).checked_add_signed(margin + TimeDelta::days(1));
        let (Some(from), Some(to)) = (from, to) else { return found };
        let recurring = self.rules.iter().flat_map(|rule| rule.between(self.start, from, to));
        let recurring = recurring.map(|time| (time, self.length));
        for (time, length) in recurring.chain(self.more.iter().copied()) {
            let [since, before] = self.part;
            let is_part = since.is_none_or(|since| since <= time)
                && before.is_none_or(|before| time < before);
            if !is_part || self.gone.contains(&time) || self.gone_days.contains(&time.date()) {
                continue;
            }
            let begin = time.checked_add_signed(self.later);
            let end = begin.and_then(|begin| begin.checked_add_signed(length));
            let Some((begin, end)) = begin.zip(end) else { continue };
            let (begin, end) = (self.at_home(begin), self.at_home(end));
            let last = if end > begin { last_day_before(end) } else { begin.date() };
            let first = begin.date().max(days.first());
            found.extend(first.iter_days().take_while(|day| *day <= last.min(days.last())));
        }
        found
    }

    /// What the clocks of the network show when its own show `time`.
    fn at_home(&self, time: NaiveDateTime) -> NaiveDateTime {
        let there = self.zone.as_ref().and_then(|zone| zone.second(time));
        there.and_then(|second| self.home.shown_at(second)).unwrap_or(time)
    }
}

/// The last day that begins before `time`.
fn last_day_before(time: NaiveDateTime) -> NaiveDate {
    let day = time.date();
    if time.time() == NaiveTime::MIN { day.pred_opt().unwrap_or(day) } else { day }
}

impl Zone {
    /// The second since 1970 at which its clocks show `time`; of two the first.
    pub fn second(&self, time: NaiveDateTime) -> Option<i64> {
        match self {
            Self::Known(zone) => zone.second_of(time),
            Self::Described(observances) => {
                Some(time.and_utc().timestamp() - i64::from(offset(observances, time)?))
            }
        }
    }

    /// What its clocks show at a second since 1970.
    pub fn shown_at(&self, second: i64) -> Option<NaiveDateTime> {
        match self {
            Self::Known(zone) => zone.shown_at(second),
            Self::Described(observances) => {
                let shown = |offset: i32| {
                    Some(DateTime::from_timestamp(second + i64::from(offset), 0)?.naive_utc())
                };
                let mut offsets = observances.iter().flat_map(|it| [it.offset, it.before]);
                let fits = |it: &i32| {
                    shown(*it).is_some_and(|time| offset(observances, time) == Some(*it))
                };
                shown(offsets.find(fits)?)
            }
        }
    }
}

/// By how many seconds clocks are ahead of UTC when they show `time`.
fn offset(observances: &[Observance], time: NaiveDateTime) -> Option<i32> {
    // What begins at all begins once in two years, or stays as it is.
    let recent = time.checked_sub_signed(TimeDelta::days(2 * 366))?;
    let begun = |it: &Observance| {
        let rules = it.rules.iter().filter_map(|rule| {
            let before = rule.until.map_or(recent, |until| {
                until
                    .checked_sub_signed(TimeDelta::days(2 * 366))
                    .map_or(recent, |it| it.min(recent))
            });
            rule.between(it.start, before, time).pop()
        });
        let single = it.more.iter().copied().chain([it.start]).filter(|more| *more <= time);
        rules.chain(single).max()
    };
    let latest = observances.iter().filter_map(|it| Some((begun(it)?, it.offset))).max();
    let first = || observances.iter().min_by_key(|it| it.start).map(|it| it.before);
    latest.map(|(_, offset)| offset).or_else(first)
}
