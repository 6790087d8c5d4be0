//! Times that do not exist, or twice, because the clocks are put forward or back.

use chrono::NaiveDate;

use super::report::ClashReport;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::programme::{RepeatedTime, SkippedTime};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Session};
use crate::domain::time::{Clock, End, Oddity, Time};
use crate::domain::workspace::Workspace;
use crate::plan::programme::timetable::closing;
use crate::source::{Located, Origin};

/// Reports such times of `meeting` and its sessions.
pub(super) fn check<'m>(workspace: &Workspace, meeting: &'m Meeting, report: &mut ClashReport<'m>) {
    let zone = workspace.network.time_zone;
    let odd = |(place, date, minutes, is_end): (Origin, Option<NaiveDate>, u32, bool)| {
        let (days, time) = (minutes / Clock::DAY, minutes % Clock::DAY);
        let date = date?.checked_add_days(chrono::Days::new(u64::from(days)))?;
        let clock = chrono::NaiveTime::from_num_seconds_from_midnight_opt(time * 60, 0)?;
        Some(match zone.oddity(date.and_time(clock))? {
            Oddity::Skipped => Diagnostic::at(place, SkippedTime { date, time }),
            Oddity::Repeated => Diagnostic::at(place, RepeatedTime { date, time, is_end }),
        })
    };
    let when = &meeting.when;
    let start =
        when.start.map(|start| (start.origin, when.date.map(|date| date.value), at(start), false));
    let end = when.end.zip(closing(zone, meeting)).and_then(|(end, closing)| match end.value {
        End::Open => None,
        End::At(time) => {
            let (last, minutes) = (when.last_day(), time.clock.minutes());
            let is_next =
                minutes < Clock::DAY && closing.minutes >= zone.passed(last, 0, Clock::DAY);
            Some((end.origin, last, minutes + if is_next { Clock::DAY } else { 0 }, true))
        }
    });
    let admission = meeting.admission;
    let admission =
        admission.map(|time| (time.origin, when.date.map(|date| date.value), at(time), false));
    for finding in start.into_iter().chain(end).chain(admission).filter_map(odd) {
        report.add(finding, &[]);
    }
    let held = meeting.sessions.iter().filter(|session| session.status != Certainty::Dropped);
    for session in held {
        for finding in times(session).filter_map(odd) {
            report.add(finding, &[session]);
        }
    }
}

/// The places, days and minutes from midnight of the times that a session gives, and whether each is
/// an end.
fn times(session: &Session) -> impl Iterator<Item = (Origin, Option<NaiveDate>, u32, bool)> {
    let start = session.timing.start.map(|start| (start.origin, at(start)));
    let end = session.timing.end.and_then(|end| match end.value {
        End::At(time) => {
            let minutes = time.clock.minutes();
            let wraps = start.is_some_and(|(_, begins)| minutes <= begins);
            Some((end.origin, minutes + if wraps { Clock::DAY } else { 0 }))
        }
        End::Open => None,
    });
    let start = start.map(|(place, minutes)| (place, session.date, minutes, false));
    let end = end.map(|(place, minutes)| (place, session.date, minutes, true));
    start.into_iter().chain(end)
}

fn at(time: Located<Time>) -> u32 {
    time.value.clock.minutes()
}
