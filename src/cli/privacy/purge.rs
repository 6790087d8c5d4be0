//! `erfa privacy purge`

use std::sync::Arc;

use anyhow::Result;
use chrono::NaiveDate;

use crate::cli::change::{Before, Beside, FileChange, Manner, is_final, is_made, put_beside};
use crate::cli::choice::any_day;
use crate::cli::context::Context;
use crate::cli::dialogue::{Reply, agree};
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::opened::Opened;
use crate::cli::reads::{Area, Reads};
use crate::diagnostic::stops;
use crate::document;
use crate::input;
use crate::plan::post::purge::{Purpose, purge};
use crate::render::terminal::{Options, terminal};
use crate::render::text::text;
use crate::system::journal::{Entry, Step};
use crate::system::{files as system, terminal};
use crate::view;

mod files;

use crate::cli::choice::choice;
use crate::text::{Day, Vocabulary as _};
use files::Files;

/// Delete what is no longer needed of meetings that are over
///
/// Three purposes end by themselves. `notes`: notes in replies, such as diet and assistance, are for the
/// host until the day. `replies`: who comes; the numbers of each city stay. `mails`: the mails, their
/// lists, and all names and addresses in the records and the ledger; how many mails of which kind came
/// how far stays. Contacts and programmes are never touched. What goes is shown before; where nobody can
/// be asked, nothing goes without `-y`. Earlier versions may still stand in git and in backups.
#[derive(clap::Args, Debug)]
pub(super) struct PurgeArgs {
    /// Of meetings whose last day is up to this one, such as 2026-02-28; needed
    #[arg(long, value_name = "DATE", value_parser = any_day, required_unless_present = "before")]
    until: Option<Day>,

    /// Of meetings whose last day is before this day
    #[arg(long, value_name = "DATE", value_parser = any_day, conflicts_with = "until", hide = true)]
    before: Option<Day>,

    /// notes, replies or mails (can be repeated) [default: all three]
    #[arg(long, value_name = "PURPOSE", value_parser = choice(Purpose::ALL), hide_possible_values = true)]
    purpose: Vec<Purpose>,

    #[command(flatten)]
    manner: Manner,

    /// Print what goes and what stays as JSON
    #[arg(long)]
    json: bool,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Contacts, Area::Meetings, Area::Replies]);

pub(super) fn run(args: &PurgeArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let is_meant = |purpose: &Purpose| args.purpose.is_empty() || args.purpose.contains(purpose);
    let purposes: Vec<Purpose> = Purpose::all().filter(is_meant).collect();
    let opened = if purposes.contains(&Purpose::Mails) {
        Opened::take(&loaded, context)?
    } else {
        Opened::default()
    };
    let today = context.clock.today();
    let until = context.day_if(args.until.as_ref())?.and_then(|until| until.succ_opt());
    let before = context.day_if(args.before.as_ref())?.or(until).unwrap_or(NaiveDate::MAX);
    let plan = purge(&loaded.workspace, &opened.outbox, before, &purposes, today)
        .map_err(|finding| loaded.fail(vec![finding]))?;
    let mut files = Files::of(&plan, &purposes, today, &opened, &loaded, context)?;
    let mut shown = view::purge::purge(&plan, &loaded.workspace, before, today, &purposes);
    shown.changed = files.changed.iter().map(|file| file.path.clone()).collect();
    shown.removed.clone_from(&files.removed);
    let foreign = std::mem::take(&mut files.foreign);
    for (findings, sources) in
        [(plan.undated, &loaded.sources), (plan.kept, &opened.sources), (foreign, &loaded.sources)]
    {
        if stops(&findings, context.strict) {
            return Err(Findings { sources: Arc::clone(sources), findings }.into());
        }
        context.warn(&findings, sources);
    }
    if shown.changed.is_empty() && shown.removed.is_empty() {
        context.note(context.say("Nichts ist zu löschen.", "There is nothing to purge."));
    } else {
        let document =
            document::purge::purge(&shown, &loaded.workspace.network.members, context.language);
        if args.manner.asks() {
            let look = Options { width: context.error.width, colour: context.error.colour };
            terminal::tell(&format!("{}{}\n", terminal(&document, look), is_final(context)));
            confirm(context)?;
        } else {
            context.note(&format!("{}\n\n{}\n", text(&document).trim_end(), is_final(context)));
        }
        match is_made(args.manner, context) {
            Ok(true) => {
                write(files, &loaded, context)?;
                context.note(&document::purge::done(&shown, context.language));
            }
            Ok(false) => {}
            Err(error) => {
                // What would go is an answer, too.
                let told = if args.json { context.print_json(&shown) } else { Ok(()) };
                return told.and(Err(error));
            }
        }
    }
    if args.json { context.print_json(&shown) } else { Ok(()) }
}

/// Asks once more: what goes does not come back, so that Enter alone means no.
fn confirm(context: &Context) -> Result<()> {
    agree(context.say("Das endgültig löschen?", "Purge this for good?"), Reply::No, context)
}

/// Whether `path` is that of a file in `folder`.
fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Changes and removes the files, all or none.
fn write(files: Files<'_>, loaded: &Loaded, context: &Context) -> Result<()> {
    let root = loaded.writable_root()?;
    let removed = files.removed.into_iter();
    let mut changes = files.changed;
    // The ledger comes last: as long as a run has its mails, it must be known which of them went out.
    let last = changes.iter().position(|file| file.path.ends_with(input::outbox::LEDGER));
    let ledger = last.map(|at| changes.remove(at));
    changes.extend(removed.map(|path| FileChange { path, before: Before::Unread, after: None }));
    changes.extend(ledger);
    // Whatever the journal still holds of it goes first: afterwards nobody could tell any more.
    let journal = context.take_in_hand(root)?;
    let is_purged = |path: &str| {
        changes.iter().any(|change| change.path == path || is_below(&change.path, path))
    };
    // That a folder was made tells nothing of what was in it.
    let holds = |step: &&Step| !matches!(step, Step::MadeFolder(_));
    let tells = |entry: &Entry| entry.steps.iter().filter(holds).any(|step| is_purged(step.path()));
    journal.purge(tells).map_err(|failure| context.explain(failure, root))?;
    put_beside(root, &changes, Beside { is_final: true, ..Beside::default() }, context)?;
    for folder in &files.folders {
        // Whatever else is in it stays.
        let _ = system::remove_empty_folder(&root.join(folder));
    }
    Ok(())
}
