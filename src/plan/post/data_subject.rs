//! Who is meant when somebody asks what is known of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::privacy::{AmbiguousPerson, SharedName};
use crate::domain::contact::{Contact, Mail};
use crate::domain::id::ContactId;
use crate::domain::outbox::{Message, Outbox};
use crate::domain::workspace::Workspace;
use crate::plan::post::notification;
use crate::text::{PersonName, address_key, slug};

/// A person, by all that files may call them.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// Their entry in the contacts, if there is one.
    pub contact: Option<ContactId>,
    /// Their name, as it is shown.
    pub name: Option<String>,
    /// Their keys: in the contacts, and in records of mails from before they were taken out.
    pub keys: Vec<String>,
    /// Their addresses, as they are written.
    pub mails: Vec<String>,
    /// Their names as slugs.
    names: Vec<String>,
    /// Their family names as slugs: what stands alone may be of anybody.
    surnames: Vec<String>,
}

/// Who is meant by `words`: the key of a contact, a full name or a mail address. Whoever is no contact
/// any more is found in the records of mails; else the words themselves are all that is known of them.
///
/// # Errors
/// If several people are meant.
pub fn subject(workspace: &Workspace, outbox: &Outbox, words: &str) -> Result<Subject, Diagnostic> {
    let words = words.trim();
    let contacts = || workspace.numbered_contacts();
    if let Some((id, contact)) = contacts().find(|(_, contact)| contact.id.as_str() == words) {
        return Ok(Subject::of_contact(workspace, outbox, id, contact));
    }
    let asked = Asked::new(words);
    let found: Vec<_> = contacts().filter(|(_, contact)| asked.is_contact(contact)).collect();
    match found.as_slice() {
        [(id, contact)] => return Ok(Subject::of_contact(workspace, outbox, *id, contact)),
        [] => {}
        several => {
            let ids = several.iter().map(|(_, contact)| contact.id.to_string()).collect();
            return Err(ambiguous(words, ids));
        }
    }
    let messages = outbox.runs.iter().flat_map(|run| &run.messages);
    let messages: Vec<&Message> = messages.filter(|one| asked.is_recipient(one)).collect();
    let mut names: BTreeMap<String, &Message> = BTreeMap::new();
    for message in &messages {
        names.insert(slug(message.name.as_str()), message);
    }
    let called: Vec<PersonName> =
        messages.iter().map(|message| PersonName::of(message.name.as_str())).collect();
    let mut keys: Vec<String> = messages.iter().map(|one| one.person.to_string()).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut mails: Vec<String> = messages.iter().map(|one| one.mail.to_string()).collect();
    mails.sort_unstable();
    mails.dedup();
    // Several keys with one name and one address are somebody whose key was changed.
    if keys.len() > 1 && (names.len() > 1 || mails.len() > 1) {
        return Err(ambiguous(words, keys));
    }
    if messages.is_empty() {
        return Ok(asked.alone());
    }
    // An address that they had before, or a name.
    if let Some((id, contact)) =
        contacts().find(|(_, contact)| keys.iter().any(|key| key == contact.id.as_str()))
    {
        return Ok(Subject::of_contact(workspace, outbox, id, contact));
    }
    Ok(Subject {
        contact: None,
        name: messages.last().map(|message| message.name.to_string()),
        names: called.iter().flat_map(forms).collect(),
        surnames: called.iter().map(|name| slug(&name.family)).collect(),
        keys,
        mails,
    })
}

/// How a name may be written, as slugs: the family name last or first.
fn forms(name: &PersonName) -> [String; 2] {
    let (given, family) = (name.without_titles(), &name.family);
    [slug(&format!("{given} {family}")), slug(&format!("{family} {given}"))]
}

fn ambiguous(person: &str, ids: Vec<String>) -> Diagnostic {
    Diagnostic::new(AmbiguousPerson { person: person.to_owned(), ids })
}

/// The words of a question.
struct Asked<'a> {
    words: &'a str,
    slug: String,
    mail: Option<String>,
}

impl<'a> Asked<'a> {
    fn new(words: &'a str) -> Self {
        let mail = Some(words).filter(|words| words.contains('@')).and_then(address_key);
        Self { words, slug: slug(words), mail }
    }

    fn is_contact(&self, contact: &Contact) -> bool {
        match (&self.mail, &contact.mail) {
            (Some(mail), Mail::At(address)) => address_key(address.as_str()).as_ref() == Some(mail),
            (Some(_), _) => false,
            (None, _) => {
                !self.slug.is_empty()
                    && (contact.id.as_str() == self.slug || names(contact).contains(&self.slug))
            }
        }
    }

    fn is_recipient(&self, message: &Message) -> bool {
        match &self.mail {
            Some(mail) => address_key(message.mail.as_str()).as_ref() == Some(mail),
            None => {
                !self.slug.is_empty()
                    && (message.person.as_str() == self.words
                        || slug(message.name.as_str()) == self.slug
                        || forms(&PersonName::of(message.name.as_str())).contains(&self.slug))
            }
        }
    }

    /// Somebody of whom only these words are known.
    fn alone(self) -> Subject {
        let words = self.words.to_owned();
        if self.mail.is_some() {
            return Subject { mails: vec![words], ..Subject::default() };
        }
        let called = PersonName::of(&words);
        let mut names = vec![self.slug];
        names.extend(forms(&called));
        names.retain(|name| !name.is_empty());
        names.dedup();
        // A single word may be anything, and somebody must look.
        let surname = Some(slug(&called.family)).filter(|surname| !surname.is_empty());
        Subject {
            name: Some(words),
            names,
            surnames: surname.into_iter().collect(),
            ..Subject::default()
        }
    }
}

