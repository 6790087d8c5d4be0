//! What is no longer needed of meetings that are over, and may go.
//!
//! Data are kept for a purpose and no longer than it needs them (GDPR, Art. 5(1)(b), (c) and (e)). Each
//! purpose ends by itself: notes on diet and assistance concern health or faith and are for the host of
//! the day alone (Art. 9), replies and who was there serve until all is settled, mails as long as somebody may ask who was
//! told what. Contacts and programmes have purposes of their own and are never touched.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use super::guests::coming;
use super::recipient::EVERYBODY;
use super::recorded;
use super::reply::answers::Answers;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::privacy::{
    PurgeInFuture, PurgeOrphan, PurgeUndated, PurgeWaits, PurgedMails,
};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::id::{CityId, Id};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::{MailCount, Outbox, PurgedRun, Run, State};
use crate::domain::reply::{ReplyAnswer, Respondent};
use crate::domain::tally::Counts;
use crate::domain::workspace::Workspace;
use crate::text::vocabulary;

vocabulary! {
    /// What data are kept for.
    #[derive(PartialOrd, Ord)]
    pub enum Purpose {
        /// Notes in replies, such as diet and assistance: for the host, until the day.
        Notes = "notes",
        /// Who comes: until the meeting is settled.
        Replies = "replies",
        /// Who was told what: mails and the ledger.
        Mails = "mails",
    }
}

/// What goes, and what stays although its meeting is over.
#[derive(Debug)]
pub struct Purge<'a> {
    /// The meetings that are over, those of which nothing goes too.
    pub meetings: Vec<Due<'a>>,
    /// Runs that stay because messages of theirs still wait.
    pub waiting: Vec<&'a Run>,
    /// What stays because nobody can say when its meeting is over: a finding each.
    pub undated: Vec<Diagnostic>,
    /// Runs that stay: a finding each, placed in the outbox.
    pub kept: Vec<Diagnostic>,
}

/// What goes of a meeting that is over.
#[derive(Debug)]
pub struct Due<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its last day.
    pub last_day: NaiveDate,
    /// How many notes go.
    pub notes: usize,
    /// The replies that become numbers, if there are any.
    pub replies: Option<Settled>,
    /// The runs whose mails go.
    pub runs: Vec<DueRun<'a>>,
}

/// Replies as numbers.
#[derive(Debug)]
pub struct Settled {
    /// How many replies go.
    pub number: usize,
    /// How many entries of who was there go with them.
    pub attendance: usize,
    /// What stays of them and of those that were purged before: of each town, in the network's order,
    /// those of no town last.
    pub totals: Vec<(Option<CityId>, Counts)>,
}

/// A run whose mails go.
#[derive(Debug)]
pub struct DueRun<'a> {
    /// The run.
    pub run: &'a Run,
    /// What stays of the names that chose its recipients: groups and towns.
    pub to: Vec<&'a Line>,
    /// How many mails there were, by kind and state.
    pub counts: Vec<MailCount>,
}

/// What goes of all meetings whose last day is before `before`, for `purposes`.
///
/// # Errors
/// If `before` is still to come after `today`: what is in use would go.
pub fn purge<'a>(
    workspace: &'a Workspace,
    outbox: &'a Outbox,
    before: NaiveDate,
    purposes: &[Purpose],
    today: NaiveDate,
) -> Result<Purge<'a>, Diagnostic> {
    if before > today {
        return Err(Diagnostic::new(PurgeInFuture { before, today }));
    }
    let mut purge =
        Purge { meetings: Vec::new(), waiting: Vec::new(), undated: Vec::new(), kept: Vec::new() };
    for meeting in &workspace.meetings {
        let last_day = meeting.when.last_day();
        if last_day.is_some_and(|last_day| last_day >= before) {
            continue;
        }
        let (due, waiting) = Due::new(workspace, outbox, meeting, purposes);
        if let Some(last_day) = last_day {
            purge.meetings.push(Due { last_day, ..due });
            purge.waiting.extend(waiting);
        } else if !due.is_empty() || !waiting.is_empty() {
            let problem = PurgeUndated { meeting: meeting.id.to_string() };
            purge.undated.push(Diagnostic::at(meeting.title.origin, problem));
        }
    }
    purge.kept.extend(purge.waiting.iter().map(|run| waits(outbox, run)));
    if purposes.contains(&Purpose::Mails) {
        let is_orphan = |run: &&Run| workspace.meeting(run.name.meeting.as_str()).is_none();
        let orphan =
            |run: &Run| Diagnostic::at(run.origin, PurgeOrphan { run: run.name.to_string() });
        purge.kept.extend(outbox.runs.iter().filter(is_orphan).map(orphan));
    }
    Ok(purge)
}

/// That the mails of a run were purged.
pub fn purged(run: &PurgedRun) -> Diagnostic {
    let problem = PurgedMails { run: run.name.to_string(), purged: run.purged.value };
    Diagnostic::at(run.purged.origin, problem)
}

fn waits(outbox: &Outbox, run: &Run) -> Diagnostic {
    let states = outbox.states(run);
    let number = |wanted: &[State]| states.iter().filter(|state| wanted.contains(state)).count();
    let problem = PurgeWaits {
        run: run.name.to_string(),
        pending: number(&[State::Pending]),
        unsure: number(&[State::Sending, State::Unsure]),
    };
    Diagnostic::at(run.origin, problem)
}

