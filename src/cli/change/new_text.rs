//! What a file of the workspace is to say.

/// The new text of a file, by its path below the workspace; one that is empty is removed.
#[derive(Clone)]
pub(in crate::cli) struct NewText {
    pub(in crate::cli) path: String,
    pub(in crate::cli) text: String,
}
