//! The changes that a journal keeps, by number.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::super::beside::sync_folder;
use super::super::files::{exists, is_file};
use super::super::under_way::{self, UnderWay, host, make_folder};
use super::entry::{ENTRY, Entry, Step, after, before, contents_in, entry_in, folder_mark};
use super::failure::Failure;
use super::place::written;
use super::{CHANGES, JOURNAL, Journal, PRIVATE, new_file};

/// What follows the number of a change that was taken back.
const TAKEN_BACK: &str = "-undone";

/// No workspace changes that often.
const MOST: u64 = 1_000_000_000;

/// A change that was made.
#[derive(Clone, Debug)]
pub struct Past {
    /// Its number, from 1.
    pub number: u64,
    /// What it says.
    pub entry: Entry,
    /// Whether it was taken back.
    pub is_taken_back: bool,
}

impl Journal {
    /// The changes that were made and are kept, the oldest first.
    pub fn past(root: &Path) -> Vec<Past> {
        let journal = root.join(JOURNAL).join(CHANGES);
        let past = |(number, is_taken_back): (u64, bool)| {
            let entry = entry_in(&journal.join(name(number, is_taken_back)))?;
            Some(Past { number, entry, is_taken_back })
        };
        numbers(&journal).into_iter().filter_map(past).collect()
    }

    /// The newest change in the journal of `root` that is not taken back and that nobody can read: how it
    /// left the files is not known.
    pub fn unreadable(root: &Path) -> Option<u64> {
        let journal = root.join(JOURNAL).join(CHANGES);
        let stays = |(number, is_taken_back): &(u64, bool)| {
            !is_taken_back && entry_in(&journal.join(name(*number, false))).is_none()
        };
        numbers(&journal).into_iter().rfind(stays).map(|(number, _)| number)
    }

    /// What the file of a step of a change held before it, and after it; nothing if that is damaged.
    pub fn contents(root: &Path, past: &Past, step: usize) -> io::Result<[Option<Vec<u8>>; 2]> {
        let contents = contents_in(&kept(root, past.number, past.is_taken_back), step)?;
        Ok(if past.entry.fits(step, &contents) { contents } else { [None, None] })
    }

    /// Where the journal keeps what the file of a step of a change held before it.
    pub fn before(root: &Path, past: &Past, step: usize) -> PathBuf {
        kept(root, past.number, past.is_taken_back).join(before(step))
    }

    /// The files into which somebody wrote after a change had replaced them, each with the place where these
    /// words stand now: who still had a file open wrote into what it had been. Each is told once.
    pub fn late_words(&self) -> Vec<(String, PathBuf)> {
        let mut late = Vec::new();
        for Past { number, entry, is_taken_back } in Self::past(&self.root) {
            let folder = self.kept(number, is_taken_back);
            let Some(made) = written(&folder.join(ENTRY)) else { continue };
            let is_change = |(_, step): &(usize, &Step)| matches!(step, Step::Changed(_));
            for (step, of) in entry.steps.iter().enumerate().filter(is_change) {
                let kept = folder.join(before(step));
                let is_late = written(&kept).is_some_and(|at| at > made);
                // What cannot be marked as told is told again.
                if is_late && is_file(&kept) {
                    let _ = File::open(&kept).and_then(|file| file.set_modified(made));
                    late.push((of.path().to_owned(), kept));
                }
            }
        }
        late
    }

    /// Removes what the journal holds of a change, and that it ever was.
    ///
    /// # Errors
    /// If something of it is still there.
    pub fn drop_change(&self, past: &Past) -> io::Result<()> {
        self.forget(&self.kept(past.number, past.is_taken_back))
    }

    /// Removes what files held before and after a change; that it was made stays. Words that somebody
    /// wrote into a file after it had been replaced stand nowhere else, and stay as well.
    ///
    /// # Errors
    /// If something of it is still there.
    pub fn drop_contents(&self, past: &Past) -> io::Result<()> {
        let folder = self.kept(past.number, past.is_taken_back);
        let made = written(&folder.join(ENTRY));
        for step in 0..past.entry.steps.len() {
            let before = folder.join(before(step));
            let is_late = made.is_some() && written(&before) >= made;
            let before = Some(before).filter(|_| !is_late);
            for path in before.into_iter().chain([folder.join(after(step))]) {
                if exists(&path) {
                    fs::remove_file(&path)?;
                    sync_folder(&path)?;
                }
            }
        }
        Ok(())
    }

