//! Where a meeting is, as letters and notices say it.

use super::programme::Programme;
use super::words::{Words, place, shown};
use crate::domain::meeting::{Meeting, Place};
use crate::domain::session::Certainty;
use crate::domain::workspace::Workspace;
use crate::plan::programme::rooms::is_only_online;
use crate::text::list::and;

/// Where a meeting is, as far as that is known.
pub(super) struct Whereabouts {
    /// Whether one can take part from afar alone.
    pub(super) is_only_online: bool,
    /// The town of its venue; else its hosts, whether they are towns or not. Nobody goes to the host of a
    /// meeting that is online alone.
    pub(super) town: Option<String>,
    /// Whether one can go there, because it is a town.
    is_town: bool,
    /// Whether one can take part from afar as well.
    is_hybrid: bool,
}

impl Whereabouts {
    /// Of `meeting`, whose `programme` this is.
    pub(super) fn of(workspace: &Workspace, meeting: &Meeting, programme: &Programme) -> Self {
        let is_only_online = is_only_online(workspace, meeting);
        let venue = meeting.place.as_ref().and_then(|place| place.value.venue());
        let of_venue = venue.and_then(|venue| place::town(workspace, workspace.venue(venue)));
        let of_venue =
            of_venue.map(|town| with_further_hosts(workspace, meeting, shown(town), programme));
        // Whoever named the house with its town said so.
        let of_venue = of_venue.or_else(|| named_town(workspace, meeting));
        let hosts = || programme.meeting.host_words.clone();
        let is_town = of_venue.is_some() || workspace.network.members.are_towns();
        let town = of_venue.or_else(hosts).filter(|_| !is_only_online);
        let is_there = meeting.place.is_some() || meeting.can_be_joined();
        let is_hybrid = meeting.online.is_some() && is_there && !is_only_online;
        Self { is_only_online, town, is_town, is_hybrid }
    }

    /// "in Mühlhausen", "online", "in Mühlhausen und online"; none where no town is known.
    pub(super) fn in_sentence(&self, words: Words) -> Option<String> {
        if self.is_only_online {
            return Some("online".to_owned());
        }
        let town = self.town.as_ref().filter(|_| self.is_town)?;
        let beside = words.pick(" und online", " and online");
        Some(format!("in {town}{}", if self.is_hybrid { beside } else { "" }))
    }

    /// The place in a line, else that it is online, else who hosts.
    pub(super) fn line(&self, programme: &Programme) -> Option<String> {
        let meeting = &programme.meeting;
        let online = self.is_only_online.then(|| "online".to_owned());
        let place = meeting.place.as_ref().map(|place| place.line.clone());
        place.or(online).or_else(|| meeting.host_words.clone())
    }
}

/// `town`, and the other hosts of `meeting` in whose venues items are held.
fn with_further_hosts(
    workspace: &Workspace,
    meeting: &Meeting,
    town: String,
    programme: &Programme,
) -> String {
    let places = meeting.sessions.iter().filter(|one| one.status != Certainty::Dropped);
    let venues = places.filter_map(|one| one.place.as_ref()?.value.venue());
    let towns: Vec<String> =
        venues.filter_map(|id| place::town(workspace, workspace.venue(id)).map(shown)).collect();
    let hosts = meeting.hosts.iter().map(|host| shown(&workspace.city(host.value).name));
    let others = hosts.filter(|host| *host != town && towns.contains(host));
    let all: Vec<String> = [town.clone()].into_iter().chain(others).collect();
    and(all, programme.language)
}

/// The member town whose name stands in the words for the place; none where it is none or several.
fn named_town(workspace: &Workspace, meeting: &Meeting) -> Option<String> {
    let Place::Free(words) = &meeting.place.as_ref()?.value else { return None };
    let is_named = |name: &str| {
        let is_part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        words.as_str().match_indices(name).any(|(at, _)| {
            let (before, after) = (&words.as_str()[..at], &words.as_str()[at + name.len()..]);
            !is_part(before.chars().next_back()) && !is_part(after.chars().next())
        })
    };
    let are_towns = workspace.network.members.are_towns();
    let mut named =
        workspace.cities.iter().filter(|city| are_towns && is_named(city.name.as_str()));
    let first = named.next()?;
    named.next().is_none().then(|| shown(&first.name))
}
