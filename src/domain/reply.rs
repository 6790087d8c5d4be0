//! Who comes to a meeting.

use chrono::NaiveDate;

use super::id::{CityId, ContactId, Id};
use super::line::{Line, Text};
use crate::source::{Located, Origin};

/// One answer to an invitation.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Where its entry begins.
    pub origin: Origin,
    /// The meeting.
    pub meeting: Id,
    /// Who answered.
    pub from: Respondent,
    /// The answer.
    pub answer: Answer,
    /// Further people who come along.
    pub with: Vec<Line>,
    /// Who comes instead.
    pub substitute: Option<Line>,
    /// When it came.
    pub received: Option<NaiveDate>,
    /// A note of the coordinator's own.
    pub note: Option<Text>,
}

/// Who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Respondent {
    /// A person.
    Contact(Located<ContactId>),
    /// A town, without saying who.
    City(Located<CityId>),
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Comes.
    Yes,
    /// Does not come.
    No,
    /// Perhaps.
    Maybe,
}
