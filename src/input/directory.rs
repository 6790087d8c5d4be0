//! The names that entries of one file use for entries of another.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use toml::de::DeValue;

use super::fields::Fields;
use super::value::{self, Outcome};
use crate::diagnostic::reference::{DuplicateId, Kind, ListedTwice, UnknownReference};
use crate::diagnostic::{Diagnostic, Label, Problem};
use crate::domain::id::{CityId, ContactId, Id, VenueId};
use crate::domain::line::Line;
use crate::domain::meeting::Place;
use crate::domain::time::TimeZone;
use crate::source::{Located, Origin};
use crate::text::{is_slug, nearest};

/// The names of one kind of entry, numbered in their order.
pub(super) struct Names {
    kind: Kind,
    numbers: HashMap<String, (usize, Origin)>,
    count: usize,
    trust: Trust,
    /// Whether a name was looked for in vain in a file that is not there.
    missed: AtomicBool,
}

/// Whether all names of a file are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// They are.
    Whole,
    /// The file could not be understood throughout.
    Broken,
    /// There is no such file.
    Absent,
}

impl Names {
    /// No names yet.
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            numbers: HashMap::new(),
            count: 0,
            trust: Trust::Whole,
            missed: AtomicBool::new(false),
        }
    }

    /// Says whether all names are known.
    pub(super) fn trust(&mut self, trust: Trust) {
        self.trust = trust;
    }

    /// Whether the numbers that were given out can be relied on.
    pub(super) fn is_reliable(&self) -> bool {
        self.trust != Trust::Broken && !self.was_missed()
    }

    /// Whether a name was looked for in vain in a file that is not there.
    pub(super) fn was_missed(&self) -> bool {
        self.missed.load(Ordering::Relaxed)
    }

    /// Reads the id of the next entry and gives it a number; a second use of a name is reported.
    pub(super) fn register(&mut self, fields: &Fields<'_>) -> Option<Id> {
        let id = fields.require("id", value::id);
        let number = self.count;
        self.count += 1;
        let id = id?;
        if let Some(first) = self.insert(&id, number) {
            let duplicate = DuplicateId { kind: self.kind, id: id.value.to_string() };
            fields.report(Diagnostic::at(id.origin, duplicate).with(first, Label::FirstHere));
        }
        Some(id.value)
    }

    /// Gives `id` the number `number`, or says where it stands already.
    pub(super) fn insert(&mut self, id: &Located<Id>, number: usize) -> Option<Origin> {
        if let Some((_, first)) = self.numbers.get(id.value.as_str()) {
            return Some(*first);
        }
        self.numbers.insert(id.value.to_string(), (number, id.origin));
        None
    }

    /// How many entries there are, well or ill.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The number of `name`.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).map(|(number, _)| *number)
    }

    /// The number of the entry that `value` names.
    pub(super) fn find(&self, value: &DeValue<'_>) -> Outcome<usize> {
        let name = value::line(value)?;
        match self.named(name.as_str()) {
            Ok(number) => Ok(number.unwrap_or(0)),
            Err(unknown) => Err(Box::new(unknown)),
        }
    }

    /// The number of `name`; none if nobody can say, for the file of these names could not be
    /// understood or is missing: that is a finding of its own, and more would only distract.
    pub(super) fn named(&self, name: &str) -> Result<Option<usize>, UnknownReference> {
        match self.number(name) {
            None if self.trust == Trust::Whole => Err(self.unknown(name)),
            None if self.trust == Trust::Absent => {
                self.missed.store(true, Ordering::Relaxed);
                Ok(None)
            }
            number => Ok(number),
        }
    }

    /// That `name` is none of these.
    pub(super) fn unknown(&self, name: &str) -> UnknownReference {
        UnknownReference {
            kind: self.kind,
            id: name.to_owned(),
            near: nearest(name, self.numbers.keys()).map(str::to_owned),
        }
    }

    fn near(&self, name: &str) -> bool {
        nearest(name, self.numbers.keys()).is_some()
    }
}

/// Everything that meetings can point at.
pub(super) struct Directory {
    /// Towns.
    pub(super) cities: Names,
    /// Venues.
    pub(super) venues: Names,
    /// The rooms of each venue.
    pub(super) rooms: Vec<Names>,
    /// People.
    pub(super) contacts: Names,
    /// The zone of clock times.
    pub(super) zone: TimeZone,
}

impl Default for Directory {
    fn default() -> Self {
        Self {
            cities: Names::new(Kind::City),
            venues: Names::new(Kind::Venue),
            rooms: Vec::new(),
            contacts: Names::new(Kind::Contact),
            zone: TimeZone::default(),
        }
    }
}

impl Directory {
    /// A town.
    pub(super) fn city(&self, value: &DeValue<'_>) -> Outcome<CityId> {
        self.cities.find(value).map(CityId)
    }

    /// A venue.
    pub(super) fn venue(&self, value: &DeValue<'_>) -> Outcome<VenueId> {
        self.venues.find(value).map(VenueId)
    }

    /// A person.
    pub(super) fn contact(&self, value: &DeValue<'_>) -> Outcome<ContactId> {
        self.contacts.find(value).map(ContactId)
    }

    /// Towns in a list, each once.
    pub(super) fn cities(&self, fields: &Fields<'_>, key: &'static str) -> Vec<Located<CityId>> {
        let listed = fields.list(key, |value| Ok((self.city(value)?, value::line(value)?)));
        let mut cities: Vec<Located<(CityId, Line)>> = Vec::new();
        for city in listed {
            // Compared by name: where the towns could not be read, numbers say nothing.
            match cities.iter().find(|known| known.value.1 == city.value.1) {
                Some(first) => fields.report(
                    Diagnostic::at(city.origin, ListedTwice { id: city.value.1.to_string() })
                        .with(first.origin, Label::FirstHere),
                ),
                None => cities.push(city),
            }
        }
        cities.into_iter().map(|city| city.map(|(number, _)| number)).collect()
    }

    /// A place: a room of `venue`, a venue, or words. A slug that is nearly a known name is taken
    /// for a slip of the pen, not for words.
    pub(super) fn place(&self, venue: Option<VenueId>, value: &DeValue<'_>) -> Outcome<Place> {
        let line = value::line(value)?;
        let name = line.as_str();
        let rooms = venue.and_then(|venue| Some((venue, self.rooms.get(venue.0)?)));
        if let Some((venue, room)) =
            rooms.and_then(|(venue, rooms)| Some((venue, rooms.number(name)?)))
        {
            return Ok(Place::Room(venue, room));
        }
        if let Some(venue) = self.venues.number(name) {
            return Ok(Place::Venue(VenueId(venue)));
        }
        if let Some(names) = self.misspelt(rooms.map(|(_, rooms)| rooms), &line) {
            return Err(Box::new(names.unknown(name)) as Box<dyn Problem>);
        }
        Ok(Place::Free(line))
    }

    fn misspelt<'n>(&'n self, rooms: Option<&'n Names>, line: &Line) -> Option<&'n Names> {
        let name = line.as_str();
        let names = rooms.into_iter().chain([&self.venues]);
        if is_slug(name) { names.into_iter().find(|names| names.near(name)) } else { None }
    }
}
