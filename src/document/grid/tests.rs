//! Grids from programmes, and when there is none.

use super::{StrandLayout, laid_out};
use crate::document::model::{Block, Document};
use crate::text::Language;
use crate::view::placeholders::Placeholders as _;
use crate::view::programme::{Day, Entry, Kind, Programme};

fn entry(title: &str, track: Option<&str>, hours: Option<(&str, &str)>) -> Entry {
    let day = Programme::filled(&|_| String::new()).days.remove(0);
    let filled = day.entries.into_iter().next().unwrap();
    Entry {
        kind: Some(Kind::Talk),
        level: usize::from(track.is_some()),
        start: hours.map(|(start, _)| start.to_owned()),
        end: hours.map(|(_, end)| end.to_owned()),
        time: None,
        number: None,
        track: track.map(str::to_owned),
        title: title.to_owned(),
        place: None,
        people: Vec::new(),
        items: Vec::new(),
        description: None,
        details: Vec::new(),
        terms: Vec::new(),
        link: None,
        status: None,
        plan: None,
        ..filled
    }
}

fn block() -> Entry {
    Entry { kind: Some(Kind::Parallel), ..entry("Foren", None, None) }
}

fn laid(entries: Vec<Entry>, layout: StrandLayout) -> Vec<Block> {
    let day = Day { date: None, heading: Some("Montag".to_owned()), entries };
    let document = Document::new(Language::German, "", vec![Block::Agenda(vec![day])]);
    laid_out(document, layout).blocks
}

/// A grid as lines of text: `A2` is an entry of two rows, `-` a free cell.
fn drawn(blocks: &[Block]) -> Vec<String> {
    let Some(Block::Grid(grid)) = blocks.iter().find(|block| matches!(block, Block::Grid(_)))
    else {
        return Vec::new();
    };
    let head = grid.columns.join(" ");
    let line = |line: &super::GridRow| {
        let cells = line.cells.iter().map(|cell| match &cell.entry {
            Some(row) => format!("{}:{}{}", cell.column, row.headline, cell.height),
            None => format!("{}:-", cell.column),
        });
        format!("{} {}", line.time, cells.collect::<Vec<_>>().join(" "))
    };
    std::iter::once(head).chain(grid.rows.iter().map(line)).collect()
}

#[test]
fn what_lasts_longer_takes_several_rows() {
    let blocks = laid(
        vec![
            entry("Begrüßung", None, Some(("09:00", "09:30"))),
            block(),
            entry("A", Some("Ost"), Some(("10:00", "11:00"))),
            entry("B", Some("Ost"), Some(("11:00", "12:00"))),
            entry("C", Some("West"), Some(("10:30", "12:00"))),
            entry("Ende", None, Some(("13:00", "13:30"))),
        ],
        StrandLayout::Grid,
    );
    assert_eq!(drawn(&blocks), ["Ost West", "10:00 0:A2 1:-", "10:30 1:C2", "11:00 0:B1"]);
    let kinds: Vec<&str> = blocks
        .iter()
        .map(|block| match block {
            Block::Agenda(days) => days[0].heading.as_deref().unwrap_or("on"),
            Block::Grid(_) => "grid",
            _ => "?",
        })
        .collect();
    assert_eq!(kinds, ["Montag", "grid", "on"], "the heading stands above all of the day");
}

#[test]
fn a_grid_needs_hours_and_strands_without_overlap() {
    let hours = Some(("10:00", "11:00"));
    let cases = [
        vec![block(), entry("A", Some("Ost"), None)],
        vec![block(), entry("A", Some("Ost"), hours), entry("B", Some("Ost"), hours)],
        vec![
            block(),
            entry("A", Some("Ost"), hours),
            entry("B", Some("Ost"), Some(("10:30", "11:30"))),
            entry("C", Some("West"), Some(("10:30", "11:30"))),
        ],
        vec![block()],
    ];
    for entries in cases {
        let blocks = laid(entries.clone(), StrandLayout::Grid);
        assert!(drawn(&blocks).is_empty(), "{entries:?}");
        let Some(Block::Agenda(days)) = blocks.first() else { panic!("no list") };
        assert_eq!(days[0].entries, entries, "nothing is lost");
    }
}

#[test]
fn what_has_no_hours_takes_those_of_the_block() {
    let hours = Some(("10:45", "12:15"));
    let block = Entry { kind: Some(Kind::Parallel), ..entry("Werkstätten", None, hours) };
    let children = ["Ost", "West"].map(|track| entry(track, Some(track), None));
    let blocks = laid([vec![block], children.to_vec()].concat(), StrandLayout::Grid);
    assert_eq!(drawn(&blocks), ["Ost West", "10:45 0:Ost1 1:West1"]);
}

#[test]
fn only_a_large_block_becomes_a_grid_by_itself() {
    let children = |strands: usize| {
        let child = |at: usize| {
            let (track, hour) = (format!("Strang {}", at % strands), 9 + at / strands);
            let hours = (format!("{hour:02}:00"), format!("{hour:02}:45"));
            entry("Punkt", Some(&track), Some((&hours.0, &hours.1)))
        };
        std::iter::once(block()).chain((0..12).map(child)).collect::<Vec<_>>()
    };
    assert_eq!(drawn(&laid(children(4), StrandLayout::Auto)).len(), 4);
    assert!(drawn(&laid(children(3), StrandLayout::Auto)).is_empty());
    assert!(drawn(&laid(children(4), StrandLayout::List)).is_empty());
    assert!(drawn(&laid(children(4)[..12].to_vec(), StrandLayout::Auto)).is_empty());
}
