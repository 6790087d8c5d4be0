//! Workbooks: of Excel, and in the format of OASIS.
//!
//! The library that reads them bounds neither memory nor time: a few kilobytes can unpack to gigabytes, and
//! two cells far apart make a table of thousands of millions. So it works in the workshop, and what comes
//! back is text.

use std::io::Cursor;
use std::time::Duration;

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetVisible, Xls, Xlsb, Xlsx,
    XlsxError,
};

use super::grid::{Grid, GridRow};
use super::headings;
use crate::domain::listed::ListKind;
use crate::source::workshop::{Mishap, Order, Trade, Workshop};
use crate::text::{Vocabulary as _, slug};

/// How long it may take.
const TIME: Duration = Duration::from_secs(30);

/// The most that a sheet may say, in bytes.
const LARGEST: usize = 64 << 20;

/// What parts records, and their cells.
const RECORD: char = '\u{1e}';
const CELL: char = '\u{1f}';

/// How many rows tell whether a sheet is the one that is meant.
const SAMPLE: usize = 40;

/// Why nothing came of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BookFault {
    /// A password keeps it closed.
    Locked,
    /// It is none, or broken.
    Broken,
    /// It takes more than it is given.
    TooLarge,
    /// There is no such sheet; these are there.
    NoSheet(Vec<String>),
    /// Nothing can be worked here: the words of the system.
    Closed(String),
}

/// The sheet called `wish`, by name or number, else the one whose headings are known best; hidden ones only
/// if they are named.
pub(super) fn read(
    bytes: &[u8],
    kind: ListKind,
    wish: Option<&str>,
    workshop: &dyn Workshop,
) -> Result<Grid, BookFault> {
    let head = format!("{}{CELL}{}{RECORD}", kind.word(), wish.unwrap_or_default());
    let content = [head.as_bytes(), bytes].concat();
    let order = Order { trade: Trade::Workbook, content: &content, time: TIME };
    let answer = workshop.work(&order).map_err(|mishap| match mishap {
        Mishap::Time(_) | Mishap::Memory(_) | Mishap::Steps => BookFault::TooLarge,
        Mishap::Depth | Mishap::Fall(_) | Mishap::Refusal(_) => BookFault::Broken,
        Mishap::Closed(words) => BookFault::Closed(words),
    })?;
    let answer = String::from_utf8(answer).map_err(|_| BookFault::Broken)?;
    understood(&answer)
}

/// What the workshop said.
fn understood(answer: &str) -> Result<Grid, BookFault> {
    let mut records = answer.split(RECORD);
    let cells = |record: Option<&str>| -> Vec<String> {
        record.map(|it| it.split(CELL).map(str::to_owned).collect()).unwrap_or_default()
    };
    let head = cells(records.next());
    match head.first().map(String::as_str) {
        Some("sheet") => {}
        Some("locked") => return Err(BookFault::Locked),
        Some("large") => return Err(BookFault::TooLarge),
        Some("sheets") => return Err(BookFault::NoSheet(head[1..].to_vec())),
        _ => return Err(BookFault::Broken),
    }
    let sheet = head.get(2).cloned().unwrap_or_default();
    let others = head.iter().skip(3).cloned().collect();
    let mut grid = Grid { sheet: Some((sheet, others)), ..Grid::default() };
    grid.from_1904 = head.get(1).is_some_and(|epoch| epoch == "1904");
    for record in records {
        let mut row = cells(Some(record));
        let number = row.remove(0).parse().map_err(|_| BookFault::Broken)?;
        grid.rows.push(GridRow { number, cells: row });
    }
    Ok(grid)
}

/// What the workshop does with an order of [`read`].
pub fn work(content: &[u8]) -> Option<Vec<u8>> {
    let end = content.iter().position(|byte| *byte == RECORD as u8)?;
    let (kind, wish) = std::str::from_utf8(&content[..end]).ok()?.split_once(CELL)?;
    let kind = ListKind::read(kind)?;
    let bytes = &content[end + 1..];
    Some(match Book::open(bytes) {
        Ok(mut book) => answer(&mut book, kind, wish).into_bytes(),
        Err(Closed::Locked) => b"locked".to_vec(),
        Err(Closed::Broken) => b"broken".to_vec(),
    })
}

/// Why a workbook does not open.
enum Closed {
    Locked,
    Broken,
}

