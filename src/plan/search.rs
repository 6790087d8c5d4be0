//! What the memory of a network holds about some words: programmes, people, minutes, actions and topics of all
//! years.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::action::Action;
use crate::domain::contact::Contact;
use crate::domain::id::Id;
use crate::domain::line::{Line, Text};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Minutes, item_of};
use crate::domain::reply::Who as Owner;
use crate::domain::session::{Person, Session, Who};
use crate::domain::topic::Topic;
use crate::domain::workspace::Workspace;
use crate::plan::actions::agreed_on;
use crate::plan::programme::told::by_meeting;
use crate::source::{Origin, Sources, threads};
use crate::text::{folded, has_stem, stem, vocabulary};
pub use knowers::{By, Knower, who_knows};

mod knowers;

vocabulary! {
    /// Where something was found.
    pub enum Found {
        /// In what a programme says of the meeting as a whole.
        Meeting = "meeting" => ("Treffen", "meeting"),
        /// In an item of a programme.
        Item = "item" => ("Programmpunkt", "item"),
        /// In the minutes.
        Minutes = "minutes" => ("Protokoll", "minutes"),
        /// In what was agreed.
        Action = "action" => ("Aufgabe", "action"),
        /// Among the topics.
        Topic = "topic" => ("Thema", "topic"),
        /// Among the people.
        Person = "person" => ("Person", "person"),
    }
}

/// What is looked for: all of these words must be there, whatever their umlauts and endings.
#[derive(Clone, Debug)]
pub struct Query(Vec<String>);

impl Query {
    /// What is looked for by `words`; none if there is no word in them.
    pub fn new(words: &str) -> Option<Self> {
        let stems: Vec<String> = folded(words)
            .split(' ')
            .filter(|it| !it.is_empty())
            .map(|it| stem(it).to_owned())
            .collect();
        (!stems.is_empty()).then_some(Self(stems))
    }

    /// Which of its words stand in `text`.
    fn marks(&self, text: &str) -> Vec<bool> {
        let folded = folded(text);
        self.0.iter().map(|stem| has_stem(&folded, stem)).collect()
    }
}

/// Something that was found.
#[derive(Clone, Debug)]
pub struct Hit<'w> {
    /// Where.
    pub found: Found,
    /// The meeting, if it belongs to one.
    pub meeting: Option<&'w Meeting>,
    /// The item of its programme.
    pub item: Option<&'w Session>,
    /// The topic.
    pub topic: Option<&'w Topic>,
    /// The day that it is of.
    pub day: Option<NaiveDate>,
    /// The words in which it was found, or the first of them.
    pub words: String,
    /// Where these stand.
    pub origin: Origin,
}

/// All that is known of what `query` looks for: the newest first, what has no day last.
pub fn search<'w>(workspace: &'w Workspace, sources: &Sources, query: &Query) -> Vec<Hit<'w>> {
    let of_one = |meeting: &&'w Meeting| of_meeting(meeting, workspace, query);
    let meetings: Vec<&Meeting> = workspace.meetings.iter().collect();
    let mut hits: Vec<Hit<'w>> = threads::each(&meetings, of_one).into_iter().flatten().collect();
    let minutes: Vec<_> = workspace.minutes.iter().collect();
    let of_one = |minutes: &&Minutes| {
        let meeting = workspace.meeting(minutes.meeting.as_str())?;
        Some(of_minutes(meeting, minutes.origin, &sources.file(minutes.origin.file).text, query))
    };
    let begins = |origin: Origin| (origin.file, origin.start);
    let agreed: HashSet<_> = workspace.actions.iter().map(|one| begins(one.origin)).collect();
    // What was agreed there is told as such.
    let of_minutes = threads::each(&minutes, of_one).into_iter().flatten().flatten();
    hits.extend(of_minutes.filter(|hit| !agreed.contains(&begins(hit.origin))));
    hits.extend(workspace.actions.iter().filter_map(|action| of_action(action, workspace, query)));
    hits.extend(
        workspace.contacts.iter().filter_map(|contact| of_contact(contact, workspace, query)),
    );
    hits.extend(workspace.topics.iter().filter_map(|topic| of_topic(topic, query)));
    hits.sort_by_key(|hit| (hit.day.is_none(), Reverse(hit.day)));
    hits
}

/// What of several texts that belong together holds all words: the text with the most of them, with those that
/// hold the others, and where the first one stands.
fn holds<'t>(
    query: &Query,
    texts: impl IntoIterator<Item = (&'t str, Origin)>,
) -> Option<(String, Origin)> {
    let mut missing = vec![true; query.0.len()];
    let mut texts: Vec<(&str, Origin, Vec<bool>)> = texts
        .into_iter()
        .map(|(text, origin)| (text, origin, query.marks(text)))
        .filter(|(.., marks)| marks.contains(&true))
        .collect();
    texts.sort_by_key(|(.., marks)| Reverse(marks.iter().filter(|mark| **mark).count()));
    let (_, first, _) = texts.first()?;
    let first = *first;
    let mut told = Vec::new();
    for (text, _, marks) in texts {
        let has_more = missing.iter().zip(&marks).any(|(missing, mark)| *missing && *mark);
        if has_more {
            told.push(text);
            missing.iter_mut().zip(marks).for_each(|(missing, mark)| *missing &= !mark);
        }
    }
    (!missing.contains(&true)).then(|| (told.join(" … "), first))
}

