//! A mail: the answer of a calendar program in it, or its words.

use chrono::{DateTime, FixedOffset};
use mail_parser::{
    Address, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders as _, PartType,
};

use super::beside::beside;
use super::words::{line, short};
use super::{calendar, report};
use crate::domain::incoming::{CalendarReply, Content, Fault, Words};
use crate::domain::line::Line;
use crate::domain::time::TimeZone;
use crate::input::town_calendar::moment::on_clocks_of;

/// What a mail says, each time with who sent it.
type Contents = Vec<(Option<Line>, Content)>;

/// The most parts of a mail that are looked at for calendars.
const MOST_CALENDARS: usize = 20;

/// The most senders of a mail that are kept.
const MOST_SENDERS: usize = 10;

/// Reads a mail. Where a calendar answers, the words beside it belong to that.
pub(super) fn read(bytes: &[u8], zone: &TimeZone) -> Result<Contents, Fault> {
    let message = MessageParser::default().parse(bytes).ok_or(Fault::NoMail)?;
    // Any bytes are a mail of some kind; one that nobody sent is none.
    let from = message.from().ok_or(Fault::NoMail)?;
    let sender = sender(from);
    let words = words(&message, from, zone);
    if let Some(report) = report::read(&message, &words) {
        return Ok(vec![(sender, Content::Report(report))]);
    }
    let replies = calendars(&message, zone);
    if replies.is_empty()
        && let Some(forwarded) = forwarded(&message, zone)
    {
        return Ok(forwarded);
    }
    let method = auto_submitted(&message);
    // Some calendar programs call what their users click "generated"; a responder replies by itself.
    let counts = !(method == "auto-replied" || replies.is_empty());
    if counts {
        let content = |reply: CalendarReply| {
            Content::Calendar(CalendarReply {
                from: Some(words.from.clone()),
                called: words.called.clone(),
                answers: words.answers.clone(),
                excerpt: own_words(&message),
                beside: message.body_text(0).and_then(|text| {
                    let attendees = reply.attendees.iter().filter_map(|one| one.name.clone());
                    let names: Vec<String> =
                        words.called.iter().cloned().chain(attendees).collect();
                    beside(own_lines(&text), message.subject().unwrap_or_default(), &names)
                }),
                stamp: reply.stamp.or(words.date),
                ..reply
            })
        };
        return Ok(replies.into_iter().map(|it| (sender.clone(), content(it))).collect());
    }
    let content =
        if wrote_itself(&message) { Content::Automatic(words) } else { Content::Words(words) };
    Ok(vec![(sender, content)])
}

/// What it says of who wrote it (RFC 3834).
fn auto_submitted(message: &Message<'_>) -> String {
    let method = message.header_raw("Auto-Submitted").unwrap_or_default();
    method.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether a program wrote it, and nobody else.
pub(super) fn wrote_itself(message: &Message<'_>) -> bool {
    let method = auto_submitted(message);
    !(method.is_empty() || method == "no") || is_of_a_responder(message)
}

/// Who wrote a mail, and when; none if nobody sent it.
pub(super) fn words_of(message: &Message<'_>, zone: &TimeZone) -> Option<Words> {
    Some(words(message, message.from()?, zone))
}

/// The lines of a mail above what it quotes.
pub(super) fn own_lines(text: &str) -> impl Iterator<Item = &str> {
    let own = text.lines().map(str::trim).filter(|line| !line.is_empty());
    own.take_while(|line| !begins_quotation(line))
}

/// The answers of calendar programs and the reports in mails that somebody forwarded as they were.
fn forwarded(message: &Message<'_>, zone: &TimeZone) -> Option<Contents> {
    let inner = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Message(inner) => Some(inner),
        _ => None,
    });
    // What is inside is shorter, so that this comes to an end.
    let inner = inner.filter(|inner| inner.raw_message().len() < message.raw_message().len());
    let said = inner.take(MOST_CALENDARS).filter_map(|inner| read(inner.raw_message(), zone).ok());
    let counts = |(_, content): &(Option<Line>, Content)| {
        matches!(content, Content::Calendar(_) | Content::Report(_))
    };
    let found: Contents = said.flatten().filter(counts).collect();
    (!found.is_empty()).then_some(found)
}

