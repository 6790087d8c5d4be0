//! TOML text becomes checked values, or all findings of all files at once.
//!
//! A file is parsed with recovery and walked field by field ([`fields`]), so that one fault hides
//! no other. Files that others point at are read first ([`directory`]).

mod calendar;
mod city;
mod contact;
mod decode;
mod directory;
mod fields;
mod meeting;
mod network;
mod person;
mod reply;
mod rotation;
mod session;
mod time;
mod value;
mod venue;
mod workspace;

pub use value::parse_date;
pub use workspace::{Reading, read};
