//! Which days suit all towns, and what speaks against each.
//!
//! Every day is judged by itself: what speaks against it depends neither on the days around that
//! are looked at nor on their number. Minus points have one scale: 100 is what keeps all towns
//! away, a town of nine counts a ninth of it, the host counts for all.

use std::rc::Rc;

use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};

use crate::domain::calendar::{DoubtCause, PeriodKind};
use crate::domain::date_rules::{DateRules, Weight};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;
use crate::plan::rotation::turn;

pub mod blocked;
pub mod extra;
pub mod holiday;
pub mod law;
pub mod postpone;
pub mod school;

mod against;
mod almanac;
mod neighbours;
mod reason;
#[cfg(test)]
mod tests;

use against::Against;
use almanac::{Almanac, Occasion, is_weekend};
use neighbours::Neighbours;
pub use reason::{Cause, Effect, Reason, Towns};
use school::Known;

/// So many days are needed to prepare a meeting: invitations go out six weeks before.
const PREPARATION: i64 = 42;

/// What is asked.
#[derive(Clone, Debug)]
pub struct DatesQuestion {
    /// The days to judge.
    pub days: DateRange,
    /// The day from which there is time to prepare.
    pub today: NaiveDate,
    /// The town that hosts, if that is settled.
    pub host: Option<CityId>,
    /// The weekdays to judge; none means all.
    pub weekdays: Vec<Weekday>,
}

/// A day and what speaks against it.
#[derive(Clone, Debug)]
pub struct Day<'a> {
    /// The day.
    pub date: NaiveDate,
    /// The towns that take part: the members on that day, in the network's order.
    pub members: Rc<[CityId]>,
    /// What speaks against it, the heaviest first.
    pub reasons: Vec<Reason<'a>>,
}

impl Day<'_> {
    /// Whether it is out of the question.
    pub fn is_blocked(&self) -> bool {
        self.reasons.iter().any(|reason| reason.effect == Effect::Block)
    }

    /// All its minus points.
    pub fn points(&self) -> u32 {
        let points = self.reasons.iter().map(|reason| match reason.effect {
            Effect::Minus(points) => points,
            Effect::Block | Effect::Unknown(_) => 0,
        });
        points.sum()
    }

    /// What it would weigh if all that nobody knows spoke against it: blocked, or all minus points.
    pub fn at_worst(&self) -> Weight {
        let weights = self.reasons.iter().map(|reason| match reason.effect {
            Effect::Block => Weight::Block,
            Effect::Minus(points) => Weight::Minus(points),
            Effect::Unknown(weight) => weight,
        });
        let add = |sum: Weight, weight: Weight| match (sum, weight) {
            (Weight::Minus(sum), Weight::Minus(points)) => Weight::Minus(sum + points),
            (Weight::Block, _) | (_, Weight::Block) => Weight::Block,
        };
        weights.fold(Weight::Minus(0), add)
    }

    /// How many of the towns that take part nothing keeps away.
    pub fn free_towns(&self) -> usize {
        let counting = self.reasons.iter().filter(|reason| !reason.effect.is_unknown());
        let mut kept = Vec::new();
        for reason in counting {
            match &reason.towns {
                Towns::None => {}
                Towns::All => return 0,
                Towns::Some(towns) => kept.extend(towns),
            }
        }
        self.members.iter().filter(|member| !kept.contains(member)).count()
    }

    /// Whether something about it is not known.
    pub fn is_unknown(&self) -> bool {
        self.reasons.iter().any(|reason| reason.effect.is_unknown())
    }

    /// Where it stands among the others, the best first.
    fn place(&self) -> (bool, Weight, u32) {
        if self.is_blocked() {
            return (true, Weight::Block, 0);
        }
        (false, self.at_worst(), self.points())
    }
}

