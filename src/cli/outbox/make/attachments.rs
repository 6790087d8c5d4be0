//! Files that go with mails.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::answer::{Answer, Wanted};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::MissingAttachment;
use crate::document::agenda;
use crate::domain::meeting::Meeting;
use crate::render::Format;
use crate::render::eml::Attachment;
use crate::render::sheet::Sheet;
use crate::system::files;
use crate::text::{Language, Vocabulary as _, slug};
use crate::view::DocumentKind;
use crate::view::programme::{Edition, programme};

/// What kinds of files are, by their endings.
const TYPES: &[(&str, &str)] = &[
    ("pdf", PDF),
    ("docx", WORD),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("html", "text/html"),
    ("txt", "text/plain"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("ics", "application/ics"),
];

const PDF: &str = "application/pdf";

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Reads the files at `paths`; one that is named twice goes along once.
///
/// # Errors
/// With every file that cannot be read.
pub(super) fn read(paths: &[PathBuf]) -> Result<Vec<Attachment>> {
    let mut attachments = Vec::new();
    let mut findings = Vec::new();
    let plain = |path: &PathBuf| path.strip_prefix(".").map(Path::to_owned).unwrap_or(path.clone());
    let mut known: Vec<PathBuf> = Vec::new();
    for path in paths {
        if known.contains(&plain(path)) {
            continue;
        }
        known.push(plain(path));
        match files::read(path) {
            Ok(content) => {
                let (name, kind) = described(path);
                attachments.push(Attachment::new(&name, kind, content)?);
            }
            Err(error) => {
                let path = path.display().to_string();
                let reason = files::words(&error);
                findings.push(Diagnostic::new(MissingAttachment { path, reason }));
            }
        }
    }
    if findings.is_empty() {
        return Ok(attachments);
    }
    Err(Findings { sources: std::sync::Arc::default(), findings }.into())
}

/// A name of plain letters, which every mail program shows as it is, and what kind of file it is.
fn described(path: &Path) -> (String, &'static str) {
    let part = |part: Option<&std::ffi::OsStr>| {
        slug(&part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default())
    };
    let (stem, ending) = (part(path.file_stem()), part(path.extension()));
    let stem = if stem.is_empty() { "anlage".to_owned() } else { stem };
    let kind = TYPES.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind);
    let name = if ending.is_empty() { stem } else { format!("{stem}.{ending}") };
    (name, kind.unwrap_or("application/octet-stream"))
}

/// The programme as a file, if there is one; for somebody who `is_new` without what was given up.
pub(super) fn programme_file(
    meeting: &Meeting,
    language: Language,
    is_new: bool,
    loaded: &Loaded,
    context: &Context,
) -> Result<Option<Attachment>> {
    let answer = programme(&loaded.workspace, meeting, language, Edition::Full);
    let answer = answer.on(meeting, context.clock.today());
    let answer = if is_new { answer.without_dropped() } else { answer };
    if agenda::is_empty(&answer.days) {
        return Ok(None);
    }
    let template = loaded.template(DocumentKind::Programme.word(), language, meeting);
    let document = template.and_then(|template| template.render(&answer));
    let mut document = document.map_err(|findings| loaded.fail(findings))?;
    document.frame.logos = loaded.logos(meeting)?;
    let stem = match language {
        Language::German => "programm",
        Language::English => "programme",
    };
    // A program without PDF gives what it has.
    let (kind, format) =
        if cfg!(feature = "pdf") { (PDF, Format::Pdf) } else { (WORD, Format::Docx) };
    let answer = Answer::about(loaded).document(|_, _| Ok(document.clone()));
    let bytes = answer.encode(Wanted { format, sheet: Sheet::default() }, context)?;
    Ok(Some(Attachment::new(&format!("{stem}.{}", format.extension()), kind, bytes)?))
}
