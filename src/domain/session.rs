//! The items of a programme.

use chrono::NaiveDate;

use super::id::{CityId, ContactId, Id, TopicId};
use super::line::{Line, Text};
use super::meeting::Place;
use super::time::{Duration, End, PartOfDay, Time, TimeZone};
use crate::source::{Located, Origin};
use crate::text::{ClockTime, Language, vocabulary};

mod kind;

pub use kind::{Cast, Kind, Nature, Part};

/// One item of a programme.
#[derive(Clone, Debug)]
pub struct Session {
    /// The key within the meeting.
    pub id: Id,
    /// Where its entry begins.
    pub origin: Origin,
    /// What it is.
    pub kind: Kind,
    /// Its title; a break may go without.
    pub title: Option<Located<Line>>,
    /// Its number ("TOP 1").
    pub number: Option<Line>,
    /// The day on which it stands in the programme; none if the meeting has no date.
    pub date: Option<NaiveDate>,
    /// When it is, as far as it was said.
    pub timing: Timing,
    /// The block it belongs to, by its number in the programme.
    pub within: Option<Located<usize>>,
    /// The strand within a parallel block.
    pub track: Option<Line>,
    /// Where it is.
    pub place: Option<Located<Place>>,
    /// Where people meet.
    pub meet_at: Option<Line>,
    /// How people get there.
    pub transport: Option<Line>,
    /// How many places there are.
    pub seats: Option<u32>,
    /// What it costs.
    pub cost: Option<Line>,
    /// Who speaks, leads, guides.
    pub people: Vec<Person>,
    /// What it consists of.
    pub items: Vec<Item>,
    /// What it is about.
    pub description: Option<Text>,
    /// A note of the coordinator's own.
    pub note: Option<Text>,
    /// The topics of the network that it treats.
    pub topics: Vec<Located<TopicId>>,
    /// Who may read of it.
    pub audience: Audience,
    /// Whether it is certain.
    pub status: Certainty,
    /// Whom it is for.
    pub target_group: Option<Line>,
    /// Who sees to it.
    pub responsible: Option<Line>,
    /// What it needs.
    pub equipment: Option<Line>,
    /// Free time after it.
    pub buffer: Option<Duration>,
    /// How long people walk to it from the place of the item before it.
    pub walk: Option<Duration>,
    /// A page about it.
    pub link: Option<Line>,
    /// How to take part from afar.
    pub online: Option<Line>,
    /// The language spoken.
    pub language: Option<Line>,
    /// Findings that are known and accepted.
    pub acknowledged: Vec<Acknowledgement>,
    /// The session that it repeats, by its number in the programme.
    pub repeat_of: Option<Located<usize>>,
}

impl Session {
    /// The session that this one repeats in the end; itself if it repeats none.
    pub fn original<'s>(&'s self, sessions: &'s [Self]) -> &'s Self {
        let repeated =
            |session: &&'s Self| session.repeat_of.as_ref().map(|other| &sessions[other.value]);
        // The bound ends a circle of repetitions, which repeats nothing.
        std::iter::successors(Some(self), repeated).take(sessions.len()).last().unwrap_or(self)
    }

    /// What the clocks show when `passed` minutes have passed since midnight of its day.
    pub fn shown_at(&self, passed: u32) -> ClockTime {
        self.timing.zone.clock_at(self.date, passed)
    }

    /// Its title: its own, else that of what it repeats.
    pub fn title_in<'s>(&'s self, sessions: &'s [Self]) -> Option<&'s Located<Line>> {
        self.title.as_ref().or(self.original(sessions).title.as_ref())
    }

    /// Whether it repeats a session that takes place: what was given up, alone or with its block, happens
    /// once.
    pub fn is_repetition(&self, sessions: &[Self]) -> bool {
        let original = self.original(sessions);
        let stands = |session: &Self| session.status != Certainty::Dropped;
        let block = original.within.map(|block| &sessions[block.value]);
        self.repeat_of.is_some() && stands(original) && block.is_none_or(stands)
    }

    /// What it is: a repetition that does not say so is what it repeats.
    pub fn actual_kind(&self, sessions: &[Self]) -> Kind {
        if self.kind == Kind::Item { self.original(sessions).kind } else { self.kind }
    }
}

/// Whether a title says nothing but that all is over: "Ende", "Ende der Veranstaltung".
pub fn is_mere_end(title: &str) -> bool {
    let first = title.split([' ', '\u{a0}']).next().unwrap_or_default();
    let ends = ["ende", "veranstaltungsende", "schluss", "end"];
    ends.iter().any(|end| first.eq_ignore_ascii_case(end))
}

