//! `erfa done`

use anyhow::Result;

use super::change::{Manner, NewText, propose};
use super::context::Context;
use super::failure::Findings;
use super::reads::Reads;
use super::set::done as say_done;
use crate::diagnostic::reference::{ReferenceKind, UnknownReference};
use crate::diagnostic::request::NothingAtHand;
use crate::domain::outbox::Outbox;
use crate::input::edit::{self, Spot};
use crate::plan::checklist::meetings_at_hand;
use crate::text::{Language, MemberWords, nearest};

/// Say that something on the checklist is done
///
/// `erfa status` shows the checklist. What the files and the outbox show to be done need not be said.
/// It is kept as `done` in the meeting's file.
#[derive(clap::Args, Debug)]
pub(super) struct DoneArgs {
    /// What is done, such as press
    #[arg(value_name = "ITEM")]
    item: String,

    /// The meeting [default: the next one; for what comes after a meeting the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &DoneArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let items = loaded.workspace.network.checklist.items();
    let Some(item) = items.iter().find(|item| item.work.id() == args.item) else {
        let near = nearest(&args.item, items.iter().map(|item| item.work.id())).map(str::to_owned);
        let problem = UnknownReference {
            kind: ReferenceKind::Task,
            id: args.item.clone(),
            near,
            members: MemberWords::default(),
        };
        return Err(Findings::one(problem).into());
    };
    // What comes after a meeting is said of the one that is looked back on.
    let at_hand = || {
        let today = context.clock.today();
        let at_hand = meetings_at_hand(&loaded.workspace, &Outbox::default(), today);
        let meant = if item.days < 0 { at_hand.first() } else { at_hand.last() };
        meant.copied()
    };
    let named = args.meeting.as_deref();
    let meant = match named {
        Some(_) => Some(loaded.bare_meeting(named, context)?),
        None => at_hand(),
    };
    // Long after the last meeting nobody can mean it without saying so.
    let Some(meeting) = meant else { return Err(Findings::one(NothingAtHand {}).into()) };
    let file = loaded.sources.file(meeting.origin.file);
    loaded.rely_on_file(&file.path)?;
    if meeting.done.iter().any(|done| done.value.as_str() == args.item) {
        context.note(context.say(
            "Das steht schon so da; nichts ist geändert.",
            "It says so already; nothing is changed.",
        ));
        return Ok(());
    }
    let known = meeting.done.iter().map(|done| done.value.as_str());
    let list: Vec<String> =
        known.chain([args.item.as_str()]).map(|id| format!("\"{id}\"")).collect();
    let value = format!("[{}]", list.join(", "));
    let spot = Spot { path: &[], key: "done" };
    let Some(text) = edit::set(&file.text, spot, Some(&value)) else {
        return Ok(());
    };
    let words = match context.language {
        Language::German => {
            format!("{}: „{}“ ist erledigt\n", meeting.id, item.work.name(context.language))
        }
        Language::English => {
            format!("{}: “{}” is done\n", meeting.id, item.work.name(context.language))
        }
    };
    let change = NewText { path: file.path.clone(), text };
    if propose(&[change], Vec::new(), Some(&words), args.manner, &loaded, context)? {
        say_done(context);
    }
    Ok(())
}
