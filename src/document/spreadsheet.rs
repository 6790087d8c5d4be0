//! Answers as tables for a spreadsheet: a row for each entry, a column for each thing to sort by.

use crate::document::agenda::{part, people};
use crate::document::model::Table;
use crate::text::Language;
use crate::text::prose::paragraphs;
use crate::view::programme::{Entry, Item, PlanningValues, Programme};

/// What parts several things in one cell.
const AND: &str = " · ";

/// The entries of a programme in its order. Dates and clock times are data, so that they sort; what
/// is known of a time beside them stands in its words.
pub fn programme(programme: &Programme) -> Table {
    let headings = match programme.language {
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
            "Hinweise",
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
            "Remarks",
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
    let mut table = Table::of_words(&headings.map(|heading| (heading, false)), rows.collect());
    let entries = || programme.days.iter().flat_map(|day| &day.entries);
    if entries().any(|entry| entry.plan.is_some()) {
        let plans = entries().map(|entry| entry.plan.clone().unwrap_or_default());
        let plans = run_sheet(programme.language, plans.collect());
        table.columns.extend(plans.columns);
        for (row, plan) in table.rows.iter_mut().zip(plans.rows) {
            row.extend(plan);
        }
    }
    table
}

/// What a run sheet has beside the programme.
fn run_sheet(language: Language, plans: Vec<PlanningValues>) -> Table {
    let headings = match language {
        Language::German => {
            ["Beginn laut Plan", "Ende laut Plan", "Minuten", "Verantwortlich", "Technik", "Notiz"]
        }
        Language::English => {
            ["Planned start", "Planned end", "Minutes", "Responsible", "Equipment", "Note"]
        }
    };
    let cells = |plan: PlanningValues| {
        let minutes = plan.minutes.map(|minutes| minutes.to_string());
        let cells = [plan.start, plan.end, minutes, plan.responsible, plan.equipment, plan.note];
        cells.map(Option::unwrap_or_default).into()
    };
    let rows = plans.into_iter().map(cells).collect();
    Table::of_words(&headings.map(|heading| (heading, false)), rows)
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
        known(entry.place.as_deref()),
        remarks(entry).join(AND),
        entry.items.iter().map(in_one_line).collect::<Vec<_>>().join(AND),
        entry.description.as_deref().map(paragraphs).unwrap_or_default().join(AND),
        entry.terms.join(AND),
        known(entry.link.as_deref()),
        entry.kind_word().to_owned(),
        entry.level.to_string(),
        entry.id.clone(),
    ]
}

/// What is said of a place beside its name, which has a column of its own.
fn remarks(entry: &Entry) -> Vec<&str> {
    let is_place = |detail: &&str| Some(*detail) == entry.place.as_deref();
    entry.details.iter().map(String::as_str).filter(|detail| !is_place(detail)).collect()
}

fn in_one_line(item: &Item) -> String {
    let part = part(item, 0);
    let title = Some(part.headline).filter(|title| !title.is_empty());
    let words = title.into_iter().chain(part.people).chain(part.details).chain(part.description);
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::programme;
    use crate::document::model::Inline;
    use crate::view::placeholders::Placeholders;
    use crate::view::programme::Programme;

    #[test]
    fn a_run_sheet_has_columns_of_its_own() {
        let mut sheet = Programme::sample();
        let cell = |sheet: &Programme, heading: &str| {
            let table = programme(sheet);
            let column = table.columns.iter().position(|column| column.heading == heading)?;
            Some(table.rows[0][column].clone())
        };
        let text = |words: &str| Some(vec![Inline::text(words)]);
        assert_eq!(cell(&sheet, "Titel"), text("entry title"));
        let plan = sheet.days[0].entries[0].plan.take().unwrap();
        assert_eq!(cell(&sheet, "Verantwortlich"), None);
        let responsible = plan.responsible.clone().unwrap();
        sheet.days[0].entries[0].plan = Some(plan);
        assert_eq!(cell(&sheet, "Verantwortlich"), text(&responsible));
    }
}
