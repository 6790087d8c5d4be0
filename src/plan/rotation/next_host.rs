//! Who hosts next, and why: one turn at a time.

use chrono::NaiveDate;
use num_rational::BigRational;

use super::account::Ledger;
use super::slot::{HostQuestion, Slot, next_slots};
use super::standing::{Criterion, Standing, standings};
use super::turn::Turn;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rotation::{NoMember, NobodyCanHost};
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;

/// The answer, with all that it rests on.
#[derive(Clone, Debug)]
pub struct NextHosts<'a> {
    /// What was asked.
    pub question: HostQuestion,
    /// The coming turns that have hosts already, by date.
    pub assigned: Vec<Turn<'a>>,
    /// The turns that are given away, at least one.
    pub decisions: Vec<Decision<'a>>,
}

/// One turn and who gets it.
#[derive(Clone, Debug)]
pub struct Decision<'a> {
    /// The day of the turn.
    pub date: NaiveDate,
    /// The meeting that waits for a host; none for the turn after the last assigned one.
    pub meeting: Option<&'a Meeting>,
    /// The town that hosts.
    pub host: CityId,
    /// What put the host before the runner-up; none if nobody else can host.
    pub criterion: Option<Criterion>,
    /// The members that can host, the best first: the host itself.
    pub candidates: Vec<Standing<'a>>,
    /// The members that cannot, in the network's order.
    pub excluded: Vec<Standing<'a>>,
    /// The first turn that counts, if there is any.
    pub first_turn: Option<Turn<'a>>,
    /// The last turn before this one, with the host after which the network's order goes on.
    pub last_turn: Option<(Turn<'a>, CityId)>,
    /// What is left of memberships that have ended, with their balances.
    pub closed: Vec<(CityId, BigRational)>,
    /// How many turns were counted, coming ones too.
    pub counted: usize,
    /// How many turns were given away before this one, which count beside them.
    pub reckoned: usize,
}

/// Gives away the next turns, each to the town that is owed most among those that can host.
///
/// Which turns these are, says [`next_slots`]. Meetings that have
/// hosts are charged before all of them; each turn is charged before the next is given away.
///
/// # Errors
/// If nobody is a member on the day of a turn, or all members are kept from hosting.
pub fn next_hosts(
    workspace: &Workspace,
    question: HostQuestion,
) -> Result<NextHosts<'_>, Diagnostic> {
    let mut ledger = Ledger::of(workspace);
    let is_coming = |turn: &&Turn<'_>| turn.date >= question.today;
    let assigned = ledger.turns().iter().filter(is_coming).cloned().collect();
    let mut decisions = Vec::new();
    for slot in next_slots(workspace, &ledger, question) {
        let decision = decide(workspace, &ledger, &slot)?;
        let (date, meeting) = (decision.date, decision.meeting);
        let reckoned = Some(decisions.len() + 1);
        ledger.charge(Turn { date, meeting, hosts: vec![decision.host], reckoned });
        decisions.push(decision);
    }
    Ok(NextHosts { question, assigned, decisions })
}

fn decide<'a>(
    workspace: &'a Workspace,
    ledger: &Ledger<'a>,
    slot: &Slot<'a>,
) -> Result<Decision<'a>, Diagnostic> {
    let date = slot.date();
    let last_turn = last_turn(workspace, ledger, date);
    let last_host = last_turn.as_ref().map(|(_, host)| *host);
    let standings = standings(workspace, ledger, &slot.days, last_host);
    if standings.is_empty() {
        return Err(Diagnostic::new(NoMember { date, members: workspace.network.members.clone() }));
    }
    let (mut candidates, excluded): (Vec<_>, Vec<_>) =
        standings.into_iter().partition(|standing| standing.hindrances.is_empty());
    candidates.sort_by(|one, other| one.against(other).0);
    let Some(host) = candidates.first() else {
        return Err(nobody_can_host(workspace, date, &excluded));
    };
    let reckoned = ledger.turns().iter().filter(|turn| turn.reckoned.is_some()).count();
    Ok(Decision {
        date,
        meeting: slot.meeting,
        host: host.city,
        criterion: candidates.get(1).and_then(|runner_up| host.against(runner_up).1),
        candidates,
        excluded,
        first_turn: ledger.turns().first().cloned(),
        last_turn,
        closed: ledger.closed(date),
        counted: ledger.turns().len() - reckoned,
        reckoned,
    })
}

/// The last turn up to `date`; of several on its day the one charged last.
pub(super) fn last_turn<'a>(
    workspace: &Workspace,
    ledger: &Ledger<'a>,
    date: NaiveDate,
) -> Option<(Turn<'a>, CityId)> {
    let before = ledger.turns().iter().filter(|turn| turn.date <= date);
    let last = before.max_by_key(|turn| turn.date)?;
    Some((last.clone(), last.last_in_order(workspace)?))
}

fn nobody_can_host(
    workspace: &Workspace,
    date: NaiveDate,
    excluded: &[Standing<'_>],
) -> Diagnostic {
    let problem = NobodyCanHost { date, members: workspace.network.members.clone() };
    match excluded.iter().flat_map(|standing| &standing.hindrances).next() {
        Some(hindrance) => Diagnostic::at(hindrance.origin(), problem),
        None => Diagnostic::new(problem),
    }
}
