//! Files that are made together or not at all.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use chrono::NaiveDate;

use super::change::{Before, FileChange, Manner, NewText, findings, is_made, put, show_by, told};
use super::context::Context;
use super::failure::Findings;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::AlreadyThere;
use crate::input::keys::SCHEMAS;
use crate::source::Sources;
use crate::system::{files, terminal};
use crate::text::MemberWords;

/// Files of a workspace that are not written yet.
pub(super) struct NewFiles {
    root: PathBuf,
    files: Vec<NewText>,
    /// What editors read of them.
    schemas: Vec<NewText>,
}

impl NewFiles {
    /// Files with their paths below `root`, and their texts.
    pub(super) fn new(root: &Path, files: Vec<(String, String)>) -> Self {
        let files = files.into_iter().map(|(path, text)| NewText { path, text });
        Self { root: root.to_path_buf(), files: files.collect(), schemas: Vec::new() }
    }

    /// The same with the schemas of a workspace; those that are there already stay as they are.
    pub(super) fn with_schemas(mut self, schemas: Vec<(String, String)>) -> Self {
        let new = schemas.into_iter().filter(|(path, _)| !files::exists(&self.root.join(path)));
        self.schemas = new.map(|(path, text)| NewText { path, text }).collect();
        self
    }

    /// What `erfa check` would find in them beside the files in `others`, and what stands where
    /// they are to be written.
    pub(super) fn check(&self, others: &Sources, today: NaiveDate) -> Findings {
        // A file cannot be read beside the one it would replace.
        let (mut found, sources) = findings(others, &self.files, today);
        let is_new = |path: &str| self.files.iter().any(|file| file.path == path);
        found.retain(|finding| {
            finding.place.is_some_and(|place| is_new(&sources.file(place.file).path))
        });
        let findings = self.taken().into_iter().chain(found).collect();
        Findings { sources: sources.into(), findings }
    }

    /// What stands in the way: a file with such a name, or one where a folder should be.
    pub(super) fn taken(&self) -> Vec<Diagnostic> {
        let mut paths: Vec<PathBuf> = Vec::new();
        for path in self.paths() {
            let standing = path.ancestors().find(|path| files::exists(path));
            let standing = standing.filter(|found| *found == path || !files::is_folder(found));
            paths.extend(standing.map(Path::to_path_buf));
        }
        paths.dedup();
        let there = |path: PathBuf| AlreadyThere { path: path.display().to_string() };
        paths.into_iter().map(|path| Diagnostic::new(there(path))).collect()
    }

    /// Shows in words what they say, asks on a terminal, and writes them; says whether that is done.
    pub(super) fn propose(&self, manner: Manner, context: &Context) -> Result<bool> {
        let shown_path = |path: &str| {
            let path = self.root.join(path);
            path.strip_prefix(".").unwrap_or(&path).display().to_string()
        };
        let shown = |NewText { path, text }: &NewText| {
            let path = shown_path(path);
            told(&path, None, Some(text), &MemberWords::default(), context)
        };
        let mut shown: String = self.files.iter().map(shown).collect();
        if !self.schemas.is_empty() {
            shown.push_str(&shown_path(SCHEMAS));
            shown.push_str(context.say(
                "/ (neu): nach diesen Schemas ergänzen und prüfen Editoren die Dateien\n",
                "/ (new): by these schemas editors complete and check the files\n",
            ));
        }
        if manner.asks() {
            // A dialogue stands above it.
            terminal::tell("\n");
        }
        let question = context.say("Das anlegen?", "Make these files?");
        show_by(&shown, question, manner, context)?;
        let is_made = is_made(manner, context)?;
        if is_made {
            self.write(context)?;
        }
        Ok(is_made)
    }

    /// The path of every file.
    pub(super) fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.files.iter().chain(&self.schemas).map(|file| self.root.join(&file.path))
    }

    /// Writes them all; if one cannot be written, none is left.
    pub(super) fn write(&self, context: &Context) -> Result<()> {
        let change = |file: &NewText| FileChange {
            path: file.path.clone(),
            before: Before::Nothing,
            after: Some(file.text.clone()),
        };
        let changes: Vec<FileChange<'_>> =
            self.files.iter().chain(&self.schemas).map(change).collect();
        put(&self.root, &changes, context).map_err(|error| match self.taken() {
            findings if findings.is_empty() => error,
            findings => Findings { sources: Arc::default(), findings }.into(),
        })
    }
}
