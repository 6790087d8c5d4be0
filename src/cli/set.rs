//! `erfa set`

use anyhow::Result;

use super::change::{Manner, NewText, propose};
use super::context::Context;
use super::failure::Findings;
use super::holding::may_be_held;
use super::loaded::Loaded;
use super::place::{Place, Subject, text_of};
use super::reads::Reads;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::BadArgument;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::input::compared;
use crate::input::edit::{self, Spot};
use crate::input::keys::KeyedFile;
use crate::plan::naming::Thing;
use crate::plan::programme::clash::still_named;
use crate::plan::usual_meeting::Purpose;
use crate::text::{Language, Vocabulary as _};

mod clock;
pub(super) mod key;
pub(super) mod value;

use value::Writer;

/// Change one key of a file
///
/// WHAT is a city, venue, contact or meeting, by id or name; `network`; an item of a meeting
/// (`2027-03-02-gotha/opening`, or its number), a part of one (`…/opening.2`), or a room of a venue
/// (`townhall/hall`). The value is written as people write it: 9:30, 11.6.2027, yes, a list with commas. Comments, order and layout of
/// the file stay. What would bring an error is refused; what would bring a warning is made after the warning
/// was shown, and refused under `--strict`.
#[derive(clap::Args, Debug)]
pub(super) struct SetArgs {
    /// What: an id or a name, with an item behind a slash
    #[arg(value_name = "WHAT")]
    what: String,

    /// The key, such as start or sender.mail
    #[arg(value_name = "KEY")]
    key: String,

    /// The new value
    #[arg(value_name = "VALUE", required_unless_present = "remove", allow_negative_numbers = true)]
    value: Vec<String>,

    /// Take the key out of the file
    #[arg(long, conflicts_with = "value")]
    remove: bool,

    #[command(flatten)]
    manner: Manner,
}

/// What both coordinates are called, which are two keys.
const COORDINATES: &str = "coordinates";

/// The keys of a meeting of which whoever was invited hears at once.
const TOLD_AT_ONCE: [&str; 8] =
    ["date", "end-date", "start", "end", "duration", "place", "venue", "online"];

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &SetArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let place = loaded.place(&args.what)?;
    let place = meeting_of_host(&args.what, &args.key, &place, &loaded, context)?.unwrap_or(place);
    let text = text_of(&place, &loaded);
    let key = key::meant(&args.key, place.subject);
    if key == "id" {
        return Err(id_stays(&place, &args.key));
    }
    let value = args.value.join(" ");
    if let Subject::Thing(Thing::Meeting(number)) = place.subject
        && key == "status"
        && Status::spoken(&value) == Some(Status::Held)
    {
        may_be_held(&loaded.workspace.meetings[number], context)?;
    }
    let after = if args.remove {
        removed(text, &place, &key)
    } else {
        if value.trim().is_empty() {
            return Err(empty(&args.key));
        }
        let writer = Writer { loaded: &loaded, context, place: &place, text };
        match coordinates(&key, &value) {
            Some([north, east]) => match writer.written("latitude", &north)? {
                Some(text) => Writer { text: &text, ..writer }.written("longitude", &east)?,
                None => None,
            },
            None if key == COORDINATES => {
                return Err(refuse(
                    &args.key,
                    &value,
                    "es sind zwei Zahlen, Breite und Länge: \"50.93, 11.6\"",
                    "they are two numbers, latitude and longitude: \"50.93, 11.6\"",
                ));
            }
            None => writer.written(&key, &value)?,
        }
    };
    let Some(after) = after else { return Err(not_one_value(&args.key)) };
    if after == text || compared(Some(text), Some(&after)).is_none() {
        context.note(if args.remove {
            context.say(
                "Das steht gar nicht da; nichts ist geändert.",
                "It does not say so at all; nothing is changed.",
            )
        } else {
            context.say(
                "Das steht schon so da; nichts ist geändert.",
                "It says so already; nothing is changed.",
            )
        });
        return Ok(());
    }
    let change = NewText { path: place.file.clone(), text: after };
    let warnings =
        if key == "hosts" { former_hosts(&place, &change, &loaded, context)? } else { Vec::new() };
    if !propose(&[change], warnings, None, args.manner, &loaded, context)? {
        return Ok(());
    }
    done(context);
    if let Subject::Thing(Thing::Meeting(number)) = place.subject
        && TOLD_AT_ONCE.contains(&&*key)
    {
        remind_of_invited(&loaded.workspace.meetings[number], context);
    }
    Ok(())
}

/// Says how those hear of it who are invited already.
fn remind_of_invited(meeting: &Meeting, context: &Context) {
    if meeting.status.value == Status::Invited {
        let id = &meeting.id;
        context.note(&match context.language {
            Language::German => format!(
                "Eingeladen ist schon: `erfa outbox make update {id}` schreibt denen, die anderes wissen."
            ),
            Language::English => format!(
                "People are invited already: `erfa outbox make update {id}` writes to those who know otherwise."
            ),
        });
    }
}