    /// Sets down that something was done that cannot be taken back, nor what was changed before it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn set_down(&self, mut entry: Entry) -> Result<(), Failure> {
        let journal = self.folder();
        host().clone_into(&mut entry.host);
        entry.folder =
            folder_mark(&journal).map_err(|error| Failure::Io(journal.clone(), error))?;
        self.keep(&entry).map_err(|error| Failure::Io(journal, error))?;
        if let Some(mut made) = self.new.borrow_mut().take() {
            made.keep();
        }
        Ok(())
    }

    /// Keeps an entry without any contents.
    pub(super) fn keep(&self, entry: &Entry) -> io::Result<()> {
        self.make_changes()?;
        let number = self.next_number();
        let written = UnderWay::folder(&self.folder(), PRIVATE)?;
        new_file(&written.path().join(ENTRY), entry.text().as_bytes())?;
        fs::rename(written.path(), self.change(number))?;
        written.keep();
        sync_folder(&self.change(number))
    }

    /// Makes the folder of the changes.
    pub(super) fn make_changes(&self) -> io::Result<()> {
        match make_folder(&self.folder().join(CHANGES), PRIVATE) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// Removes the changes below a number that nobody can read, as far as that can be.
    pub fn drop_unreadable(&self, below: u64) {
        let is_meant = |(number, _): &(u64, bool)| *number < below;
        for (number, is_taken_back) in self.numbers().into_iter().filter(is_meant) {
            let folder = self.kept(number, is_taken_back);
            if entry_in(&folder).is_none() {
                // The next change tries again.
                let _ = self.forget(&folder);
            }
        }
    }

    /// Removes what the journal holds of all changes that `is_meant` names, of those that cannot be
    /// read, and of what dead runs left in it.
    ///
    /// # Errors
    /// If something of it is still there.
    pub fn purge(&self, is_meant: impl Fn(&Entry) -> bool) -> Result<(), Failure> {
        for (number, is_taken_back) in self.numbers() {
            let folder = self.kept(number, is_taken_back);
            if entry_in(&folder).is_none_or(|entry| is_meant(&entry)) {
                self.forget(&folder).map_err(|error| Failure::Io(folder, error))?;
            }
        }
        let folder = self.folder();
        under_way::remove_others(&folder).map_err(|error| Failure::Io(folder, error))
    }

    fn kept(&self, number: u64, is_taken_back: bool) -> PathBuf {
        kept(&self.root, number, is_taken_back)
    }

    pub(super) fn change(&self, number: u64) -> PathBuf {
        self.kept(number, false)
    }

    pub(super) fn taken_back(&self, number: u64) -> PathBuf {
        self.kept(number, true)
    }

    /// The number of the next change: after the last, or one that is free where somebody has put the
    /// highest there.
    pub(super) fn next_number(&self) -> u64 {
        let taken: Vec<u64> = self.numbers().into_iter().map(|(number, _)| number).collect();
        let next = taken.last().map_or(1, |last| last + 1);
        if next < MOST { next } else { (1..MOST).find(|it| !taken.contains(it)).unwrap_or(next) }
    }

    pub(super) fn numbers(&self) -> Vec<(u64, bool)> {
        numbers(&self.folder().join(CHANGES))
    }
}

/// Where a change is kept in the journal of `root`.
fn kept(root: &Path, number: u64, is_taken_back: bool) -> PathBuf {
    root.join(JOURNAL).join(CHANGES).join(name(number, is_taken_back))
}

/// What the folder of a change is called.
fn name(number: u64, is_taken_back: bool) -> String {
    format!("{number:06}{}", if is_taken_back { TAKEN_BACK } else { "" })
}

/// The numbers of all changes in a folder, the lowest first, and whether they were taken back.
fn numbers(folder: &Path) -> Vec<(u64, bool)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let number = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let digits = name.strip_suffix(TAKEN_BACK).unwrap_or(&name);
        let number: u64 = digits.parse().ok()?;
        // What we did not write ourselves is no change, however many there were.
        let is_ours = number < MOST && format!("{number:06}") == digits;
        is_ours.then(|| (number, name.ends_with(TAKEN_BACK)))
    };
    let mut numbers: Vec<(u64, bool)> = entries.filter_map(number).collect();
    numbers.sort_unstable();
    numbers
}
