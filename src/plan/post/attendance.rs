//! Who was at a meeting: what becomes of what is recorded when somebody says who came, and how many came
//! from where.

use chrono::NaiveDate;

use super::guests::Guest as Expected;
use super::recorded;
use crate::domain::attendance::{Attendance, Attendee, Guest, Presence};
use crate::domain::id::{CityId, ContactId};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::source::Origin;
use crate::text::slug;

mod numbers;

pub use numbers::{NumberFault, numbers};

/// Somebody, or a town without saying who, and whether they were there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Who.
    pub who: Marked,
    /// Whether they were there.
    pub presence: Presence,
}

/// Who is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marked {
    /// Somebody.
    One(Attendee),
    /// A town, whoever came for it.
    City(CityId),
}

/// What becomes of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It comes.
    Add(Attendee, Presence),
    /// It says this.
    Set(Origin, Attendee, Presence),
    /// It goes.
    Remove(Origin, Attendee),
}

/// What becomes of what is recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// What becomes of entries, those that are there first.
    pub changes: Vec<Change>,
    /// The towns that were there, if that list changes.
    pub attended: Option<Vec<CityId>>,
    /// The towns that sent their apologies, if that list changes.
    pub excused: Option<Vec<CityId>>,
}

impl Decided {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Why nobody can have been at a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotYet {
    /// It begins on that day.
    Ahead(NaiveDate),
    /// It has no day.
    NoDay,
    /// It is cancelled.
    Cancelled,
    /// It is an idea.
    Idea,
}

/// Why it cannot be recorded who was at `meeting`, on the day `today`.
pub fn objection(meeting: &Meeting, today: NaiveDate) -> Option<NotYet> {
    match (meeting.status.value, meeting.when.date) {
        (Status::Cancelled, _) => Some(NotYet::Cancelled),
        (Status::Idea, _) => Some(NotYet::Idea),
        (Status::Planned | Status::Invited | Status::Held | Status::Postponed, date) => {
            match date {
                None => Some(NotYet::NoDay),
                Some(date) if date.value > today => Some(NotYet::Ahead(date.value)),
                Some(_) => None,
            }
        }
    }
}

/// An entry while marks are made.
struct Draft {
    origin: Option<Origin>,
    before: Presence,
    who: Attendee,
    /// None if it goes.
    now: Option<Presence>,
}

struct Sheet<'w> {
    workspace: &'w Workspace,
    entries: Vec<Draft>,
    attended: Vec<CityId>,
    excused: Vec<CityId>,
}

/// What becomes of what is recorded of `meeting` if all `marks` are made, one after the other. Whoever was
/// there brings their town onto the list of those present; the last one of those recorded for a town who
/// turns out not to have been there takes it off again, and with an apology onto the list of those excused.
pub fn decide(workspace: &Workspace, meeting: &Meeting, marks: &[Mark]) -> Decided {
    let entries = recorded::entries(workspace, meeting).map(|entry| Draft {
        origin: Some(entry.origin),
        before: entry.presence,
        who: entry.who.clone(),
        now: Some(entry.presence),
    });
    let towns = |list: &[crate::source::Located<CityId>]| list.iter().map(|it| it.value).collect();
    let (attended, excused): (Vec<_>, Vec<_>) = (towns(&meeting.attended), towns(&meeting.excused));
    let mut sheet = Sheet {
        workspace,
        entries: entries.collect(),
        attended: attended.clone(),
        excused: excused.clone(),
    };
    for mark in marks {
        match &mark.who {
            Marked::One(who) => sheet.mark(who, mark.presence),
            Marked::City(city) => sheet.mark_city(*city, mark.presence),
        }
    }
    let (mut changes, mut added) = (Vec::new(), Vec::new());
    for Draft { origin, before, who, now } in sheet.entries {
        match (origin, now) {
            (Some(origin), None) => changes.push(Change::Remove(origin, who)),
            (Some(origin), Some(now)) if now != before => {
                changes.push(Change::Set(origin, who, now));
            }
            (None, Some(now)) => added.push(Change::Add(who, now)),
            (Some(_), Some(_)) | (None, None) => {}
        }
    }
    changes.append(&mut added);
    Decided {
        changes,
        attended: (sheet.attended != attended).then_some(sheet.attended),
        excused: (sheet.excused != excused).then_some(sheet.excused),
    }
}

