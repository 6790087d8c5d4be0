//! What it takes to take the making of mails back.

use anyhow::Result;

use super::journal::Journal;
use super::opened::Opened;
use crate::cli::context::Context;
use crate::cli::reads::Reads;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::AlreadySent;
use crate::domain::outbox::{Event, Run, State, spent_version};
use crate::input::outbox::{LEDGER, OUTBOX};
use crate::system::journal::{Replacement, Rights};

/// A run that is thrown away because its making is taken back.
pub(in crate::cli) struct Unmade {
    /// Its folder, below the workspace.
    pub(in crate::cli) path: String,
    /// How many mails it has.
    pub(in crate::cli) number: usize,
    /// The ledger, in which it is discarded.
    pub(in crate::cli) ledger: Option<Replacement>,
    /// As long as it is there, nobody sends.
    _opened: Opened,
}

impl Unmade {
    /// The run in the folder `path`, of which nothing may have gone out; none if it is discarded.
    pub(in crate::cli) fn of(path: &str, context: &Context) -> Result<Option<Self>> {
        // Whatever the files say, the mails can go.
        let (loaded, _) = context.read(Reads::of(&[]))?;
        let opened = Opened::take(&loaded, context)?;
        let name = path.strip_prefix(OUTBOX).unwrap_or(path).trim_start_matches('/');
        let is_meant = |run: &&Run| run.name.to_string() == name;
        let Some(run) = opened.outbox.runs.iter().find(is_meant) else { return Ok(None) };
        refuse_sent(run, &opened)?;
        let (number, version) = (run.messages.len(), run.version.value);
        let mut journal = Journal::open(&opened, &loaded, context)?;
        journal.add(Event::Discarded, name, Some(&spent_version(version)));
        let texts = journal.into_texts(context)?;
        let [before, after] = texts.map(|text| Some(text.into_bytes()));
        let ledger = format!("{OUTBOX}/{LEDGER}");
        let rights = Rights::OfFolder;
        let ledger = Replacement { path: ledger, before, after, rights, like: None };
        Ok(Some(Self { path: path.to_owned(), number, ledger: Some(ledger), _opened: opened }))
    }
}

/// Refuses a run of which mails have gone out.
pub(super) fn refuse_sent(run: &Run, opened: &Opened) -> Result<()> {
    let gone = |state: &State| !matches!(state, State::Pending | State::Failed);
    let number = opened.outbox.states(run).iter().filter(|state| gone(state)).count();
    if number == 0 {
        return Ok(());
    }
    let problem = AlreadySent { run: run.name.to_string(), number };
    Err(opened.fail(vec![Diagnostic::at(run.origin, problem)]))
}
