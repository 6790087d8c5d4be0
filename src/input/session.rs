//! `[[session]]`: the items of a programme.

use std::iter;

use chrono::NaiveDate;
use toml::de::DeValue;

use super::directory::{Directory, Names};
use super::fields::Fields;
use super::person;
use super::value::{self, Outcome};
use super::venue::MOST_SEATS;
use crate::diagnostic::reference::{self, CircularSession, NotABlock};
use crate::diagnostic::value::MissingKey;
use crate::diagnostic::{self, Diagnostic, Label};
use crate::domain::id::{Id, VenueId};
use crate::domain::meeting::When;
use crate::domain::session::{Acknowledgement, Certainty, Item, Kind, Session, Timing};
use crate::domain::time::{Clock, End, Time, TimeZone};
use crate::source::Located;
use crate::text::{Numbers, slug};

/// What a session needs to know of its meeting.
pub(super) struct Context<'a> {
    /// The names of the other files.
    pub(super) directory: &'a Directory<'a>,
    /// The venue of the meeting.
    pub(super) venue: Option<VenueId>,
    /// When the meeting is.
    pub(super) when: &'a When,
}

impl Context<'_> {
    fn first_day(&self) -> Option<NaiveDate> {
        self.when.date.map(|date| date.value)
    }

    /// The day after that of the meeting, if it goes on past midnight and what begins at `start` is then.
    fn next_day(&self, start: Time) -> Option<NaiveDate> {
        let When { date, end_date: None, start: Some(begin), end, duration, .. } = self.when else {
            return None;
        };
        let begin = begin.value.clock.minutes();
        let end = match (end.map(|end| end.value), duration) {
            (Some(End::At(end)), _) if end.clock.minutes() < begin => end.clock.minutes(),
            (None, Some(length)) => {
                let zone = self.directory.zone();
                let ends = zone.shown_after(self.first_day(), begin, length.value.minutes);
                ends.checked_sub(Clock::DAY)?
            }
            _ => return None,
        };
        date.filter(|_| start.clock.minutes() <= end)?.value.succ_opt()
    }
}

/// Reads `[[session]]` of a meeting.
pub(super) fn read(meeting: &Fields<'_>, context: &Context<'_>) -> Vec<Session> {
    let entries = meeting.tables("session");
    let (ids, names) = ids(&entries);
    let mut date = context.first_day();
    let mut sessions = Vec::with_capacity(entries.len());
    for (fields, id) in entries.iter().zip(ids) {
        let own = fields.get("date", value::date);
        let session = session(fields, id, &names, context);
        // What stands in a block is on the block's day, wherever it stands in the file.
        let block = session.within.and_then(|block| sessions.get(block.value));
        let of_block = block.and_then(|block: &Session| block.date);
        // Whoever writes small hours in a meeting that goes on past midnight means the next day's.
        let start = session.timing.start.filter(|_| date == context.first_day());
        let next_day = start.and_then(|start| context.next_day(start.value));
        date = own.or(of_block).or(next_day).or(date);
        sessions.push(Session { date, ..session });
    }
    check_blocks(&entries, &sessions);
    drop_with_blocks(&mut sessions);
    sessions
}

/// What stands in a block that is dropped is dropped with it, whoever asks.
fn drop_with_blocks(sessions: &mut [Session]) {
    let is_in_dropped = |number: &usize| {
        let block = |at: &usize| sessions[*at].within.map(|block| block.value);
        let mut blocks = iter::successors(block(number), block).take(sessions.len());
        blocks.any(|block| sessions[block].status == Certainty::Dropped)
    };
    let dropped: Vec<usize> = (0..sessions.len()).filter(is_in_dropped).collect();
    for number in dropped {
        sessions[number].status = Certainty::Dropped;
    }
}

