//! A meeting is held, cancelled or postponed, and the latter undone; hosts are exchanged.
//!
//! What was before is kept in a `[[history]]` entry, or on its line, set aside. So what was done can be
//! told from the file, and undoing it gives back the very bytes that were there, as long as nobody
//! changed those lines in between.

use chrono::NaiveDate;

use super::operation::State::{self, Absent, Aside, Written};
use super::operation::{Entry, Key, Operation, apply, inverse};
use super::outline::Outline;
use super::outline::Section::{self, Head};
use super::{quoted, refuse_lists, written};
use crate::diagnostic::Diagnostic;
use crate::input::value::parse_date;
use crate::source::FileId;

/// Why a meeting does not stay as it was planned.
#[derive(Clone, Debug)]
pub struct Cause {
    /// The day on which it was changed.
    pub changed: NaiveDate,
    /// Why.
    pub reason: String,
}

/// The dates that keep their distance to the meeting's when it is moved, and its own.
const DATE: &str = "date";
const END_DATE: &str = "end-date";
/// What the old date was called, which no other date is.
const WORDS: &[&str] = &["date-text", "weekday"];
const STATUS: &str = "status";
const REASON: &str = "reason";
const HOSTS: &str = "hosts";
const HISTORY: &str = "history";
const SESSION: &str = "session";
const REGISTRATION: &str = "registration";
const UNTIL: &str = "until";

/// Records in `text` that the meeting took place.
pub fn hold(text: &str) -> String {
    let held = key(Head, STATUS, state(&Outline::new(text), STATUS), Written(quoted("held")));
    apply(text, &[held]).text
}

/// Records in `text` that invitations to the meeting are out.
pub fn invite(text: &str) -> String {
    let invited = key(Head, STATUS, state(&Outline::new(text), STATUS), Written(quoted("invited")));
    apply(text, &[invited]).text
}

/// Cancels the meeting in `text`.
///
/// # Errors
/// If the file has `history = […]` instead of entries of their own.
pub fn cancel(file: FileId, text: &str, cause: &Cause) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[HISTORY])?;
    let outline = Outline::new(text);
    let mut operations = vec![remember(&outline, cause, None, &[])];
    operations.extend(restating(&outline, "cancelled", &cause.reason));
    Ok(apply(text, &operations).text)
}

/// Undoes what [`cancel`] did last.
pub fn undo_cancel(file: FileId, text: &str) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[HISTORY])?;
    Ok(undo(text, restated))
}

/// Postpones the meeting in `text` to another day, or until one is found. Dates of its end, of its
/// registration and of its sessions move with it; `place` is where it was to be.
///
/// # Errors
/// If the file has lists instead of entries of their own.
pub fn postpone(
    file: FileId,
    text: &str,
    cause: &Cause,
    to: Option<NaiveDate>,
    place: Option<&str>,
) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[HISTORY, SESSION])?;
    let outline = Outline::new(text);
    let keys = [&[DATE, END_DATE], WORDS, &["start"]].concat();
    let mut operations = vec![remember(&outline, cause, place, &keys)];
    operations.extend(restating(&outline, "postponed", &cause.reason));
    operations.extend(renaming(&outline, Head));
    operations.extend(moving(&outline, to));
    Ok(apply(text, &operations).text)
}

/// Undoes what [`postpone`] did last.
pub fn undo_postpone(file: FileId, text: &str) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[HISTORY, SESSION])?;
    Ok(undo(text, |outline, last| {
        let operations = restated(outline, last).into_iter();
        let operations = operations.chain(renaming(outline, Section::Entry(HISTORY, last)));
        operations.chain(moved(outline, last)).collect()
    }))
}

/// The two meetings' texts with each other's `hosts`; nothing if one of them has none.
pub fn exchange_hosts(one: &str, other: &str) -> Option<(String, String)> {
    let hosts = |text| Some(Written(Outline::new(text).value(Head, HOSTS)?.to_owned()));
    let (mine, theirs) = (hosts(one)?, hosts(other)?);
    let taken = key(Head, HOSTS, mine.clone(), theirs.clone());
    let given = key(Head, HOSTS, theirs, mine);
    Some((apply(one, &[taken]).text, apply(other, &[given]).text))
}

