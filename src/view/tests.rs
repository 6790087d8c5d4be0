//! What all answers have in common.

pub(super) mod answers;
