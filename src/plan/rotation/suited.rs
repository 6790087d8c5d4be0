//! Foreseen turns on days that suit all towns: host and day are proposed together.

use chrono::{Datelike as _, Days, NaiveDate};

use super::slot::{Slot, is_paced};
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;
use crate::plan::dates::{self, dates};

/// How far a turn moves at the most, in days: two months.
const FARTHEST: i64 = 60;

/// Moves each foreseen turn to the day that suits all towns best: one in the network's months and on
/// its weekdays, from the day the cadence gives to half way to the next turn.
///
/// The turn next to days that are `wanted`, a month or a day that somebody named, is laid in them. A
/// day that was `asked` for stays, and so do all if nothing says how far turns are apart. Who hosts
/// is not known yet: what keeps single towns away weighs by their number.
pub fn suited<'a>(
    workspace: &Workspace,
    mut slots: Vec<Slot<'a>>,
    asked: Option<NaiveDate>,
    today: NaiveDate,
    wanted: &[DateRange],
) -> Vec<Slot<'a>> {
    if !is_paced(&workspace.network.cadence) {
        return slots;
    }
    let days: Vec<NaiveDate> = slots.iter().map(Slot::date).collect();
    let mut windows: Vec<Option<DateRange>> = slots
        .iter()
        .enumerate()
        .map(|(index, slot)| {
            let stays = slot.meeting.is_some() || asked == Some(slot.date());
            let window = || window(&days, index).map(|window| in_year(window, workspace));
            if stays { None } else { window() }
        })
        .collect();
    for range in wanted {
        let far = |window: DateRange| distance(window, *range);
        let free = windows.iter_mut().flatten();
        if let Some(nearest) = free.min_by_key(|window| far(**window))
            && far(*nearest) <= FARTHEST
            && let Some(range) = DateRange::new(range.first().max(today), range.last())
        {
            *nearest = range;
        }
    }
    for (slot, window) in slots.iter_mut().zip(windows) {
        if let Some(day) = window.and_then(|window| best_day(workspace, window, today)) {
            *slot = Slot::foreseen(day);
        }
    }
    slots.sort_by_key(Slot::date);
    slots
}

/// The days of foreseen turns for which something is not known, such as holidays.
pub fn unknown_days(workspace: &Workspace, slots: &[Slot<'_>], today: NaiveDate) -> Vec<NaiveDate> {
    let foreseen = slots.iter().filter(|slot| slot.meeting.is_none()).map(Slot::date);
    let unknown = |day: &NaiveDate| {
        let days = DateRange::new(*day, *day);
        let question =
            |days| dates::DatesQuestion { days, today, host: None, weekdays: Vec::new() };
        days.is_some_and(|days| {
            dates(workspace, &question(days)).iter().any(dates::Day::is_unknown)
        })
    };
    foreseen.filter(unknown).collect()
}

/// The days from a turn's own to half way to the next one.
fn window(days: &[NaiveDate], index: usize) -> Option<DateRange> {
    let gap = match (days.get(index + 1), index.checked_sub(1).map(|before| days[before])) {
        (Some(next), _) => (*next - days[index]).num_days(),
        (None, Some(before)) => (days[index] - before).num_days(),
        (None, None) => 2 * FARTHEST,
    };
    let length = u64::try_from((gap / 2).clamp(1, FARTHEST)).unwrap_or(1);
    DateRange::new(days[index], days[index].checked_add_days(Days::new(length - 1))?)
}

/// The days of them in the year of the first, where it counts how many turns a year has.
fn in_year(days: DateRange, workspace: &Workspace) -> DateRange {
    let last = NaiveDate::from_ymd_opt(days.first().year(), 12, 31);
    let last = last.filter(|last| *last < days.last());
    let counts = workspace.network.cadence.per_year.is_some();
    last.filter(|_| counts).and_then(|last| DateRange::new(days.first(), last)).unwrap_or(days)
}

/// How many days lie between two ranges; 0 if they touch.
fn distance(one: DateRange, other: DateRange) -> i64 {
    let after = (other.first() - one.last()).num_days();
    let before = (one.first() - other.last()).num_days();
    after.max(before).max(0)
}

/// The best of `days`; none if all are blocked.
fn best_day(workspace: &Workspace, days: DateRange, today: NaiveDate) -> Option<NaiveDate> {
    let cadence = &workspace.network.cadence;
    let weekdays = cadence.weekdays.clone();
    let question = dates::DatesQuestion { days, today, host: None, weekdays };
    // A single day that was wanted need not be in season.
    let in_season = |day: NaiveDate| {
        cadence.months.is_empty()
            || cadence.months.contains(&day.month())
            || days.first() == days.last()
    };
    let judged = dates(workspace, &question);
    let best = judged.iter().find(|day| !day.is_blocked() && in_season(day.date))?;
    Some(best.date)
}
