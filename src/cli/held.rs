//! `erfa held`

use anyhow::Result;

use super::change::{Manner, NewText, propose};
use super::context::Context;
use super::holding::may_be_held;
use super::reads::{Area, Reads};
use super::set::done;
use crate::domain::meeting::Status;
use crate::input::edit::hold;
use crate::plan::usual_meeting::{Purpose, usual};
use crate::text::Language;

/// Record that a meeting took place
///
/// Sets `status = "held"` in the meeting's file and changes nothing else in it.
#[derive(clap::Args, Debug)]
pub(super) struct HeldArgs {
    /// The meeting [default: the last one that is over]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &HeldArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let named = args.meeting.as_deref();
    let named = named
        .map(|id| loaded.bare_meeting_for(Purpose::Recording, Some(id), context))
        .transpose()?;
    if named.is_none() {
        loaded.rely_on(Area::Turns)?;
    }
    let last_open = || usual(&loaded.workspace, context.clock.today(), Purpose::Recording);
    let Some(meeting) = named.or_else(last_open) else {
        context.note(context.say(
            "Kein vergangenes Treffen wartet darauf, festgehalten zu werden.",
            "No past meeting waits to be recorded.",
        ));
        return Ok(());
    };
    let file = &loaded.sources.file(meeting.origin.file).path;
    loaded.rely_on_file(file)?;
    if meeting.status.value == Status::Held {
        context.note(&match context.language {
            Language::German => {
                format!("`{file}`: steht schon als durchgeführt da, nichts geändert")
            }
            Language::English => format!("`{file}`: recorded as held already, nothing changed"),
        });
        return Ok(());
    }
    may_be_held(meeting, context)?;
    let text = hold(&loaded.sources.file(meeting.origin.file).text);
    let change = NewText { path: file.clone(), text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}
