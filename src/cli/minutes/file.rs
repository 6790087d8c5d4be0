//! Where minutes stand, and what they rest on.

use crate::cli::reads::Reads;
use crate::domain::id::Id;

/// What they rest on.
pub(super) const READS: Reads = Reads::of(&[]);

/// Where the minutes of a meeting stand.
pub(super) fn path_of(meeting: &Id) -> String {
    format!("minutes/{meeting}.md")
}
