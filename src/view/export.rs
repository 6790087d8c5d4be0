//! What is known as rows of a table, for spreadsheets and for others.

use std::collections::BTreeMap;

use serde::Serialize;

use super::import::Words;
use crate::domain::listed::{Facts, Field, Value, fact};
use crate::domain::meeting::Status;
use crate::domain::workspace::Workspace;
use crate::plan::import::{contacts, meetings};
use crate::text::{Language, Vocabulary as _};

/// Entries with what is known of each, by key.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Export {
    /// The entries, in the order of the files.
    pub entries: Vec<BTreeMap<&'static str, Words>>,
    /// The headings of their columns, and what each has there, in words.
    #[serde(skip)]
    pub table: (Vec<&'static str>, Vec<Vec<String>>),
}

/// What is said of people.
const CONTACTS: [Field; 18] = [
    Field::Id,
    Field::FormOfAddress,
    Field::Titles,
    Field::GivenName,
    Field::FamilyName,
    Field::Office,
    Field::Organisation,
    Field::Department,
    Field::City,
    Field::Street,
    Field::Postcode,
    Field::Town,
    Field::Country,
    Field::Mail,
    Field::Phone,
    Field::Language,
    Field::Groups,
    Field::Note,
];

/// What is said of meetings.
const MEETINGS: [Field; 13] = [
    Field::Id,
    Field::Date,
    Field::EndDate,
    Field::DateText,
    Field::Hosts,
    Field::Title,
    Field::Place,
    Field::Start,
    Field::End,
    Field::Status,
    Field::Theme,
    Field::Description,
    Field::Note,
];

/// Everybody who is known; no address of whoever must not be written to.
pub fn people(workspace: &Workspace, language: Language) -> Export {
    let entries = workspace
        .contacts
        .iter()
        .map(|contact| (contact.id.as_str(), contacts::known(contact, workspace)));
    export(entries, &CONTACTS, workspace, language)
}

/// All meetings: by date, then those without one.
pub fn events(workspace: &Workspace, language: Language) -> Export {
    let entries = workspace
        .meetings
        .iter()
        .map(|meeting| (meeting.id.as_str(), meetings::known(meeting, workspace)));
    export(entries, &MEETINGS, workspace, language)
}

fn export<'w>(
    entries: impl Iterator<Item = (&'w str, Facts)>,
    fields: &[Field],
    workspace: &Workspace,
    language: Language,
) -> Export {
    let town = |id: &str| {
        workspace.city_named(id).map_or_else(|| id.to_owned(), |(_, city)| city.name.to_string())
    };
    let words = |field: Field, value: &Value| match (field, value) {
        (Field::City, value) => town(&value.words()),
        (Field::Hosts, Value::Lines(ids)) => {
            ids.iter().map(|id| town(id.as_str())).collect::<Vec<_>>().join("; ")
        }
        (Field::Status, Value::Line(status)) => {
            let known = Status::read(status.as_str());
            known.map_or_else(|| status.to_string(), |known| known.name(language).to_owned())
        }
        (Field::Titles, Value::Lines(titles)) => {
            titles.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        }
        (_, value) => value.words(),
    };
    let (mut data, mut rows) = (Vec::new(), Vec::new());
    for (id, facts) in entries {
        let cell = |field: &Field| match field {
            Field::Id => id.to_owned(),
            field => fact(&facts, *field).map(|value| words(*field, value)).unwrap_or_default(),
        };
        rows.push(fields.iter().map(cell).collect());
        let mut entry: BTreeMap<&'static str, Words> =
            facts.iter().map(|(field, value)| (field.word(), value.into())).collect();
        entry.insert(Field::Id.word(), Words::One(id.to_owned()));
        data.push(entry);
    }
    let headings = fields.iter().map(|field| field.name(language)).collect();
    Export { entries: data, table: (headings, rows) }
}
