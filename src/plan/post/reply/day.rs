//! Which day of a meeting an answer belongs to: an answer to one day is none to another.
//!
//! Everybody who counts answers asks here. What was recorded says the day itself (`for`); older files are
//! judged by the revision of the invitation that was answered, and by when the answer came.

use chrono::NaiveDate;

use crate::domain::meeting::{Meeting, Status};
use crate::domain::reply::{Received, Reply, Said};
use crate::domain::workspace::Workspace;
use crate::text::vocabulary;

/// What an answer is worth for the day that a meeting has now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is to this day.
    Counts,
    /// It was given for an earlier plan: the day of it, if that had one.
    Earlier(Option<NaiveDate>),
    /// It is for a day on which the meeting is not and, as far as its file tells, never was to be.
    Never(NaiveDate),
    /// The meeting was moved, and nothing tells whether the answer came before.
    Unknown,
    /// It is to this day, but everybody was asked again since.
    AskedAgain(Since),
    /// Whoever gave it was told since that the meeting does without them, and was not invited again.
    Withdrawn,
}

vocabulary! {
    /// What has happened since an answer to the same day.
    pub enum Since {
        /// The meeting was cancelled, and takes place after all.
        Cancelled = "cancelled" => ("vor der Absage", "before it was cancelled"),
        /// It was to be on another day, and is on this one again.
        Moved = "moved" => ("vor der Verlegung auf einen anderen Tag", "before it was moved to another day"),
        /// It is for more days than it was, or for fewer.
        Days = "days" => ("zu einer anderen Zahl von Tagen", "to another number of days"),
        /// It begins at another time.
        Time = "time" => ("zur früheren Uhrzeit", "to the time before"),
        /// They were told that the meeting does without them, and invited again.
        Withdrawn = "withdrawn" => ("vor der Rücknahme der Einladung", "before the invitation was withdrawn"),
    }
}

/// That a meeting was moved.
#[derive(Clone, Copy, Debug)]
struct Move {
    /// On which day it was; none if nobody wrote that down.
    on: Option<NaiveDate>,
    /// The day that was planned before, if there was one.
    from: Option<NaiveDate>,
}

/// What `said` is worth for the day of `meeting`.
pub fn standing(meeting: &Meeting, said: &Said) -> Standing {
    match by_day(meeting, said) {
        Standing::Counts => {
            let since = asked_since(meeting, said.sequence, said.received);
            since.map_or(Standing::Counts, Standing::AskedAgain)
        }
        other => other,
    }
}

/// What was given out since the revision `sequence` was answered, else since an answer came at `received`,
/// so that everybody is asked again: calendars struck the entry out, or moved it.
pub fn asked_since(
    meeting: &Meeting,
    sequence: Option<u32>,
    received: Option<Received>,
) -> Option<Since> {
    let versions = &meeting.releases;
    let is_to_come = |sequence| versions.last().is_some_and(|last| sequence > last.sequence);
    let known = match (sequence, received) {
        // It answers what is still to be given out.
        (Some(sequence), _) if is_to_come(sequence) => return None,
        (Some(sequence), _) => versions.iter().rposition(|one| one.sequence <= sequence),
        (None, Some(came)) => versions.iter().rposition(|one| one.released <= came.moment()),
        (None, None) => None,
    };
    match known {
        Some(number) => since_version(meeting, number),
        // Of what was said before the first version the history tells.
        None => moved_away(meeting, received?),
    }
}

/// That the meeting was taken off the day that it has now, after an answer had come.
fn moved_away(meeting: &Meeting, received: Received) -> Option<Since> {
    let (day, came) = (day(meeting), received.day());
    let leaves = |one: &Move| one.from == day && one.on.is_some_and(|on| on > came);
    (day.is_some() && moves(meeting).iter().any(leaves)).then_some(Since::Moved)
}

/// Whether anybody was asked again, so that an answer of which nobody knows when it came may be to an
/// earlier question.
pub fn was_asked_again(meeting: &Meeting) -> bool {
    !meeting.releases.is_empty() && since_version(meeting, 0).is_some()
}

fn since_version(meeting: &Meeting, number: usize) -> Option<Since> {
    let versions = &meeting.releases[number..];
    let (known, later) = versions.split_first()?;
    let takes_place = meeting.status.value != Status::Cancelled;
    let mut pairs = versions.iter().zip(later).map(|(one, next)| (&one.facts, &next.facts));
    if takes_place && pairs.clone().any(|(one, next)| !one.is_cancelled() && next.is_cancelled()) {
        return Some(Since::Cancelled);
    }
    let day = day(meeting);
    if day.is_some() && pairs.any(|(one, next)| one.date == day && next.date != day) {
        return Some(Since::Moved);
    }
    // Whoever has said yes to one day has said nothing of a night away.
    let facts = &known.facts;
    if facts.date == day && facts.end_date.or(facts.date) != meeting.when.last_day() {
        return Some(Since::Days);
    }
    let now = meeting.when.start.map(|start| start.value.clock);
    let told = known.facts.hours.start.map(|start| start.clock);
    let is_other = match now.zip(told) {
        // What is changed in the file holds, whether that was given out yet or not.
        Some((now, told)) => now != told,
        None => later.last().is_some_and(|last| known.facts.begins_otherwise_than(&last.facts)),
    };
    is_other.then_some(Since::Time)
}

