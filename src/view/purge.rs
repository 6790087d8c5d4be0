//! What a purge takes away, and what stays, as numbers.

use chrono::NaiveDate;
use serde::Serialize;

use super::outbox::{MailCount, mail_count};
use crate::domain::workspace::Workspace;
use crate::plan;
use crate::plan::post::purge::{Due, DueRun, Purpose};
use crate::text::Vocabulary;

/// What a purge takes away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Purge {
    /// Meetings whose last day is before it are meant.
    pub before: NaiveDate,
    /// The day of the purge.
    pub purged: NaiveDate,
    /// What for: `notes`, `replies`, `mails`.
    pub purposes: Vec<&'static str>,
    /// The meetings of which something goes.
    pub meetings: Vec<PurgedMeeting>,
    /// The runs of mails that stay because some of them wait.
    pub waiting: Vec<String>,
    /// The paths of files with a new content.
    pub changed: Vec<String>,
    /// The paths of files that are removed.
    pub removed: Vec<String>,
}

/// What goes of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PurgedMeeting {
    /// Its key.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its last day.
    pub last_day: NaiveDate,
    /// How many notes go.
    pub notes: usize,
    /// How many replies go.
    pub replies: usize,
    /// How many entries of who was there go.
    pub attendance: usize,
    /// What stays of them.
    pub totals: Vec<Total>,
    /// How many mails go.
    pub mails: usize,
    /// What stays of them.
    pub runs: Vec<RemainingRun>,
}

/// How many of a town answered what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Total {
    /// The key of the town; none for those of no town.
    pub city: Option<String>,
    /// How many come.
    pub yes: u32,
    /// How many do not come.
    pub no: u32,
    /// How many perhaps come.
    pub maybe: u32,
    /// How many come along with them, or in their place.
    pub companions: u32,
    /// How many were there, as far as it was recorded.
    pub there: u32,
}

/// What stays of a run of mails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RemainingRun {
    /// What it is called.
    pub name: String,
    /// How many mails there were.
    pub counts: Vec<MailCount>,
}

/// What `purge` takes away; the files are still to be named.
pub fn purge(
    purge: &plan::post::purge::Purge<'_>,
    workspace: &Workspace,
    before: NaiveDate,
    purged: NaiveDate,
    purposes: &[Purpose],
) -> Purge {
    let due = purge.meetings.iter().filter(|due| !due.is_empty());
    Purge {
        before,
        purged,
        purposes: purposes.iter().copied().map(Vocabulary::word).collect(),
        meetings: due.map(|due| meeting(due, workspace)).collect(),
        waiting: purge.waiting.iter().map(|run| run.name.to_string()).collect(),
        changed: Vec::new(),
        removed: Vec::new(),
    }
}

fn meeting(due: &Due<'_>, workspace: &Workspace) -> PurgedMeeting {
    let run = |run: &DueRun<'_>| RemainingRun {
        name: run.run.name.to_string(),
        counts: run.counts.iter().map(mail_count).collect(),
    };
    let totals = due.replies.iter().flat_map(|settled| &settled.totals);
    let totals = totals.map(|(city, counts)| Total {
        city: city.map(|city| workspace.city(city).id.to_string()),
        yes: counts.yes,
        no: counts.no,
        maybe: counts.maybe,
        companions: counts.companions,
        there: counts.there,
    });
    PurgedMeeting {
        id: due.meeting.id.to_string(),
        title: due.meeting.title.value.to_string(),
        last_day: due.last_day,
        notes: due.notes,
        replies: due.replies.as_ref().map_or(0, |settled| settled.number),
        attendance: due.replies.as_ref().map_or(0, |settled| settled.attendance),
        totals: totals.collect(),
        mails: due.runs.iter().map(|run| run.run.messages.len()).sum(),
        runs: due.runs.iter().map(run).collect(),
    }
}
