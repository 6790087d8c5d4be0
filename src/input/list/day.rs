//! Days as lists write them: with weekdays, months in words, spans, short years, or as the number by which
//! a spreadsheet counts them.
//!
//! [`crate::text::Day`] reads what somebody types: one day, counted from today if need be, and asked for
//! again if it is none. A list is not asked: it tells of spans and months, and nothing in it means today.

use chrono::{Datelike as _, Days, NaiveDate};

use crate::domain::line::Line;
use crate::domain::listed::About;
use crate::text::{DateStyle, Language, named_month, slug};

/// Numbers of spreadsheets that can be days of a network: 1954 to 2119.
const SERIAL: std::ops::RangeInclusive<u64> = 20_000..=80_000;

/// The years of which files tell.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9999;

/// The days that a cell names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The first, or the best that is known.
    pub(super) first: NaiveDate,
    /// The last, where it is another.
    pub(super) last: Option<NaiveDate>,
    /// The words to print instead, where the very day is not known.
    pub(super) words: Option<Line>,
    /// The time of the day that stands behind it.
    pub(super) time: Option<String>,
    /// What was done to understand it.
    pub(super) about: Option<About>,
}

impl From<NaiveDate> for Span {
    fn from(first: NaiveDate) -> Self {
        Self { first, last: None, words: None, time: None, about: None }
    }
}

/// The days that a cell names; none if nobody can say for certain. Spreadsheets count from 1900 or 1904.
pub(super) fn read(cell: &str, from_1904: bool) -> Option<Span> {
    let cell = cell.trim();
    if let Some(day) = serial(cell, from_1904) {
        let about = Some(About::Serial { from: cell.to_owned(), to: day });
        return Some(Span { about, ..day.into() });
    }
    let (cell, time) = without_time(without_weekday(cell));
    let mut span = one(cell).or_else(|| span(cell)).or_else(|| month(cell))?;
    span.time = time;
    Some(span)
}

/// Whether a cell can be nothing but a day.
pub(super) fn is_plain(cell: &str) -> bool {
    one(without_weekday(cell.trim())).is_some()
}

fn serial(cell: &str, from_1904: bool) -> Option<NaiveDate> {
    let is_whole = cell.len() == 5 && cell.bytes().all(|byte| byte.is_ascii_digit());
    let number: u64 = cell.parse().ok().filter(|_| is_whole)?;
    // 1900 has a 29th of February there.
    let begin = if from_1904 { (1904, 1, 1) } else { (1899, 12, 30) };
    let begin = NaiveDate::from_ymd_opt(begin.0, begin.1, begin.2)?;
    begin.checked_add_days(Days::new(number)).filter(|_| SERIAL.contains(&number))
}

/// "Di., 24.09.2024", "Dienstag, den 24. September 2024"
fn without_weekday(cell: &str) -> &str {
    let rest = cell.trim_start_matches(|c: char| c.is_alphabetic()).trim_start_matches('.');
    let word = slug(&cell[..cell.len() - rest.len()]);
    let is_weekday = word.len() > 1 && weekdays().any(|day| day.starts_with(&word));
    if !is_weekday {
        return cell;
    }
    let rest = rest.trim_start_matches([',', ' ']);
    ["den ", "dem ", "the "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest)
}

fn weekdays() -> impl Iterator<Item = String> {
    let monday = NaiveDate::default();
    let days = monday.iter_days().take(7);
    let named = |day| Language::ALL.map(|language| slug(DateStyle::of(language).weekday(day)));
    days.flat_map(named).chain(["samstag".to_owned(), "sonnabend".to_owned()])
}

/// "24.09.2024, 09:30 Uhr", "2024-09-24 09:30"
fn without_time(cell: &str) -> (&str, Option<String>) {
    let bare = cell.strip_suffix("Uhr").map_or(cell, str::trim_end);
    let Some((day, time)) = bare.rsplit_once([' ', 'T']) else { return (cell, None) };
    let colon = time.split_once(':').is_some_and(|(hour, minute)| {
        let is_number = |it: &str| it.len() <= 2 && it.parse::<u8>().is_ok();
        is_number(hour) && is_number(minute.split(':').next().unwrap_or_default())
    });
    let is_hour = bare.len() < cell.len()
        && time.len() <= 5
        && time.starts_with(|c: char| c.is_ascii_digit());
    if !colon && !is_hour {
        return (cell, None);
    }
    let parts: Vec<&str> = time.split([':', '.']).collect();
    let time = match parts[..] {
        [hour] => format!("{hour:0>2}:00"),
        [hour, minute, ..] => format!("{hour:0>2}:{minute}"),
        [] => return (cell, None),
    };
    let day = day.trim_end().trim_end_matches(',').trim_end_matches("um").trim_end();
    (day.trim_end_matches(','), Some(time))
}

/// A single day.
fn one(cell: &str) -> Option<Span> {
    if let Some((day, month, year)) =
        numbers(cell, '-').map(|[year, month, day]| (day, month, year))
    {
        return (year.len() == 4).then(|| of_parts(day, month, year)).flatten();
    }
    if let Some([day, month, year]) = numbers(cell, '.') {
        return of_parts(day, month, year);
    }
    if let Some([one, other, year]) = numbers(cell, '/') {
        // British or American: only one of them can be a day.
        let number = |it: &str| it.parse::<u32>().ok();
        let (first, second) = (number(one)?, number(other)?);
        return match (first > 12, second > 12) {
            (true, false) => of_parts(one, other, year),
            (false, true) => of_parts(other, one, year),
            (false, false) if first == second => of_parts(one, other, year),
            _ => None,
        };
    }
    // "24. September 2024", "24 September 2024", "September 24, 2024"
    let words: Vec<&str> = cell.split([' ', ',', '\u{a0}']).filter(|it| !it.is_empty()).collect();
    let [first, second, year] = words[..] else { return None };
    let (day, name) = if named_month(second).is_some() { (first, second) } else { (second, first) };
    let day = day.trim_end_matches(['.', 't', 'h', 's', 'n', 'd', 'r']);
    of_parts(day, &named_month(name)?.to_string(), year)
}

