//! The programme as a table: the time on the left, what happens beside it.

use super::body::Body;
use super::link;
use super::style::Style;
use super::words::Look;
use crate::document::agenda::{Row, rows};
use crate::document::model::Inline;
use crate::text::Language;
use crate::view::programme::Day;

/// How wide a character of the time column is about, in twentieths of a point.
const CHARACTER: usize = 108;

impl Body<'_> {
    /// The days of a programme, each a table below its heading.
    pub(super) fn agenda(&mut self, days: &[Day]) {
        let days: Vec<(&Day, Vec<Row>)> = days.iter().map(|day| (day, rows(day))).collect();
        let times = days.iter().filter_map(|(_, rows)| longest_time(rows)).max();
        for (day, rows) in &days {
            match &day.heading {
                Some(heading) => {
                    self.below_table = false;
                    self.line(Style::Heading(3), Look::default(), heading);
                }
                None => self.part_from_table(),
            }
            if !rows.is_empty() {
                self.day(day, rows, times);
            }
        }
    }

    fn day(&mut self, day: &Day, rows: &[Row], times: Option<usize>) {
        let (caption, about, headings) = match self.house.language {
            Language::German => {
                ("Programm", "Das Programm in der Reihenfolge des Tages", ["Zeit", "Programmpunkt"])
            }
            Language::English => {
                ("Programme", "The programme in the order of the day", ["Time", "Item"])
            }
        };
        let whole = self.house.width;
        let widths = match times {
            // As wide as the longest time, but never so wide that titles have no room.
            Some(times) => {
                let time = (times * CHARACTER + 170).clamp(1300, whole * 3 / 10);
                vec![time, whole - time]
            }
            None => vec![whole],
        };
        self.begin_table(&widths, Some(day.heading.as_deref().unwrap_or(caption)), Some(about));
        self.headings(&headings[2 - widths.len()..], &widths, |_| false);
        for row in rows {
            self.row(row, &widths, [false; 2]);
        }
        self.end_table();
    }

    fn row(&mut self, row: &Row, widths: &[usize], joins: [bool; 2]) {
        let [above, below] = joins;
        self.begin_row();
        // What stands within an entry is on the same sheet as its head.
        let look = Look { keeps_next: !row.children.is_empty(), ..Look::default() };
        let joins = [above, below || !row.children.is_empty()];
        if let [time, _] = widths {
            self.begin_cell(*time, joins);
            self.line(Style::Time, look, row.time.as_deref().unwrap_or_default());
            self.xml.close("w:tc");
        }
        self.begin_cell(widths[widths.len() - 1], joins);
        let has_words = self.entry(row, look);
        if !has_words {
            // A cell without a paragraph is none.
            self.line(Style::TableText, look, "");
        }
        self.xml.close("w:tc");
        self.xml.close("w:tr");
        for (index, child) in row.children.iter().enumerate() {
            let is_last = index + 1 == row.children.len();
            self.row(child, widths, [true, below || !is_last]);
        }
    }

    /// Writes an entry and its parts; says whether there was anything to write.
    fn entry(&mut self, row: &Row, look: Look) -> bool {
        let level = row.level;
        let mut lines: Vec<(Style, &str)> = Vec::new();
        if !row.headline.is_empty() {
            let style = if row.pause { Style::Pause(level) } else { Style::Entry(level) };
            lines.push((style, &row.headline));
        }
        lines.extend(row.people.iter().map(|person| (Style::People(level), person.as_str())));
        lines.extend(row.details.iter().map(|words| (Style::Place(level), words.as_str())));
        let mut has_words = !lines.is_empty();
        for (style, words) in lines {
            self.line(style, look, words);
        }
        for part in &row.parts {
            has_words |= self.entry(part, look);
        }
        for words in &row.description {
            // The page of an entry stands among its words.
            let words = match link::sound(words) {
                Some(_) => Inline::Link(words.clone(), vec![Inline::text(words)]),
                None => Inline::text(words),
            };
            self.paragraph(Style::Description(level), look, &[words]);
            has_words = true;
        }
        has_words
    }
}

/// How many characters the longest time has; none if there is no time.
fn longest_time(rows: &[Row]) -> Option<usize> {
    let times = rows.iter().flat_map(|row| {
        let own = row.time.as_ref().map(|time| time.chars().count());
        own.into_iter().chain(longest_time(&row.children))
    });
    times.max()
}
