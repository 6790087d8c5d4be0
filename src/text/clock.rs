//! Clock times: "09:30 Uhr", "09:30–10:00 Uhr".
//!
//! A document has one form (DIN 5008 for the colon, Duden for the point). Minutes always stand, so
//! that times align.

use super::language::Language;
use super::protect::NO_BREAK_SPACE;
use super::vocabulary::vocabulary;

const MINUTES_PER_DAY: u32 = 24 * 60;

vocabulary! {
    /// What stands between hours and minutes.
    #[derive(Default, Hash)]
    pub enum Separator {
        /// "09:30", two digits each, as DIN 5008 has it.
        #[default]
        Colon = "colon",
        /// "9.30", without a leading zero, as Duden allows it.
        Point = "point",
    }
}

/// What clocks show, in minutes from midnight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClockTime {
    /// The time.
    pub minutes: u32,
    /// Whether they show it for the second time, as they have been put back.
    pub is_second: bool,
}

impl ClockTime {
    /// The time as it stands in a finding, and that the second one is meant if it is.
    pub fn in_words(self, language: Language) -> String {
        let style = ClockStyle { language: Language::English, ..ClockStyle::default() };
        let words = style.time(self.minutes);
        let again = language.pick("das zweite Mal", "the second time");
        if self.is_second { format!("{words} ({again})") } else { words }
    }

    /// `words`, which tell this time in a table, and that the second one is meant if it is.
    pub fn noted(self, words: String, language: Language) -> String {
        let (number, times) = language.pick(("2.", "Mal"), ("2nd", "time"));
        if self.is_second { format!("{words} ({number}{NO_BREAK_SPACE}{times})") } else { words }
    }
}

/// How a document writes its clock times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ClockStyle {
    /// Decides whether "Uhr" follows a time.
    pub language: Language,
    /// The same throughout a document.
    pub separator: Separator,
}

impl ClockStyle {
    /// Writes a time given in minutes from midnight: "09:30", "9.30".
    ///
    /// The end of a day (1440) is "24:00"; later minutes belong to the next day (1470 is "00:30").
    pub fn time(self, minutes: u32) -> String {
        let is_end_of_day = minutes > 0 && minutes.is_multiple_of(MINUTES_PER_DAY);
        self.digits(if is_end_of_day { MINUTES_PER_DAY } else { minutes % MINUTES_PER_DAY })
    }

    /// Writes a time with its unit: "09:30 Uhr" with a no-break space; in English "09:30".
    pub fn with_unit(self, minutes: u32) -> String {
        self.add_unit(self.time(minutes))
    }

    /// Writes a span of time in minutes from midnight: "09:30–10:00 Uhr", in English "09:30–10:00".
    ///
    /// A span that starts when a day ends starts with the next one, at "00:00".
    pub fn span(self, start: u32, end: u32) -> String {
        self.ends(start, end).join("–")
    }

    /// The same in two: what stands before the dash, and what behind it.
    pub fn ends(self, start: u32, end: u32) -> [String; 2] {
        [self.digits(start % MINUTES_PER_DAY), self.with_unit(end)]
    }

    /// The same of times that clocks may show twice; of two in the second hour the last says so.
    pub fn told_ends(self, begins: ClockTime, ends: ClockTime) -> [String; 2] {
        let [begin, end] = self.ends(begins.minutes, ends.minutes);
        let is_told = begins.is_second && !ends.is_second;
        let begin = if is_told { begins.noted(begin, self.language) } else { begin };
        [begin, ends.noted(end, self.language)]
    }

    fn digits(self, minutes: u32) -> String {
        let (hours, minutes) = (minutes / 60, minutes % 60);
        match self.separator {
            Separator::Colon => format!("{hours:02}:{minutes:02}"),
            Separator::Point => format!("{hours}.{minutes:02}"),
        }
    }

    fn add_unit(self, time: String) -> String {
        match self.language {
            Language::German => format!("{time}{NO_BREAK_SPACE}Uhr"),
            Language::English => time,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ClockStyle, Language, Separator};

    const COLON: ClockStyle =
        ClockStyle { language: Language::German, separator: Separator::Colon };
    const POINT: ClockStyle =
        ClockStyle { language: Language::German, separator: Separator::Point };
    const ENGLISH: ClockStyle =
        ClockStyle { language: Language::English, separator: Separator::Colon };

    #[test]
    fn times_of_a_day_and_after() {
        let cases = [
            (0, "00:00", "0.00"),
            (5, "00:05", "0.05"),
            (570, "09:30", "9.30"),
            (600, "10:00", "10.00"),
            (1439, "23:59", "23.59"),
            (1440, "24:00", "24.00"),
            (1441, "00:01", "0.01"),
            (1470, "00:30", "0.30"),
            (2880, "24:00", "24.00"),
            (u32::MAX, "04:15", "4.15"),
        ];
        for (minutes, colon, point) in cases {
            assert_eq!([COLON.time(minutes), POINT.time(minutes)], [colon, point]);
        }
    }

    #[test]
    fn the_unit_is_german_and_stays_on_the_line() {
        assert_eq!(COLON.with_unit(570), "09:30\u{a0}Uhr");
        assert_eq!(POINT.with_unit(900), "15.00\u{a0}Uhr");
        assert_eq!(ENGLISH.with_unit(570), "09:30");
    }

    #[test]
    fn spans_start_with_a_day_and_end_with_one() {
        assert_eq!(COLON.span(570, 600), "09:30–10:00\u{a0}Uhr");
        assert_eq!(POINT.span(570, 600), "9.30–10.00\u{a0}Uhr");
        assert_eq!(ENGLISH.span(1320, 1470), "22:00–00:30");
        assert_eq!(ENGLISH.span(1320, 1440), "22:00–24:00");
        assert_eq!(ENGLISH.span(1440, 1500), "00:00–01:00");
        assert_eq!(ClockStyle::default(), COLON);
    }
}
