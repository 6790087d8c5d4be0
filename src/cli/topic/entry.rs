//! The entry of a topic in `topics.toml`, and who is on which side of it.

use anyhow::Result;
use chrono::NaiveDate;

use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::naming::unknown;
use crate::cli::reads::{Area, Reads};
use crate::cli::set::refuse;
use crate::diagnostic::change::NotEntries;
use crate::domain::id::{CityId, TopicId};
use crate::domain::topic::Side;
use crate::input::edit::{Addition, Spot, add_entry, count_of, quoted, remove_entry, set};
use crate::plan::naming::{Sought, Thing};
use crate::plan::topics::Party;

/// The file of topics.
pub(in crate::cli) const TOPICS: &str = "topics.toml";

/// What the commands that change it rest on.
pub(super) const READS: Reads = Reads::of(&[Area::Topics, Area::Contacts]);

/// What the file says; nothing if there is none yet.
pub(in crate::cli) fn text(loaded: &Loaded) -> String {
    loaded.sources.find(TOPICS).map_or_else(String::new, |(_, file)| file.text.clone())
}

/// The topic that `words` name.
pub(super) fn topic(words: &str, loaded: &Loaded) -> Result<TopicId> {
    let sought = [Sought::Topic];
    match loaded.thing(words, &sought).map_err(|several| loaded.fail(vec![several]))? {
        Some(Thing::Topic(id)) => Ok(id),
        Some(Thing::City(_) | Thing::Venue(_) | Thing::Contact(_) | Thing::Meeting(_)) | None => {
            Err(Findings::one(unknown(&loaded.workspace, words, &sought)).into())
        }
    }
}

/// The town that `words` name, or the contact who speaks for theirs.
pub(super) fn party(words: &str, loaded: &Loaded) -> Result<Party> {
    let (workspace, sought) = (&loaded.workspace, [Sought::City, Sought::Contact]);
    let party = match loaded.thing(words, &sought).map_err(|it| loaded.fail(vec![it]))? {
        Some(Thing::City(city)) => Party { city, person: None },
        Some(Thing::Contact(id)) => {
            let city = workspace.contact(id).city.ok_or_else(|| {
                refuse(
                    "PERSON",
                    words,
                    "gehört zu keinem Mitglied des Netzwerks; nennen Sie die Stadt, über die das läuft, \
                     oder schreiben Sie es als `note` zum Thema",
                    "belongs to no member of the network; name the city that it goes through, or write \
                     it as `note` of the topic",
                )
            })?;
            Party { city: city.value, person: Some(id) }
        }
        Some(Thing::Venue(_) | Thing::Meeting(_) | Thing::Topic(_)) | None => {
            return Err(Findings::one(unknown(workspace, words, &sought)).into());
        }
    };
    Ok(party)
}

/// Tells the user of a party that does not count, as its town is no member.
pub(super) fn tell_of_former(party: Party, loaded: &Loaded, context: &Context) {
    let town = loaded.workspace.city(party.city);
    if !town.membership.covers(context.clock.today()) {
        let name = &town.name;
        context.note(&context.language.pick(
            format!("{name} ist heute kein Mitglied; gezählt wird das erst, wenn es eines ist."),
            format!("{name} is no member today; it counts once it is one."),
        ));
    }
}

/// The file with a party on a side of the topic of this number; one that is there gets the new day.
pub(in crate::cli) fn with_stake(
    text: &str,
    number: usize,
    side: Side,
    party: Party,
    date: NaiveDate,
    loaded: &Loaded,
) -> Result<String> {
    let workspace = &loaded.workspace;
    let person = party.person.map(|id| quoted(workspace.contact(id).id.as_str()));
    let date = date.to_string();
    if let Some(at) = position(number, side, party.city, loaded) {
        let path = [("topic", number), (side.key(), at)];
        let mut text = text.to_owned();
        for (key, value) in [("person", person.as_deref()), ("date", Some(&*date))] {
            if let Some(value) = value {
                text = set(&text, Spot { path: &path, key }, Some(value))
                    .ok_or_else(|| not_entries(side))?;
            }
        }
        return Ok(text);
    }
    let mut keys = vec![("city", quoted(workspace.city(party.city).id.as_str()))];
    keys.extend(person.map(|person| ("person", person)));
    keys.push(("date", date));
    let path = &[("topic", number)];
    let addition = Addition { path, kind: side.key(), before: None, keys: &keys };
    add_entry(text, &addition).ok_or_else(|| not_entries(side))
}

/// The file without the entry of a town on a side; none if it has none.
pub(super) fn without_stake(
    text: &str,
    number: usize,
    side: Side,
    city: CityId,
    loaded: &Loaded,
) -> Result<Option<String>> {
    let Some(at) = position(number, side, city, loaded) else { return Ok(None) };
    let path = [("topic", number), (side.key(), at)];
    remove_entry(text, &path).map(Some).ok_or_else(|| not_entries(side))
}

/// The file with the topic that `keys` describe, and its number among the topics.
pub(super) fn with_topic(text: &str, keys: &[(&str, String)]) -> Result<(String, usize)> {
    let number = count_of(text, &[], "topic");
    let addition = Addition { path: &[], kind: "topic", before: None, keys };
    let text = add_entry(text, &addition);
    Ok((text.ok_or_else(|| Findings::one(NotEntries { kind: "topic" }))?, number))
}

/// Where the town stands on a side of the topic, as the files say it.
fn position(number: usize, side: Side, city: CityId, loaded: &Loaded) -> Option<usize> {
    let topic = loaded.workspace.topics.get(number)?;
    topic.side(side).iter().position(|stake| stake.city.value == city)
}

fn not_entries(side: Side) -> anyhow::Error {
    Findings::one(NotEntries { kind: side.key() }).into()
}
