//! How a command ends: the one place where a failure becomes words and an exit status.

use std::fmt;
use std::io;
use std::process::ExitCode;
use std::sync::Arc;

use super::context::Context;
use crate::diagnostic::file::system_words;
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::source::Sources;
use crate::system::{files, terminal};
use crate::text::{Language, visible};

/// The data or the request has problems: exit status 1.
#[derive(Debug)]
pub(super) struct Findings {
    /// The files they are in.
    pub(super) sources: Arc<Sources>,
    /// All of them.
    pub(super) findings: Vec<Diagnostic>,
}

impl Findings {
    /// A finding about the request.
    pub(super) fn one(problem: impl Problem + 'static) -> Self {
        Self { sources: Arc::default(), findings: vec![Diagnostic::new(problem)] }
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} findings", self.findings.len())
    }
}

impl std::error::Error for Findings {}

/// The answer was given, and it is "no": exit status 1 without further words.
#[derive(Debug)]
pub(super) struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("refused")
    }
}

impl std::error::Error for Refused {}

/// The user gave up in a dialogue, before anything was written.
#[derive(Debug)]
pub(super) struct Cancelled;

impl fmt::Display for Cancelled {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("cancelled")
    }
}

impl std::error::Error for Cancelled {}

/// The user interrupted something that can go on later, and was told how far it has come: exit status
/// 130 without further words.
#[derive(Debug)]
pub(super) struct Halted;

impl fmt::Display for Halted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("halted")
    }
}

impl std::error::Error for Halted {}

/// 0: done. 1: the data or the request has problems. 3: the outside failed. 130: the user gave up,
/// as shells say it. (2, wrong usage, is found before a command begins.)
pub(super) fn exit_code(result: anyhow::Result<()>, context: &Context) -> ExitCode {
    let Err(error) = result else { return ExitCode::SUCCESS };
    if let Some(findings) = error.downcast_ref::<Findings>() {
        context.show(&findings.findings, &findings.sources);
        return ExitCode::FAILURE;
    }
    if error.is::<Refused>() {
        return ExitCode::FAILURE;
    }
    if error.is::<Halted>() {
        return ExitCode::from(130);
    }
    if error.is::<Cancelled>() {
        context.note(
            context
                .say("Abgebrochen; nichts wurde geschrieben.", "Cancelled; nothing was written."),
        );
        return ExitCode::from(130);
    }
    // Whoever closed the pipe has read enough.
    if error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
    }) {
        return ExitCode::SUCCESS;
    }
    let causes: Vec<String> = error
        .chain()
        .map(|cause| match cause.downcast_ref().map(files::words) {
            Some(words) if context.language == Language::German => system_words(&words).to_owned(),
            Some(words) => words,
            None => cause.to_string(),
        })
        .collect();
    let word = Severity::Error.word(context.language);
    terminal::tell(&format!("{word}: {}\n", visible(&causes.join(": "))));
    ExitCode::from(3)
}
