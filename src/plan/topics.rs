//! Topics: how each stands, and which could come next.

mod answers;
mod proposal;
mod standing;
#[cfg(test)]
mod tests;

pub use answers::{Change, Judged, Party, Whose, changes, day_of, judge};
pub use proposal::{LeftOut, Proposal, Proposals, Why, proposals};
pub use standing::{Standing, Treatment, standing, standings};
