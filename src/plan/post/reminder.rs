//! Reminders of actions: who has had one, and whether one that waits is still true.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::document_kind::DocumentKind;
use super::recipient::Addressee;
use crate::domain::action::ActionStatus;
use crate::domain::line::Line;
use crate::domain::outbox::{Message, Outbox, Run, RunName, State};
use crate::domain::workspace::Workspace;
use crate::plan::actions::{mark, owed};

/// What became of an action of which a mail says that it is still to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// It is done.
    Done,
    /// It is not done any more.
    Dropped,
    /// It has another day.
    Moved,
    /// It is not on file any more.
    Gone,
}

/// Why a reminder that waits does not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Idle {
    /// It reminds of an action that is not open any more as it says.
    Untrue {
        /// What is to be done, or the key of an action that nobody knows.
        action: Line,
        /// What became of it.
        became: Became,
    },
    /// A later reminder tells all of it.
    Repeated {
        /// The run of that mail.
        by: RunName,
    },
}

/// Whether `message` reminds of actions.
pub fn is_reminder(message: &Message) -> bool {
    DocumentKind::of(message) == Some(DocumentKind::ActionReminder)
}

/// Why `message` of `run`, if it is a reminder, does not go out: whoever has done it is not asked for it,
/// and nobody is asked twice.
pub fn idle(workspace: &Workspace, outbox: &Outbox, run: &Run, message: &Message) -> Option<Idle> {
    let untrue = untrue(workspace, message).map(|(action, became)| Idle::Untrue { action, became });
    untrue.or_else(|| {
        let by = repeated(workspace, outbox, run, message)?;
        Some(Idle::Repeated { by: by.clone() })
    })
}

/// The first action of which the reminder `message` tells something that is not so any more: what is to
/// be done, else its key, and what became of it. Other mails remind of none.
fn untrue(workspace: &Workspace, message: &Message) -> Option<(Line, Became)> {
    message.actions.iter().find_map(|told| {
        let id = told.as_str().split('@').next().unwrap_or_default();
        let action = workspace.actions.iter().find(|action| action.id.as_str() == id);
        let Some(action) = action else {
            return Line::new(id).ok().map(|id| (id, Became::Gone));
        };
        let became = match action.status {
            ActionStatus::Done => Became::Done,
            ActionStatus::Dropped => Became::Dropped,
            ActionStatus::Open if mark(action) != told.as_str() => Became::Moved,
            ActionStatus::Open => return None,
        };
        Some((action.what.clone(), became))
    })
}

/// The latest run with a reminder to whom `message` of `run` goes that tells all of it as well, is still true and
/// was not refused.
fn repeated<'o>(
    workspace: &Workspace,
    outbox: &'o Outbox,
    run: &Run,
    message: &Message,
) -> Option<&'o RunName> {
    if !is_reminder(message) {
        return None;
    }
    let again = |later: &&Run| {
        let order = |run: &Run| (run.made, run.name.number);
        let is_later = order(later) > order(run);
        is_later
            && later.messages.iter().any(|other| {
                let all = message.actions.iter().all(|told| other.actions.contains(told));
                let to_them = is_reminder(other) && other.person == message.person;
                let counts = !matches!(
                    outbox.ledger.state(&later.path(other)),
                    State::Failed | State::Bounced
                );
                all && to_them && counts && untrue(workspace, other).is_none()
            })
    };
    outbox.runs.iter().rfind(again).map(|later| &later.name)
}

/// The last run in which `who` was reminded, if mails that were not refused and did not come back, or
/// will go out as they are, told them everything that presses on the day `today`, each with its day.
pub fn reminded<'o>(
    workspace: &Workspace,
    outbox: &'o Outbox,
    who: Addressee<'_>,
    today: NaiveDate,
) -> Option<&'o RunName> {
    let Addressee::Known(known) = who else { return None };
    let id = workspace.id_of(known);
    let (mut told, mut last) = (HashSet::new(), None);
    for run in &outbox.runs {
        for message in run.messages.iter().filter(|message| message.person == *id) {
            let counts = match outbox.ledger.state(&run.path(message)) {
                State::Failed | State::Bounced => false,
                State::Pending => untrue(workspace, message).is_none(),
                State::Sending | State::Sent | State::Unsure => true,
            };
            if is_reminder(message) && counts {
                told.extend(message.actions.iter().map(Line::as_str));
                last = Some(&run.name);
            }
        }
    }
    let owed = owed(workspace, known, today);
    last.filter(|_| owed.iter().all(|action| told.contains(mark(action).as_str())))
}
