//! Dates in German and English: "Dienstag, 24. September 2024", "Tuesday, 24 September 2024".
//!
//! German forms follow DIN 5008 and Duden: no leading zero in words, two digits each in numbers,
//! the dative after "am". A no-break space keeps the day with its month.

use chrono::{Datelike, NaiveDate, Weekday};

use super::language::Language;
use super::month::{ENGLISH_MONTHS, GERMAN_MONTHS};
use super::protect::NO_BREAK_SPACE;
use super::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// What German calls the day before Sunday: both names are in use, in Thuringia side by side.
    #[derive(Default, Hash)]
    pub enum Saturday {
        /// The more widespread name.
        #[default]
        Samstag = "Samstag",
        /// As northern and eastern Germany say.
        Sonnabend = "Sonnabend",
    }
}

/// How a document writes its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct DateStyle {
    /// Decides names, order and punctuation.
    pub language: Language,
    /// The name of Saturdays; of no effect in English.
    pub saturday: Saturday,
}

impl DateStyle {
    /// The usual way in a language.
    pub fn of(language: Language) -> Self {
        Self { language, saturday: Saturday::default() }
    }

    /// Returns the name of the date's weekday: "Dienstag", "Tuesday".
    pub fn weekday(self, date: NaiveDate) -> &'static str {
        self.weekday_name(date.weekday())
    }

    /// Returns the name of a weekday: "Dienstag", "Tuesday".
    pub fn weekday_name(self, weekday: Weekday) -> &'static str {
        let sonnabend = weekday == Weekday::Sat && self.saturday == Saturday::Sonnabend;
        let names = weekday.words();
        let german = if sonnabend { Saturday::Sonnabend.word() } else { names[0] };
        self.language.pick(german, names[1])
    }

    /// Returns the name of the date's month: "März", "March".
    pub fn month(self, date: NaiveDate) -> &'static str {
        let names = match self.language {
            Language::German => &GERMAN_MONTHS,
            Language::English => &ENGLISH_MONTHS,
        };
        // `month0` is 0..=11.
        names[date.month0() as usize]
    }

    /// "24. September 2024", "24 September 2024"; a no-break space follows the day.
    pub fn long(self, date: NaiveDate) -> String {
        format!("{} {}", self.day_and_month(date), date.year())
    }

    /// "Dienstag, 24. September 2024", "Tuesday, 24 September 2024".
    pub fn full(self, date: NaiveDate) -> String {
        format!("{}, {}", self.weekday(date), self.long(date))
    }

    /// The date as it follows "am": "Dienstag, dem 24. September 2024". English has no such form
    /// and writes [`Self::full`].
    pub fn dative(self, date: NaiveDate) -> String {
        match self.language {
            Language::German => format!("{}, dem {}", self.weekday(date), self.long(date)),
            Language::English => self.full(date),
        }
    }

    /// "24.09.2024"; in English the ISO form "2024-09-24", which British and American readers read
    /// alike.
    pub fn numeric(self, date: NaiveDate) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self.language {
            Language::German => format!("{day:02}.{month:02}.{year:04}"),
            Language::English => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// The days from one date to another, in either order, naming month and year once where they
    /// are shared.
    ///
    /// "21.–23. April 2024", "30. April bis 2. Mai 2024", "30. Dezember 2024 bis 2. Januar 2025";
    /// English "21–23 April 2024", "30 April to 2 May 2024". One day is written as [`Self::long`].
    pub fn span(self, from: NaiveDate, to: NaiveDate) -> String {
        let (first, last) = (from.min(to), from.max(to));
        let end = self.long(last);
        let to = self.to();
        match Shared::of(first, last) {
            Shared::Date => end,
            Shared::Month => format!("{}–{end}", self.day(first)),
            Shared::Year => format!("{} {to} {end}", self.day_and_month(first)),
            Shared::Nothing => format!("{} {to} {end}", self.long(first)),
        }
    }

    /// The days from one date to another, in either order, with their weekdays.
    ///
    /// "Sonntag, 21., bis Dienstag, 23. April 2024"; English "Sunday 21 to Tuesday 23 April 2024".
    /// One day is written as [`Self::full`].
    pub fn full_span(self, from: NaiveDate, to: NaiveDate) -> String {
        let (first, last) = (from.min(to), from.max(to));
        let start = match Shared::of(first, last) {
            Shared::Date => return self.full(last),
            Shared::Month => self.day(first),
            Shared::Year => self.day_and_month(first),
            Shared::Nothing => self.long(first),
        };
        let (first_weekday, last_weekday, end, to) =
            (self.weekday(first), self.weekday(last), self.long(last), self.to());
        match self.language {
            // In German the date is an apposition, closed by a comma of its own.
            Language::German => format!("{first_weekday}, {start}, {to} {last_weekday}, {end}"),
            Language::English => format!("{first_weekday} {start} {to} {last_weekday} {end}"),
        }
    }

    fn day(self, date: NaiveDate) -> String {
        match self.language {
            Language::German => format!("{}.", date.day()),
            Language::English => date.day().to_string(),
        }
    }

    fn day_and_month(self, date: NaiveDate) -> String {
        format!("{}{NO_BREAK_SPACE}{}", self.day(date), self.month(date))
    }

    fn to(self) -> &'static str {
        match self.language {
            Language::German => "bis",
            Language::English => "to",
        }
    }
}

