//! Versions of a meeting that were given out, and the facts that each of them fixed.

mod commitment;
mod content;
mod span;

pub use commitment::Commitment;
pub use content::{Checksum, Content, Detail, DetailContent, PartFacts};
pub use span::Span;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use super::id::Id;
use super::line::Line;
use super::meeting::Status;
use super::session::{Audience, Certainty, Kind};
use super::time::{Duration, End, PartOfDay, Precision, Time, TimeZone, at};
use crate::source::Origin;

/// A version that was given out.
#[derive(Clone, Debug)]
pub struct Release {
    /// Where its entry begins.
    pub origin: Origin,
    /// Its number, from 1.
    pub number: u32,
    /// When it was given out.
    pub released: DateTime<FixedOffset>,
    /// By whom.
    pub by: Line,
    /// Why.
    pub reason: Line,
    /// How often start, end, place or cancellation changed from version to version (RFC 5545, 3.8.7.4).
    pub sequence: u32,
    /// The name of the meeting in calendars, for life (RFC 5545, 3.8.4.7).
    pub uid: Line,
    /// Whether readers got the programme by it, and not the day and the place alone.
    pub has_programme: bool,
    /// What was true.
    pub facts: Facts,
    /// A checksum of the whole entry, from when it was written.
    pub checksum: Option<Checksum>,
}

/// The keys that a version covers. What nobody looked at when a version was written is no change to
/// it: a version is compared by the keys it knew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coverage {
    /// Those of a version that says nothing of it.
    First,
    /// Also what venues, contacts and towns say of themselves, and the addresses of items.
    Second,
    /// The same, with the last day of registration as a fact of its own.
    Third,
    /// The same, with each detail by itself.
    Fourth,
    /// The same, with what details say, and what items consist of.
    #[default]
    Fifth,
}

impl Coverage {
    /// All of them, the oldest first; the number of each counts from 1.
    pub const ALL: [Self; 5] = [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Fifth];

    /// Its number in a version.
    pub fn number(self) -> u32 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Third => 3,
            Self::Fourth => 4,
            Self::Fifth => 5,
        }
    }
}

/// What readers know of a meeting, in words that need no other file.
///
/// Notes of the coordinator's own, equipment and the like are none of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The keys that `content` is made of.
    pub covers: Coverage,
    /// The title.
    pub title: String,
    /// How far it has come.
    pub status: Status,
    /// Why it is cancelled or postponed.
    pub reason: Option<String>,
    /// The names of the hosts.
    pub hosts: Vec<String>,
    /// The first day.
    pub date: Option<NaiveDate>,
    /// The last day, where it is another.
    pub end_date: Option<NaiveDate>,
    /// The words that are printed instead of the date.
    pub date_text: Option<String>,
    /// Begin, end and length as far as they were said.
    pub hours: Hours,
    /// The place: room, name and address.
    pub place: Option<String>,
    /// The last day of registration, where the version covers it.
    pub registration_until: Option<NaiveDate>,
    /// The names of those who have a part in the meeting as a whole; none where the version does not keep them.
    pub people: Option<Vec<String>>,
    /// Everything else that readers are told of the meeting as a whole.
    pub content: Content,
    /// The items of its programme, in order.
    pub sessions: Vec<SessionFacts>,
}

/// What readers know of an item of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFacts {
    /// The key within the meeting.
    pub id: Id,
    /// What it is.
    pub kind: Kind,
    /// The title; a break may go without.
    pub title: Option<String>,
    /// The day; none if the meeting has no date.
    pub date: Option<NaiveDate>,
    /// Begin, end and length as far as they were said.
    pub hours: Hours,
    /// The part of the day.
    pub part_of_day: Option<PartOfDay>,
    /// The word that joins it to what comes before.
    pub connector: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// The names of those who have a part in it.
    pub people: Vec<String>,
    /// Who may read of it: its own audience, and that of all blocks it stands in.
    pub audience: Audience,
    /// Whether it is certain.
    pub status: Certainty,
    /// What it consists of, where the version keeps that.
    pub parts: Option<Vec<PartFacts>>,
    /// Everything else that readers are told of it.
    pub content: Content,
}

/// Begin, end and length as far as they were said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// When it begins.
    pub start: Option<Time>,
    /// When it ends.
    pub end: Option<End>,
    /// How long it takes, where no end is said.
    pub duration: Option<Duration>,
    /// The zone of these times.
    pub zone: TimeZone,
}

