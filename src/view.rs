//! Answers as plain serialisable data: what `--json` prints and templates see.
//!
//! Dates and times come twice: as data (`2024-09-24`) and as the words of the document's language.

pub mod programme;
