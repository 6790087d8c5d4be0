//! A key of a file gets a value, or loses it: what people ask for by name.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::operation::{Bytes, Operation, apply};
use super::outline::{Outline, behind_schema, line_end, line_start};

/// Where a key belongs: below the head of the file if `path` is empty, else in the entry to which it
/// leads: in each list the entry of that number, from 0.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// The lists and numbers.
    pub path: &'a [(&'a str, usize)],
    /// The key; one in a table has that before it: `sender.mail`.
    pub key: &'a str,
}

/// Whether `words` are one value as TOML writes it.
pub fn is_value(words: &str) -> bool {
    let text = format!("x = {words}");
    let table = DeTable::parse(&text).ok();
    // A line break could begin another key.
    !words.contains(['\n', '\r']) && table.is_some_and(|table| table.get_ref().len() == 1)
}

/// Whether the file says something at `spot`.
pub fn has_key(text: &str, spot: Spot<'_>) -> bool {
    let outline = Outline::new(text);
    let found = outline.table_at(spot.path).and_then(|table| {
        let (tables, name) = split(spot.key);
        tables
            .iter()
            .try_fold(table, |table, name| table.get(*name)?.get_ref().as_table())?
            .get(name)
    });
    found.is_some()
}

/// Gives the key at `spot` the value `value`, as TOML writes it; without one the key goes. None if the file
/// has no such place, or a whole table there.
pub fn set(text: &str, spot: Spot<'_>, value: Option<&str>) -> Option<String> {
    let outline = Outline::new(text);
    let writer = Writer { text, line_end: if text.contains("\r\n") { "\r\n" } else { "\n" } };
    let bytes = writer.change(&outline, spot, value)?;
    Some(apply(text, &[Operation::Bytes(bytes)]).text)
}

struct Writer<'t> {
    text: &'t str,
    line_end: &'static str,
}

impl Writer<'_> {
    fn change(&self, outline: &Outline<'_>, spot: Spot<'_>, value: Option<&str>) -> Option<Bytes> {
        let (tables, name) = split(spot.key);
        let mut table = outline.table_at(spot.path)?;
        let mut span = outline.span_at(spot.path).unwrap_or(0..0);
        let mut prefix = String::new();
        for (depth, step) in tables.iter().enumerate() {
            let Some(inner) = table.get(*step) else {
                let value = value?;
                let rest = tables[depth..].iter().chain([&name]).copied().collect::<Vec<_>>();
                if spot.path.is_empty() && depth == 0 && rest.len() == 2 {
                    return Some(self.new_table(outline, step, name, value));
                }
                let name = format!("{prefix}{}", rest.join("."));
                return Some(self.new_key(outline, table, span.start, &name, value));
            };
            table = inner.get_ref().as_table()?;
            // What has neither head nor brace is written with its name before each key.
            if self.text[inner.span().start..].starts_with(['[', '{']) {
                prefix.clear();
                span = inner.span();
            } else {
                prefix = format!("{prefix}{step}.");
            }
        }
        match (table.get_key_value(name), value) {
            (Some((_, old)), _) if self.is_section(old) => None,
            (Some((_, old)), Some(value)) => Some(self.bytes(old.span(), self.own(value))),
            (Some((key, old)), None) => {
                Some(self.removal(key.span().start, old.span().end, span.start))
            }
            (None, Some(value)) => {
                let name = format!("{prefix}{name}");
                Some(self.new_key(outline, table, span.start, &name, value))
            }
            (None, None) => None,
        }
    }

    /// Whether a value has heads of its own.
    fn is_section(&self, value: &Spanned<DeValue<'_>>) -> bool {
        let has_head = |value: &Spanned<DeValue<'_>>| {
            let begin = &self.text[value.span().start..];
            matches!(value.get_ref(), DeValue::Table(_)) && !begin.starts_with('{')
        };
        let list = value.get_ref().as_array();
        has_head(value) || list.is_some_and(|list| list.first().is_some_and(has_head))
    }

    /// A further key of the table that begins at `begin`: at its head, its brace, or the file's begin.
    fn new_key(
        &self,
        outline: &Outline<'_>,
        table: &DeTable<'_>,
        begin: usize,
        name: &str,
        value: &str,
    ) -> Bytes {
        let value = self.own(value);
        let at_begin = &self.text[begin..];
        let is_file = begin == 0 && !at_begin.starts_with(['[', '{']);
        if at_begin.starts_with('{') {
            let last = table.values().map(|value| value.span().end).max();
            let (at, line) = match last {
                Some(end) => (end, format!(", {name} = {value}")),
                None => (begin + 1, format!(" {name} = {value} ")),
            };
            return self.bytes(at..at, line);
        }
        let begin = if is_file { behind_schema(self.text) } else { line_end(self.text, begin) };
        let at = outline.end_of_keys(table, begin);
        self.line(at, &format!("{name} = {value}"))
    }

    /// A line of its own at `at`.
    fn line(&self, at: usize, line: &str) -> Bytes {
        let end = self.line_end;
        let line = if at == 0 || self.text[..at].ends_with('\n') {
            format!("{line}{end}")
        } else {
            format!("{end}{line}")
        };
        self.bytes(at..at, line)
    }

    /// The first key of a table of the file, which comes before all others that have heads.
    fn new_table(&self, outline: &Outline<'_>, table: &str, name: &str, value: &str) -> Bytes {
        let (end, at) = (self.line_end, outline.first_head());
        let lines = format!("[{table}]{end}{name} = {}", self.own(value));
        if at < self.text.len() {
            return self.line(at, &format!("{lines}{end}"));
        }
        self.line(at, &format!("{end}{lines}"))
    }

    /// A key from `begin` to `end` goes, with its line, or with the comma next to it.
    fn removal(&self, begin: usize, end: usize, table: usize) -> Bytes {
        if !self.text[table..].starts_with('{') {
            let mut lines = line_start(self.text, begin)..line_end(self.text, end);
            if !self.text[lines.clone()].ends_with('\n') {
                lines.start = self.text[..lines.start].trim_end_matches(['\r', '\n']).len();
            }
            return self.bytes(lines, String::new());
        }
        let behind = self.text[end..].trim_start();
        if let Some(rest) = behind.strip_prefix(',') {
            let rest = rest.trim_start();
            return self.bytes(begin..self.text.len() - rest.len(), String::new());
        }
        let before = self.text[..begin].trim_end();
        let before = before.strip_suffix(',').unwrap_or(before);
        self.bytes(before.len()..end, String::new())
    }

    fn bytes(&self, range: std::ops::Range<usize>, after: String) -> Bytes {
        Bytes { at: range.start, before: self.text[range].to_owned(), after }
    }

    /// A value with the line ends of this file.
    fn own(&self, value: &str) -> String {
        value.replace("\r\n", "\n").replace('\n', self.line_end)
    }
}

