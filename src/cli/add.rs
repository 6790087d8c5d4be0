//! `erfa add`

use anyhow::Result;
use clap::Subcommand;

use super::change::{Manner, NewText, propose};
use super::context::Context;
use super::loaded::Loaded;
use super::naming::free_venue_id;
use super::new::{self, NewArgs};
use super::place::Subject;
use super::reads::Reads;
use super::set::{done, refuse};
use crate::domain::contact::FormOfAddress;
use crate::domain::meeting::Status;
use crate::input::list::address_and_titles;
use crate::plan::naming::Thing;
use crate::text::{PersonName, Vocabulary as _, slug};

mod entry;
pub(super) mod keys;
mod session;

use entry::Entry;
use keys::{Given, OfCity, OfContact, OfRoom, OfVenue};

/// Add a city, venue, room, contact, meeting or item
///
/// Every key is an option, and its value is written as people write it. What is not given is asked for on
/// a terminal if nothing was given at all. What is there already is never overwritten.
#[derive(clap::Args, Debug)]
pub(super) struct AddArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    #[command(alias = "stadt")]
    City(CityArgs),
    #[command(alias = "tagungsort")]
    Venue(VenueArgs),
    #[command(alias = "raum")]
    Room(RoomArgs),
    #[command(alias = "kontakt")]
    Contact(ContactArgs),
    #[command(alias = "treffen")]
    Meeting(NewArgs),
    #[command(alias = "programmpunkt")]
    Session(session::SessionArgs),
}

/// Add a city to the network
#[derive(clap::Args, Debug)]
struct CityArgs {
    /// The name
    #[arg(value_name = "NAME")]
    name: Option<String>,

    #[command(flatten)]
    given: Given<OfCity>,

    #[command(flatten)]
    manner: Manner,
}

/// Add a place where meetings are held
#[derive(clap::Args, Debug)]
struct VenueArgs {
    /// The name
    #[arg(value_name = "NAME")]
    name: Option<String>,

    #[command(flatten)]
    given: Given<OfVenue>,

    #[command(flatten)]
    manner: Manner,
}

/// Add a room to a venue
#[derive(clap::Args, Debug)]
struct RoomArgs {
    /// The venue, by id or name
    #[arg(value_name = "VENUE")]
    venue: String,

    /// The name
    #[arg(value_name = "NAME")]
    name: Option<String>,

    #[command(flatten)]
    given: Given<OfRoom>,

    #[command(flatten)]
    manner: Manner,
}

/// Add somebody who is written to
#[derive(clap::Args, Debug)]
struct ContactArgs {
    /// Given and family name
    #[arg(value_name = "NAME")]
    name: Option<String>,

    #[command(flatten)]
    given: Given<OfContact>,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &AddArgs, context: &Context) -> Result<()> {
    match &args.what {
        What::Meeting(args) => new::run(args, context),
        What::Session(args) => session::run(args, context),
        What::City(args) => {
            let named = (args.name.as_deref(), args.given.values(), args.given.id());
            add(Entry::city(), named, args.manner, context)
        }
        What::Venue(args) => {
            let named = (args.name.as_deref(), args.given.values(), args.given.id());
            add(Entry::venue(), named, args.manner, context)
        }
        What::Contact(args) => {
            let named = (args.name.as_deref(), args.given.values(), args.given.id());
            add(Entry::contact(), named, args.manner, context)
        }
        What::Room(args) => {
            let named = (args.name.as_deref(), args.given.values(), args.given.id());
            add(Entry::room(&args.venue), named, args.manner, context)
        }
    }
}

/// What the command line says of an entry: its name, its keys and its id.
type Said<'a> = (Option<&'a str>, &'a [(&'static str, String)], Option<&'a str>);

