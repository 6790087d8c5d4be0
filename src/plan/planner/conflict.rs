//! Why there is no plan.

use crate::domain::problem::{Problem, Turn};

/// Facts that together leave a slot without a host; without any one of them it could have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The number of the slot.
    pub slot: usize,
    /// The facts; none only if there are no cities at all.
    pub facts: Vec<Fact>,
}

/// A single thing that keeps cities from a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// This one hosts in any case, so nobody else does.
    Pin(Turn),
    /// This one cannot host.
    Forbidden(Turn),
    /// The city is a member only from a later slot on.
    NotYetMember(Turn),
    /// The city was a member only up to an earlier slot.
    NoLongerMember(Turn),
}

/// The conflict of each slot that has one.
///
/// A city may host any number of slots, so slots do not compete: a plan exists if each slot alone
/// can have a host. What keeps a slot from having one is irreducible by its making: one fact
/// against each city, without which just that city could host; or else two pins, of which either
/// alone would do; or a pin and one fact against its city, while another city could host.
pub(super) fn conflicts(problem: &Problem) -> Vec<Conflict> {
    let cities = 0..problem.cities.len();
    let facts = |slot| {
        let against = |city| obstacle(problem, Turn { city, slot });
        if let Some(facts) = cities.clone().map(against).collect() {
            return Some(facts);
        }
        let mut pins = problem.pins.iter().filter(|pin| pin.slot == slot);
        let &pin = pins.next()?;
        let other = pins.find(|other| other.city != pin.city);
        let contrary = other.map_or_else(|| against(pin.city), |&other| Some(Fact::Pin(other)))?;
        Some(vec![Fact::Pin(pin), contrary])
    };
    let conflict = |slot| Some(Conflict { slot, facts: facts(slot)? });
    (0..problem.slots).filter_map(conflict).collect()
}

/// What keeps a city from a slot, whatever the others do.
pub(super) fn obstacle(problem: &Problem, turn: Turn) -> Option<Fact> {
    let member = &problem.cities[turn.city].slots;
    if turn.slot < *member.start() {
        Some(Fact::NotYetMember(turn))
    } else if turn.slot > *member.end() {
        Some(Fact::NoLongerMember(turn))
    } else {
        problem.forbidden.contains(&turn).then_some(Fact::Forbidden(turn))
    }
}
