//! A text under change: every step keeps all that it is not about, to the byte.

use std::ops::Range;

use chrono::NaiveDate;

use super::layout::{ASIDE, Layout, Pair, Section, line_start};
use super::quoted;

/// A text that is being changed.
pub(super) struct Draft {
    text: String,
    line_end: &'static str,
}

impl Draft {
    /// A draft of `text`, a file without its byte order mark.
    pub(super) fn new(text: &str) -> Self {
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Self { text: text.to_owned(), line_end }
    }

    /// The text as it is now.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    pub(super) fn layout(&self) -> Layout<'_> {
        Layout::new(&self.text)
    }

    /// The value of a key as it is written.
    pub(super) fn value(&self, section: Section, key: &str) -> Option<&str> {
        let pair = self.layout().pair(section, key)?;
        Some(&self.text[pair.value])
    }

    /// A value of another file with the line ends of this one.
    pub(super) fn with_own_line_ends(&self, value: &str) -> String {
        value.replace("\r\n", "\n").replace('\n', self.line_end)
    }

    /// Replaces the value of a key by `value`; says whether the key is there.
    pub(super) fn replace(&mut self, section: Section, key: &str, value: &str) -> bool {
        let pair = self.layout().pair(section, key);
        if let Some(pair) = &pair {
            self.text.replace_range(pair.value.clone(), value);
        }
        pair.is_some()
    }

    /// Gives a key of an entry a value: in its place, else on a line below the first of `above` that
    /// is there.
    pub(super) fn set(&mut self, section: Section, key: &str, value: &str, above: &[&str]) {
        let value = self.with_own_line_ends(value);
        if self.replace(section, key, &value) {
            return;
        }
        let layout = self.layout();
        let Some(pair) = above.iter().find_map(|above| layout.pair(section, above)) else { return };
        let at = pair.lines.end;
        let line = if self.text[..at].ends_with('\n') {
            format!("{key} = {value}{}", self.line_end)
        } else {
            format!("{}{key} = {value}", self.line_end)
        };
        self.text.insert_str(at, &line);
    }

    /// Takes a key out of an entry: its line goes, unless a comment stands there; then it is set
    /// aside with it.
    pub(super) fn drop_key(&mut self, section: Section, key: &str) {
        let Some(pair) = self.layout().pair(section, key) else { return };
        if self.is_bare(&pair) {
            self.remove(&pair);
        } else {
            self.set_aside(section, key);
        }
    }

    /// Adds a line to the head of the file, below the first of `above` that is there.
    pub(super) fn add_below(&mut self, above: &[&str], key: &str, value: &str) {
        let layout = self.layout();
        let pair = above.iter().find_map(|above| layout.pair(Section::Head, above));
        let at = pair.map_or(0, |pair| pair.lines.end);
        let is_line = at == 0 || self.text[..at].ends_with('\n');
        let line = if is_line {
            format!("{key} = {value}{}", self.line_end)
        } else {
            format!("{}{key} = {value}", self.line_end)
        };
        self.text.insert_str(at, &line);
    }

    /// Removes the lines of a pair.
    pub(super) fn remove(&mut self, pair: &Pair) {
        let mut lines = pair.lines.clone();
        if !self.text[lines.clone()].ends_with('\n') {
            lines.start -= self.line_end_before(lines.start);
        }
        self.text.replace_range(lines, "");
    }

    /// Sets a key aside; says whether it was there.
    pub(super) fn set_aside(&mut self, section: Section, key: &str) -> bool {
        let pair = self.layout().pair(section, key);
        let is_there = pair.is_some();
        if let Some(pair) = pair {
            self.mark(pair.lines);
        }
        is_there
    }

    fn mark(&mut self, lines: Range<usize>) {
        let marked = self.text[lines.clone()].split_inclusive('\n');
        let marked: String = marked.flat_map(|line| [ASIDE, line]).collect();
        self.text.replace_range(lines, &marked);
    }

    /// Brings a key back that is set aside, the last whose value `fits`; says whether there is one.
    pub(super) fn bring_back(
        &mut self,
        section: Section,
        key: &str,
        fits: impl Fn(&str) -> bool,
    ) -> bool {
        let layout = self.layout();
        let mut pairs = layout.aside(section, key).into_iter();
        let Some(pair) = pairs.find(|pair| fits(&self.text[pair.value.clone()])) else {
            return false;
        };
        let start = pair.lines.start;
        self.text.replace_range(start..start + ASIDE.len(), "");
        true
    }

    /// Adds an entry `[[kind]]`.
    pub(super) fn add_entry(
        &mut self,
        kind: &'static str,
        next: Option<&str>,
        keys: &[(&str, String)],
    ) {
        self.add_entries(kind, next, &[keys]);
    }

    /// Adds entries `[[kind]]`, one behind the other.
    pub(super) fn add_entries(
        &mut self,
        kind: &'static str,
        next: Option<&str>,
        entries: &[&[(&str, String)]],
    ) {
        if entries.is_empty() {
            return;
        }
        let line_end = self.line_end;
        let one = |keys: &&[(&str, String)]| {
            let mut entry = format!("[[{kind}]]{line_end}");
            let pair = |(key, value): &(&str, String)| {
                format!("{key} = {}{line_end}", self.with_own_line_ends(value))
            };
            entry.extend(keys.iter().map(pair));
            entry
        };
        let mut entry = entries.iter().map(one).collect::<Vec<_>>().join(line_end);
        let at = self.layout().place_for(kind, next);
        if at < self.text.len() {
            entry.push_str(line_end);
        } else if !self.text.is_empty() {
            entry.insert_str(0, line_end);
            // A file that ends without a line end goes on to do so.
            if !self.text.ends_with('\n') {
                entry.insert_str(0, line_end);
                entry.truncate(entry.len() - line_end.len());
            }
        }
        self.text.insert_str(at, &entry);
    }

    /// Adds `key` below the heads of all entries `[[kind]]` that go without it, each with its value
    /// among `values`.
    pub(super) fn add_missing(&mut self, kind: &'static str, key: &'static str, values: &[String]) {
        let layout = self.layout();
        let missing = |number: &usize| layout.pair(Section::Entry(kind, *number), key).is_none();
        let places: Vec<(usize, &String)> = (0..values.len())
            .filter(missing)
            .filter_map(|number| Some((layout.below_head(kind, number)?, &values[number])))
            .collect();
        // From the end, so that the places before stay where they are.
        for (at, value) in places.into_iter().rev() {
            let line = if at > 0 && !self.text[..at].ends_with('\n') {
                format!("{}{key} = {value}", self.line_end)
            } else {
                format!("{key} = {value}{}", self.line_end)
            };
            self.text.insert_str(at, &line);
        }
    }

    /// Removes an entry `[[kind]]` with the comments that touch it and one empty line.
    pub(super) fn remove_entry(&mut self, kind: &'static str, number: usize) {
        let Some(mut extent) = self.layout().extent(kind, number) else { return };
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
        self.text.replace_range(extent, "");
    }

    /// Gives a key of the head a new value on a line of its own. The old one is set aside above it;
    /// without one the line comes below the first of `above` that is there.
    pub(super) fn supersede(&mut self, key: &str, value: &str, above: &[&str]) {
        let Some(pair) = self.layout().pair(Section::Head, key) else {
            return self.add_below(above, key, value);
        };
        self.add_below(&[key], key, value);
        self.mark(pair.lines);
    }

    /// Undoes [`Self::supersede`]: removes the line and brings back what is set aside above it.
    pub(super) fn restore(&mut self, key: &str) {
        let layout = self.layout();
        let Some(pair) = layout.pair(Section::Head, key) else { return };
        let aside = layout.aside(Section::Head, key);
        let above = aside.into_iter().find(|above| above.lines.end == pair.lines.start);
        self.remove(&pair);
        if let Some(Pair { lines, .. }) = above {
            self.text.replace_range(lines.start..lines.start + ASIDE.len(), "");
        }
    }

    /// Whether the line of a pair holds nothing but the pair.
    pub(super) fn is_bare(&self, pair: &Pair) -> bool {
        self.text[pair.value.end..pair.lines.end].trim().is_empty()
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

/// A date as files write it.
pub(super) fn written(date: NaiveDate) -> String {
    date.to_string()
}

/// Words as files write them.
pub(super) fn words(words: &str) -> String {
    quoted(words)
}
