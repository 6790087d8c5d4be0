//! How a run takes a workspace in hand, and lets go of it.

use std::cell::RefCell;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::super::files::exists;
use super::super::folder::MadeFolders;
use super::super::lock;
use super::super::under_way::make_folder;
use super::{BACK, CHANGES, IGNORE, JOURNAL, Journal, LOCK, OPEN, PRIVATE, new_file};

impl Journal {
    /// Takes the workspace at `root` in hand: waits for whoever has it, of whom `tell` learns since
    /// when, and writes `since` down for those who wait for this run.
    ///
    /// # Errors
    /// With the path at which it failed.
    pub fn take(
        root: &Path,
        since: &str,
        tell: impl FnOnce(&str),
    ) -> Result<Self, (PathBuf, io::Error)> {
        let folder = root.join(JOURNAL);
        let at = |path: &Path| {
            let path = path.to_owned();
            |error| (path, error)
        };
        // A link may lead anywhere.
        for path in [folder.clone(), folder.join(OPEN), folder.join(BACK), folder.join(CHANGES)] {
            if let Some(found) = fs::symlink_metadata(&path).ok().filter(|found| !found.is_dir()) {
                let what = if found.is_symlink() {
                    "it is a link; a folder belongs there"
                } else {
                    "it is not a folder"
                };
                return Err((path, io::Error::new(ErrorKind::InvalidInput, what)));
            }
        }
        let mut tell = Some(tell);
        let (new, held) = loop {
            let mut made = MadeFolders::default();
            made.make(root, 0o777).map_err(at(root))?;
            let is_new = match make_folder(&folder, PRIVATE) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => false,
                outcome => outcome.map(|()| true).map_err(at(&folder))?,
            };
            let lock = folder.join(LOCK);
            let tell = |since: &str| tell.take().into_iter().for_each(|tell| tell(since));
            match lock::take(&lock, since, tell) {
                // Who had it wrote nothing, and took the folder away again.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                held => {
                    // One that keeps nothing was left by a run that came to nothing.
                    let is_kept = !is_new && exists(&folder.join(CHANGES));
                    break (RefCell::new((!is_kept).then_some(made)), held.map_err(at(&lock))?);
                }
            }
        };
        let journal = Self { root: root.to_owned(), new, lock: held };
        let ignore = folder.join(IGNORE);
        if !exists(&ignore) {
            new_file(&ignore, b"*\n").map_err(at(&ignore))?;
        }
        Ok(journal)
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        let folder = self.folder();
        if self.new.borrow().is_some() && holds_nothing(&folder) {
            for name in [IGNORE, LOCK] {
                let _ = fs::remove_file(folder.join(name));
            }
            let _ = fs::remove_dir(&folder);
        }
    }
}

/// Whether the `folder` of a journal holds nothing but what belongs to any.
fn holds_nothing(folder: &Path) -> bool {
    let is_of_any = |entry: fs::DirEntry| [IGNORE, LOCK].iter().any(|it| entry.file_name() == *it);
    fs::read_dir(folder).is_ok_and(|mut all| all.all(|entry| entry.is_ok_and(is_of_any)))
}
