//! `erfa schema`

use std::path::PathBuf;

use anyhow::Result;
use clap::builder::PossibleValuesParser;
use serde_json::{Map, Value, json};

use super::context::Context;
use super::target_folder::TargetFolder;
use crate::input::keys::{KEYED_FILES, Key, KeyedFile, KeyedTable, Kind};
use crate::text::Language;

/// The draft that editors for TOML know.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// Tables for which words alone can stand as well.
const IN_WORDS: &str = "people";

/// Write JSON Schemas of the files, by which editors complete and check them
///
/// Each key stands in them with the values that it takes and what it means. With `--output schema/` all are
/// written into that folder. Editors that know TOML (taplo, Even Better TOML) find the one for a file by its
/// first line, such as `#:schema ./schema/network.schema.json`.
#[derive(clap::Args, Debug)]
pub(super) struct SchemaArgs {
    /// The file: network, cities, venues, contacts, meetings, rotation, calendar or replies
    #[arg(value_name = "FILE", value_parser = files(), hide_possible_values = true,
          required_unless_present = "output", conflicts_with = "output")]
    file: Option<String>,

    /// Write the schemas of all files into this folder
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,

    /// Replace files that are there, whatever they say
    #[arg(long, requires = "output")]
    force: bool,
}

fn files() -> PossibleValuesParser {
    PossibleValuesParser::new(KEYED_FILES.iter().map(name))
}

/// What a schema is called: the file, or the folder in which such files stand.
fn name(file: &KeyedFile) -> &'static str {
    file.path.trim_end_matches(".toml").trim_end_matches("/*")
}

pub(super) fn run(args: &SchemaArgs, context: &Context) -> Result<()> {
    let language = context.document_language(None);
    if let Some(folder) = &args.output {
        let names = KEYED_FILES.iter().map(|file| format!("{}.schema.json", name(file)));
        let target = TargetFolder::open(folder, names.collect(), args.force, context)?;
        let schemas = KEYED_FILES.iter().map(|file| Ok(encoded(file, language)?.into_bytes()));
        return target.write(&schemas.collect::<Result<Vec<_>>>()?, context);
    }
    let is_meant = |file: &&KeyedFile| Some(name(file)) == args.file.as_deref();
    match KEYED_FILES.iter().find(is_meant) {
        Some(file) => context.print(encoded(file, language)?),
        // No other word comes through, and one of both is needed.
        None => Ok(()),
    }
}

fn encoded(file: &KeyedFile, language: Language) -> Result<String> {
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
        Kind::Line
        | Kind::Text
        | Kind::Reference
        | Kind::Path
        | Kind::Time
        | Kind::End
        | Kind::Region
        | Kind::TimeZone => json!({ "type": "string" }),
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
        // What it can be at all, and what is meant by words of the user's own.
        Kind::Weight => {
            json!({ "anyOf": [{ "enum": ["block"] }, { "type": ["integer", "string"] }] })
        }
        Kind::DaysOrFalse(least, most) => {
            json!({ "anyOf": [form(Kind::Whole(least, most)), { "const": false }] })
        }
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Moment => json!({ "type": "string", "format": "date-time" }),
        Kind::DateOrMoment => json!({ "anyOf": [form(Kind::Date), form(Kind::Moment)] }),
        // A bare number is minutes.
        Kind::Duration => json!({ "type": ["string", "integer"] }),
        // Words of people's own do as well; these are the ones that editors offer.
        Kind::Choice(words) => json!({ "anyOf": [{ "enum": words() }, { "type": "string" }] }),
        Kind::Colour => json!({ "type": "string", "pattern": "^\\s*#" }),
        Kind::List(each) => json!({ "type": "array", "items": form(*each) }),
    }
}
