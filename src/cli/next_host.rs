//! `erfa next-host`

use anyhow::Result;

use super::answer::Answer;
use super::choice::any_day;
use super::context::Context;
use super::loaded::Loaded;
use super::output::{Listing, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::next_host;
use crate::plan::rotation::lookahead::lookahead;
use crate::plan::rotation::next_host::next_hosts;
use crate::plan::rotation::slot::HostQuestion;
use crate::text::Day;
use crate::view::next_host as view;

/// Name the city that hosts next, with the reason
///
/// Every meeting gives each member its part of a turn, and takes one from the host. Whoever is owed
/// most hosts next; where several are owed the same, whoever waited longest, then the network's
/// order after the last host. Nobody hosts twice running while others can (`min-gap` below
/// `[rotation]`). Into a pipe goes the name alone.
#[derive(clap::Args, Debug)]
#[command(visible_alias = "next")]
pub(super) struct NextHostArgs {
    /// Tell the reasons, each with the file and line it comes from
    #[arg(long)]
    why: bool,

    /// Name this many turns, one after the other
    #[arg(long, value_name = "NUMBER", default_value_t = 1, hide_default_value = true,
          value_parser = clap::value_parser!(u16).range(1..=1000))]
    count: u16,

    /// The day of the turn, if no coming meeting waits for a host [default: today]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    date: Option<Day>,

    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Rotation]).as_far_as_well(&[Area::Turns]).of_no_meeting();

pub(super) fn run(args: &NextHostArgs, context: &Context) -> Result<()> {
    let loaded = context.load(args.output.reads(READS, context))?.with_published();
    loaded.rely_on_travel()?;
    let question = HostQuestion {
        date: context.day_if(args.date.as_ref())?,
        today: context.clock.today(),
        count: usize::from(args.count),
    };
    let hosts =
        next_hosts(&loaded.workspace, question).map_err(|finding| loaded.fail(vec![finding]))?;
    let Loaded { workspace, sources, .. } = &loaded;
    let ahead = lookahead(workspace, &hosts);
    if let Some(ahead) = &ahead {
        context.note(&view::lookahead_words(workspace, ahead, sources, context.language));
    }
    let answer_in =
        |language| view::next_host(workspace, &hosts, ahead.as_ref(), sources, language);
    if context.output.is_terminal || args.why || !args.output.is_usual() {
        let answer = Answer::about(&loaded)
            .document(|_, language| {
                Ok(next_host::document(
                    &answer_in(language),
                    &workspace.network.members,
                    language,
                    args.why,
                ))
            })
            .data(|language| Ok(answer_in(language)));
        return args.output.give("next-host", &answer, context);
    }
    if args.date.is_some()
        && let Some(remark) = answer_in(context.language).remark
    {
        // The name alone does not say that it is for another day than was asked for.
        context.note(&remark);
    }
    let names = hosts.decisions.iter().map(|turn| workspace.city(turn.host).name.as_str());
    context.print(names.collect::<Vec<_>>().join("\n") + "\n")
}
