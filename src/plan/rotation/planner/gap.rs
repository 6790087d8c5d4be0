//! Turns of one city that lie too close to each other.

use crate::domain::assignment_problem::AssignmentProblem;

/// How far turns fall short of the gap that is wanted; the less the better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shortfall {
    /// How often two turns of one city that follow each other lie too close.
    pub broken: usize,
    /// How many turns more would have to lie between them, all together.
    pub missing: usize,
}

impl Shortfall {
    /// What two turns of one city fall short by if so many turns lie between them.
    pub fn between(between: usize, min_gap: usize) -> Self {
        let missing = min_gap.saturating_sub(between);
        Self { broken: usize::from(missing > 0), missing }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { broken: self.broken + other.broken, missing: self.missing + other.missing }
    }
}

/// Two turns of a city with too few others between them, of which at least one is a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Close {
    /// The number of the city.
    pub city: usize,
    /// The slot of the earlier turn; none if it was given away before.
    pub first: Option<usize>,
    /// The same of the later one.
    pub second: Option<usize>,
    /// By how much.
    pub shortfall: Shortfall,
}

/// The gap that can be wanted: where so few are members, all others lie between two turns of one.
pub fn wanted(problem: &AssignmentProblem) -> usize {
    if problem.min_gap == 0 {
        return 0;
    }
    let cities = &problem.cities;
    let members = |slot| cities.iter().filter(|city| city.slots.contains(&slot)).count();
    let most = (0..problem.slots).map(members).max().unwrap_or(0);
    problem.min_gap.min(most.saturating_sub(1))
}

/// Where `hosts` have turns that lie too close, by the later turn.
pub fn close(problem: &AssignmentProblem, hosts: &[usize]) -> Vec<Close> {
    let min_gap = wanted(problem);
    if min_gap == 0 {
        return Vec::new();
    }
    let given = problem.given.iter().map(|turn| (turn.city, turn.place, None));
    let slots = hosts.iter().enumerate();
    let slots = slots.map(|(slot, host)| (*host, problem.place(slot), Some(slot)));
    let mut turns: Vec<(usize, usize, Option<usize>)> = given.chain(slots).collect();
    turns.sort_unstable();
    let pairs =
        turns.array_windows().filter_map(|&[(city, place, first), (other, later, second)]| {
            if city != other || first.or(second).is_none() {
                return None;
            }
            let shortfall = Shortfall::between((later - place).saturating_sub(1), min_gap);
            (shortfall.broken > 0).then_some((later, city, first, second, shortfall))
        });
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_unstable();
    let close = |(_, city, first, second, shortfall)| Close { city, first, second, shortfall };
    pairs.into_iter().map(close).collect()
}

/// What all of them come to.
pub(super) fn sum(close: &[Close]) -> Shortfall {
    close.iter().map(|close| close.shortfall).fold(Shortfall::default(), Shortfall::and)
}
