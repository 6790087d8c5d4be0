//! `erfa meetings`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::output::{Offer, OutputArgs};
use super::reads::{Area, Reads};
use crate::diagnostic::release::NoCalendarEntry;
use crate::diagnostic::stops;
use crate::document::listing;
use crate::plan::programme::release::unreleased;
use crate::render::Shape;
use crate::render::ics::Schedule;
use crate::text::Language;
use crate::view::calendar::Feed;
use crate::view::meeting;

/// List the meetings of the network
///
/// Meetings with a date come first, in its order. The last column tells which count as a turn.
#[derive(clap::Args, Debug)]
pub(super) struct MeetingsArgs {
    #[command(flatten)]
    output: OutputArgs<MeetingsArgs>,
}

impl Offer for MeetingsArgs {
    const SHAPES: &'static [Shape] =
        &[Shape::Screen, Shape::Document, Shape::Calendar, Shape::Table, Shape::Data];
    const MORE: &'static str = "`ics` is a calendar of all meetings with a date, to be published and \
                                subscribed; `csv` is the list for a spreadsheet.";
}

/// What it rests on.
const READS: Reads = Reads::of(&[]).as_far_as_well(&[Area::Meetings]);

pub(super) fn run(args: &MeetingsArgs, context: &Context) -> Result<()> {
    let loaded = context.load(args.output.reads(READS, context))?;
    let meetings = || meeting::meetings(&loaded.workspace, &loaded.sources);
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(listing::meetings(&meetings(), language)))
        .calendar(|language| calendar(language, &loaded, context))
        .table(|language| Ok(listing::meetings_table(&meetings(), language)))
        .data(|_| Ok(meetings()));
    args.output.give("meetings", &answer, context)
}

/// The calendar of all meetings with a date.
fn calendar<'l>(language: Language, loaded: &'l Loaded, context: &Context) -> Result<Schedule<'l>> {
    let Loaded { workspace, sources, .. } = loaded;
    workspace.meetings.iter().try_for_each(|meeting| loaded.rely_on_named_by(meeting))?;
    let feed = Feed::of(workspace, language);
    let feed = feed.ok_or_else(|| Findings::one(NoCalendarEntry { meeting: None }))?;
    let meetings = workspace.meetings.iter();
    let unreleased: Vec<_> = meetings.filter_map(|one| unreleased(workspace, one)).collect();
    if stops(&unreleased, context.strict) {
        return Err(loaded.fail(unreleased));
    }
    context.warn(&unreleased, sources);
    Ok(Schedule::Feed(feed))
}
