//! Markdown as it is read everywhere: `CommonMark` with tables and definition lists.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// How deep blocks and runs may stand within each other: no letter comes near, and every form can follow. What
/// sets PDF goes no further than fifteen quotes.
const DEEPEST: usize = 30;

/// How much of that a quote takes; a list takes as much, one for itself and one for its item.
const QUOTE: usize = 2;

/// The parts of a text.
pub fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_DEFINITION_LIST)
}

/// Where blocks or runs stand deeper within each other than can be followed, if they do.
pub fn too_deep(markdown: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let place = parser(markdown).into_offset_iter().find(|(event, _)| {
        match event {
            Event::Start(Tag::BlockQuote(_)) => depth += QUOTE,
            Event::Start(_) => depth += 1,
            Event::End(TagEnd::BlockQuote(_)) => depth = depth.saturating_sub(QUOTE),
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    });
    place.map(|(_, range)| range.start)
}

/// The rows of tables that have more cells than there are columns: nobody sees those.
pub fn long_rows(markdown: &str) -> Vec<Range<usize>> {
    let mut columns = 0;
    let row = |(event, range): (Event<'_>, Range<usize>)| match event {
        Event::Start(Tag::Table(alignments)) => {
            columns = alignments.len();
            None
        }
        Event::End(TagEnd::TableRow) => {
            let row = markdown[range.clone()].trim_start();
            let start = range.end - row.len();
            let row = row.trim_end();
            (cells(row) > columns).then(|| start..start + row.len())
        }
        _ => None,
    };
    parser(markdown).into_offset_iter().filter_map(row).collect()
}

/// How many cells a row has: bars around it divide nothing, and neither does one behind `\\`.
fn cells(row: &str) -> usize {
    let row = row.strip_prefix('|').unwrap_or(row);
    let bars = row.match_indices('|').filter(|(at, _)| !row[..*at].ends_with('\\'));
    let is_closed = row.ends_with('|') && !row.ends_with("\\|");
    bars.count() + usize::from(!is_closed)
}

#[cfg(test)]
mod tests {
    use super::{long_rows, too_deep};

    #[test]
    fn what_is_too_deep_is_found_where_it_is() {
        let quotes = |number: usize| format!("# A\n\n{} b\n", ">".repeat(number));
        assert_eq!(too_deep(&quotes(14)), None);
        assert_eq!(too_deep(&quotes(15)), Some("# A\n\n".len() + 15 + 1));
        assert!(too_deep(&quotes(100_000)).is_some());
        assert!(too_deep(&format!("a\n\n{}x", "- ".repeat(16))).is_some());
        assert!(too_deep(&format!("{}x{}", "*a ".repeat(50), "*".repeat(50))).is_some());
        assert_eq!(too_deep(&"- a\n".repeat(1000)), None);
    }

    #[test]
    fn a_row_is_long_where_a_cell_is_seen_by_nobody() {
        let table = "|a|b|\n|-|-|\n|1|2|\n| 1 | 2 | 3 |\n1 | 2\n|1\\|2|3|\n";
        let found: Vec<&str> = long_rows(table).into_iter().map(|row| &table[row]).collect();
        assert_eq!(found, ["| 1 | 2 | 3 |"]);
    }
}
