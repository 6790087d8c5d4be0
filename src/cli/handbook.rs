//! `erfa handbook`

use std::sync::Arc;

use anyhow::{Context as _, Result};
use clap::Arg;

use super::answer::Answer;
use super::context::Context;
use super::failure::Findings;
use super::help;
use super::output::{Offer, OutputArgs};
use super::tree::Tree;
use crate::document::account::course;
use crate::document::model::Block;
use crate::document::{handbook, next_host};
use crate::input::{self, Reading};
use crate::plan::rotation::next_host::next_hosts;
use crate::plan::rotation::slot::HostQuestion;
use crate::render::Shape;
use crate::system::built_in;
use crate::text::Language;
use crate::view;
use crate::view::account::accounts;
use crate::view::account::course::courses;
use crate::view::handbook::{Command, Reference, Switch};

mod files;

/// Show the handbook: the road from the first hour on, and every command, key and finding
///
/// It is part of the program and needs neither a workspace nor a network. `erfa handbook --output
/// handbook.pdf` prints it.
#[derive(clap::Args, Debug)]
pub(super) struct HandbookArgs {
    #[command(flatten)]
    output: OutputArgs<HandbookArgs>,
}

impl Offer for HandbookArgs {
    const SHAPES: &'static [Shape] = &[Shape::Screen, Shape::Document, Shape::Paper, Shape::Data];
}

pub(super) fn run(args: &HandbookArgs, context: &Context) -> Result<()> {
    // Nobody's network says in which language.
    let language = context.chosen_language().unwrap_or(context.language);
    let tree = context.tree;
    let answer = Answer::new(Arc::default(), language)
        .document(move |format, _| {
            let example = example(format.has_drawings(), language)?;
            Ok(handbook::document(&reference(tree, language), &example, language))
        })
        .data(move |_| Ok(reference(tree, language)));
    args.output.give("handbook", &answer, context)
}

/// How the turns of the small network that is built in are reckoned.
fn example(with_drawing: bool, language: Language) -> Result<Vec<Block>> {
    let Reading { workspace, sources, .. } = input::read(built_in::example());
    let workspace = workspace.context("the example holds no network")?;
    let today = built_in::EXAMPLE_DAY;
    let question = HostQuestion { date: None, today, count: 1 };
    let hosts = next_hosts(&workspace, question).map_err(|finding| {
        let (sources, findings) = (Arc::default(), vec![finding]);
        Findings { sources, findings }
    })?;
    let answer = view::next_host::next_host(&workspace, &hosts, None, &sources, language);
    let told = next_host::document(&answer, &workspace.network.members, language, true);
    let accounts = accounts(&workspace, &sources, today, language);
    let drawing = course::drawing(&accounts, &courses(&workspace, language), language);
    let drawing = with_drawing.then_some(Block::Drawing(drawing));
    Ok(told.blocks.into_iter().chain(drawing).collect())
}

fn reference(tree: Tree, language: Language) -> Reference {
    let program = help::in_language((tree.program)(), language);
    let everywhere = program.get_arguments().filter_map(switch).collect();
    let mut commands = Vec::new();
    for command in program.get_subcommands() {
        add(command, "", &mut commands);
    }
    Reference::new(everywhere, commands, files::files(language), language)
}

/// Adds a command and those below it.
fn add(command: &clap::Command, above: &str, commands: &mut Vec<Command>) {
    let name = format!("{above} {}", command.get_name()).trim().to_owned();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let own = command.get_arguments().filter(|argument| !argument.is_global_set());
    // Help puts the word before it, and sets further lines below that.
    let usage = command.clone().render_usage().to_string();
    let usage = usage.split_once(": ").map_or(&*usage, |(_, usage)| usage);
    commands.push(Command {
        usage: usage.lines().map(str::trim).collect::<Vec<_>>().join("\n"),
        more: further(command.get_long_about().map(ToString::to_string), &about),
        switches: own.filter_map(switch).collect(),
        name: name.clone(),
        about,
    });
    for command in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        add(command, &name, commands);
    }
}

/// What a long text says beyond the short one.
fn further(long: Option<String>, short: &str) -> Option<String> {
    let long = long?;
    let rest = long.strip_prefix(short).unwrap_or(&long).trim();
    (!rest.is_empty()).then(|| rest.to_owned())
}

fn switch(argument: &Arg) -> Option<Switch> {
    if argument.is_hide_set() {
        return None;
    }
    let about = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let more = further(argument.get_long_help().map(ToString::to_string), &about);
    Some(Switch { name: help::typed(argument, ["", ""]), about, more })
}
