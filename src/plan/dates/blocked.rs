//! What is in the way of a meeting on its own days.

use std::rc::Rc;

use chrono::NaiveDate;

use super::holiday::HalfHoliday;
use super::reason::{Cause, Effect, Reason, Towns};
use super::{DatesQuestion, Search};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::day::{BlockedDay, DayGap, Obstacle, UnknownDay};
use crate::diagnostic::region::NoRegion;
use crate::domain::calendar::{DoubtCause, PeriodKind};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::region::Region;
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;
use crate::source::Origin;
use crate::text::Language;

/// The days of a meeting that is still to be; none where they are only the best guess.
fn days_ahead(meeting: &Meeting, today: NaiveDate) -> Option<(Origin, DateRange)> {
    let when = &meeting.when;
    let is_ahead = match meeting.status.value {
        Status::Idea | Status::Planned | Status::Invited | Status::Postponed => {
            when.last_day() >= Some(today)
        }
        Status::Held | Status::Cancelled => false,
    };
    let date = when.date.filter(|_| is_ahead && when.date_text.is_none())?;
    Some((date.origin, DateRange::new(date.value, when.last_day()?)?))
}

/// That nothing says whose holidays count, if there is a meeting whose day should be free of them.
pub fn no_region(workspace: &Workspace, today: NaiveDate) -> Option<Diagnostic> {
    let is_asked = || workspace.meetings.iter().any(|it| days_ahead(it, today).is_some());
    (workspace.names_no_region() && is_asked())
        .then(|| Diagnostic::about("network.toml", NoRegion {}))
}

/// What blocks the days of a meeting that is still to be: what `erfa dates` calls blocked, the eves of
/// Christmas and New Year, and another meeting; and what is not known of the first of them of which
/// that is so.
pub fn blocked(workspace: &Workspace, meeting: &Meeting, today: NaiveDate) -> Vec<Diagnostic> {
    let Some((origin, days)) = days_ahead(meeting, today) else { return Vec::new() };
    let names = |towns: &Towns| match towns {
        Towns::None | Towns::All => Vec::new(),
        Towns::Some(towns) => {
            towns.iter().map(|city| workspace.city(*city).name.to_string()).collect()
        }
    };
    // Of a network that says nothing of regions this is said once, and a town that lists its holidays
    // by itself knows of them.
    let may_be_holiday = |city: CityId| {
        !workspace.names_no_region() && workspace.region(city) != Some(Region::OwnCalendar)
    };
    let nouns = || workspace.network.members.clone();
    let mut unknown = None;
    let hosts = meeting.hosts.iter().map(|host| Some(host.value));
    let hosts: Vec<_> = if meeting.hosts.is_empty() { vec![None] } else { hosts.collect() };
    let mut found: Vec<Diagnostic> = Vec::new();
    for host in hosts {
        let question = DatesQuestion { days, today, host, weekdays: Vec::new() };
        let search = Search::apart(workspace, &question);
        let mut members = Rc::from([]);
        for day in days.first().iter_days().take_while(|day| *day <= days.last()) {
            let judged = search.judge(day, &mut members);
            let gap = |reason: &Reason<'_>| {
                let gap = reason.cause.gap(Line::to_string)?;
                let is_meant = |city: CityId| match &reason.towns {
                    Towns::None | Towns::All => may_be_holiday(city),
                    Towns::Some(towns) => towns.contains(&city) && may_be_holiday(city),
                };
                let towns = match gap {
                    DayGap::Holidays => Towns::among(&judged.members, is_meant)?,
                    DayGap::Unsaid(_)
                    | DayGap::Elsewhere(_)
                    | DayGap::Entry(_)
                    | DayGap::Recurring(_)
                    | DayGap::Local(_) => reason.towns.clone(),
                };
                Some((gap, names(&towns)))
            };
            let gaps: Vec<_> = judged.reasons.iter().filter_map(gap).collect();
            if unknown.is_none() && !gaps.is_empty() {
                unknown =
                    Some(Diagnostic::at(origin, UnknownDay { date: day, gaps, members: nouns() }));
            }
            let reasons = judged.reasons.iter().filter(|reason| is_in_the_way(reason));
            let others = others(workspace, meeting, day);
            for reason in reasons.cloned().chain(others) {
                let Some(obstacle) = reason.cause.obstacle(workspace, Line::to_string) else {
                    continue;
                };
                let towns = names(&reason.towns);
                let problem = BlockedDay { date: day, obstacle, towns, members: nouns() };
                let finding = Diagnostic::at(origin, problem);
                let words = |one: &Diagnostic| one.problem.wording(Language::English).message;
                if found.iter().all(|known| words(known) != words(&finding)) {
                    found.push(finding);
                }
            }
        }
    }
    found.extend(unknown);
    found
}

