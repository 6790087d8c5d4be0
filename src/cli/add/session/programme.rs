//! The programme that an item comes into, and where in it.

use crate::cli::add::entry::Entry;
use crate::cli::place::{Place, Subject};
use crate::domain::meeting::Meeting;

/// A programme that grows.
pub(super) struct Programme<'a> {
    /// The number of its meeting.
    pub(super) number: usize,
    /// The path of its file.
    pub(super) file: &'a str,
    /// The way to the item that all that comes is a part of; empty without one.
    pub(super) under: Vec<(&'static str, usize)>,
    /// What the file says by now.
    pub(super) text: String,
}

impl Programme<'_> {
    /// An item of it that is not there yet.
    pub(super) fn item(&self) -> Entry {
        let subject = Subject::Session(self.number, 0);
        let place = Place { subject, file: self.file.to_owned(), path: self.under.clone() };
        Entry::session(place, self.text.clone())
    }

    /// The list that its items stand in: the way to what holds it, and their kind.
    pub(super) fn list(&self) -> (&[(&'static str, usize)], &'static str) {
        (&self.under, if self.under.is_empty() { "session" } else { "items" })
    }
}

/// The first item of the first day that begins later.
pub(super) fn later(meeting: &Meeting, start: u32) -> Option<usize> {
    let first = meeting.when.date.map(|date| date.value);
    meeting.sessions.iter().position(|session| {
        let clock = session.timing.start.as_ref().map(|start| start.value.clock.minutes());
        let is_same_day = session.date.is_none() || session.date == first;
        !is_same_day && session.date > first
            || session.within.is_none() && clock.is_some_and(|clock| clock > start)
    })
}