/// The ids of all sessions: those that are written, then those that titles give, made unique.
fn ids(entries: &[Fields<'_>]) -> (Vec<Id>, Names) {
    let mut names = Names::new(reference::ReferenceKind::Session);
    let written: Vec<Option<Id>> = entries
        .iter()
        .enumerate()
        .map(|(number, fields)| {
            let id = fields.read("id", value::id)?;
            if let Some(first) = names.insert(&id, number) {
                let duplicate = names.duplicate(id.value.as_str());
                fields.report(Diagnostic::at(id.origin, duplicate).with(first, Label::FirstHere));
            }
            Some(id.value)
        })
        .collect();
    let mut numbers = <[Numbers; 2]>::default();
    let mut derived = |at: usize| derived_id(at, &entries[at], &mut names, &mut numbers);
    let ids = written.into_iter().enumerate();
    let ids = ids.map(|(at, id)| id.unwrap_or_else(|| derived(at))).collect();
    (ids, names)
}

fn derived_id(
    number: usize,
    fields: &Fields<'_>,
    names: &mut Names,
    numbers: &mut [Numbers; 2],
) -> Id {
    let words = |value: &DeValue<'_>| Ok(value.as_str().map(slug).unwrap_or_default());
    let (key, base) = ["title", "repeat-of", "kind"]
        .into_iter()
        .filter_map(|key| Some((key, fields.get(key, words)?)))
        .find(|(_, base)| !base.is_empty())
        .unwrap_or_else(|| ("kind", "session".to_owned()));
    // What is repeated has that name, and where nothing has, no repetition stands in for it.
    let repeats = key == "repeat-of";
    let is_kept = |id: &str| repeats && *id == base;
    let is_taken = |id: &str| is_kept(id) || names.number(id).is_some() || Id::new(id).is_none();
    let id = numbers[usize::from(repeats)].free(&base, is_taken);
    // A slug with a number behind it is a slug, and there are more numbers than sessions.
    let id = Id::new(&id).unwrap_or_else(|| unreachable!("a slug with a number is a slug"));
    names.insert(&Located::new(id.clone(), fields.origin()), number);
    id
}

/// Reads a session; its date is known only from what stands before it.
fn session(fields: &Fields<'_>, id: Id, names: &Names, context: &Context<'_>) -> Session {
    let kind: Kind = fields.get("kind", value::choice).unwrap_or_default();
    let title = fields.read_line("title");
    if !fields.has("title") && !fields.has("repeat-of") && !kind.names_itself() {
        fields.report(Diagnostic::at(fields.origin(), MissingKey { key: "title".to_owned() }));
    }
    let other = |value: &DeValue<'_>| -> Outcome<usize> { names.find(value) };
    Session {
        id,
        origin: fields.origin(),
        kind,
        title,
        number: fields.line("number"),
        date: None,
        timing: timing(fields, context.directory.zone()),
        within: fields.read("in", other),
        track: fields.line("track"),
        place: fields.read("place", |value| context.directory.place(context.venue, value)),
        meet_at: fields.line("meet-at"),
        transport: fields.line("transport"),
        seats: fields.get("seats", value::whole(1, MOST_SEATS)),
        cost: fields.line("cost"),
        people: person::read(fields, context.directory),
        items: fields.tables("items").iter().map(|fields| item(fields, context)).collect(),
        description: fields.text("description"),
        note: fields.text("note"),
        topics: fields
            .list("topics", |value| context.directory.topic(value))
            .into_iter()
            .filter_map(|it| Some(Located::new(it.value?, it.origin)))
            .collect(),
        audience: fields.get("audience", value::choice).unwrap_or_default(),
        status: fields.get("status", value::choice).unwrap_or_default(),
        target_group: fields.line("for"),
        responsible: fields.line("responsible"),
        equipment: fields.line("equipment"),
        buffer: fields.get("buffer", value::duration),
        walk: fields.get("walk", value::duration),
        link: fields.line("link"),
        online: fields.line("online"),
        language: fields.line("language"),
        acknowledged: acknowledged(fields),
        repeat_of: fields.read("repeat-of", other),
    }
}

fn timing(fields: &Fields<'_>, zone: TimeZone) -> Timing {
    Timing {
        start: fields.read("start", value::time),
        end: fields.read("end", value::end),
        duration: fields.read("duration", value::duration),
        part_of_day: fields.get("part-of-day", value::choice),
        connector: fields.line("connector"),
        zone,
    }
}

fn item(fields: &Fields<'_>, context: &Context<'_>) -> Item {
    if !fields.has("people") {
        fields.demand("title");
    }
    Item {
        origin: fields.origin(),
        title: fields.line("title"),
        number: fields.line("number"),
        people: person::read(fields, context.directory),
        description: fields.text("description"),
        duration: fields.get("duration", value::duration),
        place: fields.read("place", |value| context.directory.place(context.venue, value)),
    }
}

/// Reads `acknowledge` of a session or a meeting.
pub(super) fn acknowledged(fields: &Fields<'_>) -> Vec<Acknowledgement> {
    fields
        .tables("acknowledge")
        .into_iter()
        .filter_map(|fields| {
            let code: Option<Located<Id>> = fields.require("code", code);
            let reason = fields.require_line("reason");
            let origin = fields.place_of("code");
            let day = fields.get("for", value::date);
            Some(Acknowledgement { origin, code: code?.value, day, reason: reason?.value })
        })
        .collect()
}

/// The code of a finding that can be acknowledged.
fn code(value: &DeValue<'_>) -> Outcome<Id> {
    let id = value::id(value)?;
    let codes = diagnostic::acknowledgeable();
    if codes.contains(&id.as_str()) {
        return Ok(id);
    }
    Err(value::bad_choice(id.as_str(), codes.into_iter()))
}

/// Sessions stand in blocks, and in the end in none.
fn check_blocks(entries: &[Fields<'_>], sessions: &[Session]) {
    for (number, session) in sessions.iter().enumerate() {
        let circular = |reference: Located<usize>| {
            let problem = CircularSession { id: session.id.to_string() };
            entries[number].report(Diagnostic::at(reference.origin, problem));
        };
        if let Some(block) = session.within {
            let holder = &sessions[block.value];
            if reaches(sessions, number, |session| session.within) {
                circular(block);
            } else if !holder.kind.part().holds_others() {
                let problem = NotABlock { id: holder.id.to_string() };
                let finding = Diagnostic::at(block.origin, problem);
                entries[number].report(finding.with(holder.origin, Label::Within));
            }
        }
        if let Some(repeated) = session.repeat_of
            && reaches(sessions, number, |session| session.repeat_of)
        {
            circular(repeated);
        }
    }
}

/// Whether following `step` from `start` comes back to it.
fn reaches(
    sessions: &[Session],
    start: usize,
    step: impl Fn(&Session) -> Option<Located<usize>>,
) -> bool {
    std::iter::successors(step(&sessions[start]), |at| step(&sessions[at.value]))
        .take(sessions.len())
        .any(|at| at.value == start)
}
