//! Letters after DIN 5008: what stands in the window, and where the rest stands.

use std::slice::from_ref;

use typst::layout::{Frame, FrameItem, Point};
use typst::visualize::Geometry;

use super::super::{Design, check, pdf};
use super::{Run, all_words, codes, dense, pages, runs, set, within, words};
use crate::document::model::{Block, Document};
use crate::document::template::Template;
use crate::render::sheet::Sheet;
use crate::source::{SourceFile, Sources};
use crate::text::Language;
use crate::view;
use crate::view::DocumentKind;
use crate::view::placeholders::Placeholders as _;

fn letter(kind: DocumentKind, address: &[&str]) -> Document {
    let mut letter = view::letter::Letter::sample();
    letter.recipient.as_mut().unwrap().address =
        address.iter().map(|line| (*line).to_owned()).collect();
    let sources = Sources::default();
    Template::find(kind, Language::German, &sources).render(&letter).unwrap()
}

const USUAL: &[&str] =
    &["Stadt Muster", "Oberbürgermeisterin", "Frau Dr. Muster", "Markt 1", "00123 Muster"];

/// The runs between the first and the last line of an address on the first page.
fn in_field(document: &Document, first: &str, last: &str) -> Vec<Run> {
    let pages = pages(document, Sheet::default());
    within(&pages);
    let runs = runs(&pages.pages()[0].frame);
    let from = runs.iter().position(|run| run.words.starts_with(first)).unwrap();
    let to = runs.iter().position(|run| run.words.ends_with(last)).unwrap();
    runs.into_iter().take(to + 1).skip(from).collect()
}

#[test]
fn addresses_stand_in_the_window() {
    let long =
        "Stellvertretende Vorsitzende des Ausschusses für Innenstadtentwicklung und Leerstand";
    let nine = ["A GmbH", "Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben", "Acht", "00123 Ende"];
    let unbroken = "Innenstadtentwicklungskonzeptfortschreibungsbeauftragte";
    let cases: &[(&[&str], f64)] = &[
        (USUAL, 11.0),
        (&["Alleinstehende", "00123 Ende"], 11.0),
        (&nine, 8.0),
        (&["Stadt Muster", long, "Frau Muster", "Markt 1", "00123 Ende"], 10.0),
        (&["Stadt", long, long, long, "Frau Muster", "Markt 1", "00123 Ende"], 8.0),
        (&["Stadt", unbroken, "Frau Muster", "Markt 1", "00123 Ende"], 10.0),
    ];
    for (address, least) in cases {
        let document = letter(DocumentKind::Invitation, address);
        let runs = in_field(&document, address[0], address[address.len() - 1]);
        for Run { left, right, base, points, words } in runs {
            let at = format!("{words} from {left} to {right} mm, at {base} mm, {points} pt");
            assert!(left > 24.99 && right < 105.0, "{at}");
            // Capitals are three quarters as high as the size of the letters.
            assert!(base - points * 0.3528 * 0.75 > 49.99 && base < 89.9, "{at}");
            assert!(points >= *least, "{at}");
        }
    }
}

#[test]
fn the_usual_address_begins_in_its_zone_below_the_return_line() {
    let pages =
        pages(&letter(DocumentKind::Invitation, USUAL), Sheet { large: true, ..Sheet::default() });
    let runs = runs(&pages.pages()[0].frame);
    let find = |words: &str| runs.iter().find(|run| run.words.starts_with(words)).unwrap();
    let first = find("Stadt Muster");
    assert!(first.base > 62.7 && first.base < 67.7, "{}", first.base);
    // It says where the letter came from, small, in the first five millimetres.
    let sender = find("sender organisation · sender address");
    assert!(sender.base > 45.0 && sender.base < 50.0 && sender.points >= 6.0, "{}", sender.base);
    let phone = find("Telefon");
    assert!((phone.left - 125.0).abs() < 0.1 && phone.base > 50.0 && phone.base < 90.0);
    assert!(find("subject").base > 98.4, "the subject stands below both");
}

