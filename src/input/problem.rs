//! Problem files of the planner: `erfa plan --problem FILE.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use num_rational::BigRational;
use num_traits::Zero as _;
use toml::de::DeValue;

use super::fields::{Fields, Findings};
use super::value::{self, Outcome, wrong_type};
use super::{decode, json, parse_date};
use crate::diagnostic::plan::{BadFraction, ReversedSlots};
use crate::diagnostic::reference::{DuplicateId, ReferenceKind, UnknownReference};
use crate::diagnostic::value::{BadDate, Expected, OutOfRange};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::domain::assignment_problem::{
    AssignmentProblem, Member, NamedProblem, NamedSlot, Places, Turn, WishedTurn,
};
use crate::domain::line::Line;
use crate::source::{Located, Origin, RawFile, Sources};
use crate::text::{MemberWords, nearest};

/// The most slots and cities of a problem. Costs grow with the square of the slots.
const MOST: usize = 10_000;
/// The most turns, one for each city and slot, that are weighed against each other: more would take
/// gigabytes.
const MOST_TURNS: usize = 2_000_000;
/// The most days waited, travel cost, or weight of a wish.
const MOST_COST: u32 = 4_000_000_000;
/// The largest gap between two turns of a city.
const MOST_GAP: u32 = 10_000;
/// The largest share.
const MOST_SHARE: u32 = 1_000_000;
/// The most digits of an account, numerator and denominator together.
const MOST_DIGITS: usize = 100;

/// What a problem file says.
#[derive(Debug)]
pub struct ProblemReading {
    /// The file.
    pub sources: Sources,
    /// The problem; none if there are findings.
    pub problem: Option<NamedProblem>,
    /// What is wrong.
    pub findings: Vec<Diagnostic>,
}

/// Reads a problem file.
pub fn read_problem(file: RawFile) -> ProblemReading {
    let mut sources = Sources::default();
    let mut findings = Vec::new();
    let file = decode::text(file, &mut sources, &mut findings);
    // Marks of order and line ends are nothing to JSON.
    findings.retain(|finding| finding.severity() == Severity::Error);
    let problem = file.and_then(|file| {
        let table = json::table(file, &sources.file(file).text, &mut findings)?;
        let found = Findings::default();
        let problem = read(&Fields::of_file(file, &table, &found));
        findings.append(&mut found.into_inner());
        Some(problem)
    });
    findings.sort_by_key(|finding| finding.place);
    let problem = problem.filter(|_| findings.is_empty());
    ProblemReading { sources, problem, findings }
}

fn read(fields: &Fields<'_>) -> NamedProblem {
    fields.demand("cities");
    fields.demand("slots");
    let mut slots = Names::new(ReferenceKind::Slot);
    let named_slots =
        fields.tables("slots").iter().filter_map(|entry| slot(entry, &mut slots)).collect();
    size(fields, "slots", MOST);
    let mut cities = Names::new(ReferenceKind::Candidate);
    let mut places = Places::default();
    let mut names = Vec::new();
    let mut members = Vec::new();
    for entry in fields.tables("cities") {
        names.push(cities.register(&entry));
        members.push(member(&entry, &slots, &mut places));
    }
    size(fields, "cities", (MOST_TURNS / slots.count.max(1)).clamp(1, MOST));
    let turn = |value: &DeValue<'_>| turn(value, &cities, &slots);
    for forbidden in fields.list("forbidden", turn) {
        places.forbidden.insert(forbidden.value, forbidden.origin);
    }
    let pins = fields.list("pins", turn);
    places.pins = pins.iter().map(|pin| pin.origin).collect();
    let wishes = fields.tables("wishes");
    let wishes = wishes.iter().filter_map(|entry| wish(entry, &cities, &slots)).collect();
    for (name, travel) in fields.map("travel", value::whole(0, MOST_COST)) {
        match cities.number(name.value) {
            Ok(city) => members[city].travel = travel.value.into(),
            Err(unknown) => fields.report(Diagnostic::at(name.origin, unknown)),
        }
    }
    let problem = AssignmentProblem {
        slots: slots.count,
        cities: members,
        forbidden: places.forbidden.keys().copied().collect(),
        pins: pins.into_iter().map(|pin| pin.value).collect(),
        wishes,
        min_gap: fields.get("min_gap", value::whole(0, MOST_GAP)).map_or(0, |gap| gap as usize),
        ..AssignmentProblem::default()
    };
    NamedProblem {
        problem,
        cities: names.into_iter().flatten().collect(),
        slots: named_slots,
        places,
    }
}

/// Reports a list that holds nothing or too much.
fn size(fields: &Fields<'_>, key: &str, most: usize) {
    let length = fields.length(key).filter(|length| !(1..=most).contains(&length.value));
    if let Some(Located { value, origin }) = length {
        let [found, least, most] = [value, 1, most].map(|number| number.to_string());
        fields.report(Diagnostic::at(origin, OutOfRange { found, least, most }));
    }
}

