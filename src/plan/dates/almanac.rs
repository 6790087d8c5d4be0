//! What the law and the calendar say of each day.

use std::rc::Rc;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::reason::{Cause, Towns};
use crate::domain::calendar::PeriodKind;
use crate::domain::city::ExtraHoliday;
use crate::domain::date_rules::Region;
use crate::domain::id::CityId;
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;
use crate::plan::dates::holiday::{HalfHoliday, Holiday, corpus_christi, half_holidays, holidays};

/// The entries of some days in a row.
pub(super) struct Almanac<'a> {
    first: NaiveDate,
    days: Vec<Vec<AlmanacEntry<'a>>>,
}

/// Something that is on a day.
#[derive(Clone)]
pub(super) struct AlmanacEntry<'a> {
    /// What it is: a holiday, a half holiday or a period.
    pub(super) cause: Cause<'a>,
    /// The towns it concerns; none means all.
    pub(super) cities: Rc<[CityId]>,
}

impl<'a> Almanac<'a> {
    /// The entries of `days` and of the day before and after.
    pub(super) fn new(workspace: &'a Workspace, days: DateRange) -> Self {
        let first = days.first().pred_opt().unwrap_or(days.first());
        let last = days.last().succ_opt().unwrap_or(days.last());
        let number = usize::try_from((last - first).num_days()).unwrap_or_default() + 1;
        let mut almanac = Self { first, days: vec![Vec::new(); number] };
        let all: Rc<[CityId]> = Rc::from([]);
        for year in first.year()..=last.year() {
            almanac.add_law(workspace, year, &all);
        }
        for period in &workspace.periods {
            let cities = period.cities.iter().map(|city| city.value).collect();
            let entry = AlmanacEntry { cause: Cause::Period(period), cities };
            let days = period.days.first().max(first).iter_days();
            for date in days.take_while(|date| *date <= period.days.last().min(last)) {
                almanac.add(date, entry.clone());
            }
        }
        for entries in &mut almanac.days {
            // What concerns all towns goes first: then the same for some of them adds nothing.
            entries.sort_by_key(|entry| !entry.cities.is_empty());
        }
        almanac
    }

    /// The holidays of a year by law, those of single towns too, and the half holidays.
    fn add_law(&mut self, workspace: &Workspace, year: i32, all: &Rc<[CityId]>) {
        let thuringian = workspace.network.date_rules.region == Region::Thuringia;
        for (date, holiday) in holidays(year).into_iter().filter(|_| thuringian) {
            let cause = Cause::Holiday(holiday, None);
            self.add(date, AlmanacEntry { cause, cities: Rc::clone(all) });
        }
        for (date, day) in half_holidays(year) {
            let everywhere = matches!(day, HalfHoliday::ChristmasEve | HalfHoliday::NewYearsEve);
            if thuringian || everywhere {
                self.add(
                    date,
                    AlmanacEntry { cause: Cause::HalfHoliday(day), cities: Rc::clone(all) },
                );
            }
        }
        let Some(date) = corpus_christi(year) else { return };
        let has_it = workspace.numbered_cities().filter_map(|(id, city)| {
            let mut extra = city.extra_holidays.iter();
            Some((id, extra.find(|extra| extra.value == ExtraHoliday::CorpusChristi)?.origin))
        });
        let (cities, origins): (Vec<_>, Vec<_>) = has_it.unzip();
        if let Some(origin) = origins.first() {
            let cause = Cause::Holiday(Holiday::CorpusChristi, Some(*origin));
            self.add(date, AlmanacEntry { cause, cities: cities.into() });
        }
    }

    fn add(&mut self, date: NaiveDate, entry: AlmanacEntry<'a>) {
        let index = usize::try_from((date - self.first).num_days());
        if let Some(entries) = index.ok().and_then(|index| self.days.get_mut(index)) {
            entries.push(entry);
        }
    }

    /// What is on `date`, first what concerns all towns.
    pub(super) fn entries(&self, date: NaiveDate) -> &[AlmanacEntry<'a>] {
        let index = usize::try_from((date - self.first).num_days());
        index.ok().and_then(|index| self.days.get(index)).map_or(&[], Vec::as_slice)
    }

    /// For which towns the working day `date` lies between two free ones, at least one of them a
    /// holiday, which is named.
    pub(super) fn bridge(&self, date: NaiveDate, members: &[CityId]) -> Option<(Cause<'a>, Towns)> {
        let before = date.checked_sub_days(Days::new(1))?;
        let after = date.checked_add_days(Days::new(1))?;
        let mut named = None;
        let mut towns = Vec::new();
        for &city in members {
            let holidays = [before, after].map(|date| self.holiday(date, city));
            let free = |date, holiday: Option<_>| is_weekend(date) || holiday.is_some();
            let between = free(before, holidays[0]) && free(after, holidays[1]);
            if between && self.holiday(date, city).is_none() {
                let Some(holiday) = holidays[0].or(holidays[1]) else { continue };
                named = named.or(Some(holiday));
                towns.push(city);
            }
        }
        let cause = match named? {
            Cause::Period(period) => Cause::BridgeByPeriod(period),
            Cause::Holiday(holiday, origin) => Cause::BridgeByLaw(holiday, origin),
            _ => return None,
        };
        Some((cause, if towns.len() == members.len() { Towns::All } else { Towns::Some(towns) }))
    }

    /// The holiday that `city` has on `date`.
    fn holiday(&self, date: NaiveDate, city: CityId) -> Option<Cause<'a>> {
        let is_holiday = |entry: &&AlmanacEntry<'_>| match entry.cause {
            Cause::Holiday(..) => true,
            Cause::Period(period) => period.kind == PeriodKind::Holiday,
            _ => false,
        };
        let concerns =
            |entry: &&AlmanacEntry<'_>| entry.cities.is_empty() || entry.cities.contains(&city);
        self.entries(date).iter().filter(is_holiday).find(concerns).map(|entry| entry.cause)
    }
}

pub(super) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
