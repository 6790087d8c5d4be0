//! Lists that others keep: tables, workbooks and visiting cards become what they say.
//!
//! Whatever stands in a list comes from an office, not from us: what it is tells its content, not its
//! name; what its columns hold is guessed, shown and can be said; nothing is taken that would not be sound
//! in a file.

mod card;
mod cell;
mod column;
mod day;
mod grid;
mod headings;
mod person;
mod row;
mod words;
pub mod workbook;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::file::{FileTooLarge, FileUnreadable, NotAFile};
use crate::diagnostic::list::{
    EmptyList, ListTooLarge, LockedList, LongList, NoListHere, UnknownSheet, UnreadableList,
};
use crate::domain::listed::{Field, ListColumn, ListKind, Listing, Refused, RowFault};
use crate::input::incoming::{MOST_ROWS, decoded};
use crate::source::workshop::Workshop;
use crate::source::{RawFile, ReadFault};
use grid::{Grid, GridRow};
use row::{Reader, beginning};
use workbook::BookFault;

pub use column::ColumnWish;
pub use headings::fields;
pub use person::address_and_titles;

/// How a list is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Manner<'m> {
    /// What it is about.
    pub kind: ListKind,
    /// The sheet of a workbook, by name or number.
    pub sheet: Option<&'m str>,
    /// The row of the headings.
    pub heading_row: Option<u32>,
    /// What columns hold.
    pub columns: &'m [ColumnWish],
    /// Whether postcodes without a country are not those of Germany.
    pub is_abroad: bool,
}

/// What a list says.
///
/// # Errors
/// If it cannot be read, or nobody can tell what its columns hold.
pub fn read_list(
    file: RawFile,
    manner: Manner<'_>,
    workshop: &dyn Workshop,
) -> Result<Listing, Vec<Diagnostic>> {
    let path = file.path;
    let one = |problem: Diagnostic| vec![problem];
    let bytes = file.content.map_err(|fault| one(unreadable(&path, fault)))?;
    let grid = grid_of(&path, &bytes, manner, workshop).map_err(one)?;
    if grid.rows.len() > MOST_ROWS {
        return Err(one(Diagnostic::new(LongList { path, most: MOST_ROWS })));
    }
    let sheet = grid.sheet.as_ref().map(|(name, _)| cell::shown(name));
    let is_open = |fault: &&(u32, RowFault)| fault.1 == RowFault::OpenQuote;
    let open_quote = grid.faults.iter().find(is_open).map(|(line, _)| *line);
    if grid.rows.is_empty() {
        return Err(one(Diagnostic::new(EmptyList { path, sheet, is_headed: false, open_quote })));
    }
    let (at, columns) = column::find(&grid, manner.kind, manner.columns, manner.heading_row)?;
    if at.is_some_and(|at| grid.rows.len() == at + 1) {
        return Err(one(Diagnostic::new(EmptyList { path, sheet, is_headed: true, open_quote })));
    }
    Ok(listing(&grid, at, columns, manner))
}

fn unreadable(path: &str, fault: ReadFault) -> Diagnostic {
    let path = path.to_owned();
    match fault {
        ReadFault::Refused(reason) => Diagnostic::new(FileUnreadable { path, reason }),
        ReadFault::NotAFile | ReadFault::NotAFolder | ReadFault::UnfitName => {
            Diagnostic::new(NotAFile { path })
        }
        ReadFault::TooLarge { mebibytes, most } => {
            Diagnostic::new(FileTooLarge { path, mebibytes, most })
        }
    }
}

/// The rows of a file, whatever it is.
fn grid_of(
    path: &str,
    bytes: &[u8],
    manner: Manner<'_>,
    workshop: &dyn Workshop,
) -> Result<Grid, Diagnostic> {
    let path = path.to_owned();
    // What packs files, and what older programs of Microsoft put theirs into.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        let read = workbook::read(bytes, manner.kind, manner.sheet, workshop);
        return read.map_err(|fault| match fault {
            BookFault::Locked => Diagnostic::new(LockedList { path }),
            BookFault::Broken => Diagnostic::new(UnreadableList { path }),
            BookFault::TooLarge => Diagnostic::new(ListTooLarge { path }),
            BookFault::NoSheet(sheets) => {
                let name = manner.sheet.map(cell::shown).unwrap_or_default();
                let sheets = sheets.iter().map(|it| cell::shown(it)).collect();
                Diagnostic::new(UnknownSheet { name, sheets })
            }
            BookFault::Closed(reason) => Diagnostic::new(FileUnreadable { path, reason }),
        });
    }
    let text = decoded(bytes);
    if text.contains('\0') || bytes.starts_with(b"%PDF") || text.trim_start().starts_with('<') {
        return Err(Diagnostic::new(NoListHere { path }));
    }
    if manner.kind == ListKind::Contacts && card::is_one(&text) {
        return Ok(card::read(&text));
    }
    if let Some(name) = manner.sheet {
        let (name, sheets) = (cell::shown(name), Vec::new());
        return Err(Diagnostic::new(UnknownSheet { name, sheets }));
    }
    Ok(grid::read(&text, manner.kind))
}

/// What the rows below the headings say.
fn listing(
    grid: &Grid,
    at: Option<usize>,
    columns: Vec<ListColumn>,
    manner: Manner<'_>,
) -> Listing {
    let none = GridRow::default();
    let heads = at.map_or(&none, |at| &grid.rows[at]);
    let number = |column: &ListColumn| column::number(&column.letters);
    let places = columns.iter().filter_map(|column| Some((number(column), column.field?)));
    let places = places.filter(|(_, field)| *field != Field::Nothing).collect();
    let Manner { kind, is_abroad, .. } = manner;
    let reader = Reader { kind, columns: places, is_abroad, grid };
    let (mut entries, mut refused, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
    for row in &grid.rows[at.map_or(0, |at| at + 1)..] {
        // Some lists say their headings again on each page.
        if row.cells == heads.cells {
            continue;
        }
        match reader.read(row) {
            None => {}
            Some(Ok((entry, more))) => {
                entries.push(entry);
                remarks.extend(more);
            }
            Some(Err(why)) => {
                refused.push(Refused { row: row.number, words: beginning(row), why });
            }
        }
    }
    for (row, why) in &grid.faults {
        refused.push(Refused { row: *row, words: String::new(), why: why.clone() });
    }
    refused.sort_by_key(|refused| refused.row);
    let headings: Vec<&str> = heads.cells.iter().map(String::as_str).collect();
    Listing {
        kind,
        is_of_people: headings::name_people(&headings),
        sheet: grid.sheet.as_ref().map(|(name, others)| {
            (cell::shown(name), others.iter().map(|it| cell::shown(it)).collect())
        }),
        heading_row: (!grid.is_of_cards).then_some(heads.number),
        columns: if grid.is_of_cards { Vec::new() } else { columns },
        entries,
        refused,
        remarks,
    }
}
