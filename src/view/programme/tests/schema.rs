//! The schema of a programme as data, as other programs find it in `data/schema/`.

use std::path::Path;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::Programme;
use crate::domain::meeting::Status;
use crate::domain::session::Kind;
use crate::render::json::json;
use crate::text::{Language, Vocabulary};
use crate::view::placeholders::Placeholders as _;
use crate::view::tests::answers::told_in_lines;

const FILE: &str = "data/schema/programme.schema.json";

/// What the types of Rust do not say of a field: the type, the field, and a keyword of JSON Schema.
fn rules() -> Vec<(&'static str, &'static str, &'static str, Value)> {
    // ISO 8601 without seconds, up to "24:00", which ends a day.
    let time = json!("^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$");
    vec![
        ("", "language", "enum", json!(Language::ALL.map(Language::code))),
        ("Network", "accent", "pattern", json!("^#[0-9a-f]{6}$")),
        ("Meeting", "status", "enum", json!(words::<Status>())),
        ("Meeting", "date", "format", json!("date")),
        ("Meeting", "end_date", "format", json!("date")),
        ("Meeting", "as_of_date", "format", json!("date")),
        ("Day", "date", "format", json!("date")),
        // Walks come from nobody's file.
        ("Entry", "kind", "enum", json!([words::<Kind>(), vec!["walk"]].concat())),
        ("Entry", "start", "pattern", time.clone()),
        ("Entry", "end", "pattern", time.clone()),
        ("Plan", "start", "pattern", time.clone()),
        ("Plan", "end", "pattern", time),
    ]
}

fn words<T: Vocabulary>() -> Vec<&'static str> {
    T::all().map(T::word).collect()
}

/// Writes comments as one line a paragraph, and what is known of the fields as `rules` say.
fn finished(mut schema: Schema) -> Value {
    told_in_lines(&mut schema);
    let mut schema = schema.to_value();
    for (holder, field, keyword, value) in rules() {
        let holder = match holder {
            "" => &mut schema,
            name => &mut schema["$defs"][name],
        };
        let field = holder["properties"].get_mut(field).expect("a field of that name");
        field[keyword] = value;
    }
    schema
}

#[test]
fn the_schema_that_is_checked_in_is_that_of_the_types() {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = finished(settings.into_generator().into_root_schema_for::<Programme>());
    let text = json(&schema).unwrap();
    let assert = snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    assert.eq(text, snapbox::Data::read_from(&file, None).raw());
}

#[test]
fn every_field_is_described_and_always_there() {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = finished(generator.into_root_schema_for::<Programme>());
    let types = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    for of_type in types {
        assert_eq!(of_type["additionalProperties"], false, "{of_type}");
        let fields = of_type["properties"].as_object().unwrap();
        assert_eq!(of_type["required"].as_array().unwrap().len(), fields.len(), "{of_type}");
        for (name, field) in fields {
            assert!(field["description"].as_str().is_some_and(|it| it.ends_with('.')), "{name}");
        }
    }
    let filled = serde_json::to_value(Programme::filled(&str::to_owned)).unwrap();
    assert_eq!(filled.as_object().unwrap().len(), schema["properties"].as_object().unwrap().len());
}
