//! `erfa account`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::output::{Offer, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::account::{Details, course, document};
use crate::render::{Shape, Writing};
use crate::view::account::course::courses;
use crate::view::account::{Accounts, accounts};

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
    const SHAPES: &'static [Shape] =
        &[Shape::Screen, Shape::Document, Shape::Paper, Shape::Drawing, Shape::Data];
}

/// What it rests on.
const READS: Reads =
    Reads::of(&[Area::Places, Area::Rotation]).as_far_as_well(&[Area::Turns]).of_no_meeting();

pub(super) fn run(args: &AccountArgs, context: &Context) -> Result<()> {
    let loaded = context.load(args.output.reads(READS, context))?;
    let view =
        |language| accounts(&loaded.workspace, &loaded.sources, context.clock.today(), language);
    let picture = |view: &Accounts, language| {
        course::drawing(view, &courses(&loaded.workspace, language), language)
    };
    let answer = Answer::about(&loaded)
        .document(|format, language| {
            let (view, bars) = (view(language), format.writing() == Writing::Aligned);
            let drawing = format.has_drawings().then(|| picture(&view, language));
            let members = &loaded.workspace.network.members;
            Ok(document(&view, members, language, Details { bars, why: args.why, drawing }))
        })
        .drawing(|language| Ok(picture(&view(language), language)))
        .data(|language| Ok(view(language)));
    args.output.give("account", &answer, context)
}
