//! `erfa outbox list`

use anyhow::Result;

use super::Opened;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::output::{Listing, OutputArgs};
use crate::cli::reads::{Area, Reads};
use crate::document::outbox::runs;
use crate::view::outbox::outbox;

/// List the mails that were made, and what of them is out of date
///
/// A run is out of date if the meeting has changed since and any of its mails still waits or is the
/// last that somebody was told; the changes are named.
#[derive(clap::Args, Debug)]
pub(super) struct ListArgs {
    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Places, Area::Contacts]).as_far_as_well(&[Area::Meetings]);

pub(super) fn run(args: &ListArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let opened = Opened::read(&loaded, context)?;
    opened.rely_on_reminders(&opened.outbox.runs, &loaded)?;
    let shown =
        |language| outbox(&loaded.workspace, &opened.outbox, context.clock.today(), language);
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(runs(&shown(language), language)))
        .data(|language| Ok(shown(language)));
    args.output.give("outbox", &answer, context)
}
