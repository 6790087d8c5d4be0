//! What takes letters and brings them on their way: a mail server or a program.

/// A mail and its envelope.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// The address that it comes from, in ASCII.
    pub from: &'a str,
    /// The one address that it goes to, in ASCII.
    pub to: &'a str,
    /// The mail (RFC 5322), lines ending with CR LF.
    pub content: &'a [u8],
}

/// What became of a letter, with the transport's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was taken.
    Taken(String),
    /// It was not taken, and the transport said so. Others may be.
    Refused(String),
    /// It was not taken, for the transport was lost before it could be.
    Lost(String),
    /// It was not taken, and no other will be.
    Barred(String),
    /// Nobody knows whether it was taken.
    Unsure(String),
}

/// Takes letters one after the other.
pub trait Transport {
    /// Gets ready for the first letter.
    ///
    /// # Errors
    /// With the transport's own words, or the system's.
    fn open(&mut self) -> Result<(), String>;

    /// Carries a letter.
    fn deliver(&mut self, letter: &Letter<'_>) -> Outcome;

    /// Says that there are no more.
    fn close(&mut self);
}