/// Judges the days asked for, the best first: those that nothing blocks by the minus points that they
/// have at worst, so that what nobody knows never goes for free; of equal ones those that may have
/// fewer, then the earlier; the blocked ones last, by date.
pub fn dates<'a>(workspace: &'a Workspace, question: &DatesQuestion) -> Vec<Day<'a>> {
    let search = Search::new(workspace, question);
    let asked = |date: &NaiveDate| {
        question.weekdays.is_empty() || question.weekdays.contains(&date.weekday())
    };
    let (first, last) = (question.days.first(), question.days.last());
    let dates = first.iter_days().take_while(|date| *date <= last).filter(asked);
    let mut members = Rc::from([]);
    let mut days: Vec<Day<'_>> = dates.map(|date| search.judge(date, &mut members)).collect();
    days.sort_by_cached_key(|day| (day.place(), day.date));
    days
}

/// All that is known of the days asked for.
struct Search<'a, 'q> {
    workspace: &'a Workspace,
    rules: &'a DateRules,
    question: &'q DatesQuestion,
    almanac: Almanac<'a>,
    neighbours: Neighbours<'a>,
    known: Known,
}

impl<'a, 'q> Search<'a, 'q> {
    fn new(workspace: &'a Workspace, question: &'q DatesQuestion) -> Self {
        Self { neighbours: Neighbours::new(workspace), ..Self::apart(workspace, question) }
    }

    /// The same without other meetings.
    fn apart(workspace: &'a Workspace, question: &'q DatesQuestion) -> Self {
        Self {
            workspace,
            rules: &workspace.network.date_rules,
            question,
            almanac: Almanac::new(workspace, question.days),
            neighbours: Neighbours::default(),
            known: Known::new(workspace),
        }
    }

