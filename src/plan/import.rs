//! What becomes of a list: who is new, what is added to whom, what is left as it is, and why.
//!
//! Nothing that is known is lost: a list fills what is empty, and where it says otherwise that is told and
//! left, unless it was said that the list is right. What a list says twice, and what is known already,
//! comes in once.

use std::collections::HashMap;
use std::collections::HashSet;

use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::listed::{Facts, Field, Value};
use crate::domain::workspace::Workspace;
use crate::text::{Numbers, address_key, slug};

pub mod cities;
pub mod contacts;
pub mod meetings;
pub mod towns;

use towns::{NewTown, Towns};

/// What the user said beside the list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes {
    /// Towns that are not known become members.
    pub adds_towns: bool,
    /// Where the list says otherwise it is right.
    pub is_right: bool,
}

/// What becomes of a list.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// What is new, in the order of the list.
    pub added: Vec<Added>,
    /// What is known and changes.
    pub changed: Vec<Changed>,
    /// How many rows say what is known.
    pub known: usize,
    /// Where the list says otherwise and is not followed.
    pub differing: Vec<Differing>,
    /// Rows that nobody can place.
    pub left: Vec<Left>,
    /// Towns that the network does not know, in the order of the list.
    pub towns: Vec<NewTown>,
    /// Those that only rows name that are not followed.
    pub outsiders: Vec<NewTown>,
}

/// A field, what it says, and what it is to say.
pub type Setting = (Field, Option<Value>, Value);

/// What an entry is to say beside what it says.
pub type Settings = Vec<Setting>;

/// A new entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// Its row.
    pub row: u32,
    /// Further rows that are about it.
    pub further: Vec<u32>,
    /// Its key.
    pub id: String,
    /// What it says.
    pub facts: Facts,
}

/// An entry that is known and changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The first row that is about it.
    pub row: u32,
    /// Its number in the workspace.
    pub number: usize,
    /// What it is to say, beside what it said.
    pub set: Settings,
}

/// A row that says otherwise than what is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Differing {
    /// The row.
    pub row: u32,
    /// The key of the entry.
    pub id: String,
    /// What is known.
    pub field: Field,
    /// How it is known; none where it must not be known.
    pub known: Option<Value>,
    /// What the list says.
    pub listed: Value,
}

/// A row that nobody can place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The row.
    pub row: u32,
    /// What it calls itself.
    pub words: String,
    /// Why.
    pub why: Why,
}

/// Why nobody can place a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Several have that name, and nothing tells which is meant.
    Several(Vec<String>),
    /// Somebody of another name has that address.
    OthersAddress(String),
    /// The same day has another meeting.
    OtherMeeting(String),
    /// Its towns are not in the network.
    NoSuchTowns(Vec<String>),
}

impl Import {
    /// Becomes complete: of the towns that are to be members those alone that somebody belongs to.
    fn finish(mut self, changes: Changes, towns: Towns, wishes: Wishes) -> Self {
        self.changed = changes.changed;
        let words = |value: &Value| match value {
            Value::Line(line) => vec![line.to_string()],
            Value::Lines(lines) => lines.iter().map(Line::to_string).collect(),
            Value::Text(_) | Value::Day(_) => Vec::new(),
        };
        let added = self.added.iter().flat_map(|one| one.facts.iter().map(|(_, value)| value));
        let set = self.changed.iter().flat_map(|one| one.set.iter().map(|(.., value)| value));
        let named: HashSet<String> = added.chain(set).flat_map(words).collect();
        let is_of_town = |one: &&Differing| matches!(one.field, Field::City | Field::Hosts);
        let differing = self.differing.iter().filter(is_of_town);
        let differing: Vec<String> = differing.flat_map(|one| words(&one.listed)).collect();
        let not_followed = |id: &String| differing.iter().filter(|one| *one == id).count();
        let (outsiders, towns): (Vec<_>, Vec<_>) = towns.into_new().into_iter().partition(|town| {
            !named.contains(&town.id)
                && not_followed(&town.id) > 0
                && (wishes.adds_towns || not_followed(&town.id) == town.rows)
        });
        self.towns = towns;
        self.outsiders = outsiders;
        if wishes.adds_towns {
            self.towns.retain(|town| named.contains(&town.id));
        }
        self
    }
}

/// Keys that are taken, and new ones.
#[derive(Debug, Default)]
struct Keys {
    taken: HashSet<String>,
    numbers: Numbers,
}

impl Keys {
    /// Those of people, towns and groups: one word may choose any of them.
    fn of(workspace: &Workspace) -> Self {
        let people = workspace.contacts.iter().flat_map(|it| it.groups.iter().chain([&it.id]));
        let towns = workspace.cities.iter().map(|city| &city.id);
        let taken = people.chain(towns).map(Id::to_string).collect();
        Self { taken, numbers: Numbers::default() }
    }

