//! How far the accounts have ever been from nought, and a yardstick for that.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One as _, Signed as _};

use super::account::Ledger;
use super::turn::Turn;
use crate::domain::id::CityId;
use crate::domain::workspace::Workspace;

/// The account that was farthest from nought.
#[derive(Clone, Debug)]
pub struct Deviation<'a> {
    /// The town.
    pub city: CityId,
    /// What its account held, in turns.
    pub balance: BigRational,
    /// The turn after which it held that.
    pub turn: Turn<'a>,
}

/// The largest deviation after any turn: of equal ones the earliest, then the first in the
/// network's order. None if no turn counts.
pub fn largest_deviation(workspace: &Workspace) -> Option<Deviation<'_>> {
    let mut ledger = Ledger::new(workspace);
    let mut largest: Option<Deviation<'_>> = None;
    for turn in Ledger::of(workspace).turns() {
        ledger.charge(turn.clone());
        for (city, _) in workspace.numbered_cities() {
            for balance in ledger.accounts(city).iter().map(super::account::Account::balance) {
                let known = largest.as_ref().map(|known| known.balance.abs());
                if known.is_none_or(|known| balance.abs() > known) {
                    largest = Some(Deviation { city, balance, turn: turn.clone() });
                }
            }
        }
    }
    largest
}

/// The deviation that the best order of turns never exceeds, whatever the shares: 1 − 1/(2n − 2)
/// turns for n ≥ 2 members (R. Tijdeman, *The chairman assignment problem*, Discrete Mathematics
/// 32, 1980).
pub fn yardstick(members: usize) -> Option<BigRational> {
    let others = members.checked_sub(1).filter(|others| *others > 0)?;
    let part = BigRational::new(BigInt::one(), BigInt::from(2 * others));
    Some(BigRational::one() - part)
}

#[cfg(test)]
mod tests {
    use super::{largest_deviation, yardstick};
    use crate::example::{Example, real_network};

    #[test]
    fn the_yardstick_is_tijdemans() {
        let words = |members| yardstick(members).map(|bound| bound.to_string());
        let expected = [None, None, Some("1/2".to_owned()), Some("3/4".to_owned())];
        assert_eq!([0, 1, 2, 3].map(words), expected);
        assert_eq!(words(9).as_deref(), Some("15/16"));
    }

    #[test]
    fn the_largest_deviation_is_the_earliest_of_equal_ones() {
        let example = real_network();
        let largest = largest_deviation(&example.workspace).unwrap();
        // A host of the first meeting is ahead by all but its own part of nine.
        assert_eq!((largest.city.0, largest.balance.to_string().as_str()), (2, "-8/9"));
        assert_eq!(largest.turn.date.to_string(), "2023-08-01");
        assert!(largest_deviation(&Example::new(&["a", "b"]).workspace).is_none());
    }
}