    /// Judges one day. `members` are those of the day before, which mostly are the same.
    fn judge(&self, date: NaiveDate, members: &mut Rc<[CityId]>) -> Day<'a> {
        let present = || turn::members(self.workspace, date).map(|(id, _)| id);
        if !present().eq(members.iter().copied()) {
            *members = present().collect();
        }
        let mut against = Against::new(members, self.question.host);
        self.calendar(date, &mut against);
        self.host(date, &mut against);
        self.cadence(date, &mut against);
        let reasons = against.into_reasons();
        Day { date, members: Rc::clone(members), reasons }
    }

    /// What the calendar says: free days, school holidays, local events.
    fn calendar(&self, date: NaiveDate, against: &mut Against<'a, '_>) {
        let weekend = is_weekend(date);
        if weekend && !self.wants(date.weekday()) {
            against.add(Cause::Weekend, Towns::All, self.rules.weekend);
        }
        for entry in self.almanac.entries(date) {
            match entry.occasion {
                Occasion::HalfHoliday(_) if weekend => {}
                Occasion::HolidayUnsaid(_) | Occasion::HolidayElsewhere(_) => {
                    let concerns = |city| entry.cities.is_empty() || entry.cities.contains(&city);
                    if let Some(towns) = Towns::among(against.members, concerns) {
                        against.add_unknown(entry.occasion.cause(), towns, self.rules.holiday);
                    }
                }
                occasion @ (Occasion::Holiday(..)
                | Occasion::HalfHoliday(_)
                | Occasion::Period(_)) => {
                    let weight = weight(occasion, self.rules);
                    against.add_entry(occasion, &entry.cities, weight);
                }
            }
        }
        if !weekend {
            if let Some((cause, towns)) = self.almanac.bridge(date, against.members) {
                against.add(cause, towns, self.rules.bridge_day);
            }
            if let Some((cause, towns)) = self.almanac.doubtful_bridge(date, against.members) {
                against.add_unknown(cause, towns, self.rules.bridge_day);
            }
        }
        for (cause, towns) in self.known.unknown(date, against.members) {
            against.add_unknown(cause, towns, self.rules.school_holiday);
        }
        if let Some(towns) = self.known.holidays_unknown(date, against.members) {
            against.add_unknown(Cause::HolidaysUnknown, towns, self.rules.holiday);
        }
        let doubts = self.workspace.doubts.iter().chain(&self.workspace.published.doubts);
        let mut told: Vec<(Option<&Line>, &[CityId])> = Vec::new();
        for doubt in doubts.filter(|doubt| doubt.covers(date)) {
            // Parts of a region may have holidays of one name on other days: that is said once.
            let same = (doubt.title.as_ref(), doubt.cities.as_slice());
            if doubt.cause == DoubtCause::Local && told.contains(&same) {
                continue;
            }
            told.push(same);
            let concerns = |city| doubt.cities.is_empty() || doubt.cities.contains(&city);
            if let Some(towns) = Towns::among(against.members, concerns) {
                against.add_unknown(Cause::Doubt(doubt), towns, of_kind(doubt.kind, self.rules));
            }
        }
    }

    /// What keeps the host from hosting.
    fn host(&self, date: NaiveDate, against: &mut Against<'a, '_>) {
        let Some(host) = self.question.host else { return };
        let city = self.workspace.city(host);
        if !city.membership.covers(date) {
            against.add(Cause::HostNoMember(host), Towns::None, Weight::Block);
        }
        if let Some(absence) = city.unavailable.iter().find(|absence| absence.days.contains(date)) {
            let cause = Cause::HostUnavailable(host, absence);
            against.add(cause, Towns::None, self.rules.host_unavailable);
        }
    }

    /// How the day fits the rhythm of the network, and whether there is time to prepare.
    fn cadence(&self, date: NaiveDate, against: &mut Against<'a, '_>) {
        let (rules, cadence) = (self.rules, &self.workspace.network.cadence);
        let named = cadence.weekdays.is_empty() || self.wants(date.weekday());
        if !named && !is_weekend(date) {
            against.add(Cause::OtherWeekday, Towns::None, rules.other_weekday);
        }
        if !cadence.months.is_empty() && !cadence.months.contains(&date.month()) {
            against.add(Cause::OtherMonth, Towns::None, rules.other_month);
        }
        for close in self.neighbours.too_close(date) {
            let cause = Cause::TooClose(close.meeting, close.days);
            against.add_part(cause, rules.too_close, close.part);
        }
        let earliest = self.question.today + TimeDelta::days(PREPARATION);
        if let Some(far) = self.neighbours.too_far(date, earliest) {
            against.add_part(Cause::TooFar(far.meeting, far.days), rules.too_far, far.part);
        }
        let left = (date - self.question.today).num_days();
        if (0..PREPARATION).contains(&left) {
            let part = (PREPARATION - left, PREPARATION);
            against.add_part(Cause::ShortNotice(left), rules.short_notice, part);
        }
    }

    /// Whether the weekday is one that was asked for, or that the cadence names.
    fn wants(&self, weekday: Weekday) -> bool {
        self.question.weekdays.contains(&weekday)
            || self.workspace.network.cadence.weekdays.contains(&weekday)
    }
}

/// What an entry of the calendar weighs.
fn weight(occasion: Occasion<'_>, rules: &DateRules) -> Weight {
    match occasion {
        Occasion::HalfHoliday(_) => rules.half_holiday,
        Occasion::Period(period) => of_kind(period.kind, rules),
        Occasion::Holiday(..) | Occasion::HolidayUnsaid(_) | Occasion::HolidayElsewhere(_) => {
            rules.holiday
        }
    }
}

/// What a period of this kind weighs.
fn of_kind(kind: PeriodKind, rules: &DateRules) -> Weight {
    match kind {
        PeriodKind::SchoolHoliday => rules.school_holiday,
        PeriodKind::Holiday => rules.holiday,
        PeriodKind::Council => rules.council,
        PeriodKind::Market => rules.market,
        PeriodKind::Festival => rules.festival,
        PeriodKind::BuildingSite => rules.building_site,
        PeriodKind::Other => rules.other,
    }
}
