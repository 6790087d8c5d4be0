//! Places in words: rooms, venues, addresses.

use super::shown;
use crate::domain::id::VenueId;
use crate::domain::line::Line;
use crate::domain::meeting::Place;
use crate::domain::venue::Venue;
use crate::domain::workspace::Workspace;

/// The name of a place, with its room before it: "Glassaal, Burg Ziesar".
pub fn name(workspace: &Workspace, place: &Place) -> String {
    match place {
        Place::Venue(venue) => shown(&workspace.venue(*venue).name),
        Place::Room(id, room) => {
            let venue = workspace.venue(*id);
            format!("{}, {}", shown(&venue.rooms[*room].name), shown(&venue.name))
        }
        // A key is no name, wherever it stands.
        Place::Free(words) => match workspace.room_named(words.as_str()) {
            Some((_, room)) => shown(&room.name),
            None => shown(words),
        },
    }
}

/// Street, postcode and town in one line: "Steinweg 4, 99974 Mühlhausen".
pub fn address(workspace: &Workspace, venue: &Venue) -> Option<String> {
    let town = town(workspace, venue);
    let locality = [venue.postcode.as_ref(), town].into_iter().flatten();
    let locality = locality.map(Line::as_str).collect::<Vec<_>>().join(" ");
    let parts = [venue.street.as_ref().map(shown), Some(locality).filter(|part| !part.is_empty())];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A place as it stands in the programme of a meeting at `home`: the closer, the shorter.
///
/// A room of the same venue goes by its name, a venue in the same town needs no town.
pub fn within(workspace: &Workspace, place: &Place, home: Option<VenueId>) -> String {
    let Some(id) = place.venue() else { return name(workspace, place) };
    let venue = workspace.venue(id);
    if let (Place::Room(_, room), true) = (place, home == Some(id)) {
        return shown(&venue.rooms[*room].name);
    }
    let same_town = home == Some(id)
        || home
            .is_some_and(|home| town(workspace, workspace.venue(home)) == town(workspace, venue));
    let address =
        if same_town { venue.street.as_ref().map(shown) } else { address(workspace, venue) };
    [Some(name(workspace, place)), address].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Where people meet for something at `near`, as somebody wrote it: whoever wrote the key of a venue, or of a
/// room in the venue where they are, means that.
pub fn meeting_point(
    workspace: &Workspace,
    words: &Line,
    near: Option<VenueId>,
    home: Option<VenueId>,
) -> String {
    let room = |venue: VenueId| {
        let rooms = &workspace.venue(venue).rooms;
        let number = rooms.iter().position(|room| room.id.as_str() == words.as_str())?;
        Some(Place::Room(venue, number))
    };
    let venue = || {
        let number =
            workspace.venues.iter().position(|venue| venue.id.as_str() == words.as_str())?;
        Some(Place::Venue(VenueId(number)))
    };
    let known = near.and_then(room).or_else(|| home.and_then(room)).or_else(venue);
    known.map_or_else(|| shown(words), |place| within(workspace, &place, home))
}

/// The town that it is in, as far as that is known.
pub fn town<'w>(workspace: &'w Workspace, venue: &'w Venue) -> Option<&'w Line> {
    let city = venue.city.map(|city| &workspace.city(city.value).name);
    venue.town.as_ref().or(city)
}
