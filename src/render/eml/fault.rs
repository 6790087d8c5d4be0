//! Why a mail could not be made.

use std::error::Error;
use std::fmt;

/// Why a mail could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailFault {
    /// This is no mail address.
    BadAddress(String),
    /// Something of the mail cannot stand in a file; why.
    Unwritable(String),
}

impl fmt::Display for MailFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadAddress(address) => write!(formatter, "`{address}` is no mail address"),
            Self::Unwritable(reason) => formatter.write_str(reason),
        }
    }
}

impl Error for MailFault {}
