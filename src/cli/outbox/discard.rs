//! `erfa outbox discard`

use anyhow::Result;

use super::Opened;
use super::journal::Journal;
use super::undo::refuse_sent;
use crate::cli::change::{Before, Beside, FileChange, Manner, is_made, put_beside, show_final};
use crate::cli::context::Context;
use crate::cli::reads::Reads;
use crate::domain::outbox::Event;
use crate::input::outbox::{LEDGER, OUTBOX};
use crate::text::{Language, count};

/// Throw a run of mails away
///
/// A run of which any mail has gone out stays. The number of the run is not given again.
/// This cannot be taken back.
#[derive(clap::Args, Debug)]
pub(super) struct DiscardArgs {
    /// The run, such as `2027-04-20-ulm/1-invitation`
    #[arg(value_name = "RUN")]
    name: String,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &DiscardArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    let opened = Opened::take(&loaded, context)?;
    let run = opened.run(&args.name)?;
    refuse_sent(run, &opened)?;
    let number = run.messages.len();
    show_final(
        &match context.language {
            Language::German => format!(
                "{OUTBOX}/{}: {} endgültig verworfen",
                run.name,
                count(number, "Mail wird", "Mails werden")
            ),
            Language::English => format!(
                "{OUTBOX}/{}: {} thrown away for good",
                run.name,
                count(number, "mail is", "mails are")
            ),
        },
        args.manner,
        context,
    )?;
    if !is_made(args.manner, context)? {
        return Ok(());
    }
    let mut journal = Journal::open(&opened, &loaded, context)?;
    journal.add(Event::Discarded, &run.name.to_string(), None);
    let [before, after] = journal.into_texts(context)?;
    let path = format!("{OUTBOX}/{LEDGER}");
    let ledger = FileChange { path, before: Before::Text(&before), after: Some(after) };
    let removed = vec![format!("{OUTBOX}/{}", run.name)];
    let beside = Beside { removed, is_final: true, ..Beside::default() };
    put_beside(loaded.writable_root()?, &[ledger], beside, context)?;
    let name = &run.name;
    context.note(&match context.language {
        Language::German => format!("Verworfen: {name}, {}", count(number, "Mail", "Mails")),
        Language::English => format!("Discarded: {name}, {}", count(number, "mail", "mails")),
    });
    Ok(())
}
