//! Times and durations as precise as people gave them, in words.

use super::{Marks, Worded, Words};
use crate::domain::time::{Duration, End, PartOfDay, Precision, Time};
use crate::text::{NO_BREAK_SPACE, duration, protect};

/// Durations below this many minutes are not split into hours: people say "90 min".
const TWO_HOURS: u32 = 120;

impl Words {
    /// A time with its precision: "09:30 Uhr", "ca. 14:00 Uhr", "bis 15:30 Uhr".
    pub fn time(self, time: Time) -> String {
        self.precise(time.precision, &self.clock.with_unit(time.clock.minutes()))
    }

    /// A time as it stands in a sentence: "um 09:30 Uhr", "gegen 14:00 Uhr", "ab 09:30 Uhr".
    pub fn at(self, time: Time) -> String {
        let word = match time.precision {
            Precision::Exact => self.pick("um", "at"),
            Precision::About => self.pick("etwa um", "at about"),
            Precision::From | Precision::Towards | Precision::Until => return self.time(time),
        };
        protect(&format!("{word} {}", self.clock.with_unit(time.clock.minutes())))
    }

    /// Beginning and end, as far as they are known: "12:30–17:00 Uhr", "18:00 Uhr, Ende offen".
    pub fn hours(self, start: Option<Time>, end: Option<End>) -> Option<Worded<Marks>> {
        let end_word = self.pick("Ende", "end");
        let words = match (start, end) {
            (None, None) => return None,
            (Some(start), None) => self.time(start),
            (Some(start), Some(End::At(end))) => return Some(self.span(start, end)),
            (Some(start), Some(End::Open)) => {
                format!("{}, {}", self.time(start), self.pick("Ende offen", "open-ended"))
            }
            (None, Some(End::Open)) => self.pick("Ende offen", "open-ended").to_owned(),
            (None, Some(End::At(end))) => match end.precision {
                Precision::Exact | Precision::Until => {
                    self.time(Time { precision: Precision::Until, ..end })
                }
                Precision::About | Precision::Towards => {
                    format!("{} {}", self.pick("bis", "until"), self.time(end))
                }
                Precision::From => format!("{end_word} {}", self.time(end)),
            },
        };
        Some(words.into())
    }

    /// A duration with its precision: "45 min", "max. 90 min", "ca. 2 h 30 min".
    pub fn length(self, length: Duration) -> String {
        let words = if length.minutes < TWO_HOURS {
            format!("{}{NO_BREAK_SPACE}min", length.minutes)
        } else {
            duration::duration(length.minutes)
        };
        match length.extent.name(self.language) {
            "" => words,
            word => format!("{word} {words}"),
        }
    }

