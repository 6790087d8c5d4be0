//! For which days the school holidays and the public ones are known at all.

use chrono::{Datelike as _, NaiveDate};

use super::law::known_since;
use super::reason::Towns;
use crate::domain::calendar::{Period, PeriodKind};
use crate::domain::id::CityId;
use crate::domain::region::Region;
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
    /// For each town the years of which the public holidays are known.
    holidays: Vec<HolidayYears>,
}

/// Years of which the public holidays of a town are known.
struct HolidayYears {
    /// From this one on, by law.
    since: Option<i32>,
    /// Those with enough holidays in the calendar, for a town whose law is not known.
    listed: Vec<i32>,
}

/// So many holidays of a year stand in a calendar that lists them; no country has fewer.
const FEWEST_HOLIDAYS: usize = 3;

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
        let holidays = workspace.numbered_cities().map(|(id, _)| holiday_years(workspace, id));
        Self { all, cities, holidays: holidays.collect() }
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

    /// The towns whose public holidays are not known for `date`.
    pub(super) fn holidays_unknown(&self, date: NaiveDate, members: &[CityId]) -> Option<Towns> {
        let year = date.year();
        let is_known = |years: &HolidayYears| {
            years.since.is_some_and(|since| since <= year) || years.listed.contains(&year)
        };
        let unknown = |city: CityId| !self.holidays.get(city.0).is_some_and(is_known);
        if members.is_empty() { None } else { Towns::among(members, unknown) }
    }
}

/// The years of which the public holidays of `city` are known.
fn holiday_years(workspace: &Workspace, city: CityId) -> HolidayYears {
    if let Some(Region::Of(territory)) = workspace.region(city) {
        return HolidayYears { since: Some(known_since(territory)), listed: Vec::new() };
    }
    let is_holiday = |period: &&Period| {
        let concerns = period.cities.is_empty() || period.cities.iter().any(|it| it.value == city);
        period.kind == PeriodKind::Holiday && concerns
    };
    let years = workspace.periods.iter().filter(is_holiday).map(|it| it.days.first().year());
    let years: Vec<i32> = years.collect();
    let is_listed = |year: &i32| years.iter().filter(|it| *it == year).count() >= FEWEST_HOLIDAYS;
    HolidayYears { since: None, listed: years.iter().copied().filter(is_listed).collect() }
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
