//! Mails as files (RFC 5322).

use mail_parser::{Address, MessageParser, MimeHeaders as _};

use crate::domain::mail::Mail;

mod outgoing;
mod readdress;
mod told;

pub use outgoing::{Outgoing, outgoing};
pub use readdress::readdressed;
pub use told::mail_words;

/// Reads a mail; none if the bytes are not one.
pub fn read_mail(bytes: &[u8]) -> Option<Mail> {
    let message = MessageParser::default().parse(bytes)?;
    let people = |address: Option<&Address<'_>>| {
        let people = address.into_iter().flat_map(Address::iter).map(|one| {
            let address = one.address().unwrap_or_default();
            one.name().map_or_else(|| address.to_owned(), |name| format!("{name} <{address}>"))
        });
        people.collect::<Vec<_>>().join(", ")
    };
    let file = |part: &mail_parser::MessagePart<'_>| {
        (part.attachment_name().unwrap_or_default().to_owned(), part.contents().len())
    };
    Some(Mail {
        from: people(message.from()),
        to: people(message.to()),
        subject: message.subject().unwrap_or_default().to_owned(),
        text: message.body_text(0).unwrap_or_default().replace("\r\n", "\n"),
        files: message
            .attachments()
            .filter(|part| part.attachment_name().is_some())
            .map(file)
            .collect(),
    })
}
