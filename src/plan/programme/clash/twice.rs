//! People who would have to be in two places at once, and rooms used for two things at once.

use chrono::NaiveDate;

use super::report::{ClashReport, name};
use crate::diagnostic::programme::SessionsOverlap;
use crate::diagnostic::timetable::{PersonTwice, RoomTwice};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Place, Status};
use crate::domain::session::{Certainty, Part, Person, Session, Who};
use crate::domain::workspace::Workspace;
use crate::plan::programme::timetable::{Timetable, timetable};
use crate::source::{Located, Origin};

/// Reports both for sessions of `meeting` that certainly overlap.
///
/// Sessions of one strand do so only by mistake, which is a finding of its own; whoever accepts that
/// is told what comes of it.
pub(super) fn check<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    table: &Timetable,
    report: &mut ClashReport<'m>,
) {
    let held = held(meeting, table);
    for (at, &(second, begins, ends)) in held.iter().enumerate() {
        for &(first, earlier, later) in &held[..at] {
            if begins >= later || earlier >= ends {
                continue;
            }
            let pair = [first, second].map(|index| &meeting.sessions[index]);
            let is_meant = stand_apart(meeting, first, second)
                || pair[0].date == pair[1].date && accepts_overlap(meeting, pair);
            let is_inside = holds(meeting, first, second) || holds(meeting, second, first);
            if is_meant && !is_inside {
                let both = pair.map(|session| (meeting, session));
                let found = people(workspace, both).into_iter().map(|(_, finding)| finding);
                let places = pair.map(|session| session.place.as_ref());
                for one in found.chain(room(workspace, both, places)) {
                    report.add(one, &pair);
                }
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

/// Reports both for sessions of `meeting` and of those before it in the order of the files, on the
/// same day; each person and each pair of meetings once.
pub(super) fn across<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    table: &Timetable,
    report: &mut ClashReport<'m>,
) {
    let takes_place =
        |meeting: &Meeting| !matches!(meeting.status.value, Status::Idea | Status::Cancelled);
    let days =
        |meeting: &Meeting| (meeting.when.date.map(|date| date.value), meeting.when.last_day());
    let (first, last) = days(meeting);
    let Some(day) = first else { return };
    // What began so long before that no meeting lasts until now is over.
    let since = day.checked_sub_days(workspace.longest_stay()).unwrap_or(NaiveDate::MIN);
    let earlier = workspace.meetings_before(&meeting.id);
    let over = earlier.partition_point(|other| days(other).0.is_some_and(|begins| begins < since));
    let is_near = |other: &&Meeting| {
        let (begins, ends) = days(other);
        begins.is_some() && begins <= last && first <= ends
    };
    for other in earlier[over..].iter().filter(is_near).filter(|_| takes_place(meeting)) {
        if !takes_place(other) {
            continue;
        }
        let (mut told, mut is_told) = (Vec::new(), false);
        let theirs = held(other, &timetable(workspace, other));
        for (index, begins, ends) in held(meeting, table) {
            let own = &meeting.sessions[index];
            for &(first, earlier, later) in &theirs {
                let first = &other.sessions[first];
                if first.date != own.date || begins >= later || earlier >= ends {
                    continue;
                }
                let pair = [(other, first), (meeting, own)];
                for (who, finding) in people(workspace, pair) {
                    if !told.contains(&who) {
                        told.push(who);
                        report.add(finding, &[own]);
                    }
                }
                let places = pair
                    .map(|(meeting, session)| session.place.as_ref().or(meeting.place.as_ref()));
                if let Some(finding) = room(workspace, pair, places).filter(|_| !is_told) {
                    is_told = true;
                    report.add(finding, &[own]);
                }
            }
        }
    }
}

/// The sessions with exact hours, and these in minutes from midnight.
fn held(meeting: &Meeting, table: &Timetable) -> Vec<(usize, u32, u32)> {
    (meeting.sessions.iter().enumerate())
        .filter(|(_, session)| {
            session.status != Certainty::Dropped && session.kind.part() != Part::Umbrella
        })
        .filter_map(|(index, session)| {
            // What has no time in a parallel block is beside all else in it.
            let block = session.within.filter(|block| {
                let is_beside = meeting.sessions[block.value].kind.part() == Part::SideBySide;
                is_beside && session.track.is_none() && session.timing.start.is_none()
            });
            let block = || table.spans[block?.value].exact();
            let (begins, ends) = table.spans[index].exact().or_else(block)?;
            Some((index, begins, ends))
        })
        .collect()
}

/// Who is at both sessions, each of a meeting.
fn people(
    workspace: &Workspace,
    [(one, first), (meeting, second)]: [(&Meeting, &Session); 2],
) -> Vec<(String, Diagnostic)> {
    let finding = |(person, place)| {
        let (_, other) = cast(first).find(|(other, _)| is_same(other, person))?;
        let who = who(workspace, person);
        let (first, second) = (name(one, first), name(meeting, second));
        let problem = PersonTwice { person: who.clone(), first, second };
        Some((who, Diagnostic::at(place, problem).with(other, Label::OtherHere)))
    };
    cast(second).filter_map(finding).collect()
}

/// Who has a part in a session or its parts, and is not unable to come.
pub(in crate::plan::programme) fn cast(
    session: &Session,
) -> impl Iterator<Item = (&Person, Origin)> {
    let parts = session.items.iter().flat_map(|item| &item.people);
    let people = session.people.iter().chain(parts);
    people
        .filter(|person| person.status != Certainty::Dropped)
        .map(|person| (person, person.origin))
}

/// Whether two entries certainly mean the same person: a contact, or a name with nothing that
/// tells the two apart.
pub(in crate::plan::programme) fn is_same(one: &Person, other: &Person) -> bool {
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
        // Of several, or one of several, nobody knows who is where.
        (
            Who::Contact(_) | Who::Named(_) | Who::Several(_) | Who::AnyOf(_) | Who::Unnamed,
            Who::Contact(_) | Who::Named(_) | Who::Several(_) | Who::AnyOf(_) | Who::Unnamed,
        ) => false,
    }
}

fn who(workspace: &Workspace, person: &Person) -> String {
    match &person.who {
        Who::Contact(id) => workspace.contact(*id).bare_name(),
        Who::Named(name) => name.to_string(),
        Who::Several(_) | Who::AnyOf(_) | Who::Unnamed => String::new(),
    }
}

/// That both sessions are in the same room.
fn room(
    workspace: &Workspace,
    [(meeting, first), (other, second)]: [(&Meeting, &Session); 2],
    places: [Option<&Located<Place>>; 2],
) -> Option<Diagnostic> {
    let [Some(one), Some(twin)] = places else { return None };
    let room = match (&one.value, &twin.value) {
        (Place::Room(venue, room), Place::Room(same, other)) if (venue, room) == (same, other) => {
            workspace.venue(*venue).rooms[*room].name.to_string()
        }
        // What is no room of a venue is one by its name alone, and that of one meeting.
        (Place::Free(words), Place::Free(same))
            if meeting.id == other.id && words == same && names_a_room(words) =>
        {
            words.to_string()
        }
        _ => return None,
    };
    let problem = RoomTwice { room, first: name(meeting, first), second: name(other, second) };
    Some(Diagnostic::at(twin.origin, problem).with(one.origin, Label::OtherHere))
}

/// Whether words name a room, and no house with several.
fn names_a_room(words: &Line) -> bool {
    const ROOMS: [&str; 5] = ["saal", "raum", "zimmer", "room", "hall"];
    let words = words.as_str().to_lowercase();
    words
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| ROOMS.iter().any(|room| word.ends_with(room)))
}
