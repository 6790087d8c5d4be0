//! The programme as a table: the time on the left, what happens beside it.

use super::body::{Body, RunLook};
use super::style::{DEEPEST, Style};
use super::{CHARACTER, link, numbering};
use crate::document::agenda::{AgendaRow, rows};
use crate::document::model::Inline;
use crate::text::Language;
use crate::view::programme::Day;

/// How wide the column with the lengths of a run sheet is.
const LENGTH: usize = 1000;

/// A column of a programme.
#[derive(Clone, Copy, Debug)]
enum Column {
    Time,
    /// How long it takes; only in a run sheet.
    Length,
    Entry,
    /// What the chair must mind; only in a run sheet.
    Cues,
}

impl Body<'_> {
    /// The days of a programme, each a table below its heading.
    pub(super) fn agenda(&mut self, days: &[Day]) {
        let days: Vec<(&Day, Vec<AgendaRow>)> = days.iter().map(|day| (day, rows(day))).collect();
        let times = days.iter().filter_map(|(_, rows)| longest_time(rows)).max();
        for (day, rows) in &days {
            match &day.heading {
                Some(heading) => {
                    self.below_table = false;
                    self.line(Style::Heading(3), RunLook::default(), heading);
                }
                None => self.part_from_table(),
            }
            if !rows.is_empty() {
                self.day(day, rows, times);
            }
        }
    }

    fn day(&mut self, day: &Day, rows: &[AgendaRow], times: Option<usize>) {
        let (caption, about) = match self.house.language {
            Language::German => ("Programm", "Das Programm in der Reihenfolge des Tages"),
            Language::English => ("Programme", "The programme in the order of the day"),
        };
        let columns = self.columns(rows, times);
        let widths: Vec<usize> = columns.iter().map(|(_, _, width)| *width).collect();
        let headings: Vec<&str> = columns.iter().map(|(_, heading, _)| *heading).collect();
        let caption = Some(day.heading.as_deref().unwrap_or(caption));
        self.begin_table(&widths, caption, Some(about), false);
        self.headings(&headings, &widths, |_| false);
        for row in rows {
            self.row(row, &columns, [false; 2]);
        }
        self.end_table();
    }

    /// The columns that `rows` need, each with its heading and width.
    fn columns(
        &self,
        rows: &[AgendaRow],
        times: Option<usize>,
    ) -> Vec<(Column, &'static str, usize)> {
        let whole = self.house.width;
        let is_run_sheet = has_plan(rows);
        // As wide as the longest time, but never so wide that titles have no room.
        let time = times.map(|times| (times * CHARACTER + 170).clamp(1300, whole * 3 / 10));
        let length = is_run_sheet.then_some(LENGTH);
        let rest = whole - time.unwrap_or_default() - length.unwrap_or_default();
        let cues = is_run_sheet.then_some(rest * 2 / 5);
        let entry = rest - cues.unwrap_or_default();
        let [hours, lasts, what, cue] = match self.house.language {
            Language::German => ["Zeit", "Dauer", "Programmpunkt", "Für die Leitung"],
            Language::English => ["Time", "Length", "Item", "For the chair"],
        };
        let columns = [
            (Column::Time, hours, time),
            (Column::Length, lasts, length),
            (Column::Entry, what, Some(entry)),
            (Column::Cues, cue, cues),
        ];
        columns
            .into_iter()
            .filter_map(|(column, head, width)| Some((column, head, width?)))
            .collect()
    }

    fn row(&mut self, row: &AgendaRow, columns: &[(Column, &str, usize)], joins: [bool; 2]) {
        let [above, below] = joins;
        self.begin_row(false);
        // What stands within an entry is on the same sheet as its head.
        let look = RunLook { keeps_next: !row.children.is_empty(), ..RunLook::default() };
        let joins = [above, below || !row.children.is_empty()];
        for (column, _, width) in columns {
            self.begin_cell(*width, joins);
            let has_words = match column {
                Column::Time => self.lines(Style::Time, look, row.time.as_deref()),
                Column::Length => self.lines(Style::TableText, look, row.length()),
                Column::Entry => self.entry(row, look),
                Column::Cues => self.lines(Style::Cue, look, row.cues().iter().map(String::as_str)),
            };
            if !has_words {
                // A cell without a paragraph is none.
                self.line(Style::TableText, look, "");
            }
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
        for (index, child) in row.children.iter().enumerate() {
            let is_last = index + 1 == row.children.len();
            self.row(child, columns, [true, below || !is_last]);
        }
    }

    /// Writes a paragraph for each of `lines`; says whether there were any.
    fn lines<'l>(
        &mut self,
        style: Style,
        look: RunLook,
        lines: impl IntoIterator<Item = &'l str>,
    ) -> bool {
        let lines = lines.into_iter().map(|words| self.line(style, look, words));
        lines.count() > 0
    }

    /// Writes an entry and its parts; says whether there was anything to write.
    pub(super) fn entry(&mut self, row: &AgendaRow, look: RunLook) -> bool {
        let level = row.level;
        let mut lines: Vec<(Style, &str)> = Vec::new();
        if !row.headline.is_empty() {
            let style = if row.pause { Style::Pause(level) } else { Style::Entry(level) };
            lines.push((style, &row.headline));
        }
        lines.extend(row.people.iter().map(|person| (Style::People(level), person.as_str())));
        lines.extend(row.details.iter().map(|words| (Style::Place(level), words.as_str())));
        let mut has_words = !lines.is_empty();
        // Of a part the first line has the dash, with which it hangs below its entry.
        let mut item = look.item;
        for (style, words) in lines {
            self.line(style, RunLook { item: item.take(), ..look }, words);
        }
        let look = RunLook { item: None, ..look };
        for part in &row.parts {
            self.has_parts = true;
            let level = part.level.min(DEEPEST);
            let item = Some((numbering::PARTS, level));
            has_words |= self.entry(part, RunLook { item, ..look });
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

fn has_plan(rows: &[AgendaRow]) -> bool {
    rows.iter().any(|row| row.plan.is_some() || has_plan(&row.children))
}

/// How many characters the longest time has; none if there is no time.
fn longest_time(rows: &[AgendaRow]) -> Option<usize> {
    let times = rows.iter().flat_map(|row| {
        let own = row.time.as_ref().map(|time| time.chars().count());
        own.into_iter().chain(longest_time(&row.children))
    });
    times.max()
}
