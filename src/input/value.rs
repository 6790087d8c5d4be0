//! Single values: text, numbers, dates and words to choose from.

use std::fmt::Display;

use chrono::{DateTime, FixedOffset, NaiveDate};
use lettre::Address;
use toml::de::{DeInteger, DeValue};
use toml::value::Datetime;

use super::time;
use crate::diagnostic::Problem;
use crate::diagnostic::outbox::NonAsciiMail;
use crate::diagnostic::region::BadRegion;
use crate::diagnostic::release::BadMoment;
use crate::diagnostic::value::{
    BadChoice, BadColour, BadDate, BadDigits, BadDuration, BadId, BadMail, BadTime, BadTimeZone,
    BadWebFolder, ControlCharacter, DayInWords, DeviceName, EmptyValue, Expected, OutOfRange,
    WrongType,
};
use crate::domain::colour::Colour;
use crate::domain::id::{Id, is_device};
use crate::domain::line::{Fault, Line, Text};
use crate::domain::region::Region;
use crate::domain::time::{Clock, Duration, End, PartOfDay, Precision, Time, TimeZone};
use crate::text::{Day, Vocabulary, nearest, slug, wire_address};

/// A value, or what is wrong with it.
pub(super) type Outcome<T> = Result<T, Box<dyn Problem>>;

/// That `value` is of another type than `expected`.
pub(super) fn wrong_type(expected: Expected, value: &DeValue<'_>) -> Box<dyn Problem> {
    Box::new(WrongType { expected, found: value.type_str() })
}

fn string<'v>(value: &'v DeValue<'_>) -> Outcome<&'v str> {
    value.as_str().ok_or_else(|| wrong_type(Expected::Text, value))
}

/// What is wrong with a line.
pub(super) fn fault(fault: Fault) -> Box<dyn Problem> {
    match fault {
        Fault::Empty => Box::new(EmptyValue {}),
        Fault::Control(characters) => Box::new(ControlCharacter { characters }),
    }
}

/// One line of text.
pub(super) fn line(value: &DeValue<'_>) -> Outcome<Line> {
    Line::new(string(value)?).map_err(fault)
}

/// Several lines of text.
pub(super) fn text(value: &DeValue<'_>) -> Outcome<Text> {
    Text::new(string(value)?).map_err(fault)
}

/// A slug.
pub(super) fn id(value: &DeValue<'_>) -> Outcome<Id> {
    let words = string(value)?;
    Id::new(words).ok_or_else(|| {
        if is_device(words) {
            return Box::new(DeviceName { found: words.to_owned() }) as Box<dyn Problem>;
        }
        Box::new(BadId { found: words.to_owned(), slug: slug(words) }) as Box<dyn Problem>
    })
}

/// `true` or `false`.
pub(super) fn flag(value: &DeValue<'_>) -> Outcome<bool> {
    value.as_bool().ok_or_else(|| wrong_type(Expected::Flag, value))
}

/// A whole number from `least` to `most`.
pub(super) fn whole(least: u32, most: u32) -> impl Fn(&DeValue<'_>) -> Outcome<u32> {
    move |value| {
        let DeValue::Integer(number) = value else {
            return Err(wrong_type(Expected::Whole, value));
        };
        let parsed = integer(number).and_then(|number| u32::try_from(number).ok());
        parsed
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| out_of_range(number, least, most))
    }
}

/// A whole number from `least` to `most`, which may be below 0.
pub(super) fn signed(least: i64, most: i64) -> impl Fn(&DeValue<'_>) -> Outcome<i64> {
    move |value| {
        let DeValue::Integer(number) = value else {
            return Err(wrong_type(Expected::Whole, value));
        };
        integer(number)
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| out_of_range(number, least, most))
    }
}

/// A number from `least` to `most`, with a point or without.
pub(super) fn number(least: f64, most: f64) -> impl Fn(&DeValue<'_>) -> Outcome<f64> {
    move |value| {
        let (number, written) = match value {
            DeValue::Float(float) => (float.as_str().parse().ok(), float.as_str()),
            DeValue::Integer(whole) => (whole.as_str().parse().ok(), whole.as_str()),
            _ => return Err(wrong_type(Expected::Number, value)),
        };
        number
            .filter(|number: &f64| (least..=most).contains(number))
            .ok_or_else(|| out_of_range(written, least, most))
    }
}

