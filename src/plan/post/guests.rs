//! Who is expected at a meeting, in the order of the list at the door: the numbers on that list are those
//! by which `erfa attended` takes the marks on it.

use std::collections::HashSet;

use chrono::{Days, NaiveDateTime, NaiveTime};

use super::notification;
use super::reply::answers::Answers;
use crate::domain::contact::Contact;
use crate::domain::id::{CityId, ContactId};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::reply::{self, Reply, ReplyAnswer, Respondent};
use crate::domain::session::{Audience, Certainty, Person, Session, Who};
use crate::domain::tally::Tally;
use crate::domain::workspace::Workspace;
use crate::text::{PersonName, collation_key, person_key};

/// Somebody who is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Their entry in the contacts, if they have one.
    pub contact: Option<ContactId>,
    /// The town of the network that they come for.
    pub city: Option<CityId>,
    /// What else they come from.
    pub organisation: Option<Line>,
    /// Their office or function.
    pub function: Option<Line>,
    /// Titles and name; absent for a town that did not say whom it sends, and where replies were
    /// purged.
    pub name: Option<String>,
    /// What the name is sorted by.
    family_name: String,
    /// What those of one family name are sorted by.
    given_name: String,
}

impl Guest {
    /// Somebody whose name nobody said.
    fn nameless(city: Option<CityId>) -> Self {
        Self {
            contact: None,
            city,
            organisation: None,
            function: None,
            name: None,
            family_name: String::new(),
            given_name: String::new(),
        }
    }

    /// Town, else the body they come from.
    pub fn town<'w>(&'w self, workspace: &'w Workspace) -> Option<&'w Line> {
        let city = self.city.map(|city| &workspace.city(city).name);
        city.or(self.organisation.as_ref())
    }
}

/// Who is expected at `meeting`: those who said that they come, whom they bring or send instead, and those
/// with a part in the programme; where nobody comes as far as is known, all contacts of the members who did
/// not decline. Where replies were purged, rows without names stand for those who came. By town, then by
/// name, in the order of DIN 5007; whoever is from no town stands last. What people eat and need is no part
/// of it.
pub fn guests(workspace: &Workspace, meeting: &Meeting, answers: &Answers<'_>) -> Vec<Guest> {
    guests_in(workspace, meeting, answers, Circle::Expected)
}

/// Who is meant by the guests of a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Circle {
    /// Those who come, as far as that is known.
    #[default]
    Expected,
    /// All contacts of the members who did not decline, beside them.
    Everybody,
}

/// The same for a circle of people.
pub fn guests_in(
    workspace: &Workspace,
    meeting: &Meeting,
    answers: &Answers<'_>,
    circle: Circle,
) -> Vec<Guest> {
    let mut expected = coming(workspace, answers);
    let tally = workspace.tally(&meeting.id);
    expected.extend(tally.into_iter().flat_map(nameless));
    if circle == Circle::Everybody || nobody_comes(workspace, meeting, answers) {
        let answer = |who| answers.of(workspace, who).map(|it| it.answer);
        let may_come = |who| !answers.are_off(who) && answer(who) != Some(ReplyAnswer::No);
        let on = meeting.when.date.map(|date| date.value);
        let is_member =
            |city: CityId| on.is_none_or(|on| workspace.city(city).membership.covers(on));
        let of_members = workspace.numbered_contacts().filter(|(id, contact)| {
            contact.city.is_some_and(|city| is_member(city.value))
                && may_come(reply::Who::Contact(*id))
        });
        expected.extend(of_members.map(|(id, contact)| known(id, contact)));
    }
    expected.extend(taking_part(workspace, meeting, answers));
    let mut list = distinct(expected);
    list.sort_by_cached_key(|guest| {
        let town = guest.town(workspace).map(|town| collation_key(town.as_str()));
        (
            guest.city.is_none(),
            town.is_none(),
            town,
            guest.name.is_none(),
            person_key(&guest.family_name, &guest.given_name),
        )
    });
    list
}

/// Those who said that they come, and whom they bring or send instead.
pub fn coming(workspace: &Workspace, answers: &Answers<'_>) -> Vec<Guest> {
    coming_by(workspace, answers, answers.counting())
}

