//! A meeting counts as invited to as soon as an invitation to it has gone out.

use anyhow::Result;

use super::Opened;
use crate::cli::change::{NewText, make_for_good, set_down_final};
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::cli::reads::Reads;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::{Message, Run, State};
use crate::input::edit::invite;
use crate::input::outbox::{LEDGER, OUTBOX};
use crate::plan::post::document_kind::DocumentKind;
use crate::text::Language;

/// What it rests on.
const READS: Reads = Reads::of(&[]);

/// Whether a mail invites to the meeting.
pub(super) fn invites(message: &Message) -> bool {
    DocumentKind::of(message) == Some(DocumentKind::Invitation)
}

/// The meeting of `run`, if nobody counts as invited to it yet.
pub(super) fn waiting<'l>(run: &Run, loaded: &'l Loaded) -> Option<&'l Meeting> {
    let meeting = loaded.workspace.meeting(run.name.meeting.as_str())?;
    waits(meeting).then_some(meeting)
}

/// Whether nobody counts as invited to `meeting` yet.
pub(super) fn waits(meeting: &Meeting) -> bool {
    matches!(meeting.status.value, Status::Idea | Status::Planned)
}

/// What sending invitations makes of the meeting, to be said before.
pub(super) fn beforehand(meeting: &Meeting, loaded: &Loaded, language: Language) -> String {
    let file = &loaded.sources.file(meeting.origin.file).path;
    match language {
        Language::German => {
            format!("Danach gilt das Treffen als eingeladen; das steht dann in `{file}`")
        }
        Language::English => {
            format!("The meeting then counts as invited; `{file}` says so then")
        }
    }
}

/// The same, said while the mails are made.
pub(super) fn once_sent(path: &str, language: Language) -> String {
    match language {
        Language::German => format!(
            "Sobald eine Einladung versandt ist, gilt das Treffen als eingeladen; das steht dann in `{path}`"
        ),
        Language::English => format!(
            "Once an invitation is sent, the meeting counts as invited; `{path}` says so then"
        ),
    }
}

/// Records what came of `runs` of which the ledger says more than before: that their meetings are
/// invited to, and that nothing goes back past this.
pub(super) fn record<'r>(runs: impl IntoIterator<Item = &'r Run>, context: &Context) -> Result<()> {
    let mut is_set_down = false;
    for run in runs {
        is_set_down |= is_invited_now(run, context)?;
    }
    if is_set_down {
        return Ok(());
    }
    context.begin_change()?;
    let Some(root) = context.workspace_root()? else { return Ok(()) };
    set_down_final(&root, &format!("{OUTBOX}/{LEDGER}"), context)
}

/// Records that the meeting of `run` is invited to, if any invitation of it has gone out by now; says
/// whether it was to be recorded.
fn is_invited_now(run: &Run, context: &Context) -> Result<bool> {
    if !run.messages.iter().any(invites) {
        return Ok(false);
    }
    context.begin_change()?;
    let (loaded, _) = context.read(READS)?;
    let ledger = Opened::read(&loaded, context)?.outbox.ledger;
    let is_out = |one: &Message| invites(one) && ledger.state(&run.path(one)) == State::Sent;
    let Some(meeting) = waiting(run, &loaded) else { return Ok(false) };
    if !run.messages.iter().any(is_out) {
        return Ok(false);
    }
    let file = loaded.sources.file(meeting.origin.file);
    let change = NewText { path: file.path.clone(), text: invite(&file.text) };
    make_for_good(&[change], &loaded, context)?;
    context.note(&match context.language {
        Language::German => format!("Das Treffen gilt jetzt als eingeladen (`{}`).", file.path),
        Language::English => format!("The meeting counts as invited now (`{}`).", file.path),
    });
    Ok(true)
}
