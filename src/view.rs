//! Answers as plain serialisable data: what `--json` prints and templates see.
//!
//! Dates and times come twice: as data (`2024-09-24`) and as the words of the document's language.

pub mod account;
pub mod action;
pub mod attendance;
pub mod badges;
pub mod calendar;
pub mod changes;
pub mod city;
pub mod contact;
pub mod dates;
pub mod documents;
pub mod export;
pub mod failure;
pub mod filing;
pub mod finding;
pub mod handbook;
pub mod handover;
pub mod import;
pub mod item;
pub mod journal;
pub mod letter;
pub mod logistics;
pub mod mailing;
pub mod meeting;
pub mod merge;
pub mod minutes;
pub mod next_host;
mod number;
pub mod outbox;
pub mod people;
pub mod placeholders;
pub mod plan;
pub mod press_text;
pub mod privacy;
pub mod programme;
pub mod purge;
pub mod recipient;
pub mod release;
pub mod replies;
pub mod report;
pub mod rooms;
pub mod salutation;
pub mod search;
pub mod site;
pub mod speaker;
mod spelling;
pub mod status;
#[cfg(test)]
mod tests;
pub mod topic;
pub mod topic_answers;
pub mod venue;
mod whereabouts;
pub mod words;

pub use crate::domain::attendance::Presence;
pub use crate::domain::badges::LabelSheet;
pub use crate::domain::meeting::Status;
pub use crate::domain::outbox::{Event, State};
pub use crate::domain::reply::ReplyAnswer;
pub use crate::domain::session::Role;
pub use crate::plan::actions::Standing;
pub use crate::plan::checklist::Progress;
pub use crate::plan::post::calendar_entry::{EntryStatus, EntryTime};
pub use crate::plan::post::document_kind::{DocumentKind, Filling, Naming, Stock};
pub use crate::plan::post::exchange::Method;
