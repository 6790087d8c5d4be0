//! How many are invited, come, do not come, and have not answered.

use std::collections::BTreeSet;
use std::iter::Sum;
use std::ops::Add;

use super::answers::{AnsweredBy, Answers};
use super::day::Standing;
use super::people::People;
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::{Message, Outbox};
use crate::domain::reply::{Reply, ReplyAnswer, Who};
use crate::domain::workspace::Workspace;
use crate::plan::post::guests::coming;
use crate::plan::post::told::{Told, reached};

/// Somebody who is invited, or answered.
#[derive(Clone, Copy, Debug)]
pub struct Guest<'w> {
    /// Who it is.
    pub who: Invited<'w>,
    /// The town that they belong to.
    pub city: Option<CityId>,
    /// The reply that counts for them: their own, else their town's.
    pub reply: Option<&'w Reply>,
    /// What somebody says of them who brings or sends them, where they did not answer themselves.
    pub announced: Option<ReplyAnswer>,
    /// Whether that is their town's.
    pub by_town: bool,
    /// The reply that would count if it were to the day that the meeting has now.
    pub earlier: Option<&'w Reply>,
}

/// Who is invited.
#[derive(Clone, Copy, Debug)]
pub enum Invited<'w> {
    /// Somebody in the workspace.
    Known(Who),
    /// Somebody who was written to and is no contact any more.
    Gone(&'w Message),
}

/// Everybody who counts for a meeting.
#[derive(Debug, Default)]
pub struct Tally<'w> {
    /// They, those who were written to first.
    pub guests: Vec<Guest<'w>>,
    /// The replies that count, by whom they tell of.
    pub answers: Answers<'w>,
    /// Whether anybody was written to about it.
    pub is_known: bool,
}

/// Numbers of guests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
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

impl Guest<'_> {
    /// The answer that counts.
    pub fn answer(&self) -> Option<ReplyAnswer> {
        self.announced.or(self.reply.map(|reply| reply.said.answer))
    }

    /// What they add to the numbers.
    pub fn counts(&self) -> Counts {
        let is = |answer| usize::from(self.answer() == answer);
        Counts {
            invited: 1,
            yes: is(Some(ReplyAnswer::Yes)),
            no: is(Some(ReplyAnswer::No)),
            maybe: is(Some(ReplyAnswer::Maybe)),
            open: is(None),
        }
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            invited: self.invited + other.invited,
            yes: self.yes + other.yes,
            no: self.no + other.no,
            maybe: self.maybe + other.maybe,
            open: self.open + other.open,
        }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}

/// Who counts for `meeting`: everybody who was written to about it and counts on it, and whoever
/// answered. A town's reply answers for its people without one of their own; if there are none, and
/// none of them says the same, the town is a guest itself.
pub fn tally<'w>(workspace: &'w Workspace, outbox: &'w Outbox, meeting: &'w Meeting) -> Tally<'w> {
    let people = People::new(workspace, outbox);
    let of = |who: Who| people.reply(&meeting.id, who);
    let answers = Answers::new(workspace, outbox, meeting);
    // Who has got no mail yet cannot answer one.
    let told = reached(outbox, &meeting.id);
    let mut known: BTreeSet<Who> = BTreeSet::new();
    let mut guests: Vec<Guest<'w>> = Vec::new();
    let mut add = |who: Who, known: &mut BTreeSet<Who>| {
        if known.insert(who) {
            guests.push(guest(workspace, who, &answers, &of));
        }
    };
    let mut gone = Vec::new();
    for (id, told) in &told {
        match people.with_id(id.as_str()) {
            // Whoever knows the day alone is to be invited.
            _ if told.knows_the_day_alone() => {}
            None if told.counts_on_it() => gone.push(told.message),
            Some(who) if told.counts_on_it() => add(who, &mut known),
            // Whoever was taken off the list counts again only if they answered after that.
            None | Some(_) => {}
        }
    }
    // Whoever answered an earlier day is asked again, and open.
    let mut asked_again = Vec::new();
    for reply in workspace.replies_to(&meeting.id) {
        match answers.standing(meeting, reply.from.who(), reply) {
            Standing::Counts => {}
            Standing::Withdrawn => continue,
            _ if matches!(reply.from.who(), Who::City(_)) => asked_again.push(reply.from.who()),
            _ => {}
        }
        if let Who::Contact(_) = reply.from.who() {
            add(reply.from.who(), &mut known);
        }
    }
    let towns = answers.counting().iter().map(|reply| reply.from.who());
    let towns = towns.filter(|who| matches!(who, Who::City(_)) && !known.contains(who));
    for who in towns.collect::<Vec<_>>() {
        let town = guest(workspace, who, &answers, &of);
        let says_it = |guest: &Guest<'_>| {
            guest.city == town.city && guest.answer().is_some() && guest.answer() == town.answer()
        };
        if !guests.iter().any(says_it) {
            guests.push(town);
        }
    }
    for who in asked_again {
        let town = guest(workspace, who, &answers, &of);
        if !guests.iter().any(|guest| guest.city == town.city) {
            guests.push(town);
        }
    }
    let gone = gone.into_iter().map(|message| Guest {
        who: Invited::Gone(message),
        city: None,
        reply: None,
        announced: None,
        by_town: false,
        earlier: None,
    });
    guests.extend(gone);
    let is_known = told.values().any(Told::counts_on_it);
    Tally { guests, answers, is_known }
}

fn guest<'w>(
    workspace: &'w Workspace,
    who: Who,
    answers: &Answers<'w>,
    of: &dyn Fn(Who) -> Option<&'w Reply>,
) -> Guest<'w> {
    let city = workspace.city_of(who);
    let [own, of_town] = [of(who), city.and_then(|city| of(Who::City(city)))];
    let answered = answers.of(workspace, who);
    // Whoever is named comes by that, whatever the town says of all.
    let announced = answered.filter(|answered| answered.by == AnsweredBy::Name);
    let reply = answered.filter(|answered| answered.by != AnsweredBy::Name);
    let is_own = reply.is_some_and(|answered| answered.by == AnsweredBy::Themselves);
    Guest {
        who: Invited::Known(who),
        city,
        reply: reply.map(|answered| answered.reply),
        announced: announced.map(|answered| answered.answer),
        by_town: !is_own && reply.is_some(),
        earlier: own.or(of_town).filter(|_| answered.is_none()),
    }
}

impl<'w> Tally<'w> {
    /// How many people are expected, as the sign-in list has them: who comes, companions, substitutes.
    pub fn expected(&self, workspace: &'w Workspace) -> usize {
        coming(workspace, &self.answers).len()
    }
}
