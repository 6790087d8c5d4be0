//! Strands side by side, on sheets that lie on their long side.

use std::slice::from_ref;

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::{all_words, codes, dense, pages, set, within, words};
use crate::document::grid::{StrandLayout, laid_out};
use crate::document::model::{Block, Document, Inline};
use crate::render::pdf::{Design, pdf};
use crate::render::sheet::{Paper, Sheet};
use crate::source::Sources;
use crate::text::Language;
use crate::view::placeholders::Placeholders as _;
use crate::view::programme::{Day, Entry, Kind, Programme};

/// The usual sheet.
const A4: Sheet = Sheet { paper: Paper::A4, large: false, one_page: false };

fn entry(title: &str, track: Option<&str>, [start, end]: [&str; 2]) -> Entry {
    let filled = Programme::filled(&str::to_owned).days.remove(0).entries.remove(0);
    Entry {
        kind: Some(if track.is_some() { Kind::Talk } else { Kind::Parallel }),
        level: usize::from(track.is_some()),
        start: Some(start.to_owned()),
        end: Some(end.to_owned()),
        time: Some(format!("{start}–{end}").into()),
        number: None,
        track: track.map(str::to_owned),
        title: title.to_owned(),
        items: Vec::new(),
        description: Some(format!("Über {title}")),
        plan: None,
        status: None,
        ..filled
    }
}

fn laid(entries: Vec<Entry>) -> Document {
    let day = Day { date: None, heading: Some("Montag".to_owned()), entries };
    let head = Block::Heading(1, vec![Inline::text("Konferenz")]);
    let blocks = vec![head, Block::Agenda(vec![day])];
    laid_out(Document::new(Language::German, "Konferenz", blocks), StrandLayout::Grid)
}

/// A block of strands, each with an entry of one hour and one of two.
fn conference(strands: usize, title: &str) -> Document {
    let mut entries = vec![entry("Foren", None, ["09:00", "12:00"])];
    for strand in 1..=strands {
        let half = if strand % 2 == 0 { "10:00" } else { "11:00" };
        let track = format!("Raum {strand}");
        for (turn, hours) in [["09:00", half], [half, "12:00"]].into_iter().enumerate() {
            entries.push(entry(&format!("{title} {strand}.{turn}."), Some(&track), hours));
        }
    }
    laid(entries)
}

fn is_landscape(pages: &PagedDocument) -> bool {
    pages.pages().iter().all(|page| page.frame.width() > page.frame.height())
}

/// All pieces of text.
fn texts(pages: &PagedDocument) -> Vec<&TextItem> {
    let mut frames: Vec<&Frame> = pages.pages().iter().map(|page| &page.frame).collect();
    let mut texts = Vec::new();
    while let Some(frame) = frames.pop() {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => frames.push(&group.frame),
                FrameItem::Text(text) => texts.push(text),
                _ => {}
            }
        }
    }
    texts
}

#[test]
fn ten_strands_stand_side_by_side() {
    let document = conference(10, "Stadtentwicklungskonzepte");
    let set = pages(&document, A4);
    within(&set);
    assert!(is_landscape(&set));
    let printed = all_words(&set);
    for strand in 1..=10 {
        for turn in 0..2 {
            let title = format!("Stadtentwicklungskonzepte{strand}.{turn}.");
            // Once in its title, once in its description: what the list would say is not there too.
            assert_eq!(printed.matches(&title).count(), 2, "{title}: {printed}");
        }
    }
    for words in ["Montag", "09:00–12:00", "Foren", "ÜberForen", "ZeitRaum1Raum2", "personline"]
    {
        assert!(printed.contains(words), "{words}: {printed}");
    }
    pdf(from_ref(&document), Design::Programme, A4, &Sources::default()).unwrap();
}

#[test]
fn an_entry_that_ends_between_the_rows_says_so() {
    let entries = vec![
        entry("Foren", None, ["09:00", "12:00"]),
        entry("Erstes", Some("Raum 1"), ["09:00", "09:40"]),
        entry("Zweites", Some("Raum 1"), ["10:00", "12:00"]),
        entry("Drittes", Some("Raum 2"), ["09:00", "12:00"]),
    ];
    let printed = all_words(&pages(&laid(entries), A4));
    assert!(printed.contains("09:00–09:40Erstes"), "{printed}");
    assert!(!printed.contains("10:00–12:00"), "{printed}");
    // The block alone says its hours.
    assert_eq!(printed.matches("09:00–12:00").count(), 1, "{printed}");
}

