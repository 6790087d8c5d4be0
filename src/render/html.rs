//! Documents as a page of HTML: one file without scripts, to publish, to print or to mail.
//!
//! It aims at WCAG 2.1 AA: its language is named, headings, lists and tables are marked as such,
//! tables have captions and headings of rows and columns, colours contrast by 7 to 1 or more, and
//! nothing is said by colour alone.

use std::fmt::Write as _;

use crate::document::agenda::{Row, rows};
use crate::document::model::{Block, Document, Fact, Inline, Table};
use crate::view::programme::Day;

mod grid;

/// How the page looks. Lengths follow the reader's size of letters.
const STYLE: &str = include_str!("html/style.css");

/// `document` as a page.
pub fn html(document: &Document) -> String {
    let language = document.language.code();
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escape(&document.title)
    );
    blocks(&document.blocks_with_foot(), &mut page);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn blocks(blocks: &[Block], page: &mut String) {
    for block in blocks {
        self::block(block, page);
    }
}

fn block(block: &Block, page: &mut String) {
    match block {
        Block::Heading(level, runs) => {
            element(&format!("h{}", (*level).clamp(1, 6)), &inline(runs), page);
        }
        Block::Paragraph(runs) => element("p", &inline(runs), page),
        Block::List(first, items) => list(*first, items, page),
        Block::Quote(inner) => {
            page.push_str("<blockquote>\n");
            blocks(inner, page);
            page.push_str("</blockquote>\n");
        }
        Block::Facts(facts) => self::facts(facts, page),
        Block::Table(table) => self::table(table, page),
        Block::Agenda(days) => agenda(days, page),
        Block::Grid(grid) => grid::grid(grid, page),
        Block::Rule => page.push_str("<hr>\n"),
    }
}

/// `name` may have attributes.
fn element(name: &str, content: &str, page: &mut String) {
    let tag = name.split(' ').next().unwrap_or(name);
    let _ = writeln!(page, "<{name}>{content}</{tag}>");
}

fn list(first: Option<u64>, items: &[Vec<Block>], page: &mut String) {
    let (open, close) = match first {
        None => ("<ul>".to_owned(), "</ul>"),
        Some(1) => ("<ol>".to_owned(), "</ol>"),
        Some(first) => (format!("<ol start=\"{first}\">"), "</ol>"),
    };
    let _ = writeln!(page, "{open}");
    for item in items {
        // A single paragraph needs no space of its own.
        if let [Block::Paragraph(runs)] = &item[..] {
            element("li", &inline(runs), page);
        } else {
            page.push_str("<li>\n");
            blocks(item, page);
            page.push_str("</li>\n");
        }
    }
    let _ = writeln!(page, "{close}");
}

fn facts(facts: &[Fact], page: &mut String) {
    page.push_str("<dl>\n");
    for fact in facts {
        let (label, content) = (escape(&fact.label), inline(&fact.content));
        let _ = writeln!(page, "<div><dt>{label}</dt><dd>{content}</dd></div>");
    }
    page.push_str("</dl>\n");
}

fn table(table: &Table, page: &mut String) {
    page.push_str("<table>\n");
    if let Some(words) = &table.caption {
        element("caption", &escape(words), page);
    }
    let class = |column: usize| {
        let numeric = table.columns.get(column).is_some_and(|column| column.numeric);
        if numeric { " class=\"number\"" } else { "" }
    };
    page.push_str("<thead>\n<tr>");
    for (index, column) in table.columns.iter().enumerate() {
        let heading = escape(&column.heading);
        let _ = write!(page, "<th scope=\"col\"{}>{heading}</th>", class(index));
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        page.push_str("<tr>");
        for (index, cell) in row.iter().enumerate() {
            let (class, cell) = (class(index), inline(cell));
            // The first cell says what the row is about.
            let _ = match index {
                0 => write!(page, "<th scope=\"row\"{class}>{cell}</th>"),
                _ => write!(page, "<td{class}>{cell}</td>"),
            };
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
}

fn agenda(days: &[Day], page: &mut String) {
    for day in days {
        if let Some(heading) = &day.heading {
            element("h3", &escape(heading), page);
        }
        entries(&rows(day), page);
    }
}

/// Entries as a list: screen readers say how many there are, and what stands within what.
fn entries(rows: &[Row], page: &mut String) {
    if rows.is_empty() {
        return;
    }
    // Some readers take a list without marks for none, unless it says that it is one.
    page.push_str("<ul class=\"agenda\" role=\"list\">\n");
    for row in rows {
        page.push_str("<li>\n");
        entry(row, page);
        page.push_str("</li>\n");
    }
    page.push_str("</ul>\n");
}

fn entry(row: &Row, page: &mut String) {
    let time =
        row.time.as_ref().map(|time| format!("<span class=\"time\">{}</span>", escape(time)));
    let title = (!row.headline.is_empty()).then(|| {
        let words = escape(&row.headline);
        match (row.pause, row.level) {
            (true, _) => format!("<em>{words}</em>"),
            (false, 0) => format!("<strong>{words}</strong>"),
            (false, _) => words,
        }
    });
    let head: Vec<String> = time.into_iter().chain(title).collect();
    if !head.is_empty() {
        element("p", &head.join(" "), page);
    }
    if !row.people.is_empty() {
        let people: Vec<String> = row.people.iter().map(|person| escape(person)).collect();
        element("p", &people.join("<br>\n"), page);
    }
    if let Some(details) = &row.details {
        element("p class=\"details\"", &escape(details), page);
    }
    entries(&row.parts, page);
    for paragraph in &row.description {
        element("p class=\"details\"", &escape(paragraph), page);
    }
    entries(&row.children, page);
}

fn inline(runs: &[Inline]) -> String {
    let mut text = String::new();
    for run in runs {
        let _ = match run {
            Inline::Text(words) => write!(text, "{}", escape(words)),
            Inline::Strong(inner) => write!(text, "<strong>{}</strong>", inline(inner)),
            Inline::Emphasis(inner) => write!(text, "<em>{}</em>", inline(inner)),
            Inline::Link(target, inner) => write!(text, "{}", link(target, &inline(inner))),
            Inline::Break => writeln!(text, "<br>"),
        };
    }
    text
}

/// A link, if it leads to a page, a mailbox or a telephone; else the words with where it leads.
fn link(target: &str, words: &str) -> String {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("https" | "http" | "mailto" | "tel") => {
            format!("<a href=\"{}\">{words}</a>", escape(target))
        }
        _ => format!("{words} ({})", escape(target)),
    }
}

/// Words as they stand between tags and in attributes.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    for character in words.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}
