//! What mail servers and mail programs tell of a mail (RFC 3464, RFC 8098).

use mail_parser::{Message, MessagePart, MimeHeaders as _};

use super::words::line;
use crate::domain::incoming::{Delivery, Report};

/// The most recipients of one report that are kept.
const MOST: usize = 100;

/// The report that a mail is, if it is one.
pub(super) fn read(message: &Message<'_>) -> Option<Report> {
    let content = message.content_type()?;
    let is_report = content.ctype().eq_ignore_ascii_case("multipart")
        && content.subtype().is_some_and(|it| it.eq_ignore_ascii_case("report"));
    if !is_report {
        return None;
    }
    let parts = message.parts.iter().filter(|part| is_status(part));
    let texts = parts.map(|part| String::from_utf8_lossy(part.contents()).replace("\r\n", "\n"));
    let recipients = texts.flat_map(|text| deliveries(&text)).take(MOST).collect();
    Some(Report { recipients })
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
        let address = field("Final-Recipient").or_else(|| field("Original-Recipient"))?;
        let address = address.split_once(';').map_or(address, |(_, address)| address.trim());
        let action = field("Action").unwrap_or("displayed").to_ascii_lowercase();
        Some(Delivery {
            address: line(address.trim_matches(['<', '>']))?,
            action: line(&action)?.to_string(),
            status: field("Status").and_then(line),
        })
    });
    groups.collect()
}

#[cfg(test)]
mod tests {
    use super::deliveries;

    #[test]
    fn reports_name_recipient_action_and_status() {
        let text = "Reporting-MTA: dns; mail.example.org\n\nOriginal-Recipient: rfc822;a@example.org\n\
                    Final-Recipient: rfc822;\n b@example.org\nAction: Failed\nStatus: 5.1.1 (gone)\n";
        let found = deliveries(text);
        let [one] = &found[..] else { panic!("{found:?}") };
        assert_eq!((one.address.as_str(), one.action.as_str()), ("b@example.org", "failed"));
        assert_eq!(one.status.as_ref().unwrap().as_str(), "5.1.1 (gone)");
    }
}
