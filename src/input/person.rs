//! People with a part in a meeting, as inline tables.

use super::directory::Directory;
use super::fields::Fields;
use super::value;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::value::Nobody;
use crate::domain::line::Line;
use crate::domain::session::{Person, Who};

/// Reads `people = [{ … }]`.
pub(super) fn read(fields: &Fields<'_>, directory: &Directory<'_>) -> Vec<Person> {
    fields.tables("people").into_iter().filter_map(|fields| person(&fields, directory)).collect()
}

fn person(fields: &Fields<'_>, directory: &Directory<'_>) -> Option<Person> {
    let lines = |key| -> Vec<Line> {
        fields.list(key, value::line).into_iter().map(|line| line.value).collect()
    };
    let name = fields.get("name", value::line);
    let contact = fields.get("contact", |value| directory.contact(value)).flatten();
    let several = lines("names");
    let any_of = lines("any-of");
    let function = fields.get("function", value::line);
    let organisation = fields.get("organisation", value::line);
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
    Some(Person { origin: fields.origin(), who, function, organisation, city, role, status })
}
