//! What the columns of a list hold: by their headings in both languages, by what was said of them, and by
//! their content where that is certain.

use super::grid::{Grid, GridRow};
use super::headings::{assigned, fields, known, name_people, of_heading, towns_of_people};
use super::{cell, day, person};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::list::{DoubledHeading, NoHeadings, NoSuchColumn, NoSuchRow, UnfitColumn};
use crate::domain::listed::{Field, ListColumn, ListKind};
use crate::text::{Vocabulary as _, nearest, slug};

/// How many rows are looked through for headings: titles and dates may stand above them.
const SAMPLE: usize = 40;

/// The most columns that are looked at: a cell far out on a sheet makes no list of thousands.
const MOST_COLUMNS: usize = 256;

/// The most headings that a finding names.
const MOST_HEADINGS: usize = 12;

/// That a column holds something: its heading or its letters, and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnWish {
    /// The heading, or the letters of the column.
    pub column: String,
    /// What it holds.
    pub field: Field,
}

impl ColumnWish {
    /// Reads `E-Mail=mail`; what it holds may be said as a heading would.
    pub fn parse(words: &str, kind: ListKind) -> Option<Self> {
        let (column, field) = words.rsplit_once('=')?;
        let field = Field::understand(field.trim()).or_else(|| of_heading(field, kind))?;
        let fits = field == Field::Nothing || fields(kind).any(|known| known == field);
        let column = column.trim().to_owned();
        (fits && !column.is_empty()).then_some(Self { column, field })
    }
}

/// Where the headings of `grid` stand, if it has any, and what its columns hold.
///
/// # Errors
/// If no row has headings that are known, if two say the same, or if a wish fits no column.
pub(super) fn find(
    grid: &Grid,
    kind: ListKind,
    wishes: &[ColumnWish],
    heading_row: Option<u32>,
) -> Result<(Option<usize>, Vec<ListColumn>), Vec<Diagnostic>> {
    let cells = |row: &GridRow| known(row.cells.iter().map(String::as_str), kind);
    let at = if let Some(number) = heading_row {
        let at = grid.rows.iter().position(|row| row.number == number);
        if number == 0 { Some(None) } else { at.map(Some) }
    } else {
        let sample = grid.rows.iter().take(SAMPLE).map(cells).enumerate();
        // The first of those that say most.
        let best = sample.max_by_key(|(at, known)| (*known, std::cmp::Reverse(*at)));
        best.filter(|(_, known)| *known > 0 || !wishes.is_empty())
            .map(|(at, known)| (known > 0 || !holds_facts(&grid.rows[at])).then_some(at))
    };
    let Some(at) = at else {
        let last = grid.rows.last().map_or(0, |row| row.number);
        return Err(vec![match heading_row {
            Some(row) => Diagnostic::new(NoSuchRow { row, last }),
            None => Diagnostic::new(no_headings(grid, kind)),
        }]);
    };
    let width = grid.rows[at.unwrap_or_default()..]
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    let width = width.min(MOST_COLUMNS);
    let heading = |column| at.map_or("", |at| grid.rows[at].cell(column));
    let headings: Vec<&str> = (0..width).map(heading).collect();
    let mut fields = assigned(&headings, kind);
    // What people have in their row is not their town's.
    let is_of_others = kind == ListKind::Cities && name_people(&headings);
    if is_of_others {
        fields = vec![None; width];
        if let Some(column) = towns_of_people(&headings) {
            fields[column] = Some(Field::Name);
        }
    }
    let mut by_content = vec![false; width];
    let rows = &grid.rows[at.map_or(0, |at| at + 1)..];
    let said = said(&headings, wishes)?;
    for (column, field) in &said {
        for known in &mut fields {
            if *known == Some(*field) && *field != Field::Nothing {
                *known = None;
            }
        }
        fields[*column] = Some(*field);
    }
    if !is_of_others {
        mend_by_content(&mut fields, &mut by_content, rows, kind);
    }
    let mut columns = Vec::new();
    let mut findings = Vec::new();
    for column in 0..width {
        if rows.iter().all(|row| row.cell(column).is_empty()) {
            continue;
        }
        let letters = letters(column);
        let heading = cell::shown(headings[column]);
        let is_said = said.iter().any(|(known, _)| *known == column);
        // Where a heading says something already, a second one of the same name means nothing more.
        let is_twin =
            |other: usize| fields[other].is_some() && slug(headings[other]) == slug(&heading);
        let is_open = fields[column].is_none() && !is_said && !heading.is_empty();
        if is_open && (0..column).any(is_twin) {
            let heading = heading.clone();
            findings.push(Diagnostic::new(DoubledHeading { heading, letters: letters.clone() }));
        }
        let (field, by_content) = (fields[column], by_content[column]);
        columns.push(ListColumn { heading, letters, field, by_content });
    }
    let has = |field| fields.contains(&Some(field));
    let is_complete = match kind {
        ListKind::Contacts => has(Field::FamilyName) || has(Field::Name),
        ListKind::Cities => has(Field::Name),
        ListKind::Meetings => has(Field::Date),
    };
    if !is_complete && findings.is_empty() && !columns.is_empty() {
        findings.push(Diagnostic::new(no_headings_in(&headings, kind)));
    }
    if findings.is_empty() { Ok((at, columns)) } else { Err(findings) }
}

