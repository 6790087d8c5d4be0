//! The plan of the coming turns with all that explains it.

use std::collections::BTreeSet;

use num_rational::BigRational;

use super::next_host::last_turn;
use super::planner::{Conflict, Plan, plan};
use super::problem::Horizon;
use super::standing::{Standing, standings};
use super::turn;
use crate::domain::assignment_problem::{AssignmentProblem, Turn};
use crate::domain::id::CityId;

/// The best plan, turn by turn, with what pins and wishes changed.
#[derive(Clone, Debug)]
pub struct Outlook<'a> {
    /// What was planned.
    pub horizon: &'a Horizon<'a>,
    /// The plan.
    pub plan: Plan,
    /// Its turns, by date.
    pub turns: Vec<PlannedTurn<'a>>,
    /// What each pin and then each wish costs.
    pub effects: Vec<PlanEffect>,
}

/// A turn of the plan: how the members stand once the turns before it are charged.
#[derive(Clone, Debug)]
pub struct PlannedTurn<'a> {
    /// The host.
    pub host: Standing<'a>,
    /// Who would come next if the turn were given away alone; none if nobody else can host.
    pub runner_up: Option<Standing<'a>>,
    /// The members that cannot host, in the network's order.
    pub excluded: Vec<Standing<'a>>,
    /// The members that are owed more, but have turns of their own too near.
    pub set_back: Vec<Standing<'a>>,
    /// Whether somebody pinned the host.
    pub pinned: bool,
}

/// What a pin or a wish costs: the plan with it beside the plan without it.
#[derive(Clone, Debug)]
pub struct PlanEffect {
    /// The pin or wish.
    pub cause: PinOrWish,
    /// Whether the plan has the town host in its wish; a pin always holds.
    pub granted: bool,
    /// How many gaps between turns of one town more it leaves too short.
    pub gaps: usize,
    /// How much less fair the plan with it is: what the first level grows by.
    pub fairness: BigRational,
    /// The towns whose turns it moves.
    pub moves: Vec<Move>,
}

/// A pin or wish by its number in the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinOrWish {
    /// A pin.
    Pin(usize),
    /// A wish.
    Wish(usize),
}

/// A town's first turn that is at another slot, or only in one of two plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The town.
    pub city: CityId,
    /// The slot without the pin or wish.
    pub before: Option<usize>,
    /// The slot with it.
    pub after: Option<usize>,
}

/// The best plan for `horizon`.
///
/// # Errors
/// If a slot can have no host: for each such slot the facts that together forbid it.
pub fn outlook<'a>(horizon: &'a Horizon<'a>) -> Result<Outlook<'a>, Vec<Conflict>> {
    let best = plan(&horizon.problem)?;
    let mut ledger = horizon.ledger.clone();
    let mut turns = Vec::new();
    for (number, (slot, &city)) in horizon.slots.iter().zip(&best.hosts).enumerate() {
        let (date, town) = (slot.date(), horizon.cities[city]);
        let last = last_turn(horizon.workspace, &ledger, date).map(|(_, host)| host);
        let standings = standings(horizon.workspace, &ledger, &slot.days, last);
        let (others, excluded): (Vec<_>, Vec<_>) =
            standings.into_iter().partition(|standing| standing.hindrances.is_empty());
        let (host, others): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|standing| standing.city == town);
        let pinned = horizon.problem.pins.iter().any(|pin| pin.slot == number);
        turns.extend(host.into_iter().map(|host| PlannedTurn {
            set_back: others.iter().filter(|it| it.is_set_back_behind(&host)).cloned().collect(),
            host,
            runner_up: others.iter().min_by(|one, other| one.against(other).0).cloned(),
            excluded: excluded.clone(),
            pinned,
        }));
        let reckoned = Some(number + 1);
        ledger.charge(turn::Turn { date, meeting: slot.meeting, hosts: vec![town], reckoned });
    }
    let effects = effects(horizon, &best);
    Ok(Outlook { horizon, plan: best, turns, effects })
}

fn effects(horizon: &Horizon<'_>, best: &Plan) -> Vec<PlanEffect> {
    let problem = &horizon.problem;
    let effect = |cause, granted, with: &Plan, without: &Plan| PlanEffect {
        cause,
        granted,
        gaps: with.objective.gaps.broken.saturating_sub(without.objective.gaps.broken),
        fairness: &with.objective.fairness - &without.objective.fairness,
        moves: moves(horizon, &without.hosts, &with.hosts),
    };
    let pins = (0..problem.pins.len()).filter_map(|number| {
        let mut free = problem.clone();
        free.pins.remove(number);
        Some(effect(PinOrWish::Pin(number), true, best, &plan(&free).ok()?))
    });
    let wishes = (0..problem.wishes.len()).filter_map(|number| {
        let wish = &problem.wishes[number];
        let granted = wish.slots.iter().any(|slot| best.hosts[*slot] == wish.city);
        let mut free = problem.clone();
        free.wishes.remove(number);
        let without = plan(&free).ok()?;
        let fulfilled =
            if granted { best.clone() } else { granting(problem, wish.city, &wish.slots)? };
        Some(effect(PinOrWish::Wish(number), granted, &fulfilled, &without))
    });
    pins.chain(wishes).collect()
}

/// The best plan in which the city hosts one of `slots`, if there is one.
fn granting(problem: &AssignmentProblem, city: usize, slots: &BTreeSet<usize>) -> Option<Plan> {
    let pinned = slots.iter().filter_map(|&slot| {
        let mut pinned = problem.clone();
        pinned.pins.push(Turn { city, slot });
        plan(&pinned).ok()
    });
    pinned.min_by(|one, other| one.objective.compare(&other.objective))
}

/// For each town the first of its turns that is not the same.
fn moves(horizon: &Horizon<'_>, before: &[usize], after: &[usize]) -> Vec<Move> {
    let slots = |hosts: &[usize], town: CityId| -> Vec<usize> {
        let is_own = |slot: &usize| horizon.cities[hosts[*slot]] == town;
        (0..hosts.len()).filter(is_own).collect()
    };
    let towns: BTreeSet<CityId> = horizon.cities.iter().copied().collect();
    let moved = |city: CityId| {
        let (before, after) = (slots(before, city), slots(after, city));
        let turn = (0..before.len().max(after.len()))
            .find(|turn| before.get(*turn) != after.get(*turn))?;
        Some(Move { city, before: before.get(turn).copied(), after: after.get(turn).copied() })
    };
    towns.into_iter().filter_map(moved).collect()
}
