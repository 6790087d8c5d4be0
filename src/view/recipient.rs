//! Who is written to: people, or the administration of a town that has none.

use chrono::NaiveDate;
use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::{NobodyChosen, UnknownRecipient};
use crate::domain::city::City;
use crate::domain::contact::{Contact, Mail};
use crate::domain::id::{CityId, ContactId, Id};
use crate::domain::line::Line;
use crate::domain::workspace::Workspace;
use crate::text::{Language, nearest, slug};
use crate::view::salutation;

/// The word that chooses everybody: all contacts, and the members that have none.
pub const EVERYBODY: &str = "all";

/// Somebody to write to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// The key of the contact or town.
    pub id: String,
    /// The full name, or the town's.
    pub name: String,
    /// The mail address, if one is known.
    pub mail: Option<String>,
    /// Language code of the letter, `de` or `en`.
    pub language: &'static str,
    /// The salutation, with its comma.
    pub salutation: String,
    /// Whether the letter says du.
    pub familiar: bool,
    /// The address field, from top to bottom.
    pub address: Vec<String>,
    /// The names on the command line that chose them.
    pub chosen_by: Vec<String>,
}

impl Recipient {
    /// The language of the letter.
    pub fn language(&self) -> Language {
        Language::parse(self.language).unwrap_or_default()
    }
}

