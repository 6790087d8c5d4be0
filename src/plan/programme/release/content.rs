//! Checksums of what readers are told beside title, time, place and names.

use super::{place, who, words};
use crate::domain::line::{Line, Text};
use crate::domain::meeting::{ContactPoint, Meeting, Registration};
use crate::domain::release::Checksum;
use crate::domain::session::{Certainty, Item, Person, Role, Session};
use crate::domain::workspace::Workspace;

/// Named words; what is not there is left out.
#[derive(Default)]
struct Parts(Vec<(&'static str, String)>);

impl Parts {
    fn add(&mut self, name: &'static str, words: Option<String>) {
        self.0.extend(words.map(|words| (name, words)));
    }

    fn line(&mut self, name: &'static str, line: Option<&Line>) {
        self.add(name, line.map(words));
    }

    fn text(&mut self, name: &'static str, text: Option<&Text>) {
        self.add(name, text.map(words));
    }

    fn lines(&mut self, name: &'static str, lines: &[Line]) {
        self.0.extend(lines.iter().map(|line| (name, words(line))));
    }

    /// What people are beside their names, and how certain they come.
    fn people(&mut self, workspace: &Workspace, people: &[Person]) {
        for person in people {
            self.line("function", person.function.as_ref());
            self.line("organisation", person.organisation.as_ref());
            let city = person.city.map(|city| workspace.city(city.value).id.to_string());
            self.add("city", city);
            self.add("role", person.role.map(|role| role_code(role).to_owned()));
            self.add("status", certainty_code(person.status).map(str::to_owned));
        }
    }

    fn item(&mut self, workspace: &Workspace, item: &Item) {
        self.add("item", Some(String::new()));
        self.line("title", item.title.as_ref());
        self.line("number", item.number.as_ref());
        let names = item.people.iter().flat_map(|person| who(workspace, &person.who));
        self.0.extend(names.map(|name| ("name", name)));
        self.people(workspace, &item.people);
        self.text("description", item.description.as_ref());
        self.add("duration", item.duration.map(|length| length.to_string()));
        self.add("place", item.place.as_ref().map(|at| place(workspace, &at.value)));
    }
}

pub(super) fn of_session(
    workspace: &Workspace,
    meeting: &Meeting,
    session: &Session,
) -> Option<Checksum> {
    let sessions = &meeting.sessions;
    let original = session.original(sessions);
    let mut parts = Parts::default();
    let either = |field: fn(&Session) -> Option<&Line>| field(session).or_else(|| field(original));
    parts.line("number", either(|session| session.number.as_ref()));
    parts.line("track", session.track.as_ref());
    parts.line("meet-at", either(|session| session.meet_at.as_ref()));
    parts.line("transport", either(|session| session.transport.as_ref()));
    parts.line("cost", either(|session| session.cost.as_ref()));
    parts.line("for", either(|session| session.target_group.as_ref()));
    parts.line("link", either(|session| session.link.as_ref()));
    parts.line("online", either(|session| session.online.as_ref()));
    parts.line("language", either(|session| session.language.as_ref()));
    parts.add("seats", session.seats.or(original.seats).map(|seats| seats.to_string()));
    parts.text("description", session.description.as_ref().or(original.description.as_ref()));
    let other = |number: usize| sessions[number].id.to_string();
    parts.add("in", session.within.as_ref().map(|block| other(block.value)));
    parts.add("repeat-of", session.repeat_of.as_ref().map(|repeated| other(repeated.value)));
    let people = if session.people.is_empty() { &original.people } else { &session.people };
    parts.people(workspace, people);
    let items = if session.items.is_empty() { &original.items } else { &session.items };
    for item in items {
        parts.item(workspace, item);
    }
    Checksum::of(parts.0)
}

pub(super) fn of_meeting(workspace: &Workspace, meeting: &Meeting) -> Option<Checksum> {
    let mut parts = Parts::default();
    parts.line("subtitle", meeting.subtitle.as_ref());
    parts.line("theme", meeting.theme.as_ref());
    parts.line("number", meeting.number.as_ref());
    parts.add("admission", meeting.admission.map(|time| time.to_string()));
    parts.text("description", meeting.description.as_ref());
    parts.line("for", meeting.target_group.as_ref());
    parts.line("language", meeting.language.as_ref());
    parts.line("online", meeting.online.as_ref());
    parts.line("link", meeting.link.as_ref());
    parts.lines("notice", &meeting.notices);
    for organiser in &meeting.organisers {
        parts.line("organiser", Some(&organiser.name));
        parts.line("part", organiser.role.as_ref());
    }
    let names = meeting.people.iter().flat_map(|person| who(workspace, &person.who));
    parts.0.extend(names.map(|name| ("name", name)));
    parts.people(workspace, &meeting.people);
    parts.add(
        "contact",
        meeting.contact.as_ref().map(|contact| match contact {
            ContactPoint::Contact(id) => workspace.contact(*id).id.to_string(),
            ContactPoint::Free(line) => words(line),
        }),
    );
    let Registration { until, how, link, mail, cost, seats } = &meeting.registration;
    parts.add("registration-until", until.map(|until| until.value.to_string()));
    parts.line("registration-how", how.as_ref());
    parts.line("registration-link", link.as_ref());
    parts.line("registration-mail", mail.as_ref());
    parts.line("registration-cost", cost.as_ref());
    parts.add("registration-seats", seats.map(|seats| seats.to_string()));
    Checksum::of(parts.0)
}

/// What stands for a part in a checksum; it never changes, or old checksums would not hold.
fn role_code(role: Role) -> &'static str {
    match role {
        Role::Speaker => "speaker",
        Role::Moderator => "moderator",
        Role::Chair => "chair",
        Role::Panellist => "panellist",
        Role::Guide => "guide",
        Role::Guest => "guest",
        Role::Host => "host",
        Role::Organiser => "organiser",
    }
}

fn certainty_code(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::Fixed => None,
        Certainty::Requested => Some("requested"),
        Certainty::Dropped => Some("dropped"),
    }
}
