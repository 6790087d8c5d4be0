//! Tables in a page.

use std::fmt::Write as _;

use super::words::{direction, element, escape, inline};
use crate::document::model::Table;

/// The most columns that a screen of 320 pixels has room for.
const NARROW: usize = 3;

/// A table; one that may be wider than a small screen moves within its own frame, which keys reach.
pub(super) fn table(table: &Table, page: &mut String) {
    let is_wide = table.columns.len() > NARROW;
    if is_wide {
        let name = table.caption.as_ref().map_or_else(
            || table.columns.iter().map(|column| &*column.heading).collect::<Vec<_>>().join(", "),
            Clone::clone,
        );
        let name = escape(&name);
        let _ = writeln!(
            page,
            "<div class=\"wide\" role=\"group\" aria-label=\"{name}\" tabindex=\"0\">"
        );
    }
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
            let cell = inline(cell);
            let class = format!("{}{}", class(index), direction(&cell));
            // The first cell says what the row is about.
            let _ = match index {
                0 => write!(page, "<th scope=\"row\"{class}>{cell}</th>"),
                _ => write!(page, "<td{class}>{cell}</td>"),
            };
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
    if is_wide {
        page.push_str("</div>\n");
    }
}
