//! What becomes of replies that came in: recorded, passed over as older, or left to a person.
//!
//! The newest wins: the higher revision of the invitation, then the later time (RFC 5546, 2.1.5). The
//! order of files says nothing. What cannot be told for certain is never recorded.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::Told;
use super::people::People;
use super::withdrawals::Withdrawals;
use crate::domain::id::Id;
use crate::domain::incoming::{Content, Incoming};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::{Message, Outbox, Run};
use crate::domain::reply::{Received, Reply, ReplyAnswer, Said, Who};
use crate::domain::workspace::Workspace;

mod bounce;
mod calendar;
mod why;
mod words;

pub use why::Why;

/// What is known when replies are judged.
pub struct Bench<'w> {
    /// The network.
    pub workspace: &'w Workspace,
    /// Who is who.
    pub people: People<'w>,
    /// The mails that were made, and what became of them.
    pub outbox: &'w Outbox,
    /// The only meeting whose replies are wanted.
    pub only: Option<&'w Meeting>,
    /// The meeting that tables are about, which do not say.
    pub of_tables: Option<&'w Meeting>,
    /// The present moment.
    pub now: DateTime<FixedOffset>,
}

/// What becomes of all of them.
#[derive(Clone, Debug, Default)]
pub struct Judgement<'w> {
    /// What is to be recorded, by meeting and person.
    pub changes: Vec<ReplyChange<'w>>,
    /// The mails that came back, each once.
    pub bounces: Vec<Bounce<'w>>,
    /// What a person must look at, in the order in which it came.
    pub unclear: Vec<UnclearReply<'w>>,
    /// How many say what is recorded already, or came before it.
    pub known: usize,
    /// How many reports of servers tell what is recorded.
    pub reported: usize,
    /// How many rows of tables hold no answer yet.
    pub unanswered: usize,
}

/// A reply to be recorded.
#[derive(Clone, Debug)]
pub struct ReplyChange<'w> {
    /// The meeting.
    pub meeting: &'w Id,
    /// Who answered.
    pub who: Who,
    /// The entry that stands there so far.
    pub before: Option<&'w Reply>,
    /// What was answered so far, to the day that the meeting has now.
    pub so_far: Option<ReplyAnswer>,
    /// What is to stand there.
    pub said: Said,
    /// The number of what said so among all that came in.
    pub source: usize,
    /// The address that answered on their behalf.
    pub sent_by: Option<String>,
}

/// A mail that came back.
#[derive(Clone, Debug)]
pub struct Bounce<'w> {
    /// The number of what said so among all that came in.
    pub source: usize,
    /// The run.
    pub run: &'w Run,
    /// The mail.
    pub message: &'w Message,
    /// The address that could not be reached and why, as the ledger keeps it.
    pub words: Option<Line>,
}

/// Something that a person must look at.
#[derive(Clone, Debug)]
pub struct UnclearReply<'w> {
    /// Its number among all that came in.
    pub source: usize,
    /// Why.
    pub why: Why,
    /// Who answers, as far as that is known.
    pub who: Option<Who>,
    /// The meeting, as far as that is known.
    pub meeting: Option<&'w Id>,
    /// When it was written, if a later reply makes it needless.
    pub at: Option<DateTime<FixedOffset>>,
}

/// What one thing that came in is worth.
enum Verdict<'w> {
    /// It may be recorded.
    Counts(ReplyCandidate<'w>),
    /// A mail came back.
    Bounced(Bounce<'w>),
    /// Something newer was recorded since.
    Known,
    /// A report tells what is recorded.
    Reported,
    /// It is left to a person.
    Unclear(UnclearReply<'w>),
}

/// A reply that may be recorded.
struct ReplyCandidate<'w> {
    meeting: &'w Meeting,
    who: Who,
    told: Told,
    source: usize,
    sent_by: Option<String>,
}

/// What tells a newer reply from an older one: the revision, then the time.
type Age = (u32, DateTime<FixedOffset>);

impl Judgement<'_> {
    /// Whether the mail is known to have come back by another report.
    fn has(&self, bounce: &Bounce<'_>) -> bool {
        let same = |other: &Bounce<'_>| other.message.message_id == bounce.message.message_id;
        self.bounces.iter().any(same)
    }
}

