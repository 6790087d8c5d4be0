//! What changes, in words that people read.

use std::fmt::Write as _;

use chrono::DateTime;

use crate::cli::context::Context;
use crate::document::journal::moment;
use crate::input::keys::KEYED_FILES;
use crate::input::{
    Compared, ComparedKey, ComparedValue, Fate, compared, english_label, german_label, german_value,
};
use crate::render::difference::{Difference, difference};
use crate::text::{DateStyle, Language, MemberWords, brief, plain};

/// What becomes of the file at `path`, in words; line by line where words do not tell it.
pub(in crate::cli) fn told(
    path: &str,
    before: Option<&str>,
    after: Option<&str>,
    members: &MemberWords,
    context: &Context,
) -> String {
    let language = context.language;
    if KEYED_FILES.iter().any(|file| file.schema() == path) {
        // Made by the program for editors: nobody reads it line by line.
        let fate = match (before, after) {
            (None, _) => Fate::New,
            (Some(_), Some(_)) => Fate::Changed,
            (Some(_), None) => Fate::Gone,
        };
        return format!("{path}{}\n", self::fate(fate, language));
    }
    let is_toml = path.to_lowercase().ends_with(".toml");
    let Some(file) = compared(before, after).filter(|_| is_toml) else {
        let file = Difference { path, before, after };
        return difference(&file, language, context.error.colour);
    };
    let mut words = format!("{path}{}\n", fate(file.fate, language));
    Telling { path, members, language }.below(&file, 1, &mut words);
    plain(&words)
}

struct Telling<'a> {
    /// The file.
    path: &'a str,
    members: &'a MemberWords,
    language: Language,
}

impl Telling<'_> {
    /// Keys and entries of `entry`, each on a line; of what goes, its name is enough.
    fn below(&self, entry: &Compared, depth: usize, words: &mut String) {
        let indent = "  ".repeat(depth);
        if entry.fate == Fate::Gone {
            return;
        }
        // A checksum says nothing to anybody.
        for key in entry.keys.iter().filter(|key| key.key != "checksum") {
            let _ = writeln!(words, "{indent}{}", self.key(key));
        }
        for entry in &entry.entries {
            let (kind, fate) = (self.kind(&entry.kind), fate(entry.fate, self.language));
            let day = entry.name.parse().ok().map(|day| DateStyle::of(self.language).numeric(day));
            let name = day.as_deref().unwrap_or(&entry.name);
            // What had no day before was not moved from one.
            let called = if entry.kind == "moved" && day.is_none() {
                self.language.pick("verschoben, war ohne Tag", "moved, had no day").to_owned()
            } else {
                format!("{kind} {name}")
            };
            let _ = writeln!(words, "{indent}{called}{fate}");
            self.below(entry, depth + 1, words);
        }
    }

    fn key(&self, key: &ComparedKey) -> String {
        let [before, after] =
            [&key.before, &key.after].map(|value| value.as_ref().map(|it| self.value_of(key, it)));
        let name = self.label(&key.key);
        match (before, after) {
            (Some(before), Some(after)) => format!("{name}: {before} → {after}"),
            (Some(before), None) => match self.language {
                Language::German => format!("{name}: {before} → entfällt"),
                Language::English => format!("{name}: {before} → removed"),
            },
            (None, after) => format!("{name}: {}", after.unwrap_or_default()),
        }
    }

    /// What people call a key.
    fn label(&self, key: &str) -> String {
        match (key, self.language) {
            ("city", language) => {
                self.members.one(language, language.pick("Stadt", "city")).to_string()
            }
            (_, Language::German) => german_label(key),
            (_, Language::English) => english_label(key),
        }
    }

    /// A value, as people call it where it is one of a closed set.
    fn value_of(&self, key: &ComparedKey, value: &ComparedValue) -> String {
        match value {
            ComparedValue::Words(words) if self.language == Language::German => {
                let called = german_value(self.path, &key.key, words);
                called.map_or_else(|| self.value(value), str::to_owned)
            }
            ComparedValue::List(values) if !values.iter().any(is_list) => {
                values.iter().map(|it| self.value_of(key, it)).collect::<Vec<_>>().join(", ")
            }
            _ => self.value(value),
        }
    }

    fn value(&self, value: &ComparedValue) -> String {
        let words = match value {
            ComparedValue::Words(words) => match DateTime::parse_from_rfc3339(words) {
                Ok(_) => moment(words, self.language),
                Err(_) => brief(words),
            },
            ComparedValue::Flag(true) => self.language.pick("ja", "yes").to_owned(),
            ComparedValue::Flag(false) => self.language.pick("nein", "no").to_owned(),
            ComparedValue::Day(day) => DateStyle::of(self.language).full(*day),
            ComparedValue::List(values) => {
                let separator = if values.iter().any(is_list) { "; " } else { ", " };
                values.iter().map(|it| self.value(it)).collect::<Vec<_>>().join(separator)
            }
        };
        if words.is_empty() { "–".to_owned() } else { words }
    }

    /// What an entry is called.
    fn kind(&self, kind: &str) -> String {
        let (german, english) = match kind {
            "city" => {
                let one = self.members.one(self.language, self.language.pick("Stadt", "city"));
                return one.to_string();
            }
            "venue" => ("Tagungsort", "venue"),
            "room" => ("Raum", "room"),
            "contact" => ("Kontakt", "contact"),
            "session" => ("Programmpunkt", "session"),
            "items" => ("Unterpunkt", "item"),
            "history" => ("Verlauf", "history"),
            "skip" => ("Aussetzen", "skip"),
            "swap" => ("Tausch", "swap"),
            "action" => ("Aufgabe", "action"),
            "moved" => ("verschoben vom", "moved from"),
            "topic" => ("Thema", "topic"),
            "wanted" => ("gewünscht von", "wanted by"),
            "offered" => ("angeboten von", "offered by"),
            "treated" => ("dran bei", "treated at"),
            "reply" => ("Antwort", "reply"),
            "attendance" => ("Teilnahme", "attendance"),
            "period" => ("Zeitraum", "period"),
            "release" => ("Fassung", "version"),
            "unavailable" => ("verhindert ab", "unavailable from"),
            "earlier-membership" => ("früher Mitglied seit", "member before, since"),
            _ => (kind, kind),
        };
        self.language.pick(german, english).to_owned()
    }
}

fn is_list(value: &ComparedValue) -> bool {
    matches!(value, ComparedValue::List(_))
}

fn fate(fate: Fate, language: Language) -> &'static str {
    match fate {
        Fate::New => language.pick(" (neu)", " (new)"),
        Fate::Changed => "",
        Fate::Gone => language.pick(" (wird gelöscht)", " (is removed)"),
    }
}
