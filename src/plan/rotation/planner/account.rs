//! Accounts slot by slot, as whole numbers over one denominator.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_rational::BigRational;

use crate::domain::assignment_problem::AssignmentProblem;

/// The accounts of all cities after each slot, in turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounts {
    /// What one turn is.
    pub(super) turn: BigInt,
    /// For each slot, for each city.
    pub(super) after: Vec<Vec<BigInt>>,
}

impl Accounts {
    /// The accounts as they would be if nobody ever paid for a turn.
    pub(super) fn without_hosts(problem: &AssignmentProblem) -> Self {
        let cities = &problem.cities;
        // All shares of the members of a slot together.
        let shares: Vec<u64> = (0..problem.slots)
            .map(|slot| {
                let members = cities.iter().filter(|city| city.slots.contains(&slot));
                members.map(|city| u64::from(city.share)).sum()
            })
            .collect();
        let mut turn = BigInt::from(1);
        for city in cities {
            turn = turn.lcm(city.account.denom());
        }
        for &shares in shares.iter().filter(|shares| **shares > 0) {
            turn = turn.lcm(&shares.into());
        }
        let scaled = |account: &BigRational| account.numer() * (&turn / account.denom());
        let mut now: Vec<BigInt> = cities.iter().map(|city| scaled(&city.account)).collect();
        let after = (0..problem.slots).map(|slot| {
            let share = if shares[slot] > 0 { &turn / shares[slot] } else { 0.into() };
            for (account, city) in now.iter_mut().zip(cities) {
                if city.slots.contains(&slot) {
                    *account += &share * city.share;
                }
            }
            now.clone()
        });
        let after = after.collect();
        Self { turn, after }
    }

    /// Lets the hosts pay, slot by slot.
    pub(super) fn charge(&mut self, hosts: &[usize]) {
        let mut paid = vec![BigInt::ZERO; self.after.first().map_or(0, Vec::len)];
        for (accounts, &host) in self.after.iter_mut().zip(hosts) {
            paid[host] += &self.turn;
            for (account, paid) in accounts.iter_mut().zip(&paid) {
                *account -= paid;
            }
        }
    }

    /// The account of `city` after `slot`.
    pub fn after(&self, slot: usize, city: usize) -> BigRational {
        BigRational::new(self.after[slot][city].clone(), self.turn.clone())
    }

    /// The sum of all squared accounts.
    pub(super) fn squares(&self) -> BigRational {
        let squares: BigInt = self.after.iter().flatten().map(|account| account * account).sum();
        BigRational::new(squares, &self.turn * &self.turn)
    }
}
