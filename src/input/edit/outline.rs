//! Where things stand in a file: entries with their comments, keys, values and lines set aside.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What begins a line that is set aside: a pair of key and value that no longer holds, but keeps its
/// place and its comment, so that it can come back. (Gettext marks obsolete entries like this.)
pub(super) const ASIDE: &str = "#~ ";

/// What begins the line that names the schema of a file. It belongs to the file and to no entry.
pub(super) const SCHEMA: &str = "#:schema ";

/// A part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The keys before the first entry.
    Head,
    /// The keys of an entry `[[kind]]`, by its number from 0.
    Entry(&'static str, usize),
    /// The keys of a table `[name]`.
    Table(&'static str),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Its lines, with the last line end.
    pub(super) lines: Range<usize>,
    /// The bytes of the value.
    pub(super) value: Range<usize>,
}

/// A text of TOML and where its parts stand.
pub(super) struct Outline<'t> {
    text: &'t str,
    root: Spanned<DeTable<'t>>,
    /// The heads `[…]` and `[[…]]` with the last part of their names, in the order of the text.
    heads: Vec<(Range<usize>, String)>,
}

impl<'t> Outline<'t> {
    /// Reads `text`, which is TOML.
    pub(super) fn new(text: &'t str) -> Self {
        let (root, _) = DeTable::parse_recoverable(text);
        let mut heads = Vec::new();
        find_heads(root.get_ref(), text, &mut heads);
        heads.sort_unstable_by_key(|(span, _)| span.start);
        Self { text, root, heads }
    }

    /// The key of a section, if it holds and its value stands behind it: not one such as `key.part = 1`.
    pub(super) fn pair(&self, section: Section, key: &str) -> Option<Pair> {
        let (name, value) = self.table(section)?.get_key_value(key)?;
        let between = self.text.get(name.span().end..value.span().start)?;
        (between.trim() == "=").then(|| self.pair_at(name.span().start, value.span()))
    }

    /// The key of a section where it is set aside, the last such line first.
    pub(super) fn aside(&self, section: Section, key: &str) -> Vec<Pair> {
        let body = self.body(section);
        let mut found = Vec::new();
        let mut at = body.start;
        while at < body.end {
            let end = line_end(self.text, at);
            let words = self.text[at..end].strip_prefix(ASIDE);
            let span = words.and_then(|words| {
                DeTable::parse(words).ok()?.get_ref().get(key).map(Spanned::span)
            });
            if let Some(span) = span.filter(|_| !self.is_within_value(at)) {
                let begin = at + ASIDE.len();
                found.push(self.pair_at(at, begin + span.start..begin + span.end));
            }
            at = end;
        }
        found.reverse();
        found
    }

    /// How many entries `[[kind]]` there are.
    pub(super) fn count(&self, kind: &str) -> usize {
        let entries = self.root.get_ref().get(kind).and_then(|value| value.get_ref().as_array());
        entries.map_or(0, |entries| entries.len())
    }

    /// The list that stands where `[[kind]]` would: `kind = […]`.
    pub(super) fn inline(&self, kind: &str) -> Option<Range<usize>> {
        let span = self.root.get_ref().get(kind)?.span();
        (!self.text[span.clone()].starts_with("[[")).then_some(span)
    }

    /// The number of the entry `[[kind]]` whose head holds the byte `at`.
    pub(super) fn number(&self, kind: &'static str, at: usize) -> Option<usize> {
        (0..self.count(kind)).find(|&n| self.head(kind, n).is_some_and(|head| head.contains(&at)))
    }

    /// Where a further entry `[[kind]]` belongs: behind the last of its kind, else before the first
    /// `[[next]]`, else at the end.
    pub(super) fn place_for(&self, kind: &'static str, next: Option<&str>) -> usize {
        let last = self.count(kind).checked_sub(1).and_then(|last| self.head(kind, last));
        let follower = match last {
            Some(last) => self.heads.iter().find(|(span, _)| span.start > last.start),
            None => self.heads.iter().find(|(_, name)| Some(name.as_str()) == next),
        };
        follower.map_or(self.text.len(), |(span, _)| self.begin(span.start))
    }

    /// Where the first key of a section stands, or would.
    pub(super) fn begin_of(&self, section: Section) -> Option<usize> {
        match section {
            Section::Head => Some(behind_schema(self.text)),
            Section::Entry(kind, number) => Some(line_end(self.text, self.head(kind, number)?.end)),
            Section::Table(name) => Some(line_end(self.text, self.head_of(name)?.end)),
        }
    }

