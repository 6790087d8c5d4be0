//! Names that mean two things where people are chosen to be written to.

use std::collections::HashSet;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::reference::AmbiguousName;
use crate::domain::id::Id;
use crate::domain::workspace::Workspace;
use crate::plan::post::recipient::EVERYBODY;

/// Reports contacts and groups that go by the name of something else.
pub(super) fn check(workspace: &Workspace, findings: &mut Vec<Diagnostic>) {
    let cities: HashSet<&str> = workspace.cities.iter().map(|city| city.id.as_str()).collect();
    let people: HashSet<&str> = workspace.contacts.iter().map(|one| one.id.as_str()).collect();
    let mut reported = HashSet::new();
    for contact in &workspace.contacts {
        let taken = |name: &str| name == EVERYBODY || cities.contains(name);
        let own = Some(contact.id.as_str()).filter(|id| taken(id));
        let groups = contact.groups.iter().map(Id::as_str);
        let groups = groups.filter(|group| taken(group) || people.contains(group));
        for name in own.into_iter().chain(groups).filter(|name| reported.insert(*name)) {
            let members = workspace.network.members.clone();
            let problem = AmbiguousName { name: name.to_owned(), members };
            findings.push(Diagnostic::at(contact.origin, problem));
        }
    }
}
