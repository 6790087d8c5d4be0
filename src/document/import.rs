//! What becomes of a list, in words.

use std::collections::{BTreeMap, HashSet};

use super::model::{Block, Document, Inline, Table};
use crate::text::{Language, count, list};
use crate::view::import::{Change, Column, Difference, Entry, Field, Import, Row, Town};

mod new;
mod shown;

use new::{new, unreachable};
use shown::{MOST, MOST_NUMBERS, more, place_heading};

/// What becomes of a list.
pub fn document(import: &Import, language: Language) -> Document {
    let title = match language {
        Language::German => format!("Aus der Liste `{}`", import.file),
        Language::English => format!("From the list `{}`", import.file),
    };
    let mut blocks = vec![Block::heading(1, title.clone())];
    blocks.extend(whereabouts(import, language));
    if !import.columns.is_empty() {
        blocks.push(Block::Table(columns(&import.columns, language)));
    }
    blocks.extend(towns(&import.towns, language));
    blocks.extend(new(import, language));
    blocks.extend(unreachable(import, language));
    let changed = import.changed.iter().map(|it| change(it, language)).collect();
    blocks.extend(section(language.pick("Ergänzt", "Completed"), changed, language));
    let differing: Vec<String> =
        import.differing.iter().map(|it| difference(it, language)).collect();
    let stays =
        language.pick("Anders als bekannt, und bleibt", "Other than what is known, and stays");
    if !differing.is_empty() {
        blocks.extend(section(stays, differing, language));
        let needs_town = import.differing.iter().any(|one| one.names_new_town);
        blocks.push(Block::paragraph(match (needs_town, language) {
            (false, Language::German) => "Mit `--update` gilt, was die Liste sagt.",
            (false, Language::English) => "With `--update` what the list says holds.",
            (true, Language::German) => {
                "Mit `--update` gilt, was die Liste sagt; wo sie eine Stadt nennt, die nicht im Netzwerk \
                 ist, gehört `--add-cities` dazu."
            }
            (true, Language::English) => {
                "With `--update` what the list says holds; where it names a city that is not in the \
                 network, `--add-cities` belongs to it."
            }
        }));
    }
    let read =
        language.pick("Anders gelesen, als es dasteht", "Read otherwise than it stands there");
    let remarks = remarks(import, language);
    blocks.extend(section_of(read, import.remarks.len(), remarks, language));
    let twice = language.pick("Mehrmals in der Liste", "Several times in the list");
    blocks.extend(section(twice, further(import, language), language));
    let refused = import.refused.iter().map(|it| refused(it, import, language)).collect();
    blocks.extend(section(language.pick("Nicht übernommen", "Not taken"), refused, language));
    blocks.extend(rest(import, language));
    Document::new(language, title, blocks)
}

/// Which sheet and which row of headings was read.
fn whereabouts(import: &Import, language: Language) -> Option<Block> {
    let sheet = import
        .sheet
        .as_ref()
        .map(|sheet| language.pick(format!("Blatt „{sheet}“"), format!("Sheet “{sheet}”")));
    let others = (!import.other_sheets.is_empty()).then(|| {
        let names = import
            .other_sheets
            .iter()
            .map(|it| language.pick(format!("„{it}“"), format!("“{it}”")));
        let names = list::and(names, language);
        language.pick(format!("nicht {names} (`--sheet`)"), format!("not {names} (`--sheet`)"))
    });
    let heads = import.heading_row.filter(|number| *number > 1).map(|number| {
        language
            .pick(format!("Überschriften in Zeile {number}"), format!("headings in row {number}"))
    });
    let parts: Vec<String> = [sheet, others, heads].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| Block::paragraph(format!("{}.", parts.join(", "))))
}

fn columns(columns: &[Column], language: Language) -> Table {
    let headings = [
        (language.pick("Spalte", "column"), false),
        (language.pick("Überschrift", "heading"), false),
        (language.pick("wird zu", "becomes"), false),
    ];
    let row = |column: &Column| {
        let becomes = match column.key {
            Some(key) if column.by_content => format!(
                "{} ({})",
                key.name(language),
                language.pick("nach dem Inhalt", "by its content")
            ),
            Some(key) => key.name(language).to_owned(),
            None => language.pick("–", "–").to_owned(),
        };
        vec![column.column.clone(), column.heading.clone(), becomes]
    };
    Table::of_words(&headings, columns.iter().map(row).collect())
}

/// Towns that the network does not know, and what becomes of them.
fn towns(towns: &[Town], language: Language) -> Vec<Block> {
    let words = |town: &Town| {
        let near = town
            .near
            .as_ref()
            .map(|near| language.pick(format!(" (nicht {near}?)"), format!(" (not {near}?)")));
        let also = list::or(&town.also, language);
        let also = match (town.also.is_empty(), language) {
            (true, _) => String::new(),
            (false, Language::German) => format!(", auch geschrieben {also}"),
            (false, Language::English) => format!(", written {also} as well"),
        };
        format!("{}{also}{}", town.name, near.unwrap_or_default())
    };
    let is_added = towns.iter().any(|town| town.added);
    let title = match (is_added, language) {
        (true, Language::German) => "Neu im Netzwerk",
        (true, Language::English) => "New in the network",
        (false, Language::German) => "Nicht im Netzwerk",
        (false, Language::English) => "Not in the network",
    };
    let mut blocks = section(title, towns.iter().map(words).collect(), language);
    if !is_added && !blocks.is_empty() {
        blocks.push(Block::paragraph(language.pick(
            "`--add-cities` nimmt sie als Mitglieder auf.",
            "`--add-cities` makes them members.",
        )));
    }
    blocks
}

