//! What the replies to a meeting say of somebody: their own answer, else that of a colleague who brings or
//! sends them, else their town's.

use std::collections::{HashMap, HashSet};

use super::day::Standing;
use super::people::{Found, People};
use super::withdrawals::Withdrawals;
use crate::domain::id::ContactId;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::Outbox;
use crate::domain::reply::{Reply, ReplyAnswer, Said, Who};
use crate::domain::workspace::Workspace;
use crate::text::{PersonName, each_once, slug};

/// The replies that count for a meeting, by whom they tell of: to the day that it has, and of nobody whose
/// invitation was withdrawn since.
#[derive(Debug, Default)]
pub struct Answers<'w> {
    counting: Vec<&'w Reply>,
    withdrawals: Withdrawals,
    own: HashMap<Who, &'w Reply>,
    named: HashMap<Who, (&'w Reply, ReplyAnswer)>,
    /// Who is meant by the names of those who come along or instead, as far as they are contacts.
    company: HashMap<&'w str, Who>,
}

/// What is said of somebody.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'w> {
    /// Whether they come.
    pub answer: ReplyAnswer,
    /// The reply that says so.
    pub reply: &'w Reply,
    /// Whose it is.
    pub by: AnsweredBy,
}

/// Who answered for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnsweredBy {
    /// They did.
    Themselves,
    /// Somebody who brings or sends them.
    Name,
    /// Their town did.
    City,
    /// Their town did, and says that others come for it.
    CityForOthers,
}

impl<'w> Answers<'w> {
    /// Those to `meeting`, about which the mails of `outbox` have told people.
    pub fn new(workspace: &'w Workspace, outbox: &Outbox, meeting: &Meeting) -> Self {
        let withdrawals = Withdrawals::new(workspace, outbox, meeting);
        let replies = workspace.replies_to(&meeting.id);
        let counting = replies.filter(|reply| withdrawals.let_count(meeting, reply)).collect();
        let mut answers = Self { counting, withdrawals, ..Self::default() };
        for reply in &answers.counting {
            answers.own.entry(reply.from.who()).or_insert(reply);
        }
        let brings = |one: &&Reply| brings_anybody(&one.said);
        let replies: Vec<&Reply> = answers.counting.iter().copied().filter(brings).collect();
        if replies.is_empty() {
            return answers;
        }
        let nothing = Outbox::default();
        let people = People::new(workspace, &nothing);
        for reply in replies {
            let Said { answer, with, substitute, .. } = &reply.said;
            let along = with.iter().map(|name| (name, *answer));
            // Whoever perhaps comes sends perhaps somebody.
            let sent = match answer {
                ReplyAnswer::Maybe => ReplyAnswer::Maybe,
                ReplyAnswer::Yes | ReplyAnswer::No => ReplyAnswer::Yes,
            };
            let instead = substitute.iter().map(|name| (name, sent));
            for (name, answer) in along.chain(instead) {
                let from = reply.from.who();
                let Some(who) = contact(&people, name, from, workspace) else { continue };
                answers.company.insert(name.as_str(), who);
                // Whoever does not come brings nobody, and is no company of their own.
                let is_of_now = !answers.withdrawals.follow(who, &reply.said);
                if answer != ReplyAnswer::No && who != from && is_of_now {
                    answers.named.entry(who).or_insert((reply, answer));
                }
            }
        }
        answers
    }

    /// The replies that count.
    pub fn counting(&self) -> &[&'w Reply] {
        &self.counting
    }

    /// What `reply` to `meeting` is worth for `who`: whoever gave it, or somebody of the town that did.
    pub fn standing(&self, meeting: &Meeting, who: Who, reply: &Reply) -> Standing {
        self.withdrawals.standing(meeting, who, &reply.said)
    }

    /// What the answer that `who` gave themselves is worth, if it does not count.
    pub fn own_standing(
        &self,
        workspace: &Workspace,
        meeting: &Meeting,
        who: Who,
    ) -> Option<Standing> {
        let own = workspace.replies_of(who, &meeting.id);
        let mut standings = own.map(|reply| self.standing(meeting, who, reply));
        standings.find(|standing| *standing != Standing::Counts)
    }

    /// Whether `who` was told that the meeting does without them, and nobody has invited them since or said
    /// that they come.
    pub fn are_off(&self, who: Who) -> bool {
        let is_said = self.own.contains_key(&who) || self.named.contains_key(&who);
        self.withdrawals.hold(who) && !is_said
    }

