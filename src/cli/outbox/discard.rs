//! `erfa outbox discard`

use anyhow::{Context as _, Result};

use super::Opened;
use super::journal::Journal;
use crate::cli::context::Context;
use crate::cli::reads::Reads;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::AlreadySent;
use crate::domain::outbox::{Event, State};
use crate::input::outbox::OUTBOX;
use crate::system::folder;
use crate::text::{Language, count};

/// Throw a run of mails away
///
/// A run of which any mail has gone out stays. The number of the run is not given again.
#[derive(clap::Args, Debug)]
pub(super) struct DiscardArgs {
    /// The run, such as `2027-04-20-ulm/1-invitation`
    #[arg(value_name = "RUN")]
    name: String,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &DiscardArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let opened = Opened::take(&loaded, context)?;
    let run = opened.run(&args.name)?;
    let gone = |state: &State| !matches!(state, State::Pending | State::Failed);
    let number = opened.outbox.states(run).iter().filter(|state| gone(state)).count();
    if number > 0 {
        let problem = AlreadySent { run: run.name.to_string(), number };
        return Err(opened.fail(vec![Diagnostic::at(run.origin, problem)]));
    }
    let root = loaded.writable_root()?.join(OUTBOX);
    let path = root.join(run.name.to_string());
    let mut journal = Journal::open(&opened, &loaded, context)?;
    journal.add(Event::Discarded, &run.name.to_string(), None);
    folder::remove_folder(&path, || journal.write())
        .with_context(|| context.cannot_write(&path))?;
    let (name, number) = (&run.name, run.messages.len());
    context.note(&match context.language {
        Language::German => format!("Verworfen: {name}, {}", count(number, "Mail", "Mails")),
        Language::English => format!("Discarded: {name}, {}", count(number, "mail", "mails")),
    });
    Ok(())
}
