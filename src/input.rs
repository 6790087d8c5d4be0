//! TOML text becomes checked values, or all findings of all files at once.
//!
//! A file is parsed with recovery and walked field by field ([`fields`]), so that one fault hides
//! no other. Files that others point at are read first ([`directory`]).

mod action;
mod attendance;
mod calendar;
mod checklist;
mod city;
mod comparison;
mod contact;
mod date_rules;
mod decode;
mod directory;
pub mod docx;
mod draft;
pub mod edit;
mod fields;
pub mod incoming;
mod json;
mod key_labels;
mod key_names;
pub mod keys;
pub mod list;
mod logo;
mod mail;
mod meeting;
pub mod minutes;
mod names;
mod network;
pub mod outbox;
mod person;
mod plain;
mod problem;
mod published;
mod release;
mod reply;
mod rotation;
mod session;
mod submission;
mod tally;
mod time;
mod topic;
mod town_calendar;
mod value;
mod venue;
mod words;
mod workspace;

pub use comparison::{Compared, ComparedKey, ComparedValue, Fate, compared};
pub use directory::Ailing;
pub use draft::{MeetingDraft, NetworkDraft, TownDraft};
pub use key_labels::{english_label, german_label, german_value};
pub use key_names::{key_meant, key_names};
pub use mail::{Outgoing, mail_words, outgoing, read_mail, readdressed};
pub use names::split_names;
pub use problem::{ProblemReading, read_problem};
pub use published::add_published;
pub use tally::tally_text;
pub use time::{is_time, span};
pub use value::parse_date;
pub use words::words;
pub use workspace::{Reading, Resting, Unclear, read};

/// The files of a workspace; the first one makes a folder a workspace.
pub const FILES: &[&str] = &[
    "network.toml",
    "cities.toml",
    "venues.toml",
    "contacts.toml",
    "rotation.toml",
    "actions.toml",
    "topics.toml",
    "templates/style.css",
    "templates/labels.typ",
    "templates/letter.typ",
    "templates/signs.typ",
    "templates/programme.typ",
];

/// The folders of a workspace and the ending of the files in them that are read.
pub const FOLDERS: &[(&str, &str)] = &[
    ("calendar", "toml"),
    ("calendar", "ics"),
    ("meetings", "toml"),
    ("replies", "toml"),
    ("minutes", "md"),
    ("templates/de", "md"),
    ("templates/en", "md"),
];
