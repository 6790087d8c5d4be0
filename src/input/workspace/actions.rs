//! What was agreed: minutes, and the file of actions.

use super::{Reader, Resting, stem_of};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::reference::ReferenceKind;
use crate::domain::action::Action;
use crate::domain::minutes::Minutes;
use crate::input::action;
use crate::input::directory::{Index, Names};
use crate::input::minutes::{self, Named};
use crate::source::{FileId, threads};

/// The folder of minutes.
const MINUTES: &str = "minutes/";

impl Reader<'_> {
    /// The minutes, and all that was agreed.
    pub(super) fn actions(
        &self,
        named: Named<'_>,
        index: &Index,
        findings: &mut Vec<Diagnostic>,
        resting: &mut Resting,
    ) -> (Vec<Minutes>, Vec<Action>) {
        let is_minutes = |id: FileId| {
            let file = self.sources.file(id);
            Some((id, stem_of(&file.path, MINUTES, "md")?))
        };
        let files: Vec<(FileId, &str)> =
            self.texts.iter().filter_map(|&id| is_minutes(id)).collect();
        let read = |(id, stem): &(FileId, &str)| {
            let mut findings = Vec::new();
            let text = &self.sources.file(*id).text;
            let read = minutes::read(*id, text, stem, named, &mut findings);
            (read, findings)
        };
        let (mut kept, mut agreed) = (Vec::new(), Vec::new());
        for ((minutes, mut lines), mut found) in threads::each(&files, read) {
            kept.extend(minutes);
            agreed.append(&mut lines);
            findings.append(&mut found);
        }
        let is_lost = |path: &String| path.starts_with(MINUTES);
        let is_whole = kept.len() == files.len() && !self.lost.iter().any(is_lost);
        let mut ids = Names::new(ReferenceKind::Action);
        let ((entries, pointed), _) = self.one("actions.toml", findings, |fields| {
            let directory = index.directory();
            let read = action::read(&fields, &directory, named.names, &mut ids);
            (read, directory.pointed())
        });
        if let Some((file, _)) = self.sources.find("actions.toml") {
            self.lean(&mut resting.leaning, file, &pointed);
        }
        let actions = action::actions(entries, agreed, named.meetings, is_whole, findings);
        (kept, actions)
    }
}
