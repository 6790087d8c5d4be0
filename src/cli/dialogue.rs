//! Questions of a command, in the user's language.

use anyhow::Result;

use super::failure::Cancelled;
use crate::system::{prompt, terminal};

/// Whether questions are asked: not if the user wants none, or nobody could answer.
pub(super) fn possible(yes: bool) -> bool {
    !yes && terminal::can_ask()
}

/// Asks for a line until `take` has no objection; nothing but Enter gives `default`.
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
    loop {
        let answer = prompt::line(&question).ok_or(Cancelled)?;
        let answer = answer.trim();
        match take(if answer.is_empty() { default } else { answer }) {
            Ok(()) => return Ok(()),
            Err(objection) => terminal::tell(&format!("  {objection}\n")),
        }
    }
}

/// Asks for names as a list below `question` until `take` has no objection; nothing but Enter gives none.
pub(super) fn ask_for_names(
    question: &str,
    mut take: impl FnMut(&str) -> Result<(), String>,
) -> Result<()> {
    loop {
        let answers = prompt::lines(question).ok_or(Cancelled)?;
        match take(&answers.join("\n")) {
            Ok(()) => return Ok(()),
            Err(objection) => terminal::tell(&format!("  {objection}\n")),
        }
    }
}

/// Asks to choose one of `items`; gives its number.
pub(super) fn choose(question: &str, items: &[String], default: usize) -> Result<usize> {
    Ok(prompt::choice(question, items, default).ok_or(Cancelled)?)
}
