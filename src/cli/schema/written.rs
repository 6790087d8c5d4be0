//! The schemas themselves, made from the tables of keys.

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::domain::date_rules::Weight;
use crate::domain::time::End;
use crate::input::keys::{Choices, KEYED_FILES, Key, KeyedFile, KeyedTable, Kind, choices};
use crate::text::Language;

/// The draft that editors for TOML know.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// A time of day, as words or as TOML has it.
const TIME: &str = r"^[^0-9]*[0-9]{1,2}([:.][0-9]{2}(:[0-9]{2}([.][0-9]+)?)?\s*(Uhr)?|\s*Uhr)\s*$";

/// Tables for which words alone can stand as well.
const IN_WORDS: &str = "people";

/// The schemas of all files, with their paths in a workspace.
pub(in crate::cli) fn texts(language: Language) -> Result<Vec<(String, String)>> {
    KEYED_FILES.iter().map(|file| Ok((file.schema(), encoded(file, language)?))).collect()
}

/// The schema of a file, as JSON.
pub(super) fn encoded(file: &KeyedFile, language: Language) -> Result<String> {
    let mut schema = table(file, "", language);
    schema.insert("$schema".to_owned(), json!(DRAFT));
    schema.insert("title".to_owned(), json!(file.path));
    let [german, english] = file.about;
    schema.insert("description".to_owned(), json!(language.pick(german, english)));
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    Ok(text)
}

/// The table at `place`, with those within it.
fn table(file: &KeyedFile, place: &str, language: Language) -> Map<String, Value> {
    let here = file.tables.iter().filter(|table| table.places.contains(&place));
    let keys: Vec<&Key> = here.flat_map(|table| table.keys).collect();
    let mut properties: Map<String, Value> =
        keys.iter().map(|key| (key.name.to_owned(), property(key, language))).collect();
    for (inner, name, holder) in within(file, place) {
        let one = table(file, inner, language);
        properties.insert(name.to_owned(), held(one, name, holder.several));
    }
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("additionalProperties".to_owned(), json!(false));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema
}

/// The tables that stand directly in the one at `place`: where, their names, and what they are.
fn within<'f>(
    file: &'f KeyedFile,
    place: &'f str,
) -> impl Iterator<Item = (&'static str, &'static str, &'f KeyedTable)> {
    let places =
        file.tables.iter().flat_map(|table| table.places.iter().map(move |at| (*at, table)));
    places.filter_map(move |(at, table)| {
        let name = if place.is_empty() { at } else { at.strip_prefix(place)?.strip_prefix('.')? };
        (!name.is_empty() && !name.contains('.')).then_some((at, name, table))
    })
}

fn held(mut one: Map<String, Value>, name: &str, are_several: bool) -> Value {
    if !are_several {
        return Value::Object(one);
    }
    if name == IN_WORDS {
        one.insert("type".to_owned(), json!(["object", "string"]));
        return json!({ "type": ["array", "object", "string"], "items": one });
    }
    json!({ "type": "array", "items": one })
}

fn property(key: &Key, language: Language) -> Value {
    let [german, english] = key.about;
    let mut schema = form(key.kind);
    if let Value::Object(schema) = &mut schema {
        schema.insert("description".to_owned(), json!(language.pick(german, english)));
    }
    schema
}

/// What a value may be. It never refuses what the reader takes.
fn form(kind: Kind) -> Value {
    match kind {
        Kind::Line | Kind::Text | Kind::Reference | Kind::Path | Kind::Region | Kind::TimeZone => {
            json!({ "type": "string" })
        }
        Kind::Time => matching(TIME),
        Kind::End => json!({ "anyOf": [matching(TIME), one_of(&choices::<End>())] }),
        Kind::Id => json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }),
        Kind::Mail => json!({ "type": "string", "pattern": "@" }),
        Kind::MailOrFalse => json!({ "anyOf": [form(Kind::Mail), { "const": false }] }),
        Kind::Digits(count) => {
            json!({ "type": "string", "pattern": format!("^\\s*[0-9]{{{count}}}\\s*$") })
        }
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Whole(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Kind::Number(least, most) => json!({ "type": "number", "minimum": least, "maximum": most }),
        Kind::Weight => {
            let points = form(Kind::Whole(0, Weight::MOST.into()));
            json!({ "anyOf": [points, one_of(&choices::<Weight>())] })
        }
        Kind::DaysOrFalse(least, most) => {
            json!({ "anyOf": [form(Kind::Whole(least, most)), { "const": false }] })
        }
        // Validators see a day of TOML as words, and not all of them look at `format`.
        Kind::Date => {
            json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
        }
        Kind::Moment => {
            let pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:";
            json!({ "type": "string", "format": "date-time", "pattern": pattern })
        }
        Kind::DateOrMoment => json!({ "anyOf": [form(Kind::Date), form(Kind::Moment)] }),
        // A bare number is minutes.
        Kind::Duration => json!({ "anyOf": [matching("[0-9]"), form(Kind::Whole(1, 999))] }),
        Kind::Choice(choices) => one_of(&choices()),
        Kind::Colour => matching("^\\s*#[0-9A-Fa-f]{6}\\s*$"),
        Kind::List(each) => json!({ "type": "array", "items": form(*each) }),
    }
}

fn matching(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// One of the words, which editors offer; the reader takes them in any case.
fn one_of(choices: &Choices) -> Value {
    let words = [&*choices.written, &*choices.spoken].concat();
    let in_any_case: Vec<String> = words.iter().map(|word| pattern(word)).collect();
    let in_any_case = matching(&format!("^\\s*({})\\s*$", in_any_case.join("|")));
    json!({ "anyOf": [{ "enum": words }, in_any_case] })
}

/// A pattern for `word` in any case.
fn pattern(word: &str) -> String {
    let letter = |letter: char| {
        let (small, large) = (letter.to_lowercase(), letter.to_uppercase());
        if small.len() == 1 && large.len() == 1 && small.to_string() != large.to_string() {
            format!("[{small}{large}]")
        } else if letter.is_alphanumeric() || letter == ' ' {
            letter.to_string()
        } else {
            format!("[{letter}]")
        }
    };
    word.chars().map(letter).collect()
}
