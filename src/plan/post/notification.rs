//! Who must know that a meeting has changed, and who knows what.
//!
//! Somebody who was written to knows the version of the meeting that the last mail told. Whoever is
//! still meant hears of it again if time, place, the way to take part or an own part of the programme is
//! another now, or registration ends earlier, and of nothing else. Who is new gets an invitation, who is no longer meant is told so. While a meeting
//! is postponed to no day nobody is invited; when it has one, those who waited for it are.

use std::iter;

use super::document_kind::DocumentKind;
use crate::domain::contact::Contact;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::release::{Commitment, Content, Detail, Facts, PartFacts, SessionFacts};
use crate::domain::session::{Certainty, Person, Session, Who};
use crate::domain::workspace::Workspace;
use crate::text::plain;

mod had;

pub use had::had;

/// What somebody must be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// That there is a meeting.
    Invitation,
    /// That somebody is wanted in it.
    Request,
    /// On which day it is now, to those who know the day alone.
    DayAlone,
    /// What is otherwise now.
    Change,
    /// That it is on another day, or on none so far.
    Postponement,
    /// That it does not take place.
    Cancellation,
    /// That it takes place without them.
    Withdrawal,
}

impl Notice {
    /// What those are told instead who know the day alone: they were not invited, and are not now.
    #[must_use]
    pub fn to_those_who_know_the_day_alone(self, now: &Facts) -> Self {
        match self {
            Self::Invitation | Self::Postponement if now.has_day() => Self::DayAlone,
            Self::Invitation
            | Self::Request
            | Self::DayAlone
            | Self::Change
            | Self::Postponement
            | Self::Cancellation
            | Self::Withdrawal => self,
        }
    }

    /// Whether it sets nothing beside what was told before.
    pub fn begins_anew(self) -> bool {
        match self {
            Self::Invitation | Self::Request | Self::DayAlone => true,
            Self::Change | Self::Postponement | Self::Cancellation | Self::Withdrawal => false,
        }
    }

    /// The document that tells it.
    pub fn document(self) -> DocumentKind {
        match self {
            Self::Invitation => DocumentKind::Invitation,
            Self::Request => DocumentKind::SpeakerInvitation,
            Self::DayAlone => DocumentKind::SaveTheDate,
            Self::Change => DocumentKind::Change,
            Self::Postponement => DocumentKind::Postponement,
            Self::Cancellation => DocumentKind::Cancellation,
            Self::Withdrawal => DocumentKind::Withdrawal,
        }
    }
}

/// What somebody has to do with a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The name that programmes call them by.
    pub name: Option<String>,
    /// The sessions in a part of which they stand now; of earlier ones that do not keep their parts nothing
    /// else tells.
    pub within: Vec<Id>,
    /// The sessions that have no time of their own, each with the blocks that it stands in: those give it one.
    pub carried: Vec<(Id, Vec<Id>)>,
    /// The name of the town that they are of: whether it hosts is theirs to know.
    pub city: Option<String>,
    /// What those have to do with it who get their mails at the same address, in the same mail.
    pub with: Vec<Part>,
}

/// What the contact or town with the key `id` has to do with `meeting`.
pub fn part(workspace: &Workspace, meeting: &Meeting, id: &str) -> Part {
    let city = workspace.who(id).and_then(|who| workspace.city_of(who));
    let city = city.map(|city| plain(workspace.city(city).name.as_str()));
    let Some((number, contact)) = workspace.contact_named(id) else {
        return Part { city, ..Part::default() };
    };
    let is_meant = |person: &Person| matches!(person.who, Who::Contact(id) if id == number);
    let sessions = &meeting.sessions;
    let within = sessions.iter().filter(|session| {
        let items = &session.items;
        let items = if items.is_empty() { &session.original(sessions).items } else { items };
        items.iter().flat_map(|item| &item.people).any(is_meant)
    });
    Part {
        name: Some(name(contact)),
        within: within.map(|session| session.id.clone()).collect(),
        carried: carried(sessions),
        city,
        with: Vec::new(),
    }
}

/// The sessions without a time of their own that stand in blocks, each with those.
fn carried(sessions: &[Session]) -> Vec<(Id, Vec<Id>)> {
    let block = |one: &Session| one.within.map(|block| &sessions[block.value]);
    let timeless = sessions.iter().filter(|session| session.timing.start.is_none());
    let blocks = timeless.map(|session| {
        let blocks = iter::successors(block(session), |one| block(one)).take(sessions.len());
        (session.id.clone(), blocks.map(|one| one.id.clone()).collect::<Vec<_>>())
    });
    blocks.filter(|(_, blocks)| !blocks.is_empty()).collect()
}

