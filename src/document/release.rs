//! The versions of a meeting as a table.

use super::model::{Block, Document, Inline, Table};
use crate::text::{DateStyle, Language};
use crate::view::release::{Release, Releases};

/// The versions, and whether the meeting has changed since the last one.
pub fn document(releases: &Releases, language: Language) -> Document {
    let headings = [
        (language.pick("Fassung", "version"), true),
        (language.pick("vom", "of"), false),
        (language.pick("von", "by"), false),
        (language.pick("Grund", "reason"), false),
        (language.pick("Kalenderstand", "calendar revision"), true),
    ];
    let row = |release: &Release| {
        let style = DateStyle::of(language);
        let time = release.released.format("%H:%M");
        vec![
            release.number.to_string(),
            format!("{} {time}", style.numeric(release.released.date_naive())),
            release.by.clone(),
            release.reason.clone(),
            release.sequence.to_string(),
        ]
    };
    let rows: Vec<_> = releases.releases.iter().map(row).collect();
    let state = match (rows.is_empty(), releases.changed) {
        (true, _) => Some(language.pick("Noch keine Fassung.", "No version yet.")),
        (false, true) => Some(language.pick(
            "Seit der letzten Fassung ist etwas geändert; `erfa programme --since` zeigt es.",
            "Something has changed since the last version; `erfa programme --since` shows it.",
        )),
        (false, false) => None,
    };
    let table = (!rows.is_empty()).then(|| Block::Table(Table::of_words(&headings, rows)));
    let state = state.map(|words| Block::Paragraph(vec![Inline::text(words)]));
    let title = format!("{} ({})", releases.title, releases.meeting);
    let heading = Block::Heading(1, vec![Inline::text(&title)]);
    let blocks = [Some(heading), table, state].into_iter().flatten().collect();
    Document::new(language, title, blocks)
}
