//! Changes to a file that a person wrote: text in, text out.
//!
//! A change is a list of operations on keys and entries, and one function knows what takes such a list
//! back. Each is done where it belongs and nowhere else: comments, order, layout, line ends and a byte
//! order mark stay as they are, to the byte.

use chrono::NaiveDate;
use toml_edit::Value;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::change::NotEntries;
use crate::source::{FileId, Origin};

mod attendance;
mod entry;
mod listed;
mod meeting;
mod notes;
mod operation;
mod outline;
mod reference;
mod release;
mod reply;
mod rotation;
mod set;
mod wiring;

pub use attendance::{AttendanceEdit, set_attendance, set_towns};
pub use entry::{Addition, add_entry, count_of, move_entry, path_to, remove_entry};
pub use listed::{EntryChange, add_entries, key_lines, meeting_file, set_entries, set_meeting};
pub use meeting::{
    Cause, cancel, exchange_hosts, hold, invite, postpone, undo_cancel, undo_postpone,
};
pub use notes::remove_notes;
pub use operation::{Applied, Bytes, Entry, Key, Operation, State, apply, inverse};
pub use outline::Section;
pub use reference::{references, rename};
pub(in crate::input) use release::checksum_of;
pub use release::{NewRelease, add_release};
pub use reply::{NewReply, set_replies};
pub use rotation::{Agreement, NewSkip, add_skip, add_swap, remove_skip, remove_swap};
pub use set::{Spot, has_key, is_value, set};
pub use wiring::{is_bare, with_schema};

/// A text as TOML 1.0 writes it.
pub fn quoted(value: &str) -> String {
    Value::from(value).to_string()
}

/// A date as files write it.
fn written(date: NaiveDate) -> String {
    date.to_string()
}

/// Refuses files whose entries stand in a list: `history = [{ … }]`. TOML allows no entries of
/// their own beside it.
fn refuse_lists(file: FileId, text: &str, kinds: &[&'static str]) -> Result<(), Diagnostic> {
    let outline = outline::Outline::new(text);
    let list = kinds.iter().find_map(|kind| Some((kind, outline.inline(kind)?)));
    list.map_or(Ok(()), |(kind, span)| {
        Err(Diagnostic::at(Origin::new(file, span), NotEntries { kind }))
    })
}
