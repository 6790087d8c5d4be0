//! What answers to the survey of topics change.

use chrono::NaiveDate;

use crate::domain::id::{CityId, ContactId, TopicId};
use crate::domain::reply::Who;
use crate::domain::topic::Side;
use crate::domain::topic_answer::TopicAnswer;
use crate::domain::workspace::Workspace;
use crate::plan::naming::{Sought, Thing, named};
use crate::plan::post::reply::people::{Found, People};

/// An answer, and what was understood of it.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The answer.
    pub answer: &'a TopicAnswer,
    /// Whose it is.
    pub party: Result<Party, Whose>,
    /// The topics that they want.
    pub wanted: Vec<TopicId>,
    /// The topics that they offer.
    pub offered: Vec<TopicId>,
    /// What names no topic, or several.
    pub unclear: Vec<String>,
}

/// A town, and who speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party {
    /// The town.
    pub city: CityId,
    /// The person.
    pub person: Option<ContactId>,
}

/// Why nobody can say for which town an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Nobody is known by this address or name.
    Nobody,
    /// Several are.
    Several,
    /// The person belongs to no town.
    NoTown,
}

/// A town that comes on a side of a topic, or has said so anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The topic.
    pub topic: TopicId,
    /// The side.
    pub side: Side,
    /// The town.
    pub party: Party,
    /// When it was said.
    pub date: NaiveDate,
}

/// Understands `answers`.
pub fn judge<'a>(
    workspace: &Workspace,
    people: &People<'_>,
    answers: &'a [TopicAnswer],
) -> Vec<Judged<'a>> {
    answers.iter().map(|answer| judged(workspace, people, answer)).collect()
}

fn judged<'a>(workspace: &Workspace, people: &People<'_>, answer: &'a TopicAnswer) -> Judged<'a> {
    let mut unclear = Vec::new();
    let mut topics = |words: &[String]| {
        let mut found = Vec::new();
        for words in words {
            match topic(workspace, words) {
                Some(id) if found.contains(&id) => {}
                Some(id) => found.push(id),
                None => unclear.push(words.clone()),
            }
        }
        found
    };
    let (wanted, offered) = (topics(&answer.wanted), topics(&answer.offered));
    Judged { answer, party: party(workspace, people, answer), wanted, offered, unclear }
}

/// The one topic that words name: a number is that of the survey, and nothing else.
fn topic(workspace: &Workspace, words: &str) -> Option<TopicId> {
    if let Ok(number) = words.parse::<u32>() {
        let is_it = |id: &TopicId| workspace.topic(*id).number == Some(number);
        return (0..workspace.topics.len()).map(TopicId).find(is_it);
    }
    match named(workspace, &[Sought::Topic], words, |_| String::new())[..] {
        [Thing::Topic(id)] => Some(id),
        _ => None,
    }
}

/// Whose an answer is: an address tells more than a name, which anybody can write.
fn party(workspace: &Workspace, people: &People<'_>, answer: &TopicAnswer) -> Result<Party, Whose> {
    let by_address = answer.from.iter().map(|address| people.at(address, None));
    let is_table = answer.line.is_some();
    let by_name = answer.called.iter().filter(|_| is_table).map(|name| people.named(name));
    let mut several = false;
    for found in by_address.chain(by_name) {
        match found {
            Found::One(who) => {
                let city = workspace.city_of(who).ok_or(Whose::NoTown)?;
                let person = match who {
                    Who::Contact(id) => Some(id),
                    Who::City(_) => None,
                };
                return Ok(Party { city, person });
            }
            Found::Several(all) => {
                // Colleagues of one town speak for the same.
                let mut cities: Vec<_> = all.iter().map(|who| workspace.city_of(*who)).collect();
                cities.dedup();
                if let [Some(city)] = cities[..] {
                    return Ok(Party { city, person: None });
                }
                several = true;
            }
            Found::Gone(_) | Found::Nobody => {}
        }
    }
    Err(if several { Whose::Several } else { Whose::Nobody })
}

/// The day of an answer that says one; nobody has written anything after `today`.
pub fn day_of(answer: &TopicAnswer, today: NaiveDate) -> Option<NaiveDate> {
    answer.date.filter(|date| *date <= today)
}

/// What is to be recorded: of several answers of a town the newest counts, and what the file knows
/// from that day or later stays. An answer without a day, or of one that is still to come, is of the
/// day `today`.
pub fn changes(workspace: &Workspace, judged: &[Judged<'_>], today: NaiveDate) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for one in judged {
        let Ok(party) = one.party else { continue };
        let date = day_of(one.answer, today).unwrap_or(today);
        let sides = [(Side::Wanted, &one.wanted), (Side::Offered, &one.offered)];
        for (side, topic) in sides.iter().flat_map(|(side, all)| all.iter().map(|id| (*side, *id)))
        {
            let stakes = workspace.topic(topic).side(side).iter();
            let known = stakes.filter(|stake| stake.city.value == party.city);
            if known.filter_map(|stake| stake.date).any(|known| known >= date) {
                continue;
            }
            let change = Change { topic, side, party, date };
            let same =
                |it: &&mut Change| (it.topic, it.side, it.party.city) == (topic, side, party.city);
            match changes.iter_mut().find(same) {
                Some(known) if known.date >= date => {}
                Some(known) => *known = change,
                None => changes.push(change),
            }
        }
    }
    changes
}
