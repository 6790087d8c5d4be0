//! Who is written to: people, or the administration of a town that has none.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::{NobodyChosen, UnknownRecipient};
use crate::domain::city::City;
use crate::domain::contact::{Contact, Mail};
use crate::domain::id::{CityId, ContactId, Id};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;
use crate::text::{Language, collation_key, family_name_key, list, nearest, slug};
use crate::view::{precedence, salutation};

mod postal;

pub use postal::without_address;

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
    /// The town of the network that the recipient belongs to.
    pub city: Option<String>,
    /// The answer to the invitation: `yes`, `no` or `maybe`; the town's if there is none of the
    /// person's own.
    pub answer: Option<&'static str>,
    /// Who comes along.
    pub with: Vec<String>,
    /// The names on the command line that chose them.
    pub chosen_by: Vec<String>,
}

impl Recipient {
    /// The language of the letter.
    pub fn language(&self) -> Language {
        Language::parse(self.language).unwrap_or_default()
    }
}

/// Whom to choose.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// Contacts, towns, groups or [`EVERYBODY`].
    pub names: &'a [String],
    /// The meeting that they are written to about: its hosts stand first among mayors, and answers
    /// are answers to it.
    pub meeting: &'a Meeting,
    /// The language of every letter, over the recipients' own.
    pub language: Option<Language>,
    /// The day on which a town is a member or not.
    pub on: NaiveDate,
    /// Whether they are written to by mail: who must not get any is never chosen.
    pub by_mail: bool,
}

/// The recipients that `choice` means: contacts, towns, groups or [`EVERYBODY`].
///
/// Everybody stands there once, in the order of precedence, then in the alphabet of the towns, then
/// of the names.
///
/// # Errors
/// With every name that is unknown, and those that choose nobody if nobody is left: an empty choice is
/// never everybody.
pub fn choose(
    workspace: &Workspace,
    choice: &Choice<'_>,
) -> Result<Vec<Recipient>, Vec<Diagnostic>> {
    let chosen = chosen(workspace, choice)?;
    let recipient = |(target, chosen_by)| match target {
        Target::Contact(id) => person(workspace, id, choice, chosen_by),
        Target::City(id) => administration(workspace, id, choice, chosen_by),
    };
    Ok(chosen.into_iter().map(recipient).collect())
}

/// The same people as the one recipient of one letter: high guests are greeted by name, then all
/// others together. It has no address, neither of the post nor of mail.
///
/// # Errors
/// As those of [`choose`].
pub fn together(workspace: &Workspace, choice: &Choice<'_>) -> Result<Recipient, Vec<Diagnostic>> {
    let chosen = chosen(workspace, choice)?;
    let contact = |(target, _): &(Target, _)| match target {
        Target::Contact(id) => Some(workspace.contact(*id)),
        Target::City(_) => None,
    };
    let contacts: Vec<&Contact> = chosen.iter().filter_map(contact).collect();
    let language = choice.language.unwrap_or(workspace.network.language);
    let familiar = contacts.len() == chosen.len()
        && contacts.iter().all(|contact| salutation::is_familiar(contact));
    Ok(Recipient {
        id: "together".to_owned(),
        name: list::and(choice.names, language),
        mail: None,
        language: language.code(),
        // Lines of their own, as everywhere where free text is cut into paragraphs.
        salutation: salutation::together(&contacts, language).join("\n\n"),
        familiar,
        address: Vec::new(),
        city: None,
        answer: None,
        with: Vec::new(),
        chosen_by: choice.names.to_vec(),
    })
}

/// The names of those whom `choice` means and who must not be written to by mail.
///
/// # Errors
/// As those of [`choose`].
pub fn refusing(
    workspace: &Workspace,
    choice: &Choice<'_>,
) -> Result<Vec<String>, Vec<Diagnostic>> {
    let chosen = chosen(workspace, &Choice { by_mail: false, ..*choice })?;
    let contacts = chosen.iter().filter_map(|(target, _)| match target {
        Target::Contact(id) => Some(workspace.contact(*id)),
        Target::City(_) => None,
    });
    Ok(contacts.filter(|contact| contact.mail == Mail::Never).map(salutation::full_name).collect())
}

/// Who is chosen, each with the names that chose them.
type Chosen = Vec<(Target, Vec<String>)>;

