//! Who is who: by key, by name, by address, by the mail that somebody answers.

use std::collections::{BTreeSet, HashMap};

use crate::domain::contact::Mail;
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::outbox::{Message, Outbox, Run};
use crate::domain::reply::{Reply, Who};
use crate::domain::workspace::Workspace;
use crate::text::{PersonName, address_key, nearest, slug};

/// Words before a name that say nothing of who it is, as slugs.
pub(in crate::plan) const BEFORE_NAMES: &[&str] =
    &["frau-", "herr-", "herrn-", "mr-", "mrs-", "ms-", "prof-", "dr-"];

/// Whom a name or an address means.
#[derive(Clone, Debug)]
pub enum Found<'w> {
    /// This one.
    One(Who),
    /// Any of these.
    Several(Vec<Who>),
    /// Somebody who was written to and is no contact any more.
    Gone(&'w Message),
    /// Nobody.
    Nobody,
}

/// Everybody who can answer, and how they are known.
pub struct People<'w> {
    workspace: &'w Workspace,
    /// Whole names, as slugs.
    names: HashMap<String, BTreeSet<Who>>,
    /// Family names, as slugs.
    family_names: HashMap<String, BTreeSet<Who>>,
    addresses: HashMap<String, BTreeSet<Who>>,
    /// Mails by the address that they went to, the oldest first.
    written_to: HashMap<String, Vec<(&'w Id, &'w Message)>>,
    /// Mails by the keys of their recipients.
    mails_to: HashMap<&'w str, Vec<(&'w Run, &'w Message)>>,
    /// Who has which key.
    ids: HashMap<&'w str, Who>,
    /// What is recorded.
    replies: HashMap<(&'w Id, Who), &'w Reply>,
    /// Given names, as slugs.
    given_names: HashMap<String, BTreeSet<Who>>,
    /// Mails by their names.
    mails: HashMap<&'w str, (&'w Run, &'w Message)>,
}

impl<'w> People<'w> {
    /// Those in `workspace`, with the addresses at which the mails of `outbox` reached them.
    pub fn new(workspace: &'w Workspace, outbox: &'w Outbox) -> Self {
        let mut people = Self {
            workspace,
            names: HashMap::new(),
            family_names: HashMap::new(),
            addresses: HashMap::new(),
            written_to: HashMap::new(),
            mails_to: HashMap::new(),
            ids: HashMap::new(),
            replies: HashMap::new(),
            given_names: HashMap::new(),
            mails: HashMap::new(),
        };
        for (id, city) in workspace.numbered_cities() {
            people.ids.insert(city.id.as_str(), Who::City(id));
        }
        for reply in &workspace.replies {
            people.replies.entry((&reply.meeting, reply.from.who())).or_insert(reply);
        }
        for (id, contact) in workspace.numbered_contacts() {
            let who = Who::Contact(id);
            // People come before towns, as everywhere.
            people.ids.insert(contact.id.as_str(), who);
            let given = contact.given_name.as_ref().map_or("", Line::as_str);
            let family = contact.family_name.as_str();
            for name in [format!("{given} {family}"), format!("{family} {given}")] {
                people.names.entry(slug(&name)).or_default().insert(who);
            }
            people.family_names.entry(slug(family)).or_default().insert(who);
            if !given.is_empty() {
                people.given_names.entry(slug(given)).or_default().insert(who);
            }
            if let Mail::At(address) = &contact.mail {
                people.add_address(address, who);
            }
        }
        for (id, city) in workspace.numbered_cities() {
            let who = Who::City(id);
            let name = slug(city.name.as_str());
            people.names.entry(format!("stadt-{name}")).or_default().insert(who);
            people.names.entry(name).or_default().insert(who);
            if let Some(address) = &city.mail {
                people.add_address(address, who);
            }
        }
        for run in &outbox.runs {
            for message in &run.messages {
                let meeting = &run.name.meeting;
                let mails_to = people.mails_to.entry(message.person.as_str()).or_default();
                mails_to.push((run, message));
                people.mails.insert(message.message_id.as_str(), (run, message));
                if let Some(key) = address_key(message.mail.as_str()) {
                    people.written_to.entry(key).or_default().push((meeting, message));
                }
            }
        }
        people
    }

