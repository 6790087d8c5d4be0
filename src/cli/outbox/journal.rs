//! The ledger while something is done that belongs into it.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use chrono::{DateTime, FixedOffset};

use super::Opened;
use super::opened::cannot_read;
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::domain::line::Line;
use crate::domain::outbox::{Entry, Event};
use crate::input::outbox::{LEDGER, OUTBOX, ledger_line};
use crate::system::clock::Clock;
use crate::system::files::read_whole;
use crate::system::folder::Appended;

/// The most characters that are kept of what a server says.
pub(super) const LONGEST_WORDS: usize = 500;

/// The ledger, open to be added to. What is added is on the disk after the next [`Self::sync`].
pub(super) struct Journal {
    path: PathBuf,
    file: Appended,
    clock: Clock,
    zone: String,
    waiting: String,
}

impl Journal {
    /// Opens the ledger of an outbox that was taken in hand, and sets down what became of an earlier
    /// run that was interrupted.
    pub(super) fn open(opened: &Opened, loaded: &Loaded, context: &Context) -> Result<Self> {
        let path = loaded.writable_root()?.join(OUTBOX).join(LEDGER);
        let file = Appended::open(&path).with_context(|| context.cannot_write(&path))?;
        let zone = loaded.workspace.network.time_zone.name().to_owned();
        let waiting = String::new();
        let mut journal = Self { path, file, clock: context.clock.clone(), zone, waiting };
        if opened.outbox.ledger.is_cut() {
            journal.add(Event::Cut, LEDGER, None);
        }
        for entry in &opened.interrupted {
            let words = entry.words.as_ref().map(Line::as_str);
            journal.add(entry.event, &entry.path, words);
        }
        journal.sync(context)?;
        Ok(journal)
    }

    /// The present moment.
    pub(super) fn now(&self) -> DateTime<FixedOffset> {
        self.clock.now(&self.zone)
    }

    /// Adds an entry about the message or run at `path`, with words of whoever it was given to.
    pub(super) fn add(&mut self, event: Event, path: &str, words: Option<&str>) {
        let words = words.and_then(|words| Line::cleaned(words, LONGEST_WORDS));
        let entry = Entry { at: self.now(), event, path: path.to_owned(), words };
        self.waiting.push_str(&ledger_line(&entry));
    }

    /// What the ledger says, and what it is to say; nothing is written.
    pub(super) fn into_texts(self, context: &Context) -> Result<[String; 2]> {
        let [before, after] = self.contents(context)?;
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ok([text(before), text(after)])
    }

    /// Lets `put` write what waits, together with other files: it is given what the ledger says and what
    /// it is to say.
    pub(super) fn put_by(
        &mut self,
        context: &Context,
        put: impl FnOnce([Vec<u8>; 2]) -> Result<()>,
    ) -> Result<()> {
        put(self.contents(context)?)?;
        self.waiting.clear();
        // Another file stands there now.
        self.file = Appended::open(&self.path).with_context(|| context.cannot_write(&self.path))?;
        Ok(())
    }

    fn contents(&self, context: &Context) -> Result<[Vec<u8>; 2]> {
        let before = read_whole(&self.path).with_context(|| cannot_read(&self.path, context))?;
        let after = [before.as_slice(), self.waiting.as_bytes()].concat();
        Ok([before, after])
    }

    /// Brings all entries to the disk.
    pub(super) fn sync(&mut self, context: &Context) -> Result<()> {
        // What could not be written may stand there in part: written again, it would spoil the line.
        let lines = std::mem::take(&mut self.waiting);
        let outcome = if lines.is_empty() { Ok(()) } else { self.file.add(&lines) };
        outcome.with_context(|| context.cannot_write(&self.path))
    }
}
