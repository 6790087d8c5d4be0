//! Files: read with their faults, written whole or not at all.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::thread::sleep;
#[cfg(unix)]
use std::time::Duration;

use super::beside::{Beside, SHARED, folder_of, mode_of, rights_in, sync_folder};
use super::reading::{opened, take};
use super::under_way::remove_left_over;
use crate::source::{RawFile, ReadFault};

/// The largest file that is read, in mebibytes. A year of meetings is far below one.
pub const LARGEST: u64 = 16;

/// The largest single file that is read, in bytes: no mail server takes more.
const LARGEST_READ: u64 = 256 << 20;

/// How often and how long to wait for somebody who reads from a pipe: five seconds in all.
#[cfg(unix)]
const NAPS: u32 = 50;
#[cfg(unix)]
const NAP: Duration = Duration::from_millis(100);

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

/// Reads one file, which findings show as `shown`; none if nothing is there.
pub fn read_one(path: &Path, shown: &str) -> Option<RawFile> {
    exists(path).then(|| RawFile { path: shown.to_owned(), content: content(path) })
}

/// The names of the files in `folder` in their order; none if it cannot be listed.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter(|entry| is_file(&entry.path()));
    let mut names: Vec<String> = files.filter_map(|it| it.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// Reads a file that is there: a link to nowhere is a fault.
fn content(path: &Path) -> Result<Vec<u8>, ReadFault> {
    read_bytes(path, LARGEST).unwrap_or_else(refused)
}

/// That the system refuses to let a file be read.
pub(super) fn refused<T>(error: io::Error) -> Result<T, ReadFault> {
    Err(ReadFault::Refused(words(&error)))
}

/// The bytes of a file of at most so many mebibytes.
pub(super) fn read_bytes(path: &Path, most: u64) -> io::Result<Result<Vec<u8>, ReadFault>> {
    match opened(path)? {
        Ok((file, metadata)) => bytes(file, &metadata, most),
        Err(fault) => Ok(Err(fault)),
    }
}

/// The same of a file that is open.
pub(super) fn bytes(
    file: File,
    metadata: &Metadata,
    most: u64,
) -> io::Result<Result<Vec<u8>, ReadFault>> {
    let mebibytes = metadata.len().div_ceil(1 << 20);
    if mebibytes > most {
        return Ok(Err(ReadFault::TooLarge { mebibytes, most }));
    }
    Ok(Ok(take(file, metadata, most << 20)?))
}

/// Reads one file that must be there.
///
/// # Errors
/// If it is no file, such as a named pipe that would block, or larger than [`LARGEST_READ`].
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    read_at_most(path, LARGEST_READ)
}

/// The same of a file of our own, whatever its size.
pub fn read_whole(path: &Path) -> io::Result<Vec<u8>> {
    read_at_most(path, u64::MAX)
}

fn read_at_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    if is_folder(path) {
        return Err(ErrorKind::IsADirectory.into());
    }
    let Ok((file, metadata)) = opened(path)? else {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is not a file"));
    };
    if metadata.len() > most {
        return Err(ErrorKind::FileTooLarge.into());
    }
    take(file, &metadata, most)
}

/// The same of a file that no link may stand for.
///
/// # Errors
/// As those of [`read`], and if it is a link.
pub fn read_own(path: &Path) -> io::Result<Vec<u8>> {
    no_link(path)?;
    read(path)
}

/// The same whatever its size.
pub fn read_own_whole(path: &Path) -> io::Result<Vec<u8>> {
    no_link(path)?;
    read_whole(path)
}

/// Whether a link that leads nowhere stands at `path`.
pub fn is_dead_link(path: &Path) -> bool {
    is_link(path) && !path.exists()
}

/// Whether a link stands at `path`.
pub(super) fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink())
}

fn no_link(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is a link"));
    }
    Ok(())
}

/// Whether a device or pipe stands at `path`, which is written to and stays what it is.
pub fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

/// Whether a file stands at `path`, or a link that leads to one.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether anything stands at `path`, a broken link too.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a file was made one that nobody is to write to.
pub fn is_read_only(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|it| it.is_file() && it.permissions().readonly())
}

/// Why a folder cannot be looked into; nothing if it can, or is none.
pub fn refusal(folder: &Path) -> Option<String> {
    match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Some(words(&error)),
        _ => None,
    }
}

