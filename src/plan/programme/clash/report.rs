//! Findings about one meeting: what they call things, and which of them somebody accepts.

use crate::diagnostic::timetable::{IdleAcknowledgement, SpeakerRequested};
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
    /// the head of the meeting; errors cannot be.
    pub(super) fn add(&mut self, mut finding: Diagnostic, sessions: &[&'m Session]) {
        let own = sessions.iter().flat_map(|session| &session.acknowledged);
        let fits = |known: &&Acknowledgement| known.code.as_str() == finding.code();
        let known = own.chain(&self.meeting.acknowledged).find(fits);
        if let Some(known) = known.filter(|_| finding.severity() == Severity::Warning) {
            self.used.push(known.origin);
            finding.acknowledged = Some(known.reason.to_string());
        }
        self.findings.push(finding);
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
            let problem = IdleAcknowledgement { code: known.code.to_string() };
            Diagnostic::at(known.origin, problem)
        });
        self.findings.extend(idle);
        self.findings
    }
}

/// What a finding calls a session: its title, that of the session it repeats, else what it is.
pub(super) fn name(meeting: &Meeting, session: &Session) -> Title {
    let original = session.original(&meeting.sessions);
    let title = session.title.as_ref().or(original.title.as_ref());
    let [german, english] = Language::ALL.map(|language| original.kind.name(language));
    title.map_or(Title::Usual { german, english }, |title| Title::Said(title.value.to_string()))
}
