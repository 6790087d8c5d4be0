//! What the program printed: a file that is still as it was printed may be renewed without a question.
//!
//! A line in the journal's folder tells of each print, by checksums alone: names of files can be names of
//! people. No mark within the files would do: tables and calendars have no room for one, and a mark stays
//! when somebody writes into the file.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::files::{path_below, put, read_whole};
use super::journal::{JOURNAL, PRINTS};
use crate::text::fingerprint;

/// From how many bytes on the record is made shorter.
const LONG: u64 = 1 << 20;

/// The prints of a workspace.
pub struct Prints {
    root: PathBuf,
    /// The checksum of what was last printed where.
    last: OnceCell<BTreeMap<String, String>>,
}

impl Prints {
    /// Those of the workspace at `root`.
    pub fn of(root: &Path) -> Self {
        Self { root: root.to_owned(), last: OnceCell::new() }
    }

    /// Whether `content`, found at `path`, is what was last printed there.
    pub fn know(&self, path: &Path, content: &[u8]) -> bool {
        let Some(name) = self.name(path) else { return false };
        let last = self.last.get_or_init(|| last(&self.record().unwrap_or_default()));
        last.get(&name).is_some_and(|sum| *sum == checksum(content))
    }

    /// Remembers what was printed, each with its path.
    ///
    /// # Errors
    /// If the workspace cannot be written to; a question is asked next time, then.
    pub fn add(&self, prints: &[(&Path, &[u8])]) -> io::Result<()> {
        let line = |(path, content): &(&Path, &[u8])| {
            Some(format!("{} {}\n", self.name(path)?, checksum(content)))
        };
        let lines: String = prints.iter().filter_map(line).collect();
        if lines.is_empty() {
            return Ok(());
        }
        let folder = self.root.join(JOURNAL);
        if !folder.exists() {
            super::journal::begin(&folder)?;
        }
        let mut file = open(&folder.join(PRINTS))?;
        file.write_all(lines.as_bytes())?;
        if file.metadata()?.len() > LONG { self.shorten() } else { Ok(()) }
    }

    /// Keeps the last line about each file, where that is worth it.
    fn shorten(&self) -> io::Result<()> {
        let record = self.record()?;
        let lines = last(&record).into_iter().map(|(name, sum)| format!("{name} {sum}\n"));
        let shorter: String = lines.collect();
        if shorter.len() > record.len() / 2 {
            return Ok(());
        }
        put(&self.root.join(JOURNAL).join(PRINTS), shorter.as_bytes())
    }

    fn record(&self) -> io::Result<String> {
        let path = self.root.join(JOURNAL).join(PRINTS);
        if !fs::symlink_metadata(&path)?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        String::from_utf8(read_whole(&path)?).map_err(|_| io::ErrorKind::InvalidData.into())
    }

    /// How the file at `path` is called here: the checksum of a path that stays when the workspace moves
    /// with the file.
    fn name(&self, path: &Path) -> Option<String> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let file = path.file_name()?.to_str()?;
        let name = match path_below(&self.root, folder) {
            Some(below) if below.is_empty() => file.to_owned(),
            Some(below) => format!("{below}/{file}"),
            None => fs::canonicalize(folder).ok()?.join(file).to_str()?.to_owned(),
        };
        Some(checksum(name.as_bytes()))
    }
}

/// What a record says of each file in the end.
fn last(record: &str) -> BTreeMap<String, String> {
    let lines = record.lines().filter_map(|line| line.split_once(' '));
    lines.map(|(name, sum)| (name.to_owned(), sum.to_owned())).collect()
}

/// Opens the record to add to it; whatever else stands there is left alone.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt as _;

    let flags = i32::try_from((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits()).unwrap_or_default();
    let mut options = fs::OpenOptions::new();
    let file = options.append(true).create(true).mode(0o600).custom_flags(flags).open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    fs::OpenOptions::new().append(true).create(true).open(path)
}

/// The length of `content` and its FNV-1a hash of 64 bits: enough to notice that somebody wrote into a file.
pub fn checksum(content: &[u8]) -> String {
    let hash = fingerprint(content.iter().copied());
    format!("{}-{hash:016x}", content.len())
}
