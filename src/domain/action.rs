//! What was agreed: who does what until when, and what became of it.

use chrono::NaiveDate;

use super::id::{Id, is_device};
use super::line::Line;
use super::meeting::Meeting;
use super::reply::Who;
use crate::source::{Located, Origin};
use crate::text::{Numbers, slug, vocabulary};

/// Something that somebody has taken upon them.
#[derive(Clone, Debug)]
pub struct Action {
    /// Where it was agreed: its entry, or its line in the minutes of a meeting.
    pub origin: Origin,
    /// Where its entry begins; none while nothing became of what minutes tell.
    pub entry: Option<Origin>,
    /// The key.
    pub id: Id,
    /// What is to be done.
    pub what: Line,
    /// Who does it.
    pub owner: Located<Who>,
    /// Until when; none if nobody said.
    pub due: Option<NaiveDate>,
    /// The meeting at which it was agreed.
    pub meeting: Option<Id>,
    /// The day on which it was agreed, where that was at no meeting.
    pub agreed: Option<NaiveDate>,
    /// What became of it.
    pub status: ActionStatus,
    /// Since when it is no longer open.
    pub closed: Option<NaiveDate>,
    /// Why it was dropped, or how it was done.
    pub reason: Option<Line>,
    /// How often its day was moved, the first time first.
    pub moved: Vec<Moved>,
}

impl Action {
    /// The day on which it was agreed: that of `meeting`, at which it was, else its own.
    pub fn agreed_on(&self, meeting: Option<&Meeting>) -> Option<NaiveDate> {
        meeting.and_then(|meeting| meeting.when.date).map(|date| date.value).or(self.agreed)
    }
}

/// The day of an action was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The day that it was due before; none if there was none.
    pub from: Option<NaiveDate>,
    /// When that was agreed.
    pub on: NaiveDate,
    /// Why.
    pub reason: Line,
}

vocabulary! {
    /// What became of an action.
    #[derive(Default)]
    pub enum ActionStatus {
        /// Nothing yet.
        #[default]
        Open = "open" | "offen" => ("offen", "open"),
        /// It is done.
        Done = "done" | "erledigt" => ("erledigt", "done"),
        /// It is not done any more.
        Dropped = "dropped" | "entfallen" => ("entfallen", "dropped"),
    }
}

/// The longest key that is made of words.
const LONGEST_KEY: usize = 40;

/// A key for an action of which `what` is to be done, and that no other one has that `is_taken` knows.
pub fn key(what: &str, is_taken: impl Fn(&str) -> bool) -> String {
    key_beside(&mut Numbers::default(), what, is_taken)
}

/// The same beside others that were given by the same `numbers`.
pub fn key_beside(numbers: &mut Numbers, what: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let whole = slug(what);
    let mut key = String::new();
    for part in whole.split('-') {
        if !key.is_empty() && key.len() + part.len() >= LONGEST_KEY {
            break;
        }
        if !key.is_empty() {
            key.push('-');
        }
        key.extend(part.chars().take(LONGEST_KEY));
    }
    if key.is_empty() {
        "action".clone_into(&mut key);
    }
    numbers.free(&key, |key| is_taken(key) || is_device(key))
}