fn add(
    entry: Entry,
    (name, values, id): Said<'_>,
    manner: Manner,
    context: &Context,
) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let mut entry = entry.within(&loaded)?;
    let has_family_name = values.iter().any(|(key, _)| *key == "family-name");
    let name = match name {
        Some(name) => Some(name.to_owned()),
        None if has_family_name => None,
        None if manner.asks() => Some(Entry::ask_name(context)?),
        None => return Err(refuse("NAME", "", "nennen Sie den Namen", "say the name")),
    };
    // A room can be called 101; nobody else is.
    let is_room = matches!(entry.place.subject, Subject::Room(..));
    let is_number = |name: &&str| {
        !is_room && name.contains(char::is_numeric) && !name.contains(char::is_alphabetic)
    };
    if let Some(name) = name.as_deref().filter(is_number) {
        return Err(refuse("NAME", name, "ein Name hat Buchstaben", "a name has letters"));
    }
    let is_asked = values.is_empty() && manner.asks();
    let mut before = name.as_deref().map_or_else(Vec::new, |name| before_name(&entry, name));
    before.retain(|(key, _)| !values.iter().any(|(given, _)| given == key));
    let values = &[values, before.as_slice()].concat();
    let keys = first_keys(&entry, name.as_deref(), values)?;
    let words = keys.iter().filter(|(key, _)| *key != "id").map(|(_, words)| words.as_str());
    let words = words.collect::<Vec<_>>().join(" ");
    let own = id.map(str::to_owned).or_else(|| elsewhere(&entry, &words, values, &loaded));
    entry.begin(&words, own.as_deref(), &keys, &loaded)?;
    for (key, value) in values.iter().filter(|(key, _)| !keys.iter().any(|(first, _)| first == key))
    {
        entry.set(key, value, &loaded, context)?;
    }
    // Whoever comes to a network that has met before does not begin with what is owed for all those meetings.
    let is_city = matches!(entry.place.subject, Subject::Thing(Thing::City(_)));
    let has_met = loaded.workspace.meetings.iter().any(|it| it.status.value == Status::Held);
    if is_city && has_met && !values.iter().any(|(key, _)| *key == "member-since") {
        entry.set("member-since", &context.clock.today().to_string(), &loaded, context)?;
    }
    if is_asked {
        entry.ask(&loaded, context)?;
    }
    let change = NewText { path: entry.place.file.clone(), text: entry.text.clone() };
    if propose(&[change], Vec::new(), None, manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}

/// The id of a venue whose name is that of one in another town.
fn elsewhere(
    entry: &Entry,
    name: &str,
    values: &[(&'static str, String)],
    loaded: &Loaded,
) -> Option<String> {
    let Subject::Thing(Thing::Venue(_)) = entry.place.subject else { return None };
    let workspace = &loaded.workspace;
    let (_, city) = values.iter().find(|(key, _)| *key == "city")?;
    let city = loaded.city(city).ok()?;
    let id = slug(name);
    let (_, other) = workspace.venue_named(&id)?;
    let lies_there = other.city.is_some_and(|there| there.value == city);
    let city = workspace.city(city).id.as_str();
    free_venue_id(workspace, &id, Some(city)).filter(|_| !lies_there)
}

/// What stands before somebody's name: how they are addressed, and their academic titles.
fn before_name(entry: &Entry, name: &str) -> Vec<(&'static str, String)> {
    let Subject::Thing(Thing::Contact(_)) = entry.place.subject else { return Vec::new() };
    let person = PersonName::of(name);
    let before = person.given.strip_suffix(&person.without_titles()).unwrap_or_default();
    let (form, titles) = address_and_titles(before);
    let form = form.map(FormOfAddress::word).unwrap_or_default().to_owned();
    let keys = [("form-of-address", form), ("titles", titles.join(", "))];
    keys.into_iter().filter(|(_, words)| !words.is_empty()).collect()
}

/// The keys that the name of an entry gives.
fn first_keys(
    entry: &Entry,
    name: Option<&str>,
    values: &[(&'static str, String)],
) -> Result<Vec<(&'static str, String)>> {
    let given =
        |key: &str| values.iter().find(|(known, _)| *known == key).map(|(_, it)| it.clone());
    let Subject::Thing(Thing::Contact(_)) = entry.place.subject else {
        return Ok(name.map(|name| ("name", name.trim().to_owned())).into_iter().collect());
    };
    let person = PersonName::of(name.unwrap_or_default());
    let first = given("given-name").unwrap_or_else(|| person.without_titles());
    let family = given("family-name").unwrap_or(person.family);
    if family.trim().is_empty() {
        return Err(refuse(
            "NAME",
            name.unwrap_or_default(),
            "hier fehlt der Familienname",
            "the family name is missing",
        ));
    }
    let parts = [("given-name", first), ("family-name", family)];
    Ok(parts.into_iter().filter(|(_, words)| !words.trim().is_empty()).collect())
}
