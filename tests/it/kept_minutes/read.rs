//! Minutes that were written elsewhere are read back.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};

use snapbox::str;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{erfa, kept, text};

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
fn a_file_of_markdown_is_taken_in() {
    let text = "# Licht und Wasser\r\n\r\n# TOP 2 Wasser\r\n\r\nAction: Mühl – read the gauge – by 30 November 2026\r\n\r\n\
        # Sonstiges\r\n\r\nNichts.\r\n";
    erfa("minutes read notizen.md -y --lang de")
        .file("notizen.md", text)
        .german()
        .stderr(str![[r#"
licht: 1 von 2 Programmpunkten hat einen Abschnitt.
Ohne Abschnitt: „Licht“.
Weitere Überschriften: „Sonstiges“.
1 Zeile nennt eine Aufgabe.
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
1 Zeile nennt eine Aufgabe.
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

#[test]
fn a_file_without_text_takes_nothing_away() {
    for text in ["", " \n\n\t\n"] {
        kept("minutes read leer.md --meeting licht -y")
            .file("leer.md", text)
            .stderr(str![[r#"
error[bad-argument]: `leer.md`: the file has no text


"#]])
            .status(1);
    }
}
