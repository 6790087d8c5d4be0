//! Days are read as people write them, and nothing else is.

use chrono::NaiveDate;

use super::Day;

fn understood(words: &str) -> Option<String> {
    // A Sunday.
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    Day::read(words)?.on(today).map(|day| day.to_string())
}

#[test]
fn days_are_read_however_they_are_written() {
    let cases = [
        ("2027-06-11", "2027-06-11"),
        ("2027-6-11", "2027-06-11"),
        ("2027-6-1", "2027-06-01"),
        ("11.6.2027", "2027-06-11"),
        ("Fr 11.6.27", "2027-06-11"),
        ("Fr., 11.6.27", "2027-06-11"),
        ("Freitag, den 11.06.2027", "2027-06-11"),
        ("11.Juni 2027", "2027-06-11"),
        ("11.06.27", "2027-06-11"),
        ("0999-05-05", "0999-05-05"),
        (" 11. 6. 2027 ", "2027-06-11"),
        ("11.6.", "2027-06-11"),
        ("1.12.", "2026-12-01"),
        ("22.11.", "2026-11-22"),
        ("29. Februar", "2028-02-29"),
        ("11. Juni 2027", "2027-06-11"),
        ("11. Juni", "2027-06-11"),
        ("3. März", "2027-03-03"),
        ("3. Mrz 2027", "2027-03-03"),
        ("11 June 2027", "2027-06-11"),
        ("June 11, 2027", "2027-06-11"),
        ("the 11th June", "2027-06-11"),
        ("Oct 1", "2027-10-01"),
        ("Freitag, 11. Juni 2027", "2027-06-11"),
        ("Fr 11.6.2027", "2027-06-11"),
        ("am Freitag, dem 11. Juni 2027", "2027-06-11"),
        ("Freitag, 11. Juni", "2027-06-11"),
        ("heute", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("übermorgen", "2026-11-24"),
        ("gestern", "2026-11-21"),
        ("in 3 weeks", "2026-12-13"),
        ("in 3 Wochen", "2026-12-13"),
        ("in einem Monat", "2026-12-22"),
        ("in zwei Jahren", "2028-11-22"),
        ("in a day", "2026-11-23"),
        ("vor 3 Tagen", "2026-11-19"),
        ("two weeks ago", "2026-11-08"),
        ("nächsten Dienstag", "2026-11-24"),
        ("next Tuesday", "2026-11-24"),
        ("Dienstag", "2026-11-24"),
        ("kommenden Sonntag", "2026-11-29"),
        ("übernächsten Sonntag", "2026-12-06"),
        ("letzten Sonntag", "2026-11-15"),
        ("last Friday", "2026-11-20"),
        ("nächste Woche", "2026-11-29"),
        ("next month", "2026-12-22"),
    ];
    for (words, expected) in cases {
        assert_eq!(understood(words).as_deref(), Some(expected), "{words}");
    }
}

#[test]
fn what_is_no_day_is_refused() {
    for words in [
        "",
        "11",
        "31.6.2027",
        "30. Februar",
        "29.2.2027",
        "11/6/2027",
        "6-11-2027",
        "2027-6-111",
        "27-6-11",
        "2027-6",
        "+027-06-11",
        "Montag, 11. Juni 2027",
        "Montag, 11. Juni",
        "Juni",
        "Juni 2027",
        "11 6 2027",
        "11.6.227",
        "11.6.0027",
        "0000-05-05",
        "in drei",
        "in 99999 years",
        "in -1 days",
        "diese Woche",
        "next",
        "nächsten",
        "1.1.1\n",
        "９.6.2027",
        "0.6.2027",
        "11.Ju.2027",
    ] {
        assert_eq!(understood(words), None, "{words}");
    }
    // Whoever leaves the second point out means the same.
    assert_eq!(understood("11.6").as_deref(), Some("2027-06-11"));
}

#[test]
fn a_weekday_that_the_day_is_not_is_told() {
    for (words, expected) in [
        ("Do 11.6.27", Some("2027-06-11")),
        ("am Montag, dem 11. Juni 2027", Some("2027-06-11")),
        ("Fr 11.6.27", None),
        ("Do 31.6.27", None),
        ("Do 11.6.", None),
        ("11.6.27", None),
    ] {
        let day = Day::contradicted(words).map(|day| day.to_string());
        assert_eq!(day.as_deref(), expected, "{words}");
    }
}

#[test]
fn a_day_without_a_year_is_not_fixed() {
    assert!(Day::read("11.6.2027").unwrap().fixed().is_some());
    assert!(Day::read("11.6.").unwrap().fixed().is_none());
}

#[test]
fn days_that_no_calendar_has_are_told_from_words() {
    let missing =
        ["31.2.2027", "31. Februar 2027", "2027-02-29", "0.5.2027", "1.13.2027", "am 31.4.27"];
    for words in missing {
        assert!(Day::is_missing(words), "{words}");
        assert_eq!(Day::read(words), None, "{words}");
    }
    for words in ["28.2.2027", "Herbst 2027", "2027", "Anfang Mai 2027", "1.2", "", "a-b-c"] {
        assert!(!Day::is_missing(words), "{words}");
    }
}

#[test]
fn words_without_a_year_can_be_the_day_of_any() {
    let can_be = |words, day: &str| Day::read(words).unwrap().can_be(day.parse().unwrap());
    assert!(can_be("20. April", "2027-04-20"));
    assert!(can_be("20.4.", "2028-04-20"));
    assert!(can_be("Dienstag, 20. April", "2027-04-20"));
    assert!(!can_be("Dienstag, 20. April", "2028-04-20"));
    assert!(!can_be("20.4.2027", "2028-04-20"));
    assert!(!can_be("morgen", "2027-04-20"));
}
