//! Topics as data: who wants and offers each, where it was treated, and what could come next.

use chrono::NaiveDate;
use serde::Serialize;

use super::finding::{FilePlace, place};
use super::salutation::full_name;
use crate::domain::id::{CityId, TopicId};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::session::{Certainty, Person, Session, Who};
use crate::domain::topic::Stake as Said;
use crate::domain::workspace::Workspace;
use crate::plan::topics::{self, LeftOut, Standing, standing, standings};
use crate::source::Sources;

/// A topic.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Topic {
    /// The key.
    pub id: String,
    /// The number by which answers name it.
    pub number: Option<u32>,
    /// What it is called.
    pub title: String,
    /// Words that topics have in common.
    pub tags: Vec<String>,
    /// Who still wants to hear of it.
    pub wanted: Vec<Stake>,
    /// Who wanted to and has heard of it, or is no member any more.
    pub wanted_before: Vec<Stake>,
    /// Which members can tell of it.
    pub offered: Vec<Stake>,
    /// Where it was treated, the latest last.
    pub treated: Vec<Treatment>,
    /// Where it is to be treated.
    pub planned: Vec<Treatment>,
    /// The coordinator's note.
    pub note: Option<String>,
    /// Where the entry stands.
    pub place: FilePlace,
}

/// A town that wants or offers a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Stake {
    /// The key of the town.
    pub city: String,
    /// Its name.
    pub name: String,
    /// Who said so or would tell.
    pub person: Option<String>,
    /// When it was said.
    pub date: Option<NaiveDate>,
}

/// A topic at a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Treatment {
    /// The key of the meeting.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: Option<NaiveDate>,
    /// The words that are printed instead of the day.
    pub date_text: Option<String>,
    /// The names of its hosts.
    pub hosts: Vec<String>,
    /// The key of the item, if it is known.
    pub item: Option<String>,
    /// The title of the item.
    pub item_title: Option<String>,
    /// Who spoke there or is to.
    pub speakers: Vec<String>,
}

/// What could stand in the programme of a meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Proposals {
    /// The key of the meeting.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// The names of its hosts.
    pub hosts: Vec<String>,
    /// Why nothing more can be put into its programme, if it is so.
    pub closed: Option<Closed>,
    /// The best first.
    pub proposed: Vec<Proposal>,
    /// All other topics.
    pub left_out: Vec<Left>,
}

/// Why nothing more can be put into the programme of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Closed {
    /// It is cancelled.
    Cancelled,
    /// It is over.
    Over,
}

/// A topic for a programme.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Proposal {
    /// The topic.
    pub topic: Topic,
    /// The names of the hosts that can show it.
    pub hosts_offer: Vec<String>,
    /// The names of the other members that can tell of it.
    pub others_offer: Vec<String>,
    /// The names of those that want to hear of it.
    pub wanted_by: Vec<String>,
    /// Whether it was treated lately.
    pub recent: bool,
}

/// A topic that is not proposed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Left {
    /// The topic.
    pub topic: Topic,
    /// Why.
    pub reason: Reason,
    /// The meeting that the reason is about.
    pub at: Option<Treatment>,
}

/// Why a topic is not proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It stands in the programme.
    InProgramme,
    /// Another meeting is to treat it.
    Planned,
    /// It was treated lately, and nobody has asked since.
    Recent,
    /// Nobody wants it, and the host does not offer it.
    NobodyAsks,
}

/// All topics as they stand on the day `today`, what waits most urgently first.
pub fn topics(workspace: &Workspace, sources: &Sources, today: NaiveDate) -> Vec<Topic> {
    let all = standings(workspace, today, today);
    all.iter().map(|standing| told(workspace, sources, standing)).collect()
}

/// One topic.
pub fn topic(workspace: &Workspace, sources: &Sources, id: TopicId, today: NaiveDate) -> Topic {
    told(workspace, sources, &standing(workspace, id, today, today))
}

