//! `erfa topic want` and `erfa topic offer`

use std::cmp::Reverse;

use anyhow::Result;
use chrono::NaiveDate;

use super::entry::{READS, TOPICS, party, tell_of_former, text, topic, with_stake, without_stake};
use crate::cli::change::{Manner, NewText, propose};
use crate::cli::choice::any_day;
use crate::cli::context::Context;
use crate::cli::set::{done, refuse};
use crate::domain::topic::Side;
use crate::plan::topics::Party;
use crate::text::Day;

/// Record who wants to hear of a topic
///
/// Whoever wanted it before gets the new day: a wish that is older than the last meeting about it is open
/// again.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct WantArgs {
    #[command(flatten)]
    stake: StakeArgs,
}

/// Record who can tell of a topic
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct OfferArgs {
    #[command(flatten)]
    stake: StakeArgs,
}

#[derive(clap::Args, Debug)]
struct StakeArgs {
    /// The topic, by id, number or title
    #[arg(value_name = "TOPIC")]
    topic: String,

    /// Who: cities, or contacts who speak for theirs
    #[arg(value_name = "PERSON", required = true)]
    people: Vec<String>,

    /// The day on which it was said [default: today]
    #[arg(long, value_name = "DATE", value_parser = any_day, conflicts_with = "not")]
    on: Option<Day>,

    /// They do so no longer
    #[arg(long)]
    not: bool,

    #[command(flatten)]
    manner: Manner,
}

pub(super) fn want(args: &WantArgs, context: &Context) -> Result<()> {
    run(&args.stake, Side::Wanted, context)
}

pub(super) fn offer(args: &OfferArgs, context: &Context) -> Result<()> {
    run(&args.stake, Side::Offered, context)
}

fn run(args: &StakeArgs, side: Side, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let id = topic(&args.topic, &loaded)?;
    let date: NaiveDate = context.day_if(args.on.as_ref())?.unwrap_or(context.clock.today());
    if date > context.clock.today() {
        return Err(refuse(
            "--on",
            &date.to_string(),
            "der Tag liegt in der Zukunft",
            "the day lies in the future",
        ));
    }
    let before = text(&loaded);
    let mut parties: Vec<Party> = Vec::new();
    for words in &args.people {
        let party = party(words, &loaded)?;
        if parties.iter().all(|known| known.city != party.city) {
            parties.push(party);
        }
    }
    let mut text = before.clone();
    if args.not {
        // The last entries go first: the numbers of those above them stay.
        let stakes = loaded.workspace.topic(id).side(side);
        let at = |party: &Party| stakes.iter().position(|it| it.city.value == party.city);
        parties.sort_by_key(|party| Reverse(at(party)));
        for party in parties {
            text = without_stake(&text, id.0, side, party.city, &loaded)?.unwrap_or(text);
        }
    } else {
        for party in parties {
            tell_of_former(party, &loaded, context);
            text = with_stake(&text, id.0, side, party, date, &loaded)?;
        }
    }
    if text == before {
        context.note(context.say("Das steht schon so da.", "It says so already."));
        return Ok(());
    }
    let change = NewText { path: TOPICS.to_owned(), text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}
