//! Who was asked to speak, and what could stand in the place of an item whose speaker has declined.

use chrono::NaiveDate;

use super::clash::{cast, is_same, placeholder};
use super::timetable::{Basis, Moment, Span, timetable};
use crate::domain::id::ContactId;
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::Outbox;
use crate::domain::reply::{self, ReplyAnswer, Respondent};
use crate::domain::session::{Absence, Certainty, Part, Person, Session, Who};
use crate::domain::workspace::Workspace;
use crate::plan::post::reply::answers::Answers;
use crate::plan::post::reply::day::{Standing, standing};
use crate::source::Origin;
use crate::text::{PersonName, slug, vocabulary};

vocabulary! {
    /// What somebody who was asked has said.
    pub enum Consent {
        /// They do it.
        Confirmed = "confirmed" | "zugesagt" => ("hat zugesagt", "has agreed"),
        /// They do not.
        Declined = "declined" | "abgesagt" => ("hat abgesagt", "has declined"),
        /// They have not answered.
        Asked = "asked" | "angefragt" => ("ist angefragt", "has been asked"),
    }
}

impl Consent {
    /// What the file says of it.
    pub fn certainty(self) -> Certainty {
        match self {
            Self::Confirmed => Certainty::Fixed,
            Self::Declined => Certainty::Dropped,
            Self::Asked => Certainty::Requested,
        }
    }
}

/// Somebody with a part in an item of a programme.
#[derive(Clone, Copy, Debug)]
pub struct PartOf<'m> {
    /// The part of the item, by its number, if it is not the item itself.
    pub item: Option<usize>,
    /// Their number among its people.
    pub at: usize,
    /// Who they are.
    pub person: &'m Person,
}

/// Everybody with a part in `session`.
pub fn parts(session: &Session) -> Vec<PartOf<'_>> {
    let own = session.people.iter().enumerate();
    let own = own.map(|(at, person)| PartOf { item: None, at, person });
    let items = session.items.iter().enumerate().flat_map(|(item, it)| {
        let people = it.people.iter().enumerate();
        people.map(move |(at, person)| PartOf { item: Some(item), at, person })
    });
    own.chain(items).collect()
}

/// Whether somebody was asked to take part in an item of whom it is known who it is.
pub fn is_anybody_asked(item: &Session) -> bool {
    item.people.iter().any(|person| {
        let is_known = match &person.who {
            Who::Named(name) => placeholder(name.as_str()).is_none(),
            Who::Contact(_) | Who::Several(_) => true,
            Who::AnyOf(_) | Who::Unnamed => false,
        };
        is_known && person.status == Certainty::Requested
    })
}

/// Those of `parts` whom `words` name: by key, by the whole name, else by the family name alone.
pub fn called<'m>(workspace: &Workspace, parts: &[PartOf<'m>], words: &str) -> Vec<PartOf<'m>> {
    let wanted = slug(words);
    let names = |person: &Person| names(workspace, person);
    let is_whole =
        |part: &&PartOf<'m>| names(part.person).iter().any(|(whole, _)| *whole == wanted);
    let is_family = |part: &&PartOf<'m>| {
        names(part.person).iter().any(|(_, family)| !family.is_empty() && *family == wanted)
    };
    let whole: Vec<_> = parts.iter().filter(is_whole).copied().collect();
    if whole.is_empty() { parts.iter().filter(is_family).copied().collect() } else { whole }
}

/// Whole names and family names as slugs; a contact goes by its key, too.
fn names(workspace: &Workspace, person: &Person) -> Vec<(String, String)> {
    let of = |line: &Line| {
        let name = PersonName::of(line.as_str());
        let bare = format!("{} {}", name.without_titles(), name.family);
        vec![(slug(&name.full()), slug(&name.family)), (slug(&bare), String::new())]
    };
    match &person.who {
        Who::Contact(id) => {
            let contact = workspace.contact(*id);
            let given = contact.given_name.as_ref().map_or("", Line::as_str);
            let family = contact.family_name.as_str();
            vec![
                (contact.id.to_string(), slug(family)),
                (slug(&format!("{given} {family}")), String::new()),
                (slug(&format!("{family} {given}")), String::new()),
            ]
        }
        Who::Named(name) => of(name),
        Who::Several(names) | Who::AnyOf(names) => names.iter().flat_map(of).collect(),
        Who::Unnamed => {
            let words = person.function.as_ref().or(person.organisation.as_ref());
            words.map(|words| (slug(words.as_str()), String::new())).into_iter().collect()
        }
    }
}

