//! Whether the next turn would go to another town if the turns after it were looked at too.

use chrono::NaiveDate;

use super::account::Ledger;
use super::next_host::NextHosts;
use super::planner::plan;
use super::problem::Horizon;
use super::slot::{HostQuestion, planned_slots};
use super::standing::Hindrance;
use super::suited::suited;
use crate::domain::assignment_problem::{AssignmentProblem, Turn};
use crate::domain::city::{City, Membership, Wish};
use crate::domain::id::CityId;
use crate::domain::workspace::Workspace;
use crate::source::Origin;

/// Slots beyond which the next turn hardly feels anything, and which cost time.
const FARTHEST: usize = 40;

/// Another host, and why.
#[derive(Clone, Debug)]
pub struct Lookahead<'a> {
    /// The town that would host.
    pub host: CityId,
    /// How many slots were looked at.
    pub slots: usize,
    /// What alone makes the difference; none if it is no single thing.
    pub reason: Option<LookaheadReason<'a>>,
    /// What the plan gains by it.
    pub gain: Gain,
}

/// What a plan gains over the best one that begins with another host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gain {
    /// Turns of one town lie too close less often.
    Gaps,
    /// The accounts stay more even.
    Fairness,
    /// Wishes, waiting, travel and the order, in that order.
    Rest,
}

/// What makes looking ahead worth it.
#[derive(Clone, Copy, Debug)]
pub enum LookaheadReason<'a> {
    /// A town cannot host later.
    Hindered(CityId, Hindrance<'a>),
    /// A town wishes to host.
    Wish(CityId, &'a Wish),
    /// A town joins or leaves: the place that says so, if it is known.
    Membership(CityId, Origin),
}

impl LookaheadReason<'_> {
    /// Where it stands.
    pub fn origin(&self) -> Origin {
        match self {
            Self::Hindered(_, hindrance) => hindrance.origin(),
            Self::Wish(_, wish) => wish.origin,
            Self::Membership(_, origin) => *origin,
        }
    }
}

/// Looks two rounds ahead, at most [`FARTHEST`] slots: twice as many as the network has members.
///
/// None if the answer stays the same. With equal shares and nothing to come but free turns it
/// always does: whoever is owed most hosts first, for exchanging a larger account with a smaller one
/// lowers no sum of squares. Then nothing is planned at all, unless a town waits because it has just
/// had a turn.
pub fn lookahead<'a>(workspace: &'a Workspace, answer: &NextHosts<'_>) -> Option<Lookahead<'a>> {
    let decision = answer.decisions.first()?;
    let host = decision.candidates.first()?;
    let waits = decision.candidates.iter().any(|town| town.is_set_back_behind(host));
    if !waits && !is_worth_it(workspace, decision.date) {
        return None;
    }
    let members = decision.candidates.len() + decision.excluded.len();
    let count = (2 * members).min(FARTHEST);
    let question = HostQuestion { count, ..answer.question };
    let ledger = Ledger::of(workspace);
    // The days of the plan that one would then look at.
    let slots = planned_slots(workspace, &ledger, question);
    let slots = suited(workspace, slots, question.date, question.today, &[]);
    let horizon = Horizon::new(workspace, ledger, slots, question).ok()?;
    let host = |problem: &AssignmentProblem| {
        let plan = plan(problem).ok()?;
        Some(horizon.cities[plan.hosts[0]])
    };
    let best = plan(&horizon.problem).ok()?;
    let other = Some(horizon.cities[best.hosts[0]]).filter(|host| *host != decision.host)?;
    let mut begun = horizon.problem.clone();
    begun.pins.push(Turn { city: horizon.city(decision.host, 0)?, slot: 0 });
    let begun = plan(&begun).ok()?.objective;
    let gain = if best.objective.gaps < begun.gaps {
        Gain::Gaps
    } else if best.objective.fairness < begun.fairness {
        Gain::Fairness
    } else {
        Gain::Rest
    };
    let settles = |(_, without): &(LookaheadReason<'_>, AssignmentProblem)| {
        host(without) == Some(decision.host)
    };
    let reason = without_one(&horizon).find(settles).map(|(reason, _)| reason);
    Some(Lookahead { host: other, slots: count, reason, gain })
}

/// Whether anything is to come that could make a difference.
fn is_worth_it(workspace: &Workspace, date: NaiveDate) -> bool {
    let shares = || workspace.cities.iter().map(|city| city.share);
    let is_to_come = |city: &City| {
        let Membership { since, until, .. } = &city.membership;
        since.is_some_and(|since| since.value > date)
            || until.is_some_and(|until| until.value >= date)
            || city.unavailable.iter().any(|absence| absence.days.last() >= date)
            || city.wishes.iter().any(|wish| wish.days.last() >= date)
    };
    shares().min() != shares().max()
        || !workspace.skips.is_empty()
        || workspace.cities.iter().any(is_to_come)
}

/// The problem without each single thing that is to come.
fn without_one<'h, 'a: 'h>(
    horizon: &'h Horizon<'a>,
) -> impl Iterator<Item = (LookaheadReason<'a>, AssignmentProblem)> + 'h {
    let problem = &horizon.problem;
    let later = || horizon.hindrances.iter().filter(|(turn, _)| turn.slot > 0);
    let mut seen: Vec<Origin> = Vec::new();
    let hindered = later().flat_map(|(turn, found)| found.iter().map(move |it| (turn.city, *it)));
    let hindered = hindered.filter(move |(_, hindrance)| {
        let is_new = !seen.contains(&hindrance.origin());
        seen.push(hindrance.origin());
        is_new
    });
    let hindered = hindered.map(move |(city, hindrance)| {
        let mut without = problem.clone();
        for (turn, found) in later() {
            if found.iter().all(|it| it.origin() == hindrance.origin()) {
                without.forbidden.remove(turn);
            }
        }
        (LookaheadReason::Hindered(horizon.cities[city], hindrance), without)
    });
    let wishes = horizon.wishes.iter().enumerate().map(move |(number, wish)| {
        let mut without = problem.clone();
        let city = without.wishes.remove(number).city;
        (LookaheadReason::Wish(horizon.cities[city], wish), without)
    });
    let memberships = horizon.cities.iter().enumerate().filter_map(move |(number, &city)| {
        let membership = &horizon.workspace.city(city).membership;
        let all = 0..=problem.slots - 1;
        if problem.cities[number].slots == all {
            return None;
        }
        let mut without = problem.clone();
        without.cities[number].slots = all;
        let origin = membership.until.or(membership.since).map(|day| day.origin)?;
        Some((LookaheadReason::Membership(city, origin), without))
    });
    hindered.chain(wishes).chain(memberships)
}
