//! `erfa check`

use anyhow::Result;

use super::context::Context;
use super::failure::Refused;
use crate::diagnostic::{Severity, Summary, render, stops};
use crate::text::Language;
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
    let found = context.find()?;
    let (sources, findings) = (&found.sources, &found.findings);
    if args.json {
        // A command must not answer in another language because another person asks.
        let language = context.document_language(found.workspace.as_ref());
        context.print_json(&finding::findings(findings, sources, language))?;
    } else {
        let appearance = crate::diagnostic::Appearance {
            language: context.language,
            colour: context.output.colour,
            width: context.output.width,
        };
        context.print(render(findings, sources, appearance))?;
        let summary = Summary::of(findings);
        let words = summary.words(context.language);
        let clean = findings.iter().all(|finding| finding.severity() == Severity::Note);
        context.note(&match (context.language, clean) {
            (Language::German, true) => {
                format!("{} Dateien geprüft, alles in Ordnung", sources.iter().count())
            }
            (Language::English, true) => {
                format!("{} files checked, all is well", sources.iter().count())
            }
            (Language::German, false) => {
                format!("{} Dateien geprüft: {words}", sources.iter().count())
            }
            (Language::English, false) => {
                format!("{} files checked: {words}", sources.iter().count())
            }
        });
    }
    if stops(findings, context.strict) { Err(Refused.into()) } else { Ok(()) }
}