    fn add_address(&mut self, address: &Line, who: Who) {
        if let Some(key) = address_key(address.as_str()) {
            self.addresses.entry(key).or_default().insert(who);
        }
    }

    /// The key of somebody.
    pub fn id(&self, who: Who) -> &'w Id {
        self.workspace.id_of(who)
    }

    /// Who has the key `id`.
    pub fn with_id(&self, id: &str) -> Option<Who> {
        self.ids.get(id).copied()
    }

    /// Whom `words` name: by key, by address, by the whole name in any order, by the family name or
    /// the given name alone.
    pub fn named(&self, words: &str) -> Found<'w> {
        if words.contains('@') {
            return self.at(words, None);
        }
        if let Some(who) = self.with_id(words.trim()) {
            return Found::One(who);
        }
        let mut name = slug(words);
        while let Some(rest) = BEFORE_NAMES.iter().find_map(|word| name.strip_prefix(word)) {
            name = rest.to_owned();
        }
        let kinds = [&self.names, &self.family_names, &self.given_names];
        let found = kinds.into_iter().find_map(|kind| kind.get(&name));
        // "Birke, Berta, Bauamt"
        let whole = PersonName::of(words);
        match found {
            Some(found) => one_of(found),
            None if whole.function.is_some() => self.named(&whole.full()),
            None => Found::Nobody,
        }
    }

    /// Whom words name by the whole name, in any order.
    pub fn named_in_full(&self, words: &str) -> Found<'w> {
        self.names.get(&PersonName::of(words).key()).map_or(Found::Nobody, one_of)
    }

    /// Whether the whole name of somebody stands in words, in any order.
    pub fn is_named_in(&self, words: &str, who: Who) -> bool {
        let words = format!("-{}-", slug(words));
        let has = |name: &str| !name.is_empty() && words.contains(&format!("-{name}-"));
        match who {
            Who::Contact(id) => {
                let contact = self.workspace.contact(id);
                let given = contact.given_name.as_ref().map_or("", Line::as_str);
                let family = contact.family_name.as_str();
                has(&slug(&format!("{given} {family}"))) || has(&slug(&format!("{family} {given}")))
            }
            Who::City(id) => has(&slug(self.workspace.city(id).name.as_str())),
        }
    }

    /// Whether words hold the name that somebody is called by: the given name, the family name where there
    /// is none, the town's.
    pub fn is_called_in(&self, words: &str, who: Who) -> bool {
        let name = match who {
            Who::Contact(id) => {
                let contact = self.workspace.contact(id);
                slug(contact.given_name.as_ref().unwrap_or(&contact.family_name).as_str())
            }
            Who::City(id) => slug(self.workspace.city(id).name.as_str()),
        };
        !name.is_empty() && format!("-{}-", slug(words)).contains(&format!("-{name}-"))
    }

    /// Whether words that name nobody may mean `who`: they hold the family name, or the town's name.
    pub fn may_be(&self, words: &str, who: Who) -> bool {
        let name = match who {
            Who::Contact(id) => slug(self.workspace.contact(id).family_name.as_str()),
            Who::City(id) => slug(self.workspace.city(id).name.as_str()),
        };
        !name.is_empty() && format!("-{}-", slug(words)).contains(&format!("-{name}-"))
    }

    /// The key nearest to `words`.
    pub fn near(&self, words: &str) -> Option<String> {
        let keys = self.workspace.contacts.iter().map(|contact| contact.id.as_str());
        let keys = keys.chain(self.workspace.cities.iter().map(|city| city.id.as_str()));
        nearest(words, keys).map(str::to_owned)
    }

    /// Who writes from `address` about `meeting`: whoever was written to there, else whose address
    /// it is now, else whoever was ever written to there.
    pub fn at(&self, address: &str, meeting: Option<&Id>) -> Found<'w> {
        let Some(key) = address_key(address.trim()) else { return Found::Nobody };
        let written = self.written_to.get(&key).map(Vec::as_slice).unwrap_or_default();
        let about = written.iter().filter(|(about, _)| Some(*about) == meeting);
        let about: Vec<&Message> = about.map(|(_, message)| *message).collect();
        let known = self.known(&about);
        let now = self.addresses.get(&key).cloned().unwrap_or_default();
        // An address that two people share was written to once, for the first of them, and one that
        // has passed on to somebody else since may be either's.
        if !known.is_empty() && (now.is_empty() || known == now) {
            return one_of(&known);
        }
        if !known.is_empty() || !now.is_empty() {
            return one_of(&known.union(&now).copied().collect());
        }
        let ever: Vec<&Message> = written.iter().map(|(_, message)| *message).collect();
        let known = self.known(&ever);
        match ever.last() {
            Some(message) if known.is_empty() => Found::Gone(message),
            _ => one_of(&known),
        }
    }

    fn known(&self, messages: &[&Message]) -> BTreeSet<Who> {
        messages.iter().filter_map(|message| self.with_id(message.person.as_str())).collect()
    }

    /// Whether `address` is one that `who` ever had.
    pub fn is_of(&self, address: &str, who: Who) -> bool {
        let Some(key) = address_key(address.trim()) else { return false };
        let written = self.written_to.get(&key).map(Vec::as_slice).unwrap_or_default();
        let ever: Vec<&Message> = written.iter().map(|(_, message)| *message).collect();
        self.addresses.get(&key).is_some_and(|now| now.contains(&who))
            || self.known(&ever).contains(&who)
    }

    /// The meeting that somebody was written to about, if it is one alone.
    pub fn only_meeting(&self, who: Who) -> Option<&'w Id> {
        let mut meetings = self.mails_to(who).iter().map(|(run, _)| &run.name.meeting);
        let first = meetings.next();
        first.filter(|first| meetings.all(|meeting| meeting == *first))
    }

    /// The mails that somebody was written, each with its run.
    pub fn mails_to(&self, who: Who) -> &[(&'w Run, &'w Message)] {
        self.mails_to.get(self.id(who).as_str()).map(Vec::as_slice).unwrap_or_default()
    }

    /// What is recorded for somebody.
    pub fn reply(&self, meeting: &Id, who: Who) -> Option<&'w Reply> {
        self.replies.get(&(meeting, who)).copied()
    }

    /// The meeting and the mail that one of these names is of.
    pub fn mail(&self, names: &[String]) -> Option<(&'w Id, &'w Message)> {
        self.mail_named(names).map(|(run, message)| (&run.name.meeting, message))
    }

    /// The mail that one of these names is of, with its run.
    pub fn mail_named(&self, names: &[String]) -> Option<(&'w Run, &'w Message)> {
        names.iter().find_map(|name| self.mails.get(name.as_str()).copied())
    }

    /// The mails that went to `address` under any key, or wait for it.
    pub fn mails_at(&self, address: &str) -> Vec<(&'w Run, &'w Message)> {
        let Some(key) = address_key(address) else { return Vec::new() };
        let is_there =
            |message: &Message| address_key(message.mail.as_str()).as_ref() == Some(&key);
        let mut found: Vec<(&Run, &Message)> =
            self.mails.values().filter(|(_, message)| is_there(message)).copied().collect();
        found.sort_by_key(|(run, message)| run.path(message));
        found
    }
}

fn one_of<'w>(found: &BTreeSet<Who>) -> Found<'w> {
    let mut found = found.iter().copied();
    match (found.next(), found.next()) {
        (None, _) => Found::Nobody,
        (Some(one), None) => Found::One(one),
        (Some(one), Some(other)) => Found::Several([one, other].into_iter().chain(found).collect()),
    }
}
