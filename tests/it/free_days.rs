//! The days that law and school holidays leave free, against figures that others computed: the
//! Python package `holidays` 0.109 with the same school holidays.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use erfa::domain::calendar::PeriodKind;
use erfa::domain::id::CityId;
use erfa::domain::time::DateRange;
use erfa::domain::workspace::Workspace;
use erfa::plan::dates::{Cause, DatesQuestion, Towns, dates};
use erfa::system::built_in;

/// The network of `data/`, as it is built in.
fn nine_towns() -> Workspace {
    let reading = erfa::input::read(built_in::workspace());
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    reading.workspace.unwrap()
}

/// The days of a year free of weekends, public and school holidays, for the town.
fn free_days(workspace: &Workspace, city: CityId, year: i32) -> Vec<NaiveDate> {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let question = DatesQuestion {
        days: DateRange::new(day(1, 1), day(12, 31)).unwrap(),
        today: day(1, 1),
        host: None,
        weekdays: Vec::new(),
    };
    let is_free = |cause: &Cause<'_>| match cause {
        Cause::Weekend | Cause::Holiday(..) | Cause::SchoolUnknown { .. } => false,
        Cause::Period(period) => period.kind != PeriodKind::SchoolHoliday,
        _ => true,
    };
    let concerns = |towns: &Towns| match towns {
        Towns::None => false,
        Towns::All => true,
        Towns::Some(towns) => towns.contains(&city),
    };
    let days = dates(workspace, &question).into_iter();
    let free = days.filter(|day| {
        day.reasons.iter().all(|reason| is_free(&reason.cause) || !concerns(&reason.towns))
    });
    free.map(|day| day.date).collect()
}

#[test]
fn a_year_has_as_many_free_days_as_others_count() {
    let workspace = nine_towns();
    let count = |city: &str, year| {
        let (id, _) = workspace.numbered_cities().find(|(_, it)| it.id.as_str() == city).unwrap();
        let mut weekdays = BTreeMap::new();
        for day in free_days(&workspace, id, year) {
            *weekdays.entry(day.weekday().num_days_from_monday()).or_insert(0) += 1;
        }
        weekdays.into_values().collect::<Vec<i32>>()
    };
    for city in ["apolda", "bad-langensalza", "eisenach", "gotha", "muehlhausen", "soemmerda"] {
        assert_eq!(count(city, 2026), [39, 40, 39, 38, 36], "{city}");
        assert_eq!(count(city, 2027), [38, 40, 40, 38, 38], "{city}");
    }
    // Fronleichnam is a Thursday.
    assert_eq!(count("leinefelde-worbis", 2026), [39, 40, 39, 37, 36]);
    assert_eq!(count("leinefelde-worbis", 2027), [38, 40, 40, 37, 38]);
    assert!(count("gotha", 2031).is_empty());
}

#[test]
fn the_meeting_of_the_source_article_was_well_chosen() {
    let workspace = nine_towns();
    let days = free_days(&workspace, CityId(0), 2024);
    assert!(days.contains(&NaiveDate::from_ymd_opt(2024, 9, 24).unwrap()));
}
