//! Foreseen turns on days that suit all towns: host and day are proposed together.

use chrono::{Datelike as _, Days, NaiveDate};

use super::dates::{self, dates};
use super::slot::{Slot, is_paced};
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;

/// How far a turn moves at the most, in days: two months.
const FARTHEST: i64 = 60;

/// Moves each foreseen turn to the day that suits all towns best: one in the network's months and on
/// its weekdays, from the day the cadence gives to half way to the next turn.
///
/// A day that was `asked` for stays, and so do all if nothing says how far turns are apart. Who
/// hosts is not known yet: what keeps single towns away weighs by their number.
pub fn suited<'a>(
    workspace: &Workspace,
    slots: Vec<Slot<'a>>,
    asked: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<Slot<'a>> {
    if !is_paced(&workspace.network.cadence) {
        return slots;
    }
    let days: Vec<NaiveDate> = slots.iter().map(Slot::date).collect();
    let moved = slots.into_iter().enumerate().map(|(index, slot)| {
        if slot.meeting.is_some() || asked == Some(slot.date()) {
            return slot;
        }
        let gap = match (days.get(index + 1), index.checked_sub(1).map(|before| days[before])) {
            (Some(next), _) => (*next - days[index]).num_days(),
            (None, Some(before)) => (days[index] - before).num_days(),
            (None, None) => 2 * FARTHEST,
        };
        let window = u64::try_from((gap / 2).clamp(1, FARTHEST)).unwrap_or(1);
        best_day(workspace, days[index], window, today).map_or(slot, Slot::foreseen)
    });
    moved.collect()
}

/// The best of so many days from `first` on; none if all are blocked.
fn best_day(
    workspace: &Workspace,
    first: NaiveDate,
    window: u64,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let cadence = &workspace.network.cadence;
    let last = first.checked_add_days(Days::new(window - 1))?;
    let weekdays = cadence.weekdays.clone();
    let days = DateRange::new(first, last)?;
    let question = dates::Question { days, today, host: None, weekdays };
    let in_season =
        |day: NaiveDate| cadence.months.is_empty() || cadence.months.contains(&day.month());
    let judged = dates(workspace, &question);
    let best = judged.iter().find(|day| !day.is_blocked() && in_season(day.date))?;
    Some(best.date)
}
