//! Who is expected at a meeting, for the list at the door.

use std::collections::HashSet;

use serde::Serialize;

use crate::domain::contact::Contact;
use crate::domain::id::{CityId, ContactId};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::reply::{self, ReplyAnswer, Respondent};
use crate::domain::session::{Certainty, Person, Who};
use crate::domain::tally::Tally;
use crate::domain::workspace::Workspace;
use crate::plan::post::reply::answers::Answers;
use crate::plan::post::reply::day::counting;
use crate::text::{PersonName, collation_key, person_key};
use crate::view::programme::Programme;
use crate::view::salutation;

/// Somebody who is expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Guest {
    /// Town, else the body they come from.
    pub town: Option<String>,
    /// Titles and name; absent for a town that did not say whom it sends, and where replies were
    /// purged.
    pub name: Option<String>,
}

/// What is known of a guest before the list is sorted.
struct Expected {
    town: Option<String>,
    name: Option<String>,
    /// What the name is sorted by.
    family_name: String,
    /// What those of one family name are sorted by.
    given_name: String,
    /// Whether the town is one: whoever is from elsewhere stands below all towns.
    outside: bool,
}

impl Expected {
    /// Somebody whose name nobody said.
    fn nameless(town: Option<String>) -> Self {
        Self {
            outside: town.is_none(),
            town,
            name: None,
            family_name: String::new(),
            given_name: String::new(),
        }
    }
}

/// Who is expected at `meeting`: those who said that they come, whom they bring or send instead, and those
/// with a part in the programme; where nobody comes as far as is known, all contacts of the members who did
/// not decline. Where replies were purged, rows without names stand for those who came. By town, then by
/// name, in the order of DIN 5007; whoever is from no town stands last. What people eat and need is no part
/// of it.
pub fn guests(workspace: &Workspace, meeting: &Meeting, programme: &Programme) -> Vec<Guest> {
    let mut expected = answered(workspace, meeting);
    let tally = workspace.tally(&meeting.id);
    expected.extend(tally.into_iter().flat_map(|tally| nameless(workspace, tally)));
    if expected.is_empty() && tally.is_none() {
        let answers = Answers::new(workspace, meeting);
        let answer = |id| answers.of(workspace, reply::Who::Contact(id)).map(|it| it.answer);
        let on = meeting.when.date.map(|date| date.value);
        let is_member =
            |city: CityId| on.is_none_or(|on| workspace.city(city).membership.covers(on));
        let of_members = workspace.numbered_contacts().filter(|(id, contact)| {
            contact.city.is_some_and(|city| is_member(city.value))
                && answer(*id) != Some(ReplyAnswer::No)
        });
        expected.extend(of_members.map(|(_, contact)| known(workspace, contact)));
    }
    expected.extend(taking_part(workspace, meeting, programme));
    let mut names = HashSet::new();
    let is_new =
        |guest: &Expected| guest.name.as_ref().is_none_or(|name| names.insert(name.clone()));
    let mut list: Vec<Expected> = expected.into_iter().filter(is_new).collect();
    list.sort_by_cached_key(|guest| {
        let town = guest.town.as_deref().map(collation_key);
        (
            guest.outside,
            town.is_none(),
            town,
            guest.name.is_none(),
            person_key(&guest.family_name, &guest.given_name),
        )
    });
    list.into_iter().map(|guest| Guest { town: guest.town, name: guest.name }).collect()
}

fn answered(workspace: &Workspace, meeting: &Meeting) -> Vec<Expected> {
    let mut expected = Vec::new();
    let (answers, mut seen) = (Answers::new(workspace, meeting), HashSet::new());
    for reply in counting(workspace, meeting) {
        let (contact, city) = match reply.from {
            Respondent::Contact(id) => {
                let contact: ContactId = id.value;
                let contact = workspace.contact(contact);
                (Some(contact), contact.city.map(|city| city.value))
            }
            Respondent::City(id) => (None, Some(id.value)),
        };
        let town = city.map(|city: CityId| workspace.city(city).name.to_string());
        let said = &reply.said;
        match (said.answer, contact) {
            (ReplyAnswer::Yes, Some(contact)) => expected.push(known(workspace, contact)),
            // The town comes, whoever it sends.
            (ReplyAnswer::Yes, None) if said.with.is_empty() => {
                expected.push(Expected::nameless(town.clone()));
            }
            (ReplyAnswer::Yes | ReplyAnswer::No | ReplyAnswer::Maybe, _) => {}
        }
        let unnamed = if said.answer == ReplyAnswer::No { 0 } else { said.unnamed };
        expected.extend((0..unnamed).map(|_| Expected::nameless(town.clone())));
        let company = answers.company(workspace, reply, &mut seen).into_iter();
        expected.extend(company.map(|name| named(name, town.clone(), None)));
    }
    expected
}

/// Those who came by replies that were purged: of each town as many as there were, without names.
fn nameless(workspace: &Workspace, tally: &Tally) -> impl Iterator<Item = Expected> {
    tally.totals.iter().flat_map(|total| {
        let town = total.city.map(|city| workspace.city(city).name.to_string());
        let number = total.counts.yes.saturating_add(total.counts.companions);
        (0..number).map(move |_| Expected::nameless(town.clone()))
    })
}

/// Those with a part in what the programme shows, as far as they have a name and are certain.
fn taking_part(workspace: &Workspace, meeting: &Meeting, programme: &Programme) -> Vec<Expected> {
    let entries = programme.days.iter().flat_map(|day| &day.entries);
    let shown: HashSet<&str> =
        entries.filter(|entry| !entry.is_dropped()).map(|entry| entry.id.as_str()).collect();
    let sessions = meeting.sessions.iter().filter(|one| shown.contains(one.id.as_str()));
    let in_sessions = sessions.flat_map(|session| {
        session.people.iter().chain(session.items.iter().flat_map(|item| &item.people))
    });
    let people = meeting.people.iter().chain(in_sessions);
    people
        .filter(|person| person.status == Certainty::Fixed)
        .flat_map(|person| person_names(workspace, person))
        .collect()
}

fn person_names(workspace: &Workspace, person: &Person) -> Vec<Expected> {
    let town = person.city.map(|city| workspace.city(city.value).name.to_string());
    let from = |name| named(name, town.clone(), person.organisation.as_ref());
    match &person.who {
        Who::Contact(id) => vec![known(workspace, workspace.contact(*id))],
        Who::Named(name) => vec![from(name)],
        Who::Several(names) => names.iter().map(from).collect(),
        // Who of them comes, and who it is, nobody knows yet.
        Who::AnyOf(_) | Who::Unnamed => Vec::new(),
    }
}

fn known(workspace: &Workspace, contact: &Contact) -> Expected {
    let town = contact.city.map(|city| workspace.city(city.value).name.to_string());
    Expected {
        outside: town.is_none(),
        town: town.or_else(|| contact.organisation.as_ref().map(Line::to_string)),
        name: Some(salutation::full_name(contact)),
        family_name: contact.family_name.to_string(),
        given_name: contact.given_name.as_ref().map(Line::to_string).unwrap_or_default(),
    }
}

/// Somebody whose name stands in one line, in either order; a function behind it is not printed.
fn named(line: &Line, town: Option<String>, organisation: Option<&Line>) -> Expected {
    let name = PersonName::of(line.as_str());
    Expected {
        outside: town.is_none(),
        town: town.or_else(|| organisation.map(Line::to_string)),
        name: Some(name.full()),
        family_name: name.family,
        given_name: name.given,
    }
}
