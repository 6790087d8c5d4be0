//! Who comes to a meeting, town by town.

use chrono::NaiveDate;
use serde::Serialize;

use super::salutation;
use super::spelling::{word, word_if_any};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::Outbox;
use crate::domain::reply::{Received, Reply, ReplyAnswer, Who};
use crate::domain::tally::Total;
use crate::domain::workspace::Workspace;
use crate::plan::post::reply::answers::{Answers, along, instead};
use crate::plan::post::reply::day::{Since, Standing, day};
use crate::plan::post::reply::tally::{self, Counts, Guest, Invited, tally};
use crate::text::{PersonKey, person_key};

pub mod reading;
pub mod reasons;

/// All replies to a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Replies {
    /// The key of the meeting.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// Whether mails about it were made: if not, nobody can say who is invited, and only those who
    /// answered count.
    pub invitations_known: bool,
    /// The members in the network's order, and former ones with guests.
    pub towns: Vec<Town>,
    /// Guests of no town.
    pub others: Numbers,
    /// Everybody.
    pub sum: Numbers,
    /// Whether the meeting is cancelled, whatever was answered to it.
    #[serde(skip)]
    pub is_cancelled: bool,
    /// How many people are expected: who comes, companions and substitutes.
    pub expected: usize,
    /// When replies were purged, of which only numbers are left.
    pub purged: Option<NaiveDate>,
    /// All guests by town, then by name.
    pub people: Vec<Person>,
    /// What replies say of companions and substitutes.
    pub company: Vec<Company>,
}

/// A town.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Town {
    /// Its key.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its guests.
    #[serde(flatten)]
    pub numbers: Numbers,
}

/// Numbers of guests; the first is the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Numbers {
    /// All of them.
    pub invited: usize,
    /// Who comes.
    pub yes: usize,
    /// Who does not.
    pub no: usize,
    /// Who perhaps does.
    pub maybe: usize,
    /// Who has not answered.
    pub open: usize,
}

/// A guest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Person {
    /// The key of the contact or town.
    pub id: String,
    /// The full name, or the town's.
    pub name: String,
    /// The town.
    pub city: Option<String>,
    /// `yes`, `no` or `maybe`; absent while it is open.
    #[serde(serialize_with = "word_if_any")]
    pub answer: Option<ReplyAnswer>,
    /// Whether the town answered, not the person.
    pub by_town: bool,
    /// When the answer came: a day or a moment.
    pub received: Option<String>,
    /// What is noted beside it.
    pub note: Option<String>,
    /// What they answered before the meeting was moved.
    pub earlier: Option<Earlier>,
}

/// An answer that is not to the day of the meeting, or of which nobody knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Earlier {
    /// `yes`, `no` or `maybe`.
    #[serde(serialize_with = "word")]
    pub answer: ReplyAnswer,
    /// The day that it was given for; absent if the meeting had none, or nobody knows.
    #[serde(rename = "for")]
    pub day: Option<NaiveDate>,
    /// Whether it may be to the day of the meeting: nothing tells when it came.
    pub unknown: bool,
    /// Whether the meeting, as far as its file tells, never was to be on that day.
    pub never: bool,
    /// Why an answer to the day of the meeting is asked for again: `cancelled`, `moved`, `days`, `time` or `withdrawn`.
    #[serde(serialize_with = "word_if_any", skip_serializing_if = "Option::is_none")]
    pub since: Option<Since>,
}

/// Who comes beside somebody, or instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Company {
    /// The key of whoever said so.
    pub id: String,
    /// Their full name, or the town's.
    pub name: String,
    /// Their town.
    pub city: Option<String>,
    /// Their answer.
    #[serde(serialize_with = "word")]
    pub answer: ReplyAnswer,
    /// Who comes along.
    pub with: Vec<String>,
    /// How many more come along.
    pub unnamed: u32,
    /// Who comes instead.
    pub substitute: Option<String>,
}

