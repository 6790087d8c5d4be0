//! The help of all commands, whole: `tests/help.en.txt` and `tests/help.de.txt`.

use snapbox::Data;

use crate::harness::{Test, project, same};

/// What clap says by itself, in English.
const CLAPS_OWN: [&str; 6] =
    ["Usage:", "Options:", "Arguments:", "Commands:", "[default:", "[possible values:"];

#[test]
fn help_reads_well_in_english() {
    same(&reference("en"), Data::read_from(&project("tests/help.en.txt"), None));
}

#[test]
fn help_reads_well_in_german() {
    let german = reference("de");
    for words in CLAPS_OWN {
        assert!(!german.contains(words), "German help has `{words}`");
    }
    same(&german, Data::read_from(&project("tests/help.de.txt"), None));
}

/// The help of the program and of all commands below it.
fn reference(language: &str) -> String {
    let mut text = String::new();
    for place in places(language) {
        let help = help(&format!("{place} --help"), language);
        let asked = self::help(&format!("help {place}"), language);
        assert_eq!(asked, help, "erfa help {place}");
        let place = if place.is_empty() { place } else { format!(" {place}") };
        text.extend(["$ erfa", &place, " --help\n", &help, "\n"]);
    }
    text
}

/// The program itself, which is empty, and all commands below it: `outbox make`.
pub(crate) fn places(language: &str) -> Vec<String> {
    let mut places = vec![String::new()];
    let mut next = 0;
    while let Some(place) = places.get(next).cloned() {
        let help = help(&format!("{place} --help"), language);
        // Arguments begin with a bracket or a hyphen, and deeper lines go on with the one above.
        let names = help.lines().filter_map(|line| line.strip_prefix("  "));
        let names = names.filter(|line| line.starts_with(|letter: char| letter.is_lowercase()));
        let names = names.filter_map(|line| line.split_whitespace().next());
        // Examples begin with the program.
        let below = names.filter(|name| *name != "erfa").map(|name| format!("{place} {name}"));
        places.extend(below.map(|place| place.trim().to_owned()));
        next += 1;
    }
    places
}

fn help(command: &str, language: &str) -> String {
    let output = Test::new(command).env("ERFA_LANG", language).run();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""), "erfa {command}");
    output.stdout
}

#[test]
fn topics_and_findings_are_explained_in_both_languages() {
    let words = ["turns", "days", "formats", "scripting", "environment", "unknown-key", "gap"];
    for language in ["en", "de"] {
        let pages = words.map(|word| {
            format!("$ erfa help {word}\n{}\n", help(&format!("help {word}"), language))
        });
        let path = project(format!("tests/topics.{language}.txt"));
        same(&pages.concat(), Data::read_from(&path, None));
    }
    // German names do as well, whatever the language.
    for (german, english) in [("turnus", "turns"), ("Tage", "days"), ("umgebung", "environment")] {
        let [one, other] = [german, english].map(|word| help(&format!("help {word}"), "de"));
        assert_eq!(one, other);
    }
}

#[test]
fn help_fits_a_narrow_window() {
    let output = Test::new("--help").env("COLUMNS", "40").run();
    let wide: Vec<&str> = output.stdout.lines().filter(|it| it.chars().count() > 40).collect();
    assert!(wide.is_empty(), "{wide:?}");
}

/// A slip of the hand must not end in something that cannot be taken back, because somebody did what the
/// program proposed.
#[test]
fn what_sends_or_changes_is_never_proposed() {
    let cases = [
        ("chek", "did you mean `check`?"),
        ("programm", "did you mean `programme`?"),
        ("outbox lits", "did you mean `list`?"),
        ("help tunrs", "did you mean `turns`?"),
        ("sned", "`erfa --help` shows what there is"),
        ("cancle", "`erfa --help` shows what there is"),
        ("realese", "`erfa --help` shows what there is"),
        ("remvoe gotha", "`erfa --help` shows what there is"),
        ("outbox mak", "`erfa outbox --help` shows what there is"),
        ("outbox discrad x", "`erfa outbox --help` shows what there is"),
        ("privacy prge", "`erfa privacy --help` shows what there is"),
        ("--expect 3", "`erfa --help` shows what there is"),
    ];
    for (command, expected) in cases {
        let output = Test::new(command).run();
        assert!([1, 2].contains(&output.status), "{command}: {}", output.status);
        assert!(output.stderr.contains(expected), "{command}: {}", output.stderr);
    }
}

#[test]
fn the_value_of_an_option_may_be_called_like_a_command() {
    let cities = "[[city]]\nid = \"aue\"\nname = \"Aue\"\n";
    let test = Test::new("--dir check cities --json").file("check/cities.toml", cities);
    let output = test.file("check/network.toml", "name = \"Netz\"\n").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(output.stdout.contains("\"Aue\""), "{}", output.stdout);
    let output = Test::new("--dir check citys").run();
    assert_eq!(output.status, 2);
    assert!(output.stderr.contains("did you mean `cities`?"), "{}", output.stderr);
}
