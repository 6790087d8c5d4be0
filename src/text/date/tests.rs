//! Tests of dates in words.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::{DateStyle, Language, Saturday, Vocabulary as _};

const GERMAN: DateStyle = DateStyle { language: Language::German, saturday: Saturday::Samstag };
const EASTERN: DateStyle = DateStyle { language: Language::German, saturday: Saturday::Sonnabend };
const ENGLISH: DateStyle = DateStyle { language: Language::English, saturday: Saturday::Sonnabend };

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
        assert_eq!([GERMAN, ENGLISH].map(|style| style.weekday_name(weekday)), [german, english]);
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
        ("2020-10-07", "2020-10-08", "7.–8. Oktober 2020", "7–8 October 2020"),
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
        let spans =
            [GERMAN, ENGLISH].map(|style| style.span(date(from), date(to)).replace('\u{a0}', " "));
        assert_eq!(spans, [german, english]);
    }
    assert_eq!(
        GERMAN.span(date("2024-04-30"), date("2024-05-02")),
        "30.\u{a0}April bis 2.\u{a0}Mai 2024"
    );
}

#[test]
fn days_stand_in_sentences() {
    let cases = [
        (
            "2024-09-24",
            "2024-09-24",
            "am Dienstag, dem 24. September 2024",
            "on Tuesday, 24 September 2024",
        ),
        ("2020-10-07", "2020-10-08", "am 7. und 8. Oktober 2020", "on 7 and 8 October 2020"),
        ("2020-10-07", "2020-10-09", "vom 7. bis 9. Oktober 2020", "from 7 to 9 October 2020"),
        (
            "2020-09-30",
            "2020-10-02",
            "vom 30. September bis 2. Oktober 2020",
            "from 30 September to 2 October 2020",
        ),
        (
            "2024-12-31",
            "2025-01-01",
            "am 31. Dezember 2024 und 1. Januar 2025",
            "on 31 December 2024 and 1 January 2025",
        ),
    ];
    for (from, to, german, english) in cases {
        let told = [GERMAN, ENGLISH]
            .map(|style| style.in_sentence(date(from), date(to)).replace('\u{a0}', " "));
        assert_eq!(told, [german, english]);
    }
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
