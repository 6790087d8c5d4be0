//! Changes to files of the workspace: shown first, made together or not at all.

use std::sync::Arc;

use anyhow::Result;
use chrono::NaiveDate;

use super::context::Context;
use super::dialogue::{Reply, agree, ask_yes_or_no};
use super::failure::{Cancelled, Findings};
use super::loaded::Loaded;
use crate::diagnostic::change::Unasked;
use crate::diagnostic::file::FileTooLarge;
use crate::diagnostic::{Diagnostic, Severity, stops};
use crate::domain::line::Line;
use crate::input;
use crate::plan::programme::clash;
use crate::source::{RawFile, Sources};
use crate::system::{files, terminal};
use crate::text::Language;

mod manner;
mod new_text;
mod put;
mod told;

pub(super) use manner::Manner;
pub(super) use new_text::NewText;
pub(super) use put::{
    Before, Beside, FileChange, changed_meanwhile, put, put_beside, replace, set_down_final,
};
pub(super) use told::told;

/// What an edit asks for, whatever it is about.
#[derive(clap::Args, Debug)]
pub(super) struct EditArgs {
    /// Why; needed, and kept in the file
    #[arg(long, value_name = "WORDS", value_parser = line, required_unless_present = "undo")]
    pub(super) reason: Option<Line>,

    /// Take the last such change back
    #[arg(long, conflicts_with = "reason")]
    pub(super) undo: bool,

    #[command(flatten)]
    pub(super) manner: Manner,
}

impl EditArgs {
    /// The reason; clap has seen to it that there is one.
    pub(super) fn reason(&self) -> String {
        self.reason.as_ref().map(ToString::to_string).unwrap_or_default()
    }
}

/// Reads one line of words.
pub(super) fn line(words: &str) -> Result<Line, String> {
    Line::new(words).map_err(|_| "\"Rathausumbau\"".to_owned())
}

/// Proposes changes: checks what the files would say, shows in words what changes, asks on a terminal,
/// and writes. Without a terminal they are only shown, unless the user has said yes. `words` tell the
/// changes better than their own words would, if there are any. Says whether they are made; a dry run
/// makes none.
///
/// # Errors
/// If files would have errors that they have not now, if nobody agrees, or if nobody can be asked.
pub(super) fn propose(
    changes: &[NewText],
    warnings: Vec<Diagnostic>,
    words: Option<&str>,
    manner: Manner,
    loaded: &Loaded,
    context: &Context,
) -> Result<bool> {
    let changes = wired(changes, loaded)?;
    let is_made = is_agreed(&changes, warnings, words, manner, loaded, context)?;
    if is_made {
        write(&changes, Beside::default(), loaded, context)?;
    }
    Ok(is_made)
}

/// The changes, with new files that name their schemas. What only moves stays as it is.
pub(super) fn wired(changes: &[NewText], loaded: &Loaded) -> Result<Vec<NewText>> {
    let root = loaded.writable_root()?;
    let moves = changes.iter().any(|change| change.after().is_none());
    let is_new = |change: &NewText| change.before(loaded).is_none() && !moves;
    let wired = changes.iter().cloned();
    Ok(wired.map(|change| if is_new(&change) { change.wired(root) } else { change }).collect())
}

/// The same without writing anything yet.
pub(super) fn is_agreed(
    changes: &[NewText],
    warnings: Vec<Diagnostic>,
    words: Option<&str>,
    manner: Manner,
    loaded: &Loaded,
    context: &Context,
) -> Result<bool> {
    let shown = prepared(changes, warnings, words, manner, loaded, context)?;
    show(&shown, manner, context)?;
    is_made(manner, context)
}

/// The same as the last step of a dialogue: none if the user wants to go back a step.
pub(super) fn propose_or_back(
    changes: &[NewText],
    manner: Manner,
    loaded: &Loaded,
    context: &Context,
) -> Result<Option<bool>> {
    if !manner.asks() {
        return propose(changes, Vec::new(), None, manner, loaded, context).map(Some);
    }
    let changes = &wired(changes, loaded)?;
    let shown = prepared(changes, Vec::new(), None, manner, loaded, context)?;
    terminal::say(&format!("{}\n", shown.trim_end()));
    match ask_yes_or_no(question(context), Reply::Yes, true, context)? {
        Reply::Yes => write(changes, Beside::default(), loaded, context)?,
        Reply::No => return Err(Cancelled.into()),
        Reply::Back => return Ok(None),
    }
    Ok(Some(true))
}

