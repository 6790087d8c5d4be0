//! A table of a file, read key by key.

use std::borrow::Cow;
use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::key_names::{example, key_meant};
use super::value::{self, Outcome, wrong_type};
use crate::diagnostic::value::{Expected, MissingKey, UnknownKey};
use crate::diagnostic::{Diagnostic, Problem};
use crate::domain::line::{Line, Text};
use crate::source::{FileId, Located, Origin};
use crate::text::nearest;

mod known;

use known::{Known, mark};

/// Where findings of one file are gathered.
#[derive(Default)]
pub(super) struct Findings(RefCell<Vec<Diagnostic>>);

impl Findings {
    /// Adds a finding.
    pub(super) fn push(&self, finding: Diagnostic) {
        self.0.borrow_mut().push(finding);
    }

    /// All of them.
    pub(super) fn into_inner(self) -> Vec<Diagnostic> {
        self.0.into_inner()
    }
}

/// A table whose keys are read one by one; those that nobody read are reported when it is dropped.
pub(super) struct Fields<'a> {
    table: &'a DeTable<'a>,
    origin: Origin,
    findings: &'a Findings,
    /// The marks of the keys that are there: most of what can stand in a table does not, and then nobody
    /// need look for it.
    marks: u64,
    known: RefCell<Known>,
}

