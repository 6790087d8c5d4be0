//! How far a day is from the meetings before and after it.

use chrono::{Days, NaiveDate};

use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;

/// Where no cadence says how often a network meets, two weeks are too close.
const CLOSE: i64 = 14;

/// The meetings of a network that have a day and are not cancelled, by their first days.
#[derive(Default)]
pub(super) struct Neighbours<'a> {
    meetings: Vec<Spell<'a>>,
    /// For each meeting the one among it and all before it that ends last.
    latest: Vec<usize>,
    /// How many days the cadence wants between two meetings.
    interval: Option<i64>,
}

struct Spell<'a> {
    first: NaiveDate,
    last: NaiveDate,
    meeting: &'a Meeting,
}

/// A meeting that is too close or too far.
pub(super) struct Distance<'a> {
    pub(super) meeting: &'a Meeting,
    /// How many days it is away; 0 on its own days.
    pub(super) days: i64,
    /// How much too close or too far it is, as a fraction from 0 to 1.
    pub(super) part: (i64, i64),
}

impl<'a> Neighbours<'a> {
    pub(super) fn new(workspace: &'a Workspace) -> Self {
        let takes_place = |meeting: &&Meeting| meeting.status.value != Status::Cancelled;
        let spell = |meeting: &'a Meeting| {
            let first = meeting.when.date?.value;
            Some(Spell { first, last: meeting.when.last_day()?.max(first), meeting })
        };
        let mut meetings: Vec<Spell<'_>> =
            workspace.meetings.iter().filter(takes_place).filter_map(spell).collect();
        meetings.sort_by_key(|spell| (spell.first, spell.last, &spell.meeting.id));
        let mut latest: Vec<usize> = Vec::new();
        for (index, spell) in meetings.iter().enumerate() {
            let before = latest.last().copied().filter(|&best| meetings[best].last > spell.last);
            latest.push(before.unwrap_or(index));
        }
        let per_year = workspace.network.cadence.per_year;
        Self { meetings, latest, interval: per_year.map(|number| 365 / i64::from(number)) }
    }

    /// The meetings around `date` that leave less than half the interval.
    pub(super) fn too_close(&self, date: NaiveDate) -> impl Iterator<Item = Distance<'a>> {
        let least = self.interval.map_or(CLOSE, |interval| interval / 2).max(1);
        let (before, after) = self.around(date);
        let before = before.map(|spell| (spell, (date - spell.last).num_days().max(0)));
        let after = after.map(|spell| (spell, (spell.first - date).num_days()));
        before.into_iter().chain(after).filter(move |(_, days)| *days < least).map(
            move |(spell, days)| Distance {
                meeting: spell.meeting,
                days,
                part: (least - days, least),
            },
        )
    }

    /// The meeting before `date`, if the day is later than due by more than a quarter of the
    /// interval. What is overdue is due on the `earliest` day for which it can be prepared.
    pub(super) fn too_far(&self, date: NaiveDate, earliest: NaiveDate) -> Option<Distance<'a>> {
        let interval = self.interval?;
        let before = self.around(date).0?;
        let due = before.last.checked_add_days(Days::new(interval.unsigned_abs()))?.max(earliest);
        let late = (date - due).num_days() - interval / 4;
        (late > 0).then(|| Distance {
            meeting: before.meeting,
            days: (date - before.last).num_days(),
            part: (late.min(interval), interval.max(1)),
        })
    }

    /// The meeting that ended last of those begun by `date`, and the first that begins later.
    fn around(&self, date: NaiveDate) -> (Option<&Spell<'a>>, Option<&Spell<'a>>) {
        let begun = self.meetings.partition_point(|spell| spell.first <= date);
        let before = begun.checked_sub(1).map(|last| &self.meetings[self.latest[last]]);
        (before, self.meetings.get(begun))
    }
}
