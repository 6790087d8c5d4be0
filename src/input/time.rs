//! The forgiving grammar of times and durations.

use crate::domain::time::{Clock, Duration, Extent, Precision, Time};
use crate::text::{self, Vocabulary};

/// A week in minutes: nothing in a programme takes longer.
const LONGEST: u32 = 7 * Clock::DAY;

/// Takes one of the words of `T` off the front of `text`, whatever its case.
fn prefix<T: Vocabulary>(text: &str) -> Option<(T, &str)> {
    let mut words =
        T::all().flat_map(|member| member.words().iter().map(move |word| (member, *word)));
    words.find_map(|(member, word)| {
        let head = text.get(..word.len())?;
        let rest = &text[word.len()..];
        let ends = word.ends_with('.') || rest.starts_with(char::is_whitespace);
        (ends && head.to_lowercase() == word).then_some((member, rest.trim_start()))
    })
}

/// Whether `words` are a time of day, as files may hold it.
pub fn is_time(words: &str) -> bool {
    parse(words).is_some()
}

/// Reads a time: `09:30`, `9.30`, `9:30 Uhr`, `15 Uhr`, with `ca.`, `ab`, `gegen` or `bis` before it.
pub(super) fn parse(words: &str) -> Option<Time> {
    let words = words.trim();
    let (precision, words) = prefix(words).unwrap_or((Precision::Exact, words));
    // "9 Uhr 30" is how it is said.
    let spoken = words.split_once("Uhr ").map(|(hour, minute)| (hour.trim_end(), minute.trim()));
    if let Some((hour, minute)) = spoken.filter(|(_, minute)| minute.len() == 2) {
        let clock = Clock::new(digits(hour)?, digits(minute)?)?;
        return Some(Time { clock, precision });
    }
    let (words, unit) = match words.strip_suffix("Uhr") {
        Some(rest) => (rest.trim_end(), true),
        None => (words, false),
    };
    let (hour, minute) = match words.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if unit => (words, "00"),
        _ => return None,
    };
    let clock = Clock::new(digits(hour)?, digits(minute)?)?;
    Some(Time { clock, precision })
}

/// The two times in words such as `13:00 bis 16:00`.
pub fn span(words: &str) -> Option<[&str; 2]> {
    let signs = ["–", "-", " bis ", " to ", " until "];
    let (start, end) = signs.iter().find_map(|sign| words.split_once(sign))?;
    let parts = [start.trim(), end.trim()];
    // "9-12 Uhr" says its unit once.
    let is_time = |words: &str| parse(words).or_else(|| parse(&format!("{words} Uhr"))).is_some();
    parts.iter().all(|part| is_time(part)).then_some(parts)
}

/// One or two digits.
fn digits(words: &str) -> Option<u16> {
    let valid = (1..=2).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit());
    words.parse().ok().filter(|_| valid)
}

/// Reads a duration: `45 min`, `1 h 30 min`, `45`, with `ca.` or `max.` before it.
pub(super) fn parse_duration(words: &str) -> Option<Duration> {
    let words = words.trim();
    let (extent, words) = prefix(words).unwrap_or((Extent::Exact, words));
    let is_bare = words.len() <= 3 && words.bytes().all(|byte| byte.is_ascii_digit());
    // In a programme nobody means hours or seconds by a bare number.
    let bare = || words.parse().ok().filter(|_| is_bare);
    let minutes = text::parse_duration(words).or_else(bare)?;
    (1..=LONGEST).contains(&minutes).then_some(Duration { minutes, extent })
}

#[cfg(test)]
mod tests {
    use super::{parse, parse_duration};
    use crate::domain::time::{Extent, Precision};

    #[test]
    fn times_are_read_in_every_common_spelling() {
        let cases = [
            ("09:30", 570, Precision::Exact),
            ("9:30", 570, Precision::Exact),
            ("9.30", 570, Precision::Exact),
            ("9.30 Uhr", 570, Precision::Exact),
            ("9 Uhr 30", 570, Precision::Exact),
            ("15 Uhr", 900, Precision::Exact),
            ("24:00", 1440, Precision::Exact),
            ("0:00", 0, Precision::Exact),
            ("ca. 14:00", 840, Precision::About),
            ("ca.14:00", 840, Precision::About),
            ("Ab 9:00", 540, Precision::From),
            ("gegen 18:00 Uhr", 1080, Precision::Towards),
            ("bis 15.30", 930, Precision::Until),
            ("until 15:30", 930, Precision::Until),
        ];
        for (words, minutes, precision) in cases {
            let time = parse(words).expect(words);
            assert_eq!((time.clock.minutes(), time.precision), (minutes, precision), "{words}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for words in [
            "", "9", "25:00", "24:01", "9:5", "9:60", "ab", "abends", "-1:00", "1234:00", "9:3O",
            "ab9:00",
        ] {
            assert_eq!(parse(words), None, "{words}");
        }
    }

    #[test]
    fn a_span_is_two_times() {
        for (words, expected) in [
            ("13:00 bis 16:00", Some(["13:00", "16:00"])),
            ("9.30 – 10.15 Uhr", Some(["9.30", "10.15 Uhr"])),
            ("9-12 Uhr", Some(["9", "12 Uhr"])),
            ("bis 16:00", None),
            ("vor-mittags", None),
        ] {
            assert_eq!(super::span(words), expected, "{words}");
        }
    }

    #[test]
    fn durations_keep_their_extent() {
        let duration = parse_duration("max. 90 min").unwrap();
        assert_eq!((duration.minutes, duration.extent), (90, Extent::AtMost));
        let bare = parse_duration("ca. 20").unwrap();
        assert_eq!((bare.minutes, bare.extent), (20, Extent::About));
        for words in ["0 min", "0", "-20", "2000", ""] {
            assert_eq!(parse_duration(words), None, "{words}");
        }
        assert_eq!(parse_duration("900 h"), None);
    }
}
