//! Why a change was not made.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why nothing was changed.
#[derive(Debug)]
pub enum Failure {
    /// What the system says about a path.
    Io(PathBuf, io::Error),
    /// Somebody changed the files at these paths.
    Changed(Vec<PathBuf>),
    /// The owner, group, rights or attributes of the file at this path would be lost.
    Belongings(PathBuf, io::Error),
    /// An earlier change cannot be finished: another machine began it.
    Foreign(String),
    /// An earlier change cannot be finished: its entry makes no sense.
    Unreadable(PathBuf),
}

impl Failure {
    /// Something stands where nothing stood when it was looked at.
    pub(super) fn at_new(path: &Path, error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::AlreadyExists => Self::Changed(vec![path.to_owned()]),
            _ => Self::Io(path.to_owned(), error),
        }
    }
}
