//! The programme that an item comes into.

use crate::cli::add::entry::Entry;
use crate::cli::place::{Place, Subject};

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
