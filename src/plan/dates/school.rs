//! For which days the school holidays and the public ones are known at all.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use super::law::known_since;
use super::reason::{Cause, Towns};
use crate::domain::calendar::{Period, PeriodKind};
use crate::domain::id::CityId;
use crate::domain::region::Region;
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;

/// So many days are at most between two school holidays that stand in one table: from Easter to
/// summer it can be 110. A longer gap means that a table ends and another one begins.
const LONGEST_GAP: i64 = 120;

/// No country has fewer public holidays in a year: a calendar of a region with fewer is not whole.
const FEWEST: usize = 7;

/// The days for which the school holidays are known.
pub(super) struct Known {
    /// For all towns.
    all: Vec<DateRange>,
    /// For each town.
    cities: Vec<Vec<DateRange>>,
    /// For each town the last day of those that are published for its region, if any are.
    published_until: Vec<Option<NaiveDate>>,
    /// For each town the days of which it is known whether they are public holidays.
    holidays: Vec<KnownHolidays>,
}

/// Days of which it is known whether they are public holidays of a town.
struct KnownHolidays {
    /// From this year on, by law.
    since: Option<i32>,
    /// The years whose holidays all stand in the calendar, as somebody says who has listed some.
    years: BTreeSet<i32>,
    /// The holidays in the calendar.
    listed: Vec<DateRange>,
    /// The time for which they are published.
    published: Vec<DateRange>,
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
        let mut cities: Vec<Vec<DateRange>> = workspace.numbered_cities().map(city).collect();
        let mut published_until = vec![None; cities.len()];
        for (kind, days, towns) in &workspace.published.complete {
            for town in towns.iter().filter(|_| *kind == PeriodKind::SchoolHoliday) {
                cities[town.0].push(*days);
                published_until[town.0] = published_until[town.0].max(Some(days.last()));
            }
        }
        let holidays = workspace.numbered_cities().map(|(id, _)| known_holidays(workspace, id));
        Self { all, cities, published_until, holidays: holidays.collect() }
    }

    /// The towns whose school holidays are not known for `date`: those whose built-in table ends
    /// before, and the others.
    pub(super) fn unknown(
        &self,
        date: NaiveDate,
        members: &[CityId],
    ) -> impl Iterator<Item = (Cause<'static>, Towns)> {
        let is_known = |known: &[DateRange]| known.iter().any(|days| days.contains(date));
        let all = is_known(&self.all);
        let towns = |not_yet: bool| {
            let unknown = |city: CityId| {
                let known = self.cities.get(city.0).map_or(&[][..], Vec::as_slice);
                let until = self.published_until.get(city.0).copied().flatten();
                !is_known(known) && until.is_some_and(|until| until < date) == not_yet
            };
            let is_nobody = all || not_yet && members.is_empty();
            let towns = if is_nobody { None } else { Towns::among(members, unknown) };
            towns.map(|towns| (Cause::SchoolUnknown { not_yet }, towns))
        };
        [towns(true), towns(false)].into_iter().flatten()
    }

    /// The towns whose public holidays are not known for `date`.
    pub(super) fn holidays_unknown(&self, date: NaiveDate, members: &[CityId]) -> Option<Towns> {
        let year = date.year();
        let is_known = |known: &KnownHolidays| {
            known.since.is_some_and(|since| since <= year)
                || known.years.contains(&year)
                || known.listed.iter().chain(&known.published).any(|days| days.contains(date))
        };
        let unknown = |city: CityId| !self.holidays.get(city.0).is_some_and(is_known);
        if members.is_empty() { None } else { Towns::among(members, unknown) }
    }
}

/// The days of which it is known whether they are public holidays of `city`. What the calendar lists
/// never tells that nothing is missing: somebody has to say so.
fn known_holidays(workspace: &Workspace, city: CityId) -> KnownHolidays {
    let is_holiday = |period: &&Period| {
        let concerns = period.cities.is_empty() || period.cities.iter().any(|it| it.value == city);
        period.kind == PeriodKind::Holiday && concerns
    };
    let listed: Vec<DateRange> =
        workspace.periods.iter().filter(is_holiday).map(|period| period.days).collect();
    let years = || listed.iter().map(|it| it.first().year()).collect::<BTreeSet<_>>();
    let (since, years) = match workspace.region(city) {
        Some(Region::Of(territory)) => (Some(known_since(territory)), BTreeSet::new()),
        Some(Region::Other(_)) if workspace.regional.contains(&city) => {
            let of_year =
                |year: &i32| listed.iter().filter(|it| it.first().year() == *year).count();
            (None, years().into_iter().filter(|year| of_year(year) >= FEWEST).collect())
        }
        Some(Region::OwnCalendar) => (None, years()),
        Some(Region::Canton(_) | Region::Other(_)) | None => (None, BTreeSet::new()),
    };
    KnownHolidays { since, years, listed, published: published(workspace, city) }
}

/// The time for which the public holidays of `city` are published.
pub fn published(workspace: &Workspace, city: CityId) -> Vec<DateRange> {
    let complete = workspace.published.complete.iter();
    let its =
        complete.filter(|(kind, _, towns)| *kind == PeriodKind::Holiday && towns.contains(&city));
    its.map(|(_, days, _)| *days).collect()
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
