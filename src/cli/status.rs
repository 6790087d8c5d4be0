//! `erfa status`

use anyhow::Result;
use chrono::NaiveDate;

use super::answer::Answer;
use super::context::Context;
use super::failure::Refused;
use super::loaded::Loaded;
use super::outbox::opened;
use super::output::{Listing, OutputArgs};
use super::reads::{Area, Reads};
use crate::diagnostic::Diagnostic;
use crate::document;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::{Outbox, Run, State};
use crate::domain::workspace::Workspace;
use crate::plan::checklist::Progress;
use crate::plan::post::dispatch::{Selection, dispatch};
use crate::plan::post::document_kind::DocumentKind;
use crate::plan::post::knowledge::Now;
use crate::plan::post::mailing::update;
use crate::plan::post::recipient::Choice;
use crate::plan::rotation::next_host::next_hosts;
use crate::plan::rotation::slot::HostQuestion;
use crate::text::{Language, Vocabulary as _};
use crate::view::action::pressing;
use crate::view::status::{Around, StaleRun, Status, WaitingRun, status};
use crate::view::{next_host, outbox};

/// Tell what is to be done, for the next meeting and the last one
///
/// Each item of the checklist has its day, counted back from the meeting, and says by what it is known
/// to be done: the files and the outbox, else `erfa done`. The days stand below `[checklist]` in
/// `network.toml`. Under `--strict` the exit status is 1 while something is due or late. `erfa` alone
/// says the same in a workspace.
#[derive(clap::Args, Debug)]
pub(super) struct StatusArgs {
    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]).as_far_as_well(&[
    Area::Meetings,
    Area::Contacts,
    Area::Rotation,
    Area::Actions,
    Area::Minutes,
    Area::Turns,
]);

pub(super) fn run(args: &StatusArgs, context: &Context) -> Result<()> {
    // Under `--strict` it is the checklist that decides how this ends; warnings are `erfa check`'s.
    let reads = if context.strict { Reads::of(&[]) } else { READS };
    let (loaded, warnings) = context.read(reads)?;
    let loaded = loaded.with_published();
    let sent = opened::outbox(&loaded, context)?;
    let today = context.clock.today();
    let answer_in = |language: Language| -> Status {
        let (workspace, outbox) = (&loaded.workspace, &sent);
        let around = around(&sent, &loaded, &warnings, context, language);
        status(workspace, outbox, today, around, language)
    };
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(document::status::document(&answer_in(language), language)))
        .data(|language| Ok(answer_in(language)));
    args.output.give("status", &answer, context)?;
    let presses = |status: &Status| {
        let mut steps = status.meetings.iter().flat_map(|meeting| &meeting.steps);
        !status.actions.is_empty()
            || steps.any(|step| matches!(step.progress, Progress::Due | Progress::Late))
    };
    if context.strict && presses(&answer_in(context.language)) {
        return Err(Refused.into());
    }
    Ok(())
}

/// What else is known beside the meetings.
pub(super) fn around(
    sent: &Outbox,
    loaded: &Loaded,
    warnings: &[Diagnostic],
    context: &Context,
    language: Language,
) -> Around {
    Around {
        next_host: turn(loaded, context, language),
        actions: if loaded.faults_of_actions().is_empty() {
            pressing(&loaded.workspace, &loaded.sources, context.clock.today())
        } else {
            Vec::new()
        },
        stale: stale(sent, loaded, context, language),
        waiting: waiting(sent, &loaded.workspace, context.clock.today(), language),
        findings: loaded.told_findings(warnings, language),
    }
}

/// Whose turn is next, in a sentence; none if that cannot be told.
fn turn(loaded: &Loaded, context: &Context, language: Language) -> Option<String> {
    let question = HostQuestion { date: None, today: context.clock.today(), count: 1 };
    let hosts = next_hosts(&loaded.workspace, question).ok()?;
    let answer = next_host::next_host(&loaded.workspace, &hosts, None, &loaded.sources, language);
    answer.turns.into_iter().next().map(|turn| turn.answer)
}

fn stale(sent: &Outbox, loaded: &Loaded, context: &Context, language: Language) -> Vec<StaleRun> {
    let today = context.clock.today();
    let shown = outbox::outbox(&loaded.workspace, sent, today, language);
    // What is over is told to nobody any more.
    let is_over = |run: &outbox::Run| {
        let meeting = loaded.workspace.meeting(&run.meeting);
        meeting.and_then(|it| it.when.last_day()).is_some_and(|day| day < today)
    };
    let reminds = |run: &outbox::Run| run.kind == DocumentKind::ActionReminder.word();
    let knows_actions = loaded.faults_of_actions().is_empty();
    let waits = |run: &outbox::Run| run.messages.iter().any(|mail| mail.state == State::Pending);
    // What is told by mails that wait already, or is told to nobody, is nothing to do.
    let is_told = |run: &outbox::Run| {
        let meeting = loaded.workspace.meeting(&run.meeting);
        meeting.is_some_and(|meeting| {
            !waits(run) && nobody_to_tell(&loaded.workspace, sent, meeting, today)
        })
    };
    let matters = |run: &outbox::Run| {
        if reminds(run) { knows_actions } else { !is_over(run) && !is_told(run) }
    };
    let is_stale = shown.runs.into_iter().filter(|run| !run.stale.is_empty() && matters(run));
    let stale_run = |run: outbox::Run| {
        let mails = run.messages.iter();
        let is_waiting = mails.clone().count() > 0
            && mails.clone().all(|mail| matches!(mail.state, State::Pending | State::Failed));
        let command = if is_waiting {
            format!("erfa outbox discard {}", run.name)
        } else if reminds(&run) {
            format!("erfa outbox settle {} --as failed", run.name)
        } else {
            format!("erfa outbox make update {}", run.meeting)
        };
        let is_waiting = is_waiting || reminds(&run);
        StaleRun { run: run.name, changes: run.stale, is_waiting, command }
    };
    is_stale.map(stale_run).collect()
}

/// Whether `erfa outbox make update` would write to nobody about `meeting`.
fn nobody_to_tell(
    workspace: &Workspace,
    outbox: &Outbox,
    meeting: &Meeting,
    today: NaiveDate,
) -> bool {
    let now = Now::of(workspace, meeting);
    let choice = Choice { names: &[], meeting, today, by_mail: true };
    update(workspace, outbox, &now, choice).is_ok_and(|mailing| mailing.mails.is_empty())
}

/// The runs with mails that go out as soon as somebody sends them, whose meeting is as they say.
fn waiting(
    sent: &Outbox,
    workspace: &Workspace,
    today: NaiveDate,
    language: Language,
) -> Vec<WaitingRun> {
    let selection = Selection { today: Some(today), ..Selection::default() };
    let of = |run: &Run| {
        let due = dispatch(workspace, sent, run, &selection).ok()?.due;
        let is_stale = !outbox::run(workspace, sent, run, today, language).stale.is_empty();
        let mut kinds: Vec<String> = Vec::new();
        for mail in &due {
            let kind = DocumentKind::of(mail).map_or(mail.kind.as_str(), |it| it.name(language));
            if !kinds.iter().any(|known| known == kind) {
                kinds.push(kind.to_owned());
            }
        }
        let (run, number) = (run.name.to_string(), due.len());
        let command = format!("erfa send {run}");
        (number > 0 && !is_stale).then_some(WaitingRun { run, number, kinds, command })
    };
    sent.runs.iter().filter_map(of).collect()
}
