//! Meetings as calendar entries that are sent to one person each (RFC 5546; RFC 6047 in mails).
//!
//! The organiser is who writes, the recipient is the only attendee: what calendars tell each other
//! about others is nobody's business.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};

use super::lines::{Lines, parameter};
use super::meetings::{Terms, add_event, add_zones, begin};
use crate::text::wire_address;
use crate::view::EntryStatus;
use crate::view::Method;
use crate::view::calendar::Calendar;

/// Somebody with an address.
#[derive(Clone, Copy, Debug)]
pub struct Party<'a> {
    /// The name.
    pub name: &'a str,
    /// The mail address.
    pub address: &'a str,
    /// Whether it is not one person, but an administration.
    pub is_group: bool,
}

/// Whether somebody takes part, as far as that is known and holds (RFC 5545, 3.2.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Participation {
    /// They are asked.
    NeedsAction,
    /// They come.
    Accepted,
    /// They do not.
    Declined,
    /// They are not sure.
    Tentative,
}

/// What is asked, by whom and when.
#[derive(Clone, Copy, Debug)]
pub struct Exchange<'a> {
    /// What is asked.
    pub method: Method,
    /// Who asks.
    pub organiser: Party<'a>,
    /// When this was made: with a method DTSTAMP is that (RFC 5545, 3.8.7.2).
    pub made: DateTime<Utc>,
}

/// A calendar that only lacks its attendee: the rest is the same for all.
#[derive(Clone, Debug)]
pub struct Invitation {
    method: Method,
    all_but_attendee: String,
}

/// The first entry of `calendar`, to be sent; none if it has none.
pub fn invitation(calendar: &Calendar, exchange: &Exchange<'_>) -> Option<Invitation> {
    let event = calendar.events.first()?;
    let Exchange { method, organiser, made } = *exchange;
    let mut lines = Lines::default();
    begin(&mut lines, calendar, method.name());
    add_zones(&mut lines, calendar);
    let name = format!("ORGANIZER;CN={}", parameter(organiser.name));
    let terms = Terms {
        stamp: made,
        sequence: None,
        status: match method {
            Method::Request => event.decided.status,
            Method::Cancel => EntryStatus::Cancelled,
        },
        organiser: [&name, &mailto(organiser.address)],
    };
    add_event(&mut lines, event, calendar, &terms);
    Some(Invitation { method, all_but_attendee: lines.into_text() })
}

impl Invitation {
    /// What it asks for.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The calendar for `attendee`, as revision `sequence` (RFC 5546, 2.1.4).
    pub fn to(&self, attendee: &Party<'_>, participation: Participation, sequence: u32) -> String {
        let mut own = Lines::default();
        own.add("SEQUENCE", &sequence.to_string());
        let kind = if attendee.is_group { "GROUP" } else { "INDIVIDUAL" };
        let reply = match self.method {
            Method::Request => match participation {
                Participation::NeedsAction => ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE",
                Participation::Accepted => ";PARTSTAT=ACCEPTED",
                Participation::Declined => ";PARTSTAT=DECLINED",
                Participation::Tentative => ";PARTSTAT=TENTATIVE;RSVP=TRUE",
            },
            Method::Cancel => "",
        };
        let name = parameter(attendee.name);
        let head = format!("ATTENDEE;CUTYPE={kind};ROLE=REQ-PARTICIPANT{reply};CN={name}");
        own.add(&head, &mailto(attendee.address));
        own.add("END", "VEVENT");
        own.add("END", "VCALENDAR");
        [self.all_but_attendee.as_str(), &own.into_text()].concat()
    }
}

/// An address as a URI (RFC 6068, 2).
fn mailto(address: &str) -> String {
    let address = wire_address(address).unwrap_or_default();
    let mut uri = "mailto:".to_owned();
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@+!$'*:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // A string takes every writing.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::mailto;

    #[test]
    fn addresses_are_uris() {
        assert_eq!(mailto("a.b+c@example.org"), "mailto:a.b+c@example.org");
        assert_eq!(mailto("stadt@müller.example"), "mailto:stadt@xn--mller-kva.example");
        assert_eq!(mailto("50%?&@example.org"), "mailto:50%25%3F%26@example.org");
    }
}
