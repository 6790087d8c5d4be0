//! How a member stands when a turn is given away, and what puts it before another.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use num_rational::BigRational;

use super::account::{Account, Ledger, part};
use super::planner::Shortfall;
pub use super::row::Near;
use super::row::Row;
use super::turn::members;
use crate::domain::city::Unavailability;
use crate::domain::id::CityId;
use crate::domain::rotation::Skip;
use crate::domain::workspace::Workspace;
use crate::plan::distance::metres;
use crate::source::Origin;
use crate::text::vocabulary;

/// A member and all that decides on whether it hosts a turn.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The town.
    pub city: CityId,
    /// Its account before the turn.
    pub account: Account<'a>,
    /// What the account holds, in turns.
    pub balance: BigRational,
    /// Its part of the coming turn, credited beforehand.
    pub credit: BigRational,
    /// What it is owed: the balance with the credit.
    pub claim: BigRational,
    /// The weight of its wishes for this day.
    pub wish: u64,
    /// How long it has waited.
    pub waiting: Waiting,
    /// The members' ways to it, all together, in metres as the crow flies; only if the network looks
    /// at travel and the town's place is known.
    ///
    /// Members whose place is not known add nothing, to whichever town they go.
    pub travel: Option<u64>,
    /// Its place in the network's order counted on from the last host, from 0.
    pub order: usize,
    /// How close the turn would be to others of its own.
    pub shortfall: Shortfall,
    /// Which of these are too near.
    pub near: Option<Near>,
    /// How many turns in a row it would have with this one, as far as they have hosts.
    pub running: usize,
    /// What keeps it from hosting.
    pub hindrances: Vec<Hindrance<'a>>,
}

/// How long a town has waited for a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Days from its beginning to the turn; 0 if the beginning is still to come.
    pub days: u64,
    /// Its beginning; none if no turn has counted yet and nobody knows when the town joined.
    pub since: Option<(NaiveDate, Since)>,
    /// Which of the turns of this reckoning it began with, from 1: where nothing says how far turns are
    /// apart, all of them are on one day.
    pub reckoned: Option<usize>,
}

impl Waiting {
    /// Which of two has waited longer (`Less`: this one).
    fn against(&self, other: &Self) -> Ordering {
        other.days.cmp(&self.days).then(self.reckoned.cmp(&other.reckoned))
    }
}

/// What waiting is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The town's latest turn in its present membership, be it past or coming.
    LastTurn,
    /// The day it joined: it has had no turn.
    Joining,
    /// The first meeting that counts: it has had no turn, and nobody knows when it joined.
    FirstTurn,
}

/// What keeps a town from hosting.
#[derive(Clone, Copy, Debug)]
pub enum Hindrance<'a> {
    /// It said that it cannot.
    Unavailable(&'a Unavailability),
    /// It was agreed to pass it over.
    Skipped(&'a Skip),
}

impl Hindrance<'_> {
    /// Where it stands.
    pub fn origin(&self) -> Origin {
        match self {
            Self::Unavailable(absence) => absence.origin,
            Self::Skipped(skip) => skip.origin,
        }
    }
}

vocabulary! {
    /// What puts one town before another, from the most important down.
    #[derive(PartialOrd, Ord)]
    pub enum Criterion {
        /// The turns that lie between it and the town's others.
        Gap = "gap",
        /// The larger claim.
        Account = "account",
        /// The weightier wish for this day.
        Wish = "wish",
        /// The longer waiting.
        Waiting = "waiting",
        /// The shorter ways.
        Travel = "travel",
        /// The place in the network's order, counted on from the last host.
        Order = "order",
    }
}

impl Standing<'_> {
    /// Whether this town is owed no less than the other, and waits all the same for turns of its own
    /// that are too near.
    pub fn is_set_back_behind(&self, other: &Self) -> bool {
        self.shortfall > other.shortfall && self.claim >= other.claim
    }

    /// Which of two members goes first (`Less`: this one), and what decides that; nothing decides
    /// only between a town and itself.
    pub fn against(&self, other: &Self) -> (Ordering, Option<Criterion>) {
        // A town whose place is not known stands behind those with known ways.
        let ways = |standing: &Self| (standing.travel.is_none(), standing.travel);
        [
            (self.shortfall.cmp(&other.shortfall), Criterion::Gap),
            (other.claim.cmp(&self.claim), Criterion::Account),
            (other.wish.cmp(&self.wish), Criterion::Wish),
            (self.waiting.against(&other.waiting), Criterion::Waiting),
            (ways(self).cmp(&ways(other)), Criterion::Travel),
            (self.order.cmp(&other.order), Criterion::Order),
        ]
        .into_iter()
        .find(|(ordering, _)| ordering.is_ne())
        .map_or((Ordering::Equal, None), |(ordering, criterion)| (ordering, Some(criterion)))
    }
}

