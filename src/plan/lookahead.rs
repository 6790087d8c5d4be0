//! Whether the next turn would go to another town if the turns after it were looked at too.

use super::account::Ledger;
use super::horizon::Horizon;
use super::next_host::{NextHosts, Question};
use super::planner::plan;
use super::slot::next_slots;
use super::standing::Hindrance;
use crate::domain::city::Wish;
use crate::domain::id::CityId;
use crate::domain::problem::{Member, Problem};
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
    pub reason: Option<Reason<'a>>,
}

/// What makes looking ahead worth it.
#[derive(Clone, Copy, Debug)]
pub enum Reason<'a> {
    /// A town cannot host later.
    Hindered(CityId, Hindrance<'a>),
    /// A town wishes to host.
    Wish(CityId, &'a Wish),
    /// A town joins or leaves: the place that says so, if it is known.
    Membership(CityId, Origin),
}

/// Looks two rounds ahead, at most [`FARTHEST`] slots: twice as many as the network has members.
///
/// None if the answer stays the same. With equal shares and nothing to come but free turns it
/// always does: whoever is owed most hosts first, for exchanging a larger account with a smaller one
/// lowers no sum of squares. Then nothing is planned at all.
pub fn lookahead<'a>(workspace: &'a Workspace, answer: &NextHosts<'_>) -> Option<Lookahead<'a>> {
    let decision = answer.decisions.first()?;
    let members = decision.candidates.len() + decision.excluded.len();
    let count = (2 * members).min(FARTHEST);
    let question = Question { count, ..answer.question };
    let ledger = Ledger::of(workspace);
    let slots = next_slots(workspace, &ledger, question);
    let horizon = Horizon::new(workspace, ledger, slots, question).ok()?;
    let host = |problem: &Problem| {
        let plan = plan(problem).ok()?;
        Some(horizon.cities[plan.hosts[0]])
    };
    if !is_worth_it(&horizon.problem) {
        return None;
    }
    let other = host(&horizon.problem).filter(|host| *host != decision.host)?;
    let settles = |(_, without): &(Reason<'_>, Problem)| host(without) == Some(decision.host);
    let reason = without_one(&horizon).find(settles).map(|(reason, _)| reason);
    Some(Lookahead { host: other, slots: count, reason })
}

fn is_worth_it(problem: &Problem) -> bool {
    let share = problem.cities.first().map(|city| city.share);
    let all = |city: &Member| *city.slots.start() == 0 && *city.slots.end() == problem.slots - 1;
    let is_plain = |city: &Member| all(city) && Some(city.share) == share;
    problem.forbidden.iter().any(|turn| turn.slot > 0)
        || !problem.wishes.is_empty()
        || !problem.cities.iter().all(is_plain)
}

/// The problem without each single thing that is to come.
fn without_one<'h, 'a: 'h>(
    horizon: &'h Horizon<'a>,
) -> impl Iterator<Item = (Reason<'a>, Problem)> + 'h {
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
        (Reason::Hindered(horizon.cities[city], hindrance), without)
    });
    let wishes = horizon.wishes.iter().enumerate().map(move |(number, wish)| {
        let mut without = problem.clone();
        let city = without.wishes.remove(number).city;
        (Reason::Wish(horizon.cities[city], wish), without)
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
        Some((Reason::Membership(city, origin), without))
    });
    hindered.chain(wishes).chain(memberships)
}
