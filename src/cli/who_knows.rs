//! `erfa who-knows`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::output::{Listing, OutputArgs};
use super::search::{MOST, READS, query};
use crate::document::search;
use crate::plan::search::who_knows;
use crate::text::visible_line;
use crate::view::search::knowers;

/// Tell who spoke about something, where, and what the minutes say of it
///
/// Found are the items of all years whose programme or minutes hold all the words, whatever their
/// umlauts and endings, with everybody who had a part in them; where nobody is named, the host; and who
/// offered to tell of such a topic. A meeting that was not held yet says so. This is an inner command: its answer names people, so look at it before you hand it on.
#[derive(clap::Args, Debug)]
pub(super) struct WhoKnowsArgs {
    /// What it is about
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,

    /// How many are shown [default: 30]
    #[arg(long, value_name = "NUMBER")]
    count: Option<usize>,

    #[command(flatten)]
    output: OutputArgs<Listing>,
}

pub(super) fn run(args: &WhoKnowsArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let words = visible_line(&args.words.join(" "));
    let query = query(&words)?;
    let (workspace, sources) = (&loaded.workspace, &loaded.sources);
    let people = who_knows(workspace, sources, &query);
    let most = args.count.unwrap_or(MOST);
    let view = |language| knowers(&words, &people, workspace, sources, most, language);
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(search::knowers(&view(language), language)))
        .data(|language| Ok(view(language)));
    args.output.give("who-knows", &answer, context)
}
