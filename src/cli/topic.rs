//! `erfa topic`

use anyhow::Result;
use clap::Subcommand;

use super::context::Context;
use super::remove;

mod add;
pub(super) mod entry;
mod stake;
mod treated;

/// Add a topic, and record who wants it, who offers it and where it was treated
///
/// Topics stand in `topics.toml`. `erfa topics` lists them; items of programmes name theirs with `topics`.
#[derive(clap::Args, Debug)]
pub(super) struct TopicArgs {
    #[command(subcommand)]
    command: TopicCommand,
}

#[derive(Subcommand, Debug)]
enum TopicCommand {
    Add(add::AddArgs),
    Want(stake::WantArgs),
    Offer(stake::OfferArgs),
    Treated(treated::TreatedArgs),
    Remove(RemoveArgs),
}

/// Take a topic out of the file
///
/// It must not stand in a programme.
#[derive(clap::Args, Debug)]
struct RemoveArgs {
    /// The topic, by id, number or title
    #[arg(value_name = "TOPIC")]
    topic: String,

    #[command(flatten)]
    manner: super::change::Manner,
}

pub(super) fn run(args: &TopicArgs, context: &Context) -> Result<()> {
    match &args.command {
        TopicCommand::Add(args) => add::run(args, context),
        TopicCommand::Want(args) => stake::want(args, context),
        TopicCommand::Offer(args) => stake::offer(args, context),
        TopicCommand::Treated(args) => treated::run(args, context),
        TopicCommand::Remove(RemoveArgs { topic, manner }) => {
            remove::take_out(&format!("topic:{topic}"), *manner, context)
        }
    }
}