impl<'a> Due<'a> {
    /// What would go of a meeting if it is over, and the runs that wait.
    fn new(
        workspace: &'a Workspace,
        outbox: &'a Outbox,
        meeting: &'a Meeting,
        purposes: &[Purpose],
    ) -> (Self, Vec<&'a Run>) {
        let replies = || workspace.replies_to(&meeting.id);
        let goes = |purpose| purposes.contains(&purpose);
        let of_replies = |number| if goes(Purpose::Replies) { number } else { 0 };
        let number = of_replies(replies().count());
        let attendance = of_replies(recorded::entries(workspace, meeting).count());
        let settled = (number + attendance > 0).then(|| Settled {
            number,
            attendance,
            totals: totals(workspace, meeting, &Answers::new(workspace, outbox, meeting)),
        });
        let with_notes = goes(Purpose::Notes) || goes(Purpose::Replies);
        let notes = replies().filter(|reply| with_notes && reply.said.note.is_some()).count();
        let mut runs = Vec::new();
        let mut waiting = Vec::new();
        for run in outbox.about(&meeting.id).filter(|_| goes(Purpose::Mails)) {
            let done =
                |state: &State| matches!(state, State::Sent | State::Bounced | State::Failed);
            if outbox.states(run).iter().all(done) {
                let to = lasting_names(workspace, run);
                runs.push(DueRun { run, to, counts: counts(outbox, run) });
            } else {
                waiting.push(run);
            }
        }
        let due = Self { meeting, last_day: NaiveDate::MIN, notes, replies: settled, runs };
        (due, waiting)
    }

    /// Whether nothing goes.
    pub fn is_empty(&self) -> bool {
        self.notes == 0 && self.replies.is_none() && self.runs.is_empty()
    }
}

/// How many answered what, and how many were there. Of several replies of one respondent the first counts, as everywhere.
fn totals(
    workspace: &Workspace,
    meeting: &Meeting,
    answers: &Answers<'_>,
) -> Vec<(Option<CityId>, Counts)> {
    let replies = answers.counting();
    // What has no town is less than what has one, and is moved to the end.
    let mut totals: BTreeMap<Option<CityId>, Counts> = BTreeMap::new();
    let mut add = |city, counts| {
        let total = totals.entry(city).or_default();
        *total = total.plus(counts);
    };
    for total in workspace.tally(&meeting.id).into_iter().flat_map(|tally| &tally.totals) {
        add(total.city, total.counts);
    }
    // A town that says what its people say themselves is no guest beside them.
    let is_said = |city: CityId, answer: ReplyAnswer| {
        replies.iter().any(|reply| {
            let is_of_town = workspace.city_of(reply.from.who()) == Some(city);
            let is_own = matches!(reply.from, Respondent::Contact(_));
            is_of_town && is_own && reply.said.answer == answer
        })
    };
    let (mut seen, mut said_yes) = (HashSet::new(), BTreeMap::new());
    for reply in replies {
        let answer = reply.said.answer;
        let is_new = match reply.from {
            Respondent::Contact(id) => seen.insert((Some(id.value), None)),
            Respondent::City(id) => {
                !is_said(id.value, answer) && seen.insert((None, Some(id.value)))
            }
        };
        if is_new {
            let city = workspace.city_of(reply.from.who());
            let is = |one| u32::from(answer == one);
            let [yes, no, maybe] = [ReplyAnswer::Yes, ReplyAnswer::No, ReplyAnswer::Maybe].map(is);
            *said_yes.entry(city).or_default() += yes;
            add(city, Counts { yes, no, maybe, ..Counts::default() });
        }
    }
    // All the others who come are brought or sent, so that as many are left as were counted.
    let mut heads: BTreeMap<Option<CityId>, u32> = BTreeMap::new();
    for guest in coming(workspace, answers) {
        *heads.entry(guest.city).or_default() += 1;
    }
    for (city, heads) in heads {
        let yes: u32 = said_yes.get(&city).copied().unwrap_or_default();
        add(city, Counts { companions: heads.saturating_sub(yes), ..Counts::default() });
    }
    let was_there = |entry: &&Attendance| entry.presence == Presence::There;
    for entry in recorded::entries(workspace, meeting).filter(was_there) {
        add(recorded::city(workspace, &entry.who), Counts { there: 1, ..Counts::default() });
    }
    let none = totals.remove(&None).map(|counts| (None, counts));
    totals.into_iter().chain(none).collect()
}

/// The names that chose the recipients of a run and name nobody: groups, towns, everybody. A name that
/// nothing bears any more may have been somebody's key.
fn lasting_names<'a>(workspace: &Workspace, run: &'a Run) -> Vec<&'a Line> {
    let is_city = |name: &str| workspace.city_named(name).is_some();
    let is_person = |name: &str| {
        workspace.contact_named(name).is_some()
            || run.messages.iter().any(|message| message.person.as_str() == name)
    };
    let is_group = |name: &str| {
        let mut groups = workspace.contacts.iter().flat_map(|contact| &contact.groups);
        groups.any(|group: &Id| group.as_str() == name)
    };
    let lasts = |name: &&Line| {
        let name = name.as_str();
        name == EVERYBODY || is_city(name) || (is_group(name) && !is_person(name))
    };
    run.to.iter().filter(lasts).collect()
}

/// How many mails of a run there were, by kind and state.
fn counts(outbox: &Outbox, run: &Run) -> Vec<MailCount> {
    let mut counts: BTreeMap<(&Id, State), u32> = BTreeMap::new();
    for message in &run.messages {
        let state = outbox.ledger.state(&run.path(message));
        *counts.entry((&message.kind, state)).or_default() += 1;
    }
    let count = |((kind, state), number): ((&Id, State), u32)| MailCount {
        kind: kind.clone(),
        state,
        number,
    };
    counts.into_iter().map(count).collect()
}