/// The path of a folder below `root`, with `/` between its parts; none if it is elsewhere, or if a part
/// of it is hidden or not Unicode.
pub fn path_below(root: &Path, folder: &Path) -> Option<String> {
    let (root, folder) = (fs::canonicalize(root).ok()?, fs::canonicalize(folder).ok()?);
    let parts = folder.strip_prefix(root).ok()?.iter().map(|part| part.to_str());
    let parts = parts.map(|part| part.filter(|part| !part.starts_with('.')));
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

/// Refuses a file of `folder` that is a link to one elsewhere, or to come in a folder that is: what is put into
/// a folder stays in it.
///
/// # Errors
/// If it is such a link.
pub fn stays_within(folder: &Path, path: &Path) -> io::Result<()> {
    let is_within = || match (place(folder), place(path)) {
        (Some(folder), Some(path)) => path.starts_with(folder),
        // What cannot be followed, nobody writes through.
        (None, _) | (_, None) => true,
    };
    if (is_file(path) || !path.exists()) && !is_within() {
        return Err(io::Error::other("it is a link to another folder"));
    }
    Ok(())
}

/// Where `path` leads, though what it names and the folders above that may be still to come.
pub fn place(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok().or_else(|| {
        let name = path.file_name()?;
        Some(place(folder_of(path))?.join(name))
    })
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

/// Removes a folder that holds nothing if it is as one is made for mails: whoever made it otherwise meant
/// it to be there.
pub fn remove_unused_folder(path: &Path) {
    let metadata = fs::symlink_metadata(path);
    if metadata.is_ok_and(|it| it.is_dir() && (!cfg!(unix) || mode_of(&it) == 0o700)) {
        // One that holds something stays.
        let _ = fs::remove_dir(path);
    }
}

/// Whether an empty file stands at `path`, and no link to one.
pub fn is_empty(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0)
}

/// Removes a file.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

/// Where the user wants something written, found to be writable before there is anything to write.
pub enum Opened {
    /// A file, new or to be replaced whole, and what is written first and stands beside it.
    File(Beside),
    /// A device or pipe, which is written to and stays what it is.
    Stream(File),
}

impl Opened {
    /// Opens `path`: a file that cannot be made or replaced fails here. A new one that is about people is for
    /// those alone whom its folder is for.
    pub fn new(path: &Path, is_about_people: bool) -> io::Result<Self> {
        let mode = || if is_about_people { rights_in(folder_of(path)) } else { SHARED };
        Self::stream(path)?.map_or_else(|| Self::replacing(path, mode()), Ok)
    }

    /// The device or pipe at `path`; nothing if there is a file, or may be one, of which nothing is made
    /// yet.
    pub fn stream(path: &Path) -> io::Result<Option<Self>> {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => Err(ErrorKind::IsADirectory.into()),
            Ok(metadata) if !metadata.is_file() => Ok(Some(Self::Stream(open_stream(path)?))),
            // What stood there instead would be gone.
            Err(error) if is_link(path) => match error.kind() {
                ErrorKind::NotFound => Err(io::Error::other("it is a link that leads nowhere")),
                _ => Err(error),
            },
            // Its owner would not want that, even where the folder allows it.
            _ if is_read_only(path) => Err(ErrorKind::PermissionDenied.into()),
            #[cfg(unix)]
            _ => {
                Ok(rustix::fs::access(folder_of(path), rustix::fs::Access::WRITE_OK)
                    .map(|()| None)?)
            }
            #[cfg(not(unix))]
            _ => Ok(None),
        }
    }

    fn replacing(path: &Path, mode: u32) -> io::Result<Self> {
        let beside = Beside::new(path, mode)?;
        beside.inherit()?;
        remove_left_over(folder_of(beside.place()));
        Ok(Self::File(beside))
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
            Self::File(beside) => beside.fill(content),
            Self::Stream(target) => {
                target.write_all(content)?;
                target.flush()
            }
        }
    }

    /// Puts what was written in its place; unkept, it is gone.
    pub fn keep(self) -> io::Result<()> {
        match self {
            Self::File(beside) => {
                let path = beside.replace()?;
                // The file itself is on the disk.
                let _ = sync_folder(&path);
                Ok(())
            }
            Self::Stream(_) => Ok(()),
        }
    }
}

/// Opens a device or pipe to write to it. A pipe from which nobody reads is no reason to wait forever.
#[cfg(unix)]
fn open_stream(path: &Path) -> io::Result<File> {
    use rustix::fs::{OFlags, fcntl_setfl};
    use std::os::unix::fs::{FileTypeExt as _, OpenOptionsExt as _};

    let mut options = File::options();
    options.write(true);
    if !fs::metadata(path)?.file_type().is_fifo() {
        return options.open(path);
    }
    options.custom_flags(OFlags::NONBLOCK.bits().cast_signed());
    for _ in 0..NAPS {
        match options.open(path) {
            Ok(file) => {
                fcntl_setfl(&file, OFlags::empty())?;
                return Ok(file);
            }
            Err(error) if error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error()) => {
                sleep(NAP);
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("nobody reads from this pipe"))
}

#[cfg(not(unix))]
fn open_stream(path: &Path) -> io::Result<File> {
    File::options().write(true).open(path)
}

/// Writes `content` to where the user said.
pub fn put(path: &Path, content: &[u8]) -> io::Result<()> {
    Opened::new(path, false)?.write(content)
}

/// Writes `path`, which must not be there yet, for whoever may look into its folder.
pub fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut beside = Beside::new(path, rights_in(folder_of(path)))?;
    beside.fill(content)?;
    beside.appear()?;
    let _ = sync_folder(path);
    Ok(())
}

/// What the system says, without its number.
pub fn words(error: &io::Error) -> String {
    let words = error.to_string();
    words.split(" (os error").next().unwrap_or(&words).to_owned()
}
