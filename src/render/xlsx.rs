//! Tables as workbooks for Excel: words are words, days are days, numbers are numbers, and nothing runs.
//!
//! The same table gives the same bytes: the moment of its creation is none.

use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::document::model::{Inline, Table};
use crate::text::plain;

/// The most characters of a cell.
const LONGEST: usize = 32_767;

/// The most that a column is wide, in characters.
const WIDEST: u16 = 60;

/// `table` as a workbook with one sheet, its headings fixed above the rows.
///
/// # Errors
/// If it has more rows or columns than a sheet can have.
pub fn xlsx(table: &Table) -> io::Result<Vec<u8>> {
    workbook(table).map_err(|error| match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other.to_string()),
    })
}

fn workbook(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let heading = Format::new().set_bold();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let text = Format::new().set_num_format("@");
    let sheet = workbook.add_worksheet();
    sheet.set_freeze_panes(1, 0)?;
    for (column, head) in (0..).zip(&table.columns) {
        let mut width = head.heading.chars().count();
        sheet.write_string_with_format(0, column, plain(&head.heading), &heading)?;
        for (row, cells) in (1..).zip(&table.rows) {
            let Some(cell) = cells.get(usize::from(column)) else { continue };
            let words = words(cell);
            width = width.max(words.lines().map(|line| line.chars().count()).max().unwrap_or(0));
            if words.is_empty() {
                continue;
            }
            if let Some(number) = number(&words).filter(|_| head.numeric) {
                sheet.write_number(row, column, number)?;
            } else if let Some(date) = date(&words) {
                sheet.write_datetime_with_format(row, column, &date, &day)?;
            } else {
                sheet.write_string_with_format(row, column, words, &text)?;
            }
        }
        let width = u16::try_from(width + 2).unwrap_or(WIDEST).min(WIDEST);
        sheet.set_column_width(column, f64::from(width))?;
    }
    workbook.save_to_buffer()
}

/// A number as data or people write it.
fn number(words: &str) -> Option<f64> {
    words.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

/// A day as data write it.
fn date(words: &str) -> Option<ExcelDateTime> {
    let is_day = words.len() == 10
        && words.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let part = |range: std::ops::Range<usize>| words.get(range)?.parse().ok();
    let year = words.get(..4)?.parse().ok().filter(|_| is_day)?;
    ExcelDateTime::from_ymd(year, part(5..7)?, part(8..10)?).ok()
}

fn words(runs: &[Inline]) -> String {
    let run = |run: &Inline| match run {
        Inline::Text(words) | Inline::Code(words) => words.clone(),
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Link(_, inner)
        | Inline::Inside(_, inner)
        | Inline::Beside(_, inner)
        | Inline::Anchor(_, inner) => words(inner),
        Inline::Break => "\n".to_owned(),
    };
    let words: String = runs.iter().map(run).collect();
    plain(&words).chars().filter(|c| !c.is_control() || *c == '\n').take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::xlsx;
    use crate::document::model::Table;

    #[test]
    fn the_same_table_gives_the_same_bytes() {
        let cells =
            ["07743", "=1+1", "2024-09-24", "0001-02-03", "-0,5", "a\u{0}b", "zwei\nZeilen"];
        let row: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        let headings: Vec<(&str, bool)> =
            cells.iter().map(|cell| (*cell, *cell == "-0,5")).collect();
        let table = Table::of_words(&headings, vec![row.clone(), row]);
        let first = xlsx(&table).unwrap();
        assert!(first.starts_with(b"PK"));
        std::thread::sleep(std::time::Duration::from_millis(1100));
        assert_eq!(xlsx(&table).unwrap(), first);
    }
}
