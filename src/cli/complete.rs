//! What may follow the words that somebody has typed so far: the scripts in `data/completions/` ask this.
//!
//! The answer is a line that says what is listed (`words`, `files`, `folders`), and a line for each word:
//! the word, a tab, and what it is. Nothing is ever written, and nothing said that is no answer.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Arg, Command};

use super::help;
use super::tree::Tree;
use crate::system::environment::Environment;
use crate::system::terminal;
use crate::text::Language;

mod keys;
mod known;
mod names;

use known::Known;
use names::{Answer, Asked};

/// What scripts put behind the name of the program.
pub(super) const SIGN: &str = "__complete";

/// A shell divides words at `=`: the script passes on how it does.
const DIVIDING: &str = "bash";

/// An empty word follows, which did not come through.
const NEXT: &str = "powershell-next";

/// Answers the script of a shell, which names itself and then all words up to the one that is completed.
pub(super) fn serve(words: &[OsString], tree: Tree) -> ExitCode {
    let words: Vec<String> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    if let Some((shell, typed)) = words.split_first() {
        // Whoever closed the pipe has read enough.
        let _ = terminal::print(answered(shell, typed, tree, Environment::read()).as_bytes());
    }
    ExitCode::SUCCESS
}

fn answered(shell: &str, typed: &[String], tree: Tree, environment: Environment) -> String {
    let mut typed = joined(typed);
    if shell == NEXT {
        typed.push(String::new());
    }
    let current = typed.pop().unwrap_or_default();
    // Bash completes what stands behind the sign alone.
    let begun = if shell == DIVIDING { current.find('=').map_or(0, |at| at + 1) } else { 0 };
    match answer(&typed, &current, tree, environment) {
        Answer::Files => "files\n".to_owned(),
        Answer::Folders => "folders\n".to_owned(),
        Answer::Words(words) => {
            let fitting = words.iter().filter(|(word, _)| word.starts_with(&current));
            let line = |(word, about): &(String, String)| {
                let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
                format!("{}\t{about}\n", word.get(begun..).unwrap_or_default())
            };
            std::iter::once("words\n".to_owned()).chain(fitting.map(line)).collect()
        }
    }
}

/// The words that may be the value of `argument` behind `arguments`, each with what it is; none if nobody can
/// list them.
pub(super) fn following(
    arguments: &[OsString],
    argument: &Arg,
    tree: Tree,
    environment: &Environment,
) -> Vec<(String, String)> {
    let words = arguments.iter().skip(1).map(|word| word.to_string_lossy().into_owned());
    let option = argument.get_long().map(|name| format!("--{name}"));
    let typed: Vec<String> = words.chain(option).collect();
    match answer(&typed, "", tree, environment.clone()) {
        Answer::Words(words) => words,
        Answer::Files | Answer::Folders => Vec::new(),
    }
}

/// The words as they were typed, where a shell took `--to=all` for three.
fn joined(words: &[String]) -> Vec<String> {
    let mut whole: Vec<String> = Vec::new();
    for word in words {
        let is_open = |last: &String| last.starts_with("--") && last.ends_with('=');
        let is_option = |last: &String| last.starts_with("--") && !last.contains('=');
        match whole.last_mut() {
            Some(last) if word == "=" && is_option(last) => last.push('='),
            Some(last) if is_open(last) => last.push_str(word),
            _ => whole.push(word.clone()),
        }
    }
    whole
}

/// Where the word stands that is completed.
struct Position<'c> {
    program: &'c Command,
    command: &'c Command,
    /// What the command is called: `outbox make`.
    place: String,
    /// The values that stand alone so far.
    values: Vec<String>,
    /// The option whose value comes next.
    waiting: Option<&'c Arg>,
    /// Whether `--` says that no option follows.
    is_literal: bool,
    /// The workspace, if one was named.
    directory: Option<String>,
}

impl<'c> Position<'c> {
    fn after(program: &'c Command, typed: &[String]) -> Self {
        let (values, waiting, directory) = (Vec::new(), None, None);
        let (place, is_literal) = (String::new(), false);
        let command = program;
        let mut at = Self { program, command, place, values, waiting, is_literal, directory };
        for word in typed {
            at.step(word);
        }
        at
    }

    fn step(&mut self, word: &str) {
        if let Some(option) = self.waiting.take() {
            self.note(option, word);
        } else if self.is_literal {
            self.values.push(word.to_owned());
        } else if word == "--" {
            self.is_literal = true;
        } else if let Some(long) = word.strip_prefix("--") {
            let (name, value) = long.split_once('=').map_or((long, None), |(n, v)| (n, Some(v)));
            let option = self.option(name).filter(|option| takes_value(option));
            match (option, value) {
                (Some(option), Some(value)) => self.note(option, value),
                (option, None) => self.waiting = option,
                (None, Some(_)) => {}
            }
        } else if let Some(letters) = word.strip_prefix('-').filter(|it| !it.is_empty()) {
            let last = letters.chars().last();
            let is_it = |option: &&Arg| option.get_short() == last && takes_value(option);
            self.waiting = self.options().find(is_it);
        } else if let Some(below) =
            self.command.find_subcommand(word).filter(|_| self.values.is_empty())
        {
            self.command = below;
            if !self.place.is_empty() {
                self.place.push(' ');
            }
            self.place.push_str(below.get_name());
        } else {
            self.values.push(word.to_owned());
        }
    }

