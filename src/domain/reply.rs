//! Who comes to a meeting.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::id::{CityId, ContactId, Id};
use super::line::{Line, Text};
use crate::source::{Located, Origin};
use crate::text::{each_once, vocabulary};

/// One answer to an invitation.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Where its entry begins.
    pub origin: Origin,
    /// The meeting.
    pub meeting: Id,
    /// Who answered.
    pub from: Respondent,
    /// What they said.
    pub said: Said,
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The answer.
    pub answer: ReplyAnswer,
    /// The first day of the meeting that it answers (`for`); none in files of before that was kept, and
    /// where the meeting had no day.
    pub day: Option<NaiveDate>,
    /// Further people who come along.
    pub with: Vec<Line>,
    /// How many more come along whose names nobody said, at most [`MOST_UNNAMED`].
    pub unnamed: u32,
    /// Who comes instead.
    pub substitute: Option<Line>,
    /// When it came.
    pub received: Option<Received>,
    /// The revision of the invitation that a calendar program answered (RFC 5545, 3.8.7.4); what
    /// people told in words has none.
    pub sequence: Option<u32>,
    /// Who answered on their behalf: a key, else an address.
    pub by: Option<Line>,
    /// A note of the coordinator's own, or the words that came with the answer.
    pub note: Option<Text>,
}

/// More people than anybody brings along.
pub const MOST_UNNAMED: u32 = 1000;

impl Said {
    /// How many come along, with names and without.
    pub fn companions(&self) -> usize {
        each_once(&self.with).count() + usize::try_from(self.unnamed).unwrap_or_default()
    }
}

/// Who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Respondent {
    /// A person.
    Contact(Located<ContactId>),
    /// A town, without saying who.
    City(Located<CityId>),
}

impl Respondent {
    /// Who it is, wherever that is written.
    pub fn who(self) -> Who {
        match self {
            Self::Contact(id) => Who::Contact(id.value),
            Self::City(id) => Who::City(id.value),
        }
    }
}

/// Somebody who can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A person.
    Contact(ContactId),
    /// A town.
    City(CityId),
}

/// When an answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// On a day. It counts as the end of that day, so that what a person wrote down then is not
    /// overruled by a mail of the same day.
    Day {
        /// The day.
        day: NaiveDate,
        /// Its last second in the network's time zone.
        end: DateTime<FixedOffset>,
    },
    /// At a moment.
    At(DateTime<FixedOffset>),
}

impl Received {
    /// The moment that counts.
    pub fn moment(self) -> DateTime<FixedOffset> {
        match self {
            Self::Day { end, .. } => end,
            Self::At(moment) => moment,
        }
    }

    /// The day that is shown.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day { day, .. } => day,
            Self::At(moment) => moment.date_naive(),
        }
    }
}

vocabulary! {
    /// The answer.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum ReplyAnswer {
        /// Comes.
        Yes = "yes" | "ja" => ("ja", "yes"),
        /// Does not come.
        No = "no" | "nein" => ("nein", "no"),
        /// Perhaps.
        Maybe = "maybe" | "vielleicht" => ("vielleicht", "maybe"),
    }
}
