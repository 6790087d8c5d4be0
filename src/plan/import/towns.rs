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
    /// What the list calls it otherwise: with what tells where it lies, or without.
    pub also: Vec<Line>,
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

/// What begins the words behind a name that tell where a town lies: "Saalfeld/Saale", "Halle (Saale)".
const WHERE: &[&str] =
    &["/", " (", " an der ", " am ", " a. d. ", " a.d. ", " in ", " bei ", " ob der ", ", "];

/// A name that is written with the words that tell where it lies, or without.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Located {
    /// The key of the name alone.
    base: String,
    /// The key of what tells where it lies.
    place: Option<String>,
}

impl Located {
    fn of(words: &str) -> Self {
        let cut = WHERE.iter().filter_map(|sign| words.find(sign)).min().filter(|at| *at > 0);
        let (name, place) = words.split_at(cut.unwrap_or(words.len()));
        Self { base: slug(name), place: Some(slug(place)).filter(|place| !place.is_empty()) }
    }

    /// Whether one of them is the other without what tells where it lies.
    fn is_other_form_of(&self, other: &Self) -> bool {
        self.base == other.base && self.place.is_some() != other.place.is_some()
    }
}

/// The towns of the network and those that rows name beside them.
pub(super) struct Towns {
    known: HashMap<String, CityId>,
    /// The towns by their names alone.
    forms: Vec<(Located, CityId)>,
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
        let cities = workspace.numbered_cities();
        let forms = cities.map(|(id, city)| (Located::of(city.name.as_str()), id)).collect();
        Self { known, forms, names, new: Vec::new(), places: HashMap::new() }
    }

    /// The town of the network that `words` name.
    pub(super) fn known(&self, words: &str) -> Option<CityId> {
        let find = |words: &str| self.known.get(&slug(words)).copied();
        find(words).or_else(|| find(&bare(words))).or_else(|| {
            let located = Located::of(&bare(words));
            // "Saalfeld/Rudolstadt" are two towns.
            let is_town = located.place.as_ref().is_some_and(|it| self.known.contains_key(it));
            let mut same = self.forms.iter().filter(|(it, _)| it.is_other_form_of(&located));
            let (_, id) = same.next().filter(|_| !is_town)?;
            same.next().is_none().then_some(*id)
        })
    }

    /// The new town of the list that `name` names in another form, by its number.
    fn other_form(&self, name: &str) -> Option<usize> {
        let located = Located::of(name);
        let is_town = |key: &String| self.known.contains_key(key) || self.places.contains_key(key);
        let is_form = |town: &NewTown| {
            let other = Located::of(town.name.as_str());
            let names_two =
                [&located, &other].iter().any(|it| it.place.as_ref().is_some_and(is_town));
            other.is_other_form_of(&located) && !names_two
        };
        self.new.iter().position(is_form)
    }

    /// The town that `words` name; one that is not known is kept in mind. None if they name none.
    pub(super) fn named(&mut self, words: &Line) -> Option<Named> {
        if let Some(id) = self.known(words.as_str()) {
            return Some(Named::Known(id));
        }
        let name = Line::new(&bare(words.as_str())).ok()?;
        let key = slug(name.as_str());
        Id::new(&key)?;
        let at = self.places.get(&key).copied().unwrap_or_else(|| {
            let other = self.other_form(name.as_str());
            let at = other.unwrap_or(self.new.len());
            if let Some(town) = self.new.get_mut(at) {
                town.also.push(name);
            } else {
                let (id, also) = (key.clone(), Vec::new());
                self.new.push(NewTown { id, name, also, rows: 0, near: None });
            }
            self.places.insert(key, at);
            at
        });
        self.new[at].rows += 1;
        Some(Named::New(self.new[at].id.clone()))
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

#[cfg(test)]
mod tests {
    use super::Located;

    #[test]
    fn a_town_is_the_same_with_and_without_its_river() {
        let is_same =
            |one: &str, other: &str| Located::of(one).is_other_form_of(&Located::of(other));
        for (one, other) in [
            ("Saalfeld", "Saalfeld/Saale"),
            ("Halle (Saale)", "Halle"),
            ("Weimar", "Weimar a. d. Ilm"),
            ("Bad Aue", "Bad Aue an der Bach"),
        ] {
            assert!(is_same(one, other) && is_same(other, one), "{one}, {other}");
        }
        for (one, other) in [
            ("Frankfurt (Oder)", "Frankfurt am Main"),
            ("Saalfeld", "Saalburg"),
            ("Saalfeld", "Saalfeld"),
            ("Aue", "Bad Aue"),
        ] {
            assert!(!is_same(one, other), "{one}, {other}");
        }
    }
}