    /// The bytes of a range.
    pub(super) fn text(&self, range: Range<usize>) -> &'t str {
        &self.text[range]
    }

    /// The value of a key as it is written.
    pub(super) fn value(&self, section: Section, key: &str) -> Option<&'t str> {
        Some(self.text(self.pair(section, key)?.value))
    }

    /// Whether the line of a pair holds nothing but the pair.
    pub(super) fn is_bare(&self, pair: &Pair) -> bool {
        self.text[pair.value.end..pair.lines.end].trim().is_empty()
    }

    /// The lines of an entry below its head.
    pub(super) fn lines(&self, kind: &'static str, number: usize) -> Option<&'t str> {
        let begin = self.begin_of(Section::Entry(kind, number))?;
        self.text.get(begin..self.extent(kind, number)?.end)
    }

    /// The bytes from the head of an entry to the next head.
    pub(super) fn span(&self, kind: &'static str, number: usize) -> Option<Range<usize>> {
        let head = self.head(kind, number)?;
        let next = self.heads.iter().map(|(span, _)| span.start).find(|start| *start > head.start);
        Some(head.start..next.unwrap_or(self.text.len()))
    }

    /// The lines of an entry, with the comments that touch it.
    pub(super) fn extent(&self, kind: &'static str, number: usize) -> Option<Range<usize>> {
        self.extent_at(&[(kind, number)])
    }

    /// The same of the entry that `path` leads to, with all entries and tables within it.
    pub(super) fn extent_at(&self, path: &[(&str, usize)]) -> Option<Range<usize>> {
        let head = self.head_at(path)?;
        let own = self.table_at(path).map_or(0, |table| last_byte(table, self.text)).max(head.end);
        let keys = line_end(self.text, own);
        let mut end = keys;
        while self.text[end..].starts_with('#') {
            end = line_end(self.text, end);
        }
        // Comments that touch the head of the next entry are its own.
        let is_head = self.heads.iter().any(|(span, _)| line_start(self.text, span.start) == end);
        Some(self.begin(head.start)..if is_head { keys } else { end })
    }

    fn table(&self, section: Section) -> Option<&DeTable<'t>> {
        match section {
            Section::Head => Some(self.root.get_ref()),
            Section::Entry(kind, number) => self.table_at(&[(kind, number)]),
            Section::Table(name) => self.root.get_ref().get(name)?.get_ref().as_table(),
        }
    }

    /// The keys of the entry that `path` leads to: in each list the entry of that number, from 0.
    pub(super) fn table_at(&self, path: &[(&str, usize)]) -> Option<&DeTable<'t>> {
        let mut table = self.root.get_ref();
        for (kind, number) in path {
            table = table.get(*kind)?.get_ref().as_array()?.get(*number)?.get_ref().as_table()?;
        }
        Some(table)
    }

    /// Where that entry begins: its head, or its brace.
    pub(super) fn span_at(&self, path: &[(&str, usize)]) -> Option<Range<usize>> {
        let ((kind, number), above) = path.split_last()?;
        let entries = self.table_at(above)?.get(*kind)?.get_ref().as_array()?;
        Some(entries.get(*number)?.span())
    }

    fn head(&self, kind: &'static str, number: usize) -> Option<Range<usize>> {
        self.head_at(&[(kind, number)])
    }

    fn head_at(&self, path: &[(&str, usize)]) -> Option<Range<usize>> {
        self.span_at(path).filter(|span| self.text[span.clone()].starts_with('['))
    }

    /// Whether a table `[name]` has a head of its own.
    pub(super) fn has_head(&self, name: &str) -> bool {
        self.head_of(name).is_some()
    }

    fn head_of(&self, name: &str) -> Option<Range<usize>> {
        let span = self.root.get_ref().get(name)?.span();
        self.text[span.clone()].starts_with('[').then_some(span)
    }

    /// The bytes from behind a head to the next one.
    fn body(&self, section: Section) -> Range<usize> {
        let start = match section {
            Section::Head => 0,
            Section::Entry(kind, number) => {
                self.head(kind, number).map_or(self.text.len(), |head| head.end)
            }
            Section::Table(name) => self.head_of(name).map_or(self.text.len(), |head| head.end),
        };
        let next = self.heads.iter().map(|(span, _)| span.start).find(|next| *next >= start);
        let start = if start == 0 { 0 } else { line_end(self.text, start) };
        start..next.unwrap_or(self.text.len())
    }

    /// Where an entry begins: at the first of the comments that touch its head.
    fn begin(&self, head: usize) -> usize {
        let mut begin = line_start(self.text, head);
        while begin > 0 {
            let above = line_start(self.text, begin - 1);
            let line = &self.text[above..begin];
            let is_own =
                line.starts_with('#') && ![ASIDE, SCHEMA].iter().any(|it| line.starts_with(it));
            if !is_own || self.is_within_value(above) {
                break;
            }
            begin = above;
        }
        begin
    }

    /// Whether a line that begins here goes on with a value of several lines.
    fn is_within_value(&self, at: usize) -> bool {
        spans_over(self.root.get_ref(), self.text, at)
    }

    /// Where a further key of a table belongs whose keys begin at `begin`: behind its last one that
    /// stands before the next head.
    pub(super) fn end_of_keys(&self, table: &DeTable<'_>, begin: usize) -> usize {
        let next = self.heads.iter().map(|(span, _)| span.start).find(|next| *next >= begin);
        let next = next.unwrap_or(self.text.len());
        let ends = ends(table).filter(|end| begin < *end && *end <= next);
        ends.max().map_or(begin, |end| line_end(self.text, end))
    }

    /// Where the first head stands, with the comments that touch it; the end if there is none.
    pub(super) fn first_head(&self) -> usize {
        self.heads.first().map_or(self.text.len(), |(span, _)| self.begin(span.start))
    }

    fn pair_at(&self, begin: usize, value: Range<usize>) -> Pair {
        Pair { lines: line_start(self.text, begin)..line_end(self.text, value.end), value }
    }
}