fn by_day(meeting: &Meeting, said: &Said) -> Standing {
    let day = day(meeting);
    if let Some(answered) = said.day {
        return match answered {
            _ if said.day == day => Standing::Counts,
            _ if was_planned(meeting, answered) => Standing::Earlier(said.day),
            _ => Standing::Never(answered),
        };
    }
    let moves = moves(meeting);
    if moves.is_empty() {
        return Standing::Counts;
    }
    // Since it lost its day, there is none that anybody could come on.
    if day.is_none() {
        return Standing::Unknown;
    }
    let by_time = said.received.map(|received| by_time(&moves, received));
    let by_revision = said.sequence.and_then(|sequence| by_revision(meeting, sequence));
    match (by_revision, by_time) {
        // Whatever revision it names: what came before a move is no answer to the day after it.
        (Some(Standing::Counts), Some(Standing::Earlier(from))) => Standing::Earlier(from),
        (Some(standing), _) | (None, Some(standing)) => standing,
        (None, None) => Standing::Unknown,
    }
}

/// What an answer that came at `received` and says no more is worth, the same way.
pub fn standing_by_time(meeting: &Meeting, received: Option<Received>) -> Standing {
    let moves = moves(meeting);
    match received {
        _ if moves.is_empty() => Standing::Counts,
        None => Standing::Unknown,
        Some(received) => by_time(&moves, received),
    }
}

/// The day that answers now belong to.
pub fn day(meeting: &Meeting) -> Option<NaiveDate> {
    meeting.when.date.map(|date| date.value)
}

/// The replies to `meeting` that count for the day that it has now, as far as its own file tells: who counts as
/// coming [`Answers`](super::answers::Answers) say, which know what everybody was told.
pub fn counting<'w>(
    workspace: &'w Workspace,
    meeting: &'w Meeting,
) -> impl Iterator<Item = &'w Reply> {
    let replies = workspace.replies_to(&meeting.id);
    replies.filter(|reply| standing(meeting, &reply.said) == Standing::Counts)
}

/// Whether the meeting was ever to be on `day`.
fn was_planned(meeting: &Meeting, day: NaiveDate) -> bool {
    let history = meeting.history.iter().map(|change| change.date);
    let mut days = history.chain(meeting.releases.iter().map(|release| release.facts.date));
    days.any(|planned| planned == Some(day))
}

/// Whether the meeting was moved on this `day`.
pub fn moved_on(meeting: &Meeting, day: NaiveDate) -> bool {
    moves(meeting).iter().any(|one| one.on == Some(day))
}

/// How often the day was changed, the first time first: as the history of the meeting tells, else as
/// its versions do.
fn moves(meeting: &Meeting) -> Vec<Move> {
    let mut history: Vec<_> =
        meeting.history.iter().map(|change| (change.changed, change.date)).collect();
    history.sort_by_key(|(changed, _)| *changed);
    let days = history.iter().map(|(_, day)| *day).skip(1).chain([day(meeting)]);
    let told: Vec<Move> = history
        .iter()
        .zip(days)
        .filter(|((_, before), after)| before != after)
        .map(|((changed, from), _)| Move { on: Some(*changed), from: *from })
        .collect();
    let is_new = |from: Option<NaiveDate>| !told.iter().any(|known| known.from == from);
    let mut versions: Vec<(Option<NaiveDate>, Option<NaiveDate>)> = meeting
        .releases
        .iter()
        .map(|release| (Some(release.released.date_naive()), release.facts.date))
        .collect();
    versions.push((None, day(meeting)));
    let unsaid = versions.windows(2).filter_map(|pair| {
        let [(_, from), (on, day)] = pair else { return None };
        (from != day && is_new(*from)).then_some(Move { on: *on, from: *from })
    });
    let mut moves: Vec<Move> = unsaid.chain(told.iter().copied()).collect();
    // What nobody dated came last.
    moves.sort_by_key(|one| (one.on.is_none(), one.on));
    moves
}

/// By when it came: of a day on which the meeting was moved nobody knows which was first.
fn by_time(moves: &[Move], received: Received) -> Standing {
    let came = received.day();
    if let Some(later) = moves.iter().find(|one| one.on.is_some_and(|on| on > came)) {
        return Standing::Earlier(later.from);
    }
    let is_doubtful = moves.iter().any(|one| one.on.is_none_or(|on| on == came));
    if is_doubtful { Standing::Unknown } else { Standing::Counts }
}

/// By the last version of the revision that was answered.
fn by_revision(meeting: &Meeting, sequence: u32) -> Option<Standing> {
    let told = meeting.releases.iter().rev().find(|release| release.sequence <= sequence)?;
    let is_now = told.facts.date == day(meeting);
    Some(if is_now { Standing::Counts } else { Standing::Earlier(told.facts.date) })
}

#[cfg(test)]
mod tests;
