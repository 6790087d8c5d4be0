//! Where a meeting is, as letters and notices say it.

use super::programme::Programme;
use super::words::{Words, place, shown};
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;

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
        let is_only_online = is_only_online(meeting, programme);
        let venue = meeting.place.as_ref().and_then(|place| place.value.venue());
        let of_venue = venue.and_then(|venue| place::town(workspace, workspace.venue(venue)));
        let of_venue = of_venue.map(shown);
        let hosts = || programme.meeting.host_words.clone();
        let is_town = of_venue.is_some() || workspace.network.members.are_towns();
        let town = of_venue.or_else(hosts).filter(|_| !is_only_online);
        let is_hybrid = meeting.online.is_some() && meeting.place.is_some() && !is_only_online;
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

/// Whether a meeting is held online alone: its place says so, or it has no place, is to be joined from
/// afar, and nothing of it is on site.
fn is_only_online(meeting: &Meeting, programme: &Programme) -> bool {
    const ONLINE: [&str; 5] = ["online", "digital", "virtuell", "virtual", "videokonferenz"];
    if let Some(place) = &programme.meeting.place {
        let line = place.line.to_lowercase();
        let first = line.split(|letter: char| !letter.is_alphanumeric()).next();
        return first.is_some_and(|first| ONLINE.contains(&first));
    }
    let is_on_site = meeting.sessions.iter().any(|session| session.place.is_some());
    // What is transmitted happens somewhere, though nobody has said where.
    let transmits = |word: &str| {
        ["hybrid", "auch", "also", "teilweise", "partly"].contains(&word)
            || ["stream", "übertrag", "broadcast"].iter().any(|part| word.contains(part))
    };
    let is_held_there = meeting.online.as_ref().is_some_and(|online| {
        let words = online.as_str().to_lowercase();
        !words.split(|letter: char| !letter.is_alphanumeric()).any(transmits)
    });
    is_held_there && !is_on_site
}
