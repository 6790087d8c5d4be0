//! Days as people write them, in German and English: "11.6.2027", "11. Juni", "in 3 weeks", "nächsten
//! Dienstag".

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::month::named_month;
use super::vocabulary::Vocabulary as _;

/// The years that files can write down.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// The first year that anybody means who does not write as files do: in `1.1.0027` a digit is wrong.
const FIRST_IN_WORDS: i32 = 1000;

/// The furthest that somebody counts ahead or back, in days, weeks, months or years.
const FURTHEST: u32 = 5000;

/// A day as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    words: String,
    meaning: Meaning,
}

/// What a day was written by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// The day itself.
    On(NaiveDate),
    /// The next such day, today too; it has to be that weekday.
    Yearly { month: u32, day: u32, weekday: Option<Weekday> },
    /// The weekday that comes so many weeks after the next one; the last one is -1.
    Weekly(Weekday, i64),
    /// So many days from today.
    Days(i64),
    /// So many months from today.
    Months(i64),
}

impl Day {
    /// Reads a day; none if the words are none, or do not agree with each other.
    pub fn read(words: &str) -> Option<Self> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let meaning = read(&words.to_lowercase())?;
        Some(Self { words, meaning })
    }

    /// The day that words name together with a weekday that it is not; none if they are wrong otherwise.
    pub fn contradicted(words: &str) -> Option<NaiveDate> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let words = without_preposition(&words);
        let (weekday, day) = words.split_once([',', ' '])?;
        let weekday = Weekday::read(weekday)?;
        match read(day.trim())? {
            Meaning::On(day) => Some(day).filter(|day| day.weekday() != weekday),
            Meaning::Yearly { .. }
            | Meaning::Weekly(..)
            | Meaning::Days(_)
            | Meaning::Months(_) => None,
        }
    }

    /// Whether words name a day of a month that has not so many, or a month that no year has: "31.2.2027".
    pub fn is_missing(words: &str) -> bool {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let words = without_preposition(&words);
        let (signs, is_iso) = if words.contains('-') { ("-", true) } else { (". ", false) };
        let parts: Vec<&str> =
            words.split(|it| signs.contains(it)).filter(|part| !part.is_empty()).collect();
        let (day, month, year) = match parts[..] {
            [year, month, day] if is_iso => (day, month, year),
            [day, month, year] => (day, month, year),
            _ => return false,
        };
        let month = named_month(month).or_else(|| digits(month));
        let year = if is_iso { written_year(year) } else { full_year(year) };
        let day = digits(day).zip(month).zip(year);
        day.is_some_and(|((day, month), year)| NaiveDate::from_ymd_opt(year, month, day).is_none())
    }

    /// Whether the words can mean `date`, whatever day it is today: the day itself, or that of its year.
    pub fn can_be(&self, date: NaiveDate) -> bool {
        match self.meaning {
            Meaning::On(day) => day == date,
            Meaning::Yearly { month, day, weekday } => {
                (date.month(), date.day()) == (month, day)
                    && weekday.is_none_or(|weekday| weekday == date.weekday())
            }
            Meaning::Weekly(..) | Meaning::Days(_) | Meaning::Months(_) => false,
        }
    }

    /// The day, if it is the same whatever day it is today.
    pub fn fixed(&self) -> Option<NaiveDate> {
        match self.meaning {
            Meaning::On(day) => Some(day),
            Meaning::Yearly { .. }
            | Meaning::Weekly(..)
            | Meaning::Days(_)
            | Meaning::Months(_) => None,
        }
    }

    /// The day that is meant; none if it lies beyond all calendars.
    pub fn on(&self, today: NaiveDate) -> Option<NaiveDate> {
        let day = match self.meaning {
            Meaning::On(day) => return Some(day),
            Meaning::Yearly { month, day, weekday } => {
                let years = today.year()..=today.year() + 8;
                let mut days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
                let day = days.find(|day| *day >= today)?;
                Some(day).filter(|day| weekday.is_none_or(|it| it == day.weekday()))?
            }
            Meaning::Weekly(weekday, weeks) => {
                let ahead = i64::from(weekday.days_since(today.weekday()));
                let next = if ahead == 0 { 7 } else { ahead };
                // The last one is before today, not a week before the next.
                let days = if weeks < 0 { ahead - 7 } else { next + 7 * weeks };
                away(today, days)?
            }
            Meaning::Days(days) => away(today, days)?,
            Meaning::Months(months) => {
                let number = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
                if months < 0 {
                    today.checked_sub_months(number)?
                } else {
                    today.checked_add_months(number)?
                }
            }
        };
        Some(day).filter(|day| YEARS.contains(&day.year()))
    }

    /// What was written.
    pub fn words(&self) -> &str {
        &self.words
    }
}

fn away(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let number = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(number) } else { today.checked_add_days(number) }
}

/// Reads words in small letters with single spaces.
fn read(words: &str) -> Option<Meaning> {
    let words = without_preposition(words);
    calendar_day(words).or_else(|| relative(words)).or_else(|| {
        // A weekday before the day has to agree with it.
        let (weekday, day) = words.split_once([',', ' '])?;
        let weekday = Weekday::read(weekday)?;
        let meaning = read(day.trim())?;
        match meaning {
            Meaning::On(day) => (day.weekday() == weekday).then_some(meaning),
            Meaning::Yearly { month, day, weekday: None } => {
                Some(Meaning::Yearly { month, day, weekday: Some(weekday) })
            }
            Meaning::Yearly { .. }
            | Meaning::Weekly(..)
            | Meaning::Days(_)
            | Meaning::Months(_) => None,
        }
    })
}

