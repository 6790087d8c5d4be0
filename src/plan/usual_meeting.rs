//! Which meeting a command means where none is named: the one that fits what the command is for.

use chrono::NaiveDate;

use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;

/// What a meeting is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be prepared, invited to, looked at: the next that takes place, else the last that did.
    Preparing,
    /// To find a host: the next without one.
    Hosting,
    /// To be cancelled or postponed: the next that still can be.
    Changing,
    /// To be recorded as held: the last that is over and is not recorded.
    Recording,
    /// To be looked back on, in thanks or minutes: the last that has begun.
    LookingBack,
    /// To tell that it is cancelled: the next of those that are, else the last.
    Cancelling,
    /// To tell that it is postponed: the next of those that are, else one without a day.
    Postponing,
}

/// Whether `meeting` is one that such a command is for on the day `today`.
fn fits(meeting: &Meeting, today: NaiveDate, purpose: Purpose) -> bool {
    let status = meeting.status.value;
    let is_to_come = || meeting.when.date.is_none() || meeting.when.last_day() >= Some(today);
    let has_begun = || meeting.when.date.is_some_and(|date| date.value <= today);
    match purpose {
        Purpose::Preparing | Purpose::Hosting | Purpose::Changing => {
            is_to_come() && !matches!(status, Status::Held | Status::Cancelled)
        }
        Purpose::Recording => {
            has_begun() && !matches!(status, Status::Held | Status::Cancelled | Status::Idea)
        }
        Purpose::LookingBack => has_begun() && !matches!(status, Status::Idea | Status::Cancelled),
        Purpose::Cancelling => status == Status::Cancelled,
        Purpose::Postponing => status == Status::Postponed,
    }
}

/// The one of the meetings with these numbers, which words fit equally well, that a command can mean on
/// the day `today`; none if it can mean several, or each as little.
pub fn the_one_for(
    workspace: &Workspace,
    numbers: &[usize],
    today: NaiveDate,
    purpose: Purpose,
) -> Option<usize> {
    let mut fit =
        numbers.iter().filter(|number| fits(&workspace.meetings[**number], today, purpose));
    fit.next().filter(|_| fit.next().is_none()).copied()
}

/// The meeting that is meant on the day `today`.
pub fn usual(workspace: &Workspace, today: NaiveDate, purpose: Purpose) -> Option<&Meeting> {
    let meetings = &workspace.meetings;
    let is = |meeting: &&Meeting, statuses: &[Status]| statuses.contains(&meeting.status.value);
    let is_ahead = |meeting: &&Meeting| meeting.when.last_day() >= Some(today);
    let has_begun = |meeting: &&Meeting| meeting.when.date.is_some_and(|date| date.value <= today);
    let prepared = || {
        let on =
            |meeting: &&Meeting| meeting.when.date.is_some() && !is(meeting, &[Status::Cancelled]);
        let mut dated = meetings.iter().filter(on);
        let next = dated.clone().find(is_ahead);
        next.or_else(|| dated.next_back()).or_else(|| meetings.last())
    };
    match purpose {
        Purpose::Preparing => prepared(),
        Purpose::Hosting => {
            let is_open = |meeting: &&Meeting| {
                meeting.hosts.is_empty()
                    && meeting.host_open
                    && !is(meeting, &[Status::Cancelled, Status::Held])
                    && (is_ahead(meeting) || meeting.when.date.is_none())
            };
            meetings.iter().find(is_open).or_else(prepared)
        }
        Purpose::Changing => {
            let can = |meeting: &&Meeting| {
                is_ahead(meeting) && !is(meeting, &[Status::Held, Status::Cancelled])
            };
            meetings.iter().find(can)
        }
        Purpose::Recording => {
            let waits = [Status::Planned, Status::Invited, Status::Postponed];
            let is_over =
                |meeting: &Meeting| meeting.when.last_day().is_some_and(|day| day <= today);
            meetings.iter().rfind(|meeting| is(meeting, &waits) && is_over(meeting))
        }
        Purpose::LookingBack => {
            let took_place = |meeting: &&Meeting| {
                has_begun(meeting) && !is(meeting, &[Status::Idea, Status::Cancelled])
            };
            meetings.iter().rfind(took_place).or_else(prepared)
        }
        Purpose::Cancelling => {
            let mut off = meetings.iter().filter(|one| is(one, &[Status::Cancelled]));
            off.clone().find(is_ahead).or_else(|| off.next_back()).or_else(prepared)
        }
        Purpose::Postponing => {
            let moved = || meetings.iter().filter(|one| is(one, &[Status::Postponed]));
            let is_open = |meeting: &&Meeting| meeting.when.date.is_none();
            let next = moved().find(is_ahead).or_else(|| moved().find(is_open));
            next.or_else(prepared)
        }
    }
}

#[cfg(test)]
mod tests {
    //! Every command finds the meeting that it is for.

    use super::{Purpose, usual};
    use crate::example::{date, workspace};

    #[test]
    fn every_purpose_has_its_meeting() {
        let files = [
            ("network.toml", "name = 'Netz'"),
            ("cities.toml", "city = [{ id = 'ulm', name = 'Ulm' }]"),
            ("meetings/a.toml", "title = 'A'\ndate = 2027-01-12\nhosts = ['ulm']\nstatus = 'held'"),
            ("meetings/b.toml", "title = 'B'\ndate = 2027-02-09\nhosts = ['ulm']"),
            ("meetings/c.toml", "title = 'C'\ndate = 2027-03-09\nstatus = 'cancelled'"),
            ("meetings/d.toml", "title = 'D'\ndate = 2027-04-13\nhosts = ['ulm']"),
            ("meetings/e.toml", "title = 'E'\ndate = 2027-05-11"),
            ("meetings/f.toml", "title = 'F'\nhosts = ['ulm']\nstatus = 'postponed'"),
        ];
        let workspace = workspace(&files);
        let of =
            |today: &str, purpose| usual(&workspace, date(today), purpose).unwrap().id.to_string();
        let cases = [
            (Purpose::Preparing, "d"),
            (Purpose::Hosting, "e"),
            (Purpose::Changing, "d"),
            (Purpose::Recording, "b"),
            (Purpose::LookingBack, "b"),
            (Purpose::Cancelling, "c"),
            (Purpose::Postponing, "f"),
        ];
        for (purpose, expected) in cases {
            assert_eq!(of("2027-02-20", purpose), expected, "{purpose:?}");
        }
        // On its day a meeting is both the next one and the one to look back on.
        assert_eq!(of("2027-02-09", Purpose::Preparing), "b");
        assert_eq!(of("2027-02-09", Purpose::LookingBack), "b");
        // Before the first nothing is over: what comes is named, and the document says why not.
        assert_eq!(of("2026-12-01", Purpose::LookingBack), "a");
        assert_eq!(of("2027-06-01", Purpose::Cancelling), "c");
    }
}
