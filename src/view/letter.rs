//! Letters about a meeting: what a paper about it has, and to whom it goes.

use std::collections::HashMap;

use serde::Serialize;

use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::session::{Absence, Audience, Certainty, Person, Session, Who};
use crate::domain::workspace::Workspace;
use crate::plan::post::concern::came_by_city;
use crate::plan::post::knowledge::{is_postponed, reasons_of_postponing};
use crate::plan::post::recipient::Addressee;
use crate::text::Language;
use crate::view::DocumentKind;
use crate::view::action::owed_actions;
use crate::view::merge::{MergeData, stakes};
use crate::view::programme::{Edition, Entry, Item, Programme, is_gone, programme as view_of};
use crate::view::recipient::{Recipient, called};
use crate::view::salutation;
use crate::view::words::{Words, place, shown};

mod subject_line;

/// A letter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Letter {
    /// The meeting, its programme, the network, and who writes.
    #[serde(flatten)]
    pub merge: MergeData,
    /// What it is about, in one line.
    pub subject: String,
    /// The salutation, with its comma; several lines are parted by an empty one.
    pub salutation: String,
    /// Whether the letter says du.
    pub familiar: bool,
    /// To whom it goes; none for an open letter.
    pub recipient: Option<Recipient>,
    /// Whether the recipient's town is a host.
    pub to_host: bool,
    /// Whether nothing but their town's presence says that the recipient came.
    pub came_by_city: bool,
    /// What the recipient does in the programme.
    pub contributions: Vec<Contribution>,
    /// What their town wants and offers already, in a survey of topics.
    pub known_topics: Option<String>,
}

/// What somebody does in a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contribution {
    /// The title of the entry, or of the part of it.
    pub title: String,
    /// Day and time, as far as they are known.
    pub time: Option<String>,
    /// The same with the title in quotation marks, in one line.
    pub line: String,
    /// Where it is, if that is said.
    pub place: Option<String>,
    /// What it needs.
    pub equipment: Option<String>,
    /// Who sees to it on the day.
    pub responsible: Option<String>,
    /// What it consists of, where it has parts: each with its length and its people.
    pub parts: Vec<String>,
}

/// The letter of a `kind` about `meeting`, made from what all letters of that kind in a language have in
/// common; none stands for a kind of the user's own.
pub fn letter(
    kind: Option<DocumentKind>,
    workspace: &Workspace,
    meeting: &Meeting,
    mut merge: MergeData,
    recipient: Option<Recipient>,
) -> Letter {
    let language = merge.programme.language;
    merge.programme.meeting.reason = reason(meeting);
    let who = recipient.as_ref().and_then(|recipient| workspace.who(&recipient.id));
    if kind == Some(DocumentKind::ActionReminder)
        && let Ok(today) = merge.written_date.parse()
    {
        let words = Words::new(&workspace.network, language);
        merge.programme.meeting.open_actions = owed_actions(workspace, who, today, words);
    }
    let programme = &merge.programme;
    let salutation = match &recipient {
        Some(recipient) => recipient.salutation.clone(),
        None => salutation::open(language).to_owned(),
    };
    let town = who.and_then(|who| workspace.city_of(who));
    let asks_topics = kind == Some(DocumentKind::TopicSurvey);
    let today = merge.written_date.parse().ok().filter(|_| asks_topics);
    let known_topics = town.zip(today).and_then(|(town, today)| {
        stakes(workspace, town, today, Words::new(&workspace.network, language))
    });
    // The sheet of the day is for all who read the mail.
    let readers: Vec<&str> =
        recipient.iter().flat_map(|it| &it.readers).map(String::as_str).collect();
    let readers = if kind == Some(DocumentKind::SpeakerSheet) { readers } else { Vec::new() };
    let asks = matches!(kind, Some(DocumentKind::Invitation | DocumentKind::SpeakerInvitation));
    let contributions = |programme: &Programme| {
        let own = recipient.iter().map(|recipient| recipient.id.as_str());
        let mut found: Vec<Contribution> =
            own.flat_map(|id| contributions(workspace, meeting, programme, id, asks)).collect();
        for reader in &readers {
            let who = workspace.who(reader).map(Addressee::Known);
            let name = who.map(|who| called(workspace, who, Some(language))).unwrap_or_default();
            let theirs = contributions(workspace, meeting, programme, reader, asks).into_iter();
            found.extend(
                theirs.map(|one| Contribution { title: format!("{} ({name})", one.title), ..one }),
            );
        }
        found
    };
    // What somebody does in what is for members alone, they know; an invitation tells what all may read.
    let is_closed = |session: &Session| session.audience != Audience::Public;
    let is_open = kind == Some(DocumentKind::Invitation);
    let has_closed = recipient.is_some() && !is_open && meeting.sessions.iter().any(is_closed);
    let own = has_closed
        .then(|| contributions(&view_of(workspace, meeting, language, Edition::Internal)));
    Letter {
        subject: subject_line::subject_line(kind, workspace, meeting, programme, language),
        salutation,
        familiar: recipient.as_ref().is_some_and(|recipient| recipient.familiar),
        came_by_city: who.is_some_and(|who| {
            let said_yes = recipient.as_ref().is_some_and(Recipient::said_yes);
            came_by_city(workspace, meeting, who, said_yes)
        }),
        to_host: meeting.hosts.iter().any(|host| Some(host.value) == town),
        contributions: own.unwrap_or_else(|| contributions(programme)),
        known_topics,
        recipient,
        merge,
    }
}

