//! Who with a part in a programme has not agreed, or has declined.

use serde::Serialize;

use crate::domain::meeting::Meeting;
use crate::domain::session::{Absence, Certainty, Session};
use crate::domain::workspace::Workspace;
use crate::plan::programme::speaker::{PartOf, parts};
use crate::text::Language;
use crate::view::speaker::{name, title};

/// A part that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OpenPart {
    /// The key of the item.
    pub item: String,
    /// Its title.
    pub title: String,
    /// Who it is.
    pub person: String,
}

/// The parts in what takes place of those who are as certain as is `wanted`; of those who declined where
/// nobody else takes part, or where the programme still names them.
pub(super) fn open(
    workspace: &Workspace,
    meeting: &Meeting,
    wanted: Certainty,
    language: Language,
) -> Vec<OpenPart> {
    let takes_place = |session: &&Session| session.status != Certainty::Dropped;
    let of_session = |session: &Session| {
        let parts = parts(session);
        let is_left = |of: &PartOf<'_>| {
            let mut same = parts.iter().filter(|part| part.item == of.item);
            same.any(|part| part.person.status != Certainty::Dropped)
        };
        // Whoever was taken off has declined nothing.
        let is_wanted = |part: &&PartOf<'_>| {
            part.person.status == wanted && part.person.absence != Some(Absence::Withdrawn)
        };
        // Of whom a reply alone says so, somebody has to look what becomes of the item.
        let is_settled = |part: &PartOf<'_>| {
            wanted == Certainty::Dropped && part.person.absence.is_none() && is_left(part)
        };
        let part = |part: &PartOf<'_>| OpenPart {
            item: session.id.to_string(),
            title: title(meeting, session, language),
            person: name(workspace, part.person, language),
        };
        let found = parts.iter().filter(is_wanted).filter(|part| !is_settled(part));
        found.map(part).collect::<Vec<_>>()
    };
    meeting.sessions.iter().filter(takes_place).flat_map(of_session).collect()
}