/// The same by these `replies` alone, each name once. Who perhaps comes brings and sends nobody yet. A town
/// comes with those whom it names or counts; if it does neither, with one, unless somebody of its own said
/// so themselves.
fn coming_by<'w>(
    workspace: &Workspace,
    answers: &Answers<'w>,
    replies: &[&'w Reply],
) -> Vec<Guest> {
    let comes = |reply: &&&Reply| reply.said.answer == ReplyAnswer::Yes;
    let represented: HashSet<CityId> = replies
        .iter()
        .filter(comes)
        .filter_map(|reply| match reply.from {
            Respondent::Contact(id) => workspace.contact(id.value).city.map(|city| city.value),
            Respondent::City(_) => None,
        })
        .collect();
    let (mut expected, mut seen) = (Vec::new(), HashSet::new());
    for reply in replies.iter().filter(|reply| reply.said.answer != ReplyAnswer::Maybe) {
        let city = workspace.city_of(reply.from.who());
        let said = &reply.said;
        if said.answer == ReplyAnswer::Yes {
            match reply.from {
                Respondent::Contact(id) => {
                    expected.push(known(id.value, workspace.contact(id.value)));
                }
                Respondent::City(id) => {
                    let sends_one = said.companions() == 0 && !represented.contains(&id.value);
                    expected.extend(sends_one.then(|| Guest::nameless(city)));
                }
            }
            expected.extend((0..said.unnamed).map(|_| Guest::nameless(city)));
        }
        let company = answers.company(workspace, reply, &mut seen).into_iter();
        expected.extend(company.map(|name| {
            let contact = answers.contact_called(name);
            let function = contact.and_then(|id| workspace.contact(id).office.clone());
            Guest { contact, function, ..named(name, city, None) }
        }));
    }
    distinct(expected)
}

/// How many are expected, by when they said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heads {
    /// Noon of the day before the meeting, by the clocks of the network; none where no day is known.
    pub until: Option<NaiveDateTime>,
    /// How many said until then that they come, with those whom they bring or send. What nobody noted a
    /// time of counts as such.
    pub by_then: usize,
    /// How many said so later, or on that day without a time.
    pub later: usize,
    /// How many perhaps come, with those whom they would bring.
    pub maybe: usize,
    /// How many have a part in the programme, and did not say themselves that they come.
    pub taking_part: usize,
    /// How many are asked for a part in the programme, have not agreed so far, and did not answer themselves.
    pub asked: usize,
}

impl Heads {
    /// All of whom people count on.
    pub fn expected(self) -> usize {
        self.by_then + self.later + self.taking_part
    }
}

/// How many are expected at `meeting`; none where nobody has answered for its day, so that nobody knows.
pub fn heads(workspace: &Workspace, meeting: &Meeting, answers: &Answers<'_>) -> Option<Heads> {
    let replies = answers.counting();
    replies.first()?;
    let eve = meeting.when.date.and_then(|date| date.value.checked_sub_days(Days::new(1)));
    let noon = NaiveTime::from_hms_opt(12, 0, 0)?;
    let until = eve.map(|eve| eve.and_time(noon));
    let last = until.and_then(|until| workspace.network.time_zone.second_of(until));
    let is_early = |reply: &Reply| match (reply.said.received, last) {
        (Some(received), Some(last)) => received.moment().timestamp() <= last,
        (None, _) | (_, None) => true,
    };
    let early: Vec<&Reply> = replies.iter().copied().filter(|reply| is_early(reply)).collect();
    let sure = coming(workspace, answers);
    let by_then = coming_by(workspace, answers, &early);
    let has_part: HashSet<ContactId> =
        taking_part(workspace, meeting, answers).iter().filter_map(|guest| guest.contact).collect();
    let unsure = replies.iter().filter(|reply| reply.said.answer == ReplyAnswer::Maybe);
    let perhaps = |reply: &&Reply| {
        let companions = reply.said.companions();
        match reply.from.who() {
            // Whoever has a part is expected, and counted there.
            reply::Who::Contact(id) => usize::from(!has_part.contains(&id)) + companions,
            reply::Who::City(_) => companions.max(1),
        }
    };
    let names: HashSet<&String> = sure.iter().filter_map(|guest| guest.name.as_ref()).collect();
    let is_new = |guest: &Guest| guest.name.as_ref().is_some_and(|name| !names.contains(name));
    let others = distinct(taking_part(workspace, meeting, answers));
    Some(Heads {
        until,
        by_then: by_then.len(),
        later: sure.len().saturating_sub(by_then.len()),
        maybe: unsure.map(perhaps).sum(),
        taking_part: others.iter().filter(|guest| is_new(guest)).count(),
        asked: asked(workspace, meeting, answers, &names, &others),
    })
}

/// The same, with each name once.
fn distinct(guests: Vec<Guest>) -> Vec<Guest> {
    let mut names = HashSet::new();
    let is_new = |guest: &Guest| guest.name.as_ref().is_none_or(|name| names.insert(name.clone()));
    guests.into_iter().filter(is_new).collect()
}

/// Those who came by replies that were purged: of each town as many as there were, without names.
fn nameless(tally: &Tally) -> impl Iterator<Item = Guest> {
    tally.totals.iter().flat_map(|total| {
        let number = total.counts.yes.saturating_add(total.counts.companions);
        (0..number).map(move |_| Guest::nameless(total.city))
    })
}

