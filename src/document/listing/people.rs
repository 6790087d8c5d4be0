//! Lists of people and groups.

use crate::document::model::{Block, Document, Table};
use crate::text::{Language, count};
use crate::view::people::{Contacts, Group, Missing};

/// All people as a table, and what is missing below it.
pub fn contacts(contacts: &Contacts, language: Language) -> Document {
    let headings = [
        (language.pick("Name", "name"), false),
        (language.pick("Kennung", "id"), false),
        (language.pick("Stadt", "city"), false),
        (language.pick("E-Mail", "mail"), false),
        (language.pick("Gruppen", "groups"), false),
    ];
    let rows = contacts.contacts.iter().map(|one| {
        let mail = match &one.mail {
            Some(address) => address.clone(),
            None if one.never_write => language.pick("nie eine Mail", "never a mail").to_owned(),
            None => language.pick("fehlt", "missing").to_owned(),
        };
        let city = one.city.clone().unwrap_or_default();
        vec![one.name.clone(), one.id.clone(), city, mail, one.groups.join(", ")]
    });
    let rows = Table::of_words(&headings, rows.collect());
    let mut blocks = vec![Block::Table(rows)];
    blocks.extend(paragraphs(&contacts.missing, language));
    let unreachable = &contacts.unreachable_cities;
    blocks.extend((!unreachable.is_empty()).then(|| {
        let ids = unreachable.join(", ");
        Block::paragraph(language.pick(
            format!(
                "Weder Kontakt noch Mailadresse: {ids} (`erfa set {} mail …`).",
                unreachable[0]
            ),
            format!(
                "Neither contact nor mail address: {ids} (`erfa set {} mail …`).",
                unreachable[0]
            ),
        ))
    }));
    Document::new(language, language.pick("Kontakte", "Contacts"), blocks)
}

/// All groups as a table.
pub fn groups(groups: &[Group], language: Language) -> Document {
    let headings = [
        (language.pick("Gruppe", "group"), false),
        (language.pick("Personen", "people"), true),
        (language.pick("wer", "who"), false),
        (language.pick("ohne Mailadresse", "without mail"), false),
        (language.pick("ohne Anschrift", "without address"), false),
    ];
    let rows = groups.iter().map(|group| {
        vec![
            group.id.clone(),
            group.contacts.len().to_string(),
            group.contacts.join(", "),
            group.missing.mail.join(", "),
            group.missing.address.join(", "),
        ]
    });
    let block = if groups.is_empty() {
        Block::paragraph(language.pick(
            "Keine Gruppen: Niemand in `contacts.toml` gehört zu einer (`groups`).",
            "No groups: nobody in `contacts.toml` belongs to one (`groups`).",
        ))
    } else {
        Block::Table(Table::of_words(&headings, rows.collect()))
    };
    Document::new(language, language.pick("Gruppen", "Groups"), vec![block])
}

fn paragraphs(missing: &Missing, language: Language) -> Vec<Block> {
    let parts = [
        (&missing.mail, language.pick("Ohne Mailadresse", "Without a mail address")),
        (
            &missing.address,
            language.pick("Ohne vollständige Anschrift", "Without a whole postal address"),
        ),
    ];
    let named = parts.into_iter().filter(|(ids, _)| !ids.is_empty()).map(|(ids, what)| {
        let number = match language {
            Language::German => count(ids.len(), "Kontakt", "Kontakte"),
            Language::English => count(ids.len(), "contact", "contacts"),
        };
        Block::paragraph(format!("{what}: {number} ({}).", ids.join(", ")))
    });
    named.collect()
}
