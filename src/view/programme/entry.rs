//! One line of a programme.

use chrono::NaiveDate;

use super::context::{Context, joined};
use super::people::{session_person, told, told_items};
use super::{Day, Entry, Item, Programme};
use crate::domain::id::VenueId;
use crate::domain::line::Line;
use crate::domain::meeting::Place;
use crate::domain::session::{self, Certainty, Kind, Part, Session, is_mere_end};
use crate::domain::time::{End, Precision};
use crate::text::{ClockStyle, Language, Separator, Vocabulary as _, count};
use crate::view::words::{Marks, Worded, place, shown};
use serde::Serializer;

/// Words `session`, which stands under `day`; its level is 0.
///
/// A repetition says what the repeated session says, unless it says otherwise itself.
pub(super) fn entry(context: &Context<'_>, session: &Session, day: Option<NaiveDate>) -> Entry {
    let words = context.words;
    let original = session.original(&context.meeting.sessions);
    let kind = session.actual_kind(&context.meeting.sessions);
    let people = own(&session.people, &original.people);
    let items = own(&session.items, &original.items);
    let title = session.title.as_ref().or(original.title.as_ref());
    let place = session.place.as_ref().or(original.place.as_ref());
    let kind_words = || kind.name(context.words.language).to_owned();
    let entry = Entry {
        id: session.id.to_string(),
        kind: Some(kind),
        level: 0,
        pause: kind.part().is_pause(),
        start: session
            .timing
            .start
            .filter(|start| start.value.precision != Precision::Until)
            .map(|start| data(start.value.clock.minutes())),
        end: session.timing.end.and_then(|end| match end.value {
            End::At(time) => Some(data(time.clock.minutes())),
            End::Open => None,
        }),
        time: time(context, session, day),
        connector: session.timing.connector.as_ref().map(shown),
        at: at(context, session),
        elsewhere: place.and_then(|place| elsewhere(context, &place.value)),
        meets_at: meets_at(context, session, original),
        for_whom: session.target_group.as_ref().or(original.target_group.as_ref()).map(shown),
        number: session.number.as_ref().or(original.number.as_ref()).map(shown),
        track: session.track.as_ref().map(shown),
        title: title.map_or_else(kind_words, |title| shown(&title.value)),
        place: place.map(|place| here(context, &place.value)),
        people: told(context, people).map(|person| session_person(context, person)).collect(),
        items: told_items(context, items).map(|part| item(context, part)).collect(),
        description: session.description.as_ref().or(original.description.as_ref()).map(shown),
        details: details(context, session, original),
        terms: terms(context, session, original),
        link: session.link.as_ref().or(original.link.as_ref()).map(Line::to_string),
        status: match session.status {
            Certainty::Fixed => None,
            Certainty::Requested => Some(words.pick("angefragt", "to be confirmed")),
            Certainty::Dropped => Some(words.pick("entfällt", "cancelled")),
        }
        .map(|words| Worded::new(words, session.status)),
        plan: None,
    };
    if takes_place(context, session) { entry } else { entry.given_up() }
}

/// Whether neither it nor a block that it stands in was given up.
fn takes_place(context: &Context<'_>, session: &Session) -> bool {
    let all = &context.meeting.sessions;
    let block = |one: &&Session| one.within.as_ref().map(|block| &all[block.value]);
    let mut blocks = std::iter::successors(Some(session), block).take(all.len() + 1);
    blocks.all(|one| one.status != Certainty::Dropped)
}