/// Takes back what the last change did, of which `told` tells, and forgets it.
fn undo(text: &str, told: impl FnOnce(&Outline<'_>, usize) -> Vec<Operation>) -> String {
    let outline = Outline::new(text);
    let Some(last) = outline.count(HISTORY).checked_sub(1) else { return text.to_owned() };
    let mut done = vec![Operation::Add(Entry::found(&outline, HISTORY, last))];
    done.extend(told(&outline, last));
    apply(text, &inverse(done)).text
}

/// What becomes of a key, which stands where its kind belongs.
fn key(section: Section, name: &'static str, before: State, after: State) -> Operation {
    let below: &[&str] = match name {
        STATUS => &["title"],
        DATE => &[REASON, STATUS, "title"],
        END_DATE => &[DATE, REASON, STATUS, "title"],
        _ => &[DATE, STATUS, "title"],
    };
    Operation::Key(Key { section, name, before, after, below })
}

/// What a key of the meeting is.
fn state(outline: &Outline<'_>, name: &str) -> State {
    outline.value(Head, name).map_or(Absent, |value| Written(value.to_owned()))
}

/// Adds a `[[history]]` entry with what the file says now.
fn remember(
    outline: &Outline<'_>,
    cause: &Cause,
    place: Option<&str>,
    keys: &[&'static str],
) -> Operation {
    let mut entry = vec![("changed", written(cause.changed))];
    let value = |name| Some((name, outline.value(Head, name)?.to_owned()));
    entry.extend(keys.iter().copied().filter_map(value));
    entry.extend(place.map(|place| ("place", quoted(place))));
    entry.extend(value(STATUS));
    entry.push((REASON, quoted(&cause.reason)));
    let entry = Entry::new(HISTORY, outline.count(HISTORY), &entry);
    Operation::Add(Entry { next: Some(SESSION), ..entry })
}

/// Sets status and reason; a reason that stands there already is set aside above the new one.
fn restating(outline: &Outline<'_>, status: &str, reason: &str) -> Vec<Operation> {
    let status = key(Head, STATUS, state(outline, STATUS), Written(quoted(status)));
    let superseded = outline.value(Head, REASON);
    with_reason(status, superseded, Written(quoted(reason)))
}

/// The same of the change `number`, which did it.
fn restated(outline: &Outline<'_>, number: usize) -> Vec<Operation> {
    let before = match outline.value(Section::Entry(HISTORY, number), STATUS) {
        Some(status) => Written(status.to_owned()),
        // The file had no status before; a line that somebody wrote to is kept.
        None => match outline.pair(Head, STATUS) {
            Some(pair) if !outline.is_bare(&pair) => Written(quoted("planned")),
            _ => Absent,
        },
    };
    let status = key(Head, STATUS, before, state(outline, STATUS));
    let superseded = outline.pair(Head, REASON).and_then(|pair| {
        let mut aside = outline.aside(Head, REASON).into_iter();
        let above = aside.find(|above| above.lines.end == pair.lines.start)?;
        Some(outline.text(above.value))
    });
    with_reason(status, superseded, state(outline, REASON))
}

fn with_reason(status: Operation, superseded: Option<&str>, reason: State) -> Vec<Operation> {
    let below: &[&str] = if superseded.is_some() { &[REASON] } else { &[STATUS] };
    let new = Key { section: Head, name: REASON, before: Absent, after: reason, below };
    let superseded = superseded.map(|reason| set_aside(REASON, reason));
    [Some(status), superseded, Some(Operation::Key(new))].into_iter().flatten().collect()
}

/// Sets aside what the date was called by the words in `section`.
fn renaming(outline: &Outline<'_>, section: Section) -> impl Iterator<Item = Operation> {
    WORDS.iter().filter_map(move |name| Some(set_aside(name, outline.value(section, name)?)))
}

fn set_aside(name: &'static str, value: &str) -> Operation {
    key(Head, name, Written(value.to_owned()), Aside(value.to_owned()))
}

/// Moves all dates with the meeting's, and brings those back that are set aside; without a new day all are
/// set aside.
fn moving(outline: &Outline<'_>, to: Option<NaiveDate>) -> Vec<Operation> {
    let from = date(outline, Head).or_else(|| date_before(outline, outline.count(HISTORY)));
    let change = |(section, name, now): (Section, &'static str, State)| {
        let then = match (to, &now) {
            (Some(to), _) if (section, name) == (Head, DATE) => Written(written(to)),
            (Some(to), Written(day) | Aside(day)) => Written(shifted(day, from, to)),
            // Only in a table of its own the line of the key says nothing else.
            (None, Written(_)) if name == UNTIL && !outline.has_head(REGISTRATION) => return None,
            (None, Written(day)) => Aside(day.clone()),
            (Some(_), Absent) | (None, Aside(_) | Absent) => return None,
        };
        Some(key(section, name, now, then))
    };
    dates(outline).into_iter().filter_map(change).collect()
}

/// The same of the change `number`, which did it.
fn moved(outline: &Outline<'_>, number: usize) -> Vec<Operation> {
    let entry = Section::Entry(HISTORY, number);
    let (former, now) = (date(outline, entry), date(outline, Head));
    let to = match (former, now) {
        (Some(former), _) => former,
        (None, None) => return Vec::new(),
        (None, Some(_)) => match date_before(outline, number) {
            Some(earlier) => earlier,
            None => return vec![key(Head, DATE, Absent, state(outline, DATE))],
        },
    };
    let end = former.and(outline.value(entry, END_DATE));
    let change = |(section, name, there): (Section, &'static str, State)| {
        let day = match (&there, end) {
            _ if (section, name) == (Head, DATE) => written(to),
            (_, Some(end)) if name == END_DATE => end.to_owned(),
            (Written(day) | Aside(day), _) => shifted(day, now.or(Some(to)), to),
            (Absent, _) => return None,
        };
        let before = if former.is_some() { Written(day) } else { Aside(day) };
        Some(key(section, name, before, there))
    };
    dates(outline).into_iter().filter_map(change).collect()
}

/// The dates of the meeting, of its registration and of its sessions.
fn dates(outline: &Outline<'_>) -> Vec<(Section, &'static str, State)> {
    let sessions =
        (0..outline.count(SESSION)).map(|number| (Section::Entry(SESSION, number), DATE));
    let own = [(Head, DATE), (Head, END_DATE), (Section::Table(REGISTRATION), UNTIL)];
    let all = own.into_iter().chain(sessions);
    let state = |(section, name)| {
        let aside = || {
            let mut aside =
                outline.aside(section, name).into_iter().map(|pair| outline.text(pair.value));
            aside.find(|value| parse_date(value).is_some()).map(|day| Aside(day.to_owned()))
        };
        let day = outline.value(section, name).map(|day| Written(day.to_owned()));
        (section, name, day.or_else(aside).unwrap_or(Absent))
    };
    all.map(state).collect()
}

/// The date in a section.
fn date(outline: &Outline<'_>, section: Section) -> Option<NaiveDate> {
    parse_date(outline.value(section, DATE)?)
}

/// The last date in the history, before the change `number`.
fn date_before(outline: &Outline<'_>, number: usize) -> Option<NaiveDate> {
    (0..number).rev().find_map(|number| date(outline, Section::Entry(HISTORY, number)))
}

/// A day as far from `to` as it is from `from` now.
fn shifted(day: &str, from: Option<NaiveDate>, to: NaiveDate) -> String {
    let moved = || parse_date(day)?.checked_add_signed(to - from?);
    moved().map_or_else(|| day.to_owned(), written)
}
