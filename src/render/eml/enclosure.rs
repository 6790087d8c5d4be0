//! What goes with the text of a mail: the same as HTML, a calendar, files.

use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType};
use lettre::message::{Body, MultiPart, MultiPartKind, SinglePart};

use super::fault::MailFault;
use crate::text::fingerprint;
use crate::view::Method;

/// The name of the calendar among the attachments.
const INVITE: &str = "invite.ics";

/// What goes with the text of a mail.
#[derive(Clone, Copy, Debug, Default)]
pub struct Enclosures<'a> {
    /// The text as a page.
    pub html: Option<&'a str>,
    /// What the recipient's calendar is told; it is attached as a file too, for programs that pass
    /// over the part.
    pub invite: Option<Invite<'a>>,
    /// Files.
    pub attachments: &'a [Attachment],
}

/// A calendar that is sent (RFC 6047).
#[derive(Clone, Copy, Debug)]
pub struct Invite<'a> {
    /// What it asks for.
    pub method: Method,
    /// The calendar.
    pub calendar: &'a str,
}

/// A file that goes with a mail, encoded once for all mails that it goes with.
#[derive(Clone, Debug)]
pub struct Attachment {
    name: String,
    kind: ContentType,
    body: Body,
}

impl Attachment {
    /// The file `bytes`, called `name`, of the media type `kind` ("application/pdf").
    ///
    /// # Errors
    /// If `name` is not made of ASCII letters, digits and `.-_`, which every mail program shows as
    /// they are, or if `kind` is no media type.
    pub fn new(name: &str, kind: &str, bytes: Vec<u8>) -> Result<Self, MailFault> {
        let unwritable = |what: &str| MailFault::Unwritable(what.to_owned());
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_plain) {
            return Err(unwritable(name));
        }
        let kind = ContentType::parse(kind).map_err(|_| unwritable(kind))?;
        let body = Body::new_with_encoding(bytes, ContentTransferEncoding::Base64);
        let body = body.map_err(|_| unwritable("base64"))?;
        Ok(Self { name: name.to_owned(), kind, body })
    }

    /// Of two files of one name programs keep the last, so it gets a name that is not among those `taken`:
    /// "plan.pdf", then "plan-2.pdf".
    fn name_beside(&self, taken: &[String]) -> String {
        let (stem, ending) = match self.name.rsplit_once('.') {
            Some((stem, ending)) => (stem, format!(".{ending}")),
            None => (self.name.as_str(), String::new()),
        };
        let mut name = self.name.clone();
        let mut number = 2_u32;
        while taken.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
            name = format!("{stem}-{number}{ending}");
            number += 1;
        }
        name
    }

    /// The part of a mail that it becomes.
    fn part(&self, taken: &mut Vec<String>) -> SinglePart {
        let name = self.name_beside(taken);
        let part = SinglePart::builder()
            .header(self.kind.clone())
            .header(ContentDisposition::attachment(&name))
            .body(self.body.clone());
        taken.push(name);
        part
    }
}

/// The names that `attachments` have in one mail, with a calendar entry or without.
pub fn names_in_mail(attachments: &[Attachment], has_calendar: bool) -> Vec<String> {
    let mut names: Vec<String> = has_calendar.then(|| INVITE.to_owned()).into_iter().collect();
    for attachment in attachments {
        names.push(attachment.name_beside(&names));
    }
    names.split_off(usize::from(has_calendar))
}

/// What a mail consists of.
pub(super) enum Content {
    Text(SinglePart),
    Parts(MultiPart),
}

/// `text` with its enclosures.
pub(super) fn content(
    text: SinglePart,
    message_id: &str,
    enclosures: &Enclosures<'_>,
) -> Result<Content, MailFault> {
    let Enclosures { html, invite, attachments } = *enclosures;
    let mut alternatives = vec![text];
    if let Some(html) = html {
        let body = printable(html.to_owned())?;
        alternatives.push(SinglePart::builder().header(ContentType::TEXT_HTML).body(body));
    }
    let mut files: Vec<SinglePart> = Vec::new();
    let mut names = Vec::new();
    if let Some(Invite { method, calendar }) = invite {
        let kind = format!("text/calendar; method={}; charset=utf-8", method.name());
        let kind = ContentType::parse(&kind).map_err(|_| MailFault::Unwritable(kind.clone()))?;
        let body = printable(calendar.to_owned())?;
        alternatives.push(SinglePart::builder().header(kind).body(body));
        let bytes = calendar.as_bytes().to_vec();
        files.push(Attachment::new(INVITE, "application/ics", bytes)?.part(&mut names));
    }
    files.extend(attachments.iter().map(|attachment| attachment.part(&mut names)));
    let boundary = |level: u32| boundary(message_id, level);
    let content = match <[SinglePart; 1]>::try_from(alternatives) {
        Ok([text]) => Content::Text(text),
        Err(alternatives) => {
            let parts = MultiPart::builder().kind(MultiPartKind::Alternative).boundary(boundary(2));
            Content::Parts(alternatives.into_iter().fold(parts.build(), MultiPart::singlepart))
        }
    };
    if files.is_empty() {
        return Ok(content);
    }
    let mixed = MultiPart::builder().kind(MultiPartKind::Mixed).boundary(boundary(1)).build();
    let mixed = match content {
        Content::Text(text) => mixed.singlepart(text),
        Content::Parts(parts) => mixed.multipart(parts),
    };
    Ok(Content::Parts(files.into_iter().fold(mixed, MultiPart::singlepart)))
}

/// Text in quoted-printable (RFC 2045, 6.7).
pub(super) fn printable(text: String) -> Result<Body, MailFault> {
    Body::new_with_encoding(text, ContentTransferEncoding::QuotedPrintable)
        .map_err(|_| MailFault::Unwritable("quoted-printable".to_owned()))
}

/// What parts the pieces of a mail. `=_` can stand in no piece: all are quoted-printable or base64
/// (RFC 2045, 6.7).
fn boundary(message_id: &str, level: u32) -> String {
    format!("=_{:016x}_{level}", fingerprint(message_id.bytes()))
}
