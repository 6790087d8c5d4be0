//! `erfa speaker`

use anyhow::Result;

use super::answer;
use super::change::{Manner, NewText, propose};
use super::choice::choice;
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::naming::session;
use super::reads::{Area, Reads};
use super::set::done;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::change::NotEntries;
use crate::diagnostic::request::BadArgument;
use crate::document;
use crate::domain::reply::ReplyAnswer;
use crate::domain::session::{Certainty, Person, Session, Who};
use crate::input::edit::{self, Spot, path_to, quoted};
use crate::plan::programme::speaker::{Consent, PartOf, called, parts};
use crate::plan::usual_meeting::Purpose;
use crate::text::{Language, Vocabulary as _, list};
use crate::view::speaker::{Said, Speaker, name, speaker};

/// Record whether somebody who was asked takes part in an item
///
/// Whoever has declined is announced to nobody any more. Where nobody is left for the item, the later
/// items of the day are listed that may move up into its place, with their times and whom to tell, and the
/// topics for which somebody waits.
#[derive(clap::Args, Debug)]
pub(super) struct SpeakerArgs {
    /// The meeting
    #[arg(value_name = "MEETING")]
    meeting: String,

    /// The item, by its id, its number or the beginning of its title
    #[arg(value_name = "ITEM")]
    item: String,

    /// Who, as the programme names them
    #[arg(value_name = "PERSON")]
    person: String,

    /// What they said: confirmed, declined or asked
    #[arg(value_name = "ANSWER", value_parser = choice(Consent::ALL), hide_possible_values = true)]
    consent: Consent,

    #[command(flatten)]
    manner: Manner,

    /// Print what was said, and what may stand in its place, as JSON
    #[arg(long)]
    json: bool,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Contacts]).as_far_as_well(&[Area::Topics, Area::Turns]);

pub(super) fn run(args: &SpeakerArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let meeting = loaded.meeting_to_change(Purpose::Preparing, Some(&args.meeting), context)?;
    let session = session(meeting, &args.item)?;
    let number = meeting.sessions.iter().position(|one| one.id == session.id).unwrap_or_default();
    let part = meant(args, session, &loaded)?;
    let said = Said { number, part, consent: args.consent };
    let known = (&loaded.workspace, &*loaded.sources);
    let shown = |language| speaker(known, meeting, said, context.clock.today(), language);
    let tell = |shown: &dyn Fn(Language) -> Speaker| -> Result<()> {
        if args.json {
            context.print_json(&shown(loaded.document_language))
        } else {
            let seen = shown(context.language);
            answer::show(&document::speaker::speaker(&seen, context.language), context)
        }
    };
    tell(&shown)?;
    if part.person.absence.is_none() && part.person.status == args.consent.certainty() {
        context.note(context.say(
            "Das steht schon so da; nichts ist geändert.",
            "It says so already; nothing is changed.",
        ));
        return Ok(());
    }
    let file = loaded.sources.file(meeting.origin.file);
    // Where somebody said no to an earlier day, silence is no consent.
    let mut replies = loaded.workspace.replies_to(&meeting.id);
    let is_doubted = replies.any(|reply| reply.said.answer == ReplyAnswer::No);
    let text = written(&file.text, session, part, (args.consent.certainty(), is_doubted))
        .ok_or_else(|| loaded.fail(vec![Diagnostic::new(NotEntries { kind: "people" })]))?;
    let change = NewText { path: file.path.clone(), text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}

/// The one who is meant.
///
/// # Errors
/// If nobody of the item is called so, or several are, or who it is stands open.
fn meant<'m>(args: &SpeakerArgs, session: &'m Session, loaded: &Loaded) -> Result<PartOf<'m>> {
    let workspace = &loaded.workspace;
    let parts = parts(session);
    let found = called(workspace, &parts, &args.person);
    let refuse = |german: String, english: String| {
        let (name, found) = ("PERSON".to_owned(), args.person.clone());
        Err(Findings::one(BadArgument { name, found, german, english }).into())
    };
    let [part] = found[..] else {
        let those = if found.is_empty() { &parts } else { &found };
        let names = |language| {
            list::and(those.iter().map(|part| name(workspace, part.person, language)), language)
        };
        let [german, english] = Language::ALL.map(names);
        return match (found.is_empty(), parts.is_empty()) {
            (_, true) => refuse(
                "an diesem Punkt ist noch niemand beteiligt; `erfa set … people` nennt jemanden"
                    .to_owned(),
                "nobody takes part in this item yet; `erfa set … people` names somebody".to_owned(),
            ),
            (true, false) => refuse(
                format!("so heißt hier niemand; beteiligt sind {german}"),
                format!("nobody is called so here; those taking part are {english}"),
            ),
            (false, false) => refuse(
                format!("so heißen hier mehrere; nennen Sie den ganzen Namen: {german}"),
                format!("several are called so here; give the whole name: {english}"),
            ),
        };
    };
    match &part.person.who {
        Who::AnyOf(_) => refuse(
            "hier stehen mehrere zur Wahl; nennen Sie in der Datei zuerst, wer es ist (`any-of`)"
                .to_owned(),
            "several are to choose from here; say in the file first who it is (`any-of`)"
                .to_owned(),
        ),
        Who::Named(_) | Who::Contact(_) | Who::Several(_) | Who::Unnamed => Ok(part),
    }
}

/// The file with the new word, which needs to be said of who comes where an answer makes that doubtful; none if the people stand in a way that single ones cannot be told apart.
fn written(
    text: &str,
    session: &Session,
    part: PartOf<'_>,
    (certainty, is_doubted): (Certainty, bool),
) -> Option<String> {
    let word = (certainty != Certainty::Fixed || is_doubted).then(|| quoted(certainty.word()));
    let begin = session.origin.range().start;
    let mut path = path_to(text, &["session"], begin)?;
    let people = match part.item {
        None => &session.people,
        Some(item) => {
            path.push(("items", item));
            &session.items[item].people
        }
    };
    let is_words =
        people.iter().any(|one| one.origin == part.person.origin && !is_entry(text, one));
    if is_words {
        // Entries beside them may say more than is told here.
        if people.iter().any(|one| is_entry(text, one)) {
            return None;
        }
        // Names in words become entries, of which one says more.
        let entry = |(at, person): (usize, &Person)| {
            let Who::Named(name) = &person.who else { return None };
            let function = person.function.as_ref().map(|words| quoted(words.as_str()));
            let status = word.clone().filter(|_| at == part.at);
            let keys =
                [("name", Some(quoted(name.as_str()))), ("function", function), ("status", status)];
            let keys =
                keys.into_iter().filter_map(|(key, value)| Some(format!("{key} = {}", value?)));
            Some(format!("{{ {} }}", keys.collect::<Vec<_>>().join(", ")))
        };
        let entries: Option<Vec<String>> = people.iter().enumerate().map(entry).collect();
        let list = format!("[{}]", entries?.join(", "));
        return edit::set(text, Spot { path: &path, key: "people" }, Some(&list));
    }
    // Names in words stand together in one entry.
    let mut before: Vec<_> = people[..part.at].iter().map(|one| one.origin).collect();
    before.dedup();
    path.push(("people", before.len()));
    edit::set(text, Spot { path: &path, key: "status" }, word.as_deref())
}

/// Whether somebody stands in the file as an entry of their own.
fn is_entry(text: &str, person: &Person) -> bool {
    let range = person.origin.range();
    text.get(range).is_some_and(|words| words.starts_with(['{', '[']))
}
