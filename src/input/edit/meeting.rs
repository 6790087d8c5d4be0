//! A meeting is cancelled or postponed, and the same undone; hosts are exchanged.
//!
//! What was before is kept in a `[[history]]` entry, or on its line, set aside. Undoing gives back
//! the very bytes that were there, as long as nobody changed those lines in between.

use chrono::NaiveDate;

use super::draft::{Draft, words, written};
use super::layout::Layout;
use super::layout::Section::{self, Entry, Head};
use super::refuse_lists;
use crate::diagnostic::Diagnostic;
use crate::input::value::parse_date;
use crate::source::FileId;

/// Why a meeting does not stay as it was planned.
#[derive(Clone, Debug)]
pub struct Change {
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
const HISTORY: &str = "history";
const SESSION: &str = "session";

/// Cancels the meeting in `text`.
///
/// # Errors
/// If the file has `history = […]` instead of entries of their own.
pub fn cancel(file: FileId, text: &str, change: &Change) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[HISTORY])?;
    let mut draft = Draft::new(text);
    remember(&mut draft, change, None, &[]);
    set_status(&mut draft, "cancelled", &change.reason);
    Ok(draft.into_text())
}

/// Undoes what [`cancel`] did last.
pub fn undo_cancel(file: FileId, text: &str) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[HISTORY])?;
    let mut draft = Draft::new(text);
    let Some(last) = last_change(&draft) else { return Ok(draft.into_text()) };
    restore_status(&mut draft, last);
    forget(&mut draft, last);
    Ok(draft.into_text())
}

/// Postpones the meeting in `text` to another day, or until one is found. Dates of its end and of
/// its sessions move with it; `place` is where it was to be.
///
/// # Errors
/// If the file has lists instead of entries of their own.
pub fn postpone(
    file: FileId,
    text: &str,
    change: &Change,
    to: Option<NaiveDate>,
    place: Option<&str>,
) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[HISTORY, SESSION])?;
    let mut draft = Draft::new(text);
    let from = date(&draft).or_else(|| date_before(&draft, None));
    let keys = [&[DATE, END_DATE], WORDS, &["start"]].concat();
    remember(&mut draft, change, place, &keys);
    set_status(&mut draft, "postponed", &change.reason);
    for key in WORDS {
        draft.set_aside(Head, key);
    }
    match to {
        Some(to) => move_to(&mut draft, from, to),
        None => take_dates_away(&mut draft),
    }
    Ok(draft.into_text())
}

/// Undoes what [`postpone`] did last.
pub fn undo_postpone(file: FileId, text: &str) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[HISTORY, SESSION])?;
    let mut draft = Draft::new(text);
    let Some(last) = last_change(&draft) else { return Ok(draft.into_text()) };
    let entry = Entry(HISTORY, last);
    let former = |draft: &Draft, key| draft.value(entry, key).map(str::to_owned);
    let before = former(&draft, DATE).as_deref().and_then(parse_date);
    let end = former(&draft, END_DATE);
    match (before, date(&draft)) {
        (Some(before), now) => {
            move_to(&mut draft, now.or(Some(before)), before);
            if let Some(end) = end.filter(|end| !draft.replace(Head, END_DATE, end)) {
                draft.add_below(&[DATE], END_DATE, &end);
            }
        }
        (None, Some(now)) => match date_before(&draft, Some(last)) {
            Some(earlier) => {
                move_to(&mut draft, Some(now), earlier);
                take_dates_away(&mut draft);
            }
            None => draft.restore(DATE),
        },
        (None, None) => {}
    }
    for key in WORDS {
        let Some(words) = former(&draft, key) else { continue };
        if !draft.bring_back(Head, key, |aside| aside == words) && !draft.replace(Head, key, &words)
        {
            draft.add_below(&[DATE, "status", "title"], key, &words);
        }
    }
    restore_status(&mut draft, last);
    forget(&mut draft, last);
    Ok(draft.into_text())
}

/// The two meetings' texts with each other's `hosts`; nothing if one of them has none.
pub fn exchange_hosts(one: &str, other: &str) -> Option<(String, String)> {
    let (mut one, mut other) = (Draft::new(one), Draft::new(other));
    let hosts = |draft: &Draft| draft.value(Head, "hosts").map(str::to_owned);
    let (mine, theirs) = (hosts(&one)?, hosts(&other)?);
    let (theirs, mine) = (one.with_own_line_ends(&theirs), other.with_own_line_ends(&mine));
    one.replace(Head, "hosts", &theirs);
    other.replace(Head, "hosts", &mine);
    Some((one.into_text(), other.into_text()))
}

