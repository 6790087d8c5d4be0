//! Files of our own that are read line by line, whatever their size.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{exists, read_bytes, refused};
use super::reading::opened;
use crate::source::ReadFault;
use crate::source::long::{Bytes, LongFile};

/// A file of our own, whatever its size, which findings show as `shown`; none if nothing is there.
pub fn long_file(path: &Path, shown: &str) -> Option<LongFile> {
    let bytes = || Arc::new(Unread(path.to_owned()));
    exists(path).then(|| LongFile { path: shown.to_owned(), bytes: bytes() })
}

/// A file that is read when it is asked for.
#[derive(Debug)]
struct Unread(PathBuf);

impl Bytes for Unread {
    fn stream(&self) -> Result<Box<dyn BufRead + '_>, ReadFault> {
        let (file, _) = opened(&self.0).unwrap_or_else(refused)?;
        Ok(Box::new(BufReader::new(file)))
    }

    fn whole(&self) -> Result<Vec<u8>, ReadFault> {
        read_bytes(&self.0, u64::MAX >> 20).unwrap_or_else(refused)
    }
}
