//! Who hosts next, with the reason: the answer as data and as sentences.

use chrono::NaiveDate;
use serde::Serialize;

use super::finding::{FilePlace, place};
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan;
use crate::plan::rotation::next_host::{Decision, NextHosts};
use crate::plan::rotation::standing::{Criterion, Hindrance, Standing};
use crate::plan::rotation::turn::Turn;
use crate::source::Sources;
use crate::text::Language;

mod grounds;
mod reason;
mod sentences;
#[cfg(test)]
mod tests;

use super::number::{decimal, kilometres, signed};
use crate::view::spelling::{word, word_if_any};
pub use grounds::Ground;
use sentences::Sentences;

/// The next turns and who gets them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NextHost {
    /// Its language, by its code.
    #[serde(serialize_with = "word")]
    pub language: Language,
    /// The turns, in order; at least one.
    pub turns: Vec<NextTurn>,
    /// Why the day is not the one that was asked for, in a sentence.
    pub remark: Option<String>,
    /// The coming turns that have hosts already, by date.
    pub assigned: Vec<AssignedTurn>,
    /// What the account is, in two sentences.
    pub account_note: String,
    /// Who would host the first turn if the turns after it were looked at too; none if that changes
    /// nothing.
    pub lookahead: Option<Lookahead>,
}

/// Another host for the first turn.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Lookahead {
    /// The town.
    pub host: Town,
    /// How many turns were looked at.
    pub turns: usize,
    /// What makes the difference: where it stands; none if it is no single thing.
    pub place: Option<FilePlace>,
    /// All that in a sentence.
    pub words: String,
}

/// One turn and who gets it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NextTurn {
    /// The town that hosts.
    pub host: Town,
    /// The day.
    pub date: NaiveDate,
    /// The meeting that waits for a host; none for the turn after the last assigned one.
    pub meeting: Option<MeetingName>,
    /// The answer in a sentence that begins with the name of the host.
    pub answer: String,
    /// The reason in a few sentences.
    pub reason: String,
    /// What put the host before the runner-up: `account`, `wish`, `waiting`, `travel` or `order`;
    /// none if nobody else can host.
    #[serde(serialize_with = "word_if_any")]
    pub criterion: Option<Criterion>,
    /// The members that can host, the best first: the host itself.
    pub candidates: Vec<Candidate>,
    /// The members that cannot, in the network's order.
    pub excluded: Vec<Candidate>,
    /// What the decision rests on, statement by statement.
    pub grounds: Vec<Ground>,
}

/// A town.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Town {
    /// The key.
    pub id: String,
    /// The name.
    pub name: String,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MeetingName {
    /// The key.
    pub id: String,
    /// The title.
    pub title: String,
    /// Where its file begins.
    pub place: FilePlace,
}

/// A coming turn that has hosts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AssignedTurn {
    /// The meeting.
    pub meeting: MeetingName,
    /// The day.
    pub date: NaiveDate,
    /// The hosts.
    pub hosts: Vec<Town>,
    /// Meeting, day and hosts in words.
    pub words: String,
}

/// A member and how it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Candidate {
    /// The town.
    #[serde(flatten)]
    pub town: Town,
    /// What its account holds before the turn, in turns, as an exact fraction: `-17/30`.
    pub account: String,
    /// The same to four decimals.
    pub account_decimal: f64,
    /// The same for people, to two decimals: "+0,43".
    pub account_words: String,
    /// Its part of the turn, credited beforehand, as an exact fraction.
    pub credit: String,
    /// Account and credit together, which are compared, as an exact fraction.
    pub claim: String,
    /// The same for people, to two decimals.
    pub claim_words: String,
    /// Its turns during its present membership, coming ones too.
    pub turns: usize,
    /// The day of the latest of them.
    pub last_turn: Option<NaiveDate>,
    /// The same for people; a dash if it had none.
    pub last_turn_words: String,
    /// How long it has waited, in days.
    pub waiting_days: u64,
    /// The ways of all members to it in kilometres, if the network looks at travel.
    pub travel_km: Option<u64>,
    /// Why it hosts, why not yet, or why it cannot.
    pub remark: String,
    /// What keeps it from hosting; empty for those that can.
    pub hindrances: Vec<Obstacle>,
}

/// What kind of thing keeps a town from hosting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ObstacleKind {
    /// It has no room then.
    Unavailable,
    /// It is passed over once.
    Skipped,
}

/// What keeps a town from hosting.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Obstacle {
    /// What it is.
    pub kind: ObstacleKind,
    /// Why.
    pub reason: String,
    /// Where it stands.
    pub place: FilePlace,
}

