//! Who is written to, in which order: people, or the administration of a town that has none.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;

use super::precedence;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::{FormerMember, FutureMember, NobodyChosen, UnknownRecipient};
use crate::domain::city::City;
use crate::domain::contact::{Contact, Mail};
use crate::domain::id::{CityId, ContactId, Id};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::Message;
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;
use crate::source::Located;
use crate::text::{PersonKey, collation_key, nearest, person_key, slug};

mod part;

pub use part::{has_part, has_part_in};

/// The word that chooses everybody: all contacts, and the members that have none.
pub const EVERYBODY: &str = "all";

/// Somebody to write to.
#[derive(Clone, Debug)]
pub struct Recipient<'o> {
    /// Who it is.
    pub who: Addressee<'o>,
    /// The names that chose them.
    pub chosen_by: Vec<String>,
}

/// Who is written to, or was.
#[derive(Clone, Copy, Debug)]
pub enum Addressee<'o> {
    /// Somebody in the workspace.
    Known(Who),
    /// Somebody who was written to and is no contact any more.
    Gone(&'o Message),
}

impl<'o> Addressee<'o> {
    /// Their key.
    pub fn id(self, workspace: &'o Workspace) -> &'o Id {
        match self {
            Self::Known(who) => workspace.id_of(who),
            Self::Gone(message) => &message.person,
        }
    }

    /// Their address, if one is known.
    pub fn mail(self, workspace: &'o Workspace) -> Option<&'o Line> {
        match self {
            Self::Known(who) => workspace.mail_of(who),
            Self::Gone(message) => Some(&message.mail),
        }
    }
}

/// Whom to choose.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// Contacts, towns, groups or [`EVERYBODY`].
    pub names: &'a [String],
    /// The meeting that they are written to about: its hosts stand first among mayors, and on its day a
    /// town is a member or not.
    pub meeting: &'a Meeting,
    /// The day that counts for a meeting without one.
    pub today: NaiveDate,
    /// Whether they are written to by mail: who must not get any is never chosen.
    pub by_mail: bool,
}

/// Who is chosen.
#[derive(Clone, Debug, Default)]
pub struct Chosen<'o> {
    /// Those who are written to, each once, in the order of precedence, then in the alphabet of the
    /// towns, then of the names.
    pub recipients: Vec<Recipient<'o>>,
    /// Those who are meant and must not be written to by mail, in the same order.
    pub refusing: Vec<ContactId>,
}

/// Those whom `choice` means.
///
/// # Errors
/// With every name that is unknown, and those that choose nobody if nobody is left: an empty choice is
/// never everybody.
pub fn choose<'o>(
    workspace: &Workspace,
    choice: &Choice<'_>,
) -> Result<Chosen<'o>, Vec<Diagnostic>> {
    let Choice { names, meeting, today, by_mail } = *choice;
    let on = on(meeting, today);
    let refuses = |who: Who| match who {
        Who::Contact(id) => by_mail && workspace.contact(id).mail == Mail::Never,
        Who::City(_) => false,
    };
    let mut findings = Vec::new();
    let mut empty = Vec::new();
    let mut meant: Vec<(Who, Vec<String>)> = Vec::new();
    let mut places: HashMap<Who, usize> = HashMap::new();
    for name in names {
        let Some(called) = called(workspace, name, on) else {
            findings.push(unknown(workspace, name));
            continue;
        };
        if called.iter().all(|who| refuses(*who)) {
            empty.push(Diagnostic::new(NobodyChosen { names: name.clone() }));
        }
        for who in called {
            match places.entry(who) {
                Entry::Vacant(place) => {
                    place.insert(meant.len());
                    meant.push((who, vec![name.clone()]));
                }
                Entry::Occupied(place) => {
                    let chosen_by = &mut meant[*place.get()].1;
                    if !chosen_by.contains(name) {
                        chosen_by.push(name.clone());
                    }
                }
            }
        }
    }
    // Whoever gets no mail does not keep the others from theirs.
    if !by_mail || meant.iter().all(|(who, _)| refuses(*who)) || !findings.is_empty() {
        findings.extend(empty);
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let hosts: Vec<CityId> = meeting.hosts.iter().map(|host| host.value).collect();
    meant.sort_by_cached_key(|(who, _)| order(workspace, *who, &hosts));
    let mut chosen = Chosen::default();
    for (who, chosen_by) in meant {
        match who {
            Who::Contact(id) if refuses(who) => chosen.refusing.push(id),
            Who::Contact(_) | Who::City(_) => {
                chosen.recipients.push(Recipient { who: Addressee::Known(who), chosen_by });
            }
        }
    }
    Ok(chosen)
}

