//! Hours that contradict each other: those of the meeting, within one session, or between it and the one
//! before it.

use super::report::{ClashReport, name};
use crate::diagnostic::programme::{
    AdmissionLate, DurationMismatch, IdleDuration, LongSession, OutOfOrder,
};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Session};
use crate::domain::time::{Clock, Duration, End, Extent, Precision, Time};
use crate::domain::workspace::Workspace;
use crate::plan::programme::timetable::{SLACK, closing, slot};
use crate::source::Located;

/// Nothing that people sit through is longer, in minutes: beyond this an end before the start is
/// taken for a slip, not for the next day.
pub(super) const LONGEST: u32 = 16 * 60;

/// Reports contradictions in the hours of `meeting` and its sessions.
pub(super) fn check<'m>(workspace: &Workspace, meeting: &'m Meeting, report: &mut ClashReport<'m>) {
    for finding in whole(workspace, meeting).into_iter().chain(doors(meeting)) {
        report.add(finding, &[]);
    }
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

/// A length of the whole meeting that does not count, or is not that between its times.
fn whole(workspace: &Workspace, meeting: &Meeting) -> Option<Diagnostic> {
    let when = &meeting.when;
    let said = when.duration?;
    if let Some(last) = when.end_date {
        let problem = IdleDuration { last: Some(last.value) };
        return Some(Diagnostic::at(said.origin, problem).with(last.origin, Label::ComparedWith));
    }
    let is_exact = |start: &Located<Time>| start.value.precision == Precision::Exact;
    let day = when.date.map(|date| date.value);
    let zone = workspace.network.time_zone;
    let minutes = || {
        let ends = closing(zone, meeting).filter(|ends| ends.slack() == Some(0))?;
        let begins = zone.passed(day, 0, when.start.filter(is_exact)?.value.clock.minutes());
        Some(ends.minutes.saturating_sub(begins))
    };
    mismatch(said, when.end?, minutes)
}

/// That a length is not the one between the beginning and `end`.
fn mismatch(
    said: Located<Duration>,
    end: Located<End>,
    minutes: impl FnOnce() -> Option<u32>,
) -> Option<Diagnostic> {
    let finding = match end.value {
        End::Open => Diagnostic::at(said.origin, IdleDuration { last: None }),
        End::At(_) => {
            let minutes = minutes()?;
            let fits = match said.value.extent {
                Extent::Exact => said.value.minutes == minutes,
                Extent::AtMost => minutes <= said.value.minutes,
                Extent::About => true,
            };
            let problem = DurationMismatch { said: said.value.minutes, minutes };
            (!fits).then(|| Diagnostic::at(said.origin, problem))?
        }
    };
    Some(finding.with(end.origin, Label::ComparedWith))
}

/// That doors open when the meeting, or the first thing at it, has begun.
fn doors(meeting: &Meeting) -> Option<Diagnostic> {
    let admission = meeting.admission?;
    let first = meeting.sessions.iter().filter(|session| {
        let is_there =
            session.status != Certainty::Dropped && !session.kind.part().may_come_before();
        is_there && session.date == meeting.when.date.map(|date| date.value)
    });
    let first = first.filter_map(|session| Some((Some(session), session.timing.start?)));
    let first = || first.min_by_key(|(_, start)| start.value.clock.minutes());
    let (session, start) = meeting.when.start.map(|start| (None, start)).or_else(first)?;
    let slack = |time: Time| match time.precision {
        Precision::Exact | Precision::From => Some(0),
        Precision::About | Precision::Towards => Some(SLACK),
        Precision::Until => None,
    };
    let [opens, begins] = [admission, start].map(|time| time.value.clock.minutes());
    let slack = slack(admission.value)? + slack(start.value)?;
    // Who meets soon after midnight opens the doors in the evening before.
    let is_evening_before = opens >= begins + Clock::DAY / 2;
    (opens > begins + slack && !is_evening_before).then(|| {
        let session = session.map(|session| name(meeting, session));
        let problem = AdmissionLate { opens, session, begins };
        Diagnostic::at(admission.origin, problem).with(start.origin, Label::ComparedWith)
    })
}

fn length<'m>(meeting: &'m Meeting, session: &'m Session, report: &mut ClashReport<'m>) {
    let Some(end) = session.timing.end else { return };
    let slot = slot(session);
    let minutes = || Some(slot.ends?.saturating_sub(slot.begins?));
    if let Some(minutes) = minutes().filter(|minutes| *minutes > LONGEST) {
        let problem = LongSession { title: name(meeting, session), minutes };
        report.add(Diagnostic::at(end.origin, problem), &[session]);
    }
    let finding = session.timing.duration.and_then(|said| mismatch(said, end, minutes));
    if let Some(finding) = finding {
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
