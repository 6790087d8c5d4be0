//! What there is to tell of a year: which meetings it held, who was there, what was treated and agreed.
//!
//! A year that has not ended is told up to its day, and what nobody wrote down is told as that.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::action::{Action, ActionStatus};
use crate::domain::id::CityId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::session::Audience;
use crate::domain::topic::Topic;
use crate::domain::workspace::Workspace;
use crate::plan::post::attendance::{towns, unrecorded};
use crate::plan::programme::rooms::audience;
use crate::plan::topics::{Treatment, standings};

/// A year, on the day on which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// Its number.
    pub number: i32,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// The day on which it is told.
    pub today: NaiveDate,
}

impl Year {
    /// The year `number` on the day `today`; none if it has not begun, or no calendar knows it.
    pub fn new(number: i32, today: NaiveDate) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(number, 1, 1)?;
        let last = NaiveDate::from_ymd_opt(number, 12, 31)?;
        (first <= today).then_some(Self { number, first, last, today })
    }

    /// Whether it has not ended yet.
    pub fn is_running(self) -> bool {
        self.today <= self.last
    }

    /// The last day that is told of.
    pub fn until(self) -> NaiveDate {
        self.last.min(self.today)
    }

    /// Whether `date` is one of its days.
    pub fn holds(self, date: NaiveDate) -> bool {
        date.year() == self.number
    }
}

/// What became of a meeting that was to be held in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was held.
    Held,
    /// Its day has passed, and nobody wrote down whether it was held.
    Unrecorded,
    /// It is still to come.
    Ahead,
    /// It was cancelled.
    Cancelled,
    /// It was moved out of the year, to this day if one is known.
    Moved(Option<NaiveDate>),
}

/// A meeting of a year.
#[derive(Clone, Copy, Debug)]
pub struct Event<'w> {
    /// The meeting.
    pub meeting: &'w Meeting,
    /// The days that it has, or had, in the year.
    pub days: (NaiveDate, NaiveDate),
    /// What became of it.
    pub fate: Fate,
}

/// The meetings that were to be held in `year`, by date; ideas are none.
pub fn events(workspace: &Workspace, year: Year) -> Vec<Event<'_>> {
    let meetings = workspace.meetings.iter().filter(|it| it.status.value != Status::Idea);
    let mut events: Vec<Event<'_>> = meetings.filter_map(|it| event(it, year)).collect();
    events.sort_by_key(|event| (event.days, &event.meeting.id));
    events
}

fn event(meeting: &Meeting, year: Year) -> Option<Event<'_>> {
    let first = meeting.when.date.map(|date| date.value);
    if let Some(first) = first.filter(|date| year.holds(*date)) {
        let last = meeting.when.last_day().unwrap_or(first);
        let fate = match meeting.status.value {
            Status::Held => Fate::Held,
            Status::Cancelled => Fate::Cancelled,
            Status::Idea | Status::Planned | Status::Invited | Status::Postponed => {
                if last < year.today { Fate::Unrecorded } else { Fate::Ahead }
            }
        };
        return Some(Event { meeting, days: (first, last), fate });
    }
    // The day that it had last in the year.
    let (first, last) = meeting.history.iter().rev().find_map(|entry| {
        let first = entry.date.filter(|date| year.holds(*date))?;
        Some((first, entry.end_date.unwrap_or(first)))
    })?;
    let is_off = meeting.status.value == Status::Cancelled;
    let to = meeting.when.date.map(|date| date.value);
    let fate = if is_off { Fate::Cancelled } else { Fate::Moved(to) };
    Some(Event { meeting, days: (first, last), fate })
}

/// The meetings that were held on a day that nobody knows.
pub fn undated(workspace: &Workspace) -> Vec<&Meeting> {
    let held = workspace.meetings.iter().filter(|it| it.status.value == Status::Held);
    held.filter(|meeting| meeting.when.date.is_none()).collect()
}

/// How often a town was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// The town; none for those of no town.
    pub city: Option<CityId>,
    /// At how many meetings it is on record.
    pub meetings: usize,
    /// At how many it could be: it was a member, and something is on record of it.
    pub possible: usize,
    /// At how many it could be as well, but nobody knows whether it was.
    pub unknown: usize,
    /// How many people are on record.
    pub people: u32,
    /// At how many meetings it is known only that it was there, and not who.
    pub uncounted: u32,
}

/// Who was at the meetings of a year.
#[derive(Clone, Debug, Default)]
pub struct Attendance {
    /// At how many meetings it is on record who was there.
    pub recorded: usize,
    /// At how many of them it is on record of some members only.
    pub partly: usize,
    /// How often each town was there: members of the year first, in the network's order, and those of no
    /// town last. Of a year without any record nothing is told.
    pub towns: Vec<Presence>,
}

