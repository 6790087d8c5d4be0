//! Tables as rows of cells, from text with signs between its columns.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::headings;
use crate::domain::listed::{ListKind, RowFault};
use crate::input::incoming::{DELIMITERS, Lines, open_quote, swallows_a_row, without_wish};

/// How many rows tell which sign stands between columns.
const SAMPLE: usize = 40;

/// A table as it stands in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    /// The sheet of a workbook, and the others that are there.
    pub(super) sheet: Option<(String, Vec<String>)>,
    /// Whether its days are counted from 1904.
    pub(super) from_1904: bool,
    /// Whether it was made of cards: its first row are keys, the others have the numbers of their cards.
    pub(super) is_of_cards: bool,
    /// Its rows in their order, without those in which nothing stands.
    pub(super) rows: Vec<GridRow>,
    /// Rows that are none.
    pub(super) faults: Vec<(u32, RowFault)>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct GridRow {
    /// Its number, from 1: the line for text.
    pub(super) number: u32,
    /// Its cells.
    pub(super) cells: Vec<String>,
}

impl GridRow {
    /// The cell in a column; empty where the row is shorter.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// Reads text as Excel and others save it: the sign between columns is the one that `sep=` names, else the
/// one with which most headings are known.
pub(super) fn read(text: &str, kind: ListKind) -> Grid {
    let (table, skipped, wish) = without_wish(text);
    let delimiter = wish.unwrap_or_else(|| guessed(table, kind));
    let open = open_quote(table, delimiter);
    let whole = open.as_ref().map_or(table, |open| &table[..open.record]);
    let mut lines = Lines::new(table, 1 + skipped);
    let mut grid = Grid::default();
    let mut widest = 0;
    for record in reader(whole, delimiter).records() {
        let Ok(record) = record else { continue };
        let number = line_number(lines.at(record.position()));
        if record.iter().all(str::is_empty) {
            continue;
        }
        if record.iter().any(|cell| swallows_a_row(cell, delimiter, widest)) {
            grid.faults.push((number, RowFault::OpenQuote));
            continue;
        }
        widest = widest.max(record.len());
        let cells = record.iter().map(str::to_owned).collect();
        grid.rows.push(GridRow { number, cells });
    }
    if let Some(open) = open {
        grid.faults.push((line_number(lines.of(open.quote)), RowFault::OpenQuote));
    }
    grid
}

fn line_number(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

fn reader(table: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(table.as_bytes())
}

/// The sign with which most headings are known; of those that fit equally, the one that divides the most,
/// and the German Excel's first.
fn guessed(table: &str, kind: ListKind) -> u8 {
    let fit = |delimiter: &u8| {
        let records = reader(table, *delimiter).into_records().take(SAMPLE).flatten();
        let records: Vec<StringRecord> = records.collect();
        let known = records.iter().map(|record| headings::known(record.iter(), kind)).max();
        (known, records.iter().map(StringRecord::len).max())
    };
    DELIMITERS.into_iter().rev().max_by_key(fit).unwrap_or(b';')
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::domain::listed::{ListKind, RowFault};

    #[test]
    fn the_sign_between_columns_is_found() {
        let cases = [
            "Name;E-Mail\nNordhaus, Ada;ada@example.org\n",
            "Name\tE-Mail\nNordhaus, Ada\tada@example.org\n",
            "Name,E-Mail\n\"Nordhaus, Ada\",ada@example.org\n",
            "sep=,\r\nName,E-Mail\r\n\"Nordhaus, Ada\",ada@example.org\r\n",
            "Liste, Stand 3;;\n\nName;E-Mail\nNordhaus, Ada;ada@example.org\n",
        ];
        for table in cases {
            let grid = read(table, ListKind::Contacts);
            assert_eq!(grid.rows.last().unwrap().cells[..2], ["Nordhaus, Ada", "ada@example.org"]);
        }
    }

    #[test]
    fn rows_have_the_numbers_of_their_lines() {
        let grid = read("Name;Notiz\r\n\r\nA;\"x\r\ny\"\r\n;;\r\nB;z\r\n", ListKind::Contacts);
        let numbers: Vec<u32> = grid.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 3, 6]);
        let open = read("Name;Notiz\nA;\"x\nB;y\n", ListKind::Contacts);
        assert_eq!(open.faults, [(2, RowFault::OpenQuote)]);
    }
}