/// Whether a row says what no heading does: an address, or a day.
fn holds_facts(row: &GridRow) -> bool {
    row.cells.iter().any(|it| cell::mail(it).is_ok() || day::is_plain(it))
}

fn no_headings(grid: &Grid, kind: ListKind) -> NoHeadings {
    let first = grid.rows.first().map(|row| row.cells.iter().map(String::as_str));
    no_headings_in(&first.into_iter().flatten().collect::<Vec<_>>(), kind)
}

fn no_headings_in(headings: &[&str], kind: ListKind) -> NoHeadings {
    let found = headings.iter().map(|it| cell::shown(it)).filter(|it| !it.is_empty());
    let (german, english, example) = match kind {
        ListKind::Contacts => ("Name", "name", "B=name"),
        ListKind::Cities => ("Stadt", "city", "A=name"),
        ListKind::Meetings => ("Datum", "date", "A=date"),
    };
    NoHeadings { german, english, example, found: found.take(MOST_HEADINGS).collect() }
}

/// The columns that wishes mean, by heading or by letters.
fn said(headings: &[&str], wishes: &[ColumnWish]) -> Result<Vec<(usize, Field)>, Vec<Diagnostic>> {
    let mut said: Vec<(usize, Field)> = Vec::new();
    let mut findings = Vec::new();
    for wish in wishes {
        let named = headings.iter().position(|it| slug(it) == slug(&wish.column) && !it.is_empty());
        let lettered = || (0..headings.len()).find(|at| letters(*at) == wish.column.to_uppercase());
        match named.or_else(lettered) {
            Some(column)
                if said.iter().any(|(known, field)| {
                    *known == column || (*field == wish.field && *field != Field::Nothing)
                }) =>
            {
                let (column, field) = (wish.column.clone(), wish.field.word());
                findings.push(Diagnostic::new(UnfitColumn { column, field }));
            }
            Some(column) => said.push((column, wish.field)),
            None => {
                let known = headings.iter().filter(|it| !it.is_empty()).copied();
                let near = nearest(&wish.column, known).map(cell::shown);
                let column = cell::shown(&wish.column);
                findings.push(Diagnostic::new(NoSuchColumn { column, near }));
            }
        }
    }
    if findings.is_empty() { Ok(said) } else { Err(findings) }
}

/// Lets content speak: where a heading means one of two things, and where none is known.
fn mend_by_content(
    fields: &mut [Option<Field>],
    by_content: &mut [bool],
    rows: &[GridRow],
    kind: ListKind,
) {
    let all = |column: usize, fits: &dyn Fn(&str) -> bool| {
        let mut cells =
            rows.iter().map(|row| row.cell(column)).filter(|it| !it.is_empty()).peekable();
        cells.peek().is_some() && cells.all(fits)
    };
    for column in 0..fields.len() {
        let is_free = |fields: &[Option<Field>], field| !fields.contains(&Some(field));
        let is_open = matches!(fields[column], None | Some(Field::Address));
        let mail = is_open && kind != ListKind::Meetings && is_free(fields, Field::Mail);
        if mail && all(column, &|it| cell::mail(it).is_ok()) {
            fields[column] = Some(Field::Mail);
            by_content[column] = true;
        }
        let form = fields[column].is_none() && kind == ListKind::Contacts;
        if form && is_free(fields, Field::FormOfAddress) && all(column, &person::is_form_of_address)
        {
            fields[column] = Some(Field::FormOfAddress);
            by_content[column] = true;
        }
        let day = fields[column].is_none() && kind == ListKind::Meetings;
        if day && is_free(fields, Field::Date) && all(column, &day::is_plain) {
            fields[column] = Some(Field::Date);
            by_content[column] = true;
        }
    }
}

/// How spreadsheets call the column with this number: A, B … Z, AA.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default());
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// The number of the column that spreadsheets call so, from 0.
pub(super) fn number(letters: &str) -> usize {
    let digit = |letter: u8| usize::from(letter.saturating_sub(b'A')) + 1;
    letters.bytes().fold(0, |number, letter| number * 26 + digit(letter)).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{ColumnWish, letters, number};
    use crate::domain::listed::{Field, ListKind};

    #[test]
    fn wishes_name_a_column_and_what_it_holds() {
        let wish = |words| ColumnWish::parse(words, ListKind::Contacts).map(|it| it.field);
        assert_eq!(wish("E-Mail=mail"), Some(Field::Mail));
        assert_eq!(wish("a=b=Vorname"), Some(Field::GivenName));
        assert_eq!(wish("C=-"), Some(Field::Nothing));
        assert_eq!(wish("C=hosts"), None);
        assert_eq!(wish("=mail"), None);
    }

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        let cases = [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")];
        for (column, expected) in cases {
            assert_eq!(letters(column), expected);
            assert_eq!(number(expected), column);
        }
    }
}
