//! How a meeting still tells of a town that hosts it no more.

use crate::text::Language;

/// What still tells of the town.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StillNamed {
    /// These words name it.
    In(String),
    /// This venue is there.
    Venue(String),
    /// Somebody from there stands for the hosts.
    Host,
}

impl StillNamed {
    pub(super) fn words(&self, city: &str, language: Language) -> String {
        let elsewhere = language.pick(
            "wo das Treffen nicht mehr stattfindet",
            "which does not host the meeting any more",
        );
        let (german, english) = match self {
            Self::In(words) => {
                (format!("„{words}“ nennt noch {city}"), format!("`{words}` still names {city}"))
            }
            Self::Venue(venue) => (
                format!("der Ort „{venue}“ gehört noch zu {city}"),
                format!("the venue `{venue}` is still that of {city}"),
            ),
            Self::Host => (
                format!("für die Gastgeber steht hier noch jemand aus {city}"),
                format!("for the hosts there is still somebody of {city}"),
            ),
        };
        format!("{}, {elsewhere}", language.pick(german, english))
    }
}
