//! `erfa topics`

use anyhow::Result;
use clap::Subcommand;

use super::answer::Answer;
use super::context::Context;
use super::loaded::Loaded;
use super::output::{Offer, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::topics as words;
use crate::render::Shape;
use crate::view::topic;

mod read;

/// List what the members want to hear about, and who can tell
///
/// What most want comes first, then what was treated longest ago or never. A wish is open until the topic
/// was treated at a meeting where the city was present. `--for` proposes topics for a programme: what its
/// host can show, then what most want; what was treated within a year comes last or is left out, each with
/// its reason.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct TopicsArgs {
    #[command(subcommand)]
    command: Option<TopicsCommand>,

    #[command(flatten)]
    list: ListArgs,
}

#[derive(Subcommand, Debug)]
enum TopicsCommand {
    Read(read::ReadArgs),
}

/// The list of topics.
#[derive(clap::Args, Debug)]
struct ListArgs {
    /// Propose topics for the programme of this meeting
    #[arg(long = "for", value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    output: OutputArgs<ListArgs>,
}

impl Offer for ListArgs {
    const SHAPES: &'static [Shape] = &[Shape::Screen, Shape::Document, Shape::Table, Shape::Data];
    const MORE: &'static str = "`csv` is the list for a spreadsheet.";
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Topics, Area::Contacts]).as_far_as_well(&[Area::Turns]);

pub(super) fn run(args: &TopicsArgs, context: &Context) -> Result<()> {
    if let Some(TopicsCommand::Read(args)) = &args.command {
        return read::run(args, context);
    }
    let args = &args.list;
    let loaded = context.load(READS)?;
    match &args.meeting {
        Some(meeting) => propose(args, meeting, &loaded, context),
        None => list(args, &loaded, context),
    }
}

fn list(args: &ListArgs, loaded: &Loaded, context: &Context) -> Result<()> {
    let today = context.clock.today();
    let topics = || topic::topics(&loaded.workspace, &loaded.sources, today);
    let answer = Answer::about(loaded)
        .document(|_, language| Ok(words::topics(&topics(), language)))
        .table(|language| Ok(words::table(&topics(), language)))
        .data(|_| Ok(topics()));
    args.output.give("topics", &answer, context)
}

fn propose(args: &ListArgs, words: &str, loaded: &Loaded, context: &Context) -> Result<()> {
    let meeting = loaded.bare_meeting(Some(words), context)?;
    let today = context.clock.today();
    let proposals = || topic::proposals(&loaded.workspace, &loaded.sources, meeting, today);
    let answer = Answer::about(loaded)
        .document(|_, language| Ok(self::words::proposals(&proposals(), language)))
        .data(|_| Ok(proposals()));
    args.output.give(&format!("{}-topics", meeting.id), &answer, context)
}
