//! `erfa venues`

use anyhow::Result;

use super::context::Context;
use super::format::answer;
use crate::document::listing;
use crate::view::venue;

/// List the venues of the network
#[derive(clap::Args, Debug)]
pub(super) struct VenuesArgs {
    /// Print everything known of them as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &VenuesArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let venues = venue::venues(&loaded.workspace, &loaded.sources);
    if args.json {
        return context.print_json(&venues);
    }
    answer(&listing::venues(&venues, context.language), context)
}
