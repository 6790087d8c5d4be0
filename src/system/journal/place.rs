//! Files are put in place one after the other, and all of them go back if one cannot be.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::mem;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::super::belongings::has_further_names;
use super::super::beside::{Beside, folder_of, rename_to_new, sync_folder};
use super::super::files::{is_link, read_whole};
use super::super::folder::NewFolder;
use super::super::under_way::UnderWay;
use super::entry::ENTRY;
use super::failure::Failure;
use super::sum::Sum;

/// How often a file may be saved by somebody else while it is being replaced.
const MOST_SAVES: u32 = 100;

/// A step that is ready.
pub(super) enum Ready {
    /// A new content, written beside a file that holds `before`.
    Change {
        /// The file.
        path: PathBuf,
        /// What it holds.
        before: Vec<u8>,
        /// Stands beside it, and holds the new content.
        beside: UnderWay,
    },
    /// A new file, written beside its place.
    New(Beside, PathBuf),
    /// A file or folder that goes; what it holds, where that counts.
    Removal(PathBuf, Option<Vec<u8>>),
    /// A folder that was built.
    Folder(NewFolder),
    /// A folder that was built by a run that is dead, and where it was.
    LostFolder(PathBuf, PathBuf),
}

/// Puts `content` in the place of a file which holds `before`, or where none is.
///
/// # Errors
/// Then it is as it was, or as somebody else has saved it meanwhile.
pub fn replace_file(
    mut beside: Beside,
    content: &[u8],
    before: Option<Vec<u8>>,
) -> Result<(), Failure> {
    let failed = |path: &Path, error| Failure::Io(path.to_owned(), error);
    beside.fill(content).map_err(|error| failed(beside.place(), error))?;
    let path = beside.place().to_owned();
    let ready = match before {
        Some(before) => {
            let (path, beside) = beside.into_parts();
            Ready::Change { path, before, beside }
        }
        None => Ready::New(beside, path.clone()),
    };
    let mut placed = Placed::new(folder_of(&path));
    match placed.put(ready).and_then(|()| placed.compare()) {
        Ok(()) => {
            placed.sync();
            placed.stay(|_| None);
            Ok(())
        }
        Err(failure) => {
            placed.go_back();
            Err(failure)
        }
    }
}

/// A step that was made.
enum Made {
    /// The file has new content; what it held stands beside it. When it had been written last.
    Change {
        path: PathBuf,
        before: Vec<u8>,
        after: Sum,
        beside: UnderWay,
        written: Option<SystemTime>,
    },
    /// Something stands where nothing stood; its content if it is a file.
    New(PathBuf, Option<Sum>),
    /// It stands beside its place.
    Removal(PathBuf, UnderWay),
}

/// Steps that were made, and can still go back.
pub(super) struct Placed<'a> {
    made: Vec<Made>,
    /// The folder of the journal, to which goes what is removed.
    journal: &'a Path,
}

impl<'a> Placed<'a> {
    /// Nothing yet.
    pub(super) fn new(journal: &'a Path) -> Self {
        Self { made: Vec::new(), journal }
    }

    /// Makes one step.
    pub(super) fn put(&mut self, ready: Ready) -> Result<(), Failure> {
        match ready {
            Ready::Change { path, before, beside } => {
                let written = written(&path);
                let after = exchange(beside.path(), &path, &before)?;
                self.made.push(Made::Change { path, before, after, beside, written });
            }
            Ready::New(beside, path) => {
                let content = read_whole(beside.under_way());
                let sum = Sum::of(&content.map_err(|error| Failure::Io(path.clone(), error))?);
                let path = beside.appear().map_err(|error| Failure::at_new(&path, error))?;
                self.made.push(Made::New(path, Some(sum)));
            }
            Ready::Removal(path, before) => {
                let failed = |error: io::Error| match (error.kind(), &before) {
                    (io::ErrorKind::NotFound, Some(_)) => Failure::Changed(vec![path.clone()]),
                    _ => Failure::Io(path.clone(), error),
                };
                // A link that leads to a place beside it leads nowhere once it has moved.
                let held = before.as_ref().map(|_| read_whole(&path)).transpose();
                if held.map_err(failed)? != before {
                    return Err(Failure::Changed(vec![path]));
                }
                let aside = self.aside(&path).map_err(failed)?;
                let is_link = is_link(aside.path());
                let held = before.as_ref().filter(|_| !is_link).map(|_| read_whole(aside.path()));
                self.made.push(Made::Removal(path.clone(), aside));
                if let Some(held) = held
                    && Some(held.map_err(failed)?) != before
                {
                    return Err(Failure::Changed(vec![path]));
                }
            }
            Ready::Folder(folder) => {
                let path = folder.places()[0].to_owned();
                folder.appear().map_err(|error| Failure::at_new(&path, error))?;
                self.made.push(Made::New(path, None));
            }
            Ready::LostFolder(path, from) => {
                rename_to_new(&from, &path).map_err(|error| Failure::at_new(&path, error))?;
                self.made.push(Made::New(path, None));
            }
        }
        Ok(())
    }

