//! Where answers go.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};

use super::change::changed_meanwhile;
use super::context::Context;
use super::dialogue::{Reply, agree, possible};
use super::failure::Findings;
use super::set::refuse;
use crate::diagnostic::list::StandsThere;
use crate::input::outbox::OUTBOX;
use crate::input::{FILES, FOLDERS};
use crate::system::files::{self, Opened};
use crate::system::journal::{Failure, JOURNAL, replace_file};
use crate::system::prints::Prints;
use crate::text::{Language, list};

/// The file of a folder of pages that says what was written there.
pub(super) const PAGES: &str = "erfa-site.txt";

/// The folder in which other programs keep the versions of a workspace.
const VERSIONS: &str = ".git";

/// The folder in which a network keeps its logos.
const LOGOS: &str = "logos";

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
        is_about_people: bool,
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
        let opened =
            Opened::new(&path, is_about_people).with_context(|| context.cannot_write(&path))?;
        Ok(Self::Path(path, opened, force))
    }

    /// Writes the answer, whole or not at all. What stood in a file is replaced if it was printed, or may
    /// go.
    pub(super) fn write(self, bytes: &[u8], context: &Context) -> Result<()> {
        match self {
            Self::Standard => context.print(bytes),
            Self::Path(path, opened, force) => {
                let prints = prints(context)?;
                let answers = [(&*path, bytes)];
                let mut held = may_replace(&answers, force, prints.as_ref(), context)?;
                printed(&answers, prints.as_ref());
                replace(&path, opened, bytes, held.pop().flatten(), context)
            }
        }
    }
}

/// What was printed from this workspace, if there is one.
pub(super) fn prints(context: &Context) -> Result<Option<Prints>> {
    Ok(context.workspace_root()?.map(|root| Prints::of(&root)))
}

/// Puts an answer in the place of what a file `held`, unless somebody has changed it meanwhile.
pub(super) fn replace(
    path: &Path,
    opened: Opened,
    answer: &[u8],
    held: Option<Vec<u8>>,
    context: &Context,
) -> Result<()> {
    let beside = match opened {
        Opened::File(beside) => beside,
        Opened::Stream(_) => {
            return opened.write(answer).with_context(|| context.cannot_write(path));
        }
    };
    replace_file(beside, answer, held).map_err(|failure| match failure {
        Failure::Io(_, error) => anyhow!(error).context(context.cannot_write(path)),
        _ => anyhow!(changed_meanwhile(&[path.display().to_string()], context)),
    })
}

