//! `erfa groups`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::output::{Listing, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::listing;
use crate::view::people;

/// List the groups that people belong to
///
/// Whoever has no mail or postal address is named below, before letters stop on it.
#[derive(clap::Args, Debug)]
pub(super) struct GroupsArgs {
    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Contacts]);

pub(super) fn run(args: &GroupsArgs, context: &Context) -> Result<()> {
    let loaded = context.load(args.output.reads(READS, context))?;
    let groups = people::groups(&loaded.workspace, &loaded.sources);
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(listing::people::groups(&groups, language)))
        .data(|_| Ok(&groups));
    args.output.give("groups", &answer, context)
}
