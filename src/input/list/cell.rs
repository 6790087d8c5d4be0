//! What people and spreadsheets write into the cells of lists.

use encoding_rs::WINDOWS_1252;

use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::listed::{About, CellFault};
use crate::input::incoming::short;
use crate::input::value::mail_address;

/// What begins a cell that a spreadsheet would run; our own tables set an apostrophe before it.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What spreadsheets show for a formula that failed.
const FAILED: &[&str] = &[
    "#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!", "#BEZUG!", "#NV", "#WERT!",
    "#ZAHL!",
];

/// The most letters of a cell that are shown in the middle of a sentence.
const MOST_SHOWN: usize = 60;

/// A cell as it can be shown.
pub(super) fn shown(cell: &str) -> String {
    let line = short(cell);
    match line.char_indices().nth(MOST_SHOWN) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}

/// A cell without what only spreadsheets need, with its letters as they were meant.
pub(super) fn cleaned(cell: &str) -> (String, Option<About>) {
    let cell = cell.trim();
    let cell = cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell);
    match mended(cell) {
        Some(mended) => {
            let about = About::Mended { from: shown(cell), to: shown(&mended) };
            (mended, Some(about))
        }
        None => (cell.to_owned(), None),
    }
}

/// Words in UTF-8 that somebody read as those of Windows: `MÃ¼ller`.
fn mended(cell: &str) -> Option<String> {
    if !cell.contains(['Ã', 'Â', 'â', 'Å', 'ï']) {
        return None;
    }
    let (bytes, _, has_others) = WINDOWS_1252.encode(cell);
    let text = std::str::from_utf8(&bytes).ok().filter(|_| !has_others)?;
    Some(text.to_owned())
}

/// Why nothing can be made of a cell, whatever it should hold.
pub(super) fn fault(cell: &str) -> Option<CellFault> {
    if FAILED.contains(&cell) || cell.len() > 2 && cell.bytes().all(|byte| byte == b'#') {
        return Some(CellFault::Formula);
    }
    if cell.contains('\u{fffd}') {
        return Some(CellFault::LostLetters);
    }
    // "1,60640E+07"
    let (number, power) = cell.split_once(['E', 'e'])?;
    let is_number = |it: &str, signs: &str| {
        it.starts_with(|c: char| c.is_ascii_digit() || c == '+')
            && it.chars().all(|c| c.is_ascii_digit() || signs.contains(c))
    };
    let is_rounded = is_number(number, ",.")
        && power.len() > 1
        && is_number(power, "+")
        && power.starts_with('+');
    is_rounded.then_some(CellFault::Rounded)
}

/// A mail address, and those behind it: "Ada Nordhaus <ada@example.org>; bo@example.org".
pub(super) fn mail(cell: &str) -> Result<(Line, Vec<String>), CellFault> {
    let mut found = Vec::new();
    let mut odd = None;
    // Whether a word stands before that may belong to the address: "ho klee@example.org".
    let mut is_led = false;
    for (opening, part) in mail_parts(cell) {
        let is_bracketed = opening.is_some_and(|sign| "<([".contains(sign));
        if !part.contains('@') {
            // "E-Mail: ada@example.org"
            is_led = !part.ends_with(':') && (is_led || !part.is_empty());
            continue;
        }
        if is_led && !is_bracketed {
            odd = Some(CellFault::LedMail);
            break;
        }
        is_led = false;
        let head = part.get(..7).filter(|head| head.eq_ignore_ascii_case("mailto:"));
        let part = head.map_or(part, |head| &part[head.len()..]);
        let part = part.split('?').next().unwrap_or_default();
        let part = part.trim_matches(['.', ':', '/', '\u{ad}']);
        match mail_address(part) {
            Ok(address) if !found.contains(&address) => found.push(address),
            Ok(_) => {}
            Err(_) => {
                let user = part.rsplit_once('@').map_or("", |(user, _)| user);
                odd = Some(if user.is_ascii() { CellFault::NoMail } else { CellFault::OddMail });
            }
        }
    }
    let mut found = found.into_iter();
    match found.next() {
        Some(first) => Ok((first, found.map(|it| it.to_string()).collect())),
        None => Err(odd.unwrap_or(CellFault::NoMail)),
    }
}

/// Whether words can be a name: the numbers of a list are none.
pub(super) fn has_letters(name: &str) -> bool {
    name.contains(char::is_alphabetic)
}

