//! Why a town hosts, in a few sentences: each criterion that parted towns has one.

use super::sentences::Sentences;
use crate::plan::rotation::next_host::Decision;
use crate::plan::rotation::standing::{Criterion, Standing};
use crate::text::Language::{English, German};
use crate::text::list;
use crate::view::number::{fraction, kilometres};

/// So many towns are named one by one; of more the number is told.
const NAMED: usize = 6;

impl Sentences<'_> {
    /// What decided, in a few sentences.
    pub(super) fn reason(&self, decision: &Decision<'_>) -> String {
        let Some(host) = decision.candidates.first() else { return String::new() };
        let mut sentences = self.decisive(decision, host);
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
        let Some(runner_up) = decision.candidates.get(1) else {
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

    fn owed_most(
        &self,
        decision: &Decision<'_>,
        host: &Standing<'_>,
        runner_up: &Standing<'_>,
    ) -> String {
        let (name, next) = (self.name(host.city), self.name(runner_up.city));
        let (most, less) = (due(decision, host), due(decision, runner_up));
        match self.words.language {
            German => {
                format!("{name} hat den größten Anspruch ({most}), danach kommt {next} ({less}).")
            }
            English => format!("{name} is owed most ({most}), then comes {next} ({less})."),
        }
    }

    fn owed_alike(
        &self,
        decision: &Decision<'_>,
        towns: &[&Standing<'_>],
        waiting: bool,
    ) -> String {
        let (names, due) = (self.names(towns), due(decision, towns[0]));
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
        let last = decision.last_turn.as_ref().map(|(_, last)| self.name(*last));
        match (self.words.language, last) {
            (German, Some(last)) => {
                format!(
                    "In der Liste nach {last}, der letzten Gastgeberstadt, kommt {host} zuerst."
                )
            }
            (German, None) => format!("In der Liste der Städte steht {host} davon zuerst."),
            (English, Some(last)) => {
                format!("In the list after {last}, the last host, {host} comes first.")
            }
            (English, None) => format!("In the list of cities {host} comes first of them."),
        }
    }

    /// The towns in the network's order; of many only how many there are.
    fn names(&self, towns: &[&Standing<'_>]) -> String {
        if towns.len() > NAMED {
            let number = towns.len();
            return format!("{number} {}", self.words.pick("Städte", "cities"));
        }
        let mut cities: Vec<_> = towns.iter().map(|town| town.city).collect();
        cities.sort_unstable();
        list::and(cities.into_iter().map(|city| self.name(city)), self.words.language)
    }
}

/// What is compared: the account where all are credited the same, else the claim.
fn due(decision: &Decision<'_>, standing: &Standing<'_>) -> String {
    let alike = decision.candidates.iter().all(|town| town.credit == standing.credit);
    fraction(if alike { &standing.balance } else { &standing.claim })
}
