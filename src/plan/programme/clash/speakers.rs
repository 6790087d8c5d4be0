//! People who were asked and have not agreed, when it gets late.

use chrono::NaiveDate;

use super::report::{ClashReport, name};
use crate::diagnostic::timetable::SpeakerRequested;
use crate::diagnostic::{Diagnostic, Title};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::session::{Certainty, Person, Session, Who};
use crate::domain::workspace::Workspace;

/// From so many days before the meeting on.
const DAYS: i64 = 14;

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
    let parts = session.items.iter().flat_map(|item| &item.people);
    for person in session.people.iter().chain(parts) {
        if person.status == Certainty::Requested {
            let who = who(workspace, person, &title);
            let finding = Diagnostic::at(person.origin, SpeakerRequested { who, days });
            report.add(finding, &[session]);
        }
    }
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
