//! An entry of a calendar, and what all entries are made with.

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, Utc};

use crate::domain::meeting::{Meeting, Place};
use crate::domain::release::Span;
use crate::domain::workspace::Workspace;
use crate::text::{Language, vocabulary};
use crate::view::programme::{Entry, Programme};
use crate::view::words::{place as place_words, shown};

/// An entry of a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name among all entries, for life.
    pub uid: String,
    /// How often start, end, place or cancellation changed from version to version.
    pub sequence: u32,
    /// When what it says was given out.
    pub stamp: DateTime<Utc>,
    /// When it is.
    pub when: When,
    /// How certain it is.
    pub status: Standing,
    /// Whether it takes the time of those who have it in their calendars.
    pub is_busy: bool,
    /// Its title.
    pub summary: String,
    /// Room, name and address.
    pub place: Option<String>,
    /// North and east in degrees.
    pub coordinates: Option<[f64; 2]>,
    /// A page about it.
    pub link: Option<String>,
    /// What its notes tell.
    pub about: About,
}

vocabulary! {
    /// How certain an entry is (RFC 5545, 3.8.1.11).
    pub enum Standing {
        /// It may be.
        Tentative = "TENTATIVE",
        /// It will be.
        Confirmed = "CONFIRMED",
        /// It will not be.
        Cancelled = "CANCELLED",
    }
}

/// When an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Whole days, both included.
    Days(NaiveDate, NaiveDate),
    /// From a time on the clocks of the zone to another.
    Hours(NaiveDateTime, Option<NaiveDateTime>),
}

/// What the notes of an entry tell.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// A whole programme.
    Meeting {
        /// The programme.
        programme: Box<Programme>,
        /// That it has lost its day, and what follows.
        open: Option<&'static str>,
    },
    /// An item of a programme.
    Item {
        /// The item, and behind it what stands in it without an entry of its own.
        entries: Vec<Entry>,
        /// Of which day and version it is.
        as_of: Option<String>,
    },
}

impl Event {
    /// The years that its clock times lie in.
    pub fn years(&self) -> Option<RangeInclusive<i32>> {
        match self.when {
            When::Days(..) => None,
            When::Hours(start, end) => Some(start.year()..=end.unwrap_or(start).year()),
        }
    }
}

/// What is printed in words instead of a date has no time of day.
pub(super) fn when(span: Span, meeting: &Meeting) -> When {
    match span {
        Span::Hours(start, end) if meeting.when.date_text.is_none() => When::Hours(start, end),
        span => When::Days(span.first_day(), span.last_day()),
    }
}

/// Many calendars do not show that an entry is cancelled, so its title says it, in German or English.
pub(super) fn titled(title: &str, cancelled: Option<(&str, &str)>, language: Language) -> String {
    match (cancelled, language) {
        (None, _) => title.to_owned(),
        (Some((word, _)), Language::German) | (Some((_, word)), Language::English) => {
            format!("{word}: {title}")
        }
    }
}

pub(super) fn coordinates(workspace: &Workspace, place: &Place) -> Option<[f64; 2]> {
    let at = workspace.venue(place.venue()?).coordinates?;
    Some([at.latitude, at.longitude])
}

pub(super) fn address(workspace: &Workspace, place: &Place) -> String {
    let address =
        place.venue().and_then(|venue| place_words::address(workspace, workspace.venue(venue)));
    let parts = [Some(place_words::name(workspace, place)), address];
    shown(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}
