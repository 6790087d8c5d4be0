//! A draft becomes the mail that goes out: checked against its record, dated anew.

use chrono::{DateTime, FixedOffset};
use mail_parser::{Address, Header, HeaderName, MessageParser};

use crate::diagnostic::posting::Flaw;
use crate::domain::outbox::Message;
use crate::text::{address_key, wire_address};

/// The longest line of a mail, in octets without its end (RFC 5322, 2.1.1).
const LONGEST_LINE: usize = 998;

/// The headers that stand exactly once (RFC 5322, 3.6).
const ONCE: &[(HeaderName<'static>, &str)] = &[
    (HeaderName::From, "From"),
    (HeaderName::To, "To"),
    (HeaderName::Date, "Date"),
    (HeaderName::Subject, "Subject"),
    (HeaderName::MessageId, "Message-ID"),
];

/// The headers that would send a mail to others.
const COPIES: &[(HeaderName<'static>, &str)] = &[
    (HeaderName::Cc, "Cc"),
    (HeaderName::Bcc, "Bcc"),
    (HeaderName::ResentTo, "Resent-To"),
    (HeaderName::ResentCc, "Resent-Cc"),
    (HeaderName::ResentBcc, "Resent-Bcc"),
];

/// A header that old programs take for a recipient's.
const APPARENTLY: &str = "Apparently-To";

/// The header that says that a mail is a draft.
const UNSENT: &str = "X-Unsent";

/// A mail that can go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The address in `From`, in ASCII.
    pub from: String,
    /// The one in `To`, in ASCII.
    pub to: String,
    /// Its text: dated, no draft any more, every line ending with CR LF.
    pub content: Vec<u8>,
}

/// Makes the draft in `bytes` ready to go out at the time `date`.
///
/// # Errors
/// With what is wrong if it is not the mail that `record` tells of, or no server could take it. The
/// text may have been changed by hand; who gets it may not.
pub fn outgoing(
    bytes: &[u8],
    record: &Message,
    date: DateTime<FixedOffset>,
) -> Result<Outgoing, Flaw> {
    let text = str::from_utf8(bytes).map_err(|_| Flaw::Line)?;
    let content = with_line_ends(text).ok_or(Flaw::Line)?;
    let parsed = MessageParser::default().parse_headers(&content).ok_or(Flaw::NoMail)?;
    let headers = parsed.headers();
    if headers.is_empty() {
        return Err(Flaw::NoMail);
    }
    let named = |wanted: &HeaderName<'_>| headers.iter().filter(|one| one.name == *wanted).count();
    if let Some((_, name)) = ONCE.iter().find(|(header, _)| named(header) != 1) {
        return Err(Flaw::Header(name));
    }
    if let Some((_, name)) = COPIES.iter().find(|(header, _)| named(header) != 0) {
        return Err(Flaw::Copies(name));
    }
    let head = headers.iter().map(|one| one.offset_end).max().unwrap_or_default();
    if !content[..position(head)].is_ascii() {
        return Err(Flaw::NotAscii);
    }
    if headers.iter().any(|one| one.name.as_str().eq_ignore_ascii_case(APPARENTLY)) {
        return Err(Flaw::Copies(APPARENTLY));
    }
    if !is_head(&content[..position(head)]) {
        return Err(Flaw::NoMail);
    }
    let from = sole_address(parsed.from()).ok_or(Flaw::Header("From"))?;
    let expected = || Flaw::Recipient { expected: record.mail.to_string() };
    let to = sole_address(parsed.to()).ok_or_else(expected)?;
    if address_key(&to) != address_key(record.mail.as_str()) {
        return Err(expected());
    }
    if parsed.message_id() != Some(record.message_id.as_str()) {
        return Err(Flaw::MessageId);
    }
    let content = rewritten(&content, headers, date);
    Ok(Outgoing { from, to, content })
}

/// Every line ends with CR LF, whatever an editor has made of it; none if a line is too long or holds
/// what no line may.
fn with_line_ends(text: &str) -> Option<Vec<u8>> {
    let mut content = Vec::with_capacity(text.len() + 2);
    for line in text.split_inclusive('\n') {
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.len() > LONGEST_LINE || line.contains('\0') || line.contains('\r') {
            return None;
        }
        content.extend_from_slice(line.as_bytes());
        content.extend_from_slice(b"\r\n");
    }
    Some(content)
}

/// Whether every line is a header or goes on with one (RFC 5322, 2.2).
fn is_head(head: &[u8]) -> bool {
    head.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).all(|line| {
        let name = line.iter().take_while(|byte| byte.is_ascii_graphic() && **byte != b':').count();
        line.starts_with(b" ")
            || line.starts_with(b"\t")
            || (name > 0 && line.get(name) == Some(&b':'))
    })
}

/// The address of the one mailbox that a header names, as it goes over the wire.
fn sole_address(header: Option<&Address<'_>>) -> Option<String> {
    let Some(Address::List(mailboxes)) = header else { return None };
    let [mailbox] = mailboxes.as_slice() else { return None };
    wire_address(mailbox.address()?)
}

/// The mail with a new date and no longer a draft.
fn rewritten(content: &[u8], headers: &[Header<'_>], date: DateTime<FixedOffset>) -> Vec<u8> {
    let mut written = Vec::with_capacity(content.len());
    let mut at = 0;
    for header in headers {
        let (start, end) = (position(header.offset_field), position(header.offset_end));
        let new = match &header.name {
            HeaderName::Date => format!("Date: {}\r\n", date.to_rfc2822()),
            name if name.as_str().eq_ignore_ascii_case(UNSENT) => String::new(),
            _ => continue,
        };
        written.extend_from_slice(&content[at..start]);
        written.extend_from_slice(new.as_bytes());
        at = end;
    }
    written.extend_from_slice(&content[at..]);
    written
}

/// The parser counts bytes in 32 bits.
fn position(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
