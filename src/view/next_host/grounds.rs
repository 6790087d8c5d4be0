//! What a decision rests on, statement by statement, with files and lines.

use num_rational::BigRational;
use serde::Serialize;

use super::sentences::Sentences;
use crate::plan::rotation::account::Account;
use crate::plan::rotation::next_host::Decision;
use crate::plan::rotation::standing::{Hindrance, Standing};
use crate::source::{Origin, Sources};
use crate::text::Language::{self, English, German};
use crate::text::count;
use crate::text::list::and;
use crate::view::finding::{FilePlace, place};
use crate::view::number::amount;

/// A statement that a decision rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ground {
    /// The statement.
    pub words: String,
    /// Where it is taken from.
    pub places: Vec<FilePlace>,
}

/// The turns that were counted, the last host, and how each member stands.
pub(super) fn grounds(
    decision: &Decision<'_>,
    sentences: &Sentences<'_>,
    sources: &Sources,
) -> Vec<Ground> {
    let ground = |words: String, origins: Vec<Option<Origin>>| Ground {
        words,
        places: origins.into_iter().flatten().map(|origin| place(origin, sources)).collect(),
    };
    let mut grounds = Vec::new();
    if let Some(first) = &decision.first_turn {
        let day = sentences.day(first.date, first.meeting);
        let origin = first.meeting.map(|meeting| meeting.origin);
        grounds.push(ground(counted(decision, &day, sentences), vec![origin]));
    }
    if let Some((turn, host)) = &decision.last_turn {
        let names = turn.hosts.iter().map(|host| sentences.name(*host));
        let are_several = turn.hosts.len() > 1;
        let name = and(names, sentences.words.language);
        let day = match turn.reckoned {
            Some(number) => sentences.reckoned(number, turn.date),
            None => sentences.day(turn.date, turn.meeting),
        };
        let statement = match sentences.words.language {
            German => {
                let town = if are_several { "Gastgeberstädte" } else { "Gastgeberstadt" };
                let host = sentences.workspace.network.members.pick(town, "Gastgeberschaft");
                format!("Letzte {host} davor: {name}, {day}")
            }
            English if are_several => format!("Last hosts before: {name}, {day}"),
            English => format!("Last host before: {name}, {day}"),
        };
        grounds.push(ground(statement, vec![turn.origin(*host)]));
    }
    for standing in decision.candidates.iter().chain(&decision.excluded) {
        let last = standing.account.last().and_then(|hosting| hosting.origin);
        let town = sentences.workspace.city(standing.city).origin;
        let joined = standing.account.joined.map_or(town, |joined| joined.origin);
        grounds.push(ground(account(decision, standing, sentences), vec![last, Some(joined)]));
        for hindrance in &standing.hindrances {
            let statement = hindered(sentences.name(standing.city), hindrance, sentences);
            grounds.push(ground(statement, vec![Some(hindrance.origin())]));
        }
    }
    for (city, balance) in &decision.closed {
        let (name, balance) = (sentences.name(*city), amount(balance, sentences.words.language));
        let statement = match sentences.words.language {
            German => format!("{name}: Konto {balance} aus beendeter Mitgliedschaft, eingefroren"),
            English => format!("{name}: account {balance} of an ended membership, frozen"),
        };
        grounds.push(ground(statement, vec![Some(sentences.workspace.city(*city).origin)]));
    }
    grounds.extend(shares(decision, sentences).map(|(words, origins)| ground(words, origins)));
    grounds
}

/// That the towns do not all have the same share, and where that stands.
fn shares(
    decision: &Decision<'_>,
    sentences: &Sentences<'_>,
) -> Option<(String, Vec<Option<Origin>>)> {
    let members = decision.candidates.iter().chain(&decision.excluded);
    let towns = members.map(|standing| sentences.workspace.city(standing.city));
    let unusual: Vec<_> = towns.filter(|town| town.share != 1).collect();
    let list = unusual.iter().map(|town| format!("{} {}", town.name, town.share));
    let list = and(list, sentences.words.language);
    let statement = match sentences.words.language {
        German => format!("Anteile: {list}, alle anderen 1"),
        English => format!("Shares: {list}, all others 1"),
    };
    let origins = unusual.iter().map(|town| Some(town.origin)).collect();
    (!unusual.is_empty()).then_some((statement, origins))
}

