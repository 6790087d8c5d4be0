//! `erfa undo`

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};

use super::change::{Beside, Manner, is_made, replace, show, told};
use super::context::Context;
use super::failure::Findings;
use super::outbox::undo::Unmade;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::journal::{
    ChangedSince, CopiedChange, FinalChange, NothingToTakeBack, UnreadableChange,
};
use crate::diagnostic::request::BuiltInNetwork;
use crate::document::journal::moment;
use crate::system::journal::{
    JOURNAL, Journal, Past, Replacement, Rights, Step, is_begun, was_made_in,
};
use crate::system::{files, owner};
use crate::text::{Language, MemberWords, count, visible};

mod reach;

pub(super) use reach::reach;

/// Take the last change back
///
/// Shows what becomes of the files and asks; called again, it takes back the change before. If a file
/// has changed since, it is named and nothing is taken back. Taking back `outbox make` discards its mails;
/// their numbers and the version that was given out for them do not come again. What `send`, `outbox
/// pipe`, `outbox settle`, `outbox discard` and `privacy purge` do cannot be taken back, and what was
/// changed before them stays, too.
#[derive(clap::Args, Debug)]
pub(super) struct UndoArgs {
    #[command(flatten)]
    manner: Manner,
}

/// What happens when a change is taken back.
#[derive(Default)]
struct UndoPlan {
    files: Vec<Replacement>,
    /// Folders that were made for files, the innermost first.
    folders: Vec<String>,
    /// The mails that are thrown away.
    unmade: Option<Unmade>,
}

pub(super) fn run(args: &UndoArgs, context: &Context) -> Result<()> {
    let root = context.journal_root()?.ok_or_else(|| Findings::one(BuiltInNetwork {}))?;
    if !is_begun(&root) {
        return Err(Findings::one(NothingToTakeBack {}).into());
    }
    if context.only_shows {
        context.tell_unfinished(&root);
    } else {
        context.take_in_hand(&root)?;
    }
    let past = Journal::past(&root).into_iter().rfind(|past| !past.is_taken_back);
    let last = past.as_ref().map_or(0, |past| past.number);
    if let Some(number) = Journal::unreadable(&root).filter(|number| *number > last) {
        return Err(stop(unreadable(number)));
    }
    let past = past.ok_or_else(|| Findings::one(NothingToTakeBack {}))?;
    let (command, at) = (past.entry.command.clone(), moment(&past.entry.at, context.language));
    if !past.entry.is_undoable {
        return Err(Findings::one(FinalChange { command, at }).into());
    }
    if !was_made_in(&root, &past.entry) || owner::is_others(&root.join(JOURNAL)) {
        return Err(Findings::one(CopiedChange { command, at }).into());
    }
    let mut plan = plan(&past, &root, context)?;
    show(&shown(&past, &plan, context), args.manner, context)?;
    if !is_made(args.manner, context)? {
        return Ok(());
    }
    let removed = plan.unmade.iter().map(|unmade| unmade.path.clone()).collect();
    let ledger = plan.unmade.as_ref().map(|unmade| unmade.ledger(context)).transpose()?;
    plan.files.extend(ledger);
    let beside = Beside { removed, undoes: Some(past.number), ..Beside::default() };
    replace(&root, plan.files, beside, context)?;
    for folder in &plan.folders {
        // Whatever else is in it stays.
        let _ = files::remove_empty_folder(&root.join(folder));
    }
    let command = visible(&command);
    context.note(&match context.language {
        Language::German => format!("Zurückgenommen: `erfa {command}` vom {at}."),
        Language::English => format!("Taken back: `erfa {command}` of {at}."),
    });
    Ok(())
}

/// What must happen; a file that is not as the change left it is the end.
fn plan(past: &Past, root: &Path, context: &Context) -> Result<UndoPlan> {
    let mut plan = UndoPlan::default();
    let mut changed = Vec::new();
    for (number, step) in past.entry.steps.iter().enumerate().rev() {
        let path = root.join(step.path());
        let is_other = step.is_of_file() && files::exists(&path) && !files::is_file(&path);
        let read = || {
            let held = files::exists(&path).then(|| files::read_whole(&path)).transpose();
            held.with_context(|| context.cannot_write(&path))
        };
        let contents = Journal::contents(root, past, number).ok();
        let Some([old, new]) = contents.filter(|contents| step.can_go_back(contents)) else {
            return Err(stop(unreadable(past.number)));
        };
        match step {
            Step::MadeFolder(folder) => plan.folders.push(folder.clone()),
            Step::Placed(folder, _) => plan.unmade = Unmade::of(folder, context)?,
            Step::RemovedFolder(_) => {}
            Step::Changed(_) | Step::Made(..) | Step::Removed(_) => {
                if !is_other && read()? == new {
                    plan.files.push(Replacement {
                        path: step.path().to_owned(),
                        before: new,
                        after: old,
                        rights: Rights::OfFolder,
                        like: Some(Journal::before(root, past, number)),
                    });
                } else {
                    changed.push(step.path().to_owned());
                }
            }
        }
    }
    if changed.is_empty() {
        return Ok(plan);
    }
    let at = moment(&past.entry.at, context.language);
    let command = past.entry.command.clone();
    Err(Findings::one(ChangedSince { paths: changed, command, at }).into())
}

/// Nobody takes back what they cannot read, nor what came before it.
pub(super) fn unreadable(number: u64) -> Diagnostic {
    Diagnostic::new(UnreadableChange { path: format!("{JOURNAL}/changes/{number:06}") })
}

fn stop(finding: Diagnostic) -> anyhow::Error {
    Findings { sources: Arc::default(), findings: vec![finding] }.into()
}

/// The change, and what becomes of every file.
fn shown(past: &Past, plan: &UndoPlan, context: &Context) -> String {
    let (command, at) = (visible(&past.entry.command), moment(&past.entry.at, context.language));
    let mut shown = match context.language {
        Language::German => format!("`erfa {command}` vom {at}\n"),
        Language::English => format!("`erfa {command}` of {at}\n"),
    };
    let text = |content: &Option<Vec<u8>>| {
        content.as_ref().map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    };
    for file in &plan.files {
        let (before, after) = (text(&file.before), text(&file.after));
        let (before, after) = (before.as_deref(), after.as_deref());
        shown.push_str(&told(&file.path, before, after, &MemberWords::default(), context));
    }
    if let Some(Unmade { path, number, .. }) = &plan.unmade {
        let words = match context.language {
            Language::German => format!(
                "{path}: {} verworfen; die Nummer kommt nicht wieder\n",
                count(*number, "Mail wird", "Mails werden")
            ),
            Language::English => format!(
                "{path}: {} thrown away; the number does not come again\n",
                count(*number, "mail is", "mails are")
            ),
        };
        shown.push_str(&words);
    }
    shown
}
