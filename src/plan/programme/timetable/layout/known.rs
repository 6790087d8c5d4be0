//! What was found out about a session: it is asked for again and again while a programme is laid.

use std::cell::Cell;

use super::super::Span;
use super::super::length::Length;

/// What was found out about one session.
#[derive(Clone, Default)]
pub(super) struct Known {
    said: Cell<Option<Span>>,
    length: Cell<Option<Length>>,
}

impl Known {
    /// When people said it is; `find` looks for it the first time.
    pub(super) fn said(&self, find: impl FnOnce() -> Span) -> Span {
        let said = self.said.get().unwrap_or_else(find);
        self.said.set(Some(said));
        said
    }

    /// How long it takes; `find` looks for it the first time.
    pub(super) fn length(&self, find: impl FnOnce() -> Length) -> Length {
        let length = self.length.get().unwrap_or_else(find);
        self.length.set(Some(length));
        length
    }
}
