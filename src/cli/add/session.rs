//! `erfa add session`

use anyhow::Result;

use super::entry::written;
use super::keys::{Given, OfSession};
use crate::cli::change::{Manner, NewText, propose};
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::cli::naming::session;
use crate::cli::place::Subject;
use crate::cli::reads::Reads;
use crate::cli::set::{done, refuse};
use crate::domain::meeting::Meeting;
use crate::input::edit::quoted;
use crate::plan::naming::Thing;

mod dialogue;
mod programme;
mod questions;

use dialogue::Dialogue;
use programme::{Programme, later};

/// Add an item to a programme
///
/// One with a time stands before the first that begins later, others behind the last; `--before` says
/// otherwise. Without a title it asks on a terminal for kind, title, time, people and room, again and again
/// until all is said; items can be moved, and the last step can be taken back.
#[derive(clap::Args, Debug)]
pub(super) struct SessionArgs {
    /// The title
    #[arg(value_name = "TITLE")]
    title: Option<String>,

    /// The meeting [default: the next one, else the last]
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,

    /// The item that it stands before, by id, number or title
    #[arg(long, value_name = "ID")]
    before: Option<String>,

    /// The item that it is a part of, by id, number or title
    #[arg(long, value_name = "ID", conflicts_with = "before")]
    under: Option<String>,

    #[command(flatten)]
    given: Given<OfSession>,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &SessionArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let meeting = loaded.bare_meeting(args.meeting.as_deref(), context)?;
    let number = loaded.workspace.meetings.iter().position(|one| one.id == meeting.id);
    let number = number.unwrap_or_default();
    let file = loaded.place_of(Subject::Thing(Thing::Meeting(number)))?;
    let before = args.before.as_deref().map(|words| position(meeting, words)).transpose()?;
    let under = args.under.as_deref().map(|words| position(meeting, words)).transpose()?;
    let under = match under {
        Some(at) => loaded.place_of(Subject::Session(number, at))?.path,
        None => Vec::new(),
    };
    let text = loaded.sources.file(meeting.origin.file).text.clone();
    let programme = Programme { number, file: &file.file, under, text };
    let is_said = args.title.is_some() || args.given.names("kind") || !programme.under.is_empty();
    let is_made = if is_said {
        let text = one(args, before, meeting, programme, &loaded, context)?;
        let change = NewText { path: file.file, text };
        propose(&[change], Vec::new(), None, args.manner, &loaded, context)?
    } else if args.manner.asks() {
        let dialogue = Dialogue { programme, before, loaded: &loaded, context };
        dialogue.run(args.manner)?
    } else {
        return Err(refuse("TITLE", "", "nennen Sie den Titel", "say the title"));
    };
    if is_made {
        done(context);
    }
    Ok(())
}

fn position(meeting: &Meeting, words: &str) -> Result<usize> {
    let found = session(meeting, words)?;
    Ok(meeting.sessions.iter().position(|one| one.id == found.id).unwrap_or_default())
}

/// The file with the item that the command line says.
fn one(
    args: &SessionArgs,
    before: Option<usize>,
    meeting: &Meeting,
    programme: Programme<'_>,
    loaded: &Loaded,
    context: &Context,
) -> Result<String> {
    let values = args.given.values();
    let value =
        |key: &str| values.iter().find(|(known, _)| *known == key).map(|(_, it)| it.as_str());
    let is_plain = value("in").is_none() && value("date").is_none();
    let start = value("start").filter(|_| is_plain).and_then(minutes);
    let start = start.filter(|_| programme.under.is_empty());
    let before = before.or_else(|| start.and_then(|start| later(meeting, start)));
    let mut item = programme.item();
    let mut keys = Vec::new();
    if let Some(id) = args.given.id() {
        keys.push(("id", quoted(id)));
    }
    if let Some(title) = &args.title {
        keys.push(("title", written(title)?));
    }
    item.add(before, &keys)?;
    for (key, words) in values {
        item.set(key, words, loaded, context)?;
    }
    Ok(item.text)
}

/// A time of day in minutes, whatever stands around it.
fn minutes(words: &str) -> Option<u32> {
    let digits = words.trim_start_matches(|it: char| !it.is_ascii_digit());
    let digits = digits.split(|it: char| !(it.is_ascii_digit() || ".:".contains(it))).next()?;
    let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    Some(hour * 60 + minute)
}
