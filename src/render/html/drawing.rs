//! Drawings in a page: months as tables with a tone for each day, lanes as a drawing with a table.

use std::fmt::Write as _;

use super::table::table;
use super::words::escape;
use crate::document::drawing::{DayCell, Drawing, Figure, Key, Month};
use crate::document::told;
use crate::render::svg;
use crate::text::Vocabulary as _;

pub(super) fn drawing(drawing: &Drawing, page: &mut String) {
    match &drawing.figure {
        Figure::Months(months, key) => {
            page.push_str("<div class=\"months\">\n");
            for month in months {
                self::month(month, page);
            }
            page.push_str("</div>\n");
            self::key(key, page);
        }
        Figure::Lanes(lanes) => {
            let _ = write!(page, "<div class=\"drawing\">\n{}</div>\n", svg::inline(drawing));
            table(&told::lanes(lanes), page);
        }
        Figure::Map(_) => {
            let _ = write!(page, "<div class=\"drawing\">\n{}</div>\n", svg::inline(drawing));
        }
    }
}

fn month(month: &Month, page: &mut String) {
    let _ = write!(page, "<table>\n<caption>{}</caption>\n<thead>\n<tr>", escape(&month.title));
    for day in &month.weekdays {
        let _ = write!(page, "<th scope=\"col\">{}</th>", escape(day));
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for week in &month.weeks {
        page.push_str("<tr>");
        for cell in week {
            match cell {
                Some(cell) => self::cell(cell, page),
                None => page.push_str("<td></td>"),
            }
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
}

fn cell(cell: &DayCell, page: &mut String) {
    let note = cell.note();
    let note = if note.is_empty() { note } else { format!(" <b>{}</b>", escape(&note)) };
    let _ = write!(page, "<td class=\"{}\">{}{note}</td>", cell.score.word(), cell.day);
}

fn key(key: &[Key], page: &mut String) {
    page.push_str("<dl class=\"key\">\n");
    for Key { sign, words, score } in key {
        let class = score.map(|score| format!(" class=\"{}\"", score.word())).unwrap_or_default();
        let (sign, words) = (escape(sign), escape(words));
        let _ = writeln!(page, "<div><dt><span{class}>{sign}</span></dt><dd>{words}</dd></div>");
    }
    page.push_str("</dl>\n");
}
