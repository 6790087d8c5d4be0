//! Lines of a calendar: folded, and with text that stays text.

use chrono::{DateTime, NaiveDate, Utc};

use crate::text::plain;

/// The longest line in octets, without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// A day (RFC 5545, 3.3.4).
pub(super) fn date(date: NaiveDate) -> String {
    date.format("%Y%m%d").to_string()
}

/// A moment in UTC (RFC 5545, 3.3.5).
pub(super) fn moment(moment: DateTime<Utc>) -> String {
    moment.format("%Y%m%dT%H%M%SZ").to_string()
}

/// The lines of a calendar.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// Adds a line whose value needs no escape.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        let line = [name, ":", value].concat();
        let (mut rest, mut room) = (line.as_str(), LONGEST_LINE);
        while rest.len() > room {
            let (part, next) = rest.split_at(rest.floor_char_boundary(room));
            self.text.extend([part, "\r\n "]);
            (rest, room) = (next, LONGEST_LINE - 1);
        }
        self.text.extend([rest, "\r\n"]);
    }

    /// Adds all lines of another part.
    pub(super) fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
    }

    /// Adds a line whose value is text of somebody's.
    pub(super) fn add_text(&mut self, name: &str, text: &str) {
        self.add(name, &escape(text));
    }

    /// The calendar.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// The value of a parameter in quotation marks, which it cannot hold itself (RFC 5545, 3.2).
pub(super) fn parameter(text: &str) -> String {
    let text: String = plain(text).chars().filter(|character| !character.is_control()).collect();
    format!("\"{}\"", text.replace('"', "'"))
}

/// Escapes text (RFC 5545, 3.3.11); line ends become `\n`, other control characters go.
fn escape(text: &str) -> String {
    let text = plain(text).replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            character if character.is_control() => {}
            character => escaped.push(character),
        }
    }
    escaped
}
