//! `erfa minutes`: begun as a form, filled in as Markdown or in Word, and read back.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;

use snapbox::str;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::harness::{Output, Test};

const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"muehl\"\nname = \"Mühl\"\n";
const CONTACTS: &str = "[[contact]]\nid = \"lea-lang\"\ngiven-name = \"Lea\"\nfamily-name = \"Lang\"\ncity = \"muehl\"\n";
const MEETING: &str = "title = \"Licht und Wasser\"\ndate = 2026-10-06\nhosts = [\"aue\"]\nattended = [\"aue\"]\n\
    \n[[session]]\nnumber = \"TOP 1\"\ntitle = \"Licht\"\npeople = [{ name = \"Ada Bach\" }]\n\n[[session]]\n\
    kind = \"break\"\ntitle = \"Pause\"\n\n[[session]]\nnumber = \"TOP 2\"\ntitle = \"Wasser\"\n";
const NEXT: &str = "title = \"Danach\"\ndate = 2027-03-02\nhosts = [\"muehl\"]\n";
const ACTIONS: &str = "[[action]]\nid = \"karte\"\nwhat = \"Karte zeichnen\"\nowner = \"muehl\"\nagreed = 2026-09-01\n";
const MINUTES: &str = "# Protokoll: Licht und Wasser\n\n## Tagesordnung\n\n### TOP 1 Licht\n\nAlle wollen *mehr* davon.\n\n\
    - Aufgabe: Lea Lang – Liste der Laternen – bis 1.12.2026\n- Aufgabe: Stadt Aue - Schlüssel suchen\n\n### Wasser\n\n\
    **Aufgabe:** Mühl — Pegel ablesen, bis 30.11.2026\n";

fn erfa(command: &str) -> Test {
    Test::new(command)
        .network()
        .file("cities.toml", CITIES)
        .file("contacts.toml", CONTACTS)
        .file("meetings/licht.toml", MEETING)
        .file("meetings/danach.toml", NEXT)
}

fn kept(command: &str) -> Test {
    erfa(command).file("minutes/licht.md", MINUTES)
}

fn text(output: &Output) -> String {
    fs::read_to_string(output.path("minutes/licht.md")).unwrap()
}

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
+  27  ## Offen aus früheren Treffen
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

