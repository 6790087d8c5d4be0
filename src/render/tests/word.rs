//! Documents for Word say what was written, whatever words are in them.

use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::{prop_assert_eq, proptest};

use super::page;
use super::{NASTY, all, dense, fill};
use crate::document::grid::{StrandLayout, laid_out};
use crate::document::model::{Block, Document, Fact, Frame, Inline, Logo, Picture, Table};
use crate::render::docx::docx;
use crate::render::html::html;
use crate::render::text::text;
use crate::text::Language;
use crate::text::direction::is_right_to_left;
use crate::view::DocumentKind;
use crate::view::item::ItemSheet;
use crate::view::placeholders::Placeholders;
use crate::view::programme::{Day, Entry, Kind, Programme};

#[path = "../../../tests/it/word/reader.rs"]
mod reader;

/// All the words of a file.
pub(super) fn words(document: &Document) -> String {
    let file = docx(document).expect("a small document");
    let paragraphs = reader::paragraphs(&file).into_iter();
    paragraphs.map(|paragraph| paragraph.words).collect::<Vec<_>>().join("\n")
}

/// Every kind of block, with `words` wherever words can stand.
fn everywhere(words: &str) -> Document {
    let run = vec![Inline::text(words)];
    let paragraph = Block::Paragraph(run.clone());
    let blocks = vec![
        paragraph.clone(),
        Block::Heading(1, run.clone()),
        Block::Paragraph(vec![Inline::Strong(run.clone())]),
        Block::Paragraph(vec![
            Inline::Emphasis(run.clone()),
            Inline::Break,
            Inline::Link("https://example.org/?a=b&c".to_owned(), run.clone()),
        ]),
        Block::List(
            None,
            vec![vec![
                paragraph.clone(),
                Block::List(Some(3), vec![vec![paragraph.clone(), paragraph.clone()]]),
            ]],
        ),
        Block::Quote(vec![paragraph]),
        Block::Facts(vec![Fact { label: words.to_owned(), content: run }]),
        Block::Table(
            Table::of_words(&[(words, true)], vec![vec![words.to_owned()]]).captioned(words),
        ),
        Block::Agenda(Programme::filled(&|_| words.to_owned()).days),
    ];
    let logo = Logo {
        alt: words.to_owned(),
        format: Picture::Png,
        bytes: [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &[0, 0, 0, 1, 0, 0, 0, 1][..]].concat(),
    };
    let frame = Frame {
        author: Some(words.to_owned()),
        as_of: Some(words.to_owned()),
        contact: Some(words.to_owned()),
        accent: Some(words.to_owned()),
        logos: vec![logo],
        ..Frame::default()
    };
    Document { language: Language::German, title: words.to_owned(), blocks, frame }
}

/// What a reader is to see of `words`: line ends in one form, and no character that XML forbids.
fn seen(words: &str) -> String {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    let is_forbidden =
        |it: char| (it < ' ' && !"\n\t".contains(it)) || "\u{fffe}\u{ffff}".contains(it);
    words.replace(is_forbidden, "\u{fffd}")
}

fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        (0..NASTY.len()).prop_map(|index| NASTY[index].to_owned()),
        "[!-~]{1,4}",
        "[a-zäöü0-9 \u{0}-\u{1f}]{0,6}",
        "[א-ת؀-ۿ 0-9.]{1,6}",
        any::<char>().prop_map(String::from),
        "[\u{fffe}\u{ffff}]",
    ];
    proptest::collection::vec(piece, 1..6)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("empty", |words| !words.is_empty())
}

proptest! {
    #[test]
    fn word_reads_what_was_written(words in anything()) {
        let document = everywhere(&words);
        let file = docx(&document).expect("a small document");
        let paragraphs = reader::paragraphs(&file);
        let seen = seen(&words);
        let (with_label, linked) = (format!("{seen}\t{seen}"), format!("{seen}\n{seen}"));
        let text = |style: &'static str| (style, seen.clone());
        // Whatever the words are, a title above the heading is no part of it if it has lines.
        let expected: Vec<(&str, String)> = vec![
            ("Logos", String::new()),
            text("Issuer"),
            text("Heading1"),
            text("Subtitle"),
            ("Normal", linked),
            text("ListBullet"),
            text("ListNumber"),
            text("ListContinue2"),
            text("Quote"),
            ("Fact", with_label),
            text("Caption"),
            text("TableHeading"),
            text("TableText"),
        ];
        let found: Vec<(&str, String)> = paragraphs
            .iter()
            .map(|paragraph| (paragraph.style.as_str(), paragraph.words.clone()))
            .collect();
        prop_assert_eq!(&found[..expected.len()], &expected[..]);
        let lines = |style: &str| -> Vec<&str> {
            let of_style = paragraphs.iter().filter(|it| it.style.starts_with(style));
            of_style.map(|it| it.words.as_str()).collect()
        };
        prop_assert_eq!(lines("ProgrammeTime"), [&seen]);
        for style in ["ProgrammeEntry", "ProgrammePeople", "ProgrammePlace"] {
            let lines = lines(style);
            prop_assert_eq!(lines.len(), 2);
            for line in lines {
                proptest::prop_assert!(line.contains(&seen), "{}: {:?}", style, line);
            }
        }
        for paragraph in &paragraphs {
            let words = paragraph.words.trim_start_matches(['\u{fffd}', '\n', '\t']);
            prop_assert_eq!(paragraph.right_to_left, is_right_to_left(words), "{:?}", paragraph);
        }
        let properties = reader::texts(&file, "docProps/core.xml");
        let title = self::seen(&words.replace('\r', " "));
        prop_assert_eq!(&properties[1..], [&title[..], &title, "de-DE"]);
        let header = reader::texts(&file, "word/header1.xml").concat();
        prop_assert_eq!(header, title);
    }
}