/// What could stand in the programme of `meeting`.
pub fn proposals(
    workspace: &Workspace,
    sources: &Sources,
    meeting: &Meeting,
    today: NaiveDate,
) -> Proposals {
    let topics::Proposals { proposed, left_out } = topics::proposals(workspace, meeting, today);
    let names = |cities: &[CityId]| cities.iter().map(|id| name(workspace, *id)).collect();
    Proposals {
        meeting: meeting.id.to_string(),
        title: meeting.title.value.to_string(),
        hosts: hosts(workspace, meeting),
        closed: match meeting.status.value {
            Status::Cancelled => Some(Closed::Cancelled),
            Status::Held => Some(Closed::Over),
            Status::Idea | Status::Planned | Status::Invited | Status::Postponed => {
                let is_over = meeting.when.last_day().is_some_and(|last| last < today);
                is_over.then_some(Closed::Over)
            }
        },
        proposed: proposed
            .iter()
            .map(|one| Proposal {
                topic: told(workspace, sources, &one.standing),
                hosts_offer: names(&one.why.hosts),
                others_offer: names(&one.why.others),
                wanted_by: names(&one.why.wanted),
                recent: one.why.is_recent,
            })
            .collect(),
        left_out: left_out
            .iter()
            .map(|(standing, reason)| {
                let (reason, at) = match reason {
                    LeftOut::InProgramme(at) => (Reason::InProgramme, Some(at)),
                    LeftOut::Planned(at) => (Reason::Planned, Some(at)),
                    LeftOut::Recent(at) => (Reason::Recent, Some(at)),
                    LeftOut::NobodyAsks => (Reason::NobodyAsks, None),
                };
                let at = at.map(|at| treatment(workspace, at));
                Left { topic: told(workspace, sources, standing), reason, at }
            })
            .collect(),
    }
}

fn told(workspace: &Workspace, sources: &Sources, standing: &Standing<'_>) -> Topic {
    let Standing { topic, wanted, offered, treated, planned, .. } = standing;
    let still = |stake: &Said| wanted.iter().any(|one| one.origin == stake.origin);
    let treatments = |all: &[topics::Treatment<'_>]| {
        all.iter().map(|one| treatment(workspace, one)).collect::<Vec<_>>()
    };
    Topic {
        id: topic.id.to_string(),
        number: topic.number,
        title: topic.title.to_string(),
        tags: topic.tags.iter().map(ToString::to_string).collect(),
        wanted: wanted.iter().map(|one| stake(workspace, one)).collect(),
        wanted_before: topic
            .wanted
            .iter()
            .filter(|one| !still(one))
            .map(|one| stake(workspace, one))
            .collect(),
        offered: offered.iter().map(|one| stake(workspace, one)).collect(),
        treated: treatments(treated),
        planned: treatments(planned),
        note: topic.note.as_ref().map(ToString::to_string),
        place: place(topic.origin, sources),
    }
}

fn stake(workspace: &Workspace, stake: &Said) -> Stake {
    let person = stake.person.as_ref().map(|id| full_name(workspace.contact(id.value)));
    Stake {
        city: workspace.city(stake.city.value).id.to_string(),
        name: name(workspace, stake.city.value),
        person,
        date: stake.date,
    }
}

fn treatment(workspace: &Workspace, one: &topics::Treatment<'_>) -> Treatment {
    let topics::Treatment { meeting, session } = one;
    let original = session.map(|session| session.original(&meeting.sessions));
    let title = session.and_then(|session| session.title_in(&meeting.sessions));
    Treatment {
        meeting: meeting.id.to_string(),
        title: meeting.title.value.to_string(),
        date: one.date(),
        date_text: meeting.when.date_text.as_ref().map(ToString::to_string),
        hosts: hosts(workspace, meeting),
        item: session.map(|session| session.id.to_string()),
        item_title: title.map(|title| title.value.to_string()),
        speakers: original.map_or_else(Vec::new, |session| speakers(workspace, session)),
    }
}

/// The names of those who have a part in an item, its parts included; who declined has none.
fn speakers(workspace: &Workspace, session: &Session) -> Vec<String> {
    let parts = session.items.iter().flat_map(|item| &item.people);
    let people = session.people.iter().chain(parts);
    let names = |person: &Person| match &person.who {
        Who::Named(name) => vec![name.to_string()],
        Who::Contact(id) => vec![full_name(workspace.contact(*id))],
        Who::Several(names) => names.iter().map(Line::to_string).collect(),
        Who::AnyOf(_) | Who::Unnamed => Vec::new(),
    };
    let mut all: Vec<String> = Vec::new();
    for name in people.filter(|one| one.status != Certainty::Dropped).flat_map(names) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

fn hosts(workspace: &Workspace, meeting: &Meeting) -> Vec<String> {
    meeting.hosts.iter().map(|host| name(workspace, host.value)).collect()
}

fn name(workspace: &Workspace, id: CityId) -> String {
    workspace.city(id).name.to_string()
}
