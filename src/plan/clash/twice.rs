//! People who would have to be in two places at once, and rooms used for two things at once.

use super::{Report, full_name, name};
use crate::diagnostic::programme::SessionsOverlap;
use crate::diagnostic::timetable::{PersonTwice, RoomTwice};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::{Meeting, Place};
use crate::domain::session::{Certainty, Kind, Person, Session, Who};
use crate::domain::workspace::Workspace;
use crate::plan::timetable::Timetable;
use crate::source::Origin;

/// Reports both for sessions of `meeting` that certainly overlap.
///
/// Sessions of one strand do so only by mistake, which is a finding of its own; whoever accepts that
/// is told what comes of it.
pub(super) fn check<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    table: &Timetable,
    report: &mut Report<'m>,
) {
    let held: Vec<(usize, u32, u32)> = (meeting.sessions.iter().enumerate())
        .filter(|(_, session)| session.status != Certainty::Dropped && session.kind != Kind::Frame)
        .filter_map(|(index, _)| {
            let (begins, ends) = table.spans[index].exact()?;
            Some((index, begins, ends))
        })
        .collect();
    for (at, &(second, begins, ends)) in held.iter().enumerate() {
        for &(first, earlier, later) in &held[..at] {
            let overlaps = begins < later && earlier < ends;
            let pair = [first, second].map(|index| &meeting.sessions[index]);
            let is_meant = stand_apart(meeting, first, second)
                || pair[0].date == pair[1].date && accepts_overlap(meeting, pair);
            let is_inside = holds(meeting, first, second) || holds(meeting, second, first);
            if overlaps && is_meant && !is_inside {
                people(workspace, meeting, pair, report);
                rooms(workspace, meeting, pair, report);
            }
        }
    }
}

/// Whether two sessions are on the same day in different strands.
fn stand_apart(meeting: &Meeting, first: usize, second: usize) -> bool {
    let [one, other] = [first, second].map(|index| &meeting.sessions[index]);
    let strand = |session: &Session| session.within.map(|block| block.value);
    let tracks = one.track.is_some() && one.track == other.track;
    let is_one_strand = strand(one) == strand(other) && (strand(one).is_none() || tracks);
    one.date == other.date && !is_one_strand
}

/// Whether somebody accepts that one of two sessions overlaps.
fn accepts_overlap(meeting: &Meeting, pair: [&Session; 2]) -> bool {
    let own = pair.into_iter().flat_map(|session| &session.acknowledged);
    let mut known = own.chain(&meeting.acknowledged);
    known.any(|known| known.code.as_str() == SessionsOverlap::CODE)
}

/// Whether `block` holds `index`, directly or not.
fn holds(meeting: &Meeting, block: usize, index: usize) -> bool {
    let outer = |index: &usize| meeting.sessions[*index].within.map(|block| block.value);
    std::iter::successors(Some(index), outer)
        .take(meeting.sessions.len())
        .any(|holder| holder == block)
}

fn people<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    [first, second]: [&'m Session; 2],
    report: &mut Report<'m>,
) {
    for (person, place) in cast(second) {
        let same = cast(first).find(|(other, _)| is_same(other, person));
        let Some((_, other)) = same else { continue };
        let problem = PersonTwice {
            person: who(workspace, person),
            first: name(meeting, first),
            second: name(meeting, second),
        };
        let finding = Diagnostic::at(place, problem).with(other, Label::OtherHere);
        report.add(finding, &[first, second]);
    }
}

/// Who has a part in a session or its parts, and is not unable to come.
fn cast(session: &Session) -> impl Iterator<Item = (&Person, Origin)> {
    let parts = session.items.iter().flat_map(|item| &item.people);
    let people = session.people.iter().chain(parts);
    people
        .filter(|person| person.status != Certainty::Dropped)
        .map(|person| (person, person.origin))
}

/// Whether two entries certainly mean the same person: a contact, or a name with nothing that
/// tells the two apart.
fn is_same(one: &Person, other: &Person) -> bool {
    match (&one.who, &other.who) {
        (Who::Contact(one), Who::Contact(other)) => one == other,
        (Who::Named(name), Who::Named(same)) => {
            // "A. Muster" may be Anna or Albert.
            let is_full = !name
                .as_str()
                .split_whitespace()
                .any(|word| word.ends_with('.') && word.len() == 2);
            let city = |person: &Person| person.city.map(|city| city.value);
            is_full
                && name == same
                && one.organisation == other.organisation
                && city(one) == city(other)
        }
        _ => false,
    }
}

fn who(workspace: &Workspace, person: &Person) -> String {
    match &person.who {
        Who::Contact(id) => full_name(workspace, *id),
        Who::Named(name) => name.to_string(),
        Who::Several(_) | Who::AnyOf(_) | Who::Unnamed => String::new(),
    }
}

fn rooms<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    [first, second]: [&'m Session; 2],
    report: &mut Report<'m>,
) {
    let [Some(one), Some(other)] = [first, second].map(|session| session.place.as_ref()) else {
        return;
    };
    let (Place::Room(venue, room), Place::Room(same, twin)) = (&one.value, &other.value) else {
        return;
    };
    if (venue, room) == (same, twin) {
        let problem = RoomTwice {
            room: workspace.venue(*venue).rooms[*room].name.to_string(),
            first: name(meeting, first),
            second: name(meeting, second),
        };
        let finding = Diagnostic::at(other.origin, problem).with(one.origin, Label::OtherHere);
        report.add(finding, &[first, second]);
    }
}
