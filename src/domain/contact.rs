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
    /// "Frau" or "Herr"; none means the neutral form. Never guessed from a name.
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
    /// The word before a name.
    pub enum FormOfAddress {
        /// A woman.
        Frau = "Frau" => ("Frau", "Ms"),
        /// A man.
        Herr = "Herr" => ("Herr", "Mr"),
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