impl Sheet<'_> {
    /// The town that somebody came for.
    fn city(&self, who: &Attendee) -> Option<CityId> {
        recorded::city(self.workspace, who)
    }

    fn has_somebody_of(&self, city: CityId) -> bool {
        let mut there = self.entries.iter().filter(|one| one.now == Some(Presence::There));
        there.any(|one| self.city(&one.who) == Some(city))
    }

    fn mark(&mut self, who: &Attendee, presence: Presence) {
        let city = self.city(who);
        let was_seen = city.is_some_and(|city| self.has_somebody_of(city));
        let known = self.entries.iter().position(|one| is_same(&one.who, who));
        // Of somebody who is no contact it says nothing that they were not there.
        let now = match (who, presence) {
            (Attendee::Guest(_), Presence::Absent) => None,
            _ => Some(presence),
        };
        if let Some(at) = known {
            self.entries[at].now = now;
        } else {
            let (origin, before) = (None, presence);
            self.entries.push(Draft { origin, before, who: who.clone(), now });
        }
        let Some(city) = city else { return };
        if presence == Presence::There {
            self.came(city);
        } else if was_seen && !self.has_somebody_of(city) {
            self.attended.retain(|one| *one != city);
            if presence == Presence::Excused && !self.excused.contains(&city) {
                self.excused.push(city);
            }
        }
    }

    fn mark_city(&mut self, city: CityId, presence: Presence) {
        if presence == Presence::There {
            return self.came(city);
        }
        let of_city = |one: &&mut Draft| recorded::city(self.workspace, &one.who) == Some(city);
        for one in self.entries.iter_mut().filter(of_city) {
            if one.now == Some(Presence::There) {
                let is_contact = matches!(one.who, Attendee::Contact(_));
                one.now = (is_contact || presence == Presence::Excused).then_some(presence);
            }
        }
        self.attended.retain(|one| *one != city);
        self.excused.retain(|one| *one != city);
        if presence == Presence::Excused {
            self.excused.push(city);
        }
    }

    /// A town was there, and so it did not send its apologies.
    fn came(&mut self, city: CityId) {
        if !self.attended.contains(&city) {
            self.attended.push(city);
        }
        self.excused.retain(|one| *one != city);
    }
}

/// Whether two are one: the same contact, or the same name for the same town.
fn is_same(one: &Attendee, other: &Attendee) -> bool {
    match (one, other) {
        (Attendee::Contact(one), Attendee::Contact(other)) => one == other,
        (Attendee::Guest(one), Attendee::Guest(other)) => {
            slug(one.name.as_str()) == slug(other.name.as_str()) && one.city == other.city
        }
        (Attendee::Contact(_), Attendee::Guest(_)) | (Attendee::Guest(_), Attendee::Contact(_)) => {
            false
        }
    }
}

/// That somebody who was expected came: they, else their town; none where neither is known.
pub fn mark_of(guest: &Expected) -> Option<Mark> {
    let Expected { contact, city, organisation, name, .. } = guest;
    let name = name.as_ref().and_then(|name| Line::new(name).ok());
    let who = match (*contact, name, *city) {
        (Some(id), ..) => Marked::One(Attendee::Contact(id)),
        (None, Some(name), city) => {
            let organisation = organisation.clone().filter(|_| city.is_none());
            Marked::One(Attendee::Guest(Guest { name, city, organisation }))
        }
        (None, None, Some(city)) => Marked::City(city),
        (None, None, None) => return None,
    };
    Some(Mark { who, presence: Presence::There })
}

