//! The names that entries of one file use for entries of another.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};

use toml::de::DeValue;

use super::fields::Fields;
use super::value::{self, Outcome};
use crate::diagnostic::reference::{DuplicateId, ListedTwice, ReferenceKind, UnknownReference};
use crate::diagnostic::{Diagnostic, Label, Problem, Severity};
use crate::domain::id::{CityId, ContactId, Id, TopicId, VenueId};
use crate::domain::line::Line;
use crate::domain::meeting::Place;
use crate::domain::time::TimeZone;
use crate::source::{Located, Origin};
use crate::text::{MemberWords, is_slug, nearest};

mod owner;

/// The names of one kind of entry, numbered in their order.
pub(super) struct Names {
    kind: ReferenceKind,
    /// The names, each with the number of its entry among those that could be read, and its place.
    numbers: HashMap<String, (usize, Origin)>,
    /// The names of entries that could not be read.
    lost: HashSet<String>,
    /// All entries, as they stand in the file.
    entries: Vec<Entry>,
    /// How many of them could be read.
    count: usize,
    trust: Trust,
    /// Whether anything was found in any of them.
    has_findings: bool,
    /// Whether a name was looked for in vain in a file that is not there.
    missed: AtomicBool,
    /// What the network calls its towns.
    members: MemberWords,
}

/// An entry of a file, well or ill.
struct Entry {
    name: Option<String>,
    origin: Origin,
    has_findings: bool,
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
    pub(super) fn new(kind: ReferenceKind) -> Self {
        let (numbers, lost, entries) = (HashMap::new(), HashSet::new(), Vec::new());
        let (trust, has_findings, missed) = (Trust::Whole, false, AtomicBool::new(false));
        let members = MemberWords::default();
        Self { kind, numbers, lost, entries, count: 0, trust, has_findings, missed, members }
    }

    /// Says whether all names are known, and in which entries something was found.
    pub(super) fn trust(&mut self, trust: Trust, findings: &[Diagnostic]) {
        self.trust = trust;
        let weighs = |it: &&Diagnostic| it.severity() >= Severity::Warning;
        for finding in findings.iter().filter(weighs) {
            let places = finding.place.into_iter().chain(finding.related.iter().map(|it| it.0));
            for place in places {
                let is_before = |entry: &Entry| {
                    entry.origin.file == place.file && entry.origin.start <= place.start
                };
                if let Some(entry) = self.entries.iter_mut().rfind(|entry| is_before(entry)) {
                    entry.has_findings = true;
                    self.has_findings = true;
                }
            }
        }
    }

    /// Whether all entries could be read, and none was looked for in a file that is not there.
    pub(super) fn is_reliable(&self) -> bool {
        self.trust != Trust::Broken && !self.was_missed() && self.count == self.entries.len()
    }

    /// Whether a name was looked for in vain in a file that is not there.
    pub(super) fn was_missed(&self) -> bool {
        self.missed.load(Ordering::Relaxed)
    }

    /// Reads the id of the next entry and gives it a number; a second use of a name is reported.
    pub(super) fn register(&mut self, fields: &Fields<'_>) -> Option<Id> {
        let id = fields.require("id", value::id);
        let name = id.as_ref().map(|id| id.value.to_string());
        self.entries.push(Entry { name, origin: fields.origin(), has_findings: false });
        let number = self.count;
        self.count += 1;
        let id = id?;
        if let Some(first) = self.insert(&id, number) {
            let duplicate = self.duplicate(id.value.as_str());
            fields.report(Diagnostic::at(id.origin, duplicate).with(first, Label::FirstHere));
        }
        Some(id.value)
    }

    /// Keeps the entries that could be read; the name of one that could not be stays as lost.
    /// `read` registers each, and numbers point at those that were kept.
    pub(super) fn keep<T>(&mut self, entry: Option<T>) -> Option<T> {
        if entry.is_none() {
            self.count -= 1;
            let number = self.count;
            let name = self.entries.last().and_then(|entry| entry.name.clone());
            let is_its_own =
                |name: &String| self.numbers.get(name).is_some_and(|it| it.0 == number);
            if let Some(name) = name.filter(is_its_own) {
                self.numbers.remove(&name);
                self.lost.insert(name);
            }
        }
        entry
    }

