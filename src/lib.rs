//! `erfa` organises networks whose meetings travel: each meeting is hosted by another member.
//!
//! Everything a coordinator knows stands in a folder of TOML files that people read, edit and keep
//! in git. From these files the program says who hosts next and why, checks and prints programmes,
//! and writes invitations. There is no server, no account and no hidden database.
//!
//! # How data flows
//!
//! `system` reads → `input` checks → `domain` → `plan` decides → `view` answers → `document` words
//! → `render` encodes → `cli` hands the bytes to `system`.
//!
//! | layer | what it is |
//! |---|---|
//! | [`text`] | words: lists, counts, the nearest name, slugs, German and English dates |
//! | [`source`] | files as text, and the place a value comes from |
//! | [`diagnostic`] | a finding: typed facts, places, and words in the user's language |
//! | [`domain`] | what a network is made of, as values that cannot be wrong |
//! | [`plan`] | decisions: turns and accounts, who hosts next, days that suit all, clashes |
//! | [`input`] | TOML text becomes domain values or all findings; changes to a file's text |
//! | [`view`] | answers as plain serialisable data |
//! | [`document`] | a document as blocks, made from a template and a view |
//! | [`render`] | one file a format: document or view becomes bytes |
//! | [`system`] | the only door to files, environment, clock, terminal, network and programs |
//! | [`cli`] | one file a command: its arguments beside what it does |
//!
//! A layer uses those above it in this table that it needs, never one below; `text`, `source` and
//! `diagnostic` are open to all. No two files use each other. The test `tests/it/tidy.rs` holds this.
//!
//! # What is absent on purpose
//!
//! `domain` sees no files, no clock and no formats. `document` and `render` do not see `domain`,
//! `plan`, `input` or `system`. `system` knows nothing of meetings. Nothing but `system` reads the
//! clock, the environment or a file, or speaks to a server. No output depends on the order of a hash
//! map or on the locale, save help, findings and the headings of tables.
//!
//! # Where things go
//!
//! * A new command: one file in `cli/`, a variant of its `Command` in a group, German words in
//!   `cli/help/german.rs`, examples in `cli/help/examples.rs`, a test in `tests/it/`.
//! * A new answer as JSON: its type in `view/`, its line in `view/tests/answers.rs` and `cli/schema/answers.rs`, and
//!   the schema that `SNAPSHOTS=overwrite` writes into `data/schema/`.
//! * A new finding: one entry in a file of `diagnostic/`, its smallest bad file in `tests/errors/`
//!   and its row in `diagnostic/smallest.rs`.
//! * A new word to choose from (a kind of session, a status, a role): its vocabulary in `domain/`;
//!   the compiler names all that must have an answer for it.
//! * A new key of a file: `domain/`, then `input/` and its line in `input/keys/`, then
//!   `examples/netzwerk-flusstal`; whoever takes a value apart without `..` is named by the compiler.
//! * A new decision: `plan/`, in the folder of what it decides; its words in `view/`.
//! * A public holiday: `plan/dates/law.rs`, with its law; a region of which holidays are known:
//!   `domain/region.rs`.
//! * A new way for mails to go out: a `Transport` in `system/`, and who hands them over in `cli/`.
//! * A new document: its templates in `data/templates/`, its row in `plan/post/document_kind.rs`; one
//!   about no meeting has an answer of its own (`Filling`), as a year and the handover have.
//! * A new paper in the file of a meeting: `plan/filing.rs`, behind the others: numbers stay.
//! * A new format: one file in `render/` and its row in `render.rs`.
//! * A new chapter of the handbook: its texts in `data/handbook/`, its row in `document/handbook.rs`.
//! * A new kind of name that shells complete: a `Source` in `cli/complete/names.rs`.
//!
//! # Words of the house
//!
//! | word | what is meant |
//! |---|---|
//! | turn | a meeting that counts for the rotation |
//! | account | what the network owes a town, in turns; it wants to be nought |
//! | slot | a turn that has no host yet |
//! | pin, wish | a host that is fixed for a slot; one that would be liked there |
//! | standing | how a town stands when a slot is given away |
//! | gap, shortfall | the turns between two of one town; how many there are too few |
//! | release, version | a programme as it was given out, with a number |
//! | edition | a programme for certain readers: public, internal, run sheet |
//! | planning value | a time that nobody gave, marked with ≈ |
//! | region | the part of a country whose holidays a town keeps |
//! | series | an event of a town's calendar that recurs |
//! | finding | a [`diagnostic::Diagnostic`]: what is wrong, where, and the way out |
//! | origin | the place in a file that a value was read from |
//! | vocabulary | a closed set of words, with what files and people call each |
//! | merge data | what a template about a meeting is filled with |
//! | applicability | whether a document makes sense for a meeting now |
//! | filing, paper | the file of a meeting, put into a folder; what lies in it under its number |
//! | fate | what became of a meeting that a year was to hold |
//! | recipient | a person or an administration that is written to |
//! | notification | who must know that a meeting has changed |
//! | data subject | somebody who asks what is known of them (GDPR, Art. 15) |
//! | run, outbox | mails that were made together; where the runs lie |
//! | bounced | a mail that a server took and another one gave back |
//! | ledger | what became of every mail, line by line, never changed |
//! | transport, outcome | what takes a mail, and what it says became of it |
//! | workspace | the folder with a network's files, or what they say |

pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod domain;
pub mod input;
pub mod plan;
pub mod render;
pub mod source;
pub mod system;
pub mod text;
pub mod view;

#[cfg(test)]
mod example;
