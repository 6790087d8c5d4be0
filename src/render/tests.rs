//! Whatever people write comes out of every format as the text that it is.

use chrono::DateTime;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::test_runner::{Config as ProptestConfig, RngSeed};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::document::markdown::blocks;
use crate::document::model::{Block, Document, Frame, Inline};
use crate::document::spreadsheet;
use crate::document::template::Template;
use crate::source::Sources;
use crate::text::{Language, Vocabulary as _, plain};
use crate::view::handover::Handover;
use crate::view::item::ItemSheet;
use crate::view::letter::Letter;
use crate::view::merge::MergeData;
use crate::view::placeholders::Placeholders;
use crate::view::programme::Programme;
use crate::view::report::Report;
use crate::view::{DocumentKind, Filling};

use super::csv::csv;
use super::eml::{Correspondent, Mail, eml};
use super::html::html;
use super::json::json;
use super::markdown::markdown;
use super::terminal::{Options, terminal};
use super::text::text;

mod code;
mod look;
mod page;
mod said;
mod table;
mod word;

use said::said;

/// Words that some format takes for a sign.
const NASTY: &[&str] = &[
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "2) item",
    "> quote",
    ": definition",
    "---",
    "===",
    "***",
    "~~~",
    "```rust",
    "`code`",
    "**strong** *stress* __strong__ _stress_",
    "snake_case_name and _x_",
    "[link](https://example.org) ![image](x)",
    "[reference]: https://example.org",
    "<script>alert(1)</script>",
    "<br> <!-- agenda --> <b>",
    "a | b | c",
    "|---|---|",
    "{{ meeting.title }} {% if x %} {# note #}",
    "&amp; &#65; & Co",
    "back\\slash\\",
    "~struck~ ~~out~~ $x$ ^up^",
    "https://example.org/a_b?c=d&e=f#g",
    "<https://example.org>",
    "Sommer- & Winterfest",
    "👩‍👩‍👧 Fest 🎉",
    "שלום עולם",
    "„Zitat“ – mit Strich",
    "24. September",
    "x    y",
    "\u{a0}gebunden",
    "=1+1",
    "@name",
    "\"quoted\" 'single'",
    "trailing #",
    "*",
    "0",
];

fn fill<T: Placeholders>(
    kind: DocumentKind,
    language: Language,
    words: &dyn Fn(&str) -> String,
) -> Document {
    let sources = Sources::default();
    Template::find(kind, language, &sources).render(&T::filled(words)).expect("a sound template")
}

fn all(words: &dyn Fn(&str) -> String) -> Vec<(DocumentKind, Document)> {
    // A single item is a table of its own; its tests stand with those of Word.
    let kinds = DocumentKind::all().filter(|kind| kind.row().filling != Filling::Item);
    let kinds = kinds.flat_map(|kind| Language::ALL.map(|it| (kind, it)));
    kinds
        .map(|(kind, language)| {
            let document = match kind.row().filling {
                Filling::Programme => fill::<Programme>(kind, language, words),
                Filling::Item => fill::<ItemSheet>(kind, language, words),
                Filling::MergeData => fill::<MergeData>(kind, language, words),
                Filling::Letter => fill::<Letter>(kind, language, words),
                Filling::Year => fill::<Report>(kind, language, words),
                Filling::Network => fill::<Handover>(kind, language, words),
            };
            (kind, document)
        })
        .collect()
}

/// The words of blocks and nothing else.
fn words_of(blocks: &[Block]) -> String {
    let mut words = String::new();
    for block in blocks {
        match block {
            Block::Heading(_, runs) | Block::Paragraph(runs) => words += &runs_of(runs),
            Block::List(_, items) => words.extend(items.iter().map(|item| words_of(item))),
            Block::Quote(inner) => words += &words_of(inner),
            Block::Facts(facts) => {
                for fact in facts {
                    words.extend([&fact.label, ": ", &runs_of(&fact.content), "\n"]);
                }
            }
            Block::Table(table) => {
                words.extend(table.columns.iter().map(|column| column.heading.clone()));
                words.extend(table.rows.iter().flatten().map(|cell| runs_of(cell)));
            }
            Block::Code(lines) => words += lines,
            Block::Agenda(_)
            | Block::Grid(_)
            | Block::Drawing(_)
            | Block::Contents(_)
            | Block::Rule => {}
        }
        words.push('\n');
    }
    words
}

