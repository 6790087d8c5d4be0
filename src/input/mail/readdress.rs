//! A mail that came back goes to another address: in its head, and in the calendars that it holds.

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_parser::{HeaderName, MessageParser, MimeHeaders as _};

use crate::text::{address_key, wire_address};

/// The longest line of a calendar, in octets without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// How many octets of a file stand in a line of base64: 76 letters (RFC 2045, 6.8).
const CODED_LINE: usize = 57;

/// How the address of somebody begins in a calendar.
const SCHEME: &str = "mailto:";

/// The mail in `bytes`, which goes to `from`, to the address `to` instead; the same bytes if it goes
/// there already. None if it is no mail, or one of those is no address.
pub fn readdressed(bytes: &[u8], from: &str, to: &str) -> Option<Vec<u8>> {
    let message = MessageParser::default().parse(bytes)?;
    let (key, wire) = (address_key(from)?, wire_address(to)?);
    let mut changes: Vec<(Range<usize>, Vec<u8>)> = Vec::new();
    let header = message.headers().iter().find(|one| one.name == HeaderName::To)?;
    let value = position(header.offset_start)..position(header.offset_end);
    let written = std::str::from_utf8(bytes.get(value.clone())?).ok()?;
    let place = match (written.rfind('<'), written.rfind('>')) {
        (Some(begin), Some(end)) if begin < end => begin + 1..end,
        _ => written.len() - written.trim_start().len()..written.trim_end().len(),
    };
    let named = written.get(place.clone())?;
    if address_key(named).as_ref() == Some(&key) {
        changes.push((value.start + place.start..value.start + place.end, wire.clone().into()));
    }
    for part in &message.parts {
        let is_calendar = part.content_type().is_some_and(|content| {
            ["calendar", "ics"].contains(&content.subtype().unwrap_or_default())
        });
        let body = position(part.offset_body)..position(part.offset_end);
        let calendar = std::str::from_utf8(part.contents()).ok().filter(|_| is_calendar);
        let Some(calendar) = calendar.and_then(|it| with_attendee(it, &key, &wire)) else {
            continue;
        };
        let head = position(part.offset_header)..body.start;
        let coded = part.headers.iter().find(|one| one.name == HeaderName::ContentTransferEncoding);
        let coded = coded.map(|one| position(one.offset_start)..position(one.offset_end));
        let coded = coded.filter(|it| head.start <= it.start && it.end <= head.end)?;
        changes.push((coded, b" base64\r\n".to_vec()));
        // The line end before the boundary belongs to the boundary (RFC 2046, 5.1.1).
        changes.push((body, base64_lines(&calendar)));
    }
    changes.sort_by_key(|(place, _)| place.start);
    let mut written = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for (place, new) in changes {
        written.extend_from_slice(bytes.get(at..place.start)?);
        written.extend_from_slice(&new);
        at = place.end;
    }
    written.extend_from_slice(bytes.get(at..)?);
    Some(written)
}

/// A calendar in which whoever has the address `key` has the address `wire`; none if nobody has it.
fn with_attendee(calendar: &str, key: &str, wire: &str) -> Option<String> {
    let unfolded = calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let mut is_changed = false;
    let mut written = String::with_capacity(calendar.len());
    for line in unfolded.lines() {
        let at = line.starts_with("ATTENDEE").then(|| line.to_ascii_lowercase().rfind(SCHEME));
        let at = at.flatten().map(|at| at + SCHEME.len());
        let address = at.and_then(|at| line.get(at..)).and_then(address_key);
        match at.filter(|_| address.as_deref() == Some(key)) {
            Some(at) => {
                is_changed = true;
                fold(&format!("{}{wire}", &line[..at]), &mut written);
            }
            None => fold(line, &mut written),
        }
    }
    is_changed.then_some(written)
}

/// Adds a line, folded between characters.
fn fold(line: &str, written: &mut String) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LONGEST_LINE {
            written.push_str("\r\n ");
            length = 1;
        }
        written.push(character);
        length += character.len_utf8();
    }
    written.push_str("\r\n");
}

fn base64_lines(text: &str) -> Vec<u8> {
    let lines = text.as_bytes().chunks(CODED_LINE).map(|line| STANDARD.encode(line));
    lines.collect::<Vec<_>>().join("\r\n").into_bytes()
}

/// The parser counts bytes in 32 bits.
fn position(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;

    use super::readdressed;

    const CALENDAR: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nORGANIZER:mailto:old@example.org\r\n\
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN=\"Ünal: x\":mailto:OLD@ex\r\n ample.org\r\n\
        END:VEVENT\r\nEND:VCALENDAR\r\n";

    fn mail() -> String {
        format!(
            "From: netz@example.org\r\nTo: =?utf-8?B?w5xuYWw=?=\r\n <old@example.org>\r\nSubject: old@example.org\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n\
             Content-Type: text/plain\r\n\r\nAn old@example.org\r\n--b\r\n\
             Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\
             Content-Transfer-Encoding: 8bit\r\n\r\n{CALENDAR}\r\n--b\r\n\
             Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--b--\r\n"
        )
    }

    #[test]
    fn head_and_calendar_name_the_new_address_and_nothing_else_changes() {
        let old = mail();
        // One address is the end of the other.
        let new =
            readdressed(old.as_bytes(), "old@example.org", "very.old@müller.example").unwrap();
        let text = String::from_utf8(new.clone()).unwrap();
        let head = "To: =?utf-8?B?w5xuYWw=?=\r\n <very.old@xn--mller-kva.example>\r\n";
        assert!(text.contains(head), "{text}");
        let message = MessageParser::default().parse(&new).unwrap();
        let [_, words, calendar, file] = &message.parts[..] else { panic!("{text}") };
        assert_eq!(words.contents(), b"An old@example.org");
        assert_eq!(file.contents(), b"ABC");
        let calendar = String::from_utf8(calendar.contents().to_vec()).unwrap();
        assert!(calendar.lines().all(|line| line.len() <= 75));
        let expected = CALENDAR
            .replace("\r\n ", "")
            .replace("OLD@example.org", "very.old@xn--mller-kva.example");
        assert_eq!(calendar.replace("\r\n ", ""), expected);
        // What goes there already stays.
        let again = readdressed(&new, "old@example.org", "very.old@müller.example");
        assert_eq!(again, Some(new));
        let (before, after) = (old.split("--b\r\n").last(), text.split("--b\r\n").last());
        assert_eq!(before, after);
    }

    #[test]
    fn what_is_no_mail_goes_nowhere() {
        assert_eq!(readdressed(b"", "a@example.org", "b@example.org"), None);
        assert_eq!(readdressed(mail().as_bytes(), "a@example.org", "\"b c\"@example.org"), None);
        let other = readdressed(mail().as_bytes(), "a@example.org", "b@example.org");
        assert_eq!(other, Some(mail().into_bytes()));
    }
}