    /// The part of the day: "vormittags".
    pub fn part_of_day(self, part: PartOfDay) -> &'static str {
        part.name(self.language)
    }

    fn span(self, start: Time, end: Time) -> Worded<Marks> {
        let (first, last) = (start.clock.minutes(), end.clock.minutes());
        let bounded = !matches!(start.precision, Precision::From | Precision::Until);
        match end.precision {
            Precision::Exact | Precision::Until if bounded => {
                let [begin, end] = self.clock.ends(first, last);
                Worded::span(&self.precise(start.precision, &begin), &end)
            }
            Precision::About | Precision::Towards if bounded => {
                let start = self.precise(start.precision, &self.clock.time(first));
                format!("{start} {} {}", self.pick("bis", "to"), self.time(end)).into()
            }
            // "ab 10:00–13:00 Uhr" would be no German, so the end is named as one.
            Precision::Exact | Precision::Until => {
                let end = self.clock.with_unit(last);
                format!("{}, {} {end}", self.time(start), self.pick("Ende", "end")).into()
            }
            Precision::About | Precision::Towards | Precision::From => {
                let end = self.time(end);
                format!("{}, {} {end}", self.time(start), self.pick("Ende", "end")).into()
            }
        }
    }

    /// A time in words with the precision that it was given.
    pub fn precise(self, precision: Precision, time: &str) -> String {
        match precision.name(self.language) {
            "" => time.to_owned(),
            word => protect(&format!("{word} {time}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::time::{Clock, Duration, End, Extent, Precision, Time};
    use crate::text::Language::{English, German};
    use crate::text::plain;
    use crate::view::words::tests::plain_style;

    /// "ca. 14:00".
    fn time(words: &str) -> Time {
        let (word, clock) = words.rsplit_once(' ').unwrap_or(("", words));
        let precision = match word {
            "ca." => Precision::About,
            "ab" => Precision::From,
            "gegen" => Precision::Towards,
            "bis" => Precision::Until,
            _ => Precision::Exact,
        };
        let (hour, minute) = clock.split_once(':').unwrap();
        let clock = Clock::new(hour.parse().unwrap(), minute.parse().unwrap()).unwrap();
        Time { clock, precision }
    }

    #[test]
    fn times_keep_the_precision_people_gave() {
        let cases = [
            ("09:30", "", "09:30 Uhr", "09:30"),
            ("ab 11:00", "", "ab 11:00 Uhr", "from 11:00"),
            ("ca. 14:00", "", "ca. 14:00 Uhr", "about 14:00"),
            ("gegen 14:00", "", "gegen 14:00 Uhr", "around 14:00"),
            ("bis 15:30", "", "bis 15:30 Uhr", "until 15:30"),
            ("11:00", "13:00", "11:00–13:00 Uhr", "11:00–13:00"),
            ("22:00", "00:30", "22:00–00:30 Uhr", "22:00–00:30"),
            ("ca. 14:00", "15:00", "ca. 14:00–15:00 Uhr", "about 14:00–15:00"),
            ("14:00", "ca. 15:00", "14:00 bis ca. 15:00 Uhr", "14:00 to about 15:00"),
            ("14:00", "bis 15:00", "14:00–15:00 Uhr", "14:00–15:00"),
            ("14:00", "ab 15:00", "14:00 Uhr, Ende ab 15:00 Uhr", "14:00, end from 15:00"),
            ("ab 10:00", "13:00", "ab 10:00 Uhr, Ende 13:00 Uhr", "from 10:00, end 13:00"),
            ("18:00", "open", "18:00 Uhr, Ende offen", "18:00, open-ended"),
            ("ab 18:00", "open", "ab 18:00 Uhr, Ende offen", "from 18:00, open-ended"),
            ("", "17:00", "bis 17:00 Uhr", "until 17:00"),
            ("", "gegen 17:00", "bis gegen 17:00 Uhr", "until around 17:00"),
            ("", "ab 17:00", "Ende ab 17:00 Uhr", "end from 17:00"),
            ("", "open", "Ende offen", "open-ended"),
        ];
        for (start, end, german, english) in cases {
            let start = (!start.is_empty()).then(|| time(start));
            let end = match end {
                "" => None,
                "open" => Some(End::Open),
                end => Some(End::At(time(end))),
            };
            for (language, expected) in [(German, german), (English, english)] {
                let words = plain_style(language).hours(start, end);
                assert_eq!(words.as_deref().map(plain).as_deref(), Some(expected));
            }
        }
        assert_eq!(plain_style(German).hours(None, None), None);
        let about = plain_style(German).time(time("ca. 14:00"));
        assert_eq!(about, "ca.\u{a0}14:00\u{a0}Uhr");
    }

    #[test]
    fn times_stand_in_sentences() {
        let cases = [
            ("09:30", "um 09:30 Uhr", "at 09:30"),
            ("ca. 14:00", "etwa um 14:00 Uhr", "at about 14:00"),
            ("ab 11:00", "ab 11:00 Uhr", "from 11:00"),
            ("gegen 14:00", "gegen 14:00 Uhr", "around 14:00"),
        ];
        for (words, german, english) in cases {
            assert_eq!(plain(&plain_style(German).at(time(words))), german);
            assert_eq!(plain(&plain_style(English).at(time(words))), english);
        }
    }

    #[test]
    fn durations_are_said_as_people_say_them() {
        let cases = [
            (45, Extent::Exact, "45 min", "45 min"),
            (90, Extent::AtMost, "max. 90 min", "at most 90 min"),
            (120, Extent::About, "ca. 2 h", "about 2 h"),
            (150, Extent::Exact, "2 h 30 min", "2 h 30 min"),
        ];
        for (minutes, extent, german, english) in cases {
            let length = Duration { minutes, extent };
            assert_eq!(plain(&plain_style(German).length(length)), german);
            assert_eq!(plain(&plain_style(English).length(length)), english);
        }
    }
}
