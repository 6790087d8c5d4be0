//! `erfa contacts`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::output::{Listing, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::listing;
use crate::view::people;

/// List the people of the network
///
/// Whoever has no mail or postal address is named below, before letters stop on it; so is a city of which
/// nobody can be written to.
#[derive(clap::Args, Debug)]
pub(super) struct ContactsArgs {
    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Contacts]);

pub(super) fn run(args: &ContactsArgs, context: &Context) -> Result<()> {
    let loaded = context.load(args.output.reads(READS, context))?;
    let contacts = people::contacts(&loaded.workspace, &loaded.sources, context.clock.today());
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(listing::people::contacts(&contacts, language)))
        .data(|_| Ok(&contacts));
    args.output.give("contacts", &answer, context)
}