    /// Moves a file or folder into the journal; on another file system it stays beside its place.
    fn aside(&self, path: &Path) -> io::Result<UnderWay> {
        let aside = UnderWay::name(self.journal)?;
        let aside = match fs::rename(path, aside.path()) {
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
                let beside = UnderWay::name(folder_of(path))?;
                fs::rename(path, beside.path())?;
                beside
            }
            outcome => outcome.map(|()| aside)?,
        };
        Ok(aside)
    }

    /// Whether all old contents are still what they were, and all new ones are in place: somebody may write
    /// into a file that was open when it was replaced, or save theirs over the new one.
    pub(super) fn compare(&self) -> Result<(), Failure> {
        for made in &self.made {
            let is_as_made = match made {
                Made::Change { path, before, after, beside, .. } => {
                    let held = read_whole(beside.path());
                    let held = held.map_err(|error| Failure::Io(path.clone(), error))?;
                    held == *before && holds(path, *after)
                }
                Made::New(path, Some(sum)) => holds(path, *sum),
                Made::New(_, None) | Made::Removal(..) => true,
            };
            if !is_as_made {
                return Err(Failure::Changed(vec![made.path().to_owned()]));
            }
        }
        Ok(())
    }

    /// Brings the names to the disk, and gives the folders that cannot be.
    pub(super) fn sync(&self) -> Vec<PathBuf> {
        let mut seen = BTreeSet::new();
        let mut failed = Vec::new();
        for path in self.made.iter().map(Made::path) {
            let folder = folder_of(path).to_owned();
            if seen.insert(folder.clone()) && sync_folder(path).is_err() {
                failed.push(folder);
            }
        }
        failed
    }

    /// The files that have further names, which still lead to what was replaced.
    pub(super) fn parted(&self) -> Vec<PathBuf> {
        let parted = self.made.iter().filter_map(|made| match made {
            Made::Change { path, beside, .. } if has_further_names(beside.path()) => Some(path),
            Made::Change { .. } | Made::New(..) | Made::Removal(..) => None,
        });
        parted.cloned().collect()
    }

    /// Everything is as it was before, but for what somebody else has saved meanwhile: that stays.
    pub(super) fn go_back(mut self) -> Back {
        let mut back = Back { is_whole: true, saved: Vec::new() };
        for made in mem::take(&mut self.made).into_iter().rev() {
            match made {
                Made::Change { path, after, beside, .. } => {
                    match swap_back(beside.path(), &path, after) {
                        Ok(true) => {}
                        Ok(false) => back.saved.push(path),
                        Err(_) => {
                            // It is the old content.
                            beside.keep();
                            back.is_whole = false;
                        }
                    }
                }
                Made::New(path, Some(sum)) if !holds(&path, sum) => back.saved.push(path),
                Made::New(path, _) => back.is_whole &= self.aside(&path).is_ok(),
                Made::Removal(path, aside) => {
                    back.is_whole &= rename_to_new(aside.path(), &path).is_ok();
                    aside.keep();
                }
            }
        }
        back
    }

    /// Everything stays: old contents go to `keep` where that gives them a place, and so does what was
    /// removed; else they go for good. Gives those that could not go.
    pub(super) fn stay(self, keep: impl Fn(&Path) -> Option<PathBuf>) -> Vec<PathBuf> {
        let mut left = Vec::new();
        for made in self.made {
            let (path, beside, last) = match made {
                Made::Change { path, beside, written, .. } => (path, beside, written),
                Made::Removal(path, aside) => (path, aside, None),
                Made::New(..) => continue,
            };
            // On another file system the copy in the journal does as well, and so it does for a link.
            if !is_link(beside.path())
                && let Some(place) = keep(&path)
                && fs::rename(beside.path(), &place).is_ok()
            {
                beside.keep();
                date_back(&place, last);
                continue;
            }
            let old = beside.path().to_owned();
            if beside.remove().is_err() {
                left.push(old);
            }
        }
        left
    }
}