/// The tables that a key stands in, and its own name.
fn split(key: &str) -> (Vec<&str>, &str) {
    let mut parts: Vec<&str> = key.split('.').collect();
    let name = parts.pop().unwrap_or_default();
    (parts, name)
}

#[cfg(test)]
mod tests {
    use super::{Spot, has_key, set};

    /// What becomes of `text` with Unix and with Windows line ends.
    fn changed(
        text: &str,
        path: &[(&str, usize)],
        key: &str,
        value: Option<&str>,
    ) -> Option<String> {
        let spot = Spot { path, key };
        let after = set(text, spot, value);
        // A text of one line does not say which line ends it has.
        if text.contains('\n') {
            let windows = set(&text.replace('\n', "\r\n"), spot, value);
            assert_eq!(windows, after.as_ref().map(|text| text.replace('\n', "\r\n")), "{text}");
        }
        after
    }

    #[test]
    fn a_value_changes_and_nothing_else() {
        let text =
            "# A\na = 1 # one\nb.c = 2\n\n# B\n[t]\nx = [\n  1, # one\n]\ny = { z = 3 }\n\n[[e]]\n";
        let cases = [
            ("a", text.replace("a = 1", "a = 9")),
            ("b.c", text.replace("c = 2", "c = 9")),
            ("t.x", text.replace("[\n  1, # one\n]", "9")),
            ("t.y.z", text.replace("z = 3", "z = 9")),
            ("n", text.replace("c = 2\n", "c = 2\nn = 9\n")),
            ("b.n", text.replace("c = 2\n", "c = 2\nb.n = 9\n")),
            ("t.n", text.replace("y = { z = 3 }\n", "y = { z = 3 }\nn = 9\n")),
            ("t.y.n", text.replace("z = 3", "z = 3, n = 9")),
            ("n.n", text.replace("# B\n[t]", "[n]\nn = 9\n\n# B\n[t]")),
        ];
        for (key, expected) in cases {
            assert_eq!(changed(text, &[], key, Some("9")).as_deref(), Some(&*expected), "{key}");
            let kept = has_key(text, Spot { path: &[], key });
            let back = changed(&expected, &[], key, None);
            assert!(kept || back.is_some_and(|back| back.replace("[n]\n\n", "") == text), "{key}");
        }
        // A whole table is no value.
        assert_eq!(changed(text, &[], "t", Some("9")), None);
        assert_eq!(changed(text, &[], "e", None), None);
        assert_eq!(changed(text, &[], "a.b", Some("9")), None);
        assert_eq!(changed("a = 1", &[], "b", Some("9")).as_deref(), Some("a = 1\nb = 9"));
        assert_eq!(changed("a = 1", &[], "b.c", Some("9")).as_deref(), Some("a = 1\n\n[b]\nc = 9"));
        assert_eq!(changed("a = 1\nb = 2", &[], "b", None).as_deref(), Some("a = 1"));
        assert_eq!(changed("", &[], "b", Some("9")).as_deref(), Some("b = 9\n"));
    }

    #[test]
    fn entries_have_keys_too() {
        let text = "[[v]]\nid = 1\n\n# R\n[[v.r]]\nid = 2\n\n[[v]]\nid = 3\nl = { a = 1 }\n";
        let at = |path: &[(&str, usize)], key, value| changed(text, path, key, value).unwrap();
        assert_eq!(at(&[("v", 0)], "n", Some("9")), text.replace("id = 1\n", "id = 1\nn = 9\n"));
        assert_eq!(
            at(&[("v", 0), ("r", 0)], "n", Some("9")),
            text.replace("id = 2\n", "id = 2\nn = 9\n")
        );
        assert_eq!(at(&[("v", 1)], "m.n", Some("9")), format!("{text}m.n = 9\n"));
        assert_eq!(at(&[("v", 1)], "l.a", None), text.replace(" a = 1 ", " "));
        assert_eq!(changed(text, &[("v", 2)], "n", Some("9")), None);
        let inline = "s = [{ a = 1, b = 2 }, {}]\n";
        let at = |number, key, value| changed(inline, &[("s", number)], key, value).unwrap();
        assert_eq!(at(0, "a", None), "s = [{ b = 2 }, {}]\n");
        assert_eq!(at(0, "b", None), "s = [{ a = 1 }, {}]\n");
        assert_eq!(at(1, "a", Some("9")), "s = [{ a = 1, b = 2 }, { a = 9 }]\n");
    }
}
