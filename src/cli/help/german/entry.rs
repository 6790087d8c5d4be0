//! What an entry of German help is.

/// The place of what several commands have in common.
pub(in crate::cli::help) const ANYWHERE: &str = "*";

/// Place, argument, short and long text.
pub(super) type Entry = (&'static str, &'static str, &'static str, &'static str);
