//! `erfa replies`

use anyhow::Result;
use clap::Subcommand;

use super::answer::Answer;
use super::context::Context;
use super::outbox::opened::outbox;
use super::output::{Listing, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::replies::table;
use crate::view::replies::replies;

pub(super) mod files;
mod read;
mod record;
mod set;

pub(super) use record::file_of;
pub(super) use set::named;

/// Tell who comes, city by city, and read what came in
///
/// Invited is whoever was written to about the meeting (`erfa outbox`), and whoever answered. A
/// city's reply answers for its people who have none of their own. Replies stand in
/// `replies/<meeting>.toml`, apart from the contacts.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct RepliesArgs {
    #[command(subcommand)]
    command: Option<RepliesCommand>,

    #[command(flatten)]
    table: TableArgs,
}

#[derive(Subcommand, Debug)]
enum RepliesCommand {
    Read(read::ReadArgs),
    Set(set::SetArgs),
}

/// The table of one meeting.
#[derive(clap::Args, Debug)]
struct TableArgs {
    /// The meeting [default: the next one, else the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    output: OutputArgs<Listing>,
}

pub(super) fn run(args: &RepliesArgs, context: &Context) -> Result<()> {
    match &args.command {
        Some(RepliesCommand::Read(args)) => read::run(args, context),
        Some(RepliesCommand::Set(args)) => set::run(args, context),
        None => show(&args.table, context),
    }
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Contacts]);

fn show(args: &TableArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let outbox = outbox(&loaded, context)?;
    let meeting = loaded.bare_meeting(args.meeting.as_deref(), context)?;
    loaded.rely_on_replies(meeting)?;
    let shown = replies(&loaded.workspace, &outbox, meeting);
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(table(&shown, &loaded.workspace.network.members, language)))
        .data(|_| Ok(&shown));
    args.output.give(&format!("{}-replies", meeting.id), &answer, context)
}
