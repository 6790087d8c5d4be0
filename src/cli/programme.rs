//! `erfa programme`

mod calendar;
mod form;
mod item;
mod set;
mod since;

use std::path::PathBuf;

use anyhow::Result;

use form::Form;
use since::Since;

use super::context::Context;
use super::format::{Format, Target, Wish};
use super::paper::PaperArgs;
use crate::cli::choice::choice;
use crate::document::grid::Layout;
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

    /// table, text, markdown, html, pdf, docx, ics, csv or json [default: the output's ending; table on a terminal, else text]
    ///
    /// `ics` is an entry for calendars; it is always for everybody. Its sequence rises with
    /// `erfa release`. What is planned is tentative there until its first version is given out; an
    /// idea always is. As organiser stands the network with an address that is nobody's,
    /// noreply@erfa.invalid.
    #[arg(long, value_name = "FORMAT", hide_possible_values = true,
          value_parser = Format::among(FORMATS))]
    format: Option<Format>,

    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,

    /// Write to this file, or into this folder, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

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
    #[arg(long, value_name = "LAYOUT", hide_possible_values = true, value_parser = choice(Layout::ALL))]
    layout: Option<Layout>,

    /// With `ics`: an entry for each item that has a time, too
    #[arg(long, conflicts_with_all = ["since", "edition", "json"])]
    items: bool,

    /// Tell what has changed since this version [default: the last one]
    #[arg(long, value_name = "VERSION", num_args = 0..=1, default_missing_value = Since::LAST,
          value_parser = Since::parse)]
    since: Option<Since>,

    #[command(flatten)]
    paper: PaperArgs,
}

/// The formats of a programme.
const FORMATS: [Format; 9] = [
    Format::Table,
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Pdf,
    Format::Docx,
    Format::Ics,
    Format::Csv,
    Format::Json,
];

pub(super) fn run(args: &ProgrammeArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let meeting = loaded.meeting(args.meeting.as_deref(), context)?;
    if let Some(folder) = &args.all {
        return set::write(folder, args, meeting, &loaded, context);
    }
    let output = args.output.as_deref();
    let wish = Wish { format: args.format, json: args.json, output };
    let format = wish.format(&FORMATS, context)?;
    let form = Form {
        edition: args.edition,
        layout: args.layout.unwrap_or_default(),
        items: args.items,
        item: args.item.as_deref(),
        since: args.since,
        sheet: args.paper.sheet(format)?,
        ..Form::new(format)
    };
    calendar::check(&form)?;
    let name = form.name(meeting);
    format.off_screen(output, &name, context)?;
    let target = Target::open(output, &name, context)?;
    target.write(&form.bytes(meeting, &loaded, context)?, context)
}
