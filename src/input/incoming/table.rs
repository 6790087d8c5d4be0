//! A table of replies that somebody keeps: CSV as Excel and forms write it (RFC 4180 and what became
//! of it).

use csv::{ReaderBuilder, StringRecord, Trim};

use super::quotes::{open_quote, swallows_a_row};
use super::words::{line, short, text};
use super::{cell, company};
use crate::domain::incoming::{Company, Content, Fault, Row};
use crate::domain::time::TimeZone;
use crate::text::slug;

/// The signs that set columns apart, the German Excel's first.
pub(in crate::input) const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];

/// The most headings that a finding names.
const MOST_HEADINGS: usize = 12;

/// The most rows that a table may have: no network writes to more people.
pub(in crate::input) const MOST_ROWS: usize = 100_000;

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
    Diet,
    Received,
    Day,
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
    (
        Column::With,
        "mit with begleitung begleitperson begleitpersonen weitere-personen anzahl-begleitpersonen \
         anzahl-begleitung gaeste guests companions plus-one number-of-guests",
    ),
    (Column::Substitute, "vertretung vertreter vertreterin substitute deputy"),
    (Column::Note, "bemerkung bemerkungen note notes notiz kommentar comment anmerkung hinweis"),
    (
        Column::Diet,
        "verpflegung essen ernaehrung kost diaet allergien unvertraeglichkeiten essenswunsch \
         essenswuensche diet diets dietary-requirements food allergies meal",
    ),
    (
        Column::Day,
        "termin tag veranstaltungstag treffen-am event-date meeting-date date-of-meeting",
    ),
    (
        Column::Received,
        "received eingang eingegangen eingegangen-am zeitstempel timestamp fertigstellungszeit \
         completion-time datum date",
    ),
];

/// Headings that programs write and nobody needs, as slugs.
const NEEDLESS: &str =
    "id nr no lfd-nr nummer number startzeit start-time anwesenheit attendance sprache language";

/// The rows of a table, each with its line; below them what stands there and means nothing here.
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
    if let Some(doubled) = doubled(&headings, &columns) {
        return Err(Fault::DoubledColumn(doubled));
    }
    let open = open_quote(table, delimiter);
    let whole = open.as_ref().map_or(table, |open| &table[..open.record]);
    let mut rows = Vec::new();
    let mut filled = vec![false; columns.len()];
    let mut lines = Lines::new(table, 1 + skipped);
    for record in reader(whole, delimiter).records().skip(1) {
        if rows.len() > MOST_ROWS {
            return Err(Fault::ManyRows(MOST_ROWS));
        }
        match record {
            Ok(record) => {
                let at = lines.at(record.position());
                filled
                    .iter_mut()
                    .zip(&record)
                    .for_each(|(filled, cell)| *filled |= !cell.is_empty());
                rows.extend(row(&record, &columns, delimiter, zone).map(|row| (at, row)));
            }
            Err(error) => {
                rows.push((lines.at(error.position()), Content::Faulty(Fault::BrokenRow)));
            }
        }
    }
    if let Some(open) = open {
        rows.push((lines.of(open.quote), Content::Faulty(Fault::OpenQuote)));
    }
    let is_needless = |heading: &str| NEEDLESS.split(' ').any(|known| known == slug(heading));
    let unread = headings.iter().zip(&columns).zip(filled);
    let unread = unread.filter(|((_, column), filled)| column.is_none() && *filled);
    let unread = unread.map(|((heading, _), _)| heading).filter(|heading| !is_needless(heading));
    let unread: Vec<String> = unread.map(short).filter(|name| !name.is_empty()).collect();
    if !unread.is_empty() {
        let fault = Fault::UnreadColumns(unread.into_iter().take(MOST_HEADINGS).collect());
        rows.push((1 + skipped, Content::Faulty(fault)));
    }
    Ok(rows)
}

/// Counts lines: the reader's own count lags behind where lines end with CR LF.
pub(in crate::input) struct Lines<'t> {
    table: &'t [u8],
    byte: usize,
    line: u64,
}

impl<'t> Lines<'t> {
    /// Counts the lines of `table`, the first of which has the number `first`.
    pub(in crate::input) fn new(table: &'t str, first: u64) -> Self {
        Self { table: table.as_bytes(), byte: 0, line: first }
    }

