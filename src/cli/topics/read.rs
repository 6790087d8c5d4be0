//! `erfa topics read`

use std::path::PathBuf;

use anyhow::Result;

use crate::cli::answer;
use crate::cli::change::{Manner, NewText, propose};
use crate::cli::context::Context;
use crate::cli::outbox::opened::outbox;
use crate::cli::reads::{Area, Reads};
use crate::cli::replies::files::{Named, named, shown};
use crate::cli::topic::entry::{TOPICS, text, with_stake};
use crate::document::topic_answers::reading;
use crate::domain::topic_answer::Unread;
use crate::input::incoming::read_topic_answers;
use crate::plan::post::reply::people::People;
use crate::plan::topics::{Change, changes, judge};
use crate::system::files;
use crate::text::{Language, count};
use crate::view::topic_answers::topic_answers;

/// Read answers to the survey of topics
///
/// Understood are mails (`.eml`) with lines such as `Wish: 1, 3` and `Offer: 2` above what they quote, and
/// tables (`.csv`) with a column for the city or person and columns for wishes and offers. Topics are named
/// by number, id or title. The newest answer of a city counts. What nobody can tell for certain is listed
/// for you and not recorded. Your files stay where they are.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct ReadArgs {
    /// Files, or folders with such files
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    manner: Manner,

    /// Print what was understood as JSON
    #[arg(long)]
    json: bool,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Topics, Area::Contacts]);

pub(super) fn run(args: &ReadArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let workspace = &loaded.workspace;
    let Named { files, passed_over, .. } = named(&args.paths)?;
    let outbox = outbox(&loaded, context)?;
    let people = People::new(workspace, &outbox);
    let mut answers = Vec::new();
    let mut unread: Vec<(String, Unread)> =
        passed_over.into_iter().map(|name| (name, Unread::OtherKind)).collect();
    for (_, path) in &files {
        let name = shown(path);
        let Some(file) = files::read_one(path, &name) else { continue };
        match read_topic_answers(file, &workspace.network.time_zone) {
            Ok(read) => answers.extend(read),
            Err(reason) => unread.push((name, reason)),
        }
    }
    let judged = judge(workspace, &people, &answers);
    let today = context.clock.today();
    let changes = changes(workspace, &judged, today);
    let view = topic_answers(workspace, &judged, &changes, &unread, today);
    if args.json {
        context.print_json(&view)?;
    } else {
        answer::show(&reading(&view, context.language), context)?;
    }
    if changes.is_empty() {
        return Ok(());
    }
    let mut text = text(&loaded);
    for Change { topic, side, party, date } in &changes {
        text = with_stake(&text, topic.0, *side, *party, *date, &loaded)?;
    }
    let change = NewText { path: TOPICS.to_owned(), text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        let number = changes.len();
        context.note(&match context.language {
            Language::German => {
                format!(
                    "{} vermerkt.",
                    count(number, "Wunsch oder Angebot", "Wünsche und Angebote")
                )
            }
            Language::English => {
                format!("{} recorded.", count(number, "wish or offer", "wishes and offers"))
            }
        });
    }
    Ok(())
}
