//! Why a town hosts, in a few sentences: each criterion that parted towns has one.

use super::sentences::Sentences;
use crate::plan::rotation::next_host::Decision;
use crate::plan::rotation::standing::{Criterion, Standing};
use crate::text::Language::{English, German};
use crate::text::list;
use crate::view::number::{amount, kilometres};
use crate::view::words::too_near;

/// So many towns are named one by one; of more the number is told.
const NAMED: usize = 6;

impl Sentences<'_> {
    /// What decided, in a few sentences.
    pub(super) fn reason(&self, decision: &Decision<'_>) -> String {
        let Some(host) = decision.candidates.first() else { return String::new() };
        let behind = |town: &&Standing<'_>| town.is_set_back_behind(host);
        let set_back: Vec<_> = decision.candidates.iter().filter(behind).collect();
        let mut sentences: Vec<String> =
            set_back.iter().map(|town| self.set_back(decision, town, host)).collect();
        sentences.extend(self.decisive(decision, host));
        if host.running > 1 {
            sentences.push(self.again(host));
        }
        let before = |town: &&Standing<'_>| town.against(host).0.is_lt();
        let passed: Vec<_> = decision.excluded.iter().filter(before).collect();
        if !passed.is_empty() {
            let names = self.names(&passed);
            sentences.push(match (self.words.language, passed.len()) {
                (German, 1) => format!("{names} wäre vorher an der Reihe, fällt diesmal aber aus."),
                (German, _) => {
                    format!("{names} wären vorher an der Reihe, fallen diesmal aber aus.")
                }
                (English, _) => {
                    format!("{names} would come before, but cannot host this time.")
                }
            });
        }
        sentences.join(" ")
    }

    fn decisive(&self, decision: &Decision<'_>, host: &Standing<'_>) -> Vec<String> {
        let level = |town: &&Standing<'_>| town.shortfall == host.shortfall;
        let mut level = decision.candidates.iter().filter(level);
        let Some(runner_up) = level.nth(1) else {
            if decision.candidates.len() > 1 {
                return vec![self.only_one(host)];
            }
            let nobody = self.words.pick(
                "Keine andere Mitgliedsstadt kann an diesem Tag Gastgeberin sein.",
                "No other member can host on that day.",
            );
            return vec![nobody.to_owned()];
        };
        // Each criterion looks only at the towns that all criteria before it left equal.
        let level_with = |criterion: Criterion| {
            let is_level =
                |town: &&Standing<'_>| host.against(town).1.is_none_or(|by| by > criterion);
            decision.candidates.iter().filter(is_level).collect::<Vec<_>>()
        };
        let by_account = level_with(Criterion::Account);
        if by_account.len() == 1 {
            return vec![self.owed_most(decision, host, runner_up)];
        }
        let by_wish = level_with(Criterion::Wish);
        let by_waiting = level_with(Criterion::Waiting);
        let by_travel = level_with(Criterion::Travel);
        let alike = by_waiting.len() == by_account.len();
        let mut sentences = vec![self.owed_alike(decision, &by_account, alike)];
        if by_wish.len() < by_account.len() {
            sentences.push(self.wished(&by_wish));
        }
        if by_waiting.len() < by_wish.len() {
            sentences.push(self.waited(decision, &by_waiting));
        }
        if let Some(metres) = host.travel.filter(|_| by_travel.len() < by_waiting.len()) {
            sentences.push(self.travelled(&by_travel, metres));
        }
        if by_travel.len() > 1 {
            sentences.push(self.listed(decision, host));
        }
        sentences
    }

    /// That a town with no smaller claim waits, because turns of its own are too near.
    fn set_back(
        &self,
        decision: &Decision<'_>,
        town: &Standing<'_>,
        host: &Standing<'_>,
    ) -> String {
        let (name, due, language) =
            (self.name(town.city), self.due(decision, town), self.words.language);
        let near = too_near(town.near, language);
        match (language, town.claim > host.claim) {
            (German, true) => {
                format!(
                    "{name} hat einen größeren Anspruch ({due}) und wartet: {near}; der Anspruch bleibt."
                )
            }
            (German, false) => {
                format!(
                    "{name} hat denselben Anspruch ({due}) und wartet: {near}; der Anspruch bleibt."
                )
            }
            (English, true) => {
                format!("{name} is owed more ({due}) and waits: {near}; it stays owed.")
            }
            (English, false) => {
                format!("{name} is owed as much ({due}) and waits: {near}; it stays owed.")
            }
        }
    }

    /// That the turns of all others are too near, or nearer than the host's.
    fn only_one(&self, host: &Standing<'_>) -> String {
        let name = self.name(host.city);
        match (self.words.language, host.near.is_none()) {
            (German, true) => {
                format!("Nur bei {name} liegen genug andere Turnusse zwischen den eigenen.")
            }
            (German, false) => {
                format!("Bei {name} liegen noch die meisten anderen Turnusse zwischen den eigenen.")
            }
            (English, true) => format!("Only with {name} enough other turns lie between its own."),
            (English, false) => format!("With {name} most other turns lie between its own."),
        }
    }

    /// That a town hosts again.
    fn again(&self, host: &Standing<'_>) -> String {
        let (name, row) = (self.name(host.city), host.running);
        match self.words.language {
            German => format!("Damit hat {name} {row} Turnusse in Folge."),
            English => format!("So {name} has {row} turns in a row."),
        }
    }

    fn owed_most(
        &self,
        decision: &Decision<'_>,
        host: &Standing<'_>,
        runner_up: &Standing<'_>,
    ) -> String {
        let (name, next) = (self.name(host.city), self.name(runner_up.city));
        let (most, less) = (self.due(decision, host), self.due(decision, runner_up));
        let is_of_the_rest = decision.candidates.iter().any(|it| it.is_set_back_behind(host));
        match (self.words.language, is_of_the_rest) {
            (German, false) => {
                format!("{name} hat den größten Anspruch ({most}), danach kommt {next} ({less}).")
            }
            (German, true) => format!(
                "Von den übrigen hat {name} den größten Anspruch ({most}), danach kommt {next} ({less})."
            ),
            (English, false) => {
                format!("{name} is owed most ({most}), then comes {next} ({less}).")
            }
            (English, true) => {
                format!("Of the others {name} is owed most ({most}), then comes {next} ({less}).")
            }
        }
    }

    fn owed_alike(
        &self,
        decision: &Decision<'_>,
        towns: &[&Standing<'_>],
        waiting: bool,
    ) -> String {
        let (names, due) = (self.names(towns), self.due(decision, towns[0]));
        let wait = match (self.words.language, waiting) {
            (_, false) => "",
            (German, true) => " und warten gleich lange",
            (English, true) => " and have waited equally long",
        };
        match self.words.language {
            German => format!("{names} haben denselben Anspruch ({due}){wait}."),
            English => format!("{names} are owed the same ({due}){wait}."),
        }
    }

    fn wished(&self, towns: &[&Standing<'_>]) -> String {
        let names = self.names(towns);
        match (self.words.language, towns.len()) {
            (German, 1) => format!("Davon wünscht sich {names} diesen Termin am meisten."),
            (German, _) => format!("Davon wünschen sich {names} diesen Termin am meisten."),
            (English, 1) => format!("Of these {names} wishes for this date most."),
            (English, _) => format!("Of these {names} wish for this date most."),
        }
    }

    fn waited(&self, decision: &Decision<'_>, towns: &[&Standing<'_>]) -> String {
        let names = self.names(towns);
        let since = self.since(decision, towns[0]);
        let since = since.map(|since| format!(", {since}")).unwrap_or_default();
        match (self.words.language, towns.len()) {
            (German, 1) => format!("Davon wartet {names} am längsten{since}."),
            (German, _) => format!("Davon warten {names} am längsten{since}."),
            (English, 1) => format!("Of these {names} has waited longest{since}."),
            (English, _) => format!("Of these {names} have waited longest{since}."),
        }
    }

    fn travelled(&self, towns: &[&Standing<'_>], metres: u64) -> String {
        let (names, km) = (self.names(towns), kilometres(metres));
        match self.words.language {
            German => format!(
                "Davon haben die Mitglieder zusammen nach {names} den kürzesten Weg ({km} km Luftlinie)."
            ),
            English => format!(
                "Of these the members' ways to {names} are shortest ({km} km in all as the crow flies)."
            ),
        }
    }

    fn listed(&self, decision: &Decision<'_>, host: &Standing<'_>) -> String {
        let host = self.name(host.city);
        let members = &self.workspace.network.members;
        let last = decision.last_turn.as_ref().map(|(_, last)| self.name(*last));
        match (self.words.language, last) {
            (German, Some(last)) => members.pick(
                format!(
                    "In der Liste nach {last}, der letzten Gastgeberstadt, kommt {host} zuerst."
                ),
                format!("In der Liste kommt {host} nach {last} (zuletzt an der Reihe) zuerst."),
            ),
            (German, None) => {
                let several = members.several(German, "Städte");
                format!("In der Liste der {several} steht {host} davon zuerst.")
            }
            (English, Some(last)) => {
                format!("In the list after {last}, the last host, {host} comes first.")
            }
            (English, None) => {
                let several = members.several(English, "cities");
                format!("In the list of {several} {host} comes first of them.")
            }
        }
    }

    /// The towns in the network's order; of many only how many there are.
    fn names(&self, towns: &[&Standing<'_>]) -> String {
        if towns.len() > NAMED {
            let number = towns.len();
            let members = &self.workspace.network.members;
            let several = members.several(self.words.language, self.words.pick("Städte", "cities"));
            return format!("{number} {several}");
        }
        let mut cities: Vec<_> = towns.iter().map(|town| town.city).collect();
        cities.sort_unstable();
        list::and(cities.into_iter().map(|city| self.name(city)), self.words.language)
    }

    /// What is compared: the account where all are credited the same, else the claim.
    fn due(&self, decision: &Decision<'_>, standing: &Standing<'_>) -> String {
        let alike = decision.candidates.iter().all(|town| town.credit == standing.credit);
        let compared = if alike { &standing.balance } else { &standing.claim };
        amount(compared, self.words.language)
    }
}
