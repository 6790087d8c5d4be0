//! A workspace that is taken in hand: one run at a time changes it, and what an interrupted one left
//! is put in order first.

use std::cell::Cell;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Result, anyhow};
use chrono::{DateTime, TimeDelta};

use super::change::changed_meanwhile;
use super::context::Context;
use super::failure::{Findings, Overtaken};
use crate::diagnostic::journal::{ForeignChange, KeptBelongings, UnreadableChange};
use crate::domain::network::Keeping;
use crate::input::outbox::{LEDGER, LOCK, OUTBOX};
use crate::system::journal::{
    Failure, JOURNAL, Journal, Moment, Unfinished, is_begun, is_own, unfinished,
};
use crate::system::{files, folder, lock};
use crate::text::{Language, visible};

mod words;

/// The folders of a workspace in which files are under way.
const FOLDERS: [&str; 6] = ["", "calendar", "meetings", "minutes", "outbox", "replies"];

/// How often a workspace is read anew because it changed meanwhile; nobody types that fast.
const MOST_READINGS: u32 = 20;

/// Removes what was made in the outbox for mails or entries that never came to be there.
fn remove_unused(outbox: &Path, meetings: &[PathBuf]) {
    for folder in meetings {
        files::remove_unused_folder(folder);
    }
    let ledger = outbox.join(LEDGER);
    if files::is_empty(&ledger)
        // Nobody else is about to write into it.
        && let Ok(Some(_lock)) = lock::try_lock(&outbox.join(LOCK))
        && files::is_empty(&ledger)
    {
        // The next run tries again.
        let _ = files::remove(&ledger);
    }
    files::remove_unused_folder(outbox);
}

impl Context {
    /// The workspace's folder, or one that was a workspace until that was taken back.
    pub(super) fn journal_root(&self) -> Result<Option<PathBuf>> {
        let named = self.directory.clone();
        match named.or_else(|| files::working_folder().ok()).filter(|folder| is_begun(folder)) {
            Some(folder) => Ok(Some(folder)),
            None => self.workspace_root(),
        }
    }

    /// Takes the workspace in hand before it is read, so that what is read is still there when it is
    /// changed. One in which nothing was ever written may be one in which nothing can be: who only looks
    /// at what a change would do is not kept from it, and changes nothing that is there.
    pub(super) fn begin_change(&self) -> Result<()> {
        if self.only_shows {
            return Ok(());
        }
        let Some(root) = self.workspace_root()? else { return Ok(()) };
        let was_begun = is_begun(&root);
        let taken = self.take_in_hand(&root).map(drop);
        if was_begun { taken } else { taken.or(Ok(())) }
    }

    /// The same for a command that changes no file of the workspace itself: others need not wait.
    pub(super) fn put_in_order(&self) -> Result<()> {
        self.begin_change()?;
        self.journal.take();
        Ok(())
    }

    /// What `read` gives of the workspace at `root`, read while nobody was in the middle of a change. Who
    /// publishes what it reads finishes first what an interrupted run left.
    pub(super) fn read_unchanged<T>(&self, root: &Path, read: impl Fn() -> T) -> Result<T> {
        if self.journal.borrow().is_some() {
            return Ok(read());
        }
        if self.publishes && !self.only_shows && unfinished(root).is_some() {
            let taken = self.take_in_hand(root).map(drop);
            self.journal.take();
            // In a folder in which nobody can write it is only told.
            if let Err(error) = taken
                && !error.root_cause().is::<io::Error>()
            {
                return Err(error);
            }
        }
        let is_told = Cell::new(false);
        let tell = |since: &str| {
            if !is_told.replace(true) {
                self.note(&self.busy(since));
            }
        };
        let mut before = Moment::of(root, tell);
        for _ in 0..MOST_READINGS {
            let found = read();
            let after = Moment::of(root, tell);
            if after == before {
                self.read_at.set(Some(after));
                return Ok(found);
            }
            before = after;
        }
        // Whoever was overtaken that often takes its turn.
        self.take_in_hand(root)?;
        let found = read();
        self.journal.take();
        self.read_at.take();
        Ok(found)
    }

    /// What `read` gives of what belongs to the workspace at `root`, which was read before; whoever was
    /// overtaken meanwhile begins anew.
    pub(super) fn read_beside<T>(&self, root: &Path, read: impl FnOnce() -> T) -> Result<T> {
        let found = read();
        let is_overtaken = self.journal.borrow().is_none()
            && self.read_at.get().is_some_and(|moment| moment != Moment::of(root, |_| {}));
        if is_overtaken { Err(Overtaken.into()) } else { Ok(found) }
    }

    /// Does `work`, anew where it was overtaken by a change.
    pub(super) fn undisturbed(&self, work: impl Fn() -> Result<()>) -> Result<()> {
        for _ in 1..MOST_READINGS {
            match work() {
                Err(error) if error.is::<Overtaken>() => self.untold.borrow_mut().clear(),
                result => return result,
            }
        }
        self.read_at.take();
        work()
    }

