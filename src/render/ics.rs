//! Calendars as files (iCalendar, RFC 5545).
//!
//! Lines end with CR LF and are folded at 75 octets between characters; values are escaped, so that
//! no text can begin a line of its own. The same events give the same bytes.

mod holds;
mod invitation;
mod lines;
mod meetings;
mod zone;

use chrono::{DateTime, FixedOffset};

use crate::text::Language;
use crate::view::calendar::{Calendar, Feed};
pub use holds::Hold;
pub use invitation::{Exchange, Invitation, Participation, Party, invitation};
pub use meetings::{calendar, feed};

/// What a calendar is made from.
#[derive(Clone, Debug)]
pub enum Schedule<'w> {
    /// Meetings and their items.
    Meetings(Calendar),
    /// All meetings, to be subscribed.
    Feed(Feed<'w>),
    /// Days that are held for something, when they were written, and in which language.
    Holds(Vec<Hold>, DateTime<FixedOffset>, Language),
}

/// `entries` as a calendar.
pub fn ics(entries: &Schedule<'_>) -> String {
    match entries {
        Schedule::Meetings(meetings) => calendar(meetings),
        Schedule::Feed(all) => feed(all),
        Schedule::Holds(events, stamp, language) => holds::holds(events, *stamp, *language),
    }
}
