//! Findings about one meeting: what they call things, and which of them somebody accepts.

use chrono::NaiveDate;

use crate::diagnostic::day::{BlockedDay, UnknownDay};
use crate::diagnostic::timetable::{
    IdleAcknowledgement, OutdatedAcknowledgement, SpeakerRequested,
};
use crate::diagnostic::{Diagnostic, Severity, Title};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Acknowledgement, Session};
use crate::source::Origin;
use crate::text::Language;

/// What is gathered about a meeting.
pub(super) struct ClashReport<'m> {
    meeting: &'m Meeting,
    findings: Vec<Diagnostic>,
    /// The acknowledgements that a finding was met with, by their places.
    used: Vec<Origin>,
}

impl<'m> ClashReport<'m> {
    pub(super) fn new(meeting: &'m Meeting) -> Self {
        Self { meeting, findings: Vec::new(), used: Vec::new() }
    }

    /// Adds `finding`. It counts as acknowledged if one of the `sessions` it is about says so, or
    /// the head of the meeting; errors cannot be. Whether it does is said.
    pub(super) fn add(&mut self, mut finding: Diagnostic, sessions: &[&'m Session]) -> bool {
        let own = sessions.iter().flat_map(|session| &session.acknowledged);
        let meeting = self.meeting;
        let fits = |known: &&Acknowledgement| {
            known.code.as_str() == finding.code() && !is_for_another_day(meeting, known)
        };
        let known = own.chain(&self.meeting.acknowledged).find(fits);
        let known = known.filter(|_| finding.severity() == Severity::Warning);
        if let Some(known) = known {
            self.used.push(known.origin);
            finding.acknowledged = Some(known.reason.to_string());
        }
        self.findings.push(finding);
        known.is_some()
    }

    /// All findings, and the acknowledgements that none was met with.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        let sessions = self.meeting.sessions.iter().flat_map(|session| &session.acknowledged);
        let idle = self.meeting.acknowledged.iter().chain(sessions).filter(|known| {
            // Two weeks before the meeting is soon enough for this one to come up.
            let is_early = known.code.as_str() == SpeakerRequested::CODE;
            !is_early && !self.used.contains(&known.origin)
        });
        let idle = idle.map(|known| {
            let code = known.code.to_string();
            match self.meeting.when.date {
                Some(date) if is_for_another_day(self.meeting, known) => {
                    let problem = OutdatedAcknowledgement { code, day: date.value };
                    Diagnostic::at(known.origin, problem)
                }
                _ => Diagnostic::at(known.origin, IdleAcknowledgement { code }),
            }
        });
        self.findings.extend(idle);
        self.findings
    }
}

/// Whether something was accepted for a day that the meeting no longer has: what speaks against one day says
/// nothing of another.
fn is_for_another_day(meeting: &Meeting, known: &Acknowledgement) -> bool {
    let date = meeting.when.date.map(|date| date.value);
    let is_of_the_day = [BlockedDay::CODE, UnknownDay::CODE].contains(&known.code.as_str());
    if known.day.is_some() {
        return known.day != date;
    }
    let is_other = |day: Option<NaiveDate>| day.is_some() && day != date;
    is_of_the_day && meeting.history.iter().any(|change| is_other(change.date))
}

/// What a finding calls a session: its title, that of the session it repeats, else what it is.
pub(super) fn name(meeting: &Meeting, session: &Session) -> Title {
    let original = session.original(&meeting.sessions);
    let title = session.title.as_ref().or(original.title.as_ref());
    let [german, english] = Language::ALL.map(|language| original.kind.name(language));
    title.map_or(Title::Usual { german, english }, |title| Title::Said(title.value.to_string()))
}
