//! Programmes for Word: what stands in them, and in which styles.

use std::fmt::Write as _;
use std::fs;

use snapbox::{Data, str};

use crate::harness::{Test, project, same};

#[path = "word/reader.rs"]
mod reader;

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
            "|7. Werkstattgespräch: Grün und Schatten in der Stadt|Städtenetz „Lebendige Ortskerne im Flusstal“|de-DE"
        ],
    );
    same(
        &texts("word/header1.xml"),
        str!["||||7. Werkstattgespräch: Grün und Schatten in der Stadt"],
    );
    same(
        &texts("word/footer1.xml"),
        str![
            "||||Hanna Eichbaum, Stadt Birkenfurt, Tel. 030 23125-101, netzwerk@example.org||||Stand: 16. November 2026|||Seite |||1|| von |||1"
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