/// The names of a contact as slugs: with titles and without, the family name last or first.
fn names(contact: &Contact) -> Vec<String> {
    let family = contact.family_name.as_str();
    let mut names = vec![slug(&notification::name(contact)), slug(family)];
    if let Some(given) = &contact.given_name {
        names[1] = slug(&format!("{given} {family}"));
        names.push(slug(&format!("{family} {given}")));
    }
    names.dedup();
    names
}

impl Subject {
    fn of_contact(
        workspace: &Workspace,
        outbox: &Outbox,
        id: ContactId,
        contact: &Contact,
    ) -> Self {
        let mut mails = Vec::new();
        if let Mail::At(address) = &contact.mail {
            mails.push(address.to_string());
        }
        let mut keys = vec![contact.id.to_string()];
        let own = |message: &&Message| {
            let is_other = |other: &Contact| other.id != contact.id && other.id == message.person;
            message.person == contact.id
                || (mails
                    .iter()
                    .any(|mail| address_key(mail) == address_key(message.mail.as_str()))
                    && !workspace.contacts.iter().any(is_other))
        };
        let messages: Vec<&Message> =
            outbox.runs.iter().flat_map(|run| &run.messages).filter(own).collect();
        let known = |list: &[String], word: &str| list.iter().any(|known| known == word);
        for message in &messages {
            if !known(&keys, message.person.as_str()) {
                keys.push(message.person.to_string());
            }
            if !known(&mails, message.mail.as_str()) {
                mails.push(message.mail.to_string());
            }
        }
        let name = Some(notification::name(contact));
        let (mut names, mut surnames) = (names(contact), vec![slug(contact.family_name.as_str())]);
        // What they were called when they were written to.
        for message in &messages {
            let called = PersonName::of(message.name.as_str());
            names.extend(forms(&called));
            surnames.push(slug(&called.family));
        }
        for list in [&mut names, &mut surnames] {
            let mut seen = BTreeSet::new();
            list.retain(|name| !name.is_empty() && seen.insert(name.clone()));
        }
        Self { contact: Some(id), name, keys, mails, names, surnames }
    }

    /// The other contacts of the same name: a finding each.
    pub fn namesakes(&self, workspace: &Workspace) -> Vec<Diagnostic> {
        let Some(own) = self.contact else { return Vec::new() };
        let others = workspace.numbered_contacts();
        let others = others.filter(|(id, other)| {
            *id != own && names(other).iter().any(|name| self.names.contains(name))
        });
        let finding = |(_, other): (_, &Contact)| {
            let name = self.name.clone().unwrap_or_default();
            Diagnostic::at(other.origin, SharedName { name, other: other.id.to_string() })
        };
        others.map(finding).collect()
    }

    /// Whether `line`, the name of one or several people perhaps with a function, names them. A name of a
    /// single word must stand alone, for it may be anything else.
    pub fn is_named_in(&self, line: &str) -> bool {
        let line = slug(line);
        let within = format!("-{line}-");
        self.names.iter().any(|name| {
            *name == line || (name.contains('-') && within.contains(&format!("-{name}-")))
        })
    }

    /// Whether `line` holds their family name, so that somebody has to look whether they are meant.
    pub fn may_be_meant_in(&self, line: &str) -> bool {
        let line = format!("-{}-", slug(line));
        self.surnames
            .iter()
            .filter(|name| !name.is_empty())
            .any(|name| line.contains(&format!("-{name}-")) || line.contains(&format!("-{name}s-")))
    }

    /// Whether a mail went to them.
    pub fn is_recipient(&self, message: &Message) -> bool {
        let key = address_key(message.mail.as_str());
        self.keys.iter().any(|key| key == message.person.as_str())
            || (self.contact.is_none() && self.mails.iter().any(|mail| address_key(mail) == key))
    }

    /// Whether the path of a message in the ledger is one of theirs.
    pub fn is_file_of(&self, path: &str) -> bool {
        let file = path.rsplit('/').next().and_then(|file| file.strip_suffix(".eml"));
        file.is_some_and(|stem| self.keys.iter().any(|key| key == stem))
    }

    /// Whether one of their addresses stands in `words`.
    pub fn has_mail_in(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        let forms =
            self.mails.iter().flat_map(|mail| [Some(mail.to_lowercase()), address_key(mail)]);
        forms.flatten().any(|mail| holds(&words, &mail))
    }

    /// Whether a line of a file tells of them: by name, address or key.
    pub fn is_told_in(&self, line: &str) -> bool {
        let has_key = |key: &String| {
            line.contains(&format!("\"{key}\""))
                || line.contains(&format!("'{key}'"))
                || line.contains(&format!("/{key}.eml"))
        };
        self.keys.iter().any(has_key)
            || self.has_mail_in(line)
            || (self.names.iter().any(|name| name.contains('-')) && self.is_named_in(line))
    }
}

/// Whether `address` stands in `words`, and not as part of a longer one.
fn holds(words: &str, address: &str) -> bool {
    let part = |letter: char| letter.is_alphanumeric() || "._+-@".contains(letter);
    words.match_indices(address).any(|(at, _)| {
        let after = &words[at + address.len()..];
        let ends = after.trim_start_matches('.').chars().next();
        !words[..at].ends_with(part) && !ends.is_some_and(part)
    })
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn an_address_is_no_part_of_another() {
        let address = "a@example.org";
        for words in
            ["a@example.org", "<a@example.org>: no", "to a@example.org.", "x,a@example.org"]
        {
            assert!(holds(words, address), "{words}");
        }
        for words in
            ["aa@example.org", "a@example.org.test", "b.a@example.org", "a@example.orgs.example"]
        {
            assert!(!holds(words, address), "{words}");
        }
    }
}