impl Hours {
    /// When it begins: "ca. 14:00" and "ab 14:00" are 14:00 to a calendar; "bis 14:00" is an end.
    fn begin(self, day: NaiveDate) -> Option<NaiveDateTime> {
        let start = self.start.filter(|start| start.precision != Precision::Until)?;
        at(day, start.clock.minutes())
    }

    /// The span on `day`; an end that is not after the start belongs to the next day.
    fn span(self, day: NaiveDate) -> Option<(NaiveDateTime, Option<NaiveDateTime>)> {
        let begin = self.begin(day)?;
        let end = match (self.end, self.duration) {
            (Some(End::At(end)), _) => {
                let same_day = at(day, end.clock.minutes());
                let later = || at(day.succ_opt()?, end.clock.minutes());
                same_day.filter(|end| *end > begin).or_else(later)
            }
            (None, Some(length)) => self.zone.later(begin, length.minutes),
            (Some(End::Open) | None, _) => None,
        };
        Some((begin, end))
    }
}

impl Hours {
    /// The second since 1970 at which it ends, where only its length is said.
    fn over(self, day: NaiveDate) -> Option<i64> {
        let length = self.duration.filter(|_| self.end.is_none())?;
        Some(self.zone.second_of(self.begin(day)?)? + i64::from(length.minutes) * 60)
    }
}

/// How many minutes pass from the begin of a span to a second since 1970, if the clocks show its end twice
/// and that is the second time: whoever reads the clock alone takes it for the first (RFC 5545, 3.3.5).
fn until_second(span: Option<Span>, over: Option<i64>, zone: TimeZone) -> Option<u32> {
    let Span::Hours(begin, Some(end)) = span? else { return None };
    let over = over.filter(|over| zone.second_of(end) != Some(*over))?;
    u32::try_from((over - zone.second_of(begin)?) / 60).ok()
}

impl SessionFacts {
    /// When it is, if its begin is known.
    pub fn span(&self) -> Option<Span> {
        let (begin, end) = self.hours.span(self.date?)?;
        Some(Span::Hours(begin, end))
    }

    /// How many minutes it takes, if the end of its span alone would be misread.
    pub fn misread_length(&self) -> Option<u32> {
        until_second(self.span(), self.hours.over(self.date?), self.hours.zone)
    }
}

impl Facts {
    /// When the meeting is, as a calendar has it; none without a date.
    ///
    /// What the meeting does not say itself follows from what the public programme says: it begins
    /// with the first item of the first day, and ends with the last one if that says when. Where
    /// nobody knows any time, or of several days when they end, it takes whole days.
    pub fn span(&self) -> Option<Span> {
        let first = self.date?;
        let last = self.end_date.unwrap_or(first).max(first);
        let public = self.sessions.iter().filter(|session| {
            session.audience == Audience::Public && session.status != Certainty::Dropped
        });
        let first_item = || {
            let begins = public.clone().filter(|session| session.date == Some(first));
            begins.filter_map(|session| session.hours.begin(first)).min()
        };
        let whole_days = Some(Span::Days(first, last));
        let Some(begin) = self.hours.begin(first).or_else(first_item) else { return whole_days };
        let end = match (self.hours.end, self.hours.duration) {
            (Some(End::At(end)), _) => {
                let end = end.clock.minutes();
                at(last, end).filter(|end| *end > begin).or_else(|| at(last.succ_opt()?, end))
            }
            (Some(End::Open), _) => None,
            (None, Some(length)) if last == first => self.hours.zone.later(begin, length.minutes),
            (None, _) => {
                let on_it = public.filter(|session| session.date == Some(last));
                end_of(on_it, last).filter(|end| *end > begin)
            }
        };
        // A meeting of several days reaches its last one, and nobody knows when that is over.
        if end.is_none() && last > first { whole_days } else { Some(Span::Hours(begin, end)) }
    }

    /// How many minutes it takes, if the end of its span alone would be misread.
    pub fn misread_length(&self) -> Option<u32> {
        let span = self.span();
        // Where the meeting says no end, the last of its items does.
        let is_last = |item: &&SessionFacts| {
            let ends = |span: Option<Span>| match span {
                Some(Span::Hours(_, end)) => end,
                Some(Span::Days(..)) | None => None,
            };
            self.hours.end.is_none() && ends(item.span()) == ends(span)
        };
        let of_items = || {
            let last = self.sessions.iter().filter(is_last);
            last.filter_map(|item| item.hours.over(item.date?)).max()
        };
        let over = self.date.and_then(|day| self.hours.over(day)).or_else(of_items);
        until_second(span, over, self.hours.zone)
    }

