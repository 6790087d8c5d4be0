//! The plan of the coming turns: the answer as data and as sentences.

use chrono::NaiveDate;
use num_traits::Signed as _;
use serde::Serialize;

use super::finding::{FilePlace, place};
use super::next_host::{Ground, Town, obstacle};
use super::number::{decimal, signed};
use super::words::Words;
use crate::domain::id::CityId;
use crate::plan::rotation::deviation::yardstick;
use crate::plan::rotation::explanation::{Outlook, PinOrWish, PlannedTurn};
use crate::plan::rotation::standing::Standing;
use crate::source::Sources;
use crate::text::Language;

mod days;
pub mod plain;
mod sentences;

use crate::view::spelling::word;
use plain::{Balances, Objective};
use sentences::Sentences;

/// The coming turns, each with its host and the reason.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Plan {
    /// Its language, by its code.
    #[serde(serialize_with = "word")]
    pub language: Language,
    /// The turns, by date.
    pub turns: Vec<Turn>,
    /// The keys of the hosts, turn by turn.
    pub hosts: Vec<String>,
    /// What the plan comes to, as exact numbers.
    pub objective: Objective,
    /// The accounts after each turn, as exact fractions.
    pub accounts: Vec<Balances>,
    /// What pins and wishes cost.
    pub effects: Vec<Effect>,
    /// The largest deviation from what is due.
    pub deviation: Deviation,
    /// What is to be known about the days, in a sentence.
    pub remark: Option<String>,
}

/// A turn and its host.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Turn {
    /// Its number, from 1.
    pub number: usize,
    /// The day.
    pub date: NaiveDate,
    /// The same for people.
    pub date_words: String,
    /// The key of the meeting, if there is one already.
    pub meeting: Option<String>,
    /// The town that hosts.
    pub host: Town,
    /// Whether it was pinned.
    pub pinned: bool,
    /// The host's account before the turn, as an exact fraction.
    pub account: String,
    /// The account with its part of the turn, which is compared, as an exact fraction.
    pub claim: String,
    /// The same to four decimals.
    pub claim_decimal: f64,
    /// The same for people, to two decimals: "+0,43".
    pub claim_words: String,
    /// Who would come next if the turn were given away alone.
    pub runner_up: Option<RunnerUp>,
    /// Why this host, in a few words.
    pub remark: String,
    /// What the decision rests on, statement by statement.
    pub grounds: Vec<Ground>,
    /// The members that cannot host, and why.
    pub impossible: Vec<Impossible>,
}

/// The town behind the host.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RunnerUp {
    /// The town.
    #[serde(flatten)]
    pub town: Town,
    /// Its account with its part of the turn, as an exact fraction.
    pub claim: String,
}

/// A member that cannot host a turn.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Impossible {
    /// The town.
    #[serde(flatten)]
    pub town: Town,
    /// Why.
    pub hindrances: Vec<super::next_host::Obstacle>,
}

/// What brings about an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EffectKind {
    /// A pin.
    Pin,
    /// A wish.
    Wish,
}

/// What a pin or wish costs: the plan with it beside the plan without it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Effect {
    /// What it is.
    pub kind: EffectKind,
    /// The town that is pinned or wishes.
    pub city: Town,
    /// Whether the plan has the town host then.
    pub granted: bool,
    /// By how much the first level grows, as an exact fraction.
    pub fairness: String,
    /// The towns whose turns it moves.
    pub moves: Vec<Move>,
    /// Where the wish stands.
    pub place: Option<FilePlace>,
    /// All that in a sentence.
    pub words: String,
}

/// A town whose turn moves.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Move {
    /// The town.
    #[serde(flatten)]
    pub town: Town,
    /// The number of its turn without the pin or wish.
    pub before: Option<usize>,
    /// The number of its turn with it.
    pub after: Option<usize>,
}

/// How far an account is from 0 at most.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Deviation {
    /// The town.
    pub city: Town,
    /// After which turn.
    pub turn: usize,
    /// The account, as an exact fraction.
    pub account: String,
    /// Tijdeman's bound for so many members, 1 − 1/(2n − 2), as an exact fraction: a yardstick.
    pub yardstick: Option<String>,
    /// All that in a sentence.
    pub words: String,
}

/// The plan in the words of `language`.
pub fn plan(outlook: &Outlook<'_>, sources: &Sources, language: Language) -> Plan {
    let view = View::new(outlook, sources, language);
    let cities = &outlook.horizon.cities;
    let host = |city: &usize| view.town(cities[*city]).id;
    let turns = outlook.turns.iter().enumerate().map(|(number, turn)| view.turn(number, turn));
    Plan {
        language,
        turns: turns.collect(),
        hosts: outlook.plan.hosts.iter().map(host).collect(),
        objective: Objective::of(&outlook.plan, &outlook.horizon.problem),
        accounts: (0..outlook.horizon.slots.len()).map(|slot| view.balances(slot)).collect(),
        effects: view.effects(),
        deviation: view.deviation(),
        remark: remark(&view.sentences),
    }
}

/// What is to be known about gaps and days.
fn remark(sentences: &Sentences<'_>) -> Option<String> {
    let days = sentences.too_early().into_iter().chain(sentences.overfull());
    let said = days.chain(sentences.gaps()).chain(sentences.no_cadence());
    Some(said.collect::<Vec<_>>().join(" ")).filter(|said| !said.is_empty())
}

struct View<'a> {
    outlook: &'a Outlook<'a>,
    sources: &'a Sources,
    sentences: Sentences<'a>,
}

