//! Where answers go.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::context::Context;
use crate::system::files::{self, Opened};

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

/// The folder that `target` means: one that is there, or a path that ends with a slash.
pub(super) fn folder(target: &Path) -> Option<PathBuf> {
    let written = target.to_string_lossy();
    let meant = written.ends_with(['/', std::path::MAIN_SEPARATOR]) || files::is_folder(target);
    meant.then(|| target.to_path_buf())
}
