//! `erfa action`

use anyhow::Result;
use clap::Subcommand;

use super::context::Context;

mod add;
mod close;
mod file;
mod shift;

/// Add an agreement, or say what became of one
///
/// An action is named by its id, by what is to be done, or by the beginning of a word of either;
/// `erfa actions` lists them.
#[derive(clap::Args, Debug)]
pub(super) struct ActionArgs {
    #[command(subcommand)]
    command: ActionCommand,
}

#[derive(Subcommand, Debug)]
enum ActionCommand {
    Add(add::AddArgs),
    Done(close::DoneArgs),
    Move(shift::MoveArgs),
    Drop(close::DropArgs),
}

pub(super) fn run(args: &ActionArgs, context: &Context) -> Result<()> {
    match &args.command {
        ActionCommand::Add(args) => add::run(args, context),
        ActionCommand::Done(args) => close::done(args, context),
        ActionCommand::Move(args) => shift::run(args, context),
        ActionCommand::Drop(args) => close::drop(args, context),
    }
}
