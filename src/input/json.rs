//! JSON becomes the same tables with places that TOML becomes, so that both are read alike.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::plan::{DuplicateKey, JsonSyntax};
use crate::diagnostic::value::{Expected, WrongType};
use crate::source::{FileId, Origin};

/// How deep lists and tables are followed; no file of ours comes near, and no stack is endless.
const DEEPEST: usize = 16;

/// Reads `text` as one JSON object. `null` counts as not there.
pub(super) fn table<'t>(
    file: FileId,
    text: &'t str,
    findings: &mut Vec<Diagnostic>,
) -> Option<Spanned<DeTable<'t>>> {
    let whole: &RawValue = match serde_json::from_str(text) {
        Ok(whole) => whole,
        Err(error) => {
            findings.push(syntax(file, text, &error));
            return None;
        }
    };
    let mut reader = Reader { file, text, findings };
    let value = reader.value(whole.get(), 0);
    let span = value.span();
    if let DeValue::Table(table) = value.into_inner() {
        return Some(Spanned::new(span, table));
    }
    let problem = WrongType { expected: Expected::Table, found: "array" };
    findings.push(Diagnostic::at(Origin::new(file, span), problem));
    None
}

struct Reader<'t, 'f> {
    file: FileId,
    text: &'t str,
    findings: &'f mut Vec<Diagnostic>,
}

impl<'t> Reader<'t, '_> {
    /// `raw` is a sound value and a part of the text.
    fn value(&mut self, raw: &'t str, depth: usize) -> Spanned<DeValue<'t>> {
        let start = self.position(raw);
        let value = match raw.as_bytes().first() {
            Some(b'{') if depth < DEEPEST => DeValue::Table(self.object(raw, depth)),
            Some(b'[') if depth < DEEPEST => {
                let entries: Vec<&'t RawValue> = serde_json::from_str(raw).unwrap_or_default();
                let entries = entries.iter().map(|entry| self.value(entry.get(), depth + 1));
                DeValue::Array(entries.collect::<DeArray<'t>>())
            }
            Some(b'"') => {
                DeValue::String(serde_json::from_str::<String>(raw).unwrap_or_default().into())
            }
            Some(b't') => DeValue::Boolean(true),
            Some(b'f') => DeValue::Boolean(false),
            // Numbers are written as in TOML.
            _ => DeValue::parse(raw)
                .map_or_else(|_| DeValue::String(raw.into()), Spanned::into_inner),
        };
        Spanned::new(start..start + raw.len(), value)
    }

    fn object(&mut self, raw: &'t str, depth: usize) -> DeTable<'t> {
        let entries: Entries<'t> = serde_json::from_str(raw).unwrap_or_default();
        let mut table = DeTable::new();
        // The key stands in quotes somewhere between the value before it and its own.
        let mut behind = self.position(raw) + 1;
        for (key, value) in entries.0 {
            let value_start = self.position(value.get());
            let gap = &self.text[behind..value_start];
            let start = behind + gap.find('"').unwrap_or(0);
            let end = behind + gap.rfind('"').map_or(gap.len(), |quote| quote + 1);
            behind = value_start + value.get().len();
            if table.contains_key(key.as_ref()) {
                let problem = DuplicateKey { key: key.to_string() };
                self.findings.push(Diagnostic::at(Origin::new(self.file, start..end), problem));
            } else if value.get() != "null" {
                table.insert(Spanned::new(start..end, key), self.value(value.get(), depth + 1));
            }
        }
        table
    }

    /// Where `part`, a part of the text, begins in it.
    fn position(&self, part: &str) -> usize {
        part.as_ptr().addr() - self.text.as_ptr().addr()
    }
}

/// The keys and values of an object, in their order, twice where they stand twice.
#[derive(Default)]
struct Entries<'t>(Vec<(Cow<'t, str>, &'t RawValue)>);

impl<'t> Deserialize<'t> for Entries<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'t> Visitor<'t> for Pairs {
            type Value = Entries<'t>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<M: MapAccess<'t>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut entries = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, &'t RawValue>()? {
                    entries.push((Cow::Owned(key), value));
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

fn syntax(file: FileId, text: &str, error: &serde_json::Error) -> Diagnostic {
    // Line and column count from 1, the column in bytes; 0 stands for the end of the line before.
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let line: usize = before.map(str::len).sum();
    let at = text.floor_char_boundary(line + error.column().saturating_sub(1));
    let words = error.to_string();
    let reason = words.split(" at line ").next().unwrap_or(&words).to_owned();
    let end = text.ceil_char_boundary((at + 1).min(text.len()));
    Diagnostic::at(Origin::new(file, at..end), JsonSyntax { reason })
}
