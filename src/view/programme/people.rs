//! People in words: name, function, organisation and town in one line.

use super::Person;
use super::context::{Context, joined};
use super::edition::Edition;
use crate::domain::contact::{Contact, Mail};
use crate::domain::line::Line;
use crate::domain::meeting::ContactPoint;
use crate::domain::session::{self, Absence, Certainty, Who};
use crate::domain::workspace::Workspace;
use crate::text::NO_BREAK_SPACE;
use crate::text::list::{and, or};
use crate::view::words::{Words, shown};

/// Those of `people` whom this edition tells of: whoever has declined is announced to nobody, and the chair
/// alone still sees them.
pub(super) fn told<'p>(
    context: &Context<'_>,
    people: &'p [session::Person],
) -> impl Iterator<Item = &'p session::Person> {
    let is_for_chair = context.edition == Edition::RunSheet;
    people.iter().filter(move |person| is_for_chair || person.status != Certainty::Dropped)
}

/// Those of `items` that this edition tells of: one that is only a person goes with them.
pub(super) fn told_items<'p>(
    context: &Context<'_>,
    items: &'p [session::Item],
) -> impl Iterator<Item = &'p session::Item> {
    let is_for_chair = context.edition == Edition::RunSheet;
    items.iter().filter(move |item| is_for_chair || !is_gone(item))
}

/// Whether an item was only people, who have all declined.
pub(in crate::view) fn is_gone(item: &session::Item) -> bool {
    let has_declined = |person: &session::Person| person.status == Certainty::Dropped;
    item.title.is_none() && !item.people.is_empty() && item.people.iter().all(has_declined)
}

/// Someone with a part in a session. That a talk has a speaker and a panel panellists is no news.
pub(super) fn session_person(context: &Context<'_>, person: &session::Person) -> Person {
    match person.role {
        Some(role) if !role.goes_without_saying() => meeting_person(context, person),
        Some(_) | None => nameable(context, person),
    }
}

/// Someone with a part in the whole meeting: the part is always said.
pub(super) fn meeting_person(context: &Context<'_>, person: &session::Person) -> Person {
    let language = context.words.language;
    let are_several = matches!(&person.who, Who::Several(names) if names.len() > 1);
    let called = |role: session::Role| {
        if are_several { role.several(language) } else { role.name(language) }
    };
    let role = person.role.map(|role| called(role).to_owned());
    let roles = person.role.map(|role| role.several(language));
    Person { role, roles, ..nameable(context, person) }
}

/// Whom to ask, with telephone and mail.
pub(super) fn point(workspace: &Workspace, words: Words, contact: &ContactPoint) -> String {
    let id = match contact {
        ContactPoint::Free(line) => return shown(line),
        ContactPoint::Contact(id) => *id,
    };
    let contact = workspace.contact(id);
    let phone = contact.phone.as_ref();
    let mail = match &contact.mail {
        Mail::At(address) => Some(address.to_string()),
        Mail::Unknown | Mail::Never => None,
    };
    // A number is read as one: no line ends within it.
    let phone = phone.map(|phone| phone.as_str().replace(' ', "\u{a0}"));
    let phone = phone.map(|phone| format!("{} {phone}", words.pick("Tel.", "phone")));
    let person = described(workspace, contact).line();
    joined([person, phone.as_deref().map(shown), mail]).unwrap_or_default()
}

/// Whom to ask, without telephone and mail: what stands on the web is harvested. None if nothing is left.
pub(in crate::view) fn bare_point(workspace: &Workspace, contact: &ContactPoint) -> Option<String> {
    match contact {
        ContactPoint::Contact(id) => described(workspace, workspace.contact(*id)).line(),
        ContactPoint::Free(line) => {
            let words = shown(line);
            joined(words.split(", ").map(unreachable))
        }
    }
}

