//! What it takes to take the making of mails back.

use std::cell::OnceCell;

use anyhow::Result;

use super::journal::Journal;
use super::opened::Opened;
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::cli::reads::Reads;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::AlreadySent;
use crate::domain::outbox::{Event, Outbox, Run, State, spent_version};
use crate::input::outbox::{LEDGER, OUTBOX};
use crate::system::journal::{Replacement, Rights};

/// A run that is thrown away because its making is taken back.
pub(in crate::cli) struct Unmade {
    /// Its folder, below the workspace.
    pub(in crate::cli) path: String,
    /// How many mails it has.
    pub(in crate::cli) number: usize,
    /// The version that they were made from.
    version: u32,
    loaded: Loaded,
    /// As long as it is there, nobody sends.
    opened: Opened,
}

impl Unmade {
    /// The run in the folder `path`, of which nothing may have gone out; none if it is discarded.
    pub(in crate::cli) fn of(path: &str, context: &Context) -> Result<Option<Self>> {
        // Whatever the files say, the mails can go.
        let (loaded, _) = context.read(Reads::of(&[]))?;
        let opened = Opened::take(&loaded, context)?;
        let name = name(path);
        let is_meant = |run: &&Run| run.name.to_string() == name;
        let Some(run) = opened.outbox.runs.iter().find(is_meant) else { return Ok(None) };
        refuse_sent(run, &opened)?;
        let (number, version) = (run.messages.len(), run.version.value);
        Ok(Some(Self { path: path.to_owned(), number, version, loaded, opened }))
    }

    /// The ledger, in which it is discarded.
    pub(in crate::cli) fn ledger(&self, context: &Context) -> Result<Replacement> {
        let mut journal = Journal::open(&self.opened, &self.loaded, context)?;
        journal.add(Event::Discarded, name(&self.path), Some(&spent_version(self.version)));
        let texts = journal.into_texts(context)?;
        let [before, after] = texts.map(|text| Some(text.into_bytes()));
        let path = format!("{OUTBOX}/{LEDGER}");
        Ok(Replacement { path, before, after, rights: Rights::OfFolder, like: None })
    }
}

/// What the outbox says of runs, read when it is first asked.
#[derive(Default)]
pub(in crate::cli) struct Unsent {
    /// None inside if nobody can read it.
    outbox: OnceCell<Option<Outbox>>,
}

impl Unsent {
    /// Whether nothing of the run in the folder `path` has gone out, so that its making can be taken back.
    pub(in crate::cli) fn holds(&self, path: &str, context: &Context) -> bool {
        let outbox = self.outbox.get_or_init(|| {
            let (loaded, _) = context.read(Reads::of(&[])).ok()?;
            Opened::read(&loaded, context).ok().map(|opened| opened.outbox)
        });
        let name = name(path);
        let is_unsent = |outbox: &Outbox| {
            let mut runs = outbox.runs.iter();
            runs.find(|run| run.name.to_string() == name).is_none_or(|run| gone(run, outbox) == 0)
        };
        outbox.as_ref().is_some_and(is_unsent)
    }
}

/// What the run in the folder `path` is called.
fn name(path: &str) -> &str {
    path.strip_prefix(OUTBOX).unwrap_or(path).trim_start_matches('/')
}

/// Refuses a run of which mails have gone out.
pub(super) fn refuse_sent(run: &Run, opened: &Opened) -> Result<()> {
    let number = gone(run, &opened.outbox);
    if number == 0 {
        return Ok(());
    }
    let problem = AlreadySent { run: run.name.to_string(), number };
    Err(opened.fail(vec![Diagnostic::at(run.origin, problem)]))
}

/// How many mails of a run have gone out, or may have.
fn gone(run: &Run, outbox: &Outbox) -> usize {
    let is_gone = |state: &&State| !matches!(state, State::Pending | State::Failed);
    outbox.states(run).iter().filter(is_gone).count()
}
