//! Whose invitation was taken back, and which answers were given before that: they are to what was taken back,
//! as an answer to an earlier day is to that day.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};

use super::day::{Since, Standing, standing};
use crate::domain::meeting::Meeting;
use crate::domain::outbox::Outbox;
use crate::domain::reply::{Received, Reply, Said, Who};
use crate::domain::workspace::Workspace;
use crate::plan::post::told::reached;

/// The withdrawals about a meeting that have reached somebody.
#[derive(Debug, Default)]
pub struct Withdrawals {
    last: HashMap<Who, Withdrawal>,
}

/// The last of somebody.
#[derive(Clone, Copy, Debug)]
struct Withdrawal {
    made: DateTime<FixedOffset>,
    /// The revision as which their calendar got it.
    sequence: Option<u32>,
    /// Whether nothing has invited them since.
    holds: bool,
}

impl Withdrawals {
    /// Those about `meeting`.
    pub fn new(workspace: &Workspace, outbox: &Outbox, meeting: &Meeting) -> Self {
        let last = reached(outbox, &meeting.id).into_iter().filter_map(|(id, told)| {
            let (run, message) = told.withdrawal()?;
            let (made, sequence) = (run.made, message.sequence);
            let holds = !told.counts_on_it();
            Some((workspace.who(id.as_str())?, Withdrawal { made, sequence, holds }))
        });
        Self { last: last.collect() }
    }

    /// Whether the last that `who` was told is that the meeting does without them.
    pub fn hold(&self, who: Who) -> bool {
        self.last.get(&who).is_some_and(|last| last.holds)
    }

    /// Whether what was `said` of `who` was said before they heard that the meeting does without them: by the
    /// revision that it answers, else by when it came. Of the day on which they heard it nobody knows which
    /// was first.
    pub fn follow(&self, who: Who, said: &Said) -> bool {
        self.last.get(&who).is_some_and(|last| {
            match (said.sequence, last.sequence, said.received) {
                (Some(answered), Some(withdrawn), _) => answered <= withdrawn,
                (.., Some(Received::At(moment))) => moment <= last.made,
                (.., Some(Received::Day { day, .. })) => day <= last.made.date_naive(),
                (.., None) => true,
            }
        })
    }

    /// What that which was `said` of `who` about `meeting` is worth.
    pub fn standing(&self, meeting: &Meeting, who: Who, said: &Said) -> Standing {
        match (self.follow(who, said), standing(meeting, said)) {
            (true, _) if self.hold(who) => Standing::Withdrawn,
            (true, Standing::Counts) => Standing::AskedAgain(Since::Withdrawn),
            (_, other) => other,
        }
    }

    /// Whether `reply` to `meeting` counts for whoever gave it.
    pub fn let_count(&self, meeting: &Meeting, reply: &Reply) -> bool {
        self.standing(meeting, reply.from.who(), &reply.said) == Standing::Counts
    }
}
