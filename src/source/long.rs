//! Files of our own that have no size at which they are refused: they are read line by line, and held whole
//! only where something of them must be shown.

use std::fmt::Debug;
use std::io::{BufRead, Cursor};
use std::sync::Arc;

use super::raw::{RawFile, ReadFault};

/// A file that may be larger than anybody wants to hold.
#[derive(Clone, Debug)]
pub struct LongFile {
    /// The path relative to the workspace, with `/` between the parts.
    pub path: String,
    /// Where its bytes come from.
    pub bytes: Arc<dyn Bytes>,
}

/// Bytes that can be fetched more than once.
pub trait Bytes: Debug + Send + Sync {
    /// They, piece by piece.
    ///
    /// # Errors
    /// If there are none.
    fn stream(&self) -> Result<Box<dyn BufRead + '_>, ReadFault>;

    /// All of them at once.
    ///
    /// # Errors
    /// If there are none.
    fn whole(&self) -> Result<Vec<u8>, ReadFault>;
}

impl Bytes for Vec<u8> {
    fn stream(&self) -> Result<Box<dyn BufRead + '_>, ReadFault> {
        Ok(Box::new(Cursor::new(self)))
    }

    fn whole(&self) -> Result<Vec<u8>, ReadFault> {
        Ok(self.clone())
    }
}

impl LongFile {
    /// It, held whole.
    pub fn raw(&self) -> RawFile {
        RawFile { path: self.path.clone(), content: self.bytes.whole() }
    }

    /// What it says, in as many bytes as it had when it was read: somebody may have changed it since, and
    /// places in it must still be places.
    pub(super) fn text(&self, length: usize) -> String {
        let bytes = self.bytes.whole().unwrap_or_default();
        let mut text = String::from_utf8(bytes).unwrap_or_default();
        text.truncate(text.floor_char_boundary(length));
        text.extend(std::iter::repeat_n(' ', length - text.len()));
        text
    }
}

/// A file whose path and bytes are known.
impl<P: Into<String>, B: Into<Vec<u8>>> From<(P, B)> for LongFile {
    fn from((path, bytes): (P, B)) -> Self {
        Self { path: path.into(), bytes: Arc::new(bytes.into()) }
    }
}
