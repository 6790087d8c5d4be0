//! Files as text, and the places in them that values come from.
//!
//! Every value that a person wrote keeps its [`Origin`], so that any later layer can point at the
//! file's own bytes.

use std::ops::Range;
use std::sync::OnceLock;

/// The number of a file in its [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The first byte, from 0.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Origin {
    /// The bytes `range` of `file`; files over 4 GiB are refused before they get here.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let byte = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Self { file, start: byte(range.start), end: byte(range.end) }
    }

    /// The bytes of `text`, the file's own, that a library means with `span`: whole characters, wherever
    /// it counts to.
    pub fn spanning(file: FileId, text: &str, span: Range<usize>) -> Self {
        Self::new(file, whole_characters(text, span))
    }

    /// The bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The range within `text` nearest to `span` that begins and ends between characters.
pub fn whole_characters(text: &str, span: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start);
    start..text.ceil_char_boundary(span.end).max(start)
}

/// A value and the place where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub origin: Origin,
}

impl<T> Located<T> {
    /// The value `value`, written at `origin`.
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), origin: self.origin }
    }
}

/// A file of the workspace: its path as the user knows it, and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path relative to the workspace, with `/` between the parts.
    pub path: String,
    /// The text, without a byte order mark.
    pub text: String,
}

/// All files of one run.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// Where the lines of each file begin, once somebody has asked for a place in it.
    lines: Vec<OnceLock<Vec<usize>>>,
}

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Sources {
    /// Takes a file in and gives it a number.
    ///
    /// # Panics
    /// With more than four thousand million files.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files"));
        self.files.push(file);
        self.lines.push(OnceLock::new());
        id
    }

    /// The file with this number.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The files with their numbers, in the order they came in.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// The file with this path.
    pub fn find(&self, path: &str) -> Option<(FileId, &SourceFile)> {
        self.iter().find(|(_, file)| file.path == path)
    }

    /// Line and column at which `origin` begins.
    pub fn position(&self, origin: Origin) -> Position {
        let text = &self.file(origin.file).text;
        let lines = self.lines[origin.file.0 as usize].get_or_init(|| {
            let ends = text.match_indices('\n').map(|(newline, _)| newline + 1);
            [0].into_iter().chain(ends).collect()
        });
        let at = text.floor_char_boundary(origin.start as usize);
        let line = lines.partition_point(|start| *start <= at);
        let column = text[lines[line - 1]..at].chars().count() + 1;
        Position { line, column }
    }
}

/// A file as the system found it, before anybody looked at its bytes.
#[derive(Debug)]
pub struct RawFile {
    /// The path relative to the workspace, with `/` between the parts.
    pub path: String,
    /// Its bytes, or why there are none.
    pub content: Result<Vec<u8>, ReadFault>,
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFault {
    /// The system refused; its words.
    Refused(String),
    /// It is no file.
    NotAFile,
    /// It is no folder.
    NotAFolder,
    /// It is larger than allowed: its size and the limit in mebibytes.
    TooLarge {
        /// Its size.
        mebibytes: u64,
        /// The limit.
        most: u64,
    },
}
