//! `erfa search`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::output::{Listing, OutputArgs};
use super::reads::{Area, Reads};
use super::set::refuse;
use crate::document::search;
use crate::plan::search::{Query, search as look};
use crate::text::visible_line;
use crate::view::search::found;

/// So many are shown where nobody says otherwise.
pub(super) const MOST: usize = 30;

/// Search programmes, people, minutes, actions and topics of all years
///
/// All words must be there, whatever their umlauts and endings; a longer word that begins or ends with one
/// counts. The newest comes first, each with its file and line. This is an inner command: its answer
/// names people, so look at it before you hand it on.
#[derive(clap::Args, Debug)]
pub(super) struct SearchArgs {
    /// What to look for
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,

    /// How many are shown [default: 30]
    #[arg(long, value_name = "NUMBER")]
    count: Option<usize>,

    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
pub(super) const READS: Reads = Reads::of(&[]).as_far_as_well(&[
    Area::Meetings,
    Area::Contacts,
    Area::Actions,
    Area::Minutes,
    Area::Topics,
]);

pub(super) fn run(args: &SearchArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let words = visible_line(&args.words.join(" "));
    let query = query(&words)?;
    let (workspace, sources) = (&loaded.workspace, &loaded.sources);
    let hits = look(workspace, sources, &query);
    let most = args.count.unwrap_or(MOST);
    let answer = Answer::about(&loaded)
        .document(|_, language| {
            Ok(search::found(&found(&words, &hits, sources, most, language), language))
        })
        .data(|language| Ok(found(&words, &hits, sources, most, language)));
    args.output.give("search", &answer, context)
}

/// What is looked for.
///
/// # Errors
/// If there is no word in `words`.
pub(super) fn query(words: &str) -> Result<Query> {
    Query::new(words).ok_or_else(|| {
        refuse(
            "WORDS",
            words,
            "darin ist kein Wort, nach dem sich suchen lässt",
            "there is no word in it to look for",
        )
    })
}