/// An entry of a list, or words that stand for one.
pub(super) enum Entry<'a> {
    /// A table.
    Fields(Fields<'a>),
    /// Words.
    Words(Located<&'a str>),
}

impl<'a> Fields<'a> {
    /// The table at the head of a file.
    pub(super) fn of_file(
        file: FileId,
        table: &'a Spanned<DeTable<'a>>,
        findings: &'a Findings,
    ) -> Self {
        Self::new(table.get_ref(), Origin::new(file, 0..0), findings)
    }

    fn new(table: &'a DeTable<'a>, origin: Origin, findings: &'a Findings) -> Self {
        let marks = table.keys().fold(0, |marks, key| marks | mark(key.get_ref()));
        Self { table, origin, findings, marks, known: Known::none().into() }
    }

    /// Where the table begins.
    pub(super) fn origin(&self) -> Origin {
        self.origin
    }

    /// Adds a finding.
    pub(super) fn report(&self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    fn value(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let is_likely = self.may_have(key);
        self.known.borrow_mut().add(key, is_likely);
        if is_likely { self.table.get(key) } else { None }
    }

    fn find(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        if self.may_have(key) { self.table.get(key) } else { None }
    }

    /// Whether `key` may be there, as its mark tells.
    fn may_have(&self, key: &str) -> bool {
        self.marks & mark(key) != 0
    }

    fn place(&self, value: &Spanned<DeValue<'_>>) -> Origin {
        Origin::new(self.origin.file, value.span())
    }

    fn parse<T>(
        &self,
        value: &Spanned<DeValue<'a>>,
        parse: impl Fn(&DeValue<'a>) -> Outcome<T>,
    ) -> Option<Located<T>> {
        let origin = self.place(value);
        match parse(value.get_ref()) {
            Ok(value) => Some(Located::new(value, origin)),
            Err(problem) => {
                self.report_boxed(origin, problem);
                None
            }
        }
    }

    /// Adds a finding that is known at a place.
    pub(super) fn report_boxed(&self, origin: Origin, problem: Box<dyn Problem>) {
        let (problem, place) = (problem.into(), Some(origin));
        let (file, related, acknowledged) = (None, Vec::new(), None);
        self.report(Diagnostic { problem, place, file, related, acknowledged });
    }

    /// The value of `key` with its place, if there is one.
    pub(super) fn read<T>(
        &self,
        key: &'static str,
        parse: impl Fn(&DeValue<'a>) -> Outcome<T>,
    ) -> Option<Located<T>> {
        self.parse(self.value(key)?, parse)
    }

    /// The value of `key` with its place, if it is there and well; nothing is reported, and whoever
    /// else reads the key reports its fault.
    pub(super) fn peek<T>(
        &self,
        key: &str,
        parse: impl Fn(&DeValue<'a>) -> Outcome<T>,
    ) -> Option<Located<T>> {
        let value = self.find(key)?;
        Some(Located::new(parse(value.get_ref()).ok()?, self.place(value)))
    }

    /// The value of `key`, if there is one.
    pub(super) fn get<T>(
        &self,
        key: &'static str,
        parse: impl Fn(&DeValue<'a>) -> Outcome<T>,
    ) -> Option<T> {
        self.read(key, parse).map(|located| located.value)
    }

    /// The line at `key` with its place, if there is one.
    pub(super) fn read_line(&self, key: &'static str) -> Option<Located<Line>> {
        self.placed(self.value(key)?, value::line)
    }

    /// The line at `key`, which must be there.
    pub(super) fn require_line(&self, key: &'static str) -> Option<Located<Line>> {
        self.demand(key);
        self.read_line(key)
    }

    /// The line at `key`, if there is one.
    pub(super) fn line(&self, key: &'static str) -> Option<Line> {
        self.read_line(key).map(|located| located.value)
    }

    /// The same where not every line will do.
    pub(super) fn line_by(
        &self,
        key: &'static str,
        parse: impl Fn(&DeValue<'a>) -> Outcome<Line>,
    ) -> Option<Line> {
        self.placed(self.value(key)?, parse).map(|located| located.value)
    }

    /// The lines in the list at `key`; none if there is no list.
    pub(super) fn lines(&self, key: &'static str) -> Vec<Line> {
        let entries = self.entries(key, Expected::List).iter();
        entries.filter_map(|entry| Some(self.placed(entry, value::line)?.value)).collect()
    }

    /// The text at `key`, if there is one.
    pub(super) fn text(&self, key: &'static str) -> Option<Text> {
        let value = self.value(key)?;
        let text = self.parse(value, value::text)?.value;
        let origin = self.words_place(value, text.as_str());
        Some(text.found_at(origin))
    }

    fn placed(
        &self,
        value: &Spanned<DeValue<'a>>,
        parse: impl Fn(&DeValue<'a>) -> Outcome<Line>,
    ) -> Option<Located<Line>> {
        let line = self.parse(value, parse)?;
        let origin = self.words_place(value, line.value.as_str());
        Some(line.map(|line| line.found_at(origin)))
    }

    /// Where `words` stand in the text at `value`: without its quotation marks, unless it is written otherwise
    /// than it reads.
    fn words_place(&self, value: &Spanned<DeValue<'_>>, words: &str) -> Origin {
        let whole = self.place(value);
        let DeValue::String(Cow::Borrowed(written)) = value.get_ref() else { return whole };
        // Nearly all words stand there letter by letter, with nothing but white space before them.
        let space = written.len() - written.trim_start().len();
        let stands_there = written[space..].starts_with(words).then_some(space);
        let Some(before) = stands_there.or_else(|| written.find(words)) else { return whole };
        let around = value.span().len().saturating_sub(written.len());
        let closing = if around > 2 { "\"\"\"" } else { "\"" };
        let start = value.span().start + around.saturating_sub(closing.len()) + before;
        Origin::new(self.origin.file, start..start + words.len())
    }

    /// The value of `key`, which must be there.
    pub(super) fn require<T>(
        &self,
        key: &'static str,
        parse: impl Fn(&DeValue<'a>) -> Outcome<T>,
    ) -> Option<Located<T>> {
        self.demand(key);
        self.read(key, parse)
    }

    /// Reports `key` if it is not there.
    pub(super) fn demand(&self, key: &'static str) {
        if !self.has(key) {
            let missing = MissingKey { key: key.to_owned() };
            self.report(Diagnostic::at(self.origin, missing));
        }
    }

    /// Whether `key` is there, well or ill.
    pub(super) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Where the value of `key` stands; the table's own place if there is none.
    pub(super) fn place_of(&self, key: &str) -> Origin {
        self.find(key).map_or(self.origin, |value| self.place(value))
    }

    /// Whether all keys are known, and nothing was found within the values of `keys`. To be asked when
    /// all have been read.
    pub(super) fn is_clear(&self, keys: &[&str]) -> bool {
        let findings = self.findings.0.borrow();
        let is_faulty = |place: Origin| {
            let places = findings.iter().filter_map(|finding| finding.place);
            places.into_iter().any(|found| place.start <= found.start && found.end <= place.end)
        };
        let values = keys.iter().filter_map(|key| self.find(key));
        let is_clear = values.into_iter().all(|value| !is_faulty(self.place(value)));
        is_clear && self.unknown(&self.known.borrow()).is_empty()
    }

    /// The keys that nobody asked for.
    fn unknown(&self, known: &Known) -> Vec<&'a Spanned<DeString<'a>>> {
        self.table.keys().filter(|key| !known.has(key.get_ref())).collect()
    }

    /// How many entries the list at `key` has, well or ill.
    pub(super) fn length(&self, key: &str) -> Option<Located<usize>> {
        let value = self.find(key)?;
        let entries = value.get_ref().as_array()?;
        Some(Located::new(entries.len(), self.place(value)))
    }

    /// The list at `key`; empty if there is none. Entries with a fault are reported and left out.
    pub(super) fn list<T>(
        &self,
        key: &'static str,
        parse: impl Fn(&DeValue<'a>) -> Outcome<T>,
    ) -> Vec<Located<T>> {
        let entries = self.entries(key, Expected::List);
        entries.iter().filter_map(|entry| self.parse(entry, &parse)).collect()
    }

    /// The entries `[[key]]`, or the inline tables in the list at `key`.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Fields<'a>> {
        let entries = self.entries(key, Expected::Entries);
        entries.iter().filter_map(|entry| self.fields(entry)).collect()
    }

    /// The same of a list in which words can stand for a table, or alone for the list.
    pub(super) fn tables_or_words(&self, key: &'static str) -> Vec<Entry<'a>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let words = |value: &'a Spanned<DeValue<'a>>| {
            Some(Entry::Words(Located::new(value.get_ref().as_str()?, self.place(value))))
        };
        if let Some(words) = words(value) {
            return vec![words];
        }
        let entry = |value| words(value).or_else(|| self.fields(value).map(Entry::Fields));
        match value.get_ref() {
            DeValue::Array(entries) => entries.iter().filter_map(entry).collect(),
            DeValue::Table(_) => entry(value).into_iter().collect(),
            other => {
                self.report_boxed(self.place(value), wrong_type(Expected::Entries, other));
                Vec::new()
            }
        }
    }

    /// The table `[key]`; an empty one if there is none.
    pub(super) fn table(&self, key: &'static str) -> Option<Fields<'a>> {
        self.fields(self.value(key)?)
    }

    /// The table at `key` as names with their values; empty if there is none. Values with a fault
    /// are reported and left out.
    pub(super) fn map<T>(
        &self,
        key: &'static str,
        parse: impl Fn(&DeValue<'a>) -> Outcome<T>,
    ) -> Vec<(Located<&'a str>, Located<T>)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.report_boxed(self.place(value), wrong_type(Expected::Table, value.get_ref()));
            return Vec::new();
        };
        let entry = |(name, value): (&'a Spanned<DeString<'a>>, _)| {
            let origin = Origin::new(self.origin.file, name.span());
            Some((Located::new(name.get_ref().as_ref(), origin), self.parse(value, &parse)?))
        };
        table.iter().filter_map(entry).collect()
    }

    fn entries(&self, key: &'static str, expected: Expected) -> &'a [Spanned<DeValue<'a>>] {
        let Some(value) = self.value(key) else { return &[] };
        if let DeValue::Array(entries) = value.get_ref() {
            entries
        } else {
            self.report_boxed(self.place(value), wrong_type(expected, value.get_ref()));
            &[]
        }
    }

    fn fields(&self, value: &'a Spanned<DeValue<'a>>) -> Option<Fields<'a>> {
        let origin = self.place(value);
        if let DeValue::Table(table) = value.get_ref() {
            Some(Fields::new(table, origin, self.findings))
        } else {
            self.report_boxed(origin, wrong_type(Expected::Table, value.get_ref()));
            None
        }
    }
}

/// Reports the keys that nobody asked for. This happens when the table is done with, however it
/// came to be: a misspelt key is named beside the missing one.
impl Drop for Fields<'_> {
    fn drop(&mut self) {
        let known = self.known.take();
        let unknown = self.unknown(&known);
        // Nearly every table has none, and then the names need no order.
        if unknown.is_empty() {
            return;
        }
        let known = known.into_names();
        for key in unknown {
            let origin = Origin::new(self.origin.file, key.span());
            let by_name = key_meant(key.get_ref(), |key| known.contains(&key));
            let near = by_name.or_else(|| nearest(key.get_ref(), known.iter().copied()));
            let problem = UnknownKey {
                key: key.get_ref().to_string(),
                meant: near.map(|key| (key.to_owned(), by_name.and_then(example))),
                known: known.iter().map(|&key| key.to_owned()).collect(),
            };
            self.findings.push(Diagnostic::at(origin, problem));
        }
    }
}
