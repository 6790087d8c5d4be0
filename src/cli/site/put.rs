//! What becomes of the files in the folder of a site, and how they get there.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};

use super::manifest::{self, Manifest, Written};
use super::pages::{Content, Pages, made};
use crate::cli::context::Context;
use crate::cli::dialogue::{Reply, agree, possible};
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::target_folder::{Renewed, finish, replace};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::list::{ChangedByHand, ForeignFile, MixedFolder};
use crate::plan::filing::Paper;
use crate::system::files;
use crate::system::folder::{NewFolder, names};
use crate::system::prints::checksum;
use crate::text::Language;
use crate::text::list::and;
use crate::view::filing::stem;
use crate::view::site::SiteChange;

/// What is to become of a folder.
pub(super) struct Plan {
    /// The same in short, for those who ask.
    pub(super) change: SiteChange,
    /// The files with what they are to hold; those that go hold nothing.
    pub(super) files: Vec<Renewed>,
}

/// What stands in a folder.
struct There<'f> {
    folder: &'f Path,
    known: Manifest,
}

impl There<'_> {
    /// What the file at `path` holds; none if there is none.
    ///
    /// # Errors
    /// If it cannot be read, or is a link to another folder: through that nothing is written, whoever made it.
    fn content(&self, path: &str, context: &Context) -> Result<Option<Vec<u8>>> {
        let path = self.folder.join(path);
        files::stays_within(self.folder, &path).with_context(|| context.cannot_write(&path))?;
        let held = files::exists(&path).then(|| files::read_whole(&path)).transpose();
        held.with_context(|| match context.language {
            Language::German => format!("`{}` lässt sich nicht lesen", path.display()),
            Language::English => format!("cannot read `{}`", path.display()),
        })
    }

    fn sum(&self, path: &str) -> Option<&str> {
        self.known.0.get(path).map(|written| written.sum.as_str())
    }
}

/// What becomes of `folder` when it is to hold `site`: `prune` takes away what belongs to nothing any more,
/// `force` goes over changes by hand.
///
/// # Errors
/// If there are other files where pages are to stand, or nobody agrees that changes by hand are lost.
pub(super) fn plan(
    folder: &Path,
    site: Pages,
    [prune, force]: [bool; 2],
    loaded: &Loaded,
    context: &Context,
) -> Result<Plan> {
    let there = There { folder, known: known(folder, context)? };
    let mut change = SiteChange {
        languages: site.languages.iter().map(|language| language.code()).collect(),
        news: site.has_news,
        ..SiteChange::default()
    };
    let mut now = Manifest::default();
    let (mut files, mut due) = (Vec::new(), Vec::new());
    for file in site.files {
        match file.content {
            Content::Ready(bytes) => files.push((file.path, None, bytes)),
            Content::Due(document, format, made_from) => {
                let known = there.known.0.get(&file.path);
                let known = known.filter(|it| it.made_from.as_ref() == Some(&made_from));
                let held = there.content(&file.path, context)?;
                let is_same =
                    |it: &&Written| held.as_deref().is_some_and(|held| checksum(held) == it.sum);
                if let Some(written) = known.filter(is_same) {
                    change.unchanged += 1;
                    now.0.insert(file.path, written.clone());
                } else {
                    due.push((file.path, document, format, made_from));
                }
            }
        }
    }
    let papers: Vec<_> =
        due.iter().map(|(_, document, format, _)| (&**document, *format)).collect();
    let papers = made(&papers, loaded, context)?;
    let due = due.into_iter().zip(papers);
    files.extend(due.map(|((path, .., made_from), bytes)| (path, Some(made_from), bytes)));
    files.sort();

    let unfinished = context.unfinished_in(folder)?;
    let (mut written, mut foreign, mut by_hand) = (Vec::new(), Vec::new(), Vec::new());
    for (path, made_from, bytes) in files {
        let sum = checksum(&bytes);
        let before = there.content(&path, context)?;
        match before.as_deref().map(checksum) {
            None => change.new.push(path.clone()),
            Some(before) if before == sum => change.unchanged += 1,
            Some(before) => {
                match there.sum(&path) {
                    None => foreign.push(path.clone()),
                    Some(known) if known != before && !unfinished.contains(&path) => {
                        by_hand.push(path.clone());
                    }
                    Some(_) => {}
                }
                change.changed.push(path.clone());
            }
        }
        let is_new = before.as_ref() != Some(&bytes);
        now.0.insert(path.clone(), Written { made_from, sum });
        if is_new {
            written.push(Renewed { name: path, before, after: Some(bytes) });
        }
    }
    refuse(folder, &foreign, |path| Diagnostic::new(ForeignFile { path }))?;
    if !force {
        may_replace(folder, &by_hand, context)?;
    }
    for (path, entry) in &there.known.0 {
        if now.0.contains_key(path) {
            continue;
        }
        let Some(held) = there.content(path, context)? else { continue };
        if checksum(&held) != entry.sum && !force {
            change.kept.push(path.clone());
        } else if prune {
            change.removed.push(path.clone());
            written.push(Renewed { name: path.clone(), before: Some(held), after: None });
            continue;
        } else {
            change.gone.push(path.clone());
        }
        now.0.insert(path.clone(), entry.clone());
    }
    if now != there.known {
        let before = there.content(manifest::NAME, context)?;
        let (name, after) = (manifest::NAME.to_owned(), Some(now.text().into_bytes()));
        written.push(Renewed { name, before, after });
    }
    Ok(Plan { change, files: written })
}

