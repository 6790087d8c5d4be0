//! The documents that can be written, as data.

use serde::Serialize;

/// A document.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListedDocument {
    /// What commands call it.
    pub name: String,
    /// What it is.
    pub about: String,
}
