//! Whether the answer of a calendar program counts (RFC 5546, 3.2.3).

use std::collections::HashSet;

use chrono::{Datelike as _, NaiveDateTime};

use super::{Bench, ReplyCandidate, UnclearReply, Verdict, Why, keys};
use crate::domain::id::Id;
use crate::domain::incoming::{Attendee, Beginning, Beside, CalendarReply};
use crate::domain::line::{Line, Text};
use crate::domain::meeting::Meeting;
use crate::domain::outbox::Message;
use crate::domain::reply::{Received, ReplyAnswer, Who};
use crate::plan::post::calendar_entry::{EntryTime, time};
use crate::plan::post::notification::name;
use crate::plan::post::reply::Told;
use crate::plan::post::reply::day::day;
use crate::plan::post::reply::people::Found;
use crate::plan::programme::release::{facts, next, uid};
use crate::text::address_key;

impl<'w> Bench<'w> {
    /// What the answer is worth, and those of others that came with it.
    pub(super) fn of_calendar(&self, source: usize, reply: &CalendarReply) -> Vec<Verdict<'w>> {
        let mut verdicts = vec![self.of_sender(source, reply)];
        if let Ok(own) = attendee(reply) {
            let others = reply.attendees.iter().filter(|other| {
                !std::ptr::eq(*other, own) && !is_same(&other.address, &own.address)
            });
            verdicts.extend(others.filter_map(|other| self.of_other(source, reply, other)));
        }
        verdicts
    }

    /// What stands in an answer for somebody else: nobody can know whether they said so.
    fn of_other(
        &self,
        source: usize,
        reply: &CalendarReply,
        other: &Attendee,
    ) -> Option<Verdict<'w>> {
        answer(&other.status).ok()?;
        let meeting = self.meeting(&reply.uid).map(|meeting| &meeting.id)?;
        let who = match self.people.at(&other.address, Some(meeting)) {
            Found::One(who) => Some(who),
            Found::Several(_) | Found::Gone(_) | Found::Nobody => None,
        };
        if who.is_some_and(|who| self.is_settled(meeting, who, reply.stamp)) {
            return None;
        }
        let why = Why::Forged(other.address.clone());
        Some(Verdict::Unclear(UnclearReply {
            source,
            why,
            who,
            meeting: Some(meeting),
            at: reply.stamp,
        }))
    }

    fn of_sender(&self, source: usize, reply: &CalendarReply) -> Verdict<'w> {
        // The mail that it answers tells a person what to look at, where the entry does not.
        let answered = self.people.mail(&reply.answers);
        let from = reply.from.iter().flatten();
        let mut who = answered.and_then(|(_, mail)| self.addressee(mail, from, &reply.called));
        let mut meeting: Option<&'w Id> = answered.map(|(meeting, _)| meeting);
        match self.candidate(source, reply, &mut who, &mut meeting) {
            Ok(Some(candidate)) => Verdict::Counts(candidate),
            Ok(None) => Verdict::Known,
            Err(why) => {
                // Who pretends to be somebody else is worth a look at any time.
                let at = reply.stamp.filter(|_| !matches!(why, Why::Forged(_) | Why::Future(_)));
                Verdict::Unclear(UnclearReply { source, why, who, meeting, at })
            }
        }
    }

    /// The reply if it may be recorded; none if something newer was recorded since. Who answers, and
    /// about what, is told in any case as soon as it is known.
    fn candidate(
        &self,
        source: usize,
        reply: &CalendarReply,
        answerer: &mut Option<Who>,
        about: &mut Option<&'w Id>,
    ) -> Result<Option<ReplyCandidate<'w>>, Why> {
        let meeting = self.meeting(&reply.uid);
        let meeting = meeting.ok_or_else(|| {
            let uid = reply.uid.clone();
            let may_be_unread = !uid.is_empty() && !self.workspace.unclear.is_empty();
            if may_be_unread { Why::UnreadMeeting(uid) } else { Why::UnknownMeeting(uid) }
        })?;
        *about = Some(&meeting.id);
        if self.only.is_some_and(|only| only.id != meeting.id) {
            return Err(Why::OtherMeeting);
        }
        let attendee = attendee(reply)?;
        let address = &attendee.address;
        let who = match self.people.at(address, Some(&meeting.id)) {
            Found::One(who) => who,
            Found::Several(several) => self.named_among(&several, reply, attendee)?,
            Found::Gone(message) => return Err(Why::Gone(message.name.to_string())),
            Found::Nobody => return Err(self.stranger(reply, attendee, answerer)),
        };
        *answerer = Some(who);
        if let Some(other) = self.other_named(who, reply, attendee) {
            return Err(Why::NamesAnother(other));
        }
        let sent_by = attendee.sent_by.as_ref().filter(|sent_by| !is_same(sent_by, address));
        let by = sent_by.and_then(|sent_by| match self.people.at(sent_by, None) {
            Found::One(other) => Line::new(self.people.id(other).as_str()).ok(),
            // One of them it was.
            Found::Several(_) => Line::new(sent_by).ok(),
            Found::Gone(_) | Found::Nobody => None,
        });
        if let (Some(sent_by), None) = (sent_by, &by) {
            return Err(Why::UnknownSender(sent_by.clone()));
        }
        let is_theirs = |from: &String| {
            is_same(from, address)
                // Whoever acts for somebody must be known.
                || (by.is_some()
                    && attendee.sent_by.as_ref().is_some_and(|sent_by| is_same(from, sent_by)))
                || self.people.is_of(from, who)
        };
        if reply.from.as_ref().is_some_and(|from| !from.iter().any(is_theirs)) {
            return Err(Why::Forged(address.clone()));
        }
        if self.is_settled(&meeting.id, who, reply.stamp) {
            return Ok(None);
        }
        match reply.method.as_str() {
            "REPLY" if reply.is_partial => return Err(Why::Partial),
            "REPLY" => {}
            "COUNTER" => return Err(Why::Counter),
            other => return Err(Why::OtherMethod(other.to_owned())),
        }
        if attendee.status == DELEGATED {
            return Err(self.sent(who, &attendee.delegated_to, reply));
        }
        let answer = answer(&attendee.status)?;
        if reply.beside.as_ref().is_some_and(|beside| contradicts(beside, answer)) {
            return Err(Why::Words);
        }
        // No calendar program is older than that.
        let stamp = reply.stamp.filter(|stamp| stamp.year() >= 2000).ok_or(Why::NoTime)?;
        if self.is_future(stamp) {
            return Err(Why::Future(stamp));
        }
        let day = day(meeting);
        if let Some(start) = reply.start.filter(|start| Some(start.day()) != day) {
            return Err(Why::OtherDay(Some(start.day())));
        }
        // What is changed in the files holds, whether that was given out yet or not.
        let given_out = meeting.releases.last().map_or(0, |release| release.sequence);
        let next = next(self.workspace, meeting).map(|version| version.sequence);
        let last = next.map_or(given_out, |next| next.max(given_out));
        if reply.sequence < last {
            return Err(Why::OldFacts(reply.sequence, last));
        }
        if let Some(Beginning::At(answered)) = reply.start
            && let Some(start) = self.begins(meeting).filter(|start| *start != answered)
        {
            return Err(Why::OtherTime { answered: answered.time(), now: start.time() });
        }
        let told = Told {
            answer,
            day,
            with: None,
            // Whoever does not come brings nobody, whatever the program asked before.
            companions: reply.guests.filter(|_| answer != ReplyAnswer::No),
            substitute: None,
            note: note(reply),
            received: Some(Received::At(stamp)),
            sequence: Some(reply.sequence),
            by: by.clone(),
        };
        let sent_by = sent_by.cloned();
        Ok(Some(ReplyCandidate { meeting, who, told, source, sent_by }))
    }

    /// Whoever `mail` went to, if they may be who answers it `from` an address under these names: it is the
    /// one that was written to, or they are called so.
    fn addressee<'m>(
        &self,
        mail: &Message,
        mut from: impl Iterator<Item = &'m String>,
        called: &[String],
    ) -> Option<Who> {
        let who = self.people.with_id(mail.person.as_str())?;
        let is_theirs = |from: &String| {
            address_key(from.trim()).is_some_and(|key| address_key(mail.mail.as_str()) == Some(key))
        };
        let is_called = called.iter().any(|name| self.people.may_be(name, who));
        (is_called || from.any(is_theirs)).then_some(who)
    }

    /// Why somebody whom nobody knows is left to a person: they may come for somebody who is known.
    fn stranger(
        &self,
        reply: &CalendarReply,
        attendee: &Attendee,
        answerer: &mut Option<Who>,
    ) -> Why {
        let sender =
            attendee.delegated_from.iter().find_map(|from| match self.people.at(from, None) {
                Found::One(who) => Some(who),
                Found::Several(_) | Found::Gone(_) | Found::Nobody => None,
            });
        match sender.filter(|_| answer(&attendee.status) == Ok(ReplyAnswer::Yes)) {
            None => Why::UnknownSender(attendee.address.clone()),
            Some(who) => {
                *answerer = Some(who);
                self.sent(who, std::slice::from_ref(&attendee.address), reply)
            }
        }
    }

    /// That `who` sends those at the addresses `to`: by their names, where the files or the entry tell them.
    fn sent(&self, who: Who, to: &[String], reply: &CalendarReply) -> Why {
        let name_of = |who: Who| match who {
            Who::Contact(id) => name(self.workspace.contact(id)),
            Who::City(id) => self.workspace.city(id).name.to_string(),
        };
        let named = |address: &String| match self.people.at(address, None) {
            Found::One(who) => Some(name_of(who)),
            Found::Several(_) | Found::Gone(_) | Found::Nobody => {
                let there = reply.attendees.iter().find(|one| is_same(&one.address, address));
                there.and_then(|one| one.name.clone())
            }
        };
        let called = |address: &String| match self.people.at(address, None) {
            Found::One(who) => name_of(who),
            Found::Several(_) | Found::Gone(_) | Found::Nobody => {
                named(address).map_or_else(|| address.clone(), |name| format!("{name} ({address})"))
            }
        };
        let substitute = match to {
            [one] => named(one),
            _ => None,
        };
        Why::Delegated { from: name_of(who), to: to.iter().map(called).collect(), substitute }
    }

    /// Who of several that share an address answers: the one whom the mail, the entry or the words name,
    /// if they name no other of them.
    fn named_among(
        &self,
        several: &[Who],
        reply: &CalendarReply,
        attendee: &Attendee,
    ) -> Result<Who, Why> {
        let names = names(reply, attendee);
        let is_named = |who: &Who| names.iter().any(|name| self.people.is_named_in(name, *who));
        let words = reply.excerpt.as_ref().map_or("", Line::as_str);
        let is_in_words = |who: &Who| self.people.is_named_in(words, *who);
        let only = |is_meant: &dyn Fn(&Who) -> bool| {
            let mut meant = several.iter().copied().filter(|who| is_meant(who));
            (meant.next(), meant.next())
        };
        let who = match (only(&is_named), only(&is_in_words)) {
            // Words that name another alone speak against it.
            ((Some(who), None), (Some(other), None)) if other != who => None,
            ((Some(who), None), _) => Some(who),
            ((None, _), (Some(who), None)) => {
                let is_other = |other: &&Who| **other != who;
                let mut others = several.iter().filter(is_other);
                (!others.any(|other| self.people.is_called_in(words, *other))).then_some(who)
            }
            _ => None,
        };
        who.ok_or_else(|| Why::SharedAddress(attendee.address.clone(), keys(&self.people, several)))
    }

    /// The time at which calendars have the meeting begin; none if they have whole days.
    fn begins(&self, meeting: &Meeting) -> Option<NaiveDateTime> {
        match time(facts(self.workspace, meeting).span()?, meeting) {
            EntryTime::Hours(start, _) => Some(start),
            EntryTime::Days(..) => None,
        }
    }

    /// The name of somebody else whom the mail or the entry names and who is known.
    fn other_named(&self, who: Who, reply: &CalendarReply, attendee: &Attendee) -> Option<String> {
        let names = reply.called.iter().chain(&attendee.name).cloned();
        // Whoever acts for somebody is called as they are.
        let names = names.filter(|_| attendee.sent_by.is_none());
        let is_other = |name: &String| match self.people.named_in_full(name) {
            Found::One(other) => other != who && !self.people.is_named_in(name, who),
            Found::Several(_) | Found::Gone(_) | Found::Nobody => false,
        };
        let mut others = names.filter(is_other);
        others.next()
    }

    /// The meeting whose entry has this name in calendars.
    fn meeting(&self, name: &str) -> Option<&'w Meeting> {
        let mut meetings = self.workspace.meetings.iter();
        meetings.find(|meeting| !name.is_empty() && uid(self.workspace, meeting) == name)
    }
}