fn row(number: u32, import: &Import, language: Language) -> String {
    let head = place_heading(import, language);
    let head = language.pick(head.to_owned(), capital(head));
    format!("{head} {number}")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn change(change: &Change, language: Language) -> String {
    let set = change.set.iter().map(|set| {
        let key = set.key.name(language);
        match &set.shown {
            (Some(before), after) => format!("{key}: {before} → {after}"),
            (None, after) => format!("{key}: {after}"),
        }
    });
    format!("{} – {}", change.name, set.collect::<Vec<_>>().join("; "))
}

fn difference(one: &Difference, language: Language) -> String {
    let Difference { name, key, known, listed, .. } = one;
    let key = key.name(language);
    match (known, language) {
        (Some(known), Language::German) => {
            format!("{name} – {key}: {known}; in der Liste {listed}")
        }
        (Some(known), Language::English) => {
            format!("{name} – {key}: {known}; in the list {listed}")
        }
        (None, Language::German) => {
            format!("{name} bekommt nie eine Mail; in der Liste {listed}")
        }
        (None, Language::English) => {
            format!("{name} never gets a mail; in the list {listed}")
        }
    }
}

fn refused(one: &Row, import: &Import, language: Language) -> String {
    let words = if one.words.is_empty() { String::new() } else { format!(" ({})", one.words) };
    format!("{}{words}: {}", row(one.row, import, language), one.reason)
}

/// What was read otherwise; noughts that came back are one line for each column.
fn remarks(import: &Import, language: Language) -> Vec<String> {
    let mut alike: BTreeMap<Field, Vec<&(String, String)>> = BTreeMap::new();
    for note in &import.remarks {
        if let Some(numbers) = &note.noughts {
            alike.entry(note.key).or_default().push(numbers);
        }
    }
    let mut lines = Vec::new();
    for note in &import.remarks {
        let key = note.key.name(language);
        match alike.get(&note.key).filter(|_| note.noughts.is_some()).map(Vec::len) {
            None | Some(1) => {
                lines.push(format!("{}, {key}: {}", row(note.row, import, language), note.words));
            }
            Some(0) => {}
            Some(_) => {
                // What is told is taken out.
                let numbers = alike.insert(note.key, Vec::new()).unwrap_or_default();
                lines.push(format!("{key}: {}", noughts(&numbers, language)));
            }
        }
    }
    lines
}

/// Numbers whose leading noughts came back, each once.
fn noughts(numbers: &[&(String, String)], language: Language) -> String {
    let mut seen = HashSet::new();
    let different = numbers.iter().filter(|numbers| seen.insert(**numbers));
    let words = |(from, to): &(String, String)| {
        language.pick(format!("{from} ist {to}"), format!("{from} is {to}"))
    };
    let mut each: Vec<String> = different.map(|numbers| words(numbers)).collect();
    let more = each.len().saturating_sub(MOST_NUMBERS);
    each.truncate(MOST_NUMBERS);
    if more > 0 {
        each.push(language.pick(format!("{more} weitere"), format!("{more} more")));
    }
    let (number, each) = (numbers.len(), list::and(each, language));
    language.pick(
        format!("{each}; die Null vorn fehlte in {number} Zeilen"),
        format!("{each}; a leading zero was missing in {number} rows"),
    )
}

/// What is left to say when all else is told.
fn rest(import: &Import, language: Language) -> Option<Block> {
    let known = (import.known > 0).then(|| match language {
        Language::German => {
            format!("{} schon bekannt.", count(import.known, "Zeile ist", "Zeilen sind"))
        }
        Language::English => {
            format!("{} known already.", count(import.known, "row is", "rows are"))
        }
    });
    let is_idle = import.added.is_empty() && import.changed.is_empty();
    let idle = is_idle.then(|| {
        language.pick("Die Liste sagt nichts Neues.", "The list says nothing new.").to_owned()
    });
    let parts: Vec<String> = [known, idle].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| Block::paragraph(parts.join(" ")))
}

/// Whatever several rows name, with its rows; it comes in once.
fn further(import: &Import, language: Language) -> Vec<String> {
    let several = import.added.iter().filter(|entry| !entry.further_rows.is_empty());
    let line = |entry: &Entry| {
        let rows = [entry.row].into_iter().chain(entry.further_rows.iter().copied());
        let rows = list::and(rows.map(|row| row.to_string()), language);
        let heads = match import.heading_row {
            Some(_) => language.pick("Zeilen", "rows"),
            None => language.pick("Karten", "cards"),
        };
        format!("{}: {heads} {rows}", entry.name)
    };
    several.map(line).collect()
}

/// A list below a heading with how much it is; nothing without anything in it.
fn section(title: &str, lines: Vec<String>, language: Language) -> Vec<Block> {
    section_of(title, lines.len(), lines, language)
}

/// The same where one line may tell of several.
fn section_of(title: &str, whole: usize, mut lines: Vec<String>, language: Language) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    let number = lines.len();
    lines.truncate(MOST);
    let items = lines.into_iter().map(|line| vec![Block::Paragraph(vec![Inline::text(line)])]);
    let mut blocks =
        vec![Block::heading(2, format!("{title}: {whole}")), Block::List(None, items.collect())];
    blocks.extend(more(number, language).map(Block::paragraph));
    blocks
}