/// Notes in the programmes that are still to come on the day `today` who has a part there and has answered
/// that they do not come on the day that the meeting has now, each with that reply: nobody is told that
/// they do. A no to an earlier plan is no yes to this one: whoever gave it is asked, not announced.
pub fn heed_replies(workspace: &mut Workspace, today: NaiveDate) {
    let gone: Vec<Vec<Absent>> =
        workspace.meetings.iter().map(|it| absent(workspace, it, today)).collect();
    for (meeting, gone) in workspace.meetings.iter_mut().zip(gone) {
        if gone.is_empty() {
            continue;
        }
        let in_sessions = meeting.sessions.iter_mut().flat_map(|session| {
            let items = session.items.iter_mut().flat_map(|item| &mut item.people);
            session.people.iter_mut().chain(items)
        });
        for person in meeting.people.iter_mut().chain(in_sessions) {
            let Some(absent) = gone.iter().find(|absent| absent.is(&person.who)) else { continue };
            if !absent.is_of_now {
                if person.status == Certainty::Fixed && !person.is_status_said {
                    person.status = Certainty::Requested;
                }
            } else if person.status != Certainty::Dropped {
                person.status = Certainty::Dropped;
                person.absence = Some(Absence::Declined(absent.reply));
            }
        }
    }
}

/// Whether the programme of `meeting` is still to be told on the day `today`.
pub fn is_to_come(meeting: &Meeting, today: NaiveDate) -> bool {
    let is_ahead = match meeting.status.value {
        Status::Idea | Status::Planned | Status::Invited | Status::Postponed => true,
        Status::Held | Status::Cancelled => false,
    };
    is_ahead && meeting.when.last_day().is_none_or(|last| last >= today)
}

/// Notes in the programmes that are still to come on the day `today` who has a part there and was told by a mail
/// of `outbox` that the meeting does without them: nobody is told that they take part, until somebody invites
/// them again or they say that they come.
pub fn heed_withdrawals(workspace: &mut Workspace, outbox: &Outbox, today: NaiveDate) {
    let off = |meeting: &Meeting| -> Vec<ContactId> {
        if !is_to_come(meeting, today) {
            return Vec::new();
        }
        let answers = Answers::new(workspace, outbox, meeting);
        let in_sessions = meeting.sessions.iter().flat_map(parts).map(|part| part.person);
        let all = meeting.people.iter().chain(in_sessions);
        let contacts = all.filter_map(|person| match person.who {
            Who::Contact(id) => Some(id),
            Who::Named(_) | Who::Several(_) | Who::AnyOf(_) | Who::Unnamed => None,
        });
        contacts.filter(|id| answers.are_off(reply::Who::Contact(*id))).collect()
    };
    let off: Vec<Vec<ContactId>> = workspace.meetings.iter().map(off).collect();
    for (meeting, off) in workspace.meetings.iter_mut().zip(off) {
        if off.is_empty() {
            continue;
        }
        let in_sessions = meeting.sessions.iter_mut().flat_map(|session| {
            let items = session.items.iter_mut().flat_map(|item| &mut item.people);
            session.people.iter_mut().chain(items)
        });
        for person in meeting.people.iter_mut().chain(in_sessions) {
            let is_off = matches!(person.who, Who::Contact(id) if off.contains(&id));
            if is_off && person.status != Certainty::Dropped {
                person.status = Certainty::Dropped;
                person.absence = Some(Absence::Withdrawn);
            }
        }
    }
}

/// A contact who has answered that they do not come.
struct Absent {
    id: ContactId,
    /// What programmes may call them; none if a namesake may be meant.
    name: Option<String>,
    /// The answer.
    reply: Origin,
    /// Whether it is to the meeting as it is planned now.
    is_of_now: bool,
}

impl Absent {
    fn is(&self, who: &Who) -> bool {
        match who {
            Who::Contact(id) => *id == self.id,
            Who::Named(name) => self.name.as_ref() == Some(&bare(name)),
            Who::Several(_) | Who::AnyOf(_) | Who::Unnamed => false,
        }
    }
}

/// Who does not come to `meeting`, if it is still to come and has a day that they can mean.
fn absent(workspace: &Workspace, meeting: &Meeting, today: NaiveDate) -> Vec<Absent> {
    if !is_to_come(meeting, today) || meeting.when.last_day().is_none() {
        return Vec::new();
    }
    let replies = workspace.replies_to(&meeting.id);
    let gone = replies.filter(|reply| reply.said.answer == ReplyAnswer::No);
    let absent = gone.filter_map(|reply| match reply.from {
        Respondent::Contact(id) => {
            let is_of_now = standing(meeting, &reply.said) == Standing::Counts;
            let (id, reply) = (id.value, reply.origin);
            Some(Absent { id, name: own_name(workspace, id), reply, is_of_now })
        }
        // That a town does not come says nothing of each of its people.
        Respondent::City(_) => None,
    });
    absent.collect()
}

