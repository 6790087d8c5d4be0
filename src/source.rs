//! Files as text, and the places in them that values come from.
//!
//! Every value that a person wrote keeps its [`Origin`], so that any later layer can point at the
//! file's own bytes.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub mod long;
mod raw;
pub mod threads;
pub mod workshop;

use long::LongFile;
pub use raw::{RawFile, ReadFault};
use workshop::Workshop;

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
    files: Vec<Held>,
    /// What places in each file are counted by, once somebody has asked for one.
    rulers: Vec<OnceLock<Ruler>>,
    workshop: Option<Arc<dyn Workshop>>,
}

/// A file that was taken in: its text is there, or can be fetched.
#[derive(Debug)]
struct Held {
    path: String,
    file: OnceLock<SourceFile>,
    /// Where the text comes from if somebody asks for it, and how many bytes it had.
    long: Option<(LongFile, usize)>,
}

/// Marks in a text from which places are counted, so that many of them in one long line cost no more
/// than in short ones.
#[derive(Debug)]
struct Ruler {
    /// Where the lines begin.
    lines: Vec<usize>,
    /// How many characters begin before each [`Self::STEP`]th byte.
    characters: Vec<usize>,
}

impl Ruler {
    /// The bytes between two marks.
    const STEP: usize = 1024;

    fn new(text: &str) -> Self {
        let ends = text.match_indices('\n').map(|(newline, _)| newline + 1);
        let mut characters = vec![0];
        let mut before = 0;
        for step in text.as_bytes().chunks(Self::STEP) {
            before += beginnings(step);
            characters.push(before);
        }
        Self { lines: [0].into_iter().chain(ends).collect(), characters }
    }

    /// How many characters begin before the byte `at` of `text`.
    fn before(&self, text: &str, at: usize) -> usize {
        let mark = at / Self::STEP;
        self.characters[mark] + beginnings(&text.as_bytes()[mark * Self::STEP..at])
    }

    /// The number of the line, from 0, in which the byte `at` stands.
    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at) - 1
    }
}

fn beginnings(bytes: &[u8]) -> usize {
    let is_continued = |byte: &&u8| **byte & 0b1100_0000 == 0b1000_0000;
    bytes.len() - bytes.iter().filter(is_continued).count()
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
        let path = file.path.clone();
        self.hold(Held { path, file: file.into(), long: None })
    }

    /// Takes in a file of `length` bytes that was read line by line: its text is fetched once somebody
    /// asks for it.
    pub fn add_long(&mut self, file: LongFile, length: usize) -> FileId {
        let (path, text) = (file.path.clone(), OnceLock::new());
        self.hold(Held { path, file: text, long: Some((file, length)) })
    }

    fn hold(&mut self, file: Held) -> FileId {
        let id = self.next_id();
        self.files.push(file);
        self.rulers.push(OnceLock::new());
        id
    }

    /// The number of the file that comes in next.
    ///
    /// # Panics
    /// With more than four thousand million files.
    pub fn next_id(&self) -> FileId {
        FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files"))
    }

    /// From now on what they ask for is worked in `workshop`, no longer where they are read.
    pub fn work_in(&mut self, workshop: Arc<dyn Workshop>) {
        self.workshop = Some(workshop);
    }

    /// Where what they ask for is worked; none for files that nobody need fear.
    pub fn workshop(&self) -> Option<&dyn Workshop> {
        self.workshop.as_deref()
    }

    /// The file with this number.
    pub fn file(&self, id: FileId) -> &SourceFile {
        let Held { path, file, long } = &self.files[id.0 as usize];
        file.get_or_init(|| {
            let text = long.as_ref().map(|(file, length)| file.text(*length));
            SourceFile { path: path.clone(), text: text.unwrap_or_default() }
        })
    }

    /// The files with their numbers, in the order they came in.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).take(self.files.len()).map(|id| (id, self.file(id)))
    }

    /// The file with this path.
    pub fn find(&self, path: &str) -> Option<(FileId, &SourceFile)> {
        let held = (0..).map(FileId).zip(&self.files);
        held.filter(|(_, held)| held.path == path).map(|(id, _)| (id, self.file(id))).next()
    }

    /// Line and column at which `origin` begins.
    pub fn position(&self, origin: Origin) -> Position {
        let text = &self.file(origin.file).text;
        let ruler = self.ruler(origin.file);
        let at = text.floor_char_boundary(origin.start as usize);
        let line = ruler.line(at);
        let column = ruler.before(text, at) - ruler.before(text, ruler.lines[line]) + 1;
        Position { line: line + 1, column }
    }

    /// The line in which `origin` begins, without its end.
    pub fn line(&self, origin: Origin) -> Range<usize> {
        let text = &self.file(origin.file).text;
        let ruler = self.ruler(origin.file);
        let at = text.floor_char_boundary(origin.start as usize);
        let line = ruler.line(at);
        let end = ruler.lines.get(line + 1).map_or(text.len(), |next| next - 1);
        let end = text[at..end].find('\r').map_or(end, |carriage| at + carriage);
        ruler.lines[line]..end
    }

    fn ruler(&self, id: FileId) -> &Ruler {
        let text = &self.file(id).text;
        self.rulers[id.0 as usize].get_or_init(|| Ruler::new(text))
    }
}
