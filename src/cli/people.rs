//! Whom words mean, among those who are known.

use super::loaded::Loaded;
use crate::domain::contact::{Contact, Gender};
use crate::domain::id::ContactId;
use crate::input::edit::quoted;
use crate::text::{PersonName, nearest, slug};
use crate::view::salutation::full_name;

/// Who is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// This one.
    Known(ContactId),
    /// Any of these, who have that name in common.
    Several(Vec<ContactId>),
    /// Probably this one, whose name is nearly the same.
    Near(ContactId),
    /// Nobody who is known.
    Nobody,
}

/// People in one line, with semicolons between them.
pub(super) fn parts(words: &str) -> impl Iterator<Item = &str> {
    words.split(';').map(str::trim).filter(|one| !one.is_empty())
}

/// Whom one of them is.
pub(super) fn meant(one: &str, loaded: &Loaded) -> Meant {
    let workspace = &loaded.workspace;
    let name = PersonName::of(one);
    let wanted = slug(&format!("{} {}", name.without_titles(), name.family));
    let fitting = |fits: &dyn Fn(&Contact) -> bool| -> Vec<ContactId> {
        let contacts = workspace.numbered_contacts();
        contacts.filter(|(_, contact)| fits(contact)).map(|(id, _)| id).collect()
    };
    let is_same = |contact: &Contact| {
        contact.id.as_str() == name.full()
            || !wanted.is_empty() && slug(&contact.bare_name()) == wanted
    };
    // By the family name alone nobody is meant of whom the words before it are not true.
    let may_be = |contact: &Contact| !is_contradicted(&name, contact);
    let is_family =
        |contact: &Contact| slug(contact.family_name.as_str()) == wanted && may_be(contact);
    // A family name of two, by one of them; with a given name or without.
    let is_part = |contact: &Contact| {
        let (whole, family) = (slug(&contact.bare_name()), slug(contact.family_name.as_str()));
        let has = |name: &str, word: &str| name.split('-').any(|known| known == word);
        wanted.split('-').all(|word| has(&whole, word))
            && wanted.split('-').any(|word| has(&family, word))
            && may_be(contact)
    };
    let kinds: [&dyn Fn(&Contact) -> bool; 3] = [&is_same, &is_family, &is_part];
    let found = kinds.into_iter().map(fitting).find(|found| !found.is_empty());
    match found.as_deref() {
        Some([one]) => return Meant::Known(*one),
        Some(several) => return Meant::Several(several.to_vec()),
        None => {}
    }
    let is_given = |contact: &Contact| {
        contact.given_name.as_ref().is_some_and(|given| slug(given.as_str()) == wanted)
    };
    if let [one] = fitting(&is_given)[..] {
        return Meant::Near(one);
    }
    let names: Vec<String> = workspace.contacts.iter().map(Contact::bare_name).collect();
    // One word alone is near to too many.
    let near = Some(format!("{} {}", name.without_titles(), name.family))
        .filter(|_| wanted.contains('-'))
        .and_then(|name| nearest(&name, &names).map(str::to_owned));
    let near = near.map(|near| fitting(&|contact| contact.bare_name() == near));
    match near.as_deref() {
        Some([one, ..]) => Meant::Near(*one),
        Some([]) | None => Meant::Nobody,
    }
}

/// Whether form of address or titles before `name` are not those of `contact`: "Frau Weiß" is not Jörg Weiß,
/// and "Dr. Kühn" nobody without a doctorate.
fn is_contradicted(name: &PersonName, contact: &Contact) -> bool {
    let before: Vec<String> = name.given.split_whitespace().map(slug).collect();
    let is_said = |words: &[&str]| before.iter().any(|word| words.contains(&word.as_str()));
    let is_another = |words: &[&str], gender: Gender| {
        is_said(words) && contact.gender().is_some_and(|known| known != gender)
    };
    let titles: Vec<String> = contact.titles.iter().map(|title| slug(title.as_str())).collect();
    let lacks = |title: &str| {
        is_said(&[title]) && !titles.iter().any(|known| known.split('-').any(|word| word == title))
    };
    is_another(&["frau", "ms", "mrs"], Gender::Female)
        || is_another(&["herr", "herrn", "mr"], Gender::Male)
        || lacks("dr")
        || lacks("prof")
}

/// The name of somebody as the program prints it.
pub(super) fn printed(id: ContactId, loaded: &Loaded) -> String {
    full_name(loaded.workspace.contact(id))
}

/// People in one line as files have them: "Lena Farnbach (Bauamt); Veit Salzwinkel".
pub(super) fn written(words: &str, loaded: &Loaded) -> String {
    let people = parts(words).map(|one| {
        let name = PersonName::of(one);
        let function = name.function.as_ref();
        let function = function.map(|it| format!(", function = {}", quoted(it)));
        let who = match meant(one, loaded) {
            Meant::Known(id) => {
                format!("contact = {}", quoted(loaded.workspace.contact(id).id.as_str()))
            }
            Meant::Several(_) | Meant::Near(_) | Meant::Nobody => {
                format!("name = {}", quoted(&name.full()))
            }
        };
        format!("{{ {who}{} }}", function.unwrap_or_default())
    });
    format!("[{}]", people.collect::<Vec<_>>().join(", "))
}
