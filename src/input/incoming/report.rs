//! What mail servers and mail programs tell of a mail (RFC 3464, RFC 8098), in fields or in words.

use mail_parser::{Message, MessagePart, MimeHeaders as _, PartType};

use super::words::line;
use crate::domain::incoming::{Delivery, Report, Words};
use crate::text::wire_address;

/// The most recipients and names of mails of one report that are kept.
const MOST: usize = 100;

/// Those who write reports, before the `@`.
const SERVERS: &[&str] = &["mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon"];

/// Words of servers that gave up, in small letters.
const FAILED: &[&str] = &[
    "undeliver",
    "could not be delivered",
    "couldn't be delivered",
    "wasn't delivered",
    "was not delivered",
    "not be delivered",
    "delivery failed",
    "delivery has failed",
    "delivery to the following recipient",
    "failed permanently",
    "permanent error",
    "permanent fatal error",
    "failure notice",
    "returned mail",
    "returned to sender",
    "unzustellbar",
    "nicht zustellbar",
    "nicht zugestellt werden",
    "zustellung fehlgeschlagen",
    "fehler bei der zustellung",
    "fehler bei der nachrichtenzustellung",
    "user unknown",
];

/// Words of servers that go on trying.
const DELAYED: &[&str] = &[
    "delayed",
    "warning: could not send",
    "warning: message",
    "will be retried",
    "will keep trying",
    "will continue to try",
    "still trying",
    "still being retried",
    "not yet been delivered",
    "do not need to resend",
    "noch nicht zugestellt",
    "verzögert",
    "verspätet",
    "weiter versucht",
    "weitere zustellversuche",
    "erneut versucht",
];

/// Words of servers that gave up after a delay, in small letters.
const GIVEN_UP: &[&str] = &[
    "giving up",
    "given up",
    "gave up",
    "failed permanently",
    "permanent error",
    "permanent fatal error",
    "endgültig",
    "aufgegeben",
];

/// How a quoted mail begins in a report of words, in small letters.
const QUOTED: &[&str] = &[
    "from:",
    "to:",
    "date:",
    "von:",
    "an:",
    "datum:",
    "received:",
    "return-path:",
    "message-id:",
    "mime-version:",
    "subject:",
    "betreff:",
    "-----",
    "--- ",
    "original message",
];

/// The report that a mail is, if it is one, whatever its words are otherwise taken for.
pub(super) fn read(message: &Message<'_>, mail: &Words) -> Option<Report> {
    let content = message.content_type();
    let is_report = content.is_some_and(|content| {
        content.ctype().eq_ignore_ascii_case("multipart")
            && content.subtype().is_some_and(|it| it.eq_ignore_ascii_case("report"))
    });
    let words = whole_text(message);
    let parts = message.parts.iter().filter(|part| is_status(part));
    let texts = parts.map(|part| String::from_utf8_lossy(part.contents()).replace("\r\n", "\n"));
    let mut recipients: Vec<Delivery> = texts.flat_map(|text| deliveries(&text)).collect();
    if !is_report || recipients.is_empty() {
        let in_words = in_words(message, &words, &mail.from);
        if !is_report && in_words.is_empty() {
            return None;
        }
        recipients.extend(in_words);
    }
    // Anybody can write a report; one that no server wrote is only listed.
    if is_report && !mail.from.iter().any(|address| is_of_server(address)) && !is_returned(message)
    {
        for one in &mut recipients {
            "reported".clone_into(&mut one.action);
        }
    }
    recipients.truncate(MOST);
    let of = names(message, &words, &mail.answers);
    let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Report { recipients, of, text, date: mail.date })
}

fn is_status(part: &MessagePart<'_>) -> bool {
    part.content_type().is_some_and(|content| {
        let subtype = content.subtype().unwrap_or_default();
        content.ctype().eq_ignore_ascii_case("message")
            && ["delivery-status", "global-delivery-status", "disposition-notification"]
                .iter()
                .any(|known| subtype.eq_ignore_ascii_case(known))
    })
}

/// The groups of fields that name a recipient.
fn deliveries(text: &str) -> Vec<Delivery> {
    let unfolded = text.replace("\n ", " ").replace("\n\t", " ");
    let groups = unfolded.split("\n\n").filter_map(|group| {
        let field = |name: &str| {
            group.lines().find_map(|line| {
                let (found, value) = line.split_once(':')?;
                found.trim().eq_ignore_ascii_case(name).then(|| value.trim())
            })
        };
        // "rfc822; birke@example.org": only the address counts.
        let address = |value: &str| {
            let address = value.split_once(';').map_or(value, |(_, address)| address.trim());
            line(address.trim_matches(['<', '>']))
        };
        let original = field("Original-Recipient").and_then(address);
        let action = field("Action").unwrap_or("displayed").to_ascii_lowercase();
        let diagnostic = field("Diagnostic-Code");
        let diagnostic =
            diagnostic.map(|code| code.split_once(';').map_or(code, |(_, words)| words.trim()));
        Some(Delivery {
            address: field("Final-Recipient").and_then(address).or_else(|| original.clone())?,
            original,
            action: line(&action)?.to_string(),
            status: field("Status").and_then(line),
            diagnostic: diagnostic.and_then(line),
        })
    });
    groups.collect()
}

