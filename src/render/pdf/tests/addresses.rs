//! Long addresses on paper: they break, and whoever copies one has it as it is.

use super::{pages, within, words};
use crate::document::model::{Block, Document, Inline};
use crate::render::sheet::Sheet;
use crate::text::Language;

#[test]
fn a_copied_address_holds_nothing_unseen() {
    let address = "https://www.example.org/leerstandsmanagement/2027/bericht-a1b2c3d4e5f6.html";
    let link = Inline::Link(address.to_owned(), vec![Inline::text(address)]);
    let blocks = vec![Block::Paragraph(vec![link])];
    let document = Document::new(Language::German, "Bericht", blocks);
    let pages = pages(&document, Sheet::default());
    let told: String = pages.pages().iter().map(|page| words(&page.frame)).collect();
    assert!(told.contains(address), "{told}");
}

#[test]
fn an_address_without_a_place_to_break_stays_on_the_paper() {
    let address = format!("https://example.org/{}", "x".repeat(400));
    let link = Inline::Link(address.clone(), vec![Inline::text(&address)]);
    let document = Document::new(Language::German, "Bericht", vec![Block::Paragraph(vec![link])]);
    within(&pages(&document, Sheet::default()));
}
