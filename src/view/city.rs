//! Towns as data.

use chrono::NaiveDate;
use serde::Serialize;

use super::finding::{FilePlace, place};
use crate::domain::city::City as Town;
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::source::Sources;
use crate::text::Vocabulary as _;

/// A town of the network.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct City {
    /// The key.
    pub id: String,
    /// The short name.
    pub name: String,
    /// The official name.
    pub official_name: Option<String>,
    /// Amtlicher Gemeindeschlüssel.
    pub municipality_key: Option<String>,
    /// Landkreis.
    pub district: Option<String>,
    /// Street and number of the town hall.
    pub street: Option<String>,
    /// Postcode of the centre.
    pub postcode: Option<String>,
    /// The country of a town abroad.
    pub country: Option<String>,
    /// Degrees north and east.
    pub coordinates: Option<[f64; 2]>,
    /// The mail address of the administration.
    pub mail: Option<String>,
    /// Its station.
    pub station: Option<String>,
    /// Whether it is a member today.
    pub member: bool,
    /// The first day of its membership, if it is known.
    pub member_since: Option<NaiveDate>,
    /// The last day of its membership.
    pub member_until: Option<NaiveDate>,
    /// How much of the hosting is its part.
    pub share: u32,
    /// The day of its last turn, among the meetings that were held.
    pub last_hosted: Option<NaiveDate>,
    /// The words for that day, where it is not known exactly.
    pub last_hosted_words: Option<String>,
    /// When it cannot host.
    pub unavailable: Vec<Spell>,
    /// When it would like to host.
    pub wishes: Vec<Spell>,
    /// The adjective to its name.
    pub adjective: Option<String>,
    /// Holidays that its surroundings do not have.
    pub extra_holidays: Vec<String>,
    /// Whether it is on an island with school holidays of its own.
    pub island: bool,
    /// Memberships that ended before this one began.
    pub earlier_memberships: Vec<[NaiveDate; 2]>,
    /// The coordinator's note.
    pub note: Option<String>,
    /// Where its entry stands.
    pub place: FilePlace,
}

/// A range of days with a reason.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Spell {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Why.
    pub reason: String,
}

/// All towns in the network's order.
pub fn cities(workspace: &Workspace, sources: &Sources, today: NaiveDate) -> Vec<City> {
    workspace
        .numbered_cities()
        .map(|(id, town)| city(id, town, workspace, sources, today))
        .collect()
}

fn city(
    id: CityId,
    town: &Town,
    workspace: &Workspace,
    sources: &Sources,
    today: NaiveDate,
) -> City {
    let words = |line: &Option<Line>| line.as_ref().map(ToString::to_string);
    let hosted = last_hosted(id, workspace);
    City {
        id: town.id.to_string(),
        name: town.name.to_string(),
        official_name: words(&town.official_name),
        municipality_key: words(&town.municipality_key),
        district: words(&town.district),
        street: words(&town.street),
        postcode: words(&town.postcode),
        country: words(&town.country),
        coordinates: town.coordinates.map(|point| [point.latitude, point.longitude]),
        mail: words(&town.mail),
        station: words(&town.station),
        member: town.membership.covers(today),
        member_since: town.membership.since.map(|since| since.value),
        member_until: town.membership.until.map(|until| until.value),
        share: town.share,
        last_hosted: hosted.and_then(|meeting| meeting.when.last_day()),
        last_hosted_words: hosted.and_then(|meeting| words(&meeting.when.date_text)),
        unavailable: town
            .unavailable
            .iter()
            .map(|spell| Spell {
                from: spell.days.first(),
                to: spell.days.last(),
                reason: spell.reason.to_string(),
            })
            .collect(),
        wishes: town
            .wishes
            .iter()
            .map(|wish| Spell {
                from: wish.days.first(),
                to: wish.days.last(),
                reason: wish.reason.to_string(),
            })
            .collect(),
        adjective: words(&town.adjective),
        extra_holidays: town
            .extra_holidays
            .iter()
            .flatten()
            .map(|extra| extra.value.word().to_owned())
            .collect(),
        island: town.island.is_some(),
        earlier_memberships: town
            .membership
            .earlier
            .iter()
            .map(|earlier| [earlier.value.first(), earlier.value.last()])
            .collect(),
        note: town.note.as_ref().map(ToString::to_string),
        place: place(town.origin, sources),
    }
}

/// The last turn of the town that was held.
fn last_hosted(id: CityId, workspace: &Workspace) -> Option<&Meeting> {
    let held = workspace.meetings.iter().filter(|meeting| meeting.status.value == Status::Held);
    held.filter(|meeting| meeting.counts && meeting.hosts.iter().any(|host| host.value == id))
        .max_by_key(|meeting| meeting.when.last_day())
}
