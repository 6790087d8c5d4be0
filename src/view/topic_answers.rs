//! What was understood of answers to the survey of topics.

use chrono::NaiveDate;
use serde::Serialize;

use super::replies::name_of;
use crate::domain::id::TopicId;
use crate::domain::reply::Who;
use crate::domain::topic::Side;
use crate::domain::topic_answer::Unread;
use crate::domain::workspace::Workspace;
use crate::plan::topics::{Change, Judged, Whose, day_of};

/// What files of answers say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TopicAnswers {
    /// The answers, in the order of the files.
    pub answers: Vec<Answer>,
    /// What is to be recorded.
    pub changes: Vec<Recorded>,
    /// The files that hold no answers.
    pub unread: Vec<UnreadFile>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Answer {
    /// The file.
    pub file: String,
    /// The line in a table.
    pub line: Option<u64>,
    /// Who answers, as they are called or write.
    pub from: String,
    /// The name of the town that they speak for.
    pub city: Option<String>,
    /// Why nobody can say for which town they speak.
    pub unknown: Option<Unknown>,
    /// When they answered, if that is known.
    pub date: Option<NaiveDate>,
    /// Whether it says that it was written on a day that is still to come: then the day of reading counts.
    pub is_ahead: bool,
    /// The titles of the topics that they want.
    pub wanted: Vec<String>,
    /// The titles of the topics that they offer.
    pub offered: Vec<String>,
    /// What names no topic, or several.
    pub unclear: Vec<String>,
    /// Topics that were not on the list.
    pub new: Vec<String>,
}

/// Why nobody can say for which town somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unknown {
    /// Nobody is known by the address or name.
    Nobody,
    /// Several are.
    Several,
    /// The person belongs to no town.
    NoTown,
}

/// What is to be recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Recorded {
    /// The key of the topic.
    pub topic: String,
    /// `wanted` or `offered`.
    pub side: &'static str,
    /// The key of the town.
    pub city: String,
    /// The key of the person.
    pub person: Option<String>,
    /// When it was said.
    pub date: NaiveDate,
}

/// A file that holds no answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UnreadFile {
    /// The file.
    pub file: String,
    /// Why.
    pub reason: UnreadReason,
}

/// Why a file holds no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum UnreadReason {
    /// It is no mail.
    NoMail,
    /// A program wrote it.
    Automatic,
    /// Columns are missing.
    NoColumns,
    /// A quotation mark in a table is not closed.
    OpenQuote,
    /// The table has more rows than are read.
    ManyRows,
    /// It cannot be read.
    Refused,
    /// It is no mail and no table.
    OtherKind,
}

/// What was understood.
pub fn topic_answers(
    workspace: &Workspace,
    judged: &[Judged<'_>],
    changes: &[Change],
    unread: &[(String, Unread)],
    today: NaiveDate,
) -> TopicAnswers {
    TopicAnswers {
        answers: judged.iter().map(|one| answer(workspace, one, today)).collect(),
        changes: changes
            .iter()
            .map(|change| Recorded {
                topic: workspace.topic(change.topic).id.to_string(),
                side: Side::key(change.side),
                city: workspace.city(change.party.city).id.to_string(),
                person: change.party.person.map(|id| workspace.contact(id).id.to_string()),
                date: change.date,
            })
            .collect(),
        unread: unread
            .iter()
            .map(|(file, reason)| {
                let reason = match reason {
                    Unread::NoMail => UnreadReason::NoMail,
                    Unread::Automatic => UnreadReason::Automatic,
                    Unread::NoColumns => UnreadReason::NoColumns,
                    Unread::OpenQuote => UnreadReason::OpenQuote,
                    Unread::ManyRows => UnreadReason::ManyRows,
                    Unread::Refused => UnreadReason::Refused,
                    Unread::OtherKind => UnreadReason::OtherKind,
                };
                UnreadFile { file: file.clone(), reason }
            })
            .collect(),
    }
}

fn answer(workspace: &Workspace, one: &Judged<'_>, today: NaiveDate) -> Answer {
    let Judged { answer, party, wanted, offered, unclear } = one;
    let titles = |all: &[TopicId]| {
        all.iter().map(|id| workspace.topic(*id).title.to_string()).collect::<Vec<_>>()
    };
    let person = party.as_ref().ok().and_then(|party| party.person);
    let written = || answer.called.iter().chain(&answer.from).next().cloned().unwrap_or_default();
    Answer {
        file: answer.file.clone(),
        line: answer.line,
        from: person.map_or_else(written, |id| name_of(workspace, Who::Contact(id))),
        city: party.as_ref().ok().map(|party| workspace.city(party.city).name.to_string()),
        unknown: party.as_ref().err().map(|whose| match whose {
            Whose::Nobody => Unknown::Nobody,
            Whose::Several => Unknown::Several,
            Whose::NoTown => Unknown::NoTown,
        }),
        date: day_of(answer, today),
        is_ahead: answer.date.is_some_and(|date| date > today),
        wanted: titles(wanted),
        offered: titles(offered),
        unclear: unclear.clone(),
        new: answer.new.clone(),
    }
}
