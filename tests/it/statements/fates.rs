//! Lives in which a meeting is moved, loses its day, finds another and is cancelled: no day is told that
//! it never had, an old one only as an old one, and whoever is told of a change hears why.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use super::{Dice, OTHERS, Plan, WITH_PROGRAMME, test};
use crate::harness::Test;

/// So many lives are looked at.
const LIVES: u64 = 12;

const MONTHS: [[&str; 12]; 2] = [
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

const WEEKDAYS: [[&str; 7]; 2] = [
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

const REASONS: [&str; 4] = ["Hochwasser", "Streik", "Rathausumbau", "Krankheit"];

/// What stands before a day that no longer counts, or that is that of a version.
const OLD: [&str; 14] = [
    "bisher",
    "Bisherig",
    "Zuvor geplant",
    "zuvor",
    "statt",
    "Stand:",
    "Fassung",
    "previous",
    "Previous",
    "before",
    "instead of",
    "As of",
    "version",
    "was planned",
];

/// What says that a meeting does not take place.
const OFF: [&str; 6] =
    ["abgesagt", "Absage", "nicht statt", "cancelled", "Cancelled", "not take place"];

/// The days in a text, each with what stands right before it: "20. April 2027", "20.04.2027",
/// "20 April 2027".
fn days(text: &str) -> Vec<(NaiveDate, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain = |word: &str| word.trim_matches(|it: char| !it.is_alphanumeric()).to_owned();
    let number = |at: usize| plain(words.get(at).copied().unwrap_or_default()).parse::<u32>().ok();
    let year = |at: usize| number(at).filter(|year| (1000..=9999).contains(year));
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let word = plain(word);
        let parts: Vec<Option<u32>> = word.split('.').map(|part| part.parse().ok()).collect();
        let day = match parts[..] {
            [Some(day), Some(month), Some(year)] => Some((year, month, day)),
            [Some(day)] => {
                let name = plain(words.get(at + 1).copied().unwrap_or_default());
                let known = MONTHS.iter().find_map(|all| all.iter().position(|it| *it == name));
                let month = known.and_then(|month| u32::try_from(month + 1).ok());
                year(at + 2).zip(month).map(|(year, month)| (year, month, day))
            }
            _ => None,
        };
        let date = |(year, month, day): (u32, u32, u32)| {
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        };
        let before = words[at.saturating_sub(8)..at].join(" ");
        found.extend(day.and_then(date).map(|day| (day, before)));
    }
    found
}

/// What has become of a meeting.
struct Fate {
    /// Its day now, if it has one.
    day: Option<NaiveDate>,
    /// All that it had.
    days: BTreeSet<NaiveDate>,
    is_cancelled: bool,
    /// Why it was changed last.
    reason: &'static str,
}

/// Runs a command that must succeed.
#[track_caller]
fn call(test: Test, command: &str) -> Test {
    let test = test.command_line(command);
    let output = test.command().output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command}: {said}");
    test
}

/// Moves, opens or cancels the meeting, once to three times.
fn lead(mut test: Test, dice: &mut Dice) -> (Test, Fate) {
    let first = NaiveDate::from_ymd_opt(2027, 4, 20).unwrap();
    let days = BTreeSet::from([first]);
    let mut fate = Fate { day: Some(first), days, is_cancelled: false, reason: "" };
    let first_reason = dice.below(REASONS.len());
    for step in 0..=dice.below(3) {
        fate.reason = REASONS[(first_reason + step) % REASONS.len()];
        let why = format!("--reason {} -y", fate.reason);
        let move_by = 7 + u64::try_from(dice.below(60)).unwrap();
        let to = first + chrono::Days::new(move_by);
        test = match (dice.below(4), fate.day) {
            (0, _) => {
                fate.is_cancelled = true;
                call(test, &format!("cancel m {why}"))
            }
            (1, Some(_)) => {
                fate.day = None;
                call(test, &format!("postpone m {why}"))
            }
            (_, day) if day != Some(to) => {
                fate.day = Some(to);
                fate.days.insert(to);
                call(test, &format!("postpone m --to {to} {why}"))
            }
            _ => continue,
        };
        if fate.is_cancelled {
            break;
        }
        if dice.one_in(2) {
            test = call(test, "release m --by Amt --reason Versand -y");
        }
    }
    (test, fate)
}

