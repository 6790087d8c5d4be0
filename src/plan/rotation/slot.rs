//! Turns that are to be given away, and their days.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::account::Ledger;
use super::turn::{ideas, open_meetings};
use crate::domain::meeting::Meeting;
use crate::domain::network::Cadence;
use crate::domain::workspace::Workspace;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct HostQuestion {
    /// The day to answer for, where no coming meeting waits for a host.
    pub date: Option<NaiveDate>,
    /// The day from which meetings are coming.
    pub today: NaiveDate,
    /// How many turns are to be given away, one after the other; 0 is taken as 1.
    pub count: usize,
}

/// A turn that is to be given away.
#[derive(Clone, Debug)]
pub struct Slot<'a> {
    /// The days of the meeting.
    pub days: RangeInclusive<NaiveDate>,
    /// The meeting; none for a turn that is only foreseen.
    pub meeting: Option<&'a Meeting>,
}

impl<'a> Slot<'a> {
    /// The first day.
    pub fn date(&self) -> NaiveDate {
        *self.days.start()
    }

    fn of((date, meeting): (NaiveDate, &'a Meeting)) -> Self {
        let last = meeting.when.last_day().map_or(date, |last| last.max(date));
        Self { days: date..=last, meeting: Some(meeting) }
    }

    /// A turn without a meeting on `date`.
    pub(super) fn foreseen(date: NaiveDate) -> Self {
        Self { days: date..=date, meeting: None }
    }
}

/// The coming meetings without a host, then turns after the last one, on days on which the network would
/// meet: what `next-host` and `plan` mean by the next turn, and the days of both.
///
/// The first foreseen turn is on the day asked for, as it is. Else it is counted from today, or as far
/// after the last turn that has a day as the cadence says; see [`Season`] for the day that this gives, and
/// for the others.
pub fn next_slots<'a>(
    workspace: &'a Workspace,
    ledger: &Ledger<'_>,
    question: HostQuestion,
) -> Vec<Slot<'a>> {
    slots(workspace, ledger, question, open_meetings(workspace, question.today))
}

/// The same for a plan: coming ideas are among its slots, for an idea is no turn, and who hosts it is still
/// to be decided.
pub fn planned_slots<'a>(
    workspace: &'a Workspace,
    ledger: &Ledger<'_>,
    question: HostQuestion,
) -> Vec<Slot<'a>> {
    let mut open = open_meetings(workspace, question.today);
    open.extend(ideas(workspace, question.today));
    open.sort_by_key(|(date, meeting)| (*date, &meeting.id));
    slots(workspace, ledger, question, open)
}

fn slots<'a>(
    workspace: &'a Workspace,
    ledger: &Ledger<'_>,
    question: HostQuestion,
    open: Vec<(NaiveDate, &'a Meeting)>,
) -> Vec<Slot<'a>> {
    let first = first_foreseen(workspace, ledger, question, open.last().map(|(date, _)| *date));
    let years = Years::new(workspace, ledger, &open);
    let season = Season::new(&workspace.network.cadence, first, years);
    let asked = question.date.filter(|asked| *asked == first);
    let foreseen = asked.into_iter().chain(season.skip(usize::from(asked.is_some())));
    let foreseen = foreseen.map(Slot::foreseen);
    open.into_iter().map(Slot::of).chain(foreseen).take(question.count.max(1)).collect()
}

/// The day of the first foreseen turn, before anybody looks at months and weekdays.
fn first_foreseen(
    workspace: &Workspace,
    ledger: &Ledger<'_>,
    question: HostQuestion,
    last_open: Option<NaiveDate>,
) -> NaiveDate {
    let after = |date| later(date, 1, &workspace.network.cadence);
    let asked = question.date.unwrap_or(question.today);
    let last_turn = ledger.turns().iter().map(|turn| turn.date).max();
    // A turn after one that is still to come is as far from it as any other.
    let last_turn = last_turn.filter(|date| *date > asked).map(after);
    let last_open = last_open.map(after);
    last_turn.into_iter().chain(last_open).fold(asked, NaiveDate::max)
}

