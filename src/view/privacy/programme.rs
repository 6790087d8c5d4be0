//! The parts that somebody has in meetings, now and in the versions that were given out.

use serde::Serialize;

use crate::domain::meeting::{ContactPoint, Meeting};
use crate::domain::session::{Person, Role, Session, Who};
use crate::domain::workspace::Workspace;
use crate::plan::post::data_subject::Subject;
use crate::source::{Origin, Sources};
use crate::view::finding::{FilePlace, place};
use crate::view::spelling::word_if_any;

/// A part in a meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PartInMeeting {
    /// The key of the meeting.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub way: PartKind,
    /// The role in the programme.
    #[serde(serialize_with = "word_if_any")]
    pub role: Option<Role>,
    /// The title of the session, or its key if it has none.
    pub session: Option<String>,
    /// The version that was given out; none for the meeting as it is now.
    pub version: Option<u32>,
    /// Where it stands.
    pub place: FilePlace,
}

/// What somebody is in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// In the programme.
    Programme,
    /// Organises it.
    Organiser,
    /// Is asked about it.
    ContactPoint,
    /// Sees to a session.
    Responsible,
    /// Gave a version out.
    ReleasedBy,
}

/// All parts of `subject`.
pub(super) fn parts(
    subject: &Subject,
    workspace: &Workspace,
    sources: &Sources,
) -> Vec<PartInMeeting> {
    workspace.meetings.iter().flat_map(|meeting| of_meeting(subject, meeting, sources)).collect()
}

fn of_meeting(subject: &Subject, meeting: &Meeting, sources: &Sources) -> Vec<PartInMeeting> {
    let part = |way, role, session: Option<String>, version, origin: Origin| PartInMeeting {
        meeting: meeting.id.to_string(),
        title: meeting.title.value.to_string(),
        way,
        role,
        session,
        version,
        place: place(origin, sources),
    };
    let mut parts = Vec::new();
    let own = |people: &[Person], session: Option<&Session>| -> Vec<PartInMeeting> {
        let own = people.iter().filter(|person| is_meant(subject, person));
        own.map(|person| {
            part(PartKind::Programme, person.role, session.map(title), None, person.origin)
        })
        .collect()
    };
    parts.extend(own(&meeting.people, None));
    if meeting.organisers.iter().any(|one| subject.is_named_in(one.name.as_str())) {
        parts.push(part(PartKind::Organiser, None, None, None, meeting.origin));
    }
    let is_point = meeting.contact.as_ref().is_some_and(|point| match point {
        ContactPoint::Contact(id) => Some(*id) == subject.contact,
        ContactPoint::Free(line) => {
            subject.is_named_in(line.as_str()) || subject.has_mail_in(line.as_str())
        }
    });
    if is_point {
        parts.push(part(PartKind::ContactPoint, None, None, None, meeting.origin));
    }
    for session in &meeting.sessions {
        parts.extend(own(&session.people, Some(session)));
        parts.extend(session.items.iter().flat_map(|item| own(&item.people, Some(session))));
        if session.responsible.as_ref().is_some_and(|line| subject.is_named_in(line.as_str())) {
            parts.push(part(
                PartKind::Responsible,
                None,
                Some(title(session)),
                None,
                session.origin,
            ));
        }
    }
    for release in &meeting.releases {
        let version = Some(release.number);
        if subject.is_named_in(release.by.as_str()) {
            parts.push(part(PartKind::ReleasedBy, None, None, version, release.origin));
        }
        for session in &release.facts.sessions {
            if session.people.iter().any(|name| subject.is_named_in(name)) {
                let title = session.title.clone().unwrap_or_else(|| session.id.to_string());
                parts.push(part(PartKind::Programme, None, Some(title), version, release.origin));
            }
        }
    }
    parts
}

fn is_meant(subject: &Subject, person: &Person) -> bool {
    match &person.who {
        Who::Contact(id) => Some(*id) == subject.contact,
        Who::Named(name) => subject.is_named_in(name.as_str()),
        Who::Several(names) | Who::AnyOf(names) => {
            names.iter().any(|name| subject.is_named_in(name.as_str()))
        }
        Who::Unnamed => false,
    }
}

fn title(session: &Session) -> String {
    session.title.as_ref().map_or_else(|| session.id.to_string(), |title| title.value.to_string())
}
