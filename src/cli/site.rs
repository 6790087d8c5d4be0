//! `erfa site`

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::change::{Manner, is_made, show_by};
use super::context::Context;
use super::loaded::Loaded;
use super::reads::{Area, Reads};
use super::target::refuse_own_folder;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::list::PrivatePage;
use crate::diagnostic::stops;
use crate::plan::post::notification;
use crate::plan::programme::clash::agreed;
use crate::plan::programme::release::unreleased;
use crate::plan::site::exposed::{Private, holds_access};
use crate::plan::site::held_back;
use crate::text::list::and;
use crate::text::{Language, count};
use crate::view::site::SiteChange;

mod manifest;
mod pages;
mod put;

/// Write the pages of the network for any web server
///
/// The next meeting, what is over by year, a page for each meeting with its programme as PDF and for Word
/// and its date for calendars, the members, a calendar to subscribe to and a feed of news. The pages load
/// nothing from elsewhere and need no script. They tell what is for everybody: no inner items, no programme
/// that was not given out yet, nobody's mail address. Files that stay the same are not touched; what erfa
/// did not write there is left alone.
#[derive(clap::Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "flags, not states")]
pub(super) struct SiteArgs {
    /// The folder; it is made if need be
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,

    /// Remove files that belong to nothing any more, too; without it they are only named
    #[arg(long)]
    prune: bool,

    /// Replace and remove files that somebody has changed by hand, too
    #[arg(long)]
    force: bool,

    /// Show changes that were not given out yet, too, marked as a draft
    #[arg(long)]
    anyway: bool,

    #[command(flatten)]
    manner: Manner,

    /// Say as JSON which files are new, changed, removed or left
    #[arg(long)]
    json: bool,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Meetings]);

/// The most names in a line.
const MOST_NAMED: usize = 6;

pub(super) fn run(args: &SiteArgs, context: &Context) -> Result<()> {
    refuse_own_folder(&args.folder, context)?;
    context.begin_answers(&args.folder)?;
    let loaded = context.load(READS)?;
    rely_on(&loaded, args.anyway, context)?;
    let languages = languages(&loaded, context);
    let site = pages::site(&languages, &loaded, context)?;
    refuse_private(&site, &loaded)?;
    let put::Plan { change, files } =
        put::plan(&args.folder, site, [args.prune, args.force], &loaded, context)?;
    if !change.news {
        context.note(match &loaded.workspace.network.site.url {
            None => context.say(
                "Kein Feed mit Neuigkeiten: dafür fehlt in `network.toml` unter `[site]` die Adresse (`url`).",
                "No news feed: for that `network.toml` lacks the address (`url`) below `[site]`.",
            ),
            Some(_) => context.say(
                "Kein Feed mit Neuigkeiten: bei keinem Treffen steht, wann es zuletzt geändert wurde.",
                "No news feed: no meeting says when it was changed last.",
            ),
        });
    }
    let told = |change: &SiteChange| if args.json { context.print_json(change) } else { Ok(()) };
    let words = words(&change, &languages, &args.folder, context.language);
    if files.is_empty() {
        context.note(&words);
        return told(&change);
    }
    show_by(&words, context.say("Das schreiben?", "Write this?"), args.manner, context)?;
    match is_made(args.manner, context) {
        Ok(false) => {}
        Ok(true) => {
            put::put(files, &args.folder, context)?;
            context.note(&done(&change, &args.folder, context.language));
        }
        Err(error) => return told(&change).and(Err(error)),
    }
    told(&change)
}

/// Stops at faults in what any page tells, and at what was not given out yet; with `anyway` it warns of what
/// calendars were not told.
fn rely_on(loaded: &Loaded, anyway: bool, context: &Context) -> Result<()> {
    let Loaded { workspace, sources, .. } = loaded;
    workspace.meetings.iter().try_for_each(|meeting| loaded.rely_on_named_by(meeting))?;
    let meetings = || workspace.meetings.iter();
    let unreleased: Vec<Diagnostic> = if anyway {
        meetings().filter_map(|one| unreleased(workspace, one)).collect()
    } else {
        meetings().filter_map(|one| held_back(workspace, one)).collect()
    };
    if stops(&unreleased, context.strict) {
        return Err(loaded.fail(unreleased));
    }
    context.warn(&unreleased, sources);
    Ok(())
}

