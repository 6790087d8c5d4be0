//! A table of replies that somebody keeps: CSV as Excel and forms write it (RFC 4180 and what became
//! of it).

use csv::{ReaderBuilder, StringRecord, Trim};

use super::cell;
use super::words::{line, short, text};
use crate::domain::incoming::{Content, Fault, Row};
use crate::domain::time::TimeZone;
use crate::text::slug;

/// The signs that set columns apart, the German Excel's first.
const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];

/// The most headings that a finding names.
const MOST_HEADINGS: usize = 12;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    GivenName,
    FamilyName,
    City,
    Mail,
    Answer,
    With,
    Substitute,
    Note,
    Received,
}

/// The headings of columns as slugs, those first that say it best.
const HEADINGS: &[(Column, &str)] = &[
    (Column::Name, "person kontakt contact kennung name teilnehmer teilnehmerin wer who id"),
    (Column::GivenName, "vorname given-name first-name"),
    (Column::FamilyName, "nachname familienname family-name last-name surname"),
    (Column::City, "stadt kommune city town"),
    (
        Column::Mail,
        "e-mail email mail e-mail-adresse email-adresse mailadresse adresse e-mail-address \
         email-address address",
    ),
    (Column::Answer, "antwort answer response rueckmeldung zusage reply teilnahme status"),
    (Column::With, "mit with begleitung begleitperson begleitpersonen guests"),
    (Column::Substitute, "vertretung vertreter vertreterin substitute deputy"),
    (Column::Note, "bemerkung bemerkungen note notes notiz kommentar comment anmerkung hinweis"),
    (
        Column::Received,
        "received eingang eingegangen eingegangen-am zeitstempel timestamp fertigstellungszeit \
         completion-time datum date",
    ),
];

/// The rows of a table, each with its line. A row without an answer is left out: it is still open.
pub(super) fn read(table: &str, zone: &TimeZone) -> Result<Vec<(u64, Content)>, Fault> {
    let (table, skipped, wish) = without_wish(table);
    let delimiter = wish.or_else(|| {
        DELIMITERS.into_iter().find(|sign| is_complete(&columns(&headings(table, *sign))))
    });
    // Of several that fit none, the one that divides the most tells best what is missing.
    let delimiter = delimiter.unwrap_or_else(|| {
        let parts = |sign: &u8| headings(table, *sign).len();
        DELIMITERS.into_iter().rev().max_by_key(parts).unwrap_or(b';')
    });
    let headings = headings(table, delimiter);
    let columns = columns(&headings);
    if !is_complete(&columns) {
        let names = headings.iter().map(short).filter(|name| !name.is_empty());
        return Err(Fault::NoColumns(names.take(MOST_HEADINGS).collect()));
    }
    let mut rows = Vec::new();
    let mut lines = Lines { table: table.as_bytes(), byte: 0, line: 1 + skipped };
    for record in reader(table, delimiter).records().skip(1) {
        match record {
            Ok(record) => {
                let at = lines.at(record.position());
                rows.extend(row(&record, &columns, zone).map(|row| (at, Content::Row(row))));
            }
            Err(error) => {
                rows.push((lines.at(error.position()), Content::Faulty(Fault::BrokenRow)));
            }
        }
    }
    Ok(rows)
}

/// Counts lines: the reader's own count lags behind where lines end with CR LF.
struct Lines<'t> {
    table: &'t [u8],
    byte: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the record that begins at `position`; positions only rise.
    fn at(&mut self, position: Option<&csv::Position>) -> u64 {
        let byte = position.and_then(|position| usize::try_from(position.byte()).ok());
        let mut end = byte.unwrap_or(self.byte).min(self.table.len());
        // Line ends before it belong to the record before.
        while matches!(self.table.get(end), Some(b'\r' | b'\n')) {
            end += 1;
        }
        let passed = self.table.get(self.byte..end).unwrap_or_default();
        let breaks = passed.split(|byte| *byte == b'\n').count() - 1;
        self.line += u64::try_from(breaks).unwrap_or_default();
        self.byte = end.max(self.byte);
        self.line
    }
}

/// The table without a first line `sep=;`, with which Excel is told the sign between columns: how
/// many lines were skipped, and the sign.
fn without_wish(table: &str) -> (&str, u64, Option<u8>) {
    let wish = table.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    let Some((first, rest)) = table.split_once('\n').filter(|_| wish) else {
        return (table, 0, None);
    };
    let sign = first[4..].bytes().next().filter(|sign| DELIMITERS.contains(sign));
    (rest, 1, sign)
}

fn reader(table: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(table.as_bytes())
}

fn headings(table: &str, delimiter: u8) -> StringRecord {
    reader(table, delimiter).records().next().and_then(Result::ok).unwrap_or_default()
}

/// What each column holds. Of several headings for the same, the one that says it best counts: who
/// answers `1` is a number of a form where there is a `Name` as well.
fn columns(headings: &StringRecord) -> Vec<Option<Column>> {
    let slugs: Vec<String> = headings.iter().map(slug).collect();
    let mut columns = vec![None; slugs.len()];
    for (column, names) in HEADINGS {
        let best = names.split(' ').find_map(|name| slugs.iter().position(|slug| slug == name));
        if let Some(best) = best {
            columns[best] = Some(*column);
        }
    }
    columns
}

/// Whether they tell who answered what.
fn is_complete(columns: &[Option<Column>]) -> bool {
    let has = |column| columns.contains(&Some(column));
    let who = [Column::Name, Column::FamilyName, Column::City, Column::Mail];
    has(Column::Answer) && who.into_iter().any(has)
}

/// A row; none if it holds no answer.
fn row(record: &StringRecord, columns: &[Option<Column>], zone: &TimeZone) -> Option<Row> {
    let cell = |wanted: Column| {
        let at = columns.iter().position(|column| *column == Some(wanted));
        at.and_then(|at| record.get(at)).unwrap_or_default()
    };
    let answer = cell::answer(cell(Column::Answer))?;
    let parts = [cell(Column::GivenName), cell(Column::FamilyName)].join(" ");
    let names = [cell(Column::Name), parts.trim(), cell(Column::City)];
    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    Some(Row {
        name: line(name),
        mail: line(cell(Column::Mail)),
        answer,
        with: cell::names(cell(Column::With)),
        substitute: match cell::names(cell(Column::Substitute)) {
            Ok(names) if names.is_empty() => None,
            _ => line(cell(Column::Substitute)),
        },
        received: cell::received(cell(Column::Received), zone),
        note: text(cell(Column::Note)),
    })
}
