//! Every answer in every format: none but the table on a terminal follows the locale.

use std::collections::BTreeSet;
use std::process::Command;

use crate::harness::{PROGRAM, Test};

mod answers;

const MEETING: &str = "2027-04-20-eschenquell";

/// The commands that answer, each with arguments of which it has enough to tell.
const ANSWERS: [(&str, &[&str]); 30] = [
    ("account", &["--why"]),
    ("actions", &["--all"]),
    ("attended", &["2026-03-17-birkenfurt --list"]),
    ("check", &[""]),
    ("cities", &[""]),
    ("contacts", &[""]),
    ("dates", &["--count 3 --why", "--host eschenquell"]),
    ("export account", &[""]),
    ("export contacts", &[""]),
    ("export meetings", &[""]),
    ("export participants", &[MEETING]),
    ("groups", &[""]),
    ("invite", &[MEETING, "2027-04-20-eschenquell --to joan-fairweather"]),
    ("meetings", &[""]),
    ("minutes", &["2026-03-17-birkenfurt"]),
    ("next-host", &["--why", "--count 3"]),
    ("outbox list", &[""]),
    (
        "outbox show",
        &[
            "2027-04-20-eschenquell/1-invitation",
            "2027-04-20-eschenquell/1-invitation/joan-fairweather.eml",
        ],
    ),
    ("plan", &["--count 3 --why", "--problem problem.json"]),
    ("privacy show", &["joan-fairweather"]),
    (
        "programme",
        &[MEETING, "2027-04-20-eschenquell --edition run-sheet", "2027-04-20-eschenquell --since"],
    ),
    ("release", &["2027-04-20-eschenquell --list"]),
    ("replies", &[MEETING]),
    ("search", &["Wehr"]),
    ("show", &[MEETING, "eschenquell"]),
    ("status", &[""]),
    ("topics", &["", "--for 2027-04-20-eschenquell"]),
    ("venues", &[""]),
    ("who-knows", &["Wasser"]),
    (
        "write",
        &[
            "press 2027-04-20-eschenquell",
            "--list",
            "postponement 2027-04-20-eschenquell --to joan-fairweather",
        ],
    ),
];

/// The formats that a use cannot take: nobody is written to by mail without `--to`, what a file of the
/// outbox says is there, a calendar is for everybody, and neither it nor a table tells of changes, or of
/// reasons.
const REFUSED: [(&str, &[&str]); 7] = [
    (MEETING, &["eml"]),
    (
        "2027-04-20-eschenquell/1-invitation/joan-fairweather.eml",
        &["docx", "html", "json", "markdown"],
    ),
    ("2027-04-20-eschenquell --edition run-sheet", &["ics"]),
    ("2027-04-20-eschenquell --since", &["csv", "ics"]),
    ("press 2027-04-20-eschenquell", &["eml"]),
    ("--problem problem.json", &["svg"]),
    ("--for 2027-04-20-eschenquell", &["csv"]),
];

/// Commands that act, and then tell what they did, and the one that tells of it later: in the words of
/// whoever asks, for the files may be in any state.
const ACTS: [&str; 12] = [
    "outbox pipe",
    "privacy purge",
    "replies read",
    "send",
    "site",
    "replies set",
    "speaker",
    "topics read",
    "log",
    "import contacts",
    "import cities",
    "import meetings",
];

const PROBLEM: &str = r#"{
  "cities": [{"id": "a", "account": "-3/4"}, {"id": "b", "account": "3/4"}],
  "slots": [{"id": "s1", "date": "2027-03-02"}, {"id": "s2"}]
}
"#;

