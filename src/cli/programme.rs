//! `erfa programme`

mod calendar;
mod since;

use std::path::PathBuf;

use anyhow::Result;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use calendar::{calendar, check_format};
use since::{Since, since};

use super::context::{Context, Loaded};
use super::failure::Findings;
use super::format::{self, Format, Target, Wish};
use crate::diagnostic::reference::{self, UnknownReference};
use crate::diagnostic::request::ItemNotTold;
use crate::document::grid::{Layout, laid_out};
use crate::document::spreadsheet;
use crate::document::template::{Kind, Template};
use crate::domain::meeting::Meeting;
use crate::render::csv::csv;
use crate::render::json::json;
use crate::text::{nearest, slug};
use crate::view::item::{item, only};
use crate::view::programme::{Edition, Programme, programme};

/// Print the programme of a meeting
///
/// Times stand as precisely as they are known; what has no time stands in its order.
#[derive(clap::Args, Debug)]
#[command(visible_alias = "agenda")]
pub(super) struct ProgrammeArgs {
    /// The meeting [default: the next one, else the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    /// table, text, markdown, html, docx, csv, ics or json [default: the output's ending; table on a terminal, else text]
    ///
    /// `ics` is an entry for calendars; it is always for everybody. Its sequence rises with
    /// `erfa release`.
    #[arg(long, value_name = "FORMAT", hide_possible_values = true,
          value_parser = Format::among(FORMATS))]
    format: Option<Format>,

    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,

    /// Write to this file, or into this folder, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// short, full, internal (for the members) or run-sheet (for the chair) [default: full]
    #[arg(long, value_name = "EDITION", hide_possible_values = true, value_parser = edition())]
    edition: Option<Edition>,

    /// Only this item and what stands within it
    #[arg(long, value_name = "ID", conflicts_with = "since")]
    item: Option<String>,

    /// Lay parallel strands out as a list, as a grid, or as fits their number: list, grid or auto
    ///
    /// Text, Markdown and tables on a terminal are always lists.
    #[arg(long, value_name = "LAYOUT", hide_possible_values = true, value_parser = layout())]
    layout: Option<Layout>,

    /// With `ics`: an entry for each item that has a time, too
    #[arg(long, conflicts_with_all = ["since", "edition", "json"])]
    items: bool,

    /// Tell what has changed since this version [default: the last one]
    #[arg(long, value_name = "VERSION", num_args = 0..=1, default_missing_value = Since::LAST,
          value_parser = Since::parse)]
    since: Option<Since>,
}

/// The formats of a programme.
const FORMATS: [Format; 8] = [
    Format::Table,
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Docx,
    Format::Ics,
    Format::Csv,
    Format::Json,
];

pub(super) fn run(args: &ProgrammeArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let meeting = loaded.meeting(args.meeting.as_deref(), context)?;
    let output = args.output.as_deref();
    let wish = Wish { format: args.format, json: args.json, output };
    let format = wish.format(&FORMATS, context)?;
    check_format(format, args)?;
    let target = Target::open(output, &name(args, meeting, format), context)?;
    target.write(&bytes(args, meeting, format, &loaded, context)?, context)
}

/// What a file with this programme is called.
fn name(args: &ProgrammeArgs, meeting: &Meeting, format: Format) -> String {
    let ending = format.extension();
    match &args.item {
        Some(item) => format!("{}-{}.{ending}", meeting.id, slug(item)),
        None => format!("{}.{ending}", meeting.id),
    }
}

/// The programme in a format.
fn bytes(
    args: &ProgrammeArgs,
    meeting: &Meeting,
    format: Format,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<u8>> {
    let language = loaded.document_language;
    let edition = args.edition.unwrap_or_default();
    if format == Format::Ics {
        return Ok(calendar(meeting, args.items, loaded, context)?.into_bytes());
    }
    if let Some(version) = args.since {
        return since(version, meeting, edition, format, loaded, context);
    }
    let tell = |edition| programme(&loaded.workspace, meeting, language, edition);
    let mut answer = tell(edition);
    let sheet = match &args.item {
        None => None,
        Some(id) => {
            let known = || not_there(id, edition, meeting, tell);
            answer = only(answer, id).ok_or_else(known)?;
            item(&loaded.workspace, answer.clone(), id)
        }
    };
    match format {
        Format::Csv => return Ok(csv(&spreadsheet::programme(&answer))?),
        Format::Json => return Ok(json(&answer)?.into_bytes()),
        _ => {}
    }
    let template = |kind| Template::find(kind, language, &loaded.sources);
    let document = match &sheet {
        Some(sheet) => template(Kind::Item).render(sheet),
        None => template(Kind::Programme).render(&answer),
    };
    let document = document.map_err(|findings| loaded.fail(findings))?;
    let document = match format {
        // A run sheet tells everything of an entry, which no cell has room for.
        Format::Html if edition != Edition::RunSheet => {
            laid_out(document, args.layout.unwrap_or_default())
        }
        _ => document,
    };
    format::bytes(&loaded.styled(document, format)?, format, context)
}

/// Why an item is not in an edition.
fn not_there(
    id: &str,
    edition: Edition,
    meeting: &Meeting,
    tell: impl Fn(Edition) -> Programme,
) -> Findings {
    let id = id.to_owned();
    let wider = Edition::ALL.into_iter().find(|edition| only(tell(*edition), &id).is_some());
    if let Some(teller) = wider {
        let (edition, teller) = (edition.name(), teller.name());
        return Findings::one(ItemNotTold { id, edition, teller });
    }
    let known = meeting.sessions.iter().map(|session| session.id.as_str());
    let near = nearest(&id, known).map(str::to_owned);
    Findings::one(UnknownReference { kind: reference::Kind::Session, id, near })
}

/// Reads `--edition`.
fn edition() -> impl TypedValueParser<Value = Edition> {
    PossibleValuesParser::new(Edition::ALL.map(Edition::name)).map(|name| {
        Edition::ALL.into_iter().find(|edition| edition.name() == name).unwrap_or_default()
    })
}

/// Reads `--layout`.
fn layout() -> impl TypedValueParser<Value = Layout> {
    PossibleValuesParser::new(Layout::ALL.map(Layout::name)).map(|name| {
        Layout::ALL.into_iter().find(|layout| layout.name() == name).unwrap_or_default()
    })
}
