//! Who was reminded of all that they have to do.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::domain::line::Line;
use crate::domain::outbox::{Outbox, RunName, State};
use crate::domain::workspace::Workspace;
use crate::plan::actions::{mark, owed};
use crate::plan::post::document_kind::DocumentKind;
use crate::plan::post::recipient::Addressee;

/// The last run in which `who` was reminded, if mails that were not refused and did not come back told them
/// everything that presses on the day `today`, each with its day.
pub(super) fn reminded<'o>(
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
            let is_reminder = DocumentKind::of(message) == Some(DocumentKind::ActionReminder);
            let state = outbox.ledger.state(&run.path(message));
            if is_reminder && !matches!(state, State::Failed | State::Bounced) {
                told.extend(message.actions.iter().map(Line::as_str));
                last = Some(&run.name);
            }
        }
    }
    let owed = owed(workspace, known, today);
    last.filter(|_| owed.iter().all(|action| told.contains(mark(action).as_str())))
}
