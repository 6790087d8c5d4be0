//! The one clock.

use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveTime, TimeZone as _};
use chrono_tz::Tz;

/// The clock, or a day it was set to.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    set_to: Option<NaiveDate>,
}

impl Clock {
    /// A clock that shows `day`, or the real time.
    pub fn new(day: Option<NaiveDate>) -> Self {
        Self { set_to: day }
    }

    /// Today.
    pub fn today(self) -> NaiveDate {
        self.set_to.unwrap_or_else(|| now().date_naive())
    }

    /// The present moment in `zone`; noon of the day the clock was set to.
    pub fn now(self, zone: Tz) -> DateTime<FixedOffset> {
        // Midnight is missing on some days in some zones; noon never is.
        let noon = |day: NaiveDate| day.and_time(NaiveTime::MIN) + chrono::Duration::hours(12);
        let set = self.set_to.and_then(|day| zone.from_local_datetime(&noon(day)).earliest());
        let moment = set.unwrap_or_else(|| now().with_timezone(&zone));
        moment.fixed_offset()
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the door")]
fn now() -> DateTime<Local> {
    Local::now()
}
