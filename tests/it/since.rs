//! `programme --since`: what has changed since a version, in words.

use snapbox::str;

use crate::release::{changed, erfa};

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
    assert!(chair.contains("„Vorbesprechung“, weitere Angaben geändert"), "{chair}");
    for format in ["html", "json"] {
        let output = erfa(&format!("programme --since 1 --format {format}"), &text).run();
        assert!(output.stdout.contains("„Stadtgrün“ beginnt jetzt um"), "{}", output.stdout);
        assert!(!output.stdout.contains("Vorbesprechung"), "{}", output.stdout);
    }
}
