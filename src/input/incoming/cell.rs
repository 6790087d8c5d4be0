//! What people write into the cells of a table of replies.

use std::borrow::Cow;

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, NaiveTime};
use encoding_rs::{Encoding, WINDOWS_1252};

use super::words::{line, short};
use crate::domain::incoming::Cell;
use crate::domain::line::Line;
use crate::domain::reply::{Answer, Received};
use crate::domain::time::TimeZone;
use crate::input::names::split_names;
use crate::input::reply::on_day;
use crate::input::town_calendar::moment::{clocks_show, on_clocks_of};

/// Words for "comes", in small letters.
const YES: &[&str] = &[
    "ja",
    "j",
    "yes",
    "y",
    "zugesagt",
    "zusage",
    "sagt zu",
    "kommt",
    "komme",
    "nimmt teil",
    "ich nehme teil",
    "angemeldet",
    "dabei",
    "accepted",
    "accept",
    "attending",
    "attends",
    "coming",
];

/// Words for "does not come".
const NO: &[&str] = &[
    "nein",
    "n",
    "no",
    "abgesagt",
    "absage",
    "sagt ab",
    "kommt nicht",
    "komme nicht",
    "nimmt nicht teil",
    "ich nehme nicht teil",
    "abgemeldet",
    "verhindert",
    "entschuldigt",
    "declined",
    "decline",
    "not attending",
    "not coming",
];

/// Words for "perhaps".
const MAYBE: &[&str] = &[
    "vielleicht",
    "evtl",
    "eventuell",
    "unter vorbehalt",
    "vorbehaltlich",
    "mit vorbehalt",
    "maybe",
    "perhaps",
    "tentative",
    "unsicher",
    "unsure",
];

/// Words for "nobody answered yet", beside an empty cell.
const OPEN: &[&str] = &[
    "",
    "offen",
    "open",
    "-",
    "–",
    "?",
    "keine antwort",
    "no answer",
    "ausstehend",
    "keine",
    "none",
];

/// Words for "nobody", where names could stand.
const NOBODY: &[&str] =
    &["", "-", "–", "0", "nein", "no", "keine", "keiner", "niemand", "none", "nobody"];

/// How people write days.
const DAYS: &[&str] = &["%Y-%m-%d", "%d.%m.%Y", "%d. %m. %Y"];

/// How they write times of the day.
const TIMES: &[&str] = &["%H:%M", "%H:%M:%S", "%H.%M"];

/// Bytes as text: with the mark of its encoding, in UTF-8, or as Windows of Western Europe writes.
pub(super) fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => match WINDOWS_1252.decode_without_bom_handling(bytes).0 {
            Cow::Borrowed(text) => text.to_owned(),
            Cow::Owned(text) => text,
        },
    }
}

/// The answer that a word means; none where nobody answered yet.
pub(super) fn answer(cell: &str) -> Option<Cell<Answer>> {
    let words = plain(cell);
    if OPEN.contains(&words.as_str()) {
        return None;
    }
    let known = [(YES, Answer::Yes), (NO, Answer::No), (MAYBE, Answer::Maybe)];
    let meant = known.into_iter().find(|(list, _)| list.contains(&words.as_str()));
    Some(meant.map(|(_, answer)| answer).ok_or_else(|| shown(cell)))
}

/// The names in a cell; a mere number is no name.
pub(super) fn names(cell: &str) -> Cell<Vec<Line>> {
    if NOBODY.contains(&plain(cell).as_str()) {
        return Ok(Vec::new());
    }
    let is_name = |name: &Line| name.as_str().chars().any(char::is_alphabetic);
    let known = |name: &String| line(name).filter(is_name).ok_or_else(|| shown(cell));
    split_names(cell).iter().map(known).collect()
}

