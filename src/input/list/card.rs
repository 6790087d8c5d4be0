//! Visiting cards (vCard 2.1 to 4.0, RFC 6350) as rows of a list.

use super::grid::{Grid, GridRow};
use crate::domain::listed::Field;
use crate::input::town_calendar::lines::lines;
use crate::text::Vocabulary as _;

/// What a card can say, in the order of the columns.
const FIELDS: [Field; 16] = [
    Field::FormOfAddress,
    Field::Titles,
    Field::GivenName,
    Field::FamilyName,
    Field::Name,
    Field::Office,
    Field::Organisation,
    Field::Department,
    Field::Street,
    Field::Postcode,
    Field::Town,
    Field::Country,
    Field::Mail,
    Field::Phone,
    Field::Groups,
    Field::Note,
];

/// Whether `text` holds cards.
pub(super) fn is_one(text: &str) -> bool {
    text.trim_start().get(..11).is_some_and(|head| head.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// The cards of a file, a row each, below a row of keys.
pub(super) fn read(text: &str) -> Grid {
    let heads = FIELDS.iter().map(|field| field.word().to_owned()).collect();
    let mut grid = Grid { is_of_cards: true, ..Grid::default() };
    grid.rows.push(GridRow { number: 0, cells: heads });
    let joined = without_soft_breaks(text);
    let mut number = 0;
    let mut card: Option<Vec<String>> = None;
    for line in lines(&joined) {
        let content = line.content();
        let Some((head, value)) = halves(&content) else { continue };
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        // "item1.EMAIL"
        let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
        match name.as_str() {
            "BEGIN" => card = Some(vec![String::new(); FIELDS.len()]),
            "END" => {
                number += 1;
                let cells = card.take().unwrap_or_default();
                if cells.iter().any(|cell| !cell.is_empty()) {
                    grid.rows.push(GridRow { number, cells });
                }
            }
            _ => {
                if let Some(card) = &mut card {
                    fill(card, &name, &decoded(value, &parameters.to_ascii_uppercase()));
                }
            }
        }
    }
    grid
}

/// What is before and after the first colon that is not quoted.
fn halves(content: &str) -> Option<(&str, &str)> {
    let mut is_quoted = false;
    let colon = content.find(|character| {
        is_quoted ^= character == '"';
        character == ':' && !is_quoted
    })?;
    Some((&content[..colon], &content[colon + 1..]))
}

/// Puts a property where it belongs; the first of its kind counts.
fn fill(card: &mut [String], name: &str, value: &str) {
    let mut set = |field: Field, words: &str| {
        let at = FIELDS.iter().position(|known| *known == field);
        if let Some(cell) = at.and_then(|at| card.get_mut(at)).filter(|cell| cell.is_empty()) {
            words.trim().clone_into(cell);
        }
    };
    let parts = parts(value, ';');
    let part = |at: usize| parts.get(at).map(String::as_str).unwrap_or_default();
    match name {
        "N" => {
            set(Field::FamilyName, part(0));
            set(Field::GivenName, format!("{} {}", part(1), part(2)).trim());
            // What stands before a name is a form of address or a title.
            let (forms, titles): (Vec<&str>, Vec<&str>) = part(3)
                .split([' ', ','])
                .filter(|word| !word.is_empty())
                .partition(|word| super::person::is_form_of_address(word));
            set(Field::FormOfAddress, &forms.join(" "));
            set(Field::Titles, &titles.join(" "));
        }
        "FN" => set(Field::Name, &plain(value)),
        "ORG" => {
            set(Field::Organisation, part(0));
            set(Field::Department, part(1));
        }
        "TITLE" | "ROLE" => set(Field::Office, &plain(value)),
        "EMAIL" => set(Field::Mail, &plain(value)),
        "TEL" => set(Field::Phone, plain(value).trim_start_matches("tel:")),
        "ADR" => {
            set(Field::Street, part(2));
            set(Field::Town, part(3));
            set(Field::Postcode, part(5));
            set(Field::Country, part(6));
        }
        "CATEGORIES" => set(Field::Groups, &plain(value)),
        "NOTE" => set(Field::Note, &plain(value)),
        _ => {}
    }
}

/// The parts of a value between `sign`s that no backslash stands before.
fn parts(value: &str, sign: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        let Some(part) = parts.last_mut() else { break };
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => part.push('\n'),
                Some(other) => part.push(other),
                None => {}
            },
            _ if character == sign => parts.push(String::new()),
            _ => part.push(character),
        }
    }
    parts
}

fn plain(value: &str) -> String {
    parts(value, '\0').concat()
}

/// A value of version 2.1 in quoted-printable (RFC 2045, 6.7).
fn decoded(value: &str, parameters: &str) -> String {
    if !parameters.contains("QUOTED-PRINTABLE") {
        return value.to_owned();
    }
    let bytes = value.as_bytes();
    let mut found = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = bytes.get(at + 1..at + 3).and_then(|it| std::str::from_utf8(it).ok());
        let code = digits.filter(|it| byte == b'=' && !it.starts_with('+'));
        if let Some(code) = code.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            found.push(code);
            at += 3;
        } else {
            found.push(byte);
            at += 1;
        }
    }
    crate::input::incoming::decoded(&found)
}

/// The text with lines of quoted-printable put together that end with `=`.
fn without_soft_breaks(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut is_coded = false;
    for line in text.lines() {
        is_coded |= line.to_ascii_uppercase().contains("QUOTED-PRINTABLE");
        if let Some(begin) = line.strip_suffix('=').filter(|_| is_coded) {
            joined.push_str(begin);
        } else {
            joined.push_str(line);
            joined.push('\n');
            is_coded = false;
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn cards_of_all_versions_are_rows() {
        let cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Nordhaus;Ada;;Frau Dr.;\r\nFN:Dr. Ada Nordhaus\r\n\
            ORG:Stadt Aue;Bauamt\r\nitem1.EMAIL;type=WORK:ada@example.org\r\nADR;TYPE=WORK:;;Markt 1\\, \
            Hof;Aue;;07743;\r\nNOTE:eins\\nzwei\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:2.1\r\n\
            N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;B=\r\no\r\nEND:VCARD\r\n";
        let grid = read(cards);
        let [_, first, second] = &grid.rows[..] else { panic!("{grid:?}") };
        assert_eq!(first.cells[..4], ["Frau", "Dr.", "Ada", "Nordhaus"]);
        assert_eq!(first.cells[6..11], ["Stadt Aue", "Bauamt", "Markt 1, Hof", "07743", "Aue"]);
        assert_eq!(
            (first.cells[12].as_str(), first.cells[15].as_str()),
            ("ada@example.org", "eins\nzwei")
        );
        assert_eq!(
            (second.number, &second.cells[2..4]),
            (2, &["Bo".to_owned(), "Müller".to_owned()][..])
        );
    }
}