    fn note(&mut self, option: &Arg, value: &str) {
        if option.get_id() == "dir" {
            self.directory = Some(value.to_owned());
        }
        // Whoever is asked for an item wants to know of which meeting.
        if option.get_id() == "meeting" {
            self.values.insert(0, value.to_owned());
        }
    }

    /// The options that can stand here.
    fn options(&self) -> impl Iterator<Item = &'c Arg> + use<'c> {
        let program = self.program;
        let is_same = std::ptr::eq(program, self.command);
        let general = program.get_arguments().filter(move |it| it.is_global_set() && !is_same);
        let own = self.command.get_arguments().chain(general);
        own.filter(|option| !option.is_positional() && !option.is_hide_set())
    }

    fn option(&self, name: &str) -> Option<&'c Arg> {
        self.options().find(|option| {
            let others = option.get_all_aliases().unwrap_or_default();
            option.get_long() == Some(name) || others.contains(&name)
        })
    }

    /// What the values that stand alone are called, at the place that comes next.
    fn positional(&self) -> Option<&'c Arg> {
        let named = self.command.get_positionals().count();
        let next = self.values.len().min(named.saturating_sub(1));
        let positional = self.command.get_positionals().nth(next);
        // The last one may take several.
        let is_there = |one: &&Arg| {
            self.values.len() < named || one.get_num_args().is_some_and(|it| it.max_values() > 1)
        };
        positional.filter(is_there)
    }
}

fn takes_value(argument: &Arg) -> bool {
    argument.get_action().takes_values()
}

fn answer(typed: &[String], current: &str, tree: Tree, environment: Environment) -> Answer {
    let program = (tree.program)();
    let at = Position::after(&program, typed);
    let language = environment.language;
    let known = Known::new(at.directory.clone(), environment);
    let ask = |argument: &Arg, current: &str| {
        let (place, values, groups) = (&*at.place, &*at.values, tree.groups);
        let asked = Asked { argument, place, values, current, groups };
        names::of(asked, &known, language)
    };
    if let Some(option) = at.waiting {
        return ask(option, current);
    }
    if let Some((name, value)) = current.strip_prefix("--").and_then(|it| it.split_once('=')) {
        let option = at.option(name).filter(|option| takes_value(option));
        return match option.map(|option| ask(option, value)) {
            Some(Answer::Words(words)) => {
                let with_name = |(word, about)| (format!("--{name}={word}"), about);
                Answer::Words(words.into_iter().map(with_name).collect())
            }
            Some(other @ (Answer::Files | Answer::Folders)) => other,
            None => Answer::Words(Vec::new()),
        };
    }
    if current.starts_with('-') && !at.is_literal {
        return Answer::Words(flags(&at, language));
    }
    let below =
        if at.values.is_empty() && !at.is_literal { commands(&at, language) } else { Vec::new() };
    match at.positional().map(|positional| ask(positional, current)) {
        Some(Answer::Words(words)) => Answer::Words([below, words].concat()),
        Some(other) if below.is_empty() => other,
        Some(_) | None => Answer::Words(below),
    }
}

/// The options, each with what it does.
fn flags(at: &Position<'_>, language: Language) -> Vec<(String, String)> {
    let flag = |option: &Arg| {
        Some((
            format!("--{}", option.get_long()?),
            help::about_argument(option, &at.place, language),
        ))
    };
    at.options().filter_map(flag).collect()
}

/// The commands below the one that is at hand, each with what it does.
fn commands(at: &Position<'_>, language: Language) -> Vec<(String, String)> {
    let command = |below: &Command| {
        let place = format!("{} {}", at.place, below.get_name());
        (below.get_name().to_owned(), help::about_command(below, place.trim(), language))
    };
    at.command.get_subcommands().filter(|below| !below.is_hide_set()).map(command).collect()
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn words_that_a_shell_divided_are_put_together() {
        let join =
            |words: &[&str]| joined(&words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
        assert_eq!(join(&["invite", "--to", "=", "ma"]), ["invite", "--to=ma"]);
        assert_eq!(join(&["invite", "--to", "="]), ["invite", "--to="]);
        assert_eq!(join(&["invite", "--to", "ma"]), ["invite", "--to", "ma"]);
        assert_eq!(join(&["a", "=", "b"]), ["a", "=", "b"]);
    }
}
