//! What was found in the memory of a network, as data, for the coordinator's own eyes.

use chrono::NaiveDate;
use serde::Serialize;

use super::finding::{FilePlace, place};
use super::spelling::{word, word_if_any};
use crate::domain::meeting::Status;
use crate::domain::session::Session;
use crate::domain::workspace::Workspace;
use crate::plan::search::{By, Found, Hit, Knower};
use crate::source::Sources;
use crate::text::Language;

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SearchView {
    /// What was looked for.
    pub words: String,
    /// What was found, the newest first.
    pub hits: Vec<HitView>,
    /// How many more there are.
    pub left_out: usize,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HitView {
    /// Where: `meeting`, `item`, `minutes`, `action`, `topic` or `person`.
    #[serde(serialize_with = "word")]
    pub found: Found,
    /// The day of the meeting, or of the agreement.
    pub date: Option<NaiveDate>,
    /// The key of the meeting.
    pub meeting: Option<String>,
    /// Its title.
    pub meeting_title: Option<String>,
    /// The key of the item.
    pub item: Option<String>,
    /// Its title.
    pub item_title: Option<String>,
    /// The key of the topic.
    pub topic: Option<String>,
    /// The words in which it was found.
    pub words: String,
    /// Where these stand.
    pub place: FilePlace,
}

/// Who had a part in what was looked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KnowersView {
    /// What was looked for.
    pub words: String,
    /// Who, the newest first.
    pub people: Vec<KnowerView>,
    /// How many more there are.
    pub left_out: usize,
}

/// Somebody who had a part in an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KnowerView {
    /// The name; none if only a town is known.
    pub name: Option<String>,
    /// The key in the contacts, if they stand there.
    pub contact: Option<String>,
    /// The name of their town; where nobody is named, that of the host.
    pub city: Option<String>,
    /// The day of the meeting, or of the offer.
    pub date: Option<NaiveDate>,
    /// The key of the meeting; none if they offered to tell of a topic.
    pub meeting: Option<String>,
    /// Its title.
    pub meeting_title: Option<String>,
    /// Its status: where it is not `held`, they have not spoken yet as far as is known.
    #[serde(serialize_with = "word_if_any")]
    pub status: Option<Status>,
    /// The key of the item.
    pub item: Option<String>,
    /// Its title.
    pub item_title: Option<String>,
    /// The key of the topic that they offered to tell of.
    pub topic: Option<String>,
    /// Its title.
    pub topic_title: Option<String>,
    /// Where the minutes tell of it.
    pub minutes: Option<FilePlace>,
    /// Where the item or the offer stands.
    pub place: FilePlace,
}

/// The first `most` of what was found.
pub fn found(
    words: &str,
    hits: &[Hit<'_>],
    sources: &Sources,
    most: usize,
    language: Language,
) -> SearchView {
    let view = |hit: &Hit<'_>| HitView {
        found: hit.found,
        date: hit.day,
        meeting: hit.meeting.map(|meeting| meeting.id.to_string()),
        meeting_title: hit.meeting.map(|meeting| meeting.title.value.to_string()),
        item: hit.item.map(|item| item.id.to_string()),
        item_title: hit
            .item
            .zip(hit.meeting)
            .map(|(item, meeting)| title(item, &meeting.sessions, language)),
        topic: hit.topic.map(|topic| topic.id.to_string()),
        words: hit.words.split_whitespace().collect::<Vec<_>>().join(" "),
        place: place(hit.origin, sources),
    };
    SearchView {
        words: words.to_owned(),
        hits: hits.iter().take(most).map(view).collect(),
        left_out: hits.len().saturating_sub(most),
    }
}

/// The first `most` of those who had a part in it.
pub fn knowers(
    words: &str,
    found: &[Knower<'_>],
    workspace: &Workspace,
    sources: &Sources,
    most: usize,
    language: Language,
) -> KnowersView {
    let view = |one: &Knower<'_>| {
        let name = one.name.clone();
        let contact = one.contact.map(|id| workspace.contact(id).id.to_string());
        let city = one.city.map(|city| workspace.city(city).name.to_string());
        match one.by {
            By::Item { meeting, item, minutes } => KnowerView {
                name,
                contact,
                city,
                date: meeting.when.date.map(|date| date.value),
                meeting: Some(meeting.id.to_string()),
                meeting_title: Some(meeting.title.value.to_string()),
                status: Some(meeting.status.value),
                item: Some(item.id.to_string()),
                item_title: Some(title(item, &meeting.sessions, language)),
                topic: None,
                topic_title: None,
                minutes: minutes.map(|origin| place(origin, sources)),
                place: place(item.origin, sources),
            },
            By::Offer { topic, stake } => KnowerView {
                name,
                contact,
                city,
                date: stake.date,
                meeting: None,
                meeting_title: None,
                status: None,
                item: None,
                item_title: None,
                topic: Some(topic.id.to_string()),
                topic_title: Some(topic.title.to_string()),
                minutes: None,
                place: place(stake.origin, sources),
            },
        }
    };
    KnowersView {
        words: words.to_owned(),
        people: found.iter().take(most).map(view).collect(),
        left_out: found.len().saturating_sub(most),
    }
}

fn title(item: &Session, sessions: &[Session], language: Language) -> String {
    let kind = || item.actual_kind(sessions).name(language).to_owned();
    item.title_in(sessions).map_or_else(kind, |title| title.value.to_string())
}
