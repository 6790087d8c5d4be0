//! Where letters on paper go.

use crate::domain::city::City;
use crate::domain::contact::Contact;
use crate::domain::line::Line;
use crate::domain::workspace::Workspace;

/// What people call the country that letters are posted in, in small letters.
const HOME: [&str; 7] =
    ["deutschland", "germany", "allemagne", "bundesrepublik deutschland", "brd", "de", "d"];

/// The lower lines of an address.
pub(super) struct Post<'a> {
    street: Option<&'a Line>,
    postcode: Option<&'a Line>,
    town: Option<&'a Line>,
    country: Option<&'a Line>,
}

impl Post<'_> {
    /// Whether a letter arrives. Large bodies have a postcode of their own instead of a street.
    pub(super) fn is_complete(&self) -> bool {
        self.town.is_some() && (self.street.is_some() || self.postcode.is_some())
    }

    /// The street, the place and the country. Abroad the last two stand in capitals, and at home the
    /// country is left out (DIN 5008).
    pub(super) fn lines(&self) -> Vec<String> {
        let place: Vec<&str> =
            [self.postcode, self.town].into_iter().flatten().map(Line::as_str).collect();
        let place = (!place.is_empty()).then(|| place.join(" "));
        let is_home = |country: &&Line| {
            HOME.contains(&country.as_str().trim_end_matches('.').to_lowercase().as_str())
        };
        let country = self.country.filter(|country| !is_home(country));
        let capitals = |words: String| match country {
            Some(_) => words.to_uppercase(),
            None => words,
        };
        let street = self.street.map(Line::to_string);
        let country = country.map(Line::to_string);
        street.into_iter().chain(place.into_iter().chain(country).map(capitals)).collect()
    }
}

/// The contact's own, else that of the town hall.
pub(super) fn of_contact<'a>(workspace: &'a Workspace, contact: &'a Contact) -> Post<'a> {
    let own = [&contact.street, &contact.postcode, &contact.town].into_iter().any(Option::is_some);
    let town_hall = contact.city.map(|city| workspace.city(city.value));
    let post = match (own, town_hall) {
        (false, Some(city)) => of_city(city),
        _ => Post {
            street: contact.street.as_ref(),
            postcode: contact.postcode.as_ref(),
            town: contact.town.as_ref().or(town_hall.map(|city| &city.name)),
            country: town_hall.and_then(|city| city.country.as_ref()),
        },
    };
    Post { country: contact.country.as_ref().or(post.country), ..post }
}

pub(super) fn of_city(city: &City) -> Post<'_> {
    Post {
        street: city.street.as_ref(),
        postcode: city.postcode.as_ref(),
        town: Some(&city.name),
        country: city.country.as_ref(),
    }
}
