//! `erfa cities`

use anyhow::Result;

use super::context::Context;
use super::format::answer;
use crate::document::listing;
use crate::view::city;

/// List the cities of the network
#[derive(clap::Args, Debug)]
pub(super) struct CitiesArgs {
    /// Print everything known of them as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &CitiesArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let cities = city::cities(&loaded.workspace, &loaded.sources, context.clock.today());
    if args.json {
        return context.print_json(&cities);
    }
    answer(&listing::cities(&cities, context.language), context)
}
