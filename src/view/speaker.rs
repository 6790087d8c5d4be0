//! Who was asked to speak, and what could stand in the place of what falls away.

use serde::Serialize;

use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Person, Session, Who};
use crate::domain::workspace::Workspace;
use crate::plan::post::notification;
use crate::plan::programme::speaker::{Consent, MoveUp, may_move_up, parts};
use crate::plan::programme::timetable::{Basis, Span};
use crate::text::{Language, list};
use crate::view::spelling::word;
use crate::view::words::{Words, shown};

/// What somebody who was asked has said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Speaker {
    /// The key of the meeting.
    pub meeting: String,
    /// The key of the item.
    pub item: String,
    /// Its title.
    pub title: String,
    /// Who it is.
    pub person: String,
    /// `confirmed`, `declined` or `asked`.
    #[serde(serialize_with = "word")]
    pub consent: Consent,
    /// Who else has a part in the item and has not declined.
    pub others: Vec<String>,
    /// Where nobody is left: the items that may move up.
    pub instead: Vec<Instead>,
    /// Whether that was looked for: nobody is left who has a part in the item.
    pub is_empty: bool,
}

/// An item that may move up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Instead {
    /// The key of the item.
    pub item: String,
    /// Its title.
    pub title: String,
    /// When it is now: "11:30–12:00 Uhr".
    pub before: String,
    /// When it would be.
    pub after: String,
    /// Whom that concerns: who has a part in it, and who sees to it.
    pub tell: Vec<String>,
}

/// What `person` has said of `session`, which is the one with this `number`.
pub fn speaker(
    workspace: &Workspace,
    meeting: &Meeting,
    number: usize,
    person: &Person,
    consent: Consent,
    language: Language,
) -> Speaker {
    let session = &meeting.sessions[number];
    let others: Vec<String> = parts(session)
        .iter()
        .filter(|part| part.person.origin != person.origin)
        .filter(|part| part.person.status != Certainty::Dropped)
        .map(|part| name(workspace, part.person, language))
        .collect();
    let is_empty = consent == Consent::Declined && others.is_empty();
    let ups = if is_empty { may_move_up(workspace, meeting, number) } else { Vec::new() };
    let words = Words::new(&workspace.network, language);
    let instead = |up: &MoveUp| Instead {
        item: meeting.sessions[up.session].id.to_string(),
        title: title(meeting, &meeting.sessions[up.session], language),
        before: hours(words, up.before),
        after: hours(words, up.after),
        tell: tell(workspace, &meeting.sessions[up.session], language),
    };
    Speaker {
        meeting: meeting.id.to_string(),
        item: session.id.to_string(),
        title: title(meeting, session, language),
        person: name(workspace, person, language),
        consent,
        others,
        instead: ups.iter().map(instead).collect(),
        is_empty,
    }
}

/// The title of an item, else what it is.
pub fn title(meeting: &Meeting, session: &Session, language: Language) -> String {
    let sessions = &meeting.sessions;
    let title = session.title.as_ref().or(session.original(sessions).title.as_ref());
    let kind = || session.actual_kind(sessions).name(language).to_owned();
    title.map_or_else(kind, |title| shown(&title.value))
}

/// What somebody with a part in a programme is called.
pub fn name(workspace: &Workspace, person: &Person, language: Language) -> String {
    match &person.who {
        Who::Contact(id) => notification::name(workspace.contact(*id)),
        Who::Named(name) => name.to_string(),
        Who::Several(names) => list::and(names, language),
        Who::AnyOf(names) => list::or(names, language),
        Who::Unnamed => {
            let words = person.function.as_ref().or(person.organisation.as_ref());
            let town = person.city.map(|city| workspace.city(city.value).name.to_string());
            let nobody = || language.pick("noch ohne Namen", "not named yet").to_owned();
            words.map(Line::to_string).or(town).unwrap_or_else(nobody)
        }
    }
}

fn tell(workspace: &Workspace, session: &Session, language: Language) -> Vec<String> {
    let comes = parts(session).into_iter().filter(|it| it.person.status != Certainty::Dropped);
    let people = comes.map(|part| name(workspace, part.person, language));
    let mut tell: Vec<String> = people.collect();
    let responsible = session.responsible.as_ref().map(Line::to_string);
    tell.extend(responsible.filter(|name| !tell.contains(name)));
    tell
}

/// "11:30–12:00 Uhr"; with a sign before it where that is a planning value.
fn hours(words: Words, span: Span) -> String {
    let (Some(begins), Some(ends)) = (span.begins, span.ends) else { return String::new() };
    let is_planned = begins.basis == Basis::Planned || ends.basis == Basis::Planned;
    let hours = words.clock.span(begins.minutes, ends.minutes);
    if is_planned { format!("≈ {hours}") } else { hours }
}
