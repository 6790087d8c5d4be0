//! What was agreed, for people and for spreadsheets.

use chrono::NaiveDate;

use super::model::{Block, Document, Table};
use crate::text::{DateStyle, Language};
use crate::view::action::{ActionEntry, Actions};

/// The actions as a table, and below it how many there are.
pub fn document(view: &Actions, language: Language) -> Document {
    let title = language.pick("Aufgaben", "Actions");
    let mut blocks = Vec::new();
    if !view.actions.is_empty() {
        blocks.push(Block::Table(table(&view.actions, language)));
    }
    blocks.push(Block::paragraph(sum(view, language)));
    Document::new(language, title, blocks)
}

/// Who does what until when, and how that stands.
pub(super) fn table(actions: &[ActionEntry], language: Language) -> Table {
    let headings = [
        (language.pick("bis", "until"), false),
        (language.pick("Stand", "state"), false),
        (language.pick("wer", "who"), false),
        (language.pick("was", "what"), false),
        (language.pick("aus", "from"), false),
        (language.pick("Kennung", "id"), false),
    ];
    let row = |action: &ActionEntry| {
        let state = action.standing.name(language);
        let state = match action.closed {
            Some(closed) => format!("{state} {}", day(Some(closed), language)),
            None => state.to_owned(),
        };
        vec![
            day(action.due, language),
            state,
            action.owner.clone(),
            action.what.clone(),
            from(action, language),
            action.id.clone(),
        ]
    };
    Table::of_words(&headings, actions.iter().map(row).collect())
}

/// The meeting, else the day of an agreement without one.
fn from(action: &ActionEntry, language: Language) -> String {
    action.meeting_title.clone().unwrap_or_else(|| day(action.agreed, language))
}

fn day(date: Option<NaiveDate>, language: Language) -> String {
    date.map(|date| DateStyle::of(language).numeric(date)).unwrap_or_default()
}

/// How many are open, how many of them press, and how many are no longer open.
fn sum(view: &Actions, language: Language) -> String {
    let Actions { open, due, overdue, left_out, is_choice, .. } = *view;
    let pick = |german, english| language.pick(german, english);
    let head = match (open, is_choice) {
        (0, false) => pick("Keine Aufgabe ist offen", "No action is open").to_owned(),
        (0, true) => {
            pick("Keine Aufgabe, auf die das passt, ist offen", "No action that fits is open")
                .to_owned()
        }
        (open, _) => format!("{}: {open}", pick("Offen", "Open")),
    };
    let shown = view.actions.iter().filter(|action| !action.standing.is_open()).count();
    let parts = [
        (overdue, pick("überfällig", "overdue"), ""),
        (due, pick("binnen einer Woche fällig", "due within a week"), ""),
        (shown, pick("erledigt oder entfallen", "done or dropped"), ""),
        (
            left_out,
            pick("erledigt oder entfallen", "done or dropped"),
            pick(" (`--all` nennt sie)", " (`--all` lists them)"),
        ),
    ];
    let some = parts.iter().filter(|(number, ..)| *number > 0);
    let some = some.map(|(number, word, more)| format!("{word}: {number}{more}"));
    format!("{}.", [head].into_iter().chain(some).collect::<Vec<_>>().join("; "))
}

/// The actions for a spreadsheet: days are data, so that they sort.
pub fn spreadsheet(view: &Actions, language: Language) -> Table {
    let headings = match language {
        Language::German => [
            "Kennung",
            "Was",
            "Wer",
            "Stadt",
            "Bis",
            "Stand",
            "Treffen",
            "Verabredet",
            "Abgeschlossen",
            "Grund",
            "Verschoben",
        ],
        Language::English => [
            "ID", "What", "Who", "City", "Until", "State", "Meeting", "Agreed", "Closed", "Reason",
            "Moved",
        ],
    };
    let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let row = |action: &ActionEntry| {
        vec![
            action.id.clone(),
            action.what.clone(),
            action.owner.clone(),
            action.city.clone().unwrap_or_default(),
            date(action.due),
            action.standing.name(language).to_owned(),
            action.meeting.clone().unwrap_or_default(),
            date(action.agreed),
            date(action.closed),
            action.reason.clone().unwrap_or_default(),
            action.moved.len().to_string(),
        ]
    };
    let headings: Vec<(&str, bool)> =
        headings.iter().enumerate().map(|(at, heading)| (*heading, at == 10)).collect();
    Table::of_words(&headings, view.actions.iter().map(row).collect())
}