    /// Gives `id` the number `number`, or says where it stands already.
    pub(super) fn insert(&mut self, id: &Located<Id>, number: usize) -> Option<Origin> {
        if let Some((_, first)) = self.numbers.get(id.value.as_str()) {
            return Some(*first);
        }
        self.numbers.insert(id.value.as_str().to_owned(), (number, id.origin));
        None
    }

    /// The number of `name`.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).map(|(number, _)| *number)
    }

    /// The number of the entry that `value` names; where nobody can say, some number.
    pub(super) fn find(&self, value: &DeValue<'_>) -> Outcome<usize> {
        let number = self.named(value::line(value)?.as_str());
        number.map(Option::unwrap_or_default).map_err(|unknown| Box::new(unknown) as _)
    }

    /// The number of `name`; none if nobody can say, for its entry or the file of these names could
    /// not be understood or is missing: that is a finding of its own, and more would only distract.
    pub(super) fn named(&self, name: &str) -> Result<Option<usize>, UnknownReference> {
        match self.number(name) {
            None if self.trust == Trust::Whole && !self.lost.contains(name) => {
                Err(self.unknown(name))
            }
            None if self.trust == Trust::Absent => {
                self.missed.store(true, Ordering::Relaxed);
                Ok(None)
            }
            number => Ok(number),
        }
    }

    /// That `name` is one of these already.
    pub(super) fn duplicate(&self, name: &str) -> DuplicateId {
        DuplicateId { kind: self.kind, id: name.to_owned(), members: self.members.clone() }
    }

    /// That `name` is none of these.
    pub(super) fn unknown(&self, name: &str) -> UnknownReference {
        UnknownReference {
            kind: self.kind,
            id: name.to_owned(),
            near: nearest(name, self.numbers.keys()).map(str::to_owned),
            members: self.members.clone(),
        }
    }

    fn near(&self, name: &str) -> bool {
        nearest(name, self.numbers.keys()).is_some()
    }

    /// What whoever points at `name` rests on, if anything is wrong there.
    fn fault(&self, name: &str) -> Option<Pointed> {
        let kind = self.kind;
        if self.trust == Trust::Whole && !self.has_findings {
            return None;
        }
        let is_named = |(_, entry): &(usize, &Entry)| entry.name.as_deref() == Some(name);
        match self.entries.iter().enumerate().find(is_named) {
            Some((index, entry)) => {
                let part = Some(self.part(index));
                entry.has_findings.then_some(Pointed { kind, part })
            }
            None => (self.trust != Trust::Whole).then_some(Pointed { kind, part: None }),
        }
    }

    /// The entries with findings.
    pub(super) fn ailing(&self) -> impl Iterator<Item = Ailing> {
        let entries = self.entries.iter().enumerate().filter(|(_, entry)| entry.has_findings);
        entries.map(|(index, entry)| Ailing {
            path: self.kind.home(),
            id: entry.name.clone(),
            part: self.part(index),
        })
    }

    /// The part of the file that an entry takes: it goes on to the next one.
    fn part(&self, index: usize) -> Origin {
        let next = self.entries.get(index + 1).map_or(u32::MAX, |next| next.origin.start);
        Origin { end: next, ..self.entries[index].origin }
    }
}

/// An entry in which something was found.
#[derive(Clone, Debug)]
pub struct Ailing {
    /// The path of its file.
    pub path: &'static str,
    /// Its id, if that could be read.
    pub id: Option<String>,
    /// Where it stands.
    pub part: Origin,
}

/// An entry with findings that somebody points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pointed {
    /// What kind of entry.
    pub(super) kind: ReferenceKind,
    /// Where it stands; none if it was not found in its file.
    pub(super) part: Option<Origin>,
}

/// Everything that files can point at.
pub(super) struct Index {
    /// Towns.
    pub(super) cities: Names,
    /// Venues.
    pub(super) venues: Names,
    /// The rooms of each venue.
    pub(super) rooms: Vec<Names>,
    /// People.
    pub(super) contacts: Names,
    /// Topics.
    pub(super) topics: Names,
    /// The zone of clock times.
    pub(super) zone: TimeZone,
}

impl Index {
    /// No names yet, in a network that calls its towns `members`.
    pub(super) fn new(members: MemberWords) -> Self {
        Self {
            cities: Names { members, ..Names::new(ReferenceKind::City) },
            venues: Names::new(ReferenceKind::Venue),
            rooms: Vec::new(),
            contacts: Names::new(ReferenceKind::Contact),
            topics: Names::new(ReferenceKind::Topic),
            zone: TimeZone::default(),
        }
    }

