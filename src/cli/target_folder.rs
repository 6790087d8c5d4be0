//! A folder into which several answers go: all of them, or none.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};

use super::change::changed_meanwhile;
use super::context::Context;
use super::failure::Findings;
use super::target::{is_among_pages, may_replace, printed, prints, refuse_no_folder};
use crate::diagnostic::list::MixedFolder;
use crate::system::files::{self, Opened};
use crate::system::folder::NewFolder;
use crate::system::interrupt;
use crate::system::journal::{Change, Entry, Failure, JOURNAL, Replacement, Rights};
use crate::text::{Language, count};

/// A folder for several answers, found to be writable before they are worked out.
pub(super) struct TargetFolder {
    path: PathBuf,
    names: Vec<String>,
    place: Place,
    force: bool,
}

/// Where the answers stand until all of them are there.
enum Place {
    /// In a folder that appears whole or not at all.
    New(NewFolder),
    /// Beside files of a folder that is there already; devices and pipes are written to.
    There(Vec<Option<Opened>>),
}

impl TargetFolder {
    /// Opens the folder at `path`, which is made if need be, for files of these names.
    pub(super) fn open(
        path: &Path,
        names: Vec<String>,
        force: bool,
        context: &Context,
    ) -> Result<Self> {
        refuse_no_folder(path, context)?;
        if !force && is_among_pages(path) {
            let path = path.display().to_string();
            return Err(Findings::one(MixedFolder { path, is_site: true }).into());
        }
        context.begin_answers(path)?;
        let at = |name: &String| {
            let file = path.join(name);
            let opened = files::stays_within(path, &file).and_then(|()| Opened::stream(&file));
            opened.with_context(|| context.cannot_write(&file))
        };
        let place = if path.is_dir() {
            Place::There(names.iter().map(at).collect::<Result<_>>()?)
        } else {
            Place::New(NewFolder::shared(path).with_context(|| context.cannot_write(path))?)
        };
        Ok(Self { path: path.to_owned(), names, place, force })
    }

    /// Writes the answers, one for each name. What stood in a file is replaced if it was printed, or may
    /// go.
    pub(super) fn write(self, answers: &[Vec<u8>], context: &Context) -> Result<()> {
        let Self { path, names, place, force } = self;
        let number = names.len();
        let paths: Vec<PathBuf> = names.iter().map(|name| path.join(name)).collect();
        let with_paths: Vec<(&Path, &[u8])> =
            paths.iter().map(PathBuf::as_path).zip(answers.iter().map(Vec::as_slice)).collect();
        let prints = prints(context)?;
        let held = may_replace(&with_paths, force, prints.as_ref(), context)?;
        printed(&with_paths, prints.as_ref());
        match place {
            Place::New(folder) => {
                for (name, answer) in names.iter().zip(answers) {
                    let added = folder.add(name, answer);
                    added.with_context(|| context.cannot_write(&path.join(name)))?;
                }
                finish(folder, &path, context)?;
            }
            Place::There(streams) => {
                let mut files = Vec::new();
                let all = names.into_iter().zip(streams).zip(answers).zip(held);
                for (((name, stream), answer), before) in all {
                    match stream {
                        Some(stream) => stream
                            .write(answer)
                            .with_context(|| context.cannot_write(&path.join(&name)))?,
                        None => files.push(Renewed { name, before, after: Some(answer.clone()) }),
                    }
                }
                replace(&path, files, context)?;
            }
        }
        context.note(&match context.language {
            Language::German => {
                format!("{} in `{}`", count(number, "Datei", "Dateien"), path.display())
            }
            Language::English => {
                format!("{} in `{}`", count(number, "file", "files"), path.display())
            }
        });
        Ok(())
    }
}

/// What becomes of a file in a folder of answers.
pub(super) struct Renewed {
    /// Its path in the folder.
    pub(super) name: String,
    /// What it was found to hold; none if it was not there.
    pub(super) before: Option<Vec<u8>>,
    /// What it is to hold; none if it goes.
    pub(super) after: Option<Vec<u8>>,
}

/// Puts a folder that was built in its place, unless another one has appeared there meanwhile.
pub(super) fn finish(folder: NewFolder, path: &Path, context: &Context) -> Result<()> {
    folder.finish().map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            anyhow!(changed_meanwhile(&[path.display().to_string()], context))
        }
        _ => anyhow!(error).context(context.cannot_write(path)),
    })
}

/// Puts files in their place in a folder that is there, or takes those away that are to hold nothing, through a
/// journal: a run that is interrupted meanwhile leaves all old ones, or the next one all new ones.
pub(super) fn replace(folder: &Path, files: Vec<Renewed>, context: &Context) -> Result<()> {
    let Some((journal, root, below)) = context.journal_of(folder)? else {
        return replace_one_by_one(folder, files, context);
    };
    let from_root = |name: &str| {
        if below.is_empty() { name.to_owned() } else { format!("{below}/{name}") }
    };
    let inner = files.iter().filter_map(|file| Some(file.name.rsplit_once('/')?.0));
    let inner: BTreeSet<String> = inner.map(from_root).collect();
    journal.tidy(inner.iter().map(String::as_str));
    let replacement = |Renewed { name, before, after }| {
        let path = from_root(&name);
        Replacement { path, before, after, rights: Rights::Shared, like: None }
    };
    let files = files.into_iter().map(replacement).collect();
    let entry = Entry {
        command: context.command.clone(),
        at: context.clock.here().to_rfc3339(),
        is_of_answers: true,
        ..Entry::default()
    };
    // From here on all is written or nothing: an interrupt comes too late.
    interrupt::hold();
    let made = journal.make(Change { entry, files, folder: None, removed: Vec::new() });
    made.map_err(|failure| match failure {
        // What goes wrong within the journal is nothing that anybody named.
        Failure::Io(path, error) => {
            let inner = path.strip_prefix(root.join(&below)).ok();
            let inner = inner.filter(|inner| {
                !path.starts_with(root.join(JOURNAL)) && !inner.as_os_str().is_empty()
            });
            let shown = inner.map_or_else(|| folder.to_owned(), |inner| folder.join(inner));
            anyhow!(error).context(context.cannot_write(&shown))
        }
        failure => context.explain(failure, &root),
    })?;
    Ok(())
}

/// The same where no journal can be, which is said: whoever is interrupted may leave old and new files.
fn replace_one_by_one(folder: &Path, files: Vec<Renewed>, context: &Context) -> Result<()> {
    let shown = folder.display();
    context.note(&match context.language {
        Language::German => format!(
            "In `{shown}` kann kein Journal geführt werden; wird dieser Lauf unterbrochen, können dort alte neben neuen Dateien stehen."
        ),
        Language::English => format!(
            "No journal can be kept in `{shown}`; if this run is interrupted, old files may stand beside new ones there."
        ),
    });
    let (mut filled, mut gone) = (Vec::new(), Vec::new());
    for Renewed { name, before, after } in files {
        let path = folder.join(&name);
        let failed = || context.cannot_write(&path);
        let Some(after) = after else {
            gone.push(path);
            continue;
        };
        if let Some((inner, _)) = name.rsplit_once('/') {
            files::make_folder(&folder.join(inner)).with_context(failed)?;
        }
        let opened = Opened::new(&path, false).with_context(failed)?;
        filled.push((path, opened, before, after));
    }
    for (path, opened, before, after) in filled {
        super::target::replace(&path, opened, &after, before, context)?;
    }
    for path in gone {
        files::remove(&path).with_context(|| context.cannot_write(&path))?;
    }
    Ok(())
}