fn slot(fields: &Fields<'_>, names: &mut Names) -> Option<NamedSlot> {
    let id = names.register(fields);
    let date = fields.get("date", |value| {
        let words = value.as_str().ok_or_else(|| wrong_type(Expected::Text, value))?;
        parse_date(words).ok_or_else(|| Box::new(BadDate {}) as _)
    });
    Some(NamedSlot { id: id?, date })
}

fn member(fields: &Fields<'_>, slots: &Names, places: &mut Places) -> Member {
    let slot = |value: &DeValue<'_>| slots.find(value);
    let (from, until) = (fields.read("from", slot), fields.read("until", slot));
    if let (Some(from), Some(until)) = (from, until)
        && until.value < from.value
    {
        let finding = Diagnostic::at(until.origin, ReversedSlots {});
        fields.report(finding.with(from.origin, Label::ComparedWith));
    }
    places.from.push(from.map(|from| from.origin));
    places.until.push(until.map(|until| until.origin));
    let last = slots.count.saturating_sub(1);
    Member {
        share: fields.get("share", value::whole(1, MOST_SHARE)).unwrap_or(1),
        account: fields.get("account", fraction).unwrap_or_else(BigRational::zero),
        wait: fields.get("wait", value::whole(0, MOST_COST)).unwrap_or(0).into(),
        travel: 0,
        slots: RangeInclusive::new(
            from.map_or(0, |from| from.value),
            until.map_or(last, |until| until.value),
        ),
    }
}

/// A whole number, or a fraction in quotes such as "-3/4".
fn fraction(value: &DeValue<'_>) -> Outcome<BigRational> {
    let words = match value {
        DeValue::Integer(number) => number.as_str(),
        DeValue::String(words) => words.as_ref(),
        _ => return Err(wrong_type(Expected::Fraction, value)),
    };
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (above, below) = words.split_once('/').unwrap_or((words, "1"));
    let is_plain = is_part(above.strip_prefix('-').unwrap_or(above)) && is_part(below);
    let parsed = words.parse().ok().filter(|_| is_plain && words.len() <= MOST_DIGITS);
    parsed.ok_or_else(|| Box::new(BadFraction { found: words.to_owned() }) as _)
}

/// A pair of city and slot.
fn turn(value: &DeValue<'_>, cities: &Names, slots: &Names) -> Outcome<Turn> {
    let pair = value.as_array().map(|entries| &entries[..]);
    let Some([city, slot]) = pair else { return Err(wrong_type(Expected::Pair, value)) };
    Ok(Turn { city: cities.find(city.get_ref())?, slot: slots.find(slot.get_ref())? })
}

fn wish(fields: &Fields<'_>, cities: &Names, slots: &Names) -> Option<WishedTurn> {
    fields.demand("slots");
    let city = fields.require("city", |value| cities.find(value));
    let wished = fields.list("slots", |value| slots.find(value));
    let weight = fields.get("weight", value::whole(0, MOST_COST)).unwrap_or(1).into();
    let slots: BTreeSet<usize> = wished.into_iter().map(|slot| slot.value).collect();
    Some(WishedTurn { city: city?.value, slots, weight })
}

/// The names of cities or slots, numbered in their order.
struct Names {
    kind: ReferenceKind,
    numbers: BTreeMap<String, (usize, Origin)>,
    count: usize,
}

impl Names {
    fn new(kind: ReferenceKind) -> Self {
        Self { kind, numbers: BTreeMap::new(), count: 0 }
    }

    /// Reads the name of the next entry and gives it a number.
    fn register(&mut self, fields: &Fields<'_>) -> Option<Line> {
        let number = self.count;
        self.count += 1;
        let name = fields.require("id", value::line)?;
        let words = name.value.to_string();
        if let Some((_, first)) = self.numbers.get(&words) {
            let problem =
                DuplicateId { kind: self.kind, id: words, members: MemberWords::default() };
            fields.report(Diagnostic::at(name.origin, problem).with(*first, Label::FirstHere));
        } else {
            self.numbers.insert(words, (number, name.origin));
        }
        Some(name.value)
    }

    fn find(&self, value: &DeValue<'_>) -> Outcome<usize> {
        let name = value::line(value)?;
        self.number(name.as_str()).map_err(|unknown| Box::new(unknown) as _)
    }

    fn number(&self, name: &str) -> Result<usize, UnknownReference> {
        let known = self.numbers.get(name).map(|(number, _)| *number);
        known.ok_or_else(|| UnknownReference {
            kind: self.kind,
            id: name.to_owned(),
            near: nearest(name, self.numbers.keys()).map(str::to_owned),
            members: MemberWords::default(),
        })
    }
}
