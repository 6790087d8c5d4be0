//! What was agreed about turns beside the rule.

use chrono::NaiveDate;

use super::id::{CityId, Id};
use super::line::Line;
use super::time::DateRange;
use crate::source::{Located, Origin};

/// A town is passed over once: at the first counting turn in a range of days.
#[derive(Clone, Debug)]
pub struct Skip {
    /// Where its entry begins.
    pub origin: Origin,
    /// The town.
    pub city: Located<CityId>,
    /// The days; none means from the day it was decided on.
    pub days: Option<DateRange>,
    /// Why.
    pub reason: Line,
    /// With whom.
    pub agreed_with: Option<Line>,
    /// When.
    pub decided: Option<NaiveDate>,
}

impl Skip {
    /// Whether `date` is one of its days.
    pub fn covers(&self, date: NaiveDate) -> bool {
        match self.days {
            Some(days) => days.contains(date),
            None => self.decided.is_none_or(|decided| decided <= date),
        }
    }
}

/// Two meetings changed their hosts.
#[derive(Clone, Debug)]
pub struct Swap {
    /// Where its entry begins.
    pub origin: Origin,
    /// The two meetings.
    pub meetings: [Located<Id>; 2],
    /// Why.
    pub reason: Line,
    /// With whom.
    pub agreed_with: Option<Line>,
    /// When.
    pub decided: Option<NaiveDate>,
}
