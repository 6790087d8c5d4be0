//! `erfa action`

use anyhow::Result;
use chrono::NaiveDate;
use clap::Subcommand;

use super::change::{Manner, NewText, propose};
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::reads::{Area, Reads};
use super::set::refuse;
use crate::diagnostic::change::NotEntries;
use crate::diagnostic::reference::{ReferenceKind, SeveralMeant, UnknownReference};
use crate::domain::action::{Action, ActionStatus};
use crate::input::edit::{Addition, Spot, add_entry, count_of, path_to, quoted, set};
use crate::plan::actions::named;
use crate::text::{DateStyle, Day, Language, MemberWords, nearest};
use crate::view::replies::name_of;

mod add;
mod close;
mod shift;

/// Where actions stand.
const ACTIONS: &str = "actions.toml";

/// The way to an entry of a file.
type Path = Vec<(&'static str, usize)>;

/// The kind of their entries.
const ACTION: &str = "action";

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Actions, Area::Minutes, Area::Contacts]);

/// Add an agreement, or say what became of one
///
/// An action is named by its id, by what is to be done, or by the beginning of a word of either;
/// `erfa actions` lists them.
#[derive(clap::Args, Debug)]
pub(super) struct ActionArgs {
    #[command(subcommand)]
    command: ActionCommand,
}

#[derive(Subcommand, Debug)]
enum ActionCommand {
    Add(add::AddArgs),
    Done(close::DoneArgs),
    Move(shift::MoveArgs),
    Drop(close::DropArgs),
}

pub(super) fn run(args: &ActionArgs, context: &Context) -> Result<()> {
    match &args.command {
        ActionCommand::Add(args) => add::run(args, context),
        ActionCommand::Done(args) => close::done(args, context),
        ActionCommand::Move(args) => shift::run(args, context),
        ActionCommand::Drop(args) => close::drop(args, context),
    }
}

/// The one action that `words` name.
///
/// # Errors
/// If it is none, or several.
fn meant<'l>(words: &str, loaded: &'l Loaded) -> Result<&'l Action> {
    let workspace = &loaded.workspace;
    match named(workspace, words)[..] {
        [action] => Ok(action),
        [] => {
            let ids = workspace.actions.iter().map(|action| action.id.as_str());
            let problem = UnknownReference {
                kind: ReferenceKind::Action,
                id: words.to_owned(),
                near: nearest(words, ids).map(str::to_owned),
                members: MemberWords::default(),
            };
            Err(Findings::one(problem).into())
        }
        ref several => {
            let described = |action: &&Action| {
                Language::ALL.map(|language| {
                    let owner = name_of(workspace, action.owner.value);
                    let status = action.status.name(language);
                    format!("`{}` ({}, {owner}, {status})", action.id, action.what)
                })
            };
            let things = several.iter().map(described).collect();
            Err(Findings::one(SeveralMeant { name: words.to_owned(), things }).into())
        }
    }
}

/// The same, which is still open.
///
/// # Errors
/// If it is not.
fn meant_and_open<'l>(words: &str, loaded: &'l Loaded) -> Result<&'l Action> {
    let action = meant(words, loaded)?;
    let since = |language: Language| {
        let day = action.closed.map(|day| DateStyle::of(language).numeric(day));
        match (day, language) {
            (Some(day), Language::German) => format!(" seit {day}"),
            (Some(day), Language::English) => format!(" since {day}"),
            (None, _) => String::new(),
        }
    };
    let (german, english) = match action.status {
        ActionStatus::Open => return Ok(action),
        ActionStatus::Done => ("erledigt", "done"),
        ActionStatus::Dropped => ("entfallen", "dropped"),
    };
    Err(refuse(
        "ACTION",
        action.id.as_str(),
        &format!(
            "ist{} {german}; `status = \"open\"` in `{ACTIONS}` öffnet sie wieder",
            since(Language::German)
        ),
        &format!(
            "is {english}{}; `status = \"open\"` in `{ACTIONS}` opens it again",
            since(Language::English)
        ),
    ))
}

/// What the file of actions says; nothing if there is none yet.
fn text_of(loaded: &Loaded) -> &str {
    loaded.sources.find(ACTIONS).map_or("", |(_, file)| file.text.as_str())
}

/// The file with these keys of `action`, as TOML writes them, and the way to its entry. What minutes tell
/// of gets one now.
fn with_keys(
    action: &Action,
    keys: &[(&'static str, String)],
    loaded: &Loaded,
) -> Result<(String, Path)> {
    let refused = || Findings::one(NotEntries { kind: ACTION });
    let mut text = text_of(loaded).to_owned();
    let Some(entry) = action.entry else {
        let meeting = action.meeting.as_ref().map(|meeting| ("meeting", quoted(meeting.as_str())));
        let head = [("id", quoted(action.id.as_str()))].into_iter().chain(meeting);
        let keys: Vec<(&str, String)> = head.chain(keys.iter().cloned()).collect();
        let number = count_of(&text, &[], ACTION);
        let addition = Addition { path: &[], kind: ACTION, before: None, keys: &keys };
        text = add_entry(&text, &addition).ok_or_else(refused)?;
        return Ok((text, vec![(ACTION, number)]));
    };
    let path = path_to(&text, &[ACTION], entry.range().start).ok_or_else(refused)?;
    for (key, value) in keys {
        text = set(&text, Spot { path: &path, key }, Some(value)).ok_or_else(refused)?;
    }
    Ok((text, path))
}

/// A day that somebody gave, else today.
fn day_or_today(day: Option<&Day>, context: &Context) -> Result<NaiveDate> {
    Ok(context.day_if(day)?.unwrap_or_else(|| context.clock.today()))
}

/// Proposes the new text of the file of actions; says whether it is written.
fn propose_text(text: String, manner: Manner, loaded: &Loaded, context: &Context) -> Result<bool> {
    let change = NewText { path: ACTIONS.to_owned(), text };
    propose(&[change], Vec::new(), None, manner, loaded, context)
}
