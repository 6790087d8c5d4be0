//! `erfa add session`

use anyhow::Result;

use super::entry::{Entry, Gives, Question, written};
use super::keys::{Given, OfSession};
use crate::cli::change::{Manner, NewText, propose};
use crate::cli::context::Context;
use crate::cli::dialogue::{Went, choose};
use crate::cli::loaded::Loaded;
use crate::cli::naming::session;
use crate::cli::place::{Place, Subject};
use crate::cli::reads::Reads;
use crate::cli::set::{done, refuse};
use crate::domain::meeting::Meeting;
use crate::domain::session::Kind;
use crate::domain::time::PartOfDay;
use crate::input::edit::quoted;
use crate::input::span;
use crate::plan::naming::Thing;
use crate::text::{Language, Vocabulary as _, parse_duration};

/// Add an item to a programme
///
/// One with a time stands before the first that begins later, others behind the last; `--before` says
/// otherwise. Without a title it asks on a terminal for kind, title, time and people, again and again until
/// all is said, and the last one can be taken back.
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
    let text = if args.title.is_some() || args.given.names("kind") || !programme.under.is_empty() {
        one(args, before, meeting, programme, &loaded, context)?
    } else if args.manner.asks() {
        dialogue(before, programme, &loaded, context)?
    } else {
        return Err(refuse("TITLE", "", "nennen Sie den Titel", "say the title"));
    };
    let change = NewText { path: file.file, text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}

/// A programme that grows.
struct Programme<'a> {
    /// The number of its meeting.
    number: usize,
    /// The path of its file.
    file: &'a str,
    /// The way to the item that all that comes is a part of; empty without one.
    under: Vec<(&'static str, usize)>,
    /// What the file says by now.
    text: String,
}

impl Programme<'_> {
    /// An item of it that is not there yet.
    fn item(&self) -> Entry {
        let subject = Subject::Session(self.number, 0);
        let place = Place { subject, file: self.file.to_owned(), path: self.under.clone() };
        Entry::session(place, self.text.clone())
    }
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

/// The first item of the first day that begins later.
fn later(meeting: &Meeting, start: u32) -> Option<usize> {
    let first = meeting.when.date.map(|date| date.value);
    meeting.sessions.iter().position(|session| {
        let clock = session.timing.start.as_ref().map(|start| start.value.clock.minutes());
        let is_same_day = session.date.is_none() || session.date == first;
        !is_same_day && session.date > first
            || session.within.is_none() && clock.is_some_and(|clock| clock > start)
    })
}

/// A time of day in minutes, whatever stands around it.
fn minutes(words: &str) -> Option<u32> {
    let digits = words.trim_start_matches(|it: char| !it.is_ascii_digit());
    let digits = digits.split(|it: char| !(it.is_ascii_digit() || ".:".contains(it))).next()?;
    let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    Some(hour * 60 + minute)
}

/// What is asked of an item beside its kind.
const QUESTIONS: [Question; 3] = [
    (["Titel", "Title"], Gives::One("title")),
    (
        ["Zeit, etwa 9:30, 9:30-10:00 oder 45 min", "Time, such as 9:30, 9:30-10:00 or 45 min"],
        Gives::Several(time),
    ),
    (
        [
            "Wer, mehrere durch Semikolon getrennt, etwa Lena Farnbach, Bauamt",
            "Who, several with semicolons between them, such as Lena Farnbach, planning office",
        ],
        Gives::One("people"),
    ),
];

/// Asks for items until all is said.
fn dialogue(
    before: Option<usize>,
    mut programme: Programme<'_>,
    loaded: &Loaded,
    context: &Context,
) -> Result<String> {
    let language = context.language;
    let mut earlier: Vec<String> = Vec::new();
    let mut before = before;
    loop {
        let kinds: Vec<Kind> = Kind::all().collect();
        let names: Vec<String> = kinds.iter().map(|kind| kind.name(language).to_owned()).collect();
        let item = loop {
            let question = context.say("Was kommt dazu?", "What is added?");
            let kind = kinds[choose(question, &names, 0)?];
            let mut item = programme.item();
            item.add(before, &[("kind", quoted(kind.word()))])?;
            if item.ask_all(&QUESTIONS, loaded, context)? == Went::On {
                break item;
            }
        };
        earlier.push(std::mem::replace(&mut programme.text, item.text));
        before = before.map(|before| before + 1);
        loop {
            let choices = match language {
                Language::German => ["Noch ein Punkt", "Fertig", "Den letzten zurücknehmen"],
                Language::English => ["Another item", "Done", "Take the last one back"],
            };
            let number = if earlier.is_empty() { 2 } else { 3 };
            let choices: Vec<String> = choices[..number].iter().map(ToString::to_string).collect();
            match choose(context.say("Weiter", "Go on"), &choices, 0)? {
                0 => break,
                1 => return Ok(programme.text),
                _ => {
                    if let Some(text) = earlier.pop() {
                        programme.text = text;
                        before = before.map(|before| before.saturating_sub(1));
                    }
                }
            }
        }
    }
}

/// The keys that a time in one answer gives: a start, a start and an end, a duration, or a part of the day.
fn time(answer: &str) -> Vec<(&'static str, String)> {
    if parse_duration(answer).is_some() {
        return vec![("duration", answer.to_owned())];
    }
    if PartOfDay::spoken(answer).is_some() {
        return vec![("part-of-day", answer.to_owned())];
    }
    match span(answer) {
        Some([start, end]) => vec![("start", start.to_owned()), ("end", end.to_owned())],
        None => vec![("start", answer.to_owned())],
    }
}
