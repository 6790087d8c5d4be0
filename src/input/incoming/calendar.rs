//! The answer of a calendar program (iTIP, RFC 5546, 3.2.3).

use std::collections::HashSet;

use icalendar::{DatePerhapsTime, Property};

use super::words::{short, text};
use crate::domain::incoming::{Attendee, Beginning, CalendarReply, Fault};
use crate::domain::reply::MOST_UNNAMED;
use crate::domain::time::TimeZone;
use crate::input::town_calendar::lines::{ContentLine, lines};
use crate::input::town_calendar::moment::{instant, is_on_known_clocks};

/// The answers in a calendar, one for each event.
pub(super) fn read(calendar: &str, zone: &TimeZone) -> Result<Vec<CalendarReply>, Fault> {
    let (method, events) = structure(calendar).ok_or(Fault::NoCalendar)?;
    if events.is_empty() {
        return Err(Fault::NoEvent);
    }
    let replies = events.iter().map(|event| {
        let find = |name: &str| event.iter().find(|line| line.is(name));
        let value = |name: &str| find(name).and_then(property);
        let stamp = value("DTSTAMP").and_then(|stamp| DatePerhapsTime::from_property(&stamp));
        let comments = event.iter().filter(|line| line.is("COMMENT")).filter_map(property);
        let mut comments: Vec<String> = comments.map(|it| it.value().to_owned()).collect();
        let attendees: Vec<Property> =
            event.iter().filter(|line| line.is("ATTENDEE")).filter_map(property).collect();
        // Google keeps both beside the attendee.
        let mut seen: HashSet<String> = comments.iter().cloned().collect();
        let beside = attendees.iter().filter_map(|it| parameter(it, "X-RESPONSE-COMMENT"));
        comments.extend(beside.filter(|comment| seen.insert(comment.clone())));
        let guests = attendees.iter().find_map(|it| parameter(it, "X-NUM-GUESTS"));
        CalendarReply {
            method: short(&method),
            from: None,
            called: Vec::new(),
            answers: Vec::new(),
            uid: value("UID").map(|uid| short(uid.value())).unwrap_or_default(),
            attendees: attendees.iter().map(attendee).collect(),
            start: value("DTSTART").and_then(|start| beginning(&start, zone)),
            guests: guests.and_then(|it| it.parse().ok()).filter(|it| *it <= MOST_UNNAMED),
            // Without one it answers the first revision (RFC 5546, 3.2.3).
            sequence: value("SEQUENCE").and_then(|it| it.value().trim().parse().ok()).unwrap_or(0),
            stamp: stamp.and_then(|stamp| instant(stamp, zone)),
            is_partial: find("RECURRENCE-ID").is_some(),
            comment: text(&comments.join("\n")),
            excerpt: None,
            beside: None,
        }
    });
    Ok(replies.collect())
}

/// The method of a calendar in capitals, and the lines of its events without those of what is nested
/// in them; none if it is no calendar or breaks off.
fn structure(calendar: &str) -> Option<(String, Vec<Vec<ContentLine<'_>>>)> {
    let mut open: Vec<String> = Vec::new();
    let mut method = String::new();
    let mut events: Vec<Vec<ContentLine<'_>>> = Vec::new();
    let mut seen = false;
    for line in lines(calendar) {
        let Some((name, value)) = line.name_and_value() else {
            // Footers that servers add below a calendar are none of it.
            if seen && open.is_empty() {
                break;
            }
            return None;
        };
        let value = value.trim().to_ascii_uppercase();
        match name.as_str() {
            "BEGIN" => {
                if open.is_empty() && value != "VCALENDAR" {
                    return None;
                }
                seen = true;
                if open.len() == 1 && value == "VEVENT" {
                    events.push(Vec::new());
                }
                open.push(value);
            }
            "END" => {
                open.pop().filter(|opened| *opened == value)?;
            }
            _ if open.is_empty() && !seen => return None,
            "METHOD" if open.len() == 1 => method = value,
            _ => {
                let in_event = open.len() == 2 && open[1] == "VEVENT";
                if let Some(event) = events.last_mut().filter(|_| in_event) {
                    event.push(line);
                }
            }
        }
    }
    (seen && open.is_empty()).then_some((method, events))
}

/// Name, parameters and value of a line.
fn property(line: &ContentLine<'_>) -> Option<Property> {
    format!("{}\n", line.content()).parse().ok()
}

/// When something begins, by the clocks of `zone`; of clocks that nobody knows only the day counts.
fn beginning(start: &Property, zone: &TimeZone) -> Option<Beginning> {
    let moment = DatePerhapsTime::from_property(start)?;
    if let DatePerhapsTime::Date(day) = moment {
        return Some(Beginning::Day(day));
    }
    let is_certain = is_on_known_clocks(&moment);
    let local = instant(moment, zone)?.naive_local();
    Some(if is_certain { Beginning::At(local) } else { Beginning::Day(local.date()) })
}

/// The value of a parameter, if it says anything.
fn parameter(property: &Property, name: &str) -> Option<String> {
    let wanted = property.params().iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
    let value = wanted.map(|(_, value)| value.value().trim_matches('"').trim().to_owned());
    value.filter(|value| !value.is_empty())
}

fn attendee(property: &Property) -> Attendee {
    let parameter = |name: &str| parameter(property, name);
    let addresses = |name: &str| {
        let all = parameter(name).unwrap_or_default();
        let uris = all.split(',').map(|uri| uri.trim_matches(['"', ' ']));
        uris.filter(|uri| !uri.is_empty()).map(address).collect()
    };
    let status = parameter("PARTSTAT").unwrap_or_else(|| "NEEDS-ACTION".to_owned());
    Attendee {
        address: address(property.value()),
        name: parameter("CN").map(|name| short(&name)),
        sent_by: parameter("SENT-BY").map(|sent_by| address(&sent_by)),
        delegated_to: addresses("DELEGATED-TO"),
        delegated_from: addresses("DELEGATED-FROM"),
        status: short(&status.to_ascii_uppercase()),
    }
}

/// The address in a URI `mailto:` (RFC 6068, 2), or the words as they are.
fn address(uri: &str) -> String {
    let uri = uri.trim();
    let scheme = "mailto:";
    let is_mail = uri.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme));
    let coded = if is_mail { uri[scheme.len()..].trim() } else { uri };
    let coded = coded.split('?').next().unwrap_or_default().as_bytes();
    let mut bytes = Vec::with_capacity(coded.len());
    let mut at = 0;
    while let Some(&byte) = coded.get(at) {
        let digits = coded.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        let decoded = digits.filter(|digits| byte == b'%' && !digits.starts_with('+'));
        if let Some(decoded) = decoded.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(decoded);
            at += 3;
        } else {
            bytes.push(byte);
            at += 1;
        }
    }
    short(&String::from_utf8_lossy(&bytes))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_are_those_of_their_uris() {
        let cases = [
            ("mailto:birke@example.org", "birke@example.org"),
            ("MAILTO: Birke@example.org", "Birke@example.org"),
            ("mailto:b%2Bx@example.org?subject=x", "b+x@example.org"),
            ("mailto:100%", "100%"),
            ("mailto:%+1%zz", "%+1%zz"),
            ("/O=ORG/CN=BIRKE", "/O=ORG/CN=BIRKE"),
            ("", ""),
        ];
        for (uri, expected) in cases {
            assert_eq!(address(uri), expected, "{uri}");
        }
    }
}
