//! In which format an answer goes where: the arguments of all commands that answer.

use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Arg, ArgMatches, Command, FromArgMatches};

use super::answer::{Answer, Wanted};
use super::choice::choice;
use super::context::Context;
use super::failure::Findings;
use super::paper::PaperArgs;
use super::reads::Reads;
use super::target::{Target, folder};
use crate::diagnostic::print::BytesOnScreen;
use crate::diagnostic::request::BadArgument;
use crate::render::{Encoder, Format, Shape, Writing};
use crate::system::files;
use crate::text::list::or;
use crate::text::{Language, Vocabulary as _, nearest};

/// What a command offers.
pub(super) trait Offer {
    /// What its answer can be.
    const SHAPES: &'static [Shape];
    /// The format of an answer into a pipe.
    const PIPED: Format = Format::Text;
    /// Whether it is about people, so that a new file is not for everybody who can look into its folder.
    const IS_ABOUT_PEOPLE: bool = false;
    /// What help tells of its formats, beside their names.
    const MORE: &'static str = "";
    /// What help tells of `--output`.
    const TARGET: &'static str =
        "Write to this file, or into this folder, instead of standard output";

    /// The formats that its answer can take.
    fn formats() -> impl Iterator<Item = Format> {
        Format::all().filter(|format| Self::SHAPES.contains(&format.shape()))
    }
}

/// What lists and single answers for people offer.
#[derive(Debug)]
pub(super) struct Listing;

impl Offer for Listing {
    const SHAPES: &'static [Shape] = &[Shape::Screen, Shape::Document, Shape::Data];
    const PIPED: Format = Format::Table;
    const IS_ABOUT_PEOPLE: bool = true;
}

/// What `--format` means where it is not said, in English and German.
pub(super) const USUAL: [[&str; 2]; 4] = [
    [
        "the output's ending; table on a terminal, else text",
        "nach der Endung der Ausgabe; am Bildschirm table, sonst text",
    ],
    ["the output's ending; table", "nach der Endung der Ausgabe; table"],
    ["the output's ending; text", "nach der Endung der Ausgabe; text"],
    ["the output's ending; csv", "nach der Endung der Ausgabe; csv"],
];

/// In which format an answer goes where, as far as the command offers it.
#[derive(Debug)]
pub(super) struct OutputArgs<O> {
    target: TargetArgs,
    paper: PaperArgs,
    offer: PhantomData<O>,
}

#[derive(clap::Args, Debug)]
struct TargetArgs {
    // Its words are those of the offer.
    #[arg(long, value_name = "FORMAT", hide_possible_values = true,
          value_parser = choice(Format::ALL))]
    format: Option<Format>,

    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,

    /// Write to this file, or into this folder, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// Replace a file that is there, whatever it says
    #[arg(long)]
    force: bool,
}

impl<O: Offer> OutputArgs<O> {
    /// Gives the answer; its file in a folder is called `stem`.
    pub(super) fn give(&self, stem: &str, answer: &Answer<'_>, context: &Context) -> Result<()> {
        let (wanted, target) = self.open(stem, context)?;
        target.write(&answer.encode(wanted, context)?, context)
    }

    /// The format that is meant, and the target, opened; its file in a folder is called `stem`.
    ///
    /// # Errors
    /// As [`Self::wanted`] and [`Self::target`].
    pub(super) fn open(&self, stem: &str, context: &Context) -> Result<(Wanted, Target)> {
        let wanted = self.wanted(context)?;
        Ok((wanted, self.target(wanted.format, stem, context)?))
    }

    /// Whether nothing is said of format and target.
    pub(super) fn is_usual(&self) -> bool {
        let TargetArgs { format, json, output, force: _ } = &self.target;
        format.is_none() && !json && output.is_none()
    }

    /// The format that is meant, and its paper.
    ///
    /// # Errors
    /// If the output's ending is that of no format that is offered, or if the format has no paper.
    pub(super) fn wanted(&self, context: &Context) -> Result<Wanted> {
        let format = self.format(context)?;
        Ok(Wanted { format, sheet: self.paper.sheet(format)? })
    }

    /// What a command rests on that `reads` this, with its answer in the format that is meant.
    pub(super) fn reads(&self, reads: Reads, context: &Context) -> Reads {
        match self.format(context).map(Format::encoder) {
            Ok(Encoder::Page(..) | Encoder::Paper(..)) | Err(_) => reads,
            Ok(_) => reads.plainly(),
        }
    }

    /// Whether files are replaced whatever they say.
    pub(super) fn force(&self) -> bool {
        self.target.force
    }

