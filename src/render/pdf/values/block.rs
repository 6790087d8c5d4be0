//! Blocks as values of typst's.

use typst::foundations::{Array, Bytes, Dict, IntoValue as _, Str, Value};

use super::breaks::tidy;
use super::entry::entries;
use super::line::{line, maybe, runs};
use crate::document::agenda::rows;
use crate::document::drawing::{DayCell, Drawing, Figure, Month};
use crate::document::markdown;
use crate::document::model::{Block, Column, Fact, Inline, Table};
use crate::document::told::told;
use crate::render::svg;
use crate::text::Vocabulary as _;
use crate::view::programme::Day;

/// Blocks, with headings that skip no level: readers of PDF/UA count them. `level` is that of the
/// last heading.
pub(super) fn blocks(blocks: &[Block], level: &mut u8) -> Array {
    blocks.iter().flat_map(|block| self::block(block, level)).map(Dict::into_value).collect()
}

fn block(block: &Block, level: &mut u8) -> Vec<Dict> {
    let dict = match block {
        Block::Heading(wanted, runs) => {
            *level = (*wanted).clamp(1, *level + 1);
            let words = tidy(&markdown::words(runs));
            // A table of contents says the words once more: the name stands beside them.
            let (anchor, runs) = match &runs[..] {
                [Inline::Anchor(name, inner)] => (Some(name.as_str()), inner),
                _ => (None, runs),
            };
            dict! {
                "kind": "heading",
                "level": i64::from(*level),
                "body": line(runs),
                "words": words,
                "anchor": maybe(anchor),
            }
        }
        Block::Paragraph(runs) => dict! { "kind": "paragraph", "body": line(runs) },
        Block::List(first, items) => dict! {
            "kind": "list",
            "first": first.and_then(|first| i64::try_from(first).ok()).into_value(),
            "items": items.iter().map(|item| blocks(item, level).into_value()).collect::<Array>(),
        },
        Block::Quote(inner) => dict! { "kind": "quote", "blocks": blocks(inner, level) },
        Block::Facts(facts) => dict! {
            "kind": "facts",
            "facts": facts.iter().map(|one| fact(one).into_value()).collect::<Array>(),
        },
        Block::Table(table) => self::table(table),
        Block::Agenda(days) => dict! {
            "kind": "agenda",
            "level": i64::from(*level + 1),
            "days": days.iter().map(|one| day(one).into_value()).collect::<Array>(),
            "grid": Value::None,
        },
        Block::Grid(grid) => dict! {
            "kind": "agenda",
            "level": i64::from(*level + 1),
            "days": [day(&grid.list).into_value()].into_iter().collect::<Array>(),
            // A design that knows of no grids sets the days.
            "grid": super::grid::grid(grid),
        },
        Block::Drawing(it) => return drawing(it, level),
        Block::Code(lines) => dict! { "kind": "code", "text": lines.as_str() },
        Block::Contents(_) => dict! { "kind": "contents" },
        Block::Rule => dict! { "kind": "rule" },
    };
    vec![dict]
}

/// What tells the drawing: months as tables that know the tone of each day, lanes as a picture above
/// their table. A design that knows of neither tones nor pictures sets the tables.
fn drawing(drawing: &Drawing, level: &mut u8) -> Vec<Dict> {
    let mut told: Vec<Dict> =
        told(drawing).iter().flat_map(|block| self::block(block, level)).collect();
    match &drawing.figure {
        Figure::Months(months, _) => {
            for (table, month) in told.iter_mut().zip(months) {
                table.insert(Str::from("tones"), tones(month).into_value());
            }
        }
        Figure::Lanes(_) | Figure::Map(_) => told.insert(
            0,
            dict! {
                "kind": "picture",
                "alt": tidy(&format!("{}. {}", drawing.title, drawing.description)),
                "format": "svg",
                "data": Bytes::new(svg::paper(drawing).into_bytes()),
            },
        ),
    }
    told
}

/// The tones of a month's days, week by week; none where no day stands.
fn tones(month: &Month) -> Array {
    let tone = |cell: &Option<DayCell>| cell.as_ref().map(|cell| cell.score.word()).into_value();
    let week = |week: &[Option<DayCell>; 7]| week.iter().map(tone).collect::<Array>().into_value();
    month.weeks.iter().map(week).collect()
}

fn fact(fact: &Fact) -> Dict {
    let blank = i64::try_from(blank_lines(&fact.content)).unwrap_or_default();
    dict! { "label": tidy(&fact.label), "body": line(&fact.content), "blank": blank }
}

/// How many lines are left open to be written on: runs of underscores and nothing else.
fn blank_lines(content: &[Inline]) -> usize {
    let mut lines = 0;
    for run in content {
        match run {
            Inline::Text(words) if !words.is_empty() && words.chars().all(|c| c == '_') => {
                lines += 1;
            }
            Inline::Break => {}
            _ => return 0,
        }
    }
    lines
}

fn table(table: &Table) -> Dict {
    let row = |row: &Vec<Vec<Inline>>| row.iter().map(|cell| runs(cell)).collect::<Array>();
    let column = |(at, column): (usize, &Column)| {
        dict! {
            "heading": tidy(&column.heading),
            "numeric": column.numeric,
            "blank": markdown::is_blank(table, at),
        }
    };
    let columns = table.columns.iter().enumerate();
    dict! {
        "kind": "table",
        "caption": maybe(table.caption.as_deref()),
        "columns": columns.map(|one| column(one).into_value()).collect::<Array>(),
        "rows": table.rows.iter().map(|one| row(one).into_value()).collect::<Array>(),
    }
}

fn day(day: &Day) -> Dict {
    dict! { "heading": maybe(day.heading.as_deref()), "entries": entries(&rows(day)) }
}