/// How many are asked for a part in the programme who are not among those who come or are expected, and did not
/// decline; of several of whom one is to come, one.
fn asked(
    workspace: &Workspace,
    meeting: &Meeting,
    answers: &Answers<'_>,
    coming: &HashSet<&String>,
    expected: &[Guest],
) -> usize {
    let mut known: HashSet<&String> = expected.iter().filter_map(|it| it.name.as_ref()).collect();
    known.extend(coming);
    let declined = declined(answers.counting().iter().copied());
    let requested = parts(meeting).filter(|person| person.status == Certainty::Requested);
    let (named, nameless): (Vec<&Person>, Vec<&Person>) =
        requested.partition(|one| !matches!(one.who, Who::AnyOf(_) | Who::Unnamed));
    let guests =
        named.into_iter().flat_map(|person| person_names(workspace, person)).filter(|one| {
            one.contact.is_none_or(|id| !declined.contains(&reply::Who::Contact(id)))
                && one.name.as_ref().is_none_or(|name| !known.contains(name))
        });
    // One of the same several is asked once, however many items name them.
    let mut choices: HashSet<Vec<String>> = HashSet::new();
    let is_another = |person: &&Person| match &person.who {
        Who::AnyOf(several) => choices.insert(several.iter().map(Line::to_string).collect()),
        _ => true,
    };
    let open = nameless.into_iter().filter(is_another).count();
    distinct(guests.collect()).len() + open
}

/// Those with a part in what the programme shows everybody, as far as they have a name, are certain, and did not
/// decline.
fn taking_part(workspace: &Workspace, meeting: &Meeting, answers: &Answers<'_>) -> Vec<Guest> {
    let declined = declined(answers.counting().iter().copied());
    let is_no =
        |guest: &Guest| guest.contact.is_some_and(|id| declined.contains(&reply::Who::Contact(id)));
    parts(meeting)
        .filter(|person| person.status == Certainty::Fixed)
        .flat_map(|person| person_names(workspace, person))
        .filter(|guest| !is_no(guest))
        .collect()
}

/// Everybody with a part in what the programme shows everybody.
fn parts(meeting: &Meeting) -> impl Iterator<Item = &Person> {
    let sessions = &meeting.sessions;
    let is_told = move |session: &&Session| {
        let all = |one: &Session| one.audience.max(one.original(sessions).audience);
        let block = |one: &&Session| one.within.as_ref().map(|block| &sessions[block.value]);
        let mut blocks = std::iter::successors(Some(*session), block).take(sessions.len());
        session.status != Certainty::Dropped && blocks.all(|one| all(one) == Audience::Public)
    };
    let in_sessions = sessions.iter().filter(is_told).flat_map(|session| {
        session.people.iter().chain(session.items.iter().flat_map(|item| &item.people))
    });
    meeting.people.iter().chain(in_sessions)
}

/// Those who say in `replies` that they do not come.
pub fn declined<'w>(replies: impl Iterator<Item = &'w Reply>) -> HashSet<reply::Who> {
    let no = replies.filter(|reply| reply.said.answer == ReplyAnswer::No);
    no.map(|reply| reply.from.who()).collect()
}

/// Whether nobody said yes to `meeting`, as far as is still known.
pub fn nobody_comes(workspace: &Workspace, meeting: &Meeting, answers: &Answers<'_>) -> bool {
    workspace.tally(&meeting.id).is_none() && coming(workspace, answers).is_empty()
}

fn person_names(workspace: &Workspace, person: &Person) -> Vec<Guest> {
    let city = person.city.map(|city| city.value);
    let function = || person.function.clone();
    let from =
        |name| Guest { function: function(), ..named(name, city, person.organisation.as_ref()) };
    match &person.who {
        Who::Contact(id) => vec![known(*id, workspace.contact(*id))],
        Who::Named(name) => vec![from(name)],
        Who::Several(names) => names.iter().map(from).collect(),
        // Who of them comes, and who it is, nobody knows yet.
        Who::AnyOf(_) | Who::Unnamed => Vec::new(),
    }
}

fn known(id: ContactId, contact: &Contact) -> Guest {
    Guest {
        contact: Some(id),
        city: contact.city.map(|city| city.value),
        organisation: contact.organisation.clone(),
        function: contact.office.clone(),
        name: Some(notification::name(contact)),
        family_name: contact.family_name.to_string(),
        given_name: contact.given_name.as_ref().map(Line::to_string).unwrap_or_default(),
    }
}

/// Somebody whose name stands in one line, in either order; a function behind it is not printed.
fn named(line: &Line, city: Option<CityId>, organisation: Option<&Line>) -> Guest {
    let name = PersonName::of(line.as_str());
    Guest {
        contact: None,
        city,
        organisation: organisation.cloned(),
        function: None,
        name: Some(name.full()),
        family_name: name.family,
        given_name: name.given,
    }
}

#[cfg(test)]
mod tests;
