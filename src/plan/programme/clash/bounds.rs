//! Sessions before the beginning or after the end of their meeting.

use super::report::{ClashReport, name};
use crate::diagnostic::programme::{OutsideMeeting, Side};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Session};
use crate::domain::time::{Clock, End, Extent, Precision, Time, TimeZone};
use crate::domain::workspace::Workspace;
use crate::plan::programme::timetable::{Moment, closing, is_bound, said};
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
    let exact = |start: &Located<Time>| start.value.precision == Precision::Exact;
    let [begins, start] = [session.timing.start, when.start].map(|start| start.filter(exact));
    let (begins, start) = begins.zip(start)?;
    let [begins, limit] = [begins, start].map(|start| start.value.clock.minutes());
    let early = session.timing.zone.passed(session.date, begins, limit);
    let side = Side::Before { begins, start: limit, early };
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
    let whole_day = zone.passed(Some(last), 0, Clock::DAY);
    let past_midnight = closing.is_some_and(|closing| closing.minutes > whole_day);
    let goes_on = past_midnight && last.succ_opt() == Some(date);
    if date > last && !goes_on && when.date_text.is_none() {
        let bound = when.end_date.or(when.date)?;
        return Some((session.origin, bound.origin, Side::DayAfter(date, last)));
    }
    let bound = end(meeting)?;
    let passed_by_then = closing?.minutes;
    let midnight = if goes_on { whole_day } else { 0 };
    let limit = zone.clock_at(Some(date), passed_by_then.saturating_sub(midnight));
    let timing = &session.timing;
    let said = said(session, timing.duration.map(|length| length.value));
    // What was said loosely may be meant a little sooner.
    let late = |at: Moment| {
        let late = (midnight + at.minutes).checked_sub(passed_by_then).filter(|late| *late > 0)?;
        let shown = zone.clock_at(Some(date), at.minutes);
        at.slack().is_some_and(|slack| late > slack).then_some((shown, late))
    };
    let (begins, ends) = (said.begins.and_then(late), said.ends.and_then(late));
    let (place, side) = match (begins, ends) {
        (Some((begins, late)), _) if timing.start.is_some() => {
            (timing.start?.origin, Side::After { begins, end: limit, late })
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
            let is_exact = when.duration?.value.extent == Extent::Exact;
            let start = when.start.filter(|start| start.value.precision == Precision::Exact)?;
            is_exact.then_some(start.origin)
        }
    }
}
