//! `erfa schema`

use std::path::PathBuf;

use anyhow::Result;
use clap::builder::PossibleValuesParser;

use super::change::Manner;
use super::context::Context;
use super::set::refuse;
use super::target_folder::TargetFolder;
use crate::input::keys::{KEYED_FILES, KeyedFile};

mod wire;
mod written;

use written::encoded;
pub(super) use written::texts;

/// Write JSON Schemas of the files, by which editors complete and check them
///
/// Each key stands in them with the values that it takes and what it means. Editors that know TOML (taplo,
/// Even Better TOML) find the one for a file by its first line, such as `#:schema
/// ./schema/network.schema.json`. `erfa init` writes both; in a workspace that is older, or after an update
/// of the program, `--wire` does. With `--output schema/` all schemas are written into that folder, and
/// nothing else.
#[derive(clap::Args, Debug)]
pub(super) struct SchemaArgs {
    /// The file: network, cities, venues, contacts, meetings, rotation, calendar or replies
    #[arg(value_name = "FILE", value_parser = files(), hide_possible_values = true,
          required_unless_present_any = ["output", "wire"], conflicts_with_all = ["output", "wire"])]
    file: Option<String>,

    /// Write the schemas of all files into this folder
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,

    /// Replace files that are there, whatever they say
    #[arg(long, requires = "output")]
    force: bool,

    /// Write or renew `schema/` in the workspace, and have its files name their schemas
    #[arg(long, conflicts_with = "output")]
    wire: bool,

    #[command(flatten)]
    manner: Manner,
}

fn files() -> PossibleValuesParser {
    PossibleValuesParser::new(KEYED_FILES.iter().map(KeyedFile::name))
}

pub(super) fn run(args: &SchemaArgs, context: &Context) -> Result<()> {
    if args.wire {
        return wire::run(args.manner, context);
    }
    if args.manner.yes || args.manner.dry_run {
        let found = if args.manner.yes { "--yes" } else { "--dry-run" };
        return Err(refuse(
            "erfa schema",
            found,
            "das gilt nur mit `--wire`",
            "this goes with `--wire` only",
        ));
    }
    let language = context.document_language(None);
    if let Some(folder) = &args.output {
        let names = KEYED_FILES.iter().map(|file| format!("{}.schema.json", file.name()));
        let target = TargetFolder::open(folder, names.collect(), args.force, context)?;
        let schemas = texts(language)?.into_iter().map(|(_, text)| text.into_bytes());
        target.write(&schemas.collect::<Vec<_>>(), context)?;
        context.note(context.say(
            "Ein Editor findet sie, wenn die erste Zeile einer Datei sie nennt:\n\
             `erfa schema --wire` trägt sie im Arbeitsordner ein.",
            "An editor finds them if the first line of a file names them:\n\
             `erfa schema --wire` writes it into the files of the workspace.",
        ));
        return Ok(());
    }
    let is_meant = |file: &&KeyedFile| Some(file.name()) == args.file.as_deref();
    match KEYED_FILES.iter().find(is_meant) {
        Some(file) => context.print(encoded(file, language)?),
        // No other word comes through, and one of both is needed.
        None => Ok(()),
    }
}
