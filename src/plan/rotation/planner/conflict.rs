//! Why there is no plan.

use chrono::NaiveDate;

use crate::diagnostic::plan::{NoPlan, Obstacle};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::assignment_problem::{AssignmentProblem, NamedProblem, Turn};
use crate::source::Origin;

/// Facts that together leave a slot without a host; without any one of them it could have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The number of the slot.
    pub slot: usize,
    /// The facts; none only if there are no cities at all.
    pub facts: Vec<ConflictFact>,
}

/// A single thing that keeps cities from a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictFact {
    /// This one hosts in any case, so nobody else does.
    Pin(Turn),
    /// This one cannot host.
    Forbidden(Turn),
    /// The city is a member only from a later slot on.
    NotYetMember(Turn),
    /// The city was a member only up to an earlier slot.
    NoLongerMember(Turn),
}

impl ConflictFact {
    /// The city and the slot it is about.
    pub fn turn(self) -> Turn {
        match self {
            Self::Pin(turn)
            | Self::Forbidden(turn)
            | Self::NotYetMember(turn)
            | Self::NoLongerMember(turn) => turn,
        }
    }

    /// Where the file of the problem says so.
    pub fn place(self, named: &NamedProblem) -> Option<Origin> {
        let places = &named.places;
        match self {
            Self::Pin(turn) => {
                let number = named.problem.pins.iter().position(|pin| *pin == turn)?;
                places.pins.get(number).copied()
            }
            Self::Forbidden(turn) => places.forbidden.get(&turn).copied(),
            Self::NotYetMember(turn) => places.from[turn.city],
            Self::NoLongerMember(turn) => places.until[turn.city],
        }
    }

    fn obstacle(self) -> Obstacle {
        match self {
            Self::Pin(_) => Obstacle::Pinned,
            Self::Forbidden(_) => Obstacle::Forbidden,
            Self::NotYetMember(_) => Obstacle::NotYetMember,
            Self::NoLongerMember(_) => Obstacle::NoLongerMember,
        }
    }
}

impl Conflict {
    /// The conflict as a finding: the facts that stand in a file are shown there.
    pub fn finding(
        &self,
        slot: String,
        date: Option<NaiveDate>,
        name: impl Fn(usize) -> String,
        place: impl Fn(ConflictFact) -> Option<Origin>,
    ) -> Diagnostic {
        let facts = self.facts.iter().map(|fact| (name(fact.turn().city), fact.obstacle()));
        let mut finding = Diagnostic::new(NoPlan { slot, date, facts: facts.collect() });
        for origin in self.facts.iter().filter_map(|fact| place(*fact)) {
            if finding.place.is_some() {
                finding.related.push((origin, Label::Within));
            } else {
                finding.place = Some(origin);
            }
        }
        finding
    }
}

/// The conflict of each slot that has one.
///
/// A city may host any number of slots, so slots do not compete: a plan exists if each slot alone
/// can have a host. What keeps a slot from having one is irreducible by its making: one fact
/// against each city, without which just that city could host; or else two pins, of which either
/// alone would do; or a pin and one fact against its city, while another city could host.
pub(super) fn conflicts(problem: &AssignmentProblem) -> Vec<Conflict> {
    let cities = 0..problem.cities.len();
    let facts = |slot| {
        let against = |city| obstacle(problem, Turn { city, slot });
        if let Some(facts) = cities.clone().map(against).collect() {
            return Some(facts);
        }
        let mut pins = problem.pins.iter().filter(|pin| pin.slot == slot);
        let &pin = pins.next()?;
        let other = pins.find(|other| other.city != pin.city);
        let contrary =
            other.map_or_else(|| against(pin.city), |&other| Some(ConflictFact::Pin(other)))?;
        Some(vec![ConflictFact::Pin(pin), contrary])
    };
    let conflict = |slot| Some(Conflict { slot, facts: facts(slot)? });
    (0..problem.slots).filter_map(conflict).collect()
}

/// What keeps a city from a slot, whatever the others do.
pub(super) fn obstacle(problem: &AssignmentProblem, turn: Turn) -> Option<ConflictFact> {
    let member = &problem.cities[turn.city].slots;
    if turn.slot < *member.start() {
        Some(ConflictFact::NotYetMember(turn))
    } else if turn.slot > *member.end() {
        Some(ConflictFact::NoLongerMember(turn))
    } else {
        problem.forbidden.contains(&turn).then_some(ConflictFact::Forbidden(turn))
    }
}
