//! Dates, times and places in the words of a document, shared by the views.

use std::fmt::Display;

use chrono::{Datelike, NaiveDate};

use crate::domain::network::Network;
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

    /// One day or several, with weekdays: "Sonntag, 21., bis Dienstag, 23. April 2024".
    pub fn days(self, first: NaiveDate, last: NaiveDate) -> String {
        self.dates.full_span(first, last)
    }

    /// One day or several as they stand in a sentence: "am Dienstag, dem 24. September 2024", "von
    /// Sonntag, dem 21., bis Dienstag, dem 23. April 2024".
    pub fn days_in_sentence(self, first: NaiveDate, last: NaiveDate) -> String {
        let full = self.days(first, last);
        match self.language {
            Language::English if first == last => format!("on {full}"),
            Language::English => format!("from {full}"),
            Language::German if first == last => format!("am {}", self.dates.dative(first)),
            Language::German => {
                let long = self.dates.long(first);
                let start = if (first.year(), first.month()) == (last.year(), last.month()) {
                    format!("{}.", first.day())
                } else if first.year() == last.year() {
                    long.trim_end_matches(char::is_numeric).trim_end().to_owned()
                } else {
                    long
                };
                let weekday = self.dates.weekday(first);
                format!("von {weekday}, dem {start}, bis {}", self.dates.dative(last))
            }
        }
    }
}

/// What a person wrote, with no-break spaces where typography wants them.
pub fn shown(words: impl Display) -> String {
    protect(&words.to_string())
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::text::Language::{self, English, German};
    use crate::text::{ClockStyle, DateStyle, plain};

    /// The words of a network without a style of its own.
    pub(super) fn plain_style(language: Language) -> Words {
        let dates = DateStyle { language, ..DateStyle::default() };
        let clock = ClockStyle { language, ..ClockStyle::default() };
        Words { language, dates, clock }
    }

    #[test]
    fn days_stand_in_sentences() {
        let cases = [
            (
                "2024-09-24",
                "2024-09-24",
                "am Dienstag, dem 24. September 2024",
                "on Tuesday, 24 September 2024",
            ),
            (
                "2024-04-21",
                "2024-04-23",
                "von Sonntag, dem 21., bis Dienstag, dem 23. April 2024",
                "from Sunday 21 to Tuesday 23 April 2024",
            ),
            (
                "2024-04-30",
                "2024-05-01",
                "von Dienstag, dem 30. April, bis Mittwoch, dem 1. Mai 2024",
                "from Tuesday 30 April to Wednesday 1 May 2024",
            ),
            (
                "2024-12-31",
                "2025-01-01",
                "von Dienstag, dem 31. Dezember 2024, bis Mittwoch, dem 1. Januar 2025",
                "from Tuesday 31 December 2024 to Wednesday 1 January 2025",
            ),
        ];
        for (first, last, german, english) in cases {
            let (first, last) = (first.parse().unwrap(), last.parse().unwrap());
            for (language, expected) in [(German, german), (English, english)] {
                let words = plain_style(language).days_in_sentence(first, last);
                assert_eq!(plain(&words), expected);
            }
        }
    }

    #[test]
    fn quotation_marks_nest() {
        assert_eq!(plain_style(German).quoted("AG „Mitte“"), "„AG ‚Mitte‘“");
        assert_eq!(plain_style(English).quoted("The “Middle”"), "“The ‘Middle’”");
        assert_eq!(plain_style(English).quoted("AG „Mitte“"), "“AG ‘Mitte’”");
    }
}