/// The day so many turns after `date`, as far as the network's cadence says how far they are apart.
fn later(date: NaiveDate, turns: u64, cadence: &Cadence) -> NaiveDate {
    let days = |number| turns.saturating_mul(365) / u64::from(number);
    let days = cadence.per_year.map_or(0, days);
    // Beyond the end of the calendar all days are alike.
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

/// The years in which there are more turns with these `slots` than the cadence says, each with their
/// number.
pub fn overfull(workspace: &Workspace, ledger: &Ledger<'_>, slots: &[Slot<'_>]) -> Vec<(i32, u32)> {
    let Some(most) = workspace.network.cadence.per_year else { return Vec::new() };
    let mut years = Years::new(workspace, ledger, &[]);
    for slot in slots {
        years.count(slot.date());
    }
    let is_planned = |year: i32| slots.iter().any(|slot| slot.date().year() == year);
    years.turns.into_iter().filter(|(year, turns)| *turns > most && is_planned(*year)).collect()
}

/// Whether the cadence says how far turns are apart.
pub fn is_paced(cadence: &Cadence) -> bool {
    cadence.per_year.is_some() || !cadence.months.is_empty()
}

/// The days on which a network would meet.
///
/// Its months are counted as if there were no others, and the turns of a year are spread evenly
/// over them: with a turn for each month all are on the same day of the month. From there each goes
/// on to the first day that has one of the network's weekdays. Without a number a year there is one
/// turn for each month that is named; if none is, nothing says how far turns are apart, and all are
/// on one day.
struct Season<'c> {
    cadence: &'c Cadence,
    /// How many turns have a day already.
    turns: u32,
    /// The day from which the season is counted, and the month that was reached from there.
    start: NaiveDate,
    month: NaiveDate,
    months_passed: u32,
    last: Option<NaiveDate>,
    years: Years,
}

/// How many turns each year has, of which it is to have no more than the cadence says.
#[derive(Clone, Debug)]
struct Years {
    per_year: Option<u32>,
    turns: BTreeMap<i32, u32>,
}

impl Years {
    /// With the turns that have hosts, and the meetings that wait for one.
    fn new(workspace: &Workspace, ledger: &Ledger<'_>, open: &[(NaiveDate, &Meeting)]) -> Self {
        let per_year = workspace.network.cadence.per_year;
        let mut years = Self { per_year, turns: BTreeMap::new() };
        let given = ledger.turns().iter().map(|turn| turn.date);
        given.chain(open.iter().map(|(date, _)| *date)).for_each(|date| years.count(date));
        years
    }

    fn count(&mut self, date: NaiveDate) {
        *self.turns.entry(date.year()).or_default() += 1;
    }

    /// The first day of the next year that has room, if the one of `date` has none.
    fn after_full(&self, date: NaiveDate) -> Option<NaiveDate> {
        let most = self.per_year?;
        let is_full = |year: &i32| self.turns.get(year).is_some_and(|turns| *turns >= most);
        let next = (date.year()..=i32::MAX).find(|year| !is_full(year))?;
        let first = NaiveDate::from_ymd_opt(next, 1, 1);
        first.filter(|_| next > date.year())
    }
}

/// The days of a month, for evenly spread turns.
const MONTH: u32 = 31;

impl<'c> Season<'c> {
    fn new(cadence: &'c Cadence, first: NaiveDate, years: Years) -> Self {
        let (start, month) = (first, first);
        let mut season =
            Self { cadence, turns: 0, start, month, months_passed: 0, last: None, years };
        season.begin(first);
        season
    }

    /// Spreads the turns from this day on.
    fn begin(&mut self, first: NaiveDate) {
        let start = self.first_day(first, |_| true);
        (self.turns, self.months_passed) = (0, 0);
        (self.start, self.month) = (start, start);
    }

    /// The first day from `day` on in the months of the season that `fits`; the day itself if
    /// there is none.
    fn first_day(&self, day: NaiveDate, fits: impl Fn(NaiveDate) -> bool) -> NaiveDate {
        let months = &self.cadence.months;
        let in_season = |day: NaiveDate| months.is_empty() || months.contains(&day.month());
        let mut days = day.iter_days().take(3 * 366);
        days.find(|day| in_season(*day) && fits(*day)).unwrap_or(day)
    }

