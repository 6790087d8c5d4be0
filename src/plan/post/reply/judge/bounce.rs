//! What mail servers tell of mails that were sent.
//!
//! A mail counts as come back only if the report names it, or quotes its meeting where it names none,
//! and if it was sent at all: anybody can write such a report.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{Bench, Bounce, UnclearReply, Verdict, Why};
use crate::domain::incoming::{Delivery, Report};
use crate::domain::line::Line;
use crate::domain::outbox::{Entry, Event, Message, Run, State};
use crate::plan::post::reply::people::Found;
use crate::text::address_key;

/// How far the clocks of two machines may be apart.
const CLOCKS: TimeDelta = TimeDelta::days(1);

/// The most characters of a server's words that are kept.
const LONGEST: usize = 300;

impl<'w> Bench<'w> {
    pub(super) fn of_delivery(
        &self,
        source: usize,
        report: &Report,
        delivery: &Delivery,
    ) -> Verdict<'w> {
        let about = (delivery.action == "failed").then(|| self.mail_of(report, delivery)).flatten();
        let Some((run, message)) = about else {
            if self.is_dealt_with(report, delivery) {
                return Verdict::Reported;
            }
            return self.left(source, delivery, Why::Delivery);
        };
        let path = run.path(message);
        if self.is_recorded(&path, message, report, delivery) {
            return Verdict::Reported;
        }
        // The report names the mail, and its address: another one in its words is nobody's it was for.
        if !is_at(message, delivery) && report.recipients.iter().any(|one| is_at(message, one)) {
            return Verdict::Reported;
        }
        if !is_at(message, delivery) || is_before(run, report.date) {
            return self.left(source, delivery, Why::Delivery);
        }
        if self.only.is_some_and(|only| only.id != run.name.meeting) {
            return self.left(source, delivery, |_| Why::OtherMeeting);
        }
        match self.outbox.ledger.state(&path) {
            State::Sent | State::Sending | State::Unsure => {
                Verdict::Bounced(Bounce { source, run, message, words: said(delivery) })
            }
            State::Bounced => Verdict::Reported,
            State::Pending | State::Failed => self.left(source, delivery, Why::NeverSent),
        }
    }

    /// The mail that a report is about: the one it names; where it names none, the only one that went
    /// to the address about a meeting whose title it quotes.
    fn mail_of(&self, report: &Report, delivery: &Delivery) -> Option<(&'w Run, &'w Message)> {
        if !report.of.is_empty() {
            return self.people.mail_named(&report.of);
        }
        let quotes = |run: &Run| {
            let meeting = self.workspace.meeting(run.name.meeting.as_str());
            meeting.is_some_and(|meeting| report.text.contains(meeting.title.value.as_str()))
        };
        let mut mails = self.people.mails_at(delivery.address.as_str()).into_iter();
        let mut mails = mails.by_ref().filter(|(run, message)| {
            let state = self.outbox.ledger.state(&run.path(message));
            !matches!(state, State::Pending | State::Failed) && quotes(run)
        });
        let found = mails.next()?;
        mails.next().is_none().then_some(found)
    }

    /// Whether the ledger knows of it: it says so now, or said so before the mail went out once more.
    fn is_recorded(
        &self,
        path: &str,
        message: &Message,
        report: &Report,
        delivery: &Delivery,
    ) -> bool {
        let last = self.outbox.ledger.last(path).map(|entry| entry.at);
        let is_old = report.date.zip(last).is_none_or(|(date, last)| date <= last);
        let mut bounces = self.outbox.ledger.bounces(path);
        let named = format!("<{}>", delivery.address);
        bounces.any(|entry| {
            let words = entry.words.as_ref().map_or("", Line::as_str);
            is_old || !is_at(message, delivery) && words.starts_with(&named)
        })
    }

    /// Whether somebody has dealt with a report that names no mail: since it came, mail to its address is
    /// known to come back, or goes to another one instead.
    fn is_dealt_with(&self, report: &Report, delivery: &Delivery) -> bool {
        let address = delivery.address.as_str();
        let mails = self.people.mails_at(address);
        let paths: BTreeSet<String> =
            mails.into_iter().map(|(run, message)| run.path(message)).collect();
        let [came_back, instead] = [format!("<{address}>"), format!("instead of <{address}>")];
        let tells = |entry: &Entry| {
            let words = entry.words.as_ref().map_or("", Line::as_str);
            match entry.event {
                Event::Message(State::Bounced) => {
                    paths.contains(&entry.path) || words.starts_with(&came_back)
                }
                Event::Message(State::Pending) => words.ends_with(&instead),
                Event::Message(State::Sending | State::Sent | State::Failed | State::Unsure)
                | Event::Discarded
                | Event::Cut => false,
            }
        };
        let is_since = |entry: &Entry| report.date.is_none_or(|date| date <= entry.at);
        delivery.action == "failed"
            && report.of.is_empty()
            && self.outbox.ledger.entries().iter().any(|entry| is_since(entry) && tells(entry))
    }

    /// That a person must look at it.
    fn left(
        &self,
        source: usize,
        delivery: &Delivery,
        why: impl Fn(Box<Delivery>) -> Why,
    ) -> Verdict<'w> {
        let meeting = self.only.map(|only| &only.id);
        let who = match self.people.at(delivery.address.as_str(), meeting) {
            Found::One(who) => Some(who),
            Found::Several(_) | Found::Gone(_) | Found::Nobody => None,
        };
        let why = why(Box::new(delivery.clone()));
        Verdict::Unclear(UnclearReply { source, why, who, meeting, at: None })
    }
}

/// Whether a report is older than the mails of the run: when they went out is not known where somebody
/// settled that by hand.
fn is_before(run: &Run, date: Option<DateTime<FixedOffset>>) -> bool {
    date.is_some_and(|date| date + CLOCKS < run.made)
}

/// Whether a report on `delivery` is about the address of `message`.
fn is_at(message: &Message, delivery: &Delivery) -> bool {
    let key = address_key(message.mail.as_str());
    let named = [Some(&delivery.address), delivery.original.as_ref()];
    named.into_iter().flatten().any(|address| address_key(address.as_str()) == key)
}

/// "<birke@example.org> 550 5.1.1 no such user".
fn said(delivery: &Delivery) -> Option<Line> {
    let status = delivery.status.as_ref().map_or("", Line::as_str);
    let words = delivery.diagnostic.as_ref().map_or("", Line::as_str);
    let code = status.split(' ').next().unwrap_or_default();
    let why = if words.contains(code) { words.to_owned() } else { format!("{status} {words}") };
    Line::cleaned(&format!("<{}> {}", delivery.address, why.trim().trim_end_matches('.')), LONGEST)
}
