//! The files that a purge changes and removes.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use chrono::NaiveDate;

use crate::cli::change::{Before, FileChange};
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::opened::{Opened, cannot_read};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::privacy::PurgeForeign;
use crate::domain::id::Id;
use crate::domain::outbox::RunName;
use crate::input::edit::remove_notes;
use crate::input::outbox::{BEGUN, LEDGER, LIST, LedgerPurge, OUTBOX, RECORD, purged_run_text};
use crate::input::tally_text;
use crate::plan::post::purge::{Due, DueRun, Purge, Purpose};
use crate::system::folder;
use crate::system::under_way::is_left_over;

/// The folder of replies.
const REPLIES: &str = "replies";

/// All files that a purge is about, by their paths below the workspace.
#[derive(Default)]
pub(super) struct Files<'a> {
    /// Those that change.
    pub(super) changed: Vec<FileChange<'a>>,
    /// Those that are removed.
    pub(super) removed: Vec<String>,
    /// Folders of theirs that may be empty afterwards, and are nobody's.
    pub(super) folders: Vec<String>,
    /// A finding for each file that is not the program's.
    pub(super) foreign: Vec<Diagnostic>,
}

impl<'a> Files<'a> {
    /// The files of `purge`.
    pub(super) fn of(
        purge: &Purge<'_>,
        purposes: &[Purpose],
        today: NaiveDate,
        opened: &'a Opened,
        loaded: &'a Loaded,
        context: &Context,
    ) -> Result<Self> {
        let mut files = Self::default();
        for due in &purge.meetings {
            files.replies(due, today, loaded)?;
        }
        if purposes != [Purpose::Mails] {
            files.left_over(REPLIES, loaded, context)?;
        }
        if purposes.contains(&Purpose::Mails) {
            files.mails(purge, today, opened, loaded, context)?;
        }
        Ok(files)
    }

    /// The file of replies to a meeting: without notes, or with nothing but numbers.
    fn replies(&mut self, due: &Due<'_>, today: NaiveDate, loaded: &'a Loaded) -> Result<()> {
        if due.notes == 0 && due.replies.is_none() {
            return Ok(());
        }
        // The ending may be written in capitals.
        let is_about = |path: &str| {
            let stem = path.strip_prefix(REPLIES).and_then(|path| path.strip_prefix('/'));
            let stem = stem.and_then(|name| name.rsplit_once('.'));
            stem.is_some_and(|(stem, _)| stem == due.meeting.id.as_str())
        };
        for (id, file) in loaded.sources.iter().filter(|(_, file)| is_about(&file.path)) {
            let after = match &due.replies {
                Some(settled) => {
                    let totals = settled.totals.iter().map(|(city, counts)| {
                        let city = city.map(|city| loaded.workspace.city(city).id.as_str());
                        (city, *counts)
                    });
                    tally_text(today, totals)
                }
                None => {
                    remove_notes(id, &file.text).map_err(|finding| loaded.fail(vec![finding]))?
                }
            };
            self.change(&file.path, &file.text, after);
        }
        Ok(())
    }

    /// The mails of the runs, their lists and records, and the ledger.
    fn mails(
        &mut self,
        purge: &Purge<'_>,
        today: NaiveDate,
        opened: &'a Opened,
        loaded: &'a Loaded,
        context: &Context,
    ) -> Result<()> {
        for due in &purge.meetings {
            for DueRun { run, to, counts } in &due.runs {
                let path = format!("{OUTBOX}/{}/{RECORD}", run.name);
                if let Some((_, file)) = opened.sources.find(&path) {
                    self.change(&path, &file.text, purged_run_text(run, to, today, counts));
                }
            }
            self.folder(due, purge, opened, loaded, context)?;
        }
        self.left_over(OUTBOX, loaded, context)?;
        let path = format!("{OUTBOX}/{LEDGER}");
        if let Some((_, file)) = opened.sources.find(&path) {
            let meetings: Vec<&Id> = purge.meetings.iter().map(|due| &due.meeting.id).collect();
            let kept: Vec<&RunName> = purge.waiting.iter().map(|run| &run.name).collect();
            let runs = purge.meetings.iter().flat_map(|due| &due.runs);
            let runs: Vec<_> = runs.map(|due| due.run).collect();
            let after = LedgerPurge { meetings: &meetings, kept: &kept, runs: &runs };
            self.change(&path, &file.text, after.text(&file.text));
        }
        Ok(())
    }

    /// What lies in the outbox of a meeting: mails and lists of runs that do not wait go, and so does
    /// what an interrupted run left.
    fn folder(
        &mut self,
        due: &Due<'_>,
        purge: &Purge<'_>,
        opened: &'a Opened,
        loaded: &'a Loaded,
        context: &Context,
    ) -> Result<()> {
        let id = &due.meeting.id;
        let path = loaded.writable_root()?.join(OUTBOX).join(id.as_str());
        let found = folder::files_below(&path).with_context(|| cannot_read(&path, context))?;
        let mut folders = BTreeSet::new();
        for name in found {
            let path = format!("{OUTBOX}/{id}/{name}");
            if is_left_over(&name) {
                folders.extend(folders_of(&name).map(|it| format!("{OUTBOX}/{id}/{it}")));
                self.removed.push(path);
                continue;
            }
            let run = name.split_once('/');
            let run = run.and_then(|(run, file)| Some((RunName::parse(id.as_str(), run)?, file)));
            match run {
                Some((run, _)) if purge.waiting.iter().any(|waiting| waiting.name == run) => {}
                Some((_, file)) if file == LIST || file == BEGUN || is_mail(file) => {
                    self.removed.push(path);
                }
                Some((run, RECORD)) if opened.outbox.ledger.is_discarded(&run) => {
                    folders.insert(format!("{OUTBOX}/{run}"));
                    self.removed.push(path);
                }
                Some((_, RECORD)) => {}
                _ => self.foreign.push(Diagnostic::new(PurgeForeign { path })),
            }
        }
        self.folders.extend(folders.into_iter().rev());
        Ok(())
    }

    /// Files in a folder of the workspace that were under way when the program was interrupted.
    fn left_over(&mut self, name: &str, loaded: &Loaded, context: &Context) -> Result<()> {
        let path = loaded.writable_root()?.join(name);
        let found = folder::left_over(&path).with_context(|| cannot_read(&path, context))?;
        let folders: BTreeSet<&str> = found.iter().flat_map(|file| folders_of(file)).collect();
        self.folders.extend(folders.iter().rev().map(|folder| format!("{name}/{folder}")));
        self.removed.extend(found.iter().map(|file| format!("{name}/{file}")));
        Ok(())
    }

    fn change(&mut self, path: &str, before: &'a str, after: String) {
        if before != after {
            let (path, before) = (path.to_owned(), Before::Text(before));
            self.changed.push(FileChange { path, before, after: Some(after) });
        }
    }
}

/// The folders of a file that was under way, as far as they were too.
fn folders_of(file: &str) -> impl Iterator<Item = &str> {
    let folders = file.match_indices('/').map(|(at, _)| &file[..at]);
    folders.filter(|folder| is_left_over(folder))
}

/// Whether a file in the folder of a run is a mail.
fn is_mail(file: &str) -> bool {
    let ending = file.rsplit_once('.').map(|(_, ending)| ending);
    !file.contains('/') && ending.is_some_and(|ending| ending.eq_ignore_ascii_case("eml"))
}
