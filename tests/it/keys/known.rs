//! The table of keys, of which the handbook is made, names just the keys that are read.

use std::collections::BTreeSet;

use erfa::input::keys::{KEYED_FILES, KeyedFile, KeyedTable};
use erfa::source::RawFile;
use erfa::text::Language;

/// A file in which the table at `place` holds a key that nobody knows.
fn with_a_stranger(file: &KeyedFile, place: &str) -> RawFile {
    let mut text = String::new();
    let steps: Vec<&str> = place.split('.').filter(|step| !step.is_empty()).collect();
    for end in 1..=steps.len() {
        let path = steps[..end].join(".");
        let several = file.tables.iter().any(|it| it.several && it.places.contains(&&*path));
        let (open, close) = if several { ("[[", "]]") } else { ("[", "]") };
        text.extend([open, &path, close, "\n"]);
    }
    // Some entries are read only when it is known whose they are.
    let keys = file.tables.iter().filter(|it| it.places.contains(&place)).flat_map(|it| it.keys);
    for key in keys.filter(|key| matches!(key.name, "id" | "name")) {
        text.extend([key.name, " = \"treffen\"\n"]);
    }
    text += "zz-nobody = 1\n";
    RawFile::from((file.path.replace('*', "treffen"), text))
}

/// The keys that the reader knows of the table at `place`.
fn read(file: &KeyedFile, place: &str) -> BTreeSet<String> {
    let findings = erfa::input::read(vec![with_a_stranger(file, place)]).findings;
    let hint = |finding: &erfa::diagnostic::Diagnostic| {
        let wording = finding.problem.wording(Language::English);
        (finding.code() == "unknown-key" && wording.message.contains("zz-nobody"))
            .then(|| wording.hint.unwrap())
    };
    let hint = findings.iter().find_map(hint);
    let hint = hint.unwrap_or_else(|| panic!("{} [{place}]: {findings:?}", file.path));
    hint.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The keys that the table names at `place`, those of tables within it among them.
fn told(file: &KeyedFile, table: &KeyedTable, place: &str) -> BTreeSet<String> {
    let inner = file.tables.iter().flat_map(|it| it.places).filter_map(|inner| {
        let name =
            if place.is_empty() { inner } else { inner.strip_prefix(place)?.strip_prefix('.')? };
        (!name.is_empty() && !name.contains('.')).then(|| name.to_owned())
    });
    inner.chain(table.keys.iter().map(|key| key.name.to_owned())).collect()
}

#[test]
fn the_table_of_keys_knows_what_is_read() {
    let mut keys = 0;
    for file in KEYED_FILES {
        for table in file.tables {
            for place in table.places {
                let (told, read) = (told(file, table, place), read(file, place));
                assert_eq!(told, read, "{} [{place}]", file.path);
                keys += table.keys.len();
            }
        }
    }
    assert!(keys > 250, "{keys}");
}
