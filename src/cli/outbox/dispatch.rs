//! What `erfa send` and `erfa outbox pipe` have in common: whom it goes to, the question, the way.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use anyhow::Result;
use chrono::NaiveDate;

use super::journal::Journal;
use super::opened::{is_lost, lost_ledger};
use super::{Opened, invited};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::diagnostic::posting::{Flaw, NotInRun, WhichRun};
use crate::diagnostic::{Diagnostic, stops};
use crate::domain::line::Line;
use crate::domain::outbox::{Entry, Message, Run, State};
use crate::input::Outgoing;
use crate::input::outbox::OUTBOX;
use crate::plan::post::dispatch::{Selection, anew, dispatch as plan};
use crate::system::interrupt;
use crate::text::nearest;
use crate::view::outbox::run as view;

mod advice;
mod ahead;
mod deliver;
mod errand;
mod preview;
mod warnings;

use errand::Errand;
pub(in crate::cli) use errand::Route;

/// Which mails go out, and how.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct DispatchArgs {
    /// Send only to these: a contact or city (can be repeated)
    #[arg(long, value_name = "WHO")]
    only: Vec<String>,

    /// Send at most so many mails now
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,

    /// Wait between two mails [default: `pause` below `[smtp]`, else 0]
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(in crate::cli) pause: Option<Duration>,

    /// Send also what was refused for now
    #[arg(long)]
    retry: bool,

    /// Do not ask: exactly so many mails are meant
    #[arg(long, value_name = "NUMBER")]
    expect: Option<usize>,

    /// Print the run as JSON afterwards; `null` if no mail waits
    #[arg(long)]
    json: bool,

    /// Only show what would go out
    #[arg(long)]
    dry_run: bool,
}

/// Reads a number of seconds, at most an hour.
fn seconds(words: &str) -> Result<Duration, String> {
    let seconds = words.replace(',', ".").parse::<f64>();
    let seconds = seconds.ok().filter(|seconds| (0.0..=3600.0).contains(seconds));
    seconds.map(Duration::from_secs_f64).ok_or_else(|| "1.5".to_owned())
}

/// Stops if it is not known whether somebody of `run` still wants mail.
fn rely_on_recipients(run: &Run, loaded: &Loaded) -> Result<()> {
    let cities = || loaded.workspace.cities.iter().map(|city| &city.id);
    let mut people = run.messages.iter().map(|message| &message.person);
    people.try_for_each(|person| {
        if cities().any(|id| id == person) {
            return Ok(());
        }
        loaded.rely_on_contact(person.as_str())
    })
}

/// Sends the mails of a run that wait: checks all of them, asks, and sends one after the other by
/// `way`. `object` says what speaks against a mail on this way.
pub(in crate::cli) fn dispatch(
    name: Option<&str>,
    args: &DispatchArgs,
    way: Route,
    object: impl Fn(&Outgoing) -> Option<Flaw> + Sync,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let opened = Opened::take(loaded, context)?;
    let Some(run) = chosen(name, args, &opened, loaded, context.clock.today())? else {
        context.warn(&warnings::all_unsure(&opened), &opened.sources);
        preview::compare(0, args.expect)?;
        context.note(context.say(
            "Keine Mail wartet; nichts wurde versandt.",
            "No mail is waiting; nothing was sent.",
        ));
        return if args.json {
            context.print_json(&None::<crate::view::outbox::Run>)
        } else {
            Ok(())
        };
    };
    loaded.rely_on_meeting(&run.name.meeting)?;
    rely_on_recipients(run, loaded)?;
    opened.rely_on_reminders([run], loaded)?;
    refuse_lost(run, &opened, loaded)?;
    let selection = Selection {
        only: &args.only,
        limit: args.limit,
        retry: args.retry,
        today: Some(context.clock.today()),
    };
    let planned = plan(&loaded.workspace, &opened.outbox, run, &selection);
    let planned = planned.map_err(|unknown| opened.fail(not_in_run(&unknown, run)))?;
    let warnings = warnings::of(&planned, run, &opened, loaded, context);
    if stops(&warnings, context.strict) {
        return Err(opened.fail(warnings));
    }
    context.warn(&warnings, &opened.sources);
    warnings::notes(&planned, context);
    let readdressed = readdressed(run, &planned.mended);
    let due: HashSet<&str> = planned.due.iter().map(|due| due.file.as_str()).collect();
    let is_due = |one: &&Message| due.contains(one.file.as_str());
    let errand = Errand {
        run: &readdressed,
        due: readdressed.messages.iter().filter(is_due).collect(),
        mended: &planned.mended,
        anew: planned.mended.iter().map(|one| (one.0.file.as_str(), one)).collect(),
        opened: &opened,
        loaded,
        context,
    };
    errand.check(object)?;
    preview::compare(errand.due.len(), args.expect)?;
    if errand.due.is_empty() {
        context.note(context.say(
            "Niemand bekommt eine Mail; nichts wurde versandt.",
            "Nobody gets a mail; nothing was sent.",
        ));
        return if args.json { print(run, &opened, loaded, context) } else { Ok(()) };
    }
    if args.dry_run {
        preview::show(&errand)?;
        context
            .note(context.say("Nur gezeigt; nichts ist versandt.", "Only shown; nothing is sent."));
        return if args.json { print(run, &opened, loaded, context) } else { Ok(()) };
    }
    preview::confirm(&errand, args.expect)?;
    interrupt::hold_once(
        context
            .say(
                "Diese Mail ist die letzte; noch einmal Strg-C bricht sofort ab (dann ist sie ungewiss).",
                "This mail is the last; Ctrl-C once more stops at once (then it is unsure).",
            )
            .to_owned(),
    );
    let mut journal = Journal::open(&opened, loaded, context)?;
    errand.readdress(&mut journal)?;
    let (gone, outcome) = errand.deliver(way, journal);
    // What has gone out has gone out, however the rest ends.
    let recorded = if gone > 0 { invited::record([run], context) } else { Ok(()) };
    let outcome = outcome.and(recorded);
    if args.json {
        let opened = Opened::read(loaded, context)?;
        let run = opened.run(&run.name.to_string())?;
        // Whoever does not read it must still learn that a mail was refused.
        return outcome.and(print(run, &opened, loaded, context));
    }
    outcome
}