fn counted(decision: &Decision<'_>, day: &str, sentences: &Sentences<'_>) -> String {
    let (on_file, reckoned) = (decision.counted, decision.reckoned);
    match sentences.words.language {
        German => {
            format!("Gezählt: {}, seit {day}", meetings(on_file, reckoned, "Turnusse", German))
        }
        English => format!("Counted: {}, since {day}", meetings(on_file, reckoned, "", English)),
    }
}

/// So many meetings on file, and so many turns that this reckoning gave away; `turns` are several of these
/// in German.
fn meetings(on_file: usize, reckoned: usize, turns: &str, language: Language) -> String {
    let (on_file, turns, and) = match language {
        German => (count(on_file, "Treffen", "Treffen"), count(reckoned, "Turnus", turns), "und"),
        English => (count(on_file, "meeting", "meetings"), count(reckoned, "turn", "turns"), "and"),
    };
    let of_this = language.pick("dieser Rechnung", "of this reckoning");
    if reckoned == 0 { on_file.to_string() } else { format!("{on_file} {and} {turns} {of_this}") }
}

/// The sum of a town's account, what is added beforehand, and how long the town has waited.
fn account(decision: &Decision<'_>, standing: &Standing<'_>, sentences: &Sentences<'_>) -> String {
    let (name, account) = (sentences.name(standing.city), &standing.account);
    let amount = |value: &BigRational| amount(value, sentences.words.language);
    let (earned, balance) = (amount(&account.earned()), amount(&standing.balance));
    let (credit, claim) = (amount(&standing.credit), amount(&standing.claim));
    let since = sentences.since(decision, standing);
    let days = usize::try_from(standing.waiting.days).unwrap_or(usize::MAX);
    let on_file = account.meetings - account.reckoned;
    let meetings = meetings(on_file, account.reckoned, "Turnussen", sentences.words.language);
    let (sum, waiting) = match sentences.words.language {
        German => {
            let paid = paid(account, &amount, |paid, turns| {
                format!(
                    ", abzüglich {paid} für {}",
                    count(turns, "Gastgeberschaft", "Gastgeberschaften")
                )
            });
            (
                format!(
                    "{name}: {earned} aus {meetings}{paid}, Konto {balance}; \
                     mit dem kommenden Anteil {credit}: {claim}"
                ),
                since.map(|since| format!("wartet {} {since}", count(days, "Tag", "Tage"))),
            )
        }
        English => {
            let paid = paid(account, &amount, |paid, turns| {
                format!(", less {paid} for {}", count(turns, "turn", "turns"))
            });
            (
                format!(
                    "{name}: {earned} from {meetings}{paid}, account {balance}; \
                     with the coming part {credit}: {claim}"
                ),
                since.map(|since| format!("has waited {} {since}", count(days, "day", "days"))),
            )
        }
    };
    [Some(sum), waiting].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What the account paid for how many turns, in words, if it had any.
fn paid(
    account: &Account<'_>,
    amount: &impl Fn(&BigRational) -> String,
    words: impl FnOnce(String, usize) -> String,
) -> String {
    match account.hostings.len() {
        0 => String::new(),
        turns => words(amount(&account.paid()), turns),
    }
}

fn hindered(name: &str, hindrance: &Hindrance<'_>, sentences: &Sentences<'_>) -> String {
    match (hindrance, sentences.words.language) {
        (Hindrance::Unavailable(absence), language) => {
            let days = sentences.words.dates.span(absence.days.first(), absence.days.last());
            let reason = &absence.reason;
            match language {
                German => format!("{name} ist verhindert, {days}: {reason}"),
                English => format!("{name} is unavailable, {days}: {reason}"),
            }
        }
        (Hindrance::Skipped(skip), language) => {
            let reason = &skip.reason;
            match language {
                German => format!("{name} wird ausgesetzt: {reason}"),
                English => format!("{name} is passed over: {reason}"),
            }
        }
    }
}
