//! What words name: whatever is enough to tell one thing from all others.

use crate::domain::city::City;
use crate::domain::contact::Contact;
use crate::domain::id::{CityId, ContactId, TopicId, VenueId};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::topic::Topic;
use crate::domain::venue::Venue;
use crate::domain::workspace::Workspace;
use crate::plan::post::reply::people::BEFORE_NAMES;
use crate::text::{Day, slug};

/// The fewest letters that stand for a longer name.
const SHORTEST_BEGINNING: usize = 3;

/// Something that has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A town.
    City(CityId),
    /// A venue.
    Venue(VenueId),
    /// A person.
    Contact(ContactId),
    /// A meeting, by its number.
    Meeting(usize),
    /// A topic.
    Topic(TopicId),
}

impl Thing {
    /// The number of the meeting that it is.
    pub fn meeting(self) -> Option<usize> {
        match self {
            Self::Meeting(number) => Some(number),
            Self::City(_) | Self::Venue(_) | Self::Contact(_) | Self::Topic(_) => None,
        }
    }
}

/// What somebody looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// A town.
    City,
    /// A venue.
    Venue,
    /// A person.
    Contact,
    /// A meeting.
    Meeting,
    /// A topic.
    Topic,
}

/// How well words fit a name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// They are the key.
    Key,
    /// They are the name.
    Name,
    /// They are the day, or where it is.
    Circumstance,
    /// The key, the title or a word of the name begins like this.
    Beginning,
    /// A later word of the key or title, or where it is, begins like this.
    Word,
    /// Each of several words fits.
    Together,
}

/// The things among those that are `sought` which `words` fit best: one if they are enough, several if
/// they are not. A meeting also goes by the name of its file, which `file` gives without its ending.
pub fn named(
    workspace: &Workspace,
    sought: &[Sought],
    words: &str,
    file: impl Fn(&Meeting) -> String,
) -> Vec<Thing> {
    best(&names(workspace, sought, file), words)
}

/// The venues that `words` fit best for a meeting of `hosts`: every town has a town hall of its own. One
/// elsewhere is meant only where its key is said.
pub fn venues_for(workspace: &Workspace, words: &str, hosts: &[CityId]) -> Vec<Thing> {
    if let Some((id, _)) = workspace.venue_named(words.trim()) {
        return vec![Thing::Venue(id)];
    }
    let mut entries = names(workspace, &[Sought::Venue], |_| String::new());
    entries.retain(|(thing, _)| match thing {
        Thing::Venue(id) => can_house(workspace.venue(*id), hosts),
        Thing::City(_) | Thing::Contact(_) | Thing::Meeting(_) | Thing::Topic(_) => true,
    });
    best(&entries, words)
}

/// Whether a meeting of `hosts` is likely to be held there: it is not known to lie in another town.
pub fn can_house(venue: &Venue, hosts: &[CityId]) -> bool {
    hosts.is_empty() || venue.city.as_ref().is_none_or(|city| hosts.contains(&city.value))
}

/// Those that `words` fit best.
fn best(entries: &[(Thing, Names)], words: &str) -> Vec<Thing> {
    let mut found: Vec<(Fit, Thing)> = Vec::new();
    for (thing, names) in entries {
        found.extend(names.fit(words).map(|fit| (fit, *thing)));
    }
    if found.is_empty() {
        let parts: Vec<&str> = words.split([' ', ',']).filter(|part| !part.is_empty()).collect();
        let fits = |names: &Names| parts.iter().all(|part| names.fit(part).is_some());
        let all = entries.iter().filter(|(_, names)| parts.len() > 1 && fits(names));
        found.extend(all.map(|(thing, _)| (Fit::Together, *thing)));
    }
    let best = found.iter().map(|(fit, _)| *fit).min();
    found.into_iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, thing)| thing).collect()
}

/// What something is called, as slugs.
#[derive(Default)]
struct Names {
    /// Its keys.
    keys: Vec<String>,
    /// Its names.
    own: Vec<String>,
    /// Its title, of which a later word mostly says where it is.
    titles: Vec<String>,
    /// Where it is.
    places: Vec<String>,
    /// The day it is on, such as 2027-03-02.
    day: Option<chrono::NaiveDate>,
}

