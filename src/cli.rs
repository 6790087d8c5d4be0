//! The commands: one file each, its arguments beside what it does.

use std::ffi::OsString;
use std::iter;
use std::process::ExitCode;

use anyhow::Result;
use clap::error::ErrorKind;
use clap::{ArgMatches, Args as _, FromArgMatches as _, Subcommand};

use crate::input::FILES;
use crate::system::environment::Environment;
use crate::system::files;
use crate::system::panic;
use crate::system::workshop::SIGN;

mod account;
mod action;
mod actions;
mod add;
mod answer;
mod attended;
mod cancel;
mod change;
mod check;
mod choice;
mod cities;
mod complete;
mod completions;
mod confirm;
mod contacts;
mod context;
mod create;
mod dates;
mod dialogue;
mod done;
mod exit;
mod explain;
mod export;
mod failure;
mod folder;
mod global;
mod groups;
mod hand;
mod handbook;
mod held;
mod held_back;
mod help;
mod holding;
mod import;
mod init;
mod invite;
mod join;
mod leave;
mod licences;
mod lists;
mod loaded;
mod log;
mod logos;
mod man;
mod meetings;
mod minutes;
mod missing;
mod named_by;
mod naming;
mod new;
mod next_host;
mod outbox;
mod output;
mod paper;
mod people;
mod place;
mod plan;
mod postpone;
mod privacy;
mod programme;
mod reads;
mod release;
mod remove;
mod rename;
mod replies;
mod schema;
mod search;
mod send;
mod set;
mod show;
mod site;
mod skip;
mod speaker;
mod status;
mod swap;
mod target;
mod target_folder;
mod topic;
mod topics;
mod tree;
mod undo;
mod usage;
mod venues;
mod who_knows;
mod workshop;
mod write;

use context::Context;
use global::Global;
use tree::{Group, Groups, Tree};

/// What the arguments say.
struct Called {
    global: Global,
    command: Command,
    /// What the command is called: `outbox make`.
    name: String,
}

/// Makes the commands from their names, in the order of the help and each in its group, with what each
/// does.
macro_rules! commands {
    ($($group:ident: $name:literal $variant:ident => $module:ident::$args:ident,)*) => {
        /// Which group each command stands in.
        const GROUPS: Groups = &[$(($name, Group::$group)),*];

        #[derive(Subcommand, Debug)]
        enum Command {
            $(#[command(name = $name)] $variant($module::$args),)*
        }

        impl Command {
            fn run(&self, context: &Context) -> Result<()> {
                match self { $(Self::$variant(args) => $module::run(args, context),)* }
            }

            /// What is to be read of the arguments of the command with this name.
            fn named(name: &str) -> Option<clap::Command> {
                match name {
                    $($name => Some($module::$args::augment_args(clap::Command::new($name))),)*
                    _ => None,
                }
            }
        }
    };
}

commands! {
    Turns: "next-host" NextHost => next_host::NextHostArgs,
    Turns: "account" Account => account::AccountArgs,
    Turns: "plan" Plan => plan::PlanArgs,
    Turns: "skip" Skip => skip::SkipArgs,
    Turns: "swap" Swap => swap::SwapArgs,
    Turns: "held" Held => held::HeldArgs,
    Turns: "cities" Cities => cities::CitiesArgs,
    Days: "status" Status => status::StatusArgs,
    Days: "done" Done => done::DoneArgs,
    Days: "dates" Dates => dates::DatesArgs,
    Days: "meetings" Meetings => meetings::MeetingsArgs,
    Days: "new" New => new::NewArgs,
    Days: "minutes" Minutes => minutes::MinutesArgs,
    Days: "actions" Actions => actions::ActionsArgs,
    Days: "action" Action => action::ActionArgs,
    Days: "search" Search => search::SearchArgs,
    Days: "who-knows" WhoKnows => who_knows::WhoKnowsArgs,
    Days: "confirm" Confirm => confirm::ConfirmArgs,
    Days: "postpone" Postpone => postpone::PostponeArgs,
    Days: "cancel" Cancel => cancel::CancelArgs,
    Programme: "programme" Programme => programme::ProgrammeArgs,
    Programme: "speaker" Speaker => speaker::SpeakerArgs,
    Programme: "release" Release => release::ReleaseArgs,
    Programme: "show" Show => show::ShowArgs,
    Programme: "venues" Venues => venues::VenuesArgs,
    Programme: "topics" Topics => topics::TopicsArgs,
    Programme: "topic" Topic => topic::TopicArgs,
    People: "contacts" Contacts => contacts::ContactsArgs,
    People: "groups" Groups => groups::GroupsArgs,
    People: "invite" Invite => invite::InviteArgs,
    People: "write" Write => write::WriteArgs,
    People: "outbox" Outbox => outbox::OutboxArgs,
    People: "send" Send => send::SendArgs,
    People: "replies" Replies => replies::RepliesArgs,
    People: "folder" Folder => folder::FolderArgs,
    People: "attended" Attended => attended::AttendedArgs,
    People: "privacy" Privacy => privacy::PrivacyArgs,
    Files: "init" Init => init::InitArgs,
    Files: "import" Import => import::ImportArgs,
    Files: "export" Export => export::ExportArgs,
    Files: "site" Site => site::SiteArgs,
    Files: "add" Add => add::AddArgs,
    Files: "set" Set => set::SetArgs,
    Files: "rename" Rename => rename::RenameArgs,
    Files: "remove" Remove => remove::RemoveArgs,
    Files: "join" Join => join::JoinArgs,
    Files: "leave" Leave => leave::LeaveArgs,
    Files: "check" Check => check::CheckArgs,
    Files: "undo" Undo => undo::UndoArgs,
    Files: "log" Log => log::LogArgs,
    Files: "schema" Schema => schema::SchemaArgs,
    Files: "completions" Completions => completions::CompletionsArgs,
    Files: "man" Man => man::ManArgs,
    Files: "handbook" Handbook => handbook::HandbookArgs,
    Files: "help" Help => explain::HelpArgs,
}

/// All commands, as they are handed down.
const TREE: Tree = Tree { program: whole, groups: GROUPS };

/// Runs the program with `arguments`, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|sign| sign == SIGN) {
        return workshop::serve();
    }
    if arguments.get(1).is_some_and(|sign| sign == complete::SIGN) {
        return complete::serve(&arguments[2..], TREE);
    }
    let environment = Environment::read();
    panic::speak(environment.language);
    if is_bare(&arguments, &environment) {
        arguments.push("status".into());
    }
    let Called { global, command, name } = match parse(&arguments, &environment) {
        Ok(called) => called,
        Err(code) => return code,
    };
    let (mut context, ready) =
        Context::new(global, environment, name, TREE, asks_for_json(&arguments));
    context.only_shows = said(&arguments).any(|word| word == "--dry-run");
    context.publishes =
        ["site", "folder"].contains(&&*context.command) || said(&arguments).any(names_files);
    let result = ready.and_then(|()| context.undisturbed(|| command.run(&context)));
    if result.is_ok() {
        context.tell_elsewhere();
    }
    exit::exit_code(result, &context)
}