/// Why the meeting is cancelled or postponed: a letter forgets no step on the way to a new day.
pub fn reason(meeting: &Meeting) -> Option<String> {
    if meeting.status.value == Status::Postponed && !is_postponed(meeting) {
        return None;
    }
    let reasons: Vec<String> = reasons_of_postponing(meeting).into_iter().map(shown).collect();
    (!reasons.is_empty()).then(|| reasons.join("; "))
}

/// What the contact with the key `recipient` does in those entries that the programme shows, or is wanted for
/// by a letter that `asks`.
fn contributions(
    workspace: &Workspace,
    meeting: &Meeting,
    programme: &Programme,
    recipient: &str,
    asks: bool,
) -> Vec<Contribution> {
    // Whoever has declined does nothing in it, and readers are not told of them.
    let is_told = |person: &&Person| person.status != Certainty::Dropped;
    // But whoever is wanted again reads for what.
    let is_wanted = |person: &Person| asks && person.absence == Some(Absence::Withdrawn);
    let is_recipient = |person: &Person| match person.who {
        Who::Contact(id) => {
            workspace.contact(id).id.as_str() == recipient
                && (is_told(&person) || is_wanted(person))
        }
        Who::Named(_) | Who::Several(_) | Who::AnyOf(_) | Who::Unnamed => false,
    };
    let language = programme.language;
    let words = Words::new(&workspace.network, language);
    // A part in the whole meeting goes by its name: "Moderation".
    let roles = meeting.people.iter().filter(is_told).zip(&programme.meeting.people);
    let roles = roles.filter(|(person, _)| is_recipient(person));
    let mut found: Vec<Contribution> = roles
        .filter_map(|(_, shown)| shown.role.clone())
        .map(|role| Contribution {
            title: role.clone(),
            time: Some(whole_meeting(programme, words)),
            line: role,
            place: programme.meeting.place.as_ref().map(|place| place.name.clone()),
            equipment: None,
            responsible: None,
            parts: Vec::new(),
        })
        .collect();
    let sessions = meeting.sessions.iter().map(|session| (session.id.as_str(), session));
    let sessions: HashMap<&str, &Session> = sessions.collect();
    let home = meeting.place.as_ref().and_then(|it| it.value.venue());
    for day in &programme.days {
        let mut block: Option<&Entry> = None;
        for entry in &day.entries {
            if entry.level == 0 {
                block = Some(entry);
            }
            let session = sessions.get(entry.id.as_str());
            let Some(session) = session.filter(|_| !entry.is_dropped()) else { continue };
            // What stands in a block without a time of its own has that of the block.
            let own_time = entry.time.as_deref();
            let time = own_time.or(block.and_then(|block| block.time.as_deref()));
            let time: Vec<&str> = [day.heading.as_deref(), time].into_iter().flatten().collect();
            let time = (!time.is_empty()).then(|| time.join(", "));
            // A repetition has what it does not say itself from what it repeats.
            let original = session.original(&meeting.sessions);
            let people = if session.people.is_empty() { &original.people } else { &session.people };
            let items = if session.items.is_empty() { &original.items } else { &session.items };
            let role = |people: &[Person]| {
                let own = people.iter().find(|person| is_recipient(person))?;
                let role = own.role.filter(|role| !role.goes_without_saying())?;
                Some(role.name(language))
            };
            if people.iter().any(is_recipient) {
                let block = block.filter(|_| own_time.is_none()).map(|block| block.title.as_str());
                let whole = block.filter(|_| entry.level > 0);
                let told =
                    contribution(&entry.title, role(people), None, time.clone(), whole, language);
                let parts = entry.items.iter().map(part_line).collect();
                let told = Contribution { parts, ..told };
                found.push(told.at(entry.place.clone(), [session, original]));
            }
            let told = items.iter().filter(|part| !is_gone(part));
            for (part, item) in told.zip(&entry.items) {
                if part.people.iter().any(is_recipient) {
                    let title = item.title.as_ref().unwrap_or(&entry.title);
                    // The time is that of the whole, in which a part has none of its own.
                    let whole = item.title.as_ref().map(|_| entry.title.as_str());
                    let own = part.duration.map(|length| words.length(length));
                    let role = role(&part.people);
                    let told = contribution(title, role, own, time.clone(), whole, language);
                    let own =
                        part.place.as_ref().map(|it| place::within(workspace, &it.value, home));
                    found.push(told.at(own.or(entry.place.clone()), [session, original]));
                }
            }
        }
    }
    found
}

