//! Which meetings are turns, and who belongs to the network on a day.

use chrono::NaiveDate;

use crate::domain::city::{City, Membership};
use crate::domain::id::CityId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;
use crate::source::{Located, Origin};

/// A turn as host: one that counts, or one that is foreseen.
#[derive(Clone, Debug)]
pub struct Turn<'a> {
    /// The first day of the meeting.
    pub date: NaiveDate,
    /// The meeting; none for a turn that is only foreseen.
    pub meeting: Option<&'a Meeting>,
    /// Its hosts, at least one of them a member on that day.
    pub hosts: Vec<CityId>,
    /// Which of the turns it is, from 1, that are given away in this reckoning; none if its host is on
    /// file.
    pub reckoned: Option<usize>,
}

impl Turn<'_> {
    /// Where the meeting's file names this host.
    pub fn origin(&self, host: CityId) -> Option<Origin> {
        let hosts = &self.meeting?.hosts;
        hosts.iter().find(|named| named.value == host).map(|named| named.origin)
    }

    /// The host after which the network's order goes on.
    ///
    /// Of several it is the one that stands last in that order; guests of the network do not count.
    pub fn last_in_order(&self, workspace: &Workspace) -> Option<CityId> {
        let is_member = |host: &CityId| workspace.city(*host).membership.covers(self.date);
        self.hosts.iter().copied().filter(is_member).max()
    }
}

/// The meetings that count, by date; those of one day by id.
///
/// A meeting counts if it is planned, invited, held or postponed to a known day, if a member of
/// that day is among its hosts, and if its file does not say `counts = false`.
pub fn turns(workspace: &Workspace) -> Vec<Turn<'_>> {
    let mut meetings: Vec<_> = dated(workspace).filter(|(_, meeting)| is_set(meeting)).collect();
    meetings.sort_by_key(|(date, meeting)| (*date, &meeting.id));
    meetings
        .into_iter()
        .map(|(date, meeting)| Turn {
            date,
            meeting: Some(meeting),
            hosts: meeting.hosts.iter().map(|host| host.value).collect(),
            reckoned: None,
        })
        .filter(|turn| turn.last_in_order(workspace).is_some())
        .collect()
}

/// The meetings from `today` on whose host is still to be found, by date; those of one day by id.
///
/// An idea with a date is among them: it does not count yet, but it waits for a host.
pub fn open_meetings(workspace: &Workspace, today: NaiveDate) -> Vec<(NaiveDate, &Meeting)> {
    let is_open = |meeting: &Meeting| match meeting.status.value {
        Status::Idea | Status::Planned | Status::Invited | Status::Postponed => meeting.host_open,
        Status::Held | Status::Cancelled => false,
    };
    let mut open: Vec<_> =
        dated(workspace).filter(|(date, meeting)| *date >= today && is_open(meeting)).collect();
    open.sort_by_key(|(date, meeting)| (*date, &meeting.id));
    open
}

/// The ideas for meetings from `today` on that name one host, by date and id.
pub fn ideas(workspace: &Workspace, today: NaiveDate) -> Vec<(NaiveDate, &Meeting)> {
    let is_idea =
        |meeting: &Meeting| meeting.status.value == Status::Idea && meeting.hosts.len() == 1;
    let mut ideas: Vec<_> =
        dated(workspace).filter(|(date, meeting)| *date >= today && is_idea(meeting)).collect();
    ideas.sort_by_key(|(date, meeting)| (*date, &meeting.id));
    ideas
}

/// The members on `date`, in the network's order.
pub fn members(workspace: &Workspace, date: NaiveDate) -> impl Iterator<Item = (CityId, &City)> {
    workspace.numbered_cities().filter(move |(_, city)| city.membership.covers(date))
}

/// The first day of the unbroken membership that covers `date`, as the file has it; none if it is
/// not known.
///
/// Memberships that follow each other without a day between them are one.
pub fn joined(membership: &Membership, date: NaiveDate) -> Option<Located<NaiveDate>> {
    let begin = |date| {
        let earlier = membership.earlier.iter().find(|earlier| earlier.value.contains(date));
        earlier.map_or(membership.since, |earlier| Some(earlier.map(DateRange::first)))
    };
    let mut first = begin(date)?;
    while let Some(before) = first.value.pred_opt().filter(|day| membership.covers(*day)) {
        first = begin(before)?;
    }
    Some(first)
}

/// The meetings that could count, with their dates.
fn dated(workspace: &Workspace) -> impl Iterator<Item = (NaiveDate, &Meeting)> {
    let date = |meeting: &Meeting| meeting.when.date.map(|date| date.value);
    let meetings = workspace.meetings.iter().filter(|meeting| meeting.counts);
    meetings.filter_map(move |meeting| Some((date(meeting)?, meeting)))
}

/// Whether the meeting takes place on its date, as far as is known.
fn is_set(meeting: &Meeting) -> bool {
    match meeting.status.value {
        Status::Planned | Status::Invited | Status::Held | Status::Postponed => true,
        Status::Idea | Status::Cancelled => false,
    }
}