impl Names {
    fn fit(&self, words: &str) -> Option<Fit> {
        let wanted = slug(words);
        if wanted.is_empty() {
            return None;
        }
        let bare = || BEFORE_NAMES.iter().find_map(|before| wanted.strip_prefix(before));
        let is = |names: &[String]| names.contains(&wanted);
        let is_long = wanted.len() >= SHORTEST_BEGINNING;
        let begins =
            |names: &[String]| is_long && names.iter().any(|name| name.starts_with(&wanted));
        let has_word = |names: &[String]| {
            let has = |name: &String| format!("-{name}").contains(&format!("-{wanted}"));
            is_long && names.iter().any(has)
        };
        let day = self.day.map(|day| day.to_string()).unwrap_or_default();
        let is_day = || {
            let meant = Day::read(words).zip(self.day);
            meant.is_some_and(|(meant, day)| meant.can_be(day))
        };
        let is_bare = || bare().is_some_and(|bare| self.own.iter().any(|name| name == bare));
        if is(&self.keys) || self.keys.iter().any(|key| key == words.trim()) {
            Some(Fit::Key)
        } else if is(&self.own) || is(&self.titles) || is_bare() {
            Some(Fit::Name)
        } else if is(&self.places) || is_day() {
            Some(Fit::Circumstance)
        } else if begins(&self.keys) || begins(&self.titles) || has_word(&self.own) {
            Some(Fit::Beginning)
        } else if [&self.keys, &self.titles, &self.places].into_iter().any(|names| has_word(names))
            || is_long && day.starts_with(&wanted)
        {
            Some(Fit::Word)
        } else {
            None
        }
    }
}

fn names(
    workspace: &Workspace,
    sought: &[Sought],
    file: impl Fn(&Meeting) -> String,
) -> Vec<(Thing, Names)> {
    let mut all = Vec::new();
    for kind in sought {
        match kind {
            Sought::City => {
                all.extend(
                    workspace.numbered_cities().map(|(id, city)| (Thing::City(id), of_city(city))),
                );
            }
            Sought::Venue => {
                let venues = workspace.venues.iter().enumerate();
                all.extend(venues.map(|(id, venue)| (Thing::Venue(VenueId(id)), of_venue(venue))));
            }
            Sought::Contact => all.extend(
                workspace
                    .numbered_contacts()
                    .map(|(id, one)| (Thing::Contact(id), of_contact(one))),
            ),
            Sought::Topic => {
                let topics = (0..).map(TopicId).zip(&workspace.topics);
                all.extend(topics.map(|(id, topic)| (Thing::Topic(id), of_topic(topic))));
            }
            Sought::Meeting => {
                all.extend(workspace.meetings.iter().enumerate().map(|(id, meeting)| {
                    (Thing::Meeting(id), of_meeting(meeting, workspace, file(meeting)))
                }));
            }
        }
    }
    all
}

fn of_city(city: &City) -> Names {
    let names = [Some(&city.name), city.official_name.as_ref()];
    Names { keys: vec![city.id.to_string()], own: slugs(names), ..Names::default() }
}

fn of_venue(venue: &Venue) -> Names {
    Names { keys: vec![venue.id.to_string()], own: slugs([Some(&venue.name)]), ..Names::default() }
}

fn of_contact(contact: &Contact) -> Names {
    let family = contact.family_name.as_str();
    let given = contact.given_name.as_ref().map_or("", Line::as_str);
    let own = [format!("{given} {family}"), format!("{family} {given}"), family.to_owned()];
    let own = own.iter().map(|name| slug(name)).collect();
    Names { keys: vec![contact.id.to_string()], own, ..Names::default() }
}

/// A topic also goes by its number in the survey.
fn of_topic(topic: &Topic) -> Names {
    let number = topic.number.map(|number| number.to_string());
    Names {
        keys: [topic.id.to_string()].into_iter().chain(number).collect(),
        titles: slugs([Some(&topic.title)]),
        ..Names::default()
    }
}

fn of_meeting(meeting: &Meeting, workspace: &Workspace, file: String) -> Names {
    let hosts = meeting.hosts.iter().map(|host| workspace.city(host.value));
    let places = hosts.flat_map(|city| [city.id.to_string(), slug(city.name.as_str())]);
    Names {
        keys: vec![meeting.id.to_string(), file],
        own: Vec::new(),
        titles: slugs([Some(&meeting.title.value)]),
        places: places.collect(),
        day: meeting.when.date.map(|date| date.value),
    }
}

fn slugs<'l>(names: impl IntoIterator<Item = Option<&'l Line>>) -> Vec<String> {
    names.into_iter().flatten().map(|name| slug(name.as_str())).collect()
}
