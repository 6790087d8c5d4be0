//! What the contact list holds of somebody, key by key as in the file.

use serde::Serialize;

use crate::domain::contact::{Contact, Mail};
use crate::domain::line::Line;
use crate::domain::workspace::Workspace;
use crate::source::Sources;
use crate::text::Vocabulary as _;
use crate::view::finding::{Place, place};

/// An entry of the contact list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContactEntry {
    /// What it says.
    pub fields: Vec<Field>,
    /// Where it stands.
    pub place: Place,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The key, as the file has it.
    pub key: &'static str,
    /// The value.
    pub value: String,
}

/// The entry of `contact`.
pub(super) fn entry(contact: &Contact, workspace: &Workspace, sources: &Sources) -> ContactEntry {
    let Contact {
        id,
        origin,
        given_name,
        family_name,
        form_of_address,
        titles,
        office,
        organisation,
        department,
        city,
        street,
        postcode,
        town,
        country,
        mail,
        phone,
        language,
        familiar,
        rank,
        groups,
        salutation,
        note,
    } = contact;
    let line = |line: &Option<Line>| line.as_ref().map(ToString::to_string);
    let joined = |words: Vec<String>| Some(words.join(", ")).filter(|words| !words.is_empty());
    let form = form_of_address.map(|form| form.word().to_owned());
    let mail = match mail {
        Mail::At(address) => Some(address.to_string()),
        Mail::Never => Some("false".to_owned()),
        Mail::Unknown => None,
    };
    let city = city.map(|city| workspace.city(city.value).id.to_string());
    let fields = [
        ("id", Some(id.to_string())),
        ("form-of-address", form),
        ("titles", joined(titles.iter().map(ToString::to_string).collect())),
        ("given-name", line(given_name)),
        ("family-name", Some(family_name.to_string())),
        ("office", line(office)),
        ("organisation", line(organisation)),
        ("department", line(department)),
        ("city", city),
        ("street", line(street)),
        ("postcode", line(postcode)),
        ("town", line(town)),
        ("country", line(country)),
        ("mail", mail),
        ("phone", line(phone)),
        ("language", language.map(|language| language.code().to_owned())),
        ("familiar", familiar.then(|| "true".to_owned())),
        ("rank", rank.map(|rank| rank.to_string())),
        ("groups", joined(groups.iter().map(ToString::to_string).collect())),
        ("salutation", line(salutation)),
        ("note", note.as_ref().map(ToString::to_string)),
    ];
    let known = fields.into_iter().filter_map(|(key, value)| Some(Field { key, value: value? }));
    ContactEntry { fields: known.collect(), place: place(*origin, sources) }
}
