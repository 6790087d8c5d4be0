//! Files: read with their faults, written whole or not at all.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use tempfile::NamedTempFile;

use crate::source::{RawFile, ReadFault};

/// What the names of files and folders under way begin with.
pub(super) const UNDER_WAY: &str = ".erfa-";

/// The largest file that is read, in mebibytes. A year of meetings is far below one.
const LARGEST: u64 = 16;

/// How often and how long to wait for a lock.
const NAPS: u32 = 10;
const NAP: Duration = Duration::from_millis(100);

/// The largest single file that is read, in bytes: no mail server takes more.
const LARGEST_READ: u64 = 256 << 20;

/// Below this many files a second thread costs more than it saves.
const WORTH_THREADS: usize = 64;

/// The nearest folder that holds `marker`: `start`, a `data` folder in it, or the same of one of
/// its parents.
pub fn find_upwards(start: &Path, marker: &str) -> Option<PathBuf> {
    start
        .ancestors()
        .flat_map(|folder| [folder.to_path_buf(), folder.join("data")])
        .find(|folder| folder.join(marker).exists())
}

/// The folder the program was started in.
pub fn working_folder() -> io::Result<PathBuf> {
    std::env::current_dir()
}

/// Reads `files` and all files with the right ending in `folders`, below `root`, in a fixed order.
/// A file that is missing is left out; one that cannot be read comes with the reason.
pub fn read_all(root: &Path, files: &[&str], folders: &[(&str, &str)]) -> Vec<RawFile> {
    let mut found: Vec<Found> = Vec::new();
    let mut faults = Vec::new();
    for &file in files {
        let path = root.join(file);
        if exists(&path) {
            found.push(Found { path, shown: file.to_owned() });
        }
    }
    for (folder, ending) in folders {
        match list(root, folder, ending) {
            Ok(mut listed) => found.append(&mut listed),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                let fault = match error.kind() {
                    ErrorKind::NotADirectory => ReadFault::NotAFolder,
                    _ => ReadFault::Refused(words(&error)),
                };
                faults.push(RawFile { path: (*folder).to_owned(), content: Err(fault) });
            }
        }
    }
    let read = |file: Found| RawFile { content: content(&file.path), path: file.shown };
    let mut read: Vec<RawFile> = if found.len() < WORTH_THREADS {
        found.into_iter().map(read).collect()
    } else {
        found.into_par_iter().map(read).collect()
    };
    read.append(&mut faults);
    read
}

/// A file that is there, and its path as findings show it.
struct Found {
    path: PathBuf,
    shown: String,
}

/// The files in `folder` with `ending`, by name; those that begin with a dot belong to other
/// programs.
fn list(root: &Path, folder: &str, ending: &str) -> io::Result<Vec<Found>> {
    let mut listed = Vec::new();
    for entry in fs::read_dir(root.join(folder))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Some systems write `.TOML`.
        let fits = path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
        if fits && !name.starts_with('.') {
            listed.push(Found { path, shown: format!("{folder}/{name}") });
        }
    }
    listed.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    Ok(listed)
}

/// Reads one file, which findings show as `shown`; none if nothing is there.
pub fn read_one(path: &Path, shown: &str) -> Option<RawFile> {
    exists(path).then(|| RawFile { path: shown.to_owned(), content: content(path) })
}

/// Reads a file that is there: a link to nowhere is a fault.
fn content(path: &Path) -> Result<Vec<u8>, ReadFault> {
    read_bytes(path).unwrap_or_else(|error| Err(ReadFault::Refused(words(&error))))
}

fn read_bytes(path: &Path) -> io::Result<Result<Vec<u8>, ReadFault>> {
    // A named pipe would block when opened; what it is must be known before.
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Ok(Err(ReadFault::NotAFile));
    }
    let mebibytes = metadata.len().div_ceil(1 << 20);
    if mebibytes > LARGEST {
        return Ok(Err(ReadFault::TooLarge { mebibytes, most: LARGEST }));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    File::open(path)?.take(LARGEST << 20).read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

/// Reads one file that must be there.
///
/// # Errors
/// If it is no file, such as a named pipe that would block, or larger than [`LARGEST_READ`].
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is not a file"));
    }
    if metadata.len() > LARGEST_READ {
        return Err(ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    File::open(path)?.take(LARGEST_READ).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The same of a file that no link may stand for.
///
/// # Errors
/// As those of [`read`], and if it is a link.
pub fn read_own(path: &Path) -> io::Result<Vec<u8>> {
    if fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is a link"));
    }
    read(path)
}

/// A lock that this run has until this is dropped.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "what counts is that it is there")] File);

/// Keeps other runs of this program from changing files until the lock is dropped; waits for those
/// that are at it. `path` is a file that all of them know.
pub fn lock(path: &Path) -> io::Result<Lock> {
    let file = File::open(path)?;
    match file.lock() {
        // Some file systems know no locks.
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(Lock(file)),
        outcome => outcome.map(|()| Lock(file)),
    }
}

/// The same within a second or not at all: none if another run has the lock. The file `path` is made if need
/// be, and its file system must know locks.
pub fn try_lock(path: &Path) -> io::Result<Option<Lock>> {
    // Neither a pipe, which would block, nor a link, which may lead anywhere.
    if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is not a file"));
    }
    let file = File::options().create(true).append(true).open(path)?;
    let mut naps = NAPS;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(Lock(file))),
            Err(TryLockError::WouldBlock) if naps == 0 => return Ok(None),
            // A run that was killed may have left a child that is about to let go.
            Err(TryLockError::WouldBlock) => sleep(NAP),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        naps -= 1;
    }
}

