//! `contacts.toml`

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use toml::de::DeValue;

use super::directory::Index;
use super::fields::Fields;
use super::value::{self, Outcome, wrong_type};
use crate::diagnostic::outbox::SharedAddress;
use crate::diagnostic::value::Expected;
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::contact::{Contact, Mail};
use crate::source::Origin;
use crate::text::address_key;

/// Reads `[[contact]]`.
pub(super) fn read(file: &Fields<'_>, index: &mut Index) -> Vec<Contact> {
    let entries = file.tables("contact");
    check_addresses(&entries);
    entries
        .into_iter()
        .filter_map(|fields| {
            let contact = contact(fields, index);
            index.contacts.keep(contact)
        })
        .collect()
}

/// Says which addresses stand under two people: one of them gets no mail of their own.
fn check_addresses(entries: &[Fields<'_>]) {
    let mut known: HashMap<String, Origin> = HashMap::new();
    for fields in entries {
        let Some(found) = fields.peek("mail", mail) else { continue };
        let Mail::At(address) = found.value else { continue };
        let Some(key) = address_key(address.as_str()) else { continue };
        match known.entry(key) {
            Entry::Vacant(place) => {
                place.insert(found.origin);
            }
            Entry::Occupied(first) => {
                let problem = SharedAddress { mail: address.to_string() };
                let finding = Diagnostic::at(found.origin, problem);
                fields.report(finding.with(*first.get(), Label::FirstHere));
            }
        }
    }
}

fn contact(fields: Fields<'_>, index: &mut Index) -> Option<Contact> {
    let id = index.contacts.register(&fields);
    let family_name = fields.require_line("family-name");
    let titles = fields.list("titles", value::line);
    let groups = fields.list("groups", value::id);
    Some(Contact {
        origin: fields.origin(),
        given_name: fields.line("given-name"),
        form_of_address: fields.get("form-of-address", value::choice),
        titles: titles.into_iter().map(|title| title.value).collect(),
        office: fields.line("office"),
        organisation: fields.line("organisation"),
        department: fields.line("department"),
        city: fields.read("city", |value| index.city(value)),
        street: fields.line("street"),
        postcode: fields.line("postcode"),
        town: fields.line("town"),
        country: fields.line("country"),
        mail: fields.get("mail", mail).unwrap_or(Mail::Unknown),
        phone: fields.line("phone"),
        language: fields.get("language", value::choice),
        familiar: fields.get("familiar", value::flag).unwrap_or(false),
        rank: fields.get("rank", value::whole(0, 1_000_000)),
        groups: groups.into_iter().map(|group| group.value).collect(),
        salutation: fields.line("salutation"),
        note: fields.text("note"),
        id: id?,
        family_name: family_name?.value,
    })
}

/// A mail address, or `false`: never.
fn mail(value: &DeValue<'_>) -> Outcome<Mail> {
    match value {
        DeValue::Boolean(false) => Ok(Mail::Never),
        DeValue::String(_) => value::mail(value).map(Mail::At),
        _ => Err(wrong_type(Expected::MailOrFalse, value)),
    }
}
