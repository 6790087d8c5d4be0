//! What a run left unfinished is finished, or undone, by the next one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::beside::folder_of;
use super::super::files::{exists, is_file, read_whole};
use super::super::folder::MadeFolders;
use super::super::lock;
use super::super::owner::is_others;
use super::super::under_way;
use super::entry::{Entry, Rights, Step, before, entry_in, sound_in};
use super::failure::Failure;
use super::place::{Placed, Ready};
use super::{BACK, JOURNAL, Journal, LOCK, OPEN, Replacement, is_own};

/// What became of a change that was left unfinished.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// What it was.
    pub entry: Entry,
    /// Whether it was finished; else it was undone.
    pub is_finished: bool,
    /// The files that somebody else has changed since, which stay as they are.
    pub changed: Vec<String>,
}

/// A change that a dead run left unfinished.
pub enum Unfinished {
    /// The next run that writes finishes it, or undoes it.
    Readable(Entry),
    /// Nobody can tell what it was to be: where it stands.
    Unreadable(PathBuf),
}

/// A change that a dead run left unfinished in the workspace at `root`, as far as can be told.
pub fn unfinished(root: &Path) -> Option<Unfinished> {
    let folder = root.join(JOURNAL);
    let open = [OPEN, BACK].map(|name| folder.join(name)).into_iter().find(|open| exists(open))?;
    if lock::is_locked(&folder.join(LOCK)) {
        return None;
    }
    Some(match sound_in(&open) {
        Some((entry, _)) => Unfinished::Readable(entry),
        None => Unfinished::Unreadable(open),
    })
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// As before the change.
    Before,
    /// As after it.
    After,
    /// Otherwise.
    Changed,
}

impl Journal {
    /// Finishes what a dead run left: nothing if it left nothing. If somebody has changed one of its
    /// files since, the rest is undone unless all of it was made.
    ///
    /// # Errors
    /// If that cannot be; it stays for the next run.
    pub fn recover(&self) -> Result<Option<Recovered>, Failure> {
        let mut forward = true;
        let [open, back] = [OPEN, BACK].map(|name| self.folder().join(name));
        let folder = if exists(&back) {
            forward = false;
            back
        } else if exists(&open) {
            open
        } else {
            return Ok(None);
        };
        let sound = sound_in(&folder).ok_or_else(|| Failure::Unreadable(folder.clone()));
        // Nobody else writes what this user's files are to say.
        if let Some(entry) = entry_in(&folder)
            && (!is_own(&self.root, &entry) || is_others(&folder))
        {
            return Err(Failure::Foreign(entry.host));
        }
        let (entry, contents) = sound?;
        let mut steps = Vec::new();
        for (number, (step, contents)) in entry.steps.iter().zip(contents).enumerate() {
            let standing = self.standing(step, &contents)?;
            steps.push((folder.join(before(number)), step, contents, standing));
        }
        let changed = steps.iter().filter(|(.., standing)| *standing == Standing::Changed);
        let changed: Vec<String> = changed.map(|(_, step, ..)| step.path().to_owned()).collect();
        let is_made = steps.iter().all(|(.., standing)| *standing != Standing::Before);
        forward = forward && (changed.is_empty() || is_made);
        let from = if forward { Standing::Before } else { Standing::After };
        if !forward {
            // What was made last goes first.
            steps.reverse();
        }
        let mut ready = Vec::new();
        for (like, step, contents, _) in steps.into_iter().filter(|(.., it)| *it == from) {
            ready.extend(self.again(step, contents, like, forward)?);
        }
        self.finish(ready, &entry, &folder, forward)?;
        self.tidy_beside(&entry);
        Ok(Some(Recovered { entry, is_finished: forward, changed }))
    }

    fn finish(
        &self,
        ready: Vec<Ready>,
        entry: &Entry,
        folder: &Path,
        forward: bool,
    ) -> Result<(), Failure> {
        let journal = self.folder();
        let mut placed = Placed::new(&journal);
        for ready in ready {
            if let Err(failure) = placed.put(ready) {
                // It stays unfinished, so that what was put in place may stay there.
                placed.stay(|_| None);
                return Err(failure);
            }
        }
        placed.sync();
        placed.stay(|_| None);
        let is_listed = || {
            let (last, _) = self.numbers().pop()?;
            Some(entry_in(&self.change(last))? == entry.without_removals())
        };
        // It may have ended between its two last steps.
        if forward && (entry.is_undoable || is_listed() != Some(true)) {
            return self.done(entry).map_err(|error| Failure::Io(folder.to_owned(), error));
        }
        if !forward {
            self.remove_made_folders(entry);
        }
        self.forget(folder).map_err(|error| Failure::Io(folder.to_owned(), error))
    }

