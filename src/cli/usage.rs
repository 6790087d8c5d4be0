//! Wrong usage, in the user's language: exit status 2.

use std::num::{ParseFloatError, ParseIntError};
use std::process::ExitCode;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::choice::NoDay;
use super::held_back::HeldBack;
use super::help;
use crate::diagnostic::Severity;
use crate::system::environment::Environment;
use crate::system::terminal::{self, Colour, Stream};
use crate::text::{Language, brief, list, nearest, slug};
use crate::view::finding::Finding;

/// Shows help, version or what is wrong with the arguments.
/// As one object if JSON was asked for.
pub(super) fn show(
    error: &Error,
    command: &Command,
    environment: &Environment,
    as_json: bool,
) -> ExitCode {
    let language = environment.language;
    let [output, stream] = [Stream::output, Stream::error].map(|of| of(Colour::Auto, environment));
    let page = |width| help::fitted(&error.render().to_string(), width);
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Whoever closed the pipe has read enough.
            let _ = terminal::print(page(output.page).as_bytes());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !as_json => {
            terminal::tell(&page(stream.page));
            ExitCode::from(2)
        }
        _ => {
            let (message, hint) = words(error, command, language);
            let word = Severity::Error.word(language);
            let (help, more) = match language {
                Language::German => ("Hilfe", "zeigt, was möglich ist"),
                Language::English => ("help", "shows what there is"),
            };
            let hint =
                hint.unwrap_or_else(|| format!("`{} --help` {more}", meant(error, command).0));
            let [said, way] = [(word, &message), (help, &hint)]
                .map(|(head, words)| stream.set(&format!("{head}: {words}"), head.len() + 2));
            let shown = format!("{said}\n\n{way}\n");
            let mut held_back = HeldBack::new(as_json, false);
            held_back.tell(&shown, || vec![Finding::placeless("usage", message, Some(hint))]);
            held_back.end(2);
            ExitCode::from(2)
        }
    }
}

/// `erfa outbox show`: the command whose arguments are wrong, as far as it is known, and its name.
pub(super) fn meant<'c>(error: &Error, command: &'c Command) -> (String, &'c Command) {
    let usage = context(error, ContextKind::Usage);
    let mut words = usage.split_whitespace();
    let mut name = command.get_name().to_owned();
    let mut command = command;
    // Each command is named behind the one that it belongs to.
    while let Some(subcommand) =
        words.find_map(|word| command.get_subcommands().find(|one| one.get_name() == word))
    {
        name = format!("{name} {}", subcommand.get_name());
        command = subcommand;
    }
    (name, command)
}

/// What is wrong, on one line.
pub(super) fn told(error: &Error, command: &Command, language: Language) -> String {
    let (message, hint) = words(error, command, language);
    hint.map_or_else(|| message.clone(), |hint| format!("{message} ({hint})"))
}

/// Whether the command `name`, which may have been meant, neither changes nor sends anything: whoever
/// takes up what the program proposes does not have to think twice.
fn only_looks(name: &str, error: &Error, command: &Command) -> bool {
    let (above, _) = meant(error, command);
    let above = above.strip_prefix(command.get_name()).unwrap_or_default().trim();
    let within = above.split_whitespace().try_fold(command, |at, word| at.find_subcommand(word));
    // It may go by another name.
    let meant = within.and_then(|within| within.find_subcommand(name)).map(Command::get_name);
    meant.is_some_and(|meant| help::LOOKING.contains(&format!("{above} {meant}").trim()))
}

fn context(error: &Error, kind: ContextKind) -> String {
    brief(&match error.get(kind) {
        Some(ContextValue::String(words)) => words.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        Some(ContextValue::StyledStr(words)) => words.to_string(),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    })
}

