//! The one clock.

use std::cell::OnceCell;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, TimeZone as _};
use jiff::Timestamp;
use jiff::tz;

/// The clock, or a day it was set to.
#[derive(Clone, Debug)]
pub struct Clock {
    set_to: Option<NaiveDate>,
    /// The zone whose days count, once it is known.
    zone: OnceCell<String>,
}

impl Clock {
    /// A clock that shows `day`, or the real time.
    pub fn new(day: Option<NaiveDate>) -> Self {
        Self { set_to: day, zone: OnceCell::new() }
    }

    /// From now on days are those of the zone of that name; before, those of this machine.
    pub fn live_in(&self, zone: &str) {
        // Whoever reads a workspace again stays in its zone.
        let _ = self.zone.set(zone.to_owned());
    }

    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.set_to.unwrap_or_else(|| self.here().date_naive())
    }

    /// The present moment; noon of the day the clock was set to.
    pub fn here(&self) -> DateTime<FixedOffset> {
        match self.zone.get() {
            Some(zone) => self.now(zone),
            None if self.set_to.is_some() => self.now("UTC"),
            None => now().fixed_offset(),
        }
    }

    /// The present moment, or that of the day it was set to if that is earlier: what goes for its age
    /// must be old by any clock.
    pub fn at_most_now(&self) -> DateTime<FixedOffset> {
        self.here().min(now().fixed_offset())
    }

    /// The present moment in the zone of that name; noon of the day the clock was set to, for
    /// midnight is missing on some days in some zones.
    pub fn now(&self, zone: &str) -> DateTime<FixedOffset> {
        let zone = tz::TimeZone::get(zone).unwrap_or(tz::TimeZone::UTC);
        let offset_at = |second: i64| {
            let moment = Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH);
            FixedOffset::east_opt(zone.to_offset(moment).seconds())
        };
        let utc = FixedOffset::east_opt(0);
        let Some(day) = self.set_to else {
            let now = now();
            let offset = offset_at(now.timestamp()).or(utc);
            return offset.map_or_else(|| now.fixed_offset(), |offset| now.with_timezone(&offset));
        };
        let noon = day.and_hms_opt(12, 0, 0).unwrap_or_default();
        // Clocks are changed at night: noon in Greenwich tells the offset at noon anywhere in Europe.
        let offset = offset_at(noon.and_utc().timestamp()).or(utc);
        let local = offset.and_then(|offset| offset.from_local_datetime(&noon).single());
        local.unwrap_or_else(|| noon.and_utc().fixed_offset())
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the door")]
fn now() -> DateTime<Local> {
    Local::now()
}
