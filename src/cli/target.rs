//! Where answers go.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::context::Context;
use super::dialogue::possible;
use super::failure::{Cancelled, Findings};
use crate::diagnostic::list::StandsThere;
use crate::system::files::{self, Opened};
use crate::system::prints::Prints;
use crate::system::prompt;
use crate::text::Language;

/// Where an answer goes; opened before the answer is worked out, so that nobody waits in vain.
pub(super) enum Target {
    /// Standard output.
    Standard,
    /// A file, device or pipe, with its path, and whether it is replaced whatever stands there.
    Path(PathBuf, Opened, bool),
}

impl Target {
    /// The file `output`, or `name` in the folder that it means, which is made if need be; standard
    /// output without one or for `-`.
    pub(super) fn open(
        output: Option<&Path>,
        name: &str,
        force: bool,
        context: &Context,
    ) -> Result<Self> {
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
        Ok(Self::Path(path, opened, force))
    }

    /// Writes the answer, whole or not at all. What stood in a file is replaced if it was printed, or may
    /// go.
    pub(super) fn write(self, bytes: &[u8], context: &Context) -> Result<()> {
        match self {
            Self::Standard => context.print(bytes),
            Self::Path(path, opened, force) => {
                may_replace(&path, bytes, force, context)?;
                opened.write(bytes).with_context(|| context.cannot_write(&path))?;
                printed(&path, bytes, context);
                Ok(())
            }
        }
    }
}

/// Asks whether a file is replaced that says something else than `bytes` and is nothing that was printed
/// and left alone since; where nobody can be asked it stays.
pub(super) fn may_replace(path: &Path, bytes: &[u8], force: bool, context: &Context) -> Result<()> {
    if force || !files::is_file(path) {
        return Ok(());
    }
    let there = files::read_whole(path).ok();
    let prints = context.workspace_root()?.map(|root| Prints::of(&root));
    let is_ours =
        |there: &Vec<u8>| there == bytes || prints.is_some_and(|prints| prints.know(path, there));
    if there.as_ref().is_some_and(is_ours) {
        return Ok(());
    }
    let path = path.display().to_string();
    if !possible(false) {
        return Err(Findings::one(StandsThere { path }).into());
    }
    let question = match context.language {
        Language::German => format!("`{path}` gibt es schon. Ersetzen? [j/N] "),
        Language::English => format!("`{path}` is already there. Replace it? [y/N] "),
    };
    let answer = prompt::line(&question).ok_or(Cancelled)?;
    let agrees = ["j", "ja", "y", "yes"].contains(&answer.trim().to_lowercase().as_str());
    if agrees { Ok(()) } else { Err(Cancelled.into()) }
}

/// Remembers what was printed, so that it can be renewed.
pub(super) fn printed(path: &Path, bytes: &[u8], context: &Context) {
    if let Ok(Some(root)) = context.workspace_root()
        && files::is_file(path)
    {
        // Where that cannot be remembered, it is asked about next time.
        let _ = Prints::of(&root).add(path, bytes);
    }
}

/// The folder that `target` means: one that is there, or a path that ends with a slash.
pub(super) fn folder(target: &Path) -> Option<PathBuf> {
    let written = target.to_string_lossy();
    let meant = written.ends_with(['/', std::path::MAIN_SEPARATOR]) || files::is_folder(target);
    meant.then(|| target.to_path_buf())
}