fn chosen(workspace: &Workspace, choice: &Choice<'_>) -> Result<Chosen, Vec<Diagnostic>> {
    let mut findings = Vec::new();
    let mut empty = Vec::new();
    let mut chosen: Chosen = Vec::new();
    let mut places: HashMap<Target, usize> = HashMap::new();
    for name in choice.names {
        match targets(workspace, name, choice.on, choice.by_mail) {
            None => findings.push(unknown(workspace, name)),
            Some(targets) if targets.is_empty() => {
                empty.push(Diagnostic::new(NobodyChosen { names: name.clone() }));
            }
            Some(targets) => targets.into_iter().for_each(|target| {
                let place = *places.entry(target).or_insert(chosen.len());
                match chosen.get_mut(place) {
                    Some((_, by)) if by.contains(name) => {}
                    Some((_, by)) => by.push(name.clone()),
                    None => chosen.push((target, vec![name.clone()])),
                }
            }),
        }
    }
    // Whoever gets no mail does not keep the others from theirs.
    if chosen.is_empty() || !choice.by_mail || !findings.is_empty() {
        findings.extend(empty);
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let hosts: Vec<CityId> = choice.meeting.hosts.iter().map(|host| host.value).collect();
    chosen.sort_by_cached_key(|(target, _)| order(workspace, *target, &hosts));
    Ok(chosen)
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
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

/// Where somebody stands in the list: rank, whether a town is unknown, the town, the name.
type Order = (u32, bool, (String, String), (String, String), String);

/// Precedence, then the alphabet of the towns, then of the names; who has no town comes last.
fn order(workspace: &Workspace, target: Target, hosts: &[CityId]) -> Order {
    let town = |city: CityId| collation_key(workspace.city(city).name.as_str());
    match target {
        Target::Contact(id) => {
            let contact = workspace.contact(id);
            let city = contact.city.map(|city| city.value);
            (
                precedence::rank(contact, hosts),
                city.is_none(),
                city.map(town).unwrap_or_default(),
                family_name_key(contact.family_name.as_str()),
                contact.id.as_str().to_owned(),
            )
        }
        Target::City(id) => {
            (precedence::OTHERS, false, town(id), Default::default(), String::new())
        }
    }
}

/// What the person answered, else the person's town.
fn answer(
    workspace: &Workspace,
    meeting: &Meeting,
    contact: Option<ContactId>,
    city: Option<CityId>,
) -> (Option<&'static str>, Vec<String>) {
    let replies = || workspace.replies.iter().filter(|reply| reply.meeting == meeting.id);
    let from = |who: Who| replies().find(|reply| reply.from.who() == who);
    let own = contact.and_then(|id| from(Who::Contact(id)));
    let of_town = || city.and_then(|id| from(Who::City(id)));
    let Some(reply) = own.or_else(of_town) else { return (None, Vec::new()) };
    let said = &reply.said;
    (Some(said.answer.code()), said.with.iter().map(Line::to_string).collect())
}

fn person(
    workspace: &Workspace,
    id: ContactId,
    choice: &Choice<'_>,
    chosen_by: Vec<String>,
) -> Recipient {
    let contact = workspace.contact(id);
    let language = choice.language.or(contact.language).unwrap_or(workspace.network.language);
    let mail = match &contact.mail {
        Mail::At(address) => Some(address.as_str().to_owned()),
        Mail::Unknown | Mail::Never => None,
    };
    let city = contact.city.map(|city| city.value);
    let (answer, with) = answer(workspace, choice.meeting, Some(id), city);
    Recipient {
        id: contact.id.as_str().to_owned(),
        name: salutation::full_name(contact),
        mail,
        language: language.code(),
        salutation: salutation::salutation(contact, language),
        familiar: salutation::is_familiar(contact),
        address: address(workspace, contact, language),
        city: city.map(|city| workspace.city(city).name.to_string()),
        answer,
        with,
        chosen_by,
    }
}

/// The body, its part, the office, the person, the street, the town: what is known of it. The
/// address of the person's town hall stands in where the person has none.
pub(super) fn address(workspace: &Workspace, contact: &Contact, language: Language) -> Vec<String> {
    let bodies = [&contact.organisation, &contact.department];
    let mut lines: Vec<String> = bodies.into_iter().flatten().map(Line::to_string).collect();
    lines.extend(salutation::office_line(contact, language));
    lines.push(salutation::address_line(contact, language));
    let post = postal::of_contact(workspace, contact);
    lines.extend(post.street.map(Line::to_string));
    lines.extend(place(post.postcode, post.town));
    lines
}

fn administration(
    workspace: &Workspace,
    id: CityId,
    choice: &Choice<'_>,
    chosen_by: Vec<String>,
) -> Recipient {
    let city: &City = workspace.city(id);
    let language = choice.language.unwrap_or(workspace.network.language);
    let name = match language {
        Language::German => format!("Stadt {}", city.name),
        Language::English => city.name.to_string(),
    };
    let mut address = vec![name.clone()];
    address.extend(city.street.as_ref().map(Line::to_string));
    address.extend(place(city.postcode.as_ref(), Some(&city.name)));
    let (answer, with) = answer(workspace, choice.meeting, None, Some(id));
    Recipient {
        id: city.id.as_str().to_owned(),
        name,
        mail: city.mail.as_ref().map(Line::to_string),
        language: language.code(),
        salutation: salutation::open(language).to_owned(),
        familiar: false,
        address,
        city: Some(city.name.to_string()),
        answer,
        with,
        chosen_by,
    }
}

fn place(postcode: Option<&Line>, town: Option<&Line>) -> Option<String> {
    let words: Vec<&str> = [postcode, town].into_iter().flatten().map(Line::as_str).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests;