fn words(error: &Error, command: &Command, language: Language) -> (String, Option<String>) {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let control = control(error);
    let german = language == Language::German;
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand);
            if german {
                format!("den Befehl `{name}` gibt es nicht")
            } else {
                format!("there is no command `{name}`")
            }
        }
        ErrorKind::UnknownArgument if german => format!("`{argument}` gibt es hier nicht"),
        ErrorKind::UnknownArgument => format!("`{argument}` is not known here"),
        ErrorKind::InvalidValue if value.is_empty() && german => {
            format!("`{argument}` braucht einen Wert")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` needs a value"),
        ErrorKind::ValueValidation if no_day(error).is_some() => {
            no_day(error).map_or_else(String::new, |no_day| no_day.message(&value, language))
        }
        ErrorKind::ValueValidation if value.trim().is_empty() && german => {
            format!("`{argument}` darf nicht leer sein")
        }
        ErrorKind::ValueValidation if value.trim().is_empty() => {
            format!("`{argument}` must not be empty")
        }
        ErrorKind::ValueValidation if value.contains(['\n', '\r']) && german => {
            format!("`{argument}` muss auf einer Zeile stehen")
        }
        ErrorKind::ValueValidation if value.contains(['\n', '\r']) => {
            format!("`{argument}` has to stand on one line")
        }
        ErrorKind::ValueValidation if control.is_some() && german => {
            format!("`{argument}` enthält das Steuerzeichen {}", control.unwrap_or_default())
        }
        ErrorKind::ValueValidation if control.is_some() => {
            format!("`{argument}` has the control character {}", control.unwrap_or_default())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if german => {
            format!("`{value}` passt nicht zu `{argument}`")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("`{value}` does not fit `{argument}`")
        }
        ErrorKind::MissingRequiredArgument if german => format!("hier fehlt {argument}"),
        ErrorKind::MissingRequiredArgument => format!("{argument} is missing here"),
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            let subcommand = context(error, ContextKind::InvalidSubcommand);
            let argument = if argument.is_empty() { subcommand } else { argument };
            let same = other == argument;
            match (german, same) {
                _ if other.is_empty() && german => format!("`{argument}` steht für sich allein"),
                _ if other.is_empty() => format!("`{argument}` stands alone"),
                (true, true) => format!("`{argument}` darf nur einmal stehen"),
                (true, false) => format!("`{argument}` und `{other}` schließen sich aus"),
                (false, true) => format!("`{argument}` may stand only once"),
                (false, false) => format!("`{argument}` and `{other}` exclude each other"),
            }
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            language.pick("hier fehlt ein Befehl", "a command is missing here").to_owned()
        }
        ErrorKind::InvalidUtf8 if german => "ein Argument ist kein gültiges UTF-8".to_owned(),
        ErrorKind::InvalidUtf8 => "an argument is not valid UTF-8".to_owned(),
        _ if german => "die Argumente passen nicht zusammen".to_owned(),
        _ => "the arguments do not fit together".to_owned(),
    };
    (message, hint(error, command, language))
}

/// What no terminal shows of a value, by its number: "U+0009".
fn control(error: &Error) -> Option<String> {
    let Some(ContextValue::String(value)) = error.get(ContextKind::InvalidValue) else {
        return None;
    };
    let sign = value.chars().find(|letter| letter.is_control())?;
    Some(format!("U+{:04X}", u32::from(sign)))
}

/// What people call commands that only look: more often a wrong word than a slip.
const CALLED: &[(&str, &str)] = &[
    ("anzeigen", "show"),
    ("einladung", "invite"),
    ("gruppen", "groups"),
    ("handbuch", "handbook"),
    ("hilfe", "help"),
    ("kontakt", "contacts"),
    ("kontakte", "contacts"),
    ("konto", "account"),
    ("leute", "contacts"),
    ("list", "meetings"),
    ("liste", "meetings"),
    ("ls", "meetings"),
    ("orte", "venues"),
    ("people", "contacts"),
    ("personen", "contacts"),
    ("programm", "programme"),
    ("pruefen", "check"),
    ("staedte", "cities"),
    ("stand", "status"),
    ("tage", "dates"),
    ("tagungsorte", "venues"),
    ("termine", "dates"),
    ("towns", "cities"),
    ("treffen", "meetings"),
    ("wer", "contacts"),
    ("zeige", "show"),
    ("zeigen", "show"),
];

/// That the value is no day.
fn no_day(error: &Error) -> Option<&NoDay> {
    std::error::Error::source(error)?.downcast_ref()
}

/// A near name, or what the value may look like.
fn hint(error: &Error, command: &Command, language: Language) -> Option<String> {
    let typed = slug(&context(error, ContextKind::InvalidSubcommand));
    let called = CALLED.iter().find(|(name, _)| *name == typed).map(|(_, meant)| *meant);
    let called = called.filter(|meant| only_looks(meant, error, command)).map(str::to_owned);
    let near =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
            .into_iter()
            .find_map(|kind| {
                let near = match error.get(kind)? {
                    ContextValue::String(name) => name.clone(),
                    // The nearest comes last.
                    ContextValue::Strings(names) => names.last()?.clone(),
                    _ => return None,
                };
                // What only shares some letters leads astray.
                let is_fit =
                    || near.get(..1) == typed.get(..1) || nearest(&typed, [&*near]).is_some();
                let is_harmless = kind != ContextKind::SuggestedSubcommand
                    || only_looks(&near, error, command) && is_fit();
                is_harmless.then_some(near)
            });
    // JSON is what a command answers with: nothing else is near.
    let wants_json = context(error, ContextKind::InvalidArg).starts_with("--json");
    if wants_json && error.kind() == ErrorKind::UnknownArgument {
        return Some(
            language
                .pick(
                    "dieser Befehl antwortet nicht als JSON",
                    "this command does not answer as JSON",
                )
                .to_owned(),
        );
    }
    if let Some(near) = called.or(near) {
        return Some(match language {
            Language::German => format!("meinten Sie `{near}`?"),
            Language::English => format!("did you mean `{near}`?"),
        });
    }
    let possible = match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(names)) => names.clone(),
        _ => Vec::new(),
    };
    // What our own readers of values say is an example, the same in both languages.
    let source = std::error::Error::source(error);
    // What is no number is told by the library in words of its own.
    if source.is_some_and(|source| source.is::<ParseIntError>() || source.is::<ParseFloatError>()) {
        return Some(language.pick("eine Zahl wie 3", "a number such as 3").to_owned());
    }
    if no_day(error).is_some() {
        return Some(NoDay::examples(language).to_owned());
    }
    let example = source.map(ToString::to_string);
    let example = example.filter(|_| error.kind() == ErrorKind::ValueValidation);
    // "0 is not in 1..=1000": what clap says of numbers.
    let range = example.as_deref().and_then(|words| words.split_once(" is not in "));
    if let Some((_, range)) = range {
        let range = range.replace("..=", "–");
        return Some(match language {
            Language::German => format!("erlaubt ist {range}"),
            Language::English => format!("allowed is {range}"),
        });
    }
    match (possible.is_empty(), example, language) {
        (false, _, Language::German) => Some(format!("möglich: {}", list::or(&possible, language))),
        (false, _, Language::English) => {
            Some(format!("possible: {}", list::or(&possible, language)))
        }
        (true, Some(example), Language::German) => Some(format!("zum Beispiel {example}")),
        (true, Some(example), Language::English) => Some(format!("for example {example}")),
        (true, None, _) => None,
    }
}
