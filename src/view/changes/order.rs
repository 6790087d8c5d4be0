//! Whether a programme stands in another order.

use std::collections::HashSet;

use crate::domain::id::Id;
use crate::domain::release::{Facts, SessionFacts};

/// Whether items that stay where they are in time stand in another order. What has a time of its own
/// moves in the list for a reason that is told already.
pub(super) fn is_reordered(old: &Facts, new: &Facts) -> bool {
    let untimed = |facts: &Facts, other: &Facts| -> Vec<_> {
        let others = other.sessions.iter().filter(|twin| twin.hours.start.is_none());
        let others: HashSet<&Id> = others.map(|twin| &twin.id).collect();
        let stays =
            |session: &&SessionFacts| session.hours.start.is_none() && others.contains(&session.id);
        facts.sessions.iter().filter(stays).map(|session| session.id.clone()).collect()
    };
    untimed(old, new) != untimed(new, old)
}
