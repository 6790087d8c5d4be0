//! What is known as tables for spreadsheets: cells are data that sort, and can be read again.

use super::model::Table;
use crate::text::Language;
use crate::view::account::{Account, Accounts};
use crate::view::export::Export;
use crate::view::replies::Replies;

/// People or meetings.
pub fn entries(export: &Export) -> Table {
    let (headings, rows) = &export.table;
    let headings: Vec<(&str, bool)> = headings.iter().map(|heading| (*heading, false)).collect();
    Table::of_words(&headings, rows.clone())
}

/// Who is invited to a meeting and what each has answered; notes are left out, for they tell of food and
/// help and are nobody's business on a list.
pub fn participants(replies: &Replies, language: Language) -> Table {
    let headings = match language {
        Language::German => [
            "Kennung",
            "Name",
            "Stadt",
            "Antwort",
            "Eingang",
            "Begleitung",
            "weitere",
            "Vertretung",
        ],
        Language::English => {
            ["id", "name", "city", "answer", "received", "companions", "more", "substitute"]
        }
    };
    let rows = replies.people.iter().map(|person| {
        let company = replies.company.iter().find(|company| company.id == person.id);
        let open = language.pick("offen", "open");
        let with = company.map(|company| company.with.join("; ")).unwrap_or_default();
        let more = company.map(|company| company.unnamed).filter(|more| *more > 0);
        let substitute = company.and_then(|company| company.substitute.clone());
        vec![
            person.id.clone(),
            person.name.clone(),
            person.city.clone().unwrap_or_default(),
            person.answer.map_or(open, |answer| answer.name(language)).to_owned(),
            // The day is enough to sort by.
            person.received.as_deref().map(|at| at.chars().take(10).collect()).unwrap_or_default(),
            with,
            more.map(|more| more.to_string()).unwrap_or_default(),
            substitute.unwrap_or_default(),
        ]
    });
    let headings: Vec<(&str, bool)> =
        headings.iter().enumerate().map(|(at, heading)| (*heading, at == 6)).collect();
    Table::of_words(&headings, rows.collect())
}

/// The accounts of all cities, in numbers.
pub fn accounts(accounts: &Accounts, town: &str, language: Language) -> Table {
    let headings = match language {
        Language::German => ["Kennung", "Konto", "Anteile", "Gastgeberschaften", "geplant"],
        Language::English => ["id", "account", "parts", "turns", "planned"],
    };
    let decimal = |number: f64| {
        let words = format!("{number}");
        if language == Language::German { words.replace('.', ",") } else { words }
    };
    let row = |account: &Account| {
        vec![
            account.town.id.clone(),
            account.name_words.clone(),
            decimal(account.account_decimal),
            decimal(account.earned_decimal),
            account.turns.to_string(),
            account.coming_turns.to_string(),
        ]
    };
    let [id, numbers @ ..] = headings;
    let headings: Vec<(&str, bool)> = [(id, false), (town, false)]
        .into_iter()
        .chain(numbers.iter().map(|heading| (*heading, true)))
        .collect();
    Table::of_words(&headings, accounts.accounts.iter().map(row).collect())
}
