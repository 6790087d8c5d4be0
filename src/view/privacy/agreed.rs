//! What somebody has taken upon them, what minutes say of them, and which topics they want or offer.

use chrono::NaiveDate;
use serde::Serialize;

use super::further::Mention;
use super::sought::Sought;
use crate::domain::action::{Action, ActionStatus};
use crate::domain::id::Id;
use crate::domain::reply::Who;
use crate::domain::topic::{Side, Topic};
use crate::plan::post::data_subject::Subject;
use crate::view::finding::{FilePlace, place};
use crate::view::spelling::word;

/// An action that is somebody's, or names them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AgreedAction {
    /// The key.
    pub id: String,
    /// What is to be done.
    pub what: String,
    /// Whether they are the one who does it.
    pub is_owner: bool,
    /// The key of the meeting at which it was agreed.
    pub meeting: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// What became of it: `open`, `done` or `dropped`.
    #[serde(serialize_with = "word")]
    pub status: ActionStatus,
    /// Since when it is no longer open.
    pub closed: Option<NaiveDate>,
    /// Why it was dropped, or how it was done.
    pub reason: Option<String>,
    /// Where it stands.
    pub place: FilePlace,
    /// Where stands what became of it, if that is elsewhere.
    pub entry: Option<FilePlace>,
}

/// That somebody wants to hear of a topic for their town, or can tell of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TopicStake {
    /// The key of the topic.
    pub topic: String,
    /// Its title.
    pub title: String,
    /// On which side of it they are.
    pub side: TopicSide,
    /// When it was said.
    pub date: Option<NaiveDate>,
    /// Where it stands.
    pub place: FilePlace,
}

/// A side of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TopicSide {
    /// They want to hear of it.
    Wanted,
    /// They can tell of it.
    Offered,
}

/// The actions of `subject`.
pub(super) fn actions(subject: &Subject, sought: Sought<'_>) -> Vec<AgreedAction> {
    let Sought { workspace, sources, .. } = sought;
    let entry = |action: &Action| {
        let is_owner = match action.owner.value {
            Who::Contact(id) => Some(id) == subject.contact,
            Who::City(_) => false,
        };
        let said = [Some(&action.what), action.reason.as_ref()];
        let is_named = said.into_iter().flatten().any(|line| subject.is_named_in(line.as_str()));
        let meeting = action.meeting.as_ref();
        let title = meeting.and_then(|id| workspace.meeting(id.as_str()));
        let is_meant = is_owner || is_named;
        is_meant.then(|| AgreedAction {
            id: action.id.to_string(),
            what: action.what.to_string(),
            is_owner,
            meeting: meeting.map(Id::to_string),
            title: title.map(|meeting| meeting.title.value.to_string()),
            due: action.due,
            status: action.status,
            closed: action.closed,
            reason: action.reason.as_ref().map(ToString::to_string),
            place: place(action.origin, sources),
            entry: action
                .entry
                .filter(|entry| *entry != action.origin)
                .map(|entry| place(entry, sources)),
        })
    };
    workspace.actions.iter().filter_map(entry).collect()
}

/// The topics that `subject` speaks for.
pub(super) fn topics(subject: &Subject, sought: Sought<'_>) -> Vec<TopicStake> {
    let Sought { workspace, sources, .. } = sought;
    let of_topic = |topic: &Topic| {
        let of_side = |side: Side| {
            let own = topic.side(side).iter().filter(|stake| {
                stake.person.as_ref().is_some_and(|it| Some(it.value) == subject.contact)
            });
            let stake = own.map(|stake| TopicStake {
                topic: topic.id.to_string(),
                title: topic.title.to_string(),
                side: match side {
                    Side::Wanted => TopicSide::Wanted,
                    Side::Offered => TopicSide::Offered,
                },
                date: stake.date,
                place: place(stake.origin, sources),
            });
            stake.collect::<Vec<_>>()
        };
        [Side::Wanted, Side::Offered].into_iter().flat_map(of_side).collect::<Vec<_>>()
    };
    workspace.topics.iter().flat_map(of_topic).collect()
}

/// Whether a line stands in the minutes of a meeting.
pub(super) fn is_of_minutes(mention: &Mention) -> bool {
    mention.place.file.starts_with("minutes/")
}
