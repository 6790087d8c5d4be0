//! `erfa replies`

use anyhow::Result;
use clap::Subcommand;

use super::change::{NewText, make};
use super::context::Context;
use super::format::answer;
use super::loaded::Loaded;
use super::outbox::opened::Opened;
use crate::document::replies::table;
use crate::domain::id::Id;
use crate::domain::outbox::Outbox;
use crate::domain::reply::{Reply, Said, Who};
use crate::input::edit::{NewReply, set_replies};
use crate::input::outbox::OUTBOX;
use crate::plan::post::reply::people::People;
use crate::source::{FileId, Sources};
use crate::system::files;
use crate::view::replies::replies;

mod read;
mod set;

/// The folder of replies, one file a meeting.
const REPLIES: &str = "replies";

/// Tell who comes, town by town, and read what came in
///
/// Invited is whoever was written to about the meeting (`erfa outbox`), and whoever answered. A
/// town's reply answers for its people who have none of their own. Replies stand in
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

    /// Print all guests as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &RepliesArgs, context: &Context) -> Result<()> {
    match &args.command {
        Some(RepliesCommand::Read(args)) => read::run(args, context),
        Some(RepliesCommand::Set(args)) => set::run(args, context),
        None => show(&args.table, context),
    }
}

fn show(args: &TableArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let outbox = outbox(&loaded, context)?;
    let meeting = loaded.meeting(args.meeting.as_deref(), context)?;
    let shown = replies(&loaded.workspace, &outbox, meeting);
    if args.json {
        return context.print_json(&shown);
    }
    answer(&table(&shown, context.language), context)
}

/// The outbox of the workspace; the built-in network has none.
fn outbox(loaded: &Loaded, context: &Context) -> Result<Outbox> {
    let root = loaded.root.as_ref().map(|root| root.join(OUTBOX));
    match root.filter(|root| files::exists(root)) {
        Some(_) => Ok(Opened::read(loaded, context)?.outbox),
        None => Ok(Outbox::default()),
    }
}

/// A reply to be written.
struct Entry<'a> {
    meeting: &'a Id,
    who: Who,
    before: Option<&'a Reply>,
    said: &'a Said,
}

/// Writes replies to the files of their meetings, each in one change; they come by meeting.
fn write(
    entries: &[Entry<'_>],
    people: &People<'_>,
    yes: bool,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let mut changes = Vec::new();
    for entries in entries.chunk_by(|one, other| one.meeting == other.meeting) {
        let Some(first) = entries.first() else { continue };
        let (file, path, text) = file_of(first.meeting, &loaded.sources);
        let new = |entry: &Entry<'_>| {
            let kind = match entry.who {
                Who::Contact(_) => "person",
                Who::City(_) => "city",
            };
            (kind, people.id(entry.who).as_str())
        };
        let replies: Vec<NewReply<'_>> = entries
            .iter()
            .map(|entry| NewReply {
                who: new(entry),
                before: entry.before.map(|reply| (reply.origin, &reply.said)),
                said: entry.said,
            })
            .collect();
        let text = set_replies(file, text, &replies).map_err(|it| loaded.fail(vec![it]))?;
        changes.push(NewText { path, text });
    }
    make(&changes, Vec::new(), yes, loaded, context)
}

/// The file of replies to a meeting, its path and its text; an empty one if there is none yet.
fn file_of<'s>(meeting: &Id, sources: &'s Sources) -> (Option<FileId>, String, &'s str) {
    let wanted = format!("{REPLIES}/{meeting}.toml");
    // Some systems write `.TOML`.
    let found = sources.iter().find(|(_, file)| file.path.eq_ignore_ascii_case(&wanted));
    match found {
        Some((id, file)) => (Some(id), file.path.clone(), &file.text),
        None => (None, wanted, ""),
    }
}
