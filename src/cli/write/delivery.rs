//! To whom, in which format and where a document goes.

use anyhow::Result;

use crate::cli::context::Context;
use crate::cli::output::{Offer, OutputArgs};
use crate::cli::set::refuse;
use crate::plan::post::document_kind::Document;
use crate::render::Shape;

/// The arguments of what goes to somebody.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Delivery {
    /// A contact, a city, a group, or `all` (can be repeated)
    #[arg(long, value_name = "WHO")]
    pub(super) to: Vec<String>,

    /// One letter to all of them, with guests of high rank greeted by name
    #[arg(long, requires = "to")]
    pub(super) together: bool,

    /// Invite even to an idea, or to a meeting without day or place
    #[arg(long)]
    pub(super) anyway: bool,

    #[command(flatten)]
    pub(super) output: OutputArgs<Delivery>,
}

impl Delivery {
    /// Puts in order what an interrupted run left where the letters are to stand.
    pub(in crate::cli) fn begin(&self, context: &Context) -> Result<()> {
        self.output.folder().map_or(Ok(()), |folder| context.begin_answers(&folder))
    }
}

impl Offer for Delivery {
    const IS_ABOUT_PEOPLE: bool = true;
    const SHAPES: &'static [Shape] = &[Shape::Document, Shape::Paper, Shape::Data, Shape::Mail];
    const TARGET: &'static str = "Write to this file, or one file a letter into this folder, instead \
                                  of standard output";
}

/// Refuses mails of what is for nobody but those who have it in hand, and of what is about no meeting.
pub(in crate::cli) fn refuse_unmailed(document: &Document) -> Result<()> {
    let Some(kind) = document.kind() else { return Ok(()) };
    if !kind.is_confidential() && kind.is_about_meeting() {
        return Ok(());
    }
    if !kind.is_confidential() {
        return Err(refuse(
            "DOCUMENT",
            document.name(),
            "das ist kein Brief; hängen Sie es einer Mail als Datei an (`--attach`)",
            "that is no letter; attach it to a mail as a file (`--attach`)",
        ));
    }
    Err(refuse(
        "DOCUMENT",
        document.name(),
        "das ist vertraulich; geben Sie es denen in die Hand, die es brauchen (`erfa write`)",
        "that is confidential; hand it to those who need it (`erfa write`)",
    ))
}
