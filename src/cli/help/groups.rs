//! The commands in groups, as `erfa --help` lists them.

use clap::Command;

use crate::cli::tree::{Group, Groups};
use crate::text::{Language, Vocabulary as _};

/// The groups with their commands and what each does, for a page of so many columns.
pub(super) fn list(program: &Command, groups: Groups, width: usize, language: Language) -> String {
    let longest = groups.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    let line = |name: &str| {
        let command = program.find_subcommand(name);
        let about = command.and_then(Command::get_about);
        let mut about = about.map(ToString::to_string).unwrap_or_default();
        let others: Vec<&str> =
            command.into_iter().flat_map(Command::get_visible_aliases).collect();
        if !others.is_empty() {
            let also = language.pick("auch", "also");
            about = format!("{about} [{also}: {}]", others.join(", "));
        }
        let head = format!("  {name:longest$}  ");
        let indent = " ".repeat(head.len());
        let options = textwrap::Options::new(width).break_words(false);
        textwrap::fill(&about, options.initial_indent(&head).subsequent_indent(&indent)) + "\n"
    };
    let group = |group: Group| {
        let members = groups.iter().filter(|(_, other)| *other == group);
        let lines: String = members.map(|(name, _)| line(name)).collect();
        format!("{}:\n{lines}\n", group.name(language))
    };
    Group::ALL.iter().copied().map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::list;
    use crate::cli::{GROUPS, whole};
    use crate::text::Language;

    #[test]
    fn every_command_stands_in_one_group_and_fits_the_page() {
        let program = whole();
        for width in [40, 80, 100] {
            let page = list(&program, GROUPS, width, Language::English);
            for command in program.get_subcommands() {
                let head = format!("\n  {} ", command.get_name());
                assert_eq!(page.matches(&head).count(), 1, "{head}");
            }
            assert!(page.lines().all(|line| line.chars().count() <= width), "{page}");
        }
        assert_eq!(program.get_subcommands().count(), GROUPS.len());
    }
}
