//! How values of arguments are read: a word of a set, a day.

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::text::{Day, Vocabulary};

/// Reads one of `members`, by the word that is written or by another of its own.
pub(super) fn choice<T: Vocabulary + Send + Sync>(
    members: &[T],
) -> impl TypedValueParser<Value = T> + use<T> {
    let written = members.iter().map(|member| member.word());
    let others = members.iter().flat_map(|member| &member.words()[1..]).copied();
    let parser = PossibleValuesParser::new(written.chain(others).collect::<Vec<_>>());
    parser.try_map(|word| T::understand(&word).ok_or("a word of no member"))
}

/// Reads a day as people write it, which may depend on today.
pub(super) fn any_day(words: &str) -> Result<Day, String> {
    Day::read(words).ok_or_else(|| "2026-03-01".to_owned())
}

/// Reads a day that is the same whatever day it is today.
pub(super) fn day(words: &str) -> Result<NaiveDate, String> {
    let day = Day::read(words).and_then(|day| day.fixed());
    day.ok_or_else(|| "2026-03-01".to_owned())
}
