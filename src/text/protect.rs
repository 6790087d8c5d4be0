//! No-break spaces: what belongs together stays on one line.

use super::month::{ENGLISH_MONTHS, GERMAN_MONTHS};

/// The space at which no line breaks.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// Puts no-break spaces where German and English typography wants them in running text.
///
/// That is inside abbreviations ("z. B.", "i. d. R."), between a number and its unit ("9:30 Uhr",
/// "50 %"), between a day and its month ("24. September"), and between a mark and its number
/// ("Nr. 4", "§ 2"). Only single spaces are exchanged; nothing is added or removed, and a second
/// run changes nothing.
pub fn protect(text: &str) -> String {
    // Whatever is bound is a number, or abbreviated by a full stop before a space.
    let is_number = |byte: u8| byte.is_ascii_digit();
    if !text.bytes().any(is_number) && !text.trim_end_matches(['.', ' ']).contains('.') {
        return text.to_owned();
    }
    let words = words(text);
    let mut protected = String::with_capacity(text.len());
    let mut written = 0;
    // The number of words, from the current one on, that belong to an abbreviation already found.
    let mut bound = 0;
    for (index, word) in words.iter().enumerate() {
        bound = abbreviation_length(&words[index..]).max(bound);
        let Some(next) = words.get(index + 1).filter(|_| word.is_joinable) else {
            bound = 0;
            continue;
        };
        if bound > 1 || is_pair(word.text, next.text) {
            protected.push_str(&text[written..word.end]);
            protected.push(NO_BREAK_SPACE);
            written = next.end - next.text.len();
        }
        bound = bound.saturating_sub(1);
    }
    protected.push_str(&text[written..]);
    protected
}

/// Turns no-break spaces of every width back into plain spaces.
pub fn plain(text: &str) -> String {
    text.replace([NO_BREAK_SPACE, '\u{202f}', '\u{2007}'], " ")
}

/// A word, the byte where it ends, and whether a single space alone parts it from the next one.
struct Word<'a> {
    text: &'a str,
    end: usize,
    is_joinable: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = 0;
    while let Some(offset) = text[start..].find(|character: char| !character.is_whitespace()) {
        start += offset;
        let rest = &text[start..];
        let word = rest.split(char::is_whitespace).next().unwrap_or(rest);
        let mut following = rest[word.len()..].chars();
        let is_space = matches!(following.next(), Some(' ' | NO_BREAK_SPACE));
        let is_single = following.next().is_some_and(|character| !character.is_whitespace());
        start += word.len();
        words.push(Word { text: word, end: start, is_joinable: is_space && is_single });
    }
    words
}

/// Abbreviations of several words; the first letter may also be a capital.
const ABBREVIATIONS: &[&str] = &[
    "a. D.",
    "a. a. O.",
    "a. M.",
    "b. a. w.",
    "d. h.",
    "d. J.",
    "d. M.",
    "e. g.",
    "e. V.",
    "h. c.",
    "i. A.",
    "i. Allg.",
    "i. d. R.",
    "i. e.",
    "i. H. v.",
    "i. R.",
    "i. S. d.",
    "i. V.",
    "m. E.",
    "n. Chr.",
    "N. N.",
    "o. a.",
    "o. Ä.",
    "o. g.",
    "s. o.",
    "s. u.",
    "u. a.",
    "u. a. m.",
    "u. Ä.",
    "u. A. w. g.",
    "u. U.",
    "v. a.",
    "v. Chr.",
    "v. l. n. r.",
    "z. B.",
    "z. T.",
];

/// Returns how many words make up the longest abbreviation at the start, or 0.
fn abbreviation_length(words: &[Word<'_>]) -> usize {
    // Each of them begins with an abbreviated word, most texts with another.
    if words.first().is_none_or(|word| !word.text.ends_with('.')) {
        return 0;
    }
    let lengths = ABBREVIATIONS.iter().filter_map(|abbreviation| {
        let length = abbreviation.split(' ').count();
        let (_, before) = words.get(..length)?.split_last()?;
        let is_together = before.iter().all(|word| word.is_joinable);
        let mut parts = abbreviation.split(' ').zip(words).enumerate();
        let is_same = parts.all(|(index, (part, word))| {
            let is_last = index + 1 == length;
            let text = if is_last { word.text.trim_end_matches(is_wrapping) } else { word.text };
            if index == 0 {
                text.trim_start_matches(is_wrapping).eq_ignore_ascii_case(part)
            } else {
                text == part
            }
        });
        (is_together && is_same).then_some(length)
    });
    lengths.max().unwrap_or(0)
}

/// Whether one of two words is a number that must not be parted from the other.
fn is_pair(first: &str, second: &str) -> bool {
    let first = first.trim_start_matches(is_wrapping);
    if MARKS.contains(&first) {
        return second.starts_with(|character: char| character.is_ascii_digit());
    }
    let second = second.trim_end_matches(|character| is_wrapping(character) || character == '.');
    // Of a span such as "9:30–10:00" the second number counts.
    let number = first.rsplit(['–', '-', '/', '−', '+']).next().unwrap_or(first);
    is_number(number) && UNITS.contains(&second) || is_day(number) && is_month(second)
}

/// Punctuation and Markdown signs that may cling to a word; not the full stop, it abbreviates.
fn is_wrapping(character: char) -> bool {
    ",;:!?()[]\"'„“”‚‘’»«…*_~".contains(character)
}

/// Digits, perhaps with points, commas or colons between them.
fn is_number(word: &str) -> bool {
    word.starts_with(|character: char| character.is_ascii_digit())
        && word.ends_with(|character: char| character.is_ascii_digit())
        && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b':'))
}