/// The name of a contact in programmes.
pub fn name(contact: &Contact) -> String {
    let parts = contact.titles.iter().chain(&contact.given_name).chain([&contact.family_name]);
    parts.map(|part| plain(part.as_str())).collect::<Vec<_>>().join(" ")
}

impl Part {
    /// Whether a session is theirs.
    pub fn is_in(&self, session: &SessionFacts) -> bool {
        let stands_within = || match self.parts_of(session) {
            Some(parts) => !parts.is_empty(),
            None => self.is_within(&session.id),
        };
        session.status != Certainty::Dropped && (self.is_among(&session.people) || stands_within())
    }

    /// Whether some of these people are they.
    pub fn is_among(&self, people: &[String]) -> bool {
        let is_me = |name: &str| self.name.as_deref() == Some(name);
        people.iter().any(|names| names.split(" / ").any(is_me))
            || self.with.iter().any(|part| part.is_among(people))
    }

    /// Whether a part of an item is theirs.
    pub fn is_of(&self, part: &PartFacts) -> bool {
        self.is_among(&part.people)
    }

    /// What each of their names has to do among `people`.
    fn among(&self, people: &[String], content: &Content) -> Option<Vec<Commitment>> {
        let all = content.commitments(people.len())?;
        let named = people.iter().zip(all);
        let own = named.filter(|(name, _)| self.is_among(std::slice::from_ref(*name)));
        Some(own.map(|(_, one)| one).collect())
    }

    /// What they do in a session; none where its version does not keep it.
    pub fn commitments(&self, session: &SessionFacts) -> Option<Vec<Commitment>> {
        self.among(&session.people, &session.content)
    }

    /// What they do in the meeting as a whole; none where its version does not keep it.
    pub fn in_whole(&self, facts: &Facts) -> Option<Vec<Commitment>> {
        self.among(facts.people.as_deref()?, &facts.content)
    }

    /// Whether they do something `now` of which no reader of `versions` could know, as far as these keep names.
    pub fn is_new_to(&self, versions: &[&Facts], now: &Facts) -> bool {
        let in_whole = |facts: &Facts| self.in_whole(facts).is_none_or(|all| !all.is_empty());
        let was_in = |session: &SessionFacts| {
            let known = versions.iter().flat_map(|facts| &facts.sessions);
            known.filter(|one| one.id == session.id).any(|one| self.is_in(one))
        };
        let is_new = |session: &SessionFacts| self.is_in(session) && !was_in(session);
        in_whole(now) && !versions.iter().any(|facts| in_whole(facts))
            || now.sessions.iter().any(is_new)
    }

    /// Whether they have another part in the meeting as a whole, as far as that is known.
    fn has_other_whole(&self, old: &Facts, new: &Facts) -> bool {
        let roles = |all: Vec<Commitment>| all.into_iter().map(|one| one.role).collect::<Vec<_>>();
        let sides = self.in_whole(old).zip(self.in_whole(new));
        sides.is_some_and(|(before, now)| roles(before) != roles(now))
    }

    /// Whether they do something else in a session, as far as that is known and anybody is told of it.
    fn has_other_role(&self, before: &SessionFacts, now: &SessionFacts) -> bool {
        let roles = |all: Vec<Commitment>| {
            // Whoever stands there twice has no other part than whoever does once.
            let roles = all.into_iter().filter_map(|one| one.role);
            roles.filter(|role| !role.goes_without_saying()).collect::<Vec<_>>()
        };
        let sides = self.commitments(before).zip(self.commitments(now));
        sides.is_some_and(|(before, now)| roles(before) != roles(now))
    }

