//! Who was asked to speak, and what could stand in the place of what falls away.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Person, Session, Who};
use crate::domain::workspace::Workspace;
use crate::plan::post::notification;
use crate::plan::programme::speaker::{Consent, MoveUp, PartOf, may_move_up, parts};
use crate::plan::programme::timetable::{Basis, Span};
use crate::source::Sources;
use crate::text::{Language, list};
use crate::view::spelling::word;
use crate::view::topic::{Proposal, proposals};
use crate::view::words::{Words, shown};

/// What somebody who was asked has said.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
    /// For what nobody is left.
    pub gap: Option<Gap>,
    /// Where nobody is left for the item: the items that may move up.
    pub instead: Vec<Instead>,
    /// Where nobody is left: the topics for which somebody waits.
    pub topics: Vec<Proposal>,
}

/// For what nobody is left once somebody has declined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Gap {
    /// For the item, and for no part of it.
    All,
    /// For the item as a whole; others have parts of it.
    Whole,
    /// For the part that was theirs.
    Part,
}

/// An item that may move up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

/// What somebody says of an item.
#[derive(Clone, Copy, Debug)]
pub struct Said<'m> {
    /// The item, by its number in the programme.
    pub number: usize,
    /// Who they are.
    pub part: PartOf<'m>,
    /// What they say.
    pub consent: Consent,
}

/// What was said of an item of `meeting`, and what may stand in its place on the day `today`.
pub fn speaker(
    (workspace, sources): (&Workspace, &Sources),
    meeting: &Meeting,
    Said { number, part, consent }: Said<'_>,
    today: NaiveDate,
    language: Language,
) -> Speaker {
    let session = &meeting.sessions[number];
    let parts = parts(session);
    // Names in words stand in one place of the file.
    let others = parts.iter().filter(|it| (it.item, it.at) != (part.item, part.at));
    let others = others.filter(|it| it.person.status != Certainty::Dropped);
    let is_same = |it: &PartOf<'_>| it.item == part.item;
    let gap = match (consent, part.item) {
        (Consent::Confirmed | Consent::Asked, _) => None,
        (Consent::Declined, _) if others.clone().count() == 0 => Some(Gap::All),
        (Consent::Declined, _) if others.clone().any(is_same) => None,
        (Consent::Declined, None) => Some(Gap::Whole),
        (Consent::Declined, Some(_)) => Some(Gap::Part),
    };
    let others: Vec<String> = others.map(|it| name(workspace, it.person, language)).collect();
    let ups = match gap {
        Some(Gap::All | Gap::Whole) => may_move_up(workspace, meeting, number),
        Some(Gap::Part) | None => Vec::new(),
    };
    let is_ahead = meeting.when.last_day().is_none_or(|last| last >= today);
    let topics = if gap.is_some() && is_ahead {
        let proposed = proposals(workspace, sources, meeting, today).proposed;
        proposed.into_iter().filter(|one| !one.wanted_by.is_empty()).collect()
    } else {
        Vec::new()
    };
    let words = Words::new(&workspace.network, language);
    let instead = |up: &MoveUp| Instead {
        item: meeting.sessions[up.session].id.to_string(),
        title: title(meeting, &meeting.sessions[up.session], language),
        before: hours(words, &meeting.sessions[up.session], up.before),
        after: hours(words, &meeting.sessions[up.session], up.after),
        tell: tell(workspace, &meeting.sessions[up.session], language),
    };
    Speaker {
        meeting: meeting.id.to_string(),
        item: session.id.to_string(),
        title: title(meeting, session, language),
        person: name(workspace, part.person, language),
        consent,
        others,
        gap,
        instead: ups.iter().map(instead).collect(),
        topics,
    }
}

/// The title of an item, else what it is.
pub fn title(meeting: &Meeting, session: &Session, language: Language) -> String {
    let sessions = &meeting.sessions;
    let kind = || session.actual_kind(sessions).name(language).to_owned();
    session.title_in(sessions).map_or_else(kind, |title| shown(&title.value))
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
fn hours(words: Words, session: &Session, span: Span) -> String {
    let (Some(begins), Some(ends)) = (span.begins, span.ends) else { return String::new() };
    let is_planned = begins.basis == Basis::Planned || ends.basis == Basis::Planned;
    let [begins, ends] = [begins, ends].map(|at| session.shown_at(at.minutes));
    let hours = words.clock.told_ends(begins, ends).join("–");
    if is_planned { format!("≈ {hours}") } else { hours }
}
