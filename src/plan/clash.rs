//! What in meetings and their programmes is probably not meant.

use chrono::Datelike;

use crate::diagnostic::programme::{EndsBeforeItBegins, HostNotMember, WeekdayMismatch};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::{Meeting, Status, When};
use crate::domain::session::Session;
use crate::domain::time::{End, Precision};
use crate::domain::workspace::Workspace;

mod bounds;
mod hours;
mod names;
mod neighbours;
mod placeholder;

/// All findings about the meetings and their programmes, in the order of the files.
///
/// Findings that the author of a session acknowledged are left out, and what was dropped clashes
/// with nothing.
pub fn findings(workspace: &Workspace) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for meeting in &workspace.meetings {
        findings.extend(weekday(&meeting.when));
        findings.extend(ends_before_it_begins(&meeting.when));
        placeholder::check(meeting, &mut findings);
        bounds::check(meeting, &mut findings);
        // The days of a meeting that waits for a new one are set aside: what clashes is seen then.
        if meeting.status.value != Status::Postponed || meeting.when.date.is_some() {
            neighbours::check(meeting, &mut findings);
        }
        hours::check(meeting, &mut findings);
        findings.extend(hosts(workspace, meeting));
    }
    names::check(workspace, &mut findings);
    findings.sort_by_key(|finding| finding.place);
    findings
}

fn weekday(when: &When) -> Option<Diagnostic> {
    let (date, weekday) = when.date.zip(when.weekday)?;
    (date.value.weekday() != weekday.value).then(|| {
        Diagnostic::at(weekday.origin, WeekdayMismatch { date: date.value })
            .with(date.origin, Label::ComparedWith)
    })
}

fn ends_before_it_begins(when: &When) -> Option<Diagnostic> {
    let finding =
        |end, begin| Diagnostic::at(end, EndsBeforeItBegins {}).with(begin, Label::ComparedWith);
    if let Some((date, end_date)) = when.date.zip(when.end_date)
        && end_date.value != date.value
    {
        return (end_date.value < date.value).then(|| finding(end_date.origin, date.origin));
    }
    let (start, end) = when.start.zip(when.end)?;
    let End::At(time) = end.value else { return None };
    let begins = start.value.precision != Precision::Until;
    (begins && time.clock <= start.value.clock).then(|| finding(end.origin, start.origin))
}

/// Reports meetings that would be turns if one of their hosts were a member.
fn hosts(workspace: &Workspace, meeting: &Meeting) -> Vec<Diagnostic> {
    let Some(date) = meeting.when.date else { return Vec::new() };
    let set = !matches!(meeting.status.value, Status::Idea | Status::Cancelled);
    let cities = || meeting.hosts.iter().map(|host| (host.origin, workspace.city(host.value)));
    let mut members = cities().filter(|(_, city)| city.membership.covers(date.value));
    if !meeting.counts || !set || members.next().is_some() {
        return Vec::new();
    }
    cities()
        .map(|(origin, city)| {
            Diagnostic::at(origin, HostNotMember { city: city.name.to_string() })
                .with(date.origin, Label::ComparedWith)
        })
        .collect()
}

/// Reports `finding` unless one of the `sessions` it is about acknowledges it.
fn report(finding: Diagnostic, sessions: &[&Session], findings: &mut Vec<Diagnostic>) {
    let mut acknowledged = sessions.iter().flat_map(|session| &session.acknowledged);
    if !acknowledged.any(|acknowledged| acknowledged.code.as_str() == finding.code()) {
        findings.push(finding);
    }
}

/// What a finding calls a session: its title, that of the session it repeats, else its key.
fn name(meeting: &Meeting, session: &Session) -> String {
    let repeated = session.repeat_of.as_ref().map(|other| &meeting.sessions[other.value]);
    let title = session.title.as_ref().or(repeated.and_then(|repeated| repeated.title.as_ref()));
    title.map_or_else(|| session.id.to_string(), |title| title.value.to_string())
}

#[cfg(test)]
pub(super) mod sample;
#[cfg(test)]
mod tests;
