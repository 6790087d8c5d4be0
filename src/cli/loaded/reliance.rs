//! What a command relies on: it stops at faults there, and at no others.

use super::{Loaded, replies_path};
use crate::cli::reads::Area;
use crate::diagnostic::Diagnostic;
use crate::document::template::Template;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::plan::post::document_kind::Concern;

impl Loaded {
    /// Stops if there is a fault in `area`.
    pub(in crate::cli) fn rely_on(&self, area: Area) -> anyhow::Result<()> {
        self.stop_at(self.faults_in(area))
    }

    /// Stops if the ways to meetings decide on turns, and there is a fault in a venue of one.
    pub(in crate::cli) fn rely_on_travel(&self) -> anyhow::Result<()> {
        if self.workspace.network.travel { self.rely_on(Area::Places) } else { Ok(()) }
    }

    /// The faults in `area`.
    pub(in crate::cli) fn faults_in(&self, area: Area) -> Vec<Diagnostic> {
        let is_meant = |finding: &&Diagnostic| area.has(finding, &self.sources, &self.resting);
        self.faults.iter().filter(is_meant).cloned().collect()
    }

    /// Stops if there is a fault in the venue `id`; if none goes by it, in any.
    pub(in crate::cli) fn rely_on_venue(&self, id: &str) -> anyhow::Result<()> {
        let is_known = self.workspace.venue_named(id).is_some();
        self.rely_on_entry(id, is_known, Area::Venues)
    }

    /// Stops if there is a fault in the contact `id`; if nobody goes by it, in any.
    pub(in crate::cli) fn rely_on_contact(&self, id: &str) -> anyhow::Result<()> {
        let is_known = self.workspace.contact_named(id).is_some();
        self.rely_on_entry(id, is_known, Area::Contacts)
    }

    fn rely_on_entry(&self, id: &str, is_known: bool, area: Area) -> anyhow::Result<()> {
        let mut faults = self.faults_in(area);
        let mut ailing = self.resting.ailing.iter();
        match ailing.find(|one| one.id.as_deref() == Some(id) && Area::of(one.path) == area) {
            Some(ailing) => faults.retain(|fault| fault.is_within(ailing.part)),
            None if is_known => return Ok(()),
            None => {}
        }
        self.stop_at(faults)
    }

    /// Stops if there is a fault in the file at `path`, in any that has to do with it, or in an entry
    /// that it points at.
    pub(in crate::cli) fn rely_on_file(&self, path: &str) -> anyhow::Result<()> {
        self.stop_at(self.faults_of(path))
    }

    /// Stops if there is a fault in a venue or contact that `meeting` names.
    pub(in crate::cli) fn rely_on_named_by(&self, meeting: &Meeting) -> anyhow::Result<()> {
        self.stop_at(self.faults_named_by(self.path_of(meeting)))
    }

    fn faults_named_by(&self, path: &str) -> Vec<Diagnostic> {
        // Some systems write `.TOML`.
        let is_meant = |other: &str| other.eq_ignore_ascii_case(path);
        let is_named = |it: &&Diagnostic| self.resting.points_at(is_meant, it, &self.sources);
        self.faults.iter().filter(is_named).cloned().collect()
    }

    pub(super) fn path_of(&self, meeting: &Meeting) -> &str {
        &self.sources.file(meeting.origin.file).path
    }

    pub(super) fn faults_of(&self, path: &str) -> Vec<Diagnostic> {
        let is_meant = |finding: &&Diagnostic| {
            let related = finding.related.iter().map(|(place, _)| place.file);
            let related = related.map(|file| self.sources.file(file).path.as_str());
            // Some systems write `.TOML`.
            let mut paths = finding.path(&self.sources).into_iter().chain(related);
            paths.any(|it| it.eq_ignore_ascii_case(path))
        };
        self.faults.iter().filter(is_meant).cloned().collect()
    }

    fn stop_at(&self, faults: Vec<Diagnostic>) -> anyhow::Result<()> {
        if faults.is_empty() { Ok(()) } else { Err(self.fail(faults)) }
    }

    /// Stops if the replies to `meeting` could not be understood.
    pub(in crate::cli) fn rely_on_replies(&self, meeting: &Meeting) -> anyhow::Result<()> {
        self.stop_at(self.faults_of_replies(meeting))
    }

    pub(super) fn faults_of_replies(&self, meeting: &Meeting) -> Vec<Diagnostic> {
        let path = replies_path(meeting);
        [self.faults_of(&path), self.faults_named_by(&path)].concat()
    }

    /// The faults in what `template` tells of `meeting` beside its programme.
    pub(super) fn faults_told(
        &self,
        template: &Template<'_>,
        meeting: &Meeting,
    ) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        // Where nobody has answered yet, all contacts are expected.
        if template.tells_replies() {
            faults.extend(self.faults_of_replies(meeting));
            faults.extend(self.faults_in(Area::Contacts));
        }
        if template.tells_actions() {
            faults.extend(self.faults_of_actions());
        }
        if template.tells_topics() {
            faults.extend(self.faults_in(Area::Topics));
            faults.extend(self.faults_named_by("topics.toml"));
        }
        faults
    }

    /// Stops if what decides whom a document concerns could not be understood.
    pub(in crate::cli) fn rely_on_concern(
        &self,
        concern: Concern,
        meeting: &Meeting,
    ) -> anyhow::Result<()> {
        match concern {
            Concern::Unanswered | Concern::Coming | Concern::Attending | Concern::Recorded => {
                self.rely_on_replies(meeting)
            }
            // The meeting's own file says who takes part.
            Concern::TakingPart => Ok(()),
            Concern::Owing => self.rely_on_actions(),
        }
    }

    /// Stops if what was agreed could not be understood.
    pub(in crate::cli) fn rely_on_actions(&self) -> anyhow::Result<()> {
        self.stop_at(self.faults_of_actions())
    }

    /// The faults in what was agreed, and in the people who owe it.
    pub(in crate::cli) fn faults_of_actions(&self) -> Vec<Diagnostic> {
        let areas = [Area::Actions, Area::Minutes].map(|area| self.faults_in(area));
        [areas.concat(), self.faults_named_by("actions.toml")].concat()
    }

    /// Stops if there is a meeting of this name that could not be understood, or rests on what could
    /// not be.
    pub(in crate::cli) fn rely_on_meeting(&self, id: &Id) -> anyhow::Result<()> {
        let known = self.workspace.meeting(id.as_str());
        known.map_or(Ok(()), |meeting| self.rely_on_named_by(meeting))?;
        let known = known.map(|meeting| self.path_of(meeting));
        let mut unclear = self.resting.unclear.iter().filter(|one| one.id.as_ref() == Some(id));
        let path = known.or_else(|| unclear.next().map(|one| one.path.as_str()));
        path.map_or(Ok(()), |path| self.rely_on_file(path))
    }
}