/// The parts of a cell in which mail addresses can be, each with the sign before it, if that is no white space.
fn mail_parts(cell: &str) -> impl Iterator<Item = (Option<char>, &str)> {
    let is_sign = |c: char| ";,|<>()[]\"'".contains(c) || c.is_whitespace();
    let mut rest = Some((None, cell));
    std::iter::from_fn(move || {
        let (opening, cell) = rest.take()?;
        let end = cell.find(is_sign).unwrap_or(cell.len());
        let (part, behind) = cell.split_at(end);
        let mut signs = behind.chars();
        rest = signs.next().map(|sign| (Some(sign), signs.as_str()));
        Some((opening, part))
    })
}

/// A postcode, with the town that stands behind it: "07743", "D-07743 Jena". Inland it has five digits, of
/// which a spreadsheet takes a leading nought away.
pub(super) fn postcode(
    cell: &str,
    is_abroad: bool,
) -> Result<(Line, Option<About>, Option<String>), CellFault> {
    let words = cell.trim();
    if is_abroad {
        return Line::new(words).map(|line| (line, None, None)).map_err(|_| CellFault::NoPostcode);
    }
    let bare = ["D-", "DE-", "D ", "d-"].iter().find_map(|sign| words.strip_prefix(sign));
    let bare = bare.unwrap_or(words).trim();
    let end = bare.find(|c: char| !c.is_ascii_digit()).unwrap_or(bare.len());
    let (digits, town) = bare.split_at(end);
    let town = Some(town.trim().trim_start_matches(',').trim()).filter(|town| !town.is_empty());
    if town.is_some_and(|town| !town.starts_with(char::is_alphabetic)) {
        return Err(CellFault::NoPostcode);
    }
    let town = town.map(str::to_owned);
    let line = |words: &str| Line::new(words).map_err(|_| CellFault::NoPostcode);
    match digits.len() {
        5 => Ok((line(digits)?, None, town)),
        4 => {
            let to = format!("0{digits}");
            let about = About::Noughts { from: digits.to_owned(), to: to.clone() };
            Ok((line(&to)?, Some(about), town))
        }
        _ => Err(CellFault::NoPostcode),
    }
}

/// A telephone number. One that is nothing but a number was one to a spreadsheet, too, which takes away the
/// noughts before it.
pub(super) fn phone(cell: &str, is_abroad: bool) -> (String, Option<About>) {
    let words = cell.trim();
    let is_number = (8..=14).contains(&words.len()) && words.bytes().all(|it| it.is_ascii_digit());
    if !is_number || is_abroad || words.starts_with('0') {
        return (words.to_owned(), None);
    }
    // With the country's own number it began with two of them.
    let noughts = if words.starts_with("49") && words.len() > 11 { "00" } else { "0" };
    let to = format!("{noughts}{words}");
    (to.clone(), Some(About::Noughts { from: words.to_owned(), to }))
}

/// A municipality key: eight digits, of which a spreadsheet takes a leading nought away.
pub(super) fn municipality_key(cell: &str) -> Result<(Line, Option<About>), CellFault> {
    let digits: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let about = (digits.len() == 7)
        .then(|| About::Noughts { from: digits.clone(), to: format!("0{digits}") });
    let digits = if about.is_some() { format!("0{digits}") } else { digits };
    let is_key = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let line = Line::new(&digits).ok().filter(|_| is_key).ok_or(CellFault::NoKey)?;
    Ok((line, about))
}

/// Street, postcode and town of an address in one cell; the whole as street where nobody can tell.
pub(super) fn address(cell: &str) -> (String, Option<String>) {
    let parts: Vec<&str> = cell.split(['\n', ',', ';']).map(str::trim).collect();
    let is_place = |part: &str| {
        let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        (4..=5).contains(&end) && part[end..].trim().starts_with(char::is_alphabetic)
    };
    match parts.iter().rposition(|part| is_place(part.trim_start_matches("D-"))) {
        Some(at) => {
            let street = parts[..at].iter().filter(|part| !part.is_empty());
            (street.copied().collect::<Vec<_>>().join(", "), Some(parts[at].to_owned()))
        }
        None => (parts.join(", "), None),
    }
}

/// A key that somebody gave; a number alone counts rows.
pub(super) fn id(cell: &str) -> Result<Option<Line>, CellFault> {
    if cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    let id = Id::new(cell).ok_or(CellFault::NoId)?;
    Ok(Line::new(id.as_str()).ok())
}

#[cfg(test)]
mod tests {
    use super::{address, cleaned, fault, mail, municipality_key, phone, postcode};
    use crate::domain::listed::CellFault;

