//! Who was at a meeting, as an answer.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::attendance::{Attendee, Presence};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan::post::attendance::{towns, unrecorded};
use crate::plan::post::{notification, recorded};
use crate::text::{PersonName, collation_key, person_key};
use crate::view::spelling::word;

/// Who was at a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Attendance {
    /// The key of the meeting.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// The towns that were there, in the network's order, and those who are of none.
    pub towns: Vec<Town>,
    /// How many people are recorded.
    pub people: u32,
    /// Whether there may have been more: of a town nobody says who came, or whether anybody did.
    pub at_least: bool,
    /// The members of whom nothing is recorded.
    pub unrecorded: Vec<String>,
    /// The towns that sent their apologies.
    pub excused: Vec<String>,
    /// Who was there, or was not, by town and name.
    pub persons: Vec<Person>,
    /// The day on which names were purged; the numbers hold them.
    pub purged: Option<NaiveDate>,
}

/// How many came for a town.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Town {
    /// Its key; none for those who are of no town.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// How many people; absent where it is known only that the town was there.
    pub people: Option<u32>,
}

/// Somebody of whom it is recorded whether they were there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Person {
    /// The key, if they are a contact.
    pub id: Option<String>,
    /// Titles and name.
    pub name: String,
    /// The town or body that they came for.
    pub town: Option<String>,
    /// Whether that is a town of the network.
    #[serde(skip)]
    #[cfg_attr(test, schemars(skip))]
    pub is_of_member: bool,
    /// Whether they were there.
    #[serde(serialize_with = "word")]
    pub presence: Presence,
}

/// Who was at `meeting`.
pub fn attendance(workspace: &Workspace, meeting: &Meeting) -> Attendance {
    let (towns, open) = (towns(workspace, meeting), unrecorded(workspace, meeting));
    let town = |town: &crate::plan::post::attendance::Town| {
        let city = town.city.map(|city| workspace.city(city));
        Town {
            id: city.map(|city| city.id.to_string()),
            name: city.map(|city| city.name.to_string()),
            people: (town.people > 0).then_some(town.people),
        }
    };
    let tally = workspace.tally(&meeting.id);
    let was_counted = |tally: &&crate::domain::tally::Tally| {
        tally.totals.iter().any(|total| total.counts.there > 0)
    };
    Attendance {
        meeting: meeting.id.to_string(),
        title: meeting.title.value.to_string(),
        people: towns.iter().fold(0, |sum, town| sum.saturating_add(town.people)),
        at_least: towns.iter().any(|town| town.people == 0) || !open.is_empty(),
        unrecorded: open.iter().map(|id| workspace.city(*id).name.to_string()).collect(),
        towns: towns.iter().map(town).collect(),
        excused: meeting
            .excused
            .iter()
            .map(|city| workspace.city(city.value).name.to_string())
            .collect(),
        persons: persons(workspace, meeting),
        purged: tally.filter(was_counted).map(|tally| tally.purged.value),
    }
}

impl Attendance {
    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        self.towns.is_empty() && self.excused.is_empty() && self.persons.is_empty()
    }
}

/// Everybody of whom something is recorded, by town and name; those of no town stand last.
pub fn persons(workspace: &Workspace, meeting: &Meeting) -> Vec<Person> {
    let entries = recorded::entries(workspace, meeting);
    let mut persons: Vec<_> = entries
        .map(|entry| {
            let person = person(workspace, &entry.who, entry.presence);
            let (given, family) = parts(workspace, &entry.who);
            let of_none = recorded::city(workspace, &entry.who).is_none();
            let town = person.town.as_deref().map(collation_key);
            ((of_none, town.is_none(), town, person_key(&family, &given)), person)
        })
        .collect();
    persons.sort_by(|(one, _), (other, _)| one.cmp(other));
    persons.into_iter().map(|(_, person)| person).collect()
}

/// Given name and family name.
fn parts(workspace: &Workspace, who: &Attendee) -> (String, String) {
    match who {
        Attendee::Contact(id) => {
            let contact = workspace.contact(*id);
            let given = contact.given_name.as_ref().map_or("", Line::as_str);
            (given.to_owned(), contact.family_name.to_string())
        }
        Attendee::Guest(guest) => {
            let PersonName { given, family, .. } = PersonName::of(guest.name.as_str());
            (given, family)
        }
    }
}

/// Somebody, as they are shown.
pub fn person(workspace: &Workspace, who: &Attendee, presence: Presence) -> Person {
    let city = recorded::city(workspace, who).map(|city| workspace.city(city).name.to_string());
    let is_of_member = city.is_some();
    match who {
        Attendee::Contact(id) => {
            let contact = workspace.contact(*id);
            Person {
                id: Some(contact.id.to_string()),
                name: notification::name(contact),
                town: city.or_else(|| contact.organisation.as_ref().map(Line::to_string)),
                is_of_member,
                presence,
            }
        }
        Attendee::Guest(guest) => Person {
            id: None,
            name: PersonName::of(guest.name.as_str()).full(),
            town: city.or_else(|| guest.organisation.as_ref().map(Line::to_string)),
            is_of_member,
            presence,
        },
    }
}

impl Person {
    /// "Lena Farnbach (Tannbrück)".
    pub fn in_town(&self) -> String {
        match &self.town {
            Some(town) => format!("{} ({town})", self.name),
            None => self.name.clone(),
        }
    }
}
