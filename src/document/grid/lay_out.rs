//! Where a list becomes a grid.

use super::{Grid, GridCell, GridRow, StrandLayout};
use crate::document::agenda::{AgendaRow, rows};
use crate::document::model::{Block, Document};
use crate::text::Language;
use crate::view::programme::{Day, Entry};

/// Beside fewer strands than this a list is easier to read.
const STRANDS_WORTH_A_GRID: usize = 4;
/// With fewer entries than this, too.
const ENTRIES_WORTH_A_GRID: usize = 12;

/// The minutes of a day.
const DAY: u32 = 24 * 60;

/// `document` with a grid for every parallel block that `layout` wants as one.
#[must_use]
pub fn laid_out(mut document: Document, layout: StrandLayout) -> Document {
    if layout == StrandLayout::List {
        return document;
    }
    let language = document.language;
    let block = |block: Block| {
        let Block::Agenda(days) = block else { return vec![block] };
        joined(days.into_iter().flat_map(|day| pieces(day, layout, language)))
    };
    document.blocks = document.blocks.into_iter().flat_map(block).collect();
    document
}

/// Days that follow each other make one agenda again.
fn joined(pieces: impl Iterator<Item = Block>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for piece in pieces {
        match (blocks.last_mut(), piece) {
            (Some(Block::Agenda(days)), Block::Agenda(more)) => days.extend(more),
            (_, piece) => blocks.push(piece),
        }
    }
    blocks
}

/// What comes before a grid, the grid, and what comes after it.
fn pieces(day: Day, layout: StrandLayout, language: Language) -> Vec<Block> {
    let mut pieces = Vec::new();
    let mut heading = day.heading.clone();
    let mut list: Vec<Entry> = Vec::new();
    let mut entries = day.entries.into_iter().peekable();
    let part = |heading: &mut Option<String>, entries: Vec<Entry>| Day {
        date: day.date.clone(),
        heading: heading.take(),
        entries,
    };
    while let Some(entry) = entries.next() {
        let mut block = vec![entry];
        while entries.peek().is_some_and(|next| next.level > block[0].level) {
            block.extend(entries.next());
        }
        match grid(&block, layout, language) {
            Some(mut grid) => {
                // The heading of the day stands above the grid.
                if !list.is_empty() || heading.is_some() {
                    let before = part(&mut heading, std::mem::take(&mut list));
                    pieces.push(Block::Agenda(vec![before]));
                }
                grid.list = part(&mut heading, block);
                pieces.push(Block::Grid(grid));
            }
            None => list.append(&mut block),
        }
    }
    // A day of which nothing is told keeps its heading.
    if !list.is_empty() || heading.is_some() {
        pieces.push(Block::Agenda(vec![part(&mut heading, list)]));
    }
    pieces
}

/// A block, which stands first in `entries`, as a grid; none if it is better or only as a list.
fn grid(entries: &[Entry], layout: StrandLayout, language: Language) -> Option<Grid> {
    let (block, children) = entries.split_first()?;
    let flat = children.iter().all(|child| child.level == block.level + 1);
    if !block.is_side_by_side() || children.is_empty() || !flat {
        return None;
    }
    let mut columns: Vec<String> = Vec::new();
    let mut cells = Vec::new();
    for child in children {
        let strand = child.track.as_ref().or(child.place.as_ref())?;
        let column = columns.iter().position(|known| known == strand).unwrap_or_else(|| {
            columns.push(strand.clone());
            columns.len() - 1
        });
        // What has no hours of its own takes as long as the block.
        let has_hours = child.start.is_some() || child.end.is_some();
        let timed = if has_hours || child.time.is_some() { child } else { block };
        let begins = minutes(timed.start.as_deref()?)?;
        let ends = minutes(timed.end.as_deref()?)?;
        // An end that is not after the start is on the next day.
        let ends = if ends <= begins { ends + DAY } else { ends };
        cells.push((column, begins, ends, child));
    }
    let large = columns.len() >= STRANDS_WORTH_A_GRID && cells.len() >= ENTRIES_WORTH_A_GRID;
    if layout == StrandLayout::Auto && !large {
        return None;
    }
    let mut hours: Vec<u32> = cells.iter().map(|&(_, begins, ..)| begins).collect();
    hours.sort_unstable();
    hours.dedup();
    let mut lines: Vec<GridRow> =
        hours.iter().map(|&hour| GridRow { time: clock(hour), cells: Vec::new() }).collect();
    for (column, strand) in columns.iter().enumerate() {
        let mut row = 0;
        while row < hours.len() {
            let mut starting = cells.iter().filter(|cell| (cell.0, cell.1) == (column, hours[row]));
            let cell = starting.next();
            let until = cell.map_or(hours[row], |cell| cell.2);
            let height = hours[row..].iter().take_while(|&&hour| hour < until).count().max(1);
            // Two in one strand at the same time have no place in a table.
            let covered = &hours[row + 1..row + height];
            let hidden =
                |cell: &&(usize, u32, u32, &Entry)| cell.0 == column && covered.contains(&cell.1);
            if starting.next().is_some() || cells.iter().any(|cell| hidden(&cell)) {
                return None;
            }
            let entry = cell.map(|cell| content(cell.3, strand));
            lines[row].cells.push(GridCell { column, height, entry });
            row += height;
        }
    }
    let caption = [block.time.as_deref(), Some(block.title.as_str())];
    Some(Grid {
        caption: caption.into_iter().flatten().collect::<Vec<_>>().join(" "),
        hours: match language {
            Language::German => "Zeit",
            Language::English => "Time",
        },
        columns,
        rows: lines,
        list: Day { date: None, heading: None, entries: Vec::new() },
    })
}

/// What stands in a cell without the strand, which is the head of its column.
fn content(entry: &Entry, strand: &str) -> AgendaRow {
    let track = entry.track.clone().filter(|track| entry.title == *track);
    let mut entry = Entry { level: 0, track, ..entry.clone() };
    entry.details.retain(|detail| detail != strand);
    let day = Day { date: None, heading: None, entries: vec![entry] };
    rows(&day).remove(0)
}

/// Minutes from midnight of a time like "09:30".
fn minutes(time: &str) -> Option<u32> {
    let (hour, minute) = time.split_once(':')?;
    Some(hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?)
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes % DAY / 60, minutes % 60)
}