/// Words without what tells how to reach somebody: addresses, numbers, and what stands before those.
fn unreachable(words: &str) -> Option<String> {
    const LABELS: [&str; 7] = ["tel", "telefon", "phone", "mobil", "mobile", "mail", "e-mail"];
    const FEWEST_DIGITS: usize = 6;
    let is_number = |word: &str| {
        let is_of_number = |letter: char| letter.is_ascii_digit() || "+/()-–".contains(letter);
        word.chars().all(is_of_number) && word.contains(|letter: char| letter.is_ascii_digit())
    };
    let words: Vec<&str> = words.split([' ', NO_BREAK_SPACE]).collect();
    let digits = words.iter().filter(|word| is_number(word)).flat_map(|word| word.chars());
    let has_number = digits.filter(char::is_ascii_digit).count() >= FEWEST_DIGITS;
    let is_label =
        |word: &str| LABELS.contains(&word.trim_matches(['.', ':']).to_lowercase().as_str());
    let tells =
        |word: &&&str| word.contains('@') || has_number && is_number(word) || is_label(word);
    let is_reach = words.iter().any(|word| word.contains('@')) || has_number;
    let kept: Vec<&str> = words.iter().filter(|word| !is_reach || !tells(word)).copied().collect();
    (!kept.is_empty()).then(|| kept.join(" "))
}

/// A contact as somebody to ask.
fn described<'w>(workspace: &'w Workspace, contact: &'w Contact) -> Described<'w> {
    Described {
        name: Some(contact_name(contact)),
        function: contact.office.as_ref(),
        organisation: contact.organisation.as_ref().or(contact.department.as_ref()),
        city: contact.city.map(|city| &workspace.city(city.value).name),
    }
}

/// What is known of someone.
struct Described<'w> {
    name: Option<String>,
    function: Option<&'w Line>,
    organisation: Option<&'w Line>,
    city: Option<&'w Line>,
}

impl Described<'_> {
    /// "A. Muster, Leiterin, Kurbetrieb (Gotha)", "Bürgermeister, Gotha", "Stadt Gotha".
    fn line(&self) -> Option<String> {
        let named = |line: &Line, city: &Line| line.as_str().contains(city.as_str());
        let city = self.city.filter(|city| {
            ![self.function, self.organisation].into_iter().flatten().any(|line| named(line, city))
        });
        let parts = [self.name.clone(), self.function.map(shown)];
        match (self.organisation, city) {
            (Some(organisation), Some(city)) => {
                let organisation = format!("{} ({})", shown(organisation), shown(city));
                joined(parts.into_iter().chain([Some(organisation)]))
            }
            (organisation, city) => {
                joined(parts.into_iter().chain([organisation.map(shown), city.map(shown)]))
            }
        }
    }
}

/// The person without a part.
fn nameable(context: &Context<'_>, person: &session::Person) -> Person {
    let Context { workspace, words, .. } = context;
    let contact = match &person.who {
        Who::Contact(id) => Some(workspace.contact(*id)),
        Who::Named(_) | Who::Several(_) | Who::AnyOf(_) | Who::Unnamed => None,
    };
    let name = match &person.who {
        Who::Named(name) => Some(shown(name)),
        Who::Contact(_) => contact.map(contact_name),
        Who::Several(names) => Some(and(names.iter().map(shown), words.language)),
        Who::AnyOf(names) => Some(or(names.iter().map(shown), words.language)),
        Who::Unnamed => None,
    };
    let city = person.city.or(contact.and_then(|contact| contact.city));
    let organisation =
        contact.and_then(|contact| contact.organisation.as_ref().or(contact.department.as_ref()));
    let described = Described {
        name: name.clone(),
        function: person.function.as_ref().or(contact.and_then(|contact| contact.office.as_ref())),
        organisation: person.organisation.as_ref().or(organisation),
        city: city.map(|city| &workspace.city(city.value).name),
    };
    let line = described.line().unwrap_or_default();
    let line = match person.status {
        Certainty::Fixed => line,
        Certainty::Requested => format!("{line} ({})", words.pick("angefragt", "to be confirmed")),
        Certainty::Dropped if person.absence == Some(Absence::Withdrawn) => {
            format!("{line} ({})", words.pick("nicht mehr eingeladen", "no longer invited"))
        }
        Certainty::Dropped => format!("{line} ({})", words.pick("verhindert", "unable to come")),
    };
    Person {
        role: None,
        roles: None,
        line,
        name,
        is_absent: person.status == Certainty::Dropped,
        are_several: matches!(&person.who, Who::Several(names) if names.len() > 1),
    }
}

/// Titles, given and family name: "Prof. Dr. Alex Muster".
pub(in crate::view) fn contact_name(contact: &Contact) -> String {
    let given = contact.titles.iter().chain(&contact.given_name);
    given.chain([&contact.family_name]).map(shown).collect::<Vec<_>>().join(" ")
}