/// A number from `least` to `most` with one decimal place, in tenths.
pub(super) fn tenths(least: u32, most: u32) -> impl Fn(&DeValue<'_>) -> Outcome<u32> {
    move |value| {
        let number = number(f64::from(least), f64::from(most))(value)?;
        // Neither negative nor large: the bounds are whole numbers of few digits.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let tenths = (number * 10.0).round() as u32;
        Ok(tenths)
    }
}

fn integer(number: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

fn out_of_range(found: impl Display, least: impl Display, most: impl Display) -> Box<dyn Problem> {
    Box::new(OutOfRange {
        found: found.to_string(),
        least: least.to_string(),
        most: most.to_string(),
    })
}

/// One of a set of words, or what people call it in German or English.
pub(super) fn choice<T: Vocabulary>(value: &DeValue<'_>) -> Outcome<T> {
    let words = string(value)?;
    let found = T::read(words).or_else(|| T::spoken(words));
    found.ok_or_else(|| -> Box<dyn Problem> {
        let spoken = || T::all().flat_map(|one| [one.words(), one.names()].concat());
        let near = nearest(words, T::all().map(T::word).chain(spoken()));
        // "Kaffeepause" is a "Pause".
        let end = words.to_lowercase();
        let is_kind_of = |name: &&str| name.len() > 3 && end.ends_with(&name.to_lowercase());
        let near = near.or_else(|| spoken().find(is_kind_of));
        Box::new(BadChoice {
            found: words.to_owned(),
            near: near.map(str::to_owned),
            known: T::all().map(|one| (one.word(), german(one))).collect(),
        })
    })
}

/// What people call a member of a set in German, if that is not the word itself.
fn german(one: impl Vocabulary) -> Option<&'static str> {
    let others = || one.words().iter().skip(1);
    let name = one.names().iter().take(1).chain(others()).find(|name| !name.is_empty())?;
    (!name.eq_ignore_ascii_case(one.word())).then_some(*name)
}

/// A region whose holidays are kept, by its code or by what people call it.
pub(super) fn region(value: &DeValue<'_>) -> Outcome<Region> {
    let words = string(value)?;
    Region::read(words).or_else(|| Region::spoken(words)).ok_or_else(|| -> Box<dyn Problem> {
        let near = Region::near(words).map(str::to_owned);
        Box::new(BadRegion { found: words.to_owned(), near })
    })
}

/// That `found` is none of the `known` words.
pub(super) fn bad_choice(
    found: &str,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Box<dyn Problem> {
    Box::new(BadChoice {
        found: found.to_owned(),
        near: nearest(found, known.clone()).map(str::to_owned),
        known: known.map(|word| (word, None)).collect(),
    })
}

/// Exactly `count` digits, as text.
pub(super) fn digits(count: usize) -> impl Fn(&DeValue<'_>) -> Outcome<Line> {
    move |value| {
        let line = line(value)?;
        let words = line.as_str();
        if words.len() == count && words.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(line)
        } else {
            Err(Box::new(BadDigits { found: words.to_owned(), digits: count }))
        }
    }
}

/// A mail address (RFC 5321 mailbox).
pub(super) fn mail(value: &DeValue<'_>) -> Outcome<Line> {
    mail_address(string(value)?)
}

/// The same of words.
pub(super) fn mail_address(words: &str) -> Outcome<Line> {
    let line = Line::new(words).map_err(fault)?;
    let found = || line.as_str().to_owned();
    match line.as_str().parse::<Address>() {
        Ok(address) if !address.user().is_ascii() => Err(Box::new(NonAsciiMail { found: found() })),
        // A name without a dot is known in one house alone, if anywhere: its ending was left out.
        Ok(address) if !address.domain().contains('.') => Err(Box::new(BadMail { found: found() })),
        Ok(_) if wire_address(line.as_str()).is_some() => Ok(line),
        _ => Err(Box::new(BadMail { found: found() })),
    }
}

/// The address of a folder on the web, with a slash at its end (RFC 3986, 3; RFC 3987, 2.2).
pub(super) fn web_folder(value: &DeValue<'_>) -> Outcome<Line> {
    let line = line(value)?;
    let words = line.as_str();
    let bad = || Box::new(BadWebFolder { found: words.to_owned() }) as Box<dyn Problem>;
    let lower = words.to_ascii_lowercase();
    let scheme = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme));
    let scheme = scheme.ok_or_else(bad)?;
    let rest = &words[scheme.len()..];
    let host = rest.split('/').next().unwrap_or_default();
    let is_host = |part: &str| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-');
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let is_name = name.split('.').all(is_host)
        && name.chars().all(|it| it.is_alphanumeric() || "-.".contains(it));
    let strange = |it: char| it.is_whitespace() || it.is_control() || "<>\"{}|\\^`?#@".contains(it);
    if !is_name || port.parse::<u16>().is_err() || rest.contains(strange) {
        return Err(bad());
    }
    Line::new(&format!("{scheme}{}/", rest.trim_end_matches('/'))).map_err(fault)
}

