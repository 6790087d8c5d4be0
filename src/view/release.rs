//! The versions of a meeting.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use crate::domain;
use crate::domain::meeting::Meeting;
use crate::domain::session::Audience;
use crate::domain::workspace::Workspace;
use crate::plan::programme::release::facts_beside;

/// The versions of a meeting that were given out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Releases {
    /// The key of the meeting.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// Whether readers would be told something else now than by the last version.
    pub changed: bool,
    /// The versions, the oldest first.
    pub releases: Vec<Release>,
}

/// A version.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Release {
    /// Its number.
    pub number: u32,
    /// When it was given out.
    pub released: DateTime<FixedOffset>,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
    /// How often start, end, place or cancellation had changed by then.
    pub sequence: u32,
}

/// The versions of `meeting`.
pub fn releases(workspace: &Workspace, meeting: &Meeting) -> Releases {
    let last = meeting.releases.last().map(|release| &release.facts);
    let now = |last| facts_beside(workspace, meeting, last).for_reader(Audience::Lead);
    Releases {
        meeting: meeting.id.to_string(),
        title: meeting.title.value.to_string(),
        changed: last.is_some_and(|last| !last.says_the_same_as(&now(last))),
        releases: meeting.releases.iter().map(release).collect(),
    }
}

pub(super) fn release(release: &domain::release::Release) -> Release {
    Release {
        number: release.number,
        released: release.released,
        by: release.by.to_string(),
        reason: release.reason.to_string(),
        sequence: release.sequence,
    }
}
