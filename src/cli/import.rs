//! `erfa import`

use anyhow::Result;
use clap::Subcommand;

use super::context::Context;
use super::reads::{Area, Reads};
use crate::domain::listed::ListKind;

mod arguments;
mod take;
mod texts;

use arguments::ListArgs;

/// Take in people, cities and past meetings from a list: CSV, workbooks, visiting cards
///
/// First the list is read and shown: what each column is taken for, what is new, what is completed, what
/// cannot be taken and why. Then one question, and all is written or nothing. Who is known already is not
/// doubled: a list fills what is empty, and a second run of the same list changes nothing.
#[derive(clap::Args, Debug)]
pub(super) struct ImportArgs {
    #[command(subcommand)]
    command: ImportCommand,
}

#[derive(Subcommand, Debug)]
enum ImportCommand {
    /// Take in people
    ///
    /// Somebody is known by the mail address, or by name and city. A whole name in one column is taken
    /// apart (“Nordhaus, Ada”, “Frau Dr. Nordhaus”); nobody's form of address is guessed from a name.
    #[command(alias = "kontakte")]
    Contacts(ContactsArgs),
    /// Take in cities
    ///
    /// They are members from then on, in the order of the list, behind those that are there.
    #[command(aliases = ["städte", "staedte", "orte"])]
    Cities(ListArgs),
    /// Take in meetings: past ones as held, those to come as planned
    ///
    /// A meeting is known by its day and its hosts. Without a title it is called as `erfa new` calls it.
    #[command(alias = "treffen")]
    Meetings(MeetingsArgs),
}

#[derive(clap::Args, Debug)]
struct ContactsArgs {
    #[command(flatten)]
    list: ListArgs,

    #[command(flatten)]
    towns: TownArgs,

    /// A group that they all belong to (can be repeated)
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
}

#[derive(clap::Args, Debug)]
struct MeetingsArgs {
    #[command(flatten)]
    list: ListArgs,

    #[command(flatten)]
    towns: TownArgs,
}

#[derive(clap::Args, Debug)]
struct TownArgs {
    /// Make cities members that the network does not know
    #[arg(long)]
    add_cities: bool,
}

/// What it rests on.
const CONTACTS: Reads = Reads::of(&[Area::Contacts]);
const CITIES: Reads = Reads::of(&[]);
const MEETINGS: Reads = Reads::of(&[Area::Meetings]);

pub(super) fn run(args: &ImportArgs, context: &Context) -> Result<()> {
    let wanted = |kind, list, adds_towns, groups| take::Wanted { kind, list, adds_towns, groups };
    match &args.command {
        ImportCommand::Contacts(args) => {
            let wanted =
                wanted(ListKind::Contacts, &args.list, args.towns.add_cities, &args.group[..]);
            take::run(&wanted, CONTACTS, context)
        }
        ImportCommand::Cities(args) => {
            take::run(&wanted(ListKind::Cities, args, false, &[]), CITIES, context)
        }
        ImportCommand::Meetings(args) => {
            let wanted = wanted(ListKind::Meetings, &args.list, args.towns.add_cities, &[]);
            take::run(&wanted, MEETINGS, context)
        }
    }
}
