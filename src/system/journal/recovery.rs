//! What a run left unfinished is finished, or undone, by the next one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::beside::{folder_of, sync_folder};
use super::super::files::{exists, is_file, read_whole};
use super::super::folder::MadeFolders;
use super::super::lock;
use super::super::owner::is_others;
use super::super::under_way;
use super::entry::{Entry, Rights, Step, before, entry_in, sound_in};
use super::failure::Failure;
use super::place::{Placed, Ready, holds, swap_back};
use super::sum::Sum;
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
        self.give_back(&entry, &contents)?;
        let mut steps = Vec::new();
        for (number, (step, contents)) in entry.steps.iter().zip(contents).enumerate() {
            let standing = self.standing(step, &contents)?;
            steps.push((folder.join(before(number)), step, contents, standing));
        }
        let changed = steps.iter().filter(|(.., standing)| *standing == Standing::Changed);
        let changed: Vec<String> = changed.map(|(_, step, ..)| step.path().to_owned()).collect();
        let is_at = |standing: Standing| steps.iter().any(|(.., it)| *it == standing);
        let is_made = is_at(Standing::After) && !is_at(Standing::Before);
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

    /// Puts back what somebody had saved into a file just before it was replaced: it came out with the
    /// exchange, and the run ended before it went in again. That can be but in the last file that was changed.
    fn give_back(&self, entry: &Entry, contents: &[[Option<Vec<u8>>; 2]]) -> Result<(), Failure> {
        let mut files = entry.steps.iter().zip(contents).rev();
        let last = files.find_map(|(step, [_, after])| {
            let (path, after) = (self.root.join(step.path()), after.as_ref()?);
            // It was written beside the place to which a link leads.
            let path = fs::canonicalize(&path).unwrap_or(path);
            let is_made = matches!(step, Step::Changed(_)) && holds(&path, Sum::of(after));
            is_made.then_some((path, after))
        });
        let Some((path, after)) = last else { return Ok(()) };
        let known = || contents.iter().flatten().flatten();
        // What was still being written is the beginning of what is known.
        let is_ours = |held: &[u8]| known().any(|content| content.starts_with(held));
        let failed = |error| Failure::Io(path.clone(), error);
        for saved in under_way::of_dead(folder_of(&path)).into_iter().filter(|it| is_file(it)) {
            if !is_ours(&read_whole(&saved).map_err(failed)?)
                && swap_back(&saved, &path, Sum::of(after)).map_err(failed)?
            {
                sync_folder(&path).map_err(failed)?;
            }
        }
        Ok(())
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
mod tests;