/// Stops at pages that would tell how to reach somebody, or how to get into an online meeting: people write
/// that into texts. What they have agreed to may stand there.
fn refuse_private(site: &pages::Pages, loaded: &Loaded) -> Result<()> {
    let workspace = &loaded.workspace;
    let agreed = agreed(workspace);
    let private = Private::of(workspace).without(&agreed.contacts);
    let exposed = |file: &pages::File| {
        let pages::Content::Ready(bytes) = &file.content else { return None };
        let text = String::from_utf8_lossy(bytes);
        let name = |id| notification::name(workspace.contact(id));
        let names: Vec<String> = private.in_text(&text).into_iter().map(name).collect();
        // What tells of several meetings tells no more of each than its own page.
        let is_of = |id: &String| file.path.contains(&format!("meetings/{id}."));
        let is_of_several = !file.path.contains("meetings/");
        let may_open = agreed.access.iter().any(|id| is_of_several || is_of(id));
        let access = !may_open && holds_access(&text);
        let path = file.path.clone();
        let is_private = access || !names.is_empty();
        is_private.then(|| Diagnostic::new(PrivatePage { path, names, access }))
    };
    let findings: Vec<Diagnostic> = site.files.iter().filter_map(exposed).collect();
    if findings.is_empty() { Ok(()) } else { Err(loaded.fail(findings)) }
}

/// The languages of the pages: what is said now, else what the network says of its site, else its own.
fn languages(loaded: &Loaded, context: &Context) -> Vec<Language> {
    let own = &loaded.workspace.network.site.languages;
    match context.chosen_language() {
        Some(chosen) => vec![chosen],
        None if own.is_empty() => vec![loaded.document_language],
        None => own.clone(),
    }
}

/// What becomes of the files, in lines.
fn words(change: &SiteChange, languages: &[Language], folder: &Path, language: Language) -> String {
    let names = and(languages.iter().map(|one| one.name(language)), language);
    let mut lines = vec![format!(
        "{} `{}` ({names})",
        language.pick("Seiten in", "Pages in"),
        folder.display()
    )];
    let mut line = |german: &str, english: &str, files: &[String]| {
        if !files.is_empty() {
            lines.push(format!("  {}: {}", language.pick(german, english), named(files, language)));
        }
    };
    line("neu", "new", &change.new);
    line("geändert", "changed", &change.changed);
    line("gelöscht", "removed", &change.removed);
    line(
        "nicht mehr gebraucht; `--prune` löscht es",
        "belong to nothing any more; `--prune` removes them",
        &change.gone,
    );
    line(
        "nicht mehr gebraucht, aber von Hand geändert: bleiben ohne `--force`",
        "belong to nothing any more, but changed by hand: stay without `--force`",
        &change.kept,
    );
    let unchanged = change.unchanged;
    let kept = (unchanged > 0).then(|| match language {
        Language::German => format!("  unverändert: {}", count(unchanged, "Datei", "Dateien")),
        Language::English => format!("  unchanged: {}", count(unchanged, "file", "files")),
    });
    lines.extend(kept);
    lines.join("\n")
}

/// "3: index.html, archive.html und members.html"
fn named(files: &[String], language: Language) -> String {
    let more = files.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| format!("{more} {}", language.pick("weitere", "more")));
    let names = files.iter().take(MOST_NAMED).cloned().chain(more);
    format!("{} – {}", files.len(), and(names, language))
}

/// What was done, in a line.
fn done(change: &SiteChange, folder: &Path, language: Language) -> String {
    let written = change.new.len() + change.changed.len();
    let (folder, removed) = (folder.display(), change.removed.len());
    match language {
        Language::German => {
            let removed =
                if removed > 0 { format!(", {removed} gelöscht") } else { String::new() };
            format!("{} in `{folder}` geschrieben{removed}.", count(written, "Datei", "Dateien"))
        }
        Language::English => {
            let removed = if removed > 0 { format!(", {removed} removed") } else { String::new() };
            format!("{} written in `{folder}`{removed}.", count(written, "file", "files"))
        }
    }
}