impl<'w> Bench<'w> {
    /// Judges everything that came in.
    pub fn judge(&self, incoming: &[Incoming]) -> Judgement<'w> {
        let mut judgement = Judgement::default();
        let mut candidates: BTreeMap<(&'w Id, Who), Vec<ReplyCandidate<'w>>> = BTreeMap::new();
        let is_open = |one: &&Incoming| one.content == Content::Unanswered;
        judgement.unanswered = incoming.iter().filter(is_open).count();
        for (source, one) in incoming.iter().enumerate() {
            for verdict in self.verdicts(source, one) {
                match verdict {
                    Verdict::Counts(one) => {
                        candidates.entry((&one.meeting.id, one.who)).or_default().push(one);
                    }
                    Verdict::Bounced(bounce) if judgement.has(&bounce) => judgement.reported += 1,
                    Verdict::Bounced(bounce) => judgement.bounces.push(bounce),
                    Verdict::Known => judgement.known += 1,
                    Verdict::Reported => judgement.reported += 1,
                    Verdict::Unclear(unclear) => judgement.unclear.push(unclear),
                }
            }
        }
        for candidates in candidates.into_values() {
            self.settle(candidates, &mut judgement);
        }
        let Judgement { changes, unclear, known, .. } = &mut judgement;
        let is_open = |unclear: &UnclearReply<'w>| {
            let is_later = |change: &ReplyChange<'w>| {
                let moment = change.said.received.map(Received::moment);
                Some(change.who) == unclear.who
                    && Some(change.meeting) == unclear.meeting
                    && moment.zip(unclear.at).is_some_and(|(moment, at)| moment >= at)
            };
            !changes.iter().any(is_later)
        };
        let before = unclear.len();
        unclear.retain(is_open);
        *known += before - unclear.len();
        unclear.sort_by_key(|unclear| unclear.source);
        judgement
    }

    fn verdicts(&self, source: usize, one: &Incoming) -> Vec<Verdict<'w>> {
        let unclear = |why| {
            Verdict::Unclear(UnclearReply { source, why, who: None, meeting: None, at: None })
        };
        match &one.content {
            Content::Calendar(reply) => self.of_calendar(source, reply),
            Content::Row(row) => vec![self.of_row(source, row)],
            Content::Unanswered => Vec::new(),
            Content::Words(words) => vec![self.of_words(source, words)],
            Content::Automatic(words) => vec![self.of_automatic(source, words)],
            Content::Report(report) if report.recipients.is_empty() => {
                vec![unclear(Why::EmptyReport)]
            }
            Content::Report(report) => {
                let of_one = |one| self.of_delivery(source, report, one);
                report.recipients.iter().map(of_one).collect()
            }
            Content::Faulty(fault) => vec![unclear(Why::Fault(fault.clone()))],
        }
    }

    fn withdrawals_of(&self, meeting: &Meeting) -> Withdrawals {
        Withdrawals::new(self.workspace, self.outbox, meeting)
    }

    /// Whether something was recorded at `moment` or since: what came before needs nobody any more.
    fn is_settled(&self, meeting: &Id, who: Who, moment: Option<DateTime<FixedOffset>>) -> bool {
        let recorded = self.people.reply(meeting, who).and_then(|reply| {
            let meeting = self.workspace.meeting(meeting.as_str())?;
            let counts = self.withdrawals_of(meeting).let_count(meeting, reply);
            reply.said.received.filter(|_| counts)
        });
        recorded.zip(moment).is_some_and(|(recorded, moment)| recorded.moment() >= moment)
    }

    /// Whether a moment is later than any clock can excuse.
    fn is_future(&self, moment: DateTime<FixedOffset>) -> bool {
        moment.signed_duration_since(self.now) > TimeDelta::days(1)
    }

    /// How old a reply is. What people told answers the revision that they had been told by then; no
    /// reply answers one that was never given out.
    fn age(
        &self,
        meeting: &Meeting,
        who: Who,
        sequence: Option<u32>,
        moment: DateTime<FixedOffset>,
    ) -> Age {
        let issued = |by: Option<DateTime<FixedOffset>>| {
            let in_time = |at: DateTime<FixedOffset>| by.is_none_or(|by| at <= by);
            let released = meeting.releases.iter().filter(|release| in_time(release.released));
            let released = released.map(|release| release.sequence);
            let told = self.people.mails_to(who).iter();
            let told = told.filter(|(run, _)| run.name.meeting == meeting.id && in_time(run.made));
            released.chain(told.filter_map(|(_, message)| message.sequence)).max().unwrap_or(0)
        };
        let sequence = match sequence {
            Some(sequence) => sequence.min(issued(None)),
            None => issued(Some(moment)),
        };
        (sequence, moment)
    }

    fn age_of(&self, one: &ReplyCandidate<'w>) -> Option<Age> {
        let moment = one.told.received?.moment();
        Some(self.age(one.meeting, one.who, one.told.sequence, moment))
    }

    /// Chooses among all replies of one side to one meeting.
    fn settle(&self, mut candidates: Vec<ReplyCandidate<'w>>, judgement: &mut Judgement<'w>) {
        let Some(ReplyCandidate { meeting, who, .. }) = candidates.first() else { return };
        let (meeting, who) = (*meeting, *who);
        let entry = self.people.reply(&meeting.id, who);
        // What was answered to another day, or before the invitation was withdrawn, says nothing of this one.
        let before = entry.filter(|one| self.withdrawals_of(meeting).let_count(meeting, one));
        let unclear = |source: usize, why: Why| UnclearReply {
            source,
            why,
            who: Some(who),
            meeting: Some(&meeting.id),
            at: None,
        };
        let ages: Vec<Option<Age>> = candidates.iter().map(|one| self.age_of(one)).collect();
        let newest = ages.iter().flatten().max().copied();
        let recorded = before.and_then(|reply| {
            let moment = reply.said.received?.moment();
            Some(self.age(meeting, who, reply.said.sequence, moment))
        });
        // Those of which one is to count: the newest, or those that nobody knows the age of.
        let is_best = |age: &Option<Age>| *age == newest;
        let best: Vec<bool> = ages.iter().map(is_best).collect();
        let mut rest = Vec::new();
        let mut top = Vec::new();
        for (candidate, is_best) in candidates.drain(..).zip(best) {
            if is_best { top.push(candidate) } else { rest.push(candidate) }
        }
        let is_older = recorded.zip(newest).is_some_and(|(recorded, newest)| newest <= recorded);
        // Of several that tell the same the one with the most words is kept, whatever their order.
        top.sort_by_key(|one| {
            let note = one.told.note.as_ref().map(|note| note.as_str().to_owned());
            (note, one.told.sequence)
        });
        top.reverse();
        let agree = top.iter().all(|one| one.told.agrees_with(&top[0].told));
        let said = if is_older {
            judgement.known += top.len();
            before.map(|reply| reply.said.clone())
        } else if newest.is_none() && before.is_some() {
            // Without a date nothing can stand against what is recorded.
            rest.append(&mut top);
            before.map(|reply| reply.said.clone())
        } else if !agree {
            let contradicting = top.iter().map(|one| unclear(one.source, Why::Contradiction));
            judgement.unclear.extend(contradicting);
            before.map(|reply| reply.said.clone())
        } else if let Some(entry) = before.filter(|reply| reply.said.received.is_none()) {
            for one in &top {
                if one.told.is_said_by(&entry.said) {
                    judgement.known += 1;
                } else {
                    judgement.unclear.push(unclear(one.source, Why::UndatedEntry));
                }
            }
            Some(entry.said.clone())
        } else {
            judgement.known += top.len() - 1;
            let ReplyCandidate { told, source, sent_by, .. } = top.swap_remove(0);
            let received = told.received.or(Some(Received::At(self.now)));
            let told = Told { received, ..told }.adding_to(before.map(|reply| &reply.said));
            let said = told.over(before.map(|reply| &reply.said));
            judgement.changes.push(ReplyChange {
                meeting: &meeting.id,
                who,
                before: entry,
                so_far: before.map(|reply| reply.said.answer),
                said: said.clone(),
                source,
                sent_by,
            });
            Some(said)
        };
        for one in rest {
            let is_dated = one.told.received.is_some();
            if is_dated || said.as_ref().is_some_and(|said| one.told.is_said_by(said)) {
                judgement.known += 1;
            } else {
                judgement.unclear.push(unclear(one.source, Why::Undated));
            }
        }
    }
}

/// Keys of several, for a person to choose from.
fn keys(people: &People<'_>, several: &[Who]) -> Vec<String> {
    several.iter().map(|who| people.id(*who).to_string()).collect()
}