    /// Whether it will not take place.
    pub fn is_cancelled(&self) -> bool {
        self.status == Status::Cancelled
    }

    /// Whether anything is said of the day.
    pub fn has_day(&self) -> bool {
        self.date.is_some() || self.date_text.is_some()
    }

    /// Whether it is postponed and nobody knows until when.
    pub fn is_open(&self) -> bool {
        self.status == Status::Postponed && !self.has_day()
    }

    /// Whether a calendar must treat `other` as a new revision: start, end, place or cancellation
    /// is another (RFC 5546, 2.1.4).
    pub fn is_revised_by(&self, other: &Self) -> bool {
        // What is printed in words instead of a date has no time of day in calendars.
        let span = |facts: &Self| {
            let span = facts.span()?;
            Some(match facts.date_text {
                Some(_) => Span::Days(span.first_day(), span.last_day()),
                None => span,
            })
        };
        span(self) != span(other)
            || self.place != other.place
            || self.is_cancelled() != other.is_cancelled()
    }

    /// Whether calendars have it begin at another time of the day than `other`, where both say when.
    pub fn begins_otherwise_than(&self, other: &Self) -> bool {
        let begins = |facts: &Self| match facts.span()? {
            Span::Hours(begin, _) if facts.date_text.is_none() => Some(begin.time()),
            Span::Hours(..) | Span::Days(..) => None,
        };
        begins(self).zip(begins(other)).is_some_and(|(one, other)| one != other)
    }

    /// Whether a day was told, and `other` tells another or none.
    pub fn is_on_other_days(&self, other: &Self) -> bool {
        let days = |facts: &Self| (facts.date, facts.end_date, facts.date_text.clone());
        self.has_day() && days(self) != days(other)
    }

    /// The facts that `reader` may know.
    #[must_use]
    pub fn for_reader(mut self, reader: Audience) -> Self {
        self.sessions.retain(|session| session.audience <= reader);
        self
    }

    /// Whether readers are told the same. Whether invitations are out, or the meeting was held, is
    /// nothing that they are told.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        // That the people of the whole are others tells the sum of what is said of them, in early versions too.
        let told =
            |facts: &Self| Self { status: told(facts.status), people: None, ..facts.clone() };
        told(self) == told(other)
    }
}

/// When what is on the `day` is over: none if something may still go on after all that says when it
/// ends, for its own end is open or not known.
fn end_of<'s>(
    sessions: impl Iterator<Item = &'s SessionFacts>,
    day: NaiveDate,
) -> Option<NaiveDateTime> {
    // Each with its second since 1970: in the night in which clocks are put back, what they show tells not which
    // is later.
    let mut over: Option<(i64, NaiveDateTime)> = None;
    // The latest beginning of something that does not say when it ends.
    let mut lasting: Option<(i64, NaiveDateTime)> = None;
    // Whether something without any time stands below what ends last.
    let (mut follows, mut is_block) = (false, false);
    for session in sessions {
        let hours = session.hours;
        let second = |at: NaiveDateTime| {
            (hours.zone.second_of(at).unwrap_or_else(|| at.and_utc().timestamp()), at)
        };
        let ends = match (session.hours.span(day), session.hours.end, session.hours.start) {
            (_, Some(End::Open), _) => return None,
            (Some((begin, None)), ..) => {
                lasting = lasting.max(Some(second(begin)));
                continue;
            }
            (Some((_, end)), ..) => {
                end.map(|end| hours.over(day).map_or_else(|| second(end), |over| (over, end)))
            }
            (None, Some(End::At(end)), _) | (None, None, Some(end)) => {
                at(day, end.clock.minutes()).map(second)
            }
            (None, None, None) => {
                follows |= !is_block;
                continue;
            }
        };
        if ends >= over {
            over = ends;
            follows = false;
            // What stands in a block is over with it.
            is_block = session.kind.part().holds_others();
        }
    }
    over.filter(|_| !follows && lasting < over).map(|(_, over)| over)
}

/// A status as far as readers are told of it.
pub fn told(status: Status) -> Status {
    match status {
        Status::Planned | Status::Invited | Status::Held => Status::Planned,
        Status::Idea | Status::Cancelled | Status::Postponed => status,
    }
}
