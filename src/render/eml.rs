//! Mails as files (RFC 5322), to be opened, looked at and sent by a mail program.
//!
//! The same mail gives the same bytes: Message-ID and Date come from the caller, and what parts a
//! message from its enclosures follows from its Message-ID. Headers are ASCII (RFC 2047), lines end
//! with CR LF, and no text of anybody's can begin a header of its own.

mod enclosure;
mod fault;
mod header;

use chrono::{DateTime, FixedOffset};
use lettre::Message;
use lettre::message::SinglePart;
use lettre::message::header::ContentType;

use crate::text::Language;
pub use enclosure::{Attachment, Enclosures, Invite, names_in_mail};
use enclosure::{Content, content, printable};
pub use fault::MailFault;
pub use header::Correspondent;
use header::{ContentLanguage, Unsent, mailbox, one_line};

/// A mail to one person.
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

/// `mail` as the bytes of an `.eml` file, with nothing but its text.
///
/// # Errors
/// If an address is none.
pub fn eml(mail: &Mail) -> Result<Vec<u8>, MailFault> {
    eml_with(mail, &Enclosures::default())
}

/// `mail` with what goes with its text: multipart/mixed of multipart/alternative (text, HTML,
/// calendar; RFC 6047) and the attachments.
///
/// `X-Unsent` makes Outlook open it as a draft. Quoted-printable keeps the file readable.
///
/// # Errors
/// If an address is none.
pub fn eml_with(mail: &Mail, enclosures: &Enclosures<'_>) -> Result<Vec<u8>, MailFault> {
    let message = Message::builder()
        .from(mailbox(&mail.from)?)
        .to(mailbox(&mail.to)?)
        .subject(one_line(&mail.subject))
        .date(mail.date.into())
        .message_id(Some(format!("<{}>", mail.message_id)))
        .header(ContentLanguage(mail.language.code().to_owned()))
        .header(Unsent);
    let text = SinglePart::builder()
        .header(ContentType::TEXT_PLAIN)
        .body(printable(mail.body.replace("\r\n", "\n"))?);
    let message = match content(text, &mail.message_id, enclosures)? {
        Content::Text(text) => message.singlepart(text),
        Content::Parts(parts) => message.multipart(parts),
    };
    let message = message.map_err(|error| MailFault::Unwritable(error.to_string()))?;
    Ok(message.formatted())
}

#[cfg(test)]
mod tests;
