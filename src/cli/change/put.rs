//! The one place where files of the workspace get new contents.

use std::io;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};

use crate::cli::context::Context;
use crate::input;
use crate::system::batch::{Replacement, replace_all};
use crate::system::files;
use crate::system::interrupt;
use crate::text::Language;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What becomes of a file of the workspace.
pub(in crate::cli) struct FileChange<'a> {
    /// Its path below the workspace.
    pub(in crate::cli) path: String,
    /// What was found there.
    pub(in crate::cli) before: Before<'a>,
    /// What it is to say; none if it goes.
    pub(in crate::cli) after: Option<String>,
}

/// What was found where a file changes.
#[derive(Clone, Copy)]
pub(in crate::cli) enum Before<'a> {
    /// There was no file.
    Nothing,
    /// This text, without a byte order mark.
    Text(&'a str),
    /// Nobody looked: the file goes, whatever it holds.
    Unread,
}

/// Changes files of the workspace at `root` in their order, all or none: what was read of them is
/// compared with what is there, and replaced without another run in between.
pub(in crate::cli) fn put(
    root: &Path,
    changes: &[FileChange<'_>],
    context: &Context,
) -> Result<()> {
    let marker = root.join(input::FILES[0]);
    // A workspace that is being made has none yet, and nothing that could be overwritten.
    let lock = files::exists(&marker).then(|| files::lock(&marker)).transpose();
    let _lock = lock.with_context(|| context.cannot_write(&marker))?;
    let replacement = |change: &FileChange<'_>| {
        let path = root.join(&change.path);
        let replacement = change.replacement(&path);
        let replacement = replacement.with_context(|| context.cannot_write(&path))?;
        replacement.ok_or_else(|| anyhow!(changed_meanwhile(&change.path, context)))
    };
    let replacements = changes.iter().map(replacement).collect::<Result<Vec<_>>>()?;
    interrupt::hold();
    replace_all(replacements)
        .map_err(|(path, error)| anyhow!(error).context(context.cannot_write(&path)))
}

impl FileChange<'_> {
    /// The same in bytes; none if the file is not what was read.
    fn replacement(&self, path: &Path) -> io::Result<Option<Replacement>> {
        let with_mark = |mark: &str| Some([mark, self.after.as_deref()?].concat().into_bytes());
        let replacement = |before, mark| {
            Some(Replacement { path: path.to_owned(), before, after: with_mark(mark) })
        };
        Ok(match self.before {
            Before::Unread => replacement(None, ""),
            Before::Nothing => replacement(None, "").filter(|_| !files::exists(path)),
            Before::Text(_) if !files::exists(path) => None,
            Before::Text(text) => {
                let content = files::read(path)?;
                let fits =
                    |mark: &&str| content.strip_prefix(mark.as_bytes()) == Some(text.as_bytes());
                let mark = [BYTE_ORDER_MARK, ""].into_iter().find(fits);
                mark.and_then(|mark| replacement(Some(content), mark))
            }
        })
    }
}

/// That a file is not what was read.
fn changed_meanwhile(path: &str, context: &Context) -> String {
    match context.language {
        Language::German => {
            format!("`{path}` wurde inzwischen geändert; nichts wurde geschrieben")
        }
        Language::English => format!("`{path}` has changed meanwhile; nothing was written"),
    }
}
