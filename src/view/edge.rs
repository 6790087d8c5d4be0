//! Members of vocabularies become words where an answer is serialised, and no earlier.

use serde::{Serialize as _, Serializer};

use crate::text::Vocabulary;

/// A member as its word.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde hands it over")]
pub(super) fn word<T: Vocabulary, S: Serializer>(
    member: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    member.word().serialize(serializer)
}

/// A member as its word, if there is one.
#[expect(clippy::ref_option, reason = "as serde hands it over")]
pub(super) fn word_if_any<T: Vocabulary, S: Serializer>(
    member: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    member.map(T::word).serialize(serializer)
}