/// The recipients that `names` choose: contacts, towns, groups or [`EVERYBODY`].
///
/// Everybody stands there once, by rank, then in the network's order of towns, then by name. For
/// mails (`by_mail`) who must not get any is never chosen. `language` overrides that of the recipient; on the day
/// `on` a town is a member or not.
///
/// # Errors
/// With every name that is unknown or chooses nobody: an empty choice is never everybody.
pub fn choose(
    workspace: &Workspace,
    names: &[String],
    language: Option<Language>,
    on: NaiveDate,
    by_mail: bool,
) -> Result<Vec<Recipient>, Vec<Diagnostic>> {
    let mut findings = Vec::new();
    let mut chosen: Vec<(Target, Vec<String>)> = Vec::new();
    for name in names {
        match targets(workspace, name, on, by_mail) {
            None => findings.push(unknown(workspace, name)),
            Some(targets) if targets.is_empty() => {
                findings.push(Diagnostic::new(NobodyChosen { names: name.clone() }));
            }
            Some(targets) => targets.into_iter().for_each(|target| {
                match chosen.iter_mut().find(|(known, _)| *known == target) {
                    Some((_, by)) if by.contains(name) => {}
                    Some((_, by)) => by.push(name.clone()),
                    None => chosen.push((target, vec![name.clone()])),
                }
            }),
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    chosen.sort_by_cached_key(|(target, _)| order(workspace, *target));
    let recipient = |(target, chosen_by)| match target {
        Target::Contact(id) => person(workspace, workspace.contact(id), language, chosen_by),
        Target::City(id) => administration(workspace, workspace.city(id), language, chosen_by),
    };
    Ok(chosen.into_iter().map(recipient).collect())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Contact(ContactId),
    City(CityId),
}

/// What `name` chooses; none if it means nothing.
fn targets(workspace: &Workspace, name: &str, on: NaiveDate, by_mail: bool) -> Option<Vec<Target>> {
    let contacts = || (0..).map(ContactId).zip(&workspace.contacts);
    let reachable = |wanted: &dyn Fn(&Contact) -> bool| -> Vec<Target> {
        contacts()
            .filter(|(_, contact)| wanted(contact) && !(by_mail && contact.mail == Mail::Never))
            .map(|(id, _)| Target::Contact(id))
            .collect()
    };
    let has_contacts = |city: CityId| contacts().any(|(_, contact)| lives_in(contact, city));
    if contacts().any(|(_, contact)| contact.id.as_str() == name) {
        return Some(reachable(&|contact| contact.id.as_str() == name));
    }
    let is_named = |city: &City| city.id.as_str() == name || slug(city.name.as_str()) == slug(name);
    if let Some((city, _)) = workspace.numbered_cities().find(|(_, city)| is_named(city)) {
        return Some(if has_contacts(city) {
            reachable(&|contact| lives_in(contact, city))
        } else {
            vec![Target::City(city)]
        });
    }
    let in_group = |contact: &Contact| contact.groups.iter().any(|group| group.as_str() == name);
    if contacts().any(|(_, contact)| in_group(contact)) {
        return Some(reachable(&in_group));
    }
    (name == EVERYBODY).then(|| {
        let members = workspace.numbered_cities().filter(|(_, city)| city.membership.covers(on));
        let without = members.filter(|(id, _)| !has_contacts(*id));
        let mut everybody = reachable(&|_| true);
        everybody.extend(without.map(|(id, _)| Target::City(id)));
        everybody
    })
}

fn lives_in(contact: &Contact, city: CityId) -> bool {
    contact.city.is_some_and(|own| own.value == city)
}

fn unknown(workspace: &Workspace, name: &str) -> Diagnostic {
    let contacts = workspace.contacts.iter();
    let names = contacts
        .flat_map(|contact| std::iter::once(&contact.id).chain(&contact.groups))
        .chain(workspace.cities.iter().map(|city| &city.id))
        .map(Id::as_str)
        .chain([EVERYBODY]);
    let near = nearest(name, names).map(str::to_owned);
    Diagnostic::new(UnknownRecipient { name: name.to_owned(), near })
}

/// Rank, then the network's order of towns, then the name; who has no rank or town comes last.
fn order(workspace: &Workspace, target: Target) -> (u32, usize, String, String) {
    match target {
        Target::Contact(id) => {
            let contact = workspace.contact(id);
            (
                contact.rank.unwrap_or(u32::MAX),
                contact.city.map_or(usize::MAX, |city| city.value.0),
                slug(contact.family_name.as_str()),
                contact.id.as_str().to_owned(),
            )
        }
        Target::City(id) => (u32::MAX, id.0, String::new(), String::new()),
    }
}

fn person(
    workspace: &Workspace,
    contact: &Contact,
    language: Option<Language>,
    chosen_by: Vec<String>,
) -> Recipient {
    let language = language.or(contact.language).unwrap_or(workspace.network.language);
    let mail = match &contact.mail {
        Mail::At(address) => Some(address.as_str().to_owned()),
        Mail::Unknown | Mail::Never => None,
    };
    Recipient {
        id: contact.id.as_str().to_owned(),
        name: salutation::full_name(contact),
        mail,
        language: language.code(),
        salutation: salutation::salutation(contact, language),
        familiar: salutation::is_familiar(contact),
        address: address(workspace, contact, language),
        chosen_by,
    }
}

/// The body, its part, the office, the person, the street, the town: what is known of it. The
/// address of the person's town hall stands in where the person has none.
pub(super) fn address(workspace: &Workspace, contact: &Contact, language: Language) -> Vec<String> {
    let town_hall = contact.city.map(|city| workspace.city(city.value));
    let own = [&contact.street, &contact.postcode, &contact.town].into_iter().any(Option::is_some);
    let street = match (own, town_hall) {
        (false, Some(city)) => city.street.as_ref(),
        _ => contact.street.as_ref(),
    };
    let postcode = match (own, town_hall) {
        (false, Some(city)) => city.postcode.as_ref(),
        _ => contact.postcode.as_ref(),
    };
    let town = contact.town.as_ref().or(town_hall.map(|city| &city.name));
    let head = [&contact.organisation, &contact.department, &contact.office];
    let mut lines: Vec<String> = head.into_iter().flatten().map(Line::to_string).collect();
    lines.push(salutation::address_line(contact, language));
    lines.extend(street.map(Line::to_string));
    lines.extend(place(postcode, town));
    lines
}

fn administration(
    workspace: &Workspace,
    city: &City,
    language: Option<Language>,
    chosen_by: Vec<String>,
) -> Recipient {
    let language = language.unwrap_or(workspace.network.language);
    let name = match language {
        Language::German => format!("Stadt {}", city.name),
        Language::English => city.name.to_string(),
    };
    let mut address = vec![name.clone()];
    address.extend(city.street.as_ref().map(Line::to_string));
    address.extend(place(city.postcode.as_ref(), Some(&city.name)));
    Recipient {
        id: city.id.as_str().to_owned(),
        name,
        mail: city.mail.as_ref().map(Line::to_string),
        language: language.code(),
        salutation: salutation::open(language).to_owned(),
        familiar: false,
        address,
        chosen_by,
    }
}

fn place(postcode: Option<&Line>, town: Option<&Line>) -> Option<String> {
    let words: Vec<&str> = [postcode, town].into_iter().flatten().map(Line::as_str).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests;
