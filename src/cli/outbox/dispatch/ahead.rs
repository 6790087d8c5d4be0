//! The next mail is read and made ready while the last one is on its way.

use std::panic::resume_unwind;
use std::thread::{Builder, Scope, ScopedJoinHandle};

use chrono::{DateTime, FixedOffset};

use super::errand::Draft;
use crate::diagnostic::posting::Flaw;
use crate::input::Outgoing;

/// Mails that go out one after the other, of which one may be under way from the disk.
pub(super) struct Ahead<'scope, 'env> {
    scope: &'scope Scope<'scope, 'env>,
    drafts: &'scope [Draft<'scope>],
    /// The one that is read before its turn.
    next: Option<ScopedJoinHandle<'scope, Result<Outgoing, Flaw>>>,
}

impl<'scope, 'env> Ahead<'scope, 'env> {
    /// Nothing is read yet.
    pub(super) fn new(scope: &'scope Scope<'scope, 'env>, drafts: &'scope [Draft<'scope>]) -> Self {
        Self { scope, drafts, next: None }
    }

    /// Begins to read the mail with this number, if there is one; its turn is next.
    pub(super) fn begin(&mut self, number: usize, now: DateTime<FixedOffset>) {
        let begun = self
            .drafts
            .get(number)
            .map(|draft| Builder::new().spawn_scoped(self.scope, move || draft.outgoing(now)));
        // Where no thread is to be had it is read in its turn.
        self.next = begun.and_then(Result::ok);
    }

    /// The mail with this number, whose turn it is.
    pub(super) fn take(
        &mut self,
        number: usize,
        now: DateTime<FixedOffset>,
    ) -> Result<Outgoing, Flaw> {
        match self.next.take() {
            Some(next) => next.join().unwrap_or_else(|panic| resume_unwind(panic)),
            None => self.drafts[number].outgoing(now),
        }
    }
}