fn is_in_the_way(reason: &Reason<'_>) -> bool {
    let is_eve = matches!(
        reason.cause,
        Cause::HalfHoliday(HalfHoliday::ChristmasEve | HalfHoliday::NewYearsEve)
    );
    reason.effect == Effect::Block || is_eve
}

/// The other meetings on `day`.
fn others<'w>(
    workspace: &'w Workspace,
    meeting: &Meeting,
    day: NaiveDate,
) -> impl Iterator<Item = Reason<'w>> {
    let is_on = move |other: &&Meeting| {
        let when = &other.when;
        let days = when.date.zip(when.last_day());
        let is_there = days.is_some_and(|(first, last)| first.value <= day && day <= last);
        is_there && when.date_text.is_none() && other.status.value != Status::Cancelled
    };
    let id = meeting.id.clone();
    let near = workspace.meetings_around(day).iter();
    let others = near.filter(move |other| other.id != id).filter(is_on);
    others.map(|other| Reason {
        cause: Cause::TooClose(other, 0),
        towns: Towns::None,
        effect: Effect::Block,
    })
}

impl Cause<'_> {
    /// What nobody knows of a day itself; `show` gives the title of an entry.
    pub fn gap(&self, show: impl Fn(&Line) -> String) -> Option<DayGap> {
        match self {
            Self::HolidaysUnknown => Some(DayGap::Holidays),
            Self::HolidayUnsaid(holiday) => {
                let names = [Language::German, Language::English].map(|it| holiday.name(it));
                Some(DayGap::Unsaid(names))
            }
            Self::HolidayElsewhere(holiday) => {
                let names = [Language::German, Language::English].map(|it| holiday.name(it));
                Some(DayGap::Elsewhere(names))
            }
            Self::Doubt(doubt) => {
                let title = doubt.title.as_ref().map(show);
                Some(match doubt.cause {
                    DoubtCause::Unreadable => DayGap::Entry(title),
                    DoubtCause::Recurring => DayGap::Recurring(title),
                    DoubtCause::Local => DayGap::Local(title),
                })
            }
            Self::Weekend
            | Self::Holiday(..)
            | Self::HalfHoliday(_)
            | Self::Period(_)
            | Self::BridgeByLaw(..)
            | Self::BridgeByPeriod(_)
            | Self::BridgeUnsaid(_)
            | Self::SchoolUnknown { .. }
            | Self::HostNoMember(_)
            | Self::HostUnavailable(..)
            | Self::OtherWeekday
            | Self::OtherMonth
            | Self::TooClose(..)
            | Self::TooFar(..)
            | Self::ShortNotice(_) => None,
        }
    }

    /// What it is if it can keep a meeting from a day; `show` gives the title of an entry.
    pub fn obstacle(
        &self,
        workspace: &Workspace,
        show: impl Fn(&Line) -> String,
    ) -> Option<Obstacle> {
        let names =
            |name: &dyn Fn(Language) -> String| [name(Language::German), name(Language::English)];
        let holiday = |title: String| Obstacle::Holiday([title.clone(), title]);
        Some(match self {
            Self::Weekend => Obstacle::Weekend,
            Self::Holiday(holiday, _) => {
                Obstacle::Holiday(names(&|language| holiday.name(language).to_owned()))
            }
            Self::HalfHoliday(day) => {
                Obstacle::HalfHoliday([Language::German, Language::English].map(|it| day.name(it)))
            }
            Self::Period(period) => match period.kind {
                PeriodKind::Holiday => holiday(show(&period.title)),
                PeriodKind::SchoolHoliday => return None,
                PeriodKind::Council
                | PeriodKind::Market
                | PeriodKind::Festival
                | PeriodKind::BuildingSite
                | PeriodKind::Other => Obstacle::Entry(show(&period.title)),
            },
            Self::HostNoMember(host) => Obstacle::NoMember(workspace.city(*host).name.to_string()),
            Self::HostUnavailable(host, absence) => Obstacle::Unavailable(
                workspace.city(*host).name.to_string(),
                absence.reason.to_string(),
            ),
            Self::TooClose(meeting, 0) => Obstacle::SameDay(meeting.when.date?.value),
            Self::TooClose(..)
            | Self::BridgeByLaw(..)
            | Self::BridgeByPeriod(_)
            | Self::BridgeUnsaid(_)
            | Self::SchoolUnknown { .. }
            | Self::HolidaysUnknown
            | Self::HolidayUnsaid(_)
            | Self::HolidayElsewhere(_)
            | Self::Doubt(_)
            | Self::OtherWeekday
            | Self::OtherMonth
            | Self::TooFar(..)
            | Self::ShortNotice(_) => return None,
        })
    }
}
