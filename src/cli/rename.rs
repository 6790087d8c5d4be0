//! `erfa rename`

use anyhow::Result;

use super::change::{Manner, NewText, propose};
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::named_by::Bearer;
use super::outbox::opened::outbox;
use super::place::{Place, Subject};
use super::reads::Reads;
use super::set::{done, refuse};
use crate::diagnostic::change::{InTheOutbox, NotEntries};
use crate::domain::id::Id;
use crate::input::edit::{Spot, quoted, rename, set};
use crate::plan::naming::Thing;
use crate::text::slug;

/// Change an id wherever it stands
///
/// Of a city, venue, room, contact, topic or item: its entry, and every key of every file that names it, in one
/// change; a city's calendar file gets its new name. Names and titles stay: `erfa set` changes those. The id
/// of a meeting is for life, and so is that of whoever was written to.
#[derive(clap::Args, Debug)]
pub(super) struct RenameArgs {
    /// What: an id or a name
    #[arg(value_name = "WHAT")]
    what: String,

    /// The new id
    #[arg(value_name = "ID")]
    id: String,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &RenameArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let place = loaded.place(&args.what)?;
    let bearer = loaded.bearer(place.subject);
    let bearer = bearer.ok_or_else(|| has_none(place.subject, &args.what))?;
    let id = Id::new(&args.id).ok_or_else(|| Findings::no_id(&args.id, slug(&args.id)))?;
    if id == *bearer.id {
        context.note(context.say(
            "So heißt es schon; nichts ist geändert.",
            "It has this id already; nothing is changed.",
        ));
        return Ok(());
    }
    may_change(&bearer, &id, &place, &loaded, context)?;
    let changes = changes(&bearer, &id, &place, &loaded)?;
    if propose(&changes, Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}

/// Refuses what must keep its id, and an id that is taken.
fn may_change(
    bearer: &Bearer<'_>,
    id: &Id,
    place: &Place,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let workspace = &loaded.workspace;
    let is_taken = match place.subject {
        Subject::Network | Subject::Part(..) => false,
        Subject::Thing(Thing::Meeting(_)) => {
            return Err(refuse(
                "MEETING",
                bearer.id.as_str(),
                "die Kennung eines Treffens bleibt, was immer aus Tag und Stadt wird",
                "the id of a meeting stays, whatever becomes of day and city",
            ));
        }
        Subject::Thing(Thing::City(_)) => workspace.city_named(id.as_str()).is_some(),
        Subject::Thing(Thing::Venue(_)) => workspace.venue_named(id.as_str()).is_some(),
        Subject::Thing(Thing::Topic(_)) => workspace.topic_named(id.as_str()).is_some(),
        Subject::Thing(Thing::Contact(_)) => workspace.contact_named(id.as_str()).is_some(),
        Subject::Session(meeting, _) => {
            let meeting = &workspace.meetings[meeting];
            let mut told = meeting.releases.iter().flat_map(|release| &release.facts.sessions);
            if told.any(|session| session.id == *bearer.id) {
                return Err(refuse(
                    "WHAT",
                    bearer.id.as_str(),
                    "eine Fassung des Programms nennt den Punkt schon, und seitdem bleibt die Kennung",
                    "a version of the programme tells of the item already, and so the id stays",
                ));
            }
            meeting.sessions.iter().any(|session| session.id == *id)
        }
        Subject::Room(venue, _) => workspace.venues[venue].rooms.iter().any(|room| room.id == *id),
    };
    if is_taken {
        return Err(refuse(
            "ID",
            id.as_str(),
            "so heißt schon ein anderer Eintrag",
            "another entry has this id already",
        ));
    }
    if matches!(place.subject, Subject::Thing(Thing::City(_) | Thing::Contact(_))) {
        let outbox = outbox(loaded, context)?;
        let names = |run: &&crate::domain::outbox::Run| {
            run.messages.iter().any(|message| message.person == *bearer.id)
                || run.to.iter().any(|name| name.as_str() == bearer.id.as_str())
        };
        let runs: Vec<String> =
            outbox.runs.iter().filter(names).map(|run| run.name.to_string()).collect();
        if !runs.is_empty() {
            return Err(Findings::one(InTheOutbox { id: bearer.id.to_string(), runs }).into());
        }
    }
    Ok(())
}

/// The files with the new id.
fn changes(bearer: &Bearer<'_>, id: &Id, place: &Place, loaded: &Loaded) -> Result<Vec<NewText>> {
    let mut changes: Vec<NewText> = Vec::new();
    let mut files = loaded.files_naming(bearer);
    if !files.iter().any(|(_, file)| file.path == place.file) {
        files.extend(loaded.sources.find(&place.file));
    }
    for (_, file) in files {
        let mut text = file.text.clone();
        if file.path == place.file {
            let spot = Spot { path: &place.path, key: "id" };
            text = set(&text, spot, Some(&quoted(id.as_str())))
                .ok_or_else(|| Findings::one(NotEntries { kind: "id" }))?;
        }
        let text = rename(&text, bearer.keys, bearer.id.as_str(), id.as_str());
        if text != file.text {
            changes.push(NewText { path: file.path.clone(), text });
        }
    }
    if matches!(place.subject, Subject::Thing(Thing::City(_))) {
        let own = format!("calendar/{}.", bearer.id);
        for (_, file) in loaded.sources.iter() {
            let Some(ending) = file.path.strip_prefix(&own) else { continue };
            // One whose letters could not be read would come out without them.
            loaded.rely_on_file(&file.path)?;
            let path = format!("calendar/{id}.{ending}");
            if loaded.sources.find(&path).is_some() {
                return Err(refuse(
                    "ID",
                    id.as_str(),
                    &format!("`{path}` gibt es schon; benennen Sie diese Datei vorher um"),
                    &format!("`{path}` is already there; rename that file before"),
                ));
            }
            let other = changes.iter().position(|change| change.path == file.path);
            let text =
                other.map_or_else(|| file.text.clone(), |at| std::mem::take(&mut changes[at].text));
            if other.is_none() {
                changes.push(NewText { path: file.path.clone(), text: String::new() });
            }
            changes.push(NewText { path, text });
        }
    }
    Ok(changes)
}

/// What has no id.
fn has_none(subject: Subject, words: &str) -> anyhow::Error {
    if let Subject::Part(..) = subject {
        return refuse(
            "WHAT",
            words,
            "ein Unterpunkt hat keine Kennung; `erfa set … title` ändert seinen Titel",
            "a part of an item has no id; `erfa set … title` changes its title",
        );
    }
    refuse(
        "WHAT",
        words,
        "das Netzwerk hat einen Namen und keine Kennung: `erfa set network name …`",
        "the network has a name and no id: `erfa set network name …`",
    )
}
