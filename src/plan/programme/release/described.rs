//! What readers may be told of a contact beside the name.

use super::kept::{town, words};
use crate::domain::contact::{Contact, Mail};
use crate::domain::workspace::Workspace;

/// What readers may be told of a contact beside the name.
#[derive(Default)]
pub(super) struct Described {
    /// The office.
    pub(super) office: Option<String>,
    /// The body, or its part.
    pub(super) body: Option<String>,
    /// The town.
    pub(super) town: Option<String>,
    /// The mail address.
    pub(super) mail: Option<String>,
    /// The telephone number.
    pub(super) phone: Option<String>,
}

impl Described {
    /// What is known of `contact`.
    pub(super) fn of(workspace: &Workspace, contact: &Contact) -> Self {
        // How somebody is written to stands in letters alone.
        let Contact {
            id: _,
            origin: _,
            given_name: _,
            family_name: _,
            form_of_address: _,
            titles: _,
            office,
            organisation,
            department,
            city,
            street: _,
            postcode: _,
            town: _,
            country: _,
            mail,
            phone,
            language: _,
            familiar: _,
            rank: _,
            groups: _,
            salutation: _,
            note: _,
        } = contact;
        Self {
            office: office.as_ref().map(words),
            body: organisation.as_ref().or(department.as_ref()).map(words),
            town: city.map(|city| town(workspace, city.value)),
            mail: match mail {
                Mail::At(address) => Some(address.to_string()),
                Mail::Unknown | Mail::Never => None,
            },
            phone: phone.as_ref().map(words),
        }
    }
}
