//! The formats of answers, and where they go.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::context::Context;
use super::failure::Findings;
use crate::diagnostic::print::BytesOnScreen;
use crate::diagnostic::request::BadArgument;
use crate::document::model::Document;
use crate::render::docx::docx;
use crate::render::html::html;
use crate::render::markdown::markdown;
use crate::render::terminal::{Options, terminal};
use crate::render::text::text;
use crate::system::files::{self, Opened};
use crate::text::nearest;

/// A format of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Format {
    /// A table for a terminal.
    Table,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A page for a browser.
    Html,
    /// A document for Word.
    Docx,
    /// Pages to print.
    Pdf,
    /// A calendar.
    Ics,
    /// A mail.
    Eml,
    /// A table for a spreadsheet.
    Csv,
    /// Data for other programs.
    Json,
}

impl Format {
    /// All formats.
    const ALL: [Self; 10] = [
        Self::Table,
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Docx,
        Self::Pdf,
        Self::Ics,
        Self::Eml,
        Self::Csv,
        Self::Json,
    ];

    /// Its name as users type it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Ics => "ics",
            Self::Eml => "eml",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The ending of its files.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Table | Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Ics => "ics",
            Self::Eml => "eml",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Whether its files show the logos of [`Document::frame`].
    pub(super) fn shows_logos(self) -> bool {
        matches!(self, Self::Html | Self::Docx | Self::Pdf)
    }

    /// Whether its pages have room for a table of many columns.
    pub(super) fn has_wide_tables(self) -> bool {
        matches!(self, Self::Html | Self::Pdf | Self::Docx)
    }

    /// Refuses to fill a terminal with bytes; `name` is what a file of the answer would be called.
    pub(super) fn off_screen(
        self,
        output: Option<&Path>,
        name: &str,
        context: &Context,
    ) -> Result<()> {
        let to_screen = output.is_none_or(|output| output == Path::new("-"));
        let is_bytes = matches!(self, Self::Docx | Self::Pdf);
        if !is_bytes || !to_screen || !context.output.is_terminal {
            return Ok(());
        }
        let (format, name) = (self.name().to_owned(), name.to_owned());
        Err(Findings::one(BytesOnScreen { format, name }).into())
    }

    /// Reads `--format` where only `formats` are offered.
    pub(super) fn among(
        formats: impl IntoIterator<Item = Self>,
    ) -> impl TypedValueParser<Value = Self> {
        PossibleValuesParser::new(formats.into_iter().map(Self::name)).map(|name| {
            Self::ALL.into_iter().find(|format| format.name() == name).unwrap_or(Self::Text)
        })
    }
}

/// What the user says of format and target.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish<'a> {
    /// `--format`.
    pub(super) format: Option<Format>,
    /// `--json`.
    pub(super) json: bool,
    /// `--output`.
    pub(super) output: Option<&'a Path>,
}

impl Wish<'_> {
    /// The format that is meant: the one that was named, else that of the target's ending, else a
    /// table on a terminal and text everywhere else.
    ///
    /// # Errors
    /// If the ending is that of a format which is not among `offered`.
    pub(super) fn format(self, offered: &[Format], context: &Context) -> Result<Format> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        if self.json {
            return Ok(Format::Json);
        }
        let target = self.output.filter(|target| *target != Path::new("-"));
        let Some(target) = target else {
            let on_screen = context.output.is_terminal && offered.contains(&Format::Table);
            return Ok(if on_screen { Format::Table } else { Format::Text });
        };
        let ending = target.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let means = |format: &Format| Some(format.extension()) == ending.as_deref();
        // A table is text for a screen.
        let mut known = Format::ALL.into_iter().filter(|format| *format != Format::Table);
        match known.find(means) {
            _ if folder(target).is_some() => Ok(Format::Text),
            Some(format) if !offered.contains(&format) => {
                let names: Vec<&str> = offered.iter().map(|format| format.name()).collect();
                let names = names.join(", ");
                Err(Findings::one(BadArgument {
                    name: "--output".to_owned(),
                    found: target.display().to_string(),
                    german: format!("hier gibt es nur {names}; wählen Sie mit `--format`"),
                    english: format!("there is only {names} here; choose with `--format`"),
                })
                .into())
            }
            Some(format) => Ok(format),
            // A file without an ending, a device or a pipe takes what is usual.
            None if ending.is_none() || files::is_device(target) => Ok(Format::Text),
            None => {
                let endings: Vec<&str> = offered.iter().map(|format| format.extension()).collect();
                let near = nearest(ending.as_deref().unwrap_or_default(), endings.iter().copied());
                let endings = near.map_or_else(|| endings.join(", "), str::to_owned);
                Err(Findings::one(BadArgument {
                    name: "--output".to_owned(),
                    found: target.display().to_string(),
                    german: format!("kein Format hat diese Endung; wählen Sie mit `--format`, oder die Endung {endings}"),
                    english: format!("no format has this ending; choose with `--format`, or the ending {endings}"),
                })
                .into())
            }
        }
    }
}

