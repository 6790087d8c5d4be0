//! Edits as lists of operations: what becomes of the keys and entries of a file, found by their names.
//! Every byte that an operation is not about stays.

use std::cmp::Reverse;
use std::ops::Range;

use super::outline::{ASIDE, Outline, Section, line_start};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// One step of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// A key goes from one state to another.
    Key(Key),
    /// An entry comes.
    Add(Entry),
    /// An entry goes, with the comments that touch it and one empty line.
    Remove(Entry),
    /// Bytes become others.
    Bytes(Bytes),
}

/// A key, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Where it belongs.
    pub section: Section,
    /// Its name.
    pub name: &'static str,
    /// What it was.
    pub before: State,
    /// What it is to be.
    pub after: State,
    /// Keys of the section: one that comes stands below the first of these that is there, else at the
    /// begin. Its own name means its last line that is set aside.
    pub below: &'static [&'static str],
}

/// What a key can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It is not there.
    Absent,
    /// It has this value, as it is written.
    Written(String),
    /// A line that gives it this value is set aside.
    Aside(String),
}

/// An entry `[[kind]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: &'static str,
    /// Its number among those of its kind, from 0; one that comes is the last.
    pub number: usize,
    /// The lines below its head.
    pub lines: String,
    /// The kind of entries before which the first of its own kind comes; else it comes at the end.
    pub next: Option<&'static str>,
}

/// Bytes of a file, and what becomes of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes {
    /// Where they begin; a byte order mark does not count.
    pub at: usize,
    /// What they were.
    pub before: String,
    /// What they are to be.
    pub after: String,
}

/// What operations made of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Its new text.
    pub text: String,
    /// What was done to it, byte for byte: the inverse of this gives the very bytes back.
    pub done: Vec<Operation>,
}

/// The operations that take `operations` back.
pub fn inverse(operations: Vec<Operation>) -> Vec<Operation> {
    let inverse = |operation| match operation {
        Operation::Key(key) => Operation::Key(Key { before: key.after, after: key.before, ..key }),
        Operation::Add(entry) => Operation::Remove(entry),
        Operation::Remove(entry) => Operation::Add(entry),
        Operation::Bytes(Bytes { at, before, after }) => {
            Operation::Bytes(Bytes { at, before: after, after: before })
        }
    };
    operations.into_iter().rev().map(inverse).collect()
}

/// Does `operations` to a file, one after the other. Nothing becomes of what is not there.
pub fn apply(text: &str, operations: &[Operation]) -> Applied {
    let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let (mark, text) = text.split_at(mark);
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut draft = Draft { text: text.to_owned(), line_end, done: Vec::new() };
    for group in operations.chunk_by(Operation::goes_with) {
        draft.apply(group);
    }
    let done = draft.done.into_iter().map(Operation::Bytes).collect();
    Applied { text: [mark, &draft.text].concat(), done }
}

impl Operation {
    /// What operations have in common that need but one look at the file: long ones have many entries.
    fn group(&self) -> Option<&str> {
        match self {
            Self::Key(Key { section: Section::Entry(..), .. }) => Some(""),
            Self::Add(entry) => Some(entry.kind),
            Self::Key(Key { section: Section::Head | Section::Table(_), .. })
            | Self::Remove(_)
            | Self::Bytes(_) => None,
        }
    }

    fn goes_with(&self, next: &Self) -> bool {
        self.group().is_some() && self.group() == next.group()
    }
}

impl Entry {
    /// A new entry with these keys and values.
    pub(super) fn new(kind: &'static str, number: usize, keys: &[(&str, String)]) -> Self {
        let lines = keys.iter().flat_map(|(key, value)| [key, " = ", value, "\n"]).collect();
        Self { kind, number, lines, next: None }
    }

    /// An entry as it stands in a file.
    pub(super) fn found(outline: &Outline<'_>, kind: &'static str, number: usize) -> Self {
        let lines = outline.lines(kind, number).unwrap_or_default().to_owned();
        Self { kind, number, lines, next: None }
    }
}

/// A file while operations are done to it, without its byte order mark.
struct Draft {
    text: String,
    line_end: &'static str,
    done: Vec<Bytes>,
}

impl Draft {
    /// Does operations that go together.
    fn apply(&mut self, group: &[Operation]) {
        let Some(first) = group.first() else { return };
        let bytes = match first {
            Operation::Key(Key { section: Section::Entry(..), .. }) => {
                return self.change_entries(group);
            }
            Operation::Key(key) => self.key(key.section, key),
            Operation::Add(entry) => Some(self.addition(entry, group)),
            Operation::Remove(entry) => self.removal(entry),
            Operation::Bytes(bytes) => Some(bytes.clone()),
        };
        self.change(bytes);
    }

    fn change(&mut self, bytes: Option<Bytes>) {
        let Some(bytes) = bytes else { return };
        let range = bytes.at..bytes.at + bytes.before.len();
        if self.text.get(range.clone()) == Some(&bytes.before) {
            self.text.replace_range(range, &bytes.after);
            self.done.push(bytes);
        }
    }