/// A colour as `#rrggbb`.
pub(super) fn colour(value: &DeValue<'_>) -> Outcome<Colour> {
    let line = line(value)?;
    Colour::parse(line.as_str())
        .ok_or_else(|| Box::new(BadColour { found: line.to_string() }) as Box<dyn Problem>)
}

/// A zone of the IANA time zone database.
pub(super) fn time_zone(value: &DeValue<'_>) -> Outcome<TimeZone> {
    let name = string(value)?;
    TimeZone::new(name)
        .ok_or_else(|| Box::new(BadTimeZone { found: name.to_owned() }) as Box<dyn Problem>)
}

/// A calendar day.
pub(super) fn date(value: &DeValue<'_>) -> Outcome<NaiveDate> {
    day(value, false)
}

/// The day of a meeting, for which words can stand in another key.
pub(super) fn date_or_words(value: &DeValue<'_>) -> Outcome<NaiveDate> {
    day(value, true)
}

fn day(value: &DeValue<'_>, has_words: bool) -> Outcome<NaiveDate> {
    let DeValue::Datetime(datetime) = value else {
        return Err(match value.as_str() {
            Some(words) => {
                let day = Day::read(words).and_then(|day| day.fixed());
                Box::new(DayInWords { found: words.to_owned(), day, has_words }) as Box<dyn Problem>
            }
            None => wrong_type(Expected::Date, value),
        });
    };
    calendar_day(datetime).ok_or_else(|| Box::new(BadDate {}) as Box<dyn Problem>)
}

fn calendar_day(datetime: &Datetime) -> Option<NaiveDate> {
    let (Some(date), None) = (datetime.date, datetime.time) else { return None };
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// A point in time: day, time and offset from UTC.
pub(super) fn moment(value: &DeValue<'_>) -> Outcome<DateTime<FixedOffset>> {
    let DeValue::Datetime(datetime) = value else {
        return Err(wrong_type(Expected::Moment, value));
    };
    let whole = DateTime::parse_from_rfc3339(&datetime.to_string());
    whole.map_err(|_| Box::new(BadMoment {}) as Box<dyn Problem>)
}

/// Reads a calendar day as the files write it: `2024-09-24`.
pub fn parse_date(words: &str) -> Option<NaiveDate> {
    calendar_day(&words.trim().parse().ok()?)
}

/// A time of day, with a word of precision before it or without.
pub(super) fn time(value: &DeValue<'_>) -> Outcome<Time> {
    if let DeValue::Datetime(Datetime { date: None, time: Some(time), offset: None }) = value {
        // TOML allows second 60 and fractions, but nobody meets at them.
        return Clock::new(time.hour.into(), time.minute.into())
            .filter(|_| time.second.unwrap_or(0) == 0 && time.nanosecond.unwrap_or(0) == 0)
            .map(|clock| Time { clock, precision: Precision::Exact })
            .ok_or_else(|| bad_time(&time.to_string()));
    }
    let words = value.as_str().ok_or_else(|| wrong_type(Expected::Time, value))?;
    time::parse(words).ok_or_else(|| bad_time(words))
}

fn bad_time(found: &str) -> Box<dyn Problem> {
    let part_of_day = PartOfDay::spoken(found).is_some();
    let span = time::span(found).map(|parts| parts.map(str::to_owned));
    Box::new(BadTime { found: found.to_owned(), part_of_day, span })
}

/// An end: a time of day, or `open`.
pub(super) fn end(value: &DeValue<'_>) -> Outcome<End> {
    match value.as_str().and_then(End::spoken) {
        Some(end) => Ok(end),
        None => time(value).map(End::At),
    }
}

/// A duration in words; a bare number is minutes.
pub(super) fn duration(value: &DeValue<'_>) -> Outcome<Duration> {
    let words = match value {
        DeValue::Integer(number) => number.as_str(),
        _ => string(value)?,
    };
    time::parse_duration(words)
        .ok_or_else(|| Box::new(BadDuration { found: words.to_owned() }) as Box<dyn Problem>)
}
