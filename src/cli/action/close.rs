//! `erfa action done` and `erfa action drop`

use anyhow::Result;

use super::file::{READS, day_or_today, meant, open, propose_text, with_keys};
use crate::cli::change::{Manner, line};
use crate::cli::choice::any_day;
use crate::cli::context::Context;
use crate::cli::set::{done as say_done, refuse};
use crate::domain::action::ActionStatus;
use crate::domain::line::Line;
use crate::input::edit::quoted;
use crate::plan::actions::agreed_on;
use crate::text::{DateStyle, Day, Language, Vocabulary as _};

/// Say that an action is done
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct DoneArgs {
    /// The action, by id or words
    #[arg(value_name = "ACTION")]
    action: String,

    /// Since when [default: today]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    on: Option<Day>,

    /// How it was done
    #[arg(long, value_name = "WORDS", value_parser = line)]
    reason: Option<Line>,

    #[command(flatten)]
    manner: Manner,
}

/// Say that an action is not done any more, and why
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct DropArgs {
    /// The action, by id or words
    #[arg(value_name = "ACTION")]
    action: String,

    /// Why; needed, and kept in the file
    #[arg(long, value_name = "WORDS", value_parser = line)]
    reason: Line,

    /// Since when [default: today]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    on: Option<Day>,

    #[command(flatten)]
    manner: Manner,
}

pub(super) fn done(args: &DoneArgs, context: &Context) -> Result<()> {
    let end =
        End { status: ActionStatus::Done, on: args.on.as_ref(), reason: args.reason.as_ref() };
    close(&args.action, end, args.manner, context)
}

pub(super) fn drop(args: &DropArgs, context: &Context) -> Result<()> {
    let (on, reason) = (args.on.as_ref(), Some(&args.reason));
    close(&args.action, End { status: ActionStatus::Dropped, on, reason }, args.manner, context)
}

/// What becomes of an action.
struct End<'a> {
    status: ActionStatus,
    on: Option<&'a Day>,
    reason: Option<&'a Line>,
}

fn close(words: &str, end: End<'_>, manner: Manner, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let action = meant(words, &loaded)?;
    let is_said =
        end.on.is_none() && end.reason.is_none_or(|it| action.reason.as_ref() == Some(it));
    if action.status == end.status && is_said {
        context.note(context.say(
            "Das steht schon so da; nichts ist geändert.",
            "It says so already; nothing is changed.",
        ));
        return Ok(());
    }
    open(action)?;
    let closed = day_or_today(end.on, context)?;
    if closed > context.clock.today() {
        return Err(refuse(
            "--on",
            &closed.to_string(),
            "liegt in der Zukunft",
            "is a day to come",
        ));
    }
    let agreed = agreed_on(&loaded.workspace, action);
    if let Some(agreed) = agreed.filter(|agreed| closed < *agreed) {
        let day = |language: Language| DateStyle::of(language).numeric(agreed);
        return Err(refuse(
            "--on",
            &closed.to_string(),
            &format!("verabredet wurde das erst am {}", day(Language::German)),
            &format!("it was agreed only on {}", day(Language::English)),
        ));
    }
    let mut keys = vec![("status", quoted(end.status.word())), ("closed", closed.to_string())];
    keys.extend(end.reason.map(|reason| ("reason", quoted(reason.as_str()))));
    let (text, _) = with_keys(action, &keys, &loaded)?;
    if propose_text(text, manner, &loaded, context)? {
        say_done(context);
    }
    Ok(())
}
