//! Why an item is not in an edition.

use crate::cli::failure::Findings;
use crate::diagnostic::reference::{self, UnknownReference};
use crate::diagnostic::request::ItemNotTold;
use crate::domain::meeting::Meeting;
use crate::text::nearest;
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
    let wider = Edition::ALL.into_iter().find(|edition| only(tell(*edition), &id).is_some());
    if let Some(teller) = wider {
        let (edition, teller) = (edition.name(), teller.name());
        return Findings::one(ItemNotTold { id, edition, teller });
    }
    let known = meeting.sessions.iter().map(|session| session.id.as_str());
    let near = nearest(&id, known).map(str::to_owned);
    Findings::one(UnknownReference { kind: reference::Kind::Session, id, near })
}