/// A workbook that is open.
enum Book<'b> {
    Xlsx(Box<Xlsx<Cursor<&'b [u8]>>>),
    Xls(Box<Xls<Cursor<&'b [u8]>>>),
    Xlsb(Box<Xlsb<Cursor<&'b [u8]>>>),
    Ods(Box<Ods<Cursor<&'b [u8]>>>),
}

impl<'b> Book<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, Closed> {
        let cursor = || Cursor::new(bytes);
        // The kind of an OpenDocument file is its first part, unpacked.
        if bytes.get(30..38) == Some(b"mimetype") {
            return match Ods::new(cursor()) {
                Ok(book) => Ok(Self::Ods(Box::new(book))),
                Err(OdsError::Password) => Err(Closed::Locked),
                Err(_) => Err(Closed::Broken),
            };
        }
        match Xlsx::new(cursor()) {
            Ok(book) => return Ok(Self::Xlsx(Box::new(book))),
            Err(XlsxError::Password) => return Err(Closed::Locked),
            Err(_) => {}
        }
        if let Ok(book) = Xlsb::new(cursor()) {
            return Ok(Self::Xlsb(Box::new(book)));
        }
        match Xls::new(cursor()) {
            Ok(book) => Ok(Self::Xls(Box::new(book))),
            Err(calamine::XlsError::Password) => Err(Closed::Locked),
            Err(_) => Err(Closed::Broken),
        }
    }

    /// Its sheets, each with whether it can be seen.
    fn sheets(&self) -> Vec<(String, bool)> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        let is_seen = |visible| matches!(visible, SheetVisible::Visible);
        sheets.iter().map(|it| (it.name.clone(), is_seen(it.visible))).collect()
    }

    fn is_from_1904(&self) -> bool {
        match self {
            Self::Xlsx(book) => book.has_1904_epoch(),
            Self::Xls(_) | Self::Xlsb(_) | Self::Ods(_) => false,
        }
    }

    /// The rows of a sheet in which something stands; none if it cannot be read or says too much.
    fn rows(&mut self, sheet: &str) -> Result<Vec<GridRow>, Shut> {
        match self {
            Self::Xlsx(book) => {
                let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| Shut::Broken)?;
                let mut rows = Rows::default();
                while let Some(cell) = reader.next_cell().map_err(|_| Shut::Broken)? {
                    let (row, column) = cell.get_position();
                    rows.add(row, column, &of_reference(cell.get_value()))?;
                }
                Ok(rows.finish())
            }
            Self::Xls(book) => of_range(&book.worksheet_range(sheet).map_err(|_| Shut::Broken)?),
            Self::Xlsb(book) => of_range(&book.worksheet_range(sheet).map_err(|_| Shut::Broken)?),
            Self::Ods(book) => of_range(&book.worksheet_range(sheet).map_err(|_| Shut::Broken)?),
        }
    }
}

/// Why a sheet is not read.
#[derive(Debug)]
enum Shut {
    Broken,
    Large,
}

fn of_range(range: &Range<Data>) -> Result<Vec<GridRow>, Shut> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut rows = Rows::default();
    for (row, column, cell) in range.used_cells() {
        let at = |first: u32, more: usize| first + u32::try_from(more).unwrap_or(u32::MAX - first);
        rows.add(at(first_row, row), at(first_column, column), &words(cell))?;
    }
    Ok(rows.finish())
}

/// Rows as their cells come in.
#[derive(Default)]
struct Rows {
    rows: Vec<GridRow>,
    size: usize,
}

impl Rows {
    fn add(&mut self, row: u32, column: u32, words: &str) -> Result<(), Shut> {
        let words = words.trim();
        if words.is_empty() {
            return Ok(());
        }
        let number = row.saturating_add(1);
        if self.rows.last().is_none_or(|last| last.number != number) {
            self.rows.push(GridRow { number, cells: Vec::new() });
        }
        let Some(last) = self.rows.last_mut() else { return Ok(()) };
        let column = usize::try_from(column).unwrap_or_default();
        let missing = column.saturating_sub(last.cells.len());
        self.size += words.len() + missing + 1;
        if self.size > LARGEST {
            return Err(Shut::Large);
        }
        last.cells.resize(last.cells.len().max(column), String::new());
        let clean = |it: char| if it == RECORD || it == CELL { ' ' } else { it };
        last.cells.push(words.chars().map(clean).collect());
        Ok(())
    }

    fn finish(self) -> Vec<GridRow> {
        self.rows
    }
}