impl Made {
    /// The place of the file or folder.
    fn path(&self) -> &Path {
        match self {
            Self::Change { path, .. } | Self::New(path, _) | Self::Removal(path, _) => path,
        }
    }
}

/// What became of files that were to go back.
pub(super) struct Back {
    /// Whether nothing failed.
    pub(super) is_whole: bool,
    /// The files that somebody else has saved since they were put in place; they stay as they are.
    pub(super) saved: Vec<PathBuf>,
}

/// Whether the file at `path` holds what has this sum.
pub(super) fn holds(path: &Path, sum: Sum) -> bool {
    read_whole(path).is_ok_and(|content| Sum::of(&content) == sum)
}

/// When a file was written last.
pub(super) fn written(path: &Path) -> Option<SystemTime> {
    fs::symlink_metadata(path).and_then(|metadata| metadata.modified()).ok()
}

/// Whoever writes into a file that was replaced is found by its time, which must not be one that was in the
/// future already.
fn date_back(kept: &Path, last: Option<SystemTime>) {
    let made = written(&kept.with_file_name(ENTRY));
    if let Some(made) = made.filter(|made| last.is_some_and(|last| last > *made))
        && written(kept) == last
    {
        // Else it is told of once too often.
        let _ = File::open(kept).and_then(|file| file.set_modified(made));
    }
}

/// Puts `new` in the place of the file at `path`, which holds `before`: nobody ever finds it missing,
/// and what somebody saved meanwhile stays. What it held is at `new` afterwards. Gives what it holds now.
fn exchange(new: &Path, path: &Path, before: &[u8]) -> Result<Sum, Failure> {
    let failed = |error| Failure::Io(path.to_owned(), error);
    let content = read_whole(new).map_err(failed)?;
    swap(new, path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::AlreadyExists => {
            Failure::Changed(vec![path.to_owned()])
        }
        _ => failed(error),
    })?;
    let is_same = |content: &[u8]| read_whole(new).is_ok_and(|held| held == content);
    if is_same(before) {
        return Ok(Sum::of(&content));
    }
    // Somebody saved it. If they do so again now, theirs comes out once more, and not ours.
    for _ in 0..MOST_SAVES {
        match swap(new, path) {
            Ok(()) if is_same(&content) => break,
            // It was saved between two steps, so that ours is gone.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => break,
            _ => {}
        }
    }
    Err(Failure::Changed(vec![path.to_owned()]))
}

/// Puts `old` back in the place of the file at `path`, if that still holds what has this sum; false if it
/// does not, so that it stays.
pub(super) fn swap_back(old: &Path, path: &Path, after: Sum) -> io::Result<bool> {
    if !holds(path, after) {
        return Ok(false);
    }
    // Somebody may save it in between two steps: theirs stays.
    let swap = |old: &Path| match swap(old, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        outcome => outcome.map(|()| true),
    };
    if !swap(old)? {
        return Ok(false);
    }
    if holds(old, after) {
        return Ok(true);
    }
    // Somebody saved it in between: theirs came out, and goes in again.
    swap(old)?;
    Ok(false)
}

/// Exchanges two files.
///
/// # Errors
/// If it cannot be done; [`io::ErrorKind::AlreadyExists`] if somebody saved `other` between the steps it
/// takes where one call cannot: theirs stands there then.
fn swap(one: &Path, other: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;

        match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
            // Some file systems know no such call.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            outcome => return Ok(outcome?),
        }
    }
    swap_in_steps(one, other)
}

/// The same where one call cannot. The other file misses its name for a moment: were it replaced in one
/// step, nobody would ever see what somebody saved just before.
fn swap_in_steps(one: &Path, other: &Path) -> io::Result<()> {
    let aside = UnderWay::name(folder_of(other))?;
    fs::rename(other, aside.path())?;
    if let Err(error) = rename_to_new(one, other) {
        if error.kind() != io::ErrorKind::AlreadyExists {
            rename_to_new(aside.path(), other)?;
            aside.keep();
        }
        return Err(error);
    }
    fs::rename(aside.path(), one)?;
    aside.keep();
    Ok(())
}

#[cfg(test)]
mod tests;
