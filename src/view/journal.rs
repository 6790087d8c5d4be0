//! The changes of a workspace that the journal keeps.

use serde::Serialize;

/// A change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct JournalEntry {
    /// Its number, by which the journal calls it.
    pub number: u64,
    /// When it was made, as RFC 3339 writes it.
    pub at: String,
    /// The command that made it.
    pub command: String,
    /// Whether it can be taken back, once those after it are.
    pub undoable: bool,
    /// Whether it was taken back.
    pub taken_back: bool,
    /// The files and folders that it was about.
    pub files: Vec<ChangedFile>,
}

/// A file or folder of a change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ChangedFile {
    /// Its path below the workspace.
    pub path: String,
    /// What became of it.
    pub change: JournalKind,
}

/// What became of a file or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum JournalKind {
    /// It says something else.
    Changed,
    /// It was made.
    Made,
    /// It is gone.
    Removed,
}
