//! What is to be written: a document of ours, or of the user's own.

use super::{DocumentKind, Lack, Settled};
use crate::text::{Language, Vocabulary as _};

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Document {
    /// A kind that the program has a template for.
    BuiltIn(DocumentKind),
    /// A template of the user's own.
    Own(String),
}

impl Document {
    /// Its name as users type it.
    pub fn name(&self) -> &str {
        match self {
            Self::BuiltIn(kind) => kind.word(),
            Self::Own(name) => name,
        }
    }

    /// Whether it asks its recipients to come or to host.
    pub fn invites(&self) -> bool {
        self.kind().is_some_and(|kind| kind.row().invites)
    }

    /// What must be settled of a meeting before its readers are told of it.
    pub fn settled(&self) -> Settled {
        self.kind().map_or(Settled::InMails(Lack::ALL), |kind| kind.row().settled)
    }

    /// The kind, if it is a built-in one.
    pub fn kind(&self) -> Option<DocumentKind> {
        match self {
            Self::BuiltIn(kind) => Some(*kind),
            Self::Own(_) => None,
        }
    }

    /// What it is, in a line, as far as the program can say.
    pub fn summary(&self, language: Language) -> &str {
        match self {
            Self::BuiltIn(kind) => kind.summary(language),
            Self::Own(name) => name,
        }
    }
}
