//! The best plan among those that keep the gap between two turns of one city, or break it least.
//!
//! Without a gap the cheapest assignment is the answer. With one it is a bound: no plan that obeys
//! more is cheaper. Where it puts two turns of a city too close, one of three things is true of the
//! best plan: the city does not host the first; it hosts the first and not the second; or it hosts
//! both, and the gap is broken there. Each makes a smaller problem of the same kind, which is
//! bounded in the same way; what cannot be better than the best plan found so far is left out. So
//! the search ends with an optimum, and seldom looks at more than a few plans.
//!
//! Giving each turn to whoever is owed most among those that keep the gap is not enough. Let A and B
//! be owed a turn each and C be ahead by two, let one turn lie between two of each, and A be away at the
//! third of three slots. A goes first, B second, and the third is C's, for B has just had one: C stays
//! two ahead. B, A, B leaves it ahead by one, and nobody else.

use std::mem;

use super::cost::{Cost, Costs, Number};
use super::gap::{Close, Shortfall, close, sum};
use super::{assignment, gap};
use crate::domain::assignment_problem::AssignmentProblem;

/// What is compared: the gap stands above everything else.
type Worth<N> = (Shortfall, Cost<N>);

/// What was found.
pub(super) struct Found<N> {
    /// The city that hosts, slot by slot.
    pub(super) hosts: Vec<usize>,
    /// What no plan can fall below, where it is not known whether there is a better one: how many gaps
    /// it breaks, and by how much fairer it would be.
    pub(super) bound: Option<(Shortfall, N)>,
}

struct Search<'p, N> {
    problem: &'p AssignmentProblem,
    costs: Costs<N>,
    best: Option<(Worth<N>, Vec<usize>)>,
    /// What the problems cost at least that were left unlooked at for want of time.
    open: Vec<Worth<N>>,
    steps: usize,
}

/// A smaller problem, what it adds to the one it is made from, and its cheapest assignment.
struct Branch<N> {
    /// The slots that are the city's.
    pinned: Vec<usize>,
    /// The one that is not.
    shut: Option<usize>,
    /// Whether the gap is broken here.
    is_broken: bool,
    bound: Worth<N>,
    hosts: Vec<usize>,
}

/// The hosts that are best for `problem`, whose turns cost this.
pub(super) fn best<N: Number>(problem: &AssignmentProblem, costs: Costs<N>) -> Found<N> {
    let hosts = assignment::assign(&costs);
    if gap::wanted(problem) == 0 {
        return Found { hosts, bound: None };
    }
    let cost = costs.total(&hosts);
    let mut search = Search { problem, costs, best: None, open: Vec::new(), steps: 0 };
    search.repair(hosts.clone());
    search.visit((Shortfall::default(), cost), hosts, &mut Vec::new());
    let Search { best, open, .. } = search;
    let Some(((shortfall, cost), hosts)) = best else {
        return Found { hosts: Vec::new(), bound: None };
    };
    // What is no better than what was found since needs no look any more.
    let open: Vec<_> = open.into_iter().filter(|open| *open < (shortfall, cost.clone())).collect();
    let fewest = open.iter().map(|(shortfall, _)| *shortfall).min();
    let fairest = open.into_iter().map(|(_, cost)| cost.fairness).min();
    let bound = fewest.zip(fairest).map(|(fewest, fairest)| {
        let mut fairer = cost.fairness;
        fairer -= &fairest;
        (fewest, fairer.max(N::default()))
    });
    Found { hosts, bound }
}

