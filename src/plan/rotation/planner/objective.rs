//! What a plan comes to, level by level.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_rational::BigRational;

use super::Accounts;
use super::gap::{self, Shortfall};
use crate::domain::assignment_problem::AssignmentProblem;

/// The gap and the five levels, from the most important down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// How often turns of one city lie too close; the less the better.
    pub gaps: Shortfall,
    /// The sum of squared accounts over all slots and cities, members or not; the less the better.
    pub fairness: BigRational,
    /// The weight of the wishes that come true; the more the better.
    pub wishes: BigUint,
    /// Days waited, the more the earlier each city's first turn is; the more the better.
    pub waiting: BigUint,
    /// The travel costs; the less the better.
    pub travel: BigUint,
    /// The ranks, the more the earlier high ones are; the less the better.
    pub order: BigUint,
}

impl Objective {
    /// Which of two is better (`Less`: this one).
    pub fn compare(&self, other: &Self) -> Ordering {
        let Self { gaps, fairness, wishes, waiting, travel, order } = self;
        (gaps.cmp(&other.gaps))
            .then_with(|| fairness.cmp(&other.fairness))
            .then_with(|| other.wishes.cmp(wishes))
            .then_with(|| other.waiting.cmp(waiting))
            .then_with(|| travel.cmp(&other.travel))
            .then_with(|| order.cmp(&other.order))
    }

    /// What `hosts` come to, if `accounts` are those after they paid.
    pub(super) fn of(problem: &AssignmentProblem, hosts: &[usize], accounts: &Accounts) -> Self {
        let turns = || hosts.iter().copied().enumerate();
        let number = |number: u64| BigUint::from(number);
        let first = |slot: usize| !hosts[..slot].contains(&hosts[slot]);
        let wishes = problem.wishes.iter().map(|wish| {
            let turns =
                turns().filter(|(slot, host)| *host == wish.city && wish.slots.contains(slot));
            number(wish.weight) * turns.count()
        });
        let waiting = turns().filter(|(slot, _)| first(*slot));
        let waiting =
            waiting.map(|(slot, host)| number(problem.cities[host].wait) * problem.remaining(slot));
        let order = turns().map(|(slot, host)| BigUint::from(host) * problem.remaining(slot));
        Self {
            gaps: gap::sum(&gap::close(problem, hosts)),
            fairness: accounts.squares(),
            wishes: wishes.sum(),
            waiting: waiting.sum(),
            travel: turns().map(|(_, host)| number(problem.cities[host].travel)).sum(),
            order: order.sum(),
        }
    }
}