    /// Takes the workspace at `root` in hand until the program ends; waits for others, with a word.
    /// What a run that was interrupted left is finished or undone, and told in a line.
    pub(super) fn take_in_hand(&self, root: &Path) -> Result<Rc<Journal>> {
        if let Some(journal) = self.journal.borrow().as_ref() {
            return Ok(Rc::clone(journal));
        }
        let journal = self.take(root)?;
        for (path, kept) in journal.late_words() {
            self.note(&self.late(&path, kept.strip_prefix(root).unwrap_or(&kept)));
        }
        // Afterwards, for an unfinished change may still need them.
        let below = |path: &str| {
            let found = folder::folders(&root.join(path)).unwrap_or_default().into_iter();
            found.map(|name| format!("{path}/{name}")).collect::<Vec<_>>()
        };
        let meetings = below(OUTBOX);
        let runs: Vec<String> = meetings.iter().flat_map(|meeting| below(meeting)).collect();
        let mails = meetings.iter().chain(&runs).map(String::as_str);
        journal.tidy(FOLDERS.into_iter().chain(mails));
        remove_unused(
            &root.join(OUTBOX),
            &meetings.iter().map(|it| root.join(it)).collect::<Vec<_>>(),
        );
        let journal = Rc::new(journal);
        self.journal.replace(Some(Rc::clone(&journal)));
        Ok(journal)
    }

    /// Takes the journal at `root`, and puts in order what an interrupted run left.
    fn take(&self, root: &Path) -> Result<Journal> {
        let since = self.clock.here().format("%H:%M").to_string();
        let wait = |since: &str| self.note(&self.busy(since));
        let journal = Journal::take(root, &since, wait);
        let journal =
            journal.map_err(|(path, error)| anyhow!(error).context(self.cannot_write(&path)))?;
        if !journal.is_alone() {
            self.note(self.say(
                "Dieses Dateisystem kennt keine Sperren: Solange hier ein Befehl schreibt, darf es kein zweiter tun.",
                "This file system knows no locks: while one command writes here, no other may.",
            ));
        }
        let recovered = journal.recover().map_err(|failure| self.explain(failure, root))?;
        if let Some(recovered) = recovered {
            self.note(&self.recovered(&recovered));
        }
        Ok(journal)
    }

    /// Puts in order what an interrupted run left in `folder`, before anybody looks at what is there. If
    /// the folder is in the workspace, that is taken in hand before it is read. Who only looks is told.
    pub(super) fn begin_answers(&self, folder: &Path) -> Result<()> {
        match self.holder(folder)? {
            _ if self.only_shows => self.tell_unfinished(folder),
            Some((root, _)) => {
                // Who cannot write there finds another way, or learns of it with the first file.
                let _ = self.take_in_hand(&root);
            }
            None if files::is_folder(&folder.join(JOURNAL)) => {
                self.journal_of(folder)?;
            }
            None => {}
        }
        Ok(())
    }

    /// The files in `folder` that an interrupted run was about to renew, by their paths in it.
    pub(super) fn unfinished_in(&self, folder: &Path) -> Result<Vec<String>> {
        let (root, below) = self.holder(folder)?.unwrap_or_else(|| (folder.into(), String::new()));
        let Some(Unfinished::Readable(entry)) = unfinished(&root) else { return Ok(Vec::new()) };
        let within = |path: &str| {
            let rest = path.strip_prefix(&below)?;
            Some(if below.is_empty() { rest } else { rest.strip_prefix('/')? }.to_owned())
        };
        Ok(entry.steps.iter().filter_map(|step| within(step.path())).collect())
    }

    /// The journal through which files in `folder` change together, with its place and the path of the
    /// folder below that: the workspace's that holds it, else one in the folder itself, which goes with
    /// this run; none where there cannot be one.
    pub(super) fn journal_of(
        &self,
        folder: &Path,
    ) -> Result<Option<(Rc<Journal>, PathBuf, String)>> {
        if let Some((root, below)) = self.holder(folder)?
            && let Ok(journal) = self.take_in_hand(&root)
        {
            journal.tidy([below.as_str()]);
            return Ok(Some((journal, root, below)));
        }
        let taken = self.take(folder);
        let is_outside = taken.as_ref().is_err_and(|error| error.root_cause().is::<io::Error>());
        if is_outside {
            return Ok(None);
        }
        let journal = taken?;
        journal.tidy([""]);
        Ok(Some((Rc::new(journal), folder.to_owned(), String::new())))
    }

    /// The workspace that holds the folder, which is there, and its path in that.
    fn holder(&self, folder: &Path) -> Result<Option<(PathBuf, String)>> {
        let root = self.workspace_root()?;
        Ok(root.and_then(|root| Some((root.clone(), files::path_below(&root, folder)?))))
    }