impl Entry {
    /// What it is, as the files write it; walks come from nobody's file.
    pub fn kind_word(&self) -> &'static str {
        kind_word(self.kind)
    }

    /// Whether it was given up.
    pub fn is_dropped(&self) -> bool {
        self.status.as_ref().is_some_and(|status| status.value == Certainty::Dropped)
    }

    /// What is left of it where it was given up: when it was to be, and what. Nobody does anything in it, and
    /// nobody goes there.
    fn given_up(self) -> Self {
        Self {
            elsewhere: None,
            meets_at: None,
            for_whom: None,
            place: None,
            people: Vec::new(),
            items: Vec::new(),
            description: None,
            details: Vec::new(),
            terms: Vec::new(),
            link: None,
            ..self
        }
    }

    /// Whether it is nothing but the end: "Ende", "Ende der Veranstaltung".
    pub fn is_mere_end(&self) -> bool {
        is_mere_end(&self.title) && self.people.is_empty() && self.items.is_empty()
    }

    /// Whether others stand in it.
    pub fn holds_others(&self) -> bool {
        self.kind.is_some_and(|kind| kind.part().holds_others())
    }

    /// Whether something can come out of it: of no pause, way, arrival, evening and end.
    fn has_outcome(&self) -> bool {
        let part = self.kind.map(Kind::part);
        let is_work = part.is_some_and(|part| !part.is_untold() && part != Part::Evening);
        is_work && !self.pause && !self.is_mere_end()
    }

    /// The entry without those who cannot come after all.
    #[must_use]
    pub fn with_present(&self) -> Self {
        let mut entry = self.clone();
        entry.people.retain(|person| !person.is_absent);
        for item in &mut entry.items {
            item.people.retain(|person| !person.is_absent);
        }
        entry
    }

    /// Whether what stands in it runs side by side.
    pub fn is_side_by_side(&self) -> bool {
        self.kind.is_some_and(|kind| kind.part() == Part::SideBySide)
    }
}

impl Programme {
    /// It as somebody reads it who never heard of what was given up.
    #[must_use]
    pub fn without_dropped(mut self) -> Self {
        for day in &mut self.days {
            day.entries = day.standing().into_iter().cloned().collect();
        }
        self
    }
}

impl Day {
    /// What takes place: neither what was given up nor what stands in it.
    pub fn standing(&self) -> Vec<&Entry> {
        let mut dropped: Option<usize> = None;
        let stands = |entry: &&Entry| {
            if dropped.is_some_and(|level| entry.level > level) {
                return false;
            }
            dropped = entry.is_dropped().then_some(entry.level);
            dropped.is_none()
        };
        self.entries.iter().filter(stands).collect()
    }

    /// The day with those entries alone of which minutes tell what came out.
    #[must_use]
    pub fn with_outcomes(&self) -> Self {
        let standing = self.standing();
        let entries =
            standing.iter().filter(|entry| entry.has_outcome() && !self.is_emptied(entry));
        Self { entries: entries.map(|entry| entry.with_present()).collect(), ..self.clone() }
    }

    /// Whether `entry` held others, all of which were dropped.
    pub fn is_emptied(&self, entry: &Entry) -> bool {
        let of = |entries: &[&Entry]| {
            let at = entries.iter().position(|one| one.id == entry.id)?;
            entries.get(at + 1).map(|next| next.level > entry.level)
        };
        let all: Vec<&Entry> = self.entries.iter().collect();
        of(&all) == Some(true) && of(&self.standing()) != Some(true)
    }
}

/// When it begins, as it stands in a sentence.
fn at(context: &Context<'_>, session: &Session) -> Option<String> {
    let words = context.words;
    let start = session.timing.start.map(|start| words.at(start.value));
    start.or_else(|| session.timing.part_of_day.map(|part| words.part_of_day(part).to_owned()))
}

fn own<'s, T>(own: &'s [T], original: &'s [T]) -> &'s [T] {
    if own.is_empty() { original } else { own }
}

/// What stands in the time column, in the order in which people say it: "danach, ca. 14:00 Uhr",
/// "16:00 Uhr, max. 90 min", "nachmittags".
fn time(context: &Context<'_>, session: &Session, day: Option<NaiveDate>) -> Option<Worded<Marks>> {
    let words = context.words;
    let timing = &session.timing;
    // A block may hold sessions of another day than its own.
    let date = session.date.filter(|&date| Some(date) != day);
    let (start, end) = (timing.start.map(|start| start.value), timing.end.map(|end| end.value));
    let part = timing.part_of_day.filter(|_| start.is_none());
    let before = [
        date.map(|date| words.dates.full(date)),
        timing.connector.as_ref().map(|line| words.connector(line)),
        part.map(|part| words.part_of_day(part).to_owned()),
    ];
    let hours = words.hours(start, end);
    match timing.duration.filter(|_| end.is_none()) {
        None => Worded::joined(before, hours),
        Some(length) => {
            let parts = [hours.map(String::from), Some(words.length(length.value))];
            joined(before.into_iter().chain(parts)).map(Worded::from)
        }
    }
}