/// A day of the month: one or two digits, in German with a full stop.
fn is_day(word: &str) -> bool {
    let digits = word.strip_suffix('.').unwrap_or(word);
    matches!(digits.len(), 1..=2) && is_number(digits)
}

fn is_month(word: &str) -> bool {
    [&GERMAN_MONTHS[..], &ENGLISH_MONTHS, SHORT_MONTHS].iter().any(|months| months.contains(&word))
}

/// What stands before its number.
const MARKS: &[&str] = &[
    "§", "§§", "Abb.", "Abs.", "Anm.", "Art.", "Bd.", "ca.", "Kap.", "No.", "Nr.", "Nrn.", "p.",
    "pp.", "S.", "Seite", "Tab.", "Tel.", "TOP", "Ziff.",
];

/// What stands after its number, without a full stop.
const UNITS: &[&str] = &[
    "%", "°C", "a.m", "cm", "EUR", "Euro", "g", "GB", "h", "ha", "kB", "kg", "km", "km/h", "km²",
    "kWh", "m", "m²", "m³", "MB", "min", "Min", "mm", "p.m", "s", "Std", "t", "Uhr", "€",
];

/// Short names of months, without a full stop; the full names stand beside the dates.
const SHORT_MONTHS: &[&str] = &[
    "Jan", "Feb", "Mär", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Okt", "Oct", "Nov",
    "Dez", "Dec",
];

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::{prop_assert_eq, proptest};

    use super::{plain, protect};

    /// Texts in which `~` stands for the no-break space that is expected.
    #[test]
    fn what_belongs_together_is_bound() {
        let cases = [
            "z.~B. Gotha, d.~h. morgen",
            "Z.~B. heute (u.~a.) und (z.~B. so), i.~d.~R.",
            "o.~Ä., u.~Ä. und s.~o.",
            "Foto: v.~l.~n.~r. A. Muster",
            "„u.~a.~m.“ Bürgermeister a.~D., Verein e.~V.",
            "u.~a. z.~B. hier",
            "am 24.~September 2024 um 9:30~Uhr.",
            "21.–23.~April 2024, 30.~April bis 2.~Mai",
            "on 24~September 2024, 9:30~a.m., e.~g. in May 2024",
            "**09:30–10:00~Uhr** und (9.30~Uhr)",
            "9~Uhr, 45~min, 1~h 30~min, 2~Std., 5,5~km, -5~°C",
            "50~% von 1.000,50~€ auf 120~m²",
            "Nr.~4, S.~3, §~2 Abs.~1, Art.~13, TOP~1, ca.~20 Gäste",
            "12~km/h, (2–3~h), 9 (Uhr), **9:30** Uhr",
            "Der Raum S. liegt um die Ecke. Nr. vier",
            "Saal 1 Uhrzeit, 24 Gäste, 124 September, 24. Sitzung",
            "z.B. ohne Leerzeichen, 9:30Uhr",
            "um  9:30  Uhr mit zwei",
            "9:30\nUhr am 24.\nSeptember, z.\nB.",
            "z. B",
            "9: Uhr, 9. Uhr, x9 Uhr, 9x Uhr",
            " ",
            "",
        ];
        for case in cases {
            let expected = case.replace('~', "\u{a0}");
            assert_eq!(protect(&plain(&expected)), expected);
            assert_eq!(protect(&expected), expected);
        }
    }

    proptest! {
        #[test]
        fn words_without_numbers_and_full_stops_stay(words in "[A-Za-z§ ,„“]{0,30}[. ]{0,3}") {
            prop_assert_eq!(protect(&words), words);
        }
    }

    #[test]
    fn every_no_break_space_becomes_plain() {
        assert_eq!(
            plain("9:30\u{a0}Uhr, 5\u{202f}%, 1\u{2007}km, z.\u{a0}B."),
            "9:30 Uhr, 5 %, 1 km, z. B."
        );
    }

    const PART: &str =
        "z\\.|B\\.|i\\.|d\\.|R\\.|u\\.|a\\.|m\\.|\\(|,|[0-9]{1,2}\\.?|Mai|Uhr|Nr\\.|[ \u{a0}\n]";

    proptest! {
        #[test]
        fn only_spaces_change_and_only_once(text: String) {
            let once = protect(&text);
            prop_assert_eq!(plain(&once), plain(&text));
            prop_assert_eq!(protect(&once), once);
        }

        #[test]
        fn the_same_holds_among_abbreviations(parts in vec(PART, 0..20)) {
            let text = parts.concat();
            let once = protect(&text);
            prop_assert_eq!(plain(&once), plain(&text));
            prop_assert_eq!(protect(&once), once);
        }
    }
}
