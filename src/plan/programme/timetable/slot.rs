//! When sessions are, as far as people said it.

use super::{Basis, Moment, Span};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Session};
use crate::domain::time::{Clock, Duration, End, Extent, PartOfDay, Precision, Time, TimeZone};

/// The bounds of a session in minutes that have passed since midnight of its day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// When it begins, if that was said exactly.
    pub begins: Option<u32>,
    /// When it ends, if that was said exactly: by a time or by a duration.
    pub ends: Option<u32>,
}

/// The slot of `session`. An end that is not after the start belongs to the next day.
///
/// Nothing is guessed: "ca. 14:00" and "max. 90 min" bound nothing.
pub fn slot(session: &Session) -> Slot {
    let timing = &session.timing;
    let passed = |minutes| timing.zone.passed(session.date, 0, minutes);
    let start = timing.start.map(|start| start.value);
    let begins = start.filter(|start| start.precision == Precision::Exact).map(minutes);
    let begins = begins.map(passed);
    let ends = match timing.end.map(|end| end.value) {
        Some(End::Open) => None,
        Some(End::At(end)) => is_bound(end).then(|| {
            let wraps = start.is_some_and(|start| minutes(end) <= minutes(start));
            passed(minutes(end) + if wraps { Clock::DAY } else { 0 })
        }),
        None => {
            let length = timing.duration.map(|length| length.value);
            let length = length.filter(|length| length.extent == Extent::Exact);
            begins.zip(length).map(|(begins, length)| begins + length.minutes)
        }
    };
    Slot { begins, ends }
}

/// What was said of when `session` is, loosely or exactly, if it takes `length`, in minutes that have
/// passed since midnight of its day: clocks that are put back show some times twice, and a length says
/// which is meant.
///
/// "ca. 14:00" begins at 14:00 as far as a plan is concerned, "bis 15:30" alone is an end, and an
/// open end is none. A length that is only about right ends nothing.
pub(in crate::plan) fn said(session: &Session, length: Option<Duration>) -> Span {
    let start = session.timing.start.map(|start| start.value);
    let is_end = |start: &Time| start.precision == Precision::Until;
    let begins = start.filter(|start| !is_end(start)).map(moment);
    let ends = match session.timing.end.map(|end| end.value) {
        Some(End::Open) => None,
        Some(End::At(end)) => {
            let wraps = begins.is_some_and(|begins| minutes(end) <= begins.minutes);
            let minutes = minutes(end) + if wraps { Clock::DAY } else { 0 };
            let basis = if is_bound(end) { Basis::Exact } else { Basis::Loose };
            Some(Moment { minutes, basis })
        }
        None => start.filter(is_end).map(|end| Moment { basis: Basis::Loose, ..moment(end) }),
    };
    let length = length.filter(|length| length.extent == Extent::Exact);
    let is_open = session.timing.end.is_some_and(|end| end.value == End::Open);
    let (zone, day) = (session.timing.zone, session.date);
    let passed = |at: Moment| Moment { minutes: zone.passed(day, 0, at.minutes), ..at };
    let (begins, ends) = (begins.map(passed), ends.map(passed));
    let Some(length) = length.filter(|_| !is_open) else {
        return Span { begins, ends };
    };
    let later = |begins: Moment| Moment { minutes: begins.minutes + length.minutes, ..begins };
    let earlier =
        |ends: Moment| Some(Moment { minutes: ends.minutes.checked_sub(length.minutes)?, ..ends });
    Span { begins: begins.or(ends.and_then(earlier)), ends: ends.or(begins.map(later)) }
}

