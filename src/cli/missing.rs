//! What a command needs and was not given: on a terminal it is asked for.

use std::ffi::OsString;

use anyhow::Result;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};

use super::complete;
use super::dialogue::{Offer, ask_offering, nothing};
use super::failure::Cancelled;
use super::tree::Tree;
use super::usage;
use crate::system::environment::Environment;
use crate::system::{prompt, terminal};

/// Arguments of which nobody can list all values.
const OPEN: [&str; 4] = ["what", "key", "value", "program"];

/// The arguments, with answers for all that `error` says is missing; none if nothing is, or nobody is to be
/// asked. `command` is the program, of which they were read.
///
/// # Errors
/// If the user gives up.
pub(super) fn asked_for(
    arguments: &[OsString],
    error: &Error,
    command: &mut Command,
    (tree, environment): (Tree, &Environment),
) -> Result<Option<Vec<OsString>>> {
    if error.kind() != ErrorKind::MissingRequiredArgument
        || !terminal::can_ask()
        || wants_no_question(arguments)
    {
        return Ok(None);
    }
    let missing = missing(error, command);
    if missing.is_empty() {
        return Ok(None);
    }
    let mut said = Said::of(arguments);
    for argument in missing {
        let mut next = said.clone();
        answer(&argument, &mut next, command, (tree, environment))?;
        said = next;
    }
    Ok(Some(said.arguments()))
}

/// Whether arguments ask for no question: those of scripts.
fn wants_no_question(arguments: &[OsString]) -> bool {
    let words = arguments.iter().skip(1).take_while(|word| *word != "--");
    let is_yes = |word: &str| {
        let letters = word.strip_prefix('-').filter(|letters| !letters.starts_with('-'));
        word == "--yes" || letters.is_some_and(|letters| letters.contains('y'))
    };
    words.filter_map(|word| word.to_str()).any(|word| word == "--json" || is_yes(word))
}

/// The arguments that are missing, in their order.
fn missing(error: &Error, command: &Command) -> Vec<Arg> {
    let Some(ContextValue::Strings(names)) = error.get(ContextKind::InvalidArg) else {
        return Vec::new();
    };
    let mut left: Vec<&Arg> = usage::meant(error, command).1.get_arguments().collect();
    let take = |name: &String| {
        let at = left.iter().position(|argument| bare(&argument.to_string()) == bare(name))?;
        Some(left.remove(at).clone())
    };
    let mut missing: Vec<Arg> = names.iter().filter_map(take).collect();
    // First what it is about, then how.
    missing.sort_by_key(|argument| !argument.is_positional());
    missing
}

/// An argument as it is named, whether or not it may be left out elsewhere.
fn bare(name: &str) -> String {
    name.replace(['<', '>', '[', ']'], "")
}

/// What is said so far.
#[derive(Clone)]
struct Said {
    /// What stands before `--`, or all.
    words: Vec<OsString>,
    /// What stands behind it, and is no option.
    values: Vec<OsString>,
}

impl Said {
    fn of(arguments: &[OsString]) -> Self {
        let mut parts = arguments.splitn(2, |word| word == "--").map(<[OsString]>::to_vec);
        let (words, values) = (parts.next(), parts.next());
        Self { words: words.unwrap_or_default(), values: values.unwrap_or_default() }
    }

    /// The same with a value for an argument.
    fn with(&self, argument: &Arg, value: &str) -> Self {
        let mut said = self.clone();
        match argument.get_long() {
            Some(name) => said.words.push(format!("--{name}={value}").into()),
            // A program with its own arguments, as one types it.
            None if argument.is_last_set() => {
                said.values.extend(value.split_whitespace().map(OsString::from));
            }
            None => said.values.push(value.into()),
        }
        said
    }

    fn arguments(&self) -> Vec<OsString> {
        let sign = (!self.values.is_empty()).then(|| OsString::from("--"));
        self.words.iter().cloned().chain(sign).chain(self.values.iter().cloned()).collect()
    }
}

/// Asks for an argument until its value will do.
fn answer(
    argument: &Arg,
    said: &mut Said,
    command: &mut Command,
    (tree, environment): (Tree, &Environment),
) -> Result<()> {
    let language = environment.language;
    let (question, known) = if argument.is_last_set() {
        let question = "Mit welchem Programm, etwa `msmtp -t`";
        (language.pick(question, "With which program, such as `msmtp -t`").to_owned(), Vec::new())
    } else {
        let question = argument.get_help().map(ToString::to_string).unwrap_or_default();
        (question, complete::following(&said.arguments(), argument, tree, environment))
    };
    let is_open = OPEN.contains(&argument.get_id().as_str());
    if !known.is_empty() && !is_open {
        let items: Vec<String> = known
            .iter()
            .map(
                |(word, about)| {
                    if about.is_empty() { word.clone() } else { format!("{word} – {about}") }
                },
            )
            .collect();
        let chosen = prompt::choice(&question, &items, 0, nothing(language)).ok_or(Cancelled)?;
        *said = said.with(argument, &known[chosen].0);
        return Ok(());
    }
    let names: Vec<String> = known.into_iter().map(|(word, _)| word).collect();
    let offer = Offer { names: &names, nothing: nothing(language), typed: "" };
    let mut taken = said.clone();
    ask_offering(&question, "", offer, |answer| {
        if answer.is_empty() {
            return Err(language
                .pick("Das muss gesagt sein; Esc bricht ab.", "This has to be said; Esc cancels.")
                .to_owned());
        }
        taken = said.with(argument, answer);
        match command.try_get_matches_from_mut(taken.arguments()) {
            Err(error) if error.kind() != ErrorKind::MissingRequiredArgument => {
                Err(usage::told(&error, command, language))
            }
            Ok(_) | Err(_) => Ok(()),
        }
    })?;
    *said = taken;
    Ok(())
}
