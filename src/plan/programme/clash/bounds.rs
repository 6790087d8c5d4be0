//! Sessions before the beginning or after the end of their meeting.

use super::report::{ClashReport, name};
use crate::diagnostic::programme::{OutsideMeeting, Side};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Session};
use crate::domain::time::{Clock, End, Extent, Precision, TimeZone};
use crate::domain::workspace::Workspace;
use crate::plan::programme::timetable::{Moment, closing, is_bound, said, slot};
use crate::source::{Located, Origin};

/// Reports each session that lies outside `meeting`, once.
pub(super) fn check<'m>(workspace: &Workspace, meeting: &'m Meeting, report: &mut ClashReport<'m>) {
    let zone = workspace.network.time_zone;
    for session in &meeting.sessions {
        if session.status == Certainty::Dropped {
            continue;
        }
        let outside = before(meeting, session).or_else(|| after(zone, meeting, session));
        if let Some((place, bound, side)) = outside {
            let problem = OutsideMeeting { title: name(meeting, session), side };
            let finding = Diagnostic::at(place, problem).with(bound, Label::ComparedWith);
            report.add(finding, &[session]);
        }
    }
}

/// The place that is too early, the one that says so, and by how much.
fn before(meeting: &Meeting, session: &Session) -> Option<(Origin, Origin, Side)> {
    if session.kind.part().may_come_before() {
        return None;
    }
    let when = &meeting.when;
    let (date, first) = (session.date?, when.date?);
    // A date with words of its own is only the best that is known.
    if date < first.value && when.date_text.is_none() {
        return Some((session.origin, first.origin, Side::DayBefore(date, first.value)));
    }
    let start = when.start.filter(|start| start.value.precision == Precision::Exact)?;
    let (begins, limit) = (slot(session).begins?, start.value.clock.minutes());
    let side = Side::Before(begins, limit);
    let early = begins < limit && date == first.value;
    early.then_some((session.timing.start?.origin, start.origin, side))
}

/// The place that is too late, the one that says so, and by how much.
fn after(zone: TimeZone, meeting: &Meeting, session: &Session) -> Option<(Origin, Origin, Side)> {
    if session.kind.part().may_follow() {
        return None;
    }
    let when = &meeting.when;
    let (date, last) = (session.date?, when.last_day()?);
    let closing = closing(zone, meeting);
    // Past midnight the last day goes on.
    let past_midnight = closing.is_some_and(|closing| closing.minutes > Clock::DAY);
    let goes_on = past_midnight && last.succ_opt() == Some(date);
    if date > last && !goes_on && when.date_text.is_none() {
        let bound = when.end_date.or(when.date)?;
        return Some((session.origin, bound.origin, Side::DayAfter(date, last)));
    }
    let bound = end(meeting)?;
    let limit = closing?.minutes;
    // The clocks may be put back meanwhile: minutes are counted as they pass.
    let passed_by_then = zone.passed(Some(last), 0, limit);
    let midnight = if goes_on { zone.passed(Some(last), 0, Clock::DAY) } else { 0 };
    let limit = limit - if goes_on { Clock::DAY } else { 0 };
    let timing = &session.timing;
    let said = said(session, timing.duration.map(|length| length.value));
    // What was said loosely may be meant a little sooner.
    let late = |at: Moment, passed: u32| {
        let late = (midnight + passed).checked_sub(passed_by_then).filter(|late| *late > 0)?;
        at.slack().is_some_and(|slack| late > slack).then_some((at.minutes, late))
    };
    let begins = said.begins.and_then(|at| late(at, zone.passed(Some(date), 0, at.minutes)));
    let ends = said.ends.and_then(|at| late(at, passed_at_end(zone, session, at)));
    let (place, side) = match (begins, ends) {
        (Some((begins, _)), _) if timing.start.is_some() => {
            (timing.start?.origin, Side::After(begins, limit))
        }
        (_, Some((ends, late))) => {
            let place = timing.end.map(|end| end.origin);
            let place = place.or(timing.duration.map(|length| length.origin));
            let place = place.or(timing.start.map(|start| start.origin))?;
            (place, Side::Beyond { ends, end: limit, late })
        }
        (_, None) => return None,
    };
    (date == last || goes_on).then_some((place, bound, side))
}

/// Where it stands when the meeting ends, if that bounds its items.
fn end(meeting: &Meeting) -> Option<Origin> {
    let when = &meeting.when;
    match when.end {
        Some(Located { value: End::At(time), origin }) => is_bound(time).then_some(origin),
        Some(Located { value: End::Open, .. }) => None,
        None => {
            let is_exact = when.duration?.extent == Extent::Exact;
            let start = when.start.filter(|start| start.value.precision == Precision::Exact)?;
            is_exact.then_some(start.origin)
        }
    }
}

/// How many minutes have passed since midnight when `session` ends at `ends` on the clocks: those that its
/// length says, where it says no end.
fn passed_at_end(zone: TimeZone, session: &Session, ends: Moment) -> u32 {
    let timing = &session.timing;
    let start = timing.start.filter(|start| start.value.precision != Precision::Until);
    let by_length = start.zip(timing.duration).filter(|_| timing.end.is_none());
    by_length.map_or_else(
        || zone.passed(session.date, 0, ends.minutes),
        |(start, length)| {
            zone.passed(session.date, 0, start.value.clock.minutes()) + length.value.minutes
        },
    )
}
