//! Every key of every file of a workspace: where it stands, what its value is, and what it means.
//!
//! What is read stands in the readers beside this; `tests/it/keys/known.rs` holds that they know the
//! same keys as these tables. The handbook is made from them.

mod key;
mod meeting;
mod network;
mod others;
mod places;
mod session;

pub use key::{Key, KeyedFile, KeyedTable, Kind};

/// The files of a workspace with keys, in the order in which one meets them.
pub const KEYED_FILES: &[KeyedFile] = &[
    network::FILE,
    places::CITIES,
    places::VENUES,
    places::CONTACTS,
    meeting::FILE,
    others::ROTATION,
    others::CALENDAR,
    others::REPLIES,
];
