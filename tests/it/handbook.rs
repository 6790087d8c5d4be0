//! The handbook: nothing that the program knows is missing in it, every command in it runs, and its links
//! lead somewhere.

use std::collections::BTreeSet;
use std::fs;

use erfa::diagnostic::codes;
use erfa::input::keys::KEYED_FILES;

use crate::harness::{Test, files, project};
use crate::readme::Reader;

/// The handbook in a language and a format.
fn handbook(language: &str, format: &str) -> String {
    let test = Test::new(&format!("handbook --format {format} --lang {language}"));
    let output = test.env("ERFA_LANG", language).run();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    output.stdout
}

/// What stands below the anchor `name` up to the next one.
fn section<'h>(handbook: &'h str, name: &str) -> &'h str {
    let (_, rest) = handbook
        .split_once(&format!("<a id=\"{name}\"></a>"))
        .unwrap_or_else(|| panic!("there is no {name}"));
    rest.split("<a id=\"").next().unwrap()
}

#[test]
fn every_command_and_option_is_told() {
    for (language, general) in [("de", "Bei jedem Befehl:"), ("en", "With every command:")] {
        let handbook = handbook(language, "markdown");
        let help = fs::read_to_string(project(format!("tests/help.{language}.txt"))).unwrap();
        let mut number = 0;
        for page in help.split("$ erfa").skip(1) {
            let (place, page) = page.split_once("--help\n").unwrap();
            let place = place.trim();
            // What every command understands is told once.
            let (own, told) = if place.is_empty() {
                (page, handbook.clone())
            } else {
                let anchor = format!("command-{}", place.replace(' ', "-"));
                (page.split(general).next().unwrap(), section(&handbook, &anchor).to_owned())
            };
            for line in own.lines().map(str::trim_start) {
                let option = line.strip_prefix('-').map(|_| line);
                let words = option.iter().flat_map(|line| line.split([' ', ',']));
                for word in words.take(3).filter(|word| word.starts_with('-')) {
                    assert!(told.contains(word), "{language}: `erfa {place}` lacks {word}");
                    number += 1;
                }
            }
        }
        assert!(number > 300, "{number} options");
    }
}

#[test]
fn every_key_and_every_finding_is_told() {
    for language in ["de", "en"] {
        let handbook = handbook(language, "markdown");
        for file in KEYED_FILES {
            let stem = file.path.trim_end_matches(".toml").replace("/*", "");
            let told = section(&handbook, &format!("file-{stem}-toml"));
            for table in file.tables {
                for place in table.places.iter().filter(|place| !place.is_empty()) {
                    assert!(told.contains(&format!("[{place}]")), "{language}: {place}");
                }
                for key in table.keys {
                    assert!(told.contains(&format!("| `{}` |", key.name)), "{language}: {key:?}");
                }
            }
        }
        let findings = section(&handbook, "findings");
        for code in codes() {
            assert!(findings.contains(&format!("| `{code}` |")), "{language}: {code}");
        }
    }
}

#[test]
fn links_inside_lead_somewhere_and_names_are_distinct() {
    for language in ["de", "en"] {
        let handbook = handbook(language, "html");
        let names = |mark: &str| -> Vec<String> {
            let rest = handbook.split(mark).skip(1);
            rest.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
        };
        let anchors = names(" id=\"");
        let distinct: BTreeSet<&String> = anchors.iter().collect();
        assert_eq!(anchors.len(), distinct.len());
        let links = names(" href=\"#");
        assert!(links.len() > 100, "{} links", links.len());
        for link in links {
            assert!(distinct.contains(&link), "{language}: nothing is called {link}");
        }
    }
}

#[test]
fn the_handbook_shows_what_happens() {
    for language in ["de", "en"] {
        let reader = Reader::new(language);
        let chapters = files(&project("data/handbook").join(language), |_| true);
        assert!(chapters.len() > 10);
        for chapter in chapters {
            reader.follow(&chapter);
        }
    }
}
