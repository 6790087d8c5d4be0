//! The place in a file that words name: a thing, an item of a meeting or a part of one, a room of a venue, or
//! the network.

use anyhow::Result;

use super::failure::Findings;
use super::loaded::Loaded;
use super::naming::{ALL, session, unknown};
use crate::diagnostic::change::NotEntries;
use crate::diagnostic::reference::{ReferenceKind, UnknownReference};
use crate::domain::meeting::Meeting;
use crate::input::edit::path_to;
use crate::plan::naming::{Sought, Thing};
use crate::source::Origin;
use crate::text::{MemberWords, nearest, slug};

/// Where something stands.
pub(super) struct Place {
    /// What it is.
    pub(super) subject: Subject,
    /// The path of its file.
    pub(super) file: String,
    /// The way to its entry within the file.
    pub(super) path: Vec<(&'static str, usize)>,
}

/// What is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The network itself.
    Network,
    /// Something with a name of its own.
    Thing(Thing),
    /// An item of a meeting, by both numbers.
    Session(usize, usize),
    /// A part of an item of a meeting, by all three numbers.
    Part(usize, usize, usize),
    /// A room of a venue, by both numbers.
    Room(usize, usize),
}

impl Loaded {
    /// The place that `words` name.
    ///
    /// # Errors
    /// If nothing goes by them, or several do.
    pub(super) fn place(&self, words: &str) -> Result<Place> {
        if ["network", "netzwerk", "network-toml"].contains(&slug(words).as_str()) {
            return self.place_of(Subject::Network);
        }
        let (sought, words) = kind_of(words);
        if let Some((holder, item)) = words.split_once('/') {
            return self.inner(holder, item);
        }
        match self.thing(words, sought).map_err(|it| self.fail(vec![it]))? {
            Some(thing) => self.place_of(Subject::Thing(thing)),
            None => Err(Findings::one(unknown(&self.workspace, words, sought)).into()),
        }
    }

    /// An item of a meeting, or a room of a venue.
    fn inner(&self, holder: &str, item: &str) -> Result<Place> {
        let sought = [Sought::Meeting, Sought::Venue];
        match self.thing(holder, &sought).map_err(|it| self.fail(vec![it]))? {
            Some(Thing::Meeting(number)) => {
                let meeting = &self.workspace.meetings[number];
                let session = match session(meeting, item) {
                    Ok(session) => session,
                    Err(error) => {
                        let part = part(meeting, item).ok_or(error)?;
                        return self.place_of(Subject::Part(number, part.0, part.1));
                    }
                };
                let at = meeting.sessions.iter().position(|one| one.id == session.id);
                self.place_of(Subject::Session(number, at.unwrap_or_default()))
            }
            Some(Thing::Venue(id)) => {
                let rooms = &self.workspace.venue(id).rooms;
                let wanted = slug(item);
                let room = rooms.iter().position(|room| {
                    room.id.as_str() == wanted || slug(room.name.as_str()) == wanted
                });
                let room = room.ok_or_else(|| {
                    let near = nearest(item, rooms.iter().map(|room| room.id.as_str()));
                    Findings::one(UnknownReference {
                        kind: ReferenceKind::Room,
                        id: item.to_owned(),
                        near: near.map(str::to_owned),
                        members: MemberWords::default(),
                    })
                })?;
                self.place_of(Subject::Room(id.0, room))
            }
            Some(Thing::City(_) | Thing::Contact(_) | Thing::Topic(_)) | None => {
                Err(Findings::one(unknown(&self.workspace, holder, &sought)).into())
            }
        }
    }

    /// Where `subject` stands.
    ///
    /// # Errors
    /// If it stands in a list in which single keys cannot be told apart.
    pub(super) fn place_of(&self, subject: Subject) -> Result<Place> {
        let (origin, kinds): (Origin, &[&'static str]) = match subject {
            Subject::Network => {
                return Ok(Place { subject, file: "network.toml".to_owned(), path: Vec::new() });
            }
            Subject::Thing(thing @ Thing::City(_)) => (self.origin(thing), &["city"]),
            Subject::Thing(thing @ Thing::Venue(_)) => (self.origin(thing), &["venue"]),
            Subject::Thing(thing @ Thing::Contact(_)) => (self.origin(thing), &["contact"]),
            Subject::Thing(thing @ Thing::Topic(_)) => (self.origin(thing), &["topic"]),
            Subject::Thing(thing @ Thing::Meeting(_)) => (self.origin(thing), &[]),
            Subject::Session(meeting, at) => {
                (self.workspace.meetings[meeting].sessions[at].origin, &["session"])
            }
            Subject::Part(meeting, at, part) => (
                self.workspace.meetings[meeting].sessions[at].items[part].origin,
                &["session", "items"],
            ),
            Subject::Room(venue, at) => {
                (self.workspace.venues[venue].rooms[at].origin, &["venue", "room"])
            }
        };
        let file = self.sources.file(origin.file);
        let path = if kinds.is_empty() {
            Vec::new()
        } else {
            let kind = kinds[kinds.len() - 1];
            path_to(&file.text, kinds, origin.range().start)
                .ok_or_else(|| Findings::one(NotEntries { kind }))?
        };
        Ok(Place { subject, file: file.path.clone(), path })
    }
}

/// What the file of a place says.
pub(super) fn text_of<'l>(place: &Place, loaded: &'l Loaded) -> &'l str {
    loaded.sources.find(&place.file).map_or("", |(_, file)| file.text.as_str())
}

/// The item and its part that words such as `opening.2` name, the part by its number or title.
fn part(meeting: &Meeting, words: &str) -> Option<(usize, usize)> {
    let (whole, part) = words.rsplit_once('.')?;
    let whole = session(meeting, whole).ok()?;
    let at = meeting.sessions.iter().position(|one| one.id == whole.id)?;
    let wanted = slug(part);
    let number = part.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let titled = || {
        let titles = whole.items.iter().map(|item| item.title.as_ref());
        titles
            .map(|title| title.map(|it| slug(it.as_str())))
            .position(|it| it.as_ref() == Some(&wanted))
    };
    Some((at, number.filter(|number| *number < whole.items.len()).or_else(titled)?))
}

/// Which kind of thing is sought, where that stands before the words: `city:aue`.
fn kind_of(words: &str) -> (&'static [Sought], &str) {
    let Some((kind, rest)) = words.split_once(':') else { return (ALL, words) };
    let sought: &[Sought] = match slug(kind).as_str() {
        "city" | "stadt" => &[Sought::City],
        "venue" | "tagungsort" => &[Sought::Venue],
        "contact" | "kontakt" => &[Sought::Contact],
        "meeting" | "treffen" => &[Sought::Meeting],
        "topic" | "thema" => &[Sought::Topic],
        _ => return (ALL, words),
    };
    (sought, rest)
}
