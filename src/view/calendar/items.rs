//! The items of a programme as calendar entries of their own.

use std::collections::BTreeMap;

use super::event::{About, Event, Standing, address, coordinates, titled, when};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::release::{Facts, SessionFacts, Span};
use crate::domain::session::{Certainty, Part, Session};
use crate::domain::workspace::Workspace;
use crate::plan::programme::release::item_sequence;
use crate::text::Language;
use crate::view::programme::Entry;

/// The items that readers know a time of. A block has an entry if anything in it has none.
pub(super) fn items(
    workspace: &Workspace,
    meeting: &Meeting,
    facts: &Facts,
    whole: &Event,
    language: Language,
) -> Vec<Event> {
    let About::Meeting { programme, .. } = &whole.about else { return Vec::new() };
    let entries: Vec<&Entry> = programme.days.iter().flat_map(|day| &day.entries).collect();
    let times = Times::new(meeting, facts);
    let (uid, host) = whole.uid.split_once('@').unwrap_or((&whole.uid, "erfa.invalid"));
    let item = |known: &SessionFacts| {
        let at = entries.iter().position(|entry| entry.id == known.id.as_str())?;
        let entry = entries[at];
        let span = times.of(&known.id)?;
        let inner = entries[at + 1..].iter().take_while(|inner| inner.level > entry.level);
        let untold: Vec<Entry> = inner
            .clone()
            .filter(|inner| times.of_entry(inner).is_none())
            .map(|inner| Entry::clone(inner))
            .collect();
        if untold.is_empty() && inner.count() > 0 {
            return None;
        }
        let session = times.sessions.get(&known.id)?;
        let own_place =
            session.place.as_ref().or(session.original(&meeting.sessions).place.as_ref());
        let own_place = own_place.map(|place| &place.value);
        let status = match (whole.status, known.status) {
            (Standing::Cancelled, _) | (_, Certainty::Dropped) => Standing::Cancelled,
            (Standing::Tentative | Standing::Confirmed, Certainty::Requested) => {
                Standing::Tentative
            }
            (Standing::Tentative | Standing::Confirmed, Certainty::Fixed) => whole.status,
        };
        let cancelled = status == Standing::Cancelled;
        let title = match &entry.track {
            Some(track) if *track != entry.title => format!("{track}: {}", entry.title),
            _ => entry.title.clone(),
        };
        let heading = entry.number.iter().chain([&title]).map(String::as_str);
        let heading = heading.collect::<Vec<_>>().join(" ");
        // Whose time is that of its block moves with it.
        let block = times.block(session).filter(|_| known.span().is_none());
        let ids = block.map(|block| &block.id).into_iter().chain([&known.id]);
        Some(Event {
            uid: format!("{uid}.{}@{host}", known.id),
            sequence: ids.map(|id| item_sequence(meeting, id)).sum(),
            stamp: whole.stamp,
            when: when(span, meeting),
            status,
            is_busy: !cancelled && !entry.pause,
            summary: titled(&heading, cancelled.then_some(("Entfällt", "Cancelled")), language),
            place: own_place
                .map_or_else(|| whole.place.clone(), |place| Some(address(workspace, place))),
            coordinates: own_place.map_or(whole.coordinates, |place| coordinates(workspace, place)),
            link: entry.link.clone(),
            about: About::Item {
                entries: std::iter::once(entry.clone()).chain(untold).collect(),
                as_of: programme.meeting.as_of_line.clone(),
            },
        })
    };
    facts.sessions.iter().filter_map(item).collect()
}

/// When the items of a meeting are.
struct Times<'m> {
    meeting: &'m Meeting,
    sessions: BTreeMap<&'m Id, &'m Session>,
    known: BTreeMap<&'m Id, Span>,
}

impl<'m> Times<'m> {
    fn new(meeting: &'m Meeting, facts: &'m Facts) -> Self {
        let sessions = meeting.sessions.iter().map(|session| (&session.id, session)).collect();
        let known = facts.sessions.iter().filter_map(|known| Some((&known.id, known.span()?)));
        Self { meeting, sessions, known: known.collect() }
    }

    /// When an item is: as it says itself; what is alone in its strand of a block and says nothing
    /// takes as long as the block.
    fn of(&self, id: &Id) -> Option<Span> {
        self.known.get(id).copied().or_else(|| {
            let session = self.sessions.get(id)?;
            let block = self.block(session)?;
            let is_beside = |other: &&Session| {
                self.block(other).is_some_and(|same| same.id == block.id)
                    && session.track.is_some()
                    && other.track == session.track
            };
            let timing = &session.timing;
            let is_silent = timing.end.is_none() && timing.duration.is_none();
            let is_alone = self.meeting.sessions.iter().filter(is_beside).count() <= 1;
            let same_day = session.date == block.date;
            let span = self.known.get(&block.id).filter(|_| is_silent && is_alone && same_day);
            span.copied()
        })
    }

    fn of_entry(&self, entry: &Entry) -> Option<Span> {
        self.sessions.keys().find(|id| id.as_str() == entry.id).and_then(|id| self.of(id))
    }

    /// The block in which a session runs beside others.
    fn block(&self, session: &Session) -> Option<&'m Session> {
        let block = &self.meeting.sessions[session.within?.value];
        (block.kind.part() == Part::SideBySide).then_some(block)
    }
}
