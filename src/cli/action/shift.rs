//! `erfa action move`

use anyhow::Result;

use super::file::{ACTION, READS, meant, open, propose_text, with_keys};
use crate::cli::change::{Manner, line};
use crate::cli::choice::any_day;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::set::done as say_done;
use crate::diagnostic::change::NotEntries;
use crate::domain::line::Line;
use crate::input::edit::{Addition, add_entry, quoted};
use crate::text::Day;

/// Move the day until when an action is to be done, and say why
///
/// The day before is kept with the reason.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct MoveArgs {
    /// The action, by id or words
    #[arg(value_name = "ACTION")]
    action: String,

    /// The new day
    #[arg(value_name = "DATE", value_parser = any_day)]
    due: Day,

    /// Why; needed, and kept in the file
    #[arg(long, value_name = "WORDS", value_parser = line)]
    reason: Line,

    #[command(flatten)]
    manner: Manner,
}

pub(super) fn run(args: &MoveArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let action = meant(&args.action, &loaded)?;
    open(action)?;
    let due = context.day(&args.due)?;
    if action.due == Some(due) {
        context.note(context.say(
            "Das steht schon so da; nichts ist geändert.",
            "It says so already; nothing is changed.",
        ));
        return Ok(());
    }
    let (text, path) = with_keys(action, &[("due", due.to_string())], &loaded)?;
    let from = action.due.map(|from| ("from", from.to_string()));
    let why = [("on", context.clock.today().to_string()), ("reason", quoted(args.reason.as_str()))];
    let keys: Vec<(&str, String)> = from.into_iter().chain(why).collect();
    let addition = Addition { path: &path, kind: "moved", before: None, keys: &keys };
    let text = add_entry(&text, &addition);
    let text = text.ok_or_else(|| Findings::one(NotEntries { kind: ACTION }))?;
    if propose_text(text, args.manner, &loaded, context)? {
        say_done(context);
    }
    Ok(())
}
