//! Answers as tables for a spreadsheet: a row for each entry, a column for each thing to sort by.

use crate::document::agenda::{part, people};
use crate::document::model::Table;
use crate::document::prose::paragraphs;
use crate::text::Language;
use crate::view::programme::{Entry, Item, Programme};

/// What parts several things in one cell.
const AND: &str = " · ";

/// The entries of a programme in its order. Dates and clock times are data, so that they sort; what
/// is known of a time beside them stands in its words.
pub fn programme(programme: &Programme) -> Table {
    let headings = match Language::parse(programme.language).unwrap_or_default() {
        Language::German => [
            "Tag",
            "Beginn",
            "Ende",
            "Zeitangabe",
            "Nummer",
            "Strang",
            "Titel",
            "Stand",
            "Personen",
            "Ort",
            "Teile",
            "Beschreibung",
            "Bedingungen",
            "Internetseite",
            "Art",
            "Ebene",
            "Kennung",
        ],
        Language::English => [
            "Day",
            "Start",
            "End",
            "Time",
            "Number",
            "Track",
            "Title",
            "Status",
            "People",
            "Place",
            "Parts",
            "Description",
            "Terms",
            "Page",
            "Kind",
            "Level",
            "ID",
        ],
    };
    let rows = programme
        .days
        .iter()
        .flat_map(|day| day.entries.iter().map(|entry| cells(day.date.as_deref(), entry)));
    Table::of_words(&headings.map(|heading| (heading, false)), rows.collect())
}

fn cells(day: Option<&str>, entry: &Entry) -> Vec<String> {
    let known = |words: Option<&str>| words.unwrap_or_default().to_owned();
    vec![
        known(day),
        known(entry.start.as_deref()),
        known(entry.end.as_deref()),
        known(entry.time.as_deref()),
        known(entry.number.as_deref()),
        known(entry.track.as_deref()),
        entry.title.clone(),
        known(entry.status.as_deref()),
        people(&entry.people).join("; "),
        entry.details.join(AND),
        entry.items.iter().map(in_one_line).collect::<Vec<_>>().join(AND),
        entry.description.as_deref().map(paragraphs).unwrap_or_default().join(AND),
        entry.terms.join(AND),
        known(entry.link.as_deref()),
        entry.kind.to_owned(),
        entry.level.to_string(),
        entry.id.clone(),
    ]
}

fn in_one_line(item: &Item) -> String {
    let part = part(item, 0);
    let title = Some(part.headline).filter(|title| !title.is_empty());
    let words = title.into_iter().chain(part.people).chain(part.details).chain(part.description);
    words.collect::<Vec<_>>().join(", ")
}
