//! Which files somebody names: mails, calendars and tables, and folders in which such lie.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;

use crate::cli::failure::Findings;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::file::FileUnreadable;
use crate::diagnostic::reply::NoSuchPath;
use crate::input::incoming::ReplyFile;
use crate::system::{files, folder};

/// The files that were named.
#[derive(Default)]
pub(in crate::cli) struct Named {
    pub(in crate::cli) files: Vec<(ReplyFile, PathBuf)>,
    known: BTreeSet<PathBuf>,
    pub(in crate::cli) passed_over: Vec<String>,
}

/// The files at `paths`, each once: files that are named, and those in folders that are.
///
/// # Errors
/// With every path at which there is nothing to read.
pub(in crate::cli) fn named(paths: &[PathBuf]) -> Result<Named> {
    let mut named = Named::default();
    let mut findings = Vec::new();
    for path in paths {
        let shown = path.display().to_string();
        if files::is_folder(path) {
            match folder::names(path) {
                Ok(entries) => entries.iter().for_each(|name| named.add(path.join(name))),
                Err(error) => {
                    let reason = files::words(&error);
                    findings.push(Diagnostic::new(FileUnreadable { path: shown, reason }));
                }
            }
        } else if files::exists(path) {
            named.add(path.clone());
        } else {
            findings.push(Diagnostic::new(NoSuchPath { path: shown }));
        }
    }
    if findings.is_empty() {
        return Ok(named);
    }
    Err(Findings { sources: Arc::default(), findings }.into())
}

impl Named {
    fn add(&mut self, path: PathBuf) {
        let shown = shown(&path);
        match ReplyFile::named(&shown).filter(|_| !files::is_folder(&path)) {
            Some(kind) => {
                if self.known.insert(path.clone()) {
                    self.files.push((kind, path));
                }
            }
            None => self.passed_over.push(shown),
        }
    }
}

/// A path as it can be shown: names of files are other people's words too.
pub(in crate::cli) fn shown(path: &Path) -> String {
    path.display().to_string().chars().map(|c| if c.is_control() { '?' } else { c }).collect()
}