/// The name of a contact without titles, as a slug; none if somebody else has it, or part of it is not known.
fn own_name(workspace: &Workspace, id: ContactId) -> Option<String> {
    let contact = workspace.contact(id);
    contact.given_name.as_ref()?;
    let own = slug(&contact.bare_name());
    let same = workspace.contacts.iter().filter(|other| slug(&other.bare_name()) == own);
    (same.count() == 1).then_some(own)
}

/// The same of a name in a programme.
fn bare(name: &Line) -> String {
    let name = PersonName::of(name.as_str());
    slug(&format!("{} {}", name.without_titles(), name.family))
}

/// An item that may move up, and what changes by that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveUp {
    /// The item, by its number in the programme.
    pub session: usize,
    /// When it is now.
    pub before: Span,
    /// When it would be.
    pub after: Span,
}

/// The later items of the same day that fit into the place of the item with this number, as it stands: one
/// of the same block, with a speaker, no longer than there is room, while nobody and no room of it is
/// taken by something else at that time. All else stays where it is.
pub fn may_move_up(workspace: &Workspace, meeting: &Meeting, number: usize) -> Vec<MoveUp> {
    let spans = timetable(workspace, meeting).spans;
    let sessions = &meeting.sessions;
    let gone = &sessions[number];
    let Some(begin) = spans[number].begins else { return Vec::new() };
    let is_beside = |other: usize| {
        let one = &sessions[other];
        one.date == gone.date
            && one.within.map(|it| it.value) == gone.within.map(|it| it.value)
            && one.status != Certainty::Dropped
    };
    let mut found: Vec<MoveUp> = Vec::new();
    for (candidate, session) in sessions.iter().enumerate() {
        let Span { begins: Some(was), ends: Some(_), .. } = spans[candidate] else { continue };
        let has_speaker = parts(session).iter().any(|it| it.person.status == Certainty::Fixed);
        let is_later = candidate != number && was.minutes > begin.minutes;
        let is_content = session.actual_kind(sessions).part() == Part::Content;
        if !(is_later && is_content && has_speaker && is_beside(candidate)) {
            continue;
        }
        let Some(minutes) = spans[candidate].minutes() else { continue };
        // What begins next, beside the one that moves, ends the room.
        let next = (0..sessions.len())
            .filter(|other| ![number, candidate].contains(other) && is_beside(*other))
            .filter_map(|other| spans[other].begins)
            .filter(|next| next.minutes > begin.minutes)
            .map(|next| next.minutes)
            .min();
        let room = next.or(spans[number].ends.map(|ends| ends.minutes));
        let end = begin.minutes + minutes;
        let is_free = (0..sessions.len()).all(|other| {
            let is_no_matter = [number, candidate].contains(&other)
                || sessions[other].status == Certainty::Dropped
                || sessions[other].date != gone.date
                || sessions[other].kind.part().holds_others();
            is_no_matter
                || !meets(spans[other], begin.minutes, end)
                || !shares(session, &sessions[other])
        });
        if room.is_some_and(|room| end <= room) && is_free {
            let basis = if begin.basis == Basis::Exact && was.basis == Basis::Exact {
                Basis::Exact
            } else {
                Basis::Planned
            };
            let at = |minutes| Some(Moment { minutes, basis });
            let after = Span { begins: at(begin.minutes), ends: at(end) };
            found.push(MoveUp { session: candidate, before: spans[candidate], after });
        }
    }
    found.sort_by_key(|one| (one.before.begins.map(|begins| begins.minutes), one.session));
    found
}

/// Whether something goes on between `begin` and `end`.
fn meets(span: Span, begin: u32, end: u32) -> bool {
    match (span.begins, span.ends) {
        (Some(from), Some(to)) => from.minutes < end && begin < to.minutes,
        (Some(from), None) => (begin..end).contains(&from.minutes),
        (None, _) => false,
    }
}

/// Whether two items need the same room or the same person.
fn shares(one: &Session, other: &Session) -> bool {
    let mut places = one.place.iter().zip(&other.place);
    places.any(|(one, other)| one.value == other.value)
        || cast(one).any(|(who, _)| cast(other).any(|(it, _)| is_same(who, it)))
}

#[cfg(test)]
mod tests;
