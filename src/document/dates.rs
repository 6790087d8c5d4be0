//! The days that suit all towns, for people: a table, and the reasons below it.

mod calendar;

pub use calendar::calendar;

use crate::document::drawing::Drawing;
use crate::document::model::{Block, Document, Inline, Table};
use crate::text::{Language, protect};
use crate::view::dates::{Dates, DayCandidate, Objection};
use crate::view::finding::{FilePlace, Finding};

/// What is shown of the judged days.
#[derive(Clone, Debug)]
pub struct Details {
    /// All reasons of each day.
    pub why: bool,
    /// The best days as a table.
    pub table: bool,
    /// All of them as a calendar.
    pub calendar: Option<Drawing>,
}

/// The answer as a document.
pub fn document(view: &Dates, language: Language, details: Details) -> Document {
    let Details { why, table, calendar } = details;
    let title = language.pick("Termine", "Dates");
    let mut blocks = Vec::new();
    let is_drawn = calendar.is_some();
    match (calendar, table) {
        (None, _) => blocks.push(Block::paragraph(&view.question)),
        // A month on a screen says itself which it is.
        (Some(drawing), false) => blocks.push(Block::Drawing(drawing)),
        (Some(drawing), true) => blocks.extend([
            Block::heading(1, title),
            Block::paragraph(&view.question),
            Block::Drawing(drawing),
        ]),
    }
    if is_drawn {
        blocks.extend(calendar::shortened(view, language).map(Block::paragraph));
        if table {
            blocks.push(Block::heading(2, language.pick("Die besten Tage", "The best days")));
        }
    }
    blocks.extend(table.then(|| Block::Table(best(view, language))));
    if why {
        for day in view.days.iter().filter(|day| !day.reasons.is_empty()) {
            blocks.push(Block::Paragraph(vec![
                Inline::Strong(vec![Inline::text(day.words.as_str())]),
                Inline::text(format!(": {}", day.points_words)),
            ]));
            blocks.push(Block::List(
                None,
                day.reasons
                    .iter()
                    .map(|reason| vec![Block::paragraph(objection(reason))])
                    .collect(),
            ));
        }
    }
    let hint = if table && !why { more(view, language) } else { None };
    let hint = hint.map(|hint| format!(" {hint}")).unwrap_or_default();
    blocks.push(Block::paragraph(format!("{}{hint}", view.summary)));
    blocks.extend(view.unknown.iter().map(Block::paragraph));
    if !view.left_out.is_empty() {
        let words = language.pick(
            "Nicht mitgezählt, weil nicht lesbar (`erfa check`):",
            "Not counted, because it cannot be read (`erfa check`):",
        );
        let lines = view.left_out.iter().map(|it| vec![Block::paragraph(left_out(it))]);
        blocks.extend([Block::paragraph(words), Block::List(None, lines.collect())]);
    }
    Document::new(language, title, blocks)
}

/// What the number of further reasons behind the first one means, by one that stands there.
fn more(view: &Dates, language: Language) -> Option<String> {
    let numbers = || view.days.iter().map(|day| day.reasons.len().saturating_sub(1));
    let number = numbers().find(|it| *it == 2).or_else(|| numbers().find(|it| *it > 0))?;
    let (german, english) = match number {
        1 => ("ein weiterer Grund".to_owned(), "one more reason".to_owned()),
        2 => ("zwei weitere Gründe".to_owned(), "two more reasons".to_owned()),
        _ => (format!("{number} weitere Gründe"), format!("{number} more reasons")),
    };
    Some(language.pick(
        format!("„(+{number})“ heißt: {german}; `--why` nennt alle."),
        format!("“(+{number})” means {english}; `--why` tells all."),
    ))
}

/// The best days as a table.
fn best(view: &Dates, language: Language) -> Table {
    let headings = [
        (language.pick("Tag", "day"), false),
        (language.pick("Punkte", "points"), true),
        (language.pick("frei", "free"), false),
        (language.pick("was dagegen spricht", "what speaks against it"), false),
    ];
    let row = |day: &DayCandidate| {
        let reasons = match &day.reasons[..] {
            [] => language.pick("nichts", "nothing").to_owned(),
            [reason] => reason.words.clone(),
            [reason, others @ ..] => format!("{} (+{})", reason.words, others.len()),
        };
        vec![day.words.clone(), day.points_words.clone(), day.towns_words.clone(), reasons]
    };
    Table::of_words(&headings, view.days.iter().map(row).collect())
}

/// What could not be read, and where it stands.
fn left_out(finding: &Finding) -> String {
    match &finding.place {
        Some(FilePlace { file, line, .. }) => format!("{file}:{line}: {}", finding.message),
        None => finding.message.clone(),
    }
}

/// A reason with its points, and the law or the line it comes from.
fn objection(reason: &Objection) -> String {
    let place = reason.place.as_ref().map(ToString::to_string);
    let sources: Vec<String> =
        reason.law.as_deref().map(protect).into_iter().chain(place).collect();
    let words = format!("{}  {}", reason.points_words, reason.words);
    if sources.is_empty() { words } else { format!("{words} [{}]", sources.join(", ")) }
}
