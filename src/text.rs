//! Words: lists, counts, the nearest name, slugs, German and English dates and times.
//!
//! The lowest layer: it knows nothing of networks and meetings, reads no file and no clock, and
//! every layer above may use it. What it writes is for people; whoever needs plain spaces for a
//! machine calls [`plain`].

pub mod clock;
pub mod collate;
pub mod count;
pub mod date;
pub mod day;
pub mod direction;
pub mod duration;
mod fingerprint;
pub mod language;
pub mod list;
pub mod mail;
pub mod markdown;
pub mod member;
mod month;
pub mod nearest;
pub mod person;
pub mod prose;
pub mod protect;
pub mod slug;
pub mod stem;
pub mod visible;
mod vocabulary;
mod wrap;

pub use clock::{ClockStyle, ClockTime, Separator};
pub use collate::{PersonKey, collation_key, person_key};
pub use count::{Count, count};
pub use date::{DateStyle, Saturday};
pub use day::Day;
pub use duration::parse_duration;
pub use fingerprint::fingerprint;
pub use language::Language;
pub use mail::{address_key, wire_address};
pub use member::{Gender, MemberNouns, MemberWords};
pub use month::named_month;
pub use nearest::nearest;
pub use person::{NOBLE, PersonName, each_once, names_no_person, people_in};
pub use protect::{NO_BREAK_SPACE, plain, protect};
pub use slug::{Numbers, is_slug, slug};
pub use stem::{folded, has_stem, stem};
pub use visible::{brief, coloured, is_obeyed, visible, visible_in_place, visible_line};
pub use vocabulary::Vocabulary;
pub(crate) use vocabulary::vocabulary;
#[cfg(test)]
pub(crate) use vocabulary::word_schema;
pub use wrap::{columns, wrap, wrap_hanging, wrap_indented};
