//! People as data, for the coordinator's own eyes.

use serde::Serialize;

use super::finding::{FilePlace, place};
use crate::domain::contact::{Contact as Person, Mail};
use crate::domain::line::Line;
use crate::domain::workspace::Workspace;
use crate::source::Sources;
use crate::text::Language;
use crate::view::spelling::word_if_any;
use crate::view::{recipient, salutation};

/// A person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Contact {
    /// The key.
    pub id: String,
    /// Titles and name.
    pub name: String,
    /// The office.
    pub office: Option<String>,
    /// Organisation and department.
    pub organisation: Option<String>,
    /// The name of the town.
    pub city: Option<String>,
    /// The mail address; none if it is not known or must not be used.
    pub mail: Option<String>,
    /// The salutation of a letter.
    pub salutation: String,
    /// The address field of a letter, from top to bottom.
    pub address: Vec<String>,
    /// The language of letters, if it is not the network's.
    #[serde(serialize_with = "word_if_any")]
    pub language: Option<Language>,
    /// Order of precedence, small numbers first.
    pub rank: Option<u32>,
    /// The coordinator's note.
    pub note: Option<String>,
    /// Whether the person must not be written to.
    pub never_write: bool,
    /// The telephone number.
    pub phone: Option<String>,
    /// The groups.
    pub groups: Vec<String>,
    /// Where the entry stands.
    pub place: FilePlace,
}

/// All people in the order of the file.
pub fn contacts(workspace: &Workspace, sources: &Sources) -> Vec<Contact> {
    workspace.contacts.iter().map(|person| contact(person, workspace, sources)).collect()
}

fn contact(person: &Person, workspace: &Workspace, sources: &Sources) -> Contact {
    let words = |line: &Option<Line>| line.as_ref().map(ToString::to_string);
    let names = person.titles.iter().chain(&person.given_name).chain([&person.family_name]);
    let bodies = [&person.organisation, &person.department];
    let bodies: Vec<&str> = bodies.into_iter().flatten().map(Line::as_str).collect();
    let language = person.language.unwrap_or(workspace.network.language);
    Contact {
        id: person.id.to_string(),
        name: names.map(Line::as_str).collect::<Vec<_>>().join(" "),
        office: words(&person.office),
        organisation: (!bodies.is_empty()).then(|| bodies.join(", ")),
        city: person.city.map(|city| workspace.city(city.value).name.to_string()),
        mail: match &person.mail {
            Mail::At(address) => Some(address.to_string()),
            Mail::Unknown | Mail::Never => None,
        },
        salutation: salutation::salutation(person, language),
        address: recipient::address(workspace, person, language),
        language: person.language,
        rank: person.rank,
        note: person.note.as_ref().map(ToString::to_string),
        never_write: person.mail == Mail::Never,
        phone: words(&person.phone),
        groups: person.groups.iter().map(ToString::to_string).collect(),
        place: place(person.origin, sources),
    }
}
