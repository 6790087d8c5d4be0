//! `erfa help`

use anyhow::Result;

use super::context::Context;
use super::failure::Findings;
use super::help;
use super::help::topics::Topic;
use crate::diagnostic::codes;
use crate::diagnostic::request::UnknownTopic;
use crate::text::{Vocabulary as _, nearest};

/// Explain a command, a topic or the code of a finding
///
/// Topics are turns, days, formats, scripting and environment. A code such as `unknown-key` stands in
/// brackets at the head of a finding; its page shows the smallest case in which it comes up, and the way
/// out.
#[derive(clap::Args, Debug)]
pub(super) struct HelpArgs {
    /// A command, a topic or a code [default: all commands]
    #[arg(value_name = "WHAT")]
    what: Vec<String>,
}

pub(super) fn run(args: &HelpArgs, context: &Context) -> Result<()> {
    let words: Vec<&str> = args.what.iter().map(String::as_str).collect();
    let language = context.language;
    let width = context.output.page;
    if let Some(page) = help::page_of_command(context.tree, &words, width, language) {
        return context.print(page);
    }
    let word = words.join("-").to_lowercase();
    if let Some(topic) = Topic::understand(&word) {
        return context.print(topic.page(width, language));
    }
    if let Some(page) = help::finding::page(&word, language) {
        return context.print(page);
    }
    let topics = Topic::all().flat_map(Topic::words).copied();
    let names = help::LOOKING.iter().copied().chain(topics).chain(codes());
    let near = nearest(&word, names).map(str::to_owned);
    Err(Findings::one(UnknownTopic { found: words.join(" "), near }).into())
}
