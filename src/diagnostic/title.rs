//! What findings call an item of a programme.

/// The title of an item; one without a title is called by what it is, in the language of the reader.
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
    /// The words of a German finding.
    pub fn german(&self) -> &str {
        match self {
            Self::Said(title) => title,
            Self::Usual { german, .. } => german,
        }
    }

    /// The words of an English finding.
    pub fn english(&self) -> &str {
        match self {
            Self::Said(title) => title,
            Self::Usual { english, .. } => english,
        }
    }
}
