//! TOML as nearly everybody writes it, read in one go: in less than half the time that the whole language takes.
//!
//! What is written in any other way, or wrong, is left to the parser of the whole language, which alone
//! says what is wrong. Whatever is read here, it reads as the same, places included.

use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

/// How deep lists and tables stand within each other at most.
const DEEPEST: usize = 8;

/// How many tables with names of their own a text has at most: each is looked for among them.
const MOST_TABLES: usize = 64;

/// The digits of numbers that are surely small enough for everybody.
const MOST_DIGITS: usize = 18;

/// What `text` says; none if it is written in a way that is not known here.
pub(super) fn table(text: &str) -> Option<Spanned<DeTable<'_>>> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0 };
    let mut document = Document::default();
    loop {
        reader.skip_blanks();
        match reader.next() {
            None => break,
            Some(b'#' | b'\n' | b'\r') => reader.end_line()?,
            Some(b'[') => {
                let head = reader.head()?;
                reader.end_line()?;
                document.finish_table()?;
                document.begin(head)?;
            }
            Some(_) => {
                let (key, value) = reader.pair(0)?;
                reader.end_line()?;
                put(&mut document.current, key, value)?;
            }
        }
    }
    document.finish_table()?;
    Some(Spanned::new(0..0, document.root))
}

/// Puts `value` into `table`; not a second time.
fn put<'t>(
    table: &mut DeTable<'t>,
    key: Spanned<DeString<'t>>,
    value: Spanned<DeValue<'t>>,
) -> Option<()> {
    table.insert(key, value).is_none().then_some(())
}

/// The tables of a text, as far as it was read.
#[derive(Default)]
struct Document<'t> {
    root: DeTable<'t>,
    /// The table that the keys belong to which come next, and its head; the root has none.
    current: DeTable<'t>,
    head: Option<Head<'t>>,
    /// What was begun by heads, and may go on.
    known: Vec<(&'t str, Kind)>,
}

/// What a head begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `[this]`
    Table,
    /// `[[these]]`
    Entry,
}

/// A line `[table]` or `[[entry]]`.
struct Head<'t> {
    kind: Kind,
    /// What stands between the brackets: `session.items`.
    path: &'t str,
    /// Where that begins.
    path_start: usize,
    /// Where the whole head stands.
    span: std::ops::Range<usize>,
}

impl<'t> Head<'t> {
    /// What it stands in, and its own key.
    fn parts(&self) -> (Option<&'t str>, Spanned<DeString<'t>>) {
        let (above, key) = match self.path.rsplit_once('.') {
            Some((above, key)) => (Some(above), key),
            None => (None, self.path),
        };
        let end = self.path_start + self.path.len();
        (above, Spanned::new(end - key.len()..end, key.into()))
    }
}

impl<'t> Document<'t> {
    /// Begins the table below `head`, which stands in what was begun before and is not there yet, unless
    /// it is one more entry.
    fn begin(&mut self, head: Head<'t>) -> Option<()> {
        let (above, key) = head.parts();
        let parent = self.table_at(above)?;
        let is_there = parent.contains_key(key.get_ref().as_ref());
        let known = self.known.iter().find(|(path, _)| *path == head.path).map(|(_, kind)| *kind);
        match (head.kind, known) {
            (Kind::Entry, Some(Kind::Entry)) => {
                // What the entry before holds is not in this one.
                let is_within = |path: &str| {
                    path.strip_prefix(head.path).is_some_and(|rest| rest.starts_with('.'))
                };
                self.known.retain(|(path, _)| !is_within(path));
            }
            (kind, None) if !is_there && self.known.len() < MOST_TABLES => {
                self.known.push((head.path, kind));
            }
            _ => return None,
        }
        self.head = Some(head);
        Some(())
    }

    /// Puts the table that was read in its place.
    fn finish_table(&mut self) -> Option<()> {
        let table = std::mem::take(&mut self.current);
        let Some(head) = self.head.take() else {
            self.root = table;
            return Some(());
        };
        let (above, key) = head.parts();
        let parent = self.table_at(above)?;
        let table = Spanned::new(head.span.clone(), DeValue::Table(table));
        match head.kind {
            Kind::Table => put(parent, key, table),
            Kind::Entry => {
                if let Some(entries) = parent.get_mut(key.get_ref().as_ref()) {
                    let DeValue::Array(entries) = entries.get_mut() else { return None };
                    entries.push(table);
                    return Some(());
                }
                let entries = DeArray::from_iter([table]);
                put(parent, key, Spanned::new(head.span, DeValue::Array(entries)))
            }
        }
    }

    /// The table that was begun last at `path`; the root without one.
    fn table_at(&mut self, path: Option<&str>) -> Option<&mut DeTable<'t>> {
        let Some(path) = path else { return Some(&mut self.root) };
        if !self.known.iter().any(|(known, _)| *known == path) {
            return None;
        }
        let mut table = &mut self.root;
        for key in path.split('.') {
            table = match table.get_mut(key)?.get_mut() {
                DeValue::Table(table) => table,
                DeValue::Array(entries) => match entries.last_mut()?.get_mut() {
                    DeValue::Table(table) => table,
                    _ => return None,
                },
                _ => return None,
            };
        }
        Some(table)
    }
}

