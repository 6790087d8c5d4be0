//! Findings as people read them: the file's own line, underlined, and a hint.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Severity, Wording, worst};
use crate::source::{Origin, Sources, whole_characters};
use crate::text::{
    Language, brief, count, is_obeyed, visible, visible_in_place, wrap, wrap_hanging,
};

/// How findings look.
#[derive(Clone, Copy, Debug)]
pub struct Appearance {
    /// The language of the words.
    pub language: Language,
    /// Whether colour may be used.
    pub colour: bool,
    /// The width in columns; none for a pipe.
    pub width: Option<usize>,
}

/// The longest line that is quoted, in bytes: nobody finds a mark in more.
const LONGEST_QUOTED: usize = 20_000;

/// The columns beside its head that a message needs to stand there.
const LEAST_ROOM: usize = 24;

/// How far further lines of a message are set in otherwise.
const HANGING: usize = 4;

/// How many findings are shown: nobody reads more at once.
const MOST_SHOWN: usize = 1_000;

/// Renders `findings` one after the other, each followed by an empty line.
pub fn render(findings: &[Diagnostic], sources: &Sources, appearance: Appearance) -> String {
    let renderer = if appearance.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(appearance.width.unwrap_or(DEFAULT_TERM_WIDTH));
    let mut text = String::new();
    for finding in findings.iter().take(MOST_SHOWN) {
        let report = renderer.render(&[group(finding, sources, appearance)]);
        let (title, rest) = report.split_once('\n').unwrap_or((&report, ""));
        let title = match appearance.width {
            Some(width) => wrap_hanging(title, width, HANGING),
            None => title.to_owned(),
        };
        let rest = if rest.is_empty() { String::new() } else { format!("\n{rest}") };
        let _ = writeln!(text, "{title}{rest}\n");
    }
    let hidden = findings.len().saturating_sub(MOST_SHOWN);
    if hidden > 0 {
        let _ = match appearance.language {
            Language::German => writeln!(text, "… und {hidden} weitere, alle mit `--json`"),
            Language::English => writeln!(text, "… and {hidden} more, all of them with `--json`"),
        };
    }
    text
}

fn group<'a>(finding: &Diagnostic, sources: &'a Sources, appearance: Appearance) -> Group<'a> {
    let Appearance { language, width, .. } = appearance;
    // The renderer sets further lines of a message below its first, if there is room.
    let fitting = |words: &str, before: &str| {
        let room = width.map(|width| width.saturating_sub(before.chars().count() + 2));
        match room {
            Some(room) if room >= LEAST_ROOM => wrap(words, room).join("\n"),
            Some(_) | None => words.to_owned(),
        }
    };
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let Wording { message, hint } = finding.problem.wording(language);
    let name = match (&finding.acknowledged, language) {
        (None, _) => finding.severity().word(language),
        (Some(_), Language::German) => "bestätigt",
        (Some(_), Language::English) => "acknowledged",
    };
    let title = fitting(&brief(&message), &format!("{name}[{}]", finding.code()));
    let title = level.with_name(name).primary_title(title).id(finding.code());
    let quotes = quotes(finding, sources, language);
    let help = match language {
        Language::German => "Hilfe",
        Language::English => "help",
    };
    // Who accepts a finding needs no way out of it.
    let hint = hint
        .filter(|_| finding.acknowledged.is_none())
        .map(|hint| fitting(&brief(&hint), &format!("  = {help}")));
    let (reason, because) = (
        finding.acknowledged.as_deref().map(brief),
        match language {
            Language::German => "Grund",
            Language::English => "reason",
        },
    );
    Group::with_title(title)
        .elements(quotes)
        .elements(hint.map(|hint| Level::HELP.with_name(help).message(hint)))
        .elements(reason.map(|reason| {
            let reason = fitting(&reason, &format!("  = {because}"));
            Level::NOTE.with_name(because).message(reason)
        }))
}

/// Quotes the lines of a finding's places, each line once. The renderer gets those lines alone, so
/// that a finding in a large file costs no more than one in a small file.
fn quotes<'a>(finding: &Diagnostic, sources: &'a Sources, language: Language) -> Vec<Element<'a>> {
    let primary = finding.place.map(|origin| (origin, AnnotationKind::Primary, None));
    let related = finding
        .related
        .iter()
        .map(|(origin, label)| (*origin, AnnotationKind::Context, Some(label.word(language))));
    let mut lines: Vec<(Origin, Range<usize>, Vec<Annotation<'a>>)> = Vec::new();
    for (origin, kind, label) in primary.into_iter().chain(related) {
        let line = sources.line(origin);
        let span = origin.start as usize..origin.end as usize;
        let within = |at: usize| at.clamp(line.start, line.end) - line.start;
        let text = &sources.file(origin.file).text[line.clone()];
        let span = whole_characters(text, within(span.start)..within(span.end));
        let mark = kind.span(span).label(label);
        let same = |(first, range, _): &&mut (Origin, Range<usize>, _)| {
            first.file == origin.file && *range == line
        };
        match lines.iter_mut().find(same) {
            Some((.., marks)) => marks.push(mark),
            None => lines.push((origin, line, vec![mark])),
        }
    }
    let snippet = |(origin, line, marks): (Origin, Range<usize>, Vec<Annotation<'a>>)| {
        let file = sources.file(origin.file);
        let place = sources.position(origin);
        if line.len() > LONGEST_QUOTED {
            let column = place.column;
            let place = annotate_snippets::Origin::path(visible(&file.path)).line(place.line);
            return Element::from(place.char_column(column));
        }
        Snippet::source(quoted(&file.text[line]))
            .line_start(place.line)
            .path(visible(&file.path))
            .annotations(marks)
            .into()
    };
    lines.into_iter().map(snippet).collect()
}

/// A line as it is quoted; what the renderer shows by signs of its own stays for it.
fn quoted(line: &str) -> Cow<'_, str> {
    let is_ours = |letter: char| is_obeyed(letter) && !letter.is_ascii();
    if line.contains(is_ours) { Cow::Owned(visible_in_place(line)) } else { Cow::Borrowed(line) }
}

/// How many findings of which weight there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    /// Those that somebody acknowledged; they count as nothing else.
    pub acknowledged: usize,
}

impl Summary {
    /// Counts `findings`.
    pub fn of(findings: &[Diagnostic]) -> Self {
        let is_known = |finding: &&Diagnostic| finding.acknowledged.is_some();
        let count = |weight| {
            let open = findings.iter().filter(|finding| !is_known(finding));
            open.filter(|finding| finding.severity() == weight).count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            acknowledged: findings.iter().filter(is_known).count(),
        }
    }

    /// "2 errors, 1 warning"; empty without findings.
    pub fn words(self, language: Language) -> String {
        let (error, errors, warning, warnings, note, notes) = match language {
            Language::German => ("Fehler", "Fehler", "Warnung", "Warnungen", "Hinweis", "Hinweise"),
            Language::English => ("error", "errors", "warning", "warnings", "note", "notes"),
        };
        let known = match language {
            Language::German => "bestätigt",
            Language::English => "acknowledged",
        };
        [
            (self.errors, error, errors),
            (self.warnings, warning, warnings),
            (self.notes, note, notes),
            (self.acknowledged, known, known),
        ]
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| count(number, one, many).to_string())
        .collect::<Vec<_>>()
        .join(", ")
    }
}

/// Whether `findings` stop a command: an error does, a warning under `strict`.
pub fn stops(findings: &[Diagnostic], strict: bool) -> bool {
    worst(findings)
        .is_some_and(|worst| worst >= if strict { Severity::Warning } else { Severity::Error })
}
