//! Where answers go.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};

use super::context::Context;
use super::dialogue::{Reply, agree, possible};
use super::failure::Findings;
use super::set::refuse;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::list::StandsThere;
use crate::input::outbox::OUTBOX;
use crate::input::{FILES, FOLDERS};
use crate::system::files::{self, Opened};
use crate::system::journal::JOURNAL;
use crate::system::prints::Prints;
use crate::text::{Language, list};

/// The most files that a question names.
const MOST_NAMED: usize = 3;

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
                let prints = prints(context)?;
                may_replace(&[(&path, bytes)], force, prints.as_ref(), context)?;
                opened.write(bytes).with_context(|| context.cannot_write(&path))?;
                printed(&[(&path, bytes)], prints.as_ref());
                Ok(())
            }
        }
    }
}

/// What was printed from this workspace, if there is one.
pub(super) fn prints(context: &Context) -> Result<Option<Prints>> {
    Ok(context.workspace_root()?.map(|root| Prints::of(&root)))
}

/// Asks whether files are replaced that say something else than the answers for them and are nothing that
/// was printed and left alone since; where nobody can be asked they stay.
pub(super) fn may_replace(
    answers: &[(&Path, &[u8])],
    force: bool,
    prints: Option<&Prints>,
    context: &Context,
) -> Result<()> {
    refuse_own(answers, context)?;
    let is_others = |(path, bytes): &&(&Path, &[u8])| {
        let is_ours = |there: Vec<u8>| {
            there == *bytes || prints.is_some_and(|prints| prints.know(path, &there))
        };
        files::is_file(path) && !files::read_whole(path).is_ok_and(is_ours)
    };
    let others = answers.iter().filter(|_| !force).filter(is_others);
    let others: Vec<String> = others.map(|(path, _)| path.display().to_string()).collect();
    if others.is_empty() {
        return Ok(());
    }
    if !possible(false) {
        let there = |path: String| Diagnostic::new(StandsThere { path });
        let findings = others.into_iter().map(there).collect();
        return Err(Findings { sources: Arc::default(), findings }.into());
    }
    let shown = others.iter().take(MOST_NAMED).map(|path| format!("`{path}`"));
    let more = others.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| format!("{more} {}", context.say("weitere", "more")));
    let named = list::and(shown.chain(more), context.language);
    let question = match (others.len(), context.language) {
        (_, Language::German) => format!("{named} gibt es schon. Ersetzen?"),
        (1, Language::English) => format!("{named} is already there. Replace it?"),
        (_, Language::English) => format!("{named} are already there. Replace them?"),
    };
    agree(&question, Reply::No, context)
}

/// Refuses to write where the workspace keeps what it knows, whatever was said: nothing brings that back.
fn refuse_own(answers: &[(&Path, &[u8])], context: &Context) -> Result<()> {
    let Some(root) = context.workspace_root()? else { return Ok(()) };
    let below = |path: &Path| {
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        let folder = files::path_below(&root, folder.unwrap_or(Path::new(".")))?;
        let name = path.file_name()?.to_string_lossy().into_owned();
        Some(if folder.is_empty() { name } else { format!("{folder}/{name}") })
    };
    let is_journal = |path: &Path| path.iter().any(|part| part == JOURNAL);
    let is_ours = |path: &Path| is_journal(path) || below(path).is_some_and(|path| is_own(&path));
    let own = answers.iter().find(|(path, _)| is_ours(path));
    let Some((path, _)) = own else { return Ok(()) };
    Err(refuse(
        "--output",
        &path.display().to_string(),
        "so heißt eine Datei des Arbeitsordners selbst; nennen Sie eine andere",
        "this is a file of the workspace itself; name another one",
    ))
}

/// Whether the workspace keeps in this file, by its path below it, what it knows.
fn is_own(path: &str) -> bool {
    let is_in = |folder: &str| path.strip_prefix(folder).is_some_and(|it| it.starts_with('/'));
    let is_read = |(folder, ending): &(&str, &str)| {
        is_in(folder) && path.rsplit_once('.').is_some_and(|(_, found)| found == *ending)
    };
    // Calendars and templates may well be made from what is printed.
    let mut data = FOLDERS.iter().filter(|(_, ending)| *ending == "toml");
    FILES.contains(&path) || is_in(OUTBOX) || data.any(is_read)
}

/// Remembers what was printed, so that it can be renewed.
pub(super) fn printed(answers: &[(&Path, &[u8])], prints: Option<&Prints>) {
    let files: Vec<_> = answers.iter().copied().filter(|(path, _)| files::is_file(path)).collect();
    if let Some(prints) = prints {
        // Where that cannot be remembered, it is asked about next time.
        let _ = prints.add(&files);
    }
}

/// The folder that `target` means: one that is there, or a path that ends with a slash.
pub(super) fn folder(target: &Path) -> Option<PathBuf> {
    let written = target.to_string_lossy();
    let meant = written.ends_with(['/', std::path::MAIN_SEPARATOR]) || files::is_folder(target);
    meant.then(|| target.to_path_buf())
}
