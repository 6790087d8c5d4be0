//! Files that are made together or not at all.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use chrono::NaiveDate;

use super::context::Context;
use super::failure::Findings;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::AlreadyThere;
use crate::input;
use crate::plan::programme::clash;
use crate::source::{RawFile, Sources};
use crate::system::{files, interrupt};
use crate::text::Language;

/// Files of a workspace that are not written yet.
pub(super) struct NewFiles {
    root: PathBuf,
    /// Path below the root, and text.
    files: Vec<(String, String)>,
}

impl NewFiles {
    /// Files with their paths below `root`.
    pub(super) fn new(root: &Path, files: Vec<(String, String)>) -> Self {
        Self { root: root.to_path_buf(), files }
    }

    /// What `erfa check` would find in them beside the files in `others`, and what stands where
    /// they are to be written.
    pub(super) fn check(&self, others: &Sources, today: NaiveDate) -> Findings {
        let is_new = |path: &str| self.files.iter().any(|(new, _)| new == path);
        // A file cannot be read beside the one it would replace.
        let others = others.iter().map(|(_, file)| (&file.path, &file.text));
        let others = others.filter(|(path, _)| !is_new(path));
        let new = self.files.iter().map(|(path, text)| (path, text));
        let raw = |(path, text): (&String, &String)| RawFile {
            path: path.clone(),
            content: Ok(text.clone().into_bytes()),
        };
        let reading = input::read(others.chain(new).map(raw).collect());
        let sources = reading.sources;
        let clashes = reading.workspace.iter().flat_map(|one| clash::findings(one, today));
        let concerns = |finding: &Diagnostic| {
            finding.place.is_some_and(|place| is_new(&sources.file(place.file).path))
        };
        let found = reading.findings.into_iter().chain(clashes).filter(concerns);
        let findings = self.taken().into_iter().chain(found).collect();
        Findings { sources: sources.into(), findings }
    }

    /// What stands in the way: a file with such a name, or one where a folder should be.
    fn taken(&self) -> Vec<Diagnostic> {
        let mut paths: Vec<PathBuf> = Vec::new();
        for (path, _) in &self.files {
            let path = self.root.join(path);
            let standing = path.ancestors().find(|path| files::exists(path));
            let standing = standing.filter(|found| *found == path || !files::is_folder(found));
            paths.extend(standing.map(Path::to_path_buf));
        }
        paths.dedup();
        let there = |path: PathBuf| AlreadyThere { path: path.display().to_string() };
        paths.into_iter().map(|path| Diagnostic::new(there(path))).collect()
    }

    /// What every file will say, below its path. Comments are left out: they are longer than the
    /// rest, and always the same.
    pub(super) fn preview(&self, language: Language) -> String {
        let (some, all) = match language {
            Language::German => ("dazu Erläuterungen", "nur Erläuterungen und Beispiele"),
            Language::English => ("with explanations", "explanations and examples alone"),
        };
        let says = |line: &&str| !line.is_empty() && !line.starts_with('#');
        let file = |(path, text): &(String, String)| {
            let lines = text.lines().filter(says).flat_map(|line| ["  ", line, "\n"]);
            let lines: String = lines.collect();
            let comments = if lines.is_empty() { all } else { some };
            format!("\n{} ({comments})\n{lines}", self.root.join(path).display())
        };
        self.files.iter().map(file).collect()
    }

    /// The path of every file.
    pub(super) fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.files.iter().map(|(path, _)| self.root.join(path))
    }

    /// Writes them all; if one cannot be written, none is left.
    pub(super) fn write(&self, context: &Context) -> Result<()> {
        interrupt::hold();
        let mut made = Made::default();
        for ((_, text), path) in self.files.iter().zip(self.paths()) {
            let Err(error) = made.file(&path, text) else { continue };
            made.undo();
            if error.kind() == ErrorKind::AlreadyExists {
                let path = path.display().to_string();
                return Err(Findings::one(AlreadyThere { path }).into());
            }
            return Err(error).with_context(|| context.cannot_write(&path));
        }
        Ok(())
    }
}

/// What was made so far.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    fn file(&mut self, path: &Path, text: &str) -> io::Result<()> {
        let folders: Vec<&Path> = path.ancestors().skip(1).collect();
        let missing = |folder: &&&Path| !folder.as_os_str().is_empty() && !files::exists(folder);
        for folder in folders.iter().take_while(missing).collect::<Vec<_>>().into_iter().rev() {
            files::make_folder(folder)?;
            self.folders.push(folder.to_path_buf());
        }
        files::create(path, text.as_bytes())?;
        self.files.push(path.to_path_buf());
        Ok(())
    }

    /// Removes it again. What cannot be removed is not worth hiding the first failure for.
    fn undo(self) {
        for path in self.files {
            let _ = files::remove(&path);
        }
        for path in self.folders.into_iter().rev() {
            let _ = files::remove_empty_folder(&path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Made;

    #[test]
    fn nothing_is_left_of_what_was_begun() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a/b/network.toml");
        let mut made = Made::default();
        made.file(&file, "one").unwrap();
        made.file(&folder.path().join("a/b/c/two.toml"), "two").unwrap();
        assert!(made.file(&file, "one").is_err());
        assert!(made.file(&file.join("three.toml"), "three").is_err());
        made.undo();
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }
}
