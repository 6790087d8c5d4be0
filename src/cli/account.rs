//! `erfa account`

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;

use super::context::Context;
use super::format::{Form, deliver, words};
use crate::document::account::{Details, document};
use crate::render::json::json;
use crate::view::account::accounts;

/// Show every city's account: parts, turns as host and ways
///
/// A plus means that the city is still owed something. Coming meetings that have hosts are charged,
/// as in `erfa next-host`.
#[derive(clap::Args, Debug)]
pub(super) struct AccountArgs {
    /// Name each meeting that counts, with file and line
    #[arg(long)]
    why: bool,

    /// table, text, markdown, html or json [default: table on a terminal, else text]
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    format: Option<Format>,

    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,

    /// Write to this file, or into this folder, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
}

/// The formats of accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Text,
    Markdown,
    Html,
    Json,
}

impl Format {
    fn form(self) -> Option<Form> {
        match self {
            Self::Table => Some(Form::Table),
            Self::Text => Some(Form::Text),
            Self::Markdown => Some(Form::Markdown),
            Self::Html => Some(Form::Html),
            Self::Json => None,
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Table | Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
        }
    }
}

pub(super) fn run(args: &AccountArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let on_screen = context.output.is_terminal && args.output.is_none();
    let usual = if on_screen { Format::Table } else { Format::Text };
    let format = args.format.unwrap_or(if args.json { Format::Json } else { usual });
    // A table is for whoever asks, everything else a document of the network's.
    let language =
        if format == Format::Table { context.language } else { loaded.document_language };
    let view = accounts(&loaded.workspace, &loaded.sources, context.clock.today(), language);
    let bytes = match format.form() {
        Some(form) => {
            let bars = matches!(format, Format::Table | Format::Text);
            words(&document(&view, language, Details { bars, why: args.why }), form, context)
        }
        None => json(&view)?,
    };
    let name = format!("account.{}", format.extension());
    deliver(bytes.as_bytes(), args.output.as_deref(), &name, context)
}
