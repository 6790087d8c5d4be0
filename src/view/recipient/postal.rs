//! Where letters on paper go.

use crate::domain::city::City;
use crate::domain::contact::Contact;
use crate::domain::line::Line;
use crate::domain::workspace::Workspace;

/// The lower lines of an address.
pub(super) struct Post<'a> {
    pub(super) street: Option<&'a Line>,
    pub(super) postcode: Option<&'a Line>,
    pub(super) town: Option<&'a Line>,
}

impl Post<'_> {
    /// Whether a letter arrives. Large bodies have a postcode of their own instead of a street.
    pub(super) fn is_complete(&self) -> bool {
        self.town.is_some() && (self.street.is_some() || self.postcode.is_some())
    }
}

/// The contact's own, else that of the town hall.
pub(super) fn of_contact<'a>(workspace: &'a Workspace, contact: &'a Contact) -> Post<'a> {
    let own = [&contact.street, &contact.postcode, &contact.town].into_iter().any(Option::is_some);
    let town_hall = contact.city.map(|city| workspace.city(city.value));
    match (own, town_hall) {
        (false, Some(city)) => of_city(city),
        _ => Post {
            street: contact.street.as_ref(),
            postcode: contact.postcode.as_ref(),
            town: contact.town.as_ref().or(town_hall.map(|city| &city.name)),
        },
    }
}

pub(super) fn of_city(city: &City) -> Post<'_> {
    Post { street: city.street.as_ref(), postcode: city.postcode.as_ref(), town: Some(&city.name) }
}
