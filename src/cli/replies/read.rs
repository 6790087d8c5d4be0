//! `erfa replies read`

use std::path::PathBuf;

use anyhow::Result;

use super::files::{Named, named, shown};
use super::record::{Entry, write};
use crate::cli::answer;
use crate::cli::change::Manner;
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::bounced;
use crate::cli::outbox::opened::outbox;
use crate::cli::reads::{Area, Reads};
use crate::document::replies;
use crate::domain::incoming::{Content, Incoming};
use crate::input::incoming::{ReplyFile, read_replies};
use crate::plan::post::reply::judge::Bench;
use crate::plan::post::reply::people::People;
use crate::system::files;
use crate::text::{Language, count};
use crate::view::replies::reading::reading;

/// Read replies from mails, calendars and tables
///
/// Understood are answers of calendar programs (`.eml`, `.ics`) and tables (`.csv`) with a column for
/// the person and one for the answer. The newest counts. Whatever nobody can tell for certain is
/// listed for you and not recorded: words, unknown senders, replies to old facts. A mail that a
/// server gave back is set down in the ledger. Your files stay where they are.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct ReadArgs {
    /// Files, or folders with such files
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// Record only replies to this meeting; tables are about it [default: all; tables: the next one]
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    manner: Manner,

    /// Print what became of each as JSON
    #[arg(long)]
    json: bool,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Contacts]);

pub(super) fn run(args: &ReadArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let named = named(&args.paths)?;
    let workspace = &loaded.workspace;
    let outbox = outbox(&loaded, context)?;
    let chosen =
        args.meeting.as_deref().map(|id| loaded.bare_meeting(Some(id), context)).transpose()?;
    match chosen {
        Some(meeting) => loaded.rely_on_replies(meeting)?,
        // It may be about any.
        None => [Area::Meetings, Area::Replies].iter().try_for_each(|it| loaded.rely_on(*it))?,
    }
    let incoming = incoming(&named, &loaded);
    let has_rows = incoming.iter().any(|one| matches!(one.content, Content::Row(_)));
    let of_tables = match chosen {
        None if has_rows => Some(loaded.bare_meeting(None, context)?),
        chosen => chosen,
    };
    let people = People::new(workspace, &outbox);
    let now = context.clock.now(workspace.network.time_zone.name());
    let bench = Bench { workspace, people, outbox: &outbox, only: chosen, of_tables, now };
    let judgement = bench.judge(&incoming);
    let shown = |language| {
        let (files, passed_over) = (named.files.len(), named.passed_over.clone());
        reading(workspace, &bench.people, &incoming, &judgement, files, passed_over, language)
    };
    // Whoever is asked whether to record this sees first what it is, and what is left to do.
    if args.json {
        context.print_json(&shown(loaded.document_language))?;
    } else {
        answer::show(&replies::reading(&shown(context.language), context.language), context)?;
    }
    // They come by meeting.
    let entries: Vec<Entry<'_>> = judgement
        .changes
        .iter()
        .map(|change| Entry {
            meeting: change.meeting,
            who: change.who,
            before: change.before,
            said: &change.said,
        })
        .collect();
    if !entries.is_empty() {
        if !write(&entries, &bench.people, args.manner, &loaded, context)? {
            return Ok(());
        }
        let number = entries.len();
        context.note(&match context.language {
            Language::German => format!("{} vermerkt.", count(number, "Antwort", "Antworten")),
            Language::English => format!("{} recorded.", count(number, "reply", "replies")),
        });
    }
    // Whoever was asked about the replies has seen these, too.
    let is_agreed = !entries.is_empty();
    bounced::record(&judgement.bounces, is_agreed, args.manner, &loaded, context)
}

/// What the files say, one after the other: only what they say stays in memory.
fn incoming(named: &Named, loaded: &Loaded) -> Vec<Incoming> {
    let zone = &loaded.workspace.network.time_zone;
    let read = |(kind, path): &(ReplyFile, PathBuf)| {
        let file = files::read_one(path, &shown(path));
        file.map(|file| read_replies(*kind, file, zone)).unwrap_or_default()
    };
    named.files.iter().flat_map(read).collect()
}