    /// Folders that were made for new files and are empty again.
    pub(super) fn remove_made_folders(&self, entry: &Entry) {
        for step in entry.steps.iter().rev() {
            if let Step::MadeFolder(path) = step {
                let _ = fs::remove_dir(self.root.join(path));
            }
        }
    }

    /// Removes what dead runs left in `folders` of the workspace and in the journal itself.
    pub fn tidy<'f>(&self, folders: impl IntoIterator<Item = &'f str>) {
        for path in under_way::of_dead(&self.folder()) {
            // A run that came no further than this has written beside what it names.
            if let Some(entry) = entry_in(&path) {
                self.tidy_beside(&entry);
                self.remove_made_folders(&entry);
            }
        }
        under_way::remove_left_over(&self.folder());
        for folder in folders {
            let folder = self.root.join(folder);
            under_way::remove_left_over(&folder);
            under_way::remove_behind_links(&folder);
        }
    }

    /// Removes what dead runs left beside the files that a change is about.
    fn tidy_beside(&self, entry: &Entry) {
        let path = |step: &Step| folder_of(&self.root.join(step.path())).to_owned();
        let folders: BTreeSet<PathBuf> =
            entry.steps.iter().filter(|step| step.is_of_file()).map(path).collect();
        for folder in &folders {
            under_way::remove_left_over(folder);
        }
    }

    /// How a step stands now.
    fn standing(&self, step: &Step, contents: &[Option<Vec<u8>>; 2]) -> Result<Standing, Failure> {
        let path = self.root.join(step.path());
        let is_there = exists(&path);
        let held = || {
            let held = is_there.then(|| read_whole(&path)).transpose();
            held.map_err(|error| Failure::Io(path.clone(), error))
        };
        // Whatever somebody has put there instead, such as a folder, is not ours to touch.
        if step.is_of_file() && is_there && !is_file(&path) {
            return Ok(Standing::Changed);
        }
        let by = |is_made: bool| if is_made { Standing::After } else { Standing::Before };
        Ok(match step {
            Step::MadeFolder(_) => by(true),
            Step::Placed(_, from) => match (is_there, exists(&self.root.join(from))) {
                (true, _) => Standing::After,
                (false, true) => Standing::Before,
                (false, false) => Standing::Changed,
            },
            Step::RemovedFolder(_) => by(!is_there),
            Step::Removed(_) => match &contents[0] {
                Some(before) if held()?.is_some_and(|held| held != *before) => Standing::Changed,
                _ => by(!is_there),
            },
            Step::Changed(_) | Step::Made(..) => match held()? {
                held if held == contents[1] => Standing::After,
                held if held == contents[0] => Standing::Before,
                _ => Standing::Changed,
            },
        })
    }

    /// A step as it is made again, or undone; what was removed comes back with the rights of `like`.
    fn again(
        &self,
        step: &Step,
        contents: [Option<Vec<u8>>; 2],
        like: PathBuf,
        forward: bool,
    ) -> Result<Option<Ready>, Failure> {
        let [old, new] = contents;
        let path = || self.root.join(step.path());
        let file = |before, after, rights| {
            let path = step.path().to_owned();
            self.ready(Replacement { path, before, after, rights, like: Some(like) }).map(Some)
        };
        match (step, forward) {
            (Step::Changed(_) | Step::Removed(_), true) => file(old, new, Rights::OfFolder),
            (Step::Made(_, rights), true) => {
                let path = path();
                let folder = folder_of(&path);
                let mut made = MadeFolders::default();
                let outcome = made.make(folder, rights.of_new_folder());
                outcome.map_err(|error| Failure::Io(folder.to_owned(), error))?;
                made.keep();
                file(old, new, *rights)
            }
            // What went unread cannot come back, and is no step of anything that goes back.
            (Step::Removed(_), false) if old.is_none() => Ok(None),
            (Step::Changed(_) | Step::Made(..), false) => file(new, old, Rights::OfFolder),
            (Step::Removed(_), false) => file(None, old, Rights::OfFolder),
            (Step::Placed(_, from), true) => {
                Ok(Some(Ready::LostFolder(path(), self.root.join(from))))
            }
            (Step::Placed(..), false) | (Step::RemovedFolder(_), true) => {
                Ok(Some(Ready::Removal(path(), None)))
            }
            (Step::MadeFolder(_), _) | (Step::RemovedFolder(_), false) => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::{Change, Entry, Failure, Journal, MadeFolders, Replacement, Rights};
    use crate::system::folder::names;

    /// Two answers in `folder`, of which one was there before.
    fn answers() -> (Entry, Vec<Replacement>) {
        let answer = |name: &str, before: Option<&str>, after: &str| Replacement {
            path: name.to_owned(),
            before: before.map(|words| words.as_bytes().to_vec()),
            after: Some(after.as_bytes().to_vec()),
            rights: Rights::Shared,
            like: None,
        };
        let entry = Entry { is_of_answers: true, ..Entry::default() };
        (entry, vec![answer("a.txt", Some("old"), "new a"), answer("b.txt", None, "new b")])
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test makes files of its own")]
    fn a_journal_of_answers_is_gone_when_nothing_is_left_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let take = || Journal::take(folder.path(), "", |_| {}).unwrap();
        let held = || {
            let all = names(folder.path()).unwrap().into_iter();
            all.map(|name| fs::read_to_string(folder.path().join(name)).unwrap())
                .collect::<Vec<_>>()
        };
        let is_clean = || fs::read_dir(folder.path()).unwrap().count() == held().len();
        fs::write(folder.path().join("a.txt"), "old").unwrap();

        // It ends before the first file, or after it.
        for is_placed in [false, true] {
            let journal = take();
            let (mut entry, files) = answers();
            entry.host = super::super::host().to_owned();
            entry.folder = super::super::folder_mark(&journal.folder()).unwrap();
            entry.steps = files.iter().map(super::super::step).collect();
            let written = journal.write_down(&entry, &files).unwrap();
            journal.begin(written).unwrap();
            if is_placed {
                fs::write(folder.path().join("a.txt"), "new a").unwrap();
            }
            // It ends without a word, and the system takes its lock.
            journal.new.borrow_mut().take().iter_mut().for_each(MadeFolders::keep);
            drop(journal);

            let journal = take();
            let recovered = journal.recover().unwrap().unwrap();
            assert!(recovered.is_finished && recovered.changed.is_empty());
            assert!(Journal::past(folder.path()).is_empty());
            drop(journal);
            assert_eq!(held(), ["new a", "new b"]);
            assert!(is_clean());
            fs::write(folder.path().join("a.txt"), "old").unwrap();
            fs::remove_file(folder.path().join("b.txt")).unwrap();
        }

        let journal = take();
        let (entry, files) = answers();
        journal.make(Change { entry, files, folder: None, removed: Vec::new() }).unwrap();
        drop(journal);
        assert_eq!(held(), ["new a", "new b"]);
        assert!(is_clean());
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test makes files of its own")]
    fn a_damaged_content_is_put_nowhere() {
        for damage in ["0.after", "0.before", "1.after"] {
            let folder = tempfile::tempdir().unwrap();
            let path = |name: &str| folder.path().join(name);
            fs::write(path("a.txt"), "old").unwrap();
            let journal = Journal::take(folder.path(), "", |_| {}).unwrap();
            let (mut entry, files) = answers();
            entry.host = super::super::host().to_owned();
            entry.folder = super::super::folder_mark(&journal.folder()).unwrap();
            entry.steps = files.iter().map(super::super::step).collect();
            let sums = files.iter().enumerate();
            entry.sums = sums.flat_map(|(at, file)| super::super::sums(at, file)).collect();
            let written = journal.write_down(&entry, &files).unwrap();
            journal.begin(written).unwrap();
            let open = journal.folder().join(super::OPEN);
            assert!(super::sound_in(&open).is_some());
            fs::write(open.join(damage), "damaged").unwrap();

            assert!(matches!(journal.recover(), Err(Failure::Unreadable(at)) if at == open));
            assert_eq!(fs::read_to_string(path("a.txt")).unwrap(), "old");
            assert!(!path("b.txt").exists());
            drop(journal);
            let told = super::unfinished(folder.path());
            assert!(matches!(told, Some(super::Unfinished::Unreadable(_))), "{damage}");
        }
    }
}
