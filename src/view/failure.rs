//! What keeps a command from an answer, as data.

use serde::Serialize;

use super::finding::Finding;

/// Why a command ended as it did: the one object on standard error of whoever asked for JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Failure {
    /// The exit status: 1 for problems in data or request, 2 for wrong usage, 3 for what failed outside,
    /// 130 for whoever gave up.
    pub status: u8,
    /// What is wrong, warnings too.
    pub findings: Vec<Finding>,
    /// What was said beside, a paragraph each.
    pub notes: Vec<String>,
}
