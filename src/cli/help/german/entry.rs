//! What an entry of German help is.

/// Place, argument, short and long text.
pub(super) type Entry = (&'static str, &'static str, &'static str, &'static str);
