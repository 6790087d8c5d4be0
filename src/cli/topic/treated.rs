//! `erfa topic treated`

use anyhow::Result;

use super::entry::{READS, TOPICS, text, topic};
use crate::cli::change::{Manner, NewText, propose};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::naming::session;
use crate::cli::set::{done, refuse};
use crate::diagnostic::change::NotEntries;
use crate::domain::meeting::Status;
use crate::input::edit::{Addition, Spot, add_entry, quoted, remove_entry, set};
use crate::plan::usual_meeting::Purpose;

const TREATED: &str = "treated";

/// Record at which meeting a topic was treated
///
/// An item of a programme that names the topic needs no such record: `erfa set MEETING/ITEM topics TOPIC`.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct TreatedArgs {
    /// The topic, by id, number or title
    #[arg(value_name = "TOPIC")]
    topic: String,

    /// The meeting
    #[arg(value_name = "MEETING")]
    meeting: String,

    /// The item of its programme
    #[arg(long, value_name = "ITEM")]
    item: Option<String>,

    /// It was not treated there
    #[arg(long, conflicts_with = "item")]
    not: bool,

    #[command(flatten)]
    manner: Manner,
}

pub(super) fn run(args: &TreatedArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let id = topic(&args.topic, &loaded)?;
    let meeting = loaded.bare_meeting_for(Purpose::LookingBack, Some(&args.meeting), context)?;
    let item = args.item.as_deref().map(|words| session(meeting, words)).transpose()?;
    let treated = &loaded.workspace.topic(id).treated;
    let is_meant = |at: &usize| treated[*at].meeting.value == meeting.id;
    let mut known = (0..treated.len()).rev().filter(is_meant);
    let mut text = text(&loaded);
    let not_entries = || Findings::one(NotEntries { kind: TREATED });
    let is_same = |at: usize| {
        treated[at].item.as_ref().map(|it| &it.value) == item.map(|session| &session.id)
    };
    if args.not {
        let mut is_gone = false;
        for at in known {
            let path = [("topic", id.0), (TREATED, at)];
            text = remove_entry(&text, &path).ok_or_else(not_entries)?;
            is_gone = true;
        }
        if !is_gone {
            context.note(context.say("Das ist gar nicht vermerkt.", "That is not on record."));
            return Ok(());
        }
    } else if meeting.status.value == Status::Cancelled {
        return Err(refuse(
            "MEETING",
            meeting.id.as_str(),
            "ist abgesagt: dort ist nichts behandelt worden",
            "is cancelled: nothing was treated there",
        ));
    } else if known.clone().any(is_same) || item.is_none() && known.clone().next().is_some() {
        context.note(context.say("Das ist schon vermerkt.", "That is on record already."));
        return Ok(());
    } else if let (Some(item), Some(at)) = (item, known.find(|at| treated[*at].item.is_none())) {
        // That it was treated there is on record; now it is known where.
        let path = [("topic", id.0), (TREATED, at)];
        let item = quoted(item.id.as_str());
        text =
            set(&text, Spot { path: &path, key: "item" }, Some(&item)).ok_or_else(not_entries)?;
    } else {
        let mut keys = vec![("meeting", quoted(meeting.id.as_str()))];
        keys.extend(item.map(|item| ("item", quoted(item.id.as_str()))));
        let path = &[("topic", id.0)];
        let addition = Addition { path, kind: TREATED, before: None, keys: &keys };
        text = add_entry(&text, &addition).ok_or_else(not_entries)?;
    }
    let change = NewText { path: TOPICS.to_owned(), text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}
