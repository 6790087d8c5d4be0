//! Towns as lists name them: those of the network, and others.

use std::collections::HashMap;

use crate::domain::id::{CityId, Id};
use crate::domain::line::Line;
use crate::domain::workspace::Workspace;
use crate::text::{nearest, slug};

/// A town that the network does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTown {
    /// The key that it gets.
    pub id: String,
    /// Its name.
    pub name: Line,
    /// How many rows name it.
    pub rows: usize,
    /// A town whose name is nearly the same.
    pub near: Option<String>,
}

/// The most new towns that are compared with each other.
const MOST_COMPARED: usize = 60;

/// What stands before the name of a town and is no part of it.
const BEFORE: &[&str] = &[
    "Große Kreisstadt ",
    "Kreisfreie Stadt ",
    "Landeshauptstadt ",
    "Universitätsstadt ",
    "Stadtverwaltung ",
    "Gemeindeverwaltung ",
    "Hansestadt ",
    "Kreisstadt ",
    "Gemeinde ",
    "Stadt ",
    "City of ",
    "Town of ",
];

/// The towns of the network and those that rows name beside them.
pub(super) struct Towns {
    known: HashMap<String, CityId>,
    names: Vec<String>,
    new: Vec<NewTown>,
    places: HashMap<String, usize>,
}

/// A town that a row names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// One of the network's.
    Known(CityId),
    /// Another, by its key.
    New(String),
}

impl Towns {
    pub(super) fn of(workspace: &Workspace) -> Self {
        let mut known = HashMap::new();
        let mut keep = |words: &str, id| {
            known.entry(slug(words)).or_insert(id);
        };
        for (id, city) in workspace.numbered_cities() {
            keep(city.id.as_str(), id);
        }
        for (id, city) in workspace.numbered_cities() {
            keep(city.name.as_str(), id);
            if let Some(name) = &city.official_name {
                keep(name.as_str(), id);
            }
        }
        let names = workspace.cities.iter().map(|city| city.name.to_string()).collect();
        Self { known, names, new: Vec::new(), places: HashMap::new() }
    }

    /// The town of the network that `words` name.
    pub(super) fn known(&self, words: &str) -> Option<CityId> {
        let find = |words: &str| self.known.get(&slug(words)).copied();
        find(words).or_else(|| find(&bare(words)))
    }

    /// The town that `words` name; one that is not known is kept in mind. None if they name none.
    pub(super) fn named(&mut self, words: &Line) -> Option<Named> {
        if let Some(id) = self.known(words.as_str()) {
            return Some(Named::Known(id));
        }
        let name = Line::new(&bare(words.as_str())).ok()?;
        let key = slug(name.as_str());
        Id::new(&key)?;
        let at = *self.places.entry(key.clone()).or_insert_with(|| {
            self.new.push(NewTown { id: key.clone(), name: name.clone(), rows: 0, near: None });
            self.new.len() - 1
        });
        self.new[at].rows += 1;
        Some(Named::New(key))
    }

    /// The name of a town that is not known, as it was bared.
    pub(super) fn new_name(&self, id: &str) -> Option<&Line> {
        self.places.get(id).map(|at| &self.new[*at].name)
    }

    /// The towns that are not known, each with the one whose name is nearly the same.
    pub(super) fn into_new(mut self) -> Vec<NewTown> {
        if self.new.len() > MOST_COMPARED {
            return self.new;
        }
        let others: Vec<Line> = self.new.iter().map(|town| town.name.clone()).collect();
        for (at, town) in self.new.iter_mut().enumerate() {
            let before = others[..at].iter().map(Line::as_str);
            let all = self.names.iter().map(String::as_str).chain(before);
            town.near = nearest(town.name.as_str(), all).map(str::to_owned);
        }
        self.new
    }
}

/// A name without what offices set before and behind it: "Stadt Jena", "Jena, Stadt".
fn bare(words: &str) -> String {
    let words = words.trim();
    let behind = [", Stadt", ", Kreisstadt", ", Gemeinde", " (Stadt)", ", St."];
    let words = behind.iter().find_map(|it| words.strip_suffix(it)).unwrap_or(words);
    let words = BEFORE.iter().find_map(|it| words.strip_prefix(it)).unwrap_or(words);
    words.trim().to_owned()
}
