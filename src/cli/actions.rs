//! `erfa actions`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::naming::unknown;
use super::output::{Offer, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::action::{document, spreadsheet};
use crate::domain::reply::Who;
use crate::plan::actions::Wanted;
use crate::plan::naming::{Sought, Thing};
use crate::render::Shape;
use crate::view::action::actions;

/// List who does what until when, as it was agreed
///
/// What presses comes first: overdue, due within a week, open; what is done or dropped only with
/// `--all`. The agreements stand in the minutes (`erfa minutes`) and in `actions.toml`; `erfa action` adds
/// to them and says what became of them. What is open stands in the run sheet and the form for the minutes of the next meeting by itself.
#[derive(clap::Args, Debug)]
pub(super) struct ActionsArgs {
    /// Only those of this city and its people
    #[arg(long, value_name = "CITY")]
    city: Option<String>,

    /// Only those of this person
    #[arg(long, value_name = "PERSON")]
    person: Option<String>,

    /// Only those that were agreed at this meeting
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,

    /// Also those that are done or dropped
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    output: OutputArgs<ActionsArgs>,
}

impl Offer for ActionsArgs {
    const IS_ABOUT_PEOPLE: bool = true;
    const SHAPES: &'static [Shape] =
        &[Shape::Screen, Shape::Document, Shape::Paper, Shape::Table, Shape::Workbook, Shape::Data];
}

/// What it rests on.
const READS: Reads =
    Reads::of(&[Area::Actions, Area::Minutes, Area::Contacts]).as_far_as_well(&[Area::Turns]);

pub(super) fn run(args: &ActionsArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let city = args.city.as_deref().map(|words| loaded.city(words)).transpose();
    let wanted = Wanted {
        city: city.map_err(|finding| loaded.fail(vec![finding]))?,
        owner: args.person.as_deref().map(|words| person(words, &loaded)).transpose()?,
        meeting: match &args.meeting {
            Some(_) => Some(loaded.bare_meeting(args.meeting.as_deref(), context)?),
            None => None,
        },
    };
    let today = context.clock.today();
    let view = actions(&loaded.workspace, &loaded.sources, &wanted, args.all, today);
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(document(&view, language)))
        .sheet(|language| Ok(spreadsheet(&view, language)))
        .data(|_| Ok(&view));
    args.output.give("actions", &answer, context)
}

/// The person that `words` name.
fn person(words: &str, loaded: &Loaded) -> Result<Who> {
    let sought = [Sought::Contact];
    match loaded.thing(words, &sought).map_err(|several| loaded.fail(vec![several]))? {
        Some(Thing::Contact(id)) => Ok(Who::Contact(id)),
        Some(Thing::City(_) | Thing::Venue(_) | Thing::Meeting(_) | Thing::Topic(_)) | None => {
            Err(Findings::one(unknown(&loaded.workspace, words, &sought)).into())
        }
    }
}
