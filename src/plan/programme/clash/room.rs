//! Too little room: of time, on the way, and in seats.

use super::report::{ClashReport, name};
use crate::diagnostic::timetable::{
    Overrun, RoomElsewhere, RunsInto, TooFewSeats, TrackInTwoRooms, WalkTooShort,
};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::{Meeting, Place};
use crate::domain::session::{Certainty, Kind, Part, Session};
use crate::domain::workspace::Workspace;
use crate::plan::programme::timetable::{Basis, Bound, Moment, Timetable};
use crate::source::Origin;

/// Reports sessions that do not fit before what comes next.
pub(super) fn overruns<'m>(meeting: &'m Meeting, table: &Timetable, report: &mut ClashReport<'m>) {
    for overrun in &table.overruns {
        let session = &meeting.sessions[overrun.session];
        let other =
            |index: usize| (&meeting.sessions[index], name(meeting, &meeting.sessions[index]));
        let (limit, place, about) = match overrun.bound {
            Bound::Begins(next) => {
                let (next, title) = other(next);
                let place = next.timing.start.map_or(next.origin, |start| start.origin);
                (RunsInto::Session(title), Some(place), vec![session, next])
            }
            Bound::Ends(block) => {
                let (block, title) = other(block);
                (RunsInto::End(title), Some(end_place(block)), vec![session])
            }
            Bound::Meeting => {
                let end = meeting.when.end.map(|end| end.origin);
                (
                    RunsInto::Meeting,
                    end.or(meeting.when.start.map(|start| start.origin)),
                    vec![session],
                )
            }
        };
        let problem = Overrun {
            title: name(meeting, session),
            ends: session.shown_at(overrun.ends),
            limit,
            at: session.shown_at(overrun.at),
            minutes: overrun.minutes(),
            walks: overrun.walks,
            buffers: overrun.buffers,
        };
        let finding = Diagnostic::at(end_place(session), problem);
        let finding = match place {
            Some(place) if place != end_place(session) => finding.with(place, Label::ComparedWith),
            _ => finding,
        };
        report.add(finding, &about);
    }
}

/// Reports ways for which there is too little time between two fixed points.
pub(super) fn walks<'m>(meeting: &'m Meeting, table: &Timetable, report: &mut ClashReport<'m>) {
    for walk in &table.walks {
        let [from, to] = [walk.from, walk.to].map(|index| &meeting.sessions[index]);
        let exact = |moment: &Moment| moment.basis == Basis::Exact;
        let ends = table.spans[walk.from].ends.filter(exact).map(|ends| ends.minutes);
        let begins = table.spans[walk.to].begins.filter(exact).map(|begins| begins.minutes);
        let Some((ends, begins)) = ends.zip(begins).filter(|(ends, begins)| ends <= begins) else {
            continue;
        };
        // Who has a break can use it for the way.
        let is_break = |&(index, session): &(usize, &Session)| {
            let length = table.spans[index].minutes();
            session.kind.part() == Part::Break
                && length.is_some_and(|minutes| minutes > walk.minutes)
        };
        let breaks = [(walk.from, from), (walk.to, to)];
        if ends + walk.minutes <= begins || breaks.iter().any(is_break) {
            continue;
        }
        let problem = WalkTooShort {
            from: name(meeting, from),
            to: name(meeting, to),
            minutes: walk.minutes,
            there: begins - ends,
            later: to.shown_at(ends + walk.minutes),
        };
        let place = to.timing.start.map_or(to.origin, |start| start.origin);
        let finding = Diagnostic::at(place, problem).with(end_place(from), Label::OtherHere);
        report.add(finding, &[from, to]);
    }
}

