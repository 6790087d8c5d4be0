//! Locks: one run at a time changes a workspace.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read as _, Seek as _, Write as _};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::belongings::inherit;

/// How often and how long to wait for a lock that is not worth a word.
const NAPS: u32 = 10;
const NAP: Duration = Duration::from_millis(100);

/// The most that is read of what a holder wrote, in bytes.
const LONGEST: u64 = 100;

/// A lock that this run has until this is dropped.
#[derive(Debug)]
pub struct Lock {
    #[expect(dead_code, reason = "what counts is that it is there")]
    file: File,
    /// Whether it keeps anybody out: some file systems know no locks.
    pub(super) holds: bool,
}

/// Takes the lock `path`, a file that is made if need be, and writes `since` into it. If another run
/// has it, `tell` learns what that one wrote, and this one waits.
pub(super) fn take(path: &Path, since: &str, tell: impl FnOnce(&str)) -> io::Result<Lock> {
    let mut tell = Some(tell);
    let mut holds = true;
    let mut file = loop {
        let file = open(path)?;
        match file.try_lock() {
            // What is written is compared all the same.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                holds = false;
            }
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) => {
                if let Some(tell) = tell.take() {
                    tell(&words_in(&file));
                }
                file.lock()?;
            }
            Ok(()) => {}
        }
        // Whoever had it may have removed it: then others lock another file.
        if is_same(&file, path) {
            break file;
        }
    };
    let _ = file.set_len(0).and_then(|()| file.rewind());
    let _ = file.write_all(since.as_bytes());
    Ok(Lock { file, holds })
}

/// The same within a second or not at all: none if another run has the lock. Its file system must know
/// locks.
pub fn try_lock(path: &Path) -> io::Result<Option<Lock>> {
    let file = open(path)?;
    let mut naps = NAPS;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(Lock { file, holds: true })),
            Err(TryLockError::WouldBlock) if naps == 0 => return Ok(None),
            // A run that was killed may have left a child that is about to let go.
            Err(TryLockError::WouldBlock) => sleep(NAP),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        naps -= 1;
    }
}

/// What the run that has the lock `path` wrote into it.
pub(super) fn holder(path: &Path) -> String {
    let is_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
    is_file
        .then(|| File::open(path).ok())
        .flatten()
        .map_or_else(String::new, |file| words_in(&file))
}

fn words_in(file: &File) -> String {
    let mut words = String::new();
    // Words for a person: whatever cannot be read is left out.
    let _ = file.take(LONGEST).read_to_string(&mut words);
    words.trim().to_owned()
}

/// Whether another run has the lock `path` now.
pub fn is_locked(path: &Path) -> bool {
    if !fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file()) {
        return false;
    }
    let tried = File::open(path).map(|file| file.try_lock());
    matches!(tried, Ok(Err(TryLockError::WouldBlock)))
}

/// Opens the file of a lock: neither a pipe, which would block, nor a link, which may lead anywhere.
fn open(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is not a file"));
    }
    let mut options = File::options();
    options.create(true).truncate(false).read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    inherit(&file, path)?;
    Ok(file)
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let own = file.metadata().map(identity);
    fs::metadata(path).map(identity).is_ok_and(|there| own.is_ok_and(|own| own == there))
}

/// Elsewhere a file that is open is not removed.
#[cfg(not(unix))]
fn is_same(_: &File, path: &Path) -> bool {
    path.exists()
}