    /// The line of the record that begins at `position`; positions only rise.
    pub(in crate::input) fn at(&mut self, position: Option<&csv::Position>) -> u64 {
        let byte = position.and_then(|position| usize::try_from(position.byte()).ok());
        let mut end = byte.unwrap_or(self.byte).min(self.table.len());
        // Line ends before it belong to the record before.
        while matches!(self.table.get(end), Some(b'\r' | b'\n')) {
            end += 1;
        }
        self.of(end)
    }

    /// The line of the byte `end`, which is not before the last one.
    pub(in crate::input) fn of(&mut self, end: usize) -> u64 {
        let passed = self.table.get(self.byte..end).unwrap_or_default();
        let breaks = passed.split(|byte| *byte == b'\n').count() - 1;
        self.line += u64::try_from(breaks).unwrap_or_default();
        self.byte = end.max(self.byte);
        self.line
    }
}

/// The table without a first line `sep=;`, with which Excel is told the sign between columns: how
/// many lines were skipped, and the sign.
pub(in crate::input) fn without_wish(table: &str) -> (&str, u64, Option<u8>) {
    let wish = table.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    let Some((first, rest)) = table.split_once('\n').filter(|_| wish) else {
        return (table, 0, None);
    };
    let is_sign = |sign: &u8| {
        DELIMITERS.contains(sign) || sign.is_ascii_punctuation() && !b"\"'".contains(sign)
    };
    let sign = first[4..].bytes().next().filter(is_sign);
    (rest, 1, sign)
}

pub(super) fn reader(table: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(table.as_bytes())
}

pub(super) fn headings(table: &str, delimiter: u8) -> StringRecord {
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

/// A heading that means something and stands there twice: nobody can say which of them counts.
fn doubled(headings: &StringRecord, columns: &[Option<Column>]) -> Option<String> {
    let slugs: Vec<String> = headings.iter().map(slug).collect();
    let is_twice = |at: &usize| {
        columns[*at].is_some() && slugs.iter().filter(|slug| **slug == slugs[*at]).count() > 1
    };
    (0..slugs.len()).find(is_twice).map(|at| short(&headings[at]))
}

/// Whether they tell who answered what.
fn is_complete(columns: &[Option<Column>]) -> bool {
    let has = |column| columns.contains(&Some(column));
    let who = [Column::Name, Column::FamilyName, Column::City, Column::Mail];
    has(Column::Answer) && who.into_iter().any(has)
}

/// A row; none if nothing stands in it.
fn row(
    record: &StringRecord,
    columns: &[Option<Column>],
    delimiter: u8,
    zone: &TimeZone,
) -> Option<Content> {
    if record.iter().all(str::is_empty) {
        return None;
    }
    let position = |wanted: Column| columns.iter().position(|column| *column == Some(wanted));
    let cell = |wanted| position(wanted).and_then(|at| record.get(at)).unwrap_or_default();
    let faulty = |fault| Some(Content::Faulty(fault));
    if record.iter().skip(columns.len()).any(|cell| !cell.is_empty()) {
        return faulty(Fault::LongRow);
    }
    if record.iter().any(|cell| swallows_a_row(cell, delimiter, columns.len())) {
        return faulty(Fault::SwallowedRow);
    }
    if position(Column::Answer).is_some_and(|at| at >= record.len()) {
        return faulty(Fault::ShortRow);
    }
    let company = company::company(cell(Column::With));
    let substitute = company::substitute(cell(Column::Substitute));
    let Some(answer) = cell::answer(cell(Column::Answer)) else {
        let is_alone = company == Ok(Company::default()) && substitute == Ok(None);
        return Some(if is_alone { Content::Unanswered } else { Content::Faulty(Fault::NoAnswer) });
    };
    let parts = [cell(Column::GivenName), cell(Column::FamilyName)].join(" ");
    let names = [cell(Column::Name), parts.trim(), cell(Column::City)];
    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    // What people eat is of use with its heading alone.
    let diet =
        position(Column::Diet).and_then(|at| record.get(at)).filter(|diet| !company::is_none(diet));
    let notes = [Some(cell(Column::Note)).filter(|note| !note.is_empty()), diet];
    let notes: Vec<&str> = notes.into_iter().flatten().collect();
    Some(Content::Row(Row {
        name: line(name),
        mail: line(cell(Column::Mail)),
        answer,
        company,
        substitute,
        day: cell::day(cell(Column::Day), zone),
        received: cell::received(cell(Column::Received), zone),
        note: text(&notes.join("\n")),
    }))
}
