//! `erfa show`

use anyhow::Result;
use serde_json::{Value, json};

use super::answer::Answer;
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::naming::{ALL, unknown};
use super::output::{Listing, OutputArgs};
use super::reads::{Area, Reads};
use crate::document::model::Document;
use crate::document::{listing, topics};
use crate::plan::naming::Thing;
use crate::render::Shape;
use crate::text::Language;
use crate::view::programme::{Edition, programme};
use crate::view::words::Words;
use crate::view::{city, contact, meeting, topic, venue};

/// Show a city, venue, contact, meeting or topic
///
/// `--json` gives everything known of it, of a meeting the whole programme with its inner items.
#[derive(clap::Args, Debug)]
pub(super) struct ShowArgs {
    /// Its id
    #[arg(value_name = "ID")]
    id: String,

    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]).as_far_as_well(&[Area::Turns]);

pub(super) fn run(args: &ShowArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let id = meant(&args.id, &loaded)?;
    rely_on_what_is_shown(&id, &loaded, context)?;
    let found = |language| entries(&id, language, &loaded, context);
    let shown = found(context.language);
    if shown.is_empty() {
        return Err(Findings::one(unknown(&loaded.workspace, &id, ALL)).into());
    }
    if shown.iter().all(|(data, _)| data.get("city").is_none()) {
        // Of a town it is told when it hosted last.
        context.answer_lacks_nothing();
    }
    let answer = Answer::about(&loaded)
        .documents(|format, language| {
            let documents = found(language).into_iter().map(|(_, document)| document);
            Ok(if format.shape() == Shape::Screen {
                documents.collect()
            } else {
                documents.reduce(Document::followed_by).into_iter().collect()
            })
        })
        .data(|language| Ok(found(language).into_iter().map(|(data, _)| data).collect::<Vec<_>>()));
    args.output.give(&id, &answer, context)
}

/// The id of what `words` name: what goes by them as an id, else whatever they fit best.
fn meant(words: &str, loaded: &Loaded) -> Result<String> {
    let workspace = &loaded.workspace;
    let is_id = workspace.city_named(words).is_some()
        || workspace.venue_named(words).is_some()
        || workspace.contact_named(words).is_some()
        || workspace.meeting(words).is_some()
        || workspace.topic_named(words).is_some()
        || workspace.unclear.iter().any(|unclear| unclear.as_str() == words);
    if is_id {
        return Ok(words.to_owned());
    }
    let thing = loaded.thing(words, ALL).map_err(|several| loaded.fail(vec![several]))?;
    Ok(match thing {
        Some(Thing::City(id)) => workspace.city(id).id.to_string(),
        Some(Thing::Venue(id)) => workspace.venue(id).id.to_string(),
        Some(Thing::Contact(id)) => workspace.contact(id).id.to_string(),
        Some(Thing::Topic(id)) => workspace.topic(id).id.to_string(),
        Some(Thing::Meeting(number)) => workspace.meetings[number].id.to_string(),
        None => words.to_owned(),
    })
}

/// Stops at faults in what goes by `id`.
fn rely_on_what_is_shown(id: &str, loaded: &Loaded, context: &Context) -> Result<()> {
    let Loaded { workspace, .. } = loaded;
    let is_unclear = workspace.unclear.iter().any(|unclear| unclear.as_str() == id);
    let is_meeting = is_unclear || workspace.meeting(id).is_some();
    if is_meeting {
        loaded.meeting(Some(id), context)?;
    }
    // Whatever goes by no other name may be in a file that could not be read.
    let is_topic = workspace.topic_named(id).is_some();
    if is_topic {
        loaded.rely_on(Area::Topics)?;
    }
    let is_known = is_meeting || is_topic || workspace.city_named(id).is_some();
    let is_venue = workspace.venue_named(id).is_some();
    let is_contact = workspace.contact_named(id).is_some();
    if is_venue || !(is_known || is_contact) {
        loaded.rely_on_venue(id)?;
    }
    if is_contact || !(is_known || is_venue) {
        loaded.rely_on_contact(id)?;
    }
    Ok(())
}

/// Whatever goes by `id`: a city and its venue may share a name.
fn entries(
    id: &str,
    language: Language,
    loaded: &Loaded,
    context: &Context,
) -> Vec<(Value, Document)> {
    let (workspace, sources) = (&loaded.workspace, &loaded.sources);
    let cities = city::cities(workspace, sources, context.clock.today());
    let venues = venue::venues(workspace, sources);
    let contacts = contact::contacts(workspace, sources);
    let meetings = meeting::meetings(workspace, sources);
    let cities = cities.iter().filter(|city| city.id == id);
    let venues = venues.iter().filter(|venue| venue.id == id);
    let contacts = contacts.iter().filter(|contact| contact.id == id);
    let meetings = meetings.iter().filter(|meeting| meeting.id == id);
    let topics = workspace.topic_named(id).map(|(topic, _)| {
        let topic = topic::topic(workspace, sources, topic, context.clock.today());
        let document = topics::topic(&topic, language);
        (json!({ "topic": topic }), document)
    });
    cities
        .map(|city| (json!({ "city": city }), listing::city(city, language)))
        .chain(venues.map(|venue| (json!({ "venue": venue }), listing::venue(venue, language))))
        .chain(contacts.map(|one| (json!({ "contact": one }), listing::contact(one, language))))
        .chain(meetings.map(|one| {
            let event = workspace.meeting(&one.id);
            let whole = event.map(|meeting| {
                programme(workspace, meeting, loaded.document_language, Edition::RunSheet)
            });
            let words = Words::new(&workspace.network, language);
            let items = event.map(|event| meeting::items(event, words)).unwrap_or_default();
            let document = listing::meeting(one, &items, language);
            (json!({ "meeting": one, "items": items, "programme": whole }), document)
        }))
        .chain(topics)
        .collect()
}
