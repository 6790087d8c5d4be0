//! `erfa privacy`

use anyhow::Result;
use clap::Subcommand;

use super::context::Context;

mod purge;
mod show;

/// Tell somebody what is known of them, and delete what is no longer needed
#[derive(clap::Args, Debug)]
pub(super) struct PrivacyArgs {
    #[command(subcommand)]
    command: PrivacyCommand,
}

#[derive(Subcommand, Debug)]
enum PrivacyCommand {
    Show(show::ShowArgs),
    Purge(purge::PurgeArgs),
}

pub(super) fn run(args: &PrivacyArgs, context: &Context) -> Result<()> {
    match &args.command {
        PrivacyCommand::Show(args) => show::run(args, context),
        PrivacyCommand::Purge(args) => purge::run(args, context),
    }
}