impl<N: Number> Search<'_, N> {
    /// Finds a plan that keeps the gap as far as that is easy: whoever has turns too close loses the later
    /// one, again and again, as long as there is time. The search begins with it, and it stays if time is
    /// short.
    fn repair(&mut self, mut hosts: Vec<usize>) {
        let (mut rows, mut steps) = (Vec::new(), 0);
        while steps <= N::STEPS {
            let found = close(self.problem, &hosts);
            let mut lost = None;
            let mut has_changed = false;
            for Close { city, first, second, .. } in &found {
                // What lost its earlier turn just now is not too close any more.
                let Some(slot) = second.or(*first).filter(|_| lost.is_none() || *first != lost)
                else {
                    continue;
                };
                let others = self.costs.turns[slot].iter().flatten().count();
                if others > 1 {
                    rows.extend(self.narrow(*city, &[], Some(slot)));
                    (lost, has_changed) = (Some(slot), true);
                }
            }
            if !has_changed {
                break;
            }
            hosts = assignment::assign_counting(&self.costs, &mut steps);
            let worth = (sum(&close(self.problem, &hosts)), self.costs.total(&hosts));
            if self.best.as_ref().is_none_or(|(best, _)| worth < *best) {
                self.best = Some((worth, hosts.clone()));
            }
        }
        self.widen(rows);
    }

    /// Looks at the cheapest assignment of a problem, and at what is made of it. `broken` are the gaps
    /// that the problem breaks in any case; `bound` is what it costs at least.
    fn visit(&mut self, bound: Worth<N>, hosts: Vec<usize>, broken: &mut Vec<Close>) {
        if self.best.as_ref().is_some_and(|(best, _)| bound >= *best) {
            return;
        }
        let found = close(self.problem, &hosts);
        let worth = (sum(&found), bound.1.clone());
        if self.best.as_ref().is_none_or(|(best, _)| worth < *best) {
            self.best = Some((worth, hosts.clone()));
        }
        let Some(first) = found.into_iter().find(|close| !broken.contains(close)) else { return };
        if self.steps > N::STEPS {
            self.open.push(bound);
            return;
        }
        let mut branches = self.branches(first, bound.0, &hosts);
        branches.sort_by(|one, other| one.bound.cmp(&other.bound));
        for Branch { pinned, shut, is_broken, bound, hosts } in branches {
            let rows = self.narrow(first.city, &pinned, shut);
            broken.extend(is_broken.then_some(first));
            self.visit(bound, hosts, broken);
            if is_broken {
                broken.pop();
            }
            self.widen(rows);
        }
    }

    /// What the best plan can do where two turns of a city lie too close.
    fn branches(&mut self, at: Close, forced: Shortfall, hosts: &[usize]) -> Vec<Branch<N>> {
        let both: Vec<usize> = [at.first, at.second].into_iter().flatten().collect();
        let mut choices = vec![(both, None)];
        choices.extend(at.first.map(|slot| (Vec::new(), Some(slot))));
        choices.extend(at.second.map(|slot| (at.first.into_iter().collect(), Some(slot))));
        let mut branches = Vec::new();
        for (pinned, shut) in choices {
            let rows = self.narrow(at.city, &pinned, shut);
            let is_broken = shut.is_none();
            let forced = if is_broken { forced.and(at.shortfall) } else { forced };
            // What has both turns already stays the cheapest with them.
            let again = if is_broken { Some(hosts.to_vec()) } else { self.assigned() };
            if let Some(hosts) = again {
                let bound = (forced, self.costs.total(&hosts));
                branches.push(Branch { pinned, shut, is_broken, bound, hosts });
            }
            self.widen(rows);
        }
        branches
    }

    /// The cheapest assignment; none if a slot has nobody left.
    fn assigned(&mut self) -> Option<Vec<usize>> {
        let is_possible = self.costs.is_possible();
        is_possible.then(|| assignment::assign_counting(&self.costs, &mut self.steps))
    }

    /// Gives slots to the city, and takes one from it; gives what stood there.
    fn narrow(
        &mut self,
        city: usize,
        pinned: &[usize],
        shut: Option<usize>,
    ) -> Vec<(usize, Vec<Option<Cost<N>>>)> {
        let mut rows = Vec::new();
        for &slot in pinned {
            let row = &mut self.costs.turns[slot];
            let mut only = vec![None; row.len()];
            only[city].clone_from(&row[city]);
            rows.push((slot, mem::replace(row, only)));
        }
        if let Some(slot) = shut {
            let row = &mut self.costs.turns[slot];
            rows.push((slot, row.clone()));
            row[city] = None;
        }
        rows
    }

    fn widen(&mut self, rows: Vec<(usize, Vec<Option<Cost<N>>>)>) {
        for (slot, row) in rows.into_iter().rev() {
            self.costs.turns[slot] = row;
        }
    }
}
