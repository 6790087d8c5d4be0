//! The entries that a list brings.

use super::shown::{MOST, MOST_NUMBERS, more, place_heading};
use crate::document::model::{Block, Table};
use crate::text::{Language, count, list};
use crate::view::import::{Entry, Import, ListKind, Words};

/// What of an entry stands in a row.
type CellsOf = fn(&Entry, Language) -> Vec<String>;

/// What is new, as a table.
pub(super) fn new(import: &Import, language: Language) -> Vec<Block> {
    if import.added.is_empty() {
        return Vec::new();
    }
    let number = import.added.len();
    let what = match (import.kind, language) {
        (ListKind::Contacts, Language::German) => count(number, "Kontakt", "Kontakte"),
        (ListKind::Contacts, Language::English) => count(number, "contact", "contacts"),
        (ListKind::Cities, Language::German) => count(number, "Stadt", "Städte"),
        (ListKind::Cities, Language::English) => count(number, "city", "cities"),
        (ListKind::Meetings, _) if language == Language::German => {
            count(number, "Treffen", "Treffen")
        }
        (ListKind::Meetings, _) => count(number, "meeting", "meetings"),
    };
    let title = language.pick(format!("Neu: {what}"), format!("New: {what}"));
    let (headings, cells): (Vec<&str>, CellsOf) = match import.kind {
        ListKind::Contacts => (
            vec![
                language.pick("Name", "name"),
                language.pick("Stadt", "city"),
                language.pick("E-Mail", "mail"),
            ],
            |entry, _| {
                let parts =
                    [entry.value("form-of-address"), entry.value("titles"), entry.name.clone()];
                let named: Vec<String> =
                    parts.into_iter().filter(|part| !part.is_empty()).collect();
                vec![named.join(" "), entry.city.clone().unwrap_or_default(), entry.value("mail")]
            },
        ),
        ListKind::Cities => (
            vec![
                language.pick("Stadt", "city"),
                language.pick("Kennung", "id"),
                language.pick("PLZ", "postcode"),
            ],
            |entry, _| vec![entry.name.clone(), entry.id.clone(), entry.value("postcode")],
        ),
        ListKind::Meetings => (
            vec![
                language.pick("Datum", "date"),
                language.pick("Gastgeber", "hosts"),
                language.pick("Titel", "title"),
                language.pick("Stand", "status"),
            ],
            |entry, language| {
                let status = entry.status.map(|status| status.name(language).to_owned());
                let theme = entry.value("theme");
                let theme = if theme.is_empty() { theme } else { format!(": {theme}") };
                vec![
                    entry.when.clone(),
                    entry.city.clone().unwrap_or_default(),
                    format!("{}{theme}", entry.name),
                    status.unwrap_or_default(),
                ]
            },
        ),
    };
    let last = place_heading(import, language);
    let headings: Vec<(&str, bool)> =
        headings.into_iter().map(|it| (it, false)).chain([(last, true)]).collect();
    let row = |entry: &Entry| {
        let mut row = cells(entry, language);
        row.push(entry.row.to_string());
        row
    };
    let rows = import.added.iter().take(MOST).map(row).collect();
    let mut blocks = vec![Block::heading(2, title), Block::Table(Table::of_words(&headings, rows))];
    blocks.extend(more(number, language).map(Block::paragraph));
    blocks
}

/// The new people whom no mail reaches: what is to go to all stops at each of them.
pub(super) fn unreachable(import: &Import, language: Language) -> Option<Block> {
    let has_none = |entry: &&Entry| entry.value("mail").is_empty();
    let added = import.added.iter().filter(|_| import.kind == ListKind::Contacts);
    let mut names: Vec<&str> = added.filter(has_none).map(|entry| entry.name.as_str()).collect();
    let more = names.len().saturating_sub(MOST_NUMBERS);
    names.truncate(MOST_NUMBERS);
    let more = (more > 0).then(|| language.pick(format!("{more} weitere"), format!("{more} more")));
    let all = list::and(names.iter().map(ToString::to_string).chain(more), language);
    (!names.is_empty()).then(|| {
        Block::paragraph(match language {
            Language::German => format!(
                "Ohne Mailadresse: {all}. `erfa set NAME mail ADRESSE` trägt eine ein, \
                 `erfa set NAME mail nein` nimmt jemanden von Mails aus."
            ),
            Language::English => format!(
                "Without a mail address: {all}. `erfa set NAME mail ADDRESS` adds one, \
                 `erfa set NAME mail no` spares somebody all mails."
            ),
        })
    })
}

impl Entry {
    /// A value in words; empty where it is not known.
    fn value(&self, key: &str) -> String {
        match self.values.get(key) {
            Some(Words::One(words)) => words.clone(),
            // "Prof. Dr." stands before a name as it is spoken.
            Some(Words::Several(words)) if key == "titles" => words.join(" "),
            Some(Words::Several(words)) => words.join(", "),
            None => String::new(),
        }
    }
}
