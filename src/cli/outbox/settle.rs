//! `erfa outbox settle`

use std::collections::BTreeSet;

use anyhow::Result;

use super::invited;
use super::journal::Journal;
use super::mail::is_mail;
use super::opened::Opened;
use crate::cli::change::{Manner, is_made, line, show_final};
use crate::cli::choice::choice;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::reads::Reads;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::UnknownRun;
use crate::diagnostic::posting::{BounceByName, NotSent, Settled};
use crate::domain::line::Line;
use crate::domain::outbox::{Event, Message, Run, State};
use crate::system::interrupt;
use crate::text::{Language, count, nearest};

/// Say what became of mails: those that went out by another way, or of which it was not known
///
/// `sent` says that it went out, `failed` that it did not and will not, `bounced` that it went out and
/// came back, `pending` that it should go out (again). What was sent stays sent unless it came back. Of
/// a whole run, `pending` takes those that were refused; those that are unsure must be named one by one.
/// This cannot be taken back.
#[derive(clap::Args, Debug)]
pub(super) struct SettleArgs {
    /// A mail such as `2027-04-20-ulm/1-invitation/h-eiche.eml`, or a run for all of it
    #[arg(value_name = "FILE", required = true)]
    names: Vec<String>,

    /// What became of it: sent, bounced, failed or pending
    #[arg(long = "as", value_name = "STATE", value_parser = choice(&[State::Sent, State::Bounced, State::Failed, State::Pending]), hide_possible_values = true)]
    state: State,

    /// How that is known; it is kept in the ledger
    #[arg(long, value_name = "WORDS", value_parser = line)]
    reason: Option<Line>,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &SettleArgs, context: &Context) -> Result<()> {
    context.put_in_order()?;
    let loaded = context.load(READS)?;
    let opened = Opened::take(&loaded, context)?;
    let mut paths = BTreeSet::new();
    let mut findings = Vec::new();
    for name in &args.names {
        let meant = meant(name, &opened)?;
        if let Some((run, message)) = meant.first()
            && args.state == State::Bounced
            && !is_mail(name)
        {
            let problem = BounceByName { run: run.name.to_string(), example: run.path(message) };
            findings.push(Diagnostic::at(run.origin, problem));
        }
        for (run, message) in meant {
            let path = run.path(message);
            match opened.outbox.ledger.state(&path) {
                State::Pending | State::Failed if is_mail(name) && args.state == State::Bounced => {
                    findings.push(Diagnostic::at(message.origin, NotSent { path }));
                }
                State::Sent if is_mail(name) && args.state != State::Bounced => {
                    findings.push(Diagnostic::at(message.origin, Settled { path }));
                }
                state if is_mail(name) || is_meant(state, args.state) => {
                    paths.insert(path);
                }
                State::Pending
                | State::Sending
                | State::Sent
                | State::Bounced
                | State::Failed
                | State::Unsure => {}
            }
        }
    }
    if !findings.is_empty() {
        return Err(opened.fail(findings));
    }
    if !paths.is_empty() {
        let state = became(args.state, context.language);
        let line = |path: &String| {
            let before = opened.outbox.ledger.state(path).name(context.language);
            format!("{path}: {before} → {state}\n")
        };
        show_final(&paths.iter().map(line).collect::<String>(), args.manner, context)?;
        if !is_made(args.manner, context)? {
            return Ok(());
        }
    }
    interrupt::hold();
    let mut journal = Journal::open(&opened, &loaded, context)?;
    let hand = context.say("von Hand", "by hand");
    let words = args.reason.as_ref().map_or(hand, Line::as_str);
    for path in &paths {
        journal.add(Event::Message(args.state), path, Some(words));
    }
    journal.sync(context)?;
    let (state, number) = (became(args.state, context.language), paths.len());
    context.note(&match context.language {
        Language::German => format!("{}: {state}", count(number, "Mail", "Mails")),
        Language::English => format!("{}: {state}", count(number, "mail", "mails")),
    });
    let is_meant = |run: &&Run| run.messages.iter().any(|one| paths.contains(&run.path(one)));
    if paths.is_empty() {
        return Ok(());
    }
    invited::record(opened.outbox.runs.iter().filter(is_meant), context)
}

/// What a mail is said to have become, in words.
fn became(state: State, language: Language) -> &'static str {
    match (state, language) {
        (State::Sent, Language::German) => "versandt",
        (State::Sent, Language::English) => "sent",
        (State::Bounced, Language::German) => "unzustellbar",
        (State::Bounced, Language::English) => "came back",
        (State::Failed, Language::German) => "nicht angekommen",
        (State::Failed, Language::English) => "not arrived",
        (State::Pending | State::Sending | State::Unsure, Language::German) => {
            "wartet auf den Versand"
        }
        (State::Pending | State::Sending | State::Unsure, Language::English) => {
            "waiting to be sent"
        }
    }
}

/// Whether naming a run means a mail of it in this state: all that is open, if it is said how it ended;
/// what was refused, if it is to go out again. Nobody knows of an unsure one whether it arrived.
fn is_meant(state: State, wanted: State) -> bool {
    match state {
        State::Sent | State::Bounced => false,
        State::Failed => wanted == State::Pending,
        State::Pending | State::Sending | State::Unsure => {
            matches!(wanted, State::Sent | State::Failed)
        }
    }
}

/// The mails that `name` means: one, or all of a run.
fn meant<'o>(name: &str, opened: &'o Opened) -> Result<Vec<(&'o Run, &'o Message)>> {
    let Some((name_of_run, file)) = name.rsplit_once('/').filter(|_| is_mail(name)) else {
        let run = opened.run(name)?;
        return Ok(run.messages.iter().map(|message| (run, message)).collect());
    };
    let run = opened.run(name_of_run)?;
    let found = run.messages.iter().find(|message| message.file.as_str() == file);
    let files = run.messages.iter().map(|message| message.file.as_str());
    let near = nearest(file, files).map(str::to_owned);
    let unknown = || Findings::one(UnknownRun { name: name.to_owned(), near });
    Ok(vec![(run, found.ok_or_else(unknown)?)])
}
