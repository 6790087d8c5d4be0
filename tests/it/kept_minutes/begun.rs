//! Minutes begin as a form, are shown, and count as there.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use snapbox::str;

use super::{ACTIONS, MEETING, erfa, kept};

#[test]
fn they_begin_as_a_form_that_nobody_else_may_read() {
    let output = erfa("minutes licht -y --lang de")
        .file("actions.toml", ACTIONS)
        .german()
        .stderr(str![[r#"
minutes/licht.md (neu)
+   1  # Protokoll: Licht und Wasser
+   2
+   3  - **Wann:** Dienstag, 6. Oktober 2026
+   4  - **Wo:** Aue
+   5  - **Protokoll:** …
+   6
+   7  ## Anwesend
+   8
+   9  - Aue
+  10
+  11  ## Entschuldigt
+  12
+  13  - …
+  14
+  15  ## Tagesordnung und Ergebnisse
+  16
+  17  ### TOP 1 Licht
+  18
+  19  Ada Bach
+  20
+  21  Ergebnis: …
+  22
+  23  ### TOP 2 Wasser
+  24
+  25  Ergebnis: …
+  26
+  27  ## Noch offen
+  28
+  29  - Mühl: Karte zeichnen
+  30
+  31  ## Aufgaben
+  32
+  33  Je Verabredung eine Zeile, hier oder oben bei ihrem Punkt: „Aufgabe: Wer – Was – bis 1.3.2027“
Das Protokoll steht in `minutes/licht.md`; `erfa minutes licht --output licht.docx` gibt es für Word, `erfa minutes read licht.docx` liest es zurück.

"#]])
        .wrote("minutes/licht.md", str![[r#"
# Protokoll: Licht und Wasser

- **Wann:** Dienstag, 6. Oktober 2026
- **Wo:** Aue
- **Protokoll:** …

## Anwesend

- Aue

## Entschuldigt

- …

## Tagesordnung und Ergebnisse

### TOP 1 Licht

Ada Bach

Ergebnis: …

### TOP 2 Wasser

Ergebnis: …

## Noch offen

- Mühl: Karte zeichnen

## Aufgaben

Je Verabredung eine Zeile, hier oder oben bei ihrem Punkt: „Aufgabe: Wer – Was – bis 1.3.2027“

"#]])
        .status(0);
    let mode = fs::metadata(output.path("minutes/licht.md")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // Filled in by nobody, it agrees on nothing and is in good order.
    let output = output.again().command_line("check --strict").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let output = erfa("minutes licht").run();
    assert!(!output.path("minutes").exists());
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is said is compared whole")]
fn they_are_shown_in_any_format() {
    kept("minutes licht --lang de")
        .stdout(str![[r#"
Protokoll: Licht und Wasser
===========================

Tagesordnung
------------

TOP 1 Licht

Alle wollen mehr davon.

- Aufgabe: Lea Lang – Liste der Laternen – bis 1.12.2026
- Aufgabe: Stadt Aue - Schlüssel suchen

Wasser

Aufgabe: Mühl — Pegel ablesen, bis 30.11.2026

"#]])
        .status(0);
    kept("minutes licht --json").stdout(str![[r##"
{
  "meeting": "licht",
  "title": "Licht und Wasser",
  "date": "2026-10-06",
  "file": "minutes/licht.md",
  "headings": [
    {
      "level": 1,
      "words": "Protokoll: Licht und Wasser",
      "item": null,
      "place": {
        "file": "minutes/licht.md",
        "line": 1,
        "column": 1
      }
    },
    {
      "level": 2,
      "words": "Tagesordnung",
      "item": null,
      "place": {
        "file": "minutes/licht.md",
        "line": 3,
        "column": 1
      }
    },
    {
      "level": 3,
      "words": "TOP 1 Licht",
      "item": "licht",
      "place": {
        "file": "minutes/licht.md",
        "line": 5,
        "column": 1
      }
    },
    {
      "level": 3,
      "words": "Wasser",
      "item": "wasser",
      "place": {
        "file": "minutes/licht.md",
        "line": 12,
        "column": 1
      }
    }
  ],
  "actions": [
    {
      "id": "pegel-ablesen",
      "what": "Pegel ablesen",
      "owner": "Mühl",
      "owner_id": "muehl",
      "city": "Mühl",
      "due": "2026-11-30",
      "standing": "open",
      "meeting": "licht",
      "meeting_title": "Licht und Wasser",
      "agreed": "2026-10-06",
      "closed": null,
      "reason": null,
      "moved": [],
      "place": {
        "file": "minutes/licht.md",
        "line": 14,
        "column": 1
      }
    },
    {
      "id": "liste-der-laternen",
      "what": "Liste der Laternen",
      "owner": "Lea Lang",
      "owner_id": "lea-lang",
      "city": "Mühl",
      "due": "2026-12-01",
      "standing": "open",
      "meeting": "licht",
      "meeting_title": "Licht und Wasser",
      "agreed": "2026-10-06",
      "closed": null,
      "reason": null,
      "moved": [],
      "place": {
        "file": "minutes/licht.md",
        "line": 9,
        "column": 1
      }
    },
    {
      "id": "schluessel-suchen",
      "what": "Schlüssel suchen",
      "owner": "Aue",
      "owner_id": "aue",
      "city": "Aue",
      "due": null,
      "standing": "open",
      "meeting": "licht",
      "meeting_title": "Licht und Wasser",
      "agreed": "2026-10-06",
      "closed": null,
      "reason": null,
      "moved": [],
      "place": {
        "file": "minutes/licht.md",
        "line": 10,
        "column": 1
      }
    }
  ],
  "text": "# Protokoll: Licht und Wasser\n\n## Tagesordnung\n\n### TOP 1 Licht\n\nAlle wollen *mehr* davon.\n\n- Aufgabe: Lea Lang – Liste der Laternen – bis 1.12.2026\n- Aufgabe: Stadt Aue - Schlüssel suchen\n\n### Wasser\n\n**Aufgabe:** Mühl — Pegel ablesen, bis 30.11.2026\n"
}

"##]]).status(0);
    erfa("minutes licht --json").stderr(str![[r#"
{
  "status": 1,
  "findings": [
    {
      "code": "no-minutes",
      "severity": "error",
      "message": "von `licht` gibt es kein Protokoll",
      "hint": "`erfa minutes licht` beginnt eines, `erfa write minutes licht` druckt einen leeren Vordruck",
      "acknowledged": null,
      "place": null,
      "related": []
    }
  ],
  "notes": []
}

"#]]).status(1);
}

#[test]
fn the_checklist_knows_that_they_are_there() {
    let output = kept("status")
        .german()
        .file("meetings/licht.toml", &MEETING.replace("2026-10-06", "2026-11-10"))
        .run();
    let line = output.stdout.lines().find(|line| line.contains("Protokoll schreiben")).unwrap();
    assert!(line.contains("erledigt") && line.contains("minutes/"), "{line}");
    let output = erfa("status")
        .german()
        .file("meetings/licht.toml", &MEETING.replace("2026-10-06", "2026-11-10"))
        .run();
    assert!(output.stdout.contains("Protokoll schreiben: erfa minutes licht"), "{}", output.stdout);
}

#[test]
fn names_in_them_are_found_and_meetings_with_them_stay() {
    let output = kept("privacy show lea-lang --lang de").run();
    assert!(output.stdout.contains("minutes/licht.md:9"), "{}", output.stdout);
    let output = kept("remove meeting:licht -y")
        .file("meetings/licht.toml", &MEETING.replace("hosts", "status = \"idea\"\nhosts"))
        .run();
    assert!(output.stderr.contains("minutes"), "{}", output.stderr);
}
