//! What the program printed: a file that is still as it was printed may be renewed without a question.
//!
//! A line in the journal's folder tells of each print, by checksums alone: names of files can be names of
//! people. No mark within the files would do: tables and calendars have no room for one, and a mark stays
//! when somebody writes into the file.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::files::{place, put, read_whole};
use super::journal::{JOURNAL, PRINTS};
use crate::text::fingerprint;

/// From how many bytes on the record is made shorter.
const LONG: u64 = 1 << 20;

/// The prints of a workspace.
pub struct Prints {
    root: PathBuf,
    /// What was printed where, line by line.
    known: OnceCell<BTreeSet<String>>,
}

impl Prints {
    /// Those of the workspace at `root`.
    pub fn of(root: &Path) -> Self {
        Self { root: root.to_owned(), known: OnceCell::new() }
    }

    /// Whether `content`, found at `path`, is what was printed there: last, or before that, for a run may
    /// have been interrupted.
    pub fn know(&self, path: &Path, content: &[u8]) -> bool {
        let Some(name) = self.name(path) else { return false };
        let lines = |record: String| record.lines().map(str::to_owned).collect();
        let known = self.known.get_or_init(|| lines(self.record().unwrap_or_default()));
        known.contains(&format!("{name} {}", checksum(content)))
    }

    /// Remembers what is about to be printed, each with its path.
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

    /// Keeps the last two lines about each file, where that is worth it.
    fn shorten(&self) -> io::Result<()> {
        let record = self.record()?;
        let mut last: BTreeMap<&str, [&str; 2]> = BTreeMap::new();
        for (name, sum) in record.lines().filter_map(|line| line.split_once(' ')) {
            let sums = last.entry(name).or_insert([sum; 2]);
            if sums[1] != sum {
                *sums = [sums[1], sum];
            }
        }
        let line = |(name, sums): (&str, [&str; 2])| {
            let sums = if sums[0] == sums[1] { &sums[1..] } else { &sums[..] };
            sums.iter().flat_map(|sum| [name, " ", *sum, "\n"]).collect::<String>()
        };
        let shorter: String = last.into_iter().map(line).collect();
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
        let path = place(path)?;
        let root = fs::canonicalize(&self.root).ok();
        let name = match root.and_then(|root| path.strip_prefix(root).ok()) {
            Some(below) => {
                let parts = below.iter().map(|part| part.to_str());
                parts.collect::<Option<Vec<_>>>()?.join("/")
            }
            None => path.to_str()?.to_owned(),
        };
        Some(checksum(name.as_bytes()))
    }
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
