//! Lengths of time: "45 min", "1 h 30 min".

use super::protect::{NO_BREAK_SPACE, plain};

/// Writes a length in minutes: "45 min", "2 h", "1 h 30 min"; a no-break space stands before each
/// unit.
pub fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}{NO_BREAK_SPACE}min"),
        (hours, 0) => format!("{hours}{NO_BREAK_SPACE}h"),
        (hours, minutes) => format!("{hours}{NO_BREAK_SPACE}h {minutes}{NO_BREAK_SPACE}min"),
    }
}

/// Reads a length of time and returns it in minutes.
///
/// Understood are minutes ("45 min", "90 Minuten"), hours ("2 h", "1,5 Stunden", "1.5 h", "1:30 h")
/// and both ("1 h 30 min"), in any case, with or without spaces. A bare number, parts of a minute,
/// and 60 or more minutes beside hours are refused: they are more often a slip than meant.
pub fn parse_duration(text: &str) -> Option<u32> {
    let text = plain(text).to_lowercase();
    let (number, unit, rest) = next_part(&text)?;
    match (unit_of(unit)?, rest) {
        (Unit::Minute, "") => whole(number),
        (Unit::Minute, _) => None,
        (Unit::Hour, "") => hours(number),
        (Unit::Hour, _) => {
            let (minutes, unit, rest) = next_part(rest)?;
            let is_end = matches!(unit_of(unit)?, Unit::Minute) && rest.is_empty();
            if is_end { hours_and_minutes(number, minutes) } else { None }
        }
    }
}

enum Unit {
    Minute,
    Hour,
}

fn unit_of(word: &str) -> Option<Unit> {
    match word {
        "min" | "min." | "minute" | "minuten" | "minutes" => Some(Unit::Minute),
        "h" | "std" | "std." | "stunde" | "stunden" | "hour" | "hours" => Some(Unit::Hour),
        _ => None,
    }
}

/// Splits off a number and its unit: "1 h 30 min" is "1", "h" and the rest "30 min".
fn next_part(text: &str) -> Option<(&str, &str, &str)> {
    let (number, rest) = text.split_at(text.find(char::is_alphabetic)?);
    let unit_end = rest.find(|character: char| character.is_ascii_digit()).unwrap_or(rest.len());
    let (unit, rest) = rest.split_at(unit_end);
    Some((number.trim(), unit.trim(), rest))
}

/// Reads "2", "1,5", "1.5" or "1:30" hours as minutes.
fn hours(number: &str) -> Option<u32> {
    if let Some((hours, minutes)) = number.split_once(':') {
        return if minutes.len() == 2 { hours_and_minutes(hours, minutes) } else { None };
    }
    let Some((hours, fraction)) = number.split_once([',', '.']) else {
        return hours_and_minutes(number, "0");
    };
    let denominator = 10_u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let sixtieths = u64::from(whole(fraction)?) * 60;
    // A third of an hour has no end as a decimal: whoever writes "0,33 h" did not say which minute
    // is meant.
    if !sixtieths.is_multiple_of(denominator) {
        return None;
    }
    hours_and_minutes(hours, &(sixtieths / denominator).to_string())
}

fn hours_and_minutes(hours: &str, minutes: &str) -> Option<u32> {
    let minutes = whole(minutes).filter(|&minutes| minutes < 60)?;
    whole(hours)?.checked_mul(60)?.checked_add(minutes)
}

/// Reads ASCII digits and nothing else; `str::parse` would allow a sign.
fn whole(digits: &str) -> Option<u32> {
    let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_whole { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert_eq, proptest};

    use super::{duration, parse_duration};

    #[test]
    fn lengths_are_written_shortly() {
        let cases = [
            (0, "0 min"),
            (1, "1 min"),
            (45, "45 min"),
            (60, "1 h"),
            (90, "1 h 30 min"),
            (120, "2 h"),
            (1501, "25 h 1 min"),
        ];
        for (minutes, expected) in cases {
            assert_eq!(duration(minutes).replace('\u{a0}', " "), expected);
        }
        assert_eq!(duration(90), "1\u{a0}h 30\u{a0}min");
    }

    #[test]
    fn lengths_are_read_in_many_forms() {
        let cases = [
            ("45 min", 45),
            (" 45\u{a0}Min. ", 45),
            ("45min", 45),
            ("0 min", 0),
            ("1 Minute", 1),
            ("90 Minuten", 90),
            ("90 minutes", 90),
            ("1 h 30 min", 90),
            ("1h30min", 90),
            ("1 Std. 5 Min.", 65),
            ("1 Stunde 30 Minuten", 90),
            ("1 hour 30 minutes", 90),
            ("2 h", 120),
            ("2 Stunden", 120),
            ("24 H", 1440),
            ("1,5 h", 90),
            ("1.5 h", 90),
            ("0,25 h", 15),
            ("0,1 h", 6),
            ("2,0 h", 120),
            ("1:30 h", 90),
            ("01:05 h", 65),
            ("0:45 Std", 45),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_duration(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_length_is_refused() {
        let cases = [
            "",
            " ",
            "45",
            "min",
            "h",
            "1:30",
            "-5 min",
            "+5 min",
            "1,5 min",
            "1 h 30",
            "30 min 1 h",
            "1 h 60 min",
            "1 h 2 h",
            "1:60 h",
            "1:5 h",
            "1:005 h",
            ":30 h",
            "1: h",
            ",5 h",
            "1, h",
            "1,33 h",
            "1,2,3 h",
            "1,5 h 10 min",
            "1 1 h",
            "5 Tage",
            "1 h 30 min 5",
            "1 h 30 min bald",
            "5 min,",
            "4294967296 min",
            "71582789 h",
            "1,00000000000000000000 h",
            "٣ min",
            "1 h30 sec",
            "zwei h",
            "1:3a h",
            "1,+5 h",
        ];
        for text in cases {
            assert_eq!(parse_duration(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn written_lengths_are_read_back(minutes: u32) {
            prop_assert_eq!(parse_duration(&duration(minutes)), Some(minutes));
        }

        #[test]
        fn no_text_is_too_strange(text in "[0-9,.:hmin +-]{0,12}|\\PC{0,12}") {
            if let Some(minutes) = parse_duration(&text) {
                prop_assert_eq!(parse_duration(&duration(minutes)), Some(minutes));
            }
        }
    }
}
