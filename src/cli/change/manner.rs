//! How a change is made.

use crate::cli::dialogue::possible;

/// What every command that changes something is told of the manner.
#[derive(clap::Args, Clone, Copy, Debug)]
pub(in crate::cli) struct Manner {
    /// Do it without asking
    #[arg(short, long)]
    pub(in crate::cli) yes: bool,

    /// Only show what would change
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

impl Manner {
    /// Whether the change is asked about.
    pub(in crate::cli) fn asks(self) -> bool {
        !self.dry_run && possible(self.yes)
    }

    /// Whether it is made without a question.
    pub(in crate::cli) fn is_agreed(self) -> bool {
        self.yes && !self.dry_run
    }
}