    #[test]
    fn addresses_are_found_however_they_are_wrapped() {
        let cases = [
            ("ada@example.org", Ok(("ada@example.org", 0))),
            ("Ada Nordhaus <ada@example.org>", Ok(("ada@example.org", 0))),
            ("mailto:ada@example.org", Ok(("ada@example.org", 0))),
            ("ada@example.org; bo@example.org\ncy@example.org", Ok(("ada@example.org", 2))),
            ("ada@example.org, ada@example.org.", Ok(("ada@example.org", 0))),
            ("E-Mail: ada@example.org", Ok(("ada@example.org", 0))),
            ("ada@example.org (dienstlich), privat: bo@example.org", Ok(("ada@example.org", 1))),
            ("Nordhaus, Ada <ada@example.org>", Ok(("ada@example.org", 0))),
            ("\"Nordhaus, Ada\" <ada@example.org>; bo@example.org", Ok(("ada@example.org", 1))),
            // Somebody typed a blank, a comma or a new line instead of a dot: it is another's address.
            ("ada nordhaus@example.org", Err(CellFault::LedMail)),
            ("ada\nnordhaus@example.org", Err(CellFault::LedMail)),
            ("ada,nordhaus@example.org", Err(CellFault::LedMail)),
            ("\"ada nordhaus\"@example.org", Err(CellFault::LedMail)),
            ("ädä@example.org", Err(CellFault::OddMail)),
            ("ada(at)example.org", Err(CellFault::NoMail)),
            ("ada@", Err(CellFault::NoMail)),
            ("—", Err(CellFault::NoMail)),
        ];
        for (cell, expected) in cases {
            let found = mail(cell);
            let found = found.as_ref().map(|(first, more)| (first.as_str(), more.len()));
            assert_eq!(found, expected.as_ref().map(|it| *it), "{cell}");
        }
    }

    #[test]
    fn noughts_come_back_inland_alone() {
        let read = |cell, abroad| {
            postcode(cell, abroad).map(|(code, about, town)| {
                format!("{code}|{}|{}", about.is_some(), town.unwrap_or_default())
            })
        };
        let cases = [
            ("07743", false, Ok("07743|false|")),
            ("7743", false, Ok("07743|true|")),
            ("D-7743 Jena", false, Ok("07743|true|Jena")),
            ("99423, Weimar", false, Ok("99423|false|Weimar")),
            ("1010", true, Ok("1010|false|")),
            ("743", false, Err(CellFault::NoPostcode)),
            ("07743-1", false, Err(CellFault::NoPostcode)),
        ];
        for (cell, abroad, expected) in cases {
            assert_eq!(read(cell, abroad).as_deref().map_err(|it| *it), expected, "{cell}");
        }
        for (cell, expected) in [
            ("3641123456", "03641123456"),
            ("03641 123456", "03641 123456"),
            ("4936411234567", "004936411234567"),
            ("112", "112"),
            ("3641/123456", "3641/123456"),
        ] {
            assert_eq!(phone(cell, false).0, expected);
            assert_eq!(phone(cell, true), (cell.to_owned(), None));
        }
        assert_eq!(municipality_key("9 162 000").unwrap().0.as_str(), "09162000");
        assert_eq!(municipality_key("160640460"), Err(CellFault::NoKey));
    }

    #[test]
    fn letters_are_mended_where_that_is_certain() {
        let read = |cell| cleaned(cell).0;
        for (cell, expected) in [
            ("MÃ¼ller", "Müller"),
            ("GroÃŸ", "Groß"),
            ("Ãœber", "Über"),
            ("Ângela", "Ângela"),
            ("'=1+1", "=1+1"),
            ("'+49 361", "+49 361"),
            ("'s Hof", "'s Hof"),
        ] {
            assert_eq!(read(cell), expected);
        }
    }

    #[test]
    fn what_a_spreadsheet_spoilt_is_seen() {
        let cases = [
            ("#REF!", Some(CellFault::Formula)),
            ("#####", Some(CellFault::Formula)),
            ("4,9364E+11", Some(CellFault::Rounded)),
            ("1.6E+07", Some(CellFault::Rounded)),
            ("M\u{fffd}ller", Some(CellFault::LostLetters)),
            ("E", None),
            ("5e", None),
            ("Haus 5E+F", None),
            ("#1", None),
        ];
        for (cell, expected) in cases {
            assert_eq!(fault(cell), expected, "{cell}");
        }
    }

    #[test]
    fn an_address_is_taken_apart() {
        let cases = [
            ("Markt 1, 07743 Jena", "Markt 1", Some("07743 Jena")),
            ("Stadtverwaltung\nMarkt 1\n7743 Jena", "Stadtverwaltung, Markt 1", Some("7743 Jena")),
            ("Markt 1", "Markt 1", None),
        ];
        for (cell, street, place) in cases {
            assert_eq!(address(cell), (street.to_owned(), place.map(str::to_owned)), "{cell}");
        }
    }
}
