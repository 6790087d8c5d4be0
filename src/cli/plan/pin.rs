//! `--pin CITY=TURN`

use chrono::{Datelike as _, Months, NaiveDate};

use crate::cli::naming::city;
use crate::diagnostic::plan::{PinNotMember, PinOutsidePlan};
use crate::diagnostic::request::BadArgument;
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::assignment_problem::Turn;
use crate::domain::id::CityId;
use crate::domain::time::DateRange;
use crate::input::parse_date;
use crate::plan::rotation::problem::Horizon;
use crate::text::Day;

/// Which turn is meant.
enum Which {
    Number(usize),
    /// Year and month.
    Month(i32, u32),
    Day(NaiveDate),
}

/// Adds pins to the problem, or says all that is wrong with them.
pub(super) fn pin(horizon: &mut Horizon<'_>, pins: &[String]) -> Result<(), Vec<Diagnostic>> {
    let mut findings = Vec::new();
    for words in pins {
        match read(horizon, words) {
            Ok(turn) if horizon.problem.pins.contains(&turn) => {}
            Ok(turn) => horizon.problem.pins.push(turn),
            Err(mut found) => findings.append(&mut found),
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}

/// The months and days that pins name: turns are to be laid in them.
pub(super) fn wanted(pins: &[String]) -> Vec<DateRange> {
    let days = |words: &String| match parse(words.split_once('=')?.1.trim())? {
        Which::Number(_) => None,
        Which::Day(day) => DateRange::new(day, day),
        Which::Month(year, month) => {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            DateRange::new(first, (first + Months::new(1)).pred_opt()?)
        }
    };
    pins.iter().filter_map(days).collect()
}

fn read(horizon: &Horizon<'_>, words: &str) -> Result<Turn, Vec<Diagnostic>> {
    let parts = words.split_once('=').and_then(|(town, which)| Some((town, parse(which.trim())?)));
    let Some((town, which)) = parts else {
        return Err(vec![Diagnostic::new(BadArgument {
            name: "--pin".to_owned(),
            found: words.to_owned(),
            german: "schreiben Sie Stadt und Turnus: gotha=2, gotha=2027-03 oder gotha=2027-03-02"
                .to_owned(),
            english: "write city and turn: gotha=2, gotha=2027-03 or gotha=2027-03-02".to_owned(),
        })]);
    };
    let (town, slot) = (city(horizon.workspace, town), slot(horizon, words, which));
    let (town, slot) = match (town, slot) {
        (Ok(town), Ok(slot)) => (town, slot),
        (town, slot) => return Err(town.err().into_iter().chain(slot.err()).collect()),
    };
    let city = horizon.city(town, slot).ok_or_else(|| vec![no_member(horizon, words, town, slot)]);
    Ok(Turn { city: city?, slot })
}

fn parse(which: &str) -> Option<Which> {
    if let Ok(number) = which.parse() {
        return Some(Which::Number(number));
    }
    if let Some(day) = Day::read(which).and_then(|day| day.fixed()) {
        return Some(Which::Day(day));
    }
    let first = parse_date(&format!("{which}-01"))?;
    Some(Which::Month(first.year(), first.month()))
}

fn slot(horizon: &Horizon<'_>, words: &str, which: Which) -> Result<usize, Diagnostic> {
    let slots = &horizon.slots;
    let found = match which {
        Which::Number(number) => number.checked_sub(1).filter(|slot| *slot < slots.len()),
        Which::Month(year, month) => slots.iter().position(|slot| {
            let date = slot.date();
            (date.year(), date.month()) == (year, month)
        }),
        Which::Day(day) => slots.iter().position(|slot| slot.days.contains(&day)),
    };
    found.ok_or_else(|| {
        let last = slots.len() - 1;
        let days = [0, last].map(|slot| slots[slot].date());
        Diagnostic::new(PinOutsidePlan { pin: words.to_owned(), slots: slots.len(), days })
    })
}

/// That the town is no member on the day of the slot, with the line that says until or since when.
fn no_member(horizon: &Horizon<'_>, words: &str, town: CityId, slot: usize) -> Diagnostic {
    let city = horizon.workspace.city(town);
    let day = horizon.slots[slot].date();
    let problem = PinNotMember { pin: words.to_owned(), city: city.name.to_string(), day };
    let membership = &city.membership;
    let since = membership.since.filter(|since| day < since.value);
    let line = since.or(membership.until).map(|day| day.origin);
    let finding = Diagnostic::new(problem);
    match line {
        Some(origin) => finding.with(origin, Label::ComparedWith),
        None => finding,
    }
}
