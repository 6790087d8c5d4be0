//! Sessions before the beginning or after the end of their meeting.

use super::report::{ClashReport, name};
use crate::diagnostic::programme::{OutsideMeeting, Side};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Session};
use crate::domain::time::{Clock, End, Precision};
use crate::plan::programme::timetable::{Moment, closing, is_bound, said, slot};
use crate::source::Origin;

/// Reports each session that lies outside `meeting`, once.
pub(super) fn check<'m>(meeting: &'m Meeting, report: &mut ClashReport<'m>) {
    for session in &meeting.sessions {
        if session.status == Certainty::Dropped {
            continue;
        }
        let outside = before(meeting, session).or_else(|| after(meeting, session));
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
fn after(meeting: &Meeting, session: &Session) -> Option<(Origin, Origin, Side)> {
    if session.kind.part().may_follow() {
        return None;
    }
    let when = &meeting.when;
    let (date, last) = (session.date?, when.last_day()?);
    let closing = closing(meeting).map(|closing| closing.minutes);
    // Past midnight the last day goes on.
    let goes_on = closing > Some(Clock::DAY) && last.succ_opt() == Some(date);
    if date > last && !goes_on && when.date_text.is_none() {
        let bound = when.end_date.or(when.date)?;
        return Some((session.origin, bound.origin, Side::DayAfter(date, last)));
    }
    let end = when.end?;
    let End::At(time) = end.value else { return None };
    let limit = closing? - if goes_on { Clock::DAY } else { 0 };
    let timing = &session.timing;
    let said = said(session, timing.duration.map(|length| length.value));
    // What was said loosely may be meant a little sooner.
    let late = |moment: Option<Moment>| {
        let is_late = |at: &Moment| at.slack().is_some_and(|slack| at.minutes > limit + slack);
        moment.filter(is_late).map(|at| at.minutes)
    };
    let (place, side) = match (late(said.begins), late(said.ends)) {
        (Some(begins), _) if timing.start.is_some() => {
            (timing.start?.origin, Side::After(begins, limit))
        }
        (_, Some(ends)) => {
            let place = timing.end.map(|end| end.origin);
            let place = place.or(timing.duration.map(|length| length.origin));
            let place = place.or(timing.start.map(|start| start.origin))?;
            (place, Side::Beyond(ends, limit))
        }
        (_, None) => return None,
    };
    ((date == last || goes_on) && is_bound(time)).then_some((place, end.origin, side))
}
