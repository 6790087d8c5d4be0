//! Who is expected at a meeting, for the list at the door.

use serde::Serialize;

use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan::post::guests as plan;
use crate::plan::post::reply::answers::Answers;

/// Somebody who is expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Guest {
    /// Town, else the body they come from.
    pub town: Option<String>,
    /// Titles and name; absent for a town that did not say whom it sends, and where replies were
    /// purged.
    pub name: Option<String>,
}

/// Who is expected at `meeting`, as [`plan::guests`] has it.
pub fn guests(workspace: &Workspace, meeting: &Meeting, answers: &Answers<'_>) -> Vec<Guest> {
    let shown = |guest: plan::Guest| Guest {
        town: guest.town(workspace).map(Line::to_string),
        name: guest.name,
    };
    plan::guests(workspace, meeting, answers).into_iter().map(shown).collect()
}
