//! What is typed, tables of contents and the links inside a document.

use std::slice::from_ref;

use super::{all_words, pages};
use crate::document::model::{Block, Chapter, Document, Inline};
use crate::render::pdf::wire::{from_json, to_json};
use crate::render::pdf::{Design, pdf, values};
use crate::render::sheet::Sheet;
use crate::source::Sources;
use crate::text::Language;
use typst::foundations::IntoValue as _;

fn document() -> Document {
    let words = |words: &str| vec![Inline::text(words)];
    let part = Chapter { anchor: "typed".to_owned(), title: "Typed".to_owned(), parts: vec![] };
    Document::new(
        Language::English,
        "Handbook",
        vec![
            Block::Heading(1, words("Handbook")),
            Block::Contents(vec![part]),
            Block::Heading(2, vec![Inline::Anchor("typed".to_owned(), words("Typed"))]),
            Block::Code("$ erfa  status\n  --json".to_owned()),
            Block::Paragraph(vec![
                Inline::Code("--why".to_owned()),
                Inline::text(" as "),
                Inline::Inside("typed".to_owned(), words("above")),
            ]),
            Block::Paragraph(vec![
                Inline::Anchor("here".to_owned(), words("Here")),
                Inline::Inside("here".to_owned(), words(" it is")),
            ]),
        ],
    )
}

#[test]
fn code_contents_and_links_inside_are_set() {
    let printed = all_words(&pages(&document(), Sheet::default()));
    for part in ["HandbookTyped", "Typed$erfastatusjsonwhyasabove"] {
        assert!(printed.contains(part), "{part} is not in {printed}");
    }
    let sources = Sources::default();
    pdf(from_ref(&document()), Design::Programme, Sheet::default(), &sources).unwrap();
}

#[test]
fn a_workshop_is_given_all_of_it() {
    let value = values::document(&document()).into_value();
    let wired = to_json(&value);
    assert_eq!(to_json(&from_json(&wired)), wired);
    let wired = wired.to_string();
    for part in ["{\"code\":\"--why\"}", "{\"anchor\":\"here\"}", "\"inside\":\"typed\""] {
        assert!(wired.contains(part), "{part}: {wired}");
    }
}
