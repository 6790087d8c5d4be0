//! `erfa remove`

use anyhow::Result;

use super::change::{Manner, NewText, propose};
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::outbox::opened::outbox;
use super::place::{Place, Subject, text_of};
use super::reads::Reads;
use super::set::{done, refuse};
use crate::diagnostic::change::NotEntries;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::topic::{Side, Topic};
use crate::input::edit::remove_entry;
use crate::plan::naming::Thing;
use crate::text::{Language, list};

/// Take something out of the files
///
/// A city, venue, room, contact, topic, item of a meeting, or a meeting that came to nothing. What others still name
/// stays, and the places are listed. A city that leaves is not removed: `erfa leave`; nor is a meeting that
/// people were told of: `erfa cancel`.
#[derive(clap::Args, Debug)]
pub(super) struct RemoveArgs {
    /// What: an id or a name, with an item behind a slash
    #[arg(value_name = "WHAT")]
    what: String,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &RemoveArgs, context: &Context) -> Result<()> {
    take_out(&args.what, args.manner, context)
}

/// Takes out what `words` name.
pub(super) fn take_out(words: &str, manner: Manner, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let place = loaded.place(words)?;
    let bearer = loaded.bearer(place.subject);
    if place.subject == Subject::Network {
        return Err(refuse(
            "WHAT",
            words,
            "ohne sein Netzwerk ist kein Arbeitsordner",
            "without its network there is no workspace",
        ));
    }
    if let Subject::Thing(Thing::Meeting(number)) = place.subject {
        let meeting = &loaded.workspace.meetings[number];
        came_to_nothing(meeting, &loaded, context)?;
        if meeting.status.value == Status::Held && meeting.counts && !meeting.hosts.is_empty() {
            context.note(context.say(
                "Als durchgeführt zählte es im Konto der Gastgeber; das entfällt mit ihm.",
                "As held it counted in the account of turns; that goes with it.",
            ));
        }
    }
    let named = bearer.map_or_else(Vec::new, |bearer| loaded.naming(&bearer));
    if !named.is_empty() {
        return Err(loaded.fail(named));
    }
    if let Subject::Thing(Thing::Topic(id)) = place.subject {
        tell_of_stakes(loaded.workspace.topic(id), &loaded, context);
    }
    let text = without(&place, &loaded)?;
    let change = NewText { path: place.file, text };
    if propose(&[change], Vec::new(), None, manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}

/// Tells who wants and who offers a topic that goes: no other place names them.
fn tell_of_stakes(topic: &Topic, loaded: &Loaded, context: &Context) {
    let language = context.language;
    let sides = [
        (Side::Wanted, language.pick("gewünscht von", "wanted by")),
        (Side::Offered, language.pick("angeboten von", "offered by")),
    ];
    let told = sides.into_iter().filter_map(|(side, label)| {
        let cities = topic.side(side).iter();
        let names = cities.map(|stake| loaded.workspace.city(stake.city.value).name.to_string());
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| format!("{label} {}", list::and(&names, language)))
    });
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        let label = language.pick("Mit dem Thema geht", "With the topic goes");
        context.note(&format!("{label}: {}.", told.join("; ")));
    }
}

/// The file without the entry; nothing is left of a meeting's.
fn without(place: &Place, loaded: &Loaded) -> Result<String> {
    if place.path.is_empty() {
        return Ok(String::new());
    }
    let kind = place.path.last().map_or("", |(kind, _)| kind);
    let text = remove_entry(text_of(place, loaded), &place.path);
    Ok(text.ok_or_else(|| Findings::one(NotEntries { kind }))?)
}

/// Refuses to remove a meeting that others were told of, or of which something was kept. One of which only
/// stands that it was held may have been typed by mistake.
fn came_to_nothing(meeting: &Meeting, loaded: &Loaded, context: &Context) -> Result<()> {
    let mut reasons: Vec<[String; 2]> = Vec::new();
    let status = meeting.status.value;
    match status {
        Status::Idea | Status::Planned | Status::Held => {}
        Status::Invited | Status::Cancelled | Status::Postponed => {
            let word = |language| status.name(language).to_owned();
            reasons.push([word(Language::German), word(Language::English)]);
        }
    }
    let mut add = |holds: bool, german: &str, english: &str| {
        if holds {
            reasons.push([german.to_owned(), english.to_owned()]);
        }
    };
    let path = format!("replies/{}.toml", meeting.id);
    let has_replies = loaded.sources.iter().any(|(_, file)| file.path.eq_ignore_ascii_case(&path));
    add(!meeting.releases.is_empty(), "freigegebenes Programm", "a programme that was given out");
    add(!meeting.history.is_empty(), "frühere Termine", "earlier dates");
    add(has_replies, "Antworten", "replies");
    let has_presence = !(meeting.attended.is_empty() && meeting.excused.is_empty());
    add(has_presence, "wer dabei war", "who was there");
    let is_kept = loaded.workspace.minutes.iter().any(|minutes| minutes.meeting == meeting.id);
    add(is_kept, "ein Protokoll", "minutes");
    let outbox = outbox(loaded, context)?;
    let has_mails = outbox
        .runs
        .iter()
        .map(|run| &run.name)
        .chain(outbox.purged.iter().map(|run| &run.name))
        .any(|name| name.meeting == meeting.id);
    add(has_mails, "Mails", "mails");
    if reasons.is_empty() {
        return Ok(());
    }
    let way_out = match status {
        Status::Held | Status::Cancelled => ["", ""],
        Status::Idea | Status::Planned | Status::Invited | Status::Postponed => {
            ["; `erfa cancel` sagt es ab", "; `erfa cancel` cancels it"]
        }
    };
    let [german, english] = [0, 1].map(|language| {
        list::and(
            reasons.iter().map(|reason| reason[language].as_str()),
            [Language::German, Language::English][language],
        )
    });
    Err(refuse(
        "MEETING",
        meeting.id.as_str(),
        &format!("davon bleibt etwas ({german}){}", way_out[0]),
        &format!("something of it stays ({english}){}", way_out[1]),
    ))
}
