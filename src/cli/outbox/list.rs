//! `erfa outbox list`

use anyhow::Result;

use super::Opened;
use crate::cli::context::Context;
use crate::cli::format::answer;
use crate::document::outbox::runs;
use crate::view::outbox::outbox;

/// List the mails that were made, and what of them is out of date
///
/// A run is out of date if the meeting has changed since and any of its mails still waits or is the
/// last that somebody was told; the changes are named.
#[derive(clap::Args, Debug)]
pub(super) struct ListArgs {
    /// Print all mails as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &ListArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let opened = Opened::read(&loaded, context)?;
    let shown = |language| outbox(&loaded.workspace, &opened.outbox, language);
    if args.json {
        return context.print_json(&shown(loaded.document_language));
    }
    answer(&runs(&shown(context.language), context.language), context)
}