/// The place of the meeting that a town hosts, where `words` name the town and a key that only meetings have:
/// "Gera", "start".
fn meeting_of_host(
    words: &str,
    key: &str,
    place: &Place,
    loaded: &Loaded,
    context: &Context,
) -> Result<Option<Place>> {
    if !matches!(place.subject, Subject::Thing(Thing::City(_))) {
        return Ok(None);
    }
    let has = |file: &str, table: &str, key: &str| {
        let keys = KeyedFile::at(file).map(|file| file.keys_at(table)).unwrap_or_default();
        keys.iter().any(|(name, _)| name == key) || key == COORDINATES
    };
    let of_city = key::meant(key, place.subject);
    let meeting = Subject::Thing(Thing::Meeting(0));
    let of_meeting = key::meant(key, meeting);
    if has(&place.file, "city", &of_city) || !has("meetings/a.toml", "", &of_meeting) {
        return Ok(None);
    }
    let meeting = loaded.meeting_to_change(Purpose::Preparing, Some(words), context)?;
    let mut numbered = loaded.workspace.meetings.iter();
    let number = numbered.position(|one| one.id == meeting.id).unwrap_or_default();
    loaded.place_of(Subject::Thing(Thing::Meeting(number))).map(Some)
}

/// What a meeting still tells of the towns that host it no more after `change`.
fn former_hosts(
    place: &Place,
    change: &NewText,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Diagnostic>> {
    let Subject::Thing(Thing::Meeting(number)) = place.subject else { return Ok(Vec::new()) };
    let meeting = &loaded.workspace.meetings[number];
    let after = context.read_with(std::slice::from_ref(change), READS)?.0;
    let Some(now) = after.workspace.meeting(meeting.id.as_str()) else { return Ok(Vec::new()) };
    let hosts = |workspace: &Workspace, meeting: &Meeting| -> Vec<Id> {
        let ids = meeting.hosts.iter().map(|host| workspace.city(host.value).id.clone());
        ids.collect()
    };
    let now = hosts(&after.workspace, now);
    let before = meeting.hosts.iter().map(|host| loaded.workspace.city(host.value));
    let former = before.filter(|city| !now.is_empty() && !now.contains(&city.id));
    let named = former.flat_map(|city| still_named(&loaded.workspace, meeting, city));
    Ok(named.map(|(finding, _)| finding).collect())
}

/// Both coordinates, if two numbers are said of one of them: neither means anything alone.
fn coordinates(key: &str, value: &str) -> Option<[String; 2]> {
    if !["latitude", "longitude", COORDINATES].contains(&key) {
        return None;
    }
    let parts: Vec<&str> = match value.split_once([';', ' ']) {
        Some((north, east)) => vec![north, east],
        // "50,93" is one number as Germans write it.
        None if value.contains('.') => value.split(',').collect(),
        None => vec![value],
    };
    let [north, east] = parts[..] else { return None };
    let number = |part: &str| part.trim().trim_end_matches([',', ';']).replace(',', ".");
    Some([north, east].map(number)).filter(|both| both.iter().all(|it| it.parse::<f64>().is_ok()))
}

/// Says that a change is made.
pub(super) fn done(context: &Context) {
    context.note(&context.made(context.say("Geändert", "Changed"), '.'));
}

/// The file without the key; as it is if it has none.
fn removed(text: &str, place: &Place, key: &str) -> Option<String> {
    let spot = Spot { path: &place.path, key };
    if edit::has_key(text, spot) { edit::set(text, spot, None) } else { Some(text.to_owned()) }
}

/// An id is more than the value of a key: others go by it.
fn id_stays(place: &Place, key: &str) -> anyhow::Error {
    let (german, english) = match place.subject {
        Subject::Thing(Thing::Meeting(_)) => (
            "die Kennung eines Treffens bleibt, was immer aus Tag und Stadt wird",
            "the id of a meeting stays, whatever becomes of day and city",
        ),
        Subject::Network
        | Subject::Thing(Thing::City(_) | Thing::Venue(_) | Thing::Contact(_) | Thing::Topic(_))
        | Subject::Session(..)
        | Subject::Part(..)
        | Subject::Room(..) => (
            "`erfa rename` ändert eine Kennung überall, wo sie steht",
            "`erfa rename` changes an id wherever it stands",
        ),
    };
    refuse("KEY", key, german, english)
}

fn empty(key: &str) -> anyhow::Error {
    refuse(
        key,
        "",
        "der Wert ist leer; `--remove` nimmt die Zeile heraus",
        "the value is empty; `--remove` takes the line out",
    )
}

fn not_one_value(key: &str) -> anyhow::Error {
    refuse(
        "KEY",
        key,
        "hier stehen mehrere Angaben mit eigenem Kopf; nennen Sie eine davon, etwa `sender.mail`, oder ändern Sie die Datei",
        "several keys with a head of their own stand here; name one of them, such as `sender.mail`, or edit the file",
    )
}

/// That a value given on the command line does not do.
pub(super) fn refuse(name: &str, found: &str, german: &str, english: &str) -> anyhow::Error {
    Findings::one(BadArgument {
        name: name.to_owned(),
        found: found.to_owned(),
        german: german.to_owned(),
        english: english.to_owned(),
    })
    .into()
}
