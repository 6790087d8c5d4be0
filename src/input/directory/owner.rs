//! Who does something: a person or a town.

use toml::de::DeValue;

use super::{Directory, Index, Names, Trust};
use crate::diagnostic::action::UnknownOwner;
use crate::domain::id::{CityId, ContactId};
use crate::domain::reply::Who;
use crate::input::value::{self, Outcome};
use crate::text::nearest;

impl Directory<'_> {
    /// Who does something: a person, else a town, if their entry could be read.
    pub(in crate::input) fn owner(&self, value: &DeValue<'_>) -> Outcome<Option<Who>> {
        let name = value::line(value)?;
        let (name, Index { cities, contacts, .. }) = (name.as_str(), self.index);
        let person = contacts.number(name).map(|number| Who::Contact(ContactId(number)));
        let town = || cities.number(name).map(|number| Who::City(CityId(number)));
        let is_lost = |names: &Names| names.trust == Trust::Broken || names.lost.contains(name);
        self.point(if person.is_some() { contacts } else { cities }, name);
        if let Some(who) = person.or_else(town) {
            return Ok(Some(who));
        }
        if is_lost(contacts) || is_lost(cities) {
            return Ok(None);
        }
        let known = contacts.numbers.keys().chain(cities.numbers.keys());
        let near = nearest(name, known).map(str::to_owned);
        let members = cities.members.clone();
        Err(Box::new(UnknownOwner { name: name.to_owned(), near, members }))
    }
}