/// Three numbers with a sign between them.
fn numbers(cell: &str, sign: char) -> Option<[&str; 3]> {
    let parts: Vec<&str> = cell.split(sign).map(str::trim).collect();
    let is_number = |it: &&str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    let parts: [&str; 3] = parts.try_into().ok()?;
    parts.iter().all(is_number).then_some(parts)
}

fn of_parts(day: &str, month: &str, year: &str) -> Option<Span> {
    let is_short = year.len() == 2;
    let number: i32 = year.parse().ok().filter(|_| is_short || year.len() == 4)?;
    // No network is older than a spreadsheet's century.
    let full = if is_short { number + 2000 } else { number };
    let date = NaiveDate::from_ymd_opt(full, month.parse().ok()?, day.parse().ok()?)?;
    let about =
        is_short.then(|| About::ShortYear { from: format!("{day}.{month}.{year}"), to: date });
    YEARS.contains(&full).then(|| Span { about, ..date.into() })
}

/// "24.–25.09.2024", "24.09. bis 25.09.2024", "24./25.09.2024"
fn span(cell: &str) -> Option<Span> {
    let signs = [" bis ", " to ", "–", "—", "/", " - ", "-", " und "];
    let (first, last) = signs.iter().find_map(|sign| cell.split_once(sign))?;
    let (first, last) = (first.trim(), without_weekday(last.trim()));
    let end = one(last)?;
    let last = end.first;
    let bare = first.trim_end_matches('.');
    let begin = one(first).map(|it| it.first).or_else(|| match bare.split_once('.') {
        Some((day, month)) => {
            NaiveDate::from_ymd_opt(last.year(), month.trim().parse().ok()?, day.parse().ok()?)
        }
        None => last.with_day(bare.parse().ok()?),
    })?;
    (begin < last).then(|| Span { last: Some(last), about: end.about, ..begin.into() })
}

/// "August 2023", "08/2023": the first day stands for the month, whose words are printed.
fn month(cell: &str) -> Option<Span> {
    let (month, year) = cell.split_once([' ', '/', '.'])?;
    let (month, year) = (month.trim().trim_end_matches('.'), year.trim());
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let number = named_month(month).or_else(|| month.parse().ok())?;
    let first = NaiveDate::from_ymd_opt(year.parse().ok()?, number, 1).filter(|_| is_year)?;
    YEARS.contains(&first.year()).then(|| Span { words: Line::new(cell).ok(), ..first.into() })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn days_are_understood_or_left() {
        let cases = [
            ("2024-09-24", Some("2024-09-24")),
            ("24.09.2024", Some("2024-09-24")),
            ("24. 9. 2024", Some("2024-09-24")),
            ("24.9.24", Some("2024-09-24 short")),
            ("24. September 2024", Some("2024-09-24")),
            ("24. Sept. 2024", Some("2024-09-24")),
            ("1. März 2024", Some("2024-03-01")),
            ("24th September 2024", Some("2024-09-24")),
            ("September 24, 2024", Some("2024-09-24")),
            ("Di., 24.09.2024", Some("2024-09-24")),
            ("Dienstag, den 24. September 2024", Some("2024-09-24")),
            ("24.09.2024, 9:30 Uhr", Some("2024-09-24 at 09:30")),
            ("2024-09-24 09:30", Some("2024-09-24 at 09:30")),
            ("24.09.2024 um 10 Uhr", Some("2024-09-24 at 10:00")),
            ("24.–25.09.2024", Some("2024-09-24 to 2024-09-25")),
            ("24./25.09.2024", Some("2024-09-24 to 2024-09-25")),
            ("30.09. bis 01.10.2024", Some("2024-09-30 to 2024-10-01")),
            ("24/09/2024", Some("2024-09-24")),
            ("09/24/2024", Some("2024-09-24")),
            ("04/05/2024", None),
            ("August 2023", Some("2023-08-01 as August 2023")),
            ("08/2023", Some("2023-08-01 as 08/2023")),
            ("45559", Some("2024-09-24 serial")),
            ("31.02.2024", None),
            ("Herbst 2023", None),
            ("2023", None),
            ("12345678", None),
            ("", None),
        ];
        for (cell, expected) in cases {
            let found = read(cell, false).map(|span| {
                use crate::domain::listed::About;
                let mut words = span.first.to_string();
                let mut add = |part: Option<String>| words.extend(part);
                add(span.last.map(|last| format!(" to {last}")));
                add(span.time.map(|time| format!(" at {time}")));
                add(span.words.map(|words| format!(" as {words}")));
                add(span.about.map(|about| match about {
                    About::Serial { .. } => " serial".to_owned(),
                    _ => " short".to_owned(),
                }));
                words
            });
            assert_eq!(found.as_deref(), expected, "{cell}");
        }
        assert_eq!(read("44097", true).unwrap().first.to_string(), "2024-09-24");
    }
}
