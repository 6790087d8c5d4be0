//! The two languages the program speaks.

use std::fmt;

use super::vocabulary::{Vocabulary as _, vocabulary};

vocabulary! {
    /// A language of documents, findings and help, by its ISO 639-1 code.
    #[derive(Hash, PartialOrd, Ord, Default)]
    pub enum Language {
        /// German, the language of the network and the default.
        #[default]
        German = "de" => ("Deutsch", "German"),
        /// English, in British spelling and order of dates.
        English = "en" => ("Englisch", "English"),
    }
}

impl Language {
    /// Both languages, German first.
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// Returns the language for a POSIX or BCP 47 locale (`de_DE.UTF-8`, `de-AT`).
    ///
    /// Whatever begins with `de` in any case is German, anything else (`C`, the empty string)
    /// English.
    pub fn from_locale(locale: &str) -> Self {
        let is_german =
            locale.trim_start().get(..2).is_some_and(|head| head.eq_ignore_ascii_case("de"));
        if is_german { Self::German } else { Self::English }
    }

    /// Returns the language with the given ISO 639-1 code, exactly `de` or `en`.
    pub fn parse(code: &str) -> Option<Self> {
        Self::read(code)
    }

    /// The one of two values that fits it: German words, or English ones.
    pub fn pick<T>(self, german: T, english: T) -> T {
        match self {
            Self::German => german,
            Self::English => english,
        }
    }

    /// Returns the ISO 639-1 code: `de` or `en`.
    pub fn code(self) -> &'static str {
        self.word()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Language;
    use super::Language::{English, German};

    #[test]
    fn locales_name_a_language() {
        for locale in ["de", "de_DE.UTF-8", "de-AT", "DE_ch", "de@euro", "de:en", " de", "deu"] {
            assert_eq!(Language::from_locale(locale), German, "{locale}");
        }
        for locale in ["", "C", "POSIX", "en_GB.UTF-8", "nds_DE", "d", "dé", "€", "fr_DE"] {
            assert_eq!(Language::from_locale(locale), English, "{locale}");
        }
    }

    #[test]
    fn only_codes_are_read() {
        assert_eq!(["de", "en"].map(Language::parse), [Some(German), Some(English)]);
        for code in ["", "DE", "deutsch", "de-DE", " en"] {
            assert_eq!(Language::parse(code), None, "{code}");
        }
    }

    #[test]
    fn german_comes_first() {
        assert_eq!(Language::default(), German);
        assert_eq!(format!("{German}|{English:>3}"), "de| en");
    }
}