#[test]
fn templates_come_out_in_full() {
    for nasty in NASTY {
        for (_, document) in all(&|name| format!("{nasty} {name}").trim().to_owned()) {
            let printed = words(&document);
            assert!(printed.contains(nasty.trim()), "{nasty}\n{printed}");
        }
    }
}

#[test]
fn a_single_item_comes_out_in_full() {
    for nasty in NASTY {
        let words = |name: &str| format!("{nasty} {name}").trim().to_owned();
        let document = fill::<ItemSheet>(DocumentKind::Item, Language::English, &words);
        for shown in [self::words(&document), text(&document), page::read(&html(&document)).words] {
            let shown = dense(&shown);
            for name in
                ["entry title", "full title", "when it is", "person line", "entry description"]
            {
                assert!(shown.contains(&dense(&words(name))), "{name}: {nasty}\n{shown}");
            }
        }
    }
}

#[test]
fn strands_stand_side_by_side() {
    let filled = Programme::filled(&str::to_owned).days.remove(0).entries.remove(0);
    let entry = |title: &str, track: Option<&str>, [start, end]: [&str; 2]| Entry {
        kind: Some(if track.is_some() { Kind::Talk } else { Kind::Parallel }),
        level: usize::from(track.is_some()),
        start: Some(start.to_owned()),
        end: Some(end.to_owned()),
        time: Some(format!("{start}–{end}").into()),
        track: track.map(str::to_owned),
        title: title.to_owned(),
        number: None,
        status: None,
        plan: None,
        items: Vec::new(),
        ..filled.clone()
    };
    let programme = |strands: usize| {
        let mut entries = vec![entry("Foren <b>", None, ["09:00", "12:00"])];
        for strand in 1..=strands {
            let track = format!("Raum {strand}");
            let hours = if strand == 1 { ["09:00", "12:00"] } else { ["10:00", "11:40"] };
            entries.push(entry(&format!("A & {strand}"), Some(&track), hours));
        }
        let day = Day { date: None, heading: Some("Montag".to_owned()), entries };
        let document = Document::new(Language::German, "", vec![Block::Agenda(vec![day])]);
        docx(&laid_out(document, StrandLayout::Grid)).expect("a small document")
    };
    let file = programme(2);
    let shown: Vec<String> = reader::paragraphs(&file)
        .into_iter()
        .map(|it| format!("{} {} {}", it.cell, it.style, it.words).trim_end().to_owned())
        .collect();
    let expected = [
        "0 Heading3 Montag",
        "0 Caption 09:00–12:00 Foren <b>",
        "0 ProgrammePeople role: person line",
        "0 ProgrammePlace entry detail",
        "0 ProgrammeDescription entry description",
        "0 ProgrammeDescription entry link",
        "0 ProgrammeDescription entry term",
        "1 TableHeading Zeit",
        "2 TableHeading Raum 1",
        "3 TableHeading Raum 2",
        "1 GridTime 09:00",
        "2 GridEntry A & 1",
        "2 GridDetail role: person line",
        "2 GridDetail entry detail",
        "2 GridDetail entry description",
        "2 GridDetail entry link",
        "2 GridDetail entry term",
        "3 GridDetail",
        "1 GridTime 10:00",
        "2 GridDetail",
        // It ends before the block does, which no row tells.
        "3 GridTime 10:00–11:40",
        "3 GridEntry A & 2",
    ];
    assert_eq!(&shown[..expected.len()], &expected[..]);
    let text = |file: &[u8]| reader::part(file, "word/document.xml");
    for sign in ["<w:tblCaption w:val=\"09:00–12:00 Foren &lt;b&gt;\"/>", "<w:tblHeader/>"] {
        assert!(text(&file).contains(sign), "{sign}");
    }
    // Twenty strands have no room side by side: they stand in a list, upright.
    let many = text(&programme(20));
    assert!(!many.contains("w:vMerge") && !many.contains("landscape"), "{many}");
    assert_eq!(many.matches("A &amp; ").count(), 20);
}

#[test]
fn a_run_sheet_has_columns_for_the_chair() {
    let days = Programme::filled(&str::to_owned).days;
    let document = Document::new(Language::German, "Regieplan", vec![Block::Agenda(days)]);
    let file = docx(&document).expect("a small document");
    let cells = |style: &str| -> Vec<(usize, String)> {
        let of_style = reader::paragraphs(&file).into_iter().filter(|it| it.style == style);
        of_style.map(|paragraph| (paragraph.cell, paragraph.words)).collect()
    };
    let headings = ["Zeit", "Dauer", "Programmpunkt", "Für die Leitung"];
    let expected: Vec<(usize, String)> = (1..).zip(headings.map(str::to_owned)).collect();
    assert_eq!(cells("TableHeading"), expected);
    assert_eq!(cells("ProgrammeCue")[0].0, 4);
}
