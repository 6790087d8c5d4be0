//! All people and groups of a network, with what is missing to write to them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::contact::{Contact, contacts as all};
use super::recipient::has_postal_address;
use crate::domain::workspace::Workspace;
use crate::plan::post::recipient::unreachable_cities;
use crate::source::Sources;

/// All people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Contacts {
    /// All of them, in the order of the file.
    pub contacts: Vec<Contact>,
    /// What is missing.
    pub missing: Missing,
    /// The ids of the towns of which nobody can be written to.
    pub unreachable_cities: Vec<String>,
}

/// The ids of those to whom something is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Missing {
    /// Those of whom no mail address is known; whoever never wants mail is not among them.
    pub mail: Vec<String>,
    /// Those whom no letter on paper would reach.
    pub address: Vec<String>,
}

/// People who are written to together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Group {
    /// Its id.
    pub id: String,
    /// The ids of those who belong to it.
    pub contacts: Vec<String>,
    /// What is missing.
    pub missing: Missing,
}

/// All people in the order of the file; who is a member is told for the day `today`.
pub fn contacts(workspace: &Workspace, sources: &Sources, today: NaiveDate) -> Contacts {
    let contacts = all(workspace, sources);
    let missing = missing(workspace, contacts.iter());
    let unreachable = unreachable_cities(workspace, today).into_iter();
    let unreachable_cities = unreachable.map(|id| workspace.city(id).id.to_string()).collect();
    Contacts { contacts, missing, unreachable_cities }
}

/// All groups by their ids.
pub fn groups(workspace: &Workspace, sources: &Sources) -> Vec<Group> {
    let contacts = all(workspace, sources);
    let mut groups: BTreeMap<&str, Vec<&Contact>> = BTreeMap::new();
    for contact in &contacts {
        for group in &contact.groups {
            groups.entry(group).or_default().push(contact);
        }
    }
    let group = |(id, people): (&str, Vec<&Contact>)| Group {
        id: id.to_owned(),
        missing: missing(workspace, people.iter().copied()),
        contacts: people.iter().map(|one| one.id.clone()).collect(),
    };
    groups.into_iter().map(group).collect()
}

fn missing<'c>(workspace: &Workspace, contacts: impl Iterator<Item = &'c Contact>) -> Missing {
    let mut missing = Missing::default();
    for contact in contacts {
        if contact.mail.is_none() && !contact.never_write {
            missing.mail.push(contact.id.clone());
        }
        let person = workspace.contact_named(&contact.id);
        if person.is_some_and(|(_, person)| !has_postal_address(workspace, person)) {
            missing.address.push(contact.id.clone());
        }
    }
    missing
}
