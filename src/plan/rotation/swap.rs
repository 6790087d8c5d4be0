//! Two meetings change their hosts.

use chrono::NaiveDate;

use crate::diagnostic::change::{
    NewHostNoMember, NewHostUnavailable, NoHosts, NothingToUndo, SameHosts, SameMeeting,
    TurnIsSettled, VenueElsewhere,
};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::id::CityId;
use crate::domain::meeting::{Meeting, Place, Status};
use crate::domain::rotation::Swap;
use crate::domain::workspace::Workspace;
use crate::source::Located;

/// What speaks against two meetings changing their hosts.
pub fn objections(
    workspace: &Workspace,
    [one, other]: [&Meeting; 2],
    today: NaiveDate,
) -> Vec<Diagnostic> {
    if one.id == other.id {
        return vec![Diagnostic::new(SameMeeting { meeting: one.id.to_string() })];
    }
    let mut findings: Vec<Diagnostic> =
        [one, other].into_iter().filter_map(|meeting| settled(meeting, today)).collect();
    for meeting in [one, other].into_iter().filter(|meeting| meeting.hosts.is_empty()) {
        let problem = NoHosts { meeting: meeting.id.to_string() };
        findings.push(Diagnostic::at(meeting.title.origin, problem));
    }
    if !findings.is_empty() {
        return findings;
    }
    let towns = |meeting: &Meeting| {
        let mut towns: Vec<CityId> = meeting.hosts.iter().map(|host| host.value).collect();
        towns.sort_unstable();
        towns
    };
    if towns(one) == towns(other) {
        let hosts = |meeting: &Meeting| meeting.hosts[0].origin;
        let finding = Diagnostic::at(hosts(one), SameHosts {});
        return vec![finding.with(hosts(other), Label::OtherHere)];
    }
    for (meeting, hosts) in [(one, &other.hosts), (other, &one.hosts)] {
        findings.extend(hosts.iter().flat_map(|host| new_host(workspace, meeting, host)));
        findings.extend(venue(workspace, meeting, hosts));
    }
    findings
}

/// The last swap of these two that is on record.
///
/// # Errors
/// If there is none.
pub fn undoable<'w>(
    workspace: &'w Workspace,
    meetings: [&Meeting; 2],
) -> Result<&'w Swap, Diagnostic> {
    let is_among = |meeting: &Meeting, swap: &Swap| {
        swap.meetings.iter().any(|swapped| swapped.value == meeting.id)
    };
    let mut swaps = workspace.swaps.iter();
    let last = swaps.rfind(|swap| meetings.iter().all(|meeting| is_among(meeting, swap)));
    last.ok_or_else(|| {
        let [one, other] = meetings.map(|meeting| &meeting.id);
        Diagnostic::new(NothingToUndo {
            german: format!("ein Tausch von `{one}` und `{other}` ist nicht verzeichnet"),
            english: format!("no swap of `{one}` and `{other}` is on record"),
        })
    })
}

fn settled(meeting: &Meeting, today: NaiveDate) -> Option<Diagnostic> {
    let date = meeting.when.date;
    let is_past = meeting.when.last_day().is_some_and(|day| day < today);
    let (place, german, english) = match (meeting.status.value, date) {
        (Status::Held, _) => (meeting.status.origin, "es hat stattgefunden", "it took place"),
        (Status::Cancelled, _) => (meeting.status.origin, "es ist abgesagt", "it is cancelled"),
        (Status::Idea | Status::Planned | Status::Invited | Status::Postponed, date) => {
            let date = date.filter(|_| is_past)?;
            (date.origin, "es ist vorbei", "it is over")
        }
    };
    let meeting = meeting.id.to_string();
    Some(Diagnostic::at(place, TurnIsSettled { meeting, german, english }))
}

fn new_host(workspace: &Workspace, meeting: &Meeting, host: &Located<CityId>) -> Vec<Diagnostic> {
    let (town, Some(date)) = (workspace.city(host.value), meeting.when.date) else {
        return Vec::new();
    };
    let (city, first) = (town.name.to_string(), date.value);
    if !town.membership.covers(first) {
        let finding = Diagnostic::at(host.origin, NewHostNoMember { city, date: first });
        return vec![finding.with(date.origin, Label::ComparedWith)];
    }
    let last = meeting.when.last_day().unwrap_or(first);
    let absences = town.unavailable.iter();
    let absences = absences.filter(|it| it.days.first() <= last && first <= it.days.last());
    absences
        .map(|absence| {
            let reason = absence.reason.to_string();
            let problem = NewHostUnavailable { city: city.clone(), date: first, reason };
            Diagnostic::at(absence.origin, problem).with(date.origin, Label::ComparedWith)
        })
        .collect()
}

fn venue(
    workspace: &Workspace,
    meeting: &Meeting,
    hosts: &[Located<CityId>],
) -> Option<Diagnostic> {
    let place = meeting.place.as_ref()?;
    let (Place::Venue(id) | Place::Room(id, _)) = &place.value else { return None };
    let venue = workspace.venue(*id);
    let city = venue.city?.value;
    let is_elsewhere = hosts.iter().all(|host| host.value != city);
    is_elsewhere.then(|| {
        let problem = VenueElsewhere {
            meeting: meeting.id.to_string(),
            venue: venue.name.to_string(),
            city: workspace.city(city).name.to_string(),
        };
        Diagnostic::at(place.origin, problem)
    })
}