/// Whether another run has the lock `path` now.
pub fn is_locked(path: &Path) -> bool {
    let tried = File::open(path).map(|file| file.try_lock());
    matches!(tried, Ok(Err(TryLockError::WouldBlock)))
}

/// Whether a device or pipe stands at `path`, which is written to and stays what it is.
pub fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

/// Whether anything stands at `path`, a broken link too.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Why a folder cannot be looked into; nothing if it can, or is none.
pub fn refusal(folder: &Path) -> Option<String> {
    match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Some(words(&error)),
        _ => None,
    }
}

/// Whether `path` is a folder.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Makes a folder with its parents.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Removes a folder that holds nothing.
pub fn remove_empty_folder(path: &Path) -> io::Result<()> {
    fs::remove_dir(path)
}

/// Removes a file.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

/// Replaces the content of `path`: written beside it, synced, renamed. A crash leaves the old file
/// or the new one. Its permissions stay; a link stays one.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    Opened::replacing(path)?.write(content)
}

/// Where the user wants something written, found to be writable before there is anything to write.
pub enum Opened {
    /// A file, new or to be replaced whole, and what is written first and stands beside it.
    File(PathBuf, NamedTempFile),
    /// A device or pipe, which is written to and stays what it is.
    Stream(File),
}

impl Opened {
    /// Opens `path`: a file that cannot be made or replaced fails here.
    pub fn new(path: &Path) -> io::Result<Self> {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => Err(ErrorKind::IsADirectory.into()),
            Ok(metadata) if !metadata.is_file() => {
                Ok(Self::Stream(File::options().write(true).open(path)?))
            }
            _ => Self::replacing(path),
        }
    }

    fn replacing(path: &Path) -> io::Result<Self> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let file = new_beside(&path)?;
        if let Ok(metadata) = fs::metadata(&path) {
            file.as_file().set_permissions(metadata.permissions())?;
        }
        Ok(Self::File(path, file))
    }

    /// Writes `content`, whole or not at all if it is a file.
    pub fn write(mut self, content: &[u8]) -> io::Result<()> {
        self.fill(content)?;
        self.keep()
    }

    /// Writes `content` beside the file, where nobody sees it before [`Self::keep`]; a device or pipe
    /// has it at once.
    pub fn fill(&mut self, content: &[u8]) -> io::Result<()> {
        match self {
            Self::File(_, file) => {
                file.write_all(content)?;
                file.as_file().sync_all()
            }
            Self::Stream(target) => {
                target.write_all(content)?;
                target.flush()
            }
        }
    }

    /// Puts what was written in its place; unkept, it is gone.
    pub fn keep(self) -> io::Result<()> {
        match self {
            Self::File(path, file) => {
                file.persist(&path).map_err(|error| error.error)?;
                sync_folder(&path)
            }
            Self::Stream(_) => Ok(()),
        }
    }
}

/// Writes `content` to where the user said.
pub fn put(path: &Path, content: &[u8]) -> io::Result<()> {
    Opened::new(path)?.write(content)
}

/// Writes `path`, which must not be there yet.
pub fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    let file = beside(path, content)?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    sync_folder(path)
}

/// A file with `content` in the folder of `path`, on the disk, and gone when dropped.
pub(super) fn beside(path: &Path, content: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = new_beside(path)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// An empty file in the folder of `path`, gone when dropped.
fn new_beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNDER_WAY);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The user's mask takes away what it does not want others to have.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder_of(path))
}

/// The folder that holds `path`.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A rename is on the disk only once its folder is.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder_of(path))?.sync_all() } else { Ok(()) }
}

/// What the system says, without its number.
pub fn words(error: &io::Error) -> String {
    let words = error.to_string();
    words.split(" (os error").next().unwrap_or(&words).to_owned()
}
