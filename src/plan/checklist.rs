//! What is to be done for a meeting, how far it has come, and by what that is known.
//!
//! What the files and the outbox show to be done is done, whatever anybody says; of the rest, only
//! people know, and say so (`done` in the meeting's file).

mod speakers;

use chrono::{NaiveDate, TimeDelta};

use crate::domain::checklist::{ChecklistItem, Task, Work};
use crate::domain::meeting::{Meeting, Place, Status};
use crate::domain::outbox::{MailCount, Message, Outbox, State};
use crate::domain::workspace::Workspace;
use crate::plan::post::document_kind::DocumentKind;
use crate::plan::post::reply::tally::tally;
use crate::plan::post::told::{Told, told};
use crate::plan::programme::clash::placeholder;
use crate::plan::programme::release;
use crate::plan::programme::rooms::is_only_online;
use crate::text::{Vocabulary as _, vocabulary};

pub use speakers::item_to_settle;
use speakers::people_of;

/// So many days before its day something is due already.
pub const AHEAD: i64 = 7;

/// So many days after a meeting it is still asked what is left to do.
const LOOKED_BACK_ON: i64 = 60;

vocabulary! {
    /// How far something has come.
    pub enum Progress {
        /// It is done.
        Done = "done" => ("erledigt", "done"),
        /// Its day has passed.
        Late = "late" => ("überfällig", "late"),
        /// Its day is within a week.
        Due = "due" => ("fällig", "due"),
        /// There is time, or nobody knows the day yet.
        Later = "later" => ("später", "later"),
    }
}

/// By what it is known how far something has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Somebody says that it is done.
    Said,
    /// Somebody says so, of this day or of one before it.
    SaidAndMoved,
    /// So many mails went out, the last on this day, if that is known.
    Sent(usize, Option<NaiveDate>),
    /// So many mails were made, in the last of these runs, and wait.
    Waiting(usize, String),
    /// So many mails came back, the last of them in this run; none waits.
    CameBack(usize, String),
    /// The meeting's status says so.
    Status(Status),
    /// A place is named.
    Placed,
    /// So many people are named, and none of them is only asked for.
    Certain(usize),
    /// The invitation is out, which says more.
    Invited,
    /// So many people were only asked for, or have no name yet, and so many items whose people nobody waits for.
    Asked(usize, usize),
    /// Nobody is named.
    Nobody,
    /// This version says what is true now.
    Released(u32),
    /// What it says has changed since this version.
    Changed(u32),
    /// Everybody has answered.
    AllAnswered,
    /// So many have not answered.
    Unanswered(usize),
    /// The minutes are there.
    Kept,
    /// Nothing tells of it.
    None,
}

/// Something that is to be done for a meeting.
#[derive(Clone, Debug)]
pub struct Step<'w> {
    /// What.
    pub work: &'w Work,
    /// Until when; none while the meeting has no day.
    pub due: Option<NaiveDate>,
    /// How far it has come.
    pub progress: Progress,
    /// By what that is known.
    pub evidence: Evidence,
}

/// The meetings of which something is to be done on the day `today`: the last that has begun, as long as
/// it is looked back on and something is left, and the next one.
pub fn meetings_at_hand<'w>(
    workspace: &'w Workspace,
    outbox: &Outbox,
    today: NaiveDate,
) -> Vec<&'w Meeting> {
    let takes_place = |meeting: &&Meeting| meeting.status.value != Status::Cancelled;
    let last_day = |meeting: &Meeting| meeting.when.last_day();
    let is_recent =
        |meeting: &&Meeting| days_since(meeting, today).is_some_and(|days| days <= LOOKED_BACK_ON);
    let mut meetings = workspace.meetings.iter().filter(takes_place);
    let is_left = |meeting: &&Meeting| {
        let steps = steps(workspace, outbox, meeting, today);
        steps.iter().any(|step| step.progress != Progress::Done)
    };
    let last = meetings.clone().rfind(is_recent).filter(is_left);
    let next = meetings.find(|meeting| last_day(meeting).is_some_and(|day| day >= today));
    // A meeting that waits for its day is prepared all the same.
    let undated = || {
        let mut open = workspace.meetings.iter().filter(takes_place);
        open.find(|meeting| last_day(meeting).is_none() && meeting.status.value != Status::Held)
    };
    last.into_iter().chain(next.or_else(undated)).collect()
}

