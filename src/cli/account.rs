//! `erfa account`

use std::path::PathBuf;

use anyhow::Result;

use super::context::Context;
use super::format::{Format, Target, Wish, words};
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
    #[arg(long, value_name = "FORMAT", hide_possible_values = true,
          value_parser = Format::among(FORMATS))]
    format: Option<Format>,

    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,

    /// Write to this file, or into this folder, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
}

/// The formats of accounts.
const FORMATS: [Format; 5] =
    [Format::Table, Format::Text, Format::Markdown, Format::Html, Format::Json];

pub(super) fn run(args: &AccountArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let output = args.output.as_deref();
    let format = Wish { format: args.format, json: args.json, output }.format(&FORMATS, context)?;
    let target = Target::open(output, &format!("account.{}", format.extension()), context)?;
    let language = loaded.language_of(format, context);
    let view = accounts(&loaded.workspace, &loaded.sources, context.clock.today(), language);
    let words = if format == Format::Json {
        json(&view)?
    } else {
        let bars = matches!(format, Format::Table | Format::Text);
        let document = document(&view, language, Details { bars, why: args.why });
        words(&loaded.styled(document, format)?, format, context)
    };
    target.write(words.as_bytes(), context)
}
