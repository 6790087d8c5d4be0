//! What an entry of German help is, and the words that several commands share.

/// Place, argument, short and long text.
pub(super) type Entry = (&'static str, &'static str, &'static str, &'static str);

pub(super) const PAPER: &str = "Papier des PDF: a4 oder a5 [sonst: a4]";
pub(super) const LARGE: &str = "Das PDF in großer Schrift setzen (18 Punkt)";
pub(super) const ONE_PAGE: &str =
    "Das PDF auf eine Seite bringen, oder nennen, was keinen Platz hat";
