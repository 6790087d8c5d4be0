//! Documents for Word say what was written, whatever words are in them.

use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::{prop_assert_eq, proptest};

use super::page;
use super::{NASTY, all, dense, fill};
use crate::document::model::{Block, Document, Fact, Frame, Inline, Logo, Picture, Table};
use crate::document::template::Kind;
use crate::render::docx::docx;
use crate::render::html::html;
use crate::render::text::text;
use crate::text::Language;
use crate::text::direction::is_right_to_left;
use crate::view::item::ItemSheet;
use crate::view::placeholders::Placeholders;
use crate::view::programme::Programme;

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
        let document = fill::<ItemSheet>(Kind::Item, Language::English, &words);
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
