//! What holds of the years of every network.

use std::fmt::Write as _;

use chrono::{Datelike as _, Days, NaiveDate};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

use super::{Fate, Year, agreed, attendance, events, topics, was_member};
use crate::domain::workspace::Workspace;
use crate::example::{date, workspace};

const STATUSES: [&str; 6] = ["idea", "planned", "invited", "held", "cancelled", "postponed"];
const TOWNS: usize = 3;

/// A meeting: its day, the day before it was moved, its status, the towns that came.
type Life = (Option<u64>, Option<u64>, usize, Vec<usize>);

fn day(number: u64) -> NaiveDate {
    date("2025-01-01") + Days::new(number)
}

fn lives() -> impl Strategy<Value = Vec<Life>> {
    let number = || prop::option::weighted(0.8, 0..1000_u64);
    let came = prop::collection::btree_set(0..TOWNS, 0..TOWNS);
    let came = came.prop_map(|came| came.into_iter().collect());
    prop::collection::vec((number(), number(), 0..STATUSES.len(), came), 0..6)
}

fn network(lives: &[Life], agreed: &[(Option<u64>, bool)]) -> Workspace {
    let mut files = vec![
        ("network.toml".to_owned(), "name = 'N'".to_owned()),
        (
            "cities.toml".to_owned(),
            "[[city]]\nid = 't0'\nname = 'T0'\nmember-since = 2026-06-01\n[[city]]\nid = 't1'\nname = \
             'T1'\n[[city]]\nid = 't2'\nname = 'T2'\nmember-since = 2024-01-01\nmember-until = \
             2025-06-30\n"
                .to_owned(),
        ),
    ];
    for (at, (on, before, status, came)) in lives.iter().enumerate() {
        let mut text = format!("title = 'M{at}'\nstatus = '{}'\n", STATUSES[*status]);
        if let Some(on) = on {
            let _ = writeln!(text, "date = {}", day(*on));
        }
        let towns: Vec<String> = came.iter().map(|town| format!("'t{town}'")).collect();
        let _ = writeln!(text, "attended = [{}]", towns.join(", "));
        if let Some(before) = before {
            let _ = writeln!(
                text,
                "[[history]]\nchanged = 2024-12-01\ndate = {}\nreason = 'R'",
                day(*before)
            );
        }
        files.push((format!("meetings/m{at}.toml"), text));
    }
    let mut actions = String::new();
    for (at, (on, is_done)) in agreed.iter().enumerate() {
        let _ = writeln!(actions, "[[action]]\nid = 'a{at}'\nwhat = 'W{at}'\nowner = 't1'");
        if let Some(on) = on {
            let _ = writeln!(actions, "agreed = {}", day(*on));
            if *is_done {
                let _ = writeln!(actions, "status = 'done'\nclosed = {}", day(*on + 200));
            }
        }
    }
    files.push(("actions.toml".to_owned(), actions));
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    workspace(&files)
}

proptest! {
    #[test]
    fn every_meeting_stands_in_its_year_with_what_became_of_it(lives in lives(), today in 0..1200_u64) {
        let workspace = network(&lives, &[]);
        let today = day(today);
        for number in 2024..2029 {
            let Some(year) = Year::new(number, today) else {
                prop_assert!(number > today.year());
                continue;
            };
            prop_assert_eq!(year.is_running(), number == today.year());
            let events = events(&workspace, year);
            for (at, (on, before, status, _)) in lives.iter().enumerate() {
                let id = format!("m{at}");
                let own: Vec<_> = events.iter().filter(|it| it.meeting.id.as_str() == id).collect();
                let is_in = |day: &Option<u64>| day.is_some_and(|it| self::day(it).year() == number);
                let belongs = STATUSES[*status] != "idea" && (is_in(on) || is_in(before));
                prop_assert_eq!(own.len(), usize::from(belongs), "{}", id);
                let Some(event) = own.first() else { continue };
                let is_over = on.is_some_and(|it| self::day(it) < today);
                let expected = match STATUSES[*status] {
                    "cancelled" => Fate::Cancelled,
                    _ if !is_in(on) => Fate::Moved(on.map(day)),
                    "held" => Fate::Held,
                    _ if is_over => Fate::Unrecorded,
                    _ => Fate::Ahead,
                };
                prop_assert_eq!(event.fate, expected);
            }
        }
    }

    #[test]
    fn presence_counts_what_is_on_record_and_nothing_else(lives in lives(), today in 400..1200_u64) {
        let workspace = network(&lives, &[]);
        for number in 2025..2029 {
            let Some(year) = Year::new(number, day(today)) else { continue };
            let events = events(&workspace, year);
            let told = attendance(&workspace, year, &events);
            let over = |fate| matches!(fate, Fate::Held | Fate::Unrecorded);
            let records = events.iter().filter(|it| over(it.fate) && !it.meeting.attended.is_empty());
            prop_assert_eq!(told.recorded, records.clone().count());
            let names: usize = records.map(|it| it.meeting.attended.len()).sum();
            prop_assert_eq!(told.towns.iter().map(|it| it.meetings).sum::<usize>(), names);
            // Nobody counted anybody, so no number is a whole one.
            for town in &told.towns {
                prop_assert_eq!(town.people, 0);
                prop_assert_eq!(usize::try_from(town.uncounted).unwrap(), town.meetings);
                prop_assert!(town.possible <= told.recorded);
            }
            prop_assert!(told.recorded > 0 || told.towns.is_empty());
            for (id, _) in workspace.numbered_cities() {
                let is_told = told.towns.iter().any(|it| it.city == Some(id));
                prop_assert!(is_told || told.recorded == 0 || !was_member(&workspace, id, year));
            }
            prop_assert_eq!(topics(&workspace, year).len(), 0);
        }
    }

    #[test]
    fn what_was_agreed_is_told_once(
        all in prop::collection::vec((prop::option::weighted(0.8, 0..1000_u64), any::<bool>()), 0..6),
        today in 0..1400_u64,
    ) {
        let workspace = network(&[], &all);
        let today = day(today);
        let years: Vec<_> = (2025..2030).filter_map(|it| Year::new(it, today)).collect();
        let mut told = Vec::new();
        for year in &years {
            let agreed = agreed(&workspace, *year);
            prop_assert_eq!(agreed.undated, all.iter().filter(|(on, _)| on.is_none()).count());
            prop_assert!(agreed.closed.iter().all(|it| it.closed.is_some_and(|day| year.holds(day))));
            told.extend(agreed.own.iter().map(|it| it.id.to_string()));
        }
        let known = all.iter().filter(|(on, _)| on.is_some_and(|it| day(it) <= today)).count();
        told.sort();
        told.dedup();
        prop_assert_eq!(told.len(), known);
        prop_assert_eq!(years.len(), usize::try_from(today.year() - 2024).unwrap());
    }
}
