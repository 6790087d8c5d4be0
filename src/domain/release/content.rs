//! What readers are told beside title, time, place and names, as far as a version keeps it: checksums, by
//! which one sees that it is otherwise, and of what.

use crate::domain::line::Line;
use crate::domain::time::Duration;
use crate::text::{Vocabulary as _, fingerprint, vocabulary};

/// A checksum of words: equal words have equal sums, and hardly any others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checksum(pub u32);

impl Checksum {
    /// How many digits it is written with.
    pub const DIGITS: usize = 8;

    /// The checksum of `parts`, each a name and its words; none if there are no parts.
    ///
    /// Parts that are not there leave no trace, so that a later program which knows further parts
    /// gives the same sums for what has none of them. (FNV-1a, folded to 32 bits.)
    pub fn of<'p>(parts: impl IntoIterator<Item = (&'p str, String)>) -> Option<Self> {
        let mut bytes = Vec::new();
        for (name, words) in parts {
            bytes.extend([name.as_bytes(), &[0], words.as_bytes(), &[0xff]].concat());
        }
        let sum = fingerprint(bytes.iter().copied());
        let [high, low] = [sum >> 32, sum & 0xffff_ffff];
        let folded = u32::try_from(high ^ low).unwrap_or_default();
        (!bytes.is_empty()).then_some(Self(folded))
    }
}

/// Everything else that readers are told of a meeting or of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// One checksum of all of it, in versions that keep no more; none if there is nothing.
    pub whole: Option<Checksum>,
    /// A checksum of each detail that there is, in later ones.
    pub details: Vec<DetailContent>,
}

/// What is said of a detail.
#[derive(Clone, Debug)]
pub struct DetailContent {
    /// Which it is.
    pub detail: Detail,
    /// The checksum of all of it.
    pub sum: Checksum,
    /// What it says, if that can stand in a sentence; early versions do not keep it.
    pub words: Option<String>,
}

/// Longer words are told to be otherwise, and no more.
const LONGEST: usize = 120;

impl DetailContent {
    /// It, with what it says as far as that can stand in a sentence.
    pub fn new(detail: Detail, sum: Checksum, words: Option<String>) -> Self {
        // Of what people do there is nothing that readers would read.
        let fits = |words: &String| detail == Detail::Roles || words.chars().count() <= LONGEST;
        let words = words.filter(fits);
        let is_line = |words: &String| Line::new(words).is_ok_and(|line| line.as_str() == words);
        Self { detail, sum, words: words.filter(is_line) }
    }

    /// What a version keeps of it: no more of people than it keeps anyhow.
    pub fn kept_words(&self) -> Option<&str> {
        self.words.as_deref().filter(|_| self.detail != Detail::People)
    }
}

/// What readers know of a part of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartFacts {
    /// Its number.
    pub number: Option<String>,
    /// The title, where people alone do not stand for it.
    pub title: Option<String>,
    /// How long it takes.
    pub duration: Option<Duration>,
    /// The place.
    pub place: Option<String>,
    /// The names of those who have a part in it.
    pub people: Vec<String>,
    /// A checksum of everything else; none if there is nothing.
    pub rest: Option<Checksum>,
}

impl PartialEq for DetailContent {
    fn eq(&self, other: &Self) -> bool {
        (self.detail, self.sum) == (other.detail, other.sum)
    }
}

impl Eq for DetailContent {}

impl Content {
    /// The details that are otherwise than in `before`, in the order of [`Detail`], each with what it said
    /// and what it says now.
    pub fn changed_since<'c>(
        &'c self,
        before: &'c Self,
    ) -> Vec<(Detail, [Option<&'c DetailContent>; 2])> {
        let of = |content: &'c Self, detail| {
            content.details.iter().find(|one: &&DetailContent| one.detail == detail)
        };
        let all = Detail::all().map(|detail| (detail, [of(before, detail), of(self, detail)]));
        all.filter(|(_, [was, is])| was != is).collect()
    }
}

