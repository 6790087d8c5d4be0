//! What the contact list holds of somebody, key by key as in the file.

use serde::Serialize;

use crate::domain::contact::{Contact, Mail};
use crate::domain::line::Line;
use crate::domain::workspace::Workspace;
use crate::source::Sources;
use crate::text::{Vocabulary as _, vocabulary};
use crate::view::finding::{FilePlace, place};
use crate::view::spelling::word;

/// An entry of the contact list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ContactEntry {
    /// What it says.
    pub fields: Vec<Field>,
    /// Where it stands.
    pub place: FilePlace,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Field {
    /// The key, as the file has it.
    #[serde(serialize_with = "word")]
    pub key: ContactKey,
    /// The value.
    pub value: String,
    /// What people call what the value is the key of.
    #[serde(skip)]
    pub name: Option<String>,
}

vocabulary! {
    /// A key of the contact list.
    pub enum ContactKey {
        /// The key.
        Id = "id" => ("Kennung", "Id"),
        /// Herr or Frau.
        FormOfAddress = "form-of-address" => ("Form der Anrede", "Form of address"),
        /// Titles.
        Titles = "titles" => ("Titel", "Titles"),
        /// The given name.
        GivenName = "given-name" => ("Vorname", "Given name"),
        /// The family name.
        FamilyName = "family-name" => ("Familienname", "Family name"),
        /// The office.
        Office = "office" => ("Amt", "Office"),
        /// The organisation.
        Organisation = "organisation" => ("Organisation", "Organisation"),
        /// The department.
        Department = "department" => ("Abteilung", "Department"),
        /// The town of the network.
        City = "city" => ("Stadt", "City"),
        /// The street.
        Street = "street" => ("Straße", "Street"),
        /// The postcode.
        Postcode = "postcode" => ("Postleitzahl", "Postcode"),
        /// The town of the address.
        Town = "town" => ("Ort", "Town"),
        /// The country.
        Country = "country" => ("Land", "Country"),
        /// The mail address.
        Mail = "mail" => ("E-Mail", "Mail"),
        /// The telephone number.
        Phone = "phone" => ("Telefon", "Telephone"),
        /// The language of letters.
        Language = "language" => ("Sprache", "Language"),
        /// Whether letters say du.
        Familiar = "familiar" => ("per Du", "First-name terms"),
        /// The place in lists.
        Rank = "rank" => ("Rang", "Rank"),
        /// The groups.
        Groups = "groups" => ("Gruppen", "Groups"),
        /// A salutation of their own.
        Salutation = "salutation" => ("Eigene Anrede", "Own salutation"),
        /// A note.
        Note = "note" => ("Notiz", "Note"),
    }
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
    let city = city.map(|city| workspace.city(city.value));
    let city_name = city.map(|city| city.name.to_string());
    let city = city.map(|city| city.id.to_string());
    let fields = [
        (ContactKey::Id, Some(id.to_string())),
        (ContactKey::FormOfAddress, form),
        (ContactKey::Titles, joined(titles.iter().map(ToString::to_string).collect())),
        (ContactKey::GivenName, line(given_name)),
        (ContactKey::FamilyName, Some(family_name.to_string())),
        (ContactKey::Office, line(office)),
        (ContactKey::Organisation, line(organisation)),
        (ContactKey::Department, line(department)),
        (ContactKey::City, city),
        (ContactKey::Street, line(street)),
        (ContactKey::Postcode, line(postcode)),
        (ContactKey::Town, line(town)),
        (ContactKey::Country, line(country)),
        (ContactKey::Mail, mail),
        (ContactKey::Phone, line(phone)),
        (ContactKey::Language, language.map(|language| language.code().to_owned())),
        (ContactKey::Familiar, familiar.then(|| "true".to_owned())),
        (ContactKey::Rank, rank.map(|rank| rank.to_string())),
        (ContactKey::Groups, joined(groups.iter().map(ToString::to_string).collect())),
        (ContactKey::Salutation, line(salutation)),
        (ContactKey::Note, note.as_ref().map(ToString::to_string)),
    ];
    let known = fields.into_iter().filter_map(|(key, value)| {
        let name = city_name.clone().filter(|_| key == ContactKey::City);
        Some(Field { key, value: value?, name })
    });
    ContactEntry { fields: known.collect(), place: place(*origin, sources) }
}
