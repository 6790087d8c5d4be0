//! `erfa write`

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::context::Context;
use super::failure::Findings;
use super::format::{Format, Target, Wish, bytes as encode, folder, words};
use super::loaded::Loaded;
use super::paper::PaperArgs;
use crate::diagnostic::writing::{SeveralDocuments, UnknownDocument};
use crate::diagnostic::{Diagnostic, stops};
use crate::document::listing;
use crate::document::template::own_kinds;
use crate::domain::meeting::Meeting;
use crate::plan::post::applicability::{Occasion, objection};
use crate::plan::post::document_kind::{Document, DocumentKind};
use crate::render::json::json;
use crate::render::sheet::Sheet;
use crate::system::files;
use crate::text::{Language, Vocabulary as _, count, nearest};
use crate::view::merge::has_changes;

mod mail;
mod print;
pub(super) mod rendered;

use rendered::{Rendered, for_recipients};

/// Write a document about a meeting
///
/// Letters go to the recipients that `--to` names; without `--to` it is an open letter. Templates of
/// your own in `templates/de/` and `templates/en/` replace ours or are documents of their own.
/// Nothing is sent: mails come out as drafts that a mail program opens.
#[derive(clap::Args, Debug)]
pub(super) struct WriteArgs {
    /// The document; `--list` names all
    #[arg(value_name = "DOCUMENT", required_unless_present = "list")]
    kind: Option<String>,

    /// The meeting [default: the next one, else the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    /// Name all documents
    #[arg(long, exclusive = true)]
    list: bool,

    #[command(flatten)]
    delivery: Delivery,
}

/// To whom, in which format and where a document goes.
#[derive(clap::Args, Debug)]
pub(super) struct Delivery {
    /// A contact, a city, a group, or `all` (can be repeated)
    #[arg(long, value_name = "WHO")]
    to: Vec<String>,

    /// One letter to all of them, with guests of high rank greeted by name
    #[arg(long, requires = "to")]
    together: bool,

    /// text, markdown, html, docx, pdf, json or eml [default: the output's ending; text]
    #[arg(long, value_name = "FORMAT", hide_possible_values = true,
          value_parser = Format::among(FORMATS))]
    format: Option<Format>,

    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,

    #[command(flatten)]
    paper: PaperArgs,

    /// Write to this file, or one file a letter into this folder, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
}

/// What documents are about and what becomes of them.
#[derive(Clone, Copy)]
struct Order<'a> {
    /// The meeting.
    meeting: &'a Meeting,
    /// The format.
    format: Format,
    /// How a PDF is put on paper.
    sheet: Sheet,
}

/// The formats of a document.
const FORMATS: [Format; 7] = [
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Docx,
    Format::Pdf,
    Format::Json,
    Format::Eml,
];

/// What stands between two letters on one output: a form feed, so that a printer takes a new sheet.
const PAGE_BREAK: &[u8] = b"\n\x0c\n";

/// The document with this name.
pub(super) fn named(name: &str, loaded: &Loaded) -> Result<Document> {
    if let Some(kind) = DocumentKind::written().find(|kind| kind.word() == name) {
        return Ok(Document::BuiltIn(kind));
    }
    let own = own_kinds(&loaded.sources);
    if own.contains(&name) {
        return Ok(Document::Own(name.to_owned()));
    }
    let ours: Vec<&str> = DocumentKind::written().map(DocumentKind::word).collect();
    let near = nearest(name, ours.into_iter().chain(own)).map(str::to_owned);
    Err(Findings::one(UnknownDocument { name: name.to_owned(), near }).into())
}

pub(super) fn run(args: &WriteArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    match &args.kind {
        None => list(&loaded, context),
        Some(name) => {
            let document = named(name, &loaded)?;
            write(&document, args.meeting.as_deref(), &args.delivery, &loaded, context)
        }
    }
}

