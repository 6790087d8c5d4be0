//! The file of actions: which action words name, and its new text.

use anyhow::Result;
use chrono::NaiveDate;

use crate::cli::change::{Manner, NewText, propose};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::reads::{Area, Reads};
use crate::cli::set::refuse;
use crate::diagnostic::change::NotEntries;
use crate::diagnostic::reference::{ReferenceKind, SeveralMeant, UnknownReference};
use crate::domain::action::{Action, ActionStatus};
use crate::input::edit::{Addition, Spot, add_entry, count_of, path_to, quoted, set};
use crate::plan::actions::named;
use crate::text::{DateStyle, Day, Language, MemberWords, nearest};
use crate::view::replies::name_of;

/// Where actions stand.
pub(super) const ACTIONS: &str = "actions.toml";

/// The way to an entry of a file.
pub(super) type Path = Vec<(&'static str, usize)>;

/// The kind of their entries.
pub(super) const ACTION: &str = "action";

/// What it rests on.
pub(super) const READS: Reads = Reads::of(&[Area::Actions, Area::Minutes, Area::Contacts]);

/// The one action that `words` name.
///
/// # Errors
/// If it is none, or several.
pub(super) fn meant<'l>(words: &str, loaded: &'l Loaded) -> Result<&'l Action> {
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

/// Says that `action` is still open.
///
/// # Errors
/// If it is not.
pub(super) fn open(action: &Action) -> Result<()> {
    let since = |language: Language| {
        let day = action.closed.map(|day| DateStyle::of(language).numeric(day));
        match (day, language) {
            (Some(day), Language::German) => format!(" seit {day}"),
            (Some(day), Language::English) => format!(" since {day}"),
            (None, _) => String::new(),
        }
    };
    let (german, english) = match action.status {
        ActionStatus::Open => return Ok(()),
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
pub(super) fn text_of(loaded: &Loaded) -> &str {
    loaded.sources.find(ACTIONS).map_or("", |(_, file)| file.text.as_str())
}

/// The file with these keys of `action`, as TOML writes them, and the way to its entry. What minutes tell
/// of gets one now.
pub(super) fn with_keys(
    action: &Action,
    keys: &[(&'static str, String)],
    loaded: &Loaded,
) -> Result<(String, Path)> {
    let refused = || Findings::one(NotEntries { kind: ACTION });
    let mut text = text_of(loaded).to_owned();
    let Some(entry) = action.entry else {
        let meeting = action.meeting.as_ref().map(|meeting| ("meeting", quoted(meeting.as_str())));
        let owner = ("owner", quoted(loaded.workspace.id_of(action.owner.value).as_str()));
        let head = [("id", quoted(action.id.as_str())), owner].into_iter().chain(meeting);
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
pub(super) fn day_or_today(day: Option<&Day>, context: &Context) -> Result<NaiveDate> {
    Ok(context.day_if(day)?.unwrap_or_else(|| context.clock.today()))
}

/// Proposes the new text of the file of actions; says whether it is written.
pub(super) fn propose_text(
    text: String,
    manner: Manner,
    loaded: &Loaded,
    context: &Context,
) -> Result<bool> {
    let change = NewText { path: ACTIONS.to_owned(), text };
    propose(&[change], Vec::new(), None, manner, loaded, context)
}