/// A text, as far as it was read.
struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Reader<'t> {
    fn next(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Goes on behind `sign`, which must be next.
    fn expect(&mut self, sign: u8) -> Option<()> {
        self.takes(sign).then_some(())
    }

    /// Goes on behind `sign` if it is next.
    fn takes(&mut self, sign: u8) -> bool {
        let is_next = self.next() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    /// Goes on over all that `is_meant`, and says where that was.
    fn run(&mut self, is_meant: impl Fn(u8) -> bool) -> std::ops::Range<usize> {
        let start = self.at;
        let rest = &self.bytes[start..];
        self.at += rest.iter().position(|byte| !is_meant(*byte)).unwrap_or(rest.len());
        start..self.at
    }

    fn skip_blanks(&mut self) {
        self.run(|byte| matches!(byte, b' ' | b'\t'));
    }

    /// Goes on to the next line: nothing but a comment may stand before it.
    fn end_line(&mut self) -> Option<()> {
        self.skip_blanks();
        if self.takes(b'#') {
            self.run(|byte| !is_control(byte));
        }
        if self.at == self.bytes.len() {
            return Some(());
        }
        self.takes(b'\r');
        self.expect(b'\n')
    }

    /// Goes on over line ends and comments within a list.
    fn skip_lines(&mut self) -> Option<()> {
        self.skip_blanks();
        while let Some(b'#' | b'\n' | b'\r') = self.next() {
            self.end_line()?;
            self.skip_blanks();
        }
        Some(())
    }

    /// A key without quotes.
    fn key(&mut self) -> Option<Spanned<DeString<'t>>> {
        let span = self.run(is_key);
        (!span.is_empty()).then(|| Spanned::new(span.clone(), self.text[span].into()))
    }

    /// `[table]` or `[[entry]]`
    fn head(&mut self) -> Option<Head<'t>> {
        let start = self.at;
        self.expect(b'[')?;
        let kind = if self.takes(b'[') { Kind::Entry } else { Kind::Table };
        let path = self.run(|byte| is_key(byte) || byte == b'.');
        let (words, path_start) = (&self.text[path.clone()], path.start);
        if words.split('.').any(str::is_empty) || words.split('.').count() > DEEPEST {
            return None;
        }
        self.expect(b']')?;
        if kind == Kind::Entry {
            self.expect(b']')?;
        }
        Some(Head { kind, path: words, path_start, span: start..self.at })
    }

    /// `key = value`
    fn pair(&mut self, depth: usize) -> Option<(Spanned<DeString<'t>>, Spanned<DeValue<'t>>)> {
        let key = self.key()?;
        self.skip_blanks();
        self.expect(b'=')?;
        self.skip_blanks();
        Some((key, self.value(depth)?))
    }

    fn value(&mut self, depth: usize) -> Option<Spanned<DeValue<'t>>> {
        let start = self.at;
        let value = match self.next()? {
            b'"' => DeValue::String(self.string()?.into()),
            b'[' if depth < DEEPEST => DeValue::Array(self.list(depth)?),
            b'{' if depth < DEEPEST => DeValue::Table(self.inline_table(depth)?),
            b'0'..=b'9' | b't' | b'f' => {
                let span = self.run(|byte| is_key(byte) || matches!(byte, b'.' | b':' | b'+'));
                bare(&self.text[span])?
            }
            _ => return None,
        };
        Some(Spanned::new(start..self.at, value))
    }

    /// `"words"`, or several lines of them
    fn string(&mut self) -> Option<&'t str> {
        self.expect(b'"')?;
        if self.bytes[self.at..].starts_with(b"\"\"") {
            self.at += 2;
            return self.lines();
        }
        let words = self.run(|byte| !matches!(byte, b'"' | b'\\') && !is_control(byte));
        self.expect(b'"')?;
        Some(&self.text[words])
    }

    /// What stands between two times three quotes.
    fn lines(&mut self) -> Option<&'t str> {
        self.takes(b'\n');
        let is_plain = |byte| byte != b'\\' && (byte == b'\n' || !is_control(byte));
        let start = self.at;
        loop {
            self.run(|byte| byte != b'"' && is_plain(byte));
            let end = self.at;
            match self.run(|byte| byte == b'"').len() {
                1 | 2 => {}
                3 => return Some(&self.text[start..end]),
                _ => return None,
            }
        }
    }

    /// `[1, 2]`
    fn list(&mut self, depth: usize) -> Option<DeArray<'t>> {
        self.expect(b'[')?;
        let mut list = DeArray::new();
        loop {
            self.skip_lines()?;
            if self.takes(b']') {
                return Some(list);
            }
            list.push(self.value(depth + 1)?);
            self.skip_lines()?;
            if !self.takes(b',') {
                self.expect(b']')?;
                return Some(list);
            }
        }
    }

    /// `{ key = value, other = value }`, in one line
    fn inline_table(&mut self, depth: usize) -> Option<DeTable<'t>> {
        self.expect(b'{')?;
        let mut table = DeTable::new();
        self.skip_blanks();
        if self.takes(b'}') {
            return Some(table);
        }
        loop {
            self.skip_blanks();
            let (key, value) = self.pair(depth + 1)?;
            put(&mut table, key, value)?;
            self.skip_blanks();
            if !self.takes(b',') {
                self.expect(b'}')?;
                return Some(table);
            }
        }
    }
}

/// A value without quotes: a day, a number, `true` or `false`.
fn bare(words: &str) -> Option<DeValue<'_>> {
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match words {
        "true" => Some(DeValue::Boolean(true)),
        "false" => Some(DeValue::Boolean(false)),
        _ if words.len() == "2026-03-01".len() && words.as_bytes()[4] == b'-' => {
            Some(DeValue::Datetime(words.parse().ok()?))
        }
        _ if words.len() <= MOST_DIGITS && is_number(words) => {
            Some(DeValue::parse(words).ok()?.into_inner())
        }
        _ => None,
    }
}

/// Whether keys without quotes may hold `byte`.
fn is_key(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Whether no text in one line may hold `byte`.
fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && byte != b'\t'
}

#[cfg(test)]
mod tests;
