//! Decisions: whose turn it is, which day suits, what a programme holds, who is written to.
//!
//! Pure functions of the domain: no files, no clock. Every answer keeps the places in files that it
//! rests on, so that it can be explained.

pub mod actions;
pub mod checklist;
pub mod dates;
pub mod distance;
pub mod filing;
pub mod import;
pub mod minutes;
pub mod naming;
pub mod post;
pub mod programme;
pub mod rotation;
pub mod search;
pub mod site;
pub mod topics;
pub mod usual_meeting;
pub mod year;
