//! The headers of a mail.

use std::error::Error;

use lettre::Address;
use lettre::message::Mailbox;
use lettre::message::header::{Header, HeaderName, HeaderValue};

use super::fault::MailFault;
use crate::text::{plain, wire_address};

/// The most characters of a header's text: no program shows more, and a word of this length still
/// fits a line (998 octets; RFC 5322, 2.1.1).
const LONGEST: usize = 600;

/// A name with a mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correspondent {
    /// The name, if there is one to print.
    pub name: Option<String>,
    /// The address.
    pub address: String,
}

pub(super) fn mailbox(correspondent: &Correspondent) -> Result<Mailbox, MailFault> {
    let bad = || MailFault::BadAddress(correspondent.address.clone());
    let address: Address = wire_address(&correspondent.address)
        .and_then(|address| address.parse().ok())
        .ok_or_else(bad)?;
    let name = correspondent.name.as_deref().map(one_line).filter(|name| !name.is_empty());
    Ok(Mailbox::new(name, address))
}

/// Headers cannot hold line ends: the mail library would panic on one. A no-break space would only
/// force an encoding on words that need none.
pub(super) fn one_line(words: &str) -> String {
    let ends =
        |character: char| character.is_control() || matches!(character, '\u{2028}' | '\u{2029}');
    let line = plain(words).split(ends).collect::<Vec<_>>().join(" ");
    let line = line.trim();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// In which language a mail is (RFC 3282).
#[derive(Clone)]
pub(super) struct ContentLanguage(pub(super) String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(value: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self(value.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// That the mail is a draft.
#[derive(Clone)]
pub(super) struct Unsent;

impl Header for Unsent {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("X-Unsent")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "1".to_owned())
    }
}
