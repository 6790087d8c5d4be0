//! Meetings as calendar entries, for everybody.

use super::programme::{Edition, programme};
use super::words::Words;
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::release::{Facts, Span};
use crate::domain::session::Audience;
use crate::domain::workspace::Workspace;
use crate::plan::post::calendar_entry::CalendarEntry;
use crate::plan::programme::release::{facts, facts_for_calendars, uid, withdrawn};
use crate::source::threads;
use crate::text::Language;

mod event;
mod items;

pub use event::{About, Event};
use event::{coordinates, titled};

/// A calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// Its language.
    pub language: Language,
    /// What it is called.
    pub name: String,
    /// Whether it holds all meetings and is to be subscribed.
    pub is_feed: bool,
    /// Who publishes it.
    pub organiser: String,
    /// The zone of its clock times, in the IANA time zone database.
    pub zone: &'static str,
    /// Its entries.
    pub events: Vec<Event>,
}

impl Calendar {
    /// It as somebody reads it who never heard of what was given up.
    #[must_use]
    pub fn without_dropped(mut self) -> Self {
        for event in &mut self.events {
            if let About::Meeting { programme, .. } = &mut event.about {
                **programme = programme.as_ref().clone().without_dropped();
            }
        }
        self
    }
}

/// The entry of a meeting, and with `items` those of the items with a time; none if it never had a
/// date. One that has lost its date takes back what the last version with a date put into calendars.
pub fn meeting(
    workspace: &Workspace,
    meeting: &Meeting,
    language: Language,
    items: bool,
) -> Option<Calendar> {
    let events = events(workspace, meeting, language, items);
    let calendar = empty(workspace, language);
    (!events.is_empty()).then_some(Calendar { events, ..calendar })
}

/// The entry of a meeting as it is sent to those who are to come. One that has lost its date stands
/// where it stood in `known`, so that it can be struck out there; none if no date was ever known.
pub fn invitation(
    workspace: &Workspace,
    meeting: &Meeting,
    known: Option<&Facts>,
    language: Language,
) -> Option<Calendar> {
    let now = facts(workspace, meeting).for_reader(Audience::Public);
    let span = now.span().or_else(|| known.cloned()?.for_reader(Audience::Public).span())?;
    let events = vec![whole(workspace, meeting, &now, span, language)];
    Some(Calendar { events, ..empty(workspace, language) })
}

/// The calendar of all meetings with a date, or with one in an earlier version, to be subscribed. Its entries
/// are made when they are wanted, for there may be thousands.
#[derive(Clone, Copy, Debug)]
pub struct Feed<'w> {
    workspace: &'w Workspace,
    language: Language,
}

impl<'w> Feed<'w> {
    /// That of `workspace`; none if it would be empty.
    pub fn of(workspace: &'w Workspace, language: Language) -> Option<Self> {
        let has_entry = |meeting: &Meeting| {
            let facts = known(workspace, meeting, false);
            facts.for_reader(Audience::Public).span().is_some()
        };
        workspace.meetings.iter().any(has_entry).then_some(Self { workspace, language })
    }

    /// It without its entries.
    pub fn head(&self) -> Calendar {
        Calendar { is_feed: true, ..empty(self.workspace, self.language) }
    }

    /// What `make` makes of the entries of each meeting, in the order of the meetings.
    pub fn each<T: Send>(&self, make: impl Fn(Vec<Event>) -> T + Sync + Send) -> Vec<T> {
        threads::each(&self.workspace.meetings, |meeting| {
            make(events(self.workspace, meeting, self.language, false))
        })
    }

    /// It with all its entries.
    pub fn whole(&self) -> Calendar {
        let events = self.each(|events| events).into_iter().flatten().collect();
        Calendar { events, ..self.head() }
    }
}

/// What calendars are told of `meeting`, with or without entries for its items.
fn known(workspace: &Workspace, meeting: &Meeting, items: bool) -> Facts {
    let facts = if items { facts } else { facts_for_calendars };
    withdrawn(meeting).cloned().unwrap_or_else(|| facts(workspace, meeting))
}

fn empty(workspace: &Workspace, language: Language) -> Calendar {
    let network = &workspace.network;
    let name = match &network.kind {
        Some(kind) => format!("{kind} {}", Words::new(network, language).quoted(&network.name)),
        None => network.name.to_string(),
    };
    Calendar {
        language,
        is_feed: false,
        organiser: name.clone(),
        name,
        zone: network.time_zone.name(),
        events: Vec::new(),
    }
}

fn events(workspace: &Workspace, meeting: &Meeting, language: Language, items: bool) -> Vec<Event> {
    let facts = known(workspace, meeting, items).for_reader(Audience::Public);
    let Some(span) = facts.span() else { return Vec::new() };
    let shared = whole(workspace, meeting, &facts, span, language);
    let own = if items {
        items::items(workspace, meeting, &facts, &shared, language)
    } else {
        Vec::new()
    };
    // Whoever has the items in the calendar is busy because of them.
    let is_busy = own.is_empty() && shared.decided.is_busy;
    let decided = CalendarEntry { is_busy, ..shared.decided };
    let mut events = vec![Event { decided, ..shared }];
    events.extend(own);
    events
}

/// The entry of the meeting as a whole.
fn whole(
    workspace: &Workspace,
    meeting: &Meeting,
    facts: &Facts,
    span: Span,
    language: Language,
) -> Event {
    let programme = programme(workspace, meeting, language, Edition::Full);
    let withdrawn = withdrawn(meeting);
    // Where it was to be may be another place than where it will be.
    let place = meeting.place.as_ref().filter(|_| withdrawn.is_none()).map(|place| &place.value);
    let decided = CalendarEntry::of(meeting, facts, span);
    Event {
        uid: uid(workspace, meeting),
        summary: titled(&programme.meeting.full_title, decided.off, language),
        decided,
        place: facts.place.clone(),
        coordinates: place.and_then(|place| coordinates(workspace, place)),
        link: meeting.link.as_ref().map(Line::to_string),
        about: About::Meeting {
            programme: Box::new(programme),
            open: withdrawn.map(|_| open_date(meeting, language)),
        },
    }
}

/// What to say of a meeting that has no day any more.
fn open_date(meeting: &Meeting, language: Language) -> &'static str {
    match meeting.status.value {
        Status::Cancelled => {
            language.pick("Dieser Termin entfällt.", "It does not take place on this day.")
        }
        Status::Idea | Status::Planned | Status::Invited | Status::Held | Status::Postponed => {
            language.pick(
                "Dieser Termin entfällt; ein neuer folgt.",
                "It does not take place on this day; a new date follows.",
            )
        }
    }
}
