//! Sessions that follow each other: those that overlap, and time between them that nobody planned.

use chrono::NaiveDate;

use super::report::{ClashReport, name};
use crate::diagnostic::programme::{Gap, SessionsOverlap};
use crate::diagnostic::timetable::{BufferTooShort, Overrun, RunsInto};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Part, Session};
use crate::plan::programme::timetable::{Timetable, Walk, slot};
use crate::source::Origin;

/// Nobody minds so many free minutes.
const SHORT: u32 = 5;

/// What sessions share that take place one after the other: block, strand and day.
type Strand<'m> = (Option<usize>, Option<&'m Line>, Option<NaiveDate>);

/// Reports overlaps and gaps within each strand of `meeting`.
pub(super) fn check<'m>(meeting: &'m Meeting, table: &Timetable, report: &mut ClashReport<'m>) {
    let sessions = meeting.sessions.iter();
    let mut stranded: Vec<(Strand<'_>, &Session)> =
        sessions.filter_map(|session| Some((strand(meeting, session)?, session))).collect();
    // Stable: within a strand the order of the file remains.
    stranded.sort_by_key(|(strand, _)| *strand);
    for strand in stranded.chunk_by(|(a, _), (b, _)| a == b) {
        let mut sessions: Vec<_> = strand.iter().map(|(_, session)| *session).collect();
        gaps(meeting, &sessions, table, report);
        sessions.sort_by_key(|session| slot(session).begins);
        overlaps(meeting, &sessions, report);
    }
}

/// The strand of a session; none if it may stand beside anything: an umbrella, what stands under
/// one, and what stands in a parallel block without naming a strand.
fn strand<'m>(meeting: &'m Meeting, session: &'m Session) -> Option<Strand<'m>> {
    if session.kind.part() == Part::Umbrella || session.status == Certainty::Dropped {
        return None;
    }
    let Some(block) = &session.within else { return Some((None, None, session.date)) };
    let parallel = meeting.sessions[block.value].kind.part() == Part::SideBySide;
    let track = session.track.as_ref().filter(|_| parallel)?;
    Some((Some(block.value), Some(track), session.date))
}

/// Goes through `sessions` in the order of their beginnings and compares each with the one before
/// it that ends last.
fn overlaps<'m>(meeting: &'m Meeting, sessions: &[&'m Session], report: &mut ClashReport<'m>) {
    let mut longest: Option<(&Session, u32)> = None;
    for session in sessions {
        let slot = slot(session);
        let Some(begins) = slot.begins else { continue };
        if let Some((first, ends)) = longest
            && begins < ends
            && let Some(start) = session.timing.start
        {
            let problem = SessionsOverlap {
                first: name(meeting, first),
                ends: session.shown_at(ends),
                second: name(meeting, session),
                begins: session.shown_at(begins),
                minutes: ends - begins,
            };
            let finding =
                Diagnostic::at(start.origin, problem).with(end_place(first), Label::OtherHere);
            report.add(finding, &[first, session]);
        }
        if let Some(ends) = slot.ends
            && longest.is_none_or(|(_, latest)| ends > latest)
        {
            longest = Some((session, ends));
        }
    }
}