fn runs_of(runs: &[Inline]) -> String {
    let run = |run: &Inline| match run {
        Inline::Text(words) | Inline::Code(words) => words.clone(),
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Link(_, inner)
        | Inline::Inside(_, inner)
        | Inline::Beside(_, inner)
        | Inline::Anchor(_, inner) => runs_of(inner),
        Inline::Break => "\n".to_owned(),
    };
    runs.iter().map(run).collect()
}

/// Without white space, for lines break where they must.
fn dense(words: &str) -> String {
    plain(words).split_whitespace().collect()
}

/// Prints documents in which every text begins with `nasty`, and returns what is missing where.
fn missing(nasty: &str) -> Vec<String> {
    // A long time would be broken into lines beside those of the title.
    let words = |name: &str| match name {
        "entry time" | "planned time" | "room time" => "09:30".to_owned(),
        _ => format!("{nasty} {name}").trim().to_owned(),
    };
    let mut missing = Vec::new();
    for (kind, document) in all(&words) {
        if matches!(
            kind,
            DocumentKind::Programme | DocumentKind::RunSheet | DocumentKind::Invitation
        ) {
            let is_agenda = |block: &&Block| matches!(block, Block::Agenda(_));
            let Some(Block::Agenda(days)) = document.blocks.iter().find(is_agenda) else {
                panic!("no programme");
            };
            assert_eq!(days[0].entries[0].title, words("entry title"));
        }
        let shown = [
            ("text", text(&document)),
            ("terminal", terminal(&document, Options { width: Some(80), colour: false })),
            ("markdown", words_of(&blocks(&markdown(&document)))),
            ("docx", word::words(&document)),
            ("html", page::read(&html(&document)).words),
        ];
        for (format, shown) in shown {
            // Cells and lines of text are broken, so their words stand apart.
            let has_cells = matches!(
                kind,
                DocumentKind::SignInList
                    | DocumentKind::NameBadges
                    | DocumentKind::Report
                    | DocumentKind::Handover
            );
            if has_cells && matches!(format, "text" | "terminal") {
                continue;
            }
            let dense_shown = dense(&shown);
            let lacks =
                said(kind).iter().filter(|name| !dense_shown.contains(&dense(&words(name))));
            missing
                .extend(lacks.map(|name| format!("{kind:?}, {format}, {name}: {nasty}\n{shown}")));
        }
    }
    let cells =
        table::cells(&csv(&spreadsheet::programme(&Programme::filled(&words))).expect("CSV"));
    for name in ["entry title", "person line", "item title", "entry description", "entry id"] {
        if !cells.iter().any(|cell| dense(cell).contains(&dense(&words(name)))) {
            missing.push(format!("csv, {name}: {nasty}\n{cells:?}"));
        }
    }
    missing
}

#[test]
fn every_text_comes_out_of_every_format() {
    for nasty in NASTY {
        assert_eq!(missing(nasty), [""; 0]);
    }
}

#[test]
fn what_the_words_are_does_not_change_the_form() {
    let form = |words: &dyn Fn(&str) -> String| {
        let outline = |document: &Document| {
            let parsed = blocks(&markdown(document));
            parsed
                .iter()
                .map(|block| format!("{:?}", std::mem::discriminant(block)))
                .collect::<Vec<_>>()
        };
        all(words).iter().map(|(_, document)| outline(document)).collect::<Vec<_>>()
    };
    let tame = form(&str::to_owned);
    for nasty in NASTY {
        assert_eq!(form(&|name| format!("{nasty} {name}").trim().to_owned()), tame, "{nasty}");
    }
}

fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        (0..NASTY.len()).prop_map(|index| NASTY[index].to_owned()),
        "[!-~]{1,4}",
        "[a-zäöü0-9 ]{0,6}",
        any::<char>()
            .prop_filter("control", |c| !c.is_control() && !"\u{e000}\u{fffe}\u{ffff}".contains(*c))
            .prop_map(String::from),
        Just(" ".to_owned()),
    ];
    proptest::collection::vec(piece, 1..6)
        .prop_map(|pieces| pieces.concat().trim().to_owned())
        .prop_filter("empty", |line| !line.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_out_of_every_format(words in line()) {
        prop_assert_eq!(missing(&words), [""; 0]);
    }
}

proptest! {
    #[test]
    fn markdown_is_read_as_it_was_meant(words in line()) {
        let run = vec![Inline::Text(words.clone())];
        let document = Document {
            language: Language::German,
            title: String::new(),
            blocks: vec![
                Block::Heading(2, run.clone()),
                Block::Paragraph(vec![Inline::text("x"), Inline::Break, Inline::Text(words)]),
                Block::List(None, vec![vec![Block::Paragraph(run)]]),
            ], frame: Frame::default() };
        prop_assert_eq!(blocks(&markdown(&document)), document.blocks);
    }

    #[test]
    fn data_stay_text_in_templates(words in line()) {
        for (kind, document) in all(&|_| words.clone()) {
            let agendas = document.blocks.iter().filter(|block| matches!(block, Block::Agenda(_)));
            let has_one = matches!(
                kind,
                DocumentKind::Programme | DocumentKind::RunSheet | DocumentKind::Invitation | DocumentKind::SpeakerInvitation | DocumentKind::Confirmation
            );
            prop_assert_eq!(agendas.count(), usize::from(has_one));
            let heading = document.blocks.iter().find_map(|block| match block {
                Block::Heading(1, runs) => Some(runs_of(runs)),
                _ => None,
            });
            if kind != DocumentKind::SignInList {
                prop_assert!(dense(&heading.unwrap_or_default()).ends_with(&dense(&words)));
            }
        }
    }
}

fn mail() -> Mail {
    Mail {
        from: Correspondent {
            name: Some("Städtenetz „Fluß“, Büro".to_owned()),
            address: "netzwerk@example.org".to_owned(),
        },
        to: Correspondent { name: None, address: "a@example.org".to_owned() },
        subject: "Einladung: Erfahrungsaustausch (ERFA) am 24.09.2024 in Mühlhausen und noch ein sehr langer Rest 🎉".to_owned(),
        date: DateTime::parse_from_rfc3339("2024-08-01T10:00:00+02:00").expect("a date"),
        message_id: "2024-09-24.a@example.org".to_owned(),
        language: Language::German,
        body: "Sehr geehrte Damen und Herren,\n\n.\nFrom hier\n".to_owned(),
    }
}

#[test]
fn mails_are_the_same_every_time() {
    let first = eml(&mail()).expect("a mail");
    assert_eq!(first, eml(&mail()).expect("a mail"));
    let written = String::from_utf8(first).expect("ASCII");
    assert!(written.is_ascii());
    assert!(!written.replace("\r\n", "").contains(['\r', '\n']));
    for header in [
        "Date: Thu, 01 Aug 2024 08:00:00 +0000\r\n",
        "Message-ID: <2024-09-24.a@example.org>\r\n",
        "X-Unsent: 1\r\n",
        "Content-Language: de\r\n",
        "MIME-Version: 1.0\r\n",
        "Content-Type: text/plain; charset=utf-8\r\n",
        "Subject: Einladung: Erfahrungsaustausch (ERFA) am 24.09.2024 in\r\n =?utf-8?b?",
    ] {
        assert!(written.contains(header), "{header}{written}");
    }
}

#[test]
fn headers_hold_one_line() {
    let injected = Mail { subject: "a\r\nBcc: b@example.org".to_owned(), ..mail() };
    let written = String::from_utf8(eml(&injected).expect("a mail")).expect("ASCII");
    assert!(written.contains("Subject: a  Bcc: b@example.org\r\n"), "{written}");
    let to = Correspondent { name: None, address: "a b@example.org".to_owned() };
    assert!(eml(&Mail { to, ..mail() }).is_err());
}

#[test]
fn json_ends_its_line() {
    assert_eq!(json(&["a"]).expect("JSON"), "[\n  \"a\"\n]\n");
}
