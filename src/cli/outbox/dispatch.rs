//! What `erfa send` and `erfa outbox pipe` have in common: whom it goes to, the question, the way.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result};

use super::Opened;
use super::journal::Journal;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::diagnostic::posting::{AlteredMail, Flaw, LostLedger, NotInRun, WhichRun};
use crate::diagnostic::{Diagnostic, stops};
use crate::domain::outbox::{Entry, Message, Run, State};
use crate::input::outbox::{BEGUN, OUTBOX};
use crate::input::{Outgoing, outgoing};
use crate::plan::post::dispatch::{Selection, dispatch as plan};
use crate::system::transport::Transport;
use crate::system::{files, interrupt};
use crate::text::nearest;
use crate::view::outbox::run as view;

mod advice;
mod deliver;
mod preview;
mod warnings;

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

    /// Print the run as JSON afterwards
    #[arg(long)]
    json: bool,
}

/// Reads a number of seconds, at most an hour.
fn seconds(words: &str) -> Result<Duration, String> {
    let seconds = words.replace(',', ".").parse::<f64>();
    let seconds = seconds.ok().filter(|seconds| (0.0..=3600.0).contains(seconds));
    seconds.map(Duration::from_secs_f64).ok_or_else(|| "1.5".to_owned())
}

/// How mails go out.
pub(in crate::cli) struct Route {
    /// Who takes them.
    pub(in crate::cli) transport: Box<dyn Transport>,
    /// How long to wait between two of them.
    pub(in crate::cli) pause: Duration,
}

/// A run that is about to go out.
struct Errand<'a> {
    run: &'a Run,
    due: Vec<&'a Message>,
    opened: &'a Opened,
    loaded: &'a Loaded,
    context: &'a Context,
}

/// Sends the mails of a run that wait: checks all of them, asks, and sends one after the other by
/// `way`. `object` says what speaks against a mail on this way.
pub(in crate::cli) fn dispatch(
    name: Option<&str>,
    args: &DispatchArgs,
    way: Route,
    object: impl Fn(&Outgoing) -> Option<Flaw>,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let opened = Opened::take(loaded, context)?;
    let Some(run) = chosen(name, args, &opened)? else {
        context.warn(&warnings::all_unsure(&opened), &opened.sources);
        preview::compare(0, args.expect)?;
        context.note(context.say(
            "Keine Mail wartet; nichts wurde versandt.",
            "No mail is waiting; nothing was sent.",
        ));
        return Ok(());
    };
    loaded.rely_on_meeting(&run.name.meeting)?;
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
    let errand = Errand { run, due: planned.due, opened: &opened, loaded, context };
    errand.check(object)?;
    preview::compare(errand.due.len(), args.expect)?;
    if errand.due.is_empty() {
        context.note(context.say(
            "Niemand bekommt eine Mail; nichts wurde versandt.",
            "Nobody gets a mail; nothing was sent.",
        ));
        return Ok(());
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
    let journal = Journal::open(&opened, loaded, context)?;
    let outcome = errand.deliver(way, journal);
    if args.json {
        let opened = Opened::read(loaded, context)?;
        let run = opened.run(&run.name.to_string())?;
        let shown = view(&loaded.workspace, &opened.outbox, run, loaded.document_language);
        // Whoever does not read it must still learn that a mail was refused.
        return outcome.and(context.print_json(&shown));
    }
    outcome
}

/// The run that is meant: the one that is named, else the only one in which mails wait.
fn chosen<'o>(
    name: Option<&str>,
    args: &DispatchArgs,
    opened: &'o Opened,
) -> Result<Option<&'o Run>> {
    if let Some(name) = name {
        return opened.run(name).map(Some);
    }
    let ledger = &opened.outbox.ledger;
    let waits = |path: String| {
        let again = ledger.last(&path).is_some_and(Entry::is_temporary);
        ledger.state(&path) == State::Pending || args.retry && again
    };
    let waits = |run: &&Run| run.messages.iter().any(|message| waits(run.path(message)));
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

/// Refuses a run of which mails have gone out while the ledger knows of none: who got one is unknown.
fn refuse_lost(run: &Run, opened: &Opened, loaded: &Loaded) -> Result<()> {
    let begun = loaded.writable_root()?.join(OUTBOX).join(run.name.to_string()).join(BEGUN);
    let is_known = |message: &Message| opened.outbox.ledger.last(&run.path(message)).is_some();
    if files::exists(&begun) && !run.messages.iter().any(is_known) {
        let problem = LostLedger { run: run.name.to_string() };
        return Err(opened.fail(vec![Diagnostic::at(run.origin, problem)]));
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

impl Errand<'_> {
    /// Says in the folder of the run that sending has begun.
    fn begin(&self) -> Result<()> {
        let folder = self.loaded.writable_root()?.join(OUTBOX).join(self.run.name.to_string());
        let path = folder.join(BEGUN);
        if files::exists(&path) {
            return Ok(());
        }
        files::create(&path, b"").with_context(|| self.context.cannot_write(&path))
    }

    /// The file of a mail.
    fn file(&self, message: &Message) -> Result<PathBuf> {
        Ok(self.loaded.writable_root()?.join(OUTBOX).join(self.run.path(message)))
    }

    /// Reads a mail and makes it ready to go out.
    fn outgoing(&self, message: &Message) -> Result<Result<Outgoing, Flaw>> {
        let now = self.context.clock.now(self.loaded.workspace.network.time_zone.name());
        let bytes = files::read_own(&self.file(message)?);
        let bytes = bytes.map_err(|error| Flaw::Unreadable(files::words(&error)));
        Ok(bytes.and_then(|bytes| outgoing(&bytes, message, now)))
    }

    /// Finds every mail that cannot go out.
    fn check(&self, object: impl Fn(&Outgoing) -> Option<Flaw>) -> Result<()> {
        let mut findings = Vec::new();
        for message in &self.due {
            let flaw = match self.outgoing(message)? {
                Ok(outgoing) => object(&outgoing),
                Err(flaw) => Some(flaw),
            };
            findings.extend(flaw.map(|flaw| self.altered(message, flaw)));
        }
        if findings.is_empty() { Ok(()) } else { Err(self.opened.fail(findings)) }
    }

    fn altered(&self, message: &Message, flaw: Flaw) -> Diagnostic {
        let path = format!("{OUTBOX}/{}", self.run.path(message));
        Diagnostic::at(message.origin, AlteredMail { path, flaw })
    }
}
