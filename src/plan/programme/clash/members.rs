//! Towns that are members, were, or host no more: what about them is probably not meant.

use chrono::{NaiveDate, TimeDelta};

use super::report::ClashReport;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::programme::{FormerHostNamed, UnknownMembership};
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::plan::programme::told::by_meeting;
use crate::text::slug;

/// How long a network meets before it is odd that a town appears for the first time, in days.
const YEARS: i64 = 2 * 365;

/// Reports towns without `member-since` that first appear, as host or guest, when all others have had
/// their turns more than once: they are counted as members from the beginning.
pub(super) fn check(workspace: &Workspace) -> impl Iterator<Item = Diagnostic> {
    let mut meetings: Vec<(NaiveDate, &Meeting)> = workspace
        .meetings
        .iter()
        .filter(|one| one.counts && !one.hosts.is_empty())
        .filter(|one| !matches!(one.status.value, Status::Idea | Status::Cancelled))
        .filter_map(|one| Some((one.when.date?.value, one)))
        .collect();
    meetings.sort_by_key(|(date, meeting)| (*date, &meeting.id));
    workspace.numbered_cities().filter_map(move |(id, city)| late(id, city, &meetings))
}

fn late(id: CityId, city: &City, meetings: &[(NaiveDate, &Meeting)]) -> Option<Diagnostic> {
    let membership = &city.membership;
    if membership.since.is_some() || !membership.earlier.is_empty() {
        return None;
    }
    let (start, _) = meetings.first()?;
    let is_there = |meeting: &Meeting| {
        let mut towns = meeting.hosts.iter().chain(&meeting.attended).chain(&meeting.excused);
        towns.any(|town| town.value == id)
    };
    let at = meetings.iter().position(|(_, meeting)| is_there(meeting))?;
    let mut hosts: Vec<CityId> =
        meetings[..at].iter().flat_map(|(_, one)| &one.hosts).map(|host| host.value).collect();
    hosts.sort_unstable();
    hosts.dedup();
    let first = meetings[at].0;
    let is_late = first - *start >= TimeDelta::days(YEARS) && at >= 2 * hosts.len();
    let problem = UnknownMembership { city: city.name.to_string(), first, start: *start };
    is_late.then(|| Diagnostic::at(city.origin, problem))
}

/// Reports what a meeting tells of a town that was to host it and does so no more.
pub(super) fn former_hosts<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    report: &mut ClashReport<'m>,
) {
    if meeting.hosts.is_empty() {
        return;
    }
    for city in former(workspace, meeting) {
        let name = slug(city.name.as_str());
        let problem = || FormerHostNamed { city: city.name.to_string() };
        let is_named = |words: &str| format!("-{}-", slug(words)).contains(&format!("-{name}-"));
        let own = by_meeting(meeting).into_iter().filter(|told| told.session.is_none());
        for told in own.filter(|told| !told.is_name && is_named(told.words)) {
            report.add(Diagnostic::at(told.origin, problem()), &[]);
        }
        let Some(place) = &meeting.place else { continue };
        let venue = place.value.venue().map(|id| workspace.venue(id));
        let lies_there = venue.is_some_and(|venue| {
            let town = venue.city.map(|town| workspace.city(town.value).id == city.id);
            town == Some(true) || is_named(venue.name.as_str())
        });
        if lies_there {
            report.add(Diagnostic::at(place.origin, problem()), &[]);
        }
    }
}

/// The towns that were to host a meeting by its versions, by swaps, or by its key.
fn former<'w>(workspace: &'w Workspace, meeting: &Meeting) -> Vec<&'w City> {
    let hosts = |meeting: &Meeting| -> Vec<CityId> {
        meeting.hosts.iter().map(|host| host.value).collect()
    };
    let now = hosts(meeting);
    let swapped: Vec<CityId> = workspace
        .swaps
        .iter()
        .filter(|swap| swap.meetings.iter().any(|one| one.value == meeting.id))
        .flat_map(|swap| &swap.meetings)
        .filter_map(|one| workspace.meeting(one.value.as_str()))
        .flat_map(hosts)
        .collect();
    let key = format!("-{}-", meeting.id);
    let was_host = |id: CityId, city: &City| {
        let by_version = meeting
            .releases
            .iter()
            .any(|release| release.facts.hosts.iter().any(|host| host == city.name.as_str()));
        by_version || swapped.contains(&id) || key.contains(&format!("-{}-", city.id))
    };
    let cities = workspace.numbered_cities();
    let former = cities.filter(|(id, city)| !now.contains(id) && was_host(*id, city));
    former.map(|(_, city)| city).collect()
}
