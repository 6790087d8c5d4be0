//! Walks between the places of a meeting.

use crate::domain::city::Coordinates;
use crate::domain::id::VenueId;
use crate::domain::meeting::{Meeting, Place};
use crate::domain::session::{Part, Session};
use crate::domain::workspace::Workspace;
use crate::plan::distance::metres;

/// A way from one place to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WayOnFoot {
    /// How long it takes on foot, in whole minutes.
    pub(super) minutes: u32,
    /// How far it is with the usual detour, in metres; none if its minutes were given.
    pub(super) metres: Option<u64>,
}

/// The way that people walk from `before` to `after`, if it is known and there is one.
///
/// The minutes given for `after` come first; else it is the distance between the venues as the crow
/// flies, times the network's detour, at its pace. Nobody walks where an item is the way itself, or
/// where something else than feet takes people there.
pub(super) fn way(
    workspace: &Workspace,
    meeting: &Meeting,
    before: &Session,
    after: &Session,
) -> Option<WayOnFoot> {
    if let Some(walk) = after.walk {
        return Some(WayOnFoot { minutes: walk.minutes, metres: None });
    }
    let is_way = |session: &Session| session.kind.part() == Part::Way;
    let transport =
        after.transport.as_ref().or(after.original(&meeting.sessions).transport.as_ref());
    // People go to where they meet in their own time.
    if after.meet_at.is_some()
        || is_way(before)
        || is_way(after)
        || transport.is_some_and(|words| !is_on_foot(words.as_str()))
    {
        return None;
    }
    let (from, to) = venue(meeting, before).zip(venue(meeting, after))?;
    let place = |venue: VenueId| workspace.venue(venue).coordinates;
    let (from, to) = (from != to).then(|| place(from).zip(place(to)))??;
    let metres = walked(workspace, from, to);
    // 60 minutes an hour, 1000 metres a kilometre, the pace in tenths.
    let minutes = (metres * 60 * 10).div_ceil(1000 * u64::from(workspace.network.walking.pace));
    Some(WayOnFoot { minutes: u32::try_from(minutes).unwrap_or(u32::MAX), metres: Some(metres) })
        .filter(|way| way.minutes > 0)
}

/// How far people walk between two points, in metres.
fn walked(workspace: &Workspace, from: Coordinates, to: Coordinates) -> u64 {
    // The detour is in tenths.
    metres(from, to) * u64::from(workspace.network.walking.detour) / 10
}

/// The venue of a session, if it is one of the network's: its own, else that of the meeting. The
/// place of a block is that of what stands in it.
fn venue(meeting: &Meeting, session: &Session) -> Option<VenueId> {
    let original = session.original(&meeting.sessions);
    let own = session.place.as_ref().or(original.place.as_ref());
    let usual = meeting.place.as_ref().filter(|_| !session.kind.part().holds_others());
    match own.or(usual)?.value {
        Place::Venue(venue) | Place::Room(venue, _) => Some(venue),
        Place::Free(_) => None,
    }
}

/// Whether words about transport speak of walking: "zu Fuß", "fußläufig", "on foot".
fn is_on_foot(words: &str) -> bool {
    let words = words.to_lowercase();
    ["fuß", "fuss", "foot", "walk"].iter().any(|foot| words.contains(foot))
}
