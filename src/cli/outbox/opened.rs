//! The outbox as the commands find it.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};

use super::records;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::diagnostic::outbox::UnknownRun;
use crate::diagnostic::posting::{LostLedger, OutboxBusy};
use crate::diagnostic::{Diagnostic, stops};
use crate::domain::line::Line;
use crate::domain::outbox::{Entry, Event, Message, Outbox, PurgedRun, Run, RunName, State};
use crate::input::outbox::{BEGUN, LOCK, OUTBOX, OutboxReading};
use crate::plan::post::purge::purged;
use crate::plan::post::reminder::is_reminder;
use crate::source::Sources;
use crate::system::files;
use crate::system::lock::{self, Lock};
use crate::text::{Language, nearest};

/// The outbox of a workspace, with its files.
#[derive(Default)]
pub(in crate::cli) struct Opened {
    pub(in crate::cli) outbox: Outbox,
    pub(in crate::cli) sources: Arc<Sources>,
    /// Mails that were on their way when the program was interrupted, as entries that are not
    /// written yet.
    pub(super) interrupted: Vec<Entry>,
    /// As long as it is there, no other run changes the ledger.
    _lock: Option<Lock>,
}

/// Whether mails of a run have gone out while the ledger knows of none, in the outbox at `root`.
pub(super) fn is_lost(run: &Run, outbox: &Outbox, root: &Path) -> bool {
    let is_known = |message: &Message| outbox.ledger.last(&run.path(message)).is_some();
    files::exists(&root.join(run.name.to_string()).join(BEGUN))
        && !run.messages.iter().any(is_known)
}

/// That nobody knows who got the mails of a run.
pub(super) fn lost_ledger(run: &Run) -> Diagnostic {
    Diagnostic::at(run.origin, LostLedger { run: run.name.to_string() })
}

impl Opened {
    /// Reads it, to look at it; its errors are the end.
    pub(in crate::cli) fn read(loaded: &Loaded, context: &Context) -> Result<Self> {
        Self::with(None, loaded, context)
    }

    /// Takes it in hand, to change the ledger: another run that does so is refused.
    pub(in crate::cli) fn take(loaded: &Loaded, context: &Context) -> Result<Self> {
        let root = loaded.writable_root()?.join(OUTBOX);
        if !files::exists(&root) {
            return Self::read(loaded, context);
        }
        let path = root.join(LOCK);
        let lock = lock::try_lock(&path).with_context(|| context.cannot_write(&path))?;
        let lock = lock.ok_or_else(|| Findings::one(OutboxBusy {}))?;
        Self::with(Some(lock), loaded, context)
    }

    /// The built-in network has none.
    fn with(lock: Option<Lock>, loaded: &Loaded, context: &Context) -> Result<Self> {
        let Some(root) = &loaded.root else { return Ok(Self::default()) };
        let workspace = root;
        let root = workspace.join(OUTBOX);
        let read = context.read_beside(workspace, || records::read(&root))?;
        let OutboxReading { sources, mut outbox, findings } =
            read.with_context(|| cannot_read(&root, context))?;
        if stops(&findings, context.strict) {
            return Err(Findings { sources: sources.into(), findings }.into());
        }
        context.warn(&findings, &sources);
        if lock.is_none() {
            // Whoever changes something is told by what they do.
            let lost = outbox.runs.iter().filter(|run| is_lost(run, &outbox, &root));
            let lost: Vec<Diagnostic> = lost.map(lost_ledger).collect();
            context.warn(&lost, &sources);
        }
        let mut interrupted = Vec::new();
        if lock.is_some() || !lock::is_locked(&root.join(LOCK)) {
            interrupted = outbox.ledger.interrupted().into_iter().map(unsure).collect();
            for entry in &interrupted {
                outbox.ledger.push(Entry::clone(entry));
            }
        }
        Ok(Self { outbox, sources: sources.into(), interrupted, _lock: lock })
    }

    /// Stops if reminders of actions wait in these `runs` and it is not known what became of the actions.
    pub(in crate::cli) fn rely_on_reminders<'r>(
        &self,
        runs: impl IntoIterator<Item = &'r Run>,
        loaded: &Loaded,
    ) -> Result<()> {
        let waits = |run: &Run, message: &Message| {
            is_reminder(message) && self.outbox.ledger.state(&run.path(message)) == State::Pending
        };
        let waits = |run: &Run| run.messages.iter().any(|message| waits(run, message));
        if runs.into_iter().any(waits) { loaded.rely_on_actions() } else { Ok(()) }
    }

    /// The run that `words` name: with its meeting, or without where no other has its name. One that
    /// was purged is a finding.
    pub(super) fn run(&self, words: &str) -> Result<&Run> {
        match self.known(words)? {
            Known::Run(run) => Ok(run),
            Known::Purged(run) => Err(self.fail(vec![purged(run)])),
        }
    }

    /// The same, purged or not.
    pub(super) fn known(&self, words: &str) -> Result<Known<'_>> {
        let wanted = words.trim_end_matches('/');
        let wanted = wanted.strip_prefix("outbox/").unwrap_or(wanted);
        let runs = self.outbox.runs.iter().map(Known::Run);
        let runs: Vec<Known<'_>> =
            runs.chain(self.outbox.purged.iter().map(Known::Purged)).collect();
        let same =
            |run: &&Known<'_>| run.name().to_string() == wanted || run.name().folder() == wanted;
        let mut found = runs.iter().filter(same);
        if let (Some(run), None) = (found.next(), found.next()) {
            return Ok(*run);
        }
        let names: Vec<String> = runs.iter().map(|run| run.name().to_string()).collect();
        let near = nearest(wanted, names.iter().map(String::as_str)).map(str::to_owned);
        Err(Findings::one(UnknownRun { name: wanted.to_owned(), near }).into())
    }

    /// Findings about its files.
    pub(super) fn fail(&self, findings: Vec<Diagnostic>) -> anyhow::Error {
        Findings { sources: Arc::clone(&self.sources), findings }.into()
    }
}

/// The outbox of the workspace; the built-in network has none.
pub(in crate::cli) fn outbox(loaded: &Loaded, context: &Context) -> Result<Outbox> {
    let root = loaded.root.as_ref().map(|root| root.join(OUTBOX));
    match root.filter(|root| files::exists(root)) {
        Some(_) => Ok(Opened::read(loaded, context)?.outbox),
        None => Ok(Outbox::default()),
    }
}

/// A run that is named.
#[derive(Clone, Copy)]
pub(super) enum Known<'o> {
    /// With its mails.
    Run(&'o Run),
    /// What is left of one.
    Purged(&'o PurgedRun),
}

impl Known<'_> {
    fn name(&self) -> &RunName {
        match self {
            Self::Run(run) => &run.name,
            Self::Purged(run) => &run.name,
        }
    }
}

/// Whoever was interrupted while a mail was on its way does not know what became of it.
fn unsure(entry: &Entry) -> Entry {
    Entry {
        at: entry.at,
        event: Event::Message(State::Unsure),
        path: entry.path.clone(),
        words: Line::new("interrupted").ok(),
    }
}

pub(in crate::cli) fn cannot_read(path: &Path, context: &Context) -> String {
    let path = path.display();
    match context.language {
        Language::German => format!("`{path}` ist nicht lesbar"),
        Language::English => format!("cannot read `{path}`"),
    }
}
