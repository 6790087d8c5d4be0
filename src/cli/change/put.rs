//! The one place where files of the workspace get new contents.

use std::io;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};

use crate::cli::context::Context;
use crate::cli::dialogue::{Reply, agree, possible};
use crate::cli::failure::Findings;
use crate::diagnostic::journal::ReadOnlyFile;
use crate::system::files;
use crate::system::folder::NewFolder;
use crate::system::interrupt;
use crate::system::journal::{Change, Entry, Replacement, Rights, Shortcomings, Step};
use crate::text::Language;
use crate::text::list::and;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The folders whose files are about people: new ones are for those alone who may look into them.
const PRIVATE: [&str; 3] = ["outbox/", "replies/", "minutes/"];

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

/// A change of a workspace beside its files.
#[derive(Default)]
pub(in crate::cli) struct Beside {
    /// A folder that was built, with its path below the workspace.
    pub(in crate::cli) folder: Option<(String, NewFolder)>,
    /// Folders that go with all that is in them.
    pub(in crate::cli) removed: Vec<String>,
    /// Whether what is gone is gone for good.
    pub(in crate::cli) is_final: bool,
    /// The number of the change that is taken back.
    pub(in crate::cli) undoes: Option<u64>,
}

/// Changes files of the workspace at `root` in their order, all or none: what was read of them is
/// compared with what is there, and replaced without another run in between.
pub(in crate::cli) fn put(
    root: &Path,
    changes: &[FileChange<'_>],
    context: &Context,
) -> Result<()> {
    put_beside(root, changes, Beside::default(), context)
}

/// The same with folders.
pub(in crate::cli) fn put_beside(
    root: &Path,
    changes: &[FileChange<'_>],
    beside: Beside,
    context: &Context,
) -> Result<()> {
    // What is compared is what nobody else of us changes any more.
    context.take_in_hand(root)?;
    let replacement = |change: &FileChange<'_>| {
        let path = root.join(&change.path);
        let replacement = change.replacement(&path);
        let replacement = replacement.with_context(|| context.cannot_write(&path))?;
        replacement
            .ok_or_else(|| anyhow!(changed_meanwhile(std::slice::from_ref(&change.path), context)))
    };
    replace(root, changes.iter().map(replacement).collect::<Result<_>>()?, beside, context)
}

/// The same of bytes.
pub(in crate::cli) fn replace(
    root: &Path,
    files: Vec<Replacement>,
    beside: Beside,
    context: &Context,
) -> Result<()> {
    may_replace(root, &files, context)?;
    // From here on all is written or nothing: an interrupt comes too late.
    interrupt::hold();
    let journal = context.take_in_hand(root)?;
    let Beside { folder, removed, is_final, undoes } = beside;
    let entry = Entry {
        command: context.command.clone(),
        at: context.clock.here().to_rfc3339(),
        is_undoable: !is_final,
        undoes,
        ..Entry::default()
    };
    let made = journal.make(Change { entry, files, folder, removed });
    let made = made.map_err(|failure| context.explain(failure, root))?;
    context.keep_to_measure(&journal, root);
    tell_shortcomings(made, context);
    Ok(())
}

/// Says what is not as it should be though the change was made.
fn tell_shortcomings(made: Shortcomings, context: &Context) {
    let Shortcomings { unsynced, parted, left } = made;
    for path in left {
        context.note(&match context.language {
            Language::German => format!(
                "Achtung: `{}` hält noch, was gelöscht werden soll; der nächste Befehl, der hier schreibt, löscht es.",
                path.display()
            ),
            Language::English => format!(
                "Beware: `{}` still holds what is to be deleted; the next command that writes here deletes it.",
                path.display()
            ),
        });
    }
    for path in parted {
        context.note(&match context.language {
            Language::German => format!(
                "`{}` hat weitere Namen (harte Links): unter ihnen steht noch, was vorher darin stand.",
                path.display()
            ),
            Language::English => format!(
                "`{}` has further names (hard links): they still lead to what it said before.",
                path.display()
            ),
        });
    }
    for folder in unsynced {
        context.note(&match context.language {
            Language::German => format!(
                "`{}` ist geschrieben, aber das Dateisystem bestätigt nicht, dass der Ordner gesichert ist.",
                folder.display()
            ),
            Language::English => format!(
                "`{}` is written, but the file system does not confirm that the folder is on the disk.",
                folder.display()
            ),
        });
    }
}

/// Sets down that something was done to the file at `path` that cannot be taken back, so that nothing
/// before it can be either.
pub(in crate::cli) fn set_down_final(root: &Path, path: &str, context: &Context) -> Result<()> {
    let journal = context.take_in_hand(root)?;
    let entry = Entry {
        command: context.command.clone(),
        at: context.clock.here().to_rfc3339(),
        steps: vec![Step::Changed(path.to_owned())],
        ..Entry::default()
    };
    journal.set_down(entry).map_err(|failure| context.explain(failure, root))?;
    context.keep_to_measure(&journal, root);
    Ok(())
}

/// Asks whether files may change that somebody made read-only; where nobody can be asked, they stay.
fn may_replace(root: &Path, files: &[Replacement], context: &Context) -> Result<()> {
    let is_locked = |file: &&Replacement| files::is_read_only(&root.join(&file.path));
    for Replacement { path, .. } in files.iter().filter(is_locked) {
        if !possible(false) {
            return Err(Findings::one(ReadOnlyFile { path: path.clone() }).into());
        }
        let question = match context.language {
            Language::German => format!("`{path}` ist schreibgeschützt. Trotzdem ändern?"),
            Language::English => format!("`{path}` is read-only. Change it all the same?"),
        };
        agree(&question, Reply::No, context)?;
    }
    Ok(())
}

impl FileChange<'_> {
    /// The same in bytes; none if the file is not what was read.
    fn replacement(&self, path: &Path) -> io::Result<Option<Replacement>> {
        let with_mark = |mark: &str| Some([mark, self.after.as_deref()?].concat().into_bytes());
        let is_private = PRIVATE.iter().any(|folder| self.path.starts_with(folder));
        let rights = if is_private { Rights::OfFolder } else { Rights::Shared };
        let replacement = |before, mark| {
            let (path, after) = (self.path.clone(), with_mark(mark));
            Some(Replacement { path, before, after, rights, like: None })
        };
        Ok(match self.before {
            Before::Unread => replacement(None, ""),
            Before::Nothing => replacement(None, "").filter(|_| !files::exists(path)),
            Before::Text(_) if !files::exists(path) => None,
            Before::Text(text) => {
                let content = files::read_whole(path)?;
                let fits =
                    |mark: &&str| content.strip_prefix(mark.as_bytes()) == Some(text.as_bytes());
                let mark = [BYTE_ORDER_MARK, ""].into_iter().find(fits);
                mark.and_then(|mark| replacement(Some(content), mark))
            }
        })
    }
}

/// That a file is not what was read.
pub(in crate::cli) fn changed_meanwhile(paths: &[String], context: &Context) -> String {
    let files = and(paths.iter().map(|path| format!("`{path}`")), context.language);
    match (context.language, paths.len()) {
        (Language::German, 1) => {
            format!("{files} wurde inzwischen geändert; nichts wurde geschrieben")
        }
        (Language::German, _) => {
            format!("{files} wurden inzwischen geändert; nichts wurde geschrieben")
        }
        (Language::English, 1) => format!("{files} has changed meanwhile; nothing was written"),
        (Language::English, _) => format!("{files} have changed meanwhile; nothing was written"),
    }
}