/// The last meeting before those at hand of which nobody has written down whether it took place, however
/// long ago that is.
pub fn unrecorded<'w>(
    workspace: &'w Workspace,
    at_hand: &[&Meeting],
    today: NaiveDate,
) -> Option<&'w Meeting> {
    let is_open = |meeting: &&Meeting| {
        days_since(meeting, today).is_some()
            && !matches!(meeting.status.value, Status::Held | Status::Cancelled)
            && at_hand.iter().all(|other| other.id != meeting.id)
    };
    workspace.meetings.iter().rfind(is_open)
}

/// All meetings that somebody who takes over has in hand on the day `today`: those over of which something is
/// left to do, and all that are still to come, those without a day last.
pub fn in_hand<'w>(
    workspace: &'w Workspace,
    outbox: &Outbox,
    today: NaiveDate,
) -> Vec<&'w Meeting> {
    let at_hand = meetings_at_hand(workspace, outbox, today);
    let unrecorded = unrecorded(workspace, &at_hand, today);
    let is_known = |meeting: &Meeting| {
        at_hand.iter().copied().chain(unrecorded).any(|other| other.id == meeting.id)
    };
    let is_to_come = |meeting: &Meeting| {
        !matches!(meeting.status.value, Status::Held | Status::Cancelled)
            && meeting.when.last_day().is_none_or(|day| day >= today)
    };
    let all = workspace.meetings.iter();
    all.filter(|meeting| is_known(meeting) || is_to_come(meeting)).collect()
}

/// How many days ago `meeting` ended; none if it is not over, or was but an idea.
fn days_since(meeting: &Meeting, today: NaiveDate) -> Option<i64> {
    let day = meeting.when.last_day().filter(|_| meeting.status.value != Status::Idea)?;
    Some((today - day).num_days()).filter(|days| *days > 0)
}

/// What is to be done for `meeting`, in the order of its days: once it is over only what comes after it.
pub fn steps<'w>(
    workspace: &'w Workspace,
    outbox: &Outbox,
    meeting: &Meeting,
    today: NaiveDate,
) -> Vec<Step<'w>> {
    let is_over = meeting.when.last_day().is_some_and(|day| day < today);
    let items = workspace.network.checklist.items().iter();
    let at_hand = items.filter(|item| !is_over || item.days < 0);
    let mut steps: Vec<_> =
        at_hand.map(|item| step(workspace, outbox, meeting, today, item)).collect();
    // Who may be invited by now, or was, need not be told before.
    let is = |step: &Step<'_>, task| *step.work == Work::Known(task);
    let invites = steps.iter().any(|step| {
        let has_begun = step.evidence != Evidence::None;
        is(step, Task::Invitation) && (has_begun || step.due.is_some_and(|due| due <= today))
    });
    // On the day nobody is asked any more whether they come.
    let has_come = day(meeting).is_some_and(|day| day <= today);
    steps.retain(|step| !has_come || !is(step, Task::Reminder) || step.progress == Progress::Done);
    steps
        .retain(|step| !invites || !is(step, Task::SaveTheDate) || step.progress == Progress::Done);
    steps
}