    /// What is said of `who`, a person or town of `workspace`.
    pub fn of(&self, workspace: &Workspace, who: Who) -> Option<Answered<'w>> {
        let told = |reply: &&'w Reply, by| Answered { answer: reply.said.answer, reply, by };
        let own = self.own.get(&who).map(|reply| told(reply, AnsweredBy::Themselves));
        let named = || self.by_name(who);
        let of_town = || {
            let reply = self.own.get(&Who::City(workspace.city_of(who)?))?;
            let reply = Some(reply).filter(|it| !self.withdrawals.follow(who, &it.said))?;
            let sends_others = reply.said.answer != ReplyAnswer::No && brings_anybody(&reply.said);
            let by = if sends_others { AnsweredBy::CityForOthers } else { AnsweredBy::City };
            Some(told(reply, by))
        };
        own.or_else(named).or_else(of_town)
    }

    /// What somebody who brings or sends `who` says of them, where they did not answer themselves.
    pub fn by_name(&self, who: Who) -> Option<Answered<'w>> {
        let (reply, answer) = *self.named.get(&who).filter(|_| !self.own.contains_key(&who))?;
        Some(Answered { answer, reply, by: AnsweredBy::Name })
    }

    /// The contact whom the name of somebody who comes along or instead means.
    pub fn contact_called(&self, name: &Line) -> Option<ContactId> {
        match self.company.get(name.as_str())? {
            Who::Contact(id) => Some(*id),
            Who::City(_) => None,
        }
    }

    /// Whether whoever is meant by the name of a companion or a substitute has said no themselves.
    pub fn has_declined(&self, name: &Line) -> bool {
        let who = self.company.get(name.as_str());
        let own = who.and_then(|who| self.own.get(who));
        own.is_some_and(|reply| reply.said.answer == ReplyAnswer::No)
    }

    /// The names of those who come along with whoever wrote `reply`, or instead, each only the first time
    /// that any reply of `seen` names them: whoever answered themselves counts by that, and whoever heard later
    /// that the meeting does without them does not count.
    pub fn company(
        &self,
        workspace: &Workspace,
        reply: &'w Reply,
        seen: &mut HashSet<String>,
    ) -> Vec<&'w Line> {
        let names = along(workspace, reply).chain(instead(workspace, reply));
        let counts_by_that = |name: &&Line| {
            let who = self.company.get(name.as_str());
            who.is_some_and(|who| {
                let is_off = || self.withdrawals.follow(*who, &reply.said);
                *who != reply.from.who() && (self.own.contains_key(who) || is_off())
            })
        };
        let new = names.filter(|name| !counts_by_that(name));
        // A family name alone may be that of many.
        let is_first = |name: &&Line| {
            let name = PersonName::of(name.as_str());
            name.without_titles().is_empty() || seen.insert(name.key())
        };
        new.filter(is_first).collect()
    }
}

/// The names of those who come along with whoever wrote `reply`: whoever does not come brings nobody, and
/// nobody brings themselves.
pub fn along<'w>(workspace: &Workspace, reply: &'w Reply) -> impl Iterator<Item = &'w Line> {
    let comes = reply.said.answer != ReplyAnswer::No;
    let is_other = move |name: &&Line| comes && !is_own_name(workspace, reply.from.who(), name);
    each_once(&reply.said.with).filter(is_other)
}

/// Who comes instead of whoever wrote `reply`.
pub fn instead<'w>(workspace: &Workspace, reply: &'w Reply) -> Option<&'w Line> {
    let is_other = |name: &&Line| !is_own_name(workspace, reply.from.who(), name);
    reply.said.substitute.as_ref().filter(is_other)
}

/// Whether `name` is that of `who`, in any order and with whatever titles, or their given name alone.
pub fn is_own_name(workspace: &Workspace, who: Who, name: &Line) -> bool {
    let name = PersonName::of(name.as_str()).key();
    match who {
        Who::Contact(id) => {
            let contact = workspace.contact(id);
            let family = contact.family_name.as_str();
            contact.given_name.as_ref().is_some_and(|given| {
                let given = given.as_str();
                name == slug(given)
                    || name == slug(&format!("{given} {family}"))
                    || name == slug(&format!("{family} {given}"))
            })
        }
        Who::City(id) => name == slug(workspace.city(id).name.as_str()),
    }
}

fn brings_anybody(said: &Said) -> bool {
    said.companions() > 0 || said.substitute.is_some()
}

/// The contact whom `name` means in a reply of `from`; of several of one name the one of the same town.
fn contact(people: &People<'_>, name: &Line, from: Who, workspace: &Workspace) -> Option<Who> {
    let is_contact = |who: &Who| matches!(who, Who::Contact(_));
    match people.named_in_full(name.as_str()) {
        Found::One(who) => Some(who).filter(is_contact),
        Found::Several(several) => {
            let town = workspace.city_of(from);
            let is_near =
                |who: &Who| is_contact(who) && town.is_some() && workspace.city_of(*who) == town;
            let mut near = several.into_iter().filter(is_near);
            near.next().filter(|_| near.next().is_none())
        }
        Found::Gone(_) | Found::Nobody => None,
    }
}
