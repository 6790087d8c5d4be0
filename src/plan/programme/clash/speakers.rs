//! People who were asked and have not agreed, when it gets late, and those who do not come.

use chrono::NaiveDate;

use super::report::{ClashReport, name};
use crate::diagnostic::timetable::{NobodyLeft, SpeakerAbsent, SpeakerRequested, SpeakerWithdrawn};
use crate::diagnostic::{Diagnostic, Label, Title};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::session::{Absence, Certainty, Part, Person, Session, Who};
use crate::domain::workspace::Workspace;

/// From so many days before the meeting on.
const DAYS: i64 = 14;

/// Reports who has a part and has answered that they do not come, or was told that it goes without them.
pub(super) fn absent<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    report: &mut ClashReport<'m>,
) {
    let whole = Title::Said(meeting.title.value.to_string());
    let has_answered = |person: &&'m Person| person.absence.is_some();
    let mut tell = |person: &Person, title: &Title, sessions: &[&'m Session]| {
        let who = who(workspace, person, title);
        let title = title.clone();
        let finding = match person.absence {
            Some(Absence::Declined(reply)) => {
                Diagnostic::at(person.origin, SpeakerAbsent { who, title })
                    .with(reply, Label::ComparedWith)
            }
            Some(Absence::Withdrawn) => {
                Diagnostic::at(person.origin, SpeakerWithdrawn { who, title })
            }
            None => return,
        };
        report.add(finding, sessions);
    };
    for person in meeting.people.iter().filter(has_answered) {
        tell(person, &whole, &[]);
    }
    for session in meeting.sessions.iter().filter(|one| one.status != Certainty::Dropped) {
        let title = name(meeting, session);
        for person in people(session).filter(has_answered) {
            tell(person, &title, &[session]);
        }
    }
}

/// Reports who has not agreed two weeks before a meeting that is still to come.
pub(super) fn check<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    today: NaiveDate,
    report: &mut ClashReport<'m>,
) {
    let is_on =
        matches!(meeting.status.value, Status::Planned | Status::Invited | Status::Postponed);
    let Some(date) = meeting.when.date.filter(|_| is_on) else { return };
    let days = (date.value - today).num_days();
    if !(0..=DAYS).contains(&days) {
        return;
    }
    for person in meeting.people.iter().filter(|person| person.status == Certainty::Requested) {
        let who = who(workspace, person, &Title::Said(meeting.title.value.to_string()));
        report.add(Diagnostic::at(person.origin, SpeakerRequested { who, days }), &[]);
    }
    for session in meeting.sessions.iter().filter(|one| one.status != Certainty::Dropped) {
        open(workspace, meeting, session, days, report);
    }
}

fn open<'m>(
    workspace: &Workspace,
    meeting: &'m Meeting,
    session: &'m Session,
    days: i64,
    report: &mut ClashReport<'m>,
) {
    let title = name(meeting, session);
    if session.status == Certainty::Requested {
        let problem = SpeakerRequested { who: title.clone(), days };
        report.add(Diagnostic::at(session.origin, problem), &[session]);
    }
    for person in people(session) {
        if person.status == Certainty::Requested {
            let who = who(workspace, person, &title);
            let finding = Diagnostic::at(person.origin, SpeakerRequested { who, days });
            report.add(finding, &[session]);
        }
    }
}

/// Reports what is still announced of a meeting to come though all who had a part in it have declined.
/// Whose answer says so is reported by that.
pub(super) fn nobody_left<'m>(
    meeting: &'m Meeting,
    today: NaiveDate,
    report: &mut ClashReport<'m>,
) {
    let is_ahead = match meeting.status.value {
        Status::Idea | Status::Planned | Status::Invited | Status::Postponed => true,
        Status::Held | Status::Cancelled => false,
    };
    if !is_ahead || meeting.when.last_day().is_some_and(|last| last < today) {
        return;
    }
    let sessions = &meeting.sessions;
    for session in sessions.iter().filter(|one| one.status != Certainty::Dropped) {
        let is_content = session.actual_kind(sessions).part() == Part::Content;
        let has_gone =
            |person: &Person| person.status == Certainty::Dropped && person.absence.is_none();
        let mut all = people(session).peekable();
        if is_content && all.peek().is_some() && all.all(has_gone) {
            let title = name(meeting, session);
            report.add(Diagnostic::at(session.origin, NobodyLeft { title }), &[session]);
        }
    }
}

/// Everybody with a part in an item.
fn people(session: &Session) -> impl Iterator<Item = &Person> {
    session.people.iter().chain(session.items.iter().flat_map(|item| &item.people))
}

/// What a finding calls a person: by name, else by function, else by what they are asked for.
fn who(workspace: &Workspace, person: &Person, title: &Title) -> Title {
    let joined =
        |names: &[Line]| names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" / ");
    match &person.who {
        Who::Contact(id) => Title::Said(workspace.contact(*id).bare_name()),
        Who::Named(name) => Title::Said(name.to_string()),
        Who::Several(names) | Who::AnyOf(names) => Title::Said(joined(names)),
        Who::Unnamed => {
            let words = person.function.as_ref().or(person.organisation.as_ref());
            words.map_or_else(|| title.clone(), |words| Title::Said(words.to_string()))
        }
    }
}
