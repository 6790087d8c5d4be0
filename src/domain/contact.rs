//! The people who are written to.

use super::id::{CityId, Id};
use super::line::{Line, Text};
use crate::source::{Located, Origin};
use crate::text::{Language, vocabulary};

/// A person.
#[derive(Clone, Debug)]
pub struct Contact {
    /// The name that keys go by.
    pub id: Id,
    /// Where the entry begins.
    pub origin: Origin,
    /// Given name.
    pub given_name: Option<Line>,
    /// Family name, with `von` and the like.
    pub family_name: Line,
    /// What stands before the name; none means the neutral form. Never guessed from a name.
    pub form_of_address: Option<FormOfAddress>,
    /// Academic titles in their order ("Prof.", "Dr.").
    pub titles: Vec<Line>,
    /// The office, in the form that fits the person ("Oberbürgermeisterin").
    pub office: Option<Line>,
    /// The body the person works for.
    pub organisation: Option<Line>,
    /// The part of that body.
    pub department: Option<Line>,
    /// The town of the network the person belongs to.
    pub city: Option<Located<CityId>>,
    /// Street and number.
    pub street: Option<Line>,
    /// Postcode.
    pub postcode: Option<Line>,
    /// Town.
    pub town: Option<Line>,
    /// The country of an address abroad, in the words of an envelope.
    pub country: Option<Line>,
    /// How the person gets mail.
    pub mail: Mail,
    /// Telephone number.
    pub phone: Option<Line>,
    /// The language the person is written to in; none means the network's.
    pub language: Option<Language>,
    /// Whether the person is on first-name terms (du).
    pub familiar: bool,
    /// Order of precedence, small numbers first.
    pub rank: Option<u32>,
    /// Groups the person belongs to.
    pub groups: Vec<Id>,
    /// A salutation of the person's own, instead of the computed one.
    pub salutation: Option<Line>,
    /// A note of the coordinator's own.
    pub note: Option<Text>,
}

vocabulary! {
    /// The word before a name. Whichever language the file has it in, each letter says it in its own.
    pub enum FormOfAddress {
        /// A woman.
        Frau = "Frau" => ("Frau", "Ms"),
        /// A man.
        Herr = "Herr" => ("Herr", "Mr"),
        /// A woman, in English words.
        Ms = "Ms" => ("Frau", "Ms"),
        /// A man, in English words.
        Mr = "Mr" => ("Herr", "Mr"),
        /// Neither: German has no such word, and says the neutral form.
        Mx = "Mx" => ("", "Mx"),
        /// The person wants no word there.
        Nothing = "none" => ("", ""),
    }
}

/// As what German speaks of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// As of a woman.
    Female,
    /// As of a man.
    Male,
}

impl Contact {
    /// Given and family name, without titles.
    pub fn bare_name(&self) -> String {
        let names = self.given_name.iter().chain([&self.family_name]);
        names.map(Line::as_str).collect::<Vec<_>>().join(" ")
    }

    /// As what German speaks of the person; none means the neutral form.
    pub fn gender(&self) -> Option<Gender> {
        match self.form_of_address? {
            FormOfAddress::Frau | FormOfAddress::Ms => Some(Gender::Female),
            FormOfAddress::Herr | FormOfAddress::Mr => Some(Gender::Male),
            FormOfAddress::Mx | FormOfAddress::Nothing => None,
        }
    }

    /// The word that English puts before the name, if any.
    pub fn english_form(&self) -> Option<&'static str> {
        let word = self.form_of_address?.name(Language::English);
        (!word.is_empty()).then_some(word)
    }
}

/// Whether and where a person is written to by mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mail {
    /// No address is known.
    Unknown,
    /// The person must not be written to (`mail = false`).
    Never,
    /// At this address.
    At(Line),
}
