//! The sentences about a plan, German and English side by side.

use std::cmp::Ordering;

use num_rational::BigRational;
use num_traits::{Signed as _, Zero as _};

use crate::domain::id::CityId;
use crate::plan::rotation::explanation::{Move, Outlook, PinOrWish, PlanEffect, PlannedTurn};
use crate::plan::rotation::planner::{Unproven, wanted};
use crate::plan::rotation::standing::{Criterion, Hindrance, Standing};
use crate::text::Language::{English, German};
use crate::text::{count, list};
use crate::view::finding::FilePlace;
use crate::view::number::amount;
use crate::view::words::{Words, too_near};

/// What the sentences are made with.
pub(super) struct Sentences<'a> {
    pub(super) outlook: &'a Outlook<'a>,
    pub(super) words: Words,
}

impl Sentences<'_> {
    /// Why this host, in a few words.
    pub(super) fn remark(&self, slot: usize, turn: &PlannedTurn<'_>) -> String {
        let mut remarks = Vec::new();
        if turn.pinned {
            remarks.push(self.words.pick("festgelegt", "pinned").to_owned());
        }
        remarks.extend(self.wish(slot));
        remarks.extend(self.other_idea(slot, turn.host.city));
        let before = turn.excluded.iter().filter(|town| town.against(&turn.host).0.is_lt());
        let passed: Vec<&str> = before.map(|town| self.name(town.city)).collect();
        if !passed.is_empty() {
            let names = list::and(&passed, self.words.language);
            remarks.push(match self.words.language {
                German if passed.len() == 1 => format!("{names} fällt aus"),
                German => format!("{names} fallen aus"),
                English => format!("{names} cannot host"),
            });
        }
        let language = self.words.language;
        remarks.extend(turn.set_back.iter().map(|it| self.near(it)));
        if turn.host.running > 1 {
            let row = turn.host.running;
            remarks.push(match language {
                German => format!("{row} Turnusse in Folge"),
                English => format!("{row} turns in a row"),
            });
        }
        if remarks.is_empty() {
            remarks.extend(self.against_runner_up(turn));
        }
        remarks.join("; ")
    }

    fn wish(&self, slot: usize) -> Option<String> {
        let (problem, hosts) = (&self.outlook.horizon.problem, &self.outlook.plan.hosts);
        let mut wishes = problem.wishes.iter().zip(&self.outlook.horizon.wishes);
        let (_, wish) =
            wishes.find(|(wish, _)| wish.city == hosts[slot] && wish.slots.contains(&slot))?;
        Some(format!("{}: {}", self.words.pick("Wunsch", "wish"), wish.reason))
    }

    /// That the meeting's file has another town in mind.
    fn other_idea(&self, slot: usize, host: CityId) -> Option<String> {
        let named = self.outlook.horizon.slots[slot].meeting?.hosts.first()?.value;
        let name = self.name(named);
        (named != host).then(|| match self.words.language {
            German => format!("die Datei nennt {name}"),
            English => format!("the file names {name}"),
        })
    }

    fn against_runner_up(&self, turn: &PlannedTurn<'_>) -> Option<String> {
        let other = turn.runner_up.as_ref()?;
        let name = self.name(other.city);
        let (ordering, criterion) = turn.host.against(other);
        if ordering.is_gt() && turn.host.shortfall > other.shortfall {
            return Some(match self.words.language {
                German => format!("vor {name}: sonst lägen andere Turnusse zu dicht"),
                English => format!("before {name}: else other turns would be too close"),
            });
        }
        if ordering.is_gt() {
            let is_level = turn.host.claim == other.claim;
            return Some(match (self.words.language, is_level) {
                (German, true) => format!("gleichauf mit {name}"),
                (German, false) => format!("vor {name}: auf Dauer ausgeglichener"),
                (English, true) => format!("level with {name}"),
                (English, false) => format!("before {name}: fairer in the long run"),
            });
        }
        Some(match (self.words.language, criterion?) {
            (_, Criterion::Wish) => return None,
            // Whoever is owed as much and waits for turns that are too near has been named.
            (German, Criterion::Gap | Criterion::Account) => "größter Anspruch".to_owned(),
            (English, Criterion::Gap | Criterion::Account) => "is owed most".to_owned(),
            (German, Criterion::Waiting) => format!("wartet länger als {name}"),
            (English, Criterion::Waiting) => format!("has waited longer than {name}"),
            (German, Criterion::Travel) => format!("kürzere Wege als nach {name}"),
            (English, Criterion::Travel) => format!("shorter ways than to {name}"),
            (German, Criterion::Order) => format!("in der Liste vor {name}"),
            (English, Criterion::Order) => format!("before {name} in the list"),
        })
    }

    /// The account of a town with its part of the turn.
    pub(super) fn sum(&self, town: &Standing<'_>) -> String {
        let (name, language) = (self.name(town.city), self.words.language);
        let [account, credit, claim] =
            [&town.balance, &town.credit, &town.claim].map(|value| amount(value, language));
        let days = usize::try_from(town.waiting.days).unwrap_or(usize::MAX);
        match language {
            German => format!(
                "{name}: Konto {account}, mit dem Anteil {credit} an diesem Turnus: {claim}; wartet {}",
                count(days, "Tag", "Tage")
            ),
            English => format!(
                "{name}: account {account}, with the part {credit} of this turn: {claim}; has waited {}",
                count(days, "day", "days")
            ),
        }
    }

    /// Which turns of a town are too near: "Gotha: letzter Turnus zu nah".
    fn near(&self, town: &Standing<'_>) -> String {
        format!("{}: {}", self.name(town.city), too_near(town.near, self.words.language))
    }

    /// That a town with no smaller claim waits.
    pub(super) fn set_back(&self, town: &Standing<'_>, host: &Standing<'_>) -> String {
        let (name, claim) = (self.name(town.city), amount(&town.claim, self.words.language));
        let near = too_near(town.near, self.words.language);
        match (self.words.language, town.claim > host.claim) {
            (German, true) => format!(
                "{name} hat einen größeren Anspruch ({claim}) und wartet: {near}; der Anspruch bleibt \
                 und wird über mehr Runden eingelöst"
            ),
            (German, false) => format!(
                "{name} hat denselben Anspruch ({claim}) und wartet: {near}; der Anspruch bleibt"
            ),
            (English, true) => format!(
                "{name} is owed more ({claim}) and waits: {near}; it stays owed and is paid off over \
                 more rounds"
            ),
            (English, false) => {
                format!("{name} is owed as much ({claim}) and waits: {near}; it stays owed")
            }
        }
    }

    /// Where turns of one town lie too close, and how sure it is that no plan does better.
    pub(super) fn gaps(&self) -> Vec<String> {
        let (plan, language) = (&self.outlook.plan, self.words.language);
        let mut said = Vec::new();
        let problem = &self.outlook.horizon.problem;
        let gap = wanted(problem);
        let is_asked = self.outlook.horizon.workspace.network.min_gap.origin.is_some();
        if is_asked && gap < problem.min_gap {
            said.push(match language {
                German => format!(
                    "Gerechnet ist mit {gap} statt {} für `min-gap`: Mehr andere Mitglieder gibt es in \
                     dieser Zeit nicht.",
                    problem.min_gap
                ),
                English => format!(
                    "Reckoned is with {gap} instead of {} for `min-gap`: there are no more other \
                     members in that time.",
                    problem.min_gap
                ),
            });
        }
        if plan.objective.gaps.broken > 0 {
            let often = plan.objective.gaps.broken;
            said.push(match language {
                German => format!(
                    "Nicht überall liegen so viele andere Turnusse dazwischen, wie `min-gap` will \
                     ({gap}): {often}-mal sind es weniger."
                ),
                English => format!(
                    "Not everywhere as many other turns lie between as `min-gap` wants ({gap}): {} \
                     there are fewer.",
                    count(often, "time", "times")
                ),
            });
        }
        if let Some(Unproven { shortfall, fairer }) = &plan.unproven {
            let gaps = plan.objective.gaps.broken - shortfall.broken;
            let (gaps, fairer) = match language {
                German => (
                    format!("{} mehr einhalten", count(gaps, "Abstand", "Abstände")),
                    format!("die Summe der Kontoquadrate um {} senken", amount(fairer, language)),
                ),
                English => (
                    format!("keep {} more", count(gaps, "gap", "gaps")),
                    format!("lower the sum of squared accounts by {}", amount(fairer, language)),
                ),
            };
            let is_kept = plan.objective.gaps.broken == shortfall.broken;
            said.push(match (language, is_kept) {
                (German, true) => format!(
                    "Ob es einen besseren Plan gibt, ist nicht zu Ende gesucht: Er könnte höchstens {fairer}."
                ),
                (German, false) => format!(
                    "Ob es einen besseren Plan gibt, ist nicht zu Ende gesucht: Er könnte höchstens {gaps} \
                     oder {fairer}."
                ),
                (English, true) => format!(
                    "Whether there is a better plan was not searched to the end: it could {fairer} at most."
                ),
                (English, false) => format!(
                    "Whether there is a better plan was not searched to the end: it could {gaps} or {fairer} \
                     at most."
                ),
            });
        }
        said
    }

    /// Why a town cannot host.
    pub(super) fn hindered(&self, town: CityId, hindrance: &Hindrance<'_>) -> String {
        let name = self.name(town);
        match (self.words.language, hindrance) {
            (German, Hindrance::Unavailable(it)) => format!("{name} ist verhindert: {}", it.reason),
            (English, Hindrance::Unavailable(it)) => {
                format!("{name} is unavailable: {}", it.reason)
            }
            (German, Hindrance::Skipped(it)) => format!("{name} wird ausgesetzt: {}", it.reason),
            (English, Hindrance::Skipped(it)) => format!("{name} is passed over: {}", it.reason),
        }
    }

    /// What a pin or wish costs: "Gotha im März 2027 verschiebt Sömmerda von Turnus 2 auf 4."
    pub(super) fn effect(&self, effect: &PlanEffect, place: Option<&FilePlace>) -> String {
        let horizon = self.outlook.horizon;
        let (city, slots, reason) = match effect.cause {
            PinOrWish::Pin(number) => {
                let pin = horizon.problem.pins[number];
                (pin.city, vec![pin.slot], None)
            }
            PinOrWish::Wish(number) => {
                let wish = &horizon.problem.wishes[number];
                (
                    wish.city,
                    wish.slots.iter().copied().collect(),
                    Some(&horizon.wishes[number].reason),
                )
            }
        };
        let is_hosted = |slot: &&usize| self.outlook.plan.hosts[**slot] == city;
        let slot = slots.iter().find(is_hosted).or(slots.first()).copied().unwrap_or(0);
        let date = horizon.slots[slot].date();
        let (name, month) = (self.name(horizon.cities[city]), self.words.dates.month(date));
        let year = date.format("%Y");
        let mut subject = match self.words.language {
            German => format!("{name} im {month} {year}"),
            English => format!("{name} in {month} {year}"),
        };
        if let (Some(reason), Some(FilePlace { file, line, .. })) = (reason, place) {
            let wish = self.words.pick("Wunsch", "wish");
            subject = format!("{subject} ({wish}: {reason}, {file}:{line})");
        }
        let others = effect.moves.iter().filter(|it| it.city != horizon.cities[city]);
        let moved: Vec<String> = others.map(|it| self.moved(*it)).collect();
        let moved = list::and(&moved, self.words.language);
        // More constraints never make a plan fairer, unless turns may lie closer for it.
        let cost = amount(&effect.fairness.abs(), self.words.language);
        let mut cost = match (self.words.language, effect.fairness.cmp(&BigRational::zero())) {
            (_, Ordering::Equal) => String::new(),
            (German, Ordering::Greater) => {
                format!("; die Summe der Kontoquadrate wächst um {cost}")
            }
            (English, Ordering::Greater) => {
                format!("; the sum of squared accounts grows by {cost}")
            }
            (German, Ordering::Less) => format!("; die Summe der Kontoquadrate sinkt um {cost}"),
            (English, Ordering::Less) => format!("; the sum of squared accounts falls by {cost}"),
        };
        let short = match self.words.language {
            German => count(effect.gaps, "Abstand wird zu kurz", "Abstände werden zu kurz"),
            English => count(effect.gaps, "gap becomes too short", "gaps become too short"),
        };
        if effect.gaps > 0 {
            cost = format!("{cost}; {short}");
        }
        match (self.words.language, effect.granted, moved.is_empty()) {
            (German, true, true) => format!("{subject} verschiebt niemanden{cost}."),
            (German, true, false) => format!("{subject} verschiebt {moved}{cost}."),
            (German, false, true) => format!("{subject} ist nicht vorgesehen{cost}."),
            (German, false, false) => {
                format!("{subject} ist nicht vorgesehen: Es verschöbe {moved}{cost}.")
            }
            (English, true, true) => format!("{subject} moves nobody{cost}."),
            (English, true, false) => format!("{subject} moves {moved}{cost}."),
            (English, false, true) => format!("{subject} is not planned{cost}."),
            (English, false, false) => {
                format!("{subject} is not planned: it would move {moved}{cost}.")
            }
        }
    }

    fn moved(&self, it: Move) -> String {
        let name = self.name(it.city);
        let number = |slot: usize| slot + 1;
        match (self.words.language, it.before.map(number), it.after.map(number)) {
            (German, Some(before), Some(after)) => {
                format!("{name} von Turnus {before} auf {after}")
            }
            (German, Some(before), None) => format!("{name} von Turnus {before} hinter den Plan"),
            (German, None, after) => {
                format!("{name} in den Plan auf Turnus {}", after.unwrap_or(0))
            }
            (English, Some(before), Some(after)) => format!("{name} from turn {before} to {after}"),
            (English, Some(before), None) => format!("{name} from turn {before} beyond the plan"),
            (English, None, after) => {
                format!("{name} into the plan at turn {}", after.unwrap_or(0))
            }
        }
    }

    /// The largest deviation beside Tijdeman's bound.
    pub(super) fn deviation(
        &self,
        town: CityId,
        slot: usize,
        account: &BigRational,
        yardstick: Option<&BigRational>,
    ) -> String {
        let (name, turn, language) = (self.name(town), slot + 1, self.words.language);
        let (account, yardstick) =
            (amount(account, language), yardstick.map(|it| amount(it, language)));
        match (language, yardstick) {
            (German, None) => {
                format!("Größte Abweichung: {name}, Konto {account} nach Turnus {turn}.")
            }
            (German, Some(bound)) => format!(
                "Größte Abweichung: {name}, Konto {account} nach Turnus {turn}; Maßstab nach \
                 Tijdeman: {bound}."
            ),
            (English, None) => {
                format!("Largest deviation: {name}, account {account} after turn {turn}.")
            }
            (English, Some(bound)) => format!(
                "Largest deviation: {name}, account {account} after turn {turn}; Tijdeman's \
                 yardstick: {bound}."
            ),
        }
    }

    fn name(&self, city: CityId) -> &str {
        self.outlook.horizon.workspace.city(city).name.as_str()
    }
}
