//! Turns to be given away, as plain values: what the planner is asked.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use num_rational::BigRational;

use super::line::Line;
use crate::source::Origin;

/// Slots that want hosts, and all that decides on them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssignmentProblem {
    /// The cities, in the order of their ranks: the first is the one after the last host.
    pub cities: Vec<Member>,
    /// How many slots there are; they are numbered from 0.
    pub slots: usize,
    /// Who cannot host when.
    pub forbidden: BTreeSet<Turn>,
    /// Who hosts in any case.
    pub pins: Vec<Turn>,
    /// Who would like to host when.
    pub wishes: Vec<WishedTurn>,
    /// How many turns at least are to lie between two of one city; 0 sets no bound.
    pub min_gap: usize,
    /// The place of each slot among all turns by date, from 0; none if there are no others.
    pub places: Vec<usize>,
    /// The turns that are given away already.
    pub given: Vec<GivenTurn>,
}

impl AssignmentProblem {
    /// The place of a slot among all turns, by date.
    pub fn place(&self, slot: usize) -> usize {
        self.places.get(slot).copied().unwrap_or(slot)
    }
}

/// A turn of a city that is no slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenTurn {
    /// The number of the city.
    pub city: usize,
    /// Its place among all turns, by date.
    pub place: usize,
}

/// A city during one membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// How much of the hosting is its part; at least 1.
    pub share: u32,
    /// Its account before the first slot, in turns.
    pub account: BigRational,
    /// Days waited at the first slot.
    pub wait: u64,
    /// What a turn of its costs in travel, in whatever unit.
    pub travel: u64,
    /// The slots in which it is a member: only there it earns its part and may host.
    pub slots: RangeInclusive<usize>,
}

/// A city in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    /// The number of the city.
    pub city: usize,
    /// The number of the slot.
    pub slot: usize,
}

/// A city's wish for some slots: each of its turns in one of them earns the weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WishedTurn {
    /// The number of the city.
    pub city: usize,
    /// The numbers of the slots.
    pub slots: BTreeSet<usize>,
    /// How much it weighs.
    pub weight: u64,
}

/// A problem with the names and places of its file.
#[derive(Clone, Debug)]
pub struct NamedProblem {
    /// The problem.
    pub problem: AssignmentProblem,
    /// The names of its cities.
    pub cities: Vec<Line>,
    /// Its slots.
    pub slots: Vec<NamedSlot>,
    /// Where the file says so.
    pub places: Places,
}

/// A slot as its file names it.
#[derive(Clone, Debug)]
pub struct NamedSlot {
    /// The name.
    pub id: Line,
    /// The day, if it is known.
    pub date: Option<NaiveDate>,
}

/// Where a file says what a plan can clash with.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// For each city the slot it is a member from.
    pub from: Vec<Option<Origin>>,
    /// For each city the slot it is a member until.
    pub until: Vec<Option<Origin>>,
    /// Who cannot host when.
    pub forbidden: BTreeMap<Turn, Origin>,
    /// Who hosts in any case, in the order of the problem's pins.
    pub pins: Vec<Origin>,
}
