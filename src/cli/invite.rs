//! `erfa invite`

use anyhow::Result;

use super::context::Context;
use super::write::{Delivery, READS, write};
use crate::plan::post::document_kind::{Document, DocumentKind};

/// Write the invitation to a meeting, a letter for each recipient
///
/// The same as `write invitation`. Without `--to` it is an open letter. Nothing is sent: mails come
/// out as drafts that a mail program opens.
#[derive(clap::Args, Debug)]
pub(super) struct InviteArgs {
    /// The meeting [default: the next one, else the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    delivery: Delivery,
}

pub(super) fn run(args: &InviteArgs, context: &Context) -> Result<()> {
    args.delivery.begin(context)?;
    let invitation = Document::BuiltIn(DocumentKind::Invitation);
    write(&invitation, args.meeting.as_deref(), &args.delivery, &context.load(READS)?, context)
}
