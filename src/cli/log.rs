//! `erfa log`

use std::io;

use anyhow::{Result, anyhow};

use super::answer::Answer;
use super::context::Context;
use super::failure::Findings;
use super::outbox::opened::cannot_read;
use super::output::{Listing, OutputArgs};
use super::undo::{reach, unreadable};
use crate::diagnostic::request::BuiltInNetwork;
use crate::document::journal::changes;
use crate::input::FILES;
use crate::source::Sources;
use crate::system::journal::{JOURNAL, Journal, Past, Step};
use crate::system::{files, folder};
use crate::text::visible_line;
use crate::view::journal::{ChangedFile, JournalEntry, JournalKind};

/// List the changes that were made, and which can be taken back
///
/// The journal in `.erfa/` keeps the last changes of a workspace with what the files said before.
/// `erfa undo` takes the newest back. `[journal]` in `network.toml` says how many are kept and how long.
#[derive(clap::Args, Debug)]
pub(super) struct LogArgs {
    #[command(flatten)]
    output: OutputArgs<Listing>,
}

pub(super) fn run(args: &LogArgs, context: &Context) -> Result<()> {
    let root = context.journal_root()?.ok_or_else(|| Findings::one(BuiltInNetwork {}))?;
    let journal = root.join(JOURNAL);
    if folder::is_closed(&journal) {
        let error = io::Error::from(io::ErrorKind::PermissionDenied);
        return Err(anyhow!(error).context(cannot_read(&journal, context)));
    }
    let past = Journal::past(&root);
    let reach = reach(&root, &past, context);
    let past: Vec<JournalEntry> =
        past.iter().zip(reach).map(|(past, can_go_back)| change(past, can_go_back)).collect();
    // The files of the workspace may be in any state.
    let is_workspace = files::exists(&root.join(FILES[0]));
    if !is_workspace {
        context.tell_unfinished(&root);
    }
    let found =
        is_workspace.then(|| context.find().ok()).flatten().and_then(|found| found.workspace);
    let language = context.document_language(found.as_ref());
    let answer = Answer::new(Sources::default().into(), language)
        .document(|_, language| Ok(changes(&past, context.keeps_changes(), language)))
        .data(|_| Ok(&past));
    args.output.give("changes", &answer, context)?;
    // What nobody can read is no less a change than the others.
    if let Some(number) = Journal::unreadable(&root) {
        context.warn(&[unreadable(number)], &Sources::default());
    }
    Ok(())
}

fn change(past: &Past, can_go_back: bool) -> JournalEntry {
    let Past { number, entry, is_taken_back } = past;
    let file = |step: &Step| {
        let change = match step {
            Step::Changed(_) => JournalKind::Changed,
            Step::Made(..) | Step::Placed(..) => JournalKind::Made,
            Step::Removed(_) | Step::RemovedFolder(_) => JournalKind::Removed,
            // The files in it tell.
            Step::MadeFolder(_) => return None,
        };
        Some(ChangedFile { path: visible_line(step.path()), change })
    };
    JournalEntry {
        number: *number,
        at: entry.at.clone(),
        command: visible_line(&entry.command),
        undoable: can_go_back,
        taken_back: *is_taken_back,
        files: entry.steps.iter().filter_map(file).collect(),
    }
}