/// Names all documents, those of the user's own last.
fn list(loaded: &Loaded, context: &Context) -> Result<()> {
    let format = if context.output.is_terminal { Format::Table } else { Format::Text };
    let language = loaded.language_of(format, context);
    let own = language.pick("eigene Vorlage", "your own template");
    let ours = DocumentKind::written().map(|kind| (kind.word(), kind.summary(language)));
    let all: Vec<(&str, &str)> =
        ours.chain(own_kinds(&loaded.sources).into_iter().map(|name| (name, own))).collect();
    let document = listing::documents(&all, language);
    context.print(words(&document, format, context))
}

/// Writes `document` about the meeting to whom and where `delivery` says.
pub(super) fn write(
    document: &Document,
    meeting: Option<&str>,
    delivery: &Delivery,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let meeting = loaded.meeting(meeting, context)?;
    let output = delivery.output.as_deref();
    let wish = Wish { format: delivery.format, json: delivery.json, output };
    let format = wish.format(&FORMATS, context)?;
    let sheet = delivery.paper.sheet(format)?;
    let order = Order { meeting, format, sheet };
    check(document, meeting, loaded, context)?;
    if let Some(folder) = output.and_then(folder) {
        let all = for_recipients(document, meeting, delivery, format, loaded, context)?;
        let bytes = bytes(&all, order, false, loaded, context)?;
        return into_folder(&folder, &all, &bytes, format, context);
    }
    let name = format!("{}-{}.{}", meeting.id, document.name(), format.extension());
    format.off_screen(output, &name, context)?;
    let target = Target::open(output, &name, context)?;
    let all = for_recipients(document, meeting, delivery, format, loaded, context)?;
    let bytes = bytes(&all, order, true, loaded, context)?;
    target.write(&bytes.join(PAGE_BREAK), context)
}

/// Whether the document makes sense for the meeting as it stands.
pub(super) fn check(
    document: &Document,
    meeting: &Meeting,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let Some(kind) = document.kind() else { return Ok(()) };
    let (workspace, today) = (&loaded.workspace, context.clock.today());
    let has_changes = || has_changes(workspace, meeting);
    let occasion = Occasion { kind, workspace, meeting, today, has_changes: &has_changes };
    let findings: Vec<Diagnostic> = objection(occasion).into_iter().collect();
    if stops(&findings, context.strict) {
        return Err(loaded.fail(findings));
    }
    context.warn(&findings, &loaded.sources);
    Ok(())
}

/// Rendered documents in a format; with `alone` they share one output.
fn bytes(
    all: &[Rendered],
    order: Order<'_>,
    alone: bool,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Vec<u8>>> {
    let Order { meeting, format, .. } = order;
    match format {
        Format::Json if alone => {
            let all: Vec<_> = all.iter().map(|rendered| rendered.data(meeting)).collect();
            Ok(vec![json(&all)?.into_bytes()])
        }
        Format::Json => {
            let data = |rendered: &Rendered| Ok(json(&rendered.data(meeting))?.into_bytes());
            all.iter().map(data).collect()
        }
        Format::Eml => mail::mails(all, meeting, alone, loaded, context),
        Format::Pdf => print::sheets(all, order, alone, loaded),
        _ => {
            // One page, one file: pages and documents for Word cannot follow each other.
            if alone && all.len() > 1 && matches!(format, Format::Html | Format::Docx) {
                return Err(Findings::one(SeveralDocuments { number: all.len() }).into());
            }
            let styled = |rendered: &Rendered| loaded.styled(rendered.document.clone(), format);
            all.iter().map(|rendered| encode(&styled(rendered)?, format, context)).collect()
        }
    }
}

/// Writes a file for each document.
fn into_folder(
    folder: &Path,
    all: &[Rendered],
    bytes: &[Vec<u8>],
    format: Format,
    context: &Context,
) -> Result<()> {
    files::make_folder(folder).with_context(|| context.cannot_write(folder))?;
    for (rendered, bytes) in all.iter().zip(bytes) {
        let path = folder.join(format!("{}.{}", rendered.file, format.extension()));
        super::format::write(&path, bytes, context)?;
    }
    context.note(&match context.language {
        Language::German => {
            format!("{} in `{}`", count(all.len(), "Datei", "Dateien"), folder.display())
        }
        Language::English => {
            format!("{} in `{}`", count(all.len(), "file", "files"), folder.display())
        }
    });
    Ok(())
}
