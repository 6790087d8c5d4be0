//! What the law and the calendar say of each day.

use std::rc::Rc;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::reason::{Cause, Towns};
use crate::domain::calendar::{Period, PeriodKind};
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::region::{Region, Territory};
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;
use crate::plan::dates::holiday::{HalfHoliday, Holiday, half_holidays};
use crate::plan::dates::law::{self, Holds};
use crate::source::Origin;
use crate::text::Vocabulary as _;

/// The entries of some days in a row.
pub(super) struct Almanac<'a> {
    first: NaiveDate,
    days: Vec<Vec<AlmanacEntry<'a>>>,
}

/// What can be on a day.
#[derive(Clone, Copy)]
pub(super) enum Occasion<'a> {
    /// A public holiday; where the town's file says so, if it is one of single towns.
    Holiday(Holiday, Option<Origin>),
    /// What is a public holiday in some municipalities, and nobody has said in which.
    HolidayUnsaid(Holiday),
    /// What is a public holiday in some regions, and nobody has said in which this is.
    HolidayElsewhere(Holiday),
    /// A day on which offices are half empty.
    HalfHoliday(HalfHoliday),
    /// A period of a calendar.
    Period(&'a Period),
}

/// Something that is on a day.
#[derive(Clone)]
pub(super) struct AlmanacEntry<'a> {
    /// What it is.
    pub(super) occasion: Occasion<'a>,
    /// The towns it concerns; none means all.
    pub(super) cities: Rc<[CityId]>,
}

/// A day on which nobody works.
#[derive(Clone, Copy)]
enum FreeDay<'a> {
    /// A public holiday by law; where the town's file says so.
    ByLaw(Holiday, Option<Origin>),
    /// One that a calendar lists.
    Listed(&'a Period),
}

impl<'a> Occasion<'a> {
    /// What speaks against the day.
    pub(super) fn cause(self) -> Cause<'a> {
        match self {
            Self::Holiday(holiday, origin) => Cause::Holiday(holiday, origin),
            Self::HolidayUnsaid(holiday) => Cause::HolidayUnsaid(holiday),
            Self::HolidayElsewhere(holiday) => Cause::HolidayElsewhere(holiday),
            Self::HalfHoliday(day) => Cause::HalfHoliday(day),
            Self::Period(period) => Cause::Period(period),
        }
    }

    /// The kind of entries of which a town has one at a time.
    pub(super) fn counts_once(self) -> Option<PeriodKind> {
        match self {
            Self::Holiday(..) => Some(PeriodKind::Holiday),
            Self::Period(period) => match period.kind {
                kind @ (PeriodKind::Holiday | PeriodKind::SchoolHoliday) => Some(kind),
                PeriodKind::Council
                | PeriodKind::Market
                | PeriodKind::Festival
                | PeriodKind::BuildingSite
                | PeriodKind::Other => None,
            },
            Self::HolidayUnsaid(_) | Self::HolidayElsewhere(_) | Self::HalfHoliday(_) => None,
        }
    }

    fn free_day(self) -> Option<FreeDay<'a>> {
        match self {
            Self::Holiday(holiday, origin) => Some(FreeDay::ByLaw(holiday, origin)),
            Self::Period(period) if period.kind == PeriodKind::Holiday => {
                Some(FreeDay::Listed(period))
            }
            Self::Period(_)
            | Self::HolidayUnsaid(_)
            | Self::HolidayElsewhere(_)
            | Self::HalfHoliday(_) => None,
        }
    }
}

impl<'a> Almanac<'a> {
    /// The entries of `days` and of the day before and after.
    pub(super) fn new(workspace: &'a Workspace, days: DateRange) -> Self {
        let first = days.first().pred_opt().unwrap_or(days.first());
        let last = days.last().succ_opt().unwrap_or(days.last());
        let number = usize::try_from((last - first).num_days()).unwrap_or_default() + 1;
        let mut almanac = Self { first, days: vec![Vec::new(); number] };
        for year in first.year()..=last.year() {
            almanac.add_law(workspace, year);
        }
        for period in workspace.periods.iter().chain(&workspace.published.periods) {
            let cities = period.cities.iter().map(|city| city.value).collect();
            let entry = AlmanacEntry { occasion: Occasion::Period(period), cities };
            let days = period.days.first().max(first).iter_days();
            for date in days.take_while(|date| *date <= period.days.last().min(last)) {
                almanac.add(date, entry.clone());
            }
        }
        for series in &workspace.series {
            let cities = series.period.cities.iter().map(|city| city.value).collect();
            let entry = AlmanacEntry { occasion: Occasion::Period(&series.period), cities };
            let asked = DateRange::new(first, last);
            for date in asked.into_iter().flat_map(|days| series.days_within(days)) {
                almanac.add(date, entry.clone());
            }
        }
        for entries in &mut almanac.days {
            // What concerns all towns goes first: then the same for some of them adds nothing.
            entries.sort_by_key(|entry| !entry.cities.is_empty());
        }
        almanac
    }

