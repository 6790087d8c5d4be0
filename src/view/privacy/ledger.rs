//! What the ledger of the outbox tells of somebody.

use chrono::{DateTime, FixedOffset};
use serde::{Serialize, Serializer};

use super::sought::Sought;
use crate::domain::outbox::{Entry, Event};
use crate::plan::post::data_subject::Subject;
use crate::source::Located;
use crate::view::finding::{FilePlace, place};

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LedgerLine {
    /// When it was written.
    pub at: DateTime<FixedOffset>,
    /// What happened: a state of a mail, or `discarded`.
    #[serde(serialize_with = "event")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub event: Event,
    /// The path of the mail below the outbox.
    pub path: String,
    /// The server's words.
    pub words: Option<String>,
    /// Where it stands.
    pub place: FilePlace,
}

/// An event as the ledger says it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde hands it over")]
fn event<S: Serializer>(event: &Event, serializer: S) -> Result<S::Ok, S::Error> {
    event.word().serialize(serializer)
}

/// The lines about `subject`: those of mails to them, by their paths, and those with an address of theirs.
pub(super) fn lines(
    subject: &Subject,
    sought: Sought<'_>,
    is_mail: impl Fn(&str) -> bool,
) -> Vec<LedgerLine> {
    let is_own = |entry: &Entry| {
        is_mail(&format!("outbox/{}", entry.path))
            || subject.is_file_of(&entry.path)
            || entry.words.as_ref().is_some_and(|words| subject.has_mail_in(words.as_str()))
    };
    let own = sought.ledger.iter().filter(|entry| is_own(&entry.value));
    own.map(|Located { value: entry, origin }| LedgerLine {
        at: entry.at,
        event: entry.event,
        path: entry.path.clone(),
        words: entry.words.as_ref().map(ToString::to_string),
        place: place(*origin, sought.outbox_sources),
    })
    .collect()
}
