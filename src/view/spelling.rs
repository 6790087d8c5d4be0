//! Members of vocabularies in answers: written by their words, and types until then.

use serde::Serializer;

use crate::text::Vocabulary;

/// Writes a member by its word.
pub(super) fn word<T: Vocabulary, S: Serializer>(member: &T, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(member.word())
}

/// Writes a member that may be absent.
#[expect(clippy::ref_option, reason = "as serde hands it over")]
pub(super) fn word_if_any<T: Vocabulary, S: Serializer>(
    member: &Option<T>,
    to: S,
) -> Result<S::Ok, S::Error> {
    match member {
        Some(member) => to.serialize_some(member.word()),
        None => to.serialize_none(),
    }
}
