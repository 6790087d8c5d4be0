//! What one looks up in the handbook: every command, every key of every file, and every finding.

use serde::Serialize;

use crate::diagnostic::{codes, smallest_case};
use crate::text::Language;

/// What one looks up.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reference {
    /// What every command understands.
    pub everywhere: Vec<Switch>,
    /// The commands, each before those below it.
    pub commands: Vec<Command>,
    /// The files of a workspace.
    pub files: Vec<FileKeys>,
    /// The findings, in the order of their codes.
    pub findings: Vec<FindingLine>,
}

/// A command.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Command {
    /// Its name without the program's: `outbox make`.
    pub name: String,
    /// How it is called.
    pub usage: String,
    /// What it does, in a line.
    pub about: String,
    /// The same at length, paragraph by paragraph.
    pub more: Option<String>,
    /// What it is given, and its options.
    pub switches: Vec<Switch>,
}

/// Something that a command is given, or an option.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Switch {
    /// How it is written, with what stands behind it.
    pub name: String,
    /// What it means.
    pub about: String,
    /// The same at length.
    pub more: Option<String>,
}

/// A file with keys.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FileKeys {
    /// Its path; `*` stands for any name.
    pub path: &'static str,
    /// What it holds.
    pub about: &'static str,
    /// Its tables.
    pub tables: Vec<TableKeys>,
}

/// A table of a file.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TableKeys {
    /// How it begins: `[[city]]`; none for the head of the file.
    pub headings: Vec<String>,
    /// Its keys.
    pub keys: Vec<KeyLine>,
}

/// A key.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KeyLine {
    /// Its name.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What its value is.
    pub value: String,
    /// What it means.
    pub about: &'static str,
}

/// A finding.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FindingLine {
    /// Its code.
    pub code: &'static str,
    /// What is said of the smallest case in which it comes up.
    pub example: String,
}

impl Reference {
    /// What the command line and the readers of files know, and beside it the findings.
    pub fn new(
        everywhere: Vec<Switch>,
        commands: Vec<Command>,
        files: Vec<FileKeys>,
        language: Language,
    ) -> Self {
        let mut findings: Vec<FindingLine> =
            codes().into_iter().filter_map(|code| finding(code, language)).collect();
        findings.sort_by_key(|finding| finding.code);
        Self { everywhere, commands, files, findings }
    }
}

/// The line of a finding; none without a smallest case, which tests know of each.
fn finding(code: &'static str, language: Language) -> Option<FindingLine> {
    let [german, english] = smallest_case(code)?.said;
    let mark = format!("[{code}]: ");
    let mut lines = language.pick(german, english).lines();
    let example = lines.find_map(|line| Some(line.split_once(&mark)?.1.to_owned()))?;
    // What no font of the PDF has, the handbook as PDF cannot print either.
    let example = example.replace(|letter| letter > '\u{ffff}', "?");
    Some(FindingLine { code, example })
}
