//! Meetings as lines of a list.

use chrono::NaiveDate;
use serde::Serialize;

use super::finding::{FilePlace, place};
use super::words::{Words, shown};
use crate::domain::meeting::{Meeting as Event, Status};
use crate::domain::session::Session;
use crate::domain::workspace::Workspace;
use crate::plan::rotation::turn;
use crate::source::Sources;
use crate::view::spelling::word;

/// A meeting in a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Meeting {
    /// The key.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The first day.
    pub date: Option<NaiveDate>,
    /// The last day, where it is another.
    pub end_date: Option<NaiveDate>,
    /// The words that are printed instead of the date.
    pub date_text: Option<String>,
    /// The names of the hosts.
    pub hosts: Vec<String>,
    /// Its status as the files write it.
    #[serde(serialize_with = "word")]
    pub status: Status,
    /// Why it was cancelled or postponed.
    pub reason: Option<String>,
    /// Whether it counts as a turn.
    pub turn: bool,
    /// How many items its programme has.
    pub sessions: usize,
    /// Where its file begins.
    pub place: FilePlace,
}

/// An item of a programme as commands name it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Item {
    /// Its number, from 1.
    pub number: usize,
    /// The key.
    pub id: String,
    /// When it begins, in words; empty if nobody has said so.
    pub start: String,
    /// Its title, else its kind.
    pub title: String,
}

/// The items of the programme of `meeting`, in the order of its file.
pub fn items(meeting: &Event, words: Words) -> Vec<Item> {
    let item = |(at, session): (usize, &Session)| {
        let title = session.title.as_ref().map(|title| shown(&title.value));
        let start = session.timing.start.as_ref().map(|start| words.time(start.value));
        Item {
            number: at + 1,
            id: session.id.to_string(),
            start: start.unwrap_or_default(),
            title: title.unwrap_or_else(|| session.kind.name(words.language).to_owned()),
        }
    };
    meeting.sessions.iter().enumerate().map(item).collect()
}

/// All meetings: by date, then those without one.
pub fn meetings(workspace: &Workspace, sources: &Sources) -> Vec<Meeting> {
    let turns = turn::turns(workspace);
    let turns: Vec<&str> =
        turns.iter().filter_map(|turn| turn.meeting).map(|meeting| meeting.id.as_str()).collect();
    workspace
        .meetings
        .iter()
        .map(|event| meeting(event, turns.contains(&event.id.as_str()), workspace, sources))
        .collect()
}

fn meeting(event: &Event, turn: bool, workspace: &Workspace, sources: &Sources) -> Meeting {
    Meeting {
        id: event.id.to_string(),
        title: event.title.value.to_string(),
        date: event.when.date.map(|date| date.value),
        end_date: event.when.end_date.map(|date| date.value),
        date_text: event.when.date_text.as_ref().map(ToString::to_string),
        hosts: event.hosts.iter().map(|host| workspace.city(host.value).name.to_string()).collect(),
        status: event.status.value,
        reason: event.reason.as_ref().map(ToString::to_string),
        turn,
        sessions: event.sessions.len(),
        place: place(event.origin, sources),
    }
}
