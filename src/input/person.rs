//! People with a part in a meeting, as inline tables.

use super::directory::Directory;
use super::fields::{Entry, Fields};
use super::value;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::value::{Expected, Nobody, WrongType};
use crate::domain::line::Line;
use crate::domain::session::{Certainty, Person, Who};
use crate::source::Located;
use crate::text::PersonName;

/// Reads `people = [{ … }]`, or names in words: `people = "Lena Farnbach; Veit Salzwinkel"`.
pub(super) fn read(fields: &Fields<'_>, directory: &Directory<'_>) -> Vec<Person> {
    let mut people = Vec::new();
    for entry in fields.tables_or_words("people") {
        match entry {
            Entry::Fields(fields) => people.extend(person(&fields, directory)),
            Entry::Words(words) => people.extend(named(&words, fields)),
        }
    }
    people
}

/// The people that words name, with semicolons between them and an office behind a comma.
fn named(words: &Located<&str>, fields: &Fields<'_>) -> Vec<Person> {
    if words.value.trim_start().starts_with(['[', '{']) {
        // Entries that somebody has put in quotes are no names.
        let problem = WrongType { expected: Expected::Entries, found: "string" };
        fields.report(Diagnostic::at(words.origin, problem));
        return Vec::new();
    }
    let parts = words.value.split(';').map(str::trim).filter(|part| !part.is_empty());
    let mut people = Vec::new();
    for part in parts {
        let name = PersonName::of(part);
        let line = |text: &str| match Line::new(text) {
            Ok(line) => Some(line),
            Err(fault) => {
                fields.report_boxed(words.origin, value::fault(fault));
                None
            }
        };
        let Some(full) = line(&name.full()) else { continue };
        people.push(Person {
            origin: words.origin,
            who: Who::Named(full),
            function: name.function.as_deref().and_then(line),
            organisation: None,
            city: None,
            role: None,
            status: Certainty::default(),
            is_status_said: false,
            absence: None,
        });
    }
    if people.is_empty() {
        fields.report(Diagnostic::at(words.origin, Nobody {}));
    }
    people
}

fn person(fields: &Fields<'_>, directory: &Directory<'_>) -> Option<Person> {
    let name = fields.line("name");
    let contact = fields.get("contact", |value| directory.contact(value)).flatten();
    let several = fields.lines("names");
    let any_of = fields.lines("any-of");
    let function = fields.line("function");
    let organisation = fields.line("organisation");
    let city = fields.read("city", |value| directory.city(value));
    let role = fields.get("role", value::choice);
    let status = fields.get("status", value::choice).unwrap_or_default();
    let named = ["name", "contact", "names", "any-of", "function", "organisation", "city"];
    if !named.iter().any(|key| fields.has(key)) {
        fields.report(Diagnostic::at(fields.origin(), Nobody {}));
        return None;
    }
    let who = match (name, contact) {
        (Some(name), _) => Who::Named(name),
        (None, Some(contact)) => Who::Contact(contact),
        (None, None) if !several.is_empty() => Who::Several(several),
        (None, None) if !any_of.is_empty() => Who::AnyOf(any_of),
        (None, None) => Who::Unnamed,
    };
    let (origin, is_status_said, absence) = (fields.origin(), fields.has("status"), None);
    Some(Person {
        origin,
        who,
        function,
        organisation,
        city,
        role,
        status,
        is_status_said,
        absence,
    })
}
