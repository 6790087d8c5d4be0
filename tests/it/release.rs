//! `erfa release`: versions of a meeting, and the line that names them.

use std::fs;

use snapbox::str;

use crate::harness::Test;

const NETWORK: &str = "name = \"Netz\"\n[sender]\nname = \"Geschäftsstelle\"\n";
const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n[[city]]\nid = \"bergen\"\nname = \"Bergen\"\n";
const VENUES: &str = r#"[[venue]]
id = "rathaus"
name = "Rathaus"
city = "aue"
street = "Markt 1"
[[venue.room]]
id = "saal"
name = "Saal"
[[venue.room]]
id = "hof"
name = "Hof"
"#;

pub(crate) const SPRING: &str = r#"# Unser Frühjahr
title = "Frühjahrstreffen"
status = "invited"
created = 2026-10-01
date = 2027-03-16
hosts = ["aue"]
venue = "rathaus"
start = "09:30"
end = "15:00"

[[session]]
title = "Begrüßung" # kurz
start = "09:30"
end = "10:00"

# Der Schwerpunkt
[[session]]
title = "Stadtgrün"
start = "10:00"
end = "12:00"
place = "hof"
people = [{ name = "A. Muster" }]

[[session]]
id = "leitung"
title = "Vorbesprechung"
audience = "lead"

[[session]]
title = "Ausblick""#;

/// A run in a network with one meeting.
pub(crate) fn erfa(command: &str, text: &str) -> Test {
    Test::new(command)
        .file("network.toml", NETWORK)
        .file("cities.toml", CITIES)
        .file("venues.toml", VENUES)
        .file("meetings/fruehjahr.toml", text)
}

/// The file after `erfa release` on a day.
pub(crate) fn released(text: &str, day: &str) -> String {
    let command = format!("release -y fruehjahr --reason Einladung --today {day}");
    let output = erfa(&command, text).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    fs::read_to_string(output.path("meetings/fruehjahr.toml")).unwrap()
}

/// The text with other words before its first version.
pub(crate) fn edited(text: &str, exchange: &[(&str, &str)]) -> String {
    let (mut head, versions) = match text.find("[[release]]") {
        Some(at) => (text[..at].to_owned(), &text[at..]),
        None => (text.to_owned(), ""),
    };
    for (from, to) in exchange {
        assert!(head.contains(from), "{from}");
        head = head.replace(from, to);
    }
    head + versions
}