/// A day, or a day with a time on the clocks of `zone`; none if the cell is empty.
pub(super) fn received(cell: &str, zone: &TimeZone) -> Cell<Option<Received>> {
    let words = cell.trim();
    if words.is_empty() {
        return Ok(None);
    }
    if let Ok(moment) = DateTime::parse_from_rfc3339(words) {
        return Ok(Some(Received::At(on_clocks_of(moment, zone))));
    }
    let day = |words: &str| {
        DAYS.iter()
            .find_map(|form| NaiveDate::parse_from_str(words, form).ok())
            .filter(|day| possible(*day))
    };
    if let Some(day) = day(words) {
        return Ok(Some(on_day(day, zone)));
    }
    // "09.11.2026 14:23", "2026-11-09T14:23:10", "09.11.2026, 14:23 Uhr"
    let words = words.trim_end_matches("Uhr").trim_end();
    let moment = words.split_once(['T', ' ']).and_then(|(first, second)| {
        let time = second.trim();
        let time = TIMES.iter().find_map(|form| NaiveTime::parse_from_str(time, form).ok())?;
        let local: NaiveDateTime = day(first.trim_end_matches(','))?.and_time(time);
        clocks_show(local, zone)
    });
    moment.map(|moment| Some(Received::At(moment))).ok_or_else(|| shown(cell))
}

/// Whether files can hold the day.
fn possible(day: NaiveDate) -> bool {
    (1900..=9999).contains(&day.year())
}

/// Words without what does not change their meaning.
fn plain(cell: &str) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', '!']).to_lowercase()
}

/// A cell as it can be shown.
fn shown(cell: &str) -> String {
    short(cell)
}

#[cfg(test)]
mod tests {
    use super::{answer, decoded, names, received};
    use crate::domain::reply::Answer;
    use crate::domain::time::TimeZone;

    #[test]
    fn answers_are_understood_or_shown() {
        let cases = [
            ("Ja", Some(Ok(Answer::Yes))),
            (" zugesagt. ", Some(Ok(Answer::Yes))),
            ("NEIN!", Some(Ok(Answer::No))),
            ("kommt  nicht", Some(Ok(Answer::No))),
            ("evtl.", Some(Ok(Answer::Maybe))),
            ("", None),
            ("offen", None),
            ("x", Some(Err("x".to_owned()))),
            ("ja\u{1b}[31m", Some(Err("ja [31m".to_owned()))),
        ];
        for (cell, expected) in cases {
            assert_eq!(answer(cell), expected, "{cell}");
        }
    }

    #[test]
    fn names_are_names() {
        let read = |cell| names(cell).map(|names| names.iter().map(ToString::to_string).collect());
        assert_eq!(
            read("Lena Farnbach und Till Moosbacher"),
            Ok(vec!["Lena Farnbach".to_owned(), "Till Moosbacher".to_owned()])
        );
        assert_eq!(read("keine"), Ok(Vec::<String>::new()));
        assert_eq!(read("2"), Err("2".to_owned()));
    }

    #[test]
    fn days_and_moments_are_those_of_the_zone() {
        let zone = TimeZone::new("Europe/Berlin").unwrap();
        let read = |cell| received(cell, &zone).map(|it| it.map(|it| it.moment().to_rfc3339()));
        let cases = [
            ("9.11.2026", "2026-11-09T23:59:59+01:00"),
            ("2026-11-09", "2026-11-09T23:59:59+01:00"),
            ("09.11.2026 14:23", "2026-11-09T14:23:00+01:00"),
            ("09.11.2026, 14.23 Uhr", "2026-11-09T14:23:00+01:00"),
            ("2026-07-09T14:23:10", "2026-07-09T14:23:10+02:00"),
            ("2026-07-09T12:23:10Z", "2026-07-09T14:23:10+02:00"),
        ];
        for (cell, expected) in cases {
            assert_eq!(read(cell), Ok(Some(expected.to_owned())), "{cell}");
        }
        assert_eq!(read(" "), Ok(None));
        for cell in ["11/9/2026", "gestern", "31.02.2026", "9.11.26"] {
            assert_eq!(read(cell), Err(cell.to_owned()), "{cell}");
        }
    }

    #[test]
    fn excel_is_read_however_it_saves() {
        for bytes in [
            "M\u{fc}ller".as_bytes(),
            b"\xEF\xBB\xBFM\xC3\xBCller",
            b"M\xFCller",
            b"\xFF\xFEM\0\xFC\0l\0l\0e\0r\0",
        ] {
            assert_eq!(decoded(bytes), "Müller");
        }
    }
}
