//! The row of all turns by date, and how far the turns of one town lie apart in it.

use chrono::NaiveDate;

use super::account::Ledger;
use super::planner::Shortfall;
use super::turn::{Turn, members};
use crate::domain::id::CityId;
use crate::domain::workspace::Workspace;

/// The turns of a town that are too near to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// Its last one before.
    Last,
    /// Its next one after.
    Next,
    /// Both.
    Both,
}

/// The turns that have hosts, around one that is to be given away.
#[derive(Debug)]
pub(super) struct Row<'l> {
    /// The hosts of the turns before it, the nearest first; one on its very day comes before it.
    before: Vec<&'l [CityId]>,
    /// The same of those after it.
    after: Vec<&'l [CityId]>,
    min_gap: usize,
}

impl<'l> Row<'l> {
    /// The row around a turn on `date`.
    pub(super) fn new(workspace: &Workspace, ledger: &'l Ledger<'_>, date: NaiveDate) -> Self {
        let turns = in_order(ledger);
        let at = turns.partition_point(|turn| turn.date <= date);
        let hosts = |turn: &&'l Turn<'_>| turn.hosts.as_slice();
        // All other members at most can lie between two turns of one.
        let wanted = usize::try_from(workspace.network.min_gap.value).unwrap_or(usize::MAX);
        Self {
            before: turns[..at].iter().rev().map(hosts).collect(),
            after: turns[at..].iter().map(hosts).collect(),
            min_gap: wanted.min(members(workspace, date).count().saturating_sub(1)),
        }
    }

    /// By how much the turn would lie too close to others of the town's, and to which.
    pub(super) fn closeness(&self, town: CityId) -> (Shortfall, Option<Near>) {
        let to = |turns: &[&[CityId]]| {
            let between = turns.iter().position(|hosts| hosts.contains(&town));
            between.map_or_else(Shortfall::default, |it| Shortfall::between(it, self.min_gap))
        };
        let (before, after) = (to(&self.before), to(&self.after));
        let near = match (before.broken > 0, after.broken > 0) {
            (false, false) => None,
            (true, false) => Some(Near::Last),
            (false, true) => Some(Near::Next),
            (true, true) => Some(Near::Both),
        };
        (before.and(after), near)
    }

    /// How many turns in a row the town would have with this one.
    pub(super) fn running(&self, town: CityId) -> usize {
        let row = |turns: &[&[CityId]]| turns.iter().take_while(|it| it.contains(&town)).count();
        row(&self.before) + 1 + row(&self.after)
    }
}

/// All turns that have hosts, by date, and on one day as they were charged.
pub(super) fn in_order<'l, 'a>(ledger: &'l Ledger<'a>) -> Vec<&'l Turn<'a>> {
    let mut turns: Vec<&Turn<'a>> = ledger.turns().iter().collect();
    turns.sort_by_key(|turn| turn.date);
    turns
}