/// Whether what somebody wrote says something else than what their calendar program says.
fn contradicts(beside: &Beside, answer: ReplyAnswer) -> bool {
    beside.sends || beside.says.is_some_and(|said| said != answer)
}

/// All words that came with an answer, each once.
fn note(reply: &CalendarReply) -> Option<Text> {
    let (comment, beside) = (reply.comment.as_ref(), reply.beside.as_ref().map(|it| &it.words));
    let words = match (comment, beside) {
        (Some(comment), Some(words)) if !comment.as_str().contains(words.as_str()) => {
            if words.as_str().contains(comment.as_str()) {
                return Some(words.clone());
            }
            Text::new(&format!("{comment}\n{words}")).ok()
        }
        _ => None,
    };
    words.or_else(|| comment.or(beside).cloned())
}

/// All that can name whoever answers.
fn names(reply: &CalendarReply, attendee: &Attendee) -> Vec<String> {
    let comment = reply.comment.as_ref().map(|comment| comment.as_str().to_owned());
    reply.called.iter().chain(&attendee.name).cloned().chain(comment).collect()
}

/// Who answers: the only one there is, or the one whom the mail comes from.
fn attendee(reply: &CalendarReply) -> Result<&Attendee, Why> {
    match &reply.attendees[..] {
        [] => Err(Why::NoAttendee),
        [one] => Ok(one),
        [one, other] if sends(one, other) => Ok(one),
        [one, other] if sends(other, one) => Ok(other),
        several => {
            // Both may be as many as a mail has room for.
            let key = |address: &str| address_key(address.trim());
            let from: HashSet<String> =
                reply.from.iter().flatten().filter_map(|from| key(from)).collect();
            let wrote = |one: &&Attendee| key(&one.address).is_some_and(|it| from.contains(&it));
            let mut own = several.iter().filter(wrote);
            match (own.next(), own.next()) {
                (Some(one), None) => Ok(one),
                _ => Err(Why::SeveralAttendees),
            }
        }
    }
}

/// That somebody sends somebody else.
const DELEGATED: &str = "DELEGATED";

fn answer(status: &str) -> Result<ReplyAnswer, Why> {
    match status {
        "ACCEPTED" => Ok(ReplyAnswer::Yes),
        "DECLINED" => Ok(ReplyAnswer::No),
        "TENTATIVE" => Ok(ReplyAnswer::Maybe),
        "NEEDS-ACTION" => Err(Why::Undecided),
        other => Err(Why::OtherStatus(other.to_owned())),
    }
}

/// Whether `one` sends `other`, who has not answered yet.
fn sends(one: &Attendee, other: &Attendee) -> bool {
    let is_sent = one.delegated_to.iter().any(|address| is_same(address, &other.address));
    one.status == DELEGATED && other.status == "NEEDS-ACTION" && is_sent
}

fn is_same(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|address| address_key(address.trim()));
    one.is_some() && one == other
}
