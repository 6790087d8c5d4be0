//! How values of arguments are read: a word of a set, a day.

use std::ffi::OsStr;
use std::fmt;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command};

use crate::text::{DateStyle, Day, Language, Vocabulary};

/// Reads one of `members`, by the word that is written, by another of its own, or by what people call it.
pub(super) fn choice<T: Vocabulary + Send + Sync>(
    members: &[T],
) -> impl TypedValueParser<Value = T> + use<T> {
    let written = members.iter().map(|member| member.word());
    let others = members.iter().flat_map(|member| &member.words()[1..]).copied();
    let words = PossibleValuesParser::new(written.chain(others).collect::<Vec<_>>());
    Choice { members: members.to_vec(), words }
}

/// A word of a set.
#[derive(Clone)]
struct Choice<T> {
    members: Vec<T>,
    words: PossibleValuesParser,
}

impl<T: Vocabulary + Send + Sync> TypedValueParser for Choice<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<T, clap::Error> {
        let spoken = value.to_str().and_then(T::spoken);
        if let Some(member) = spoken.filter(|member| self.members.contains(member)) {
            return Ok(member);
        }
        let word = self.words.parse_ref(command, argument, value)?;
        let unknown = || clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
        T::understand(&word).ok_or_else(unknown)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.words.possible_values()
    }
}

/// Reads a day as people write it, which may depend on today.
pub(super) fn any_day(words: &str) -> Result<Day, NoDay> {
    Day::read(words).ok_or_else(|| NoDay { contradicted: Day::contradicted(words) })
}

/// That words name no day.
#[derive(Debug)]
pub(super) struct NoDay {
    /// The day that they name beside a weekday that it is not.
    contradicted: Option<NaiveDate>,
}

impl NoDay {
    /// What is wrong with `words`.
    pub(super) fn message(&self, words: &str, language: Language) -> String {
        let day = self.contradicted.map(|day| DateStyle::of(language).full(day));
        match (day, language) {
            (Some(day), Language::German) => {
                format!("`{words}` passt nicht zusammen: Das ist {day}")
            }
            (Some(day), Language::English) => {
                format!("`{words}` contradicts itself: that is {day}")
            }
            (None, Language::German) => format!("`{words}` ist kein Kalendertag"),
            (None, Language::English) => format!("`{words}` is not a calendar day"),
        }
    }

    /// How days are written.
    pub(super) fn examples(language: Language) -> &'static str {
        language.pick(
            "zum Beispiel 11.6.2027, Fr 11.6.27, 11. Juni, nächsten Dienstag oder in 3 Wochen",
            "for example 2027-06-11, 11 June 2027, June 11, next Tuesday or in 3 weeks",
        )
    }
}

impl fmt::Display for NoDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no calendar day")
    }
}

impl std::error::Error for NoDay {}
