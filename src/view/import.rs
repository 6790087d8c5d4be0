//! What becomes of a list, for whoever is asked whether to take it.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::Serialize;

use super::spelling::{word, word_if_any};
use crate::domain::line::Line;
use crate::domain::listed::{About, Facts, Listing, Value, fact};
use crate::domain::meeting::Status;
use crate::domain::workspace::Workspace;
use crate::plan::import::{self, contacts};
use crate::text::{DateStyle, Language, Vocabulary as _};

mod parts;
mod words;

pub use parts::{Column, Note, Row, Town, Words};
pub use words::fault;

pub use crate::domain::listed::{Field, ListKind};

/// What becomes of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Import {
    /// The file.
    pub file: String,
    /// What it is about.
    #[serde(serialize_with = "word")]
    pub kind: ListKind,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The other sheets that can be seen.
    pub other_sheets: Vec<String>,
    /// The row that its headings stand in.
    pub heading_row: Option<u32>,
    /// Its columns, with what each is taken for.
    pub columns: Vec<Column>,
    /// What is new.
    pub added: Vec<Entry>,
    /// What is known and changes.
    pub changed: Vec<Change>,
    /// How many rows say what is known.
    pub known: usize,
    /// Where the list says otherwise than what is known, and is not followed.
    pub differing: Vec<Difference>,
    /// Towns that the network does not know.
    pub towns: Vec<Town>,
    /// Rows that are not taken.
    pub refused: Vec<Row>,
    /// What is taken otherwise than it stands there.
    pub remarks: Vec<Note>,
}

/// A new entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Entry {
    /// Its row.
    pub row: u32,
    /// Further rows that are about it.
    pub further_rows: Vec<u32>,
    /// Its key.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Its town, or its towns.
    pub city: Option<String>,
    /// Whether it took place, for meetings.
    #[serde(serialize_with = "word_if_any")]
    pub status: Option<Status>,
    /// The day of a meeting.
    pub date: Option<NaiveDate>,
    /// Its days, as people read them.
    #[serde(skip)]
    pub when: String,
    /// What it will say, by key.
    pub values: BTreeMap<&'static str, Words>,
}

/// An entry that changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Change {
    /// The first row about it.
    pub row: u32,
    /// Its key.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What is set.
    pub set: Vec<Set>,
}

/// A key that is set.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Set {
    /// The key.
    #[serde(serialize_with = "word")]
    pub key: Field,
    /// What it was.
    pub before: Option<Words>,
    /// What it is to be.
    pub after: Words,
    /// What people read of it.
    #[serde(skip)]
    pub shown: (Option<String>, String),
}

/// A difference that stays.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Difference {
    /// The row.
    pub row: u32,
    /// The key of the entry.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The key.
    #[serde(serialize_with = "word")]
    pub key: Field,
    /// What is known; none where nothing must be known.
    pub known: Option<String>,
    /// What the list says.
    pub listed: String,
    /// Whether that is a town that the network does not know.
    #[serde(skip)]
    pub names_new_town: bool,
}

/// What the words of a list rest on.
struct Speaker<'w> {
    workspace: &'w Workspace,
    kind: ListKind,
    language: Language,
    new_towns: HashMap<&'w str, &'w str>,
}

/// What becomes of the list in `file`; `adds_towns` says whether towns that are not known become members.
pub fn import(
    workspace: &Workspace,
    file: &str,
    listing: &Listing,
    import: &import::Import,
    adds_towns: bool,
    language: Language,
) -> Import {
    let new_towns = import.towns.iter().chain(&import.outsiders);
    let new_towns = new_towns.map(|town| (town.id.as_str(), town.name.as_str()));
    let speaker =
        Speaker { workspace, kind: listing.kind, language, new_towns: new_towns.collect() };
    let names: HashMap<&str, String> =
        import.added.iter().map(|added| (added.id.as_str(), speaker.name(&added.facts))).collect();
    let called = |id: &str| names.get(id).cloned().unwrap_or_else(|| speaker.known_name(id));
    let (sheet, other_sheets) =
        listing.sheet.clone().map_or((None, Vec::new()), |(one, others)| (Some(one), others));
    let left = import.left.iter().map(|left| Row {
        row: left.row,
        words: left.words.clone(),
        reason: words::why(&left.why, &called, language),
    });
    let refused = listing.refused.iter().map(|refused| Row {
        row: refused.row,
        words: refused.words.clone(),
        reason: words::fault(&refused.why, language),
    });
    let mut refused: Vec<Row> = refused.chain(left).collect();
    refused.sort_by_key(|row| row.row);
    Import {
        file: file.to_owned(),
        kind: listing.kind,
        sheet,
        other_sheets,
        heading_row: listing.heading_row,
        columns: listing
            .columns
            .iter()
            .map(|column| Column {
                column: column.letters.clone(),
                heading: column.heading.clone(),
                key: column.field,
                by_content: column.by_content,
            })
            .collect(),
        added: import.added.iter().map(|added| speaker.entry(added)).collect(),
        changed: import.changed.iter().map(|changed| speaker.change(changed)).collect(),
        known: import.known,
        differing: import
            .differing
            .iter()
            .map(|one| Difference {
                row: one.row,
                id: one.id.clone(),
                name: called(&one.id),
                key: one.field,
                known: one.known.as_ref().map(|known| speaker.shown(one.field, known)),
                listed: speaker.shown(one.field, &one.listed),
                names_new_town: speaker.names_new_town(one.field, &one.listed),
            })
            .collect(),
        towns: import
            .towns
            .iter()
            .map(|town| Town {
                id: town.id.clone(),
                name: town.name.to_string(),
                also: town.also.iter().map(Line::to_string).collect(),
                rows: town.rows,
                near: town.near.clone(),
                added: adds_towns,
            })
            .collect(),
        refused,
        remarks: listing
            .remarks
            .iter()
            .map(|remark| Note {
                row: remark.row,
                key: remark.field,
                words: words::about(&remark.about, language),
                noughts: match &remark.about {
                    About::Noughts { from, to } => Some((from.clone(), to.clone())),
                    _ => None,
                },
            })
            .collect(),
    }
}

