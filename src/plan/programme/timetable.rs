//! When everything at a meeting is: what people said, and what follows from it for a plan.
//!
//! Fixed points stay. What has only a length, or no time at all, is laid between them in the order
//! of the file, with walks between places and free time after items. The room that is left there is
//! shared out by kind ([`length`]) in steps of five minutes ([`segment`]). Nothing is planned where
//! no fixed point, no block and no beginning of the meeting says where to start.
//!
//! All of it counts in minutes that pass; only what people said, and what they are told, are times on
//! the clocks.

mod layout;
mod length;
mod segment;
mod slot;
mod way;

pub use layout::timetable;
pub use slot::{Slot, slot};
pub(in crate::plan) use slot::{closing, is_bound, said};

/// The times of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timetable {
    /// When each session is, in the order of the file.
    pub spans: Vec<Span>,
    /// The walks between sessions, in the order of the sessions that they lead to.
    pub walks: Vec<Walk>,
    /// Where more is to be laid than there is room.
    pub overruns: Vec<Overrun>,
}

/// When something is, as far as it was said or follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// When it begins.
    pub begins: Option<Moment>,
    /// When it ends.
    pub ends: Option<Moment>,
}

impl Span {
    /// How long it takes in minutes, if beginning and end are known.
    pub fn minutes(self) -> Option<u32> {
        self.ends?.minutes.checked_sub(self.begins?.minutes)
    }

    /// Beginning and end in minutes, if both were said exactly.
    pub fn exact(self) -> Option<(u32, u32)> {
        let is_exact = |moment: &Moment| moment.basis == Basis::Exact;
        let (begins, ends) = self.begins.filter(is_exact).zip(self.ends.filter(is_exact))?;
        (begins.minutes < ends.minutes).then_some((begins.minutes, ends.minutes))
    }
}

/// A time in minutes that have passed since midnight of the session's day. What clocks show then is
/// another thing on the two days of a year on which they are put forward or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The minutes.
    pub minutes: u32,
    /// How it is known.
    pub basis: Basis,
}

impl Moment {
    /// By how many minutes it can be meant otherwise than it was said; none if nobody said it.
    pub(in crate::plan) fn slack(self) -> Option<u32> {
        match self.basis {
            Basis::Exact => Some(0),
            Basis::Loose => Some(SLACK),
            Basis::Planned => None,
        }
    }
}

/// Nobody means a time that is more minutes away by one that is said loosely.
pub(in crate::plan) const SLACK: u32 = 15;

/// How a time is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Somebody said it exactly, or it is that of the block that the session fills alone.
    Exact,
    /// Somebody said it loosely: "ca. 14:00".
    Loose,
    /// It is a planning value.
    Planned,
}

/// A walk from the place of one session to that of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The session before it, by its number in the programme.
    pub from: usize,
    /// The session that it leads to.
    pub to: usize,
    /// When it begins, in minutes since midnight; none if that is not known or it does not fit.
    pub begins: Option<u32>,
    /// How long it takes in minutes.
    pub minutes: u32,
    /// How far it is, if it was measured and not given, in metres.
    pub metres: Option<u64>,
}

/// More than fits before something that stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overrun {
    /// The last session that is to be laid there.
    pub session: usize,
    /// When it would end at the earliest, in minutes from midnight.
    pub ends: u32,
    /// What it runs into.
    pub bound: Bound,
    /// When that is, in minutes from midnight.
    pub at: u32,
    /// The minutes of walks that are part of it.
    pub walks: u32,
    /// The minutes of free time after items that are part of it.
    pub buffers: u32,
}

impl Overrun {
    /// How much is too much, in minutes.
    pub fn minutes(self) -> u32 {
        self.ends.saturating_sub(self.at)
    }
}

/// What ends the room for sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The beginning of this session.
    Begins(usize),
    /// The end of this session or of the block that holds them.
    Ends(usize),
    /// The end of the meeting.
    Meeting,
}

#[cfg(test)]
mod tests;
