//! Where letters on paper go.

use super::Recipient;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::NoPostalAddress;
use crate::domain::city::City;
use crate::domain::contact::Contact;
use crate::domain::line::Line;
use crate::domain::workspace::Workspace;
use crate::view::salutation;

/// The lower lines of an address.
pub(super) struct Post<'a> {
    pub(super) street: Option<&'a Line>,
    pub(super) postcode: Option<&'a Line>,
    pub(super) town: Option<&'a Line>,
}

impl Post<'_> {
    /// Whether a letter arrives. Large bodies have a postcode of their own instead of a street.
    fn is_complete(&self) -> bool {
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

fn of_city(city: &City) -> Post<'_> {
    Post { street: city.street.as_ref(), postcode: city.postcode.as_ref(), town: Some(&city.name) }
}

/// A finding for each of `recipients` whom no letter on paper would reach, at the person's or town's
/// entry.
pub fn without_address<'a>(
    workspace: &Workspace,
    recipients: impl IntoIterator<Item = &'a Recipient>,
) -> Vec<Diagnostic> {
    let finding = |recipient: &Recipient| {
        // A contact and a town may have the same key.
        let contact = workspace.contacts.iter().find(|contact| {
            contact.id.as_str() == recipient.id && salutation::full_name(contact) == recipient.name
        });
        let city = workspace.cities.iter().find(|city| city.id.as_str() == recipient.id);
        let (post, place) = match (contact, city) {
            (Some(contact), _) => (of_contact(workspace, contact), contact.origin),
            (None, Some(city)) => (of_city(city), city.origin),
            (None, None) => return None,
        };
        let name = recipient.name.clone();
        (!post.is_complete()).then(|| Diagnostic::at(place, NoPostalAddress { name }))
    };
    recipients.into_iter().filter_map(finding).collect()
}
