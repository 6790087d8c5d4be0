//! Who can tell of something: whoever had a part in an item about it, or offered to tell of such a topic.

use std::collections::HashSet;

use super::{Query, search};
use crate::domain::id::{CityId, ContactId};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::session::{Certainty, Person, Session, Who};
use crate::domain::topic::{Stake, Topic};
use crate::domain::workspace::Workspace;
use crate::source::{Origin, Sources};

/// Somebody who can tell of what was looked for.
#[derive(Clone, Debug)]
pub struct Knower<'w> {
    /// Their name; none if only their town is known.
    pub name: Option<String>,
    /// Their entry among the contacts.
    pub contact: Option<ContactId>,
    /// Their town; else the host's.
    pub city: Option<CityId>,
    /// By what that is known.
    pub by: By<'w>,
}

/// By what it is known that somebody can tell of something.
#[derive(Clone, Copy, Debug)]
pub enum By<'w> {
    /// They have a part in an item.
    Item {
        /// The meeting.
        meeting: &'w Meeting,
        /// The item.
        item: &'w Session,
        /// Where its minutes tell of it.
        minutes: Option<Origin>,
    },
    /// They offered to tell of a topic.
    Offer {
        /// The topic.
        topic: &'w Topic,
        /// Their entry in it.
        stake: &'w Stake,
    },
}

/// Who had a part in items about what `query` looks for, or offered to tell of such topics, the newest first.
pub fn who_knows<'w>(
    workspace: &'w Workspace,
    sources: &Sources,
    query: &Query,
) -> Vec<Knower<'w>> {
    let (mut seen, mut found) = (HashSet::new(), Vec::new());
    for hit in search(workspace, sources, query) {
        if let Some(topic) = hit.topic {
            found.extend(topic.offered.iter().map(|stake| offering(workspace, topic, stake)));
        }
        let (Some(meeting), Some(item)) = (hit.meeting, hit.item) else { continue };
        // Nobody spoke where nothing was held.
        if item.status == Certainty::Dropped || meeting.status.value == Status::Cancelled {
            continue;
        }
        if seen.insert((&meeting.id, &item.id)) {
            found.extend(knowers(workspace, meeting, item));
        }
    }
    found
}

/// Who offered to tell of a topic: somebody of a town, or the town.
fn offering<'w>(workspace: &Workspace, topic: &'w Topic, stake: &'w Stake) -> Knower<'w> {
    let contact = stake.person.map(|person| person.value);
    let name = contact.map(|id| workspace.contact(id).bare_name());
    Knower { name, contact, city: Some(stake.city.value), by: By::Offer { topic, stake } }
}

fn knowers<'w>(
    workspace: &'w Workspace,
    meeting: &'w Meeting,
    item: &'w Session,
) -> Vec<Knower<'w>> {
    let original = item.original(&meeting.sessions);
    let own =
        |one: &'w Session| one.people.iter().chain(one.items.iter().flat_map(|it| &it.people));
    let people = own(item).chain(own(original));
    let people: Vec<&Person> =
        people.filter(|person| person.status != Certainty::Dropped).collect();
    let kept = workspace.minutes.iter().find(|minutes| minutes.meeting == meeting.id);
    let number = meeting.sessions.iter().position(|one| one.id == item.id);
    let minutes = kept.and_then(|kept| {
        let heading = kept.headings.iter().find(|it| it.item.is_some() && it.item == number)?;
        Some(heading.words.origin)
    });
    let host = meeting.hosts.first().map(|host| host.value);
    let knower = |name: Option<String>, contact, city: Option<CityId>| Knower {
        name,
        contact,
        city,
        by: By::Item { meeting, item, minutes },
    };
    let mut found: Vec<Knower<'w>> = Vec::new();
    for person in people {
        let town = person.city.map(|city| city.value);
        let new = match &person.who {
            Who::Contact(id) => {
                let contact = workspace.contact(*id);
                let city = town.or(contact.city.map(|city| city.value));
                vec![knower(Some(contact.bare_name()), Some(*id), city)]
            }
            Who::Named(name) => vec![knower(Some(name.to_string()), None, town)],
            Who::Several(names) => {
                names.iter().map(|name| knower(Some(name.to_string()), None, town)).collect()
            }
            // Of any of several nobody knows who comes.
            Who::AnyOf(_) | Who::Unnamed => Vec::new(),
        };
        for one in new {
            if !found.iter().any(|known| known.name == one.name) {
                found.push(one);
            }
        }
    }
    if found.is_empty() {
        found.push(knower(None, None, host));
    }
    found
}