/// What was written into `folder` before.
fn known(folder: &Path, context: &Context) -> Result<Manifest> {
    let there = There { folder, known: Manifest::default() };
    let Some(held) = there.content(manifest::NAME, context)? else {
        refuse_papers(folder)?;
        return Ok(Manifest::default());
    };
    let known = String::from_utf8(held).ok().and_then(|text| Manifest::parse(&text));
    known.ok_or_else(|| {
        let path = folder.join(manifest::NAME).display().to_string();
        Findings::one(ForeignFile { path }).into()
    })
}

/// Refuses a folder that holds the file of a meeting, which is not for everybody.
fn refuse_papers(folder: &Path) -> Result<()> {
    let contents = Language::ALL.map(|language| format!("{}-", stem(1, Paper::Contents, language)));
    let is_contents =
        |name: &str| contents.iter().any(|contents| name.starts_with(contents.as_str()));
    let mut names = names(folder)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|name| OsString::into_string(name).ok());
    match names.find(|name| is_contents(name)) {
        None => Ok(()),
        Some(name) => {
            let path = folder.join(name).display().to_string();
            Err(Findings::one(MixedFolder { path, is_site: false }).into())
        }
    }
}

fn refuse(folder: &Path, paths: &[String], finding: impl Fn(String) -> Diagnostic) -> Result<()> {
    if paths.is_empty() {
        return Ok(());
    }
    let shown = paths.iter().map(|path| folder.join(path).display().to_string());
    Err(Findings { sources: Arc::default(), findings: shown.map(finding).collect() }.into())
}

/// Asks whether changes by hand may go; where nobody can be asked they stay.
fn may_replace(folder: &Path, paths: &[String], context: &Context) -> Result<()> {
    if paths.is_empty() || !possible(context.only_shows) {
        return refuse(folder, paths, |path| Diagnostic::new(ChangedByHand { path }));
    }
    let named = and(paths.iter().map(|path| format!("`{path}`")), context.language);
    let question = match (context.language, paths.len()) {
        (Language::German, 1) => format!("{named} wurde von Hand geändert. Trotzdem ersetzen?"),
        (Language::German, _) => format!("{named} wurden von Hand geändert. Trotzdem ersetzen?"),
        (Language::English, 1) => format!("{named} was changed by hand. Replace it all the same?"),
        (Language::English, _) => {
            format!("{named} were changed by hand. Replace them all the same?")
        }
    };
    agree(&question, Reply::No, context)
}

/// Writes the files of a plan, all or nothing.
pub(super) fn put(changed: Vec<Renewed>, folder: &Path, context: &Context) -> Result<()> {
    let failed = || context.cannot_write(folder);
    if files::is_folder(folder) {
        let gone = changed.iter().filter(|file| file.after.is_none());
        let gone: Vec<String> = gone.map(|file| file.name.clone()).collect();
        replace(folder, changed, context)?;
        remove_empty(folder, &gone);
        return Ok(());
    }
    let new = NewFolder::public(folder).with_context(failed)?;
    for Renewed { name, after, .. } in &changed {
        let added = after.as_ref().map_or(Ok(()), |content| new.add(name, content));
        added.with_context(|| context.cannot_write(&folder.join(name)))?;
    }
    finish(new, folder, context)
}

/// Removes the folders that held nothing but what is gone.
fn remove_empty(folder: &Path, gone: &[String]) {
    let mut inner: BTreeSet<&str> = BTreeSet::new();
    for path in gone {
        let above = path.match_indices('/').map(|(at, _)| &path[..at]);
        inner.extend(above);
    }
    for inner in inner.iter().rev() {
        // One that holds something stays.
        let _ = files::remove_empty_folder(&folder.join(inner));
    }
}
