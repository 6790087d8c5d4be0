//! Clock times as newspapers write them: "um 9 Uhr", "gegen 12.30 Uhr"; "at 9 am", "around noon".

use crate::text::{Language, NO_BREAK_SPACE};

/// `words` such as "um 09:30 Uhr" with the time as newspapers write it; words without one stay.
pub(in crate::view) fn newspaper(words: &str, language: Language) -> String {
    let Some(at) = words.find(|letter: char| letter.is_ascii_digit()) else {
        return words.to_owned();
    };
    let (before, rest) = words.split_at(at);
    let end = rest.find(|letter: char| !letter.is_ascii_digit() && !":.".contains(letter));
    let (time, after) = rest.split_at(end.unwrap_or(rest.len()));
    let time = time.split_once([':', '.']);
    let numbers = time
        .and_then(|(hour, minute)| Some((hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?)));
    let Some((hour, minute)) = numbers.filter(|(hour, minute)| *hour <= 24 && *minute < 60) else {
        return words.to_owned();
    };
    let told = match (language, hour, minute) {
        (Language::German, _, 0) => hour.to_string(),
        (Language::German, ..) => format!("{hour}.{minute:02}"),
        (Language::English, 12, 0) => "noon".to_owned(),
        (Language::English, 0 | 24, 0) => "midnight".to_owned(),
        (Language::English, ..) => {
            let half = if hour % 24 < 12 { "am" } else { "pm" };
            let hour = (hour + 11) % 12 + 1;
            match minute {
                0 => format!("{hour}{NO_BREAK_SPACE}{half}"),
                _ => format!("{hour}:{minute:02}{NO_BREAK_SPACE}{half}"),
            }
        }
    };
    format!("{before}{told}{after}")
}

#[cfg(test)]
mod tests {
    use super::newspaper;
    use crate::text::Language::{English, German};
    use crate::text::plain;

    #[test]
    fn times_are_those_of_newspapers() {
        for (words, language, told) in [
            ("um 09:00 Uhr", German, "um 9 Uhr"),
            ("etwa um 9.30 Uhr", German, "etwa um 9.30 Uhr"),
            ("gegen 12:00 Uhr", German, "gegen 12 Uhr"),
            ("nachmittags", German, "nachmittags"),
            ("at 09:30", English, "at 9:30 am"),
            ("around 12:00", English, "around noon"),
            ("from 13:00", English, "from 1 pm"),
            ("at 00:15", English, "at 12:15 am"),
        ] {
            assert_eq!(plain(&newspaper(words, language)), told);
        }
    }
}