/// Prints a run as data.
fn print(run: &Run, opened: &Opened, loaded: &Loaded, context: &Context) -> Result<()> {
    let (today, language) = (context.clock.today(), loaded.document_language);
    context.print_json(&view(&loaded.workspace, &opened.outbox, run, today, language))
}

/// The run that is meant: the one that is named, else the only one in which mails wait.
fn chosen<'o>(
    name: Option<&str>,
    args: &DispatchArgs,
    opened: &'o Opened,
    loaded: &Loaded,
    today: NaiveDate,
) -> Result<Option<&'o Run>> {
    if let Some(name) = name {
        return opened.run(name).map(Some);
    }
    let ledger = &opened.outbox.ledger;
    let waits = |path: String| {
        let again = ledger.last(&path).is_some_and(Entry::is_temporary);
        ledger.state(&path) == State::Pending || args.retry && again
    };
    let waits = |run: &&Run| {
        run.messages.iter().any(|one| waits(run.path(one)))
            || !anew(&loaded.workspace, &opened.outbox, run, today).mended.is_empty()
    };
    let waiting: Vec<&Run> = opened.outbox.runs.iter().filter(waits).collect();
    match waiting.as_slice() {
        [] => Ok(None),
        [run] => Ok(Some(run)),
        runs => {
            let runs = runs.iter().map(|run| run.name.to_string()).collect();
            Err(Findings::one(WhichRun { runs }).into())
        }
    }
}

/// The run with the addresses to which mails go that came back.
fn readdressed(run: &Run, mended: &[(&Message, Line)]) -> Run {
    let mut run = run.clone();
    let anew: HashMap<&str, &Line> =
        mended.iter().map(|(message, to)| (message.file.as_str(), to)).collect();
    for message in &mut run.messages {
        if let Some(to) = anew.get(message.file.as_str()) {
            message.mail = Line::clone(to);
        }
    }
    run
}

/// Refuses a run of which mails have gone out while the ledger knows of none: who got one is unknown.
fn refuse_lost(run: &Run, opened: &Opened, loaded: &Loaded) -> Result<()> {
    if is_lost(run, &opened.outbox, &loaded.writable_root()?.join(OUTBOX)) {
        return Err(opened.fail(vec![lost_ledger(run)]));
    }
    Ok(())
}

fn not_in_run(unknown: &[&str], run: &Run) -> Vec<Diagnostic> {
    let people = || run.messages.iter().map(|message| message.person.as_str());
    let finding = |name: &&str| {
        let near = nearest(name, people()).map(str::to_owned);
        let problem = NotInRun { name: (*name).to_owned(), run: run.name.to_string(), near };
        Diagnostic::at(run.origin, problem)
    };
    unknown.iter().map(finding).collect()
}
