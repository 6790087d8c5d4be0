//! Questions of a command, in the user's language.

use anyhow::Result;
use chrono::NaiveDate;

use super::choice::any_day;
use super::context::Context;
use super::failure::{Cancelled, spoken};
use crate::system::{prompt, terminal};
use crate::text::Language;

/// What leads back to the question before.
pub(super) use crate::system::prompt::BACK;

/// How a question went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Went {
    /// It was answered.
    On,
    /// The one before it is to be asked again.
    Back,
    /// There was nothing to ask.
    Past,
}

/// A question that may change what is known.
pub(super) type Step<'s, T> = &'s dyn Fn(&mut T) -> Result<Went>;

/// Whether questions are asked: not if the user wants none, or nobody could answer.
pub(super) fn possible(yes: bool) -> bool {
    !yes && terminal::can_ask()
}

/// Asks one question after the other, and goes back where that is wanted.
pub(super) fn walk<T>(known: &mut T, steps: &[Step<'_, T>]) -> Result<()> {
    walk_from(0, false, known, steps)
}

/// The same once more from the last question that was asked.
pub(super) fn walk_again<T>(known: &mut T, steps: &[Step<'_, T>]) -> Result<()> {
    walk_from(steps.len().saturating_sub(1), true, known, steps)
}

fn walk_from<T>(
    mut at: usize,
    mut goes_back: bool,
    known: &mut T,
    steps: &[Step<'_, T>],
) -> Result<()> {
    while let Some(step) = steps.get(at) {
        let went = step(known)?;
        goes_back = went == Went::Back || went == Went::Past && goes_back && at > 0;
        at = if goes_back { at.saturating_sub(1) } else { at + 1 };
    }
    Ok(())
}

/// Asks for a line until `take` has no objection; nothing but Enter gives `default`. What was objected to
/// can be mended.
pub(super) fn ask(
    question: &str,
    default: &str,
    take: impl FnMut(&str) -> Result<(), String>,
) -> Result<()> {
    ask_offering(question, default, Offer::default(), take)
}

/// What is offered to somebody who types.
#[derive(Clone, Copy, Default)]
pub(super) struct Offer<'o> {
    /// The names that Tab completes.
    pub(super) names: &'o [String],
    /// What is said where none of them fits.
    pub(super) nothing: &'o str,
    /// What was typed before.
    pub(super) typed: &'o str,
}

/// The same with an offer.
pub(super) fn ask_offering(
    question: &str,
    default: &str,
    Offer { names, nothing, typed }: Offer<'_>,
    mut take: impl FnMut(&str) -> Result<(), String>,
) -> Result<()> {
    let question = if default.is_empty() {
        format!("{question}: ")
    } else {
        format!("{question} [{default}]: ")
    };
    let mut typed = typed.to_owned();
    loop {
        let answer = prompt::line_offering(&question, &typed, names, nothing).ok_or(Cancelled)?;
        let answer = answer.trim();
        match take(if answer.is_empty() { default } else { answer }) {
            Ok(()) => return Ok(()),
            Err(objection) => terminal::say(&format!("  {objection}\n")),
        }
        answer.clone_into(&mut typed);
    }
}

/// The same for a question that has one before it.
pub(super) fn ask_or_back(
    question: &str,
    default: &str,
    mut take: impl FnMut(&str) -> Result<(), String>,
) -> Result<Went> {
    let mut went = Went::On;
    ask(question, default, |answer| {
        went = if answer == BACK { Went::Back } else { Went::On };
        if went == Went::Back { Ok(()) } else { take(answer) }
    })?;
    Ok(went)
}

/// Words that agree, and words that do not.
const YES: [&str; 4] = ["j", "ja", "y", "yes"];
const NO: [&str; 3] = ["n", "nein", "no"];

/// Whether somebody says that they do not want to.
pub(super) fn is_no(answer: &str) -> bool {
    NO.contains(&&*answer.to_lowercase())
}

/// How a question of yes or no went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    Yes,
    No,
    /// The question before it is to be asked again.
    Back,
}

/// Asks a question of yes or no until it is answered by one of them; Enter alone is the `usual` answer.
pub(super) fn ask_yes_or_no(
    question: &str,
    usual: Reply,
    may_go_back: bool,
    context: &Context,
) -> Result<Reply> {
    let signs = match (context.language, usual) {
        (Language::German, Reply::Yes) => "[J/n]",
        (Language::German, Reply::No | Reply::Back) => "[j/N]",
        (Language::English, Reply::Yes) => "[Y/n]",
        (Language::English, Reply::No | Reply::Back) => "[y/N]",
    };
    loop {
        let answer = prompt::line(&format!("{question} {signs} ")).ok_or(Cancelled)?;
        let answer = answer.trim().to_lowercase();
        match answer.as_str() {
            "" => return Ok(usual),
            BACK if may_go_back => return Ok(Reply::Back),
            word if YES.contains(&word) => return Ok(Reply::Yes),
            word if is_no(word) => return Ok(Reply::No),
            _ => {}
        }
        let objection = match (context.language, may_go_back) {
            (Language::German, false) => "Bitte mit j oder n antworten.",
            (Language::German, true) => {
                "Bitte mit j oder n antworten; < geht einen Schritt zurück."
            }
            (Language::English, false) => "Please answer y or n.",
            (Language::English, true) => "Please answer y or n; < goes back a step.",
        };
        terminal::say(&format!("  {objection}\n"));
    }
}

/// Asks whether to do something.
///
/// # Errors
/// If the user does not want it.
pub(super) fn agree(question: &str, usual: Reply, context: &Context) -> Result<()> {
    match ask_yes_or_no(question, usual, false, context)? {
        Reply::Yes => Ok(()),
        Reply::No | Reply::Back => Err(Cancelled.into()),
    }
}

/// Reads a day that answers a question.
///
/// # Errors
/// If it is none, in words.
pub(super) fn day(answer: &str, context: &Context) -> Result<NaiveDate, String> {
    let language = context.language;
    let day = any_day(answer).map_err(|no_day| no_day.message(answer, language))?;
    context.day(&day).map_err(|error| spoken(&error, language))
}

/// Asks for lines below `question`, typed or pasted, which an empty one ends; and whether the question before it
/// is to be asked again, which is said at any line.
pub(super) fn ask_for_lines_or_back(question: &str) -> Result<(Vec<String>, Went)> {
    let mut lines = prompt::lines(question, BACK).ok_or(Cancelled)?;
    let goes_back = lines.pop_if(|last| last.trim() == BACK).is_some();
    lines.retain(|line| !line.trim().is_empty());
    Ok((lines, if goes_back { Went::Back } else { Went::On }))
}

/// Asks to choose one of `items`; gives its number.
pub(super) fn choose(
    question: &str,
    items: &[String],
    default: usize,
    context: &Context,
) -> Result<usize> {
    let chosen = prompt::choice(question, items, default, nothing(context.language));
    Ok(chosen.ok_or(Cancelled)?)
}

/// The same for a question that has one before it; none goes back.
pub(super) fn choose_or_back(
    question: &str,
    items: &[String],
    default: usize,
    context: &Context,
) -> Result<Option<usize>> {
    let back = format!("{BACK} {}", context.say("zurück", "back"));
    let all = [items, &[back]].concat();
    let chosen = choose(question, &all, default, context)?;
    Ok(Some(chosen).filter(|number| *number < items.len()))
}

/// That nothing fits what was typed, and the way out.
pub(super) fn nothing(language: Language) -> &'static str {
    language.pick(
        "Nichts passt; Strg-U löscht das Getippte.",
        "Nothing fits; Ctrl-U clears what was typed.",
    )
}
