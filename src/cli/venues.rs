//! `erfa venues`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::output::{Listing, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::listing;
use crate::view::venue;

/// List the venues of the network
#[derive(clap::Args, Debug)]
pub(super) struct VenuesArgs {
    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Venues]);

pub(super) fn run(args: &VenuesArgs, context: &Context) -> Result<()> {
    let loaded = context.load(args.output.reads(READS, context))?;
    let venues = venue::venues(&loaded.workspace, &loaded.sources);
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(listing::venues(&venues, language)))
        .data(|_| Ok(&venues));
    args.output.give("venues", &answer, context)
}
