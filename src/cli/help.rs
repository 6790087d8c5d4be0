//! The words of `--help`, in the user's language.
//!
//! English stands in the doc comments of the arguments, German in [`german`]; a test holds that
//! neither lacks what the other has.

use clap::error::{ContextKind, ContextValue};
use clap::{Arg, Command};

use super::tree::Tree;
use crate::system::environment::Environment;
use crate::system::terminal::{Colour, Stream};
use crate::text::Language;

pub(super) mod examples;
pub(super) mod finding;
mod fitted;
mod german;
mod groups;
pub(super) mod topics;

pub(super) use fitted::fitted;

/// The commands that change nothing and send nothing: what somebody may be taken to have meant.
pub(super) const LOOKING: &[&str] = &[
    "next-host",
    "account",
    "plan",
    "status",
    "dates",
    "meetings",
    "programme",
    "show",
    "venues",
    "cities",
    "contacts",
    "groups",
    "invite",
    "write",
    "outbox",
    "outbox list",
    "outbox show",
    "replies",
    "privacy",
    "privacy show",
    "export",
    "export contacts",
    "export participants",
    "export meetings",
    "export account",
    "check",
    "log",
    "schema",
    "completions",
    "man",
    "handbook",
    "help",
];

/// The program with all its commands as people see it: in their language, as wide as their window, with the
/// commands in groups.
pub(super) fn shown(tree: Tree, environment: &Environment) -> Command {
    let page = Stream::output(Colour::Auto, environment).page;
    on_page(tree, page, environment.language)
}

fn on_page(tree: Tree, width: usize, language: Language) -> Command {
    let program = in_language((tree.program)(), language).term_width(width);
    let groups = groups::list(&program, tree.groups, width, language);
    let names: Vec<String> =
        program.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    // clap would list them once more, without groups.
    let hide = |program: Command, name| program.mut_subcommand(name, |command| command.hide(true));
    let program = names.into_iter().fold(program, hide);
    let usage = usage_word(language);
    let template =
        format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{groups}{{all-args}}{{after-help}}");
    program.help_template(template).after_help(topics::foot(language))
}

/// The page that `erfa COMMAND --help` shows, if `words` name a command; without any that of the program.
pub(super) fn page_of_command(
    tree: Tree,
    words: &[&str],
    width: usize,
    language: Language,
) -> Option<String> {
    let mut program = on_page(tree, width, language);
    words.iter().try_fold(&program, |at, word| at.find_subcommand(word))?;
    let asked = ["erfa"].into_iter().chain(words.iter().copied()).chain(["--help"]);
    let page = program.try_get_matches_from_mut(asked).err()?;
    Some(fitted(&page.render().to_string(), width))
}

/// Puts the words of `language` in place, in the command and all its subcommands.
pub(super) fn in_language(command: Command, language: Language) -> Command {
    let name = command.get_name().to_owned();
    translate(command, &[name], language)
}

/// What the command at `place` does, in a line.
pub(super) fn about_command(command: &Command, place: &str, language: Language) -> String {
    let german = german::command(place).filter(|_| language == Language::German);
    let english = || command.get_about().map(ToString::to_string).unwrap_or_default();
    german.map_or_else(english, |(short, _)| short.to_owned())
}

/// What `argument` of the command at `place` is for, in a line.
pub(super) fn about_argument(argument: &Arg, place: &str, language: Language) -> String {
    let place = if argument.is_global_set() { "" } else { place };
    let id = argument.get_id().as_str();
    let german = german::argument(place, id).filter(|_| language == Language::German);
    match german {
        Some(_) if id == "format" => german::formats(argument),
        Some((short, _)) => short.to_owned(),
        None => argument.get_help().map(ToString::to_string).unwrap_or_default(),
    }
}

