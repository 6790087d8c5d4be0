//! Looking ahead: hosts for many slots at once, as the exact optimum of five levels.
//!
//! The levels are, each only among what all before it leave equal,
//!
//! 1. fairness: the sum over slots and cities of squared accounts after the slot, least;
//! 2. wishes: the weight of the wishes that come true, greatest;
//! 3. waiting: `wait · (T − t + 1)` over each city's first turn at slot t of 1 to T, greatest;
//! 4. travel: the cities' travel costs over all turns, least;
//! 5. order: `rank · (T − t + 1)` over all turns, least.
//!
//! # Why this is an assignment
//!
//! Let `R(s)` be the account a city would have after slot s if it never hosted, and `n(s)` its turns
//! up to there. Then `Σ (R(s) − n(s))²` is the constant `Σ R(s)²` plus, for its k-th turn at slot t,
//! `Σ (2k − 1 − 2R(s))` over s from t to T: each pair of a turn (city, k) and a slot has a cost of
//! its own, whatever happens elsewhere. So has each lower level; only "first turn" asks for k, and
//! k = 1 is the first one, because an optimum takes a city's turns in order and without gaps:
//!
//! - If a later slot has the lower turn, exchanging the two lowers the cost by 2 for each slot from
//!   the one to the other and each turn between them. Whether a city may host a slot does not
//!   depend on k, so the exchange is always allowed.
//! - If turn k + 1 is taken and turn k is not, taking k instead lowers the cost by 2 for each slot
//!   that is left.
//!
//! Both lower the first level strictly, so they hold for every optimum of it, and the lower levels
//! choose among these alone. (Kubiak and Sethi, *A note on level schedules for mixed-model assembly
//! lines*, Management Science 37, 1991; there without carried accounts, absences and ties.)

use ethnum::I256;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive as _;

use self::cost::{Costs, Number, wide};
use self::search::Found;
use crate::domain::assignment_problem::AssignmentProblem;

mod account;
mod assignment;
mod conflict;
mod cost;
mod gap;
mod objective;
mod search;
#[cfg(test)]
mod tests;

pub use account::Accounts;
pub use conflict::{Conflict, ConflictFact};
pub use gap::{Close, Shortfall, close, wanted};
pub use objective::Objective;

/// An optimum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The number of the city that hosts, slot by slot.
    pub hosts: Vec<usize>,
    /// What it comes to.
    pub objective: Objective,
    /// The accounts after each slot.
    pub accounts: Accounts,
    /// What is not known of it, where the search for a better one was given up.
    pub unproven: Option<Unproven>,
}

/// How much better than a plan any other can be at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unproven {
    /// The gaps that any plan breaks at least.
    pub shortfall: Shortfall,
    /// By how much the first level could be less, if they are as many as the plan's.
    pub fairer: BigRational,
}

/// The best plan there is; the same for the same problem, also where several are equally good.
///
/// # Errors
/// If a slot can have no host: for each such slot the facts that together forbid it.
pub fn plan(problem: &AssignmentProblem) -> Result<Plan, Vec<Conflict>> {
    let conflicts = conflict::conflicts(problem);
    if !conflicts.is_empty() {
        return Err(conflicts);
    }
    let mut accounts = Accounts::without_hosts(problem);
    let (hosts, bound) = hosts(problem, &Costs::new(problem, &accounts));
    let unit = &accounts.turn * &accounts.turn;
    let unproven = bound.map(|(shortfall, fairer)| {
        // The costs are squares of accounts, but for what is the same for all plans.
        Unproven { shortfall, fairer: BigRational::new(fairer * &accounts.turn, unit) }
    });
    accounts.charge(&hosts);
    let objective = Objective::of(problem, &hosts, &accounts);
    Ok(Plan { hosts, objective, accounts, unproven })
}

/// The best hosts, counted with the smallest numbers that hold all sums.
fn hosts(
    problem: &AssignmentProblem,
    costs: &Costs<BigInt>,
) -> (Vec<usize>, Option<(Shortfall, BigInt)>) {
    fn plain<N: Number>(found: Found<N>) -> (Vec<usize>, Option<(Shortfall, BigInt)>) {
        (found.hosts, found.bound.map(|(shortfall, fairer)| (shortfall, fairer.big())))
    }
    let bits = costs.bits();
    if bits < u64::from(i128::BITS) {
        let costs = costs.map(|number| number.to_i128().unwrap_or_default());
        plain(search::best(problem, costs))
    } else if bits < u64::from(I256::BITS) {
        plain(search::best(problem, costs.map(wide)))
    } else {
        plain(search::best(problem, costs.map(BigInt::clone)))
    }
}

impl AssignmentProblem {
    /// What a slot weighs that is counted from it to the end: T − t + 1 for t from 1.
    fn remaining(&self, slot: usize) -> u32 {
        u32::try_from(self.slots - slot).unwrap_or(u32::MAX)
    }
}
