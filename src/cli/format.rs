//! The formats of documents, and where they go.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::ValueEnum;

use super::context::Context;
use crate::document::model::Document;
use crate::render::html::html;
use crate::render::markdown::markdown;
use crate::render::terminal::{Options, terminal};
use crate::render::text::text;
use crate::system::files;

/// A form of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// A table for a terminal.
    Table,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A page for a browser.
    Html,
}

/// Puts `document` into words.
pub(super) fn words(document: &Document, form: Form, context: &Context) -> String {
    match form {
        Form::Table => {
            let Context { output, .. } = context;
            terminal(document, Options { width: output.width, colour: output.colour })
        }
        Form::Text => text(document),
        Form::Markdown => markdown(document),
        Form::Html => html(document),
    }
}

/// Prints an answer to standard output.
pub(super) fn answer(document: &Document, context: &Context) -> Result<()> {
    context.print(words(document, Form::Table, context))
}

/// Writes `bytes` to the file `target`, or as `name` into the folder that it means, which is made if
/// need be; to standard output without a target or for `-`.
pub(super) fn deliver(
    bytes: &[u8],
    target: Option<&Path>,
    name: &str,
    context: &Context,
) -> Result<()> {
    let Some(target) = target.filter(|target| *target != Path::new("-")) else {
        return context.print(bytes);
    };
    match folder(target) {
        Some(folder) => {
            files::make_folder(&folder).with_context(|| context.cannot_write(&folder))?;
            write(&folder.join(name), bytes, context)
        }
        None => write(target, bytes, context),
    }
}

/// Writes a file whole or not at all; what stood there is replaced. A folder that is meant by a
/// slash is made.
pub(super) fn write(path: &Path, bytes: &[u8], context: &Context) -> Result<()> {
    files::put(path, bytes).with_context(|| context.cannot_write(path))
}

/// The folder that `target` means: one that is there, or a path that ends with a slash.
pub(super) fn folder(target: &Path) -> Option<PathBuf> {
    let written = target.to_string_lossy();
    let meant = written.ends_with(['/', std::path::MAIN_SEPARATOR]) || files::is_folder(target);
    meant.then(|| target.to_path_buf())
}
