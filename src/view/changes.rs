//! What has changed since a version was given out, in words with old and new.

mod cast;
mod details;
mod news;
mod order;
mod own;
mod parts;
mod sentences;
mod span;

pub use news::{News, news};

use std::collections::BTreeMap;

use serde::Serialize;

use super::programme::{Edition, Meeting, programme};
use super::release::{Release, release};
use super::words::Words;
use crate::domain;
use crate::domain::id::Id;
use crate::domain::release::{Facts, SessionFacts};
use crate::domain::session::Certainty;
use crate::domain::workspace::Workspace;
use crate::plan::programme::release::facts_beside;
use crate::text::{Language, vocabulary};
use crate::view::spelling::word;
use sentences::{Sentences, label};

/// What has changed since a version, as far as the readers of an edition may know.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Changes {
    /// Its language, by its code.
    #[serde(serialize_with = "word")]
    pub language: Language,
    /// The meeting as it is now.
    pub meeting: Meeting,
    /// The version that it is compared with.
    pub since: Release,
    /// The day of that version in words.
    pub since_day: String,
    /// What is new of the meeting as a whole: a sentence each.
    pub whole: Vec<String>,
    /// What has changed in its programme: new items, then moved, changed and dropped ones.
    pub items: Vec<ItemChange>,
}

/// What has happened to an item of the programme.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ItemChange {
    /// The key of the session.
    pub id: String,
    /// What has happened.
    #[serde(serialize_with = "word")]
    pub kind: ChangeKind,
    /// Its title.
    pub title: String,
    /// Everything about it in one sentence.
    pub words: String,
    /// How it was; absent for a new one.
    pub old: Option<ItemState>,
    /// How it is; absent for a dropped one.
    pub new: Option<ItemState>,
}

impl ItemChange {
    /// All of it in a sentence that needs no heading.
    pub fn sentence(&self, language: Language) -> String {
        match self.kind {
            ChangeKind::New | ChangeKind::Dropped => {
                format!("{}: {}", self.kind.name(language), self.words)
            }
            ChangeKind::Moved | ChangeKind::Changed => self.words.clone(),
        }
    }
}

vocabulary! {
    /// What may happen to an item, in the order of the answer.
    #[derive(PartialOrd, Ord)]
    pub enum ChangeKind {
        /// It was not there.
        New = "new" => ("Neu", "New"),
        /// It is at another time or place.
        Moved = "moved" => ("Verlegt", "Moved"),
        /// Something else about it is different.
        Changed = "changed" => ("Geändert", "Changed"),
        /// It is gone.
        Dropped = "dropped" => ("Entfällt", "Dropped"),
    }
}

/// An item at one time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ItemState {
    /// Its title.
    pub title: String,
    /// The day, as data.
    pub date: Option<String>,
    /// What stands in the time column.
    pub time: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// The names of those who have a part in it.
    pub people: Vec<String>,
}

/// What has changed in `meeting` since `since`, as far as the readers of `edition` may know.
pub fn changes(
    workspace: &Workspace,
    meeting: &domain::meeting::Meeting,
    since: &domain::release::Release,
    language: Language,
    edition: Edition,
) -> Changes {
    let words = Words::new(&workspace.network, language);
    let reader = edition.reader();
    let old = since.facts.clone().for_reader(reader);
    let all = facts_beside(workspace, meeting, &since.facts);
    let new = all.clone().for_reader(reader);
    let sentences = Sentences { words, about: Some((workspace, meeting)), reader: None };
    Changes {
        language,
        meeting: programme(workspace, meeting, language, edition).meeting,
        since: release(since),
        since_day: words.dates.long(since.released.date_naive()),
        whole: sentences.of_meeting(&old, &new),
        items: items(&old, &new, &all, &sentences),
    }
}

/// The days that `facts` tell, in words.
pub fn days(facts: &Facts, words: Words) -> Option<String> {
    Sentences { words, about: None, reader: None }.days(facts)
}

/// What has become of each item that a reader knew or may know now; `all` is true now, whoever may know.
fn items(old: &Facts, new: &Facts, all: &Facts, sentences: &Sentences<'_>) -> Vec<ItemChange> {
    let on = |session: &&SessionFacts| session.status != Certainty::Dropped;
    let before: BTreeMap<_, _> =
        old.sessions.iter().filter(on).map(|session| (&session.id, session)).collect();
    let after: BTreeMap<_, _> =
        new.sessions.iter().filter(on).map(|session| (&session.id, session)).collect();
    let here = new.sessions.iter().filter(on);
    let mut items: Vec<ItemChange> = here
        .filter_map(|session| match before.get(&session.id) {
            None => Some(sentences.added(session, new)),
            Some(was) => sentences.altered((was, old), (session, new)),
        })
        .collect();
    let gone = old.sessions.iter().filter(on).filter(|session| !after.contains_key(&session.id));
    let takes_place = |id: &Id| all.sessions.iter().filter(on).any(|session| session.id == *id);
    items.extend(gone.map(|session| {
        if takes_place(&session.id) {
            sentences.withheld(session, old)
        } else {
            sentences.dropped(session, old)
        }
    }));
    items.sort_by_key(|change| change.kind);
    items
}

impl Sentences<'_> {
    fn state(&self, session: &SessionFacts, facts: &Facts) -> ItemState {
        ItemState {
            title: label(session, self.words),
            date: session.date.map(|date| date.to_string()),
            time: self.time(session),
            place: Self::place(session, facts),
            people: session.people.clone(),
        }
    }

    fn change(&self, session: &SessionFacts, kind: ChangeKind, words: String) -> ItemChange {
        let (id, title) = (session.id.to_string(), label(session, self.words));
        ItemChange { id, kind, title, words, old: None, new: None }
    }

    fn added(&self, session: &SessionFacts, facts: &Facts) -> ItemChange {
        let change =
            self.change(session, ChangeKind::New, self.with_time_and_place(session, facts));
        ItemChange { new: Some(self.state(session, facts)), ..change }
    }

    fn dropped(&self, session: &SessionFacts, facts: &Facts) -> ItemChange {
        let change =
            self.change(session, ChangeKind::Dropped, self.with_time_and_place(session, facts));
        ItemChange { old: Some(self.state(session, facts)), ..change }
    }

    /// That an item which takes place is no longer told to this reader.
    fn withheld(&self, session: &SessionFacts, facts: &Facts) -> ItemChange {
        let title = self.words.quoted(label(session, self.words));
        let words = self.words.pick(
            format!("{title} steht nicht mehr in diesem Programm"),
            format!("{title} is no longer in this programme"),
        );
        let change = self.change(session, ChangeKind::Changed, words);
        ItemChange { old: Some(self.state(session, facts)), ..change }
    }

    fn altered(
        &self,
        (was, old): (&SessionFacts, &Facts),
        (is, new): (&SessionFacts, &Facts),
    ) -> Option<ItemChange> {
        let moves = self.moves((was, old), (is, new));
        let rest = self.rest(was, is);
        let kind = if moves.is_empty() { ChangeKind::Changed } else { ChangeKind::Moved };
        let words = self.sentence(is, new, moves.into_iter().chain(rest).collect())?;
        let change = self.change(is, kind, words);
        Some(ItemChange {
            old: Some(self.state(was, old)),
            new: Some(self.state(is, new)),
            ..change
        })
    }
}
