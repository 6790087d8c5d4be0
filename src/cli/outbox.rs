//! `erfa outbox`

use anyhow::Result;
use clap::Subcommand;

use super::context::Context;
use super::loaded::Loaded;
use super::reads::Reads;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::{Outbox, Run, State};
use crate::input::outbox::OUTBOX;
use crate::plan::post::knowledge::Now;
use crate::plan::post::mailing::{Mail, update};
use crate::plan::post::recipient::Choice;
use crate::plan::post::told::{Mailboxes, reached};
use crate::system::files;
use crate::text::list::and;
use crate::text::{Language, count};

pub(super) mod bounced;
mod discard;
pub(super) mod dispatch;
mod invited;
mod journal;
mod list;
mod mail;
mod make;
pub(super) mod opened;
mod pipe;
pub(super) mod records;
mod settle;
mod show;
pub(super) mod undo;

use opened::Opened;

/// Make mails, look at them, hand them on and throw them away
///
/// Mails lie in the folder `outbox/` of the workspace, one file a person; what became of each stands
/// in `outbox/ledger.txt`. `erfa send` sends them; so does `pipe`, through a mail program of yours.
#[derive(clap::Args, Debug)]
pub(super) struct OutboxArgs {
    #[command(subcommand)]
    command: OutboxCommand,
}

#[derive(Subcommand, Debug)]
enum OutboxCommand {
    Make(make::MakeArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Pipe(pipe::PipeArgs),
    Settle(settle::SettleArgs),
    Discard(discard::DiscardArgs),
}

pub(super) fn run(args: &OutboxArgs, context: &Context) -> Result<()> {
    match &args.command {
        OutboxCommand::Make(args) => make::run(args, context),
        OutboxCommand::List(args) => list::run(args, context),
        OutboxCommand::Show(args) => show::run(args, context),
        OutboxCommand::Pipe(args) => pipe::run(args, context),
        OutboxCommand::Settle(args) => settle::run(args, context),
        OutboxCommand::Discard(args) => discard::run(args, context),
    }
}

/// Says how those who got a mail about `meeting` hear that it is otherwise now; if mails only wait,
/// that they had better not go out.
pub(super) fn offer_update(meeting: &Meeting, loaded: &Loaded, context: &Context) -> Result<()> {
    if !files::exists(&loaded.writable_root()?.join(OUTBOX)) {
        return Ok(());
    }
    let outbox = Opened::read(loaded, context)?.outbox;
    let told = left_to_tell(meeting, &outbox, context)?;
    if told > 0 {
        let id = &meeting.id;
        context.note(&match context.language {
            Language::German => format!(
                "{} davon noch nichts: `erfa outbox make update {id}` macht die Mails.",
                count(
                    told,
                    "Person, die eine Mail bekam, weiß",
                    "Personen, die Mails bekamen, wissen"
                )
            ),
            Language::English => format!(
                "{} of it yet: `erfa outbox make update {id}` makes the mails.",
                count(
                    told,
                    "person who got a mail does not know",
                    "people who got mails do not know"
                )
            ),
        });
        return Ok(());
    }
    // Of these runs none has gone out, so that they can be thrown away.
    let is_waiting = |run: &&Run| {
        let states = outbox.states(run);
        states.contains(&State::Pending)
            && states.iter().all(|state| matches!(state, State::Pending | State::Failed))
    };
    let waiting: Vec<&Run> = outbox.about(&meeting.id).filter(is_waiting).collect();
    if waiting.is_empty() {
        return Ok(());
    }
    let states = waiting.iter().flat_map(|run| outbox.states(run));
    let number = states.filter(|state| *state == State::Pending).count();
    let ways = waiting.iter().map(|run| format!("`erfa outbox discard {}`", run.name));
    let ways = and(ways, context.language);
    context.note(&match context.language {
        Language::German => format!(
            "{} verworfen werden: {ways}",
            count(
                number,
                "Mail dazu wartet noch im Postausgang und sollte",
                "Mails dazu warten noch im Postausgang und sollten"
            )
        ),
        Language::English => format!(
            "{} in the outbox and should be discarded: {ways}",
            count(number, "mail about it still waits", "mails about it still wait"),
        ),
    });
    Ok(())
}

/// How many of those who got a mail about `meeting` must hear how it stands now that its file is changed.
fn left_to_tell(meeting: &Meeting, outbox: &Outbox, context: &Context) -> Result<usize> {
    let (loaded, _) = context.read(Reads::of(&[]))?;
    let workspace = &loaded.workspace;
    let Some(meeting) = workspace.meeting(meeting.id.as_str()) else { return Ok(0) };
    let reached = reached(outbox, &meeting.id);
    if reached.is_empty() {
        return Ok(0);
    }
    let now = Now::of(workspace, meeting);
    let choice = Choice { names: &[], meeting, today: context.clock.today(), by_mail: true };
    let Ok(mailing) = update(workspace, outbox, &now, choice) else {
        // Whom it concerns cannot be told any more; that somebody knows of it can.
        return Ok(reached.values().filter(|told| told.counts_on_it()).count());
    };
    let mailboxes = Mailboxes::new(&reached);
    let has_mail = |mail: &&Mail<'_>| {
        let address = mail.to.who.mail(workspace).map(Line::as_str);
        mailboxes.of(mail.to.who.id(workspace), address).is_some()
    };
    Ok(mailing.mails.iter().filter(has_mail).count())
}
