//! Who was at a meeting, as a table.

use super::model::{Block, Document, Table};
use crate::text::{DateStyle, Language, MemberWords, list};
use crate::view::Presence;
use crate::view::attendance::{Attendance, Town};

/// How many came for which town; below it who was there, and who was not.
pub fn table(attendance: &Attendance, members: &MemberWords, language: Language) -> Document {
    let mut blocks = vec![Block::heading(1, attendance.title.clone())];
    if attendance.is_empty() {
        blocks.push(Block::paragraph(language.pick(
            "Wer da war, ist noch nicht vermerkt.",
            "Nothing is recorded yet of who was there.",
        )));
        return Document::new(language, &attendance.title, blocks);
    }
    if let Some(purged) = attendance.purged {
        let day = DateStyle { language, ..DateStyle::default() }.numeric(purged);
        blocks.push(Block::paragraph(match language {
            Language::German => {
                format!("Am {day} wurden Namen gelöscht; ihre Zahlen sind mitgezählt.")
            }
            Language::English => format!("Names were purged on {day}; their numbers are counted."),
        }));
    }
    if !attendance.towns.is_empty() {
        blocks.push(Block::Table(numbers(attendance, members, language)));
    }
    if attendance.towns.iter().any(|town| town.people.is_none()) {
        blocks.push(Block::paragraph(language.pick(
            "–: Es war jemand da; wer, ist nicht vermerkt.",
            "–: somebody was there; who it was is not recorded.",
        )));
    }
    if !attendance.excused.is_empty() {
        let towns = list::and(&attendance.excused, language);
        blocks.push(Block::paragraph(format!(
            "{} {towns}.",
            language.pick("Entschuldigt:", "Excused:")
        )));
    }
    if !attendance.unrecorded.is_empty() {
        let towns = list::and(&attendance.unrecorded, language);
        blocks.push(Block::paragraph(format!(
            "{} {towns}.",
            language.pick("Nichts vermerkt ist von:", "Nothing is recorded of:")
        )));
    }
    let headings = [
        (Presence::There, language.pick("Da waren", "Were there")),
        (Presence::Excused, language.pick("Entschuldigt", "Excused")),
        (Presence::Absent, language.pick("Nicht da waren", "Were not there")),
    ];
    for (presence, heading) in headings {
        let those = attendance.persons.iter().filter(|person| person.presence == presence);
        let lines: Vec<_> = those.map(|person| vec![Block::paragraph(person.in_town())]).collect();
        if !lines.is_empty() {
            blocks.extend([Block::heading(2, heading), Block::List(None, lines)]);
        }
    }
    Document::new(language, &attendance.title, blocks)
}

fn numbers(attendance: &Attendance, members: &MemberWords, language: Language) -> Table {
    let headings = [(members.noun(language), false), (language.pick("Personen", "people"), true)];
    let none = format!("{} {}", language.pick("ohne", "of no"), members.noun(language));
    let row = |town: &Town| {
        let people = town.people.map_or("–".to_owned(), |people| people.to_string());
        vec![town.name.clone().unwrap_or_else(|| none.clone()), people]
    };
    let mut rows: Vec<Vec<String>> = attendance.towns.iter().map(row).collect();
    // Somebody came for each of those without a number.
    let unnumbered = attendance.towns.iter().filter(|town| town.people.is_none()).count();
    let least = u32::try_from(unnumbered).unwrap_or(u32::MAX).saturating_add(attendance.people);
    let sum = if attendance.at_least {
        format!("{} {least}", language.pick("mindestens", "at least"))
    } else {
        least.to_string()
    };
    rows.push(vec![language.pick("Summe", "sum").to_owned(), sum]);
    Table::of_words(&headings, rows)
}
