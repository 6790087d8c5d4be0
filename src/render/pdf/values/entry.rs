//! Entries of a programme as values of typst's.

use typst::foundations::{Array, Dict, IntoValue as _, Str};

use super::breaks::tidy;
use super::line::{marked, maybe};
use crate::document::agenda::AgendaRow;

pub(super) fn entries(rows: &[AgendaRow]) -> Array {
    rows.iter().map(|row| entry(row).into_value()).collect()
}

pub(super) fn entry(row: &AgendaRow) -> Dict {
    let texts = |texts: &[String]| texts.iter().map(|text| tidy(text).into_value()).collect();
    let people: Array = texts(&row.people);
    let description: Array = texts(&row.description);
    let cues: Array = texts(row.cues());
    let (letters, lines) = extent(row);
    dict! {
        "time": maybe(row.time.as_deref()),
        "title": marked(&row.headline),
        "level": i64::try_from(row.level).unwrap_or_default(),
        "pause": row.pause,
        "people": people,
        "details": maybe(row.details.as_deref()),
        "parts": entries(&row.parts),
        "description": description,
        "length": maybe(row.length()),
        "cues": cues,
        "children": entries(&row.children),
        "letters": i64::try_from(letters).unwrap_or(i64::MAX),
        "lines": i64::try_from(lines).unwrap_or(i64::MAX),
    }
}

/// How many letters and lines of its own an entry has without its children: how much room it will
/// need is known before it is set.
fn extent(row: &AgendaRow) -> (usize, usize) {
    let texts = row.people.iter().chain(&row.details).chain(&row.description).chain(row.cues());
    let own = texts.chain([&row.headline]).map(|text| (text.chars().count(), 1));
    let parts = row.parts.iter().map(extent);
    own.chain(parts).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}
