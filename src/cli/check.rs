//! `erfa check`

use std::mem;

use anyhow::Result;

use super::context::Context;
use super::failure::Refused;
use super::{logos, paper};
use crate::diagnostic::{Appearance, Severity, Summary, render, stops};
use crate::document::{style_sheet, template};
use crate::text::{Language, count};
use crate::view::finding;

/// Check all files and list every finding
///
/// Errors end with exit status 1, warnings only under `--strict`.
#[derive(clap::Args, Debug)]
pub(super) struct CheckArgs {
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &CheckArgs, context: &Context) -> Result<()> {
    let mut found = context.find()?;
    // Other commands meet a template's faults when they use it.
    found.findings.extend(template::check(&found.sources));
    found.findings.extend(style_sheet::check(&found.sources));
    found.findings.extend(paper::check(&found.sources));
    if let (Some(workspace), Some(root)) = (&found.workspace, &found.root) {
        found.findings.extend(logos::check(workspace, root, &found.sources));
    }
    let (sources, findings) = (&found.sources, &found.findings);
    if args.json {
        // A command must not answer in another language because another person asks.
        let language = context.document_language(found.workspace.as_ref());
        context.print_json(&finding::findings(findings, sources, language))?;
    } else {
        let appearance = Appearance {
            language: context.language,
            colour: context.output.colour,
            width: context.output.width,
        };
        context.print(render(findings, sources, appearance))?;
        let summary = Summary::of(findings);
        let words = summary.words(context.language);
        let clean = findings.iter().all(|finding| finding.severity() == Severity::Note);
        let files = sources.iter().count();
        let known = match (summary.acknowledged, context.language) {
            (0, _) => String::new(),
            (number, Language::German) => format!(", {number} bestätigt"),
            (number, Language::English) => format!(", {number} acknowledged"),
        };
        context.note(&match (context.language, clean) {
            (Language::German, true) => {
                format!("{} geprüft, alles in Ordnung{known}", count(files, "Datei", "Dateien"))
            }
            (Language::English, true) => {
                format!("{} checked, all is well{known}", count(files, "file", "files"))
            }
            (Language::German, false) => {
                format!("{} geprüft: {words}", count(files, "Datei", "Dateien"))
            }
            (Language::English, false) => {
                format!("{} checked: {words}", count(files, "file", "files"))
            }
        });
    }
    let result = if stops(findings, context.strict) { Err(Refused.into()) } else { Ok(()) };
    // The program ends here: the system takes back all of it at once.
    mem::forget(found);
    result
}