/// Takes those out of `chosen` whose town has left the network by the day of `meeting`, and says until
/// when it was a member: a group, or [`EVERYBODY`], invites them no more. Whoever was named, or whose town
/// was, or has a part in the programme, is meant all the same.
pub fn without_former_members<'o>(
    workspace: &Workspace,
    meeting: &Meeting,
    today: NaiveDate,
    chosen: &mut Vec<Recipient<'o>>,
) -> Vec<(Addressee<'o>, NaiveDate)> {
    let left = |one: &Recipient<'_>| {
        let Addressee::Known(who) = one.who else { return None };
        let until = left_with_town(workspace, meeting, today, one)?;
        (!has_part_in(workspace, meeting, who)).then_some(until)
    };
    let former = chosen.extract_if(.., |one| left(one).is_some());
    former.filter_map(|one| Some((one.who, left(&one)?))).collect()
}

/// Until when the town of `one` was a member, if it has left by the day of `meeting` and nobody named them.
pub fn left_with_town(
    workspace: &Workspace,
    meeting: &Meeting,
    today: NaiveDate,
    one: &Recipient<'_>,
) -> Option<NaiveDate> {
    let Addressee::Known(who) = one.who else { return None };
    let city = workspace.city(workspace.city_of(who)?);
    let is_named = |name: &String| workspace.id_of(who).as_str() == name || calls(name, city);
    let until = left(city, on(meeting, today))?.value;
    (!one.chosen_by.iter().any(is_named)).then_some(until)
}

/// That some of those who are chosen belong to towns that have left the network by the day of `meeting`, or
/// join it after that; whoever is no member yet and was named is meant.
pub fn of_no_members(
    workspace: &Workspace,
    meeting: &Meeting,
    today: NaiveDate,
    chosen: &Chosen<'_>,
) -> Vec<Diagnostic> {
    let mut cities: Vec<CityId> = chosen
        .recipients
        .iter()
        .filter_map(|one| match one.who {
            Addressee::Known(who) => workspace.city_of(who),
            Addressee::Gone(_) => None,
        })
        .collect();
    cities.sort_unstable();
    cities.dedup();
    let on = on(meeting, today);
    let is_named = |id: CityId| {
        let city = workspace.city(id);
        let of_city = chosen.recipients.iter().filter(|one| match one.who {
            Addressee::Known(who) => workspace.city_of(who) == Some(id),
            Addressee::Gone(_) => false,
        });
        let mut names = of_city.flat_map(|one| {
            let own = one.who.id(workspace);
            one.chosen_by.iter().map(move |name| own.as_str() == name || calls(name, city))
        });
        names.all(|is_name| is_name)
    };
    let finding = |id: CityId| {
        let city = workspace.city(id);
        let name = || city.name.to_string();
        if let Some(until) = left(city, on) {
            let problem = FormerMember { city: name(), until: until.value };
            return Some(Diagnostic::at(until.origin, problem));
        }
        let has_day = meeting.when.date.is_some();
        let since = joins(city, on).filter(|_| has_day && !is_named(id))?;
        let problem = FutureMember { city: name(), since: since.value };
        Some(Diagnostic::at(since.origin, problem))
    };
    cities.into_iter().filter_map(finding).collect()
}

/// The towns that [`EVERYBODY`] means on the day `on`, of whose people nobody is known and whose
/// administration has no mail address either: a run of mails to all stops on them.
pub fn unreachable_cities(workspace: &Workspace, on: NaiveDate) -> Vec<CityId> {
    let all = called(workspace, EVERYBODY, on).unwrap_or_default();
    let cities = all.into_iter().filter_map(|who| match who {
        Who::City(id) => Some(id),
        Who::Contact(_) => None,
    });
    cities.filter(|id| workspace.city(*id).mail.is_none()).collect()
}

