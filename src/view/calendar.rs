//! Meetings as calendar entries, for everybody.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::programme::{Edition, programme};
use super::words::Words;
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::release::{Facts, Span};
use crate::domain::session::Audience;
use crate::domain::workspace::Workspace;
use crate::plan::programme::release::{facts, uid, withdrawn};
use crate::text::Language;

mod event;
mod items;

pub use event::{About, Event, Standing, When};
use event::{coordinates, titled, when};

/// The day that entries are of if no file says another: before any network of ours met, so that
/// every later version is newer.
const LONG_AGO: (i32, u32, u32) = (2000, 1, 1);

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

/// The entries of all meetings with a date, or with one in an earlier version.
pub fn feed(workspace: &Workspace, language: Language) -> Option<Calendar> {
    let meetings = workspace.meetings.iter();
    let events: Vec<_> =
        meetings.flat_map(|meeting| events(workspace, meeting, language, false)).collect();
    let calendar = empty(workspace, language);
    (!events.is_empty()).then_some(Calendar { events, is_feed: true, ..calendar })
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
    let withdrawn = withdrawn(meeting);
    let facts = withdrawn.cloned().unwrap_or_else(|| facts(workspace, meeting));
    let facts = facts.for_reader(Audience::Public);
    let Some(span) = facts.span() else { return Vec::new() };
    let shared = whole(workspace, meeting, &facts, span, language);
    let own = if items {
        items::items(workspace, meeting, &facts, &shared, language)
    } else {
        Vec::new()
    };
    // Whoever has the items in the calendar is busy because of them.
    let is_busy = own.is_empty() && shared.is_busy;
    let mut events = vec![Event { is_busy, ..shared }];
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
    let is_off = meeting.status.value == Status::Cancelled || withdrawn.is_some();
    Event {
        uid: uid(workspace, meeting),
        sequence: meeting.releases.last().map_or(0, |release| release.sequence),
        stamp: stamp(meeting),
        when: when(span, meeting),
        status: if is_off { Standing::Cancelled } else { status(meeting) },
        is_busy: !is_off && meeting.status.value != Status::Idea,
        summary: titled(&programme.meeting.full_title, mark(meeting, withdrawn), language),
        place: facts.place.clone(),
        coordinates: place.and_then(|place| coordinates(workspace, place)),
        link: meeting.link.as_ref().map(Line::to_string),
        about: About::Meeting {
            programme: Box::new(programme),
            open: withdrawn.map(|_| open_date(meeting, language)),
        },
    }
}

/// When what is said was given out: with the last version, else on the day the file was made, else on
/// the latest day that the file knows of itself.
fn stamp(meeting: &Meeting) -> DateTime<Utc> {
    if let Some(release) = meeting.releases.last() {
        return release.released.with_timezone(&Utc);
    }
    let changed = meeting.history.iter().map(|change| change.changed);
    let (year, month, day) = LONG_AGO;
    let day = meeting
        .created
        .or_else(|| changed.chain(meeting.as_of).max())
        .or_else(|| NaiveDate::from_ymd_opt(year, month, day))
        .unwrap_or_default();
    day.and_time(NaiveTime::MIN).and_utc()
}

/// How certain a meeting is. One that is planned is certain when a version was given out.
fn status(meeting: &Meeting) -> Standing {
    match meeting.status.value {
        Status::Cancelled => Standing::Cancelled,
        Status::Idea => Standing::Tentative,
        Status::Planned | Status::Postponed if meeting.releases.is_empty() => Standing::Tentative,
        Status::Planned | Status::Postponed | Status::Invited | Status::Held => Standing::Confirmed,
    }
}

/// The word before the title of what does not take place when calendars say.
fn mark(meeting: &Meeting, withdrawn: Option<&Facts>) -> Option<(&'static str, &'static str)> {
    match (meeting.status.value, withdrawn) {
        (Status::Cancelled, _) => Some(("Abgesagt", "Cancelled")),
        (Status::Postponed, Some(_)) => Some(("Verschoben", "Postponed")),
        (Status::Idea | Status::Planned | Status::Invited | Status::Held, Some(_)) => {
            Some(("Termin offen", "Date open"))
        }
        (
            Status::Idea | Status::Planned | Status::Invited | Status::Held | Status::Postponed,
            None,
        ) => None,
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