vocabulary! {
    /// What readers are told beside title, time, place and names.
    #[derive(PartialOrd, Ord)]
    pub enum Detail {
        /// The line below the title.
        Subtitle = "subtitle" => ("Untertitel", "subtitle"),
        /// What it is about.
        Theme = "theme" => ("Thema", "topic"),
        /// The number of an item, or how-manieth the meeting is.
        Number = "number" => ("Nummer", "number"),
        /// Those with a part in it: their offices, bodies and towns.
        People = "people" => ("Mitwirkende", "people"),
        /// What part people have, and whether they are certain to come.
        Roles = "roles" => ("Rolle oder Zusage Mitwirkender", "role or acceptance of people"),
        /// What an item consists of.
        Items = "items" => ("Unterpunkte", "parts"),
        /// The strand within a block.
        Track = "track" => ("Strang", "strand"),
        /// The block that it stands in.
        Block = "in" => ("Block", "block"),
        /// What it repeats.
        Repetition = "repeat-of" => ("Wiederholung", "repetition"),
        /// Where people meet.
        MeetAt = "meet-at" => ("Treffpunkt", "meeting point"),
        /// How people get there.
        Transport = "transport" => ("Beförderung", "transport"),
        /// Where places lie, with their coordinates.
        Address = "address" => ("Anschrift", "address"),
        /// When doors open.
        Admission = "admission" => ("Einlass", "admission"),
        /// How to get there.
        Arrival = "arrival" => ("Anreise", "how to get there"),
        /// How accessible it is.
        Access = "access" => ("Barrierefreiheit", "accessibility"),
        /// A page about it.
        Link = "link" => ("Internetseite", "web page"),
        /// How to take part from elsewhere.
        Online = "online" => ("Online-Zugang", "online access"),
        /// Whom it is for.
        TargetGroup = "for" => ("Zielgruppe", "target group"),
        /// The language that is spoken.
        Language = "language" => ("Sprache", "language"),
        /// How many places there are.
        Seats = "seats" => ("Plätze", "seats"),
        /// What it costs.
        Cost = "cost" => ("Kosten", "cost"),
        /// How to register.
        Registration = "registration" => ("Weg der Anmeldung", "way to register"),
        /// Who can be asked.
        Contact = "contact" => ("Ansprechperson", "contact"),
        /// Who organises it.
        Organisers = "organisers" => ("Veranstalter", "organisers"),
        /// What it is about, at length.
        Description = "description" => ("Beschreibung", "description"),
        /// Notices at the foot.
        Notices = "notices" => ("Hinweise", "notices"),
    }
}

impl Detail {
    /// Whether what is kept of it are words, and not keys, codes or several things.
    pub fn is_in_words(self) -> bool {
        match self {
            Self::Roles
            | Self::Items
            | Self::Block
            | Self::Repetition
            | Self::Address
            | Self::Contact => false,
            Self::Subtitle
            | Self::Theme
            | Self::Number
            | Self::People
            | Self::Track
            | Self::MeetAt
            | Self::Transport
            | Self::Admission
            | Self::Arrival
            | Self::Access
            | Self::Link
            | Self::Online
            | Self::TargetGroup
            | Self::Language
            | Self::Seats
            | Self::Cost
            | Self::Registration
            | Self::Organisers
            | Self::Description
            | Self::Notices => true,
        }
    }

    /// Whether nothing is said of it where it is not there. Of the others absence says something, too: people
    /// without a word of it have agreed to come, and an item without an address of its own is where the
    /// meeting is.
    pub fn is_open_if_absent(self) -> bool {
        match self {
            Self::Roles | Self::Address | Self::Block | Self::Repetition => false,
            Self::Subtitle
            | Self::Theme
            | Self::Number
            | Self::People
            | Self::Items
            | Self::Track
            | Self::MeetAt
            | Self::Transport
            | Self::Admission
            | Self::Arrival
            | Self::Access
            | Self::Link
            | Self::Online
            | Self::TargetGroup
            | Self::Language
            | Self::Seats
            | Self::Cost
            | Self::Registration
            | Self::Contact
            | Self::Organisers
            | Self::Description
            | Self::Notices => true,
        }
    }
}
