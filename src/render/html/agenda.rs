//! The days of a programme as lists.

use super::words::{direction, element, escape, link, paragraph};
use crate::document::agenda::{AgendaRow, rows};
use crate::view::programme::Day;
use crate::view::words::{Marks, Worded};

/// The days, each below its heading.
pub(super) fn agenda(days: &[Day], page: &mut String) {
    for day in days {
        if let Some(heading) = &day.heading {
            let words = match &day.date {
                Some(date) => format!("<time datetime=\"{date}\">{}</time>", escape(heading)),
                None => escape(heading),
            };
            element("h3", &words, page);
        }
        entries(&rows(day), page);
    }
}

/// Entries as a list: screen readers say how many there are, and what stands within what.
fn entries(rows: &[AgendaRow], page: &mut String) {
    if rows.is_empty() {
        return;
    }
    // Only a list in which something has a time needs a column for it.
    let timed = rows.iter().any(|row| row.time.is_some() || row.length().is_some());
    page.push_str(if timed { "<ol class=\"agenda timed\">\n" } else { "<ol class=\"agenda\">\n" });
    for row in rows {
        page.push_str(if row.pause { "<li class=\"pause\">\n" } else { "<li>\n" });
        entry(row, page);
        page.push_str("</li>\n");
    }
    page.push_str("</ol>\n");
}

/// One entry with all that belongs to it.
pub(super) fn entry(row: &AgendaRow, page: &mut String) {
    let time = row.time.as_ref().map(|words| time(words, row));
    let length = row.length().map(|words| format!("<span>{}</span>", escape(words)));
    let hours: Vec<String> = time.into_iter().chain(length).collect();
    if !hours.is_empty() {
        element("p class=\"time\"", &hours.join("<br>\n"), page);
    }
    page.push_str("<div>\n");
    if !row.headline.is_empty() {
        let words = escape(&row.headline);
        let words = match (row.pause, row.level) {
            (true, _) => format!("<em>{words}</em>"),
            (false, 0) => format!("<strong>{words}</strong>"),
            (false, _) => words,
        };
        element(&format!("p{}", direction(&row.headline)), &words, page);
    }
    if !row.people.is_empty() {
        let people: Vec<String> = row.people.iter().map(|person| escape(person)).collect();
        let direction = direction(&row.people.concat());
        element(&format!("p{direction}"), &people.join("<br>\n"), page);
    }
    if let Some(details) = &row.details {
        paragraph("details", details, page);
    }
    for words in row.cues() {
        paragraph("cue", words, page);
    }
    entries(&row.parts, page);
    for words in &row.description {
        match words.split_once("://") {
            Some(("http" | "https", rest)) if !rest.contains(char::is_whitespace) => {
                element("p class=\"details\"", &link(words, &escape(words)), page);
            }
            _ => paragraph("details", words, page),
        }
    }
    entries(&row.children, page);
    page.push_str("</div>\n");
}

/// The words of the time column; what of them is a clock time is marked as one.
fn time(words: &Worded<Marks>, row: &AgendaRow) -> String {
    let mark = |clock: &str, words: &str| {
        format!("<time datetime=\"{}\">{}</time>", escape(clock), escape(words))
    };
    // A day ends with 24:00, but a moment in HTML has an hour of at most 23.
    let [start, end] = [&row.start, &row.end].map(|time| time.as_deref().filter(|it| *it < "24"));
    match (start, end, words.ends()) {
        (Some(start), Some(end), Some((from, to))) => {
            format!("{}–{}", mark(start, from), mark(end, to))
        }
        (Some(start), None, None) if row.end.is_none() => mark(start, words),
        _ => escape(words),
    }
}
