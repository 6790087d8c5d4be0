//! What each turn of a city costs at each slot, on all five levels at once.

use std::ops::{AddAssign, SubAssign};

use num_bigint::BigInt;
use num_traits::{NumAssignRef, Signed as _, ToPrimitive as _};

use super::Accounts;
use super::assignment::assign;
use super::conflict::obstacle;
use crate::domain::problem::{Problem, Turn};

/// What is compared: fairness, and where that is equal the four other levels as one number.
///
/// Costs are added and compared, nothing else. So the two numbers can stay side by side, and fit
/// into machine words twice as often as they would as one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost<N> {
    pub(super) fairness: N,
    pub(super) rest: N,
}

/// The costs of all turns; those of a city grow with its turns, by the same step for each.
#[derive(Debug)]
pub(super) struct Costs<N> {
    /// For each slot, for each city, what any turn costs but for the step; none if it cannot host.
    turns: Vec<Vec<Option<Cost<N>>>>,
    /// For each slot how much fairer each turn is than the one after it.
    steps: Vec<N>,
    /// For each slot, for each city, what its first turn costs beside.
    first: Vec<Vec<N>>,
}

impl<N: NumAssignRef + Clone + From<u32>> Costs<N> {
    /// How many slots and cities there are.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.turns.len(), self.turns.first().map_or(0, Vec::len))
    }

    /// What it costs if `slot` is the city's turn `number`, from 0; none if it cannot be.
    pub(super) fn of(&self, slot: usize, city: usize, number: u32) -> Option<Cost<N>> {
        let mut cost = self.turns[slot][city].clone()?;
        if number == 0 {
            cost.rest += &self.first[slot][city];
        } else {
            let mut step = N::from(number);
            step *= &self.steps[slot];
            cost.fairness += step;
        }
        Some(cost)
    }
}

impl Costs<BigInt> {
    /// The costs of `problem`; `accounts` are those without hosts.
    pub(super) fn new(problem: &Problem, accounts: &Accounts) -> Self {
        let weights = Weights::new(problem);
        let cities = problem.cities.len();
        let mut wishes = vec![vec![BigInt::ZERO; cities]; problem.slots];
        for wish in &problem.wishes {
            for &slot in &wish.slots {
                wishes[slot][wish.city] += wish.weight;
            }
        }
        let mut pins = vec![None; problem.slots];
        for pin in &problem.pins {
            pins[pin.slot] = Some(pin.city);
        }
        // From the last slot back: what the accounts add up to from a slot to the end.
        let mut sums = vec![BigInt::ZERO; cities];
        let mut costs = Self { turns: Vec::new(), steps: Vec::new(), first: Vec::new() };
        for slot in (0..problem.slots).rev() {
            let remaining = problem.remaining(slot);
            let turns = &accounts.turn * remaining;
            for (sum, account) in sums.iter_mut().zip(&accounts.after[slot]) {
                *sum += account;
            }
            let turn = |city: usize| {
                let fairness = || &turns - 2 * &sums[city];
                let rest = || {
                    &weights.travel * problem.cities[city].travel + BigInt::from(city) * remaining
                        - &weights.wishes * &wishes[slot][city]
                };
                let cost = || Cost { fairness: fairness(), rest: rest() };
                let is_pinned = pins[slot].is_none_or(|pinned| pinned == city);
                (is_pinned && obstacle(problem, Turn { city, slot }).is_none()).then(cost)
            };
            let first = |city: usize| -(&weights.waiting * problem.cities[city].wait * remaining);
            costs.turns.push((0..cities).map(turn).collect());
            costs.first.push((0..cities).map(first).collect());
            costs.steps.push(2 * turns);
        }
        costs.turns.reverse();
        costs.first.reverse();
        costs.steps.reverse();
        costs
    }

    /// The hosts that cost least.
    pub(super) fn cheapest(&self) -> Vec<usize> {
        match self.in_machine_words() {
            Some(costs) => assign(&costs),
            None => assign(self),
        }
    }

    /// The same costs as numbers of 128 bits, if no sum of them can overflow on the way.
    ///
    /// The way to a slot adds and takes away at most one cost for each slot, and the potentials are
    /// lengths of such ways: eight times the slots and the largest cost are enough for all that.
    fn in_machine_words(&self) -> Option<Costs<i128>> {
        let slots = self.turns.len();
        let largest = |numbers: &mut dyn Iterator<Item = &BigInt>| {
            numbers.map(BigInt::abs).max().unwrap_or_default()
        };
        let costs = || self.turns.iter().flatten().flatten();
        let steps = largest(&mut self.steps.iter()) * slots;
        let fairness = largest(&mut costs().map(|cost| &cost.fairness)) + steps;
        let first = largest(&mut self.first.iter().flatten());
        let rest = largest(&mut costs().map(|cost| &cost.rest)) + first;
        let fits = |number: BigInt| (number * (8 * (slots + 1))).to_i128().is_some();
        if !fits(fairness) || !fits(rest) {
            return None;
        }
        let word = |number: &BigInt| number.to_i128().unwrap_or_default();
        let cost =
            |cost: &Cost<BigInt>| Cost { fairness: word(&cost.fairness), rest: word(&cost.rest) };
        let turns = |slot: &Vec<Option<Cost<BigInt>>>| {
            slot.iter().map(|turn| turn.as_ref().map(cost)).collect()
        };
        Some(Costs {
            turns: self.turns.iter().map(turns).collect(),
            steps: self.steps.iter().map(word).collect(),
            first: self.first.iter().map(|slot| slot.iter().map(word).collect()).collect(),
        })
    }
}

/// What one unit of a level weighs, so that no sum of the levels below it makes up for it.
struct Weights {
    wishes: BigInt,
    waiting: BigInt,
    travel: BigInt,
}

impl Weights {
    fn new(problem: &Problem) -> Self {
        let slots: u64 = (0..problem.slots).map(|slot| u64::from(problem.remaining(slot))).sum();
        let slots = BigInt::from(slots);
        let cities = || problem.cities.iter();
        let most_order = &slots * problem.cities.len();
        let most_travel =
            BigInt::from(cities().map(|city| city.travel).max().unwrap_or(0)) * problem.slots;
        let most_waiting = &slots * cities().map(|city| city.wait).max().unwrap_or(0);
        let travel = most_order + 1;
        let waiting = &travel * (most_travel + 1);
        let wishes = &waiting * (most_waiting + 1);
        Self { wishes, waiting, travel }
    }
}

impl<N: NumAssignRef> AddAssign<&Self> for Cost<N> {
    fn add_assign(&mut self, other: &Self) {
        self.fairness += &other.fairness;
        self.rest += &other.rest;
    }
}

impl<N: NumAssignRef> SubAssign<&Self> for Cost<N> {
    fn sub_assign(&mut self, other: &Self) {
        self.fairness -= &other.fairness;
        self.rest -= &other.rest;
    }
}