#[test]
fn a_version_fixes_facts_and_ids() {
    erfa("release -y fruehjahr --reason Einladung --today 2027-01-12", SPRING)
        .german()
        .stderr(str![[r#"
meetings/fruehjahr.toml
  Fassung 1 (neu), freigegeben von Geschäftsstelle: Einladung
Fassung 1 freigegeben: Frühjahrstreffen (fruehjahr)

"#]])
        .wrote("meetings/fruehjahr.toml", str![[r##"
# Unser Frühjahr
title = "Frühjahrstreffen"
status = "invited"
created = 2026-10-01
date = 2027-03-16
hosts = ["aue"]
venue = "rathaus"
start = "09:30"
end = "15:00"

[[session]]
id = "begruessung"
title = "Begrüßung" # kurz
start = "09:30"
end = "10:00"

# Der Schwerpunkt
[[session]]
id = "stadtgruen"
title = "Stadtgrün"
start = "10:00"
end = "12:00"
place = "hof"
people = [{ name = "A. Muster" }]

[[session]]
id = "leitung"
title = "Vorbesprechung"
audience = "lead"

[[session]]
id = "ausblick"
title = "Ausblick"

[[release]]
number = 1
released = 2027-01-12T12:00:00+01:00
by = "Geschäftsstelle"
reason = "Einladung"
sequence = 0
uid = "fruehjahr.netz@erfa.invalid"
title = "Frühjahrstreffen"
status = "invited"
hosts = ["Aue"]
date = 2027-03-16
start = "09:30"
end = "15:00"
place = "Rathaus, Markt 1, Aue"
sessions = [
    { id = "begruessung", title = "Begrüßung", start = "09:30", end = "10:00" },
    { id = "stadtgruen", title = "Stadtgrün", start = "10:00", end = "12:00", place = "Hof, Rathaus", people = ["A. Muster"] },
    { id = "leitung", title = "Vorbesprechung", audience = "lead" },
    { id = "ausblick", title = "Ausblick" },
]
covers = 5
checksum = "68737ea2"
"##]])
        .status(0);
}

#[test]
fn what_is_unchanged_is_not_written() {
    let text = released(SPRING, "2027-01-12");
    let note = edited(&text, &[("# Unser Frühjahr", "# Frühjahr"), ("\"invited\"", "\"held\"")]);
    erfa("release -y --reason Nochmal --by Amt", &note)
        .german()
        .stderr(str![[r#"
Nächstes Treffen: Frühjahrstreffen (fruehjahr)
Seit Fassung 1 ist nichts geändert; nichts wurde geschrieben.

"#]])
        .wrote("meetings/fruehjahr.toml", note.clone())
        .status(0);
}

#[test]
fn whoever_asks_for_a_format_is_shown_the_versions_afterwards() {
    let versions = r#"{
  "meeting": "fruehjahr",
  "title": "Frühjahrstreffen",
  "changed": false,
  "releases": [
    {
      "number": 1,
      "released": "2027-01-12T12:00:00+01:00",
      "by": "Geschäftsstelle",
      "reason": "Einladung",
      "sequence": 0
    }
  ]
}
"#;
    let command = "release -y fruehjahr --reason Einladung --today 2027-01-12";
    let output = erfa(&format!("{command} --json"), SPRING).run();
    assert_eq!((output.status, output.stdout.as_str()), (0, versions), "{}", output.stderr);
    let given = fs::read_to_string(output.path("meetings/fruehjahr.toml")).unwrap();
    assert!(given.contains("[[release]]"), "{given}");
    // If nothing has changed, those that there are.
    let output = erfa(&format!("{command} --output liste.json"), &given).run();
    assert_eq!((output.status, output.stdout.as_str()), (0, ""), "{}", output.stderr);
    assert_eq!(fs::read_to_string(output.path("liste.json")).unwrap(), versions);
    // What cannot be shown is refused before anything is given out.
    for refused in ["--format csv", "--output liste.ics", "--output nirgends/liste.json"] {
        let output = erfa(&format!("{command} {refused}"), SPRING).run();
        assert_ne!(output.status, 0, "{refused}");
        let left = fs::read_to_string(output.path("meetings/fruehjahr.toml")).unwrap();
        assert_eq!(left, SPRING, "{refused}");
    }
}

#[test]
fn versions_are_listed() {
    let text = released(SPRING, "2027-01-12");
    let text = edited(&text, &[("date = 2027-03-16", "date = 2027-03-23")]);
    let text = released(&text, "2027-02-02");
    erfa("release fruehjahr --list", &text)
        .german()
        .stdout(str![[r#"
Frühjahrstreffen (fruehjahr)

Fassung  vom               von              Grund      Kalenderstand
────────────────────────────────────────────────────────────────────
      1  12.01.2027 12:00  Geschäftsstelle  Einladung              0
      2  02.02.2027 12:00  Geschäftsstelle  Einladung              1

"#]])
        .status(0);
    erfa("release fruehjahr --list --json", &text)
        .stdout(str![[r#"
{
  "meeting": "fruehjahr",
  "title": "Frühjahrstreffen",
  "changed": false,
  "releases": [
    {
      "number": 1,
      "released": "2027-01-12T12:00:00+01:00",
      "by": "Geschäftsstelle",
      "reason": "Einladung",
      "sequence": 0
    },
    {
      "number": 2,
      "released": "2027-02-02T12:00:00+01:00",
      "by": "Geschäftsstelle",
      "reason": "Einladung",
      "sequence": 1
    }
  ]
}

"#]])
        .status(0);
    let changed = edited(&text, &[("Ausblick", "Rückblick")]);
    erfa("release fruehjahr --list", &changed)
        .stdout(str![[r#"
Frühjahrstreffen (fruehjahr)

version  of                by               reason     calendar revision
────────────────────────────────────────────────────────────────────────
      1  2027-01-12 12:00  Geschäftsstelle  Einladung                  0
      2  2027-02-02 12:00  Geschäftsstelle  Einladung                  1

Something has changed since the last version; `erfa programme --since` shows it.

"#]])
        .status(0);
    erfa("release fruehjahr --list", SPRING)
        .german()
        .stdout(str![[r#"
Frühjahrstreffen (fruehjahr)

Noch keine Fassung.

"#]])
        .status(0);
}

#[test]
fn a_clock_that_was_ahead_once_holds_no_version_up() {
    let text = released(SPRING, "2027-01-12");
    let text = edited(&text, &[("Ausblick", "Rückblick")]);
    let output = erfa("release -y fruehjahr --reason Nochmal --today 2027-01-11", &text).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let text = std::fs::read_to_string(output.path("meetings/fruehjahr.toml")).unwrap();
    assert_eq!(text.matches("released = 2027-01-12T12:00:00+01:00").count(), 2, "{text}");
    assert!(output.stderr.contains("Version 2 given out"), "{}", output.stderr);
}

#[test]
fn the_built_in_network_has_no_versions() {
    Test::new("release -y 2024-09-24-muehlhausen --reason x")
        .stderr(str![[r#"
There is no workspace here (`network.toml`); the built-in network answers.
error[built-in-network]: the built-in network cannot be changed
 |
 = help: make a workspace of your own with `erfa init`, or name it with `--dir`


"#]])
        .status(1);
}

/// A first version, and a file in which much has changed since.
pub(crate) fn changed() -> String {
    edited(
        &released(SPRING, "2027-01-12"),
        &[
            ("start = \"10:00\"\nend = \"12:00", "start = \"10:15\"\nend = \"12:00"),
            ("end = \"10:00\"", "end = \"10:15\""),
            ("place = \"hof\"", "place = \"saal\""),
            ("A. Muster", "B. Muster"),
            ("title = \"Begrüßung\"", "title = \"Willkommen\""),
            ("end = \"15:00\"", "end = \"16:00\""),
            ("audience = \"lead\"", "audience = \"lead\"\ndescription = \"Neu.\""),
            (
                "[[session]]\nid = \"ausblick\"\ntitle = \"Ausblick\"",
                "[[session]]\ntitle = \"Rundgang\"\nstart = \"ca. 13:00\"\nplace = \"Brunnen\"",
            ),
        ],
    )
}

#[test]
fn every_print_names_day_and_version() {
    let stand = |text: &str, edition: &str| {
        let command = format!("programme fruehjahr --format text --edition {edition}");
        let output = erfa(&command, text).run().stdout;
        output.lines().next_back().unwrap().to_owned()
    };
    let first = released(SPRING, "2027-01-12");
    let inner = edited(&first, &[("\"lead\"", "\"lead\"\ndescription = \"Neu.\"")]);
    let held = edited(&changed(), &[("\"invited\"", "\"held\"")]);
    let dated = edited(SPRING, &[("created", "as-of")]);
    let bare = edited(SPRING, &[("created = 2026-10-01\n", "")]);
    let cases = [
        (SPRING, "full", "Entwurf, angelegt am 1. Oktober 2026"),
        (&bare, "full", "Entwurf"),
        (&dated, "full", "Stand: 1. Oktober 2026"),
        (&first, "full", "Stand: 12. Januar 2027, Fassung 1"),
        (&inner, "full", "Stand: 12. Januar 2027, Fassung 1"),
        (&inner, "run-sheet", "Stand: 12. Januar 2027, Fassung 1; seitdem geändert (Entwurf)"),
        (&held, "full", "Stand: 12. Januar 2027, Fassung 1; seitdem geändert"),
    ];
    for (text, edition, expected) in cases {
        assert_eq!(stand(text, edition).replace('\u{a0}', " "), expected);
    }
}
