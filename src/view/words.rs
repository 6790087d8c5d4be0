//! Dates, times and places in the words of a document, shared by the views.

use std::fmt::Display;

use chrono::NaiveDate;

use crate::domain::line::Line;
use crate::domain::network::Network;
use crate::plan::rotation::standing::Near;
use crate::text::{ClockStyle, DateStyle, Language, protect};

pub mod place;
mod time;
mod worded;

pub use worded::{Marks, Worded};

/// How a document of a network words things: its language and the network's house style.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The language of the document.
    pub language: Language,
    /// How it writes dates.
    pub dates: DateStyle,
    /// How it writes clock times.
    pub clock: ClockStyle,
}

impl Words {
    /// The words of a document in `language`.
    pub fn new(network: &Network, language: Language) -> Self {
        Self {
            language,
            dates: DateStyle { language, saturday: network.style.saturday },
            clock: ClockStyle { language, separator: network.style.clock },
        }
    }

    /// The one of two wordings that fits the language.
    pub fn pick<T>(self, german: T, english: T) -> T {
        self.language.pick(german, english)
    }

    /// What leads over to an item; English has its own for what German files say most often.
    pub fn connector(self, line: &Line) -> String {
        let words = shown(line);
        match self.language {
            Language::German => words,
            Language::English => english_connector(&words).map_or(words, str::to_owned),
        }
    }

    /// `words` in the quotation marks of the language; marks within them become single ones.
    pub fn quoted(self, words: impl Display) -> String {
        let words = words.to_string();
        match self.language {
            Language::German => {
                let inner = words.replace('„', "‚").replace(['“', '”'], "‘");
                format!("„{inner}“")
            }
            Language::English => {
                // The German closing mark is the English opening one.
                let german = words.contains('„');
                let inner = words.replace('„', "‘").replace('”', "’");
                format!("“{}”", inner.replace('“', if german { "’" } else { "‘" }))
            }
        }
    }

    /// The name of a network with its kind before it: "Städtenetz „Lebendige Ortskerne“".
    pub fn full_name(self, network: &Network) -> String {
        let name = shown(&network.name);
        match &network.kind {
            Some(kind) => format!("{} {}", shown(kind), self.quoted(&name)),
            None => name,
        }
    }

    /// One day or several, with weekdays: "Sonntag, 21., bis Dienstag, 23. April 2024".
    pub fn days(self, first: NaiveDate, last: NaiveDate) -> String {
        self.dates.full_span(first, last)
    }
}

/// What German files say most often before an item, in English.
pub fn english_connector(german: &str) -> Option<&'static str> {
    Some(match german.to_lowercase().as_str() {
        "danach" | "dann" => "after that",
        "im anschluss" | "anschließend" | "im anschluss daran" => "afterwards",
        "im weiteren verlauf" => "later on",
        "zu beginn" => "to begin with",
        "am vormittag" => "in the morning",
        "am nachmittag" => "in the afternoon",
        "am abend" => "in the evening",
        "nach dem mittagessen" => "after lunch",
        "nach der kaffeepause" => "after the coffee break",
        "abschließend" | "zum abschluss" | "zum schluss" => "to close",
        "gleichzeitig" | "parallel" | "parallel dazu" => "at the same time",
        "nach der mittagspause" => "after the lunch break",
        "nach der pause" => "after the break",
        "nach der begrüßung" => "after the welcome",
        _ => return None,
    })
}

/// Which turns of a town are too near to another one of its; nothing if none is.
pub fn too_near(near: Option<Near>, language: Language) -> &'static str {
    match near {
        None => "",
        Some(Near::Last) => language.pick("letzter Turnus zu nah", "last turn too near"),
        Some(Near::Next) => language.pick("nächster Turnus zu nah", "next turn too near"),
        Some(Near::Both) => {
            language.pick("letzter und nächster Turnus zu nah", "last and next turn too near")
        }
    }
}

/// What a person wrote, with no-break spaces where typography wants them.
pub fn shown(words: impl Display) -> String {
    protect(&words.to_string())
}

/// `words` with a capital at their head.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::text::Language::{self, English, German};
    use crate::text::{ClockStyle, DateStyle};

    /// The words of a network without a style of its own.
    pub(super) fn plain_style(language: Language) -> Words {
        let dates = DateStyle { language, ..DateStyle::default() };
        let clock = ClockStyle { language, ..ClockStyle::default() };
        Words { language, dates, clock }
    }

    #[test]
    fn quotation_marks_nest() {
        assert_eq!(plain_style(German).quoted("AG „Mitte“"), "„AG ‚Mitte‘“");
        assert_eq!(plain_style(English).quoted("The “Middle”"), "“The ‘Middle’”");
        assert_eq!(plain_style(English).quoted("AG „Mitte“"), "“AG ‘Mitte’”");
    }
}