/// Where it is and how to get there.
fn details(context: &Context<'_>, session: &Session, original: &Session) -> Vec<String> {
    let words = context.words;
    let labelled = |label: &str, line: &Line| format!("{label}: {}", shown(line));
    let place = session.place.as_ref().or(original.place.as_ref());
    let online = session.online.as_ref().or(original.online.as_ref());
    let repeated = session.is_repetition(&context.meeting.sessions);
    let meet_at = meets_at(context, session, original);
    let transport = session.transport.as_ref().or(original.transport.as_ref());
    [
        repeated.then(|| words.pick("Wiederholung", "Repetition").to_owned()),
        place.map(|place| here(context, &place.value)),
        meet_at.map(|point| format!("{}: {point}", words.pick("Treffpunkt", "Meeting point"))),
        transport.map(shown),
        online.map(|line| labelled("Online", line)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A place as it is said at the meeting.
fn here(context: &Context<'_>, place: &Place) -> String {
    let home = context.meeting.place.as_ref().and_then(|place| place.value.venue());
    place::within(context.workspace, place, home)
}

/// The place of an item, unless it is the meeting's own or a room there.
fn elsewhere(context: &Context<'_>, place: &Place) -> Option<String> {
    let home = context.meeting.place.as_ref().map(|place| &place.value);
    let is_there = Some(place) == home
        || place.venue().is_some() && place.venue() == home.and_then(Place::venue);
    (!is_there).then(|| here(context, place))
}

/// Where people meet for something, as it is said at the meeting.
pub(super) fn meeting_point(context: &Context<'_>, words: &Line, near: Option<VenueId>) -> String {
    let home = context.meeting.place.as_ref().and_then(|place| place.value.venue());
    place::meeting_point(context.workspace, words, near, home)
}

/// Where people meet for it.
fn meets_at(context: &Context<'_>, session: &Session, original: &Session) -> Option<String> {
    let words = session.meet_at.as_ref().or(original.meet_at.as_ref());
    let place = session.place.as_ref().or(original.place.as_ref());
    let near = place.and_then(|place| place.value.venue());
    words.map(|words| meeting_point(context, words, near))
}

/// For whom, for how many and for how much it is.
fn terms(context: &Context<'_>, session: &Session, original: &Session) -> Vec<String> {
    let words = context.words;
    let labelled = |label: &str, line: &Line| format!("{label}: {}", shown(line));
    let seats = session.seats.or(original.seats);
    let language = session.language.as_ref().or(original.language.as_ref());
    let target_group = session.target_group.as_ref().or(original.target_group.as_ref());
    let (one, several) = words.pick(("Platz", "Plätze"), ("place", "places"));
    [
        seats.map(|seats| count(seats as usize, one, several).to_string()),
        session.cost.as_ref().or(original.cost.as_ref()).map(shown),
        language.map(|line| labelled(words.pick("Sprache", "Language"), line)),
        target_group.map(|line| labelled(words.pick("Zielgruppe", "For"), line)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn item(context: &Context<'_>, item: &session::Item) -> Item {
    let length = item.duration.map(|length| context.words.length(length));
    let place = item.place.as_ref().map(|place| here(context, &place.value));
    Item {
        number: item.number.as_ref().map(shown),
        title: item.title.as_ref().map(shown),
        people: told(context, &item.people).map(|person| session_person(context, person)).collect(),
        description: item.description.as_ref().map(shown),
        details: [length, place].into_iter().flatten().collect(),
    }
}

/// "09:30" whatever the document's style, from minutes after midnight.
pub(super) fn data(minutes: u32) -> String {
    let style = ClockStyle { language: Language::English, separator: Separator::Colon };
    style.time(minutes)
}

/// Writes what an entry is.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "as serde hands it over")]
pub(super) fn kind<S: Serializer>(kind: &Option<Kind>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(kind_word(*kind))
}

fn kind_word(kind: Option<Kind>) -> &'static str {
    kind.map_or("walk", Kind::word)
}
