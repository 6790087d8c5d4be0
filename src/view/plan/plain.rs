//! The answer to a problem file: nothing but exact figures.

use serde::{Serialize, Serializer};

use crate::domain::assignment_problem::{AssignmentProblem, NamedProblem, Turn};
use crate::plan::rotation::planner::{self, Conflict, ConflictFact, wanted};
use crate::source::Sources;
use crate::text::{DateStyle, Language};
use crate::view::finding::{FilePlace, place};
use crate::view::number::signed;

/// A plan as plain figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PlainPlan {
    /// The names of the hosts, slot by slot.
    pub hosts: Vec<String>,
    /// What the plan comes to.
    pub objective: Objective,
    /// The accounts after each slot.
    pub accounts: Vec<Balances>,
    /// The rows of the table for people.
    #[serde(skip)]
    pub rows: Vec<SlotRow>,
}

/// The five levels, from the most important down, as exact numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Objective {
    /// How often turns of one city lie too close; none if no gap is wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gaps: Option<Gaps>,
    /// The sum of squared accounts over all slots and cities; the less the better.
    pub fairness: String,
    /// The weight of the wishes that come true; the more the better.
    pub wishes: String,
    /// Days waited, weighted with the slots that are left; the more the better.
    pub waiting: String,
    /// The travel costs; the less the better.
    pub travel: String,
    /// Ranks, weighted with the slots that are left; the less the better.
    pub order: String,
}

/// How often turns of one city lie too close.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Gaps {
    /// How often.
    pub broken: usize,
    /// How many turns more would have to lie between, all together.
    pub missing: usize,
    /// How many turns were to lie between, where there are not cities enough for as many as were wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reckoned: Option<usize>,
    /// The least of both that any plan can have, where it was not searched to the end whether there is
    /// a better one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<[usize; 2]>,
    /// By how much fairer a plan with as few could be at most, as an exact fraction; there as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fairer_at_most: Option<String>,
}

/// Cities and their accounts as exact fractions; in JSON an object.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Balances(
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, String>"))]
    pub  Vec<(String, String)>,
);

/// A slot for people.
#[derive(Clone, Debug, PartialEq)]
pub struct SlotRow {
    /// The name of the slot.
    pub slot: String,
    /// Its day; empty if it is not known.
    pub date: String,
    /// The host.
    pub host: String,
    /// The host's account after it, as an exact fraction.
    pub account: String,
    /// The same for people, to two decimals.
    pub account_words: String,
}

/// Why there is no plan, as data.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Conflicts {
    /// For each slot without a host what shuts it: without any one of the facts there would be one.
    pub conflicts: Vec<Clash>,
}

/// Facts that cannot all be.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Clash {
    /// The slot.
    pub slot: String,
    /// The facts.
    pub facts: Vec<ClashFact>,
}

/// A fact in a clash.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ClashFact {
    /// `pin`, `forbidden`, `from` or `until`.
    pub fact: &'static str,
    /// The city.
    pub city: String,
    /// The slot.
    pub slot: String,
    /// Where the file says so.
    pub place: Option<FilePlace>,
}

impl Objective {
    pub(super) fn of(plan: &planner::Plan, problem: &AssignmentProblem) -> Self {
        let (objective, unproven) = (&plan.objective, plan.unproven.as_ref());
        let gap = wanted(problem);
        let gaps = (problem.min_gap > 0).then(|| Gaps {
            broken: objective.gaps.broken,
            missing: objective.gaps.missing,
            reckoned: (gap < problem.min_gap).then_some(gap),
            at_least: unproven.map(|it| [it.shortfall.broken, it.shortfall.missing]),
            fairer_at_most: unproven.map(|it| it.fairer.to_string()),
        });
        Self {
            gaps,
            fairness: objective.fairness.to_string(),
            wishes: objective.wishes.to_string(),
            waiting: objective.waiting.to_string(),
            travel: objective.travel.to_string(),
            order: objective.order.to_string(),
        }
    }
}

impl Serialize for Balances {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(city, account)| (city, account)))
    }
}

/// The plan for a problem file.
pub fn plain(named: &NamedProblem, plan: &planner::Plan, language: Language) -> PlainPlan {
    let name = |city: usize| named.cities[city].to_string();
    let balances = |slot: usize| {
        let balance = |city: usize| (name(city), plan.accounts.after(slot, city).to_string());
        Balances((0..named.cities.len()).map(balance).collect())
    };
    let dates = DateStyle::of(language);
    let row = |(slot, &host): (usize, &usize)| {
        let account = plan.accounts.after(slot, host);
        SlotRow {
            slot: named.slots[slot].id.to_string(),
            date: named.slots[slot].date.map(|date| dates.numeric(date)).unwrap_or_default(),
            host: name(host),
            account: account.to_string(),
            account_words: signed(&account, language),
        }
    };
    PlainPlan {
        hosts: plan.hosts.iter().map(|host| name(*host)).collect(),
        objective: Objective::of(plan, &named.problem),
        accounts: (0..named.slots.len()).map(balances).collect(),
        rows: plan.hosts.iter().enumerate().map(row).collect(),
    }
}

/// Why there is no plan for a problem file.
pub fn conflicts(named: &NamedProblem, conflicts: &[Conflict], sources: &Sources) -> Conflicts {
    let slot = |slot: usize| named.slots[slot].id.to_string();
    let fact = |fact: &ConflictFact| {
        let Turn { city, slot: number } = fact.turn();
        ClashFact {
            fact: match fact {
                ConflictFact::Pin(_) => "pin",
                ConflictFact::Forbidden(_) => "forbidden",
                ConflictFact::NotYetMember(_) => "from",
                ConflictFact::NoLongerMember(_) => "until",
            },
            city: named.cities[city].to_string(),
            slot: slot(number),
            place: fact.place(named).map(|origin| place(origin, sources)),
        }
    };
    let clash = |conflict: &Conflict| Clash {
        slot: slot(conflict.slot),
        facts: conflict.facts.iter().map(fact).collect(),
    };
    Conflicts { conflicts: conflicts.iter().map(clash).collect() }
}