fn step<'w>(
    workspace: &Workspace,
    outbox: &Outbox,
    meeting: &Meeting,
    today: NaiveDate,
    item: &'w ChecklistItem,
) -> Step<'w> {
    let day = if item.days < 0 { meeting.when.last_day() } else { day(meeting) };
    let due = day.and_then(|day| day.checked_sub_signed(TimeDelta::try_days(item.days)?));
    let (is_done, evidence) = match &item.work {
        Work::Known(task) => known(*task, workspace, outbox, meeting),
        Work::Own { .. } => (false, Evidence::None),
    };
    // That it took place is for its status to say: the turn rests on that.
    let can_be_said = item.work != Work::Known(Task::Held);
    let is_said = can_be_said && says_done(meeting, item);
    let (is_done, evidence) =
        if is_said && !is_done { (true, said(meeting)) } else { (is_done, evidence) };
    let left = due.map(|due| (due - today).num_days());
    // What comes after the meeting cannot be done before.
    let is_early = item.days < 0 && meeting.when.last_day().is_none_or(|last| today < last);
    let progress = match left {
        _ if is_done => Progress::Done,
        _ if is_early => Progress::Later,
        Some(left) if left < 0 => Progress::Late,
        Some(left) if left <= AHEAD => Progress::Due,
        Some(_) | None => Progress::Later,
    };
    Step { work: &item.work, due, progress, evidence }
}

fn says_done(meeting: &Meeting, item: &ChecklistItem) -> bool {
    meeting.done.iter().any(|done| done.value.as_str() == item.work.id())
}

/// That somebody says so. Nobody knows whether that was before the meeting was moved.
fn said(meeting: &Meeting) -> Evidence {
    let was_moved = meeting.history.iter().any(|entry| entry.date.is_some());
    if was_moved { Evidence::SaidAndMoved } else { Evidence::Said }
}

fn day(meeting: &Meeting) -> Option<NaiveDate> {
    meeting.when.date.map(|date| date.value)
}

/// Whether the files or the outbox show that it is done, and what they show.
fn known(
    task: Task,
    workspace: &Workspace,
    outbox: &Outbox,
    meeting: &Meeting,
) -> (bool, Evidence) {
    let status = meeting.status.value;
    let by_status = |done: &[Status]| {
        let is_done = done.contains(&status);
        (is_done, if is_done { Evidence::Status(status) } else { Evidence::None })
    };
    let mails = |kinds: &[DocumentKind]| mails(outbox, meeting, kinds);
    match task {
        Task::SaveTheDate => {
            let sent = mails(&[DocumentKind::SaveTheDate]);
            let is_invited = || known(Task::Invitation, workspace, outbox, meeting).0;
            if !sent.0 && is_invited() { (true, Evidence::Invited) } else { sent }
        }
        Task::Venue => match meeting.place.as_ref().map(|place| &place.value) {
            Some(Place::Free(words)) if placeholder(words.as_str()).is_some() => {
                (false, Evidence::None)
            }
            Some(_) => (true, Evidence::Placed),
            // Nobody goes anywhere.
            None if is_only_online(workspace, meeting) => (true, Evidence::Placed),
            None => (false, Evidence::None),
        },
        Task::Speakers => speakers(meeting),
        Task::Programme => {
            let last = meeting.releases.last().map(|release| release.number);
            // An invitation gives out a version, too, and there may be nothing on the programme yet.
            if meeting.sessions.is_empty() {
                return (false, Evidence::None);
            }
            match (last, release::next(workspace, meeting)) {
                (Some(number), None) => (true, Evidence::Released(number)),
                (Some(number), Some(_)) => (false, Evidence::Changed(number)),
                (None, _) => (false, Evidence::None),
            }
        }
        Task::Invitation => {
            // Who was invited to another day is told of this one, not invited again.
            let was_moved = meeting.history.iter().any(|entry| entry.date.is_some());
            let sent = match day(meeting) {
                Some(_) if was_moved => mails(&[
                    DocumentKind::Invitation,
                    DocumentKind::Postponement,
                    DocumentKind::Change,
                ]),
                _ => mails(&[DocumentKind::Invitation]),
            };
            // Nobody is invited to a day that is not found.
            if status == Status::Postponed && day(meeting).is_none() {
                return (false, Evidence::None);
            }
            let by_status = by_status(&[Status::Invited, Status::Held]);
            let is_open = matches!(sent.1, Evidence::Waiting(..) | Evidence::CameBack(..));
            if sent.0 || is_open || !by_status.0 { sent } else { by_status }
        }
        Task::Reminder => {
            let sent = mails(&[DocumentKind::Reminder]);
            if sent.1 != Evidence::None {
                return sent;
            }
            let tally = tally(workspace, outbox, meeting);
            let open = tally.guests.iter().filter(|guest| guest.answer().is_none()).count();
            match (tally.is_known && !tally.guests.is_empty(), open) {
                (false, _) => (false, Evidence::None),
                (true, 0) => (true, Evidence::AllAnswered),
                (true, open) => (false, Evidence::Unanswered(open)),
            }
        }
        Task::Held => by_status(&[Status::Held]),
        Task::Thanks => mails(&[DocumentKind::Thanks]),
        Task::Minutes => {
            let mut kept = workspace.minutes.iter().filter(|it| it.meeting == meeting.id);
            let is_kept = kept.any(|it| !it.is_blank);
            (is_kept, if is_kept { Evidence::Kept } else { Evidence::None })
        }
        Task::Press | Task::SignInList => (false, Evidence::None),
    }
}