/// When a session is, with the precision that people gave.
#[derive(Clone, Debug, Default)]
pub struct Timing {
    /// When it begins.
    pub start: Option<Located<Time>>,
    /// When it ends.
    pub end: Option<Located<End>>,
    /// How long it takes.
    pub duration: Option<Located<Duration>>,
    /// The part of the day.
    pub part_of_day: Option<PartOfDay>,
    /// The word that joins it to what comes before ("im Anschluss").
    pub connector: Option<Line>,
    /// The zone of its clock times.
    pub zone: TimeZone,
}

vocabulary! {
    /// Who may read of a session.
    #[derive(Default, PartialOrd, Ord)]
    pub enum Audience {
        /// Everybody.
        #[default]
        Public = "public" | "öffentlich",
        /// The members.
        Internal = "internal" | "intern",
        /// The chair.
        Lead = "lead" | "leitung",
    }
}

vocabulary! {
    /// Whether something is certain.
    #[derive(Default)]
    pub enum Certainty {
        /// It is.
        #[default]
        Fixed = "fixed" | "fest" | "abgesprochen",
        /// It was asked for.
        Requested = "requested" | "angefragt",
        /// It was given up.
        Dropped = "dropped" | "entfällt",
    }
}

/// Someone with a part in the programme.
#[derive(Clone, Debug)]
pub struct Person {
    /// Where the entry stands.
    pub origin: Origin,
    /// Who it is.
    pub who: Who,
    /// The function or office.
    pub function: Option<Line>,
    /// The body the person works for.
    pub organisation: Option<Line>,
    /// The town of the network the person belongs to.
    pub city: Option<Located<CityId>>,
    /// The part.
    pub role: Option<Role>,
    /// Whether it is certain.
    pub status: Certainty,
    /// Whether the programme says that itself; else it stands for what nobody said.
    pub is_status_said: bool,
    /// Why they do not take part, where the programme does not say so itself.
    pub absence: Option<Absence>,
}

/// Why somebody who stands in a programme does not take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// They have answered so, by this reply.
    Declined(Origin),
    /// They were told by mail that the meeting does without them.
    Withdrawn,
}

/// Who a person is.
#[derive(Clone, Debug)]
pub enum Who {
    /// By name.
    Named(Line),
    /// A contact of the network's.
    Contact(ContactId),
    /// Several, who share function and organisation.
    Several(Vec<Line>),
    /// One of these.
    AnyOf(Vec<Line>),
    /// Only the function, organisation or town is known.
    Unnamed,
}

vocabulary! {
    /// The part someone has.
    pub enum Role {
        /// Speaks.
        Speaker = "speaker" => ("Vortrag", "Speaker"),
        /// Moderates.
        Moderator = "moderator" => ("Moderation", "Moderator"),
        /// Takes the chair.
        Chair = "chair" => ("Leitung", "Chair"),
        /// Is on a panel.
        Panellist = "panellist" => ("Podium", "Panel"),
        /// Guides a tour.
        Guide = "guide" => ("Führung", "Guide"),
        /// Is a guest.
        Guest = "guest" => ("Zu Gast", "Guest"),
        /// Is the host.
        Host = "host" => ("Für die Gastgeber", "For the hosts"),
        /// Organises.
        Organiser = "organiser" => ("Organisation", "Organiser"),
    }
}

impl Role {
    /// What several who have it are called, as a label.
    pub fn several(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::German, _) | (Language::English, Self::Panellist | Self::Host) => {
                self.name(language)
            }
            (Language::English, Self::Speaker) => "Speakers",
            (Language::English, Self::Moderator) => "Moderators",
            (Language::English, Self::Chair) => "Chairs",
            (Language::English, Self::Guide) => "Guides",
            (Language::English, Self::Guest) => "Guests",
            (Language::English, Self::Organiser) => "Organisers",
        }
    }

    /// Whether nobody needs to be told of it in a session: that a talk has a speaker is no news.
    pub fn goes_without_saying(self) -> bool {
        match self {
            Self::Speaker | Self::Panellist | Self::Host => true,
            Self::Moderator | Self::Chair | Self::Guide | Self::Guest | Self::Organiser => false,
        }
    }
}

/// A part of a session.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where its entry begins.
    pub origin: Origin,
    /// Its title; a part that is only a person goes without.
    pub title: Option<Line>,
    /// Its number.
    pub number: Option<Line>,
    /// Who has a part in it.
    pub people: Vec<Person>,
    /// What it is about.
    pub description: Option<Text>,
    /// How long it takes.
    pub duration: Option<Duration>,
    /// Where it is.
    pub place: Option<Located<Place>>,
}

/// A finding that somebody knows of and accepts.
#[derive(Clone, Debug)]
pub struct Acknowledgement {
    /// Where it stands.
    pub origin: Origin,
    /// The code of the finding.
    pub code: Id,
    /// The day of the meeting for which it is accepted, if somebody said so.
    pub day: Option<NaiveDate>,
    /// Why it is accepted.
    pub reason: Line,
}