/// Who was at those of the `events` that have taken place.
pub fn attendance(workspace: &Workspace, year: Year, events: &[Event<'_>]) -> Attendance {
    let took_place = |event: &&Event<'_>| matches!(event.fate, Fate::Held | Fate::Unrecorded);
    let records = events.iter().filter(took_place);
    let records = records.map(|Event { days, meeting, .. }| {
        (days.0, towns(workspace, meeting), unrecorded(workspace, meeting))
    });
    let records: Vec<_> = records.filter(|(_, towns, _)| !towns.is_empty()).collect();
    if records.is_empty() {
        return Attendance::default();
    }
    let of = |city: Option<CityId>| {
        let could = |day| city.is_some_and(|it| workspace.city(it).membership.covers(day));
        let is_open = |open: &[CityId]| city.is_some_and(|city| open.contains(&city));
        let could_be = || records.iter().filter(|(day, ..)| could(*day));
        let unknown = could_be().filter(|(.., open)| is_open(open)).count();
        let possible = could_be().count() - unknown;
        let own = records.iter().flat_map(|(_, towns, _)| towns).filter(|town| town.city == city);
        let none = Presence { city, meetings: 0, possible, unknown, people: 0, uncounted: 0 };
        own.fold(none, |sum, town| Presence {
            meetings: sum.meetings + 1,
            people: sum.people.saturating_add(town.people),
            uncounted: sum.uncounted + u32::from(town.people == 0),
            ..sum
        })
    };
    let cities = workspace.numbered_cities().map(|(id, _)| Some(id)).chain([None]);
    let is_told = |one: &Presence| {
        let is_member = |city: CityId| was_member(workspace, city, year);
        one.meetings > 0 || one.city.is_some_and(is_member)
    };
    let partly = records.iter().filter(|(.., open)| !open.is_empty()).count();
    Attendance { recorded: records.len(), partly, towns: cities.map(of).filter(is_told).collect() }
}

/// Whether a town was a member on any day of the year that is told of.
pub fn was_member(workspace: &Workspace, city: CityId, year: Year) -> bool {
    let membership = &workspace.city(city).membership;
    let begins = |date: NaiveDate| (year.first..=year.until()).contains(&date);
    let starts = membership.since.iter().map(|since| since.value);
    let earlier = membership.earlier.iter().map(|earlier| earlier.value.first());
    membership.covers(year.first) || starts.chain(earlier).any(begins)
}

/// The topics that were treated at the meetings of the year that were held, each with where; what only
/// members or the chair may read of is left out.
pub fn topics(workspace: &Workspace, year: Year) -> Vec<(&Topic, Vec<Treatment<'_>>)> {
    let is_told = |one: &Treatment<'_>| {
        let meeting = one.meeting;
        let is_public = |session| audience(&meeting.sessions, session) == Audience::Public;
        meeting.status.value == Status::Held
            && one.date().is_some_and(|date| year.holds(date))
            && one.session.is_none_or(is_public)
    };
    let mut all = standings(workspace, year.today, year.today);
    all.sort_by_key(|standing| standing.id);
    let told = all.into_iter().map(|standing| {
        let treated: Vec<_> = standing.treated.into_iter().filter(is_told).collect();
        (standing.topic, treated)
    });
    told.filter(|(_, treated)| !treated.is_empty()).collect()
}

/// What was agreed, and what became of it.
#[derive(Clone, Debug, Default)]
pub struct Agreed<'w> {
    /// What was agreed in the year, in the order of the day on which it was.
    pub own: Vec<&'w Action>,
    /// What was agreed before, and done or dropped in the year.
    pub closed: Vec<&'w Action>,
    /// How much of what was agreed before is still open.
    pub left: usize,
    /// How much was agreed on a day that nobody knows.
    pub undated: usize,
}

/// What was agreed in `year` and before.
pub fn agreed(workspace: &Workspace, year: Year) -> Agreed<'_> {
    let mut agreed = Agreed::default();
    for action in &workspace.actions {
        match day_of(workspace, action) {
            None => agreed.undated += 1,
            Some(day) if year.holds(day) && day <= year.today => agreed.own.push(action),
            Some(day) if day > year.last || day > year.today => {}
            Some(_) if action.status == ActionStatus::Open => agreed.left += 1,
            Some(_) if action.closed.is_some_and(|day| year.holds(day)) => {
                agreed.closed.push(action);
            }
            Some(_) => {}
        }
    }
    agreed.own.sort_by_key(|action| day_of(workspace, action));
    agreed.closed.sort_by_key(|action| action.closed);
    agreed
}

/// The day on which `action` was agreed: that of its meeting, else its own.
fn day_of(workspace: &Workspace, action: &Action) -> Option<NaiveDate> {
    match &action.meeting {
        Some(id) => workspace.meeting(id.as_str())?.when.date.map(|date| date.value),
        None => action.agreed,
    }
}

#[cfg(test)]
mod tests;