/// What a server tells in words alone: whom it could not reach, and whether it goes on trying.
fn in_words(message: &Message<'_>, words: &str, from: &[String]) -> Vec<Delivery> {
    if !from.iter().any(|address| is_of_server(address)) {
        return Vec::new();
    }
    // People may write from such addresses, too.
    let subject = message.subject().unwrap_or_default().trim_start().to_lowercase();
    if ["re:", "aw:"].iter().any(|sign| subject.starts_with(sign)) && !is_machine(message) {
        return Vec::new();
    }
    let own = own_words(words);
    let subject = message.subject().unwrap_or_default();
    let said = format!("{subject}\n{own}").to_lowercase();
    let says = |signs: &[&str]| signs.iter().any(|sign| said.contains(sign));
    // Whoever goes on trying may say, too, what has failed so far; who gave up, how long that took.
    let action = match (says(GIVEN_UP), says(DELAYED), says(FAILED)) {
        (true, ..) | (false, false, true) => "failed",
        (false, true, _) => "delayed",
        (false, false, false) => return Vec::new(),
    };
    let status =
        own.split(|c: char| !(c.is_ascii_digit() || c == '.')).find(|it| is_status_code(it));
    let named = message.header_raw("X-Failed-Recipients").unwrap_or_default();
    let mut addresses = addresses_in(named);
    if addresses.is_empty() {
        addresses = addresses_in(&own);
        addresses.retain(|address| !from.contains(address) && !is_of_server(address));
        // To whom the report goes is who wrote, not whom the mail did not reach.
        let to = message.to().into_iter().chain(message.cc()).flat_map(|to| to.iter());
        let to: Vec<&str> = to.filter_map(|one| one.address()).collect();
        addresses.retain(|address| !to.iter().any(|one| one.eq_ignore_ascii_case(address)));
        // What stands at the beginning of a line or in brackets is meant, before what is mentioned.
        let is_pointed = |address: &String| {
            own.contains(&format!("<{address}>"))
                || own.lines().any(|line| line.trim_start().starts_with(address.as_str()))
        };
        if addresses.iter().any(is_pointed) {
            addresses.retain(is_pointed);
        }
    }
    let delivery = |address: &String| {
        let is_about = |line: &&str| line.contains(address.as_str());
        let reason =
            own.lines().filter(is_about).find(|line| line.trim().len() > address.len() + 5);
        let after = || own.lines().skip_while(|line| !is_about(line)).skip(1);
        let reason = reason.or_else(|| after().find(|line| !line.trim().is_empty()));
        Some(Delivery {
            address: line(address)?,
            original: None,
            action: action.to_owned(),
            status: status.and_then(line),
            diagnostic: reason.and_then(|reason| line(without(reason, address))),
        })
    };
    addresses.iter().filter_map(delivery).collect()
}

/// A line without the address at its beginning, and without what leads over to the next.
fn without<'l>(line: &'l str, address: &str) -> &'l str {
    let line = line.trim().trim_start_matches('<');
    let rest = line.strip_prefix(address).unwrap_or(line).trim_start_matches(['>', ':', ' ']);
    rest.trim_end().trim_end_matches(':')
}

/// Whether an address is that of a mail server.
fn is_of_server(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_lowercase();
    SERVERS.contains(&local.as_str()) || local.starts_with("microsoftexchange")
}

/// Whether the head of a mail says that no person wrote it (RFC 3834, RFC 5321 section 4.5.5).
fn is_machine(message: &Message<'_>) -> bool {
    let submitted = message.header_raw("Auto-Submitted").unwrap_or_default().trim();
    let is_automatic = !submitted.is_empty() && !submitted.eq_ignore_ascii_case("no");
    is_automatic || is_returned(message) || message.header_raw("X-Failed-Recipients").is_some()
}

/// Whether whoever took the mail in wrote down that it has no sender.
fn is_returned(message: &Message<'_>) -> bool {
    message.header_raw("Return-Path").is_some_and(|path| path.trim() == "<>")
}

