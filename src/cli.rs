//! The commands: one file each, its arguments beside what it does.

use std::ffi::OsString;
use std::iter;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::system::environment::Environment;
use crate::system::panic;
use crate::system::workshop::SIGN;

mod account;
mod answer;
mod cancel;
mod change;
mod check;
mod choice;
mod cities;
mod context;
mod create;
mod dates;
mod dialogue;
mod exit;
mod failure;
mod global;
mod hand;
mod held;
mod help;
mod init;
mod invite;
mod licences;
mod loaded;
mod log;
mod logos;
mod meetings;
mod new;
mod next_host;
mod outbox;
mod output;
mod paper;
mod plan;
mod postpone;
mod privacy;
mod programme;
mod reads;
mod release;
mod replies;
mod send;
mod show;
mod skip;
mod swap;
mod target;
mod undo;
mod usage;
mod venues;
mod workshop;
mod write;

use context::Context;
use global::Global;

/// Organise a network whose meetings travel from host to host
#[derive(Parser, Debug)]
#[command(
    name = "erfa",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
#[command(subcommand_required = true, arg_required_else_help = true, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    NextHost(next_host::NextHostArgs),
    Account(account::AccountArgs),
    Dates(dates::DatesArgs),
    Plan(plan::PlanArgs),
    Programme(programme::ProgrammeArgs),
    Invite(invite::InviteArgs),
    Write(write::WriteArgs),
    Cities(cities::CitiesArgs),
    Venues(venues::VenuesArgs),
    Meetings(meetings::MeetingsArgs),
    Show(show::ShowArgs),
    Skip(skip::SkipArgs),
    Swap(swap::SwapArgs),
    Cancel(cancel::CancelArgs),
    Postpone(postpone::PostponeArgs),
    Release(release::ReleaseArgs),
    Outbox(outbox::OutboxArgs),
    Send(send::SendArgs),
    Privacy(privacy::PrivacyArgs),
    Replies(replies::RepliesArgs),
    Held(held::HeldArgs),
    Undo(undo::UndoArgs),
    Log(log::LogArgs),
    Init(init::InitArgs),
    New(new::NewArgs),
    Check(check::CheckArgs),
}

/// Runs the program with `arguments`, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|sign| sign == SIGN) {
        return workshop::serve();
    }
    let environment = Environment::read();
    panic::speak(environment.language);
    let (cli, command) = match parse(&arguments, &environment) {
        Ok(parsed) => parsed,
        Err(code) => return code,
    };
    let (context, ready) = Context::new(cli.global, environment, command);
    let result = ready.and_then(|()| match &cli.command {
        Command::Account(args) => account::run(args, &context),
        Command::Cancel(args) => cancel::run(args, &context),
        Command::Check(args) => check::run(args, &context),
        Command::Cities(args) => cities::run(args, &context),
        Command::Dates(args) => dates::run(args, &context),
        Command::Held(args) => held::run(args, &context),
        Command::Init(args) => init::run(args, &context),
        Command::Invite(args) => invite::run(args, &context),
        Command::Log(args) => log::run(args, &context),
        Command::Meetings(args) => meetings::run(args, &context),
        Command::New(args) => new::run(args, &context),
        Command::NextHost(args) => next_host::run(args, &context),
        Command::Outbox(args) => outbox::run(args, &context),
        Command::Postpone(args) => postpone::run(args, &context),
        Command::Plan(args) => plan::run(args, &context),
        Command::Privacy(args) => privacy::run(args, &context),
        Command::Programme(args) => programme::run(args, &context),
        Command::Release(args) => release::run(args, &context),
        Command::Send(args) => send::run(args, &context),
        Command::Replies(args) => replies::run(args, &context),
        Command::Show(args) => show::run(args, &context),
        Command::Skip(args) => skip::run(args, &context),
        Command::Swap(args) => swap::run(args, &context),
        Command::Undo(args) => undo::run(args, &context),
        Command::Venues(args) => venues::run(args, &context),
        Command::Write(args) => write::run(args, &context),
    });
    if result.is_ok() {
        context.tell_elsewhere();
    }
    exit::exit_code(result, &context)
}

/// Reads the arguments. The words of help are replaced only when somebody will see them: that
/// costs more than all the rest of a short command.
fn parse(arguments: &[OsString], environment: &Environment) -> Result<(Cli, String), ExitCode> {
    let parsed = Cli::command().try_get_matches_from(arguments);
    let known = |matches: ArgMatches| Ok((Cli::from_arg_matches(&matches)?, name(&matches)));
    let error = match parsed.and_then(known) {
        Ok(known) => return Ok(known),
        Err(error) => error,
    };
    let language = environment.language;
    let is_version = error.kind() == ErrorKind::DisplayVersion;
    if is_version && arguments.iter().any(|argument| argument == "--verbose") {
        return Err(licences::show(language));
    }
    let mut command = help::in_language(Cli::command(), language);
    let error = command.try_get_matches_from_mut(arguments).err().unwrap_or(error);
    Err(usage::show(&error, &command, language))
}

/// What the command is called: `outbox make`.
fn name(matches: &ArgMatches) -> String {
    let called = iter::successors(matches.subcommand(), |(_, matches)| matches.subcommand());
    called.map(|(name, _)| name).collect::<Vec<_>>().join(" ")
}