fn without_preposition(words: &str) -> &str {
    let before = ["am ", "an dem ", "den ", "dem ", "vom ", "zum ", "bis ", "ab ", "on ", "the "];
    before.iter().find_map(|before| words.strip_prefix(before)).unwrap_or(words)
}

fn calendar_day(words: &str) -> Option<Meaning> {
    if let Some(day) = iso(words) {
        return Some(Meaning::On(day));
    }
    let dotted = words.contains('.');
    let parts: Vec<&str> =
        words.split([' ', '.', ',']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let (day, month, year) = match parts[..] {
        [day, month] => (day, month, None),
        [day, month, year] => (day, month, Some(year)),
        _ => return None,
    };
    let (day, month) = match (number(day), named_month(month), named_month(day)) {
        (Some(day), Some(month), _) => (day, month),
        (Some(day), None, _) if dotted => (day, number(month)?),
        (None, _, Some(name)) => (number(month)?, name),
        _ => return None,
    };
    match year {
        Some(year) => Some(Meaning::On(NaiveDate::from_ymd_opt(full_year(year)?, month, day)?)),
        // A leap year has every day of any.
        None => NaiveDate::from_ymd_opt(2024, month, day).map(|_| Meaning::Yearly {
            month,
            day,
            weekday: None,
        }),
    }
}

/// `2027-06-11`, or `2027-6-11`.
fn iso(words: &str) -> Option<NaiveDate> {
    let [year, month, day] = words.split('-').collect::<Vec<_>>()[..] else { return None };
    NaiveDate::from_ymd_opt(written_year(year)?, digits(month)?, digits(day)?)
}

/// A year as files write it, of four digits.
fn written_year(words: &str) -> Option<i32> {
    let is_whole = words.len() == 4 && words.bytes().all(|it| it.is_ascii_digit());
    words.parse().ok().filter(|year| is_whole && YEARS.contains(year))
}

/// A year of four digits, or of two.
fn full_year(words: &str) -> Option<i32> {
    match words.len() {
        2 => digits(words).and_then(|year| i32::try_from(2000 + year).ok()),
        _ => written_year(words).filter(|year| *year >= FIRST_IN_WORDS),
    }
}

/// One or two digits, in English with the ending of an ordinal.
fn number(words: &str) -> Option<u32> {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| words.strip_suffix(ending));
    digits(bare.unwrap_or(words))
}

/// One or two digits.
fn digits(words: &str) -> Option<u32> {
    let is_number = (1..=2).contains(&words.len()) && words.bytes().all(|it| it.is_ascii_digit());
    words.parse().ok().filter(|_| is_number)
}

fn relative(words: &str) -> Option<Meaning> {
    let days = match words {
        "heute" | "today" => Some(0),
        "morgen" | "tomorrow" => Some(1),
        "übermorgen" | "day after tomorrow" => Some(2),
        "gestern" | "yesterday" => Some(-1),
        "vorgestern" | "day before yesterday" => Some(-2),
        _ => None,
    };
    if let Some(days) = days {
        return Some(Meaning::Days(days));
    }
    if let Some(weekday) = Weekday::read(words) {
        return Some(Meaning::Weekly(weekday, 0));
    }
    match words.split(' ').collect::<Vec<_>>()[..] {
        ["in", count, unit] => distance(count, unit, 1),
        ["vor", count, unit] | [count, unit, "ago"] => distance(count, unit, -1),
        [which, unit] => {
            let weeks = match which {
                "nächsten" | "nächster" | "nächste" | "nächstes" | "nächstem" | "kommenden"
                | "kommender" | "kommende" | "kommendes" | "diesen" | "dieser" | "next"
                | "coming" | "this" => 0,
                "übernächsten" | "übernächster" | "übernächste" | "übernächstes" => 1,
                "letzten" | "letzter" | "letzte" | "letztes" | "vergangenen" | "vergangene"
                | "vorigen" | "vorige" | "last" => -1,
                _ => return None,
            };
            match Weekday::read(unit) {
                Some(weekday) => Some(Meaning::Weekly(weekday, weeks)),
                // "This week" is no day.
                None if which.starts_with("dies") || which == "this" => None,
                None => distance("1", unit, if weeks < 0 { -1 } else { weeks + 1 }),
            }
        }
        _ => None,
    }
}

/// So many days, weeks, months or years.
fn distance(count: &str, unit: &str, factor: i64) -> Option<Meaning> {
    let named = [
        ["ein", "one"],
        ["zwei", "two"],
        ["drei", "three"],
        ["vier", "four"],
        ["fünf", "five"],
        ["sechs", "six"],
        ["sieben", "seven"],
        ["acht", "eight"],
        ["neun", "nine"],
        ["zehn", "ten"],
        ["elf", "eleven"],
        ["zwölf", "twelve"],
    ];
    let count = match count {
        "einem" | "einer" | "eine" | "a" | "an" => 1,
        _ => {
            let position = named.iter().position(|names| names.contains(&count));
            let number = position.and_then(|position| u32::try_from(position + 1).ok());
            i64::from(number.or_else(|| count.parse().ok())?)
        }
    };
    if count > i64::from(FURTHEST) {
        return None;
    }
    let count = count * factor;
    match unit {
        "tag" | "tage" | "tagen" | "day" | "days" => Some(Meaning::Days(count)),
        "woche" | "wochen" | "week" | "weeks" => Some(Meaning::Days(7 * count)),
        "monat" | "monate" | "monaten" | "month" | "months" => Some(Meaning::Months(count)),
        "jahr" | "jahre" | "jahren" | "year" | "years" => Some(Meaning::Months(12 * count)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
