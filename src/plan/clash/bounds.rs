//! Sessions before the beginning or after the end of their meeting.

use super::{Report, name};
use crate::diagnostic::programme::OutsideMeeting;
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Kind, Session};
use crate::domain::time::{End, Precision};
use crate::plan::timetable::{is_bound, slot};
use crate::source::Origin;

/// Reports each session that lies outside `meeting`, once.
pub(super) fn check<'m>(meeting: &'m Meeting, report: &mut Report<'m>) {
    for session in &meeting.sessions {
        if session.status == Certainty::Dropped {
            continue;
        }
        let outside = before(meeting, session).or_else(|| after(meeting, session));
        if let Some((place, bound)) = outside {
            let problem = OutsideMeeting { title: name(meeting, session) };
            let finding = Diagnostic::at(place, problem).with(bound, Label::ComparedWith);
            report.add(finding, &[session]);
        }
    }
}

/// The place that is too early, and the one that says so. People arrive and meet the evening before.
fn before(meeting: &Meeting, session: &Session) -> Option<(Origin, Origin)> {
    if matches!(session.kind, Kind::Arrival | Kind::Transfer | Kind::Social) {
        return None;
    }
    let when = &meeting.when;
    let (date, first) = (session.date?, when.date?);
    // A date with words of its own is only the best that is known.
    if date < first.value && when.date_text.is_none() {
        return Some((session.origin, first.origin));
    }
    let start = when.start.filter(|start| start.value.precision == Precision::Exact)?;
    let early = slot(session).begins? < start.value.clock.minutes() && date == first.value;
    early.then_some((session.timing.start?.origin, start.origin))
}

/// The place that is too late, and the one that says so. An evening together follows the end.
fn after(meeting: &Meeting, session: &Session) -> Option<(Origin, Origin)> {
    if matches!(session.kind, Kind::Transfer | Kind::Social) {
        return None;
    }
    let when = &meeting.when;
    let (date, last) = (session.date?, when.last_day()?);
    if date > last && when.date_text.is_none() {
        return Some((session.origin, when.end_date.or(when.date)?.origin));
    }
    let end = when.end?;
    let End::At(time) = end.value else { return None };
    let limit = time.clock.minutes();
    let slot = slot(session);
    let timing = &session.timing;
    let place = if slot.begins.is_some_and(|begins| begins > limit) {
        timing.start?.origin
    } else if slot.ends.is_some_and(|ends| ends > limit) {
        let ends = timing.end.map(|end| end.origin);
        ends.or(timing.duration.map(|length| length.origin))?
    } else {
        return None;
    };
    (date == last && is_bound(time)).then_some((place, end.origin))
}
