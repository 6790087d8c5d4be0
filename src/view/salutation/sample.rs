//! People for tests.

use crate::domain::contact::{Contact, FormOfAddress, Mail};
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::source::{Origin, SourceFile, Sources};

/// A person in one line: form of address, titles, given name, `/`, family name, `@` office. A given
/// name with `~` before it is on first-name terms.
pub(in crate::view) fn person(words: &str) -> Contact {
    let file = Sources::default().add(SourceFile { path: String::new(), text: String::new() });
    let line = |words: &str| Line::new(words).ok();
    let (words, office) = words.split_once(" @ ").unwrap_or((words, ""));
    let (before, family_name) = words.split_once('/').unwrap();
    let mut before: Vec<&str> = before.split_whitespace().collect();
    let form_of_address = match before.first() {
        Some(&"Frau") => Some(FormOfAddress::Frau),
        Some(&"Herr") => Some(FormOfAddress::Herr),
        _ => None,
    };
    if form_of_address.is_some() {
        before.remove(0);
    }
    let is_title = |word: &&str| word.ends_with('.') || word.contains("Dipl") || *word == "PD";
    let titles = before.iter().filter(|word| is_title(word)).filter_map(|word| line(word));
    let given_name = before.iter().rfind(|word| !is_title(word)).copied().unwrap_or_default();
    Contact {
        id: Id::new("x").unwrap(),
        origin: Origin::new(file, 0..0),
        titles: titles.collect(),
        familiar: given_name.starts_with('~'),
        given_name: line(given_name.trim_start_matches('~')),
        family_name: line(family_name).unwrap(),
        form_of_address,
        office: line(office),
        organisation: None,
        department: None,
        city: None,
        street: None,
        postcode: None,
        town: None,
        mail: Mail::Unknown,
        phone: None,
        language: None,
        rank: None,
        groups: Vec::new(),
        salutation: None,
        note: None,
    }
}
