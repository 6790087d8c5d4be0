//! Mails as files (RFC 5322), to be opened, looked at and sent by a mail program.

use std::error::Error;
use std::fmt;

use chrono::{DateTime, FixedOffset};
use lettre::message::header::{
    ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue,
};
use lettre::message::{Body, Mailbox, SinglePart};
use lettre::{Address, Message};

use crate::text::{Language, plain};

/// A mail of plain text to one person.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Who writes.
    pub from: Correspondent,
    /// Who is written to.
    pub to: Correspondent,
    /// What it is about.
    pub subject: String,
    /// When it was made.
    pub date: DateTime<FixedOffset>,
    /// Its name among all mails, without angle brackets: `left@right`.
    pub message_id: String,
    /// The language of its text.
    pub language: Language,
    /// Its text.
    pub body: String,
}

/// A name with a mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correspondent {
    /// The name, if there is one to print.
    pub name: Option<String>,
    /// The address.
    pub address: String,
}

/// Why a mail could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This is no mail address.
    BadAddress(String),
    /// Something of the mail cannot stand in a file; why.
    Unwritable(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadAddress(address) => write!(formatter, "`{address}` is no mail address"),
            Self::Unwritable(reason) => formatter.write_str(reason),
        }
    }
}

impl Error for Fault {}

/// `mail` as the bytes of an `.eml` file: the same mail gives the same bytes.
///
/// `X-Unsent` makes Outlook open it as a draft. Quoted-printable keeps the file readable.
///
/// # Errors
/// If an address is none.
pub fn eml(mail: &Mail) -> Result<Vec<u8>, Fault> {
    let unwritable = |error: lettre::error::Error| Fault::Unwritable(error.to_string());
    let body = mail.body.replace("\r\n", "\n");
    let body = Body::new_with_encoding(body, ContentTransferEncoding::QuotedPrintable)
        .map_err(|_| Fault::Unwritable("quoted-printable".to_owned()))?;
    let message = Message::builder()
        .from(mailbox(&mail.from)?)
        .to(mailbox(&mail.to)?)
        .subject(one_line(&mail.subject))
        .date(mail.date.into())
        .message_id(Some(format!("<{}>", mail.message_id)))
        .header(ContentLanguage(mail.language.code().to_owned()))
        .header(Unsent)
        .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(body))
        .map_err(unwritable)?;
    Ok(message.formatted())
}

fn mailbox(correspondent: &Correspondent) -> Result<Mailbox, Fault> {
    let address: Address = correspondent
        .address
        .parse()
        .map_err(|_| Fault::BadAddress(correspondent.address.clone()))?;
    Ok(Mailbox::new(correspondent.name.as_deref().map(one_line), address))
}

/// Headers cannot hold line ends: the mail library would panic on one. A no-break space would only
/// force an encoding on words that need none.
fn one_line(words: &str) -> String {
    plain(words).split(char::is_control).collect::<Vec<_>>().join(" ")
}

#[derive(Clone)]
struct ContentLanguage(String);

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

#[derive(Clone)]
struct Unsent;

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