impl<'a> View<'a> {
    fn new(outlook: &'a Outlook<'a>, sources: &'a Sources, language: Language) -> Self {
        let words = Words::new(&outlook.horizon.workspace.network, language);
        Self { outlook, sources, sentences: Sentences { outlook, words } }
    }

    fn town(&self, id: CityId) -> Town {
        let city = self.outlook.horizon.workspace.city(id);
        Town { id: city.id.to_string(), name: city.name.to_string() }
    }

    fn turn(&self, number: usize, turn: &PlannedTurn<'_>) -> Turn {
        let slot = &self.outlook.horizon.slots[number];
        let (host, words) = (&turn.host, self.sentences.words);
        let runner_up = |other: &Standing<'_>| RunnerUp {
            town: self.town(other.city),
            claim: other.claim.to_string(),
        };
        let impossible = |other: &Standing<'_>| Impossible {
            town: self.town(other.city),
            hindrances: other.hindrances.iter().map(|it| obstacle(it, self.sources)).collect(),
        };
        Turn {
            number: number + 1,
            date: slot.date(),
            date_words: words.dates.numeric(slot.date()),
            meeting: slot.meeting.map(|meeting| meeting.id.to_string()),
            host: self.town(host.city),
            pinned: turn.pinned,
            account: host.balance.to_string(),
            claim: host.claim.to_string(),
            claim_decimal: decimal(&host.claim),
            claim_words: signed(&host.claim, words.language),
            runner_up: turn.runner_up.as_ref().map(runner_up),
            remark: self.sentences.remark(number, turn),
            grounds: self.grounds(turn),
            impossible: turn.excluded.iter().map(impossible).collect(),
        }
    }

    /// The account sums of the host and the runner-up, and who cannot.
    fn grounds(&self, turn: &PlannedTurn<'_>) -> Vec<Ground> {
        let towns = [Some(&turn.host), turn.runner_up.as_ref()].into_iter().flatten();
        let sum = |town: &Standing<'_>| {
            let last = town.account.last().and_then(|hosting| hosting.origin);
            let places = last.into_iter().map(|origin| place(origin, self.sources)).collect();
            Ground { words: self.sentences.sum(town), places }
        };
        let hindered = turn.excluded.iter().flat_map(|town| {
            town.hindrances.iter().map(|hindrance| Ground {
                words: self.sentences.hindered(town.city, hindrance),
                places: vec![place(hindrance.origin(), self.sources)],
            })
        });
        let set_back = turn.set_back.iter().map(|town| Ground {
            words: self.sentences.set_back(town, &turn.host),
            places: Vec::new(),
        });
        towns.map(sum).chain(set_back).chain(hindered).collect()
    }

    /// The account of each town's membership in `slot`, or of the one before or after it.
    fn balances(&self, slot: usize) -> Balances {
        let horizon = self.outlook.horizon;
        let mut towns: Vec<CityId> = horizon.cities.clone();
        towns.sort_unstable();
        towns.dedup();
        let balance = |town: CityId| {
            let own = || (0..horizon.cities.len()).filter(|city| horizon.cities[*city] == town);
            let present = horizon.city(town, slot);
            let begun = |city: &usize| *horizon.problem.cities[*city].slots.start() <= slot;
            let city = present.or_else(|| own().rfind(begun)).or_else(|| own().next())?;
            Some((self.town(town).id, self.outlook.plan.accounts.after(slot, city).to_string()))
        };
        Balances(towns.into_iter().filter_map(balance).collect())
    }

    fn effects(&self) -> Vec<Effect> {
        let horizon = self.outlook.horizon;
        let effect = |effect: &crate::plan::rotation::explanation::PlanEffect| {
            let (kind, city, place) = match effect.cause {
                PinOrWish::Pin(number) => {
                    (EffectKind::Pin, horizon.problem.pins[number].city, None)
                }
                PinOrWish::Wish(number) => (
                    EffectKind::Wish,
                    horizon.problem.wishes[number].city,
                    Some(place(horizon.wishes[number].origin, self.sources)),
                ),
            };
            let moves = effect.moves.iter().map(|it| Move {
                town: self.town(it.city),
                before: it.before.map(|slot| slot + 1),
                after: it.after.map(|slot| slot + 1),
            });
            Effect {
                kind,
                city: self.town(horizon.cities[city]),
                granted: effect.granted,
                fairness: effect.fairness.to_string(),
                moves: moves.collect(),
                words: self.sentences.effect(effect, place.as_ref()),
                place,
            }
        };
        self.outlook.effects.iter().map(effect).collect()
    }

    fn deviation(&self) -> Deviation {
        let (horizon, accounts) = (self.outlook.horizon, &self.outlook.plan.accounts);
        let after = |slot| (0..horizon.cities.len()).map(move |city| (slot, city));
        let all = (0..horizon.slots.len()).flat_map(after);
        let account = |(slot, city): (usize, usize)| accounts.after(slot, city);
        // Of equally large ones the earliest, and of these the first in order.
        let largest = all.fold((0, 0), |largest, other| {
            if account(other).abs() > account(largest).abs() { other } else { largest }
        });
        let members = horizon.problem.cities.iter().filter(|city| city.slots.contains(&0)).count();
        let yardstick = yardstick(members);
        let town = horizon.cities[largest.1];
        Deviation {
            city: self.town(town),
            turn: largest.0 + 1,
            account: account(largest).to_string(),
            words: self.sentences.deviation(town, largest.0, &account(largest), yardstick.as_ref()),
            yardstick: yardstick.as_ref().map(ToString::to_string),
        }
    }
}