/// When `meeting` ends, in minutes that have passed since midnight of its last day. On its only day an end that is not
/// after the beginning belongs to the next one, and a length may say the end.
pub(in crate::plan) fn closing(zone: TimeZone, meeting: &Meeting) -> Option<Moment> {
    let when = &meeting.when;
    let end = match when.end.map(|end| end.value) {
        Some(End::At(end)) => end,
        Some(End::Open) => return None,
        None => return after_its_length(zone, meeting),
    };
    let first = when.date.map(|date| date.value);
    let is_start = |start: &Time| start.precision != Precision::Until;
    let start = when.start.map(|start| start.value).filter(is_start).map(minutes);
    let on_first_day = meeting
        .sessions
        .iter()
        .filter(|session| session.date == first && session.status != Certainty::Dropped);
    let begins = |session: &Session| {
        session.timing.start.map(|start| start.value).filter(is_start).map(minutes)
    };
    let first_item = || on_first_day.filter_map(begins).min();
    let wraps = when.last_day() == first
        && start.or_else(first_item).is_some_and(|begins| minutes(end) <= begins);
    let shown = minutes(end) + if wraps { Clock::DAY } else { 0 };
    Some(Moment { minutes: zone.passed(when.last_day(), 0, shown), ..moment(end) })
}

/// When a meeting of one day ends that says when it begins and how long it takes.
fn after_its_length(zone: TimeZone, meeting: &Meeting) -> Option<Moment> {
    let when = &meeting.when;
    let length = when.duration.filter(|_| when.end_date.is_none())?.value;
    let start = when.start?.value;
    if start.precision == Precision::Until {
        return None;
    }
    let begins = moment(start);
    let day = when.date.map(|date| date.value);
    let is_exact = begins.basis == Basis::Exact && length.extent == Extent::Exact;
    Some(Moment {
        minutes: zone.passed(day, 0, begins.minutes) + length.minutes,
        basis: if is_exact { Basis::Exact } else { Basis::Loose },
    })
}

/// A clock time as people meant it.
pub(super) fn moment(time: Time) -> Moment {
    let basis = if time.precision == Precision::Exact { Basis::Exact } else { Basis::Loose };
    Moment { minutes: minutes(time), basis }
}

/// Whether an end is exact: "bis 13:00" says no less than "13:00".
pub(in crate::plan) fn is_bound(end: Time) -> bool {
    matches!(end.precision, Precision::Exact | Precision::Until)
}

fn minutes(time: Time) -> u32 {
    time.clock.minutes()
}

/// Whether a time can be meant by a part of the day.
pub(super) fn fits(part: Option<PartOfDay>, minutes: u32) -> bool {
    let hour = minutes % Clock::DAY / 60;
    match part {
        None => true,
        Some(PartOfDay::Morning) => (5..13).contains(&hour),
        Some(PartOfDay::Noon) => (11..15).contains(&hour),
        Some(PartOfDay::Afternoon) => (12..19).contains(&hour),
        Some(PartOfDay::Evening) => (16..24).contains(&hour),
        Some(PartOfDay::Night) => !(6..18).contains(&hour),
    }
}

#[cfg(test)]
mod tests {
    use super::{Slot, slot};
    use crate::domain::session::Kind;
    use crate::domain::time::{Duration, Extent};
    use crate::plan::programme::clash::sample;

    #[test]
    fn only_what_was_said_exactly_bounds_a_slot() {
        let cases = [
            ("09:30", "10:00", Some(570), Some(600)),
            ("09:30", "bis 10:00", Some(570), Some(600)),
            ("09:30", "ca. 10:00", Some(570), None),
            ("ca. 09:30", "10:00", None, Some(600)),
            ("ab 09:30", "", None, None),
            ("", "10:00", None, Some(600)),
            ("22:00", "00:30", Some(1320), Some(1470)),
            ("ca. 22:00", "00:30", None, Some(1470)),
            ("22:00", "24:00", Some(1320), Some(1440)),
        ];
        for (start, end, begins, ends) in cases {
            let session = sample::session(Kind::Talk, "Vortrag", sample::timing(start, end));
            assert_eq!(slot(&session), Slot { begins, ends }, "{start}–{end}");
        }
    }

    #[test]
    fn an_exact_duration_ends_a_session() {
        let mut session = sample::session(Kind::Talk, "Vortrag", sample::timing("09:30", ""));
        session.timing.duration = Some(sample::at(sample::minutes(45)));
        assert_eq!(slot(&session).ends, Some(615));
        let loose = Duration { extent: Extent::AtMost, ..sample::minutes(45) };
        session.timing.duration = Some(sample::at(loose));
        assert_eq!(slot(&session).ends, None);
    }
}