/// Who has a part in the programme, and whether all of them are certain.
fn speakers(meeting: &Meeting) -> (bool, Evidence) {
    let counts = meeting.sessions.iter().map(people_of);
    let (named, open, items) = counts
        .fold((0, 0, 0), |sum, item| (sum.0 + item.0, sum.1 + item.1, sum.2 + usize::from(item.2)));
    match (named, open, items) {
        (0, 0, 0) => (false, Evidence::Nobody),
        (named, 0, 0) => (true, Evidence::Certain(named)),
        (_, open, items) => (false, Evidence::Asked(open, items)),
    }
}

/// How far mails of these kinds have come, of those that tell the day which the meeting has now.
fn mails(outbox: &Outbox, meeting: &Meeting, kinds: &[DocumentKind]) -> (bool, Evidence) {
    let tells_the_day = |version: u32| {
        let release = meeting.releases.iter().find(|release| release.number == version);
        release.is_none_or(|release| release.facts.date == day(meeting))
    };
    let (mut sent, mut last, mut waiting, mut returned) = (0, None, 0, 0);
    let (mut waiting_run, mut returned_run) = (String::new(), String::new());
    let told = told(outbox, &meeting.id);
    // Whoever knows the day alone hears of another one, and is not invited by that.
    let knows_day_alone =
        |mail: &Message| told.get(&mail.person).is_some_and(Told::knows_the_day_alone);
    for run in outbox.about(&meeting.id).filter(|run| tells_the_day(run.version.value)) {
        let is_own = |mail: &&Message| {
            let kind = DocumentKind::of(mail).filter(|kind| kinds.contains(kind));
            let invites = kind.is_some_and(|kind| kind != DocumentKind::SaveTheDate);
            kind.is_some() && !(invites && knows_day_alone(mail))
        };
        let own = run.messages.iter().filter(is_own);
        for mail in own {
            let path = run.path(mail);
            match outbox.ledger.state(&path) {
                State::Sent => {
                    sent += 1;
                    let day = outbox.ledger.last(&path).map(|entry| entry.at.date_naive());
                    last = last.max(day);
                }
                State::Pending | State::Sending | State::Failed | State::Unsure => {
                    waiting += 1;
                    waiting_run = run.name.to_string();
                }
                State::Bounced => {
                    returned += 1;
                    returned_run = run.name.to_string();
                }
            }
        }
    }
    for run in outbox.purged_about(&meeting.id).filter(|run| tells_the_day(run.version.value)) {
        let is_own = |count: &&MailCount| kinds.iter().any(|it| it.word() == count.kind.as_str());
        let out = run.counts.iter().filter(is_own).filter(|count| count.state == State::Sent);
        sent += out.map(|count| usize::try_from(count.number).unwrap_or(0)).sum::<usize>();
    }
    match (sent, waiting, returned) {
        (0, 0, 0) => (false, Evidence::None),
        (sent, 0, 0) => (true, Evidence::Sent(sent, last)),
        (_, 0, returned) => (false, Evidence::CameBack(returned, returned_run)),
        (_, waiting, _) => (false, Evidence::Waiting(waiting, waiting_run)),
    }
}

#[cfg(test)]
mod tests;
