//! `erfa minutes`

use anyhow::Result;
use chrono::NaiveDate;
use clap::Subcommand;

use super::answer::Answer;
use super::change::{Manner, NewText, propose};
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::output::{Offer, OutputArgs};
use crate::diagnostic::action::NoMinutes;
use crate::document::minutes::{document, form};
use crate::document::model::Document as Page;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::minutes::Minutes;
use crate::plan::usual_meeting::Purpose;
use crate::render::Shape;
use crate::render::markdown::markdown;
use crate::text::Language;
use crate::view::merge::merge_data;
use crate::view::minutes::minutes;
use crate::view::programme::{Edition, programme};

mod file;
mod read;

use file::{READS, path_of};

/// Keep the minutes of a meeting
///
/// They stand in `minutes/<meeting>.md`, as plain Markdown. Where there are none yet, the file is made,
/// with attendance, each item of the programme and what is open from earlier meetings; where there are,
/// they are printed, in any format: `--output protokoll.docx` for Word. A line such as `Action: Gotha –
/// list of grants – by 1 March 2027` is an action wherever it stands (`erfa actions`). `erfa write minutes`
/// prints an empty form to fill in by hand.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct MinutesArgs {
    #[command(subcommand)]
    command: Option<MinutesCommand>,

    #[command(flatten)]
    own: OwnArgs,
}

#[derive(Subcommand, Debug)]
enum MinutesCommand {
    Read(read::ReadArgs),
}

/// The minutes of one meeting.
#[derive(clap::Args, Debug)]
struct OwnArgs {
    /// The meeting [default: the last one that has begun]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    manner: Manner,

    #[command(flatten)]
    output: OutputArgs<OwnArgs>,
}

impl Offer for OwnArgs {
    const IS_ABOUT_PEOPLE: bool = true;
    const SHAPES: &'static [Shape] = &[Shape::Screen, Shape::Document, Shape::Paper, Shape::Data];
}

pub(super) fn run(args: &MinutesArgs, context: &Context) -> Result<()> {
    match &args.command {
        Some(MinutesCommand::Read(args)) => read::run(args, context),
        None => keep(&args.own, context),
    }
}

/// Prints the minutes that there are, or begins them.
fn keep(args: &OwnArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let meeting = loaded.meeting_for(Purpose::LookingBack, args.meeting.as_deref(), context)?;
    let path = path_of(&meeting.id);
    if loaded.sources.find(&path).is_some() {
        loaded.rely_on_file(&path)?;
    }
    if let Some(minutes) = minutes_of(meeting, &loaded) {
        return show(minutes, meeting, args, &loaded, context);
    }
    if !args.output.is_usual() {
        let problem = NoMinutes { meeting: meeting.id.to_string() };
        return Err(Findings::one(problem).into());
    }
    let id = meeting.id.to_string();
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let meeting = loaded.bare_meeting(Some(&id), context)?;
    if meeting.status.value == Status::Cancelled {
        return Err(super::set::refuse(
            "MEETING",
            &id,
            "ist abgesagt; davon gibt es nichts festzuhalten",
            "is cancelled; there is nothing to write down",
        ));
    }
    loaded.rely_on_actions()?;
    let text = begun(meeting, loaded.document_language, &loaded, context);
    let change = NewText { path: path.clone(), text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        context.note(&match context.language {
            Language::German => format!(
                "Das Protokoll steht in `{path}`; `erfa minutes {id} --output {id}.docx` gibt es für Word, \
                 `erfa minutes read {id}.docx` liest es zurück."
            ),
            Language::English => format!(
                "The minutes stand in `{path}`; `erfa minutes {id} --output {id}.docx` gives them to Word, \
                 `erfa minutes read {id}.docx` reads them back."
            ),
        });
    }
    Ok(())
}

fn show(
    kept: &Minutes,
    meeting: &Meeting,
    args: &OwnArgs,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    loaded.rely_on_actions()?;
    let (workspace, sources) = (&loaded.workspace, &loaded.sources);
    let view = minutes(workspace, sources, meeting, kept, context.clock.today());
    let has_actions = view.actions.iter().any(|action| action.place.file == view.file);
    let answer = Answer::about(loaded)
        .document(|_, language| Ok(document(&view.text, has_actions, &view.title, language)))
        .data(|_| Ok(&view));
    args.output.give(&format!("{}-minutes", meeting.id), &answer, context)
}

/// What the minutes of a meeting begin with.
fn begun(meeting: &Meeting, language: Language, loaded: &Loaded, context: &Context) -> String {
    let workspace = &loaded.workspace;
    let programme = programme(workspace, meeting, language, Edition::Internal);
    let merge = merge_data(workspace, meeting, programme, context.clock.today());
    markdown(&form(&merge.with_open_actions(workspace, meeting)))
}

/// The minutes of `meeting` as a document, if they are kept.
pub(super) fn kept_document(
    meeting: &Meeting,
    today: NaiveDate,
    language: Language,
    loaded: &Loaded,
) -> Option<Page> {
    let kept = minutes_of(meeting, loaded)?;
    let told = minutes(&loaded.workspace, &loaded.sources, meeting, kept, today);
    let has_actions = told.actions.iter().any(|action| action.place.file == told.file);
    Some(document(&told.text, has_actions, &told.title, language))
}

fn minutes_of<'l>(meeting: &Meeting, loaded: &'l Loaded) -> Option<&'l Minutes> {
    loaded.workspace.minutes.iter().find(|minutes| minutes.meeting == meeting.id)
}
