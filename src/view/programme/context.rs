//! What the parts of a programme are worded from.

use super::edition::Edition;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan::programme::timetable::Timetable;
use crate::view::words::Words;

/// What every part of the programme is worded from.
pub(super) struct Context<'w> {
    pub(super) workspace: &'w Workspace,
    pub(super) meeting: &'w Meeting,
    pub(super) words: Words,
    pub(super) edition: Edition,
    /// When everything is; only for the run sheet.
    pub(super) timetable: Option<Timetable>,
}

/// The parts that are there, with commas between them.
pub(super) fn joined(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
