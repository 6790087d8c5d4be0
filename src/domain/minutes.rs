//! What came of a meeting, as somebody wrote it down.

use super::id::Id;
use super::meeting::Meeting;
use super::session::Session;
use crate::source::{Located, Origin};
use crate::text::{Language, slug};

/// The minutes of a meeting.
#[derive(Clone, Debug)]
pub struct Minutes {
    /// Where they begin.
    pub origin: Origin,
    /// The key of the meeting.
    pub meeting: Id,
    /// Their headings, in their order.
    pub headings: Vec<Heading>,
    /// Whether nobody has filled anything in yet but who was there.
    pub is_blank: bool,
}

/// A heading of minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its words.
    pub words: Located<String>,
    /// Its level, from 1.
    pub level: u8,
    /// The number of the item of the programme that it is about.
    pub item: Option<usize>,
}

/// The number of the item of `meeting` whose heading says `words`: its title, with its number or its
/// strand or without.
pub fn item_of(meeting: &Meeting, words: &str) -> Option<usize> {
    let wanted = slug(words);
    let sessions = &meeting.sessions;
    let is = |session: &Session| called(session, sessions).contains(&wanted);
    sessions.iter().position(is).filter(|_| !wanted.is_empty())
}

/// What an item may be called, as slugs.
fn called(session: &Session, sessions: &[Session]) -> Vec<String> {
    let original = session.original(sessions);
    let title = session.title.as_ref().or(original.title.as_ref());
    let titles: Vec<String> = if let Some(title) = title {
        vec![title.value.to_string()]
    } else {
        let kind = session.actual_kind(sessions);
        Language::ALL.iter().map(|language| kind.name(*language).to_owned()).collect()
    };
    let number = session.number.as_ref().or(original.number.as_ref());
    let mut names = Vec::new();
    for title in titles {
        let track = session.track.as_ref().map(|track| format!("{track} {title}"));
        for name in track.into_iter().chain([title]) {
            names.extend(number.map(|number| slug(&format!("{number} {name}"))));
            names.push(slug(&name));
        }
    }
    names
}