/// The words of a report before the mail that it quotes.
fn own_words(words: &str) -> String {
    let begins = |line: &str| {
        let line = line.trim().to_lowercase();
        line.starts_with('>') || QUOTED.iter().any(|sign| line.starts_with(sign))
    };
    let is_empty = |line: &str| line.trim().is_empty();
    let mut own: Vec<&str> = Vec::new();
    for line in words.lines() {
        // A rule above the first words parts nothing.
        if begins(line) && own.iter().any(|line| !is_empty(line)) {
            break;
        }
        own.push(line);
    }
    own.join("\n")
}

/// A status code (RFC 3463) such as `5.1.1`.
fn is_status_code(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    matches!(parts[..], ["4" | "5", one, other]
        if [one, other].iter().all(|it| (1..=3).contains(&it.len())))
}

fn addresses_in(words: &str) -> Vec<String> {
    let is_part = |c: char| c.is_alphanumeric() || "@.!#$%&'*+-/=?^_`{|}~".contains(c);
    let mut found: Vec<String> = Vec::new();
    for word in words.split(|c| !is_part(c)) {
        let word = word.trim_matches(['.', '\'', '`']);
        let word = word.strip_prefix("mailto:").unwrap_or(word);
        if wire_address(word).is_some() && !found.iter().any(|it| it == word) && found.len() < MOST
        {
            found.push(word.to_owned());
        }
    }
    found
}

/// All words of a mail, with those of the mails and headers in it.
fn whole_text(message: &Message<'_>) -> String {
    let mut text = String::new();
    for part in &message.parts {
        match &part.body {
            PartType::Text(words) => text.push_str(words),
            PartType::Message(inner) => {
                text.push_str(inner.subject().unwrap_or_default());
                text.push('\n');
                text.push_str(&inner.body_text(0).unwrap_or_default());
            }
            PartType::Html(_)
            | PartType::Binary(_)
            | PartType::InlineBinary(_)
            | PartType::Multipart(_) => {
                let is_headers = part.content_type().is_some_and(|content| {
                    content.subtype().is_some_and(|it| it.eq_ignore_ascii_case("rfc822-headers"))
                });
                if is_headers {
                    text.push_str(&String::from_utf8_lossy(part.contents()));
                }
            }
        }
        text.push('\n');
    }
    if text.trim().is_empty() {
        text = message.body_text(0).unwrap_or_default().into_owned();
    }
    text
}

/// The names of the mails that a report is about: of the one in it, of those it answers, and of those
/// whose headers it quotes.
fn names(message: &Message<'_>, words: &str, answered: &[String]) -> Vec<String> {
    let inner = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Message(inner) => inner.message_id().map(str::to_owned),
        _ => None,
    });
    let mut found: Vec<String> = inner.chain(answered.iter().cloned()).collect();
    let lower = words.to_ascii_lowercase();
    for (at, sign) in lower.match_indices("message-id:") {
        let rest = words.get(at + sign.len()..).unwrap_or_default();
        let name = rest.trim_start_matches([' ', '\t', '\r', '\n', '>', '|']);
        let name = name.strip_prefix('<').and_then(|name| name.split_once('>'));
        found.extend(
            name.map(|(name, _)| name.to_owned()).filter(|it| !it.contains(char::is_whitespace)),
        );
    }
    found.truncate(MOST);
    found
}

#[cfg(test)]
mod tests {
    use super::{addresses_in, deliveries, is_status_code};

    #[test]
    fn reports_name_recipient_action_and_status() {
        let text = "Reporting-MTA: dns; mail.example.org\n\nOriginal-Recipient: rfc822;a@example.org\n\
                    Final-Recipient: rfc822;\n b@example.org\nAction: Failed\nStatus: 5.1.1 (gone)\n\
                    Diagnostic-Code: smtp; 550 gone\n";
        let found = deliveries(text);
        let [one] = &found[..] else { panic!("{found:?}") };
        assert_eq!((one.address.as_str(), one.action.as_str()), ("b@example.org", "failed"));
        assert_eq!(one.original.as_ref().unwrap().as_str(), "a@example.org");
        assert_eq!(one.status.as_ref().unwrap().as_str(), "5.1.1 (gone)");
        assert_eq!(one.diagnostic.as_ref().unwrap().as_str(), "550 gone");
    }

    #[test]
    fn addresses_and_codes_are_found_in_words() {
        let words =
            "<a@example.org>: host mx.example.org said, b.b@example.org. mailto:c@example.org";
        assert_eq!(addresses_in(words), ["a@example.org", "b.b@example.org", "c@example.org"]);
        assert!(is_status_code("5.1.1") && is_status_code("4.4.7"));
        assert!(
            !is_status_code("5.1") && !is_status_code("192.0.2.1") && !is_status_code("5.1.1234")
        );
    }
}
