//! A grid as a table whose cells reach over several rows.

use std::fmt::Write as _;

use super::agenda::entry;
use super::words::escape;
use crate::document::agenda::AgendaRow;
use crate::document::grid::{Grid, GridCell};

/// `grid` as a table in a region of its own, which scrolls where the screen is narrow.
pub(super) fn grid(grid: &Grid, page: &mut String) {
    let number = page.matches("<div class=\"grid\"").count() + 1;
    // Whoever has no mouse reaches what does not fit with the keyboard.
    let _ = writeln!(
        page,
        "<div class=\"grid\" role=\"group\" aria-labelledby=\"grid-{number}\" tabindex=\"0\">\n<table>"
    );
    let words = escape(&grid.caption);
    match grid.block().filter(AgendaRow::is_long) {
        Some(block) => {
            let _ = writeln!(page, "<caption><span id=\"grid-{number}\">{words}</span>");
            entry(&AgendaRow { headline: String::new(), time: None, ..block }, page);
            page.push_str("</caption>\n");
        }
        None => {
            let _ = writeln!(page, "<caption id=\"grid-{number}\">{words}</caption>");
        }
    }
    let _ = write!(page, "<thead>\n<tr><th scope=\"col\">{}</th>", escape(grid.hours));
    for column in &grid.columns {
        let _ = write!(page, "<th scope=\"col\">{}</th>", escape(column));
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for line in &grid.rows {
        let _ = write!(page, "<tr><th scope=\"row\" class=\"time\">{}</th>", escape(&line.time));
        for cell in &line.cells {
            self::cell(cell, page);
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}

fn cell(cell: &GridCell, page: &mut String) {
    let Some(row) = &cell.entry else {
        page.push_str("<td></td>");
        return;
    };
    match cell.height {
        1 => page.push_str("<td>\n"),
        height => {
            let _ = writeln!(page, "<td rowspan=\"{height}\">");
        }
    }
    entry(row, page);
    page.push_str("</td>");
}
