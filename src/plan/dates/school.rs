//! For which days the school holidays are known at all.

use chrono::NaiveDate;

use super::reason::Towns;
use crate::domain::calendar::{Period, PeriodKind};
use crate::domain::id::CityId;
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;

/// So many days are at most between two school holidays that stand in one table: from Easter to
/// summer it can be 110. A longer gap means that a table ends and another one begins.
const LONGEST_GAP: i64 = 120;

/// The days for which the school holidays are known.
pub(super) struct Known {
    /// For all towns.
    all: Vec<DateRange>,
    /// For each town.
    cities: Vec<Vec<DateRange>>,
}

impl Known {
    pub(super) fn new(workspace: &Workspace) -> Self {
        let is_school = |period: &&Period| period.kind == PeriodKind::SchoolHoliday;
        let mut school: Vec<&Period> = workspace.periods.iter().filter(is_school).collect();
        school.sort_by_key(|period| period.days.first());
        let known = |concerns: &dyn Fn(&Period) -> bool| {
            known(school.iter().filter(|period| concerns(period)).map(|period| period.days))
        };
        let all = known(&|period| period.cities.is_empty());
        let city = |(id, _)| {
            let names_it = |period: &Period| period.cities.iter().any(|city| city.value == id);
            if school.iter().any(|period| names_it(period)) {
                known(&|period| period.cities.is_empty() || names_it(period))
            } else {
                all.clone()
            }
        };
        let cities = workspace.numbered_cities().map(city).collect();
        Self { all, cities }
    }

    /// The towns whose school holidays are not known for `date`.
    pub(super) fn unknown(&self, date: NaiveDate, members: &[CityId]) -> Option<Towns> {
        let is_known = |known: &[DateRange]| known.iter().any(|days| days.contains(date));
        if is_known(&self.all) {
            return None;
        }
        let unknown = |city: CityId| !self.cities.get(city.0).is_some_and(|known| is_known(known));
        Towns::among(members, unknown)
    }
}

/// The days from holiday to holiday, broken where the gap between two is too long.
fn known(periods: impl Iterator<Item = DateRange>) -> Vec<DateRange> {
    let mut known: Vec<DateRange> = Vec::new();
    for days in periods {
        let joined =
            known.last().filter(|so_far| (days.first() - so_far.last()).num_days() <= LONGEST_GAP);
        let longer = joined
            .and_then(|so_far| DateRange::new(so_far.first(), so_far.last().max(days.last())));
        if longer.is_some() {
            known.pop();
        }
        known.push(longer.unwrap_or(days));
    }
    known
}
