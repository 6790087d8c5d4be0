//! Why an item is not in an edition.

use crate::cli::failure::Findings;
use crate::diagnostic::reference::{self, UnknownReference};
use crate::diagnostic::request::{BadArgument, ItemNotTold};
use crate::domain::meeting::Meeting;
use crate::text::{MemberWords, Vocabulary as _, nearest};
use crate::view::item::only;
use crate::view::programme::{Edition, Programme};

/// What to say where `edition` has no item `id`: another edition may have it.
pub(super) fn not_there(
    id: &str,
    edition: Edition,
    meeting: &Meeting,
    tell: impl Fn(Edition) -> Programme,
) -> Findings {
    let id = id.to_owned();
    let wider = Edition::all().find(|edition| only(tell(*edition), &id).is_some());
    if let Some(teller) = wider {
        let (edition, teller) = (edition.word(), teller.word());
        return Findings::one(ItemNotTold { id, edition, teller });
    }
    let known = meeting.sessions.iter().map(|session| session.id.as_str());
    let near = nearest(&id, known.clone()).map(str::to_owned);
    if near.is_some() || meeting.sessions.is_empty() {
        return Findings::one(UnknownReference {
            kind: reference::ReferenceKind::Session,
            id,
            near,
            members: MemberWords::default(),
        });
    }
    // Before the first release most items have no id in the file.
    let known = known.collect::<Vec<_>>().join(", ");
    Findings::one(BadArgument {
        name: "--item".to_owned(),
        found: id,
        german: format!("es gibt {known}"),
        english: format!("there is {known}"),
    })
}
