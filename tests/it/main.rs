//! The program as a whole: each file runs `erfa` for one subject, through the builder in `harness`.
//!
//! Expected output stands in the tests (`str![[…]]`) or in files beside them, and is compared
//! whole. `SNAPSHOTS=overwrite cargo test` writes it anew: read the difference before you commit.

#![expect(
    clippy::disallowed_methods,
    clippy::needless_raw_string_hashes,
    clippy::unwrap_used,
    reason = "tests prepare files of their own, a broken test may stop at once, and snapbox writes \
              expectations with hashes"
)]

mod account;
mod action_reminder;
mod actions;
mod add;
mod agendas;
mod asked;
mod attended;
mod blocked;
mod bounds;
mod calendars;
mod cancel;
mod check;
mod claims;
mod complete;
mod conference;
mod conversation;
mod csv;
mod dates;
mod days;
mod devices;
mod dialogue;
mod editions;
mod edits;
mod errors;
mod examples;
mod examples_of_help;
mod export;
mod failures;
mod faults;
mod folder;
mod formats;
mod free_days;
mod fuzz;
mod handbook;
mod harness;
mod heads;
mod held;
mod help;
mod hours;
mod html;
mod ics;
mod import;
mod init;
mod journal;
mod kept_minutes;
mod keys;
mod letters;
mod mailboxes;
mod manner;
mod manual;
mod members;
mod minutes;
mod moved_back;
mod named;
mod narrow;
mod new;
mod newspaper;
mod next_host;
mod nights;
mod notices;
mod outbox;
mod papers;
#[cfg(feature = "pdf")]
mod pdf;
mod people;
mod pictures;
mod plan;
mod plan_problem;
mod postpone;
mod prints;
mod privacy;
mod published;
mod readme;
mod regions;
mod release;
mod release_calendar;
mod release_properties;
mod renames;
mod replies;
mod robustness;
mod run_sheet;
mod schema;
mod search;
mod send;
mod set;
mod sheets;
mod since;
mod site;
mod skip;
mod speaker;
mod statements;
mod status;
mod stones;
mod strangers;
mod swap;
mod tidy;
mod topic;
mod topic_survey;
mod topics;
mod truths;
mod undo;
mod wiring;
mod word;
mod workbooks;
mod write;
mod year;
