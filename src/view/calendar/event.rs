//! An entry of a calendar, and what all entries are made with.

use std::ops::RangeInclusive;

use chrono::Datelike as _;

use crate::domain::meeting::Place;
use crate::domain::workspace::Workspace;
use crate::plan::post::calendar_entry::{CalendarEntry, EntryTime, Off};
use crate::text::Language;
use crate::view::programme::{Entry, Programme};
use crate::view::words::{place as place_words, shown};

/// An entry of a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name among all entries, for life.
    pub uid: String,
    /// What was decided of it.
    pub decided: CalendarEntry,
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
        match self.decided.time {
            EntryTime::Days(..) => None,
            EntryTime::Hours(start, end) => Some(start.year()..=end.unwrap_or(start).year()),
        }
    }
}

/// Many calendars do not show that an entry is cancelled, so its title says it.
pub(super) fn titled(title: &str, off: Option<Off>, language: Language) -> String {
    let Some(off) = off else { return title.to_owned() };
    let word = match off {
        Off::Cancelled => language.pick("Abgesagt", "Cancelled"),
        Off::Postponed => language.pick("Verschoben", "Postponed"),
        Off::Open => language.pick("Termin offen", "Date open"),
        Off::Dropped => language.pick("Entfällt", "Cancelled"),
    };
    format!("{word}: {title}")
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
