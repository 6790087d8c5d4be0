//! Findings as data.

use std::fmt;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Origin, Sources};
use crate::text::Language;

/// A finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Finding {
    /// Its stable name.
    pub code: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// Why somebody accepts it; it stops nothing then.
    pub acknowledged: Option<String>,
    /// Where it stands.
    pub place: Option<FilePlace>,
    /// Further places, with what they have to do with it.
    pub related: Vec<Related>,
}

impl Finding {
    /// An error about no place in any file.
    pub fn placeless(code: &'static str, message: String, hint: Option<String>) -> Self {
        let (severity, acknowledged, place) = (Severity::Error.code(), None, None);
        Self { code, severity, message, hint, acknowledged, place, related: Vec::new() }
    }
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FilePlace {
    /// The path relative to the workspace.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// "meetings/spring.toml:5"
impl fmt::Display for FilePlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.file, self.line)
    }
}

/// A further place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Related {
    /// What it has to do with the finding.
    pub label: &'static str,
    /// Where it is.
    pub place: FilePlace,
}

/// `findings` as data, worded in `language`.
pub fn findings(findings: &[Diagnostic], sources: &Sources, language: Language) -> Vec<Finding> {
    findings
        .iter()
        .map(|finding| {
            let wording = finding.problem.wording(language);
            Finding {
                code: finding.code(),
                severity: finding.problem.severity().code(),
                message: wording.message,
                hint: wording.hint,
                acknowledged: finding.acknowledged.clone(),
                place: finding.place.map(|origin| place(origin, sources)),
                related: finding
                    .related
                    .iter()
                    .map(|(origin, label)| Related {
                        label: label.word(language),
                        place: place(*origin, sources),
                    })
                    .collect(),
            }
        })
        .collect()
}

/// Where `origin` is, as people count.
pub fn place(origin: Origin, sources: &Sources) -> FilePlace {
    let position = sources.position(origin);
    let file = sources.file(origin.file).path.clone();
    FilePlace { file, line: position.line, column: position.column }
}
