//! No key is forgotten: each one that readers see counts for a version, words that were to be replaced are
//! found in it, and somebody's name is found wherever it stands.
//!
//! `tests/keys/least` is a workspace with hardly any key, `tests/keys/every` has another value for each
//! key that there is; a key at a time is taken over. Whoever adds a key adds it there.

use std::collections::BTreeSet;
use std::fs;

use erfa::domain::workspace::Workspace;
use erfa::input::Reading;
use erfa::source::RawFile;
use erfa::text::Language;
use toml_edit::{DocumentMut, Item, Table, Value};

use crate::harness::{files, project};

mod known;
mod placeholder;
mod privacy;
mod release;

/// Tables without words, and names that others go by.
const ASIDE: &[&str] = &[
    "badges",
    "cadence",
    "checklist",
    "dates",
    "earlier-membership",
    "id",
    "journal",
    "logo",
    "purged",
    "release",
    "rotation",
    "site",
    "smtp",
    "style",
    "total",
    "walking",
    "words",
];

/// A key of a table, and the value that it has in `every`.
#[derive(Clone, Debug)]
struct Key {
    file: String,
    /// The way to its table: names, and numbers in lists.
    path: Vec<String>,
    name: String,
    value: Item,
}

impl Key {
    /// "treffen.session.items.title", as lists of exceptions have it.
    fn title(&self) -> String {
        let stem = self.file.rsplit('/').next().unwrap().trim_end_matches(".toml");
        let path = self.path.iter().filter(|step| step.parse::<usize>().is_err());
        let steps = std::iter::once(stem).chain(path.map(String::as_str)).chain([&*self.name]);
        steps.collect::<Vec<_>>().join(".")
    }

    /// The files of `least` with this key.
    fn added(&self) -> Vec<RawFile> {
        let add = |text: &str| {
            let mut document: DocumentMut = text.parse().unwrap();
            let table = self.path.iter().fold(document.as_item_mut(), |item, step| {
                match step.parse::<usize>() {
                    Ok(number) => &mut item[number],
                    Err(_) => &mut item[step],
                }
            });
            // What stands for the same thing makes way.
            let others: &[&str] = match &*self.name {
                "name" | "names" | "any-of" => &["contact"],
                "place" => &["venue", "room"],
                _ => &[],
            };
            let table = table.as_table_mut().unwrap();
            for other in others {
                table.remove(other);
            }
            table.insert(&self.name, self.value.clone());
            document.to_string()
        };
        let least = workspace("least").into_iter();
        let file = |(path, text): (String, String)| {
            let text = if path == self.file { add(&text) } else { text };
            RawFile::from((path, text))
        };
        least.map(file).collect()
    }

    fn read(&self) -> Reading {
        erfa::input::read(self.added())
    }

    /// The workspace in which this key has another value, alone or in a list; none if it cannot have it.
    fn holding(&self, value: &str) -> Option<Reading> {
        let holds = |value: &str| {
            let value = Item::Value(value.parse().unwrap());
            let reading = Self { value, ..self.clone() }.read();
            reading.findings.is_empty().then_some(reading)
        };
        holds(value).or_else(|| holds(&format!("[{value}]")))
    }

    /// The workspace with this key, which has no fault.
    fn workspace(&self) -> Workspace {
        let reading = self.read();
        assert!(reading.findings.is_empty(), "{}: {:?}", self.title(), reading.findings);
        reading.workspace.unwrap()
    }
}

/// The files of a workspace below `tests/keys`.
fn workspace(name: &str) -> Vec<(String, String)> {
    let root = project("tests/keys").join(name);
    let file = |path: std::path::PathBuf| {
        let inner = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        (inner, fs::read_to_string(path).unwrap())
    };
    files(&root, |_| true).into_iter().map(file).collect()
}

fn read(name: &str) -> Reading {
    erfa::input::read(workspace(name).into_iter().map(RawFile::from).collect())
}

/// The tables of `every`: file, way to it, and the table.
fn tables() -> Vec<(String, Vec<String>, Table)> {
    fn below(table: &Table, path: &[String], add: &mut dyn FnMut(Vec<String>, Table)) {
        add(path.to_vec(), table.clone());
        for (name, item) in table {
            let inner = |steps: &[&str]| {
                path.iter()
                    .cloned()
                    .chain(steps.iter().map(ToString::to_string))
                    .collect::<Vec<_>>()
            };
            match item {
                Item::Table(table) => below(table, &inner(&[name]), add),
                Item::ArrayOfTables(tables) => {
                    for (number, table) in tables.iter().enumerate() {
                        below(table, &inner(&[name, &number.to_string()]), add);
                    }
                }
                Item::None | Item::Value(_) => {}
            }
        }
    }
    let mut tables = Vec::new();
    for (file, text) in workspace("every") {
        let document: DocumentMut = text.parse().unwrap();
        let mut add = |path, table: Table| {
            // One without keys stands there for the sake of the next.
            if !table.is_empty() {
                tables.push((file.clone(), path, table));
            }
        };
        below(document.as_table(), &[], &mut add);
    }
    tables
}

/// All keys of `every` that have a value, not a table.
fn keys() -> Vec<Key> {
    let keys = |(file, path, table): (String, Vec<String>, Table)| {
        let values = table.iter().filter(|(_, item)| item.is_value());
        let key = |(name, item): (&str, &Item)| Key {
            file: file.clone(),
            path: path.clone(),
            name: name.to_owned(),
            value: item.clone(),
        };
        values.map(key).collect::<Vec<_>>()
    };
    tables().into_iter().flat_map(keys).collect()
}

#[test]
fn every_key_that_is_read_is_there() {
    for (file, path, table) in tables() {
        let nobody = "zz-nobody";
        let (name, value) = (nobody.to_owned(), Item::Value(Value::from(1)));
        let findings = Key { file: file.clone(), path: path.clone(), name, value }.read().findings;
        let [finding] = findings.as_slice() else { panic!("{file} {path:?}: {findings:?}") };
        assert_eq!(finding.code(), "unknown-key");
        let hint = finding.problem.wording(Language::English).hint.unwrap();
        let known: BTreeSet<&str> = hint.split('`').skip(1).step_by(2).collect();
        let here: BTreeSet<&str> =
            table.iter().map(|(key, _)| key).chain(ASIDE.iter().copied()).collect();
        let missing: Vec<_> = known.difference(&here).collect();
        assert!(missing.is_empty(), "tests/keys/every/{file} {path:?} lacks {missing:?}");
    }
}
