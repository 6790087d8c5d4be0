//! `erfa schema`: what editors complete and check files by.

use std::collections::BTreeSet;
use std::fs;

use erfa::diagnostic::Diagnostic;
use erfa::input::keys::KEYED_FILES;
use erfa::source::RawFile;
use serde_json::Value;
use snapbox::Data;

use crate::harness::{Test, files, project, same};

/// The schemas that are written, by name.
fn schemas(language: &str) -> Vec<(String, Value)> {
    let output = Test::new(&format!("schema --output schema/ --lang {language}")).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let written = files(&output.path("schema"), |_| true);
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
    };
    written.iter().map(read).collect()
}

/// All keys in a schema, wherever they stand.
fn keys(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(parts) => {
            if let Some(Value::Object(properties)) = parts.get("properties") {
                found.extend(properties.keys().cloned());
            }
            parts.values().for_each(|part| keys(part, found));
        }
        Value::Array(parts) => parts.iter().for_each(|part| keys(part, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_key_of_every_file_stands_in_a_schema_and_is_told() {
    for language in ["de", "en"] {
        let schemas = schemas(language);
        assert_eq!(schemas.len(), KEYED_FILES.len());
        for (file, (name, schema)) in sorted().into_iter().zip(&schemas) {
            assert_eq!(&format!("{}.schema.json", stem(file)), name);
            let mut found = BTreeSet::new();
            keys(schema, &mut found);
            let pick = usize::from(language == "en");
            let text = schema.to_string();
            for key in KEYED_FILES[file].tables.iter().flat_map(|table| table.keys) {
                assert!(found.contains(key.name), "{name} lacks {}", key.name);
                let told = serde_json::to_string(key.about[pick]).unwrap();
                assert!(text.contains(&told), "{name}: {}", key.name);
            }
        }
    }
}

/// The numbers of the files, by the names of their schemas.
fn sorted() -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..KEYED_FILES.len()).collect();
    numbers.sort_by_key(|number| stem(*number));
    numbers
}

fn stem(file: usize) -> &'static str {
    KEYED_FILES[file].path.trim_end_matches(".toml").trim_end_matches("/*")
}

#[test]
fn one_schema_goes_to_standard_output() {
    let output = Test::new("schema rotation").env("ERFA_LANG", "en").run();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    same(&output.stdout, Data::read_from(&project("tests/it/schema/rotation.json"), None));
    let output = Test::new("schema").run();
    assert_eq!(output.status, 2, "{}", output.stderr);
}

/// The words that the schema offers for a key of items.
fn offered(key: &str) -> Vec<String> {
    let schemas = schemas("de");
    let (_, meetings) = schemas.iter().find(|(name, _)| name.starts_with("meetings")).unwrap();
    let words = meetings["properties"]["session"]["items"]["properties"][key]["anyOf"][0]["enum"]
        .as_array()
        .unwrap();
    words.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_word_that_a_schema_offers_is_taken() {
    let mut judged = 0;
    for (key, needed) in [("kind", "Vortrag"), ("audience", "intern"), ("status", "angefragt")] {
        let words = offered(key);
        assert!(words.iter().any(|word| word == needed), "{words:?}");
        for word in words {
            let meeting =
                format!("title = \"A\"\n[[session]]\ntitle = \"B\"\n{key} = \"{word}\"\n");
            let files = [("network.toml", "name = \"N\""), ("meetings/a.toml", &meeting)];
            let reading = erfa::input::read(files.map(RawFile::from).into());
            let codes: Vec<&str> = reading.findings.iter().map(Diagnostic::code).collect();
            assert!(!codes.contains(&"bad-choice"), "{key} = {word}");
            judged += 1;
        }
    }
    assert!(judged > 40, "{judged}");
}