    /// The same for one file, to know what that points at.
    pub(super) fn directory(&self) -> Directory<'_> {
        Directory { index: self, pointed: RefCell::default() }
    }

    /// What the network calls its towns.
    pub(super) fn members(&self) -> MemberWords {
        self.cities.members.clone()
    }

    /// A town. Where the towns could not be read, nobody uses its number.
    pub(super) fn city(&self, value: &DeValue<'_>) -> Outcome<CityId> {
        self.directory().city(value)
    }
}

/// What one file can point at, and at which entries with findings it did.
pub(super) struct Directory<'n> {
    index: &'n Index,
    pointed: RefCell<Vec<Pointed>>,
}

impl Directory<'_> {
    /// The entries with findings that were pointed at, each once.
    pub(super) fn pointed(self) -> Vec<Pointed> {
        self.pointed.into_inner()
    }

    /// The number of the entry that `value` names; none if it could not be read.
    fn find(&self, names: &Names, value: &DeValue<'_>) -> Outcome<Option<usize>> {
        let name = value::line(value)?;
        let number = names.named(name.as_str()).map_err(|unknown| Box::new(unknown) as _);
        self.point(names, name.as_str());
        number
    }

    fn point(&self, names: &Names, name: &str) {
        let mut pointed = self.pointed.borrow_mut();
        let fault = names.fault(name).filter(|fault| !pointed.contains(fault));
        pointed.extend(fault);
    }

    /// The zone of clock times.
    pub(super) fn zone(&self) -> TimeZone {
        self.index.zone
    }

    /// Whether the numbers of towns say something.
    pub(super) fn knows_cities(&self) -> bool {
        self.index.cities.is_reliable()
    }

    /// A town. Where the towns could not be read, nobody uses its number.
    pub(super) fn city(&self, value: &DeValue<'_>) -> Outcome<CityId> {
        self.index.cities.find(value).map(CityId)
    }

    /// A venue, if its entry could be read.
    pub(super) fn venue(&self, value: &DeValue<'_>) -> Outcome<Option<VenueId>> {
        Ok(self.find(&self.index.venues, value)?.map(VenueId))
    }

    /// A room of a venue, if its entry could be read.
    pub(super) fn room(&self, venue: VenueId, value: &DeValue<'_>) -> Outcome<Option<usize>> {
        let rooms = self.index.rooms.get(venue.0);
        rooms.map_or(Ok(None), |rooms| self.find(rooms, value))
    }

    /// A person, if their entry could be read.
    pub(super) fn contact(&self, value: &DeValue<'_>) -> Outcome<Option<ContactId>> {
        Ok(self.find(&self.index.contacts, value)?.map(ContactId))
    }

    /// A topic, if its entry could be read. A programme does not rest on what is said of its topics.
    pub(super) fn topic(&self, value: &DeValue<'_>) -> Outcome<Option<TopicId>> {
        let name = value::line(value)?;
        let number = self.index.topics.named(name.as_str());
        Ok(number.map_err(|unknown| Box::new(unknown) as Box<dyn Problem>)?.map(TopicId))
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
        let Index { venues, rooms, .. } = self.index;
        let rooms = venue.and_then(|venue| Some((venue, rooms.get(venue.0)?)));
        if let Some((venue, room)) =
            rooms.and_then(|(venue, rooms)| Some((venue, rooms.number(name)?)))
        {
            return Ok(Place::Room(venue, room));
        }
        // What looks like a name may be that of an entry that could not be read.
        if is_slug(name) && venues.trust != Trust::Absent {
            self.point(venues, name);
        }
        if let Some(venue) = venues.number(name) {
            return Ok(Place::Venue(VenueId(venue)));
        }
        if let Some(names) = self.misspelt(rooms.map(|(_, rooms)| rooms), &line) {
            return Err(Box::new(names.unknown(name)) as Box<dyn Problem>);
        }
        Ok(Place::Free(line))
    }

    fn misspelt<'n>(&'n self, rooms: Option<&'n Names>, line: &Line) -> Option<&'n Names> {
        let name = line.as_str();
        let mut names = rooms.into_iter().chain([&self.index.venues]);
        let is_lost = names.clone().any(|names| names.lost.contains(name));
        names.find(|names| is_slug(name) && !is_lost && names.near(name))
    }
}