/// The answer about a workbook: its head, then its rows.
fn answer(book: &mut Book<'_>, kind: ListKind, wish: &str) -> String {
    let sheets = book.sheets();
    let names: Vec<String> = sheets.iter().map(|(name, _)| name.clone()).collect();
    let chosen = if wish.is_empty() {
        best(book, &sheets, kind)
    } else {
        let number = wish.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let called = names.iter().position(|name| name.trim() == wish.trim());
        let meant =
            || names.iter().position(|name| !slug(name).is_empty() && slug(name) == slug(wish));
        let at = called.or_else(meant).or(number.filter(|at| *at < names.len()));
        match at.map(|at| (at, book.rows(&names[at]))) {
            None => return record("sheets", &names),
            Some((at, rows)) => rows.map(|rows| (at, rows)),
        }
    };
    let (at, rows) = match chosen {
        Ok(chosen) => chosen,
        Err(Shut::Large) => return "large".to_owned(),
        Err(Shut::Broken) => return "broken".to_owned(),
    };
    let others = sheets.iter().enumerate().filter(|(other, (_, seen))| *other != at && *seen);
    let others = others.map(|(_, (name, _))| name.clone());
    let epoch = if book.is_from_1904() { "1904" } else { "1900" }.to_owned();
    let name = names.get(at).cloned().unwrap_or_default();
    let head: Vec<String> = [epoch, name].into_iter().chain(others).collect();
    let mut answer = record("sheet", &head);
    for row in rows {
        answer.push(RECORD);
        answer.push_str(&record(&row.number.to_string(), &row.cells));
    }
    answer
}

fn record(first: &str, cells: &[String]) -> String {
    let mut record = first.to_owned();
    for cell in cells {
        record.push(CELL);
        record.push_str(cell);
    }
    record
}

/// How well a sheet fits: whether anything stands in it, whether it is called so and has such headings,
/// whether it fits no other kind better, and how many of its headings are known.
type Fit = (bool, bool, bool, usize);

fn fit(name: &str, rows: &[GridRow], kind: ListKind) -> Fit {
    let known = |kind| {
        let cells = |row: &GridRow| headings::known(row.cells.iter().map(String::as_str), kind);
        rows.iter().take(SAMPLE).map(cells).max().unwrap_or_default()
    };
    let own = known(kind);
    let is_called = own > 0 && headings::name_sheet(name, kind);
    let is_own = own > 0 && ListKind::all().all(|other| known(other) <= own);
    (!rows.is_empty(), is_called, is_own, own)
}

/// The sheet that can be seen and fits best; the first of several.
fn best(
    book: &mut Book<'_>,
    sheets: &[(String, bool)],
    kind: ListKind,
) -> Result<(usize, Vec<GridRow>), Shut> {
    let mut best: Option<(Fit, usize, Vec<GridRow>)> = None;
    for (at, (name, _)) in sheets.iter().enumerate().filter(|(_, (_, seen))| *seen) {
        // A drawing or a macro is a sheet, too, and has no rows.
        let rows = match book.rows(name) {
            Err(Shut::Broken) if sheets.len() > 1 => continue,
            rows => rows?,
        };
        let fit = fit(name, &rows, kind);
        if best.as_ref().is_none_or(|(most, ..)| fit > *most) {
            best = Some((fit, at, rows));
        }
    }
    best.map(|(_, at, rows)| (at, rows)).ok_or(Shut::Broken)
}

fn of_reference(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => words(&Data::from(other.clone())),
    }
}

/// A cell as people see it, with days and times as files write them.
fn words(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        Data::Float(number) => number.to_string(),
        Data::Bool(flag) => flag.to_string(),
        Data::DateTime(moment) => of_moment(moment),
        Data::DateTimeIso(moment) => {
            let (day, time) = moment.split_once('T').unwrap_or((moment, ""));
            of_parts(day, time.get(..5).unwrap_or_default())
        }
        Data::DurationIso(length) => of_length(length),
        Data::Error(error) => error.to_string(),
    }
}

fn of_moment(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, millisecond) = moment.to_ymd_hms_milli();
    // A time of the day is a fraction, which is seldom exact.
    let seconds = u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second);
    let minutes = (seconds + u32::from(millisecond >= 500) + 30) / 60;
    let time = format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return time;
    }
    of_parts(&format!("{year:04}-{month:02}-{day:02}"), &time)
}

fn of_parts(day: &str, time: &str) -> String {
    if time.is_empty() || time == "00:00" { day.to_owned() } else { format!("{day} {time}") }
}

/// "PT09H30M00S" as a time of the day.
fn of_length(length: &str) -> String {
    let parts = length.strip_prefix("PT").and_then(|rest| rest.split_once('H'));
    let parts = parts.and_then(|(hours, rest)| Some((hours, rest.split_once('M')?.0)));
    match parts {
        Some((hours, minutes)) => format!("{hours:0>2}:{minutes:0>2}"),
        None => length.to_owned(),
    }
}