/// What is said to this program, and not to one that it calls.
fn said(arguments: &[OsString]) -> impl Iterator<Item = &OsString> {
    arguments.iter().skip(1).take_while(|word| *word != "--")
}

/// Whether a word says that answers go into files.
fn names_files(word: &OsString) -> bool {
    let word = word.to_str().unwrap_or_default();
    word == "--all" || word.starts_with("-o") || word.starts_with("--output")
}

/// Whether the answer is to be JSON, and a failure, too: as far as that can be told of `arguments` that
/// may be wrong.
fn asks_for_json(arguments: &[OsString]) -> bool {
    let words: Vec<&OsString> = said(arguments).collect();
    let is_format = |pair: &[&OsString]| pair[0] == "--format" && pair[1] == "json";
    words.iter().any(|word| *word == "--json" || *word == "--format=json")
        || words.windows(2).any(is_format)
}

/// Whether `arguments` name no command, but a workspace: of that the program alone tells what is to be done.
fn is_bare(arguments: &[OsString], environment: &Environment) -> bool {
    let is_option = |word: &OsString| word.to_str().is_some_and(|word| word.starts_with('-'));
    if !arguments.get(1).is_none_or(is_option) {
        return false;
    }
    let alone = program().subcommand_required(false).arg_required_else_help(false);
    let global = alone.try_get_matches_from(arguments);
    let global = global.and_then(|matches| Global::from_arg_matches(&matches));
    global.is_ok_and(|global| global.dir.is_some() || is_in_workspace(environment))
}

/// Whether the surroundings name a workspace.
fn is_in_workspace(environment: &Environment) -> bool {
    let above = || {
        let here = files::working_folder().ok()?;
        files::find_upwards(&here, FILES[0])
    };
    environment.directory.is_some() || above().is_some()
}

/// The program with what every command understands, without the commands.
fn program() -> clap::Command {
    Global::augment_args(clap::Command::new("erfa"))
        .about("Organise a network whose meetings travel from host to host")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .max_term_width(100)
}

/// It with all commands.
fn whole() -> clap::Command {
    Command::augment_subcommands(program())
}

/// It with the one command that `arguments` seem to name: making all the others costs more than many a
/// command itself. Where that is the value of an option this understands nothing.
fn quick(arguments: &[OsString]) -> clap::Command {
    let mut words = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    match words.clone().find_map(Command::named) {
        Some(command) => program().subcommand(command),
        // It may have another name.
        None if words.any(|word| !word.starts_with('-')) => whole(),
        None => program(),
    }
}

/// Reads the arguments. The words of help are replaced only when somebody will see them: that
/// costs more than all the rest of a short command.
fn parse(arguments: &[OsString], environment: &Environment) -> Result<Called, ExitCode> {
    let language = environment.language;
    let mut command = quick(arguments);
    match command.try_get_matches_from_mut(arguments).and_then(called) {
        Ok(called) => return Ok(called),
        Err(error) if error.kind() == ErrorKind::DisplayVersion => {
            let is_verbose = arguments.iter().any(|argument| argument == "--verbose");
            let show = || usage::show(&error, &command, environment, false);
            return Err(if is_verbose { licences::show(language) } else { show() });
        }
        Err(_) => {}
    }
    let mut command = help::shown(TREE, environment);
    let as_json = asks_for_json(arguments);
    let mut arguments = arguments.to_vec();
    loop {
        let error = match command.try_get_matches_from_mut(&arguments).and_then(called) {
            Ok(called) => return Ok(called),
            Err(error) => error,
        };
        match missing::asked_for(&arguments, &error, &mut command, (TREE, environment)) {
            Ok(Some(more)) => arguments = more,
            Ok(None) => return Err(usage::show(&error, &command, environment, as_json)),
            Err(_) => return Err(exit::given_up(language)),
        }
    }
}

fn called(matches: ArgMatches) -> Result<Called, clap::Error> {
    let names = iter::successors(matches.subcommand(), |(_, matches)| matches.subcommand());
    Ok(Called {
        global: Global::from_arg_matches(&matches)?,
        command: Command::from_arg_matches(&matches)?,
        name: names.map(|(name, _)| name).collect::<Vec<_>>().join(" "),
    })
}
