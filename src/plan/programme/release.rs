//! What the next version of a meeting fixes, and whether there is anything to fix.

mod commitments;
mod content;
mod described;
mod kept;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::release::UnreleasedChange;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, When};
use crate::domain::release::{Content, Coverage, Facts, Hours, Release, SessionFacts};
use crate::domain::session::{Audience, Certainty, Person, Session, Timing};
use crate::domain::workspace::Workspace;
use crate::text::slug;
pub use commitments::commitments;
pub use kept::who as names;
use kept::{announced, announced_as, full_place, town, words};

/// What follows the `@` in the names of calendar entries: a name that is nobody's (RFC 2606, 2), so
/// that it stays when the sender's address changes.
const UID_HOST: &str = "erfa.invalid";

/// The most letters of the network's name in the name of a calendar entry.
const LONGEST_NETWORK: usize = 60;

/// A version to be given out.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its number, from 1.
    pub number: u32,
    /// Its sequence (RFC 5545, 3.8.7.4).
    pub sequence: u32,
    /// The name of the meeting in calendars.
    pub uid: String,
    /// What it fixes.
    pub facts: Facts,
}

impl Version {
    /// The same with a number above `spent`, the highest that was given out and taken back.
    #[must_use]
    pub fn above(self, spent: u32) -> Self {
        Self { number: self.number.max(spent.saturating_add(1)), ..self }
    }
}

/// The next version of `meeting`; none if readers would be told the same as by the last one.
///
/// Its sequence is one more than that of the last version if start, end, place or cancellation
/// changed, else the same; that of the first version is 0 (RFC 5546, 2.1.4).
pub fn next(workspace: &Workspace, meeting: &Meeting) -> Option<Version> {
    let facts = facts(workspace, meeting);
    let uid = uid(workspace, meeting);
    let Some(last) = meeting.releases.last() else {
        return Some(Version { number: 1, sequence: 0, uid, facts });
    };
    let sequence = last.sequence + u32::from(last.facts.is_revised_by(&facts));
    let same = last.facts.says_the_same_as(&facts_beside(workspace, meeting, &last.facts));
    (!same).then(|| Version { number: last.number + 1, sequence, uid, facts })
}

/// The next version of `meeting` with which its programme goes out: the same as [`next`], and one that says
/// no more than the last where no version so far went out with the programme.
pub fn next_with_programme(workspace: &Workspace, meeting: &Meeting) -> Option<Version> {
    let again = || {
        let is_new = !meeting.releases.iter().any(|release| release.has_programme);
        let last = meeting.releases.last().filter(|_| is_new)?;
        let (number, sequence) = (last.number + 1, last.sequence);
        let (facts, uid) = (facts(workspace, meeting), uid(workspace, meeting));
        Some(Version { number, sequence, uid, facts })
    };
    next(workspace, meeting).or_else(again)
}

/// Whether readers of the programme of `meeting` would be told otherwise than by the last version that went
/// out; that of a meeting without any is not compared.
pub fn is_unreleased(workspace: &Workspace, meeting: &Meeting) -> bool {
    !meeting.releases.is_empty() && next(workspace, meeting).is_some()
}

/// That start, end, place or cancellation changed since the last version.
pub fn unreleased(workspace: &Workspace, meeting: &Meeting) -> Option<Diagnostic> {
    let last = meeting.releases.last()?;
    let is_revised = last.facts.is_revised_by(&facts(workspace, meeting));
    let problem = UnreleasedChange { meeting: meeting.id.to_string(), number: last.number };
    is_revised.then(|| Diagnostic::at(last.origin, problem))
}

/// The sequence of an item as a calendar entry of its own: how often its time, its place or whether
/// it takes place changed from version to version.
pub fn item_sequence(meeting: &Meeting, id: &Id) -> u32 {
    let entry = |release: &Release| {
        let session = release.facts.sessions.iter().find(|session| session.id == *id)?;
        let is_on = session.status != Certainty::Dropped && !release.facts.is_cancelled();
        let place = session.place.clone().or_else(|| release.facts.place.clone());
        Some((session.span(), place, is_on))
    };
    let entries: Vec<_> = meeting.releases.iter().filter_map(entry).collect();
    let changes = entries.windows(2).filter(|pair| pair[0] != pair[1]).count();
    u32::try_from(changes).unwrap_or(u32::MAX)
}

/// What calendars last heard of a meeting that has no day any more: the facts of the last version
/// with one.
pub fn withdrawn(meeting: &Meeting) -> Option<&Facts> {
    let is_open = meeting.when.date.is_none();
    let mut facts = meeting.releases.iter().rev().map(|release| &release.facts);
    facts.find(|facts| is_open && facts.date.is_some())
}