    /// The key made of `words`, with a number behind it if need be.
    fn make(&mut self, words: &str) -> String {
        let slug = slug(words);
        let first = if Id::new(&slug).is_some() { slug } else { format!("x-{slug}") };
        let first = first.trim_end_matches('-').to_owned();
        let key = self.numbers.free(&first, |key| self.taken.contains(key));
        self.taken.insert(key.clone());
        key
    }
}

/// What a list adds to what is known of one entry.
fn compared(known: &Facts, listed: Facts, wishes: Wishes) -> (Settings, Settings) {
    let (mut set, mut differing) = (Vec::new(), Vec::new());
    for (field, value) in listed {
        let there = known.iter().find(|(other, _)| *other == field).map(|(_, value)| value);
        match there {
            None => set.push((field, None, value)),
            Some(there) if is_same(field, there, &value) => {}
            // Groups and titles come together.
            Some(Value::Lines(there)) if field == Field::Groups => {
                set.push((field, Some(Value::Lines(there.clone())), united(there, &value)));
            }
            Some(there) if wishes.is_right => set.push((field, Some(there.clone()), value)),
            Some(there) => differing.push((field, Some(there.clone()), value)),
        }
    }
    (set, differing)
}

fn united(there: &[Line], more: &Value) -> Value {
    let mut lines = there.to_vec();
    if let Value::Lines(more) = more {
        lines.extend(more.iter().filter(|line| !there.contains(line)).cloned());
    }
    Value::Lines(lines)
}

/// Whether two ways of writing say the same.
fn is_same(field: Field, one: &Value, other: &Value) -> bool {
    let digits = |value: &Value| -> String {
        let words = value.words().replacen("+49", "0", 1);
        words.chars().filter(char::is_ascii_digit).collect()
    };
    match (field, one, other) {
        (Field::Phone, ..) => digits(one) == digits(other),
        (Field::Mail, ..) => address_key(&one.words()) == address_key(&other.words()),
        (Field::Groups, Value::Lines(one), Value::Lines(other)) => {
            other.iter().all(|group| one.contains(group))
        }
        (Field::Hosts, Value::Lines(one), Value::Lines(other)) => {
            one.len() == other.len() && other.iter().all(|host| one.contains(host))
        }
        _ => {
            let plain =
                |value: &Value| value.words().split_whitespace().collect::<Vec<_>>().join(" ");
            one == other || plain(one) == plain(other)
        }
    }
}

/// Adds what a later row says of an entry that is new itself.
fn complete(entry: &mut Added, row: u32, more: Facts) -> Vec<Differing> {
    let (set, differing) = compared(&entry.facts, more, Wishes::default());
    for (field, _, value) in set {
        entry.facts.retain(|(known, _)| *known != field);
        entry.facts.push((field, value));
    }
    entry.facts.sort_by_key(|(field, _)| order(*field));
    entry.further.push(row);
    let told =
        |(field, known, listed)| Differing { row, id: entry.id.clone(), field, known, listed };
    differing.into_iter().map(told).collect()
}

/// The place of a field among all.
fn order(field: Field) -> usize {
    use crate::text::Vocabulary as _;
    Field::all().position(|known| known == field).unwrap_or_default()
}

/// Collects what several rows change in one entry.
#[derive(Debug, Default)]
struct Changes {
    changed: Vec<Changed>,
    places: HashMap<usize, usize>,
}

impl Changes {
    /// What an entry will say, as far as it changes.
    fn of(&self, number: usize) -> &[Setting] {
        self.places.get(&number).map_or(&[], |at| &self.changed[*at].set)
    }

    fn add(&mut self, row: u32, number: usize, set: Settings) {
        let at = *self.places.entry(number).or_insert_with(|| {
            self.changed.push(Changed { row, number, set: Vec::new() });
            self.changed.len() - 1
        });
        for (field, before, value) in set {
            let known = self.changed[at].set.iter_mut().find(|(known, ..)| *known == field);
            match known {
                Some((_, _, there)) => *there = value,
                None => self.changed[at].set.push((field, before, value)),
            }
        }
    }
}

/// Compares a row with the entry that it is about, as that will be after the rows before.
fn settle(
    import: &mut Import,
    changes: &mut Changes,
    (row, number, id): (u32, usize, &Id),
    (known, listed): (Facts, Facts),
    wishes: Wishes,
) {
    let mut known = known;
    for (field, _, value) in changes.of(number) {
        known.retain(|(there, _)| there != field);
        known.push((*field, value.clone()));
    }
    let (set, differing) = compared(&known, listed, wishes);
    if set.is_empty() && differing.is_empty() {
        import.known += 1;
    }
    let told = |(field, known, listed)| Differing { row, id: id.to_string(), field, known, listed };
    import.differing.extend(differing.into_iter().map(told));
    if !set.is_empty() {
        changes.add(row, number, set);
    }
}
