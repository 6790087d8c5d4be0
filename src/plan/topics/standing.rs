//! Which topics wait: who still wants to hear of each, who can tell, and where it was treated before.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::domain::city::City;
use crate::domain::id::{CityId, TopicId};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::session::{Certainty, Session};
use crate::domain::topic::{Side, Stake, Topic};
use crate::domain::workspace::Workspace;

/// How a topic stands on a day.
#[derive(Clone, Debug)]
pub struct Standing<'w> {
    /// The topic.
    pub id: TopicId,
    /// Its entry.
    pub topic: &'w Topic,
    /// What members still want: a town heard what it was there for.
    pub wanted: Vec<&'w Stake>,
    /// What members offer.
    pub offered: Vec<&'w Stake>,
    /// Where it was treated, the latest last; days that nobody knows come first.
    pub treated: Vec<Treatment<'w>>,
    /// Where it is to be treated, the earliest first.
    pub planned: Vec<Treatment<'w>>,
}

/// A topic at a meeting.
#[derive(Clone, Copy, Debug)]
pub struct Treatment<'w> {
    /// The meeting.
    pub meeting: &'w Meeting,
    /// The item, if it is known.
    pub session: Option<&'w Session>,
}

impl Treatment<'_> {
    /// The day, as far as it is known.
    pub fn date(&self) -> Option<NaiveDate> {
        self.meeting.when.date.map(|date| date.value)
    }
}

impl Standing<'_> {
    /// The last known day on which it was treated.
    pub fn last(&self) -> Option<NaiveDate> {
        self.treated.iter().filter_map(Treatment::date).max()
    }

    /// The day of the oldest wish that still stands, as far as one is known.
    pub fn waits_since(&self) -> Option<NaiveDate> {
        self.wanted.iter().filter_map(|stake| stake.date).min()
    }

    /// Whether `city` offers it.
    pub fn is_offered_by(&self, city: CityId) -> bool {
        self.offered.iter().any(|stake| stake.city.value == city)
    }

    /// What is wanted by most comes first; of these what was never treated, and then what was treated
    /// longest ago; then what has waited longest; then the order of the file.
    fn rank(&self) -> impl Ord + use<> {
        let waits = self.waits_since();
        let last = (!self.treated.is_empty()).then(|| self.last());
        (Reverse(self.wanted.len()), last, waits.is_none(), waits, self.id)
    }
}

/// How all topics stand on `day`, what waits most urgently first. Only what those want and offer counts
/// who are members on the day `members_on`.
pub fn standings(
    workspace: &Workspace,
    day: NaiveDate,
    members_on: NaiveDate,
) -> Vec<Standing<'_>> {
    let ids = (0..workspace.topics.len()).map(TopicId);
    let mut all: Vec<Standing<'_>> =
        ids.map(|id| standing(workspace, id, day, members_on)).collect();
    all.sort_by_cached_key(Standing::rank);
    all
}

/// How one topic stands.
pub fn standing(
    workspace: &Workspace,
    id: TopicId,
    day: NaiveDate,
    members_on: NaiveDate,
) -> Standing<'_> {
    let topic = workspace.topic(id);
    let meetings = workspace.meetings.iter().filter(|meeting| stands(meeting));
    let at = meetings.flat_map(|meeting| treatments(workspace, meeting, id));
    let (mut treated, mut planned): (Vec<Treatment<'_>>, Vec<Treatment<'_>>) =
        at.partition(|one| is_over(one.meeting, day));
    treated.sort_by_key(Treatment::date);
    planned.sort_by_key(|one| (one.date().is_none(), one.date()));
    let members = |side| {
        let is_member = |stake: &&Stake| {
            let city: &City = workspace.city(stake.city.value);
            city.membership.covers(members_on)
        };
        topic.side(side).iter().filter(is_member)
    };
    let wanted = members(Side::Wanted).filter(|stake| !treated.iter().any(|it| serves(it, stake)));
    Standing {
        id,
        topic,
        wanted: wanted.collect(),
        offered: members(Side::Offered).collect(),
        treated,
        planned,
    }
}

/// Where `meeting` treats a topic: each item of its programme that names it, else what the topic says.
fn treatments<'w>(
    workspace: &'w Workspace,
    meeting: &'w Meeting,
    id: TopicId,
) -> Vec<Treatment<'w>> {
    let names = |session: &&Session| {
        let is_named = session.topics.iter().any(|topic| topic.value == id);
        is_named && session.status != Certainty::Dropped
    };
    let mut found: Vec<Treatment<'w>> = meeting
        .sessions
        .iter()
        .filter(names)
        .map(|session| Treatment { meeting, session: Some(session) })
        .collect();
    let told = workspace.topic(id).treated.iter().filter(|it| it.meeting.value == meeting.id);
    for told in told {
        let item = told.item.as_ref().map(|item| &item.value);
        let session =
            item.and_then(|item| meeting.sessions.iter().find(|session| session.id == *item));
        let is_known = found.iter().any(|known| match (known.session, session) {
            (Some(known), Some(session)) => known.id == session.id,
            (_, None) => true,
            (None, Some(_)) => false,
        });
        if !is_known {
            found.push(Treatment { meeting, session });
        }
    }
    found
}

/// Whether a meeting takes place, or took place.
fn stands(meeting: &Meeting) -> bool {
    match meeting.status.value {
        Status::Planned | Status::Invited | Status::Held | Status::Idea => true,
        Status::Postponed => meeting.when.date.is_some(),
        Status::Cancelled => false,
    }
}

/// Whether a meeting is over on `day`; of an idea nobody knows that it ever took place.
fn is_over(meeting: &Meeting, day: NaiveDate) -> bool {
    match meeting.status.value {
        Status::Held => true,
        Status::Planned | Status::Invited | Status::Postponed => {
            meeting.when.last_day().is_some_and(|last| last < day)
        }
        Status::Idea | Status::Cancelled => false,
    }
}

/// Whether a town has heard what it wished for: the wish is no younger than the meeting, and the town
/// was there, as far as that is known. A wish without a day stands until somebody takes it back.
fn serves(treatment: &Treatment<'_>, stake: &Stake) -> bool {
    let attended = &treatment.meeting.attended;
    let was_there =
        attended.is_empty() || attended.iter().any(|city| city.value == stake.city.value);
    let is_later = treatment.date().zip(stake.date).is_some_and(|(day, wish)| wish <= day);
    was_there && is_later
}
