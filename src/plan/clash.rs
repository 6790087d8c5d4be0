//! What in meetings and their programmes is probably not meant.

use chrono::Datelike;

use crate::diagnostic::programme::{EndsBeforeItBegins, HostNotMember, WeekdayMismatch};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::meeting::{Meeting, Status, When};
use crate::domain::network::Network;
use crate::domain::session::Session;
use crate::domain::time::{End, Precision};
use crate::domain::workspace::Workspace;
use crate::text::{DateStyle, Language, plain};

mod bounds;
mod neighbours;
mod placeholder;

/// All findings about the meetings and their programmes, in the order of the files.
///
/// Findings that the author of a session acknowledged are left out, and what was dropped clashes
/// with nothing.
pub fn findings(workspace: &Workspace) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for meeting in &workspace.meetings {
        findings.extend(weekday(&workspace.network, &meeting.when));
        findings.extend(ends_before_it_begins(&meeting.when));
        placeholder::check(meeting, &mut findings);
        bounds::check(meeting, &mut findings);
        neighbours::check(meeting, &mut findings);
    }
    hosts(workspace, &mut findings);
    findings.sort_by_key(|finding| finding.place);
    findings
}

fn weekday(network: &Network, when: &When) -> Option<Diagnostic> {
    let (date, weekday) = when.date.zip(when.weekday)?;
    if date.value.weekday() == weekday.value {
        return None;
    }
    let words = |language| {
        let style = DateStyle { language, saturday: network.style.saturday };
        plain(&style.full(date.value))
    };
    let mismatch =
        WeekdayMismatch { german: words(Language::German), english: words(Language::English) };
    Some(Diagnostic::at(weekday.origin, mismatch).with(date.origin, Label::ComparedWith))
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

/// Reports turns whose hosts are none of them members. What lies before the first real turn belongs
/// to the time before the network kept account.
fn hosts(workspace: &Workspace, findings: &mut Vec<Diagnostic>) {
    let is_turn = |meeting: &&Meeting| {
        let status = meeting.status.value;
        meeting.counts && !matches!(status, Status::Idea | Status::Cancelled)
    };
    let turns = workspace.meetings.iter().filter(is_turn);
    let turns = turns.filter_map(|meeting| Some((meeting, meeting.when.date?)));
    let hosted = |meeting: &Meeting, date| {
        let mut cities = meeting.hosts.iter().map(|host| workspace.city(host.value));
        cities.any(|city| city.membership.covers(date))
    };
    let (real, others): (Vec<_>, Vec<_>) =
        turns.partition(|(meeting, date)| hosted(meeting, date.value));
    let Some(first) = real.iter().map(|(_, date)| date.value).min() else { return };
    for (meeting, date) in others.into_iter().filter(|(_, date)| date.value >= first) {
        findings.extend(meeting.hosts.iter().map(|host| {
            let city = workspace.city(host.value).name.to_string();
            Diagnostic::at(host.origin, HostNotMember { city })
                .with(date.origin, Label::ComparedWith)
        }));
    }
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
