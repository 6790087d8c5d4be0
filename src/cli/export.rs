//! `erfa export`

use anyhow::Result;
use clap::Subcommand;

use super::answer::Answer;
use super::context::Context;
use super::outbox::opened::outbox;
use super::output::{Offer, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::export;
use crate::render::{Format, Shape};
use crate::view::account::accounts;
use crate::view::export::{events, people};
use crate::view::replies::replies;

/// Write people, participants, meetings or accounts as tables for Excel and the like
///
/// A CSV has semicolons and a byte order mark, so that a German Excel opens it by double click; a
/// workbook keeps postcodes as text. People and meetings can be taken in again by `erfa import`.
#[derive(clap::Args, Debug)]
pub(super) struct ExportArgs {
    #[command(subcommand)]
    command: ExportCommand,
}

#[derive(Subcommand, Debug)]
enum ExportCommand {
    /// Everybody who is known; whoever wants no mail stands there without a mail address
    #[command(alias = "kontakte")]
    Contacts(TableArgs),
    /// Who is invited to a meeting and what each has answered, without notes
    #[command(alias = "teilnehmer")]
    Participants(ParticipantsArgs),
    /// All meetings
    #[command(alias = "treffen")]
    Meetings(TableArgs),
    /// The account of every city
    #[command(alias = "konto")]
    Account(TableArgs),
}

#[derive(clap::Args, Debug)]
struct ParticipantsArgs {
    /// The meeting [default: the next one, else the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    table: TableArgs,
}

#[derive(clap::Args, Debug)]
struct TableArgs {
    #[command(flatten)]
    output: OutputArgs<TableArgs>,
}

impl Offer for TableArgs {
    const IS_ABOUT_PEOPLE: bool = true;
    const SHAPES: &'static [Shape] = &[Shape::Table, Shape::Workbook, Shape::Data];
    const PIPED: Format = Format::Csv;
}

impl TableArgs {
    fn give(&self, stem: &str, answer: &Answer<'_>, context: &Context) -> Result<()> {
        self.output.give(stem, answer, context)
    }
}

/// What it rests on.
const CONTACTS: Reads = Reads::of(&[Area::Contacts]);
const PARTICIPANTS: Reads = Reads::of(&[Area::Contacts]);
const MEETINGS: Reads = Reads::of(&[Area::Meetings]);
const ACCOUNT: Reads =
    Reads::of(&[Area::Places, Area::Rotation]).as_far_as_well(&[Area::Turns]).of_no_meeting();

pub(super) fn run(args: &ExportArgs, context: &Context) -> Result<()> {
    match &args.command {
        ExportCommand::Contacts(args) => {
            let loaded = context.load(CONTACTS)?;
            let view = |language| people(&loaded.workspace, language);
            let answer = Answer::about(&loaded)
                .sheet(|language| Ok(export::entries(&view(language))))
                .data(|language| Ok(view(language)));
            args.give("contacts", &answer, context)
        }
        ExportCommand::Participants(args) => participants(args, context),
        ExportCommand::Meetings(args) => {
            let loaded = context.load(MEETINGS)?;
            let view = |language| events(&loaded.workspace, language);
            let answer = Answer::about(&loaded)
                .sheet(|language| Ok(export::entries(&view(language))))
                .data(|language| Ok(view(language)));
            args.give("meetings", &answer, context)
        }
        ExportCommand::Account(args) => {
            let loaded = context.load(ACCOUNT)?;
            let today = context.clock.today();
            let view = |language| accounts(&loaded.workspace, &loaded.sources, today, language);
            let members = &loaded.workspace.network.members;
            let answer = Answer::about(&loaded)
                .sheet(|language| {
                    let town = members.one(language, language.pick("Stadt", "city"));
                    Ok(export::accounts(&view(language), town, language))
                })
                .data(|language| Ok(view(language)));
            args.give("account", &answer, context)
        }
    }
}

fn participants(args: &ParticipantsArgs, context: &Context) -> Result<()> {
    let loaded = context.load(PARTICIPANTS)?;
    let meeting = loaded.bare_meeting(args.meeting.as_deref(), context)?;
    loaded.rely_on_replies(meeting)?;
    let outbox = outbox(&loaded, context)?;
    let view = replies(&loaded.workspace, &outbox, meeting);
    let answer = Answer::about(&loaded)
        .sheet(|language| Ok(export::participants(&view, language)))
        .data(|_| Ok(&view));
    args.table.give(&format!("{}-participants", meeting.id), &answer, context)
}
