//! Hours that contradict each other within one session, or between it and the one before it.

use super::report::{ClashReport, name};
use crate::diagnostic::programme::{DurationMismatch, LongSession, OutOfOrder};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Session};
use crate::domain::time::Extent;
use crate::plan::programme::timetable::slot;

/// Nothing that people sit through is longer, in minutes: beyond this an end before the start is
/// taken for a slip, not for the next day.
pub(super) const LONGEST: u32 = 16 * 60;

/// Reports contradictions in the hours of the sessions of `meeting`.
pub(super) fn check<'m>(meeting: &'m Meeting, report: &mut ClashReport<'m>) {
    let held = meeting.sessions.iter().filter(|session| session.status != Certainty::Dropped);
    let mut before: Option<&Session> = None;
    for session in held {
        length(meeting, session, report);
        // What stands in a block has an order of its own, which overlaps tell.
        if session.within.is_some() || slot(session).begins.is_none() {
            continue;
        }
        if let Some(before) = before.filter(|before| before.date == session.date) {
            order(meeting, before, session, report);
        }
        before = Some(session);
    }
}

fn length<'m>(meeting: &'m Meeting, session: &'m Session, report: &mut ClashReport<'m>) {
    let slot = slot(session);
    let Some(((begins, ends), end)) = slot.begins.zip(slot.ends).zip(session.timing.end) else {
        return;
    };
    let minutes = session.timing.zone.passed(session.date, begins, ends);
    if minutes > LONGEST {
        let problem = LongSession { title: name(meeting, session), minutes };
        report.add(Diagnostic::at(end.origin, problem), &[session]);
    }
    let said = session.timing.duration.filter(|said| said.value.extent == Extent::Exact);
    if let Some(said) = said.filter(|said| said.value.minutes != minutes) {
        let problem = DurationMismatch { said: said.value.minutes, minutes };
        let finding = Diagnostic::at(said.origin, problem).with(end.origin, Label::ComparedWith);
        report.add(finding, &[session]);
    }
}

fn order<'m>(
    meeting: &'m Meeting,
    before: &'m Session,
    after: &'m Session,
    report: &mut ClashReport<'m>,
) {
    let (Some(first), Some(second)) = (before.timing.start, after.timing.start) else { return };
    if slot(after).begins < slot(before).begins {
        let problem = OutOfOrder { title: name(meeting, after), before: name(meeting, before) };
        let finding =
            Diagnostic::at(second.origin, problem).with(first.origin, Label::ComparedWith);
        report.add(finding, &[before, after]);
    }
}
