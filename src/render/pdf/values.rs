//! A document as values of typst's: text stays text, whatever signs are in it.

use typst::foundations::{
    Array, Bytes, Content, Datetime, Dict, IntoValue as _, NativeElement as _, Str, Value,
};
use typst::model::{Destination, EmphElem, LinkElem, LinkTarget, StrongElem, Url};
use typst::text::{LinebreakElem, TextElem};

use self::breaks::tidy;
use self::grid::grid;
use super::fit::mark;
use crate::document::agenda::{Row, rows};
use crate::document::markdown;
use crate::document::model::{Block, Column, Document, Fact, Inline, Logo, Picture, Table};
use crate::text::Language;
use crate::view::programme::Day;

macro_rules! dict {
    ($($key:literal: $value:expr),* $(,)?) => {{
        let mut dict = Dict::new();
        $(dict.insert(Str::from($key), $value.into_value());)*
        dict
    }};
}

mod breaks;
mod grid;
mod letter;
mod words;

pub(super) use self::words::words;

/// What the design finds in `sys.inputs.document`; the head of the built-in design describes it.
pub(super) fn document(document: &Document) -> Dict {
    let frame = &document.frame;
    let region = match document.language {
        Language::German => "DE",
        Language::English => "GB",
    };
    dict! {
        "language": document.language.code(),
        "region": region,
        "title": tidy(&document.title),
        "author": maybe(frame.author.as_ref()),
        "as-of": maybe(frame.as_of.as_ref()),
        "contact": maybe(frame.contact.as_ref()),
        "accent": maybe(frame.accent.as_ref()),
        "members": frame.members.iter().map(|name| tidy(name).into_value()).collect::<Array>(),
        "logos": frame.logos.iter().map(logo).collect::<Array>(),
        "blocks": blocks(&document.blocks, &mut 0),
        "letter": frame.letter.as_ref().map(|head| letter::letter(document, head)).into_value(),
    }
}

/// Blocks, with headings that skip no level: readers of PDF/UA count them. `level` is that of the
/// last heading.
fn blocks(blocks: &[Block], level: &mut u8) -> Array {
    blocks.iter().map(|block| self::block(block, level).into_value()).collect()
}

fn block(block: &Block, level: &mut u8) -> Dict {
    match block {
        Block::Heading(wanted, runs) => {
            *level = (*wanted).clamp(1, *level + 1);
            let words = tidy(&markdown::words(runs));
            dict! {
                "kind": "heading",
                "level": i64::from(*level),
                "body": line(runs),
                "words": words,
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
            "grid": self::grid(grid),
        },
        Block::Rule => dict! { "kind": "rule" },
    }
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
    let is_empty = |cell: &[Inline]| markdown::words(cell).trim().is_empty();
    let is_blank = |at: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.get(at)).peekable();
        cells.peek().is_some() && cells.all(|cell| is_empty(cell))
    };
    let column = |(at, column): (usize, &Column)| {
        dict! {
            "heading": tidy(&column.heading),
            "numeric": column.numeric,
            "blank": is_blank(at),
        }
    };
    let columns = table.columns.iter().enumerate();
    dict! {
        "kind": "table",
        "caption": maybe(table.caption.as_ref()),
        "columns": columns.map(|one| column(one).into_value()).collect::<Array>(),
        "rows": table.rows.iter().map(|one| row(one).into_value()).collect::<Array>(),
    }
}

fn day(day: &Day) -> Dict {
    dict! { "heading": maybe(day.heading.as_ref()), "entries": entries(&rows(day)) }
}

fn entries(rows: &[Row]) -> Array {
    rows.iter().map(|row| entry(row).into_value()).collect()
}

fn entry(row: &Row) -> Dict {
    let texts = |texts: &[String]| texts.iter().map(|text| tidy(text).into_value()).collect();
    let people: Array = texts(&row.people);
    let description: Array = texts(&row.description);
    let cues: Array = texts(row.cues());
    let (letters, lines) = extent(row);
    dict! {
        "time": maybe(row.time.as_ref()),
        "title": marked(&row.headline),
        "level": i64::try_from(row.level).unwrap_or_default(),
        "pause": row.pause,
        "people": people,
        "details": maybe(row.details.as_ref()),
        "parts": entries(&row.parts),
        "description": description,
        "length": maybe(row.length().map(str::to_owned).as_ref()),
        "cues": cues,
        "children": entries(&row.children),
        "letters": i64::try_from(letters).unwrap_or(i64::MAX),
        "lines": i64::try_from(lines).unwrap_or(i64::MAX),
    }
}

/// How many letters and lines of its own an entry has without its children: how much room it will
/// need is known before it is set.
fn extent(row: &Row) -> (usize, usize) {
    let texts = row.people.iter().chain(&row.details).chain(&row.description).chain(row.cues());
    let own = texts.chain([&row.headline]).map(|text| (text.chars().count(), 1));
    let parts = row.parts.iter().map(extent);
    own.chain(parts).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}

fn logo(logo: &Logo) -> Value {
    let format = match logo.format {
        Picture::Svg => "svg",
        Picture::Png => "png",
    };
    let data = Bytes::new(logo.bytes.clone());
    dict! { "alt": tidy(&logo.alt), "format": format, "data": data }.into_value()
}

/// A day as typst knows it. PDF/A asks for one; where no fact gives it, the file has the day on which
/// the standard's first part appeared, which nobody takes for a date of today.
pub(super) fn date(day: Option<&str>) -> Option<Datetime> {
    let mut numbers = day.into_iter().flat_map(|day| day.split('-'));
    let mut next = || numbers.next()?.parse().ok();
    let given = next().zip(next()).zip(next());
    let day = given.and_then(|((year, month), day)| {
        Datetime::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    });
    day.or_else(|| Datetime::from_ymd(2005, 10, 1))
}

fn maybe(text: Option<&String>) -> Value {
    text.map_or(Value::None, |text| tidy(text).into_value())
}

/// A line of plain words that can be found again once it is set.
fn marked(words: &str) -> Content {
    Content::sequence([mark(words), text(words)])
}

fn line(inline: &[Inline]) -> Content {
    Content::sequence([mark(&markdown::words(inline)), runs(inline).cast().unwrap_or_default()])
}

fn runs(runs: &[Inline]) -> Value {
    Content::sequence(runs.iter().map(run)).into_value()
}

fn run(run: &Inline) -> Content {
    let inner = |inner: &[Inline]| Content::sequence(inner.iter().map(self::run));
    match run {
        Inline::Text(words) => text(words),
        Inline::Strong(words) => StrongElem::new(inner(words)).pack(),
        Inline::Emphasis(words) => EmphElem::new(inner(words)).pack(),
        Inline::Link(target, words) => link(target, inner(words)),
        Inline::Break => LinebreakElem::shared().clone(),
    }
}

/// A link, if it leads to a page, a mailbox or a telephone; else the words with where it leads.
fn link(target: &str, words: Content) -> Content {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let known = matches!(scheme.as_deref(), Some("https" | "http" | "mailto" | "tel"));
    match Url::new(target).ok().filter(|_| known) {
        Some(url) => LinkElem::new(LinkTarget::Dest(Destination::Url(url)), words).pack(),
        None => Content::sequence([words, text(&format!(" ({target})"))]),
    }
}

fn text(words: &str) -> Content {
    TextElem::packed(tidy(words))
}