#[test]
fn no_letter_of_a_grid_is_too_small_to_read() {
    for one_page in [false, true] {
        let document = conference(4, "Vortrag");
        for text in texts(&pages(&document, Sheet { one_page, ..A4 })) {
            assert!(text.size.to_pt() >= 8.99, "{}: {:?}", text.text, text.size);
        }
    }
}

#[test]
fn where_there_is_no_room_strands_stand_below_each_other() {
    let small = Sheet { paper: Paper::A5, ..A4 };
    let large = Sheet { large: true, ..A4 };
    for (strands, sheet, expected) in [
        (10, small, false),
        (10, large, false),
        (14, A4, false),
        (4, small, true),
        (4, large, true),
    ] {
        let set = pages(&conference(strands, "Vortrag"), sheet);
        assert_eq!(is_landscape(&set), expected, "{strands} {sheet:?}");
        let printed = all_words(&set);
        for strand in 1..=strands {
            let is_said = printed.contains(&format!("Vortrag{strand}.1."));
            assert!(is_said, "{strand} {sheet:?}: {printed}");
        }
        within(&set);
    }
}

#[test]
fn a_grid_of_many_hours_goes_on_under_its_headings() {
    let mut entries = vec![entry("Foren", None, ["08:00", "20:00"])];
    for strand in 1..=4 {
        for hour in 8..20 {
            let [start, end] = [hour, hour + 1].map(|hour| format!("{hour:02}:00"));
            let track = format!("Raum {strand}");
            entries.push(entry(&format!("Beitrag {strand}.{hour}."), Some(&track), [&start, &end]));
        }
    }
    let set = pages(&laid(entries), A4);
    assert!(set.pages().len() > 1);
    for page in set.pages() {
        let printed = dense(&words(&page.frame));
        let is_grid = printed.contains("Beitrag");
        assert_eq!(printed.contains("ZeitRaum1Raum2Raum3Raum4"), is_grid, "{printed}");
    }
}

#[test]
fn one_page_holds_a_grid_or_says_what_does_not_fit() {
    let one_page = Sheet { one_page: true, ..A4 };
    assert_eq!(pages(&conference(4, "Vortrag"), one_page).pages().len(), 1);
    let long = conference(10, &"Leerstand ".repeat(60));
    let sources = Sources::default();
    let refused = set(from_ref(&long), Design::Programme, one_page, &sources);
    let findings = refused.map(|_| ()).unwrap_err();
    assert_eq!(codes(&findings), ["too-long-for-one-page"]);
}

#[test]
fn long_words_stay_in_their_cells() {
    let address = "https://www.example.org/leerstandsmanagement/2027/bericht-a1b2c3d4e5f6.html";
    let compound = "Parkraumbewirtschaftungskonzeptfortschreibung";
    for title in [address, compound, &"x".repeat(300)] {
        let document = conference(10, title);
        let set = pages(&document, A4);
        within(&set);
        let printed = all_words(&set);
        assert!(printed.contains(&dense(title)[..20]), "{printed}");
        for text in texts(&set) {
            let words = text.text.trim_matches(|c: char| !c.is_alphanumeric());
            // The columns of a sheet with ten are narrower than this.
            let is_part = words.len() > 3 && title.contains(words);
            assert!(!is_part || text.width().to_mm() < 25.5, "{}", text.text);
        }
    }
}

#[test]
fn letters_that_no_font_has_are_found_in_heads_of_columns() {
    let mut document = conference(4, "Vortrag");
    for block in &mut document.blocks {
        if let Block::Grid(grid) = block {
            grid.columns[3] = "Raum 🎉".to_owned();
        }
    }
    let refused = pdf(from_ref(&document), Design::Programme, A4, &Sources::default());
    assert_eq!(codes(&refused.unwrap_err()), ["glyph-missing"]);
}