/// How the members stand at a turn on `days`, in the network's order.
///
/// `last_host` is the town after which that order goes on.
pub fn standings<'a>(
    workspace: &'a Workspace,
    ledger: &Ledger<'a>,
    days: &RangeInclusive<NaiveDate>,
    last_host: Option<CityId>,
) -> Vec<Standing<'a>> {
    let date = *days.start();
    let towns = workspace.cities.len();
    let first = last_host.map_or(0, |host| host.0 + 1);
    let charged: Vec<NaiveDate> = ledger.turns().iter().map(|turn| turn.date).collect();
    let row = Row::new(workspace, ledger, date);
    members(workspace, date)
        .map(|(id, city)| {
            let account = ledger.account(id, date);
            let (balance, credit) = (account.balance(), part(workspace, id, date));
            let (shortfall, near) = row.closeness(id);
            let wishes = city.wishes.iter().filter(|wish| wish.days.contains(date));
            Standing {
                city: id,
                claim: &balance + &credit,
                waiting: waiting(&account, ledger, date),
                account,
                balance,
                credit,
                wish: wishes.map(|wish| u64::from(wish.weight)).sum(),
                travel: workspace.network.travel.then(|| ways(workspace, id, date)).flatten(),
                order: (id.0 + towns - first) % towns,
                shortfall,
                near,
                running: row.running(id),
                hindrances: hindrances(workspace, &charged, id, days),
            }
        })
        .collect()
}

pub(super) fn waiting(account: &Account<'_>, ledger: &Ledger<'_>, date: NaiveDate) -> Waiting {
    let reckoned = account.last().and_then(|hosting| hosting.reckoned);
    let last = account.last().map(|hosting| (hosting.date, Since::LastTurn));
    let joining = account.joined.map(|joined| (joined.value, Since::Joining));
    // Foreseen turns stand behind those that count, even where their dates come before them.
    let first = ledger.turns().first().map(|turn| (turn.date, Since::FirstTurn));
    let since = last.or(joining).or(first);
    let days = since.map_or(0, |(since, _)| (date - since).num_days());
    Waiting { days: u64::try_from(days).unwrap_or(0), since, reckoned }
}

/// The ways of all members to this town, in metres.
pub(super) fn ways(workspace: &Workspace, host: CityId, date: NaiveDate) -> Option<u64> {
    let there = workspace.city(host).coordinates?;
    let towns = members(workspace, date).filter_map(|(_, city)| city.coordinates);
    Some(towns.map(|here| metres(here, there)).sum())
}

/// What keeps a town from a turn on `days`; `charged` are the days of the turns before.
pub(super) fn hindrances<'a>(
    workspace: &'a Workspace,
    charged: &[NaiveDate],
    city: CityId,
    days: &RangeInclusive<NaiveDate>,
) -> Vec<Hindrance<'a>> {
    let unavailable = workspace.city(city).unavailable.iter().filter(|absence| {
        absence.days.first() <= *days.end() && *days.start() <= absence.days.last()
    });
    let skips = workspace.skips.iter().filter(|skip| skip.city.value == city);
    let in_force = skips.filter(|skip| is_in_force(skip, charged, *days.start()));
    unavailable.map(Hindrance::Unavailable).chain(in_force.map(Hindrance::Skipped)).collect()
}

/// Whether the skip binds the turn on `date`: the first one in its days, and no other.
fn is_in_force(skip: &Skip, charged: &[NaiveDate], date: NaiveDate) -> bool {
    // A turn on the very day was charged before, so it comes first.
    let is_used = charged.iter().any(|turn| *turn <= date && skip.covers(*turn));
    skip.covers(date) && !is_used
}
