//! Names that keys in files go by.

use std::borrow::Borrow;
use std::fmt;

use crate::text::is_slug;

/// A slug: lower-case letters a–z, digits, single hyphens between them (`bad-langensalza`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Takes `words` if they are a slug, and a name that a file can have everywhere.
    pub fn new(words: &str) -> Option<Self> {
        (is_slug(words) && !is_device(words)).then(|| Self(words.to_owned()))
    }

    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// So that one can be looked for by words that are none.
impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Whether Windows takes a file of this name, whatever its ending, for a device.
pub fn is_device(words: &str) -> bool {
    let port = ["com", "lpt"].iter().find_map(|port| words.strip_prefix(port));
    matches!(words, "con" | "prn" | "aux" | "nul")
        || port.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
}

/// Makes the number of an entry in one of the workspace's lists.
macro_rules! index {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);
    )*};
}

index! {
    /// A city, by its place in the network's order.
    CityId
    /// A venue, by its place in `venues.toml`.
    VenueId
    /// A contact, by its place in `contacts.toml`.
    ContactId
    /// A topic, by its place in `topics.toml`.
    TopicId
}
