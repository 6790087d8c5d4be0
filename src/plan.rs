//! Decisions: who hosts next, and what does not fit together.
//!
//! Pure functions of the domain: no files, no clock. Every answer keeps the places in files that it
//! rests on, so that it can be explained.

pub mod account;
pub mod clash;
pub mod dates;
pub mod deviation;
pub mod dispatch;
pub mod distance;
pub mod holiday;
pub mod horizon;
pub mod lookahead;
pub mod next_host;
pub mod notice;
pub mod outlook;
pub mod planner;
pub mod postpone;
pub mod purge;
pub mod release;
pub mod reply;
pub mod skip;
pub mod slot;
pub mod standing;
pub mod subject;
pub mod suited;
pub mod swap;
pub mod timetable;
pub mod travel;
pub mod turn;

#[cfg(test)]
pub(crate) mod example;
#[cfg(test)]
mod tests;
