//! Meetings: when, where, by whom, and what was planned before.

use chrono::{NaiveDate, Weekday};

use super::id::{CityId, ContactId, Id};
use super::line::{Line, Text};
use super::release::Release;
use super::session::{Acknowledgement, Person, Session};
use super::time::{Duration, End, Time};
use crate::source::{Located, Origin};

mod place;
mod status;

pub use place::Place;
pub use status::Status;

/// A meeting with its programme.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// The key for life.
    pub id: Id,
    /// Where its file begins.
    pub origin: Origin,
    /// Where its key stands; the file's head if the key is the file's name.
    pub key: Origin,
    /// Its title.
    pub title: Located<Line>,
    /// A line below the title.
    pub subtitle: Option<Line>,
    /// The topic of the day.
    pub theme: Option<Line>,
    /// Its number in the series ("12.").
    pub number: Option<Line>,
    /// How far it has come; where no word says so it is planned, and the place is the file's head.
    pub status: Located<Status>,
    /// Why it was cancelled or postponed.
    pub reason: Option<Line>,
    /// When it is.
    pub when: When,
    /// The towns that host.
    pub hosts: Vec<Located<CityId>>,
    /// Whether a host is still to be found: the file names none. `hosts = []` says that none is wanted.
    pub host_open: bool,
    /// Where it is.
    pub place: Option<Located<Place>>,
    /// Where its venue is named, which the place may only add a room to.
    pub venue: Option<Origin>,
    /// When doors open.
    pub admission: Option<Located<Time>>,
    /// Whether it counts as a turn; `false` only if the file says so.
    pub counts: bool,
    /// The day its file was made.
    pub created: Option<NaiveDate>,
    /// The meeting before it.
    pub previous: Option<Located<Id>>,
    /// What it is about.
    pub description: Option<Text>,
    /// Whom it is for.
    pub target_group: Option<Line>,
    /// The language spoken.
    pub language: Option<Line>,
    /// How to take part from afar.
    pub online: Option<Line>,
    /// What lets somebody in who takes part from afar; not for everybody.
    pub online_access: Option<Text>,
    /// A page about it.
    pub link: Option<Line>,
    /// The day the printed facts are of ("Stand").
    pub as_of: Option<NaiveDate>,
    /// Lines below the programme ("Änderungen vorbehalten").
    pub notices: Vec<Line>,
    /// A note of the coordinator's own.
    pub note: Option<Text>,
    /// Who organises it, with their parts.
    pub organisers: Vec<Organiser>,
    /// People of the whole meeting, such as the moderator.
    pub people: Vec<Person>,
    /// Whom to ask.
    pub contact: Option<ContactPoint>,
    /// The towns that came.
    pub attended: Vec<Located<CityId>>,
    /// The towns that sent their apologies.
    pub excused: Vec<Located<CityId>>,
    /// What of the checklist is done, as somebody says.
    pub done: Vec<Located<Id>>,
    /// Where the facts are from.
    pub source: Option<Line>,
    /// How to register.
    pub registration: Registration,
    /// What was planned before.
    pub history: Vec<HistoryEntry>,
    /// Findings that are known and accepted, about the meeting or any of its sessions.
    pub acknowledged: Vec<Acknowledgement>,
    /// The programme, in the order of the file.
    pub sessions: Vec<Session>,
    /// The versions that were given out, the oldest first.
    pub releases: Vec<Release>,
}

/// When a meeting is.
#[derive(Clone, Debug, Default)]
pub struct When {
    /// The first day, or the best that is known.
    pub date: Option<Located<NaiveDate>>,
    /// The last day, where it is another.
    pub end_date: Option<Located<NaiveDate>>,
    /// The words that are printed instead of the date.
    pub date_text: Option<Line>,
    /// The weekday as somebody typed it, to be checked.
    pub weekday: Option<Located<Weekday>>,
    /// When it begins.
    pub start: Option<Located<Time>>,
    /// When it ends.
    pub end: Option<Located<End>>,
    /// How long it takes, where no end is said.
    pub duration: Option<Located<Duration>>,
}

impl When {
    /// The last day: the end date, else the date.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.end_date.or(self.date).map(|date| date.value)
    }
}

/// Someone who organises, and their part.
#[derive(Clone, Debug)]
pub struct Organiser {
    /// The name.
    pub name: Line,
    /// The part ("Schirmherrschaft").
    pub role: Option<Line>,
}

/// Whom to ask about a meeting.
#[derive(Clone, Debug)]
pub enum ContactPoint {
    /// A contact of the network's.
    Contact(ContactId),
    /// Words.
    Free(Line),
}

/// How to register.
#[derive(Clone, Debug, Default)]
pub struct Registration {
    /// The last day.
    pub until: Option<Located<NaiveDate>>,
    /// In which way.
    pub how: Option<Line>,
    /// A page.
    pub link: Option<Line>,
    /// A mail address.
    pub mail: Option<Line>,
    /// What it costs.
    pub cost: Option<Line>,
    /// How many places there are.
    pub seats: Option<u32>,
}

/// What was planned before.
#[derive(Clone, Debug)]
pub struct HistoryEntry {
    /// Where its entry begins.
    pub origin: Origin,
    /// When it was changed.
    pub changed: NaiveDate,
    /// The date before.
    pub date: Option<NaiveDate>,
    /// The last day before.
    pub end_date: Option<NaiveDate>,
    /// The words for the date before.
    pub date_text: Option<Line>,
    /// The weekday before, as somebody typed it.
    pub weekday: Option<Weekday>,
    /// The begin before.
    pub start: Option<Time>,
    /// The place before.
    pub place: Option<Line>,
    /// The status before.
    pub status: Option<Status>,
    /// Why it was changed.
    pub reason: Line,
}

impl Meeting {
    /// Why it is cancelled or postponed; of one that takes place as planned what may still stand there is no
    /// reason for anything.
    pub fn told_reason(&self) -> Option<&Line> {
        let is_off = matches!(self.status.value, Status::Cancelled | Status::Postponed);
        self.reason.as_ref().filter(|_| is_off)
    }

    /// What lets somebody in who takes part from afar, line by line.
    pub fn access_lines(&self) -> impl Iterator<Item = &str> {
        self.online_access.iter().flat_map(|access| access.as_str().lines().map(str::trim))
    }

    /// Whether one can take part from afar, and it is not but transmitted: that happens somewhere, though
    /// nobody has said where.
    pub fn can_be_joined(&self) -> bool {
        let transmits = |word: &str| {
            ["hybrid", "auch", "also", "teilweise", "partly"].contains(&word)
                || ["stream", "übertrag", "broadcast"].iter().any(|part| word.contains(part))
        };
        self.online.as_ref().is_some_and(|online| {
            let words = online.as_str().to_lowercase();
            !words.split(|letter: char| !letter.is_alphanumeric()).any(transmits)
        })
    }
}
