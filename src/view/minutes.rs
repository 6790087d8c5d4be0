//! The minutes of a meeting as data, for the coordinator's own eyes.

use chrono::NaiveDate;
use serde::Serialize;

use super::action::{ActionEntry, actions};
use super::finding::{FilePlace, place};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Minutes;
use crate::domain::workspace::Workspace;
use crate::plan::actions::Wanted;
use crate::source::Sources;

/// What was written down of a meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MinutesView {
    /// The key of the meeting.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub date: Option<NaiveDate>,
    /// Where they stand.
    pub file: String,
    /// Their headings, in their order.
    pub headings: Vec<HeadingView>,
    /// What was agreed there and how that stands.
    pub actions: Vec<ActionEntry>,
    /// All of them, as Markdown.
    pub text: String,
}

/// A heading of minutes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HeadingView {
    /// Its level, from 1.
    pub level: u8,
    /// Its words.
    pub words: String,
    /// The key of the item that it is about.
    pub item: Option<String>,
    /// Where it stands.
    pub place: FilePlace,
}

/// The minutes of `meeting` on the day `today`.
pub fn minutes(
    workspace: &Workspace,
    sources: &Sources,
    meeting: &Meeting,
    minutes: &Minutes,
    today: NaiveDate,
) -> MinutesView {
    let file = sources.file(minutes.origin.file);
    let wanted = Wanted { meeting: Some(meeting), ..Wanted::default() };
    let headings = minutes.headings.iter().map(|heading| HeadingView {
        level: heading.level,
        words: heading.words.value.clone(),
        item: heading.item.map(|item| meeting.sessions[item].id.to_string()),
        place: place(heading.words.origin, sources),
    });
    MinutesView {
        meeting: meeting.id.to_string(),
        title: meeting.title.value.to_string(),
        date: meeting.when.date.map(|date| date.value),
        file: file.path.clone(),
        headings: headings.collect(),
        actions: actions(workspace, sources, &wanted, true, today).actions,
        text: file.text.clone(),
    }
}
