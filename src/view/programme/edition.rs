//! The editions of a programme: who reads it, and how much it tells.

use super::{Entry, Item};
use crate::domain::session::Audience;
use crate::text::vocabulary;
use crate::view::words::Words;

vocabulary! {
    /// What a programme is printed for, from the widest circle to the closest.
    #[derive(Default)]
    pub enum Edition {
        /// For everybody, in a few words.
        Short = "short",
        /// For everybody.
        #[default]
        Full = "full",
        /// For the members.
        Internal = "internal",
        /// For the chair.
        RunSheet = "run-sheet",
    }
}

impl Edition {
    /// Who reads it.
    pub fn reader(self) -> Audience {
        match self {
            Self::Short | Self::Full => Audience::Public,
            Self::Internal => Audience::Internal,
            Self::RunSheet => Audience::Lead,
        }
    }

    /// Who alone may read it, in words.
    pub(super) fn readers(self, words: Words) -> Option<String> {
        let readers = match self.reader() {
            Audience::Public => return None,
            Audience::Internal => words.pick("Nur für die Mitglieder", "For members only"),
            Audience::Lead => words.pick("Nur für die Leitung", "For the chair only"),
        };
        Some(readers.to_owned())
    }

    /// Leaves out what this edition does not tell of an entry.
    pub(super) fn shorten(self, entry: Entry) -> Entry {
        if self != Self::Short {
            return entry;
        }
        let brief = |item: Item| Item { description: None, ..item };
        Entry {
            items: entry.items.into_iter().map(brief).collect(),
            description: None,
            terms: Vec::new(),
            link: None,
            ..entry
        }
    }
}
