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
        match self.first_of(first, last) {
            None => self.long(last),
            Some(start) if start == self.day(first) => format!("{start}–{}", self.long(last)),
            Some(start) => format!("{start} {} {}", self.to(), self.long(last)),
        }
    }

    /// The first day of several, without what it shares with the last.
    fn first_of(self, first: NaiveDate, last: NaiveDate) -> Option<String> {
        match Shared::of(first, last) {
            Shared::Date => None,
            Shared::Month => Some(self.day(first)),
            Shared::Year => Some(self.day_and_month(first)),
            Shared::Nothing => Some(self.long(first)),
        }
    }

    /// The days as they stand in a sentence: "am Dienstag, dem 24. September 2024", "am 7. und
    /// 8. Oktober 2020", "vom 21. bis 23. April 2024"; English "on Tuesday, 24 September 2024", "on 7
    /// and 8 October 2020", "from 21 to 23 April 2024".
    pub fn in_sentence(self, from: NaiveDate, to: NaiveDate) -> String {
        let (first, last) = (from.min(to), from.max(to));
        let pick = |german, english| self.language.pick(german, english);
        let Some(start) = self.first_of(first, last) else {
            return format!("{} {}", pick("am", "on"), self.dative(first));
        };
        let (before, between) = if first.succ_opt() == Some(last) {
            (pick("am", "on"), pick("und", "and"))
        } else {
            (pick("vom", "from"), self.to())
        };
        // No line ends behind an ordinal.
        let space = if start == self.day(first) { NO_BREAK_SPACE } else { ' ' };
        format!("{before} {start}{space}{between} {}", self.long(last))
    }

    /// The days from one date to another, in either order, with their weekdays.
    ///
    /// "Sonntag, 21., bis Dienstag, 23. April 2024"; English "Sunday 21 to Tuesday 23 April 2024".
    /// One day is written as [`Self::full`].
    pub fn full_span(self, from: NaiveDate, to: NaiveDate) -> String {
        let (first, last) = (from.min(to), from.max(to));
        let Some(start) = self.first_of(first, last) else { return self.full(last) };
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
mod tests;
