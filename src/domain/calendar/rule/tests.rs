//! Rules, followed and counted.

use chrono::{NaiveDateTime, NaiveTime, Weekday};

use super::{Counted, Frequency, Rule};

fn at(day: &str) -> NaiveDateTime {
    format!("{day}T18:00:00").parse().unwrap()
}

fn rule(frequency: Frequency) -> Rule {
    Rule {
        frequency,
        interval: 1,
        until: None,
        months: Vec::new(),
        weeks: Vec::new(),
        year_days: Vec::new(),
        month_days: Vec::new(),
        weekdays: Vec::new(),
        times: vec![NaiveTime::from_hms_opt(18, 0, 0).unwrap()],
        positions: Vec::new(),
        week_start: Weekday::Mon,
    }
}

/// The days of 2027 on which it begins.
fn days(rule: &Rule, start: &str) -> String {
    let found = rule.between(at(start), at("2027-01-01"), at("2027-12-31"));
    let days: Vec<String> = found.iter().map(|time| time.format("%d.%m").to_string()).collect();
    days.join(" ")
}

#[test]
fn weekdays_are_counted_in_the_month_or_in_the_year() {
    let second = Rule { weekdays: vec![(2, Weekday::Tue)], ..rule(Frequency::Monthly) };
    let first_half = "12.01 09.02 09.03 13.04 11.05 08.06";
    assert!(days(&second, "2027-01-12").starts_with(first_half));
    let last = Rule { weekdays: vec![(-1, Weekday::Fri)], months: vec![2, 5], ..second.clone() };
    assert_eq!(days(&last, "2020-01-31"), "26.02 28.05");
    let twentieth = Rule { weekdays: vec![(20, Weekday::Mon)], ..rule(Frequency::Yearly) };
    assert_eq!(days(&twentieth, "1997-05-19"), "17.05");
    let in_months = Rule { weekdays: vec![(1, Weekday::Sun)], months: vec![9], ..twentieth };
    assert_eq!(days(&in_months, "2020-09-06"), "05.09");
}

#[test]
fn the_last_working_day_is_a_position() {
    let working = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let weekdays = working.map(|day| (0, day)).to_vec();
    let last = Rule { weekdays, positions: vec![-1], ..rule(Frequency::Monthly) };
    assert!(days(&last, "2026-12-31").starts_with("29.01 26.02 31.03 30.04 31.05"));
}

#[test]
fn weeks_begin_where_the_rule_says() {
    // The example of RFC 5545: with Sundays first the second week is another one.
    let weekdays = vec![(0, Weekday::Tue), (0, Weekday::Sun)];
    let monday = Rule { weekdays, interval: 2, ..rule(Frequency::Weekly) };
    let sunday = Rule { week_start: Weekday::Sun, ..monday.clone() };
    assert!(days(&monday, "2027-01-05").starts_with("05.01 10.01 19.01 24.01"));
    assert!(days(&sunday, "2027-01-05").starts_with("05.01 17.01 19.01 31.01"));
}

#[test]
fn days_and_weeks_count_from_both_ends_of_the_year() {
    let ends = Rule { year_days: vec![1, -1], ..rule(Frequency::Yearly) };
    assert_eq!(days(&ends, "2020-01-01"), "01.01 31.12");
    let weekdays = vec![(0, Weekday::Thu)];
    let weeks = Rule { weeks: vec![1, -1], weekdays, ..rule(Frequency::Yearly) };
    assert_eq!(days(&weeks, "2020-01-02"), "07.01 30.12");
}

#[test]
fn what_is_counted_ends_and_what_is_endless_costs_nothing() {
    let daily = rule(Frequency::Daily);
    let mut work = 100;
    assert_eq!(daily.counted(at("2027-01-01"), 3, &mut work), Counted::Last(at("2027-01-03")));
    assert_eq!(work, 97);
    let known = Counted::KnownBefore("2027-04-08T00:00:00".parse().unwrap());
    assert_eq!(daily.counted(at("2027-01-01"), u64::MAX, &mut work), known);
    let leap = Rule { month_days: vec![30], months: vec![2], ..rule(Frequency::Yearly) };
    let mut work = u64::MAX;
    let Counted::Last(_) = leap.counted(at("2027-01-01"), 1, &mut work) else { panic!() };
    // Nearly ten thousand years are passed over at once.
    let far = daily.between(at("0001-01-01"), at("9998-03-01"), at("9998-03-02"));
    assert_eq!(far, [at("9998-03-01"), at("9998-03-02")]);
    let rare = Rule { interval: u32::MAX, ..daily };
    assert!(rare.between(at("2027-01-01"), at("9000-01-01"), at("9001-01-01")).is_empty());
}
