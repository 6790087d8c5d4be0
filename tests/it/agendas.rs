//! Eighteen real programmes, expressed in our format, print what the originals say.
//!
//! `tests/agendas/NN/` is the workspace and `NN.facts` what must appear: the meeting in its first
//! line, then one string a line, in the order of the original. All of them are printed in this
//! order, and no clock time and no date beside theirs.

use std::fs;
use std::path::Path;

use crate::harness::{Test, files, project};

const MONTHS: [&str; 12] = [
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
];

#[test]
fn real_programmes_print_what_their_originals_say() {
    let facts =
        files(&project("tests/agendas"), |path| path.extension().is_some_and(|it| it == "facts"));
    assert!(facts.len() >= 18, "the programmes are missing");
    let faults: Vec<String> = facts.iter().flat_map(|path| faults(path)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn faults(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let (meeting, facts) = text.split_once('\n').unwrap();
    let meeting = meeting.strip_prefix("meeting: ").expect("the first line names the meeting");
    let name = path.file_stem().unwrap().to_str().unwrap();
    // A network with several meetings has a file of facts for each: 31.facts and 31-2018.facts.
    let workspace = format!("tests/agendas/{}", name.split('-').next().unwrap_or(name));
    let mut faults = Vec::new();

    let check = Test::new("check").workspace(&workspace).run();
    if check.status != 0 {
        faults.push(format!("{name}: check finds errors\n{}", check.stdout));
    }
    let run = Test::new("programme --format text").arg(meeting).workspace(&workspace).run();
    if run.status != 0 {
        faults.push(format!("{name}: no programme\n{}", run.stderr));
        return faults;
    }
    let printed = plain(&run.stdout);
    let mut rest = printed.as_str();
    for fact in facts.lines().map(plain) {
        match rest.split_once(&fact) {
            Some((_, after)) => rest = after,
            None if printed.contains(&fact) => {
                faults.push(format!("{name}: `{fact}` is not in its place, but earlier"));
            }
            None => faults.push(format!("{name}: `{fact}` is not printed")),
        }
    }
    let (expected, found) = (moments(&plain(facts)), moments(&printed));
    if expected != found {
        let [expected, found] = [expected, found].map(|moments| moments.join(" "));
        faults.push(format!(
            "{name}: times and dates differ\n  facts:   {expected}\n  printed: {found}"
        ));
    }
    if !faults.is_empty() {
        faults.push(run.stdout);
    }
    faults
}

/// Words divided by single spaces; what only serves the layout is gone.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{ad}', '\u{200b}', '\u{2060}'], "").replace('\u{2011}', "-");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The clock times, and the days, months and years of dates, in the order of the text.
fn moments(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let month = |word: &str| MONTHS.contains(&word.trim_matches(|c: char| !c.is_alphabetic()));
    let mut moments = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| month(word));
        let next = words.get(at + 1).copied().unwrap_or_default();
        // "21., bis" and "21.–23. April" are days too, "1. Preis" is none.
        let day_follows = month(next) || next == "bis" || next == "und" || word.contains('–');
        for part in word
            .split('–')
            .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
        {
            let numbers: Vec<&str> = part.trim_end_matches('.').split([':', '.']).collect();
            let digits =
                numbers.iter().all(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
            let lengths: Vec<usize> = numbers.iter().map(|number| number.len()).collect();
            let is_moment = match lengths.as_slice() {
                [1 | 2] => digits && part.ends_with('.') && day_follows,
                [4] => digits && before,
                // A time, or a date in numbers with its year or without.
                [1 | 2, 2] | [1 | 2, 2, 4] => digits,
                _ => false,
            };
            if is_moment || (month(part) && !part.contains(char::is_numeric)) {
                moments.push(part.trim_end_matches('.').to_owned());
            }
        }
    }
    moments
}

#[test]
fn times_and_dates_are_told_from_other_numbers() {
    let text = "Mittwoch, 17., bis Freitag, 19. August 2022, ab 09:30 Uhr · 9.30–10.00 · 1. Preis, \
                Steinweg 4, 99974 Mühlhausen, seit 2015, 21.–23. April, Stand: 08.11. (25.01.2024)";
    let expected = [
        "17",
        "19",
        "August",
        "2022",
        "09:30",
        "9.30",
        "10.00",
        "21",
        "23",
        "April",
        "08.11",
        "25.01.2024",
    ];
    assert_eq!(moments(text), expected);
}
