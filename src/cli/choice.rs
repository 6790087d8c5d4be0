//! Arguments that choose from a set of words.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::text::Vocabulary;

/// Reads one of `members`, by the word that is written or by another of its own.
pub(super) fn choice<T: Vocabulary + Send + Sync>(
    members: &[T],
) -> impl TypedValueParser<Value = T> + use<T> {
    let written = members.iter().map(|member| member.word());
    let others = members.iter().flat_map(|member| &member.words()[1..]).copied();
    let parser = PossibleValuesParser::new(written.chain(others).collect::<Vec<_>>());
    parser.try_map(|word| T::understand(&word).ok_or("a word of no member"))
}
