//! `erfa invite`

use anyhow::Result;

use super::context::Context;
use super::write::{Delivery, READS, write};
use crate::plan::post::document_kind::{Document, DocumentKind};
use crate::view::badges::BadgeWish;

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
    let (meeting, loaded) = (args.meeting.as_deref(), context.load(READS)?);
    write(&invitation, meeting, &args.delivery, BadgeWish::default(), &loaded, context)
}
