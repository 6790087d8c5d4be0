//! `erfa cities`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::output::{Listing, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::listing;
use crate::view::city;

/// List the cities of the network
#[derive(clap::Args, Debug)]
pub(super) struct CitiesArgs {
    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]).as_far_as_well(&[Area::Turns]).of_no_meeting();

pub(super) fn run(args: &CitiesArgs, context: &Context) -> Result<()> {
    let loaded = context.load(args.output.reads(READS, context))?;
    let cities = city::cities(&loaded.workspace, &loaded.sources, context.clock.today());
    let answer = Answer::about(&loaded)
        .document(|_, language| {
            Ok(listing::cities(&cities, &loaded.workspace.network.members, language))
        })
        .data(|_| Ok(&cities));
    args.output.give("cities", &answer, context)
}
