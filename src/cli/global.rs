//! What every command understands.

use std::path::PathBuf;

use super::choice::{any_day, choice};
use crate::system::terminal::Colour;
use crate::text::{Day, Language, Vocabulary as _};

/// The arguments that every command has.
#[derive(clap::Args, Debug)]
pub(super) struct Global {
    /// The workspace: a folder with `network.toml` [default: this folder or one above it]
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(super) dir: Option<PathBuf>,

    /// The language of documents: de or en [default: the network's]
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = choice(&Language::ALL), hide_possible_values = true)]
    pub(super) lang: Option<Language>,

    /// Set the clock to a day, such as 2026-03-01
    #[arg(long, global = true, value_name = "DATE", value_parser = any_day)]
    pub(super) today: Option<Day>,

    /// Use colour: auto, always or never
    #[arg(long, global = true, value_name = "WHEN", value_parser = choice(Colour::ALL), hide_possible_values = true)]
    pub(super) color: Option<Colour>,

    /// Say nothing on standard error but errors
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,

    /// Treat warnings as errors
    #[arg(long, global = true)]
    pub(super) strict: bool,

    /// Show this help
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,

    /// Show the version
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,

    /// With --version: tell of the data that are built in and their licences
    #[arg(long, requires = "version")]
    verbose: bool,
}
