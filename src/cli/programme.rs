//! `erfa programme`

mod calendar;
pub(super) mod form;
mod item;
mod set;
mod since;

use std::path::PathBuf;

use anyhow::Result;

use form::Form;
use since::Since;

use super::context::Context;
use super::output::OutputArgs;
use super::reads::Reads;
use crate::cli::choice::choice;
use crate::document::grid::StrandLayout;
use crate::text::Vocabulary as _;
use crate::view::programme::Edition;

/// Print the programme of a meeting
///
/// Times stand as precisely as they are known; what has no time stands in its order.
#[derive(clap::Args, Debug)]
#[command(visible_alias = "agenda")]
pub(super) struct ProgrammeArgs {
    /// The meeting [default: the next one, else the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    output: OutputArgs<Form<'static>>,

    /// Write the whole set into this folder: all formats, the PDF on A5 and in large letters, too
    ///
    /// Without `--edition` it is the programme for everybody, whole and short. The names begin with
    /// the day, so that they sort.
    #[arg(long, value_name = "PATH", conflicts_with_all = [
        "format", "json", "output", "items", "item", "since", "paper", "large", "one_page",
    ])]
    all: Option<PathBuf>,

    /// short, full, internal (for the members) or run-sheet (for the chair) [default: full]
    #[arg(long, value_name = "EDITION", hide_possible_values = true, value_parser = choice(Edition::ALL))]
    edition: Option<Edition>,

    /// Only this item and what stands within it
    #[arg(long, value_name = "ID", conflicts_with = "since")]
    item: Option<String>,

    /// Lay parallel strands out as a list, as a grid, or as fits their number: list, grid or auto
    ///
    /// Text, Markdown and tables on a terminal are always lists.
    #[arg(long, value_name = "LAYOUT", hide_possible_values = true, value_parser = choice(StrandLayout::ALL))]
    layout: Option<StrandLayout>,

    /// With `ics`: an entry for each item that has a time, too
    #[arg(long, conflicts_with_all = ["since", "edition", "json"])]
    items: bool,

    /// Tell what has changed since this version [default: the last one]
    #[arg(long, value_name = "VERSION", num_args = 0..=1, default_missing_value = Since::LAST,
          value_parser = Since::parse)]
    since: Option<Since>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &ProgrammeArgs, context: &Context) -> Result<()> {
    args.all.iter().try_for_each(|folder| context.begin_answers(folder))?;
    let loaded = context.load(READS)?;
    let meeting = loaded.meeting(args.meeting.as_deref(), context)?;
    if args.edition == Some(Edition::RunSheet) {
        loaded.rely_on_actions()?;
    }
    let layout = args.layout.unwrap_or_default();
    if let Some(folder) = &args.all {
        return set::write(
            folder,
            args.edition,
            layout,
            args.output.force(),
            meeting,
            &loaded,
            context,
        );
    }
    let form = Form {
        edition: args.edition,
        layout,
        items: args.items,
        item: args.item.as_deref(),
        since: args.since,
        ..Form::new(args.output.wanted(context)?)
    };
    form.check()?;
    let target = args.output.target(form.wanted.format, &form.stem(meeting), context)?;
    target.write(&form.bytes(meeting, &loaded, context)?, context)
}