/// The day on which a town is a member or not: that of `meeting`, else `today`.
fn on(meeting: &Meeting, today: NaiveDate) -> NaiveDate {
    meeting.when.date.map_or(today, |date| date.value)
}

/// The last day of a town's membership, if that is over by the day `on`.
fn left(city: &City, on: NaiveDate) -> Option<Located<NaiveDate>> {
    city.membership.until.filter(|until| until.value < on && !city.membership.covers(on))
}

/// The first day of a town's membership, if that begins after the day `on` and the town is no member then.
fn joins(city: &City, on: NaiveDate) -> Option<Located<NaiveDate>> {
    city.membership.since.filter(|since| since.value > on && !city.membership.covers(on))
}

/// Whether `name` is a town's key or its name.
fn calls(name: &str, city: &City) -> bool {
    city.id.as_str() == name || slug(city.name.as_str()) == slug(name)
}

/// Whom `name` means on the day `on`; none if it means nothing.
fn called(workspace: &Workspace, name: &str, on: NaiveDate) -> Option<Vec<Who>> {
    let contacts = |wanted: &dyn Fn(&Contact) -> bool| -> Vec<Who> {
        let wanted = workspace.numbered_contacts().filter(|(_, contact)| wanted(contact));
        wanted.map(|(id, _)| Who::Contact(id)).collect()
    };
    let some = |found: Vec<Who>| (!found.is_empty()).then_some(found);
    let of_city = |id: CityId| {
        let people = contacts(&|contact| contact.city.is_some_and(|city| city.value == id));
        some(people).unwrap_or_else(|| vec![Who::City(id)])
    };
    let city = || {
        let mut cities = workspace.numbered_cities();
        Some(of_city(cities.find(|(_, city)| calls(name, city))?.0))
    };
    let group =
        || some(contacts(&|contact| contact.groups.iter().any(|group| group.as_str() == name)));
    let everybody = || {
        let members = workspace.numbered_cities().filter(|(_, city)| city.membership.covers(on));
        let administrations = members.flat_map(|(id, _)| of_city(id));
        let administrations = administrations.filter(|who| matches!(who, Who::City(_)));
        (name == EVERYBODY)
            .then(|| contacts(&|_| true).into_iter().chain(administrations).collect())
    };
    let person = some(contacts(&|contact| contact.id.as_str() == name));
    person.or_else(city).or_else(group).or_else(everybody)
}

fn unknown(workspace: &Workspace, name: &str) -> Diagnostic {
    let contacts = workspace.contacts.iter();
    let names = contacts
        .flat_map(|contact| std::iter::once(&contact.id).chain(&contact.groups))
        .chain(workspace.cities.iter().map(|city| &city.id))
        .map(Id::as_str)
        .chain([EVERYBODY]);
    let near = nearest(name, names).map(str::to_owned);
    let members = workspace.network.members.clone();
    Diagnostic::new(UnknownRecipient { name: name.to_owned(), near, members })
}

/// Where somebody stands in the list: rank, whether a town is unknown, the town, the name.
type Order = (u32, bool, (String, String), PersonKey, String);

/// Precedence, then the alphabet of the towns, then of the names; who has no town comes last.
fn order(workspace: &Workspace, who: Who, hosts: &[CityId]) -> Order {
    let city = workspace.city_of(who);
    let town = city.map(|city| collation_key(workspace.city(city).name.as_str()));
    let (rank, name, id) = match who {
        Who::Contact(id) => {
            let contact = workspace.contact(id);
            let given = contact.given_name.as_ref().map_or("", Line::as_str);
            let name = person_key(contact.family_name.as_str(), given);
            (precedence::rank(contact, hosts), name, contact.id.to_string())
        }
        // A town stands before its people.
        Who::City(_) => (precedence::OTHERS, Default::default(), String::new()),
    };
    (rank, city.is_none(), town.unwrap_or_default(), name, id)
}

#[cfg(test)]
mod tests;
