//! `programme --since`: what has changed since a version, in words.

use std::fs;

use snapbox::str;

use crate::harness::Test;
use crate::release::{SPRING, changed, edited, erfa, released};
use crate::release_calendar::postponed;

#[test]
fn what_has_changed_is_told_in_words() {
    let text = changed();
    erfa("programme fruehjahr --since", &text)
        .german()
        .stdout(str![[r#"
Frühjahrstreffen: Änderungen seit Fassung 1 vom 12. Januar 2027
===============================================================

Dienstag, 16. März 2027, 09:30–16:00 Uhr · Rathaus, Markt 1, Aue

Das Treffen
-----------

- Uhrzeit: 09:30–16:00 Uhr statt 09:30–15:00 Uhr

Neu
---

- „Rundgang“, ca. 13:00 Uhr, Brunnen

Verlegt
-------

- „Willkommen“ endet jetzt um 10:15 Uhr statt um 10:00 Uhr; hieß bisher
  „Begrüßung“
- „Stadtgrün“ beginnt jetzt um 10:15 Uhr statt um 10:00 Uhr; Ort: Saal
  statt Hof; jetzt mit B. Muster statt mit A. Muster

Entfällt
--------

- „Ausblick“

Stand: 12. Januar 2027, Fassung 1; seitdem geändert (Entwurf)

"#]])
        .status(0);
    erfa("programme fruehjahr --since 1 --lang en --format markdown", &text).stdout(str![[r#"
# Frühjahrstreffen: changes since version 1 of 12 January 2027

Tuesday, 16 March 2027, 09:30–16:00 · Rathaus, Markt 1, Aue

## The meeting

- Time: 09:30–16:00 instead of 09:30–15:00

## New

- “Rundgang”, about 13:00, Brunnen

## Moved

- “Willkommen” now ends at 10:15 instead of 10:00; was called “Begrüßung”
- “Stadtgrün” now begins at 10:15 instead of 10:00; place: Saal instead of Hof; now with B. Muster instead of A. Muster

## Dropped

- “Ausblick”

As of 12 January 2027, version 1; changed since (draft)

"#]]).status(0);
    // What is for the chair alone is told to the chair alone.
    let chair = erfa("programme --since 1 --edition run-sheet", &text).german().run().stdout;
    assert!(chair.contains("„Vorbesprechung“, Beschreibung jetzt: Neu"), "{chair}");
    for format in ["html", "json"] {
        let output = erfa(&format!("programme --since 1 --format {format}"), &text).run();
        assert!(output.stdout.contains("„Stadtgrün“ beginnt jetzt um"), "{}", output.stdout);
        assert!(!output.stdout.contains("Vorbesprechung"), "{}", output.stdout);
    }
}

#[test]
fn what_moves_with_its_meeting_is_told_once() {
    let text = released(SPRING, "2027-01-12");
    let changes = |text: &str, language: &str| {
        let command = format!("programme fruehjahr --since --format text --lang {language}");
        let output = erfa(&command, text).run().stdout.replace('\u{a0}', " ");
        let lines: Vec<_> = output.lines().skip(5).map(str::to_owned).collect();
        lines.join("\n")
    };
    let open = postponed(&text);
    snapbox::assert_data_eq!(
        changes(&open, "de"),
        str![[r#"
Das Treffen
-----------

- Das Treffen ist verschoben
- Grund: Schnee
- Der Termin ist offen, zuvor Dienstag, 16. März 2027

Stand: 12. Januar 2027, Fassung 1; seitdem geändert (Entwurf)
"#]]
    );
    snapbox::assert_data_eq!(
        changes(&open, "en"),
        str![[r#"
The meeting
-----------

- The meeting is postponed
- Reason: Schnee
- The date is open; it was Tuesday, 16 March 2027

As of 12 January 2027, version 1; changed since (draft)
"#]]
    );
    // The other way round: a day is found.
    let found = released(&open, "2027-01-14");
    let found =
        erfa("postpone fruehjahr --on 2027-04-20 --reason Neu -y --today 2027-01-15", &found);
    let found = fs::read_to_string(found.run().path("meetings/fruehjahr.toml")).unwrap();
    snapbox::assert_data_eq!(
        changes(&found, "de"),
        str![[r#"
Das Treffen
-----------

- Grund: Neu
- Datum: Dienstag, 20. April 2027 (bisher offen)

Stand: 14. Januar 2027, Fassung 2; seitdem geändert (Entwurf)
"#]]
    );
    let cancelled = erfa("cancel fruehjahr --reason Sturm -y", &text).run();
    let cancelled = fs::read_to_string(cancelled.path("meetings/fruehjahr.toml")).unwrap();
    snapbox::assert_data_eq!(
        changes(&cancelled, "de"),
        str![[r#"
Das Treffen
-----------

- Das Treffen ist abgesagt
- Grund: Sturm

Stand: 12. Januar 2027, Fassung 1; seitdem geändert
"#]]
    );
}

#[test]
fn an_unknown_version_names_those_there_are() {
    let text = released(SPRING, "2027-01-12");
    let text = released(&text.replacen("Ausblick", "Rückblick", 1), "2027-02-02");
    let said = |test: Test| test.run().stderr;
    let english = said(erfa("programme fruehjahr --since 9", &text));
    assert!(english.contains("there are versions 1 and 2"), "{english}");
    let german = said(erfa("programme fruehjahr --since 9", &text).german());
    assert!(german.contains("es gibt die Fassungen 1 und 2"), "{german}");
}

#[test]
fn another_last_day_of_registration_is_named() {
    let with = |registration: &str| {
        edited(SPRING, &[("title = \"Frühjahrstreffen\"", "title = \"Frühjahrstreffen\"\nX")])
            .replacen('X', registration, 1)
    };
    let first = released(&with("registration = { until = 2027-03-01 }"), "2027-01-12");
    let told = |from: &str, to: &str| {
        let text = edited(&first, &[(from, to)]);
        let said = erfa("programme fruehjahr --since --lang en", &text).run().stdout;
        let news = said.lines().filter(|line| line.starts_with("- ") || line.starts_with("  "));
        news.map(str::trim).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        told("2027-03-01", "2027-03-05"),
        "- Last day of registration: Friday, 5 March 2027 (before: Monday, 1 March 2027)"
    );
    // Beside it, what else is otherwise.
    assert_eq!(
        told("until = 2027-03-01", "until = 2027-03-05, cost = \"12 €\""),
        "- Last day of registration: Friday, 5 March 2027 (before: Monday, 1 March 2027) \
         - Cost now: 12 €"
    );
    assert_eq!(
        told("registration = { until = 2027-03-01 }", "theme = \"Markt\""),
        "- Last day of registration: none any more (before: Monday, 1 March 2027) \
         - Topic now: Markt"
    );
}