/// The people of an item who stand in the contacts.
fn contacts(item: &Session, workspace: &Workspace) -> Vec<(String, Origin)> {
    let people = item.people.iter().chain(item.items.iter().flat_map(|part| &part.people));
    let contact = |person: &Person| match person.who {
        Who::Contact(id) => Some((workspace.contact(id).bare_name(), person.origin)),
        Who::Named(_) | Who::Several(_) | Who::AnyOf(_) | Who::Unnamed => None,
    };
    people.filter_map(contact).collect()
}

fn of_meeting<'w>(meeting: &'w Meeting, workspace: &Workspace, query: &Query) -> Vec<Hit<'w>> {
    let told = by_meeting(meeting);
    let day = meeting.when.date.map(|date| date.value);
    let mut hits = Vec::new();
    for part in told.chunk_by(|one, other| {
        one.session.map(|session| &session.id) == other.session.map(|session| &session.id)
    }) {
        let item = part.first().and_then(|told| told.session);
        let contacts = item.map_or_else(Vec::new, |item| contacts(item, workspace));
        let texts = part.iter().map(|told| (told.words, told.origin));
        let texts = texts.chain(contacts.iter().map(|(name, origin)| (name.as_str(), *origin)));
        let Some((words, origin)) = holds(query, texts) else { continue };
        let found = if item.is_some() { Found::Item } else { Found::Meeting };
        hits.push(Hit { found, meeting: Some(meeting), item, topic: None, day, words, origin });
    }
    hits
}

/// The paragraphs of minutes, each below its headings.
fn of_minutes<'w>(meeting: &'w Meeting, file: Origin, text: &str, query: &Query) -> Vec<Hit<'w>> {
    let day = meeting.when.date.map(|date| date.value);
    let mut hits = Vec::new();
    let mut heading = Vec::new();
    let mut item = None;
    for range in paragraphs(text) {
        let words = &text[range.clone()];
        let marks = query.marks(words);
        let is_heading = words.starts_with('#');
        if is_heading {
            let title = words.trim_start_matches('#').trim();
            let number = item_of(meeting, title);
            item = number.map(|number| &meeting.sessions[number]);
        }
        let in_both = marks
            .iter()
            .enumerate()
            .all(|(at, mark)| *mark || !is_heading && heading.get(at).copied().unwrap_or_default());
        if in_both && marks.contains(&true) {
            let origin = Origin::new(file.file, range);
            let words = words.trim_start_matches(['#', '-', '*', ' ']).to_owned();
            hits.push(Hit {
                found: Found::Minutes,
                meeting: Some(meeting),
                item,
                topic: None,
                day,
                words,
                origin,
            });
        }
        if is_heading {
            heading = marks;
        }
    }
    hits
}

/// The paragraphs, headings and items of lists of a text.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let (mut at, mut is_open) = (0, false);
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let begins = bare.starts_with(['#', '-', '*', '|', '>']);
        match paragraphs.last_mut() {
            _ if bare.is_empty() => is_open = false,
            Some(last) if is_open && !begins => last.end = start + bare.len(),
            _ => {
                paragraphs.push(start..start + bare.len());
                is_open = !bare.starts_with('#');
            }
        }
    }
    paragraphs
}

fn of_action<'w>(action: &'w Action, workspace: &'w Workspace, query: &Query) -> Option<Hit<'w>> {
    let owner = match action.owner.value {
        Owner::Contact(id) => workspace.contact(id).bare_name(),
        Owner::City(id) => workspace.city(id).name.to_string(),
    };
    let reason = action.reason.as_ref().map_or("", Line::as_str);
    let texts = [action.what.as_str(), &owner, reason];
    holds(query, texts.map(|text| (text, action.origin)))?;
    let meeting = action.meeting.as_ref().and_then(|id| workspace.meeting(id.as_str()));
    let words = format!("{owner} – {}", action.what);
    let (found, item, origin) = (Found::Action, None, action.origin);
    let (topic, day) = (None, agreed_on(workspace, action));
    Some(Hit { found, meeting, item, topic, day, words, origin })
}

fn of_contact<'w>(contact: &'w Contact, workspace: &Workspace, query: &Query) -> Option<Hit<'w>> {
    let city = contact.city.map(|city| workspace.city(city.value).name.to_string());
    let name = contact.bare_name();
    let lines = [&contact.office, &contact.organisation, &contact.department];
    let lines = lines.into_iter().flatten().map(Line::as_str);
    let groups = contact.groups.iter().map(Id::as_str);
    let note = contact.note.as_ref().map(Text::as_str);
    let texts: Vec<&str> = [name.as_str()]
        .into_iter()
        .chain(lines)
        .chain(city.as_deref())
        .chain(groups)
        .chain(note)
        .collect();
    let (words, _) = holds(query, texts.iter().map(|text| (*text, contact.origin)))?;
    let words = if words.starts_with(&name) { words } else { format!("{name}: {words}") };
    let (found, origin) = (Found::Person, contact.origin);
    Some(Hit { found, meeting: None, item: None, topic: None, day: None, words, origin })
}

fn of_topic<'w>(topic: &'w Topic, query: &Query) -> Option<Hit<'w>> {
    let Topic { title, tags, note, wanted, offered, .. } = topic;
    let note = note.as_ref().map(Text::as_str);
    let texts = [title].into_iter().chain(tags).map(Line::as_str).chain(note);
    let (words, _) = holds(query, texts.map(|text| (text, topic.origin)))?;
    let is_title = words == title.as_str();
    let words = if is_title { words } else { format!("{title}: {words}") };
    let day = wanted.iter().chain(offered).filter_map(|stake| stake.date).max();
    let (found, origin) = (Found::Topic, topic.origin);
    Some(Hit { found, meeting: None, item: None, topic: Some(topic), day, words, origin })
}

#[cfg(test)]
mod tests;
