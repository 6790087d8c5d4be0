//! `erfa meetings`

use std::path::PathBuf;

use anyhow::Result;

use super::context::Context;
use super::failure::Findings;
use super::format::{Format, Target, Wish, words};
use super::loaded::Loaded;
use crate::diagnostic::release::NoCalendarEntry;
use crate::diagnostic::stops;
use crate::document::listing;
use crate::plan::programme::release::unreleased;
use crate::render::csv::csv;
use crate::render::ics;
use crate::render::json::json;
use crate::view::calendar::feed;
use crate::view::meeting;

/// List the meetings of the network
///
/// Meetings with a date come first, in its order. The last column tells which count as a turn.
#[derive(clap::Args, Debug)]
pub(super) struct MeetingsArgs {
    /// table, text, ics, csv or json [default: the output's ending; table on a terminal, else text]
    ///
    /// `ics` is a calendar of all meetings with a date, to be published and subscribed; `csv` is the
    /// list for a spreadsheet.
    #[arg(long, value_name = "FORMAT", hide_possible_values = true,
          value_parser = Format::among(FORMATS))]
    format: Option<Format>,

    /// Print everything known of them as JSON
    #[arg(long, conflicts_with = "format")]
    json: bool,

    /// Write to this file, or into this folder, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
}

/// The formats of the list.
const FORMATS: [Format; 5] = [Format::Table, Format::Text, Format::Ics, Format::Csv, Format::Json];

pub(super) fn run(args: &MeetingsArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let output = args.output.as_deref();
    let format = Wish { format: args.format, json: args.json, output }.format(&FORMATS, context)?;
    let target = Target::open(output, &format!("meetings.{}", format.extension()), context)?;
    let meetings = || meeting::meetings(&loaded.workspace, &loaded.sources);
    let language = loaded.language_of(format, context);
    let answer = match format {
        Format::Ics => calendar(&loaded, context)?.into_bytes(),
        Format::Csv => csv(&listing::meetings_table(&meetings(), language))?,
        Format::Json => json(&meetings())?.into_bytes(),
        _ => words(&listing::meetings(&meetings(), language), format, context).into_bytes(),
    };
    target.write(&answer, context)
}

/// The calendar of all meetings with a date.
fn calendar(loaded: &Loaded, context: &Context) -> Result<String> {
    let Loaded { workspace, sources, document_language, .. } = loaded;
    let feed = feed(workspace, *document_language);
    let feed = feed.ok_or_else(|| Findings::one(NoCalendarEntry { meeting: None }))?;
    let meetings = workspace.meetings.iter();
    let unreleased: Vec<_> = meetings.filter_map(|one| unreleased(workspace, one)).collect();
    if stops(&unreleased, context.strict) {
        return Err(loaded.fail(unreleased));
    }
    context.warn(&unreleased, sources);
    Ok(ics::calendar(&feed))
}
