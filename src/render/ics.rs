//! Calendars as files (iCalendar, RFC 5545).
//!
//! Lines end with CR LF and are folded at 75 octets between characters; values are escaped, so that
//! no text can begin a line of its own. The same events give the same bytes.

mod holds;
mod invitation;
mod lines;
mod meetings;
mod zone;

pub use holds::{Event, holds};
pub use invitation::{Exchange, Invitation, Party, invitation};
pub use meetings::calendar;