/// Puts `document` into a format of documents.
pub(super) fn bytes(document: &Document, format: Format, context: &Context) -> Result<Vec<u8>> {
    match format {
        Format::Docx => docx(document).with_context(|| {
            let words = ("das Dokument ist zu groß für Word", "the document is too large for Word");
            context.say(words.0, words.1).to_owned()
        }),
        _ => Ok(words(document, format, context).into_bytes()),
    }
}

/// Puts `document` into words, in a format of words.
pub(super) fn words(document: &Document, format: Format, context: &Context) -> String {
    match format {
        Format::Table => {
            let Context { output, .. } = context;
            terminal(document, Options { width: output.width, colour: output.colour })
        }
        Format::Markdown => markdown(document),
        Format::Html => html(document),
        Format::Text
        | Format::Docx
        | Format::Pdf
        | Format::Ics
        | Format::Eml
        | Format::Csv
        | Format::Json => text(document),
    }
}

/// Prints an answer to standard output.
pub(super) fn answer(document: &Document, context: &Context) -> Result<()> {
    context.print(words(document, Format::Table, context))
}

/// Where an answer goes; opened before the answer is worked out, so that nobody waits in vain.
pub(super) enum Target {
    /// Standard output.
    Standard,
    /// A file, device or pipe, with its path.
    Path(PathBuf, Opened),
}

impl Target {
    /// The file `output`, or `name` in the folder that it means, which is made if need be; standard
    /// output without one or for `-`.
    pub(super) fn open(output: Option<&Path>, name: &str, context: &Context) -> Result<Self> {
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
        Ok(Self::Path(path, opened))
    }

    /// Writes the answer, whole or not at all; what stood in a file is replaced.
    pub(super) fn write(self, bytes: &[u8], context: &Context) -> Result<()> {
        match self {
            Self::Standard => context.print(bytes),
            Self::Path(path, opened) => {
                opened.write(bytes).with_context(|| context.cannot_write(&path))
            }
        }
    }
}

/// Writes several answers, all or none: one for which there is no room leaves none behind.
pub(super) fn write_all(
    targets: Vec<Target>,
    answers: &[Vec<u8>],
    context: &Context,
) -> Result<()> {
    let mut filled = Vec::new();
    for (target, answer) in targets.into_iter().zip(answers) {
        match target {
            Target::Standard => context.print(answer)?,
            Target::Path(path, mut opened) => {
                opened.fill(answer).with_context(|| context.cannot_write(&path))?;
                filled.push((path, opened));
            }
        }
    }
    for (path, opened) in filled {
        opened.keep().with_context(|| context.cannot_write(&path))?;
    }
    Ok(())
}

/// Writes a file whole or not at all; what stood there is replaced.
pub(super) fn write(path: &Path, bytes: &[u8], context: &Context) -> Result<()> {
    files::put(path, bytes).with_context(|| context.cannot_write(path))
}

/// The folder that `target` means: one that is there, or a path that ends with a slash.
pub(super) fn folder(target: &Path) -> Option<PathBuf> {
    let written = target.to_string_lossy();
    let meant = written.ends_with(['/', std::path::MAIN_SEPARATOR]) || files::is_folder(target);
    meant.then(|| target.to_path_buf())
}