fn translate(command: Command, path: &[String], language: Language) -> Command {
    let subcommands: Vec<String> =
        command.get_subcommands().map(|subcommand| subcommand.get_name().to_owned()).collect();
    let usage = usage_word(language);
    let commands = match language {
        Language::German => "Befehle",
        Language::English => "Commands",
    };
    let examples = examples::of(&path[1..].join(" "), language)
        .map_or_else(String::new, |examples| format!("{examples}\n\n"));
    let template = format!(
        "{{about-with-newline}}\n{usage}: {{usage}}\n\n{examples}{{all-args}}{{after-help}}"
    );
    let line = usage_line(&command, path, language);
    // Below a heading of its own clap sorts by letters what it names in its order above.
    let mut positionals = 0;
    let ordered = |argument: Arg| {
        let argument = heading(argument, language);
        if !argument.is_positional() {
            return argument;
        }
        positionals += 1;
        argument.display_order(positionals)
    };
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(commands)
        .override_usage(line)
        .mut_args(ordered);
    if language == Language::German {
        command = words(command, path);
    }
    for name in subcommands {
        let path: Vec<String> = path.iter().cloned().chain([name.clone()]).collect();
        command = command.mut_subcommand(name, |command| translate(command, &path, language));
    }
    command
}

/// What every command understands stands apart, below what is its own.
fn heading(argument: Arg, language: Language) -> Arg {
    let german = language == Language::German;
    let general = argument.is_global_set() || argument.get_id() == "version";
    let heading = match (argument.is_positional(), general) {
        (true, _) if german => "Angaben",
        (true, _) => "Arguments",
        (false, true) if german => "Bei jedem Befehl",
        (false, true) => "With every command",
        (false, false) if german => "Optionen",
        (false, false) => "Options",
    };
    argument.help_heading(heading)
}

/// `erfa invite [MEETING] [options]`; clap's own line has English words in it.
fn usage_line(command: &Command, path: &[String], language: Language) -> String {
    let (options, subcommand) = match language {
        Language::German => ("Optionen", "BEFEHL"),
        Language::English => ("options", "COMMAND"),
    };
    let name = path.join(" ");
    let mut line = name.clone();
    let alone = !command.is_subcommand_required_set();
    if command.has_subcommands() && !alone {
        line = format!("{line} <{subcommand}>");
    }
    for argument in command.get_positionals() {
        let name = argument.get_value_names().map_or("", |names| names[0].as_str());
        let name = match language {
            Language::German => german::value_name(name).unwrap_or(name),
            Language::English => name,
        };
        line = if argument.is_required_set() {
            format!("{line} <{name}>")
        } else {
            format!("{line} [{name}]")
        };
    }
    for (option, value) in needed(command) {
        let value = match language {
            Language::German => german::value_name(&value).unwrap_or(&value),
            Language::English => &value,
        };
        line = format!("{line} {option} <{value}>");
    }
    line = format!("{line} [{options}]");
    if command.has_subcommands() && alone {
        // It answers by itself, and has commands below it.
        let indent = " ".repeat(format!("{}: ", usage_word(language)).len());
        line = format!("{line}\n{indent}{name} <{subcommand}> [{options}]");
    }
    line
}

/// The options that cannot be left out, with their values: what is missed where nothing is said.
fn needed(command: &Command) -> Vec<(String, String)> {
    let nothing = command.clone().try_get_matches_from([command.get_name()]);
    let missing = nothing.err().and_then(|error| error.get(ContextKind::InvalidArg).cloned());
    let Some(ContextValue::Strings(missing)) = missing else { return Vec::new() };
    let option = |words: &String| {
        let (option, value) = words.strip_suffix('>')?.split_once(" <")?;
        option.starts_with("--").then(|| (option.to_owned(), value.to_owned()))
    };
    missing.iter().filter_map(option).collect()
}

/// How `command` is called, a line for each way.
pub(super) fn usage(command: &Command, path: &[&str], language: Language) -> Vec<String> {
    let path: Vec<String> =
        std::iter::once("erfa").chain(path.iter().copied()).map(str::to_owned).collect();
    usage_line(command, &path, language).lines().map(|line| line.trim().to_owned()).collect()
}

/// How `argument` is typed, with its value between two signs: `-o, --output <PATH>`.
pub(super) fn typed(argument: &Arg, [open, close]: [&str; 2]) -> String {
    let short = argument.get_short().map(|letter| format!("-{letter}"));
    let long = argument.get_long().map(|name| format!("--{name}"));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    let names = (!names.is_empty()).then(|| names.join(", "));
    let values = argument.get_value_names().filter(|_| argument.get_action().takes_values());
    let values = values.into_iter().flatten().map(|value| format!("{open}{value}{close}"));
    names.into_iter().chain(values).collect::<Vec<_>>().join(" ")
}