/// What somebody does, with this `role`, of its `own` length, at a `time` that is that of the `whole` in which it stands, if
/// there is one.
fn contribution(
    title: &str,
    role: Option<&str>,
    own: Option<String>,
    time: Option<String>,
    whole: Option<&str>,
    language: Language,
) -> Contribution {
    let (open, close) = language.pick(('„', '“'), ('“', '”'));
    let quoted = |title: &str| {
        if title.starts_with('„') { title.to_owned() } else { format!("{open}{title}{close}") }
    };
    let part_of = language.pick("im Rahmen von", "as part of");
    let whole = whole.map(|whole| format!("{part_of} {}", quoted(whole)));
    let facts = [own.as_deref(), whole.as_deref(), time.as_deref()];
    let facts: Vec<&str> = facts.into_iter().flatten().collect();
    // Whoever has a part of an item must not take the time of the whole for theirs.
    let time = (!facts.is_empty()).then(|| facts.join(", "));
    let title_words = quoted(title);
    let said: Vec<&str> = role.into_iter().chain(time.as_deref()).collect();
    let line =
        if said.is_empty() { title_words } else { format!("{title_words} ({})", said.join(", ")) };
    let (place, equipment, responsible) = (None, None, None);
    let (title, parts) = (title.to_owned(), Vec::new());
    Contribution { title, time, line, place, equipment, responsible, parts }
}

/// That a part is one in the whole meeting, with its time as far as that is known.
fn whole_meeting(programme: &Programme, words: Words) -> String {
    let whole = words.pick("das ganze Treffen", "the whole meeting").to_owned();
    let time = programme.meeting.time_words.clone();
    [Some(whole), time].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// "2.2 Ein Blick nach außen (20 min) – Joan Fairweather".
fn part_line(item: &Item) -> String {
    let name = item.number.iter().chain(&item.title).cloned().collect::<Vec<_>>().join(" ");
    let details = item.details.join(", ");
    let name = if details.is_empty() { name } else { format!("{name} ({details})") };
    let people: Vec<&str> = item.people.iter().map(|person| person.line.as_str()).collect();
    let parts = [name.trim().to_owned(), people.join("; ")].into_iter();
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
}

impl Contribution {
    /// The same with what must be known on the day; a repetition says it itself, or what it repeats does.
    fn at(self, place: Option<String>, [session, original]: [&Session; 2]) -> Self {
        let own = |pick: fn(&Session) -> Option<&Line>| pick(session).or(pick(original)).map(shown);
        let equipment = own(|session| session.equipment.as_ref());
        let responsible = own(|session| session.responsible.as_ref());
        Self { place, equipment, responsible, ..self }
    }
}

#[cfg(test)]
mod tests;