    /// The folder that `--output` means, if it means one.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.target.output.as_deref().and_then(folder)
    }

    /// Opens the target; a file in a folder is called `stem`.
    ///
    /// # Errors
    /// If a terminal would be filled with bytes, or the target cannot be written.
    pub(super) fn target(&self, format: Format, stem: &str, context: &Context) -> Result<Target> {
        self.target_of(format, stem, O::IS_ABOUT_PEOPLE, context)
    }

    /// The same of an answer that is about people, or is not, whatever others of the command are.
    pub(super) fn target_of(
        &self,
        format: Format,
        stem: &str,
        is_about_people: bool,
        context: &Context,
    ) -> Result<Target> {
        let name = format!("{stem}.{}", format.extension());
        let output = self.target.output.as_deref();
        let to_screen = self.path().is_none() && context.output.is_terminal;
        if to_screen && format.writing() == Writing::Binary {
            let format = format.word().to_owned();
            return Err(Findings::one(BytesOnScreen { format, name }).into());
        }
        Target::open(output, &name, self.target.force, is_about_people, context)
    }

    /// What a file without an ending gets: text, where the command has that.
    fn plain() -> Format {
        if O::formats().any(|format| format == Format::Text) { Format::Text } else { O::PIPED }
    }

    /// The path that `--output` names; none for standard output.
    fn path(&self) -> Option<&Path> {
        self.target.output.as_deref().filter(|output| *output != Path::new("-"))
    }

    /// The format that was named, else that of the target's ending, else what is usual.
    fn format(&self, context: &Context) -> Result<Format> {
        if let Some(format) = self.target.format {
            return Ok(format);
        }
        if self.target.json {
            return Ok(Format::Json);
        }
        let Some(target) = self.path() else {
            let on_screen = context.output.is_terminal && O::SHAPES.contains(&Shape::Screen);
            return Ok(if on_screen { Format::Table } else { O::PIPED });
        };
        let ending = target.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        // A file without an ending, a folder, a device or a pipe takes what is usual.
        let Some(ending) = ending.filter(|_| folder(target).is_none()) else {
            return Ok(Self::plain());
        };
        // A table is text for a screen.
        let mut known = Format::all().filter(|format| format.shape() != Shape::Screen);
        let (german, english) = match known.find(|format| format.extension() == ending) {
            Some(format) if O::formats().any(|offered| offered == format) => return Ok(format),
            Some(_) => {
                let names = O::formats().map(Format::word).collect::<Vec<_>>().join(", ");
                (
                    format!("hier gibt es nur {names}; wählen Sie mit `--format`"),
                    format!("there is only {names} here; choose with `--format`"),
                )
            }
            None if files::is_device(target) => return Ok(Self::plain()),
            None => {
                let mut endings: Vec<&str> = O::formats().map(Format::extension).collect();
                endings.dedup();
                let near = nearest(&ending, endings.iter().copied());
                let endings = near.map_or_else(|| endings.join(", "), str::to_owned);
                (
                    format!(
                        "kein Format hat diese Endung; wählen Sie mit `--format`, oder die Endung {endings}"
                    ),
                    format!(
                        "no format has this ending; choose with `--format`, or the ending {endings}"
                    ),
                )
            }
        };
        let (name, found) = ("--output".to_owned(), target.display().to_string());
        Err(Findings::one(BadArgument { name, found, german, english }).into())
    }
}

impl<O: Offer> clap::Args for OutputArgs<O> {
    fn augment_args(command: Command) -> Command {
        let names = or(O::formats().map(Format::word), Language::English);
        let [on_screen, table, text, csv] = USUAL.map(|[english, _]| english);
        let usual = if O::PIPED == Format::Table {
            table
        } else if O::PIPED == Format::Csv {
            csv
        } else if O::SHAPES.contains(&Shape::Screen) {
            on_screen
        } else {
            text
        };
        let help = format!("{names} [default: {usual}]");
        let format = |format: Arg| match O::MORE {
            "" => format.help(help),
            more => format.long_help(format!("{help}\n\n{more}")).help(help),
        };
        let command = TargetArgs::augment_args(command)
            .mut_arg("format", |argument| {
                format(argument).value_parser(choice(&O::formats().collect::<Vec<_>>()))
            })
            .mut_arg("output", |output| output.help(O::TARGET));
        if O::SHAPES.contains(&Shape::Paper) { PaperArgs::augment_args(command) } else { command }
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<O: Offer> FromArgMatches for OutputArgs<O> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let has_paper = O::SHAPES.contains(&Shape::Paper);
        let paper = has_paper.then(|| PaperArgs::from_arg_matches(matches)).transpose()?;
        let (target, paper) = (TargetArgs::from_arg_matches(matches)?, paper.unwrap_or_default());
        Ok(Self { target, paper, offer: PhantomData })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