    /// The parts of a session that are theirs, where its version keeps them.
    fn parts_of<'f>(&self, session: &'f SessionFacts) -> Option<Vec<&'f PartFacts>> {
        let parts = session.parts.as_ref()?;
        Some(parts.iter().filter(|part| self.is_of(part)).collect())
    }

    /// Whether they, or whoever gets the same mail, stand in a part of the session with this key.
    fn is_within(&self, session: &Id) -> bool {
        self.within.contains(session) || self.with.iter().any(|part| part.is_within(session))
    }

    /// Whether they, or whoever gets the same mail, are of a town that hosts.
    fn hosts(&self, facts: &Facts) -> bool {
        self.city.as_ref().is_some_and(|city| facts.hosts.contains(city))
            || self.with.iter().any(|part| part.hosts(facts))
    }

    /// Their sessions before and now, those of now first; one that is only theirs on one side has
    /// nothing on the other.
    pub fn sessions<'f>(
        &self,
        old: &'f Facts,
        new: &'f Facts,
    ) -> Vec<(Option<&'f SessionFacts>, Option<&'f SessionFacts>)> {
        let find = |facts: &'f Facts, id: &Id| {
            let session = facts.sessions.iter().find(|session| session.id == *id);
            session.filter(|session| session.status != Certainty::Dropped)
        };
        let was_in = |session: &&SessionFacts| self.is_in(session);
        let now = new.sessions.iter().filter(|session| self.is_in(session)).map(|session| {
            let before = find(old, &session.id).filter(was_in);
            (before, Some(session))
        });
        let gone =
            old.sessions.iter().filter(|session| self.is_in(session)).filter_map(|session| {
                let is_mine = |session: &&SessionFacts| self.is_in(session);
                let now = find(new, &session.id).filter(is_mine);
                now.is_none().then_some((Some(session), None))
            });
        now.chain(gone).collect()
    }

    /// Whether what they do in the programme, or that they host, is another now.
    fn is_changed(&self, old: &Facts, new: &Facts) -> bool {
        self.hosts(old) != self.hosts(new)
            || self.has_other_whole(old, new)
            || self.sessions(old, new).into_iter().any(|(before, now)| match (before, now) {
                (Some(before), Some(now)) => {
                    self.is_other(before, now) || self.is_carried_elsewhere(&now.id, old, new)
                }
                (Some(_), None) | (None, Some(_) | None) => true,
            })
    }

    /// Whether a session that has no time of its own is at another one because its block is.
    fn is_carried_elsewhere(&self, session: &Id, old: &Facts, new: &Facts) -> bool {
        let time = |facts: &Facts, block: &Id| {
            let block = facts.sessions.iter().find(|one| one.id == *block)?;
            Some((block.date, block.hours, block.part_of_day))
        };
        let blocks = self.carried.iter().filter(|(id, _)| id == session).flat_map(|(_, it)| it);
        let mut times = blocks.map(|block| (time(old, block), time(new, block)));
        times.any(|(before, now)| before.is_some() && now.is_some() && before != now)
    }

    /// Whether a session of theirs is at another time or place, or is called otherwise, or a part of it that
    /// is theirs is otherwise; of the parts of early versions only the checksum is known.
    fn is_other(&self, before: &SessionFacts, now: &SessionFacts) -> bool {
        let told = |session: &SessionFacts| {
            let SessionFacts {
                id: _,
                // What it is, who else has a part in it and who may read of it is nothing that
                // somebody has to do with; `content` is of other people, too, but for what they do.
                kind: _,
                title,
                date,
                hours,
                part_of_day,
                connector: _,
                place,
                people: _,
                audience: _,
                status: _,
                parts: _,
                content: _,
            } = session;
            (title.clone(), *date, *hours, *part_of_day, place.clone())
        };
        let has_new_parts = match (self.parts_of(before), self.parts_of(now)) {
            (Some(before), Some(now)) => before != now,
            (None, _) | (_, None) => self.is_within(&now.id) && before.content != now.content,
        };
        told(before) != told(now) || has_new_parts || self.has_other_role(before, now)
    }
}

/// What somebody must be told who was told `known` and has this `part` in the meeting, now that
/// `now` is true of it. Whether they are still meant, says `is_meant`.
pub fn notice(known: Option<&Facts>, now: &Facts, is_meant: bool, part: &Part) -> Option<Notice> {
    let Some(known) = known else {
        let takes_place = !now.is_cancelled() && now.has_day();
        return (is_meant && takes_place).then_some(Notice::Invitation);
    };
    match (known.is_cancelled(), now.is_cancelled(), is_meant) {
        (true, true, _) | (true, false, false) => None,
        (false, true, _) => Some(Notice::Cancellation),
        (false, false, false) => Some(Notice::Withdrawal),
        (true, false, true) => now.has_day().then_some(Notice::Invitation),
        // They were told that they would hear of a new day.
        (false, false, true) if known.is_open() && now.has_day() => Some(Notice::Invitation),
        (false, false, true) if now.status == Status::Postponed && known.is_on_other_days(now) => {
            Some(Notice::Postponement)
        }
        (false, false, true) => {
            let is_other = known.is_revised_by(now)
                || known.date_text != now.date_text
                || closes_earlier(known, now)
                || loses_online_access(known, now)
                || part.is_changed(known, now);
            is_other.then_some(Notice::Change)
        }
    }
}

/// Whether registration ends before the day that was told, or ends at all: who waits for that day comes too late.
fn closes_earlier(known: &Facts, now: &Facts) -> bool {
    let Some(until) = now.registration_until else { return false };
    known.registration_until.is_none_or(|told| until < told)
}

/// Whether the way to take part from elsewhere that was told leads nowhere any more.
fn loses_online_access(known: &Facts, now: &Facts) -> bool {
    let changed = now.content.changed_since(&known.content);
    changed.iter().any(|(detail, [told, _])| *detail == Detail::Online && told.is_some())
}

#[cfg(test)]
mod tests;