fn usage_word(language: Language) -> &'static str {
    match language {
        Language::German => "Aufruf",
        Language::English => "Usage",
    }
}

/// Replaces what the doc comments say by German words.
fn words(mut command: Command, path: &[String]) -> Command {
    let place = path[1..].join(" ");
    if let Some((short, long)) = german::command(&place) {
        command = command.about(short);
        if !long.is_empty() {
            command = command.long_about(format!("{short}\n\n{long}"));
        }
    }
    command.mut_args(|argument| {
        let id = argument.get_id().as_str().to_owned();
        let name = argument.get_value_names().and_then(|names| german::value_name(&names[0]));
        let argument = match name {
            Some(name) if argument.get_action().takes_values() => argument.value_name(name),
            _ => argument,
        };
        let Some((_, long)) = german::argument(&place, &id) else { return argument };
        let short = about_argument(&argument, &place, Language::German);
        let argument = argument.help(short.clone());
        if long.is_empty() { argument } else { argument.long_help(format!("{short}\n\n{long}")) }
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::Command;

    use super::{LOOKING, german};
    use crate::cli::whole;

    /// Every command and argument, with whether it has a long text.
    fn texts(command: &Command, place: &str, found: &mut BTreeSet<(String, String, bool)>) {
        let about = |text: Option<&_>| text.map(ToString::to_string).unwrap_or_default();
        assert!(!about(command.get_about()).is_empty(), "`{place}` has no help");
        let long = command.get_long_about().is_some();
        found.insert((place.to_owned(), String::new(), long));
        for argument in command.get_arguments() {
            let id = argument.get_id().to_string();
            assert!(!about(argument.get_help()).is_empty(), "`{place} {id}` has no help");
            if argument.is_global_set() && !place.is_empty() {
                continue;
            }
            found.insert((place.to_owned(), id, argument.get_long_help().is_some()));
        }
        for subcommand in command.get_subcommands() {
            let place = format!("{place} {}", subcommand.get_name());
            texts(subcommand, place.trim(), found);
        }
    }

    #[test]
    fn german_and_english_help_have_the_same_texts() {
        let mut english = BTreeSet::new();
        texts(&whole(), "", &mut english);
        let (anywhere, german): (BTreeSet<_>, BTreeSet<_>) = german::all()
            .map(|(place, id, long)| (place.to_owned(), id.to_owned(), !long.is_empty()))
            .partition(|(place, ..)| place == german::ANYWHERE);
        // What several commands have in common is the same everywhere, unless one has its own words.
        let mut shared = BTreeSet::new();
        english.retain(|text| {
            let common = (german::ANYWHERE.to_owned(), text.1.clone(), text.2);
            let is_shared = anywhere.contains(&common) && !german.contains(text);
            if is_shared {
                shared.insert(common);
            }
            !is_shared
        });
        assert_eq!((english, shared), (german, anywhere));
    }

    #[test]
    fn every_value_name_has_a_german_word() {
        fn names(command: &Command) {
            for argument in command.get_arguments().filter(|a| a.get_action().takes_values()) {
                for name in argument.get_value_names().unwrap_or_default() {
                    assert!(
                        german::VALUE_NAMES.iter().any(|(english, _)| english == name),
                        "{name}"
                    );
                }
            }
            command.get_subcommands().for_each(names);
        }
        names(&whole());
    }

    #[test]
    fn what_only_looks_asks_for_no_leave_to_write() {
        for place in LOOKING {
            let program = whole();
            let find = |at: Option<Command>, word| at?.find_subcommand(word).cloned();
            let command = place.split(' ').fold(Some(program), find);
            let command = command.unwrap_or_else(|| panic!("there is no `erfa {place}`"));
            // `plan` writes only with `--save`, `schema` with `--wire`.
            let leave = ["yes", "expect", "dry_run"].map(|id| {
                !["plan", "schema"].contains(place)
                    && command.get_arguments().any(|argument| argument.get_id() == id)
            });
            assert_eq!(leave, [false; 3], "{place}");
        }
    }
}
