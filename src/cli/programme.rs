//! `erfa programme`

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;

use super::context::Context;
use super::format::{Form, deliver, words};
use crate::document::template::{Kind, Template};
use crate::domain::session::Audience;
use crate::render::json::json;
use crate::view::programme::programme;

/// Print the programme of a meeting
///
/// Times stand as precisely as they are known; what has no time stands in its order.
#[derive(clap::Args, Debug)]
#[command(visible_alias = "agenda")]
pub(super) struct ProgrammeArgs {
    /// The meeting [default: the next one, else the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    /// table, text, markdown or json [default: table on a terminal, else text]
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    format: Option<Format>,

    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,

    /// Write to this file, or into this folder, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
}

/// The formats of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Text,
    Markdown,
    Json,
}

impl Format {
    fn form(self) -> Option<Form> {
        match self {
            Self::Table => Some(Form::Table),
            Self::Text => Some(Form::Text),
            Self::Markdown => Some(Form::Markdown),
            Self::Json => None,
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Table | Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }
}

pub(super) fn run(args: &ProgrammeArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let meeting = loaded.meeting(args.meeting.as_deref(), context)?;
    let language = loaded.document_language;
    let answer = programme(&loaded.workspace, meeting, language, Audience::Public);
    let on_screen = context.output.is_terminal && args.output.is_none();
    let usual = if on_screen { Format::Table } else { Format::Text };
    let format = args.format.unwrap_or(if args.json { Format::Json } else { usual });
    let bytes = match format.form() {
        Some(form) => {
            let template = Template::find(Kind::Programme, language, &loaded.sources);
            let document = template.render(&answer).map_err(|findings| loaded.fail(findings))?;
            words(&document, form, context)
        }
        None => json(&answer)?,
    };
    let name = format!("{}.{}", meeting.id, format.extension());
    deliver(bytes.as_bytes(), args.output.as_deref(), &name, context)
}
