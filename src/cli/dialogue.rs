//! Questions of a command, in the user's language.

use anyhow::Result;

use super::context::Context;
use super::failure::Cancelled;
use crate::system::{prompt, terminal};

/// What leads back to the question before.
pub(super) const BACK: &str = "<";

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
    let (mut at, mut goes_back) = (0, false);
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
    mut take: impl FnMut(&str) -> Result<(), String>,
) -> Result<()> {
    let question = if default.is_empty() {
        format!("{question}: ")
    } else {
        format!("{question} [{default}]: ")
    };
    let mut typed = String::new();
    loop {
        let answer = prompt::line_again(&question, &typed).ok_or(Cancelled)?;
        let answer = answer.trim();
        match take(if answer.is_empty() { default } else { answer }) {
            Ok(()) => return Ok(()),
            Err(objection) => terminal::tell(&format!("  {objection}\n")),
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

/// Asks for lines below `question`, typed or pasted; an empty one ends them.
pub(super) fn ask_for_lines(question: &str) -> Result<Vec<String>> {
    Ok(prompt::lines(question).ok_or(Cancelled)?)
}

/// Asks to choose one of `items`; gives its number.
pub(super) fn choose(question: &str, items: &[String], default: usize) -> Result<usize> {
    Ok(prompt::choice(question, items, default).ok_or(Cancelled)?)
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
    let chosen = choose(question, &all, default)?;
    Ok(Some(chosen).filter(|number| *number < items.len()))
}