    /// Months and turns a year; none if all turns are on one day.
    fn pace(&self) -> Option<(u32, u32)> {
        let months = &self.cadence.months;
        let is_named = |month: &u32| months.is_empty() || months.contains(month);
        let in_year = (1..=12).filter(is_named).map(|_| 1).sum();
        let named = (!months.is_empty()).then_some(in_year);
        Some((in_year, self.cadence.per_year.or(named)?))
    }

    /// The day of the next turn if any weekday does.
    fn any_weekday(&mut self, (months, turns): (u32, u32)) -> NaiveDate {
        let passed = self.start.day0() * turns + self.turns * months * MONTH;
        while self.months_passed < passed / (MONTH * turns) {
            let next =
                self.month.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
            self.month = self.first_day(next.unwrap_or(self.month), |_| true);
            self.months_passed += 1;
        }
        let day = passed % (MONTH * turns) / turns;
        let days = self.month.num_days_in_month();
        self.month.with_day0(day.min(u32::from(days) - 1)).unwrap_or(self.month)
    }
}

impl Iterator for Season<'_> {
    type Item = NaiveDate;

    fn next(&mut self) -> Option<NaiveDate> {
        let mut day = self.next_day();
        if let Some(next) = self.years.after_full(day) {
            self.begin(next);
            day = self.next_day();
        }
        self.turns += 1;
        self.last = Some(day);
        self.years.count(day);
        Some(day)
    }
}

impl Season<'_> {
    fn next_day(&mut self) -> NaiveDate {
        let pace = self.pace();
        let day = pace.map_or(self.start, |pace| self.any_weekday(pace));
        // Two turns do not meet on one day, unless nothing sets them apart.
        let last = self.last.filter(|_| pace.is_some());
        let is_free = |day: NaiveDate| last.is_none_or(|last| last < day);
        let weekdays = &self.cadence.weekdays;
        let fits = |day: NaiveDate| weekdays.is_empty() || weekdays.contains(&day.weekday());
        self.first_day(day, |day| is_free(day) && fits(day))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Weekday};

    use std::collections::BTreeMap;

    use super::{Season, Years};
    use crate::domain::network::Cadence;

    fn days(per_year: Option<u32>, months: &[u32], weekdays: &[Weekday]) -> Vec<String> {
        let (months, weekdays) = (months.to_vec(), weekdays.to_vec());
        let cadence = Cadence { origin: None, per_year, months, weekdays };
        let first: NaiveDate = "2026-11-22".parse().unwrap();
        let years = Years { per_year, turns: BTreeMap::new() };
        Season::new(&cadence, first, years).take(4).map(|day| day.to_string()).collect()
    }

    #[test]
    fn turns_are_spread_over_the_year() {
        let expected = ["2026-11-22", "2027-03-22", "2027-07-22", "2027-11-22"];
        assert_eq!(days(Some(3), &[], &[]), expected);
        let expected = ["2026-11-24", "2027-03-23", "2027-07-27", "2027-11-23"];
        assert_eq!(days(Some(3), &[], &[Weekday::Tue]), expected);
    }

    #[test]
    fn turns_are_spread_over_the_months() {
        let expected = ["2027-03-01", "2027-06-01", "2027-09-01", "2028-03-01"];
        assert_eq!(days(None, &[3, 6, 9], &[]), expected);
        let expected = ["2027-03-02", "2027-03-16", "2028-03-07", "2028-03-21"];
        assert_eq!(days(Some(2), &[3], &[Weekday::Tue]), expected);
    }

    #[test]
    fn no_day_is_taken_twice_unless_nothing_sets_turns_apart() {
        let expected = ["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15"];
        assert_eq!(days(Some(366), &[], &[Weekday::Tue]), expected);
        assert_eq!(days(None, &[], &[]), ["2026-11-22"; 4]);
    }
}
