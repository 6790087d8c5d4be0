//! What each turn of a city costs at each slot, on all five levels at once.

use std::ops::{AddAssign, MulAssign, SubAssign};

use ethnum::I256;
use num_bigint::BigInt;
use num_traits::Signed as _;

use super::Accounts;
use super::conflict::obstacle;
use crate::domain::assignment_problem::{AssignmentProblem, Turn};

/// A whole number that costs are counted with.
pub(super) trait Number:
    Clone
    + Default
    + Ord
    + From<u32>
    + for<'a> AddAssign<&'a Self>
    + for<'a> SubAssign<&'a Self>
    + for<'a> MulAssign<&'a Self>
{
    /// How many steps of a search with such numbers are about two seconds' work.
    const STEPS: usize;

    /// The same without a bound.
    fn big(&self) -> BigInt;
}

impl Number for i128 {
    const STEPS: usize = 100_000_000;

    fn big(&self) -> BigInt {
        (*self).into()
    }
}

impl Number for I256 {
    const STEPS: usize = 100_000_000;

    fn big(&self) -> BigInt {
        let (high, low) = self.into_words();
        (BigInt::from(high) << 128) + BigInt::from(low.cast_unsigned())
    }
}

impl Number for BigInt {
    const STEPS: usize = 4_000_000;

    fn big(&self) -> BigInt {
        self.clone()
    }
}

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
    pub(super) turns: Vec<Vec<Option<Cost<N>>>>,
    /// For each slot how much fairer each turn is than the one after it.
    steps: Vec<N>,
    /// For each slot, for each city, what its first turn costs beside.
    first: Vec<Vec<N>>,
}

impl<N: Number> Costs<N> {
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
            cost.fairness += &step;
        }
        Some(cost)
    }

    /// Whether every slot has a city that can host it.
    pub(super) fn is_possible(&self) -> bool {
        self.turns.iter().all(|slot| slot.iter().any(Option::is_some))
    }

    /// What all turns of `hosts` cost together.
    pub(super) fn total(&self, hosts: &[usize]) -> Cost<N> {
        let mut numbers = vec![0; self.size().1];
        let mut total = Cost::default();
        for (slot, &city) in hosts.iter().enumerate() {
            if let Some(cost) = self.of(slot, city, numbers[city]) {
                total += &cost;
            }
            numbers[city] += 1;
        }
        total
    }
}

impl Costs<BigInt> {
    /// The costs of `problem`; `accounts` are those without hosts.
    pub(super) fn new(problem: &AssignmentProblem, accounts: &Accounts) -> Self {
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

    /// How many bits without its sign the largest sum has that can come up on the way.
    ///
    /// The way to a slot adds and takes away at most one cost for each slot, and the potentials are
    /// lengths of such ways: eight times the slots and the largest cost are enough for all that.
    pub(super) fn bits(&self) -> u64 {
        let largest = |numbers: &mut dyn Iterator<Item = &BigInt>| {
            numbers.map(BigInt::abs).max().unwrap_or_default()
        };
        let slots = self.turns.len();
        let costs = || self.turns.iter().flatten().flatten();
        let steps = largest(&mut self.steps.iter()) * slots;
        let fairness = largest(&mut costs().map(|cost| &cost.fairness)) + steps;
        let first = largest(&mut self.first.iter().flatten());
        let rest = largest(&mut costs().map(|cost| &cost.rest)) + first;
        (fairness.max(rest) * (8 * (slots + 1))).bits() + 1
    }

    /// The same costs as other numbers, which must be large enough.
    pub(super) fn map<N>(&self, number: impl Fn(&BigInt) -> N) -> Costs<N> {
        let cost = |cost: &Cost<BigInt>| Cost {
            fairness: number(&cost.fairness),
            rest: number(&cost.rest),
        };
        let turns = |slot: &Vec<Option<Cost<BigInt>>>| {
            slot.iter().map(|turn| turn.as_ref().map(cost)).collect()
        };
        Costs {
            turns: self.turns.iter().map(turns).collect(),
            steps: self.steps.iter().map(&number).collect(),
            first: self.first.iter().map(|slot| slot.iter().map(&number).collect()).collect(),
        }
    }
}

/// A number of less than 256 bits.
pub(super) fn wide(number: &BigInt) -> I256 {
    let digits = number.magnitude().iter_u64_digits().rev();
    let magnitude = digits.fold(I256::ZERO, |high, low| (high << 64u32) | I256::from(low));
    if number.is_negative() { -magnitude } else { magnitude }
}

/// What one unit of a level weighs, so that no sum of the levels below it makes up for it.
struct Weights {
    wishes: BigInt,
    waiting: BigInt,
    travel: BigInt,
}

impl Weights {
    fn new(problem: &AssignmentProblem) -> Self {
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

impl<N: Number> AddAssign<&Self> for Cost<N> {
    fn add_assign(&mut self, other: &Self) {
        self.fairness += &other.fairness;
        self.rest += &other.rest;
    }
}

impl<N: Number> SubAssign<&Self> for Cost<N> {
    fn sub_assign(&mut self, other: &Self) {
        self.fairness -= &other.fairness;
        self.rest -= &other.rest;
    }
}
