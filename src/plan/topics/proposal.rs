//! What a host could show at its meeting.

use std::cmp::Reverse;

use chrono::{Days, NaiveDate};

use super::standing::{Standing, Treatment, standings};
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;

/// What was treated within so many days before a meeting was treated lately.
const LATELY: Days = Days::new(365);

/// What could stand in the programme of a meeting, and what could not.
#[derive(Clone, Debug)]
pub struct Proposals<'w> {
    /// The best first.
    pub proposed: Vec<Proposal<'w>>,
    /// All other topics, in the order of the list.
    pub left_out: Vec<(Standing<'w>, LeftOut<'w>)>,
}

/// A topic for a programme.
#[derive(Clone, Debug)]
pub struct Proposal<'w> {
    /// The topic.
    pub standing: Standing<'w>,
    /// Why it stands where it does.
    pub why: Why,
}

/// What speaks for a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The hosts that can show it themselves.
    pub hosts: Vec<CityId>,
    /// The other members that can tell of it.
    pub others: Vec<CityId>,
    /// Those that want to hear of it.
    pub wanted: Vec<CityId>,
    /// Whether it was treated lately; those who want it have asked since, or were not there.
    pub is_recent: bool,
}

/// Why a topic is not proposed.
#[derive(Clone, Copy, Debug)]
pub enum LeftOut<'w> {
    /// It stands in the programme already.
    InProgramme(Treatment<'w>),
    /// It is to be treated at another meeting.
    Planned(Treatment<'w>),
    /// It was treated lately, and nobody has asked since.
    Recent(Treatment<'w>),
    /// Nobody wants it, and the host does not offer it.
    NobodyAsks,
}

/// What could stand in the programme of `meeting`: what its hosts can show comes first, then what most
/// want, then what was treated longest ago; what was treated lately comes last.
pub fn proposals<'w>(
    workspace: &'w Workspace,
    meeting: &Meeting,
    today: NaiveDate,
) -> Proposals<'w> {
    let day = meeting.when.date.map_or(today, |date| date.value);
    let hosts: Vec<CityId> = meeting.hosts.iter().map(|host| host.value).collect();
    let mut proposed: Vec<Proposal<'w>> = Vec::new();
    let mut left_out = Vec::new();
    for standing in standings(workspace, today, day) {
        if let Some(reason) = left(&standing, meeting, &hosts, day) {
            left_out.push((standing, reason));
        } else {
            let why = why(&standing, &hosts, day);
            proposed.push(Proposal { standing, why });
        }
    }
    // The sort is stable: within each rank the order of the list stays.
    proposed.sort_by_key(|one| {
        (one.why.is_recent, one.why.hosts.is_empty(), Reverse(one.why.wanted.len()))
    });
    Proposals { proposed, left_out }
}

fn left<'w>(
    standing: &Standing<'w>,
    meeting: &Meeting,
    hosts: &[CityId],
    day: NaiveDate,
) -> Option<LeftOut<'w>> {
    let all = || standing.planned.iter().chain(&standing.treated);
    if let Some(own) = all().find(|it| it.meeting.id == meeting.id) {
        return Some(LeftOut::InProgramme(*own));
    }
    if let Some(other) = standing.planned.first() {
        return Some(LeftOut::Planned(*other));
    }
    let is_offered = hosts.iter().any(|host| standing.is_offered_by(*host));
    match recent(standing, day) {
        Some(recent) if standing.wanted.is_empty() => Some(LeftOut::Recent(recent)),
        None if standing.wanted.is_empty() && !is_offered => Some(LeftOut::NobodyAsks),
        Some(_) | None => None,
    }
}

/// Where it was treated lately.
fn recent<'w>(standing: &Standing<'w>, day: NaiveDate) -> Option<Treatment<'w>> {
    let begin = day.checked_sub_days(LATELY)?;
    let is_recent = |one: &&Treatment<'_>| one.date().is_some_and(|date| date >= begin);
    standing.treated.iter().rfind(is_recent).copied()
}

fn why(standing: &Standing<'_>, hosts: &[CityId], day: NaiveDate) -> Why {
    let offered = standing.offered.iter().map(|stake| stake.city.value);
    let (hosts, others) = offered.partition(|city| hosts.contains(city));
    let wanted = standing.wanted.iter().map(|stake| stake.city.value).collect();
    Why { hosts, others, wanted, is_recent: recent(standing, day).is_some() }
}