/// Compares each session with the next one in the file: one without a length fills what is between
/// its neighbours, and while a longer one still runs no time is free.
fn gaps<'m>(
    meeting: &'m Meeting,
    sessions: &[&'m Session],
    table: &Timetable,
    report: &mut ClashReport<'m>,
) {
    let mut longest: Option<(&Session, u32)> = None;
    let mut is_certain = false;
    for pair in sessions.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        let said = ends(meeting, before);
        let planned = || planned_end(meeting, table, before).filter(|_| is_certain);
        let end = said.or_else(planned);
        is_certain = end.is_some();
        longest = end.map(|ends| (before, ends)).into_iter().chain(longest).max_by_key(|it| it.1);
        let bounds = longest.filter(|_| is_certain).zip(slot(after).begins);
        let (Some(((last, latest), begins)), Some(start)) = (bounds, after.timing.start) else {
            continue;
        };
        let leads_here = |walk: &&Walk| meeting.sessions[walk.to].id == after.id;
        let walk = table.walks.iter().find(leads_here).map_or(0, |walk| walk.minutes);
        let buffer = before.buffer.map_or(0, |buffer| buffer.minutes);
        // That not even the walk fits is another finding, and so is what does not fit with a plan.
        let free = begins.saturating_sub(latest);
        let there = free.checked_sub(walk).filter(|_| said == Some(latest) && latest <= begins);
        if let Some(there) = there.filter(|there| *there < buffer) {
            let problem = BufferTooShort {
                before: name(meeting, before),
                after: name(meeting, after),
                buffer,
                there,
                later: after.shown_at(begins + buffer - there),
            };
            let finding =
                Diagnostic::at(start.origin, problem).with(end_place(before), Label::OtherHere);
            report.add(finding, &[before, after]);
        }
        let meant = after.timing.connector.is_some()
            || [before, after].iter().any(|session| session.kind.part().stands_apart());
        if free > buffer + walk + SHORT && !meant {
            let problem = Gap {
                before: name(meeting, last),
                ends: last.shown_at(latest),
                after: name(meeting, after),
                begins: after.shown_at(begins),
                minutes: free,
            };
            let finding =
                Diagnostic::at(start.origin, problem).with(end_place(last), Label::OtherHere);
            report.add(finding, &[before, after]);
        }
    }
}

/// When a session ends, as far as that was said: a block not before the last of what is in it.
fn ends(meeting: &Meeting, session: &Session) -> Option<u32> {
    let own = slot(session).ends?;
    let inner = inside(meeting, session).filter_map(|child| ends(meeting, child));
    Some(inner.fold(own, u32::max))
}

/// What takes place in a block on its day, one level below it.
fn inside<'m>(meeting: &'m Meeting, block: &'m Session) -> impl Iterator<Item = &'m Session> {
    let is_inside = move |one: &&Session| {
        one.within.is_some_and(|it| meeting.sessions[it.value].id == block.id)
            && one.date == block.date
            && one.status != Certainty::Dropped
    };
    meeting.sessions.iter().filter(is_inside)
}

/// Reports what goes on longer than the parallel block in which it stands.
pub(super) fn beyond<'m>(meeting: &'m Meeting, table: &Timetable, report: &mut ClashReport<'m>) {
    for block in &meeting.sessions {
        let Some(limit) = slot(block).ends else { continue };
        if block.kind.part() != Part::SideBySide || block.status == Certainty::Dropped {
            continue;
        }
        for child in inside(meeting, block) {
            let is_told =
                table.overruns.iter().any(|it| meeting.sessions[it.session].id == child.id);
            let Some(ends) = slot(child).ends.filter(|ends| *ends > limit && !is_told) else {
                continue;
            };
            let (title, event) = (name(meeting, child), RunsInto::End(name(meeting, block)));
            let problem = Overrun {
                title,
                ends: child.shown_at(ends),
                limit: event,
                at: block.shown_at(limit),
                minutes: ends - limit,
                walks: 0,
                buffers: 0,
            };
            let finding = Diagnostic::at(end_place(child), problem)
                .with(end_place(block), Label::ComparedWith);
            report.add(finding, &[child]);
        }
    }
}

/// When a session that somebody gave a length, and no end, ends as it was planned.
fn planned_end(meeting: &Meeting, table: &Timetable, session: &Session) -> Option<u32> {
    let is_this = |other: &Session| other.id == session.id;
    let index = meeting.sessions.iter().position(is_this)?;
    let original = session.original(&meeting.sessions);
    session.timing.duration.or(original.timing.duration)?;
    table.spans[index].ends.map(|ends| ends.minutes)
}

fn end_place(session: &Session) -> Origin {
    let timing = &session.timing;
    let end = timing.end.map(|end| end.origin);
    end.or(timing.duration.map(|length| length.origin)).unwrap_or(session.origin)
}
