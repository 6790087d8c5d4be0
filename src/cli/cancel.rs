//! `erfa cancel`

use anyhow::Result;

use super::change::{EditArgs, NewText, propose};
use super::context::Context;
use super::loaded::Loaded;
use super::outbox::offer_update;
use super::reads::{Area, Reads};
use crate::domain::meeting::{Meeting, Status};
use crate::input::edit::{Cause, cancel, undo_cancel};
use crate::plan::dates::postpone::{
    next_meeting, objection_to_cancelling, objection_to_undoing, undoable_meeting,
};
use crate::plan::usual_meeting::Purpose;
use crate::text::Language;

/// Record that a meeting is cancelled
///
/// Sets status and reason in the meeting's file and keeps the status before in `[[history]]`. A
/// cancelled meeting is no turn. Nobody is told: letters and mails are other commands.
#[derive(clap::Args, Debug)]
pub(super) struct CancelArgs {
    /// The meeting [default: the next one to come; for `--undo` the only one]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    edit: EditArgs,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &CancelArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let undo = args.edit.undo.then_some(Status::Cancelled);
    let meeting = chosen(args.meeting.as_deref(), undo, &loaded, context)?;
    let objection = match undo {
        Some(status) => objection_to_undoing(meeting, status),
        None => objection_to_cancelling(meeting),
    };
    if let Some(finding) = objection {
        return Err(loaded.fail(vec![finding]));
    }
    let id = meeting.origin.file;
    let file = loaded.sources.file(id);
    let text = if args.edit.undo {
        undo_cancel(id, &file.text)
    } else {
        let cause = Cause { changed: context.clock.today(), reason: args.edit.reason() };
        cancel(id, &file.text, &cause)
    };
    let text = text.map_err(|finding| loaded.fail(vec![finding]))?;
    let change = NewText { path: file.path.clone(), text };
    if !propose(&[change], Vec::new(), None, args.edit.manner, &loaded, context)? {
        return Ok(());
    }
    let title = &meeting.title.value;
    context.note(&match (context.language, args.edit.undo) {
        (Language::German, false) => format!("Abgesagt: {title} ({})", meeting.id),
        (Language::German, true) => format!("Nicht mehr abgesagt: {title} ({})", meeting.id),
        (Language::English, false) => format!("Cancelled: {title} ({})", meeting.id),
        (Language::English, true) => format!("No longer cancelled: {title} ({})", meeting.id),
    });
    offer_update(meeting, &loaded, context)
}

/// The meeting that is named. Without a name it is the next one to come, or the only one whose
/// change to the status `undo` can be undone; the user is told which.
pub(super) fn chosen<'l>(
    id: Option<&str>,
    undo: Option<Status>,
    loaded: &'l Loaded,
    context: &Context,
) -> Result<&'l Meeting> {
    if id.is_some() {
        let purpose = match undo {
            None => Purpose::Changing,
            Some(Status::Cancelled) => Purpose::Cancelling,
            Some(_) => Purpose::Postponing,
        };
        return loaded.bare_meeting_for(purpose, id, context);
    }
    loaded.rely_on(Area::Turns)?;
    let meeting = match undo {
        Some(status) => undoable_meeting(&loaded.workspace, status),
        None => next_meeting(&loaded.workspace, context.clock.today()),
    };
    let meeting = meeting.map_err(|finding| loaded.fail(vec![finding]))?;
    loaded.bare_meeting(Some(meeting.id.as_str()), context)?;
    let title = &meeting.title.value;
    context.note(&match (context.language, undo) {
        (Language::German, None) => format!("Nächstes Treffen: {title} ({})", meeting.id),
        (Language::German, Some(_)) => format!("Treffen: {title} ({})", meeting.id),
        (Language::English, None) => format!("Next meeting: {title} ({})", meeting.id),
        (Language::English, Some(_)) => format!("Meeting: {title} ({})", meeting.id),
    });
    Ok(meeting)
}
