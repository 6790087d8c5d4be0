//! All commands together, for those that speak of all of them: they are known at the top alone, and handed
//! down from there.

use clap::Command;

use crate::text::vocabulary;

/// The commands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tree {
    /// Makes the program with all of them.
    pub(super) program: fn() -> Command,
    /// Their names, in the order of the help, and which group each stands in.
    pub(super) groups: Groups,
}

/// The names of commands, each with its group.
pub(super) type Groups = &'static [(&'static str, Group)];

vocabulary! {
    /// What a command is about.
    pub(super) enum Group {
        /// Who hosts.
        Turns = "turns" => ("Turnus", "Turns"),
        /// When there are meetings, and what is to be done until then.
        Days = "days" => ("Tage und Treffen", "Days and meetings"),
        /// What happens there.
        Programme = "programme" => ("Programm und Orte", "Programme and places"),
        /// Who is written to.
        People = "people" => ("Menschen und Mails", "People and mails"),
        /// What stands where.
        Files = "files" => ("Dateien", "Files"),
    }
}
