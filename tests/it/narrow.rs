//! A window of forty columns: nothing is wider that could be narrower, and nothing is lost.

use crate::harness::Test;
use crate::help::places;

const COLUMNS: usize = 40;

/// Lines that are wider than the window though a space would let them end before.
fn wide(text: &str) -> Vec<&str> {
    let is_wide = |line: &&str| line.chars().count() > COLUMNS;
    // What stands in quotation marks is one word.
    let can_break = |line: &&str| {
        let words = line.trim_start().trim_end_matches(" \\");
        words.contains(' ') && !words.starts_with(['\'', '"'])
    };
    text.lines().filter(is_wide).filter(can_break).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| *word != "\\").collect()
}

#[test]
fn help_is_as_narrow_as_the_window() {
    for language in ["en", "de"] {
        let topics = ["turns", "days", "formats", "scripting", "environment"];
        let topics = topics.iter().map(|topic| format!("help {topic}"));
        for page in places(language).iter().map(|place| format!("{place} --help")).chain(topics) {
            let [narrow, usual] = ["40", "100"].map(|columns| {
                Test::new(&page).env("ERFA_LANG", language).env("COLUMNS", columns).run().stdout
            });
            assert_eq!(wide(&narrow), [""; 0], "{language} {page}");
            assert_eq!(words(&narrow), words(&usual), "{language} {page}");
        }
    }
}

#[test]
fn a_broken_example_is_still_one_command() {
    let page = Test::new("speaker --help").env("COLUMNS", "40").run().stdout;
    let lines: Vec<&str> = page.lines().skip_while(|line| !line.starts_with("  erfa ")).collect();
    let ends = lines.iter().position(|line| !line.ends_with(" \\")).unwrap();
    assert!(ends > 0 && lines[1..=ends].iter().all(|line| line.starts_with("    ")), "{page}");
    let page = Test::new("skip --help").env("COLUMNS", "40").run().stdout;
    assert!(page.contains(" \\\n    \"Neubau des Rathauses\"\n"), "{page}");
}

#[test]
fn what_is_wrong_is_as_narrow_as_the_window() {
    let commands = [
        "show nirgends",
        "invite 2027-04-20-eschenquell --to nobody",
        "done quatsch",
        "join Gera",
        "dates --month quatsch",
        "programm",
        "undo 99",
        "outbox show nirgends",
    ];
    for language in ["de", "en"] {
        for command in commands {
            let test = || Test::new(command).workspace("examples/netzwerk-flusstal");
            let test = || test().env("ERFA_LANG", language).env("NO_COLOR", "1");
            let usual = test().run();
            assert!(usual.status > 0, "{command}");
            let seen = test().env("COLUMNS", "40").on_a_terminal().run().stdout.replace('\r', "");
            assert_eq!(wide(&seen), [""; 0], "{language} {command}\n{seen}");
            assert_eq!(words(&seen), words(&usual.stderr), "{language} {command}\n{seen}");
        }
    }
}
