//! What people write into the cells of a table of replies.

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, NaiveTime};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::dos;
use super::words::short;
use crate::domain::incoming::Cell;
use crate::domain::reply::{Received, ReplyAnswer};
use crate::domain::time::TimeZone;
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
    "komme gern",
    "komme gerne",
    "sage zu",
    "nehme teil",
    "nehme gern teil",
    "nehme gerne teil",
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
    "nicht",
    "sage ab",
    "nehme nicht teil",
    "kann nicht",
    "kann nicht kommen",
    "cannot",
    "cannot come",
    "cannot attend",
    "can't",
    "can't come",
    "can't make it",
    "cannot make it",
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

/// Words that are an answer by themselves and change none.
const GLADLY: &[&str] = &["gern", "gerne", "sehr gern", "sehr gerne", "with pleasure", "gladly"];

/// Words that change nothing.
const POLITE: &str = "gern gerne sehr leider danke dank vielen herzlichen mit freude freuden vergnügen natürlich \
    selbstverständlich klar sicher ich wir bin sind auf jeden fall diesmal dieses mal liebe grüße viele \
    unfortunately sorry thanks thank you very much with great pleasure gladly happy to of course sure \
    certainly i we am are will be there regrettably afraid i'm we're i'll";

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

/// How people write days.
const DAYS: &[&str] = &["%Y-%m-%d", "%d.%m.%Y", "%d. %m. %Y"];

/// How they write times of the day.
const TIMES: &[&str] = &["%H:%M", "%H:%M:%S", "%H.%M"];

/// Bytes as text: with the mark of its encoding, in UTF-8, or as Windows of Western Europe writes.
pub fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    // A text of two bytes a letter holds noughts, and no other text does.
    let is_nought = |at: usize| bytes.iter().skip(at).step_by(2).take(40).all(|byte| *byte == 0);
    for (at, encoding) in [(1, UTF_16LE), (0, UTF_16BE)] {
        if bytes.len() > 3 && is_nought(at) && !is_nought(1 - at) {
            return encoding.decode_without_bom_handling(bytes).0.into_owned();
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => dos::decoded(bytes)
            .unwrap_or_else(|| WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
    }
}

/// The answer that a word means; none where nobody answered yet.
pub(super) fn answer(cell: &str) -> Option<Cell<ReplyAnswer>> {
    let words = plain(cell);
    if OPEN.contains(&words.as_str()) {
        return None;
    }
    Some(meant(&words).ok_or_else(|| shown(cell)))
}

/// The answer of words that all say the same or nothing: "ja, sehr gerne". One more word may turn it.
fn meant(words: &str) -> Option<ReplyAnswer> {
    let known = [(YES, ReplyAnswer::Yes), (NO, ReplyAnswer::No), (MAYBE, ReplyAnswer::Maybe)];
    let said = |phrase: &str| {
        let known = known.into_iter().find(|(list, _)| list.contains(&phrase));
        known.map(|(_, answer)| answer)
    };
    if let Some(answer) = said(words) {
        return Some(answer);
    }
    let words = words.replace([',', ';', '.', '!', '–', '-'], " ");
    let words: Vec<&str> = words.split_whitespace().collect();
    if GLADLY.contains(&words.join(" ").as_str()) {
        return Some(ReplyAnswer::Yes);
    }
    let words: Vec<&str> =
        words.into_iter().filter(|word| !POLITE.split(' ').any(|known| known == *word)).collect();
    let mut answers = Vec::new();
    let mut rest = &words[..];
    while !rest.is_empty() {
        // The longest phrase counts: "komme nicht" is more than "komme".
        let (length, answer) = (1..=rest.len().min(4))
            .rev()
            .find_map(|length| Some((length, said(&rest[..length].join(" "))?)))?;
        answers.push(answer);
        rest = &rest[length..];
    }
    let first = answers.first().copied()?;
    answers.iter().all(|answer| *answer == first).then_some(first)
}

/// The day of a meeting, with or without a time; none if the cell is empty.
pub(super) fn day(cell: &str, zone: &TimeZone) -> Cell<Option<NaiveDate>> {
    // "Dienstag, 6.7.2027"
    let words = cell.trim();
    let behind = words
        .split_once([',', ' '])
        .filter(|(before, _)| !before.contains(|it: char| it.is_ascii_digit()));
    let words = behind.map_or(words, |(_, day)| day.trim());
    received(words, zone).map(|moment| moment.map(Received::day)).map_err(|_| shown(cell))
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
pub(super) fn plain(cell: &str) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', '!']).to_lowercase()
}

/// A cell as it can be shown.
pub(super) fn shown(cell: &str) -> String {
    short(cell)
}

#[cfg(test)]
mod tests {
    use super::{answer, decoded, received};
    use crate::domain::reply::ReplyAnswer;
    use crate::domain::time::TimeZone;

    #[test]
    fn answers_are_understood_or_shown() {
        let cases = [
            ("Ja", Some(Ok(ReplyAnswer::Yes))),
            (" zugesagt. ", Some(Ok(ReplyAnswer::Yes))),
            ("NEIN!", Some(Ok(ReplyAnswer::No))),
            ("kommt  nicht", Some(Ok(ReplyAnswer::No))),
            ("evtl.", Some(Ok(ReplyAnswer::Maybe))),
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
    fn polite_words_change_no_answer_and_others_are_not_guessed() {
        let cases = [
            ("Ja, gerne", Some(ReplyAnswer::Yes)),
            ("ja, ich komme sehr gerne!", Some(ReplyAnswer::Yes)),
            ("gern", Some(ReplyAnswer::Yes)),
            ("yes, with pleasure", Some(ReplyAnswer::Yes)),
            ("Yes, I will be there, thank you.", Some(ReplyAnswer::Yes)),
            ("nein, leider", Some(ReplyAnswer::No)),
            ("Leider nicht", Some(ReplyAnswer::No)),
            ("Nein, ich kann leider nicht kommen", Some(ReplyAnswer::No)),
            ("No, sorry, I can't make it", Some(ReplyAnswer::No)),
            ("vielleicht, sehr gerne", Some(ReplyAnswer::Maybe)),
            ("ja, aber erst ab 14 Uhr", None),
            ("ja, mit Ada Nordhaus", None),
            ("ja / nein", None),
            ("ja oder nein", None),
            ("leider", None),
            ("ja?", None),
        ];
        for (cell, expected) in cases {
            assert_eq!(answer(cell), Some(expected.ok_or_else(|| cell.to_owned())), "{cell}");
        }
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
            b"M\0\xFC\0l\0l\0e\0r\0",
            b"\0M\0\xFC\0l\0l\0e\0r",
        ] {
            assert_eq!(decoded(bytes), "Müller");
        }
    }
}