## Offen aus früheren Treffen

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
fn what_was_agreed_there_is_on_the_list() {
    kept("actions --lang de")
        .stdout(str![[r#"
bis         Stand  wer       was        aus        Kennung
─────────────────────────────────────────────────────────────────────
30.11.2026  offen  Mühl      Pegel      Licht und  pegel-ablesen
                             ablesen    Wasser
01.12.2026  offen  Lea Lang  Liste der  Licht und  liste-der-laternen
                             Laternen   Wasser
            offen  Aue       Schlüssel  Licht und  schluessel-suchen
                             suchen     Wasser

Offen: 3.

"#]])
        .status(0);
    let output = kept("action move laternen 15.12.2026 --reason Nebel -y")
        .stderr(str![[r#"
actions.toml (new)
  action liste-der-laternen (new)
    id: liste-der-laternen
    meeting: licht
    due: Tuesday, 15 December 2026
    moved from 2026-12-01 (new)
      from: Tuesday, 1 December 2026
      on: Sunday, 22 November 2026
      reason: Nebel
Changed. `erfa undo` takes it back.

"#]])
        .wrote(
            "actions.toml",
            str![[r#"
[[action]]
id = "liste-der-laternen"
meeting = "licht"
due = 2026-12-15

[[action.moved]]
from = 2026-12-01
on = 2026-11-22
reason = "Nebel"

"#]],
        )
        .status(0);
    let output = output
        .again()
        .command_line("action done laternen -y")
        .stderr(str![[r#"
actions.toml
  action liste-der-laternen
    status: done
    closed: Sunday, 22 November 2026
Changed. `erfa undo` takes it back.

"#]])
        .wrote(
            "actions.toml",
            str![[r#"
[[action]]
id = "liste-der-laternen"
meeting = "licht"
due = 2026-12-15
status = "done"
closed = 2026-11-22

[[action.moved]]
from = 2026-12-01
on = 2026-11-22
reason = "Nebel"

"#]],
        )
        .status(0);
    assert_eq!(text(&output), MINUTES);
    output
        .again()
        .command_line("actions --all --lang de")
        .stdout(str![[r#"
bis         Stand       wer       was        aus     Kennung
───────────────────────────────────────────────────────────────────────
30.11.2026  offen       Mühl      Pegel      Licht   pegel-ablesen
                                  ablesen    und
                                             Wasser
            offen       Aue       Schlüssel  Licht   schluessel-suchen
                                  suchen     und
                                             Wasser
15.12.2026  erledigt    Lea Lang  Liste der  Licht   liste-der-laternen
            22.11.2026            Laternen   und
                                             Wasser

Offen: 2; erledigt oder entfallen: 1.

"#]])
        .status(0);
}

#[test]
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
fn what_is_wrong_in_them_is_found_at_its_place() {
    let wrong = MINUTES
        .replace("Stadt Aue", "Pirna")
        .replace("Pegel ablesen, bis 30.11.2026", "Pegel ablesen — bis irgendwann")
        .replace("### Wasser", "### Wassr");
    erfa("check")
        .file("minutes/licht.md", &wrong)
        .stdout(str![[r#"
warning[unowned-action]: `Pirna` is no contact and no city; so the action is on no list
  --> minutes/licht.md:10:1
   |
10 | - Aufgabe: Pirna - Schlüssel suchen
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: name one city or contact, with a line for each of several

warning[unknown-item]: “Wassr” is no item of `licht`
  --> minutes/licht.md:12:1
   |
12 | ### Wassr
   | ^^^^^^^^^
   |
   = help: did you mean `Wasser`?

warning[unclear-action]: nothing tells until when this action is to be done: `irgendwann`
  --> minutes/licht.md:14:1
   |
14 | **Aufgabe:** Mühl — Pegel ablesen — bis irgendwann
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: this is understood: `Action: who – what – by 1 March 2027`; the day may be missing


"#]])
        .stderr(str![[r#"
6 files checked: 3 warnings

"#]])
        .status(0);
    erfa("check")
        .file("minutes/lict.md", MINUTES)
        .stdout(str![[r#"
error[unknown-reference]: meeting `lict` is not known
 --> minutes/lict.md:1:1
  |
1 | # Protokoll: Licht und Wasser
  | ^
  |
  = help: did you mean `licht`?


"#]])
        .stderr(str![[r#"
6 files checked: 1 error

"#]])
        .status(1);
    // What became of a line that is there no more belongs to nothing.
    let state = "[[action]]\nid = \"liste-der-laterne\"\nmeeting = \"licht\"\nstatus = \"done\"\n";
    kept("check")
        .file("actions.toml", state)
        .stdout(str![[r#"
error[unknown-reference]: action `liste-der-laterne` is not known
 --> actions.toml:2:6
  |
2 | id = "liste-der-laterne"
  |      ^^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean `liste-der-laternen`?


"#]])
        .stderr(str![[r#"
7 files checked: 1 error

"#]])
        .status(1);
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

#[test]
fn a_file_of_markdown_is_taken_in() {
    let text = "# Licht und Wasser\r\n\r\n# TOP 2 Wasser\r\n\r\nAction: Mühl – read the gauge – by 30 November 2026\r\n\r\n\
        # Sonstiges\r\n\r\nNichts.\r\n";
    erfa("minutes read notizen.md -y --lang de")
        .file("notizen.md", text)
        .german()
        .stderr(str![[r#"
licht: 1 von 2 Programmpunkten haben einen Abschnitt.
Ohne Abschnitt: „Licht“.
Weitere Überschriften: „Sonstiges“.
1 Zeile mit einer Aufgabe.
minutes/licht.md (neu)
+   1  # Licht und Wasser
+   2
+   3  ### TOP 2 Wasser
+   4
+   5  Action: Mühl – read the gauge – by 30 November 2026
+   6
+   7  ## Sonstiges
+   8
+   9  Nichts.
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .wrote(
            "minutes/licht.md",
            str![[r#"
# Licht und Wasser

### TOP 2 Wasser

Action: Mühl – read the gauge – by 30 November 2026

## Sonstiges

Nichts.

"#]],
        )
        .status(0);
    // One in which no meeting is named needs its name.
    erfa("minutes read notizen.md -y")
        .file("notizen.md", "# Notizen\n")
        .stderr(str![[r#"
error[bad-argument]: `notizen.md` does not fit `--meeting`
 |
 = help: neither the name of the file nor its heading names a meeting; name it with `--meeting`


"#]])
        .status(1);
    erfa("minutes read notizen.odt -y")
        .file("notizen.odt", "PK")
        .stderr(str![[r#"
error[bad-argument]: `notizen.odt`: minutes are a file of Word (`.docx`) or Markdown (`.md`)


"#]])
        .status(1);
}

/// A file of Word in which `change` was made to the text.
fn edited(docx: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut edited = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).unwrap();
        let (name, mut content) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut content).unwrap();
        if name == "word/document.xml" {
            content = change(String::from_utf8(content).unwrap()).into_bytes();
        }
        edited.start_file(name, SimpleFileOptions::default()).unwrap();
        edited.write_all(&content).unwrap();
    }
    edited.finish().unwrap().into_inner()
}

#[test]
fn what_word_users_fill_in_is_read_back() {
    let output = erfa("minutes licht -y --lang de").run();
    let form = text(&output);
    let output = output.again().command_line("minutes licht --output licht.docx --lang de").run();
    // Read back as it is, nothing is otherwise.
    let docx = fs::read(output.path("licht.docx")).unwrap();
    let output = output.again().command_line("minutes read licht.docx --dry-run").run();
    assert!(output.stderr.contains("It says so already"), "{}", output.stderr);
    let words =
        |text: &str| -> String { text.chars().filter(|letter| letter.is_alphanumeric()).collect() };
    let filled = edited(&docx, |xml| {
        assert!(xml.contains("Ergebnis: …"), "{xml}");
        xml.replacen("Ergebnis: …", "Aufgabe: Aue – Lampen &amp; Masten zählen – bis 1.12.2026", 1)
            .replacen("Ergebnis: …", "Das Wasser *steigt*.", 1)
    });
    fs::write(output.path("licht.docx"), filled).unwrap();
    let output = output
        .again()
        .command_line("minutes read licht.docx -y")
        .german()
        .stderr(str![[r#"
licht: 2 von 2 Programmpunkten haben einen Abschnitt.
1 Zeile mit einer Aufgabe.
minutes/licht.md
-  21  Ergebnis: …
+  21  Aufgabe: Aue – Lampen & Masten zählen – bis 1.12.2026
-  25  Ergebnis: …
+  25  Das Wasser \*steigt\*.
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .wrote(
            "minutes/licht.md",
            str![[r#"
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

Aufgabe: Aue – Lampen & Masten zählen – bis 1.12.2026

### TOP 2 Wasser

Das Wasser \*steigt\*.

## Aufgaben

Je Verabredung eine Zeile, hier oder oben bei ihrem Punkt: „Aufgabe: Wer – Was – bis 1.3.2027“

"#]],
        )
        .status(0);
    let read = text(&output);
    let expected = form
        .replacen("Ergebnis: …", "Aufgabe: Aue – Lampen & Masten zählen – bis 1.12.2026", 1)
        .replacen("Ergebnis: …", "Das Wasser *steigt*.", 1);
    assert_eq!(words(&read), words(&expected));
    let output = output
        .again()
        .command_line("actions --lang de")
        .stdout(str![[r#"
bis         Stand  wer  was       aus        Kennung
──────────────────────────────────────────────────────────────────
01.12.2026  offen  Aue  Lampen &  Licht und  lampen-masten-zaehlen
                        Masten    Wasser
                        zählen

Offen: 1.

"#]])
        .status(0);
    // The second time there is nothing to do, and the first is taken back whole.
    let output = output.again().command_line("minutes read licht.docx -y").run();
    assert_eq!(text(&output), read);
    let output = output.again().command_line("undo -y").run();
    assert_eq!(text(&output), form);
}
