//! Rows of tables, words, and what programs write.

use super::{Bench, ReplyCandidate, UnclearReply, Verdict, Why, keys};
use crate::domain::id::Id;
use crate::domain::incoming::{Company, Row, Words};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::reply::{Received, ReplyAnswer, Who};
use crate::plan::post::reply::Told;
use crate::plan::post::reply::answers::is_own_name;
use crate::plan::post::reply::day::{
    Standing, asked_since, day, moved_on, standing_by_time, was_asked_again,
};
use crate::plan::post::reply::people::Found;
use crate::text::each_once;

impl<'w> Bench<'w> {
    pub(super) fn of_row(&self, source: usize, row: &Row) -> Verdict<'w> {
        let meeting = self.of_tables;
        let unclear = |why, who| {
            let meeting = meeting.map(|meeting| &meeting.id);
            Verdict::Unclear(UnclearReply { source, why, who, meeting, at: None })
        };
        let who = match self.who_in(row, meeting) {
            Ok(who) => who,
            Err(why) => return unclear(why, None),
        };
        let Some(meeting) = meeting else { return unclear(Why::NoMeeting, Some(who)) };
        match self.told_by(row, meeting, who) {
            Ok(told) => {
                Verdict::Counts(ReplyCandidate { meeting, who, told, source, sent_by: None })
            }
            Err(why) => unclear(why, Some(who)),
        }
    }

    /// Whom a row is about: its address and its name must not be of two people.
    fn who_in(&self, row: &Row, meeting: Option<&Meeting>) -> Result<Who, Why> {
        let mail = row.mail.as_ref().map(Line::as_str);
        let name = row.name.as_ref().map(Line::as_str);
        // Some write an address where a name should stand.
        let (name, mail) = match (name, mail) {
            (Some(name), None) if name.contains('@') => (None, Some(name)),
            both => both,
        };
        let at = mail.map(|mail| self.people.at(mail, meeting.map(|meeting| &meeting.id)));
        let named = name.map(|name| self.people.named(name));
        match (at, named) {
            (Some(Found::One(who)), Some(Found::One(other))) if who != other => Err(Why::TwoPeople),
            (Some(Found::One(who)), Some(Found::Several(several)))
            | (Some(Found::Several(several)), Some(Found::One(who)))
                if !several.contains(&who) =>
            {
                Err(Why::TwoPeople)
            }
            // Others may write from an address that is on file.
            (Some(Found::One(who)), Some(Found::Nobody))
                if !name.is_some_and(|name| self.people.may_be(name, who)) =>
            {
                Err(Why::TwoPeople)
            }
            (Some(Found::One(who)), _) | (_, Some(Found::One(who))) => Ok(who),
            (_, Some(Found::Several(several))) => {
                let keys = keys(&self.people, &several);
                Err(Why::AmbiguousPerson(name.unwrap_or_default().to_owned(), keys))
            }
            (Some(Found::Several(several)), _) => {
                let keys = keys(&self.people, &several);
                Err(Why::SharedAddress(mail.unwrap_or_default().to_owned(), keys))
            }
            (Some(Found::Gone(message)), _) => Err(Why::Gone(message.name.to_string())),
            _ => match name.or(mail) {
                Some(words) => Err(Why::UnknownPerson(words.to_owned(), self.people.near(words))),
                None => Err(Why::NoPerson),
            },
        }
    }

    fn told_by(&self, row: &Row, meeting: &Meeting, who: Who) -> Result<Told, Why> {
        let received = row.received.clone().map_err(Why::BadDate)?;
        if let Some(received) = received.filter(|it| self.is_future(it.moment())) {
            return Err(Why::Future(received.moment()));
        }
        let answered = row.day.clone().map_err(Why::BadDate)?;
        let day = day(meeting);
        if day.is_none() {
            return Err(Why::Dayless);
        }
        match answered {
            Some(_) if answered != day => return Err(Why::OtherDay(answered)),
            Some(_) => {}
            None => match standing_by_time(meeting, received) {
                // Of the time of the day it tells nothing.
                Standing::Counts | Standing::AskedAgain(_) | Standing::Withdrawn => {}
                Standing::Earlier(from) => return Err(Why::OtherDay(from)),
                Standing::Never(day) => return Err(Why::OtherDay(Some(day))),
                Standing::Unknown => return Err(no_day(meeting, received)),
            },
        }
        let is_old = match received {
            None => was_asked_again(meeting),
            Some(_) => asked_since(meeting, None, received).is_some(),
        };
        if is_old {
            return Err(Why::AskedAgain(received.map(Received::day)));
        }
        let answer = row.answer.clone().map_err(Why::BadAnswer)?;
        let Company { with, unnamed } = row.company.clone().map_err(Why::BadNames)?;
        let substitute = row.substitute.clone().map_err(Why::BadNames)?;
        // Perhaps they send somebody instead; to bring somebody they would have to come.
        if answer == ReplyAnswer::No && (unnamed > 0 || !with.is_empty()) {
            return Err(Why::NoWithCompany);
        }
        if answer == ReplyAnswer::Yes && substitute.is_some() && matches!(who, Who::Contact(_)) {
            return Err(Why::YesWithSubstitute);
        }
        let is_own = |name: &&Line| is_own_name(self.workspace, who, name);
        if let Some(own) = with.iter().chain(&substitute).find(is_own) {
            return Err(Why::OwnCompany(own.to_string()));
        }
        Ok(Told {
            answer,
            day,
            with: (!with.is_empty()).then(|| each_once(&with).cloned().collect()),
            companions: (unnamed > 0).then_some(unnamed),
            substitute,
            note: row.note.clone(),
            received,
            sequence: None,
            by: None,
        })
    }

    pub(super) fn of_words(&self, source: usize, words: &Words) -> Verdict<'w> {
        let (who, meeting) = self.writer(words);
        let several = match self.at(words, meeting) {
            Found::Several(several) if who.is_none() => several,
            Found::Several(_) | Found::One(_) | Found::Gone(_) | Found::Nobody => Vec::new(),
        };
        // Of those who share an address, whoever is meant was asked.
        if let Some(meeting) = meeting
            && who.into_iter().chain(several).any(|who| self.is_settled(meeting, who, words.date))
        {
            return Verdict::Known;
        }
        let is_other = self.only.is_some_and(|only| meeting.is_some_and(|it| *it != only.id));
        let why = match who {
            _ if is_other => Why::OtherMeeting,
            Some(_) => words.only_attached.clone().map_or(Why::Words, Why::NoWords),
            None => match self.at(words, meeting) {
                Found::Several(several) => {
                    Why::SharedAddress(from(words), keys(&self.people, &several))
                }
                Found::Gone(message) => Why::Gone(message.name.to_string()),
                Found::One(_) | Found::Nobody => Why::UnknownSender(from(words)),
            },
        };
        Verdict::Unclear(UnclearReply { source, why, who, meeting, at: words.date })
    }

    pub(super) fn of_automatic(&self, source: usize, words: &Words) -> Verdict<'w> {
        let (who, meeting) = self.writer(words);
        if let (Some(who), Some(meeting)) = (who, meeting)
            && self.is_settled(meeting, who, words.date)
        {
            return Verdict::Known;
        }
        Verdict::Unclear(UnclearReply { source, why: Why::Automatic, who, meeting, at: None })
    }

    /// Who writes, and about which meeting: that of the mail that is answered, else the only one that they
    /// were written to about. Mails are forwarded, so that the address tells who writes where it is known.
    fn writer(&self, words: &Words) -> (Option<Who>, Option<&'w Id>) {
        let answered = self.people.mail(&words.answers);
        let meeting = answered.map(|(meeting, _)| meeting).or(self.only.map(|only| &only.id));
        match self.at(words, meeting) {
            Found::One(who) => (Some(who), meeting.or_else(|| self.people.only_meeting(who))),
            // A front office may write for whoever got the mail; a person looks at it in any case.
            Found::Several(_) | Found::Gone(_) | Found::Nobody => {
                let mail = answered.map(|(_, mail)| mail);
                (mail.and_then(|mail| self.people.with_id(mail.person.as_str())), meeting)
            }
        }
    }

    fn at(&self, words: &Words, meeting: Option<&Id>) -> Found<'w> {
        let address = words.from.first().map(String::as_str).unwrap_or_default();
        self.people.at(address, meeting)
    }
}

/// Why nobody can tell whether what came at `received` answers the day that `meeting` has now.
fn no_day(meeting: &Meeting, received: Option<Received>) -> Why {
    match received.map(Received::day) {
        None => Why::NoDay,
        Some(came) if moved_on(meeting, came) => Why::DayOfMove(came),
        Some(_) => Why::UndatedMove,
    }
}

fn from(words: &Words) -> String {
    words.from.join(", ")
}
