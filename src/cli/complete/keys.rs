//! Which keys something has, and which values fit a key: what `set` and `add` are told.

use super::known::Known;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::input::keys::{Key, KeyedFile, Kind};
use crate::plan::naming::{Sought, Thing, named};
use crate::text::Language;

/// An entry of a file: the file, and the place of its table.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    file: &'static KeyedFile,
    place: &'static str,
    /// The number of the meeting that it is or belongs to.
    meeting: Option<usize>,
}

/// What the value of a key is.
pub(super) enum Fitting {
    /// One of these words.
    Words(Vec<&'static str>),
    Cities,
    Venues,
    Contacts,
    Groups,
    /// The items of the meeting.
    Items,
    /// The rooms where the meeting is held; the venues as well if `true`.
    Rooms(bool),
    /// Something that nobody can know.
    Free,
}

/// The files by what `add` calls their entries.
const ADDED: [(&str, &str, &str); 5] = [
    ("add city", "cities.toml", "city"),
    ("add venue", "venues.toml", "venue"),
    ("add room", "venues.toml", "venue.room"),
    ("add contact", "contacts.toml", "contact"),
    ("add session", "meetings/x.toml", "session"),
];

impl Subject {
    /// What the command at `place` adds, if it does.
    pub(super) fn added(place: &str) -> Option<Self> {
        let (_, file, place) = ADDED.iter().find(|(command, ..)| *command == place)?;
        Some(Self { file: KeyedFile::at(file)?, place, meeting: None })
    }

    /// What `words` name, as `set` takes them.
    pub(super) fn named(words: &str, known: &Known) -> Option<Self> {
        let (file, place, meeting) = subject(words, known)?;
        Some(Self { file: KeyedFile::at(file)?, place, meeting })
    }

    /// Its keys, each with what it means.
    pub(super) fn keys(self, language: Language) -> Vec<(String, String)> {
        let about = |key: &Key| {
            let [german, english] = key.about;
            language.pick(german, english).to_owned()
        };
        // An id is changed by `rename`.
        let keys = self.file.keys_at(self.place).into_iter().filter(|(name, _)| name != "id");
        let people = language.pick("Wer, durch Semikolon getrennt", "Who, with semicolons between");
        let people =
            (self.place.starts_with("session")).then(|| ("people".to_owned(), people.to_owned()));
        keys.map(|(name, key)| (name, about(key))).chain(people).collect()
    }

    /// What fits its key `name`.
    pub(super) fn fitting(self, name: &str, language: Language) -> Fitting {
        match (self.place, name) {
            (_, "people" | "contact") => return Fitting::Contacts,
            (_, "groups") => return Fitting::Groups,
            ("session", "place") => return Fitting::Rooms(true),
            ("session.items", "place") | ("", "room") => return Fitting::Rooms(false),
            _ => {}
        }
        let keys = self.file.keys_at(self.place);
        let Some((_, key)) = keys.into_iter().find(|(known, _)| known == name) else {
            return Fitting::Free;
        };
        let kind = if let Kind::List(each) = key.kind { *each } else { key.kind };
        match kind {
            Kind::Choice(choices) => {
                let words = choices();
                // What a shell would have to quote is left to who types it.
                let spoken = words.spoken.into_iter().filter(|word| !word.contains(' '));
                Fitting::Words(words.written.into_iter().chain(spoken).collect())
            }
            Kind::Flag => Fitting::Words(language.pick(vec!["ja", "nein"], vec!["yes", "no"])),
            Kind::Reference => match name {
                "venue" => Fitting::Venues,
                "in" | "repeat-of" => Fitting::Items,
                _ => Fitting::Cities,
            },
            Kind::Line
            | Kind::Text
            | Kind::Id
            | Kind::Path
            | Kind::Mail
            | Kind::MailOrFalse
            | Kind::Digits(_)
            | Kind::Whole(..)
            | Kind::Number(..)
            | Kind::Weight
            | Kind::DaysOrFalse(..)
            | Kind::Date
            | Kind::Moment
            | Kind::DateOrMoment
            | Kind::Time
            | Kind::End
            | Kind::Duration
            | Kind::Region
            | Kind::TimeZone
            | Kind::Colour
            | Kind::List(_) => Fitting::Free,
        }
    }

    /// The meeting that it is or belongs to.
    pub(super) fn meeting(self, workspace: &Workspace) -> Option<&Meeting> {
        workspace.meetings.get(self.meeting?)
    }
}

/// The path of a file, or of any that is like it, the place in it, and the meeting.
fn subject(words: &str, known: &Known) -> Option<(&'static str, &'static str, Option<usize>)> {
    if ["network", "netzwerk"].contains(&words.to_lowercase().as_str()) {
        return Some(("network.toml", "", None));
    }
    let workspace = known.workspace()?;
    let (holder, item) = words.split_once('/').map_or((words, None), |(it, item)| (it, Some(item)));
    let sought = [Sought::City, Sought::Venue, Sought::Contact, Sought::Meeting, Sought::Topic];
    let file = |meeting: &Meeting| meeting.id.to_string();
    let [thing] = named(workspace, &sought, holder, file)[..] else { return None };
    Some(match (thing, item) {
        (Thing::Meeting(number), None) => ("meetings/x.toml", "", Some(number)),
        (Thing::Meeting(number), Some(item)) => {
            let is_part = item.contains('.');
            let place = if is_part { "session.items" } else { "session" };
            ("meetings/x.toml", place, Some(number))
        }
        (Thing::Venue(_), None) => ("venues.toml", "venue", None),
        (Thing::Venue(_), Some(_)) => ("venues.toml", "venue.room", None),
        (Thing::City(_), _) => ("cities.toml", "city", None),
        (Thing::Contact(_), _) => ("contacts.toml", "contact", None),
        (Thing::Topic(_), _) => ("topics.toml", "topic", None),
    })
}