/// Adds a `[[history]]` entry with what the file says now.
fn remember(draft: &mut Draft, change: &Change, place: Option<&str>, keys: &[&'static str]) {
    let mut entry = vec![("changed", written(change.changed))];
    let value = |key| Some((key, draft.value(Head, key)?.to_owned()));
    entry.extend(keys.iter().copied().filter_map(value));
    entry.extend(place.map(|place| ("place", words(place))));
    entry.extend(value("status"));
    entry.push(("reason", words(&change.reason)));
    draft.add_entry(HISTORY, Some(SESSION), &entry);
}

fn forget(draft: &mut Draft, number: usize) {
    draft.remove_entry(HISTORY, number);
}

fn last_change(draft: &Draft) -> Option<usize> {
    draft.layout().count(HISTORY).checked_sub(1)
}

/// Sets status and reason; a reason that stands there already is set aside above the new one.
fn set_status(draft: &mut Draft, status: &str, reason: &str) {
    if !draft.replace(Head, "status", &words(status)) {
        draft.add_below(&["title"], "status", &words(status));
    }
    draft.supersede("reason", &words(reason), &["status"]);
}

/// Takes status and reason back to what they were before the change `number`.
fn restore_status(draft: &mut Draft, number: usize) {
    draft.restore("reason");
    match draft.value(Entry(HISTORY, number), "status").map(str::to_owned) {
        Some(status) => {
            draft.replace(Head, "status", &status);
        }
        // The file had no status before; a line that somebody wrote to is kept.
        None => match draft.layout().pair(Head, "status") {
            Some(pair) if draft.is_bare(&pair) => draft.remove(&pair),
            _ => {
                draft.replace(Head, "status", &words("planned"));
            }
        },
    }
}

/// The meeting's date.
fn date(draft: &Draft) -> Option<NaiveDate> {
    parse_date(draft.value(Head, DATE)?)
}

/// The last date in the history, before the change `before` if there is one.
fn date_before(draft: &Draft, before: Option<usize>) -> Option<NaiveDate> {
    let layout = draft.layout();
    let count = before.unwrap_or_else(|| layout.count(HISTORY));
    let date = |number| draft.value(Entry(HISTORY, number), DATE).and_then(parse_date);
    (0..count).rev().find_map(date)
}

/// Moves the meeting from one day to another; dates that are set aside come back.
fn move_to(draft: &mut Draft, from: Option<NaiveDate>, to: NaiveDate) {
    for (section, key) in dates(&draft.layout()) {
        if draft.value(section, key).is_none() && !draft.bring_back(section, key, is_date) {
            continue;
        }
        let now = draft.value(section, key).and_then(parse_date);
        let moved = match from {
            _ if (section, key) == (Head, DATE) => Some(to),
            Some(from) => now.and_then(|now| shift(now, from, to)),
            None => now,
        };
        if let Some(moved) = moved {
            draft.replace(section, key, &written(moved));
        }
    }
    if draft.value(Head, DATE).is_none() {
        draft.add_below(&["reason", "status", "title"], DATE, &written(to));
    }
}

/// Sets all dates of the meeting aside.
fn take_dates_away(draft: &mut Draft) {
    for (section, key) in dates(&draft.layout()) {
        draft.set_aside(section, key);
    }
}

/// The dates of the meeting and of its sessions, those set aside too.
fn dates(layout: &Layout<'_>) -> Vec<(Section, &'static str)> {
    let sessions = (0..layout.count(SESSION)).map(|number| (Entry(SESSION, number), DATE));
    let all = [(Head, DATE), (Head, END_DATE)].into_iter().chain(sessions);
    let is_there = |(section, key): &(Section, &str)| {
        layout.pair(*section, key).is_some() || !layout.aside(*section, key).is_empty()
    };
    all.filter(is_there).collect()
}

fn is_date(value: &str) -> bool {
    parse_date(value).is_some()
}

/// As far from `to` as `date` is from `from`.
fn shift(date: NaiveDate, from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
    date.checked_add_signed(to - from)
}