/// The name of the meeting in calendars: that of its first version, else one that follows from its
/// id and the name of the network, and from nothing that changes in the life of a meeting.
pub fn uid(workspace: &Workspace, meeting: &Meeting) -> String {
    if let Some(first) = meeting.releases.first() {
        return first.uid.to_string();
    }
    let network: String =
        slug(workspace.network.name.as_str()).chars().take(LONGEST_NETWORK).collect();
    format!("{}.{network}@{UID_HOST}", meeting.id)
}

/// What is true of `meeting` now.
pub fn facts(workspace: &Workspace, meeting: &Meeting) -> Facts {
    facts_covering(Coverage::default(), workspace, meeting)
}

/// What is true of `meeting` now, to be set beside `known`: by the keys that `known` covers.
pub fn facts_beside(workspace: &Workspace, meeting: &Meeting, known: &Facts) -> Facts {
    facts_covering(known.covers, workspace, meeting)
}

/// The same for the entry of the meeting as a whole in calendars: what only versions compare is left
/// out.
pub fn facts_for_calendars(workspace: &Workspace, meeting: &Meeting) -> Facts {
    let sessions = 0..meeting.sessions.len();
    Facts {
        sessions: sessions.map(|number| bare_session(workspace, meeting, number)).collect(),
        ..bare_facts(Coverage::default(), workspace, meeting)
    }
}

/// What is true of `meeting` now, by the keys of a coverage.
pub fn facts_covering(covers: Coverage, workspace: &Workspace, meeting: &Meeting) -> Facts {
    let session = |number: usize| {
        let session = &meeting.sessions[number];
        let (content, parts) = content::of_session(covers, workspace, meeting, session);
        let content = content.with_commitments(&announced_as(workspace, people(meeting, session)));
        SessionFacts { parts, content, ..bare_session(workspace, meeting, number) }
    };
    Facts {
        content: content::of_meeting(covers, workspace, meeting)
            .with_commitments(&announced_as(workspace, &meeting.people)),
        sessions: (0..meeting.sessions.len()).map(session).collect(),
        ..bare_facts(covers, workspace, meeting)
    }
}

/// It without its items, and without what only versions compare.
fn bare_facts(covers: Coverage, workspace: &Workspace, meeting: &Meeting) -> Facts {
    // What somebody typed beside the date is there to be checked.
    let When { date, end_date, date_text, weekday: _, start, end, duration } = &meeting.when;
    let (start, end) = (start.map(|start| start.value), end.map(|end| end.value));
    Facts {
        covers,
        title: words(&meeting.title.value),
        status: meeting.status.value,
        reason: meeting.told_reason().map(words),
        hosts: meeting.hosts.iter().map(|host| town(workspace, host.value)).collect(),
        date: date.map(|date| date.value),
        end_date: end_date.map(|date| date.value),
        date_text: date_text.as_ref().map(words),
        hours: Hours {
            start,
            end,
            duration: duration.map(|length| length.value),
            zone: workspace.network.time_zone,
        },
        place: meeting.place.as_ref().map(|place| full_place(workspace, &place.value)),
        registration_until: (covers >= Coverage::Third)
            .then(|| Some(meeting.registration.until?.value))
            .flatten(),
        people: Some(announced(workspace, &meeting.people)),
        content: Content::default(),
        sessions: Vec::new(),
    }
}

fn bare_session(workspace: &Workspace, meeting: &Meeting, number: usize) -> SessionFacts {
    let session = &meeting.sessions[number];
    let original = session.original(&meeting.sessions);
    let place = session.place.as_ref().or(original.place.as_ref());
    let Timing { start, end, duration, part_of_day, connector, zone } = &session.timing;
    SessionFacts {
        id: session.id.clone(),
        kind: session.actual_kind(&meeting.sessions),
        title: session.title.as_ref().or(original.title.as_ref()).map(|title| words(&title.value)),
        date: session.date,
        hours: Hours {
            start: start.map(|start| start.value),
            end: end.map(|end| end.value),
            duration: duration.map(|length| length.value),
            zone: *zone,
        },
        part_of_day: *part_of_day,
        connector: connector.as_ref().map(words),
        place: place.map(|place| kept::place(workspace, &place.value)),
        people: announced(workspace, people(meeting, session)),
        audience: audience(&meeting.sessions, number),
        status: session.status,
        parts: None,
        content: Content::default(),
    }
}

/// Those who have a part in a session: its own, else those of what it repeats.
fn people<'m>(meeting: &'m Meeting, session: &'m Session) -> &'m [Person] {
    let original = session.original(&meeting.sessions);
    if session.people.is_empty() { &original.people } else { &session.people }
}

/// Who may read of a session: what stands in a block is hidden with it, and a repetition shows what
/// the repeated session says.
fn audience(sessions: &[Session], number: usize) -> Audience {
    let block = |number: &usize| sessions[*number].within.as_ref().map(|block| block.value);
    let own = |number: usize| {
        let session = &sessions[number];
        session.audience.max(session.original(sessions).audience)
    };
    std::iter::successors(Some(number), block)
        .take(sessions.len())
        .map(own)
        .max()
        .unwrap_or_default()
}
