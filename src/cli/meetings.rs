//! `erfa meetings`

use anyhow::Result;

use super::context::Context;
use super::format::answer;
use crate::document::listing;
use crate::view::meeting;

/// List the meetings of the network
///
/// Meetings with a date come first, in its order. The last column tells which count as a turn.
#[derive(clap::Args, Debug)]
pub(super) struct MeetingsArgs {
    /// Print everything known of them as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &MeetingsArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let meetings = meeting::meetings(&loaded.workspace, &loaded.sources);
    if args.json {
        return context.print_json(&meetings);
    }
    answer(&listing::meetings(&meetings, context.language), context)
}
