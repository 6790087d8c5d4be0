//! Names that keys in files go by.

use std::fmt;

use crate::text::is_slug;

/// A slug: lower-case letters a–z, digits, single hyphens between them (`bad-langensalza`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Takes `words` if they are a slug.
    pub fn new(words: &str) -> Option<Self> {
        is_slug(words).then(|| Self(words.to_owned()))
    }

    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
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
}
