//! What findings call an item of a programme.

use crate::text::Language;

/// The title of an item; one without a title is called by what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// What somebody called it.
    Said(String),
    /// What it is.
    Usual {
        /// In German: "Pause".
        german: &'static str,
        /// In English: "Break".
        english: &'static str,
    },
}

impl Title {
    /// Its words in a finding.
    pub fn word(&self, language: Language) -> &str {
        match self {
            Self::Said(title) => title,
            Self::Usual { german, english } => language.pick(german, english),
        }
    }
}
