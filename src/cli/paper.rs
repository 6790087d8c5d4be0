//! Documents on paper: the arguments that all commands with PDF have.

use anyhow::Result;

use super::choice::choice;
use super::failure::Findings;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::BadArgument;
use crate::render::sheet::{Paper, Sheet};
use crate::render::{Format, Shape};
use crate::source::Sources;
use crate::text::Vocabulary as _;

/// How a PDF is put on paper.
#[derive(clap::Args, Debug, Default)]
pub(super) struct PaperArgs {
    /// The PDF's paper: a4 or a5 [default: a4]
    #[arg(long, value_name = "SIZE", hide_possible_values = true, value_parser = choice(Paper::ALL))]
    paper: Option<Paper>,

    /// Set the PDF in large letters (18 pt)
    #[arg(long)]
    large: bool,

    /// Make the PDF fit on one page, or say which lines do not
    #[arg(long)]
    one_page: bool,
}

impl PaperArgs {
    /// The sheet that is meant.
    ///
    /// # Errors
    /// If `format` has no paper.
    pub(super) fn sheet(&self, format: Format) -> Result<Sheet> {
        let given = [
            (self.paper.is_some(), "--paper"),
            (self.large, "--large"),
            (self.one_page, "--one-page"),
        ];
        if let Some((_, name)) = given.into_iter().find(|(given, _)| *given)
            && format.shape() != Shape::Paper
        {
            return Err(Findings::one(BadArgument {
                name: name.to_owned(),
                found: format.word().to_owned(),
                german: "Papier hat nur ein PDF: nehmen Sie `--format pdf` dazu".to_owned(),
                english: "only a PDF has paper: add `--format pdf`".to_owned(),
            })
            .into());
        }
        let Self { paper, large, one_page } = *self;
        Ok(Sheet { paper: paper.unwrap_or_default(), large, one_page })
    }
}

/// What is wrong with the user's own designs among `sources`.
#[cfg(feature = "pdf")]
pub(super) fn check(sources: &Sources) -> Vec<Diagnostic> {
    use crate::document::model::Document;
    use crate::document::template::Template;
    use crate::text::Language;
    use crate::view::DocumentKind;
    use crate::view::letter::Letter;
    use crate::view::merge::MergeData;
    use crate::view::placeholders::Placeholders as _;
    use crate::view::programme::Programme;
    // What templates of the user's own are worth is said elsewhere.
    let nothing = Sources::default();
    let template = |kind| Template::find(kind, Language::default(), &nothing);
    let samples = [
        template(DocumentKind::Programme).render(&Programme::sample()),
        template(DocumentKind::Invitation).render(&Letter::sample()),
        template(DocumentKind::DoorSigns).render(&MergeData::sample()),
        template(DocumentKind::NameBadges).render(&MergeData::sample()),
    ];
    let checked = |document: Document| crate::render::pdf::check(&document, sources);
    samples.into_iter().flatten().flat_map(checked).collect()
}

/// Without PDF nobody reads designs.
#[cfg(not(feature = "pdf"))]
pub(super) fn check(_: &Sources) -> Vec<Diagnostic> {
    Vec::new()
}
