//! Days as people write them, in German and English: "11.6.2027", "11. Juni", "in 3 weeks", "nächsten
//! Dienstag".

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::month::named_month;
use super::vocabulary::Vocabulary as _;

/// The years that anybody means.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=9999;

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
    let year = full_year(year).filter(|_| year.len() == 4)?;
    NaiveDate::from_ymd_opt(year, digits(month)?, digits(day)?)
}

/// A year of four digits, or of two.
fn full_year(words: &str) -> Option<i32> {
    let year: i32 = words.parse().ok().filter(|_| words.bytes().all(|it| it.is_ascii_digit()))?;
    match words.len() {
        2 => Some(2000 + year),
        4 => Some(year).filter(|year| YEARS.contains(year)),
        _ => None,
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
mod tests {
    use chrono::NaiveDate;

    use super::Day;

    fn understood(words: &str) -> Option<String> {
        // A Sunday.
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        Day::read(words)?.on(today).map(|day| day.to_string())
    }

    #[test]
    fn days_are_read_however_they_are_written() {
        let cases = [
            ("2027-06-11", "2027-06-11"),
            ("2027-6-11", "2027-06-11"),
            ("2027-6-1", "2027-06-01"),
            ("11.6.2027", "2027-06-11"),
            ("Fr 11.6.27", "2027-06-11"),
            ("Fr., 11.6.27", "2027-06-11"),
            ("Freitag, den 11.06.2027", "2027-06-11"),
            ("11.Juni 2027", "2027-06-11"),
            ("11.06.27", "2027-06-11"),
            (" 11. 6. 2027 ", "2027-06-11"),
            ("11.6.", "2027-06-11"),
            ("1.12.", "2026-12-01"),
            ("22.11.", "2026-11-22"),
            ("29. Februar", "2028-02-29"),
            ("11. Juni 2027", "2027-06-11"),
            ("11. Juni", "2027-06-11"),
            ("3. März", "2027-03-03"),
            ("3. Mrz 2027", "2027-03-03"),
            ("11 June 2027", "2027-06-11"),
            ("June 11, 2027", "2027-06-11"),
            ("the 11th June", "2027-06-11"),
            ("Oct 1", "2027-10-01"),
            ("Freitag, 11. Juni 2027", "2027-06-11"),
            ("Fr 11.6.2027", "2027-06-11"),
            ("am Freitag, dem 11. Juni 2027", "2027-06-11"),
            ("Freitag, 11. Juni", "2027-06-11"),
            ("heute", "2026-11-22"),
            ("Tomorrow", "2026-11-23"),
            ("übermorgen", "2026-11-24"),
            ("gestern", "2026-11-21"),
            ("in 3 weeks", "2026-12-13"),
            ("in 3 Wochen", "2026-12-13"),
            ("in einem Monat", "2026-12-22"),
            ("in zwei Jahren", "2028-11-22"),
            ("in a day", "2026-11-23"),
            ("vor 3 Tagen", "2026-11-19"),
            ("two weeks ago", "2026-11-08"),
            ("nächsten Dienstag", "2026-11-24"),
            ("next Tuesday", "2026-11-24"),
            ("Dienstag", "2026-11-24"),
            ("kommenden Sonntag", "2026-11-29"),
            ("übernächsten Sonntag", "2026-12-06"),
            ("letzten Sonntag", "2026-11-15"),
            ("last Friday", "2026-11-20"),
            ("nächste Woche", "2026-11-29"),
            ("next month", "2026-12-22"),
        ];
        for (words, expected) in cases {
            assert_eq!(understood(words).as_deref(), Some(expected), "{words}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for words in [
            "",
            "11",
            "31.6.2027",
            "30. Februar",
            "29.2.2027",
            "11/6/2027",
            "6-11-2027",
            "2027-6-111",
            "27-6-11",
            "2027-6",
            "+027-06-11",
            "Montag, 11. Juni 2027",
            "Montag, 11. Juni",
            "Juni",
            "Juni 2027",
            "11 6 2027",
            "11.6.227",
            "in drei",
            "in 99999 years",
            "in -1 days",
            "diese Woche",
            "next",
            "nächsten",
            "1.1.1\n",
            "９.6.2027",
            "0.6.2027",
            "11.Ju.2027",
        ] {
            assert_eq!(understood(words), None, "{words}");
        }
        // Whoever leaves the second point out means the same.
        assert_eq!(understood("11.6").as_deref(), Some("2027-06-11"));
    }

    #[test]
    fn a_weekday_that_the_day_is_not_is_told() {
        for (words, expected) in [
            ("Do 11.6.27", Some("2027-06-11")),
            ("am Montag, dem 11. Juni 2027", Some("2027-06-11")),
            ("Fr 11.6.27", None),
            ("Do 31.6.27", None),
            ("Do 11.6.", None),
            ("11.6.27", None),
        ] {
            let day = Day::contradicted(words).map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{words}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_not_fixed() {
        assert!(Day::read("11.6.2027").unwrap().fixed().is_some());
        assert!(Day::read("11.6.").unwrap().fixed().is_none());
    }
}