/// The replies to `meeting`.
pub fn replies(workspace: &Workspace, outbox: &Outbox, meeting: &Meeting) -> Replies {
    let tally = tally(workspace, outbox, meeting);
    let on = meeting.when.date.map(|date| date.value);
    // What a purge left are numbers without names.
    let purged = workspace.tally(&meeting.id);
    let totals = || purged.into_iter().flat_map(|purged| &purged.totals);
    let of = |city: Option<CityId>| -> Counts {
        let guests = tally.guests.iter().filter(|guest| guest.city == city).map(Guest::counts);
        guests.chain(totals().filter(|total| total.city == city).map(left)).sum()
    };
    let towns = workspace.numbered_cities().filter_map(|(id, city)| {
        let numbers = numbers(of(Some(id)));
        let is_member = on.is_none_or(|on| city.membership.covers(on));
        let town = Town { id: city.id.to_string(), name: city.name.to_string(), numbers };
        (is_member || numbers.invited > 0).then_some(town)
    });
    let mut guests: Vec<&Guest<'_>> = tally.guests.iter().collect();
    guests.sort_by_cached_key(|guest| {
        let (id, _, key) = named(workspace, guest);
        (guest.city.is_none(), guest.city, key, id)
    });
    let answers = &tally.answers;
    // Whoever said no themselves does not come with anybody, nor instead.
    let comes = |name: &&Line| !answers.has_declined(name);
    let company = answers.counting().iter().filter_map(|reply| {
        let said = &reply.said;
        let guest = tally::Guest {
            who: Invited::Known(reply.from.who()),
            city: workspace.city_of(reply.from.who()),
            reply: Some(*reply),
            announced: None,
            by_town: false,
            earlier: None,
        };
        let (id, name, _) = named(workspace, &guest);
        let company = Company {
            id,
            name,
            city: guest.city.map(|city| workspace.city(city).name.to_string()),
            answer: said.answer,
            with: along(workspace, reply).filter(comes).map(ToString::to_string).collect(),
            unnamed: if said.answer == ReplyAnswer::No { 0 } else { said.unnamed },
            substitute: instead(workspace, reply).filter(comes).map(ToString::to_string),
        };
        let is_any =
            company.unnamed > 0 || !company.with.is_empty() || company.substitute.is_some();
        is_any.then_some(company)
    });
    let is_cancelled = meeting.status.value == Status::Cancelled;
    Replies {
        meeting: meeting.id.to_string(),
        title: meeting.title.value.to_string(),
        invitations_known: tally.is_known,
        towns: towns.collect(),
        others: numbers(of(None)),
        sum: numbers(tally.guests.iter().map(Guest::counts).chain(totals().map(left)).sum()),
        is_cancelled,
        expected: if is_cancelled {
            0
        } else {
            tally.expected(workspace) + totals().map(expected).sum::<usize>()
        },
        purged: purged.map(|purged| purged.purged.value),
        people: guests
            .into_iter()
            .map(|guest| person(workspace, meeting, answers, guest))
            .collect(),
        company: company.collect(),
    }
}

/// The numbers that a purge left of a town.
fn left(total: &Total) -> Counts {
    let [yes, no, maybe] = [total.counts.yes, total.counts.no, total.counts.maybe].map(size);
    Counts { invited: yes + no + maybe, yes, no, maybe, open: 0 }
}

/// How many were expected of them.
fn expected(total: &Total) -> usize {
    size(total.counts.yes) + size(total.counts.companions)
}

fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn numbers(counts: Counts) -> Numbers {
    let Counts { invited, yes, no, maybe, open } = counts;
    Numbers { invited, yes, no, maybe, open }
}

fn person(
    workspace: &Workspace,
    meeting: &Meeting,
    answers: &Answers<'_>,
    guest: &Guest<'_>,
) -> Person {
    let earlier = |reply: &Reply| {
        let said = &reply.said;
        let who = match guest.who {
            Invited::Known(who) => who,
            Invited::Gone(_) => reply.from.who(),
        };
        let mut earlier =
            Earlier { answer: said.answer, day: None, unknown: false, never: false, since: None };
        match answers.standing(meeting, who, reply) {
            Standing::Counts | Standing::Withdrawn => return None,
            Standing::Earlier(day) => earlier.day = day,
            Standing::Never(day) => (earlier.day, earlier.never) = (Some(day), true),
            Standing::Unknown => earlier.unknown = true,
            Standing::AskedAgain(since) => {
                (earlier.day, earlier.since) = (day(meeting), Some(since));
            }
        }
        Some(earlier)
    };
    let (id, name, _) = named(workspace, guest);
    let said = guest.reply.map(|reply| &reply.said);
    Person {
        id,
        name,
        city: guest.city.map(|city| workspace.city(city).name.to_string()),
        answer: guest.answer(),
        by_town: guest.by_town,
        received: said.and_then(|said| said.received).map(written),
        note: said.and_then(|said| said.note.as_ref()).map(ToString::to_string),
        earlier: guest.earlier.and_then(earlier),
    }
}

/// Key, name and what sorts it.
fn named(workspace: &Workspace, guest: &Guest<'_>) -> (String, String, PersonKey) {
    match guest.who {
        Invited::Known(Who::Contact(id)) => {
            let contact = workspace.contact(id);
            let given = contact.given_name.as_ref().map_or("", Line::as_str);
            let key = person_key(contact.family_name.as_str(), given);
            (contact.id.to_string(), salutation::full_name(contact), key)
        }
        Invited::Known(Who::City(id)) => {
            let city = workspace.city(id);
            // A town stands before its people.
            (city.id.to_string(), city.name.to_string(), PersonKey::default())
        }
        Invited::Gone(message) => {
            let name = message.name.as_str();
            let (given, family) = name.rsplit_once(' ').unwrap_or(("", name));
            (message.person.to_string(), name.to_owned(), person_key(family, given))
        }
    }
}

/// The name of somebody.
pub fn name_of(workspace: &Workspace, who: Who) -> String {
    match who {
        Who::Contact(id) => salutation::full_name(workspace.contact(id)),
        Who::City(id) => Line::to_string(&workspace.city(id).name),
    }
}

/// A day or a moment as data.
fn written(received: Received) -> String {
    match received {
        Received::Day { day, .. } => day.to_string(),
        Received::At(moment) => moment.to_rfc3339(),
    }
}
