//! How a command ends: the one place where a failure becomes words and an exit status.

use std::io;
use std::process::ExitCode;

use super::context::Context;
use super::failure::{Cancelled, Findings, Halted, Refused};
use crate::diagnostic::file::system_words;
use crate::system::{files, interrupt, terminal};
use crate::text::Language;

/// 0: done. 1: the data or the request has problems. 3: the outside failed. 130: the user gave up,
/// as shells say it; 129 and 143 if the terminal was closed or the end was asked for. (2, wrong usage, is
/// found before a command begins.)
pub(super) fn exit_code(result: anyhow::Result<()>, context: &Context) -> ExitCode {
    if result.is_err() {
        interrupt::await_end();
    }
    let status = result.err().map_or(0, |error| status(&error, context));
    context.end(status);
    ExitCode::from(status)
}

/// The status of a failure, which is told.
fn status(error: &anyhow::Error, context: &Context) -> u8 {
    if let Some(findings) = error.downcast_ref::<Findings>() {
        context.show(&findings.findings, &findings.sources);
        return 1;
    }
    if error.is::<Refused>() {
        return 1;
    }
    if error.is::<Halted>() {
        return interrupt::status();
    }
    if error.is::<Cancelled>() {
        context.note(cancelled(context.language));
        return interrupt::status();
    }
    // Whoever closed the pipe has read enough.
    if error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
    }) {
        return 0;
    }
    let causes: Vec<String> = error
        .chain()
        .map(|cause| match cause.downcast_ref().map(files::words) {
            Some(words) if context.language == Language::German => system_words(&words).to_owned(),
            Some(words) => words,
            None => cause.to_string(),
        })
        .collect();
    context.tell_failure(&causes.join(": "));
    3
}

fn cancelled(language: Language) -> &'static str {
    language.pick("Abgebrochen; nichts wurde geschrieben.", "Cancelled; nothing was written.")
}

/// The end of a command that has not begun when the user gives up.
pub(super) fn given_up(language: Language) -> ExitCode {
    terminal::tell(&format!("{}\n", cancelled(language)));
    ExitCode::from(interrupt::status())
}