    /// Changes keys of entries. Each entry is looked at alone, and the last one changes first, so that the
    /// others stay where they are.
    fn change_entries(&mut self, group: &[Operation]) {
        let outline = Outline::new(&self.text);
        let mut found: Vec<(Range<usize>, &'static str, &Key)> = Vec::new();
        for operation in group {
            let Operation::Key(key) = operation else { continue };
            let Section::Entry(kind, number) = key.section else { continue };
            found.extend(outline.span(kind, number).map(|span| (span, kind, key)));
        }
        found.sort_by_key(|(span, ..)| Reverse(span.start));
        for keys in found.chunk_by(|(one, ..), (other, ..)| one == other) {
            let Some((span, ..)) = keys.first() else { continue };
            let text = self.text[span.clone()].to_owned();
            let mut entry = Self { text, line_end: self.line_end, done: Vec::new() };
            for (_, kind, key) in keys {
                entry.change(entry.key(Section::Entry(kind, 0), key));
            }
            for Bytes { at, before, after } in entry.done {
                self.change(Some(Bytes { at: at + span.start, before, after }));
            }
        }
    }

    /// What becomes of a key in `section`.
    fn key(&self, section: Section, key: &Key) -> Option<Bytes> {
        let outline = Outline::new(&self.text);
        let pair = outline.pair(section, key.name);
        match &key.after {
            State::Absent => {
                let mut lines = pair?.lines;
                if !self.text[lines.clone()].ends_with('\n') {
                    lines.start -= self.line_end_before(lines.start);
                }
                Some(self.bytes(lines, String::new()))
            }
            State::Aside(value) => {
                let pair = pair?;
                let [before, after] =
                    [pair.lines.start..pair.value.start, pair.value.end..pair.lines.end];
                let lines = [&self.text[before], value, &self.text[after]].concat();
                let lines = lines.split_inclusive('\n').flat_map(|line| [ASIDE, line]).collect();
                Some(self.bytes(pair.lines, lines))
            }
            State::Written(value) => {
                let value = self.with_own_line_ends(value);
                if let Some(pair) = pair {
                    return Some(self.bytes(pair.value, value));
                }
                let mut aside = outline.aside(section, key.name).into_iter();
                let aside = aside.find(|pair| match &key.before {
                    State::Aside(before) => self.text[pair.value.clone()] == *before,
                    State::Absent | State::Written(_) => false,
                });
                if let Some(pair) = aside {
                    let begin = pair.lines.start + ASIDE.len()..pair.value.start;
                    let line = self.text[begin].to_owned() + &value;
                    return Some(self.bytes(pair.lines.start..pair.value.end, line));
                }
                let above = key.below.iter().find_map(|above| {
                    let aside = || outline.aside(section, above).into_iter().next();
                    outline.pair(section, above).or_else(|| aside().filter(|_| *above == key.name))
                });
                let at =
                    above.map_or_else(|| outline.begin_of(section), |pair| Some(pair.lines.end))?;
                let (name, line_end) = (key.name, self.line_end);
                let line = if at == 0 || self.text[..at].ends_with('\n') {
                    format!("{name} = {value}{line_end}")
                } else {
                    format!("{line_end}{name} = {value}")
                };
                Some(self.bytes(at..at, line))
            }
        }
    }

    /// The entries in `group`, one behind the other, where the first of them belongs.
    fn addition(&self, first: &Entry, group: &[Operation]) -> Bytes {
        let line_end = self.line_end;
        let entry = |operation: &Operation| match operation {
            Operation::Add(Entry { kind, lines, .. }) => {
                Some(format!("[[{kind}]]{line_end}{}", self.with_own_line_ends(lines)))
            }
            Operation::Key(_) | Operation::Remove(_) | Operation::Bytes(_) => None,
        };
        let mut added = group.iter().filter_map(entry).collect::<Vec<_>>().join(line_end);
        let at = Outline::new(&self.text).place_for(first.kind, first.next);
        if at < self.text.len() {
            added.push_str(line_end);
        } else if !self.text.is_empty() {
            added.insert_str(0, line_end);
            // A file that ends without a line end goes on to do so.
            if !self.text.ends_with('\n') {
                added.insert_str(0, line_end);
                added.truncate(added.len() - line_end.len());
            }
        }
        self.bytes(at..at, added)
    }

    fn removal(&self, entry: &Entry) -> Option<Bytes> {
        let mut extent = Outline::new(&self.text).extent(entry.kind, entry.number)?;
        let rest = &self.text[extent.end..];
        if let Some(line) = ["\r\n", "\n"].iter().find(|line| rest.starts_with(**line)) {
            extent.end += line.len();
        } else if rest.is_empty() {
            let is_line = self.text.ends_with('\n');
            if self.is_empty_line_before(extent.start) {
                extent.start -= self.line_end_before(extent.start);
            }
            if !is_line {
                extent.start -= self.line_end_before(extent.start);
            }
        }
        Some(self.bytes(extent, String::new()))
    }

    fn bytes(&self, range: Range<usize>, after: String) -> Bytes {
        Bytes { at: range.start, before: self.text[range].to_owned(), after }
    }

    /// What comes from another file, with the line ends of this one.
    fn with_own_line_ends(&self, value: &str) -> String {
        value.replace("\r\n", "\n").replace('\n', self.line_end)
    }

    fn is_empty_line_before(&self, at: usize) -> bool {
        at > 0 && self.text[line_start(&self.text, at - 1)..at].trim().is_empty()
    }

    /// The length of the line end just before `at`.
    fn line_end_before(&self, at: usize) -> usize {
        let ends = ["\r\n", "\n"].into_iter().find(|end| self.text[..at].ends_with(end));
        ends.map_or(0, str::len)
    }
}
