//! How far the towns have travelled to the meetings that count, as the crow flies.

use super::account::Account;
use super::turn::{Turn, joined};
use crate::domain::city::Coordinates;
use crate::domain::id::CityId;
use crate::domain::meeting::Place;
use crate::domain::workspace::Workspace;
use crate::plan::distance::metres;

/// The ways of a town during one membership.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Travel {
    /// Those that are known, one way each, in metres.
    pub metres: u64,
    /// How many are known.
    pub known: usize,
    /// How many are not, because a place is not.
    pub unknown: usize,
}

/// The ways of a town to `turns` during the membership of `account`.
pub fn travel(
    workspace: &Workspace,
    turns: &[Turn<'_>],
    city: CityId,
    account: &Account<'_>,
) -> Travel {
    let town = workspace.city(city);
    let mut travel = Travel::default();
    for turn in turns {
        let covers = town.membership.covers(turn.date);
        if !covers || joined(&town.membership, turn.date) != account.joined {
            continue;
        }
        match town.coordinates.zip(point(workspace, turn)) {
            Some((here, there)) => {
                travel.metres += metres(here, there);
                travel.known += 1;
            }
            None => travel.unknown += 1,
        }
    }
    travel
}

/// Where a turn is: at its venue, else in the first of its hosts' towns whose place is known.
pub fn point(workspace: &Workspace, turn: &Turn<'_>) -> Option<Coordinates> {
    let place = turn.meeting.and_then(|meeting| meeting.place.as_ref());
    let venue = match place.map(|place| &place.value) {
        Some(Place::Venue(venue) | Place::Room(venue, _)) => Some(workspace.venue(*venue)),
        Some(Place::Free(_)) | None => None,
    };
    let town = || {
        let city = venue.and_then(|venue| venue.city).map(|city| city.value);
        let mut towns = city.into_iter().chain(turn.hosts.iter().copied());
        towns.find_map(|city| workspace.city(city).coordinates)
    };
    venue.and_then(|venue| venue.coordinates).or_else(town)
}

#[cfg(test)]
mod tests {
    use super::{Travel, travel};
    use crate::domain::city::Coordinates;
    use crate::domain::id::CityId;
    use crate::example::Example;
    use crate::plan::rotation::account::Ledger;

    #[test]
    fn ways_add_up_and_unknown_ones_are_not_nought() {
        let mut example = Example::new(&["a", "b", "nowhere"]);
        for (city, longitude) in [(0, 10.0), (1, 11.0)] {
            example.workspace.cities[city].coordinates =
                Some(Coordinates { latitude: 0.0, longitude });
        }
        for (day, host) in [("2024-01-01", 0), ("2024-02-01", 1), ("2024-03-01", 2)] {
            example.meeting(day, &[host]);
        }
        let ledger = Ledger::of(&example.workspace);
        let ways = |city| {
            let account = &ledger.accounts(city)[0];
            travel(&example.workspace, ledger.turns(), city, account)
        };
        // A degree of the equator.
        assert_eq!(ways(CityId(0)), Travel { metres: 111_195, known: 2, unknown: 1 });
        assert_eq!(ways(CityId(2)), Travel { metres: 0, known: 0, unknown: 3 });
    }
}
