//! Who has a mail of a kind about a meeting already.

use std::collections::HashMap;

use crate::domain::meeting::Meeting;
use crate::domain::outbox::{Outbox, RunName, State};
use crate::plan::post::document_kind::{Again, DocumentKind};
use crate::text::{Vocabulary as _, address_key};

/// Who has got a mail of a kind, or will get it, and in which run.
#[derive(Debug, Default)]
pub struct Had<'o> {
    by_person: HashMap<&'o str, &'o RunName>,
    by_address: HashMap<String, &'o RunName>,
}

/// Who has a mail of `kind` about `meeting` that was not refused and did not come back. `version` is the one that holds
/// now; none if the meeting has changed since its last one.
pub fn had<'o>(
    outbox: &'o Outbox,
    meeting: &'o Meeting,
    kind: &str,
    version: Option<u32>,
) -> Had<'o> {
    let mut had = Had::default();
    // A document of the user's own goes to nobody twice.
    let again = DocumentKind::read(kind).map_or(Again::Never, |kind| kind.row().again);
    if matches!(again, Again::Always | Again::WhenDue) {
        return had;
    }
    for run in outbox.about(&meeting.id) {
        let told = run.version.value;
        let version_told = meeting.releases.iter().find(|release| release.number == told);
        let is_open = version_told.is_some_and(|release| release.facts.is_open());
        let is_another = again == Again::WhenChanged && version != Some(told);
        for message in &run.messages {
            let state = outbox.ledger.state(&run.path(message));
            if matches!(state, State::Failed | State::Bounced) {
                continue;
            }
            let (person, address) =
                (message.person.as_str(), address_key(message.mail.as_str()).unwrap_or_default());
            let is_kind = message.kind.as_str() == kind;
            if is_kind && !is_another {
                had.by_person.insert(person, &run.name);
                had.by_address.insert(address, &run.name);
            } else if is_open || DocumentKind::of(message).is_some_and(DocumentKind::says_farewell)
            {
                // Somebody may be invited anew after these.
                had.by_person.remove(person);
                had.by_address.remove(&address);
            }
        }
    }
    had
}

impl<'o> Had<'o> {
    /// The run in which somebody has it: under this key, else at this address.
    pub fn run(&self, person: &str, address: Option<&str>) -> Option<&'o RunName> {
        let at = || self.by_address.get(&address_key(address?)?);
        self.by_person.get(person).or_else(at).copied()
    }
}