    /// Drops the changes that are too many, or too old.
    pub(super) fn keep_to_measure(&self, journal: &Journal, root: &Path) {
        let Keeping { changes, days } = self.keeping.get();
        let past = Journal::past(root);
        let most = usize::try_from(changes).unwrap_or(usize::MAX);
        let too_many = past.len().saturating_sub(most);
        let first = self.clock.at_most_now() - TimeDelta::days(days.into());
        let is_old = |at: &str| DateTime::parse_from_rfc3339(at).is_ok_and(|at| at < first);
        for (number, past) in past.iter().enumerate() {
            if number < too_many || is_old(&past.entry.at) {
                // The next change tries again.
                let _ = journal.drop_change(past);
            }
        }
        journal.drop_unreadable(past.get(too_many).map_or(0, |oldest| oldest.number));
        // What nobody can ever take back needs no contents, which may be about people.
        let last = Journal::past(root).into_iter().rfind(|past| !past.entry.is_undoable);
        let last = last.map_or(0, |past| past.number);
        for past in past.iter().filter(|past| past.is_taken_back || past.number <= last) {
            // Neither here.
            let _ = journal.drop_contents(past);
        }
    }

    /// Whether the journal keeps any change of this workspace, as far as that was read.
    pub(super) fn keeps_changes(&self) -> bool {
        let Keeping { changes, days } = self.keeping.get();
        changes > 0 && days > 0
    }

    /// The news of a change, and how it is taken back if it can be: behind a `joint`.
    pub(super) fn made(&self, news: &str, joint: char) -> String {
        if !self.keeps_changes() {
            return format!("{news}.");
        }
        let way = self.say("`erfa undo` nimmt es zurück.", "`erfa undo` takes it back.");
        format!("{news}{joint} {way}")
    }

    /// Says in a line that a change was left unfinished; whoever only reads does not touch it.
    pub(super) fn tell_unfinished(&self, root: &Path) {
        let entry = match unfinished(root) {
            None if folder::is_closed(&root.join(JOURNAL)) => {
                return self.note(self.say(
                    "Ob hier eine Änderung unfertig ist, ist nicht zu sehen: `.erfa` gehört jemand anderem.",
                    "Whether a change is unfinished here cannot be seen: `.erfa` is somebody else's.",
                ));
            }
            None => return,
            Some(Unfinished::Readable(entry)) => entry,
            Some(Unfinished::Unreadable(path)) => {
                let path = path.strip_prefix(root).unwrap_or(&path).display();
                return self.note(&match self.language {
                    Language::German => format!(
                        "Eine Änderung wurde unterbrochen, und was davon in `{path}` steht, ist beschädigt: sehen Sie die Dateien durch, und löschen Sie dann diesen Ordner."
                    ),
                    Language::English => format!(
                        "A change was interrupted, and what is left of it in `{path}` is damaged: look through the files, then delete this folder."
                    ),
                });
            }
        };
        let (what, host) = (self.named(&entry), visible(&entry.host));
        let is_foreign = !host.is_empty() && !is_own(root, &entry);
        self.note(&match self.language {
            Language::German if is_foreign => format!(
                "{what} ist auf dem Rechner „{host}“ noch nicht fertig; dort bringt `erfa` das in Ordnung."
            ),
            Language::English if is_foreign => format!(
                "{what} is unfinished on the machine `{host}`; there `erfa` puts it in order."
            ),
            Language::German => format!(
                "{what} wurde unterbrochen und ist noch unfertig; der nächste Befehl, der hier schreibt, bringt das in Ordnung."
            ),
            Language::English => format!(
                "{what} was interrupted and is unfinished; the next command that writes here puts it in order."
            ),
        });
    }

    /// What failed, in the user's words.
    pub(super) fn explain(&self, failure: Failure, root: &Path) -> anyhow::Error {
        // Files are changed where links lead to.
        let shown = |path: &Path| match path.strip_prefix(root) {
            Ok(below) => below.display().to_string(),
            Err(_) => files::path_below(root, path).unwrap_or_else(|| path.display().to_string()),
        };
        // The journal of a folder of answers is looked for there, and not in the workspace.
        let is_workspace = matches!(self.workspace_root(), Ok(Some(own)) if own == root);
        let named =
            |path: &Path| if is_workspace { shown(path) } else { path.display().to_string() };
        match failure {
            Failure::Io(path, error) => anyhow!(error).context(self.cannot_write(&path)),
            Failure::Changed(paths) => {
                let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
                anyhow!(changed_meanwhile(&paths, self))
            }
            Failure::Belongings(path, error) => {
                let (path, reason) = (shown(&path), files::words(&error));
                Findings::one(KeptBelongings { path, reason }).into()
            }
            Failure::Foreign(host) => {
                let journal = named(&root.join(JOURNAL));
                Findings::one(ForeignChange { host, journal }).into()
            }
            Failure::Unreadable(path) => {
                Findings::one(UnreadableChange { path: named(&path) }).into()
            }
        }
    }
}
