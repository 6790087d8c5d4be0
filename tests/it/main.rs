//! The program as a whole: each file runs `erfa` for one subject, through the builder in `harness`.
//!
//! Expected output stands in the tests (`str![[…]]`) or in files beside them, and is compared
//! whole. `SNAPSHOTS=overwrite cargo test` writes it anew: read the difference before you commit.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests prepare files of their own, and a broken test may stop at once"
)]

mod agendas;
mod check;
mod errors;
mod examples;
mod harness;
mod help;
mod readme;
mod robustness;
mod tidy;