/// Reports what stands in one track in different rooms though nobody said which comes first: it is planned
/// one after the other, and may be meant side by side.
pub(super) fn tracks<'m>(meeting: &'m Meeting, report: &mut ClashReport<'m>) {
    let is_tour = |session: &Session| session.kind == Kind::Tour;
    let held = || meeting.sessions.iter().filter(|one| one.status != Certainty::Dropped);
    for (at, second) in held().enumerate() {
        let block = second.within.map(|block| block.value);
        let is_before = |first: &&Session| first.within.map(|block| block.value) == block;
        let is_same = |first: &&Session| first.track == second.track && first.date == second.date;
        let timing = &second.timing;
        let is_ordered = timing.start.is_some()
            || timing.end.is_some()
            || timing.connector.is_some()
            || timing.part_of_day.is_some();
        // In no block and no track nothing stands, and then nobody need look for what comes before.
        let Some(track) = second.track.as_ref().filter(|_| block.is_some() && !is_ordered) else {
            continue;
        };
        let before = held().take(at).filter(is_before).filter(is_same);
        let Some(first) = before.last() else { continue };
        let places = first.place.as_ref().zip(second.place.as_ref());
        let Some((_, place)) = places.filter(|(one, other)| one.value != other.value) else {
            continue;
        };
        if is_tour(first) || is_tour(second) {
            continue;
        }
        let problem = TrackInTwoRooms {
            track: track.to_string(),
            first: name(meeting, first),
            second: name(meeting, second),
        };
        let finding = Diagnostic::at(place.origin, problem).with(first.origin, Label::OtherHere);
        report.add(finding, &[first, second]);
    }
}

/// Reports keys of rooms that the meeting's venue does not have: with another venue they are rooms no more.
pub(super) fn strayed<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    report: &mut ClashReport<'m>,
) {
    let here = meeting.place.as_ref().and_then(|place| place.value.venue());
    let here = here.map(|venue| workspace.venue(venue).name.to_string());
    for session in meeting.sessions.iter().filter(|one| one.status != Certainty::Dropped) {
        let parts = session.items.iter().filter_map(|item| item.place.as_ref());
        for place in session.place.iter().chain(parts) {
            let Place::Free(words) = &place.value else { continue };
            let Some((venue, room)) = workspace.room_named(words.as_str()) else { continue };
            let problem = RoomElsewhere {
                room: room.id.to_string(),
                venue: venue.name.to_string(),
                here: here.clone(),
            };
            report.add(Diagnostic::at(place.origin, problem), &[session]);
        }
    }
}

/// Reports that more people may come than find a seat: to a session, and to the meeting.
pub(super) fn seats<'m>(workspace: &Workspace, meeting: &'m Meeting, report: &mut ClashReport<'m>) {
    let usual = meeting.place.as_ref();
    if let Some((people, usual)) = meeting.registration.seats.zip(usual)
        && let Some(problem) = too_few(workspace, people, &usual.value)
    {
        report.add(Diagnostic::at(usual.origin, problem), &[]);
    }
    for session in meeting.sessions.iter().filter(|one| one.status != Certainty::Dropped) {
        let place = session.place.as_ref().or(usual);
        if let Some((people, place)) = session.seats.zip(place)
            && let Some(problem) = too_few(workspace, people, &place.value)
        {
            let place = session.place.as_ref().map_or(session.origin, |place| place.origin);
            report.add(Diagnostic::at(place, problem), &[session]);
        }
    }
}

/// That `people` do not find a seat: in the room, else in the whole house.
fn too_few(workspace: &Workspace, people: u32, place: &Place) -> Option<TooFewSeats> {
    let (seats, name) = match place {
        Place::Venue(venue) => (workspace.venue(*venue).seats?, &workspace.venue(*venue).name),
        Place::Room(venue, room) => {
            let venue = workspace.venue(*venue);
            let room = &venue.rooms[*room];
            let own = room.seats.map(|seats| (seats, &room.name));
            own.or(venue.seats.map(|seats| (seats, &venue.name)))?
        }
        Place::Free(_) => return None,
    };
    (people > seats).then(|| TooFewSeats { people, seats, place: name.to_string() })
}

fn end_place(session: &Session) -> Origin {
    let timing = &session.timing;
    let end = timing.end.map(|end| end.origin).or(timing.duration.map(|length| length.origin));
    end.unwrap_or(session.origin)
}
