//! Programmes for Word: what stands in them, and in which styles.

use std::fmt::Write as _;
use std::fs;

use snapbox::{Data, str};

use crate::harness::{Test, project, same};

#[path = "word/reader.rs"]
pub(crate) mod reader;

/// A document as lines: the style, the cell of a table, and the words.
fn shown(file: &[u8]) -> String {
    let mut shown = String::new();
    for paragraph in reader::paragraphs(file) {
        let cell = match paragraph.cell {
            0 => String::new(),
            cell => format!("| {cell} "),
        };
        let words = paragraph.words.replace('\u{a0}', "·").replace('\n', "⏎").replace('\t', "⇥");
        let _ = writeln!(shown, "{cell}{}: {words}", paragraph.style);
    }
    shown
}

fn written(command: &str, workspace: &str) -> Vec<u8> {
    let test = Test::new(command).arg("--output").arg("programm.docx").workspace(workspace);
    fs::read(test.status(0).path("programm.docx")).unwrap()
}

#[test]
fn a_programme_has_real_styles_and_tables() {
    let file = written("programme 2027-04-20-eschenquell", "examples/netzwerk-flusstal");
    let expected = project("tests/it/word/programme.txt");
    same(&shown(&file), Data::read_from(&expected, None));
    let texts = |part| reader::texts(&file, part).join("|");
    same(
        &texts("docProps/core.xml"),
        str![
            "|7. Werkstattgespräch: Grün und Schatten in der Stadt|Städtenetz „Lebendige Ortskerne im Flusstal“|de-DE"
        ],
    );
    same(
        &texts("word/header1.xml"),
        str!["||||7. Werkstattgespräch: Grün und Schatten in der Stadt"],
    );
    same(
        &texts("word/footer1.xml"),
        str![
            "||||Hanna Eichbaum, Stadt Birkenfurt, Tel. 030 23125-101, netzwerk@example.org||||Stand: 16. November 2026|||Seite |||1|| von |||1"
        ],
    );
    let styles = reader::part(&file, "word/styles.xml");
    // The accent colour of the network, the language, the level of the heading.
    for part in
        ["<w:color w:val=\"1B6B50\"/>", "<w:lang w:val=\"de-DE\"", "<w:outlineLvl w:val=\"1\"/>"]
    {
        assert!(styles.contains(part), "{part}\n{styles}");
    }
    let text = reader::part(&file, "word/document.xml");
    assert_eq!(text.matches("<w:tbl>").count(), text.matches("<w:tblHeader/>").count());
    assert_eq!(text.matches("<w:tr>").count(), text.matches("<w:cantSplit/>").count());
    let links = reader::part(&file, "word/_rels/document.xml.rels");
    assert!(
        links.contains("Target=\"mailto:netzwerk@example.org\" TargetMode=\"External\""),
        "{links}"
    );
}

#[test]
fn the_same_programme_is_the_same_file() {
    let command = "programme 2027-04-20-eschenquell --lang en";
    let first = written(command, "examples/netzwerk-flusstal");
    assert_eq!(first, written(command, "examples/netzwerk-flusstal"));
    assert!(reader::part(&first, "word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
}

#[test]
fn an_item_stands_alone() {
    let command = "programme 2027-04-20-eschenquell --item vortrag-schwammstadt";
    let file = written(command, "examples/netzwerk-flusstal");
    same(
        &shown(&file),
        str![[r#"
Issuer: Städtenetz „Lebendige Ortskerne im Flusstal“
Heading1: Die Stadt als Schwamm
Subtitle: 7.·Werkstattgespräch: Grün und Schatten in der Stadt
Fact: Nummer⇥TOP·2
Fact: Wann⇥Dienstag, 20.·April 2027, 09:45·Uhr, 45·min
Fact: Tagungsort⇥Großer Saal, Kornhaus Eschenquell, Speichergasse 4, 00123 Eschenquell
Fact: Mitwirkung⇥Prof. Dr. Rosa Weidner-Korff, Hochschule am Oberlauf
Normal: Regenwasser halten statt ableiten: Beispiele aus fünf Städten, mit Kosten.
Heading2: Im Einzelnen
| 1 TableHeading: Programmpunkt
| 1 ProgrammeEntry: 2.1 Mulden und Zisternen
| 1 ProgrammePlace: 15·min · Großer Saal
| 1 ProgrammeDescription: Was unter dem Pflaster Platz hat
| 1 ProgrammeEntry: 2.2 Towns along the river: lessons from abroad
| 1 ProgrammePeople: Joan Fairweather, Riverside Towns Partnership
| 1 ProgrammePlace: 20·min
Fact: Mehr dazu⇥https://flusstal.example.org/schwammstadt
Fact: Ansprechperson⇥Hanna Eichbaum, Stadt Birkenfurt, Tel.·030·23125-101, netzwerk@example.org

"#]],
    );
    let command = "programme 2027-04-20-eschenquell --item vortrag-schwammstad --format docx";
    Test::new(command)
        .workspace("examples/netzwerk-flusstal")
        .stderr(str![[r#"
error[unknown-reference]: session `vortrag-schwammstad` is not known
 |
 = help: did you mean `vortrag-schwammstadt`?


"#]])
        .status(1);
}

#[test]
fn an_item_is_no_calendar_and_no_change() {
    let test = || Test::new("programme 2027-04-20-eschenquell --item rahmen");
    let workspace = "examples/netzwerk-flusstal";
    test()
        .arg("--format")
        .arg("ics")
        .workspace(workspace)
        .stderr(str![[r#"
error[bad-argument]: `ics` does not fit `--item`
 |
 = help: with `--items` the calendar has an entry for each item that has a time


"#]])
        .status(1);
    test()
        .arg("--since")
        .workspace(workspace)
        .stderr(str![[r#"
error: `--item <ID>` and `--since [<VERSION>]` exclude each other

help: `erfa programme --help` shows what there is

"#]])
        .status(2);
    test()
        .arg("--format")
        .arg("text")
        .workspace(workspace)
        .stdout(str![[r#"
Städtenetz „Lebendige Ortskerne im Flusstal“

Im ganzen Haus
==============

7. Werkstattgespräch: Grün und Schatten in der Stadt

Wann        Dienstag, 20. April 2027, 11:00–16:00 Uhr
Tagungsort  Großer Saal, Kornhaus Eschenquell, Speichergasse 4, 00123
            Eschenquell

Im Einzelnen
------------

             Ausstellung „Unsere Plätze 1920 und heute“
             Foyer

nachmittags  Sprechstunde Fördermittel

             Pflanzentausch im Hof (entfällt)

Ansprechperson  Hanna Eichbaum, Stadt Birkenfurt, Tel. 030 23125-101,
                netzwerk@example.org

Stand: 16. November 2026

"#]])
        .status(0);
}