    /// The holidays of a year by law in each town, and the half holidays.
    fn add_law(&mut self, workspace: &Workspace, year: i32) {
        let territories: Vec<(CityId, Territory)> = workspace
            .numbered_cities()
            .filter_map(|(id, _)| match workspace.region(id)? {
                Region::Of(territory) => Some((id, territory)),
                Region::Canton(_) | Region::Other(_) | Region::OwnCalendar => None,
            })
            .collect();
        let nowhere: Vec<(CityId, &City)> =
            workspace.numbered_cities().filter(|(id, _)| workspace.region(*id).is_none()).collect();
        for (date, holiday) in law::days(year) {
            let (mut here, mut unsaid) = (Vec::new(), Vec::new());
            for &(id, territory) in &territories {
                if year < law::known_since(territory) {
                    continue;
                }
                match law::holds(holiday, territory, year, workspace.city(id)) {
                    Holds::Yes => here.push(id),
                    Holds::Unsaid => unsaid.push(id),
                    Holds::No => {}
                }
            }
            let may_be = |city: &City| {
                let mut known =
                    Territory::all().filter(|territory| year >= law::known_since(*territory));
                known.any(|territory| law::holds(holiday, territory, year, city) != Holds::No)
            };
            let elsewhere =
                nowhere.iter().filter(|(_, city)| may_be(city)).map(|(id, _)| *id).collect();
            let origin = here.first().and_then(|id| extra(workspace.city(*id), holiday));
            let occasions = [
                (Occasion::Holiday(holiday, origin), here),
                (Occasion::HolidayUnsaid(holiday), unsaid),
                (Occasion::HolidayElsewhere(holiday), elsewhere),
            ];
            for (occasion, cities) in occasions.into_iter().filter(|(_, cities)| !cities.is_empty())
            {
                // What holds for all towns needs no list of them.
                let all = cities.len() == workspace.cities.len();
                let cities: Rc<[CityId]> = if all { Rc::from([]) } else { cities.into() };
                self.add(date, AlmanacEntry { occasion, cities });
            }
        }
        // Where offices are half empty beside the eves is known of Thuringia alone.
        let is_there = |(_, territory): &&(CityId, Territory)| *territory == Territory::Thuringia;
        let there: Vec<CityId> = territories.iter().filter(is_there).map(|(id, _)| *id).collect();
        let is_nowhere = there.is_empty();
        let all = there.len() == workspace.cities.len();
        let there: Rc<[CityId]> = if all { Rc::from([]) } else { there.into() };
        for (date, day) in half_holidays(year) {
            let is_eve = matches!(day, HalfHoliday::ChristmasEve | HalfHoliday::NewYearsEve);
            let occasion = Occasion::HalfHoliday(day);
            if is_eve {
                self.add(date, AlmanacEntry { occasion, cities: Rc::from([]) });
            } else if !is_nowhere {
                self.add(date, AlmanacEntry { occasion, cities: Rc::clone(&there) });
            }
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
            FreeDay::Listed(period) => Cause::BridgeByPeriod(period),
            FreeDay::ByLaw(holiday, origin) => Cause::BridgeByLaw(holiday, origin),
        };
        Some((cause, if towns.len() == members.len() { Towns::All } else { Towns::Some(towns) }))
    }

    /// For which towns the working day `date` lies between two free ones if the day beside it is a
    /// holiday there, of which nobody has said whether it is; that one is named.
    pub(super) fn doubtful_bridge(
        &self,
        date: NaiveDate,
        members: &[CityId],
    ) -> Option<(Cause<'a>, Towns)> {
        let before = date.checked_sub_days(Days::new(1))?;
        let after = date.checked_add_days(Days::new(1))?;
        let mut named = None;
        let mut is_doubtful = |city: CityId| {
            let beside = [before, after].map(|day| (day, self.unsaid(day, city)));
            let may_be_free = |(day, unsaid): (NaiveDate, Option<Holiday>)| {
                is_weekend(day) || unsaid.is_some() || self.holiday(day, city).is_some()
            };
            let unsaid = beside
                .into_iter()
                .filter(|(day, _)| !is_weekend(*day) && self.holiday(*day, city).is_none())
                .find_map(|(_, unsaid)| unsaid);
            let is_one = unsaid.is_some()
                && beside.into_iter().all(may_be_free)
                && self.holiday(date, city).is_none();
            named = named.or(unsaid.filter(|_| is_one));
            is_one
        };
        let towns: Vec<CityId> =
            members.iter().copied().filter(|city| is_doubtful(*city)).collect();
        Some((Cause::BridgeUnsaid(named?), Towns::among(members, |id| towns.contains(&id))?))
    }

    /// The holiday that `city` may have on `date`, if nobody has said.
    fn unsaid(&self, date: NaiveDate, city: CityId) -> Option<Holiday> {
        let concerns =
            |entry: &&AlmanacEntry<'_>| entry.cities.is_empty() || entry.cities.contains(&city);
        self.entries(date).iter().filter(concerns).find_map(|entry| match entry.occasion {
            Occasion::HolidayUnsaid(holiday) => Some(holiday),
            Occasion::Holiday(..)
            | Occasion::HolidayElsewhere(_)
            | Occasion::HalfHoliday(_)
            | Occasion::Period(_) => None,
        })
    }

    /// The holiday that `city` has on `date`.
    fn holiday(&self, date: NaiveDate, city: CityId) -> Option<FreeDay<'a>> {
        let concerns =
            |entry: &&AlmanacEntry<'_>| entry.cities.is_empty() || entry.cities.contains(&city);
        self.entries(date).iter().filter(concerns).find_map(|entry| entry.occasion.free_day())
    }
}

/// Where the entry of `city` says that it has `holiday`, which only single municipalities have.
fn extra(city: &City, holiday: Holiday) -> Option<Origin> {
    let mut own = city.extra_holidays.iter().flatten();
    own.find(|own| own.value.day() == holiday).map(|own| own.origin)
}

pub(super) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
