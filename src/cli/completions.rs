//! `erfa completions`

use anyhow::Result;

use super::choice::choice;
use super::context::Context;
use crate::text::{Vocabulary as _, vocabulary};

vocabulary! {
    /// A shell that can be taught.
    pub(super) enum Shell {
        /// GNU Bash, from version 4 on.
        Bash = "bash",
        /// The Z shell.
        Zsh = "zsh",
        /// The friendly interactive shell.
        Fish = "fish",
        /// `PowerShell`, in which nobody has tried this yet.
        Power = "powershell" | "pwsh",
    }
}

/// Teach a shell to complete commands, options and names
///
/// It then knows meetings, items, cities, people, groups, documents and runs of the workspace. The script
/// goes to standard output: bash reads it from `~/.local/share/bash-completion/completions/erfa`, zsh as
/// `_erfa` from a folder of `$fpath`, fish from `~/.config/fish/completions/erfa.fish`. For `PowerShell` it
/// has not been tried yet.
#[derive(clap::Args, Debug)]
pub(super) struct CompletionsArgs {
    /// The shell: bash, zsh, fish or powershell
    #[arg(value_name = "SHELL", value_parser = choice(Shell::ALL), hide_possible_values = true)]
    shell: Shell,
}

pub(super) fn run(args: &CompletionsArgs, context: &Context) -> Result<()> {
    context.print(match args.shell {
        Shell::Bash => include_str!("../../data/completions/erfa.bash"),
        Shell::Zsh => include_str!("../../data/completions/erfa.zsh"),
        Shell::Fish => include_str!("../../data/completions/erfa.fish"),
        Shell::Power => include_str!("../../data/completions/erfa.ps1"),
    })
}