#[test]
fn an_address_that_the_window_has_no_room_for_is_named() {
    let lines: Vec<String> = (1..=14).map(|number| format!("Zeile {number}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let document = letter(DocumentKind::Invitation, &lines);
    let sources = Sources::default();
    let refused = pdf(from_ref(&document), Design::Letter, Sheet::default(), &sources);
    let findings = refused.unwrap_err();
    assert_eq!(codes(&findings), ["address-too-long"]);
    let said = findings[0].problem.wording(Language::German).message;
    assert!(said.contains("`Zeile 1, Zeile 2"), "{said}");
}

/// How far the lines that stand alone at the left edge of a page are from its upper one, in
/// millimetres.
fn marks(page: &Frame) -> Vec<f64> {
    fn collect(at: Point, frame: &Frame, found: &mut Vec<f64>) {
        for (place, item) in frame.items() {
            let place = at + *place;
            match item {
                FrameItem::Group(group) => collect(place, &group.frame, found),
                FrameItem::Shape(shape, _)
                    if matches!(shape.geometry, Geometry::Line(_)) && place.x.to_mm() < 20.0 =>
                {
                    found.push(place.y.to_mm());
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    collect(Point::zero(), page, &mut found);
    found
}

#[test]
fn the_first_page_has_marks_to_fold_and_punch() {
    let pages =
        pages(&letter(DocumentKind::Invitation, USUAL), Sheet { large: true, ..Sheet::default() });
    let millimetres = |page: &Frame| -> Vec<String> {
        marks(page).iter().map(|mark| format!("{mark:.1}")).collect()
    };
    assert_eq!(millimetres(&pages.pages()[0].frame), ["105.0", "148.5", "210.0"]);
    assert!(pages.pages().len() > 1 && marks(&pages.pages()[1].frame).is_empty());
}

#[test]
fn letters_in_one_file_count_their_own_pages() {
    let letters =
        [USUAL, &["Zweite", "00124 Muster"]].map(|one| letter(DocumentKind::Invitation, one));
    let sheet = Sheet { large: true, ..Sheet::default() };
    let sources = Sources::default();
    let pages = set(&letters, Design::Letter, sheet, &sources).unwrap();
    let alone = pages.pages().len() / 2;
    assert!(alone > 1 && pages.pages().len() == 2 * alone);
    for (at, page) in pages.pages().iter().enumerate() {
        let said = dense(&words(&page.frame));
        let number = format!("Seite{}von{alone}", at % alone + 1);
        assert!(said.contains(&number), "page {at} does not say {number}: {said}");
    }
    assert!(dense(&words(&pages.pages()[alone].frame)).contains("Zweite00124Muster"));
    pdf(&letters, Design::Letter, sheet, &sources).unwrap();
    let one_page = Sheet { one_page: true, ..Sheet::default() };
    let long = [letter(DocumentKind::Invitation, USUAL), long_letter()];
    let findings = pdf(&long, Design::Letter, one_page, &sources).unwrap_err();
    assert_eq!(codes(&findings), ["too-long-for-one-page"]);
}

fn long_letter() -> Document {
    let mut document = letter(DocumentKind::Invitation, USUAL);
    let text: Vec<Block> = document.blocks[2..4].iter().cycle().take(200).cloned().collect();
    document.blocks.splice(3..3, text);
    document
}

#[test]
fn a_letter_of_one_page_has_room_to_sign_and_no_number() {
    let pages = pages(&letter(DocumentKind::Thanks, USUAL), Sheet::default());
    assert_eq!(pages.pages().len(), 1);
    let runs = runs(&pages.pages()[0].frame);
    let at = |words: &str| runs.iter().rposition(|run| run.words == words).unwrap();
    let closing = &runs[at("Mit freundlichen Grüßen")];
    let name = &runs[at("Mit freundlichen Grüßen") + 1];
    assert_eq!(name.words, "sender name");
    assert!(name.base - closing.base > 14.0, "{} mm to sign", name.base - closing.base);
    let said = all_words(&pages);
    assert!(!said.contains("Seite"), "{said}");
    // The address stands in its field alone, the telephone in the information block and the foot.
    assert_eq!(said.matches("00123Muster").count(), 1);
    assert_eq!(said.matches("senderphone").count(), 2);
}

#[test]
fn a_design_of_the_users_own_can_take_from_ours() {
    let own = |text: &str| {
        let mut sources = Sources::default();
        let path = Design::Letter.path().to_owned();
        sources.add(SourceFile { path, text: text.to_owned() });
        sources
    };
    let document = letter(DocumentKind::Thanks, USUAL);
    let head = "#import \"programme.typ\": set-blocks\n#let one = sys.inputs.documents.first()\n\
                #set document(title: one.title)\n#set text(lang: one.language)\n";
    let good = own(&format!("{head}#set-blocks(one.letter.body)"));
    assert_eq!(codes(&check(&document, &good)), [""; 0]);
    let pages = set(from_ref(&document), Design::Letter, Sheet::default(), &good).unwrap();
    assert!(all_words(&pages).starts_with("salutation"), "{}", all_words(&pages));
    for wrong in ["#one.letter.adress", "#import \"other.typ\": a"] {
        let sources = own(&format!("{head}{wrong}"));
        let findings = check(&document, &sources);
        assert_eq!(codes(&findings), ["design-fault"], "{wrong}");
        assert!(findings[0].place.is_some(), "{wrong}");
    }
}
