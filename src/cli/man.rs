//! `erfa man`

use std::path::PathBuf;

use anyhow::Result;
use clap::{Arg, Command};

use super::context::Context;
use super::failure::Findings;
use super::help;
use super::target_folder::TargetFolder;
use crate::diagnostic::request::UnknownTopic;
use crate::render::manual::{Manual, manual};
use crate::text::{Language, nearest};

/// Write the pages of the manual, one for each command
///
/// Without `--output` the page of one command goes to standard output, as `man` reads it: `erfa man invite
/// | man -l -`. With it all pages go into a folder such as `~/.local/share/man/man1/`. They are in the
/// language of help.
#[derive(clap::Args, Debug)]
pub(super) struct ManArgs {
    /// The command [default: the program itself]
    #[arg(value_name = "WHAT", conflicts_with = "output")]
    what: Vec<String>,

    /// Write all pages into this folder
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,

    /// Replace files that are there, whatever they say
    #[arg(long, requires = "output")]
    force: bool,
}

pub(super) fn run(args: &ManArgs, context: &Context) -> Result<()> {
    let language = context.language;
    let program = help::in_language((context.tree.program)(), language);
    let mut pages = Vec::new();
    gather(&program, &program, &[], language, &mut pages);
    if let Some(folder) = &args.output {
        let names = pages.iter().map(|page| format!("{}.1", page.name)).collect();
        let target = TargetFolder::open(folder, names, args.force, context)?;
        let sources = pages.iter().map(|page| manual(page, language).into_bytes());
        return target.write(&sources.collect::<Vec<_>>(), context);
    }
    let words = std::iter::once("erfa").chain(args.what.iter().map(String::as_str));
    let wanted = words.collect::<Vec<_>>().join("-");
    let Some(page) = pages.iter().find(|page| page.name == wanted) else {
        let found = args.what.join(" ");
        let near = nearest(&found, help::LOOKING.iter().copied()).map(str::to_owned);
        return Err(Findings::one(UnknownTopic { found, near }).into());
    };
    context.print(manual(page, language))
}

/// The pages of `command` and of all below it.
fn gather(
    program: &Command,
    command: &Command,
    path: &[&str],
    language: Language,
    pages: &mut Vec<Manual>,
) {
    let place = path.join(" ");
    let name = |path: &[&str]| [&["erfa"][..], path].concat().join("-");
    let below: Vec<&Command> = command.get_subcommands().collect();
    let above = path.split_last().map(|(_, above)| name(above));
    let deeper = below.iter().map(|one| name(&[path, &[one.get_name()]].concat()));
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let long = command.get_long_about().map(ToString::to_string).unwrap_or_default();
    let description = long.split("\n\n").filter(|it| !it.is_empty() && *it != about);
    let description = description.map(str::to_owned).collect();
    let mut lists =
        vec![(language.pick("Beispiele", "Examples").to_owned(), examples(&place, language))];
    if !below.is_empty() {
        let entry = |one: &&Command| {
            let about = one.get_about().map(ToString::to_string).unwrap_or_default();
            (one.get_name().to_owned(), about)
        };
        let commands = below.iter().map(entry).collect();
        lists.push((language.pick("Befehle", "Commands").to_owned(), commands));
    }
    let own = command.get_arguments().filter(|it| path.is_empty() || !it.is_global_set());
    let general = program.get_arguments().filter(|it| !path.is_empty() && it.is_global_set());
    for argument in own.chain(general) {
        let heading = argument.get_help_heading().unwrap_or_default();
        let entry = entry(argument);
        match lists.iter_mut().find(|(name, _)| name == heading) {
            Some((_, entries)) => entries.push(entry),
            None => lists.push((heading.to_owned(), vec![entry])),
        }
    }
    lists.retain(|(_, entries)| !entries.is_empty());
    pages.push(Manual {
        name: name(path),
        about,
        usage: help::usage(command, path, language),
        description,
        lists,
        others: above.into_iter().chain(deeper).collect(),
    });
    for one in below {
        gather(program, one, &[path, &[one.get_name()]].concat(), language, pages);
    }
}

fn examples(place: &str, language: Language) -> Vec<(String, String)> {
    let examples = help::examples::all(place, language);
    examples.map(|(command, about)| (format!("erfa {command}"), about.to_owned())).collect()
}

/// `-o, --output <PATH>` with all that is to be known of it.
fn entry(argument: &Arg) -> (String, String) {
    let about = argument.get_long_help().or(argument.get_help());
    (help::typed(argument, ["<", ">"]), about.map(ToString::to_string).unwrap_or_default())
}
