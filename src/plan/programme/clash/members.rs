//! Towns that are members, were, or host no more: what about them is probably not meant.

use std::collections::HashSet;

use chrono::{NaiveDate, TimeDelta};

use super::report::ClashReport;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::programme::{FormerHostNamed, StillNamed, UnknownMembership};
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::session::{Cast, Certainty, Role, Session};
use crate::domain::workspace::Workspace;
use crate::plan::programme::told::{Told, by_meeting};
use crate::source::Located;
use crate::text::{brief, slug};

/// How long a network meets before it is odd that a town appears for the first time, in days.
const YEARS: i64 = 2 * 365;

/// The longest name of a town that is looked for, in bytes.
const LONGEST_NAME: usize = 80;

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
        for (finding, session) in still_named(workspace, meeting, city) {
            report.add(finding, session.as_slice());
        }
    }
}

/// What `meeting` still tells of `city`, which hosts it no more, each with the session that says so.
pub fn still_named<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    city: &City,
) -> Vec<(Diagnostic, Option<&'m Session>)> {
    let at = |origin, still| {
        Diagnostic::at(origin, FormerHostNamed { city: city.name.to_string(), still })
    };
    let is_held = |session: Option<&Session>| {
        session.is_none_or(|session| session.status != Certainty::Dropped)
    };
    let mut found = Vec::new();
    for told in by_meeting(meeting) {
        if told.is_name || !is_of_place(&told) {
            continue;
        }
        if let Some(name) = named(told.words, city) {
            found.push((
                at(told.place_of(name), StillNamed::In(brief(&told.words.replace('\n', " ")))),
                told.session,
            ));
        }
    }
    // A room says nothing of the town: the venue does.
    let place = meeting.place.clone();
    let place = place.map(|it| Located { origin: meeting.venue.unwrap_or(it.origin), ..it });
    let places = std::iter::once((place.as_ref(), None))
        .chain(meeting.sessions.iter().map(|session| (session.place.as_ref(), Some(session))));
    let mut venues = HashSet::new();
    for (place, session) in places.filter(|(_, session)| is_held(*session)) {
        let Some(place) = place else { continue };
        // Whoever changes a venue changes it for all that is there.
        let Some(id) = place.value.venue().filter(|id| venues.insert(*id)) else { continue };
        let venue = workspace.venue(id);
        let town = venue.city.map(|town| &workspace.city(town.value).id);
        if town == Some(&city.id) || named(venue.name.as_str(), city).is_some() {
            let venue = venue.name.to_string();
            found.push((at(place.origin, StillNamed::Venue(venue)), session));
        }
    }
    let people = meeting.people.iter().map(|person| (person, None)).chain(
        meeting
            .sessions
            .iter()
            .flat_map(|session| session.people.iter().map(move |person| (person, Some(session)))),
    );
    for (person, session) in people {
        let town = person.city.map(|town| &workspace.city(town.value).id);
        if person.role == Some(Role::Host) && town == Some(&city.id) {
            found.push((at(person.origin, StillNamed::Host), session));
        }
    }
    found.retain(|(_, session)| is_held(*session));
    found
}

/// Whether words are told of the place where the meeting is: what people from elsewhere tell of their towns in an
/// item is told wherever it is.
fn is_of_place(told: &Told) -> bool {
    told.session.is_none_or(|session| {
        let tells = matches!(session.kind.nature().cast, Cast::Speaks | Cast::IsOnStage);
        !tells && !told.is_of_person
    })
}

/// What of `words` is the name of `city`, or the adjective to it: "Birkenfurt", "Birkenfurts",
/// "Birkenfurter".
fn named<'t>(words: &'t str, city: &City) -> Option<&'t str> {
    let slugged = format!("-{}-", slug(words));
    let name = slug(city.name.as_str());
    let forms = ["", "s", if name.ends_with('e') { "r" } else { "er" }];
    let forms = forms.iter().map(|ending| format!("{name}{ending}"));
    let adjective = city.adjective.as_ref().map(|adjective| slug(adjective.as_str()));
    let mut forms = forms.chain(adjective).filter(|form| !form.is_empty());
    let form = forms.find(|form| slugged.contains(&format!("-{form}-")))?;
    let is_inner = |at: &usize| {
        let letters = [words[..*at].chars().next_back(), words[*at..].chars().next()];
        letters.iter().all(|letter| letter.is_some_and(char::is_alphanumeric))
    };
    let bounds = words.char_indices().map(|(at, _)| at).chain([words.len()]);
    let bounds: Vec<usize> = bounds.filter(|at| !is_inner(at)).collect();
    let parts = bounds.iter().enumerate().flat_map(|(number, start)| {
        let ends = bounds[number..].iter().take_while(move |end| *end - start <= LONGEST_NAME);
        ends.map(move |end| &words[*start..*end])
    });
    // Words that only together make the name, as a slug has it, are named as a whole.
    let part = parts.filter(|part| slug(part) == form).min_by_key(|part| part.len());
    Some(part.unwrap_or(words))
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
    let key = meeting.id.as_str();
    let is_in_key = |city: &City| {
        let (id, length) = (city.id.as_str(), city.id.as_str().len());
        key.match_indices(id).any(|(at, _)| {
            (at == 0 || key[..at].ends_with('-'))
                && (at + length == key.len() || key[at + length..].starts_with('-'))
        })
    };
    let was_host = |id: CityId, city: &City| {
        let by_version = meeting
            .releases
            .iter()
            .any(|release| release.facts.hosts.iter().any(|host| host == city.name.as_str()));
        by_version || swapped.contains(&id) || is_in_key(city)
    };
    let cities = workspace.numbered_cities();
    let former = cities.filter(|(id, city)| !now.contains(id) && was_host(*id, city));
    former.map(|(_, city)| city).collect()
}
