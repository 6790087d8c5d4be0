//! Who names an entry: the keys of all files that say its id.

use super::loaded::Loaded;
use super::place::Subject;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::change::StillNamed;
use crate::diagnostic::reference::ReferenceKind;
use crate::domain::id::Id;
use crate::domain::meeting::Place;
use crate::input::edit::references;
use crate::plan::naming::Thing;
use crate::source::{FileId, Origin, SourceFile};

/// The keys that name a town; the first of them names people before towns.
const OF_CITY: &[&str] =
    &["owner", "coordinator", "city", "cities", "hosts", "attended", "excused", "by"];

/// What goes by an id.
pub(super) struct Bearer<'l> {
    /// What it is.
    pub(super) kind: ReferenceKind,
    /// Its id.
    pub(super) id: &'l Id,
    /// The keys that say it.
    pub(super) keys: &'static [&'static str],
    /// What is spoken of.
    subject: Subject,
}

impl Loaded {
    /// Who bears an id that others name; none if it is the network.
    pub(super) fn bearer(&self, subject: Subject) -> Option<Bearer<'_>> {
        let workspace = &self.workspace;
        // Whoever goes by the name of a person too is not the one who does something.
        let owns = |city: &Id| workspace.contact_named(city.as_str()).is_none();
        let (kind, id, keys): (_, _, &[&str]) = match subject {
            Subject::Network | Subject::Part(..) => return None,
            Subject::Thing(Thing::City(id)) => {
                let id = &workspace.city(id).id;
                (ReferenceKind::City, id, if owns(id) { OF_CITY } else { &OF_CITY[1..] })
            }
            Subject::Thing(Thing::Venue(id)) => {
                (ReferenceKind::Venue, &workspace.venue(id).id, &["venue", "place"])
            }
            Subject::Thing(Thing::Contact(id)) => (
                ReferenceKind::Contact,
                &workspace.contact(id).id,
                &["owner", "contact", "person", "by"],
            ),
            Subject::Thing(Thing::Topic(id)) => {
                (ReferenceKind::Topic, &workspace.topic(id).id, &["topics"])
            }
            Subject::Thing(Thing::Meeting(number)) => (
                ReferenceKind::Meeting,
                &workspace.meetings[number].id,
                &["meeting", "meetings", "previous"],
            ),
            Subject::Session(meeting, at) => (
                ReferenceKind::Session,
                &workspace.meetings[meeting].sessions[at].id,
                &["in", "repeat-of", "item"],
            ),
            Subject::Room(venue, at) => {
                (ReferenceKind::Room, &workspace.venues[venue].rooms[at].id, &["room", "place"])
            }
        };
        Some(Bearer { kind, id, keys, subject })
    }

    /// The files that may name `bearer`.
    pub(super) fn files_naming<'l>(&'l self, bearer: &Bearer<'_>) -> Vec<(FileId, &'l SourceFile)> {
        let subject = bearer.subject;
        let is_meant = |path: &str| match subject {
            Subject::Session(meeting, _) => {
                path == self.sources.file(self.workspace.meetings[meeting].origin.file).path
            }
            Subject::Room(venue, _) => self.workspace.meetings.iter().any(|meeting| {
                let place = meeting.place.as_ref().map(|place| &place.value);
                let is_there = match place {
                    Some(Place::Room(held, _) | Place::Venue(held)) => held.0 == venue,
                    Some(Place::Free(_)) | None => false,
                };
                is_there && path == self.sources.file(meeting.origin.file).path
            }),
            Subject::Network | Subject::Part(..) | Subject::Thing(_) => true,
        };
        let files = self.sources.iter();
        let is_toml = |path: &str| path.to_lowercase().ends_with(".toml");
        files.filter(|(_, file)| is_toml(&file.path) && is_meant(&file.path)).collect()
    }

    /// A finding for each place that names `bearer`.
    pub(super) fn naming(&self, bearer: &Bearer<'_>) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (id, file) in self.files_naming(bearer) {
            let places = references(&file.text, bearer.keys, bearer.id.as_str());
            findings.extend(places.into_iter().map(|span| {
                let problem = StillNamed {
                    id: bearer.id.to_string(),
                    kind: bearer.kind,
                    members: self.workspace.network.members.clone(),
                };
                Diagnostic::at(Origin::new(id, span), problem)
            }));
        }
        findings
    }
}
