//! Where answers go.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::context::Context;
use crate::system::files::{self, Opened};
use crate::system::folder::NewFolder;
use crate::text::{Language, count};

/// Where an answer goes; opened before the answer is worked out, so that nobody waits in vain.
pub(super) enum Target {
    /// Standard output.
    Standard,
    /// A file, device or pipe, with its path.
    Path(PathBuf, Opened),
}

impl Target {
    /// The file `output`, or `name` in the folder that it means, which is made if need be; standard
    /// output without one or for `-`.
    pub(super) fn open(output: Option<&Path>, name: &str, context: &Context) -> Result<Self> {
        let Some(output) = output.filter(|output| *output != Path::new("-")) else {
            return Ok(Self::Standard);
        };
        let path = match folder(output) {
            Some(folder) => {
                files::make_folder(&folder).with_context(|| context.cannot_write(&folder))?;
                folder.join(name)
            }
            None => output.to_path_buf(),
        };
        let opened = Opened::new(&path).with_context(|| context.cannot_write(&path))?;
        Ok(Self::Path(path, opened))
    }

    /// Writes the answer, whole or not at all; what stood in a file is replaced.
    pub(super) fn write(self, bytes: &[u8], context: &Context) -> Result<()> {
        match self {
            Self::Standard => context.print(bytes),
            Self::Path(path, opened) => {
                opened.write(bytes).with_context(|| context.cannot_write(&path))
            }
        }
    }
}

/// Writes several answers, all or none: one for which there is no room leaves none behind.
pub(super) fn write_all(
    targets: Vec<Target>,
    answers: &[Vec<u8>],
    context: &Context,
) -> Result<()> {
    let mut filled = Vec::new();
    for (target, answer) in targets.into_iter().zip(answers) {
        match target {
            Target::Standard => context.print(answer)?,
            Target::Path(path, mut opened) => {
                opened.fill(answer).with_context(|| context.cannot_write(&path))?;
                filled.push((path, opened));
            }
        }
    }
    for (path, opened) in filled {
        opened.keep().with_context(|| context.cannot_write(&path))?;
    }
    Ok(())
}

/// Begins the folder at `path`; none if it is there already.
pub(super) fn begin(path: &Path, context: &Context) -> Result<Option<NewFolder>> {
    let begun = (!path.is_dir()).then(|| NewFolder::shared(path)).transpose();
    begun.with_context(|| context.cannot_write(path))
}

/// Writes files with their names into a new folder, which appears at `path` whole or not at all.
pub(super) fn write_new<'b>(
    folder: NewFolder,
    path: &Path,
    files: impl Iterator<Item = (String, &'b Vec<u8>)>,
    context: &Context,
) -> Result<()> {
    for (name, bytes) in files {
        let added = folder.add(&name, bytes);
        added.with_context(|| context.cannot_write(&path.join(&name)))?;
    }
    folder.finish().with_context(|| context.cannot_write(path))
}

/// Says how many files were written into `folder`.
pub(super) fn told(number: usize, folder: &Path, context: &Context) {
    context.note(&match context.language {
        Language::German => {
            format!("{} in `{}`", count(number, "Datei", "Dateien"), folder.display())
        }
        Language::English => {
            format!("{} in `{}`", count(number, "file", "files"), folder.display())
        }
    });
}

/// The folder that `target` means: one that is there, or a path that ends with a slash.
pub(super) fn folder(target: &Path) -> Option<PathBuf> {
    let written = target.to_string_lossy();
    let meant = written.ends_with(['/', std::path::MAIN_SEPARATOR]) || files::is_folder(target);
    meant.then(|| target.to_path_buf())
}
