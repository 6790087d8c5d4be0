//! The changes that a journal keeps, by number.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::super::files::{exists, read_whole};
use super::entry::{Entry, after, before, entry_in};
use super::{CHANGES, JOURNAL, Journal};

/// What follows the number of a change that was taken back.
const TAKEN_BACK: &str = "-undone";

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
            let name = if is_taken_back {
                format!("{number:06}{TAKEN_BACK}")
            } else {
                format!("{number:06}")
            };
            let entry = entry_in(&journal.join(name))?;
            Some(Past { number, entry, is_taken_back })
        };
        numbers(&journal).into_iter().filter_map(past).collect()
    }

    /// What the file of a step of a change held before it, and after it.
    pub fn contents(&self, past: &Past, step: usize) -> io::Result<[Option<Vec<u8>>; 2]> {
        let folder = self.change(past.number);
        let content = |name: String| {
            let path = folder.join(name);
            exists(&path).then(|| read_whole(&path)).transpose()
        };
        Ok([content(before(step))?, content(after(step))?])
    }

    /// Removes what the journal holds of a change, and that it ever was.
    pub fn drop_change(&self, past: &Past) {
        let path = if past.is_taken_back {
            self.taken_back(past.number)
        } else {
            self.change(past.number)
        };
        self.forget(&path);
    }

    pub(super) fn change(&self, number: u64) -> PathBuf {
        self.folder().join(CHANGES).join(format!("{number:06}"))
    }

    pub(super) fn taken_back(&self, number: u64) -> PathBuf {
        self.folder().join(CHANGES).join(format!("{number:06}{TAKEN_BACK}"))
    }

    pub(super) fn numbers(&self) -> Vec<(u64, bool)> {
        numbers(&self.folder().join(CHANGES))
    }
}

/// The numbers of all changes in a folder, the lowest first, and whether they were taken back.
fn numbers(folder: &Path) -> Vec<(u64, bool)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let number = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let number = name.strip_suffix(TAKEN_BACK).unwrap_or(&name).parse().ok()?;
        Some((number, name.ends_with(TAKEN_BACK)))
    };
    let mut numbers: Vec<(u64, bool)> = entries.filter_map(number).collect();
    numbers.sort_unstable();
    numbers
}