/// What is wrong with the days of a text about a meeting with this fate.
fn judge(text: &str, fate: &Fate) -> Result<usize, String> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let found = days(text);
    for (day, before) in &found {
        if !fate.days.contains(day) && *day != today {
            return Err(format!("nobody said {day}"));
        }
        let weekday = before.split(' ').next_back().unwrap_or_default();
        let weekday =
            before.split(' ').rev().nth(1).filter(|_| weekday == "dem").unwrap_or(weekday);
        let said = weekday.trim_end_matches(',');
        let known = WEEKDAYS.iter().find_map(|all| all.iter().position(|name| *name == said));
        let is_right = |known: usize| known == day.weekday().num_days_from_monday() as usize;
        if !known.is_none_or(is_right) {
            return Err(format!("{day} is no {said}"));
        }
        let is_old = fate.days.contains(day) && fate.day != Some(*day);
        if is_old && !OLD.iter().any(|word| before.contains(word)) {
            return Err(format!("{day} is told as if it counted, after `{before}`"));
        }
    }
    if let Some(day) = fate.day
        && !found.iter().any(|(one, _)| *one == day)
    {
        return Err(format!("{day} is missing"));
    }
    if fate.is_cancelled && !OFF.iter().any(|word| text.contains(word)) {
        return Err("it does not say that the meeting is off".to_owned());
    }
    Ok(found.len())
}

#[test]
fn documents_know_what_became_of_the_day() {
    let mut dice = Dice(20_270_511);
    let [mut documents, mut told, mut cancelled, mut open, mut reasons] = [0; 5];
    for life in 0..LIVES {
        let plan = Plan::new(&mut dice);
        let test = test("check", &plan.text());
        let test = call(test, "release m --by Amt --reason Probe -y");
        let (mut test, fate) = lead(test, &mut dice);
        let others = OTHERS.map(|kind| format!("write {kind} m"));
        for language in ["de", "en"] {
            for command in WITH_PROGRAMME.into_iter().chain(others.iter().map(String::as_str)) {
                test = test.command_line(&format!("-q --lang {language} {command}"));
                let output = test.command().output().unwrap();
                if !output.status.success() {
                    continue;
                }
                let printed = String::from_utf8(output.stdout).unwrap();
                let line = printed.split_whitespace().collect::<Vec<_>>().join(" ");
                documents += 1;
                cancelled += usize::from(fate.is_cancelled);
                open += usize::from(fate.day.is_none());
                let context = format!("{life} {language} {command}\n{printed}");
                if command == "write topic-survey m" {
                    // It is about the meetings that come, and about none of them.
                    assert!(days(&line).is_empty(), "a day of one meeting: {context}");
                    continue;
                }
                told += judge(&line, &fate).unwrap_or_else(|fault| panic!("{fault}: {context}"));
                let tells = ["write postponement m", "write cancellation m"].contains(&command);
                let frees = line.contains("Termin freigeben") || line.contains("free the");
                assert!(!frees || !days(&line).is_empty(), "no date to free: {context}");
                if tells && !fate.reason.is_empty() {
                    assert!(line.contains(fate.reason), "`{}` is missing: {context}", fate.reason);
                    reasons += 1;
                }
            }
        }
    }
    assert!(documents > 150 && told > 250, "{documents} documents, {told} days");
    assert!(cancelled > 10 && open > 20, "{cancelled} of cancelled meetings, {open} without a day");
    assert!(reasons > 12, "{reasons} reasons");
}

#[test]
fn days_are_told_from_other_numbers() {
    let text = "am Dienstag, dem 20. April 2027, 9.30 Uhr; 11.05.2027 (7. Treffen); Tuesday, 1 June 2027, item 3 April";
    let found: Vec<String> = days(text).into_iter().map(|(day, _)| day.to_string()).collect();
    assert_eq!(found, ["2027-04-20", "2027-05-11", "2027-06-01"]);
}
