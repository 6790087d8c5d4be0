//! `erfa schema`

use std::path::PathBuf;

use anyhow::Result;
use clap::builder::PossibleValuesParser;

use super::change::Manner;
use super::context::Context;
use super::set::refuse;
use super::target_folder::TargetFolder;
use crate::input::keys::{KEYED_FILES, KeyedFile};

mod answers;
mod wire;
mod written;

use answers::ANSWERS;
use written::encoded;
pub(super) use written::texts;

/// Write JSON Schemas of the files, by which editors complete and check them
///
/// Each key stands in them with the values that it takes and what it means. Editors that know TOML (taplo,
/// Even Better TOML) find the one for a file by its first line, such as `#:schema
/// ./schema/network.schema.json`. `erfa init` writes both; in a workspace that is older, or after an update
/// of the program, `--wire` does. With `--output schema/` all schemas are written into that folder, and
/// nothing else. With `--answers` it is about what commands answer as JSON, each by the name of its command:
/// `status`, `outbox-list`; `error` is what a failure says.
#[derive(clap::Args, Debug)]
pub(super) struct SchemaArgs {
    /// The file: network, cities, venues, contacts, meetings, rotation, calendar or replies; or the answer
    #[arg(value_name = "FILE", value_parser = names(), hide_possible_values = true,
          required_unless_present_any = ["output", "wire"], conflicts_with_all = ["output", "wire"])]
    file: Option<String>,

    /// Tell of the answers of commands instead of the files
    #[arg(long, conflicts_with = "wire")]
    answers: bool,

    /// Write all schemas into this folder
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

fn names() -> PossibleValuesParser {
    let files: Vec<&str> = KEYED_FILES.iter().map(KeyedFile::name).collect();
    let answers = ANSWERS.iter().map(|(name, _)| *name).filter(|name| !files.contains(name));
    PossibleValuesParser::new(files.iter().copied().chain(answers))
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
    if args.answers {
        return answers(args, context);
    }
    if let Some(folder) = &args.output {
        let names = KEYED_FILES.iter().map(|file| file_name(file.name()));
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
    let name = args.file.as_deref().unwrap_or_default();
    match KEYED_FILES.iter().find(|file| file.name() == name) {
        Some(file) => context.print(encoded(file, language)?),
        None => Err(refuse(
            "erfa schema",
            name,
            "das ist eine Antwort und keine Datei; ihr Schema zeigt `--answers`",
            "this is an answer and no file; `--answers` shows its schema",
        )),
    }
}

/// The name of the file with a schema.
fn file_name(name: &str) -> String {
    format!("{name}.schema.json")
}

/// Writes the schemas of all answers, or prints that of one.
fn answers(args: &SchemaArgs, context: &Context) -> Result<()> {
    if let Some(folder) = &args.output {
        let names = ANSWERS.iter().map(|(name, _)| file_name(name));
        let target = TargetFolder::open(folder, names.collect(), args.force, context)?;
        let schemas = ANSWERS.iter().map(|(_, text)| text.as_bytes().to_vec());
        return target.write(&schemas.collect::<Vec<_>>(), context);
    }
    let name = args.file.as_deref().unwrap_or_default();
    match ANSWERS.iter().find(|(answer, _)| *answer == name) {
        Some((_, text)) => context.print(text),
        None => Err(refuse(
            "--answers",
            name,
            "so heißt eine Datei und keine Antwort; ohne `--answers` kommt ihr Schema",
            "this is a file and no answer; without `--answers` its schema comes",
        )),
    }
}
