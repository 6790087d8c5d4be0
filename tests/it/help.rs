//! The help of all commands, whole: `tests/help.en.txt` and `tests/help.de.txt`.

use snapbox::Data;

use crate::harness::{Test, project, same};

/// What clap says by itself, in English.
const CLAPS_OWN: [&str; 6] =
    ["Usage:", "Options:", "Arguments:", "Commands:", "[default:", "[possible values:"];

#[test]
fn help_reads_well_in_english() {
    same(&reference("en", "Commands:"), Data::read_from(&project("tests/help.en.txt"), None));
}

#[test]
fn help_reads_well_in_german() {
    let german = reference("de", "Befehle:");
    for words in CLAPS_OWN {
        assert!(!german.contains(words), "German help has `{words}`");
    }
    same(&german, Data::read_from(&project("tests/help.de.txt"), None));
}

/// The help of the program and of all commands below it.
fn reference(language: &str, heading: &str) -> String {
    let mut places = vec![String::new()];
    let mut text = String::new();
    let mut next = 0;
    while let Some(place) = places.get(next).cloned() {
        let command = format!("{place} --help");
        let output = Test::new(&command).env("ERFA_LANG", language).run();
        assert_eq!((output.status, output.stderr.as_str()), (0, ""), "erfa {command}");
        text.extend(["$ erfa", &place, " --help\n", &output.stdout, "\n"]);
        let listed = output.stdout.lines().skip_while(|line| *line != heading).skip(1);
        for line in listed.take_while(|line| !line.is_empty()) {
            // Deeper lines go on with the text of the one above.
            if let Some(name) = line.strip_prefix("  ").filter(|line| !line.starts_with(' ')) {
                places.push(format!("{place} {}", name.split_whitespace().next().unwrap()));
            }
        }
        next += 1;
    }
    text
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