/// The answer in the words of `language`; `ahead` is what looking ahead would change.
pub fn next_host(
    workspace: &Workspace,
    answer: &NextHosts<'_>,
    ahead: Option<&plan::rotation::lookahead::Lookahead<'_>>,
    sources: &Sources,
    language: Language,
) -> NextHost {
    let sentences = Sentences::new(workspace, language);
    let turn = |(index, decision): (usize, &Decision<'_>)| {
        let excluded = decision.excluded.iter();
        NextTurn {
            host: town(workspace, decision.host),
            date: decision.date,
            meeting: decision.meeting.map(|meeting| meeting_name(meeting, sources)),
            answer: sentences.answer(decision, index == 0),
            reason: sentences.reason(decision),
            criterion: decision.criterion,
            candidates: candidates(decision, &sentences, sources),
            excluded: excluded
                .map(|town| candidate(town, sentences.hindered(town), &sentences, sources))
                .collect(),
            grounds: grounds::grounds(decision, &sentences, sources),
        }
    };
    NextHost {
        language,
        turns: answer.decisions.iter().enumerate().map(turn).collect(),
        remark: sentences.other_day(answer),
        assigned: answer
            .assigned
            .iter()
            .filter_map(|turn| assigned(turn, &sentences, sources))
            .collect(),
        account_note: sentences.account_note().to_owned(),
        lookahead: ahead.map(|ahead| lookahead(ahead, &sentences, sources)),
    }
}

/// What looking ahead would change, in the words of `language`.
pub fn lookahead_words(
    workspace: &Workspace,
    ahead: &plan::rotation::lookahead::Lookahead<'_>,
    sources: &Sources,
    language: Language,
) -> String {
    lookahead(ahead, &Sentences::new(workspace, language), sources).words
}

fn lookahead(
    ahead: &plan::rotation::lookahead::Lookahead<'_>,
    sentences: &Sentences<'_>,
    sources: &Sources,
) -> Lookahead {
    let place = ahead.reason.map(|reason| place(reason.origin(), sources));
    Lookahead {
        host: town(sentences.workspace, ahead.host),
        turns: ahead.slots,
        words: sentences.lookahead(ahead, place.as_ref()),
        place,
    }
}

fn candidates(
    decision: &Decision<'_>,
    sentences: &Sentences<'_>,
    sources: &Sources,
) -> Vec<Candidate> {
    let Some(host) = decision.candidates.first() else { return Vec::new() };
    let remark = |town: &Standing<'_>| sentences.remark(town, host.against(town).1);
    let candidates = decision.candidates.iter();
    candidates.map(|town| candidate(town, remark(town).to_owned(), sentences, sources)).collect()
}

fn candidate(
    standing: &Standing<'_>,
    remark: String,
    sentences: &Sentences<'_>,
    sources: &Sources,
) -> Candidate {
    let last = standing.account.last();
    Candidate {
        town: town(sentences.workspace, standing.city),
        account: standing.balance.to_string(),
        account_decimal: decimal(&standing.balance),
        account_words: signed(&standing.balance, sentences.words.language),
        credit: standing.credit.to_string(),
        claim: standing.claim.to_string(),
        claim_words: signed(&standing.claim, sentences.words.language),
        turns: standing.account.hostings.len(),
        last_turn: last.map(|hosting| hosting.date),
        last_turn_words: last
            .map_or_else(|| "–".to_owned(), |hosting| sentences.day(hosting.date, hosting.meeting)),
        waiting_days: standing.waiting.days,
        travel_km: standing.travel.map(kilometres),
        remark,
        hindrances: standing.hindrances.iter().map(|it| obstacle(it, sources)).collect(),
    }
}

pub(super) fn obstacle(hindrance: &Hindrance<'_>, sources: &Sources) -> Obstacle {
    let (kind, reason) = match hindrance {
        Hindrance::Unavailable(absence) => (ObstacleKind::Unavailable, &absence.reason),
        Hindrance::Skipped(skip) => (ObstacleKind::Skipped, &skip.reason),
    };
    Obstacle { kind, reason: reason.to_string(), place: place(hindrance.origin(), sources) }
}

fn assigned(turn: &Turn<'_>, sentences: &Sentences<'_>, sources: &Sources) -> Option<AssignedTurn> {
    let hosts = turn.hosts.iter().map(|host| town(sentences.workspace, *host));
    Some(AssignedTurn {
        meeting: meeting_name(turn.meeting?, sources),
        date: turn.date,
        hosts: hosts.collect(),
        words: sentences.assigned(turn)?,
    })
}

fn town(workspace: &Workspace, id: CityId) -> Town {
    let city = workspace.city(id);
    Town { id: city.id.to_string(), name: city.name.to_string() }
}

fn meeting_name(meeting: &Meeting, sources: &Sources) -> MeetingName {
    MeetingName {
        id: meeting.id.to_string(),
        title: meeting.title.value.to_string(),
        place: place(meeting.origin, sources),
    }
}