/// Asks whether files are replaced that say something else than the answers for them and are nothing that
/// was printed and left alone since; where nobody can be asked they stay. Gives what each holds.
pub(super) fn may_replace(
    answers: &[(&Path, &[u8])],
    force: bool,
    prints: Option<&Prints>,
    context: &Context,
) -> Result<Vec<Option<Vec<u8>>>> {
    refuse_own(answers, context)?;
    let held = |(path, _): &(&Path, &[u8])| {
        let held = files::is_file(path).then(|| files::read_whole(path)).transpose();
        held.with_context(|| context.cannot_write(path))
    };
    let held = answers.iter().map(held).collect::<Result<Vec<_>>>()?;
    let is_others = |((path, bytes), held): &(&(&Path, &[u8]), &Option<Vec<u8>>)| {
        held.as_ref().is_some_and(|held| {
            held != bytes && !prints.is_some_and(|prints| prints.know(path, held))
        })
    };
    let others = answers.iter().zip(&held).filter(|_| !force).filter(is_others);
    let others: Vec<String> = others.map(|((path, _), _)| path.display().to_string()).collect();
    if others.is_empty() {
        return Ok(held);
    }
    if !possible(false) {
        return Err(Findings::one(StandsThere { paths: others }).into());
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
    agree(&question, Reply::No, context)?;
    Ok(held)
}

/// Whether `path` is a folder of pages for everybody, or in one.
pub(super) fn is_among_pages(path: &Path) -> bool {
    let holds_pages = |folder: &Path| files::is_file(&folder.join(PAGES));
    files::place(path).is_some_and(|place| place.ancestors().any(holds_pages))
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
    let is_kept = |path: &Path| path.iter().any(|part| part == JOURNAL || part == VERSIONS);
    let is_named = |path: &str| files::is_file(&root.join(path)) && is_named(&root, path);
    let is_own = |path: String| is_own(&path) || is_named(&path);
    let is_ours = |path: &Path| is_kept(path) || below(path).is_some_and(is_own);
    // Written is where a link leads to.
    let behind = |path: &Path| files::place(path).is_some_and(|place| is_ours(&place));
    let is_ours = |path: &Path| is_ours(path) || behind(path);
    let own = answers.iter().find(|(path, _)| is_ours(path));
    let Some((path, _)) = own else { return Ok(()) };
    Err(refuse(
        "--output",
        &path.display().to_string(),
        "so heißt eine Datei des Arbeitsordners selbst; nennen Sie eine andere",
        "this is a file of the workspace itself; name another one",
    ))
}

/// Refuses a place for several answers where no folder can be, and the folders in which the workspace keeps
/// what it knows.
pub(super) fn refuse_own_folder(folder: &Path, context: &Context) -> Result<()> {
    refuse_no_folder(folder, context)?;
    let is_workspace = files::exists(&folder.join(FILES[0]));
    let own = || {
        let root = files::place(&context.workspace_root().ok()??)?;
        let place = files::place(folder)?;
        if place.iter().any(|part| part == VERSIONS) {
            return Some(());
        }
        let first = place.strip_prefix(root).ok()?.iter().next()?.to_str()?.to_owned();
        let kept = FOLDERS.iter().filter_map(|(own, _)| own.split('/').next());
        kept.chain([OUTBOX, JOURNAL, VERSIONS, LOGOS]).any(|own| own == first).then_some(())
    };
    if !is_workspace && own().is_none() {
        return Ok(());
    }
    Err(refuse(
        context.say("ORDNER", "FOLDER"),
        &folder.display().to_string(),
        "dort liegen Dateien des Arbeitsordners; nennen Sie einen eigenen Ordner",
        "files of the workspace lie there; name a folder of its own",
    ))
}

/// Refuses a place for several answers where something else stands than a folder.
pub(super) fn refuse_no_folder(folder: &Path, context: &Context) -> Result<()> {
    if !files::exists(folder) || files::is_folder(folder) {
        return Ok(());
    }
    let (german, english) = if files::is_dead_link(folder) {
        (
            "das ist ein Verweis, der nirgends hinführt, kein Ordner",
            "this is a link to nowhere, not a folder",
        )
    } else {
        ("das ist eine Datei, kein Ordner", "this is a file, not a folder")
    };
    Err(refuse(context.say("ORDNER", "FOLDER"), &folder.display().to_string(), german, english))
}

/// Whether the workspace keeps in this file, by its path below it, what it knows.
fn is_own(path: &str) -> bool {
    let is_in = |folder: &str| path.strip_prefix(folder).is_some_and(|it| it.starts_with('/'));
    let is_read = |(folder, ending): &(&str, &str)| {
        is_in(folder) && path.rsplit_once('.').is_some_and(|(_, found)| found == *ending)
    };
    FILES.contains(&path) || is_in(OUTBOX) || FOLDERS.iter().any(is_read)
}

/// Whether `network.toml` names the file at `path` below `root`: a logo, a certificate.
fn is_named(root: &Path, path: &str) -> bool {
    let text = files::read_own(&root.join(FILES[0])).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    ['"', '\''].iter().any(|sign| text.contains(&format!("{sign}{path}{sign}")))
}

/// Remembers what is about to be printed, so that it can be renewed even if this run is interrupted.
pub(super) fn printed(answers: &[(&Path, &[u8])], prints: Option<&Prints>) {
    let files: Vec<_> =
        answers.iter().copied().filter(|(path, _)| !files::is_device(path)).collect();
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
