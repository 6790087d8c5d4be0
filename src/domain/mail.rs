//! A mail as people see it.

/// A mail that was read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    /// Who writes, with name and address.
    pub from: String,
    /// Who is written to, with name and address.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// Its files, each with its size in bytes.
    pub files: Vec<(String, usize)>,
}
