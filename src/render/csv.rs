//! Tables for Excel as it stands in German offices: UTF-8 with a byte order mark (without it Excel
//! takes the letters for those of Windows), semicolons, and CRLF (RFC 4180).
//!
//! A cell is one line: line ends within cells are sound in RFC 4180, but not every way into Excel
//! takes them. A cell that begins like a formula gets an apostrophe in front, as OWASP advises
//! against CSV injection: whoever opens the file runs nothing that came in with a title. The
//! apostrophe is seen; a hidden formula would not be.

use std::io;
use std::iter;

use csv::{Terminator, WriterBuilder};

use crate::document::markdown::words;
use crate::document::model::Table;
use crate::text::plain;

/// What a byte order mark looks like in UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The first characters of cells that a spreadsheet runs; the wide ones do the same where East Asian
/// letters are usual.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// `table` as CSV, with its headings in the first line; its caption is left out.
///
/// # Errors
/// If a row has more or fewer cells than there are columns.
pub fn csv(table: &Table) -> io::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(table.columns.iter().map(|column| harmless(&column.heading)))?;
    for row in &table.rows {
        // Cells without a column are for the writer to find.
        let numeric = table.columns.iter().map(|column| column.numeric).chain(iter::repeat(false));
        writer.write_record(row.iter().zip(numeric).map(|(cell, numeric)| match words(cell) {
            number if numeric && is_number(&number) => number,
            words => harmless(&words),
        }))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// Whether a cell is a plain number, which runs nothing even if a sign stands before it.
fn is_number(words: &str) -> bool {
    let digits = words.strip_prefix('-').unwrap_or(words);
    digits.starts_with(|it: char| it.is_ascii_digit())
        && digits.chars().all(|it| it.is_ascii_digit() || it == ',' || it == '.')
}

/// Words as a cell: in one line, with plain spaces, and never a formula.
fn harmless(words: &str) -> String {
    let is_space = |character: char| character.is_whitespace() || character.is_control();
    let words = plain(words);
    let words: Vec<&str> = words.split(is_space).filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    if words.starts_with(FORMULA) { format!("'{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::any;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{FORMULA, csv};
    use crate::document::model::Table;

    fn read(file: &[u8]) -> Vec<Vec<String>> {
        let text = file.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn cells_are_lines_and_no_formulas() {
        let cells = [
            ("a;b", "\"a;b\""),
            ("„a“ \"b\"", "\"„a“ \"\"b\"\"\""),
            ("a\r\n b\tc\0d", "a b c d"),
            ("09:30\u{a0}Uhr", "09:30 Uhr"),
            ("=1+1", "'=1+1"),
            ("\t@SUM(A1)", "'@SUM(A1)"),
            ("-2", "'-2"),
            ("+49 361", "'+49 361"),
            ("＝1", "'＝1"),
            ("", ""),
            ("1-2", "1-2"),
        ];
        let headings: Vec<(&str, bool)> = cells.iter().map(|_| ("Titel", false)).collect();
        let row = cells.iter().map(|(cell, _)| (*cell).to_owned()).collect();
        let expected = cells.map(|(_, written)| written).join(";");
        let heading = cells.map(|_| "Titel").join(";");
        let file = csv(&Table::of_words(&headings, vec![row])).unwrap();
        let file = String::from_utf8(file).unwrap();
        assert_eq!(file, format!("\u{feff}{heading}\r\n{expected}\r\n"));
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_was_written(cells in proptest::collection::vec(any::<String>(), 2)) {
            let table = Table::of_words(&[("a", false), ("b", false)], vec![cells.clone()]);
            let rows = read(&csv(&table).unwrap());
            prop_assert_eq!(rows.len(), 2);
            for (read, written) in rows[1].iter().zip(&cells) {
                prop_assert!(!read.starts_with(FORMULA), "{}", read);
                let dense = |words: &str| {
                    let is_space = |it: &char| it.is_whitespace() || it.is_control();
                    words.chars().filter(|it| !is_space(it)).collect::<String>()
                };
                let written = dense(written);
                let mark = if written.starts_with(FORMULA) { "'" } else { "" };
                prop_assert_eq!(dense(read), format!("{mark}{written}"));
            }
        }
    }
}