/// Checks changes, and says in words what they are.
fn prepared(
    changes: &[NewText],
    warnings: Vec<Diagnostic>,
    words: Option<&str>,
    manner: Manner,
    loaded: &Loaded,
    context: &Context,
) -> Result<String> {
    check(changes, warnings, loaded, context)?;
    if manner.asks() || manner.is_agreed() {
        // What cannot be written is not worth a look.
        context.take_in_hand(loaded.writable_root()?)?;
    }
    let members = &loaded.workspace.network.members;
    let of_one = |change: &NewText| {
        let (before, after) = (change.before(loaded), change.after());
        let is_twin = |other: &&NewText| {
            other.before(loaded) == after && other.after() == before && other.path != change.path
        };
        let twin = changes.iter().find(is_twin).filter(|_| before.is_none() || after.is_none());
        match twin {
            // The one that goes tells it of both.
            Some(_) if before.is_none() => String::new(),
            Some(twin) => format!("{} → {}\n", change.path, twin.path),
            None => told(&change.path, before, after, members, context),
        }
    };
    let own = || changes.iter().map(of_one).collect::<String>();
    Ok(words.map_or_else(own, str::to_owned))
}

/// Shows what would change, and asks on a terminal.
///
/// # Errors
/// If the user does not agree.
pub(super) fn show(words: &str, manner: Manner, context: &Context) -> Result<()> {
    show_by(words, question(context), manner, context)
}

/// The same with a question of its own.
pub(super) fn show_by(
    words: &str,
    question: &str,
    manner: Manner,
    context: &Context,
) -> Result<()> {
    if manner.asks() {
        terminal::say(&format!("{}\n", words.trim_end()));
        return agree(question, Reply::Yes, context);
    }
    context.note(words.trim_end());
    Ok(())
}

/// The same of a change that stays, which is said; Enter alone means no.
pub(super) fn show_final(words: &str, manner: Manner, context: &Context) -> Result<()> {
    let words = format!("{}\n{}\n", words.trim_end(), is_final(context));
    if manner.asks() {
        terminal::say(&words);
        return agree(question(context), Reply::No, context);
    }
    context.note(words.trim_end());
    Ok(())
}

/// That a change stays, and what is before it, too.
pub(super) fn is_final(context: &Context) -> &str {
    context.say(
        "Das lässt sich nicht zurücknehmen, und was vorher geändert wurde, danach auch nicht mehr.",
        "This cannot be taken back, and afterwards neither can what was changed before.",
    )
}

fn question(context: &Context) -> &str {
    context.say("Das ändern?", "Make this change?")
}

/// Whether changes that were shown, and asked about where that is possible, are made: a dry run makes
/// none.
///
/// # Errors
/// If the user has not said yes and nobody could be asked.
pub(super) fn is_made(manner: Manner, context: &Context) -> Result<bool> {
    if manner.dry_run {
        context.note(
            context.say("Nur gezeigt; nichts ist geändert.", "Only shown; nothing is changed."),
        );
        return Ok(false);
    }
    if manner.asks() || manner.is_agreed() {
        return Ok(true);
    }
    Err(Findings::one(Unasked {}).into())
}

/// The same for a change that is neither shown nor asked about, and that stays.
pub(super) fn make_for_good(changes: &[NewText], loaded: &Loaded, context: &Context) -> Result<()> {
    check(changes, Vec::new(), loaded, context)?;
    write(changes, Beside { is_final: true, ..Beside::default() }, loaded, context)
}