/// A network with a meeting of which people were told, and which has been put off since.
fn network() -> Test {
    let mut test =
        Test::new("").workspace("examples/netzwerk-flusstal").file("problem.json", PROBLEM);
    for command in [
        format!("outbox make invitation {MEETING} --to all --yes"),
        format!("postpone {MEETING} --on 2027-05-04 --reason Umbau --yes"),
        format!("release {MEETING} --reason Tag --yes"),
    ] {
        test = test.command_line(&command);
        let output = test.command().output().unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
    test
}

/// The options that choose a format of `command`, as its help offers them; none at all is one, too.
fn choices(command: &str) -> BTreeSet<String> {
    let output = Command::new(PROGRAM)
        .args(command.split_whitespace())
        .arg("--help")
        .env("ERFA_LANG", "en")
        .output()
        .unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let offered = help.split_once("--format <FORMAT>").map_or("", |(_, after)| after);
    let offered = offered.split('[').next().unwrap().replace(" or ", ", ");
    let named = offered.split(',').map(str::trim).filter(|name| !name.is_empty());
    let mut choices: BTreeSet<String> = named.map(|name| format!("--format {name}")).collect();
    if help.contains("--json") {
        choices.insert("--json".to_owned());
    }
    choices.insert(String::new());
    choices
}

#[test]
fn none_but_the_table_follows_the_locale() {
    let mut test = network();
    let mut silent = Vec::new();
    let mut refused = BTreeSet::new();
    for (name, uses) in ANSWERS {
        let choices = choices(name);
        for (usage, choice) in
            uses.iter().flat_map(|usage| choices.iter().map(move |choice| (*usage, choice)))
        {
            let is_table = choice.ends_with("table") || choice.is_empty();
            // A list of names takes no other argument.
            if is_table || usage == "--list" && name == "write" {
                continue;
            }
            if choice.ends_with("pdf") && cfg!(not(feature = "pdf")) {
                continue;
            }
            for language in ["", "--lang en"] {
                let command = format!("{name} {usage} {choice} {language}");
                test = test.command_line(&command);
                let [german, english] = ["de", "en"].map(|locale| {
                    let output = test.command().env("ERFA_LANG", locale).output().unwrap();
                    (output.status.code(), output.stdout)
                });
                assert_eq!(german.0, english.0, "{command}");
                assert!(german.1 == english.1, "{command} follows the locale");
                let format = choice.trim_start_matches("--format ").trim_start_matches("--");
                let is_refused = REFUSED
                    .iter()
                    .any(|(which, formats)| *which == usage && formats.contains(&format));
                let tells = german.0 == Some(0) && !german.1.is_empty();
                if is_refused {
                    refused.insert((usage, format.to_owned()));
                }
                if tells == is_refused {
                    silent.push(format!("{command}: {:?}, {} bytes", german.0, german.1.len()));
                }
            }
        }
    }
    assert!(
        silent.is_empty(),
        "neither answered nor refused as it should be:\n{}",
        silent.join("\n")
    );
    let known: usize = REFUSED.iter().map(|(_, formats)| formats.len()).sum();
    assert_eq!(refused.len(), known, "{refused:?}");
}

#[test]
fn what_answers_into_a_pipe_in_text_is_in_the_language_of_the_network() {
    let mut test = network();
    for command in ["account", "dates", "meetings", "write --list"] {
        test = test.command_line(command);
        let [german, english] = ["de", "en"].map(|locale| {
            let output = test.command().env("ERFA_LANG", locale).output().unwrap();
            String::from_utf8(output.stdout).unwrap()
        });
        assert!(!german.is_empty(), "{command}");
        assert_eq!(german, english, "{command}");
    }
}

/// What has tests of its own: a book takes long to set, and schemas only speak of answers.
const ELSEWHERE: [&str; 2] = ["handbook", "schema"];

#[test]
fn every_command_that_answers_is_looked_at() {
    let known: BTreeSet<&str> =
        ANSWERS.iter().map(|(name, _)| *name).chain(ACTS).chain(ELSEWHERE).collect();
    let help = std::fs::read_to_string(crate::harness::project("tests/help.en.txt")).unwrap();
    let mut seen = 0;
    for part in help.split("$ erfa ").skip(1) {
        let Some((name, rest)) = part.split_once(" --help\n") else { continue };
        if rest.contains("--json") {
            seen += 1;
            assert!(known.contains(name), "`{name}` is not looked at");
        }
    }
    assert!(seen > 15, "only {seen} commands answer");
}