/// The first byte of the line that holds `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The byte behind the line that holds `at` and its line end.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// The byte behind a first line that names the schema, and behind the empty line below it.
pub(super) fn behind_schema(text: &str) -> usize {
    if !text.starts_with(SCHEMA) {
        return 0;
    }
    let below = line_end(text, 0);
    let next = line_end(text, below);
    if text[below..next].trim().is_empty() { next } else { below }
}

/// The tables within a table, with the names and places of all of them.
fn tables<'v, 't>(
    table: &'v DeTable<'t>,
) -> impl Iterator<Item = (&'v str, Range<usize>, &'v DeTable<'t>)> {
    table.iter().flat_map(|(name, value)| {
        let entries = match value.get_ref() {
            DeValue::Array(entries) => entries.iter().collect(),
            _ => vec![value],
        };
        let table = |value: &'v Spanned<DeValue<'t>>| {
            Some((name.get_ref().as_ref(), value.span(), value.get_ref().as_table()?))
        };
        entries.into_iter().filter_map(table)
    })
}

fn find_heads(table: &DeTable<'_>, text: &str, heads: &mut Vec<(Range<usize>, String)>) {
    for (name, span, table) in tables(table) {
        if text[span.start..].starts_with('[') {
            heads.push((span, name.to_owned()));
        }
        find_heads(table, text, heads);
    }
}

/// The byte behind the last value of an entry and of the tables that have heads of their own.
fn last_byte(table: &DeTable<'_>, text: &str) -> usize {
    let own = table.values().map(|value| value.span().end);
    let has_head = |span: &Range<usize>| text[span.start..].starts_with('[');
    let inner = tables(table).filter(|(_, span, _)| has_head(span));
    let inner = inner.map(|(_, span, table)| last_byte(table, text).max(span.end));
    own.chain(inner).max().unwrap_or_default()
}

/// The bytes behind all values within a table.
fn ends<'v>(table: &'v DeTable<'_>) -> Box<dyn Iterator<Item = usize> + 'v> {
    Box::new(table.values().flat_map(|value| {
        let inner = value.get_ref().as_table().into_iter().flat_map(ends);
        [value.span().end].into_iter().chain(inner)
    }))
}

fn spans_over(table: &DeTable<'_>, text: &str, at: usize) -> bool {
    let is_value = |span: &Range<usize>| span.start < at && at < span.end;
    table.values().any(|value| is_value(&value.span()))
        || tables(table).any(|(_, span, table)| {
            !text[span.start..].starts_with('{') && spans_over(table, text, at)
        })
}
