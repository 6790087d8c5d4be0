//! Mails that came back: set down in the ledger.

use anyhow::Result;

use super::journal::Journal;
use super::opened::Opened;
use crate::cli::change::{Manner, is_made, show};
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::domain::line::Line;
use crate::domain::outbox::{Event, State};
use crate::plan::post::reply::judge::Bounce;
use crate::text::{Language, count};

/// Records that mails came back; proposes it before unless it `is_agreed`.
pub(in crate::cli) fn record(
    bounces: &[Bounce<'_>],
    is_agreed: bool,
    manner: Manner,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    if bounces.is_empty() {
        return Ok(());
    }
    if !is_agreed {
        let path = |bounce: &Bounce<'_>| bounce.run.path(bounce.message);
        let came_back = context.say("unzustellbar", "came back");
        let line = |bounce| format!("{}: {came_back}\n", path(bounce));
        show(&bounces.iter().map(line).collect::<String>(), manner, context)?;
        if !is_made(manner, context)? {
            return Ok(());
        }
    }
    let opened = Opened::take(loaded, context)?;
    let mut journal = Journal::open(&opened, loaded, context)?;
    for bounce in bounces {
        let words = bounce.words.as_ref().map(Line::as_str);
        journal.add(Event::Message(State::Bounced), &bounce.run.path(bounce.message), words);
    }
    journal.sync(context)?;
    let number = bounces.len();
    context.note(&match context.language {
        Language::German => {
            format!("{} als unzustellbar vermerkt.", count(number, "Mail", "Mails"))
        }
        Language::English => {
            format!("{} recorded as come back.", count(number, "mail", "mails"))
        }
    });
    Ok(())
}