/// Whether it says itself in another way than by RFC 3834 that nobody wrote it.
fn is_of_a_responder(message: &Message<'_>) -> bool {
    let subject = message.subject().unwrap_or_default().to_lowercase();
    let begins =
        ["automatische antwort:", "automatic reply:", "abwesenheitsnotiz", "out of office"];
    message.header_raw("X-Autoreply").is_some()
        || message.header_raw("X-Autorespond").is_some()
        || begins.iter().any(|words| subject.starts_with(words))
}

/// The answers in all calendars of a mail, each once: many programs send the same as part and as
/// file. A calendar that only comes along, such as the invitation, is none.
fn calendars(message: &Message<'_>, zone: &TimeZone) -> Vec<CalendarReply> {
    let mut replies: Vec<CalendarReply> = Vec::new();
    for part in message.parts.iter().filter(|part| is_calendar(part)).take(MOST_CALENDARS) {
        let bytes = part.contents();
        let text = String::from_utf8_lossy(bytes);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        for reply in calendar::read(text, zone).unwrap_or_default() {
            let answers = !["", "REQUEST", "PUBLISH", "ADD", "CANCEL"].contains(&&*reply.method);
            if answers && !replies.contains(&reply) {
                replies.push(reply);
            }
        }
    }
    replies
}

fn is_calendar(part: &MessagePart<'_>) -> bool {
    let is_type = part.content_type().is_some_and(|content| {
        let subtype = content.subtype().unwrap_or_default();
        (content.ctype().eq_ignore_ascii_case("text") && subtype.eq_ignore_ascii_case("calendar"))
            || (content.ctype().eq_ignore_ascii_case("application")
                && subtype.eq_ignore_ascii_case("ics"))
    });
    let ends = |name: &str| {
        name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("ics"))
    };
    is_type || part.attachment_name().is_some_and(ends)
}

fn sender(from: &Address<'_>) -> Option<Line> {
    let people: Vec<String> = from
        .iter()
        .take(MOST_SENDERS)
        .map(|one| {
            let address = short(one.address().unwrap_or_default());
            one.name().map_or_else(|| address.clone(), |name| format!("{name} <{address}>"))
        })
        .collect();
    line(&short(&people.join(", ")))
}

fn words(message: &Message<'_>, from: &Address<'_>, zone: &TimeZone) -> Words {
    let answers = [message.in_reply_to(), message.references()];
    let date = message
        .date()
        .and_then(|date| DateTime::<FixedOffset>::parse_from_rfc3339(&date.to_rfc3339()).ok());
    let own = own_words(message);
    let attached = message.attachments().filter_map(|part| {
        // Outlook packs into it what only Outlook reads.
        let is_tnef = part.is_content_type("application", "ms-tnef");
        part.attachment_name().or(is_tnef.then_some("winmail.dat")).map(short)
    });
    let only_attached = own.is_none().then(|| attached.take(MOST_SENDERS).collect());
    Words {
        from: from.iter().filter_map(|one| one.address()).map(short).take(MOST_SENDERS).collect(),
        called: from.iter().filter_map(|one| one.name()).map(short).take(MOST_SENDERS).collect(),
        answers: answers.into_iter().flat_map(ids).collect(),
        date: date.map(|date| on_clocks_of(date, zone)),
        excerpt: own.or_else(|| line(message.subject().unwrap_or_default())),
        only_attached,
    }
}

/// What whoever sent the mail wrote themselves, in one line.
fn own_words(message: &Message<'_>) -> Option<Line> {
    let text = message.body_text(0)?;
    let own: Vec<&str> = own_lines(&text).collect();
    line(&own.join(" "))
}

/// Whether a line begins what somebody else wrote before.
fn begins_quotation(line: &str) -> bool {
    line.starts_with('>')
        || line.starts_with("-----")
        || line.starts_with("_____")
        || ["Von:", "From:"].iter().any(|word| line.starts_with(word))
        || ((line.starts_with("Am ") || line.starts_with("On ")) && line.ends_with(':'))
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    let ids: Vec<String> = match value {
        HeaderValue::Text(id) => vec![id.to_string()],
        HeaderValue::TextList(ids) => ids.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    ids.iter().map(|id| id.trim_matches(['<', '>', ' ']).to_owned()).collect()
}
