//! What the members want to hear about, and who can tell.

use chrono::NaiveDate;

use super::id::{CityId, ContactId, Id};
use super::line::{Line, Text};
use crate::source::{Located, Origin};

/// A topic.
#[derive(Clone, Debug)]
pub struct Topic {
    /// The name that keys go by.
    pub id: Id,
    /// Where its entry begins.
    pub origin: Origin,
    /// What it is called.
    pub title: Line,
    /// The number by which members name it in their answers; it is for life.
    pub number: Option<u32>,
    /// Words that topics have in common.
    pub tags: Vec<Line>,
    /// Who wants to hear of it.
    pub wanted: Vec<Stake>,
    /// Who can tell of it.
    pub offered: Vec<Stake>,
    /// Where it was treated, beside the items of programmes that name it.
    pub treated: Vec<Treated>,
    /// A note of the coordinator's own.
    pub note: Option<Text>,
}

/// A town that wants or offers a topic.
#[derive(Clone, Debug)]
pub struct Stake {
    /// Where its entry begins.
    pub origin: Origin,
    /// The town.
    pub city: Located<CityId>,
    /// Who said so, or would tell.
    pub person: Option<Located<ContactId>>,
    /// When it was said; none is unknown.
    pub date: Option<NaiveDate>,
}

/// A meeting at which a topic was treated.
#[derive(Clone, Debug)]
pub struct Treated {
    /// Where its entry begins.
    pub origin: Origin,
    /// The meeting.
    pub meeting: Located<Id>,
    /// The item of its programme.
    pub item: Option<Located<Id>>,
}

/// The two sides of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Who wants to hear of it.
    Wanted,
    /// Who can tell of it.
    Offered,
}

impl Side {
    /// The table of the file in which it stands.
    pub fn key(self) -> &'static str {
        match self {
            Self::Wanted => "wanted",
            Self::Offered => "offered",
        }
    }
}

impl Topic {
    /// The towns on a side.
    pub fn side(&self, side: Side) -> &[Stake] {
        match side {
            Side::Wanted => &self.wanted,
            Side::Offered => &self.offered,
        }
    }
}