/// Those who said that they come, save those of whom something else is recorded.
pub fn marks_of_answers(
    workspace: &Workspace,
    meeting: &Meeting,
    coming: &[Expected],
) -> Vec<Mark> {
    let is_settled = |mark: &Mark| match &mark.who {
        Marked::One(who) => recorded::entries(workspace, meeting)
            .any(|entry| is_same(&entry.who, who) && entry.presence != Presence::There),
        Marked::City(city) => meeting.excused.iter().any(|one| one.value == *city),
    };
    let mut marks: Vec<Mark> = coming.iter().filter_map(mark_of).collect();
    marks.retain(|mark| !is_settled(mark));
    marks
}

/// Somebody called `name`: the one contact of that name, as far as the town fits, else a guest.
pub fn called(
    workspace: &Workspace,
    name: Line,
    city: Option<CityId>,
    organisation: Option<Line>,
) -> Attendee {
    let wanted = slug(name.as_str());
    let is_meant = |id: ContactId| {
        let contact = workspace.contact(id);
        let given = contact.given_name.as_ref().map_or("", Line::as_str);
        let family = contact.family_name.as_str();
        let names = [format!("{given} {family}"), super::notification::name(contact)];
        let fits = city.is_none() || contact.city.map(|it| it.value) == city;
        !given.is_empty() && fits && names.iter().any(|name| slug(name) == wanted)
    };
    let mut meant = workspace.numbered_contacts().map(|(id, _)| id).filter(|id| is_meant(*id));
    match (meant.next(), meant.next()) {
        (Some(id), None) => Attendee::Contact(id),
        _ => Attendee::Guest(Guest { name, city, organisation }),
    }
}

/// How many were there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Town {
    /// The town; none for those of no town.
    pub city: Option<CityId>,
    /// How many people are recorded; 0 where it is known only that the town was there.
    pub people: u32,
}

/// How many came from where: the towns in the network's order, those of no town last.
pub fn towns(workspace: &Workspace, meeting: &Meeting) -> Vec<Town> {
    let there: Vec<&Attendance> = recorded::entries(workspace, meeting)
        .filter(|entry| entry.presence == Presence::There)
        .collect();
    let tally = workspace.tally(&meeting.id);
    let count = |city: Option<CityId>| {
        let named = there.iter().filter(|one| recorded::city(workspace, &one.who) == city).count();
        let purged = tally.into_iter().flat_map(|tally| &tally.totals);
        let purged = purged.filter(|total| total.city == city).map(|total| total.counts.there);
        let named = u32::try_from(named).unwrap_or(u32::MAX);
        purged.fold(named, u32::saturating_add)
    };
    let cities = workspace.numbered_cities().map(|(id, _)| Some(id)).chain([None]);
    let was_there = |city: Option<CityId>| meeting.attended.iter().any(|it| Some(it.value) == city);
    cities
        .map(|city| Town { city, people: count(city) })
        .filter(|town| town.people > 0 || was_there(town.city))
        .collect()
}

/// The members of the day of `meeting` of whom nothing is recorded: whether anybody came for them, nobody
/// knows. None where nothing is recorded at all.
pub fn unrecorded(workspace: &Workspace, meeting: &Meeting) -> Vec<CityId> {
    let towns = towns(workspace, meeting);
    if towns.is_empty() {
        return Vec::new();
    }
    let on = meeting.when.date.map(|date| date.value);
    let is_member = |city: CityId| match on {
        Some(on) => workspace.city(city).membership.covers(on),
        None => workspace.city(city).membership.until.is_none(),
    };
    let is_excused = |city: CityId| meeting.excused.iter().any(|it| it.value == city);
    let is_told = |city: CityId| {
        let mut entries = recorded::entries(workspace, meeting);
        entries.any(|entry| recorded::city(workspace, &entry.who) == Some(city))
    };
    let cities = workspace.numbered_cities().map(|(id, _)| id).filter(|city| is_member(*city));
    let is_open = |city: &CityId| {
        let came = towns.iter().any(|town| town.city == Some(*city));
        !came && !is_excused(*city) && !is_told(*city)
    };
    cities.filter(is_open).collect()
}

#[cfg(test)]
mod tests;