/// The largest part that two dates have in common from the year down.
enum Shared {
    Date,
    Month,
    Year,
    Nothing,
}

impl Shared {
    fn of(first: NaiveDate, last: NaiveDate) -> Self {
        if first == last {
            Self::Date
        } else if first.year() != last.year() {
            Self::Nothing
        } else if first.month() != last.month() {
            Self::Year
        } else {
            Self::Month
        }
    }
}

/// Days of the week: the German and the English name, others, and what both are shortened to.
impl Vocabulary for Weekday {
    const ALL: &'static [Self] =
        &[Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri, Self::Sat, Self::Sun];

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Mon => &["Montag", "Monday", "Mo", "Mon"],
            Self::Tue => &["Dienstag", "Tuesday", "Di", "Tue"],
            Self::Wed => &["Mittwoch", "Wednesday", "Mi", "Wed"],
            Self::Thu => &["Donnerstag", "Thursday", "Do", "Thu"],
            Self::Fri => &["Freitag", "Friday", "Fr", "Fri"],
            Self::Sat => &["Samstag", "Saturday", "Sonnabend", "Sa", "Sat"],
            Self::Sun => &["Sonntag", "Sunday", "So", "Sun"],
        }
    }

    /// Any of the names in any case; a full stop may end a short one.
    fn read(word: &str) -> Option<Self> {
        let name = word.trim().to_lowercase();
        let short = name.strip_suffix('.').filter(|short| short.len() <= 3).unwrap_or(&name);
        let is_named = |day: &Self| day.words().iter().any(|word| word.to_lowercase() == short);
        Self::all().find(is_named)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Days, NaiveDate, Weekday};
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{DateStyle, Language, Saturday, Vocabulary as _};

    const GERMAN: DateStyle = DateStyle { language: Language::German, saturday: Saturday::Samstag };
    const EASTERN: DateStyle =
        DateStyle { language: Language::German, saturday: Saturday::Sonnabend };
    const ENGLISH: DateStyle =
        DateStyle { language: Language::English, saturday: Saturday::Sonnabend };

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn one_day_is_written_in_every_form() {
        let day = date("2024-09-24");
        assert_eq!(GERMAN.long(day), "24.\u{a0}September 2024");
        assert_eq!(ENGLISH.long(day), "24\u{a0}September 2024");
        assert_eq!(GERMAN.full(day), "Dienstag, 24.\u{a0}September 2024");
        assert_eq!(ENGLISH.full(day), "Tuesday, 24\u{a0}September 2024");
        assert_eq!(GERMAN.dative(day), "Dienstag, dem 24.\u{a0}September 2024");
        assert_eq!(ENGLISH.dative(day), "Tuesday, 24\u{a0}September 2024");
        assert_eq!([GERMAN.month(day), GERMAN.weekday(day)], ["September", "Dienstag"]);
        assert_eq!([ENGLISH.month(day), ENGLISH.weekday(day)], ["September", "Tuesday"]);
        let early = date("2025-03-01");
        assert_eq!([GERMAN.numeric(early), ENGLISH.numeric(early)], ["01.03.2025", "2025-03-01"]);
        assert_eq!(GERMAN.long(early), "1.\u{a0}März 2025");
        assert_eq!(GERMAN.full(early), "Samstag, 1.\u{a0}März 2025");
        assert_eq!(EASTERN.dative(early), "Sonnabend, dem 1.\u{a0}März 2025");
        assert_eq!(ENGLISH.full(early), "Saturday, 1\u{a0}March 2025");
    }

    #[test]
    fn every_month_and_weekday_has_its_name() {
        let months = |style: DateStyle| {
            let first_days = (1..=12).map(|month| NaiveDate::from_ymd_opt(2024, month, 1).unwrap());
            first_days.map(|day| &style.month(day)[..3]).collect::<String>()
        };
        assert_eq!(months(ENGLISH), "JanFebMarAprMayJunJulAugSepOctNovDec");
        assert_eq!(months(GERMAN), "JanFebMäAprMaiJunJulAugSepOktNovDez");
        let mut weekday = Weekday::Mon;
        for (german, english) in [
            ("Montag", "Monday"),
            ("Dienstag", "Tuesday"),
            ("Mittwoch", "Wednesday"),
            ("Donnerstag", "Thursday"),
            ("Freitag", "Friday"),
            ("Samstag", "Saturday"),
            ("Sonntag", "Sunday"),
        ] {
            assert_eq!(
                [GERMAN, ENGLISH].map(|style| style.weekday_name(weekday)),
                [german, english]
            );
            assert_eq!([german, english].map(Weekday::read), [Some(weekday); 2]);
            weekday = weekday.succ();
        }
    }

    #[test]
    fn spans_share_month_and_year() {
        let cases = [
            ("2024-04-21", "2024-04-21", "21. April 2024", "21 April 2024"),
            ("2024-04-21", "2024-04-23", "21.–23. April 2024", "21–23 April 2024"),
            ("2024-04-23", "2024-04-21", "21.–23. April 2024", "21–23 April 2024"),
            ("2024-04-30", "2024-05-02", "30. April bis 2. Mai 2024", "30 April to 2 May 2024"),
            (
                "2024-12-30",
                "2025-01-02",
                "30. Dezember 2024 bis 2. Januar 2025",
                "30 December 2024 to 2 January 2025",
            ),
            (
                "2024-04-21",
                "2025-04-21",
                "21. April 2024 bis 21. April 2025",
                "21 April 2024 to 21 April 2025",
            ),
        ];
        for (from, to, german, english) in cases {
            let spans = [GERMAN, ENGLISH]
                .map(|style| style.span(date(from), date(to)).replace('\u{a0}', " "));
            assert_eq!(spans, [german, english]);
        }
        assert_eq!(
            GERMAN.span(date("2024-04-30"), date("2024-05-02")),
            "30.\u{a0}April bis 2.\u{a0}Mai 2024"
        );
    }

    #[test]
    fn full_spans_name_both_weekdays() {
        let cases = [
            ("2024-04-21", "2024-04-21", "Sonntag, 21. April 2024", "Sunday, 21 April 2024"),
            (
                "2024-04-21",
                "2024-04-23",
                "Sonntag, 21., bis Dienstag, 23. April 2024",
                "Sunday 21 to Tuesday 23 April 2024",
            ),
            (
                "2024-04-30",
                "2024-05-02",
                "Dienstag, 30. April, bis Donnerstag, 2. Mai 2024",
                "Tuesday 30 April to Thursday 2 May 2024",
            ),
            (
                "2024-12-28",
                "2025-01-02",
                "Sonnabend, 28. Dezember 2024, bis Donnerstag, 2. Januar 2025",
                "Saturday 28 December 2024 to Thursday 2 January 2025",
            ),
        ];
        for (from, to, german, english) in cases {
            let spans = [EASTERN, ENGLISH]
                .map(|style| style.full_span(date(from), date(to)).replace('\u{a0}', " "));
            assert_eq!(spans, [german, english]);
        }
    }

    #[test]
    fn weekdays_are_read_in_many_spellings() {
        for text in ["Di", "di.", "Dienstag", "DIENSTAG", " dienstag ", "Tue", "tue.", "Tuesday"] {
            assert_eq!(Weekday::read(text), Some(Weekday::Tue), "{text}");
        }
        for text in ["Sa", "Sa.", "Samstag", "Sonnabend", "SAT", "saturday"] {
            assert_eq!(Weekday::read(text), Some(Weekday::Sat), "{text}");
        }
        for text in ["", ".", "d", "Die", "Son", "Dienstag.", "Di..", "Tu", "Feiertag", "2"] {
            assert_eq!(Weekday::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn forms_agree_on_every_day(offset in 0_u64..80_000, length in 0_u64..800) {
            let first = date("1900-01-01") + Days::new(offset);
            let last = first + Days::new(length);
            for style in [GERMAN, EASTERN, ENGLISH] {
                prop_assert_eq!(Weekday::read(style.weekday(first)), Some(first.weekday()));
                prop_assert!(style.full(first).ends_with(&style.long(first)));
                prop_assert!(style.span(first, last).ends_with(&style.long(last)));
                prop_assert!(style.full_span(first, last).contains(style.weekday(first)));
                prop_assert_eq!(style.span(last, first), style.span(first, last));
            }
        }
    }
}