impl Speaker<'_> {
    /// What people call an entry.
    fn name(&self, facts: &Facts) -> String {
        let words = |field| fact(facts, field).map(Value::words).unwrap_or_default();
        match self.kind {
            ListKind::Contacts => contacts::name(facts),
            ListKind::Cities => words(Field::Name),
            ListKind::Meetings => words(Field::Title),
        }
    }

    /// The same of what is known, by its key.
    fn known_name(&self, id: &str) -> String {
        let workspace = self.workspace;
        let name = match self.kind {
            ListKind::Contacts => workspace.contact_named(id).map(|(_, contact)| {
                let given = contact.given_name.iter().chain([&contact.family_name]);
                given.map(Line::as_str).collect::<Vec<_>>().join(" ")
            }),
            ListKind::Cities => workspace.city_named(id).map(|(_, city)| city.name.to_string()),
            ListKind::Meetings => workspace.meeting(id).map(|it| it.title.value.to_string()),
        };
        name.unwrap_or_else(|| id.to_owned())
    }

    fn entry(&self, added: &import::Added) -> Entry {
        let facts = &added.facts;
        let place = [Field::City, Field::Hosts, Field::Town].into_iter();
        let place = place.filter(|_| self.kind != ListKind::Cities);
        let place =
            place.filter_map(|field| fact(facts, field).map(|value| self.shown(field, value)));
        let status = fact(facts, Field::Status).map(Value::words);
        let day = |field| match fact(facts, field) {
            Some(Value::Day(day)) => Some(*day),
            _ => None,
        };
        let date = day(Field::Date);
        let style = DateStyle::of(self.language);
        let days = date.map(|first| match day(Field::EndDate) {
            Some(last) => style.span(first, last),
            None => style.numeric(first),
        });
        Entry {
            row: added.row,
            further_rows: added.further.clone(),
            id: added.id.clone(),
            name: self.name(facts),
            city: place.into_iter().next(),
            status: status.and_then(|word| Status::read(&word)),
            date,
            when: fact(facts, Field::DateText).map(Value::words).or(days).unwrap_or_default(),
            values: facts.iter().map(|(field, value)| (field.word(), value.into())).collect(),
        }
    }

    fn change(&self, changed: &import::Changed) -> Change {
        let workspace = self.workspace;
        let id = match self.kind {
            ListKind::Contacts => &workspace.contacts[changed.number].id,
            ListKind::Cities => &workspace.cities[changed.number].id,
            ListKind::Meetings => &workspace.meetings[changed.number].id,
        };
        let set = changed.set.iter().map(|(field, before, after)| Set {
            key: *field,
            before: before.as_ref().map(Words::from),
            after: after.into(),
            shown: (
                before.as_ref().map(|before| self.shown(*field, before)),
                self.shown(*field, after),
            ),
        });
        let name = self.known_name(id.as_str());
        Change { row: changed.row, id: id.to_string(), name, set: set.collect() }
    }

    /// Whether a value names a town that would have to become a member first.
    fn names_new_town(&self, field: Field, value: &Value) -> bool {
        let is_new = |id: &Line| self.workspace.city_named(id.as_str()).is_none();
        match (field, value) {
            (Field::City, Value::Line(id)) => is_new(id),
            (Field::Hosts, Value::Lines(ids)) => ids.iter().any(is_new),
            _ => false,
        }
    }

    /// A value as people read it: towns by their names, days as they are written.
    fn shown(&self, field: Field, value: &Value) -> String {
        let town = |id: &Line| {
            let known = self.workspace.city_named(id.as_str());
            let known = known.map(|(_, city)| city.name.to_string());
            let new = || self.new_towns.get(id.as_str()).map(|name| (*name).to_owned());
            known.or_else(new).unwrap_or_else(|| id.to_string())
        };
        match (field, value) {
            (Field::City, Value::Line(id)) => town(id),
            (Field::Hosts, Value::Lines(ids)) => {
                ids.iter().map(town).collect::<Vec<_>>().join(", ")
            }
            (Field::Status, Value::Line(status)) => {
                let known = Status::read(status.as_str());
                known.map_or_else(|| status.to_string(), |it| it.name(self.language).to_owned())
            }
            (_, Value::Day(day)) => DateStyle::of(self.language).numeric(*day),
            // "Prof. Dr." stands before a name as it is spoken.
            (Field::Titles, Value::Lines(titles)) => {
                titles.iter().map(Line::as_str).collect::<Vec<_>>().join(" ")
            }
            _ => value.words(),
        }
    }
}
