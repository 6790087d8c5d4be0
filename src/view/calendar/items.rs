//! The items of a programme as calendar entries of their own.

use super::event::{About, Event, address, coordinates, titled};
use crate::domain::meeting::Meeting;
use crate::domain::release::{Facts, SessionFacts};
use crate::domain::workspace::Workspace;
use crate::plan::post::calendar_entry::{ItemTimes, Off};
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
    let times = ItemTimes::new(meeting, facts);
    let (uid, host) = whole.uid.split_once('@').unwrap_or((&whole.uid, "erfa.invalid"));
    let item = |known: &SessionFacts| {
        let at = entries.iter().position(|entry| entry.id == known.id.as_str())?;
        let entry = entries[at];
        let inner = entries[at + 1..].iter().take_while(|inner| inner.level > entry.level);
        let untold: Vec<Entry> = inner
            .clone()
            .filter(|inner| !times.is_known(&inner.id))
            .map(|inner| Entry::clone(inner))
            .collect();
        // Of a block whose parts all have entries there may be more to say than they do.
        let says_more = entry.link.is_some()
            || entry.description.is_some()
            || !entry.people.is_empty()
            || entry.elsewhere.is_some();
        if untold.is_empty() && inner.count() > 0 && !says_more {
            return None;
        }
        let session = times.session(&known.id)?;
        let own_place =
            session.place.as_ref().or(session.original(&meeting.sessions).place.as_ref());
        let decided = whole.decided.of_item(meeting, known, &times, entry.pause)?;
        // Nobody goes to what was given up.
        let is_dropped = decided.off == Some(Off::Dropped);
        let own_place = own_place.map(|place| &place.value).filter(|_| !is_dropped);
        let title = match &entry.track {
            Some(track) if *track != entry.title => format!("{track}: {}", entry.title),
            _ => entry.title.clone(),
        };
        let heading = entry.number.iter().chain([&title]).map(String::as_str);
        let heading = heading.collect::<Vec<_>>().join(" ");
        Some(Event {
            uid: format!("{uid}.{}@{host}", known.id),
            summary: titled(&heading, decided.off, language),
            decided,
            // Who comes goes where people meet.
            place: own_place
                .map(|place| address(workspace, place))
                .or_else(|| entry.meets_at.clone())
                .or_else(|| whole.place.clone()),
            coordinates: match own_place {
                Some(place) => coordinates(workspace, place),
                None => whole.coordinates.filter(|_| entry.meets_at.is_none()),
            },
            link: entry.link.clone(),
            about: About::Item {
                entries: std::iter::once(entry.clone()).chain(untold).collect(),
                as_of: programme.meeting.as_of_line.clone(),
            },
        })
    };
    facts.sessions.iter().filter_map(item).collect()
}
