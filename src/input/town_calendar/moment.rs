//! Points in time as the clocks of a town show them.

use chrono::{
    DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _,
};
use icalendar::{CalendarDateTime, DatePerhapsTime};
use iso8601::Duration;

use super::zones::{Written, Zones, known, utc};
use crate::domain::time::TimeZone;

/// A day, or a time of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    Day(NaiveDate),
    Time(NaiveDateTime),
}

/// A day stands for its beginning.
impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.time().partial_cmp(&other.time())
    }
}

impl Moment {
    fn time(self) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN),
            Self::Time(time) => time,
        }
    }

    /// Its day.
    pub(super) fn day(self) -> NaiveDate {
        self.time().date()
    }

    /// The last day that begins before it.
    pub(super) fn last_day_before(self) -> Option<NaiveDate> {
        let time = self.time();
        if time.time() == NaiveTime::MIN { time.date().pred_opt() } else { Some(time.date()) }
    }

    /// How much later `end` is.
    pub(super) fn until(self, end: Self) -> TimeDelta {
        end.time() - self.time()
    }

    /// The moment so much later.
    pub(super) fn after(self, length: TimeDelta) -> Option<Self> {
        self.time().checked_add_signed(length).map(Self::Time)
    }

    /// When something ends that begins here and does not say: a day lasts until the next one, a
    /// time does not last (RFC 5545, 3.6.1).
    pub(super) fn usual_end(self) -> Option<Self> {
        match self {
            Self::Day(day) => day.checked_add_days(Days::new(1)).map(Self::Day),
            Self::Time(_) => Some(self),
        }
    }
}

/// A point in time in the zone of the town. A zone that nobody knows is taken for it:
/// then the day is not certain.
pub(super) fn moment(moment: DatePerhapsTime, zones: &Zones) -> Moment {
    let (time, zone) = match moment {
        DatePerhapsTime::Date(day) => return Moment::Day(day),
        DatePerhapsTime::DateTime(CalendarDateTime::Floating(time)) => (time, None),
        DatePerhapsTime::DateTime(CalendarDateTime::Utc(time)) => (time.naive_utc(), Some(utc())),
        DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid }) => {
            (date_time, zones.find(&tzid))
        }
    };
    Moment::Time(zones.shown(&Written { time, is_day: false, zone }, None))
}

/// A point in time with the offset from UTC that the clocks of `zone` have then; none for a mere day.
/// One without an offset of its own is what the clocks of `zone` show.
pub(in crate::input) fn instant(
    moment: DatePerhapsTime,
    zone: &TimeZone,
) -> Option<DateTime<FixedOffset>> {
    let DatePerhapsTime::DateTime(time) = moment else { return None };
    match time {
        CalendarDateTime::Utc(time) => Some(on_clocks_of(time.fixed_offset(), zone)),
        CalendarDateTime::Floating(time) => clocks_show(time, zone),
        CalendarDateTime::WithTimezone { date_time, tzid } => {
            let there = known(&tzid).and_then(|there| there.second_of(date_time));
            let there = there.and_then(|second| DateTime::from_timestamp(second, 0));
            match there {
                Some(there) => Some(on_clocks_of(there.fixed_offset(), zone)),
                None => clocks_show(date_time, zone),
            }
        }
    }
}

/// Whether everybody knows the clocks that `moment` is told on.
pub(in crate::input) fn is_on_known_clocks(moment: &DatePerhapsTime) -> bool {
    match moment {
        DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { tzid, .. }) => {
            known(tzid).is_some()
        }
        DatePerhapsTime::DateTime(CalendarDateTime::Utc(_) | CalendarDateTime::Floating(_))
        | DatePerhapsTime::Date(_) => true,
    }
}

/// The moment at which the clocks of `zone` show `time`; of two the first.
pub(in crate::input) fn clocks_show(
    time: NaiveDateTime,
    zone: &TimeZone,
) -> Option<DateTime<FixedOffset>> {
    let second = zone.second_of(time)?;
    Some(on_clocks_of(DateTime::from_timestamp(second, 0)?.fixed_offset(), zone))
}

/// The same moment with the offset from UTC that the clocks of `zone` have then.
pub(in crate::input) fn on_clocks_of(
    moment: DateTime<FixedOffset>,
    zone: &TimeZone,
) -> DateTime<FixedOffset> {
    let second = moment.timestamp();
    let offset = zone.shown_at(second).and_then(|local| {
        let seconds = local.and_utc().timestamp() - second;
        FixedOffset::east_opt(i32::try_from(seconds).ok()?)
    });
    offset.map_or(moment, |offset| offset.from_utc_datetime(&moment.naive_utc()))
}

/// A length of time that is not negative, such as `P3D` or `PT1H30M` (RFC 5545, 3.3.6).
pub(super) fn length(words: &str) -> Option<TimeDelta> {
    let words = words.trim();
    match iso8601::duration(words.strip_prefix('+').unwrap_or(words)).ok()? {
        Duration::Weeks(weeks) => TimeDelta::try_weeks(weeks.into()),
        Duration::YMDHMS { year: 0, month: 0, day, hour, minute, second, .. } => {
            let days = TimeDelta::try_days(day.into())?;
            let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
            days.checked_add(&TimeDelta::try_seconds(seconds)?)
        }
        Duration::YMDHMS { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, TimeDelta};

    use super::{clocks_show, length};
    use crate::domain::time::TimeZone;

    #[test]
    fn moments_have_the_offset_of_their_season() {
        let zone = TimeZone::new("Europe/Berlin").unwrap();
        let shown = |month, day| {
            let day = NaiveDate::from_ymd_opt(2026, month, day).unwrap();
            clocks_show(day.and_hms_opt(23, 59, 59).unwrap(), &zone).unwrap().to_rfc3339()
        };
        assert_eq!(shown(11, 9), "2026-11-09T23:59:59+01:00");
        assert_eq!(shown(7, 9), "2026-07-09T23:59:59+02:00");
    }

    #[test]
    fn lengths_are_weeks_days_or_parts_of_days() {
        assert_eq!(length("P2W"), TimeDelta::try_weeks(2));
        assert_eq!(length("+P3D"), TimeDelta::try_days(3));
        assert_eq!(length("P1DT12H"), TimeDelta::try_hours(36));
        assert_eq!(length("PT1H30M"), TimeDelta::try_minutes(90));
        for words in ["", "P", "-P1D", "P1Y", "3D"] {
            assert_eq!(length(words), None, "{words}");
        }
    }
}
