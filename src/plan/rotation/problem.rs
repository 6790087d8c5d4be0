//! The workspace as a problem for the planner: who could host the coming turns, and what is wanted.

use std::collections::{BTreeMap, BTreeSet};

use super::account::Ledger;
use super::next_host::last_turn;
use super::row::in_order;
use super::slot::{HostQuestion, Slot};
use super::standing::{Hindrance, hindrances, waiting, ways};
use super::turn::{self, joined};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rotation::NoMember;
use crate::domain::assignment_problem::{AssignmentProblem, GivenTurn, Member, Turn, WishedTurn};
use crate::domain::city;
use crate::domain::id::CityId;
use crate::domain::workspace::Workspace;

/// Coming turns, and the problem to give them away.
#[derive(Clone, Debug)]
pub struct Horizon<'a> {
    /// The network.
    pub workspace: &'a Workspace,
    /// What was asked.
    pub question: HostQuestion,
    /// All turns that have hosts.
    pub ledger: Ledger<'a>,
    /// The turns that are to be given away, by date.
    pub slots: Vec<Slot<'a>>,
    /// The problem; its slots are these.
    pub problem: AssignmentProblem,
    /// The towns that its cities stand for; one that leaves and joins again stands for two.
    pub cities: Vec<CityId>,
    /// What its wishes are taken from.
    pub wishes: Vec<&'a city::Wish>,
    /// Why pairs are forbidden.
    pub hindrances: BTreeMap<Turn, Vec<Hindrance<'a>>>,
}

impl<'a> Horizon<'a> {
    /// The problem to give `slots` away. `slots` are in the order of their dates, at least one.
    ///
    /// All turns that have hosts are charged before, be they earlier or later. Accounts of
    /// memberships without any slot would add a constant and are left out.
    ///
    /// # Errors
    /// If nobody is a member on the day of a slot: for each such slot.
    pub fn new(
        workspace: &'a Workspace,
        ledger: Ledger<'a>,
        slots: Vec<Slot<'a>>,
        question: HostQuestion,
    ) -> Result<Self, Vec<Diagnostic>> {
        let problem = AssignmentProblem { slots: slots.len(), ..AssignmentProblem::default() };
        let (cities, wishes, hindrances) = (Vec::new(), Vec::new(), BTreeMap::new());
        let mut horizon =
            Self { workspace, question, ledger, slots, problem, cities, wishes, hindrances };
        horizon.take_members();
        horizon.take_hindrances();
        horizon.take_wishes();
        horizon.take_row();
        let problem = &horizon.problem;
        let is_empty = |slot: &usize| !problem.cities.iter().any(|city| city.slots.contains(slot));
        let empty = (0..problem.slots).filter(is_empty);
        let members = || workspace.network.members.clone();
        let no_member = |slot: usize| {
            Diagnostic::new(NoMember { date: horizon.slots[slot].date(), members: members() })
        };
        let findings: Vec<Diagnostic> = empty.map(no_member).collect();
        if findings.is_empty() { Ok(horizon) } else { Err(findings) }
    }

    /// The city of the problem that stands for `town` in `slot`, if it is a member then.
    pub fn city(&self, town: CityId, slot: usize) -> Option<usize> {
        let stands = |city: &usize| {
            self.cities[*city] == town && self.problem.cities[*city].slots.contains(&slot)
        };
        (0..self.cities.len()).find(stands)
    }

    /// A member for each unbroken row of slots in one membership, beginning after the last host.
    fn take_members(&mut self) {
        let Some(first) = self.slots.first().map(Slot::date) else { return };
        let last_host = last_turn(self.workspace, &self.ledger, first);
        let towns = self.workspace.cities.len();
        let begin = last_host.map_or(0, |(_, host)| host.0 + 1);
        for town in (0..towns).map(|rank| CityId((begin + rank) % towns)) {
            let membership = &self.workspace.city(town).membership;
            let mut slot = 0;
            while slot < self.slots.len() {
                let date = self.slots[slot].date();
                let start = slot;
                let is_same = |other: &Slot<'_>| {
                    membership.covers(other.date())
                        && joined(membership, other.date()) == joined(membership, date)
                };
                slot += self.slots[start..].iter().take_while(|other| is_same(other)).count();
                if slot == start {
                    slot += 1;
                    continue;
                }
                let account = self.ledger.account(town, date);
                self.cities.push(town);
                self.problem.cities.push(Member {
                    share: self.workspace.city(town).share,
                    wait: waiting(&account, &self.ledger, first).days,
                    account: account.balance(),
                    travel: 0,
                    slots: start..=slot - 1,
                });
            }
        }
        if self.workspace.network.travel {
            self.take_travel();
        }
    }

    /// The ways at the first slot. A town whose place is not known stands behind all others.
    fn take_travel(&mut self) {
        let Some(first) = self.slots.first().map(Slot::date) else { return };
        let ways: Vec<Option<u64>> =
            self.cities.iter().map(|town| ways(self.workspace, *town, first)).collect();
        let longest = ways.iter().flatten().max().map_or(0, |longest| longest + 1);
        for (city, ways) in self.problem.cities.iter_mut().zip(ways) {
            city.travel = ways.unwrap_or(longest);
        }
    }

    fn take_hindrances(&mut self) {
        let mut charged: Vec<_> = self.ledger.turns().iter().map(|turn| turn.date).collect();
        for (slot, days) in self.slots.iter().map(|slot| &slot.days).enumerate() {
            for (city, town) in self.cities.iter().enumerate() {
                let found = hindrances(self.workspace, &charged, *town, days);
                if !found.is_empty() && self.problem.cities[city].slots.contains(&slot) {
                    self.problem.forbidden.insert(Turn { city, slot });
                    self.hindrances.insert(Turn { city, slot }, found);
                }
            }
            charged.push(*days.start());
        }
    }

    /// Where the slots lie among the turns that have hosts: one of these on the same day comes first.
    fn take_row(&mut self) {
        let turns = in_order(&self.ledger);
        let is_before = |slot: &Slot<'_>, turn: &turn::Turn<'_>| turn.date <= slot.date();
        let before = |slot| turns.partition_point(|turn| is_before(slot, turn));
        let places = self.slots.iter().enumerate().map(|(number, slot)| number + before(slot));
        let places = places.collect();
        for (number, turn) in turns.iter().enumerate() {
            let slots = self.slots.partition_point(|slot| !is_before(slot, turn));
            let hosts = |town: &CityId| turn.hosts.contains(town);
            let cities = (0..self.cities.len()).filter(|city| hosts(&self.cities[*city]));
            let given = cities.map(|city| GivenTurn { city, place: number + slots });
            self.problem.given.extend(given);
        }
        self.problem.places = places;
        let wanted = self.workspace.network.min_gap.value;
        self.problem.min_gap = usize::try_from(wanted).unwrap_or(usize::MAX);
    }

    fn take_wishes(&mut self) {
        for (city, town) in self.cities.iter().enumerate() {
            for wish in &self.workspace.city(*town).wishes {
                let member = &self.problem.cities[city].slots;
                let fits = |slot: &usize| wish.days.contains(self.slots[*slot].date());
                let slots: BTreeSet<usize> = member.clone().filter(fits).collect();
                if !slots.is_empty() {
                    self.problem.wishes.push(WishedTurn {
                        city,
                        slots,
                        weight: wish.weight.into(),
                    });
                    self.wishes.push(wish);
                }
            }
        }
    }
}
