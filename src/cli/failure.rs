//! What keeps a command from an answer.

use std::fmt;
use std::sync::Arc;

use crate::diagnostic::value::{BadId, DeviceName};
use crate::diagnostic::{Diagnostic, Problem};
use crate::domain::id::is_device;
use crate::source::Sources;
use crate::text::Language;

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

    /// That `found` is no id, though `slug` may be one.
    pub(super) fn no_id(found: &str, slug: String) -> Self {
        let found = found.to_owned();
        if is_device(&found) {
            return Self::one(DeviceName { found });
        }
        Self::one(BadId { found, slug: Some(slug).filter(|it| !is_device(it)).unwrap_or_default() })
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

/// The workspace changed between the reading of its files and that of its outbox: what the two say together
/// was never true, so the command begins anew.
#[derive(Debug)]
pub(super) struct Overtaken;

impl fmt::Display for Overtaken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("overtaken")
    }
}

impl std::error::Error for Overtaken {}

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

/// What a refusal says, on one line.
pub(super) fn spoken(error: &anyhow::Error, language: Language) -> String {
    let findings = error.downcast_ref::<Findings>();
    let first = findings.and_then(|findings| findings.findings.first());
    first.map_or_else(|| error.to_string(), |finding| finding.problem.wording(language).message)
}
