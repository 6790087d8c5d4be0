//! `erfa minutes read`

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;

use super::file::{READS, path_of};
use crate::cli::change::{Manner, NewText, propose};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::set::{done, refuse};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::file::{FileUnreadable, NotUtf8};
use crate::domain::meeting::Meeting;
use crate::input::docx::{WordText, read_word};
use crate::input::minutes::{Found, arranged, read_lines};
use crate::plan::minutes::{Sections, sections};
use crate::plan::usual_meeting::Purpose;
use crate::system::files;
use crate::text::{Language, count, list, slug};

/// Take in minutes that were written elsewhere
///
/// A Word file or a file of Markdown. Its headings find their items of the programme; everything stays, in
/// its order, and what belongs to no item is listed. Lines that begin with `Action:` become actions. Of a
/// Word file text, lists and tables are read; pictures and footnotes are counted and left out.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct ReadArgs {
    /// The file: `.docx` or `.md`
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The meeting [default: the one that the file's name or its first heading names]
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    manner: Manner,
}

pub(super) fn run(args: &ReadArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let shown = args.file.display().to_string();
    let bytes = files::read(&args.file).map_err(|error| {
        Findings::one(FileUnreadable { path: shown.clone(), reason: files::words(&error) })
    })?;
    let text = text(&shown, &bytes)?;
    if text.markdown.trim().is_empty() {
        return Err(refuse(
            "FILE",
            &shown,
            "die Datei enthält keinen Text",
            "the file has no text",
        ));
    }
    let meeting = meeting(args, &text.markdown, &loaded, context)?;
    let path = path_of(&meeting.id);
    let markdown = arranged(&text.markdown, meeting);
    if loaded.sources.find(&path).is_some_and(|(_, file)| file.text == markdown) {
        context.note(context.say(
            "Das steht schon so da; nichts ist geändert.",
            "It says so already; nothing is changed.",
        ));
        return Ok(());
    }
    let found = read_lines(&markdown);
    let headings: Vec<(u8, String)> = found
        .iter()
        .filter_map(|(_, found)| match found {
            Found::Heading(level, words) => Some((*level, words.clone())),
            Found::Action(_) => None,
        })
        .collect();
    let fit = sections(meeting, &headings);
    let agreements = found.len() - headings.len();
    context.note(&told(meeting, &fit, agreements, &text, context.language));
    let change = NewText { path, text: markdown };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}

/// What the file says, as Markdown.
fn text(path: &str, bytes: &[u8]) -> Result<WordText> {
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    match ending.as_str() {
        "docx" => Ok(read_word(path, bytes).map_err(alone)?),
        "md" | "markdown" | "txt" => {
            let text = String::from_utf8(bytes.to_vec()).map_err(|error| {
                let byte = bytes[error.utf8_error().valid_up_to()];
                alone(Diagnostic::new(NotUtf8 { byte, path: Some(path.to_owned()) }))
            })?;
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            let markdown = if text.ends_with('\n') { text } else { text + "\n" };
            Ok(WordText { markdown, ..WordText::default() })
        }
        _ => Err(refuse(
            "FILE",
            path,
            "ein Protokoll ist eine Datei von Word (`.docx`) oder Markdown (`.md`)",
            "minutes are a file of Word (`.docx`) or Markdown (`.md`)",
        )),
    }
}

/// A finding about a file outside of the workspace.
fn alone(finding: Diagnostic) -> Findings {
    Findings { sources: Arc::default(), findings: vec![finding] }
}

/// The meeting that the minutes are about.
fn meeting<'l>(
    args: &ReadArgs,
    markdown: &str,
    loaded: &'l Loaded,
    context: &Context,
) -> Result<&'l Meeting> {
    if args.meeting.is_some() {
        let named = args.meeting.as_deref();
        return loaded.bare_meeting_for(Purpose::LookingBack, named, context);
    }
    let stem = args.file.file_stem().map(|stem| slug(&stem.to_string_lossy())).unwrap_or_default();
    let stem = stem.trim_end_matches("-minutes");
    let title = read_lines(markdown).into_iter().find_map(|(_, found)| match found {
        Found::Heading(_, words) => Some(format!("-{}-", slug(&words))),
        Found::Action(_) => None,
    });
    let meetings = &loaded.workspace.meetings;
    let by_title = || {
        let title = title.as_deref()?;
        let names = |meeting: &&Meeting| {
            let name = slug(meeting.title.value.as_str());
            !name.is_empty() && title.contains(&format!("-{name}-"))
        };
        let mut found = meetings.iter().filter(names);
        found.next().filter(|_| found.next().is_none())
    };
    let meant = loaded.workspace.meeting(stem).or_else(by_title);
    let Some(meant) = meant else {
        return Err(refuse(
            "--meeting",
            &args.file.display().to_string(),
            "weder der Name der Datei noch ihre Überschrift nennt ein Treffen; nennen Sie es mit `--meeting`",
            "neither the name of the file nor its heading names a meeting; name it with `--meeting`",
        ));
    };
    loaded.bare_meeting(Some(meant.id.as_str()), context)
}

/// What was found, in words.
fn told(
    meeting: &Meeting,
    fit: &Sections,
    agreements: usize,
    text: &WordText,
    language: Language,
) -> String {
    let title = |number: &usize| {
        let session = &meeting.sessions[*number];
        let kind = || session.actual_kind(&meeting.sessions).name(language).to_owned();
        session.title_in(&meeting.sessions).map_or_else(kind, |title| title.value.to_string())
    };
    let quoted = |words: &str| language.pick(format!("„{words}“"), format!("“{words}”"));
    let names = |numbers: &[usize]| {
        list::and(numbers.iter().map(|number| quoted(&title(number))), language)
    };
    let all = fit.found.len() + fit.missing.len();
    let found = fit.found.len();
    let has = if found == 1 { ("hat", "has") } else { ("haben", "have") };
    let mut lines = vec![language.pick(
        format!("{}: {found} von {all} Programmpunkten {} einen Abschnitt.", meeting.id, has.0),
        format!("{}: {found} of {all} items {} a section.", meeting.id, has.1),
    )];
    let mut add = |holds: bool, german: String, english: String| {
        if holds {
            lines.push(language.pick(german, english));
        }
    };
    let missing = names(&fit.missing);
    add(
        !fit.missing.is_empty(),
        format!("Ohne Abschnitt: {missing}."),
        format!("Without a section: {missing}."),
    );
    let others = list::and(fit.others.iter().map(|words| quoted(words)), language);
    add(
        !fit.others.is_empty(),
        format!("Weitere Überschriften: {others}."),
        format!("Further headings: {others}."),
    );
    add(
        agreements > 0,
        format!("{}.", count(agreements, "Zeile nennt eine Aufgabe", "Zeilen nennen eine Aufgabe")),
        format!("{}.", count(agreements, "line names an action", "lines name an action")),
    );
    let pictures = text.pictures;
    add(
        pictures > 0,
        format!("Nicht übernommen: {}.", count(pictures, "Bild", "Bilder")),
        format!("Not taken: {}.", count(pictures, "picture", "pictures")),
    );
    let notes = text.notes;
    add(
        notes > 0,
        format!("Nicht übernommen: {}.", count(notes, "Fußnote", "Fußnoten")),
        format!("Not taken: {}.", count(notes, "footnote", "footnotes")),
    );
    let unlinked = text.links;
    add(
        unlinked > 0,
        format!("Nur mit ihren Worten übernommen: {}.", count(unlinked, "Verweis", "Verweise")),
        format!("Taken with their words alone: {}.", count(unlinked, "link", "links")),
    );
    lines.join("\n")
}
