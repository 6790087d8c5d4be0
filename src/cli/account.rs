//! `erfa account`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::output::{Offer, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::account::{Details, document};
use crate::render::{Shape, Writing};
use crate::view::account::accounts;

/// Show every city's account: parts, turns as host and ways
///
/// A plus means that the city is still owed something. Coming meetings that have hosts are charged,
/// as in `erfa next-host`.
#[derive(clap::Args, Debug)]
pub(super) struct AccountArgs {
    /// Name each meeting that counts, with file and line
    #[arg(long)]
    why: bool,

    #[command(flatten)]
    output: OutputArgs<AccountArgs>,
}

impl Offer for AccountArgs {
    const SHAPES: &'static [Shape] = &[Shape::Screen, Shape::Document, Shape::Data];
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Places, Area::Rotation]).as_far_as_well(&[Area::Turns]);

pub(super) fn run(args: &AccountArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let view =
        |language| accounts(&loaded.workspace, &loaded.sources, context.clock.today(), language);
    let answer = Answer::about(&loaded)
        .document(|format, language| {
            let bars = format.writing() == Writing::Aligned;
            Ok(document(&view(language), language, Details { bars, why: args.why }))
        })
        .data(|language| Ok(view(language)));
    args.output.give("account", &answer, context)
}
