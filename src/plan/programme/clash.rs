//! What in meetings and their programmes is probably not meant.

use chrono::{Datelike, NaiveDate};

use crate::diagnostic::programme::{
    EndsBeforeItBegins, HostNotMember, IdleReason, WeekdayMismatch,
};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::city::City;
use crate::domain::meeting::{Meeting, Status, When};
use crate::domain::time::{Clock, End, Precision};
use crate::domain::workspace::Workspace;
use crate::plan::dates::blocked::{blocked, no_region};
use crate::plan::dates::extra::extra_holidays;
use crate::plan::programme::timetable::timetable;
use crate::plan::site::exposed::Private;
use crate::source::threads;
use crate::text::Vocabulary as _;

mod answers;
mod bounds;
mod clocks;
mod done;
mod exposed;
mod hours;
mod members;
mod names;
mod neighbours;
mod placeholder;
mod registration;
mod report;
mod room;
mod speakers;
mod twice;

pub use exposed::agreed;
pub use members::still_named;
pub(in crate::plan) use placeholder::placeholder;
use report::ClashReport;
pub(in crate::plan::programme) use twice::{cast, is_same};

/// All findings about the meetings and their programmes on the day `today`, in the order of the
/// files.
///
/// Those that somebody acknowledged say why, and what was dropped clashes with nothing.
pub fn findings(workspace: &Workspace, today: NaiveDate) -> Vec<Diagnostic> {
    findings_of(workspace, today, |_| true)
}

/// The same, but of meetings that are not `wanted` only what is certainly wrong: to look through programmes
/// takes longer than to read them.
pub fn findings_of(
    workspace: &Workspace,
    today: NaiveDate,
    wanted: impl Fn(&Meeting) -> bool + Sync,
) -> Vec<Diagnostic> {
    let private = Private::of(workspace);
    let each = threads::each(&workspace.meetings, |meeting| {
        if wanted(meeting) {
            about(workspace, &private, meeting, today)
        } else {
            ends_before_it_begins(&meeting.when).into_iter().collect()
        }
    });
    let mut findings: Vec<Diagnostic> = each.into_iter().flatten().collect();
    names::check(workspace, &mut findings);
    findings.extend(placeholder::elsewhere(workspace));
    findings.extend(exposed::elsewhere(workspace, &private));
    findings.extend(members::check(workspace));
    findings.extend(extra_holidays(workspace));
    findings.extend(no_region(workspace, today));
    findings.sort_by_key(|finding| finding.place);
    findings
}

/// All findings about one meeting.
fn about(
    workspace: &Workspace,
    private: &Private,
    meeting: &Meeting,
    today: NaiveDate,
) -> Vec<Diagnostic> {
    let mut report = ClashReport::new(meeting);
    let head = idle_reason(meeting).into_iter().chain(weekday(&meeting.when));
    let head = head.chain(ends_before_it_begins(&meeting.when));
    let days = blocked(workspace, meeting, today);
    let days = days.into_iter().chain(registration::check(meeting, today));
    let head = head.chain(hosts(workspace, meeting)).chain(days);
    let head =
        head.chain(answers::check(workspace, meeting)).chain(done::check(workspace, meeting));
    for finding in head {
        report.add(finding, &[]);
    }
    placeholder::check(meeting, &mut report);
    exposed::check(workspace, private, meeting, &mut report);
    members::former_hosts(workspace, meeting, &mut report);
    bounds::check(workspace, meeting, &mut report);
    let table = timetable(workspace, meeting);
    // The days of a meeting that waits for a new one are set aside: what clashes is seen then.
    if meeting.status.value != Status::Postponed || meeting.when.date.is_some() {
        neighbours::check(meeting, &table, &mut report);
        neighbours::beyond(meeting, &table, &mut report);
        room::overruns(meeting, &table, &mut report);
        room::walks(meeting, &table, &mut report);
        twice::check(workspace, meeting, &table, &mut report);
        twice::across(workspace, meeting, &table, &mut report);
    }
    room::tracks(meeting, &mut report);
    room::strayed(workspace, meeting, &mut report);
    room::seats(workspace, meeting, &mut report);
    hours::check(workspace, meeting, &mut report);
    clocks::check(workspace, meeting, &mut report);
    speakers::check(workspace, meeting, today, &mut report);
    speakers::absent(workspace, meeting, &mut report);
    speakers::nobody_left(meeting, today, &mut report);
    report.finish()
}

/// That a reason stands there and nothing that it is the reason of.
fn idle_reason(meeting: &Meeting) -> Option<Diagnostic> {
    let reason = meeting.reason.as_ref().filter(|_| meeting.told_reason().is_none())?;
    let problem = IdleReason { status: meeting.status.value.word().to_owned() };
    Some(Diagnostic::at(reason.origin().unwrap_or(meeting.status.origin), problem))
}

fn weekday(when: &When) -> Option<Diagnostic> {
    let (date, weekday) = when.date.zip(when.weekday)?;
    (date.value.weekday() != weekday.value).then(|| {
        Diagnostic::at(weekday.origin, WeekdayMismatch { date: date.value })
            .with(date.origin, Label::ComparedWith)
    })
}

fn ends_before_it_begins(when: &When) -> Option<Diagnostic> {
    let finding = |end, begin, next| {
        Diagnostic::at(end, EndsBeforeItBegins { next }).with(begin, Label::ComparedWith)
    };
    if let Some((date, end_date)) = when.date.zip(when.end_date)
        && end_date.value != date.value
    {
        return (end_date.value < date.value).then(|| finding(end_date.origin, date.origin, None));
    }
    let (start, end) = when.start.zip(when.end)?;
    let End::At(time) = end.value else { return None };
    let begins = start.value.precision != Precision::Until;
    // As with items it ends on the next day, unless nobody stays for so long.
    let [start_at, end_at] = [start.value, time].map(|time| time.clock.minutes());
    let is_slip = end_at <= start_at && end_at + Clock::DAY - start_at >= hours::LONGEST;
    let next = when.date.and_then(|date| date.value.succ_opt());
    (begins && is_slip).then(|| finding(end.origin, start.origin, next))
}

/// Reports meetings that would be turns if one of their hosts were a member, and hosts that are
/// members no more.
fn hosts(workspace: &Workspace, meeting: &Meeting) -> Vec<Diagnostic> {
    let Some(date) = meeting.when.date else { return Vec::new() };
    let set = !matches!(meeting.status.value, Status::Idea | Status::Cancelled);
    let cities = || meeting.hosts.iter().map(|host| (host.origin, workspace.city(host.value)));
    let is_member = |city: &City| city.membership.covers(date.value);
    let has_member = cities().any(|(_, city)| is_member(city));
    let has_left =
        |city: &City| city.membership.until.is_some_and(|until| until.value < date.value);
    if !meeting.counts || !set {
        return Vec::new();
    }
    // A guest of the network may host beside a member.
    cities()
        .filter(|(_, city)| !is_member(city) && (!has_member || has_left(city)))
        .map(|(origin, city)| {
            Diagnostic::at(origin, HostNotMember { city: city.name.to_string() })
                .with(date.origin, Label::ComparedWith)
        })
        .collect()
}

#[cfg(test)]
pub(super) mod sample;
#[cfg(test)]
mod tests;