/// Checks what the files would say: errors that were not there before are the end.
pub(super) fn check(
    changes: &[NewText],
    warnings: Vec<Diagnostic>,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    loaded.writable_root()?;
    if stops(&warnings, context.strict) {
        return Err(loaded.fail(warnings));
    }
    too_large(changes)?;
    let mut found = new_findings(changes, loaded, context.clock.today());
    if stops(&found.findings, context.strict) {
        return Err(found.into());
    }
    context.warn(&warnings, &loaded.sources);
    let words = |finding: &Diagnostic| finding.problem.wording(context.language);
    found.findings.retain(|one| warnings.iter().all(|told| words(told) != words(one)));
    context.warn(&found.findings, &found.sources);
    Ok(())
}

/// Refuses what nobody could read again.
fn too_large(changes: &[NewText]) -> Result<()> {
    let size =
        |change: &NewText| u64::try_from(change.text.len()).unwrap_or(u64::MAX).div_ceil(1 << 20);
    let large = changes.iter().map(|change| (change, size(change)));
    let large = large.filter(|(_, mebibytes)| *mebibytes > files::LARGEST);
    let findings: Vec<Diagnostic> = large
        .map(|(change, mebibytes)| {
            let path = change.path.clone();
            Diagnostic::new(FileTooLarge { path, mebibytes, most: files::LARGEST })
        })
        .collect();
    if findings.is_empty() {
        Ok(())
    } else {
        Err(Findings { sources: Arc::default(), findings }.into())
    }
}

/// Writes changes of files that were read as `loaded`, and what changes beside them.
pub(super) fn write(
    changes: &[NewText],
    beside: Beside,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let change = |change: &NewText| FileChange {
        path: change.path.clone(),
        before: change.before(loaded).map_or(Before::Nothing, Before::Text),
        after: change.after().map(str::to_owned),
    };
    let changes: Vec<FileChange<'_>> = changes.iter().map(change).collect();
    put_beside(loaded.writable_root()?, &changes, beside, context)
}

impl NewText {
    fn before<'l>(&self, loaded: &'l Loaded) -> Option<&'l str> {
        loaded.sources.find(&self.path).map(|(_, file)| file.text.as_str())
    }
}

/// What `erfa check` would find after the changes and did not find before.
fn new_findings(changes: &[NewText], loaded: &Loaded, today: NaiveDate) -> Findings {
    let (after, sources) = findings(&loaded.sources, changes, today);
    Findings { sources: sources.into(), findings: added(&findings_before(loaded, today), after) }
}

/// What `erfa check` finds in the files as they were read.
pub(super) fn findings_before(loaded: &Loaded, today: NaiveDate) -> Vec<Diagnostic> {
    // A file of which something was lost in reading is not what it was when it is read again, and what is
    // published of cantons is not read again at all.
    let found = loaded.all_found().filter(|found| !stops(found, false));
    match found.filter(|_| !loaded.workspace.has_cantons()) {
        Some(found) => found.to_vec(),
        None => findings(&loaded.sources, &[], today).0,
    }
}

/// What is found `after` and was not `before`, as often as it is found more often.
pub(super) fn added(before: &[Diagnostic], mut after: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let key =
        |finding: &Diagnostic| (finding.code(), finding.problem.wording(Language::English).message);
    let mut known: Vec<_> = before.iter().map(key).collect();
    after.retain(|finding| {
        let same = known.iter().position(|known| *known == key(finding));
        same.map(|at| known.swap_remove(at)).is_none() && finding.severity() > Severity::Note
    });
    after
}

/// What `erfa check` would find in the files of `sources` after the changes.
pub(super) fn findings(
    sources: &Sources,
    changes: &[NewText],
    today: NaiveDate,
) -> (Vec<Diagnostic>, Sources) {
    let is_changed = |path: &str| changes.iter().any(|change| change.path == path);
    let kept = sources.iter().filter(|(_, file)| !is_changed(&file.path));
    let kept = kept.map(|(_, file)| RawFile::from((&*file.path, &*file.text)));
    let new =
        changes.iter().filter_map(|change| Some(RawFile::from((&*change.path, change.after()?))));
    let reading = input::read(kept.chain(new).collect());
    let clashes = reading.workspace.iter().flat_map(|one| clash::findings(one, today));
    (reading.findings.into_iter().chain(clashes).collect(), reading.sources)
}

/// Asks whether to do it.
pub(super) fn confirm(context: &Context) -> Result<()> {
    agree(question(context), Reply::Yes, context)
}
